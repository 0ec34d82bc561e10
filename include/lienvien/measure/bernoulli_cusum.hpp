#pragma once

#include <lienvien/measure/refusal.hpp>
#include <lienvien/measure/signal.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How a Bernoulli CUSUM counts: a failure adds `failure_step`, a success takes one away, never below zero; at `limit` it
/// signals. Whole numbers only.
struct bernoulli_design {
    std::uint32_t failure_step = 1;
    std::uint32_t limit = 1;

    friend bool operator==(bernoulli_design const&, bernoulli_design const&) = default;
};

/// A CUSUM of failures, case by case (ca có biến chứng hay không). Takes cases one by one; the sum goes on after a signal, and
/// `restart` sets it to zero.
/// Source: M. R. Reynolds and Z. G. Stoumbos, A CUSUM chart for monitoring a proportion when inspecting continuously,
/// Journal of Quality Technology 31, 1999, 87-108.
class bernoulli_cusum {
public:
    /// Precondition: step and limit are at least 1.
    explicit constexpr bernoulli_cusum(bernoulli_design made) noexcept : design_(made) {
        LIENVIEN_EXPECTS(made.failure_step >= 1 && made.limit >= 1, "a failure counts, and the limit is above zero");
    }

    constexpr std::optional<chart_signal> add(bool failed) noexcept {
        ++taken_;
        if (failed)
            sum_ += design_.failure_step;
        else if (sum_ > 0)
            --sum_;
        if (sum_ < design_.limit) return std::nullopt;
        return chart_signal{signal_meaning::worse, taken_, static_cast<double>(sum_),
                            static_cast<double>(design_.limit)};
    }
    [[nodiscard]] constexpr std::uint64_t sum() const noexcept { return sum_; }
    [[nodiscard]] constexpr std::uint64_t taken() const noexcept { return taken_; }
    [[nodiscard]] constexpr bernoulli_design design() const noexcept { return design_; }
    constexpr void restart() noexcept { sum_ = 0; }
    friend constexpr bool operator==(bernoulli_cusum const&, bernoulli_cusum const&) = default;

private:
    bernoulli_design design_;
    std::uint64_t sum_ = 0;
    std::uint64_t taken_ = 0;
};

namespace detail {

/// The mean run lengths of Bernoulli CUSUMs of one step at one failure rate, for limit after limit.
///
/// The chart falls by single steps, so that what happens above a state, before it is left downwards, does not depend on where
/// zero is: one pass from the top gives the run length of every limit. Only sums of positive numbers.
class bernoulli_run_lengths {
public:
    bernoulli_run_lengths(std::uint32_t failure_step, double failure_rate) : step_(failure_step), rate_(failure_rate) {}

    /// The mean number of cases until the signal, from zero, for the next limit: 1 at the first call, then 2, ...
    double next() {
        // After a failure: the probability of a signal before coming back, and the mean cases until then.
        excursion const up = older_.size() + newer_ < step_ ? excursion{1, 0} : then(older_.back(), newest_);
        double const away = (1 - rate_) + rate_ * up.signals;
        append({rate_ * up.signals / away, (1 + rate_ * up.cases) / away});
        return (1 + rate_ * up.cases) / (rate_ * up.signals);
    }

private:
    struct excursion {
        double signals;
        double cases;
    };
    /// One way down and then another.
    [[nodiscard]] static excursion then(excursion first, excursion second) noexcept {
        return {first.signals + (1 - first.signals) * second.signals, first.cases + (1 - first.signals) * second.cases};
    }
    // The last `step_` ways down, joined, oldest first: the older ones as joined tails, the newer ones as one.
    void append(excursion way) {
        left_.push_back(way);
        newest_ = newer_ == 0 ? way : then(newest_, way);
        ++newer_;
        if (!older_.empty()) older_.pop_back();
        if (!older_.empty() || left_.size() < step_) return;
        // The tails from the newest way back to the oldest that still counts; the join with nothing newer is itself.
        excursion tail{0, 0};
        for (std::size_t at = 0; at < step_; ++at) {
            tail = then(left_[left_.size() - 1 - at], tail);
            older_.push_back(tail);
        }
        newest_ = {0, 0};
        newer_ = 0;
    }

    std::size_t step_;
    double rate_;
    std::vector<excursion> left_;
    std::vector<excursion> older_;
    excursion newest_{0, 0};
    std::size_t newer_ = 0;
};

}  // namespace detail

/// The mean number of cases until a Bernoulli CUSUM signals, from zero, when cases fail at this rate. Exact.
/// Precondition: 0 < failure rate < 1. Complexity: linear in the limit.
[[nodiscard]] inline double bernoulli_run_length(bernoulli_design design, double failure_rate) {
    LIENVIEN_EXPECTS(failure_rate > 0 && failure_rate < 1 && design.failure_step >= 1 && design.limit >= 1,
                     "a failure rate lies between 0 and 1");
    detail::bernoulli_run_lengths lengths(design.failure_step, failure_rate);
    double length = 0;
    for (std::uint32_t limit = 1; limit <= design.limit; ++limit) length = lengths.next();
    return length;
}

/// The chart that tells an acceptable failure rate from one that must be noticed, and that signals by chance once in at least
/// `run_length` cases on average while the rate is acceptable. Nothing is assumed: all three are the user's to state.
///
/// The step is the whole number nearest to the one that the likelihood ratio asks for, the limit the smallest that keeps the
/// run length.
/// Errors: `no_such_limit` where the rates are not 0 < acceptable < unacceptable < 1, where they are so far apart that one
/// failure outweighs no success, or where no limit up to 100,000 keeps the run length.
[[nodiscard]] inline measured<bernoulli_design> design_bernoulli_cusum(double acceptable, double unacceptable,
                                                                       double run_length) {
    if (!(acceptable > 0 && acceptable < unacceptable && unacceptable < 1))
        return refused_as(measuring_fault::no_such_limit);
    double const success = std::log((1 - acceptable) / (1 - unacceptable));
    double const failure = std::log(unacceptable / acceptable);
    double const steps = std::floor(failure / success + 0.5);
    if (!(steps >= 1 && steps <= 10'000)) return refused_as(measuring_fault::no_such_limit);
    bernoulli_design made{static_cast<std::uint32_t>(steps), 0};
    detail::bernoulli_run_lengths lengths(made.failure_step, acceptable);
    while (made.limit < 100'000) {
        ++made.limit;
        if (lengths.next() >= run_length) return made;
    }
    return refused_as(measuring_fault::no_such_limit);
}

}  // namespace v0
}  // namespace lienvien
