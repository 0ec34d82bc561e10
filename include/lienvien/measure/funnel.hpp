#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/measure/distribution.hpp>
#include <lienvien/measure/p_chart.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {
/// What lies outside on each side at a level such as 95 or 99.8 percent. Precondition: above 0, below 100.
[[nodiscard]] inline double outside_each(percentage level) noexcept {
    constexpr auto hundred = static_cast<double>(percentage::unit::most * percentage::unit::parts);
    LIENVIEN_EXPECTS(level.count() > 0 && static_cast<double>(level.count()) < hundred,
                     "the level of a funnel lies between 0 and 100 percent");
    return (1 - static_cast<double>(level.count()) / hundred) / 2;
}
}  // namespace detail

/// Between which ratios of observed to expected events an institution is expected to lie, by chance alone, at a level.
///
/// Exact Poisson limits in their chi-square form, so that the number expected need not be whole. Precondition: expected > 0.
/// Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24, 2005,
/// 1185-1202.
[[nodiscard]] inline chart_limits poisson_funnel(double expected, percentage level) noexcept {
    double const outside = detail::outside_each(level);
    return {gamma_quantile(expected, outside) / expected, gamma_quantile(expected + 1, 1 - outside) / expected};
}

/// Between which shares an institution with so many cases is expected to lie around a target share.
///
/// Exact binomial limits, interpolated between whole counts so that the funnel is smooth. Precondition: size > 0,
/// 0 < target < 1. Source: Spiegelhalter 2005, appendix A.1.1.
[[nodiscard]] inline chart_limits binomial_funnel(items size, double target, percentage level) noexcept {
    LIENVIEN_EXPECTS(size > items(0) && target > 0 && target < 1, "a funnel is around a share of at least one case");
    auto const n = static_cast<std::uint64_t>(size.count());
    auto const line = [&](double p) {
        auto const r = binomial_quantile(p, n, target);
        double const reached = binomial_probability(r, n, target);
        double const before = r == 0 ? 0 : binomial_probability(r - 1, n, target);
        double const at = (static_cast<double>(r) - (reached - p) / (reached - before)) / static_cast<double>(n);
        return at < 0 ? 0.0 : at > 1 ? 1.0 : at;
    };
    double const outside = detail::outside_each(level);
    return {line(outside), line(1 - outside)};
}

/// What an institution brings to a funnel: its figure, and the standard error that the figure has at the target.
struct funnel_point {
    double figure = 0;
    double standard_error = 0;
};
/// Observed over expected events, with the error of a Poisson count. Precondition: expected > 0.
[[nodiscard]] inline funnel_point ratio_point(items observed, double expected) noexcept {
    LIENVIEN_EXPECTS(expected > 0, "a ratio has a number expected above zero");
    return {static_cast<double>(observed.count()) / expected, 1 / std::sqrt(expected)};
}
/// A share, with the error that a share of this size has at the target. Precondition: 0 < target < 1.
[[nodiscard]] inline funnel_point share_point(share const& of, double target) noexcept {
    LIENVIEN_EXPECTS(target > 0 && target < 1, "a funnel is around a share between 0 and 1");
    return {of.value(), std::sqrt(target * (1 - target) / static_cast<double>(of.whole().count()))};
}

/// How much more institutions differ than chance alone would make them (quá phân tán).
struct overdispersion {
    std::size_t institutions = 0;
    double factor = 1;   ///< mean squared distance from the target in errors; 1 where chance alone is at work
    double between = 0;  ///< standard deviation between institutions, in units of the figure

    /// Is there more than chance, beyond the scatter of the factor itself (two of its standard errors)?
    [[nodiscard]] bool present() const noexcept {
        return institutions > 0 && factor > 1 + 2 * std::sqrt(2 / static_cast<double>(institutions));
    }
    friend bool operator==(overdispersion const&, overdispersion const&) = default;
};

/// Estimates it from all institutions, after the outermost ones (the stated share on each side) have been pulled in to the
/// next ones, so that the bad and the brilliant do not widen the funnel for all.
/// Precondition: 0 <= pulled_in < 0.5. Source: Spiegelhalter 2005, section 4; winsorised estimate, method of moments.
[[nodiscard]] inline overdispersion overdispersion_of(std::vector<funnel_point> const& points, double target,
                                                      double pulled_in) {
    LIENVIEN_EXPECTS(pulled_in >= 0 && pulled_in < 0.5, "less than half is pulled in on each side");
    overdispersion found;
    found.institutions = points.size();
    if (points.empty()) return found;
    std::vector<double> distances;
    double sum = 0;
    double squares = 0;
    for (auto const& each : points) {
        LIENVIEN_EXPECTS(each.standard_error > 0, "a figure of a funnel has a standard error");
        distances.push_back((each.figure - target) / each.standard_error);
        double const weight = 1 / (each.standard_error * each.standard_error);
        sum += weight;
        squares += weight * weight;
    }
    detail::sort_by(distances, [](double a, double b) { return a < b; });
    auto const count = static_cast<double>(points.size());
    auto const outer = static_cast<std::size_t>(pulled_in * count);
    double total = 0;
    for (std::size_t at = 0; at < distances.size(); ++at) {
        std::size_t const last = distances.size() - 1 - outer;
        double const pulled = distances[at < outer ? outer : at > last ? last : at];
        total += pulled * pulled;
    }
    found.factor = total / count;
    double const room = sum - squares / sum;
    double const beyond = count * found.factor - (count - 1);
    found.between = room > 0 && beyond > 0 ? std::sqrt(beyond / room) : 0;
    return found;
}

/// Limits that allow for differences between institutions: wider by the same factor everywhere.
[[nodiscard]] inline chart_limits widened_by_factor(funnel_point const& point, double target, percentage level,
                                                    overdispersion const& more) noexcept {
    double const reach = -normal_quantile(detail::outside_each(level)) * point.standard_error *
                         std::sqrt(more.factor > 1 ? more.factor : 1);
    return {target - reach, target + reach};
}
/// Limits that allow for differences between institutions as a random effect: large institutions are not singled out for
/// what all institutions do.
[[nodiscard]] inline chart_limits widened_by_between(funnel_point const& point, double target, percentage level,
                                                     overdispersion const& more) noexcept {
    double const reach = -normal_quantile(detail::outside_each(level)) *
                         std::sqrt(point.standard_error * point.standard_error + more.between * more.between);
    return {target - reach, target + reach};
}

/// Does an institution lie outside its limits, and what does that mean? The number of the signal is that of the caller.
[[nodiscard]] inline std::optional<chart_signal> outside_funnel(double figure, chart_limits limits, better wanted,
                                                                std::uint64_t number) noexcept {
    if (figure >= limits.lower && figure <= limits.upper) return std::nullopt;
    bool const above = figure > limits.upper;
    return chart_signal{meaning_of(above, wanted), number, figure, above ? limits.upper : limits.lower};
}

}  // namespace v0
}  // namespace lienvien
