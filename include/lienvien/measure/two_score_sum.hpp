#pragma once

#include <lienvien/base/expects.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A sum of two scores, one up and one down, that never falls below zero: kept as two whole counts since it last was zero, so
/// that nothing is lost by adding and the same history always gives the same number.
class two_score_sum {
public:
    /// Both scores as sizes, above zero.
    constexpr two_score_sum(double up, double down) noexcept : up_(up), down_(down) {
        LIENVIEN_EXPECTS(up > 0 && down > 0, "a score moves the sum");
    }
    [[nodiscard]] constexpr double value() const noexcept { return value_of(ups_, downs_); }
    [[nodiscard]] constexpr double value_of(std::uint64_t ups, std::uint64_t downs) const noexcept {
        return static_cast<double>(ups) * up_ - static_cast<double>(downs) * down_;
    }
    constexpr void add(bool upwards) noexcept {
        ++(upwards ? ups_ : downs_);
        if (value() <= zero) ups_ = downs_ = 0;
    }
    constexpr void restart() noexcept { ups_ = downs_ = 0; }
    [[nodiscard]] constexpr double up() const noexcept { return up_; }
    [[nodiscard]] constexpr double down() const noexcept { return down_; }
    /// What counts as zero where rounding leaves a rest.
    static constexpr double zero = 1e-12;

private:
    double up_;
    double down_;
    std::uint64_t ups_ = 0;
    std::uint64_t downs_ = 0;
};

namespace detail {
/// The probability of reaching the limit within so many cases, or more than `enough` as soon as it is more.
[[nodiscard]] inline double reaching_up_to(two_score_sum const& sum, double limit, double chance, std::uint64_t cases,
                                           double enough) {
    // A row for each number of downs since zero; in it the few numbers of ups whose value lies between zero and the limit.
    double const across = std::ceil(limit / sum.up());
    auto const most = static_cast<double>(cases);
    auto const width = static_cast<std::size_t>(across < most ? across : most) + 3;
    auto const first_up = [&](std::uint64_t downs) {
        return static_cast<std::uint64_t>(std::floor(static_cast<double>(downs) * sum.down() / sum.up()));
    };
    std::vector<std::uint64_t> firsts{first_up(0)};
    std::vector<double> now(width);
    std::vector<double> then;
    double at_zero = 1;
    double reached = 0;
    for (std::uint64_t taken = 0; taken < cases && reached <= enough; ++taken) {
        then.assign(now.size() + width, 0);
        firsts.push_back(first_up(firsts.size()));
        double next_zero = at_zero * (1 - chance);
        std::size_t rows = now.size() / width;
        bool last_row_used = false;
        auto const put = [&](std::uint64_t ups, std::uint64_t downs, double probability) {
            double const value = sum.value_of(ups, downs);
            if (value >= limit) {
                reached += probability;
            } else if (value <= two_score_sum::zero) {
                next_zero += probability;
            } else {
                then[static_cast<std::size_t>(downs) * width + static_cast<std::size_t>(ups - firsts[downs])] +=
                    probability;
                if (downs == rows) last_row_used = true;
            }
        };
        put(1, 0, at_zero * chance);
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t at = 0; at < width; ++at) {
                double const probability = now[row * width + at];
                if (probability == 0) continue;
                std::uint64_t const ups = firsts[row] + at;
                put(ups + 1, row, probability * chance);
                put(ups, row + 1, probability * (1 - chance));
            }
        }
        if (!last_row_used) {
            then.resize(now.size());
            firsts.pop_back();
        }
        std::swap(now, then);
        at_zero = next_zero;
    }
    return reached;
}
}  // namespace detail

/// The probability that such a sum reaches the limit within so many cases, when each case moves it up with probability
/// `chance`. Exact: every history since the last zero that matters is followed.
/// Precondition: limit > 0, 0 <= chance <= 1. Complexity: cases squared x limit / score up, at most.
[[nodiscard]] inline double probability_of_reaching(two_score_sum const& sum, double limit, double chance,
                                                    std::uint64_t cases) {
    LIENVIEN_EXPECTS(limit > 0 && chance >= 0 && chance <= 1, "a probability lies between 0 and 1");
    return detail::reaching_up_to(sum, limit, chance, cases, 2);
}

/// The smallest limit that such a sum reaches within so many cases with at most this probability. Since the sum takes certain
/// values only, that is one of them, by a hair more: there the probability is kept, and at the value itself it is not.
/// Precondition: 0 < at_most < 1, cases > 0.
[[nodiscard]] inline double limit_reached_at_most(two_score_sum const& sum, double at_most, double chance,
                                                  std::uint64_t cases) {
    LIENVIEN_EXPECTS(at_most > 0 && at_most < 1 && cases > 0, "a probability lies between 0 and 1");
    double low = 0;
    double high = sum.up();
    while (detail::reaching_up_to(sum, high, chance, cases, at_most) > at_most) {
        low = high;
        high *= 2;
    }
    while (high - low > 1e-10 * high) {
        double const middle = 0.5 * (low + high);
        (detail::reaching_up_to(sum, middle, chance, cases, at_most) > at_most ? low : high) = middle;
    }
    return high;
}

}  // namespace v0
}  // namespace lienvien
