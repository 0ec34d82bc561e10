#pragma once

#include <lienvien/calendar/working_calendar.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What to do with a day that is not worked. Always said by the caller: nothing moves by itself.
enum class when_off : std::uint8_t {
    following,           ///< the next working day
    preceding,           ///< the working day before
    modified_following,  ///< the next working day, but the one before where the next lies in another month
    modified_preceding,  ///< the working day before, but the next where that lies in another month
    unchanged,           ///< leave it where it is
    refuse               ///< there is no such day then
};

/// How a question about working days came out.
enum class day_outcome : std::uint8_t {
    not_known,  ///< a day outside the known days of the calendar would have decided
    found,      ///< the day as asked for
    moved,      ///< another day, because the one asked for is not worked
    refused     ///< not worked, and moving it was not allowed
};
template <>
struct vocabulary<day_outcome> {
    using enum day_outcome;
    static constexpr std::array words{
        word<day_outcome>{not_known, "not_known", {"lịch không biết ngày này", "the calendar does not know the day"}},
        word<day_outcome>{found, "found", {"đúng ngày", "the day as asked for"}},
        word<day_outcome>{moved, "moved", {"đã dời ngày", "moved"}},
        word<day_outcome>{refused, "refused", {"không phải ngày làm việc", "not a working day"}}};
};

/// A day that was stepped over, and the holidays or the weekly rest that made it so.
struct passed_day {
    sys_days day;
    std::vector<day_reason> because;

    friend bool operator==(passed_day const&, passed_day const&) = default;
};

/// The day that came out of a question about working days, and which rule of which calendar moved it.
struct day_found {
    day_outcome outcome;
    sys_days day;  ///< `found`, `moved`: the answer. `refused`: the day asked for. `not_known`: the first day not known
    std::vector<passed_day> passed{};  ///< every day stepped over, in the order of the steps

    [[nodiscard]] bool has_day() const noexcept {
        return outcome == day_outcome::found || outcome == day_outcome::moved;
    }
    friend bool operator==(day_found const&, day_found const&) = default;
};

namespace detail {
/// The next day after `day` in the direction of `step` that is worked; keeps what it steps over.
[[nodiscard]] inline day_found next_worked(working_calendar const& calendar, sys_days day, std::chrono::days step) {
    day_found answer{day_outcome::found, day};
    for (;;) {
        answer.day += step;
        auto const worked = is_working_day(calendar, answer.day);
        if (is_yes(worked)) return answer;
        answer.passed.push_back({answer.day, calendar.reasons_off(answer.day)});
        if (is_unknown(worked) || answer.passed.size() > 3'660) {  // ten years off: the search ends
            answer.outcome = day_outcome::not_known;
            return answer;
        }
    }
}
[[nodiscard]] constexpr bool same_month(sys_days a, sys_days b) noexcept {
    year_month_day const first(a);
    year_month_day const second(b);
    return first.year() == second.year() && first.month() == second.month();
}
}  // namespace detail

/// The first working day after `day`. Errors: outcome `not_known`.
[[nodiscard]] inline day_found next_working_day(working_calendar const& calendar, sys_days day) {
    return detail::next_worked(calendar, day, std::chrono::days(1));
}
/// The last working day before `day`. Errors: outcome `not_known`.
[[nodiscard]] inline day_found previous_working_day(working_calendar const& calendar, sys_days day) {
    return detail::next_worked(calendar, day, std::chrono::days(-1));
}

/// The day itself where it is worked, otherwise what `policy` makes of it.
///
/// Errors: `refused` under `when_off::refuse`; `not_known` where a day that would have decided is outside the calendar.
/// `unchanged` asks nothing and is always `found`.
/// Complexity: one look at the calendar for each day stepped over.
[[nodiscard]] inline day_found adjust(working_calendar const& calendar, sys_days day, when_off policy) {
    if (policy == when_off::unchanged) return {day_outcome::found, day};
    auto const worked = is_working_day(calendar, day);
    if (is_yes(worked)) return {day_outcome::found, day};
    passed_day asked{day, calendar.reasons_off(day)};
    if (is_unknown(worked) || policy == when_off::refuse) {
        day_found answer{is_unknown(worked) ? day_outcome::not_known : day_outcome::refused, day};
        answer.passed.push_back(std::move(asked));
        return answer;
    }
    bool const forward = policy == when_off::following || policy == when_off::modified_following;
    bool const within_month = policy == when_off::modified_following || policy == when_off::modified_preceding;
    auto const move = [&](bool onward) {
        auto answer = detail::next_worked(calendar, day, std::chrono::days(onward ? 1 : -1));
        answer.passed.insert(answer.passed.begin(), asked);
        if (answer.has_day()) answer.outcome = day_outcome::moved;
        return answer;
    };
    auto answer = move(forward);
    if (!within_month) return answer;
    // Leaving the month is settled by its last day, whether or not the days beyond are known.
    if (detail::same_month(answer.day, day)) return answer;
    auto other = move(!forward);
    other.passed.insert(other.passed.begin(), answer.passed.begin(), answer.passed.end());
    return other;
}

/// The day that is `count` working days after `from`; before it for a negative count. The first day is not counted, so a
/// period of 10 working days that begins with a signature ends on add_working_days(calendar, signed_on, 10).
///
/// A count of 0 is `from` itself, worked or not.
/// Units: working days. Errors: outcome `not_known` where a day on the way is outside the calendar.
/// Complexity: one look at the calendar for each day on the way; for many questions see `working_day_table`.
/// Source: Civil Code 91/2015 article 147(2), from general knowledge: a period in days does not count its first day.
[[nodiscard]] inline day_found add_working_days(working_calendar const& calendar, sys_days from, int count) {
    day_found answer{day_outcome::found, from};
    auto const step = std::chrono::days(count < 0 ? -1 : 1);
    for (int left = count; left != 0; left += count < 0 ? 1 : -1) {
        auto next = detail::next_worked(calendar, answer.day, step);
        answer.day = next.day;
        for (auto& each : next.passed) answer.passed.push_back(std::move(each));
        if (next.has_day()) continue;
        answer.outcome = next.outcome;
        break;
    }
    return answer;
}

/// How many working days lie in [from, until): the first day counts, the last does not. Nothing where a day is not known.
[[nodiscard]] inline std::optional<int> count_working_days(working_calendar const& calendar, sys_days from,
                                                           sys_days until) {
    int count = 0;
    for (auto day = from; day < until; day += std::chrono::days(1)) {
        auto const worked = is_working_day(calendar, day);
        if (is_unknown(worked)) return std::nullopt;
        if (is_yes(worked)) ++count;
    }
    return count;
}

}  // namespace v0
}  // namespace lienvien
