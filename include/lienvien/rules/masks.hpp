#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/rules/sweep.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Bits of a word of which those of `half` are 0, the next 1, and so on.
[[nodiscard]] constexpr std::uint64_t lower_halves(std::size_t half) noexcept {
    std::uint64_t found = 0;
    for (std::size_t bit = 0; bit < 64; ++bit) found |= std::uint64_t{(bit / half) % 2 == 0} << bit;
    return found;
}
/// Exchanges, in every square of 2 * Half rows and bits, its upper right quarter with its lower left one; then in the quarters.
template <std::size_t Half, std::size_t Side>
[[gnu::always_inline]] inline void turn_square(std::array<std::uint64_t, Side>& rows) noexcept {
    constexpr std::uint64_t low = lower_halves(Half);
    for (std::size_t first = 0; first < Side; first += 2 * Half) {
        for (std::size_t at = 0; at < Half; ++at) {  // in this form g++ takes two at a time
            std::uint64_t const above = rows[first + at];
            std::uint64_t const below = rows[first + at + Half];
            std::uint64_t const changed = ((above >> Half) ^ below) & low;
            rows[first + at] = above ^ (changed << Half);
            rows[first + at + Half] = below ^ changed;
        }
    }
    if constexpr (Half > 1) turn_square<Half / 2>(rows);
}

/// Turns a word of each of several planes (a bit a site) into a mask of each of 64 sites (a bit a plane).
///
/// A mask of n bits makes squares of n planes by n sites, 64 / n of them side by side in n words; each square is turned over
/// its diagonal by exchanging its halves, then the halves of those, and so on.
template <std::size_t Planes, class Mask>
inline void transpose(std::array<std::uint64_t, Planes> const& planes, Mask* masks) noexcept {
    constexpr std::size_t side = std::numeric_limits<Mask>::digits;
    std::array<std::uint64_t, side> rows{};
    for (std::size_t plane = 0; plane < Planes; ++plane) rows[plane] = planes[plane];
    turn_square<side / 2>(rows);
    for (std::size_t square = 0; square < 64 / side; ++square) {
        for (std::size_t at = 0; at < side; ++at) {
            masks[square * side + at] = static_cast<Mask>(rows[at] >> (square * side));
        }
    }
}

}  // namespace detail

/// Which rules surely bear on each institution, by its slot: bit i of a mask for the rule that was declared i-th, from 0.
///
/// Of a rulebook of prohibitions and demands: every failed rule of every candidate, in one pass.
/// Precondition: `masks` has room for `shape().words * 64` masks; those behind the last institution are 0.
/// Complexity: linear in institutions x rules / 64, and institutions.
template <class Book, std::unsigned_integral Mask>
void write_masks(sweep_plan<Book> const& plan, std::span<Mask> masks) {
    static_assert(std::numeric_limits<Mask>::digits >= static_cast<int>(Book::size),
                  "LIENVIEN-E031: a mask has a bit for each rule of the rulebook");
    LIENVIEN_EXPECTS(masks.size() >= std::size_t{plan.shape().words} * 64, "LIENVIEN-E032: a mask for each site");
    plan.for_each_word([&](std::size_t w, std::array<std::uint64_t, Book::size> const& planes) {
        detail::transpose(planes, masks.data() + w * 64);
    });
}
}  // namespace v0
}  // namespace lienvien
