#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/measure/refusal.hpp>

#include <cstdint>

namespace lienvien {
inline namespace v0 {

/// So many out of so many (tử số trên mẫu số): whole numbers, the part never above the whole, the whole never zero.
class share {
public:
    /// Errors: `nobody_counted` where the whole is zero, `more_than_measured` where the part is above it.
    [[nodiscard]] static measured<share> of(items part, items whole) {
        if (whole == items(0)) return refused_as(measuring_fault::nobody_counted);
        if (part > whole) return refused_as(measuring_fault::more_than_measured);
        return share(part, whole);
    }

    [[nodiscard]] items part() const noexcept { return part_; }
    [[nodiscard]] items whole() const noexcept { return whole_; }
    /// The share as a number from 0 to 1, rounded.
    [[nodiscard]] double value() const noexcept {
        return static_cast<double>(part_.count()) / static_cast<double>(whole_.count());
    }
    /// Is it this percentage or more? Exact.
    [[nodiscard]] bool reaches(percentage target) const noexcept {
        return part_.count() * (percentage::unit::most * percentage::unit::parts) >= target.count() * whole_.count();
    }
    /// Is it this percentage or less? Exact.
    [[nodiscard]] bool stays_within(percentage target) const noexcept {
        return part_.count() * (percentage::unit::most * percentage::unit::parts) <= target.count() * whole_.count();
    }
    friend bool operator==(share const&, share const&) = default;

private:
    share(items part, items whole) noexcept : part_(part), whole_(whole) {}
    items part_;
    items whole_;
};

/// Between which two shares the truth lies when some facts are not known.
struct share_range {
    share least;
    share most;

    friend bool operator==(share_range const&, share_range const&) = default;
};

}  // namespace v0
}  // namespace lienvien
