#pragma once

#include <lienvien/measure/distribution.hpp>
#include <lienvien/measure/refusal.hpp>
#include <lienvien/measure/run_length.hpp>
#include <lienvien/measure/signal.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Does a CUSUM watch for a rise only, or for a rise and a fall?
enum class cusum_sides : std::uint8_t { rise, both };

/// A CUSUM of a measured number around its target (biểu đồ tổng tích lũy). Takes numbers one by one.
///
/// Each side adds up what lies more than the reference value beyond the target, never below zero, and signals when it has
/// reached the limit. All four are in the units of the number. The sums go on after a signal; `restart` sets them to zero.
/// Source: E. S. Page, Biometrika 41, 1954; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.3.
class normal_cusum {
public:
    struct design {
        double target;
        double reference_value;
        double limit;
        cusum_sides sides;
        better wanted;  ///< whether a rise is better or worse
    };
    /// Precondition: the reference value is not negative, the limit is above zero.
    explicit normal_cusum(design made) noexcept : design_(made) {
        LIENVIEN_EXPECTS(made.reference_value >= 0 && made.limit > 0, "a CUSUM has a limit above zero");
    }

    std::optional<chart_signal> add(double number) noexcept {
        ++taken_;
        double const off = number - design_.target;
        up_ = not_negative(up_ + off - design_.reference_value);
        if (design_.sides == cusum_sides::both) down_ = not_negative(down_ - off - design_.reference_value);
        if (up_ >= design_.limit) return chart_signal{meaning_of(true, design_.wanted), taken_, up_, design_.limit};
        if (down_ >= design_.limit)
            return chart_signal{meaning_of(false, design_.wanted), taken_, down_, design_.limit};
        return std::nullopt;
    }
    [[nodiscard]] double up() const noexcept { return up_; }
    [[nodiscard]] double down() const noexcept { return down_; }
    [[nodiscard]] std::uint64_t taken() const noexcept { return taken_; }
    void restart() noexcept { up_ = down_ = 0; }

private:
    [[nodiscard]] static double not_negative(double sum) noexcept { return sum > 0 ? sum : 0; }
    design design_;
    double up_ = 0;
    double down_ = 0;
    std::uint64_t taken_ = 0;
};

namespace detail {

/// Points and weights of Gauss and Legendre's rule on 0 to 1.
struct quadrature {
    std::vector<double> points;
    std::vector<double> weights;
};
[[nodiscard]] inline quadrature gauss_legendre(std::size_t count) {
    quadrature rule{std::vector<double>(count), std::vector<double>(count)};
    auto const n = static_cast<double>(count);
    for (std::size_t at = 0; at < (count + 1) / 2; ++at) {
        double x = std::cos(3.14159265358979323846 * (static_cast<double>(at) + 0.75) / (n + 0.5));
        double slope = 1;
        for (int step = 0; step < 100; ++step) {
            double here = 1;
            double before = 0;
            for (double k = 1; k <= n; ++k) {
                double const next = ((2 * k - 1) * x * here - (k - 1) * before) / k;
                before = here;
                here = next;
            }
            slope = n * (x * here - before) / (x * x - 1);
            double const moved = here / slope;
            x -= moved;
            if (std::fabs(moved) < 1e-15) break;
        }
        double const weight = 1 / ((1 - x * x) * slope * slope);
        rule.points[at] = 0.5 * (1 - x);
        rule.points[count - 1 - at] = 0.5 * (1 + x);
        rule.weights[at] = rule.weights[count - 1 - at] = weight;
    }
    return rule;
}

}  // namespace detail

/// The mean number of observations until a one-sided CUSUM of standard normal numbers, whose mean has moved up by `shift`,
/// signals; from zero. Reference value, limit and shift in standard deviations.
///
/// The chain of the chart has the atom at zero and the points of Gauss and Legendre's rule as its states (Nyström's method
/// for Page's integral equation). Precondition: reference value >= 0, 0 < limit <= 100.
[[nodiscard]] inline double normal_cusum_run_length(double reference_value, double limit, double shift) {
    LIENVIEN_EXPECTS(reference_value >= 0 && limit > 0 && limit <= 100, "a limit lies within 100 standard deviations");
    auto const rule = detail::gauss_legendre(28 + static_cast<std::size_t>(3 * limit));
    std::size_t const states = rule.points.size() + 1;
    detail::banded_chain chain(states, states - 1, states - 1);
    double const drift = reference_value - shift;
    for (std::size_t from = 0; from < states; ++from) {
        double const at = from == 0 ? 0 : limit * rule.points[from - 1];
        if (from != 0) chain.add_move(from, 0, normal_probability(drift - at));
        for (std::size_t to = 1; to < states; ++to) {
            if (to == from) continue;
            double const there = limit * rule.points[to - 1];
            chain.add_move(from, to, limit * rule.weights[to - 1] * normal_density(there - at + drift));
        }
        chain.add_leave(from, normal_probability(at - limit - drift));
    }
    return chain.mean_steps();
}

/// The same for a CUSUM that watches both sides with the same limits. Exact for charts that start from zero: their rates of
/// signals add up. Source: C. S. Van Dobben de Bruyn, Cumulative Sum Tests, 1968.
[[nodiscard]] inline double normal_cusum_run_length_both(double reference_value, double limit, double shift) {
    return 1 / (1 / normal_cusum_run_length(reference_value, limit, shift) +
                1 / normal_cusum_run_length(reference_value, limit, -shift));
}

/// The limit at which a CUSUM, while nothing has changed, signals by chance once in this many observations on average, to
/// 1e-9 of itself. Precondition: reference value >= 0.
/// Errors: `no_such_limit` where the run length is not above 1, or needs a limit above 100 standard deviations.
[[nodiscard]] inline measured<double> normal_cusum_limit(double reference_value, double run_length, cusum_sides sides) {
    if (!(run_length > 1)) return refused_as(measuring_fault::no_such_limit);
    auto const found = detail::limit_reaching(run_length, 100, 1e-9, [&](double limit) {
        return sides == cusum_sides::both ? normal_cusum_run_length_both(reference_value, limit, 0)
                                          : normal_cusum_run_length(reference_value, limit, 0);
    });
    if (!found) return refused_as(measuring_fault::no_such_limit);
    return *found;
}

}  // namespace v0
}  // namespace lienvien
