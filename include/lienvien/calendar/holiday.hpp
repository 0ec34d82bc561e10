#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// One day off: which day, what it is called, and what makes it a day off.
struct holiday {
    sys_days day;
    text name;
    text basis;                                ///< instrument and article, or whose own rule it is
    std::optional<sys_days> made_up_for = {};  ///< the holiday that fell on a day of rest and is made up for here

    friend bool operator==(holiday const&, holiday const&) = default;
};

/// The days of the week on which nobody works anyway.
class weekly_rest {
public:
    constexpr weekly_rest() noexcept = default;
    constexpr weekly_rest(std::initializer_list<std::chrono::weekday> days) noexcept {
        for (auto const each : days) days_ |= bit(each);
    }
    [[nodiscard]] constexpr bool contains(std::chrono::weekday each) const noexcept { return (days_ & bit(each)) != 0; }
    [[nodiscard]] constexpr bool contains(sys_days day) const noexcept { return contains(std::chrono::weekday(day)); }
    [[nodiscard]] constexpr bool is_whole_week() const noexcept { return days_ == 0x7f; }
    friend constexpr bool operator==(weekly_rest, weekly_rest) = default;

private:
    [[nodiscard]] static constexpr std::uint8_t bit(std::chrono::weekday each) noexcept {
        return static_cast<std::uint8_t>(1u << (each.c_encoding() % 7));
    }
    std::uint8_t days_ = 0;
};

/// Weekly rest of State bodies in Viet Nam. A hospital that works otherwise says so.
inline constexpr weekly_rest saturday_and_sunday{std::chrono::Saturday, std::chrono::Sunday};
/// Somebody works on every day of the week.
inline constexpr weekly_rest no_weekly_rest{};

/// Days exchanged for one year: those given off and those worked instead. An announcement, never derived from a rule.
struct day_swaps {
    std::vector<sys_days> off{};
    std::vector<sys_days> on{};
    text basis{};

    friend bool operator==(day_swaps const&, day_swaps const&) = default;
};

namespace detail {

/// Sorts by day, keeping the order of what falls on one day. Lists of holidays are short and nearly sorted.
inline void sort_by_day(std::vector<holiday>& all) {
    for (std::size_t end = 1; end < all.size(); ++end) {
        for (std::size_t at = end; at > 0 && all[at].day < all[at - 1].day; --at) std::swap(all[at], all[at - 1]);
    }
}
[[nodiscard]] inline bool falls_on(std::vector<holiday> const& all, sys_days day) noexcept {
    for (auto const& each : all) {
        if (each.day == day) return true;
    }
    return false;
}
/// Basis and name of one rule that gives a day off in some year.
[[nodiscard]] inline holiday named_day(sys_days day, label name, label basis) {
    return {.day = day, .name = to_text(name), .basis = to_text(basis)};
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
