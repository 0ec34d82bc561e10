#pragma once

#include <lienvien/base/expects.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// A Markov chain of a chart: states 0, 1, ... from which it moves at most `down` states down and `up` states up, or leaves
/// by a signal.
class banded_chain {
public:
    banded_chain(std::size_t states, std::size_t down, std::size_t up)
        : states_(states),
          down_(down),
          up_(up),
          moves_(states * (down + up + 1)),
          leaves_(states),
          steps_(states, 1.0) {}

    void add_move(std::size_t from, std::size_t to, double probability) noexcept { at(from, to) += probability; }
    void add_leave(std::size_t from, double probability) noexcept { leaves_[from] += probability; }

    /// The mean number of steps until the chain leaves, from state 0; infinite where it never does. Uses the chain up.
    ///
    /// States are taken out one after the other from the top, and what passed through them is given to those that remain.
    /// Nothing is ever subtracted, so that even a run length of 1e15 keeps its digits.
    /// Complexity: states x down x up. Source: W. K. Grassmann, M. I. Taksar and D. P. Heyman, Operations Research 33, 1985.
    [[nodiscard]] double mean_steps() noexcept {
        for (std::size_t k = states_; k-- > 1;) {
            std::size_t const lowest = k > down_ ? k - down_ : 0;
            double* const row = &at(k, lowest);
            double away = leaves_[k];
            for (std::size_t j = 0; j < k - lowest; ++j) away += row[j];
            if (away <= 0) return std::numeric_limits<double>::infinity();
            for (std::size_t i = k > up_ ? k - up_ : 0; i < k; ++i) {
                double const through = at(i, k) / away;
                if (through == 0) continue;
                // The band of row i begins no higher than that of row k, since i < k.
                double* const into = &at(i, lowest);
                for (std::size_t j = 0; j < k - lowest; ++j) into[j] += through * row[j];
                leaves_[i] += through * leaves_[k];
                steps_[i] += through * steps_[k];
            }
        }
        return leaves_[0] > 0 ? steps_[0] / leaves_[0] : std::numeric_limits<double>::infinity();
    }

private:
    [[nodiscard]] double& at(std::size_t from, std::size_t to) noexcept {
        return moves_[from * (down_ + up_ + 1) + (to + down_ - from)];
    }

    std::size_t states_;
    std::size_t down_;
    std::size_t up_;
    std::vector<double> moves_;
    std::vector<double> leaves_;
    std::vector<double> steps_;
};

/// A score that a case can bring, and how likely.
struct likely_score {
    double score;
    double probability;
};

/// Scores laid on a lattice: the probability of moving so many steps, and the variance that the laying has added.
struct lattice_scores {
    std::size_t down = 0;
    std::size_t up = 0;
    std::vector<double> moves;  ///< from `down` steps down to `up` steps up
    double added_variance = 0;
};

/// Lays scores on a lattice of this step. A score between two points is shared between both so that its mean is kept
/// (paired rounding: S. Knoth, P. Wittenberg and F. F. Gan, Statistics in Medicine 38, 2019, 2206-2218).
[[nodiscard]] inline lattice_scores laid_on_lattice(std::vector<likely_score> const& scores, double step) {
    lattice_scores made;
    double least = 0;
    double most = 0;
    for (auto const& each : scores) {
        if (each.score < least) least = each.score;
        if (each.score > most) most = each.score;
    }
    made.down = static_cast<std::size_t>(std::ceil(-least / step)) + 1;
    made.up = static_cast<std::size_t>(std::ceil(most / step)) + 1;
    made.moves.resize(made.down + made.up + 1);
    for (auto const& each : scores) {
        double const place = each.score / step + static_cast<double>(made.down);
        double const below = std::floor(place);
        double const rest = place - below;
        auto const at = static_cast<std::size_t>(below);
        made.moves[at] += each.probability * (1 - rest);
        made.moves[at + 1] += each.probability * rest;
        made.added_variance += each.probability * rest * (1 - rest) * step * step;
    }
    return made;
}

/// The mean number of cases until a sum of scores, which never falls below zero, reaches `cells` steps of the lattice.
[[nodiscard]] inline double lattice_run_length(lattice_scores const& scores, std::size_t cells) {
    banded_chain chain(cells, scores.down, scores.up);
    for (std::size_t from = 0; from < cells; ++from) {
        for (std::size_t move = 0; move < scores.moves.size(); ++move) {
            if (scores.moves[move] == 0) continue;
            std::size_t const shifted = from + move;
            std::size_t const to = shifted > scores.down ? shifted - scores.down : 0;
            if (to >= cells)
                chain.add_leave(from, scores.moves[move]);
            else if (to != from)
                chain.add_move(from, to, scores.moves[move]);
        }
    }
    return chain.mean_steps();
}

/// Where a rising function of a limit reaches what is wanted; nothing where it does not up to the limit `most`. `of(limit)`
/// rises about exponentially; the search takes secants of its logarithm and falls back on halving. The result is the upper
/// end of the last bracket: `of` there is at least what is wanted.
template <class Function>
[[nodiscard]] std::optional<double> limit_reaching(double wanted, double most, double relative, Function const& of) {
    double const goal = std::log(wanted);
    double low = 0;
    double at_low = -goal;  // a chart without limit signals at once
    double high = 1;
    double at_high = std::log(of(high)) - goal;
    while (at_high < 0) {
        if (high >= most) return std::nullopt;
        low = high;
        at_low = at_high;
        high = 2 * high < most ? 2 * high : most;
        at_high = std::log(of(high)) - goal;
    }
    for (int step = 0; step < 100 && high - low > relative * high; ++step) {
        double next = step % 3 == 2 ? 0.5 * (low + high) : low + (high - low) * (-at_low / (at_high - at_low));
        double const margin = 0.25 * relative * high;
        // Steps a little beyond the crossing, so that the bracket closes from both sides.
        next += next - low < high - next ? margin : -margin;
        if (!(next > low && next < high)) next = 0.5 * (low + high);
        double const at_next = std::log(of(next)) - goal;
        (at_next < 0 ? low : high) = next;
        (at_next < 0 ? at_low : at_high) = at_next;
    }
    return high;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
