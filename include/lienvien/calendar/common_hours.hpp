#pragma once

#include <lienvien/calendar/clock_rules.hpp>
#include <lienvien/calendar/working_calendar.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// From when to when a place is open on its working days, on its own clock. 0 to 24 hours after midnight.
struct opening_hours {
    std::chrono::minutes opens;
    std::chrono::minutes closes;

    friend constexpr bool operator==(opening_hours const&, opening_hours const&) = default;
};

/// One side of a meeting: its clock, its hours and its working days.
struct meeting_party {
    std::string name;
    clock_rules clock;
    opening_hours hours;
    working_calendar calendar;

    friend bool operator==(meeting_party const&, meeting_party const&) = default;
};

/// A stretch of time from an instant up to, not including, another.
struct window_of_time {
    sys_seconds from;
    sys_seconds until;

    friend constexpr bool operator==(window_of_time const&, window_of_time const&) = default;
};

/// What is wrong with a party: `window-closes-before-it-opens` where its hours are reversed, empty or outside the day; and
/// whatever is wrong with its calendar.
[[nodiscard]] inline findings check(meeting_party const& party) {
    using namespace lienvien::literals;
    findings found = check(party.calendar);
    using std::chrono::minutes;
    if (party.hours.opens < minutes(0) || party.hours.closes > minutes(1440) ||
        party.hours.closes <= party.hours.opens) {
        found.add({"window-closes-before-it-opens"_finding,
                   severity::error,
                   "party " + party.name,
                   {},
                   {"giờ đóng cửa phải sau giờ mở cửa, trong cùng một ngày",
                    "a place closes after it opens, on the same day"}});
    }
    return found;
}

/// The instants of opening hours on a local day of a clock. Nothing where the clock hides them or does not know them.
[[nodiscard]] inline std::optional<window_of_time> hours_on(clock_rules const& clock, opening_hours hours,
                                                            sys_days local_day) noexcept {
    auto const midnight = local_seconds(local_day.time_since_epoch());
    window_of_time const open{clock.first_from(midnight + hours.opens), clock.last_until(midnight + hours.closes)};
    if (open.until <= open.from || !clock.knows(open.from) || !clock.knows(open.until)) return std::nullopt;
    return open;
}
/// The instants of a party's opening hours on one of its local days, whether or not it works on it.
[[nodiscard]] inline std::optional<window_of_time> hours_on(meeting_party const& party, sys_days local_day) noexcept {
    return hours_on(party.clock, party.hours, local_day);
}

/// Why a party is not there on one of its local days.
struct party_absence {
    std::size_t party;  ///< its place in the list
    sys_days day;       ///< on its own calendar
    std::vector<day_reason> because;

    friend bool operator==(party_absence const&, party_absence const&) = default;
};

/// When all parties are open at once.
struct shared_hours {
    truth known = truth::yes;  ///< unknown where a calendar or clock does not know a day that would have decided
    std::vector<window_of_time> windows{};
    std::vector<party_absence> absent{};  ///< who was off on a local day that would have mattered, and why

    friend bool operator==(shared_hours const&, shared_hours const&) = default;
};

/// The hours in which every party is open on a local day of the first party.
///
/// The first party's opening hours on `day` are intersected with the opening hours of the others on whichever of their own
/// local days overlap them. Who does not work on a local day is not open on it.
/// Units: instants, UTC. Findings: none of its own; see `check` for parties that never open. Without parties there are no
/// windows.
/// Complexity: linear in the parties; three local days of each are looked at.
[[nodiscard]] inline shared_hours common_hours(std::span<meeting_party const> parties, sys_days day) {
    shared_hours answer;
    if (parties.empty()) return answer;
    // The windows of a party on a local day, noting who is off and what is not known.
    auto const open_on = [&](std::size_t which, sys_days local_day) -> std::optional<window_of_time> {
        auto const& party = parties[which];
        auto const open = hours_on(party, local_day);
        if (!open) return std::nullopt;
        if (!answer.windows.empty()) {
            bool overlaps = false;
            for (auto const& each : answer.windows)
                overlaps = overlaps || (open->from < each.until && each.from < open->until);
            if (!overlaps) return std::nullopt;
        }
        auto const works = is_working_day(party.calendar, local_day);
        if (is_yes(works)) return open;
        answer.absent.push_back({which, local_day, party.calendar.reasons_off(local_day)});
        if (is_unknown(works)) answer.known = truth::unknown;
        return std::nullopt;
    };
    auto const knows_all = [](meeting_party const& party, window_of_time all) {
        return party.clock.knows(all.from) && party.clock.knows(all.until);
    };
    if (auto const first = open_on(0, day))
        answer.windows.push_back(*first);
    else if (!hours_on(parties[0], day))
        answer.known = truth::unknown;
    for (std::size_t which = 1; which < parties.size() && !answer.windows.empty(); ++which) {
        auto const& party = parties[which];
        window_of_time const all{answer.windows.front().from, answer.windows.back().until};
        if (!knows_all(party, all)) answer.known = truth::unknown;
        auto const begin = std::chrono::floor<std::chrono::days>(party.clock.to_local(all.from)).time_since_epoch();
        auto const end = std::chrono::floor<std::chrono::days>(party.clock.to_local(all.until)).time_since_epoch();
        std::vector<window_of_time> shared;
        std::vector<window_of_time> own;
        for (auto local_day = sys_days(begin); local_day <= sys_days(end); local_day += std::chrono::days(1)) {
            if (auto const open = open_on(which, local_day)) own.push_back(*open);
        }
        for (auto const& mine : answer.windows) {
            for (auto const& theirs : own) {
                window_of_time const both{mine.from < theirs.from ? theirs.from : mine.from,
                                          mine.until < theirs.until ? mine.until : theirs.until};
                if (both.until <= both.from) continue;
                // Open around the clock: where one day's hours end and the next begin, there is no gap.
                if (!shared.empty() && shared.back().until == both.from)
                    shared.back().until = both.until;
                else
                    shared.push_back(both);
            }
        }
        answer.windows = std::move(shared);
    }
    return answer;
}

}  // namespace v0
}  // namespace lienvien
