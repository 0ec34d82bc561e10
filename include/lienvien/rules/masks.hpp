#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/rules/sweep.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// For each of eight rules and each byte of its plane: the bit of the rule in the masks of eight sites, a byte each.
inline constexpr auto spread_bits = [] {
    std::array<std::array<std::uint64_t, 256>, 8> spread{};
    for (std::size_t rule = 0; rule < 8; ++rule) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            for (std::size_t at = 0; at < 8; ++at) {
                std::size_t const lane = std::endian::native == std::endian::little ? at : 7 - at;
                spread[rule][byte] |= std::uint64_t{byte >> at & 1} << (8 * lane + rule);
            }
        }
    }
    return spread;
}();

/// Turns a word of each of several planes (a bit a site) into a mask of each of 64 sites (a bit a plane).
template <std::size_t Planes, class Mask>
void transpose(std::array<std::uint64_t, Planes> const& planes, Mask* masks) noexcept {
    constexpr std::size_t groups = (Planes + 7) / 8;
    std::uint64_t eights[groups][8]{};
    for (std::size_t plane = 0; plane < Planes; ++plane) {
        std::uint64_t const word = planes[plane];
        if (word == 0) continue;
        for (std::size_t byte = 0; byte < 8; ++byte)
            eights[plane / 8][byte] |= spread_bits[plane % 8][word >> (8 * byte) & 0xFF];
    }
    unsigned char lanes[groups][64];
    std::memcpy(lanes, eights, sizeof lanes);
    for (std::size_t at = 0; at < 64; ++at) {
        Mask mask = 0;
        for (std::size_t group = 0; group < groups; ++group)
            mask = static_cast<Mask>(mask | static_cast<Mask>(static_cast<Mask>(lanes[group][at]) << (8 * group)));
        masks[at] = mask;
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
