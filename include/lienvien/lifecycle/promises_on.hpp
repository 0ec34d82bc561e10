#pragma once

#include <lienvien/lifecycle/promise_account.hpp>

#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Where a promise stands at the end of a day, with its turns, what was done for each, and whose fault a delay is.
///
/// \param calendar the days on which work is done; a default-made one works every day.
/// Nothing where the book has no such commitment. An undated promise is never late: its due date is not known.
/// Complexity: linear in its turns and events, and in those of what it waits for.
[[nodiscard]] inline std::optional<promise_standing> standing_on(promise_book const& book,
                                                                 promise_history const& history,
                                                                 commitment_id const& which, sys_days today,
                                                                 working_calendar const& calendar) {
    auto const* const each = book.find(which);
    if (!each) return std::nullopt;
    return detail::promise_reader(book, history, today, calendar).standing(*each);
}

/// Where every promise stands, or every one of one agreement, in the order of the network.
[[nodiscard]] inline std::vector<promise_standing> standings_on(promise_book const& book,
                                                                promise_history const& history, sys_days today,
                                                                working_calendar const& calendar,
                                                                std::optional<agreement_id> const& only = {}) {
    std::vector<promise_standing> all;
    detail::promise_reader const reader(book, history, today, calendar);
    for (auto const& each : book.promises()) {
        if (!only || each.under->id == *only) all.push_back(reader.standing(each));
    }
    return all;
}

}  // namespace v0
}  // namespace lienvien
