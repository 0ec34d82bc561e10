#pragma once

#include <lienvien/lifecycle/promises_on.hpp>

#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A request for what is owed on demand, and how long the answer took: an advice line, a consultation on a hard case.
struct response {
    promise_event_id request;
    sys_days asked_on;
    std::optional<sys_days> answered_on{};
    std::optional<std::chrono::days> took{};  ///< days: the smallest unit of the log
    partial_date due{};                       ///< unknown where no response time is agreed
    promise_state state{};
    truth late{};

    friend bool operator==(response const&, response const&) = default;
};

/// Every request for one commitment by the end of `today`, in the order of asking. Empty where it is not owed on demand.
///
/// An answer that does not say which request it is for goes to the oldest one that is open on its day.
[[nodiscard]] inline std::vector<response> responses_to(promise_book const& book, promise_history const& history,
                                                        commitment_id const& which, sys_days today,
                                                        working_calendar const& calendar) {
    std::vector<response> all;
    auto const stands = standing_on(book, history, which, today, calendar);
    if (!stands) return all;
    for (auto const& turn : stands->turns) {
        if (!turn.request || !turn.opens) continue;
        response made{.request = *turn.request,
                      .asked_on = *turn.opens,
                      .answered_on = turn.done_on,
                      .due = turn.due.day,
                      .state = turn.state,
                      .late = turn.late};
        if (turn.done_on) made.took = *turn.done_on - *turn.opens;
        all.push_back(std::move(made));
    }
    return all;
}

/// Is the right to ask in force on the day: does it bind, is nothing suspended, have its conditions come?
[[nodiscard]] inline truth may_request(promise_standing const& right) noexcept {
    switch (right.state) {
        case promise_state::in_force:
        case promise_state::due:
        case promise_state::violated_open:
        case promise_state::fulfilled:
        case promise_state::fulfilled_late:
            return truth::yes;
        case promise_state::not_known:
            return truth::unknown;
        default:
            return truth::no;
    }
}

}  // namespace v0
}  // namespace lienvien
