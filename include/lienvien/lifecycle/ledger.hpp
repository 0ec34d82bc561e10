#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/lifecycle/promises_on.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// One commitment of a ledger, in its own units: what `what` of the commitment counts, or times where it counts nothing.
///
/// promised + beyond = given + open, always. What is not known is said, never counted as nothing: `undated` turns have no
/// known due date and are open without being late; `endless` is what is kept up or comes on demand, so that no sum was
/// promised beforehand.
struct ledger_line {
    commitment_id commitment;
    agreement_id agreement;
    institution_id giver;
    institution_id receiver;
    promise_state state{};
    items promised{
        0};          ///< of the turns that have fallen due by the day, or were done before; none of what is not binding
    items given{0};  ///< everything performed
    items open{0};   ///< promised and not given, whether or not it is late
    items overdue{0};  ///< the part of it that is late
    items undated{0};  ///< the part of it whose due date is not known
    items beyond{0};   ///< given, and more than was promised
    bool endless = false;
    std::optional<institution_id> blame{};

    friend bool operator==(ledger_line const&, ledger_line const&) = default;
};

/// What institutions gave each other and owe each other on a day.
struct ledger {
    std::vector<ledger_line> lines{};

    /// The lines in which one gives to the other: both directions of an agreement are two calls.
    [[nodiscard]] std::vector<ledger_line> from_to(institution_id const& giver, institution_id const& receiver) const {
        std::vector<ledger_line> some;
        for (auto const& each : lines) {
            if (each.giver == giver && each.receiver == receiver) some.push_back(each);
        }
        return some;
    }
    [[nodiscard]] std::vector<ledger_line> given_by(institution_id const& giver) const {
        std::vector<ledger_line> some;
        for (auto const& each : lines) {
            if (each.giver == giver) some.push_back(each);
        }
        return some;
    }
    [[nodiscard]] std::vector<ledger_line> received_by(institution_id const& receiver) const {
        std::vector<ledger_line> some;
        for (auto const& each : lines) {
            if (each.receiver == receiver) some.push_back(each);
        }
        return some;
    }
    friend bool operator==(ledger const&, ledger const&) = default;
};

/// The line of a standing.
///
/// Turns count as promised from their due day on, those done earlier from then; turns without a known due date at once.
[[nodiscard]] inline ledger_line line_of(promise_standing const& standing, sys_days today) {
    ledger_line made{.commitment = standing.commitment,
                     .agreement = standing.agreement,
                     .giver = standing.debtor,
                     .receiver = standing.creditor,
                     .state = standing.state,
                     .given = standing.given,
                     .beyond = standing.beyond,
                     .endless = standing.turns.empty(),
                     .blame = standing.blame()};
    if (standing.turns.empty()) {  // kept up, without turns: what was given is what was promised
        made.promised = made.given;
        made.beyond = items(0);
    }
    for (auto const& turn : standing.turns) {
        if (turn.request) made.endless = true;
        bool const released = turn.state == promise_state::cancelled || turn.state == promise_state::expired ||
                              turn.state == promise_state::not_binding || turn.state == promise_state::conditional ||
                              turn.state == promise_state::not_begun;
        bool const ahead = turn.due.day.earliest() && *turn.due.day.earliest() > today;
        // What was done counts as promised; the rest only where it is owed by now.
        if (released || ahead) {
            made.promised = made.promised + turn.given;
            continue;
        }
        made.promised = made.promised + turn.needed;
        auto const lacks = turn.needed - turn.given;
        made.open = made.open + lacks;
        if (is_yes(turn.late) && !turn.done_on) made.overdue = made.overdue + lacks;
        if (!turn.due.day.latest()) made.undated = made.undated + lacks;
    }
    return made;
}

/// The ledger of one agreement, or of all.
[[nodiscard]] inline ledger ledger_on(promise_book const& book, promise_history const& history, sys_days today,
                                      working_calendar const& calendar, std::optional<agreement_id> const& only = {}) {
    ledger made;
    for (auto const& each : standings_on(book, history, today, calendar, only)) {
        auto const kind = book.find(each.commitment)->what->kind;
        if (kind == commitment_kind::permission || kind == commitment_kind::prohibition ||
            kind == commitment_kind::power)
            continue;  // nothing is given
        made.lines.push_back(line_of(each, today));
    }
    return made;
}

}  // namespace v0
}  // namespace lienvien
