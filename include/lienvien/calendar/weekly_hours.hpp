#pragma once

#include <lienvien/base/expects.hpp>

#include <array>
#include <bit>
#include <chrono>
#include <cstdint>

namespace lienvien {
inline namespace v0 {

/// An hour of the week on the clock of the place: 0 is Monday from 00:00 to 01:00, 167 Sunday from 23:00 to 24:00.
enum class hour_of_week : std::uint8_t {};
inline constexpr unsigned hours_in_a_week = 168;

[[nodiscard]] constexpr unsigned number_of(hour_of_week hour) noexcept { return static_cast<unsigned>(hour); }
/// The hour that begins at `hour` o'clock, 0 to 23, on a day of the week.
[[nodiscard]] constexpr hour_of_week hour_of(std::chrono::weekday day, unsigned hour) noexcept {
    LIENVIEN_EXPECTS(day.ok() && hour < 24, "an hour of the week has a day and lies between 0 and 23 o'clock");
    return hour_of_week(static_cast<std::uint8_t>((day.iso_encoding() - 1) * 24 + hour));
}
[[nodiscard]] constexpr std::chrono::weekday day_of(hour_of_week hour) noexcept {
    return std::chrono::weekday((number_of(hour) / 24 + 1) % 7);
}
[[nodiscard]] constexpr unsigned clock_hour(hour_of_week hour) noexcept { return number_of(hour) % 24; }

/// Any of the 168 hours of a week, such as those in which a service is on duty. Sets that meet and join word by word.
class weekly_hours {
public:
    /// No hour at all.
    constexpr weekly_hours() noexcept = default;
    [[nodiscard]] static constexpr weekly_hours around_the_clock() noexcept { return ~weekly_hours(); }
    /// Every day from `opens` up to, not including, `closes`; see `add`.
    [[nodiscard]] static constexpr weekly_hours daily(unsigned opens, unsigned closes) noexcept {
        weekly_hours all;
        for (unsigned day = 0; day < 7; ++day) all.add(std::chrono::weekday(day), opens, closes);
        return all;
    }

    /// On a day from `opens` o'clock up to, not including, `closes`; a `closes` of 24 to 48 lies on the next day.
    constexpr weekly_hours& add(std::chrono::weekday day, unsigned opens, unsigned closes) noexcept {
        LIENVIEN_EXPECTS(opens < closes && closes <= 48, "hours begin before they end, at the latest at 48 o'clock");
        unsigned const first = number_of(hour_of(day, opens));
        for (unsigned at = 0; at < closes - opens && at < hours_in_a_week; ++at)
            add(hour_of_week(static_cast<std::uint8_t>((first + at) % hours_in_a_week)));
        return *this;
    }
    constexpr weekly_hours& add(hour_of_week hour) noexcept {
        LIENVIEN_EXPECTS(number_of(hour) < hours_in_a_week, "a week has 168 hours");
        words_[number_of(hour) / 64] |= std::uint64_t{1} << (number_of(hour) % 64);
        return *this;
    }

    [[nodiscard]] constexpr bool has(hour_of_week hour) const noexcept {
        return number_of(hour) < hours_in_a_week && (words_[number_of(hour) / 64] >> (number_of(hour) % 64) & 1) != 0;
    }
    [[nodiscard]] constexpr unsigned size() const noexcept {
        return static_cast<unsigned>(std::popcount(words_[0]) + std::popcount(words_[1]) + std::popcount(words_[2]));
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return (words_[0] | words_[1] | words_[2]) == 0; }

    /// `visit(hour)` for each of the hours, from Monday on.
    template <class Visit>
    constexpr void for_each(Visit visit) const {
        for (unsigned w = 0; w < 3; ++w) {
            for (auto left = words_[w]; left != 0; left &= left - 1)
                visit(hour_of_week(static_cast<std::uint8_t>(w * 64 + static_cast<unsigned>(std::countr_zero(left)))));
        }
    }

    [[nodiscard]] friend constexpr weekly_hours operator&(weekly_hours a, weekly_hours b) noexcept {
        for (unsigned w = 0; w < 3; ++w) a.words_[w] &= b.words_[w];
        return a;
    }
    [[nodiscard]] friend constexpr weekly_hours operator|(weekly_hours a, weekly_hours b) noexcept {
        for (unsigned w = 0; w < 3; ++w) a.words_[w] |= b.words_[w];
        return a;
    }
    [[nodiscard]] friend constexpr weekly_hours operator~(weekly_hours a) noexcept {
        a.words_ = {~a.words_[0], ~a.words_[1], ~a.words_[2] & ((std::uint64_t{1} << 40) - 1)};
        return a;
    }
    friend constexpr bool operator==(weekly_hours const&, weekly_hours const&) = default;

private:
    std::array<std::uint64_t, 3> words_{};
};
}  // namespace v0
}  // namespace lienvien
