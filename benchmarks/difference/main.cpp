// What it costs to know, of two states of a network, every answer that differs and the one fact that did it.
//
//     benchmark_difference [sites] [techniques] [changed facts]        default 63, 500 and 100
//
// Every site holds two thirds of the techniques by capability facts; the changed facts are capabilities that end, are added
// or struck out, licences and agreements that end, and tiers. Prints milliseconds for the library, and, in the same run, for
// a snapshot made anew at every step (left out from 40 sites on, where that takes minutes). Both must say the same, or the
// program fails. All is synthetic.

#include "../measuring.hpp"
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/difference.hpp>

#include <support/stream.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <network/steps_anew.hpp>
#include <string>
#include <vector>

namespace {

using namespace lienvien;
using support::stream;
using namespace lienvien::literals;
using namespace std::chrono_literals;

institution_id site_id(std::size_t number) { return institution_id::checked("site-" + std::to_string(number)); }
technique_id technique_name(std::size_t number) { return technique_id::checked("technique-" + std::to_string(number)); }

network make_network(std::size_t sites, std::size_t techniques) {
    stream chance{63};
    network all;
    for (std::size_t t = 0; t < techniques; ++t)
        all.techniques.push_back({.id = technique_name(t), .source = synthetic()});
    for (std::size_t s = 0; s < sites; ++s) {
        institution here{.id = site_id(s), .kind = institution_kind::hospital, .source = synthetic()};
        here.place.country = "VN";
        here.operations = {{operation_status::operating, always, synthetic()}};
        all.institutions.push_back(here);
        all.legacy_standings.push_back({.institution = site_id(s),
                                        .tier = static_cast<legacy_tier>(1 + chance.below(4)),
                                        .valid = always,
                                        .source = synthetic()});
        all.licences.push_back({.institution = site_id(s), .valid = always, .source = synthetic()});
        for (std::size_t t = 0; t < techniques; ++t) {
            if (chance.below(3) == 0) continue;
            all.capabilities.push_back({.site = site_id(s),
                                        .technique = technique_name(t),
                                        .stage = stage::accepted,
                                        .valid = always,
                                        .source = synthetic()});
        }
        if (s == 0) continue;
        agreement under{.id = agreement_id::checked("a-" + std::to_string(s)),
                        .status = agreement_status::signed_,
                        .source = synthetic()};
        under.parties = {{site_id(s - 1), party_role::gives}, {site_id(s), party_role::receives}};
        under.in_force = always;
        under.clauses.push_back({.activity = activity::patient_transfer, .source = synthetic()});
        all.agreements.push_back(under);
    }
    return all;
}
void change_facts(network& all, std::size_t facts) {
    stream chance{100};
    for (std::size_t n = 0; n < facts; ++n) {
        auto const some = [&](auto& list) -> auto& { return list[chance.below(list.size())]; };
        validity const ended(period::before(day(2026y / 1 / 1)));
        switch (n % 10) {
            case 0:
                some(all.licences).valid = ended;
                break;
            case 1:
                some(all.agreements).in_force = ended;
                break;
            case 2:
                some(all.legacy_standings).tier = legacy_tier::central;
                break;
            case 3:
                all.capabilities.erase(all.capabilities.begin() +
                                       static_cast<std::ptrdiff_t>(chance.below(all.capabilities.size())));
                break;
            case 4:
                all.capabilities.push_back(some(all.capabilities));
                all.capabilities.back().technique = some(all.techniques).id;
                break;
            case 5:
                some(all.capabilities).stage = stage::suspended;
                break;
            default:
                some(all.capabilities).valid = ended;
                break;
        }
    }
}
std::vector<patient_need> make_needs(std::size_t sites, std::size_t techniques) {
    std::vector<patient_need> needs;
    for (std::size_t n = 0; n < 4; ++n) {
        needs.push_back({.id = need_id::checked("need-" + std::to_string(n)),
                         .origin = site_id(n * sites / 4),
                         .techniques = {technique_name(n * techniques / 4)},
                         .urgency = urgency::urgent,
                         .stable = truth::yes,
                         .transfer_indicated = truth::yes,
                         .source = synthetic()});
    }
    return needs;
}

}  // namespace

int main(int count, char** words) {
    std::size_t sites = 63;
    std::size_t techniques = 500;
    std::size_t facts = 100;
    // Of two sites there is an agreement to change, and of ten techniques somebody has one.
    if (!measuring::read_counts(count, words,
                                {{"sites", sites, 2}, {"techniques", techniques, 10}, {"changed facts", facts, 0}}))
        return 2;
    network const all = make_network(sites, techniques);
    network later = all;
    change_facts(later, facts);
    auto const needs = make_needs(sites, techniques);
    auto const before = as_of(all, 2026y / 11 / 21);
    auto const after = as_of(later, 2026y / 11 / 21);
    auto const& book = vietnam::transfer_between_facilities;
    auto const timed = [](char const* what, auto work) {
        double const start = measuring::cpu_seconds();
        auto found = work();
        std::printf("%-24s %9.1f ms\n", what, (measuring::cpu_seconds() - start) * 1e3);
        return found;
    };
    std::printf("%zu sites, %zu techniques, %zu facts changed\n", sites, techniques, facts);
    auto const found = timed("difference", [&] { return difference(before, after, book, needs); });
    std::printf("%zu outcomes and %zu capabilities differ\n", found.outcomes.size(), found.capabilities.size());
    if (sites >= 40) return EXIT_SUCCESS;
    auto const plain = timed("snapshots made anew", [&] {
        return detail::difference_by<anew::worlds>(before, after, book, needs, uncertain_rules::apply_and_say, {});
    });
    if (found == plain) return EXIT_SUCCESS;
    std::puts("the two differ");
    return EXIT_FAILURE;
}
