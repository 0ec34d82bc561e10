#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/rules/rulebook.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace lienvien {
inline namespace v0 {

/// The outcome that follows from which rules bear.
///
/// An objection counts unless a permission that prevails over it bears. Where an objection surely counts the transfer is
/// forbidden; else where no permission can hold it is not provided for; else where both are certain it is permitted; what
/// remains hangs on missing facts. A fact that arrives never turns `permitted` into a no, nor a no into `permitted`.
[[nodiscard]] constexpr verdict judge(rules_of_day const& rules, rule_set bears, rule_set open) noexcept {
    verdict result{outcome::not_in_force, bears & rules.in_force, open & rules.in_force, false};
    if (!rules.any()) return result;
    truth allowed = rules.otherwise_is == otherwise::permitted || (result.bears & rules.permissions) ? truth::yes
                    : (result.open & rules.permissions)                                              ? truth::unknown
                                                                                                     : truth::no;
    truth objected = truth::no;
    for (rule_set left = (result.bears | result.open) & rules.objections; left != 0; left &= left - 1) {
        auto const i = static_cast<std::size_t>(std::countr_zero(left));
        truth const stands = (result.bears >> i & 1) ? truth::yes : truth::unknown;
        truth const defeated = (rules.defeated_by[i] & result.bears)  ? truth::yes
                               : (rules.defeated_by[i] & result.open) ? truth::unknown
                                                                      : truth::no;
        objected |= stands & !defeated;
        if (is_yes(stands) && is_no(defeated) && (rules.unsettled_with[i] & result.bears)) result.ambiguous = true;
    }
    result.outcome = is_yes(objected)                     ? outcome::forbidden
                     : is_no(allowed)                     ? outcome::not_provided_for
                     : is_yes(allowed) && is_no(objected) ? outcome::permitted
                                                          : outcome::facts_missing;
    return result;
}

/// The objections that surely bear and that no permission which surely bears, or may, prevails over.
[[nodiscard]] constexpr rule_set standing_objections(rules_of_day const& rules, verdict const& found) noexcept {
    rule_set standing = 0;
    for (rule_set left = found.bears & rules.objections; left != 0; left &= left - 1) {
        auto const i = static_cast<std::size_t>(std::countr_zero(left));
        if ((rules.defeated_by[i] & (found.bears | found.open)) == 0) standing |= rule_set{1} << i;
    }
    return standing;
}

/// The open rules on which the outcome still hangs: an open permission while none is certain, an open objection, and an open
/// permission that would prevail over an objection.
[[nodiscard]] constexpr rule_set undecided(rules_of_day const& rules, verdict const& found) noexcept {
    if (found.outcome != outcome::facts_missing) return 0;
    bool const allowed = rules.otherwise_is == otherwise::permitted || (found.bears & rules.permissions) != 0;
    rule_set hangs_on = allowed ? 0 : found.open & rules.permissions;
    for (rule_set left = (found.bears | found.open) & rules.objections; left != 0; left &= left - 1) {
        auto const i = static_cast<std::size_t>(std::countr_zero(left));
        if ((rules.defeated_by[i] & found.bears) != 0) continue;
        hangs_on |= found.open & ((rule_set{1} << i) | rules.defeated_by[i]);
    }
    return hangs_on;
}

/// Reads the rules of a book on one case: which bear, and what follows. Stops at nothing that could still matter.
template <class... Rules>
[[nodiscard]] verdict decide_case(rulebook_declaration<Rules...> const& book, rules_of_day const& rules,
                                  transfer_case const& asked) {
    rule_set bears = 0;
    rule_set open = 0;
    watch_nothing watch;
    book.for_each_rule([&](std::size_t number, auto const& rule) {
        rule_set const bit = rule_set{1} << number;
        if (!(rules.in_force & bit)) return;
        truth const value = rule.bears(asked, watch);
        if (is_yes(value)) bears |= bit;
        if (is_unknown(value)) open |= bit;
    });
    return judge(rules, bears, open);
}
}  // namespace v0
}  // namespace lienvien
