#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/measure/distribution.hpp>
#include <lienvien/measure/refusal.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a run chart shows by the Anhøj rules: an unusually long run on one side of the middle line, or unusually few
/// crossings of it, says that something other than chance is at work. They do not say which way is better.
struct run_chart_reading {
    double middle = 0;                 ///< the line: the median, or the one that was stated
    std::uint64_t useful = 0;          ///< points that do not lie on the line
    std::uint64_t longest_run = 0;     ///< most useful points in a row on one side
    std::uint64_t crossings = 0;       ///< changes of side between useful points
    std::uint64_t run_limit = 0;       ///< a run is unusual above this
    std::uint64_t crossing_limit = 0;  ///< crossings are unusual below this

    [[nodiscard]] bool unusual_run() const noexcept { return longest_run > run_limit; }
    [[nodiscard]] bool unusual_crossings() const noexcept { return crossings < crossing_limit; }
    [[nodiscard]] bool shifted() const noexcept { return unusual_run() || unusual_crossings(); }
    friend bool operator==(run_chart_reading const&, run_chart_reading const&) = default;
};

/// The median of some numbers. Precondition: there is one.
[[nodiscard]] inline double median_of(std::vector<double> numbers) {
    LIENVIEN_EXPECTS(!numbers.empty(), "a median is of at least one number");
    detail::sort_by(numbers, [](double a, double b) { return a < b; });
    std::size_t const half = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[half] : 0.5 * (numbers[half - 1] + numbers[half]);
}

/// A run chart: points in the order of time around a line that was fixed beforehand. Takes points one by one.
///
/// Source: J. Anhøj and A. V. Olesen, Run charts revisited, PLoS ONE 9(11), 2014, e113825: longest run above
/// log2(n) + 3, rounded; crossings below the 5th percentile of the binomial distribution (n - 1, one half).
class run_chart {
public:
    explicit run_chart(double middle) noexcept { seen_.middle = middle; }

    void add(double point) {
        if (point == seen_.middle) return;
        bool const above = point > seen_.middle;
        if (seen_.useful != 0 && above != above_) {
            ++seen_.crossings;
            run_ = 0;
        }
        above_ = above;
        ++seen_.useful;
        if (++run_ > seen_.longest_run) seen_.longest_run = run_;
    }
    /// Where the chart stands. Errors: `nobody_counted` where no point lies off the line.
    [[nodiscard]] measured<run_chart_reading> read() const {
        if (seen_.useful == 0) return refused_as(measuring_fault::nobody_counted);
        auto reading = seen_;
        reading.run_limit = static_cast<std::uint64_t>(std::floor(std::log2(static_cast<double>(seen_.useful)) + 3.5));
        reading.crossing_limit = seen_.useful > 1 ? binomial_quantile(0.05, seen_.useful - 1, 0.5) : 0;
        return reading;
    }

private:
    run_chart_reading seen_;
    std::uint64_t run_ = 0;
    bool above_ = false;
};

/// A run chart of some points around their own median. Errors: `nobody_counted`.
[[nodiscard]] inline measured<run_chart_reading> read_run_chart(std::vector<double> const& points) {
    if (points.empty()) return refused_as(measuring_fault::nobody_counted);
    run_chart chart(median_of(points));
    for (auto const each : points) chart.add(each);
    return chart.read();
}

}  // namespace v0
}  // namespace lienvien
