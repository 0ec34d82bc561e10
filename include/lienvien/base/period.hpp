#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/result.hpp>

#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>

namespace lienvien {
inline namespace v0 {

using std::chrono::sys_days;
using std::chrono::year_month_day;

/// How two periods lie to each other. The thirteen cases exclude one another and leave none out.
/// Source: J. F. Allen, Maintaining knowledge about temporal intervals, CACM 26(11), 1983.
enum class allen : std::uint8_t {
    before,
    meets,
    overlaps,
    starts,
    during,
    finishes,
    equals,
    finished_by,
    contains,
    started_by,
    overlapped_by,
    met_by,
    after
};

/// The relation that `b` has to `a` when `a` has `relation` to `b`.
[[nodiscard]] constexpr allen converse(allen relation) noexcept {
    return static_cast<allen>(12 - static_cast<std::uint8_t>(relation));
}

/// Days from `from` up to, but not including, `until`; either end may be open. Never empty.
///
/// Invariant: from < until. Days are proleptic Gregorian, years -32767 to 32767.
class period {
public:
    /// Every day.
    constexpr period() noexcept = default;

    /// From a day on, with no end.
    [[nodiscard]] static constexpr period from(sys_days first) noexcept { return between(first, (sys_days::max)()); }
    /// Every day before `first_after`.
    [[nodiscard]] static constexpr period before(sys_days first_after) noexcept {
        return between((sys_days::min)(), first_after);
    }
    /// Precondition: `first` < `first_after`.
    [[nodiscard]] static constexpr period between(sys_days first, sys_days first_after) noexcept {
        LIENVIEN_EXPECTS(first < first_after, "LIENVIEN-E003: a period ends after it begins");
        return period(first, first_after);
    }
    /// The checked way in. Errors: `reversed_period` where `first` is not before `first_after`.
    [[nodiscard]] static result<period> checked(sys_days first, sys_days first_after) {
        if (first < first_after) return period(first, first_after);
        return error{errc::reversed_period, 0, {}};
    }

    [[nodiscard]] constexpr bool contains(sys_days day) const noexcept { return from_ <= day && day < until_; }

    /// The first day, where there is one.
    [[nodiscard]] constexpr std::optional<sys_days> first() const noexcept {
        return from_ == (sys_days::min)() ? std::nullopt : std::optional(from_);
    }
    /// The first day that is no longer in the period, where there is one.
    [[nodiscard]] constexpr std::optional<sys_days> first_after() const noexcept {
        return until_ == (sys_days::max)() ? std::nullopt : std::optional(until_);
    }

    friend constexpr bool operator==(period const&, period const&) = default;

    [[nodiscard]] friend constexpr allen relation(period a, period b) noexcept {
        if (a.until_ < b.from_) return allen::before;
        if (b.until_ < a.from_) return allen::after;
        // Open ends never meet: an end without a day is no day that another period could begin on.
        if (a.until_ == b.from_) return allen::meets;
        if (b.until_ == a.from_) return allen::met_by;
        auto const begins = a.from_ <=> b.from_;
        auto const ends = a.until_ <=> b.until_;
        if (begins == 0) return ends < 0 ? allen::starts : ends == 0 ? allen::equals : allen::started_by;
        if (ends == 0) return begins < 0 ? allen::finished_by : allen::finishes;
        if (begins < 0) return ends < 0 ? allen::overlaps : allen::contains;
        return ends > 0 ? allen::overlapped_by : allen::during;
    }

    /// Do the two share a day?
    [[nodiscard]] friend constexpr bool overlap(period a, period b) noexcept {
        return a.from_ < b.until_ && b.from_ < a.until_;
    }
    /// The days that are in both, if any.
    [[nodiscard]] friend constexpr std::optional<period> intersection(period a, period b) noexcept {
        if (!overlap(a, b)) return std::nullopt;
        return period(a.from_ < b.from_ ? b.from_ : a.from_, a.until_ < b.until_ ? a.until_ : b.until_);
    }

private:
    constexpr period(sys_days first, sys_days first_after) noexcept : from_(first), until_(first_after) {}

    sys_days from_ = (sys_days::min)();
    sys_days until_ = (sys_days::max)();
};

/// A calendar day as a day count. Precondition: the day exists.
[[nodiscard]] constexpr sys_days day(year_month_day date) noexcept {
    LIENVIEN_EXPECTS(date.ok(), "LIENVIEN-E004: the calendar has this day");
    return sys_days(date);
}

/// The period from a day on: from(2023y / 6 / 28).
[[nodiscard]] constexpr period from(year_month_day first) noexcept { return period::from(day(first)); }
/// The period before a day: until(2025y / 1 / 1) ends on 31 December 2024.
[[nodiscard]] constexpr period until(year_month_day first_after) noexcept { return period::before(day(first_after)); }
/// From a day up to, not including, another. Precondition: the first is before the second.
[[nodiscard]] constexpr period between(year_month_day first, year_month_day first_after) noexcept {
    return period::between(day(first), day(first_after));
}

}  // namespace v0
}  // namespace lienvien
