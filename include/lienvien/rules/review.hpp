#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/base/progress.hpp>
#include <lienvien/network/journal.hpp>
#include <lienvien/rules/critical_days.hpp>
#include <lienvien/rules/decide.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A question that was put in the past: the need, for which day, and with the knowledge of which day it was decided.
struct past_question {
    patient_need need;
    sys_days day;
    sys_days known_on;

    friend bool operator==(past_question const&, past_question const&) = default;
};

/// A past decision that would have been another.
struct reviewed_decision {
    std::size_t question = 0;              ///< place in the log
    std::vector<decision_change> changes;  ///< one for each institution on which the decision changes

    friend bool operator==(reviewed_decision const&, reviewed_decision const&) = default;
};
struct review {
    std::vector<reviewed_decision> changed;  ///< in the order of the log
    std::size_t looked_at = 0;  ///< questions that were looked at: all of the log, unless the run was stopped
    bool stopped = false;

    friend bool operator==(review const&, review const&) = default;
};

namespace detail {

/// The decision on every institution of a network, by its identity.
struct decided_network {
    std::vector<institution_id> institutions;
    std::vector<case_decision> cases;
};
template <class Book>
[[nodiscard]] decided_network decide_in(network const& known, past_question const& asked, Book const& book,
                                        uncertain_rules policy) {
    auto const today = as_of(known, asked.day, asked.known_on);
    auto const given = decide(today, book, asked.need, policy);
    decided_network made;
    for (std::size_t s = 0; s < given.verdicts().size(); ++s) {
        auto const& each = given.verdicts()[s];
        made.institutions.push_back(known.institutions[s].id);
        made.cases.push_back({each, (each.bears | each.open) & given.rules().uncertain});
    }
    return made;
}
/// An institution that one side lacks counts there as one on which the rules say nothing (a verdict made by default).
[[nodiscard]] inline std::vector<decision_change> changes_between(decided_network const& then,
                                                                  decided_network const& now) {
    std::vector<decision_change> changes;
    auto const find = [](decided_network const& in, institution_id const& id, std::size_t hint) {
        if (hint < in.institutions.size() && in.institutions[hint] == id) return std::optional(hint);
        for (std::size_t at = 0; at < in.institutions.size(); ++at) {
            if (in.institutions[at] == id) return std::optional(at);
        }
        return std::optional<std::size_t>();
    };
    for (std::size_t at = 0; at < then.cases.size(); ++at) {
        auto const twin = find(now, then.institutions[at], at);
        auto const after = twin ? now.cases[*twin] : case_decision{};
        if (!(then.cases[at] == after)) changes.push_back({then.institutions[at], then.cases[at], after});
    }
    for (std::size_t at = 0; at < now.cases.size(); ++at) {
        if (!find(then, now.institutions[at], at))
            changes.push_back({now.institutions[at], case_decision{}, now.cases[at]});
    }
    return changes;
}

/// Decides each question twice; `then(question)` and `now(question)` give how many entries were known, and which one more.
template <class Book, class Now>
[[nodiscard]] review review_log(journal const& written, std::vector<past_question> const& log, Book const& book,
                                uncertain_rules policy, progress told, sys_days known_later, Now now) {
    review made;
    std::vector<std::size_t> order;  // questions that share what was known follow each other
    for (std::size_t at = 0; at < log.size(); ++at) order.push_back(at);
    sort_by(order, [&](std::size_t a, std::size_t b) { return log[a].known_on < log[b].known_on; });
    std::optional<std::size_t> known;
    network then_known;
    network now_known;
    bool differs = false;
    for (auto const at : order) {
        if (told.stopped()) {
            made.stopped = true;
            break;
        }
        auto const count = written.count_known_on(log[at].known_on);
        if (known != count) {
            known = count;
            then_known = written.known_after(count);
            now_known = now(count);
            differs = !(then_known == now_known);
        }
        past_question again = log[at];
        if (again.known_on < known_later) again.known_on = known_later;
        if (differs || again.known_on != log[at].known_on) {
            auto changes = changes_between(decide_in(then_known, log[at], book, policy),
                                           decide_in(now_known, again, book, policy));
            if (!changes.empty()) made.changed.push_back({at, std::move(changes)});
        }
        ++made.looked_at;
        made.stopped = !told.tell(made.looked_at, log.size()) && made.looked_at < log.size();
        if (made.stopped) break;
    }
    sort_by(made.changed, [](auto const& a, auto const& b) { return a.question < b.question; });
    return made;
}

}  // namespace detail

/// Decides a past question again from what was known then: the decision for every institution, as it was made.
///
/// \returns the network to ask: name it, then `as_of(network, question.day, question.known_on)` and `decide`.
[[nodiscard]] inline network known_for(journal const& written, past_question const& asked) {
    return written.known_on(asked.known_on);
}

/// Which decisions of a log one entry would have changed, had it been known: a fact recorded late, a correction, a
/// withdrawal. Exactly those: each question is decided from what was known for it, without and with that entry.
///
/// A decision that was made with the entry known is not among them, nor one that did not rest on what it corrects.
/// Precondition: the journal has the entry (`find` gives its place).
/// Errors: none thrown; a stopped run says how many questions were looked at.
/// Complexity: a rebuilt network for each day of knowledge in the log, two decisions for each question that can differ.
template <class... Rules>
[[nodiscard]] review decisions_changed_by(journal const& written, std::size_t entry,
                                          std::vector<past_question> const& log,
                                          rulebook_declaration<Rules...> const& book,
                                          uncertain_rules policy = uncertain_rules::apply_and_say, progress told = {}) {
    return detail::review_log(written, log, book, policy, told, (sys_days::min)(), [&](std::size_t known) {
        return entry < known ? written.known_after(known) : written.known_after(known, entry);
    });
}

/// Which decisions of a log would be others with everything that is in the journal, and known by its sources, by a later day.
/// Errors, complexity: as for `decisions_changed_by`.
template <class... Rules>
[[nodiscard]] review decisions_in_hindsight(journal const& written, sys_days known_later,
                                            std::vector<past_question> const& log,
                                            rulebook_declaration<Rules...> const& book,
                                            uncertain_rules policy = uncertain_rules::apply_and_say,
                                            progress told = {}) {
    auto const later = written.count_known_on(known_later);
    return detail::review_log(written, log, book, policy, told, known_later,
                              [&](std::size_t known) { return written.known_after(known < later ? later : known); });
}

}  // namespace v0
}  // namespace lienvien
