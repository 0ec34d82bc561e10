#pragma once

#include <lienvien/rules/citation.hpp>
#include <lienvien/rules/combine.hpp>
#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/explanation.hpp>
#include <lienvien/rules/precedence.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace lienvien {
inline namespace v0 {

/// An effect and the condition on which it comes about.
template <effect Effect, condition Condition>
struct conditional_effect {
    static constexpr effect does = Effect;
    Condition when;
};

/// An exception to a rule: on which condition, and what then holds in its place.
template <condition When, class Instead>
struct exception_to_rule {
    When when;
    Instead instead;
};

namespace terms {

template <condition C>
[[nodiscard]] constexpr auto permits(C when) {
    return conditional_effect<effect::permits, C>{when};
}
template <condition C>
[[nodiscard]] constexpr auto forbids(C when) {
    return conditional_effect<effect::forbids, C>{when};
}
template <condition C>
[[nodiscard]] constexpr auto demands(C when) {
    return conditional_effect<effect::demands, C>{when};
}
template <condition C>
[[nodiscard]] constexpr auto instructs(C when) {
    return conditional_effect<effect::instructs, C>{when};
}

// clang-format off
template <class C>
requires(!condition<C>) void permits(C) = delete;  // LIENVIEN-E024: a condition is built from named facts, never a callable or a bool
template <class C>
requires(!condition<C>) void forbids(C) = delete;  // LIENVIEN-E024: a condition is built from named facts, never a callable or a bool
template <class C>
requires(!condition<C>) void demands(C) = delete;  // LIENVIEN-E024: a condition is built from named facts, never a callable or a bool
template <class C>
requires(!condition<C>) void instructs(C) = delete;  // LIENVIEN-E024: a condition is built from named facts, never a callable or a bool
// clang-format on

/// permits(a) | unless(b, permits(c)): where b holds, c is asked in the place of a.
template <condition When, effect Effect, condition Then>
[[nodiscard]] constexpr auto unless(When when, conditional_effect<Effect, Then> instead) {
    return exception_to_rule<When, conditional_effect<Effect, Then>>{when, instead};
}
/// demands(a) | unless(b): where b holds, the rule has no effect.
template <condition When>
[[nodiscard]] constexpr auto unless(When when) {
    return exception_to_rule<When, void*>{when, nullptr};
}

}  // namespace terms

template <effect Effect, condition C, condition When, class Instead>
[[nodiscard]] constexpr auto operator|(conditional_effect<Effect, C> rule, exception_to_rule<When, Instead> exception) {
    if constexpr (std::is_same_v<Instead, void*>) {
        constexpr truth without_effect = Effect == effect::demands ? truth::yes : truth::no;
        using excepted_condition = excepted<When, constant<without_effect>, C>;
        return conditional_effect<Effect, excepted_condition>{{exception.when, {}, rule.when}};
    } else {
        static_assert(
            Instead::does == Effect,
            "LIENVIEN-E022: an exception keeps the effect of its rule: permits with permits, demands with demands");
        using excepted_condition = excepted<When, decltype(exception.instead.when), C>;
        return conditional_effect<Effect, excepted_condition>{{exception.when, exception.instead.when, rule.when}};
    }
}

/// A rule: a constant value, declared once and read by every reader.
template <effect Effect, condition Condition>
struct rule_declaration : rule_heading {
    Condition when;

    /// The same rule, more special than `other`: where both bear, this one prevails.
    [[nodiscard]] constexpr rule_declaration overrides(rule_id other) const noexcept {
        rule_declaration changed = *this;
        for (auto& slot : changed.prevails_over) {
            if (!slot) {
                slot = other;
                return changed;
            }
        }
        LIENVIEN_EXPECTS(false, "a rule overrides at most four others");
        return changed;
    }
    /// Does the rule bear on the case: its permission, its prohibition, its demand that is not met?
    template <class Watch>
    [[nodiscard]] truth bears(transfer_case const& asked, Watch& watch) const {
        truth const holds = when.read(asked, watch);
        return Effect == effect::demands ? !holds : holds;
    }
};

/// Declares a rule: its name, its sentence in both languages, where it stands, and its effect.
template <effect Effect, condition Condition>
[[nodiscard]] constexpr auto rule(rule_id id, label says, citation basis,
                                  conditional_effect<Effect, Condition> effect) {
    return rule_declaration<Effect, Condition>{{id, says, basis, Effect}, effect.when};
}

/// Does `a` prevail over `b` where both bear? As an exception to it, else as the higher text, else as the later one.
[[nodiscard]] constexpr bool prevails(rule_heading const& a, rule_heading const& b) noexcept {
    return precedes(a, b).has_value();
}
}  // namespace v0
}  // namespace lienvien
