#pragma once

#include <lienvien/measure/refusal.hpp>
#include <lienvien/measure/run_length.hpp>
#include <lienvien/measure/signal.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How a preoperative score tells the risk of failure: logit(risk) = intercept + slope x score. The coefficients are data of
/// whoever fitted them; the library has none of its own.
struct logit_risk {
    double intercept;
    double slope;

    [[nodiscard]] double operator()(double score) const noexcept {
        return 1 / (1 + std::exp(-intercept - slope * score));
    }
};

/// What a case adds to a risk-adjusted CUSUM that watches for odds of failure multiplied by `odds_ratio`: the logarithm of the
/// likelihood ratio. Precondition: 0 <= risk <= 1, odds ratio > 0.
/// Source: S. H. Steiner, R. J. Cook, V. T. Farewell and T. Treasure, Biostatistics 1, 2000, 441-452.
[[nodiscard]] inline double risk_adjusted_weight(double risk, bool failed, double odds_ratio) noexcept {
    LIENVIEN_EXPECTS(risk >= 0 && risk <= 1 && odds_ratio > 0, "a risk lies between 0 and 1, an odds ratio above zero");
    return (failed ? std::log(odds_ratio) : 0) - std::log1p((odds_ratio - 1) * risk);
}

/// A CUSUM of failures that allows for the risk of each patient. Takes cases one by one, each with its risk; an odds ratio
/// above 1 watches for harm, below 1 for improvement. The sum goes on after a signal, and `restart` sets it to zero.
class risk_adjusted_cusum {
public:
    /// Precondition: odds ratio > 0 and not 1, limit > 0.
    risk_adjusted_cusum(double odds_ratio, double limit) noexcept : odds_ratio_(odds_ratio), limit_(limit) {
        LIENVIEN_EXPECTS(odds_ratio > 0 && odds_ratio != 1 && limit > 0,
                         "an odds ratio of 1 is no change to watch for");
    }

    std::optional<chart_signal> add(double risk, bool failed) noexcept {
        ++taken_;
        sum_ += risk_adjusted_weight(risk, failed, odds_ratio_);
        if (sum_ < 0) sum_ = 0;
        if (sum_ < limit_) return std::nullopt;
        return chart_signal{odds_ratio_ > 1 ? signal_meaning::worse : signal_meaning::improved, taken_, sum_, limit_};
    }
    [[nodiscard]] double sum() const noexcept { return sum_; }
    [[nodiscard]] std::uint64_t taken() const noexcept { return taken_; }
    void restart() noexcept { sum_ = 0; }

private:
    double odds_ratio_;
    double limit_;
    double sum_ = 0;
    std::uint64_t taken_ = 0;
};

/// How often patients of a risk come: the mix for which a limit is designed. The weights need not add up to 1.
struct risk_class {
    double risk;
    double weight;
};

namespace detail {

/// The scores of a mix of patients whose true odds of failure are those of their risk times `true_ratio`.
[[nodiscard]] inline std::vector<likely_score> scores_of(std::vector<risk_class> const& mix, double odds_ratio,
                                                         double true_ratio) {
    double all = 0;
    for (auto const& each : mix) all += each.weight;
    std::vector<likely_score> scores;
    for (auto const& each : mix) {
        double const fails = true_ratio * each.risk / (1 + (true_ratio - 1) * each.risk);
        double const part = each.weight / all;
        scores.push_back({risk_adjusted_weight(each.risk, true, odds_ratio), part * fails});
        scores.push_back({risk_adjusted_weight(each.risk, false, odds_ratio), part * (1 - fails)});
    }
    return scores;
}

/// The run length on a lattice, corrected for the variance that the lattice adds: two lattices show how its logarithm depends
/// on the added variance, and the line through both is followed to none. The limit lies half a step below the lattice point
/// that signals, since scores that end in the last step below it are shared between both.
[[nodiscard]] inline double corrected_run_length(std::vector<likely_score> const& scores, double limit, double cells) {
    auto const on = [&](double count) {
        auto const laid = laid_on_lattice(scores, limit / (count - 0.5));
        return std::pair(std::log(lattice_run_length(laid, static_cast<std::size_t>(count))), laid.added_variance);
    };
    auto const [fine, fine_added] = on(std::ceil(cells));
    auto const [coarse, coarse_added] = on(std::ceil(cells * 0.6));
    double const between = coarse_added - fine_added;
    if (!(between > 0.2 * fine_added)) return std::exp(fine);
    return std::exp(fine - fine_added * (coarse - fine) / between);
}

}  // namespace detail

/// The mean number of cases until a risk-adjusted CUSUM signals, from zero, for a mix of patients, when their odds of failure
/// are those of their risks times `true_ratio` (1: as expected).
///
/// From the Markov chain of the chart on a lattice: to about 1e-5 of itself where risks are many, 1e-3 where they are few.
/// Precondition: the mix has a class of weight above zero; limit > 0.
/// Complexity: `cells_a_unit` lattice points for each unit of the limit; their cube.
[[nodiscard]] inline double risk_adjusted_run_length(std::vector<risk_class> const& mix, double odds_ratio,
                                                     double limit, double true_ratio, double cells_a_unit = 100) {
    LIENVIEN_EXPECTS(!mix.empty() && limit > 0 && odds_ratio > 0 && odds_ratio != 1, "a chart watches some patients");
    auto const scores = detail::scores_of(mix, odds_ratio, true_ratio);
    return detail::corrected_run_length(scores, limit, limit * cells_a_unit < 60 ? 60 : limit * cells_a_unit);
}

/// The limit at which a risk-adjusted CUSUM, while risks are as expected, signals by chance once in this many cases on average.
/// Precondition: the mix has a class of weight above zero; the odds ratio is above zero and not 1.
/// Errors: `no_such_limit` where the run length is not above 1, or needs a limit above 30.
[[nodiscard]] inline measured<double> risk_adjusted_limit(std::vector<risk_class> const& mix, double odds_ratio,
                                                          double run_length) {
    if (!(run_length > 1)) return refused_as(measuring_fault::no_such_limit);
    // A coarse lattice finds where, a fine one how much.
    auto const found = detail::limit_reaching(
        run_length, 30, 1e-3, [&](double limit) { return risk_adjusted_run_length(mix, odds_ratio, limit, 1, 40); });
    if (!found) return refused_as(measuring_fault::no_such_limit);
    double const below = *found * 0.99;
    double const at_below = std::log(risk_adjusted_run_length(mix, odds_ratio, below, 1, 80));
    double const at_found = std::log(risk_adjusted_run_length(mix, odds_ratio, *found, 1, 80));
    if (!(at_found > at_below)) return *found;
    return below + (*found - below) * (std::log(run_length) - at_below) / (at_found - at_below);
}

/// A variable life-adjusted display: expected minus observed failures, case by case; how many lives, or complications, were
/// saved beyond what the risks let expect. It shows; it has no limit and gives no signal.
class life_adjusted_display {
public:
    /// Precondition: 0 <= risk <= 1.
    void add(double risk, bool failed) noexcept {
        LIENVIEN_EXPECTS(risk >= 0 && risk <= 1, "a risk lies between 0 and 1");
        ++taken_;
        expected_ += risk;
        failures_ += failed ? 1u : 0u;
    }
    [[nodiscard]] double saved() const noexcept { return expected_ - static_cast<double>(failures_); }
    [[nodiscard]] double expected() const noexcept { return expected_; }
    [[nodiscard]] std::uint64_t failures() const noexcept { return failures_; }
    [[nodiscard]] std::uint64_t taken() const noexcept { return taken_; }

private:
    double expected_ = 0;
    std::uint64_t failures_ = 0;
    std::uint64_t taken_ = 0;
};

}  // namespace v0
}  // namespace lienvien
