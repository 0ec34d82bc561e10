// Shows: who is certified in first aid in a chain of 2,500 pharmacies and 250 vaccination points, on any day of ten years;
// which sites are not covered and why; what one act, one more session and another policy would change.
// Read first: 02_write_down_a_network. From the article come the topics and the counts (18,000 pharmacists, 4,000
// vaccination staff, 2,500 pharmacies, 250 points); every person, certificate, date, term and rule is synthetic.
//
// usage: example_12_certify_long_chau      run in the folder examples/; progress goes to standard error
#include "network_files.hpp"
#include <lienvien/lifecycle/certificate_acts.hpp>
#include <lienvien/lifecycle/certified_day.hpp>
#include <lienvien/lifecycle/next_session.hpp>
#include <lienvien/lifecycle/site_cover.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t pharmacies = 2'500, points = 250, pharmacists = 18'000, vaccinators = 4'000;
constexpr std::uint32_t cohort_seats = 40;
constexpr int first_year = 2027, years = 10;

std::string numbered(char const* kind, std::uint32_t number, int width) {
    std::string const figures = std::to_string(number);
    std::string name(kind);
    name += '-';
    for (auto n = static_cast<int>(figures.size()); n < width; ++n) name += '0';
    return name += figures;
}
person_id staff(std::uint32_t number) {
    return number < pharmacists ? person_id::checked(numbered("pharmacist", number + 1, 5))
                                : person_id::checked(numbered("vaccinator", number - pharmacists + 1, 4));
}
institution_id workplace(std::uint32_t number) {
    return number < pharmacies ? institution_id::checked(numbered("pharmacy", number + 1, 4))
                               : institution_id::checked(numbered("point", number - pharmacies + 1, 3));
}
/// The same figure for the same question, on every machine: no die is thrown.
std::uint32_t mixed(std::uint32_t a, std::uint32_t b) {
    std::uint64_t z = (std::uint64_t{a} << 32 | b) * 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    return static_cast<std::uint32_t>((z ^ z >> 27) >> 16);
}

std::optional<programme> read_programme() {
    auto const read = read_network_files({"data/articles.json"});
    if (!read) return std::nullopt;
    for (auto const& each : read->programmes) {
        if (each.id == "long-chau-first-aid"_programme) return each;
    }
    return std::nullopt;
}
/// One programme for each topic of the article, and a fifth for the vaccination points. That a certificate ends after
/// twelve months is made up: the article says that certificates are granted every year, not when one ends.
std::vector<programme> one_each(programme const& of) {
    std::vector<programme> all;
    for (auto const& id : {"stroke"_programme, "cardiac-arrest"_programme, "anaphylaxis"_programme,
                           "chronic-disease"_programme, "safe-vaccination"_programme}) {
        programme one = of;
        one.id = id;
        if (all.size() < of.topics.size())
            one.name = of.topics[all.size()];
        else
            one.name = {"an toàn tiêm chủng", "safe vaccination"};
        one.expiry = expires_after{calendar_months(12)};
        one.source = synthetic("the term of the certificate");
        all.push_back(one);
    }
    return all;
}

/// Ten years of cohorts of forty. Everyone has a seat once a year, each year in the next topic but one year in eleven; the
/// date moves a little from year to year.
void hold_courses(certificate_register& all, std::vector<programme> const& topics) {
    std::uint32_t names = 0;
    for (int year = 0; year < years; ++year) {
        std::vector<certificate> granted;
        for (std::uint32_t who = 0; who < pharmacists + vaccinators; ++who) {
            if (mixed(who, static_cast<std::uint32_t>(year)) % 11 == 0) continue;
            bool const vaccinator = who >= pharmacists;
            std::uint32_t const among = vaccinator ? 5 : 4;
            std::uint32_t const seat = vaccinator ? who - pharmacists : who;
            std::uint32_t const cohort = (seat * 7 % (vaccinator ? vaccinators : pharmacists)) / cohort_seats;
            std::uint32_t const cohorts = (vaccinator ? vaccinators : pharmacists) / cohort_seats;
            sys_days const held =
                sys_days(std::chrono::year(first_year + year) / 1 / 4) +
                std::chrono::days(cohort * 345 / cohorts + mixed(cohort, static_cast<std::uint32_t>(year) + 99) % 14);
            std::uint32_t const place = vaccinator ? seat / points : who / pharmacies;  // beside whom they work
            auto const& topic = topics[(place + static_cast<std::uint32_t>(year)) % among];
            granted.push_back({.id = certificate_id::checked(numbered("C", ++names, 6)),
                               .programme = topic.id,
                               .holder = staff(who),
                               .issued = held,
                               .source = {.kind = source_kind::synthetic}});
        }
        if (!all.add_all(granted).empty()) std::abort();
        std::fprintf(stderr, "courses of %d: %zu certificates\n", first_year + year, granted.size());
    }
}

void share(std::size_t part, std::size_t whole) {
    std::printf("%7zu %3zu.%zu%%", part, part * 100 / whole, part * 1000 / whole % 10);
}
void show_row(certified_day const& on) {
    std::printf("%s", format_day(on.day()).c_str());
    for (std::uint32_t topic = 0; topic < 5; ++topic) std::printf(" %7zu", on.people(topic, certificate_status::valid));
    share(on.sites(truth::yes), pharmacies + points);
    std::puts("");
}
void show_site(certificate_register const& all, institution_id const& which, sys_days day, language in) {
    auto const cover = why_covered(all, which, day);
    std::printf("%s %s\n", std::string(which.view()).c_str(), format_day(day).c_str());
    for (auto const& gap : cover.gaps) {
        auto const& topic = all.topics()[*all.find_topic(gap.topic)];
        std::printf("  %s (%s): %lld / %lld\n", std::string(gap.topic.view()).c_str(),
                    std::string(topic.name.in(in)).c_str(), static_cast<long long>(gap.sure.count()),
                    static_cast<long long>(gap.at_least.count()));
        for (auto const& each : gap.not_counted) std::printf("    %s\n", std::string(in_words(each).in(in)).c_str());
    }
    if (cover.changes_on) {
        std::printf(in == language::vi ? "  thay đổi vào ngày %s: đủ người: %s\n" : "  changes on %s: covered %s\n",
                    format_day(*cover.changes_on).c_str(), std::string(label_of(cover.becomes).in(in)).c_str());
    }
}

}  // namespace

int main() {
    auto const article = read_programme();
    if (!article) return 1;
    certificate_terms const terms(month_end::last_of_month, last_valid_day::day_before, renewal_start::at_issue,
                                  std::chrono::days(30));
    std::puts("As the article has it");
    certification const as_written(article->expiry,
                                   {{.id = "C-0"_certificate,
                                     .programme = article->id,
                                     .holder = "pharmacist-00001"_person,
                                     .issued = day(2027y / 1 / 4),
                                     .source = synthetic()}},
                                   terms);
    auto const stated = as_written.why(day(2027y / 6 / 1));
    std::printf("  2027-06-01 %s: %s\n\n", std::string(label_of(stated.status).en).c_str(), stated.because.en.c_str());

    auto const topics = one_each(*article);
    certificate_register all(topics, terms);
    for (std::uint32_t who = 0; who < pharmacists + vaccinators; ++who) {
        auto const where = who < pharmacists ? who % pharmacies : pharmacies + (who - pharmacists) % points;
        all.post({staff(who), workplace(where), always});
    }
    site_rule pharmacy{{}, false}, point{{{topics[2].id, people(2)}, {topics[4].id, people(1)}}, false};
    for (std::size_t topic = 0; topic < 4; ++topic) pharmacy.needs.push_back({topics[topic].id, people(1)});
    for (std::uint32_t site = 0; site < pharmacies + points; ++site) {
        if (!all.require(workplace(site), site < pharmacies ? pharmacy : point).done()) return 1;
    }
    hold_courses(all, topics);
    std::printf("A synthetic chain of that size, ten years of cohorts of %u\n", cohort_seats);
    std::printf("  %u people at %u sites, %zu certificates of twelve months in %zu topics\n\n", all.staff().people(),
                all.staff().sites(), all.records().size(), topics.size());

    std::puts("Validly certified people by topic, and sites covered");
    std::puts("day         stroke  arrest anaphyl chronic vaccine  covered");
    for (int year = first_year; year <= first_year + years; ++year) {
        for (int const month : {1, 7}) show_row(certified_day(all, sys_days(std::chrono::year(year) / month / 1)));
    }

    auto const today = day(2031y / 7 / 1);
    certified_day now(all, today);
    std::puts("\nWhy not: the first two pharmacies and the first point that are not covered");
    std::uint32_t shown = 0;
    for (std::uint32_t site = 0; site < all.staff().sites() && shown < 3; ++site) {
        bool const wanted = shown < 2 ? site < pharmacies : site >= pharmacies;
        if (!wanted || !is_no(now.covered(site))) continue;
        show_site(all, all.staff().site(site), today, shown == 1 ? language::vi : language::en);
        ++shown;
    }

    std::puts("\nOne more session of forty seats, everyone passing");
    for (std::uint32_t topic = 0; topic < topics.size(); ++topic) {
        auto const effect = mend_with_session(all, now, topic, cohort_seats);
        std::printf("  %-16s %2zu invited, %2zu sites mended, %zu stay uncovered\n",
                    std::string(topics[topic].id.view()).c_str(), effect.invited.size(), effect.mended.size(),
                    effect.still_uncovered);
    }

    std::puts("\nIf a certificate of stroke ended after 18 months, the old ones too");
    auto const shifts = who_changes(all, topics[0].id, expires_after{calendar_months(18)}, today);
    std::printf("  %zu people stand otherwise", shifts.size());
    if (!shifts.empty()) {
        std::printf(", the first: %s, %s -> %s", std::string(shifts[0].person.view()).c_str(),
                    std::string(label_of(shifts[0].before).en).c_str(),
                    std::string(label_of(shifts[0].after).en).c_str());
    }
    std::puts("");

    std::puts("\nOne act takes back every anaphylaxis certificate issued in March 2031");
    mass_revocation const act{
        .programme = topics[2].id, .issued = between(2031y / 3 / 1, 2031y / 4 / 1), .on = partial_date(2031y / 6 / 15)};
    auto const done = revoke_all(all, act);
    for (auto const person : done.people) now.follow(all, person);
    std::printf("  %zu certificates of %zu people; sites covered on %s: %zu\n", done.revoked.size(), done.people.size(),
                format_day(today).c_str(), now.sites(truth::yes));
    std::printf("  a fresh sweep says the same: %s\n", now == certified_day(all, today) ? "yes" : "no");
    auto const again = mend_with_session(all, now, 2, cohort_seats);
    std::printf("  one session of %u would mend %zu sites again\n", cohort_seats, again.mended.size());
}
