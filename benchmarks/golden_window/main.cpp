// What it costs to know, for every counter of a country and every hour of the week, who can help within an hour.
//
//     benchmark_golden_window [points] [sites]        default 2750 and 200; every pair has a travel time
//
// Prints milliseconds for the library and, in the same run, for a plain loop over hours and sites on a ready matrix. Both
// must come to the same checksum, or the program fails. All figures of the network are synthetic.

#include "../measuring.hpp"
#include <lienvien/rules/find_golden_window.hpp>

#include <support/stream.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace lienvien;
using support::stream;
using namespace lienvien::literals;
using namespace std::chrono_literals;

struct country {
    network all;
    golden_window_request asked{
        .points = {}, .techniques = {"thrombolysis"_technique}, .window = minutes_of_travel(60)};
    std::vector<std::uint16_t> minutes;  // points x sites, for the plain loop
    std::vector<weekly_hours> hours;     // by site
};

country make_country(std::size_t points, std::size_t sites) {
    stream chance{20260101};
    country made;
    made.all.techniques.push_back({.id = "thrombolysis"_technique});
    auto const add = [&](std::string const& name) {
        made.all.institutions.push_back(
            {.id = institution_id::checked(name), .operations = {{operation_status::operating, always, synthetic()}}});
        return made.all.institutions.back().id;
    };
    for (std::size_t p = 0; p < points; ++p) made.asked.points.push_back(add("point-" + std::to_string(p)));
    for (auto const& id : made.asked.points) made.all.technique_lists.push_back({.site = id, .valid = always});
    std::vector<institution_id> hospitals;
    for (std::size_t s = 0; s < sites; ++s) {
        hospitals.push_back(add("site-" + std::to_string(s)));
        made.all.technique_lists.push_back(
            {.site = hospitals.back(), .techniques = made.asked.techniques, .valid = always});
        auto hours = weekly_hours::around_the_clock();
        if (s % 3 == 1) hours = weekly_hours::daily(7, 17);
        if (s % 3 == 2) {
            hours = weekly_hours();
            for (unsigned day = 1; day <= 5; ++day)
                hours.add(std::chrono::weekday(day), 6 + chance.below(4u), 15 + chance.below(12u));
        }
        made.hours.push_back(hours);
        made.asked.on_duty.push_back({hospitals.back(), hours, {}, synthetic()});
    }
    // A square of 1,000 minutes: travel is the sum of both distances and a start, and a fact of the network.
    std::vector<unsigned> at;
    for (std::size_t each = 0; each < 2 * (points + sites); ++each) at.push_back(chance.below(1000u));
    auto const apart = [&](std::size_t a, std::size_t b) {
        auto const far = [](unsigned x, unsigned y) { return x < y ? y - x : x - y; };
        return far(at[2 * a], at[2 * b]) + far(at[2 * a + 1], at[2 * b + 1]) + 5;
    };
    made.all.travels.reserve(points * sites);
    for (std::size_t p = 0; p < points; ++p) {
        for (std::size_t s = 0; s < sites; ++s) {
            auto const minutes = apart(p, points + s);
            made.minutes.push_back(static_cast<std::uint16_t>(minutes));
            made.all.travels.push_back({.from = made.asked.points[p],
                                        .to = hospitals[s],
                                        .minutes = minutes_of_travel(minutes),
                                        .valid = always});
        }
    }
    return made;
}

// For each point and hour: the site and its minutes where it is reached, else whether somebody within the window is closed.
std::uint64_t mixed(std::uint64_t sum, std::uint64_t answer) {
    return (sum ^ answer) * 0x9E3779B97F4A7C15u + (sum >> 31);
}

std::uint64_t checksum(golden_window_answer const& given, std::size_t points) {
    std::uint64_t sum = 0;
    for (std::size_t p = 0; p < given.size(); ++p) {
        for (unsigned h = 0; h < hours_in_a_week; ++h) {
            auto const found = given.at(p, hour_of_week(static_cast<std::uint8_t>(h)));
            std::uint64_t answer = static_cast<std::uint64_t>(found.answer) << 56;
            if (found.answer == golden_answer::reached) {
                answer |= (number_of(found.destination->where) - points) << 16 |
                          static_cast<std::uint64_t>(found.destination->minutes->count());
            }
            sum = mixed(sum, answer);
        }
    }
    return sum;
}
std::uint64_t plain(country const& made) {
    std::uint64_t sum = 0;
    std::size_t const sites = made.hours.size();
    for (std::size_t p = 0; p < made.asked.points.size(); ++p) {
        auto const* const row = made.minutes.data() + p * sites;
        for (unsigned h = 0; h < hours_in_a_week; ++h) {
            std::size_t best = sites;
            bool near = false;
            for (std::size_t s = 0; s < sites; ++s) {
                if (row[s] > made.asked.window.count()) continue;
                near = true;
                if (!made.hours[s].has(hour_of_week(static_cast<std::uint8_t>(h)))) continue;
                if (best == sites || row[s] < row[best]) best = s;
            }
            auto const how = best < sites ? golden_answer::reached
                             : near       ? golden_answer::closed
                                          : golden_answer::too_far;
            std::uint64_t answer = static_cast<std::uint64_t>(how) << 56;
            if (best < sites) answer |= static_cast<std::uint64_t>(best) << 16 | row[best];
            sum = mixed(sum, answer);
        }
    }
    return sum;
}

}  // namespace

int main(int count, char** words) {
    std::size_t points = 2750;
    std::size_t sites = 200;
    if (!measuring::read_counts(count, words, {{"points", points, 1, 100'000}, {"sites", sites, 1, 100'000}})) return 2;
    auto const made = make_country(points, sites);
    auto const today = as_of(made.all, 2026y / 11 / 22);
    std::size_t reached = 0;
    double const library =
        measuring::best_of(5, [&] { reached = golden_window(today, made.asked).count(golden_answer::reached); });
    auto const given = golden_window(today, made.asked);
    std::uint64_t const by_library = checksum(given, points);
    std::uint64_t by_loop = 0;
    double const loop = measuring::best_of(2, [&] { by_loop = plain(made); });
    std::printf("%zu points x 168 hours, %zu capable sites, %zu travel times; reached in %zu of %zu hours\n", points,
                sites, made.all.travels.size(), reached, given.hours());
    std::printf("  golden_window, from the facts      %8.1f ms   checksum %016llx\n", library * 1e3,
                static_cast<unsigned long long>(by_library));
    std::printf("  plain loop, on a ready matrix      %8.1f ms   checksum %016llx\n", loop * 1e3,
                static_cast<unsigned long long>(by_loop));
    if (by_library != by_loop) {
        std::fputs("the two do not agree\n", stderr);
        return 1;
    }
    return 0;
}
