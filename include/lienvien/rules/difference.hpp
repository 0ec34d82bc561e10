#pragma once

#include <lienvien/base/progress.hpp>
#include <lienvien/network/changed_facts.hpp>
#include <lienvien/rules/critical_days.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/probes.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How the decision on one need and one institution differs, and why. No outcome: the network does not have the institution.
struct outcome_difference {
    need_id need;
    institution_id institution;
    std::optional<outcome> before;
    std::optional<outcome> after;
    std::vector<changed_fact> causes;  ///< the fact that did it, or the fewest that did it together
    bool necessary = false;            ///< without them it would not be so: nothing else would have done it
    bool restores = false;             ///< without them it would be as before

    friend bool operator==(outcome_difference const&, outcome_difference const&) = default;
};

/// How it differs whether an institution performs a technique, and why. No truth: the network does not have one of them.
struct capability_difference {
    institution_id institution;
    technique_id technique;
    std::optional<truth> before;
    std::optional<truth> after;
    std::vector<changed_fact> causes;
    bool necessary = false;
    bool restores = false;

    friend bool operator==(capability_difference const&, capability_difference const&) = default;
};

/// What is otherwise in a later state of affairs: what became possible, impossible, or open.
struct network_difference {
    std::vector<outcome_difference> outcomes;  ///< by need as given, then in the order of the institutions
    std::vector<capability_difference> capabilities;
    bool stopped =
        false;  ///< the run was stopped: everything that differs is there, but not every cause was looked for

    [[nodiscard]] bool empty() const noexcept { return outcomes.empty() && capabilities.empty(); }
    friend bool operator==(network_difference const&, network_difference const&) = default;
};

namespace detail {

/// The difference, with states of affairs between the two as `Worlds` gives them.
template <class Worlds, class Book>
[[nodiscard]] network_difference difference_by(snapshot const& before, snapshot const& after, Book const& book,
                                               std::vector<patient_need> const& needs, uncertain_rules policy,
                                               progress told) {
    prober<Book, Worlds> probing(before, after, book, needs, policy);
    bool const finished = probing.find_causes(told);
    network_difference found;
    found.stopped = !finished;
    for (auto& each : probing.changed()) {
        if (each.need) {
            auto const as_outcome = [](std::optional<int> value) {
                return value ? std::optional(static_cast<outcome>(*value)) : std::nullopt;
            };
            found.outcomes.push_back({needs[*each.need].id, each.institution, as_outcome(each.before),
                                      as_outcome(each.after), probing.words_of(each.group), each.necessary,
                                      each.restores});
        } else {
            auto const as_truth = [](std::optional<int> value) {
                return value ? std::optional(static_cast<truth>(*value)) : std::nullopt;
            };
            found.capabilities.push_back({each.institution, *each.technique, as_truth(each.before),
                                          as_truth(each.after), probing.words_of(each.group), each.necessary,
                                          each.restores});
        }
    }
    return found;
}

}  // namespace detail

/// What differs between two states of affairs, and which fact did it: two days of one network, two networks on one day, or
/// one day as it was known on two others.
///
/// For each difference the causes are a smallest group of changed facts, and texts of rules that came into force or ended,
/// in this sense: with them alone changed, and all else as before, the answer is the later one; with fewer of them it is
/// not. Where one fact alone does it, one is named: among several such one whose undoing restores the earlier answer, else one
/// that is necessary, else the first. No cause means
/// that the day itself did it: a rule that reads the day rather than a fact.
///
/// \param before, after  snapshots; both must outlive the call
/// \param needs          the needs that are decided on both sides, under the same book and policy
/// Errors: none thrown; a stopped run says so.
/// Complexity: for each changed fact two moves of a `situation` (a new snapshot where institutions, techniques, packages or
/// their ties changed), and O(n log n) more for n changed facts where no single one does it; institutions x needs x rules and
/// institutions x techniques on either side.
template <class... Rules>
[[nodiscard]] network_difference difference(snapshot const& before, snapshot const& after,
                                            rulebook_declaration<Rules...> const& book,
                                            std::vector<patient_need> const& needs,
                                            uncertain_rules policy = uncertain_rules::apply_and_say,
                                            progress told = {}) {
    return detail::difference_by<detail::stepping>(before, after, book, needs, policy, told);
}
// clang-format off
template <class... Rest>
void difference(snapshot const&&, snapshot const&, Rest const&...) = delete;  // LIENVIEN-E025: a difference looks into its snapshots: name them
// clang-format on

/// Do two differences say the same of what changed, whatever they say of why?
[[nodiscard]] inline bool same_changes(network_difference const& a, network_difference const& b) {
    auto const covers = [](auto const& all, auto const& in, auto same) {
        if (all.size() != in.size()) return false;
        for (auto const& each : all) {
            bool found = false;
            for (auto const& other : in) found = found || same(each, other);
            if (!found) return false;
        }
        return true;
    };
    return covers(a.outcomes, b.outcomes,
                  [](outcome_difference const& x, outcome_difference const& y) {
                      return x.need == y.need && x.institution == y.institution && x.before == y.before &&
                             x.after == y.after;
                  }) &&
           covers(a.capabilities, b.capabilities, [](capability_difference const& x, capability_difference const& y) {
               return x.institution == y.institution && x.technique == y.technique && x.before == y.before &&
                      x.after == y.after;
           });
}

namespace detail {

template <class Change, class SameSubject>
[[nodiscard]] std::vector<Change> compose_changes(std::vector<Change> const& first, std::vector<Change> const& then,
                                                  SameSubject same) {
    std::vector<Change> whole;
    std::vector<bool> used(then.size(), false);
    for (auto const& each : first) {
        Change change = each;
        for (std::size_t at = 0; at < then.size(); ++at) {
            if (used[at] || !same(each, then[at])) continue;
            used[at] = true;
            LIENVIEN_EXPECTS(change.after == then[at].before, "the second difference begins where the first one ends");
            change.after = then[at].after;
            change.causes.insert(change.causes.end(), then[at].causes.begin(), then[at].causes.end());
            change.necessary = change.restores = false;
            break;
        }
        if (change.before != change.after) whole.push_back(std::move(change));
    }
    for (std::size_t at = 0; at < then.size(); ++at) {
        if (!used[at]) whole.push_back(then[at]);
    }
    return whole;
}

}  // namespace detail

/// One difference after another, as one: what changed and changed back is gone; the causes of both stand one after the other
/// (a direct difference may name fewer). Associative, and the empty difference changes nothing.
///
/// Precondition: `then` begins with the state of affairs that `first` ends with, for the same needs and rules.
/// Complexity: O(n m) for n and m differences.
[[nodiscard]] inline network_difference compose(network_difference const& first, network_difference const& then) {
    return {detail::compose_changes(first.outcomes, then.outcomes,
                                    [](outcome_difference const& a, outcome_difference const& b) {
                                        return a.need == b.need && a.institution == b.institution;
                                    }),
            detail::compose_changes(first.capabilities, then.capabilities,
                                    [](capability_difference const& a, capability_difference const& b) {
                                        return a.institution == b.institution && a.technique == b.technique;
                                    }),
            first.stopped || then.stopped};
}

}  // namespace v0
}  // namespace lienvien
