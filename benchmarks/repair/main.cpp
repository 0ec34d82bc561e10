// What it costs to know every smallest set of changes that would make a refused transfer lawful.
//
//     benchmark_repair [facilities] [questions]        default 1000 and 300
//
// A ladder of hospitals with lines of referral, licences (some lapsed), technique lists, techniques on their way and
// agreements (some ended). Prints the median and the worst time of one question, from the answer to the repairs. All is
// synthetic. The program fails where no question has a repair.

#include "../measuring.hpp"
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/repair.hpp>

#include <support/stream.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace lienvien;
using support::stream;
using namespace lienvien::literals;
using namespace std::chrono_literals;

institution_id site_id(std::size_t number) { return institution_id::checked("site-" + std::to_string(number)); }

network make_country(std::size_t facilities) {
    stream chance{1000};
    network all;
    std::vector<technique_id> techniques;
    for (std::size_t t = 0; t < 40; ++t) {
        techniques.push_back(technique_id::checked("technique-" + std::to_string(t)));
        all.techniques.push_back({.id = techniques.back(), .source = synthetic()});
    }
    for (std::size_t s = 0; s < facilities; ++s) {
        institution here{.id = site_id(s), .kind = institution_kind::hospital, .source = synthetic()};
        here.place.country = "VN";
        here.operations = {{operation_status::operating, always, synthetic()}};
        all.institutions.push_back(here);
        all.legacy_standings.push_back({.institution = site_id(s),
                                        .tier = static_cast<legacy_tier>(1 + chance.below(4)),
                                        .valid = always,
                                        .source = synthetic()});
        all.licences.push_back({.institution = site_id(s),
                                .number = std::to_string(s),
                                .valid = chance.below(4) == 0 ? until(2026y / 1 / 1) : validity(always),
                                .source = synthetic()});
        technique_list list{.site = site_id(s), .techniques = {}, .valid = always, .source = synthetic()};
        for (auto const& each : techniques) {
            if (chance.below(2) == 0) list.techniques.push_back(each);
        }
        all.technique_lists.push_back(list);
        if (chance.below(3) == 0)
            all.capabilities.push_back({.site = site_id(s),
                                        .technique = techniques[chance.below(techniques.size())],
                                        .stage = stage::on_site,
                                        .valid = always,
                                        .source = synthetic()});
        if (s == 0) continue;
        all.affiliations.push_back(
            {site_id(s), site_id(chance.below(s)), affiliation_kind::referral_line, always, synthetic()});
        agreement under{.id = agreement_id::checked("a-" + std::to_string(s)),
                        .status = chance.below(2) == 0 ? agreement_status::proposed : agreement_status::signed_,
                        .source = synthetic()};
        under.parties = {{site_id(chance.below(s)), party_role::gives}, {site_id(s), party_role::receives}};
        under.in_force = chance.below(2) == 0 ? until(2026y / 6 / 1) : validity(always);
        under.clauses.push_back({.activity = activity::patient_transfer, .source = synthetic()});
        all.agreements.push_back(under);
    }
    return all;
}

}  // namespace

int main(int count, char** words) {
    std::size_t facilities = 1000;
    std::size_t questions = 300;
    if (!measuring::read_counts(count, words, {{"facilities", facilities, 2}, {"questions", questions}})) return 2;
    network const all = make_country(facilities);
    auto const today = as_of(all, 2026y / 11 / 21);
    stream chance{300};
    std::vector<double> took;
    std::size_t with_repair = 0;
    std::size_t found_in_all = 0;
    while (took.size() < questions) {
        auto const& under = all.agreements[chance.below(all.agreements.size())];
        patient_need const need{.id = "n"_need,
                                .origin = under.parties[1].institution,
                                .techniques = {all.techniques[chance.below(all.techniques.size())].id},
                                .urgency = urgency::urgent,
                                .stable = truth::yes,
                                .transfer_indicated = chance.below(3) == 0 ? truth::unknown : truth::yes,
                                .past_emergency_stage = truth::yes,
                                .improved = truth::no,
                                .source = synthetic()};
        auto const answered = decide(today, vietnam::transfer_between_facilities, need);
        auto const& receiver = under.parties[0].institution;
        if (answered.verdicts()[number_of(*today.find(receiver))].outcome == outcome::permitted) continue;
        double const start = measuring::cpu_seconds();
        auto const found = repairs(answered, receiver);
        took.push_back((measuring::cpu_seconds() - start) * 1e6);
        with_repair += found.empty() ? 0u : 1u;
        found_in_all += found.size();
    }
    std::sort(took.begin(), took.end());
    std::printf("%zu facilities, %zu refused transfers: %zu with a repair, %zu repairs\n", facilities, questions,
                with_repair, found_in_all);
    std::printf("median %.0f us, nine in ten below %.0f us, 99 of 100 below %.0f us, worst %.0f us\n",
                took[took.size() / 2], took[took.size() * 9 / 10], took[took.size() * 99 / 100], took.back());
    return with_repair > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
