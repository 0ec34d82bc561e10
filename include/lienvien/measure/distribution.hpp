#pragma once

#include <lienvien/base/expects.hpp>

#include <cmath>
#include <cstdint>

namespace lienvien {
inline namespace v0 {

/// The probability that a standard normal number is at most `x`. Accurate in both tails.
[[nodiscard]] inline double normal_probability(double x) noexcept {
    return 0.5 * std::erfc(-x * 0.70710678118654752440);
}
/// The density of the standard normal distribution.
[[nodiscard]] inline double normal_density(double x) noexcept {
    return 0.39894228040143267794 * std::exp(-0.5 * x * x);
}
/// The number that a standard normal number does not exceed with probability `p`. Precondition: 0 < p < 1.
///
/// Newton's steps on the probability itself from the bracketed middle; to about 1e-15 relative.
[[nodiscard]] inline double normal_quantile(double p) noexcept {
    LIENVIEN_EXPECTS(p > 0 && p < 1, "a probability lies between 0 and 1");
    if (p > 0.5) return -normal_quantile(1 - p);
    double low = -40;
    double high = 0;
    double x = p > 0.02425 ? 2.5 * (p - 0.5) : -std::sqrt(-2 * std::log(p));
    for (int step = 0; step < 200; ++step) {
        double const off = normal_probability(x) - p;
        (off < 0 ? low : high) = x;
        double next = x - off / normal_density(x);
        if (!(next > low && next < high)) next = 0.5 * (low + high);
        double const moved = std::fabs(next - x);
        x = next;
        if (moved <= 1e-15 * (1 + std::fabs(x))) break;
    }
    return x;
}

namespace detail {

/// The logarithm of the gamma function for x > 0, by Stirling's series (std::lgamma writes a global variable).
[[nodiscard]] inline double log_gamma(double x) noexcept {
    double product = 1;
    while (x < 12) {
        product *= x;
        x += 1;
    }
    double const z = 1 / (x * x);
    double const series =
        (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360360)))))) /
        x;
    return (x - 0.5) * std::log(x) - x + 0.91893853320467274178 + series - std::log(product);
}

/// The two parts of the gamma distribution of shape `a` at `x`: at most x, and above x, each accurate where it is small.
struct gamma_parts {
    double lower;
    double upper;
};
[[nodiscard]] inline gamma_parts gamma_parts_at(double a, double x, double log_gamma_of_a) noexcept {
    if (x <= 0) return {0, 1};
    double const front = std::exp(a * std::log(x) - x - log_gamma_of_a);
    if (x < a + 1) {
        double term = 1 / a;
        double sum = term;
        for (double n = a + 1; term > sum * 1e-17; ++n) sum += term *= x / n;
        return {front * sum, 1 - front * sum};
    }
    // Lentz's continued fraction for the upper part.
    constexpr double tiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double fraction = d;
    for (int i = 1; i < 100'000; ++i) {
        double const factor = -static_cast<double>(i) * (static_cast<double>(i) - a);
        b += 2;
        d = factor * d + b;
        d = 1 / (std::fabs(d) < tiny ? tiny : d);
        c = b + factor / c;
        if (std::fabs(c) < tiny) c = tiny;
        fraction *= d * c;
        if (std::fabs(d * c - 1) < 1e-15) break;
    }
    return {1 - front * fraction, front * fraction};
}
[[nodiscard]] inline gamma_parts gamma_parts_at(double a, double x) noexcept {
    return gamma_parts_at(a, x, log_gamma(a));
}

}  // namespace detail

/// The number that a gamma-distributed number of shape `a` and scale 1 does not exceed with probability `p`; half of a
/// chi-square quantile with 2a degrees of freedom. Precondition: a > 0, 0 < p < 1.
[[nodiscard]] inline double gamma_quantile(double a, double p) noexcept {
    LIENVIEN_EXPECTS(a > 0 && p > 0 && p < 1, "a shape is above 0, and a probability lies between 0 and 1");
    // Wilson and Hilferty's cube is the first guess.
    double const cube = 1 - 1 / (9 * a) + normal_quantile(p) / (3 * std::sqrt(a));
    double x = cube > 0.1 ? a * cube * cube * cube : std::exp((std::log(p) + detail::log_gamma(a + 1)) / a);
    double const log_gamma_of_a = detail::log_gamma(a);
    double low = 0;
    double high = 0;  // 0: not yet known
    for (int step = 0; step < 200; ++step) {
        auto const parts = detail::gamma_parts_at(a, x, log_gamma_of_a);
        double const off = p < 0.5 ? parts.lower - p : (1 - p) - parts.upper;
        (off < 0 ? low : high) = x;
        double const density = std::exp((a - 1) * std::log(x) - x - log_gamma_of_a);
        double next = density > 0 ? x - off / density : -1;
        if (!(next > low && (high == 0 || next < high))) next = high == 0 ? 2 * x + 1 : 0.5 * (low + high);
        double const moved = std::fabs(next - x);
        x = next;
        if (moved <= 1e-14 * x) break;
    }
    return x;
}

/// The probability of exactly `k` of `n` when each is hit with probability `p`. Precondition: 0 <= p <= 1, k <= n.
[[nodiscard]] inline double binomial_density(std::uint64_t k, std::uint64_t n, double p) noexcept {
    LIENVIEN_EXPECTS(k <= n && p >= 0 && p <= 1, "at most n of n, and a probability lies between 0 and 1");
    if (p == 0 || p == 1) return k == (p == 0 ? 0 : n) ? 1 : 0;
    auto const hits = static_cast<double>(k);
    auto const all = static_cast<double>(n);
    return std::exp(detail::log_gamma(all + 1) - detail::log_gamma(hits + 1) - detail::log_gamma(all - hits + 1) +
                    hits * std::log(p) + (all - hits) * std::log1p(-p));
}

/// The probability of at most `k` of `n`. Complexity: the standard deviation of the count, about.
[[nodiscard]] inline double binomial_probability(std::uint64_t k, std::uint64_t n, double p) noexcept {
    if (k >= n) return 1;
    if (p == 0 || p == 1) return p == 0 ? 1 : 0;
    auto const all = static_cast<double>(n);
    double sum = 0;
    if (static_cast<double>(k) <= all * p) {
        double term = binomial_density(k, n, p);
        for (auto at = static_cast<double>(k); term > sum * 1e-18 && at >= 0; --at) {
            sum += term;
            term *= at / (all - at + 1) * ((1 - p) / p);
        }
        return sum;
    }
    double term = binomial_density(k + 1, n, p);
    for (auto at = static_cast<double>(k + 1); term > sum * 1e-18 && at <= all; ++at) {
        sum += term;
        term *= (all - at) / (at + 1) * (p / (1 - p));
    }
    return 1 - sum;
}

/// The smallest count that is not exceeded with probability `p` or more. Precondition: 0 < p < 1, 0 <= chance <= 1.
[[nodiscard]] inline std::uint64_t binomial_quantile(double p, std::uint64_t n, double chance) noexcept {
    LIENVIEN_EXPECTS(p > 0 && p < 1, "a probability lies between 0 and 1");
    auto const all = static_cast<double>(n);
    double const guess = all * chance + normal_quantile(p) * std::sqrt(all * chance * (1 - chance));
    auto k = guess <= 0 ? 0u : guess >= all ? n : static_cast<std::uint64_t>(guess);
    while (k > 0 && binomial_probability(k - 1, n, chance) >= p) --k;
    while (k < n && binomial_probability(k, n, chance) < p) ++k;
    return k;
}

}  // namespace v0
}  // namespace lienvien
