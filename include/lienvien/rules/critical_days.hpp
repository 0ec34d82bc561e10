#pragma once

#include <lienvien/network/critical_days.hpp>
#include <lienvien/rules/decide.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// The instruments of a book, each once, in the order of its rules.
template <class... Rules>
[[nodiscard]] std::vector<instrument> instruments_of(rulebook_declaration<Rules...> const& book) {
    std::vector<instrument> all;
    for (auto const& heading : book.headings()) {
        bool seen = false;
        for (auto const& earlier : all) seen = seen || earlier == heading.basis.text;
        if (!seen) all.push_back(heading.basis.text);
    }
    return all;
}
[[nodiscard]] inline fact_name name_fact_of(instrument const& text) {
    return {joined({"instrument ", text.number.empty() ? text.name.en : text.number}), phrase(text.name, text.number)};
}

template <class Book>
void add_rule_turns(std::vector<dated_cause>& turns, Book const& book, sys_days from, sys_days until) {
    for (auto const& text : instruments_of(book)) {
        auto const add = [&](std::optional<sys_days> on, turn becomes) {
            if (on && *on >= from && *on < until) turns.push_back({*on, {becomes, name_fact_of(text), {}}});
        };
        add(text.in_force.first(), turn::begins);
        if (text.uncertain_from && text.in_force.contains(*text.uncertain_from))
            add(text.uncertain_from, turn::may_end);
        add(text.in_force.first_after(), turn::ends);
    }
}

}  // namespace detail

/// The days from `from` until before `until` on which any answer of the rules about the network can change: those of the
/// facts, and those on which an instrument of the book begins, ends or becomes uncertain.
///
/// Between two consecutive days every decision (need, institution) is the same, with the same rules bearing on it.
/// Errors, complexity: as for `critical_days(network, from, until)`, and one step for each rule.
template <class... Rules>
[[nodiscard]] std::vector<critical_day> critical_days(network const& all, rulebook_declaration<Rules...> const& book,
                                                      sys_days from, sys_days until,
                                                      sys_days known_on = (sys_days::max)()) {
    auto turns = detail::turns_of(all, from, until, known_on);
    detail::add_rule_turns(turns, book, from, until);
    return detail::by_day(std::move(turns));
}

/// A verdict, and which of the rules that bear on it stand in a text of which it is not certain that it is in force.
struct case_decision {
    lienvien::verdict verdict;
    rule_set uncertain = 0;

    friend bool operator==(case_decision const&, case_decision const&) = default;
};

/// How the decision on one institution changed.
struct decision_change {
    institution_id institution;
    case_decision before;
    case_decision after;

    /// Does the outcome change, or only which rules bear on it, and how surely?
    [[nodiscard]] bool of_outcome() const noexcept { return before.verdict.outcome != after.verdict.outcome; }
    friend bool operator==(decision_change const&, decision_change const&) = default;
};

/// A day on which the decision on a need changes for some institution.
struct decision_day {
    sys_days day;
    std::vector<decision_change> changes;  ///< in the order of the network
    std::vector<day_cause> causes;         ///< all that begins or ends on the day

    friend bool operator==(decision_day const&, decision_day const&) = default;
};
struct decision_days {
    std::vector<decision_day> days;
    std::optional<sys_days> stopped_before{};  ///< where the run was stopped: days from here on were not looked at

    friend bool operator==(decision_days const&, decision_days const&) = default;
};

/// The days from `from` until before `until` on which the decision on a need really changes: the outcome of an institution,
/// which rules surely bear, or may bear, on it, or whether those rules are certain to be in force.
///
/// Exact: between two of the days nothing changes, and on each of them something does. The day before `from` is what `from`
/// is compared with.
/// \param policy  what to do with rules that may no longer be in force
/// Errors: none thrown; a run that is stopped says from which day on nothing was looked at.
/// Complexity: one snapshot, and institutions x rules, for each critical day of the network and the book.
template <class... Rules>
[[nodiscard]] decision_days critical_days(network const& all, rulebook_declaration<Rules...> const& book,
                                          patient_need const& need, sys_days from, sys_days until,
                                          uncertain_rules policy = uncertain_rules::apply_and_say,
                                          sys_days known_on = (sys_days::max)(), progress told = {}) {
    auto const read = [&](snapshot const& today) {
        auto const given = decide(today, book, need, policy);
        std::vector<case_decision> cases;
        cases.reserve(given.verdicts().size());
        for (auto const& each : given.verdicts())
            cases.push_back({each, (each.bears | each.open) & given.rules().uncertain});
        return cases;
    };
    auto changed =
        detail::keep_changes(all, critical_days(all, book, from, until, known_on), from, known_on, read, told);
    decision_days found{{}, changed.stopped_before};
    for (auto& each : changed.days) {
        decision_day day{each.day, {}, std::move(each.causes)};
        for (std::size_t s = 0; s < each.after.size(); ++s) {
            if (each.before[s] == each.after[s]) continue;
            day.changes.push_back({all.institutions[s].id, each.before[s], each.after[s]});
        }
        found.days.push_back(std::move(day));
    }
    return found;
}

}  // namespace v0
}  // namespace lienvien
