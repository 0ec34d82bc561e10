#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/calendar/consultation_series.hpp>

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// One side of a series of meetings: when it can be met at all, and when without asking too much of it.
struct meeting_side {
    meeting_party party;  ///< its hours: when it can be met at all
    opening_hours usual;  ///< its usual working hours; the rest of the others are antisocial

    friend bool operator==(meeting_side const&, meeting_side const&) = default;
};

/// How often a series meets.
enum class meeting_rhythm : std::uint8_t {
    monthly,  ///< on the first, second, third, fourth or last of some weekday in every `step`-th month
    weekly    ///< on some weekday in every `step`-th week
};

/// What is asked of a rule for meetings that come again.
struct meeting_search {
    std::vector<meeting_side> sides;
    std::size_t anchor = 0;  ///< on whose clock and calendar the rule stands; the others follow
    meeting_rhythm rhythm;
    int step = 1;
    std::chrono::minutes length;
    session_off when_off;           ///< what becomes of a session that cannot be held on its day
    std::chrono::minutes grid{30};  ///< sessions begin on multiples of it, 5 minutes to a day
    sys_days from;                  ///< the first day that a turn may fall on
    int turns;                      ///< how many turns each rule is judged by

    friend bool operator==(meeting_search const&, meeting_search const&) = default;
};

/// What a rule for meetings is worth, less being better, the first number first.
struct meeting_value {
    std::int64_t lost = 0;           ///< turns without a session
    std::int64_t moved = 0;          ///< sessions that are not held on their day
    std::int64_t worst_minutes = 0;  ///< antisocial minutes of the side that has the most
    std::int64_t all_minutes = 0;    ///< antisocial minutes of all sides

    friend constexpr auto operator<=>(meeting_value const&, meeting_value const&) = default;
    /// Number by number; a later one may be negative where an earlier one is not 0.
    [[nodiscard]] friend constexpr meeting_value operator-(meeting_value a, meeting_value b) noexcept {
        return {a.lost - b.lost, a.moved - b.moved, a.worst_minutes - b.worst_minutes, a.all_minutes - b.all_minutes};
    }
};

/// A rule for meetings, and what comes of it.
struct meeting_plan {
    consultation_series series;                    ///< on the clock of the anchor
    series_of_sessions held;                       ///< its sessions, days counted on the calendar of the anchor
    std::vector<std::chrono::minutes> antisocial;  ///< by side, over all sessions

    friend bool operator==(meeting_plan const&, meeting_plan const&) = default;
};

/// The sides as parties, the anchor first, the others in their order.
[[nodiscard]] inline std::vector<meeting_party> parties_of(meeting_search const& asked) {
    std::vector<meeting_party> all{asked.sides[asked.anchor].party};
    for (std::size_t side = 0; side < asked.sides.size(); ++side) {
        if (side != asked.anchor) all.push_back(asked.sides[side].party);
    }
    return all;
}

/// The days from the first to the last of the turns by which a rule is judged. Precondition: the rule comes again.
[[nodiscard]] inline period judged_days(meeting_search const& asked, recurrence const& rule) noexcept {
    auto number = rule.turn_near(asked.from);
    for (int left = asked.turns;; ++number) {
        auto const turn = rule.turn(number);
        auto const stands = turn.day.value_or(sys_days(turn.month / std::chrono::last));
        if (stands < asked.from || stands < rule.begins()) continue;
        if (--left <= 0) return period::between(asked.from, stands + std::chrono::days(1));
    }
}

/// How long a stretch of time lies outside a side's usual hours, by its own clock.
[[nodiscard]] inline std::chrono::minutes antisocial_minutes(meeting_side const& side, window_of_time when) {
    using namespace std::chrono;
    auto const& clock = side.party.clock;
    seconds inside(0);
    auto const first = floor<days>(clock.to_local(when.from)).time_since_epoch();
    auto const last = floor<days>(clock.to_local(when.until)).time_since_epoch();
    for (sys_days day(first); day <= sys_days(last); day += days(1)) {
        auto const open = hours_on(clock, side.usual, day);
        if (!open) continue;
        auto const from = open->from < when.from ? when.from : open->from;
        auto const until = open->until < when.until ? open->until : when.until;
        if (from < until) inside += until - from;
    }
    return duration_cast<minutes>(when.until - when.from - inside);
}

/// What is wrong with a search: no sides, an anchor that is none of them, no turns, a grid that does not divide the day, and a
/// side without a calendar: nobody knows on which days it works.
[[nodiscard]] inline findings check(meeting_search const& asked) {
    using namespace lienvien::literals;
    using std::chrono::minutes;
    findings found;
    auto const report = [&](finding_code code, std::string subject, label message) {
        found.add({code, severity::error, std::move(subject), {}, to_text(message)});
    };
    if (asked.sides.empty() || asked.anchor >= asked.sides.size())
        report("meeting-without-sides"_finding, "meeting",
               {"không có bên tham gia, hoặc bên lấy giờ không có trong danh sách",
                "nobody takes part, or the side that gives the clock is not listed"});
    if (asked.turns < 1 || asked.turns > 10'000)
        report("meeting-turns"_finding, "meeting",
               {"so sánh từ 1 đến 10000 kỳ", "rules are compared by 1 to 10000 turns"});
    if (asked.step < 1 || asked.step > 1'200)
        report("recurrence-never"_finding, "meeting", {"bước lặp từ 1 đến 1200", "the step is 1 to 1200"});
    if (asked.grid < minutes(5) || asked.grid > minutes(1'440) || minutes(1'440) % asked.grid != minutes(0))
        report("meeting-grid"_finding, "meeting",
               {"bước giờ từ 5 phút và chia hết một ngày", "the grid is 5 minutes or more and divides a day"});
    if (asked.length < minutes(1) || asked.length > minutes(1'440))
        report("session-without-length"_finding, "meeting",
               {"buổi phải dài từ 1 phút đến 24 giờ", "a session lasts from a minute to 24 hours"});
    for (auto const& side : asked.sides) {
        found.append(check(side.party));
        if (side.usual.opens < minutes(0) || side.usual.closes > minutes(1'440) ||
            side.usual.closes <= side.usual.opens)
            report("window-closes-before-it-opens"_finding, "party " + side.party.name,
                   {"giờ làm việc thường ngày bị ngược", "the usual hours are reversed"});
        if (side.party.calendar.parts().empty())
            report("party-without-calendar"_finding, "party " + side.party.name,
                   {"bên này không có lịch làm việc: không biết ngày nào làm việc",
                    "this side has no calendar: nobody knows on which days it works"});
    }
    return found;
}

/// The value of a rule for meetings, recomputed from its series alone: the sessions are listed anew and every minute is
/// counted again. Precondition: `check(asked)` finds no error. Complexity: that of `sessions_of`.
[[nodiscard]] inline meeting_value value_of(meeting_search const& asked, consultation_series const& series) {
    auto const held = sessions_of(series, parties_of(asked), judged_days(asked, series.days));
    meeting_value value;
    value.lost = static_cast<std::int64_t>(held.refused.size() + held.skipped.size());
    for (auto const& each : held.sessions) value.moved += each.moved_from() ? 1 : 0;
    for (auto const& side : asked.sides) {
        std::chrono::minutes sum(0);
        for (auto const& each : held.sessions) sum += antisocial_minutes(side, each.when);
        value.all_minutes += sum.count();
        value.worst_minutes = sum.count() > value.worst_minutes ? sum.count() : value.worst_minutes;
    }
    return value;
}

/// What a plan for meetings is worth, and what it does not keep. For doubters: computed from the plan alone.
struct meeting_verified {
    lienvien::findings findings{};
    meeting_value value{};

    [[nodiscard]] bool keeps_all() const noexcept { return !findings.has_errors(); }
    friend bool operator==(meeting_verified const&, meeting_verified const&) = default;
};
/// Checks a plan: its sessions are those of its series, each lies within everybody's hours on days that they work, and its
/// minutes are counted right.
/// Findings: those of `check`; `meeting-sessions-differ`, `meeting-outside-hours`, `meeting-minutes-differ`.
[[nodiscard]] inline meeting_verified verify(meeting_search const& asked, meeting_plan const& plan) {
    using namespace lienvien::literals;
    meeting_verified answer{check(asked), {}};
    if (answer.findings.has_errors()) return answer;
    auto const report = [&](finding_code code, label message) {
        answer.findings.add({code, severity::error, "meeting", {}, to_text(message)});
    };
    if (plan.held != sessions_of(plan.series, parties_of(asked), judged_days(asked, plan.series.days)))
        report("meeting-sessions-differ"_finding,
               {"các buổi không phải là của quy tắc này", "the sessions are not those of the rule"});
    bool inside = true;
    bool counted = plan.antisocial.size() == asked.sides.size();
    for (std::size_t side = 0; side < asked.sides.size(); ++side) {
        std::chrono::minutes sum(0);
        for (auto const& each : plan.held.sessions) {
            inside = inside && !detail::against(asked.sides[side].party, each.when);
            sum += antisocial_minutes(asked.sides[side], each.when);
        }
        counted = counted && plan.antisocial[side] == sum;
    }
    if (!inside)
        report("meeting-outside-hours"_finding,
               {"có buổi nằm ngoài giờ hoặc ngày làm việc của một bên", "a session lies outside the hours of a side"});
    if (!counted)
        report("meeting-minutes-differ"_finding,
               {"số phút ngoài giờ tính sai", "the antisocial minutes are counted wrongly"});
    answer.value = value_of(asked, plan.series);
    return answer;
}

}  // namespace v0
}  // namespace lienvien
