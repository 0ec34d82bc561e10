#pragma once

#include <cstdint>

namespace lienvien {
inline namespace v0 {

/// Yes, no, or not known: what can be said of a statement when facts may be missing.
///
/// The strong three-valued logic of Kleene: an operation is `unknown` only when the unknown operands could still turn
/// the result. There is no conversion to or from `bool`, so that "not known" can never be read as "no" by accident.
/// Source: S. C. Kleene, Introduction to Metamathematics, 1952, section 64.
/// A value-initialised truth is `unknown`: a fact that nobody gave is not known.
enum class truth : std::int8_t { no = -1, unknown = 0, yes = 1 };

/// The truth of a statement that is decided: `yes` when it holds, else `no`.
[[nodiscard]] constexpr truth known(bool holds) noexcept { return holds ? truth::yes : truth::no; }

/// Does `a` hold for certain?
[[nodiscard]] constexpr bool is_yes(truth a) noexcept { return a == truth::yes; }
/// Does `a` fail for certain?
[[nodiscard]] constexpr bool is_no(truth a) noexcept { return a == truth::no; }
/// Is it open whether `a` holds?
[[nodiscard]] constexpr bool is_unknown(truth a) noexcept { return a == truth::unknown; }

[[nodiscard]] constexpr truth operator!(truth a) noexcept { return static_cast<truth>(-static_cast<std::int8_t>(a)); }
[[nodiscard]] constexpr truth operator&(truth a, truth b) noexcept { return a < b ? a : b; }
[[nodiscard]] constexpr truth operator|(truth a, truth b) noexcept { return a < b ? b : a; }
// A compiler shows the line of a deleted function, and with it the sentence.
// clang-format off
truth operator&&(truth, truth) = delete;  // LIENVIEN-E011: write & and |, which know three values
truth operator||(truth, truth) = delete;  // LIENVIEN-E011: write & and |, which know three values
bool operator==(truth, bool) = delete;    // LIENVIEN-E012: ask is_yes, is_no or is_unknown
// clang-format on
constexpr truth& operator&=(truth& a, truth b) noexcept { return a = a & b; }
constexpr truth& operator|=(truth& a, truth b) noexcept { return a = a | b; }

/// `then` where `condition` holds, `otherwise` where it fails; where it is open, their common value or `unknown`.
[[nodiscard]] constexpr truth choose(truth condition, truth then, truth otherwise) noexcept {
    if (is_unknown(condition)) return then == otherwise ? then : truth::unknown;
    return is_yes(condition) ? then : otherwise;
}

/// Is `refined` what `vague` may become when missing facts arrive? A known truth refines only to itself.
[[nodiscard]] constexpr bool refines(truth refined, truth vague) noexcept {
    return is_unknown(vague) || refined == vague;
}

}  // namespace v0
}  // namespace lienvien
