#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/measure/share.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

struct waiting_minute_unit {
    static constexpr label noun{"phút chờ", "minutes of waiting"};
    static constexpr std::int64_t least = 0, most = 10'000'000, parts = 10;
    static constexpr bool additive = true;
};
/// Minutes between two events, one decimal, so that a median of whole minutes is exact.
using waiting_minutes = measure<waiting_minute_unit>;

/// An instant, to the minute, in one stated zone for both events.
using clock_minute = std::chrono::sys_time<std::chrono::minutes>;

/// Two events of one case, such as the door of the hospital and the needle of thrombolysis (cửa-kim). Absent: not known.
struct waited_case {
    std::optional<clock_minute> from{};
    std::optional<clock_minute> until{};
};

/// How long cases waited between two events: door to needle, door to groin, call to door.
///
/// A case with an unknown instant, and one whose second event lies before the first, are listed apart: neither is a short
/// wait nor a long one.
class waiting_times {
public:
    explicit waiting_times(std::vector<waited_case> const& cases) {
        for (std::size_t number = 0; number < cases.size(); ++number) {
            auto const& each = cases[number];
            if (!each.from || !each.until) {
                not_known_.push_back(number);
            } else if (*each.until < *each.from || *each.until - *each.from > longest) {
                contradictory_.push_back(number);
            } else {
                sorted_.push_back((*each.until - *each.from).count());
            }
        }
        detail::sort_by(sorted_, [](std::int64_t a, std::int64_t b) { return a < b; });
    }

    [[nodiscard]] items counted() const noexcept { return items(static_cast<std::int64_t>(sorted_.size())); }
    /// The cases, from 0, of which an instant is not known.
    [[nodiscard]] std::vector<std::size_t> const& not_known() const noexcept { return not_known_; }
    /// The cases, from 0, whose second event lies before the first, or so long after it that a clock must be wrong.
    [[nodiscard]] std::vector<std::size_t> const& contradictory() const noexcept { return contradictory_; }

    /// The wait that half of the cases did not exceed; exact. Errors: `nobody_counted`.
    [[nodiscard]] measured<waiting_minutes> middle() const {
        if (sorted_.empty()) return refused_as(measuring_fault::nobody_counted);
        std::size_t const half = sorted_.size() / 2;
        return waiting_minutes::of_parts(5 * (sorted_[half] + sorted_[sorted_.size() % 2 == 1 ? half : half - 1]));
    }
    /// The share that waited no longer than this, of the cases whose wait is known. Errors: `nobody_counted`.
    [[nodiscard]] measured<share> within(std::chrono::minutes at_most) const {
        std::int64_t number = 0;
        for (auto const each : sorted_) number += each <= at_most.count() ? 1 : 0;
        return share::of(items(number), counted());
    }
    /// The same, whatever the unknown and contradictory waits really were. Errors: `nobody_counted`.
    [[nodiscard]] measured<share_range> possibly_within(std::chrono::minutes at_most) const {
        std::int64_t number = 0;
        for (auto const each : sorted_) number += each <= at_most.count() ? 1 : 0;
        auto const open = static_cast<std::int64_t>(not_known_.size() + contradictory_.size());
        auto const least = share::of(items(number), counted() + items(open));
        auto const most = share::of(items(number + open), counted() + items(open));
        if (!least) return least.refusal();
        return share_range{*least, *most};
    }

private:
    static constexpr std::chrono::minutes longest{waiting_minute_unit::most};
    std::vector<std::int64_t> sorted_;
    std::vector<std::size_t> not_known_;
    std::vector<std::size_t> contradictory_;
};

}  // namespace v0
}  // namespace lienvien
