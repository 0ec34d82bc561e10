#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/base/progress.hpp>
#include <lienvien/network/dates_of.hpp>
#include <lienvien/network/snapshot.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What becomes of a fact on a day. A date that is known only in part gives two days, and between them it is open whether
/// the fact has begun, or ended.
enum class turn : std::uint8_t { not_known, may_begin, begins, has_begun, may_end, ends, has_ended };
template <>
struct vocabulary<turn> {
    using enum turn;
    static constexpr std::array words{
        word<turn>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<turn>{may_begin, "may_begin", {"sớm nhất có thể bắt đầu từ ngày này", "may begin from this day on"}},
        word<turn>{begins, "begins", {"bắt đầu", "begins"}},
        word<turn>{has_begun, "has_begun", {"từ ngày này chắc chắn đã bắt đầu", "has surely begun by this day"}},
        word<turn>{may_end, "may_end", {"sớm nhất có thể kết thúc từ ngày này", "may end from this day on"}},
        word<turn>{ends, "ends", {"không còn nữa", "no longer holds"}},
        word<turn>{has_ended, "has_ended", {"từ ngày này chắc chắn đã kết thúc", "has surely ended by this day"}}};
};

/// One fact that begins or ends on a critical day.
struct day_cause {
    turn becomes{};
    fact_name fact;
    std::string pointer;  ///< where the time stands: a JSON pointer into the network; empty for a rule

    friend bool operator==(day_cause const&, day_cause const&) = default;
};

/// A day on which an answer can change: the first day of a new state of affairs.
struct critical_day {
    sys_days day;
    std::vector<day_cause> causes;  ///< in the order of the network; rules after facts

    friend bool operator==(critical_day const&, critical_day const&) = default;
};

namespace detail {

struct dated_cause {
    sys_days on;
    day_cause cause;
};

/// The days on which it changes whether a date has come, and to what.
template <class Take>
void for_each_turn(partial_date const& date, bool is_end, Take take) {
    auto const first = date.earliest();
    auto const last = date.latest();
    bool const at_once = first && last && *first >= *last;  // exact, or bounds that contradict each other
    if (at_once) {
        take(*last, is_end ? turn::ends : turn::begins);
        return;
    }
    if (first) take(*first, is_end ? turn::may_end : turn::may_begin);
    if (last) take(*last, is_end ? turn::has_ended : turn::has_begun);
}

[[nodiscard]] inline std::vector<dated_cause> turns_of(network const& all, sys_days from, sys_days until,
                                                       sys_days known_on) {
    std::vector<dated_cause> turns;
    for_each_time(
        all, known_on,
        [&](std::string_view list, std::size_t at, auto const& noun, std::string_view member, written_time when) {
            auto const add = [&](sys_days on, turn becomes) {
                if (on < from || on >= until) return;
                turns.push_back(
                    {on, {becomes, name_fact(noun), joined({"/", list, "/", std::to_string(at), "/", member})}});
            };
            if (when.begins) for_each_turn(*when.begins, false, add);
            if (when.ends) for_each_turn(*when.ends, true, add);
        });
    return turns;
}

/// Causes put under their days, in order.
[[nodiscard]] inline std::vector<critical_day> by_day(std::vector<dated_cause> turns) {
    sort_by(turns, [](dated_cause const& a, dated_cause const& b) { return a.on < b.on; });
    std::vector<critical_day> days;
    for (auto& each : turns) {
        if (days.empty() || days.back().day != each.on) days.push_back({each.on, {}});
        days.back().causes.push_back(std::move(each.cause));
    }
    return days;
}

}  // namespace detail

/// The days from `from` until before `until` on which any answer about the network can change, with what begins or ends on
/// each: bounds of validities, licences, agreements, regimes, certificates, technique lists, stages, due dates.
///
/// No answer that a snapshot gives differs between two days with no critical day after the first and up to the second. The
/// list may hold more days than a given question needs: `days_of_change` and the form that takes a need keep the days on
/// which that answer changes. A day that a source leaves open gives its earliest and its latest possible day; one without
/// bounds gives none, because it is open on every day. Rules are not asked here; see rules/critical_days.hpp. The day on
/// which a certificate unused for a time lapses cannot be known from the network and is left out.
///
/// \param known_on  facts that were not known by then are left out; without it everything written counts
/// Errors: none; where `until` is not after `from` there are no days.
/// Complexity: O(n log n) for n written times.
[[nodiscard]] inline std::vector<critical_day> critical_days(network const& all, sys_days from, sys_days until,
                                                             sys_days known_on = (sys_days::max)()) {
    return detail::by_day(detail::turns_of(all, from, until, known_on));
}

/// An answer that changed on a day.
template <class Answer>
struct change_on_day {
    sys_days day;
    Answer before;
    Answer after;
    std::vector<day_cause> causes;  ///< all that begins or ends on the day; `difference` finds which of it did it

    friend bool operator==(change_on_day const&, change_on_day const&) = default;
};

/// The days on which an answer changes, in order.
template <class Answer>
struct days_changed {
    std::vector<change_on_day<Answer>> days;
    std::optional<sys_days> stopped_before{};  ///< where the run was stopped: days from here on were not looked at

    friend bool operator==(days_changed const&, days_changed const&) = default;
};

namespace detail {

/// Reads an answer on each candidate day and keeps the days on which it is another than before.
template <class Read>
[[nodiscard]] auto keep_changes(network const& all, std::vector<critical_day> candidates, sys_days from,
                                sys_days known_on, Read read, progress told) {
    using answer_type = decltype(read(std::declval<snapshot const&>()));
    days_changed<answer_type> found;
    if (candidates.empty()) return found;
    if (told.stopped()) {
        found.stopped_before = candidates.front().day;
        return found;
    }
    answer_type now = read(snapshot(all, {from - std::chrono::days(1), known_on}));
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        auto& candidate = candidates[at];
        answer_type next = read(snapshot(all, {candidate.day, known_on}));
        if (!(next == now)) {
            found.days.push_back({candidate.day, std::move(now), next, std::move(candidate.causes)});
            now = std::move(next);
        }
        if (!told.tell(at + 1, candidates.size()) && at + 1 < candidates.size()) {
            found.stopped_before = candidates[at + 1].day;
            return found;
        }
    }
    return found;
}

}  // namespace detail

/// The days from `from` until before `until` on which an answer really changes; `read(snapshot)` gives the answer, any
/// value that can be compared.
///
/// Exact: between two of the days the answer stays the same, and on each it is another than on the day before.
/// Precondition: `read` depends on the snapshot only.
/// Errors: none; a run that is stopped says from which day on nothing was looked at.
/// Complexity: one snapshot and one reading for each critical day.
/// Example: `days_of_change(all, first, last, [&](snapshot const& today) { return today.performs(where, technique); })`
template <class Read>
[[nodiscard]] auto days_of_change(network const& all, sys_days from, sys_days until, Read read,
                                  sys_days known_on = (sys_days::max)(), progress told = {}) {
    return detail::keep_changes(all, critical_days(all, from, until, known_on), from, known_on, std::move(read), told);
}

}  // namespace v0
}  // namespace lienvien
