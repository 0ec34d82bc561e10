#pragma once

#include <concepts>
#include <cstdint>

/// What tests and benchmarks share without being part of the library.
namespace support {

/// Numbers that look like chance and follow from a seed, the same on every machine.
/// Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, 2014 (SplitMix64).
class stream {
public:
    constexpr explicit stream(std::uint64_t seed) noexcept : state_(seed) {}

    constexpr std::uint64_t next() noexcept {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }
    /// 0 to one less than `limit`. Precondition: `limit` is above 0.
    template <std::integral Whole>
    constexpr Whole below(Whole limit) noexcept {
        return static_cast<Whole>(next() % static_cast<std::uint64_t>(limit));
    }
    /// From 0 to below 1.
    constexpr double unit() noexcept { return static_cast<double>(next() >> 11) * 0x1p-53; }
    /// Above 0 and below 1, so that it has a logarithm and a quantile.
    constexpr double inner_unit() noexcept { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; }

private:
    std::uint64_t state_;
};

}  // namespace support
