#pragma once

#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/truth.hpp>

#include <chrono>
#include <optional>

namespace lienvien {
inline namespace v0 {

/// When a fact holds, as far as its source says: from a (partial) date, until the first day on which it no longer holds.
///
/// No `until` means that the source states no end: the fact is taken to go on, and explanations say that no end is
/// stated. An `until` that is unknown means that an end is known to exist but not when. A default-made validity says
/// nothing about the beginning either, so that the fact is `unknown` on every day.
struct validity {
    partial_date from;
    std::optional<partial_date> until;

    constexpr validity() noexcept = default;
    constexpr validity(partial_date first, std::optional<partial_date> first_after = std::nullopt) noexcept
        : from(first), until(first_after) {}
    /// An exact period.
    constexpr validity(period exact) noexcept {
        from = exact.first() ? partial_date(*exact.first()) : partial_date::always();
        if (exact.first_after()) until = partial_date(*exact.first_after());
    }

    friend constexpr bool operator==(validity const&, validity const&) = default;
};

/// Holds on every day.
inline constexpr validity always{partial_date::always()};

/// Does it hold on `today`?
[[nodiscard]] constexpr truth holds_on(validity const& when, sys_days today) noexcept {
    truth const begun = happened_by(when.from, today);
    return when.until ? begun & !happened_by(*when.until, today) : begun;
}

/// Is the end certainly not after the beginning?
[[nodiscard]] constexpr bool is_reversed(validity const& when) noexcept {
    return when.until && !when.from.is_always() && is_no(before(when.from, *when.until));
}

/// Could the two hold on the same day? Unknown where partial dates leave it open.
[[nodiscard]] constexpr truth overlap(validity const& a, validity const& b) noexcept {
    truth const a_ends_first = a.until ? !before(b.from, *a.until) : truth::no;
    truth const b_ends_first = b.until ? !before(a.from, *b.until) : truth::no;
    return !(a_ends_first | b_ends_first);
}

}  // namespace v0
}  // namespace lienvien
