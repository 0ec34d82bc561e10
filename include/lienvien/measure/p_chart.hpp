#pragma once

#include <lienvien/measure/share.hpp>
#include <lienvien/measure/signal.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Two lines between which a number is expected to lie.
struct chart_limits {
    double lower = 0;
    double upper = 0;

    friend bool operator==(chart_limits const&, chart_limits const&) = default;
};

/// A p-chart: shares of samples, of the same or of varying sizes, around a centre line. Takes samples one by one.
///
/// The limits of a sample lie `widths` standard errors of a sample of its size around the centre, within 0 and 1. The share
/// charted is one that should be low (failures, complications) or high (compliance), as `wanted` says.
/// Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2.
class p_chart {
public:
    /// Precondition: 0 <= centre <= 1, widths > 0.
    p_chart(double centre, double widths, better wanted) noexcept : centre_(centre), widths_(widths), wanted_(wanted) {
        LIENVIEN_EXPECTS(centre >= 0 && centre <= 1 && widths > 0, "a share lies between 0 and 1, limits around it");
    }
    /// The centre is the share over all samples of the baseline, which are then not yet on the chart.
    /// Errors: `nobody_counted` where there is none.
    [[nodiscard]] static measured<p_chart> around(std::vector<share> const& baseline, double widths, better wanted) {
        items hit(0);
        items all(0);
        for (auto const& each : baseline) {
            hit = hit + each.part();
            all = all + each.whole();
        }
        auto const centre = share::of(hit, all);
        if (!centre) return centre.refusal();
        return p_chart(centre->value(), widths, wanted);
    }

    [[nodiscard]] double centre() const noexcept { return centre_; }
    /// The limits of a sample of this size. Precondition: the size is not zero.
    [[nodiscard]] chart_limits limits_of(items size) const noexcept {
        LIENVIEN_EXPECTS(size > items(0), "a sample has at least one member");
        double const scatter = std::sqrt(centre_ * (1 - centre_) / static_cast<double>(size.count()));
        double const lower = centre_ - widths_ * scatter;
        double const upper = centre_ + widths_ * scatter;
        return {lower > 0 ? lower : 0, upper < 1 ? upper : 1};
    }
    /// The next sample; a signal where its share lies outside its limits.
    std::optional<chart_signal> add(share const& sample) {
        ++number_;
        auto const limits = limits_of(sample.whole());
        double const at = sample.value();
        if (at >= limits.lower && at <= limits.upper) return std::nullopt;
        bool const rise = at > limits.upper;
        return chart_signal{meaning_of(rise, wanted_), number_, at, rise ? limits.upper : limits.lower};
    }
    /// How many samples the chart has taken.
    [[nodiscard]] std::uint64_t taken() const noexcept { return number_; }

private:
    double centre_;
    double widths_;
    better wanted_;
    std::uint64_t number_ = 0;
};

}  // namespace v0
}  // namespace lienvien
