#pragma once

#include <lienvien/measure/refusal.hpp>
#include <lienvien/measure/signal.hpp>
#include <lienvien/measure/two_score_sum.hpp>

#include <cmath>
#include <cstdint>
#include <optional>

namespace lienvien {
inline namespace v0 {

/// What a learning-curve CUSUM tells apart, and where it signals. The rates are the user's to state.
struct learning_design {
    double inadequate_rate;  ///< failure rate of somebody who has not yet learned it
    double adequate_rate;    ///< failure rate of somebody who has
    double limit;

    friend bool operator==(learning_design const&, learning_design const&) = default;
};

namespace detail {
[[nodiscard]] inline two_score_sum learning_scores(double inadequate, double adequate) noexcept {
    LIENVIEN_EXPECTS(adequate > 0 && adequate < inadequate && inadequate < 1,
                     "an adequate failure rate is below an inadequate one");
    return {std::log((1 - adequate) / (1 - inadequate)), std::log(inadequate / adequate)};
}
}  // namespace detail

/// A learning-curve CUSUM (LC-CUSUM, đường cong học tập): takes the first cases of a learner, or of a hospital that learns a
/// technique, one by one, supposes them inadequate, and signals when they are shown to be adequate: competence, proposed as
/// acceptance. It signals once; cases after that are counted but belong on a safety chart.
/// Source: D. J. Biau and R. Porcher, A method for monitoring a process from an out of control to an in control state,
/// Statistics in Medicine 29, 2010, 1900-1909.
class learning_cusum {
public:
    /// Precondition: 0 < adequate < inadequate < 1, limit > 0.
    explicit learning_cusum(learning_design made) noexcept
        : design_(made), sum_(detail::learning_scores(made.inadequate_rate, made.adequate_rate)) {
        LIENVIEN_EXPECTS(made.limit > 0, "a chart signals at a limit above zero");
    }

    std::optional<chart_signal> add(bool failed) noexcept {
        ++taken_;
        if (competent_) return std::nullopt;
        sum_.add(!failed);
        if (sum_.value() < design_.limit) return std::nullopt;
        competent_ = chart_signal{signal_meaning::competent, taken_, sum_.value(), design_.limit};
        return competent_;
    }
    /// The signal of competence, once it was given.
    [[nodiscard]] std::optional<chart_signal> const& competent() const noexcept { return competent_; }
    [[nodiscard]] double sum() const noexcept { return sum_.value(); }
    [[nodiscard]] std::uint64_t taken() const noexcept { return taken_; }
    [[nodiscard]] learning_design const& design() const noexcept { return design_; }

private:
    learning_design design_;
    two_score_sum sum_;
    std::uint64_t taken_ = 0;
    std::optional<chart_signal> competent_;
};

/// The probability that somebody with this true failure rate is declared competent within so many cases. Exact.
[[nodiscard]] inline double probability_declared_competent(learning_design const& design, double true_failure_rate,
                                                           std::uint64_t cases) {
    return probability_of_reaching(detail::learning_scores(design.inadequate_rate, design.adequate_rate), design.limit,
                                   1 - true_failure_rate, cases);
}

/// The chart that declares an inadequate learner competent within so many cases with at most this probability.
/// Errors: `no_such_limit` where the rates are not 0 < adequate < inadequate < 1, the probability is not between 0 and 1, or
/// there are no cases.
[[nodiscard]] inline measured<learning_design> design_learning_cusum(double inadequate_rate, double adequate_rate,
                                                                     double falsely_competent, std::uint64_t cases) {
    if (!(adequate_rate > 0 && adequate_rate < inadequate_rate && inadequate_rate < 1 && falsely_competent > 0 &&
          falsely_competent < 1 && cases > 0)) {
        return refused_as(measuring_fault::no_such_limit);
    }
    return learning_design{inadequate_rate, adequate_rate,
                           limit_reached_at_most(detail::learning_scores(inadequate_rate, adequate_rate),
                                                 falsely_competent, 1 - inadequate_rate, cases)};
}

/// The limit of a CUSUM that watches for odds of failure multiplied by `odds_ratio`, where all patients have the same risk,
/// and that signals by chance within so many cases with at most this probability. Exact.
/// Precondition: 0 < failure rate < 1, odds ratio > 1, 0 < false_alarm < 1, cases > 0.
[[nodiscard]] inline double limit_for_false_alarm(double failure_rate, double odds_ratio, double false_alarm,
                                                  std::uint64_t cases) {
    LIENVIEN_EXPECTS(failure_rate > 0 && failure_rate < 1 && odds_ratio > 1, "an odds ratio above 1 watches for harm");
    double const success = std::log1p((odds_ratio - 1) * failure_rate);
    return limit_reached_at_most({std::log(odds_ratio) - success, success}, false_alarm, failure_rate, cases);
}

}  // namespace v0
}  // namespace lienvien
