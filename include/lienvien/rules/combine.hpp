#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/rules/condition.hpp>

#include <concepts>
#include <type_traits>

// The words with which a rule joins, negates and compares facts.

namespace lienvien {
inline namespace v0 {

namespace terms {

/// All of the conditions hold.
template <condition... Parts>
[[nodiscard]] constexpr auto all_of(Parts... parts) {
    return several<true, Parts...>{boost::hana::tuple<Parts...>(parts...)};
}
/// At least one of the conditions holds.
template <condition... Parts>
[[nodiscard]] constexpr auto any_of(Parts... parts) {
    return several<false, Parts...>{boost::hana::tuple<Parts...>(parts...)};
}
// clang-format off
template <class... Parts>
requires(!(condition<Parts> && ...)) void all_of(Parts...) = delete;  // LIENVIEN-E024: a condition is built from named facts, never a callable or a bool
template <class... Parts>
requires(!(condition<Parts> && ...)) void any_of(Parts...) = delete;  // LIENVIEN-E024: a condition is built from named facts, never a callable or a bool
// clang-format on
/// A part of a rule that a provision of its own states.
template <condition Part>
[[nodiscard]] constexpr auto provided(citation basis, label words, Part part) {
    return provided_by<Part>{basis, words, part};
}
/// One step above an amount: the next higher tier or level.
template <detail::amount_term Term>
[[nodiscard]] constexpr auto one_above(Term) {
    return stepped<Term, 1>{};
}
/// So many steps above an amount: steps_above<2>(level(origin)).
template <int Steps, detail::amount_term Term>
[[nodiscard]] constexpr auto steps_above(Term) {
    return stepped<Term, Steps>{};
}

}  // namespace terms

/// The condition does not hold.
template <condition Part>
[[nodiscard]] constexpr auto operator!(Part part) {
    return negation<Part>{part};
}

// clang-format off
template <condition Left, class Right>
void operator==(Left, Right) = delete;  // LIENVIEN-E027: a statement is a condition already: write it, or !it
template <condition Left, condition Right>
void operator&&(Left, Right) = delete;  // LIENVIEN-E028: conditions are joined by all_of(...), whose parts a proof shows
template <condition Left, condition Right>
void operator||(Left, Right) = delete;  // LIENVIEN-E028: conditions are joined by any_of(...), whose parts a proof shows
// clang-format on

namespace detail {

template <class T>
concept reads_amount = requires(T const& right, transfer_case const& asked) {
    { right.read(asked) } -> std::same_as<amount>;
};

template <relation_sign Sign, class Left, class Right>
[[nodiscard]] constexpr auto compared(Left, Right right) {
    using left = stepped<Left, 0>;
    if constexpr (amount_term<Right>) {
        static_assert(std::is_same_v<typename Left::fact::value_type, typename Right::fact::value_type>,
                      "LIENVIEN-E021: a rule compares amounts of one kind only");
        return comparison<left, Sign, stepped<Right, 0>, Left>{{}, {}};
    } else if constexpr (std::is_same_v<Right, typename Left::fact::value_type>) {
        return comparison<left, Sign, fixed<Right>, Left>{{}, {right}};
    } else if constexpr (reads_amount<Right>) {
        return comparison<left, Sign, Right, Left>{{}, right};
    } else {
        static_assert(reads_amount<Right>, "LIENVIEN-E021: a rule compares amounts of one kind only");
        return constant<truth::unknown>{};
    }
}

}  // namespace detail

template <detail::amount_term Left, class Right>
[[nodiscard]] constexpr auto operator==(Left left, Right right) {
    return detail::compared<relation_sign::equal>(left, right);
}
template <detail::amount_term Left, class Right>
[[nodiscard]] constexpr auto operator!=(Left left, Right right) {
    return detail::compared<relation_sign::unequal>(left, right);
}
template <detail::amount_term Left, class Right>
[[nodiscard]] constexpr auto operator<(Left left, Right right) {
    return detail::compared<relation_sign::less>(left, right);
}
template <detail::amount_term Left, class Right>
[[nodiscard]] constexpr auto operator<=(Left left, Right right) {
    return detail::compared<relation_sign::at_most>(left, right);
}
template <detail::amount_term Left, class Right>
[[nodiscard]] constexpr auto operator>(Left left, Right right) {
    return detail::compared<relation_sign::greater>(left, right);
}
template <detail::amount_term Left, class Right>
[[nodiscard]] constexpr auto operator>=(Left left, Right right) {
    return detail::compared<relation_sign::at_least>(left, right);
}
}  // namespace v0
}  // namespace lienvien
