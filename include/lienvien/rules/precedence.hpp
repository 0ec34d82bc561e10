#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/rules/citation.hpp>

#include <concepts>
#include <cstdint>
#include <optional>

namespace lienvien {
inline namespace v0 {

/// How rules are read whose instrument may or may not still be in force.
enum class uncertain_rules : std::uint8_t {
    apply_and_say,  ///< they are applied, and every answer that rests on one says so
    leave_out       ///< they are not applied
};

/// Is a rule applied whose instrument stands so?
[[nodiscard]] constexpr bool applies(truth stands, uncertain_rules policy) noexcept {
    return is_yes(stands) || (is_unknown(stands) && policy == uncertain_rules::apply_and_say);
}

/// For which reason one rule prevails over another.
enum class precedence : std::uint8_t {
    special,   ///< it is declared as an exception to the other (lex specialis)
    superior,  ///< it stands in a text of a higher kind (lex superior)
    posterior  ///< it stands in the later text of the same kind (lex posterior)
};

/// What precedence looks at: the rule's name, where it stands, and to which rules it is an exception.
template <class Rule>
concept has_precedence = requires(Rule const& rule) {
    { rule.id } -> std::convertible_to<rule_id>;
    { rule.basis } -> std::convertible_to<citation>;
    rule.prevails_over.size();
};

/// For which reason `a` prevails over `b`, where both bear on one matter; nothing where it does not.
///
/// An exception prevails over its rule whatever their texts are; else the higher kind of text; else the later one. Two
/// rules of texts of one kind that began on the same day, or of which one states no beginning, prevail over neither.
/// Complexity: constant.
template <has_precedence A, has_precedence B>
[[nodiscard]] constexpr std::optional<precedence> precedes(A const& a, B const& b) noexcept {
    for (auto const& other : a.prevails_over) {
        if (other && *other == b.id) return precedence::special;
    }
    for (auto const& other : b.prevails_over) {
        if (other && *other == a.id) return std::nullopt;
    }
    if (a.basis.text.kind != b.basis.text.kind) {
        return a.basis.text.kind > b.basis.text.kind ? std::optional(precedence::superior) : std::nullopt;
    }
    auto const begun_a = a.basis.text.in_force.first();
    auto const begun_b = b.basis.text.in_force.first();
    return begun_a && begun_b && *begun_a > *begun_b ? std::optional(precedence::posterior) : std::nullopt;
}

}  // namespace v0
}  // namespace lienvien
