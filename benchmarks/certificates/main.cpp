// What it costs to know who is certified, and which sites are covered, on any day of ten years.
//
//     benchmark_certificates [--people N] [--sites N] [--json]        default 22000 and 2750; five topics
//
// Measures, in CPU time, building the register, the full sweep of a day, one change with a kept day brought up to date, and one site
// explained; beside them, in the same run, a plain loop over exact days that sweeps the same people. Both must come to the
// same counts on every day asked, or the program fails. Everyone and every certificate here is synthetic.

#include "../measuring.hpp"
#include <lienvien/lifecycle/certified_day.hpp>
#include <lienvien/lifecycle/site_cover.hpp>

#include <support/stream.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace lienvien;
using measuring::cpu_seconds;
using support::stream;
using namespace lienvien::literals;
using namespace std::chrono_literals;

constexpr std::uint32_t topic_count = 5;
constexpr sys_days first_day = sys_days(2027y / 1 / 1);
constexpr int ten_years = 3652;
constexpr certificate_terms terms{month_end::last_of_month, last_valid_day::day_before, renewal_start::at_issue,
                                  std::chrono::days(30)};

std::string numbered(char letter, std::size_t number) {
    std::string name(1, letter);
    name += '-';
    return name += std::to_string(number);
}
programme_id topic_number(std::uint32_t number) { return programme_id::checked(numbered('t', number)); }
person_id person_number(std::size_t number) { return person_id::checked(numbered('p', number)); }
institution_id site_number(std::size_t number) { return institution_id::checked(numbered('s', number)); }

/// The same certificates as bare days, for the plain loop.
struct bare {
    std::int32_t issued;
    std::int32_t ends;
    std::int32_t revoked;
};
struct plain_lists {
    std::vector<std::vector<bare>> of;  // person after person, topic after topic
    std::vector<std::uint32_t> site_of;
};

/// Ten years of yearly certificates: most renewed in time, some late, some never; one in fifty taken back.
std::size_t make(certificate_register& made, plain_lists& plain, std::size_t people_count, std::size_t sites,
                 double& seconds) {
    stream chance{20260101};
    std::size_t names = 0;
    plain.of.resize(people_count * topic_count);
    double const begin = cpu_seconds();
    std::vector<certificate> batch;
    for (std::size_t p = 0; p < people_count; ++p) {
        auto const where = static_cast<std::uint32_t>(p % sites);
        plain.site_of.push_back(where);
        made.post({person_number(p), site_number(where), always});
        for (std::uint32_t t = 0; t < topic_count; ++t) {
            std::optional<certificate_id> last;
            for (int day = chance.below(400); day < ten_years; day += 300 + chance.below(110)) {
                if (chance.below(12) == 0) continue;  // this year it is missed
                sys_days const issued = first_day + std::chrono::days(day);
                certificate one{.id = certificate_id::checked(numbered('C', names++)),
                                .programme = topic_number(t),
                                .holder = person_number(p),
                                .issued = issued,
                                .renews = last,
                                .source = {.kind = source_kind::synthetic}};
                bare also{certificate_detail::number_of(issued),
                          certificate_detail::number_of(*months_later(issued, 12, terms.lacking)), 4'000'000};
                if (chance.below(50) == 0) {
                    sys_days const revoked = issued + std::chrono::days(chance.below(300));
                    one.revoked = partial_date(revoked);
                    also.revoked = certificate_detail::number_of(revoked);
                }
                last = one.id;
                batch.push_back(std::move(one));
                plain.of[p * topic_count + t].push_back(also);
            }
        }
        if (batch.size() < 20'000 && p + 1 < people_count) continue;
        if (!made.add_all(batch).empty()) std::abort();
        batch.clear();
    }
    for (std::size_t s = 0; s < sites; ++s) {
        site_rule rule{{}, false};
        for (std::uint32_t t = 0; t < topic_count; ++t) rule.needs.push_back({topic_number(t), people(t < 2 ? 2 : 1)});
        if (!made.require(site_number(s), rule).done()) std::abort();
    }
    seconds = cpu_seconds() - begin;
    return names;
}

struct counts {
    std::size_t valid = 0;
    std::size_t in_grace = 0;
    std::size_t covered = 0;
    friend bool operator==(counts const&, counts const&) = default;
};
counts plain_sweep(plain_lists const& plain, std::size_t sites, std::int32_t day) {
    counts made;
    std::vector<std::uint32_t> on_duty(sites * topic_count, 0);
    for (std::size_t cell = 0; cell < plain.of.size(); ++cell) {
        bool valid = false, grace = false;
        for (auto const& each : plain.of[cell]) {
            if (day < each.issued || day >= each.revoked) continue;
            valid = valid || day < each.ends;
            grace = grace || day < each.ends + 30;
        }
        made.valid += valid ? 1 : 0;
        made.in_grace += grace && !valid ? 1 : 0;
        on_duty[plain.site_of[cell / topic_count] * topic_count + cell % topic_count] += valid ? 1 : 0;
    }
    for (std::size_t s = 0; s < sites; ++s) {
        bool all = true;
        for (std::size_t t = 0; t < topic_count; ++t) all = all && on_duty[s * topic_count + t] >= (t < 2 ? 2u : 1u);
        made.covered += all ? 1 : 0;
    }
    return made;
}
counts counts_of(certified_day const& on) {
    counts made;
    for (std::uint32_t t = 0; t < topic_count; ++t) {
        made.valid += on.people(t, certificate_status::valid);
        made.in_grace += on.people(t, certificate_status::grace);
    }
    made.covered = on.sites(truth::yes);
    return made;
}

struct spread {
    std::vector<double> each;  // microseconds
    [[nodiscard]] double at(double share) {
        std::sort(each.begin(), each.end());
        return each[static_cast<std::size_t>(share * static_cast<double>(each.size() - 1))];
    }
};
template <class Work>
void timed(spread& into, Work work) {
    double const begin = cpu_seconds();
    work();
    into.each.push_back((cpu_seconds() - begin) * 1e6);
}

}  // namespace

int main(int count, char** words) {
    std::size_t people_count = 22'000, sites = 2'750;
    bool json = false;
    for (int n = 1; n < count; ++n) {
        std::string_view const word = words[n];
        auto* const number = word == "--people" ? &people_count : word == "--sites" ? &sites : nullptr;
        if (word == "--json") {
            json = true;
        } else if (!number || ++n == count || !measuring::read_count(words[n], {words[n - 1] + 2, *number})) {
            std::fputs("usage: benchmark_certificates [--people N] [--sites N] [--json]\n", stderr);
            return 2;
        }
    }
    std::vector<programme> topics;
    for (std::uint32_t t = 0; t < topic_count; ++t)
        topics.push_back(
            {.id = topic_number(t), .provider = "hospital"_institution, .expiry = expires_after{calendar_months(12)}});
    certificate_register made(topics, terms);
    plain_lists plain;
    double building = 0;
    std::size_t const certificates = make(made, plain, people_count, sites, building);

    // Sweeps on days all over the ten years; what the two count must be the same.
    stream chance{7};
    spread sweeps, plain_sweeps;
    for (int n = 0; n < 60; ++n) {
        sys_days const day = first_day + std::chrono::days(chance.below(ten_years));
        counts by_register, by_loop;
        timed(sweeps, [&] { by_register = counts_of(certified_day(made, day)); });
        timed(plain_sweeps, [&] { by_loop = plain_sweep(plain, sites, certificate_detail::number_of(day)); });
        if (by_register == by_loop) continue;
        std::fputs("the two do not agree\n", stderr);
        return 1;
    }

    // Changes: a new certificate, a revocation, a move; after each a kept day is up to date.
    sys_days const today = first_day + std::chrono::days(ten_years / 2);
    certified_day kept(made, today);
    spread news, revocations, moves, reasons;
    std::size_t names = certificates;
    for (int n = 0; n < 3'000; ++n) {
        auto const who = static_cast<std::size_t>(chance.below(static_cast<int>(people_count)));
        certificate one{.id = certificate_id::checked(numbered('C', names++)),
                        .programme = topic_number(static_cast<std::uint32_t>(chance.below(topic_count))),
                        .holder = person_number(who),
                        .issued = partial_date(first_day + std::chrono::days(chance.below(ten_years))),
                        .source = {.kind = source_kind::synthetic}};
        timed(news, [&] { kept.follow(made, made.add(one)); });
        timed(revocations, [&] {
            kept.follow(made, made.revoke(one.id, partial_date(*one.issued.exact() + std::chrono::days(90))));
        });
        auto const to = static_cast<std::size_t>(chance.below(static_cast<int>(sites)));
        timed(moves, [&] {
            kept.follow(made, made.move(person_number(who), site_number(to), today - std::chrono::days(n % 100)));
        });
        timed(reasons, [&] {
            if (why_covered(made, site_number(to), today).on_duty.empty()) std::abort();
        });
    }
    if (!(kept == certified_day(made, today))) {
        std::fputs("the kept day is not what a fresh sweep says\n", stderr);
        return 1;
    }

    double const bytes = static_cast<double>(made.bytes()) / 1e6;
    if (json) {
        auto const line = [&](char const* what, double typical, double worst_of_hundred, char const* unit) {
            std::printf(
                "{\"benchmark\":\"certificates\",\"people\":%zu,\"sites\":%zu,\"topics\":%u,\"certificates\":%zu,"
                "\"what\":\"%s\",\"median\":%.3f,\"p99\":%.3f,\"unit\":\"%s\"}\n",
                people_count, sites, topic_count, certificates, what, typical, worst_of_hundred, unit);
        };
        line("build", building * 1e3, building * 1e3, "ms");
        line("sweep", sweeps.at(0.5) / 1e3, sweeps.at(0.99) / 1e3, "ms");
        line("plain_sweep", plain_sweeps.at(0.5) / 1e3, plain_sweeps.at(0.99) / 1e3, "ms");
        line("new_certificate", news.at(0.5), news.at(0.99), "us");
        line("revocation", revocations.at(0.5), revocations.at(0.99), "us");
        line("move", moves.at(0.5), moves.at(0.99), "us");
        line("why_covered", reasons.at(0.5), reasons.at(0.99), "us");
        line("memory", bytes, bytes, "MB");
        return 0;
    }
    std::printf("%zu people x %u topics, %zu sites, %zu certificates in ten years\n", people_count, topic_count, sites,
                certificates);
    std::printf("                                   median       p99       max\n");
    std::printf("  full sweep of a day            %8.2f  %8.2f  %8.2f ms\n", sweeps.at(0.5) / 1e3,
                sweeps.at(0.99) / 1e3, sweeps.at(1) / 1e3);
    std::printf("  the same by a plain loop       %8.2f  %8.2f  %8.2f ms\n", plain_sweeps.at(0.5) / 1e3,
                plain_sweeps.at(0.99) / 1e3, plain_sweeps.at(1) / 1e3);
    std::printf("  new certificate, day kept      %8.2f  %8.2f  %8.2f us\n", news.at(0.5), news.at(0.99), news.at(1));
    std::printf("  revocation, day kept           %8.2f  %8.2f  %8.2f us\n", revocations.at(0.5), revocations.at(0.99),
                revocations.at(1));
    std::printf("  person moves site, day kept    %8.2f  %8.2f  %8.2f us\n", moves.at(0.5), moves.at(0.99),
                moves.at(1));
    std::printf("  one site explained             %8.2f  %8.2f  %8.2f us\n", reasons.at(0.5), reasons.at(0.99),
                reasons.at(1));
    std::printf("  building: %.0f ms, memory %.1f MB\n", building * 1e3, bytes);
    return 0;
}
