#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/expects.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/calendar/working_day_table.hpp>
#include <lienvien/calendar/working_days.hpp>
#include <lienvien/lifecycle/promise_terms.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A due day and how it came about: first as the clause counts it, then as the calendar moved it.
struct due_day {
    partial_date day{};                ///< unknown where nobody knows, or where a policy refused it
    std::optional<sys_days> stated{};  ///< before it was moved, where it is exact
    day_outcome outcome{};             ///< what the calendar said; `not_known` where it was not asked
    std::vector<passed_day> passed{};  ///< the days stepped over, and why nobody works on them

    friend bool operator==(due_day const&, due_day const&) = default;
};

namespace detail {

[[nodiscard]] inline partial_date known_day(std::optional<sys_days> day) {
    return day ? partial_date(*day) : partial_date::unknown();
}

/// One exact day, moved as the clause says.
[[nodiscard]] inline due_day moved_day(working_calendar const& calendar, sys_days stated, when_off policy) {
    auto found = adjust(calendar, stated, policy);
    due_day made{{}, stated, found.outcome, std::move(found.passed)};
    if (found.outcome == day_outcome::found || found.outcome == day_outcome::moved) made.day = found.day;
    return made;
}

/// A date of which the earliest and latest days are counted and moved; each step keeps the order of days.
template <class Count>
[[nodiscard]] due_day counted_day(partial_date const& from, Count count) {
    if (auto const exact = from.exact()) return count(*exact);
    due_day made;
    if (from.is_always()) return made;
    if (auto const first = from.earliest()) {
        auto const bound = count(*first).day.exact();
        if (bound) made.day = made.day.not_before(*bound);
    }
    if (auto const last = from.latest()) {
        auto const bound = count(*last).day.exact();
        if (bound) made.day = made.day.not_after(*bound);
    }
    return made;
}

/// The due day of a clause that counts from a day.
[[nodiscard]] inline due_day day_after(working_calendar const& calendar, due_after const& clause,
                                       partial_date const& since) {
    return counted_day(since, [&](sys_days from) -> due_day {
        switch (clause.counted_in()) {
            case due_after::unit::days:
                return moved_day(calendar, from + std::chrono::days(clause.count()), clause.moved());
            case due_after::unit::months: {
                auto const stated = months_later(from, clause.count(), clause.lacking());
                if (!stated) return {{}, std::nullopt, day_outcome::refused, {}};
                return moved_day(calendar, *stated, clause.moved());
            }
            case due_after::unit::working_days:
                break;
        }
        auto found = add_working_days(calendar, from, clause.count());
        due_day made{{}, std::nullopt, found.outcome, std::move(found.passed)};
        if (found.has_day()) made.day = found.day, made.stated = found.day;
        return made;
    });
}

[[nodiscard]] inline due_day day_on(working_calendar const& calendar, due_on const& clause) {
    if (clause.moved() == when_off::unchanged) return {clause.date(), clause.date().exact(), day_outcome::found, {}};
    return counted_day(clause.date(), [&](sys_days from) { return moved_day(calendar, from, clause.moved()); });
}

}  // namespace detail

/// How a due day came about, in words: "2026-02-15, moved to 2026-02-23: 2026-02-16 VN: Lunar New Year's Eve; ...".
[[nodiscard]] inline std::string to_string(due_day const& due, language in) {
    bool const vietnamese = in == language::vi;
    if (!due.day.exact()) {
        if (due.outcome == day_outcome::refused)
            return vietnamese ? "không có ngày nào phù hợp" : "there is no such day";
        if (due.outcome == day_outcome::not_known && !due.passed.empty())
            return vietnamese ? "lịch không biết các ngày này" : "the calendar does not know these days";
        return due.day == partial_date::unknown() ? (vietnamese ? "chưa rõ hạn" : "due date not known")
                                                  : due.day.to_string();
    }
    std::string words = format_day(*due.day.exact());
    if (!due.stated || *due.stated == *due.day.exact()) return words;
    words = format_day(*due.stated) + (vietnamese ? ", dời sang " : ", moved to ") + words;
    for (auto const& each : due.passed) {
        words += (&each == &due.passed.front() ? ": " : "; ") + format_day(each.day);
        for (auto const& why : each.because) words += " " + to_string(why, in);
    }
    return words;
}

/// The due days of a monthly clause in `count` months from `first` on, one look into memory for each: for many clauses at
/// once. Nothing where the clause is none of every month, and as `working_day_table::every_month` says; then ask each
/// promise by itself. Complexity: constant, and constant for each day.
[[nodiscard]] inline std::optional<working_day_table::due_days> monthly_due_days(due_every const& clause,
                                                                                 working_day_table const& table,
                                                                                 std::chrono::year_month first,
                                                                                 int count) noexcept {
    auto const number = clause.rule().day_of_each_month();
    if (!number) return std::nullopt;
    return table.every_month(first, *number, count, clause.rule().lacking(), clause.moved());
}

}  // namespace v0
}  // namespace lienvien
