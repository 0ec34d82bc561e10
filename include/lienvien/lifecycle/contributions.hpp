#pragma once

#include <lienvien/lifecycle/ledger.hpp>

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What an institution gave under one commitment, and the events that show it.
struct contribution {
    institution_id giver;
    institution_id receiver;
    agreement_id agreement;
    commitment_id commitment;
    lienvien::activity activity{};
    items given{0};
    items late{0};  ///< the part of it that came after its due day
    std::vector<promise_event_id> evidence{};

    friend bool operator==(contribution const&, contribution const&) = default;
};

/// What each debtor gave by the end of a day, as far as events show it: nothing without evidence. In the order of the
/// network.
[[nodiscard]] inline std::vector<contribution> contributions_by(promise_book const& book,
                                                                promise_history const& history, sys_days today,
                                                                working_calendar const& calendar) {
    std::vector<contribution> all;
    for (auto const& stands : standings_on(book, history, today, calendar)) {
        if (stands.given == items(0)) continue;
        contribution made{.giver = stands.debtor,
                          .receiver = stands.creditor,
                          .agreement = stands.agreement,
                          .commitment = stands.commitment,
                          .activity = book.find(stands.commitment)->what->activity,
                          .given = stands.given};
        for (auto const* mark : detail::counting(history, event_subject(stands.commitment), today)) {
            bool aside = mark->kind != promise_event_kind::performed;
            for (auto const& each : stands.set_aside) aside = aside || each == mark->id;
            if (!aside) made.evidence.push_back(mark->id);
        }
        for (auto const& turn : stands.turns) {
            if (turn.state == promise_state::fulfilled_late) made.late = made.late + turn.given;
        }
        all.push_back(std::move(made));
    }
    return all;
}

/// The contributions that a recognition thanks for: those of the institutions that it honours, under the agreements that it
/// names, by its day where that is exact, else by `today`. Empty: no event of the log shows any.
[[nodiscard]] inline std::vector<contribution> shown_for(recognition const& thanks, promise_book const& book,
                                                         promise_history const& history, sys_days today,
                                                         working_calendar const& calendar) {
    std::vector<contribution> some;
    auto const on = thanks.on.exact().value_or(today);
    for (auto& each : contributions_by(book, history, on < today ? on : today, calendar)) {
        bool honoured = false;
        bool named = false;
        for (auto const& who : thanks.institutions) honoured = honoured || who == each.giver;
        for (auto const& under : thanks.contributions) named = named || under == each.agreement;
        if (honoured && named) some.push_back(std::move(each));
    }
    return some;
}

/// Who may be proposed for an honour: every giver whose contributions satisfy the caller's rule, which is asked once for
/// each giver with all of them. There is no rule of the library's own.
template <class Rule>
[[nodiscard]] std::vector<institution_id> candidates(std::vector<contribution> const& all, Rule const& satisfies) {
    std::vector<institution_id> found;
    std::vector<institution_id> asked;
    for (auto const& first : all) {
        bool again = false;
        for (auto const& each : asked) again = again || each == first.giver;
        if (again) continue;
        asked.push_back(first.giver);
        std::vector<contribution> own;
        for (auto const& each : all) {
            if (each.giver == first.giver) own.push_back(each);
        }
        if (satisfies(first.giver, own)) found.push_back(first.giver);
    }
    return found;
}

/// Is the honour known by this name? Names that sources give differently all count, in either language.
[[nodiscard]] inline bool is_named(recognition const& thanks, std::string_view name) noexcept {
    for (auto const& each : thanks.names) {
        if (each.vi == name || each.en == name) return true;
    }
    return false;
}

}  // namespace v0
}  // namespace lienvien
