#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/result.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace lienvien {
inline namespace v0 {

/// A day of the Vietnamese lunar calendar (âm lịch): the third month of 2023 is month 3, the month repeated after the
/// second is month 2 with `leap`.
struct lunar_day {
    int year;   ///< the lunar year is named after the solar year in which it begins
    int month;  ///< 1 to 12
    int day;    ///< 1 to 30
    bool leap = false;

    friend constexpr bool operator==(lunar_day const&, lunar_day const&) = default;
};

/// The lunar years of the table.
inline constexpr int first_lunar_year = 1976;
inline constexpr int last_lunar_year = 2099;

namespace detail {

/// One lunar year in a word: bits 0-5 how many days after 1 January it begins, bits 6-9 the month that is repeated
/// (0: none), bits 10-22 which of its 12 or 13 months have 30 days, the first month lowest.
struct lunar_year {
    std::uint32_t bits;

    [[nodiscard]] constexpr int begins_after() const noexcept { return static_cast<int>(bits & 63u); }
    [[nodiscard]] constexpr int leap_month() const noexcept { return static_cast<int>(bits >> 6 & 15u); }
    [[nodiscard]] constexpr int months() const noexcept { return leap_month() == 0 ? 12 : 13; }
    /// Days of the month that stands at `place`, from 0.
    [[nodiscard]] constexpr int days_of(int place) const noexcept {
        return 29 + static_cast<int>(bits >> (10 + place) & 1u);
    }
    /// The place of a month in the year; none where the year does not have it.
    [[nodiscard]] constexpr std::optional<int> place_of(int month, bool leap) const noexcept {
        if (month < 1 || month > 12 || (leap && month != leap_month())) return std::nullopt;
        bool const after_leap = leap_month() != 0 && (month > leap_month() || leap);
        return month - 1 + (after_leap ? 1 : 0);
    }
};

inline constexpr std::array<std::uint32_t, 124> lunar_years{{
    0x52ae1e, 0x0ab430, 0x16b425, 0x2da99b, 0x36a42e, 0x364823, 0x749518, 0x34942b, 0x295420, 0x52b494, 0x12d827,
    0x16d5dc, 0x1b542f, 0x3b2424, 0x7a495a, 0x3a482d, 0x349822, 0x2958d6, 0x295c28, 0x555a1e, 0x15a831, 0x2d5425,
    0x5b255b, 0x1d242e, 0x1a4c23, 0x54ad17, 0x14ac2a, 0x296c1f, 0x556895, 0x15a827, 0x2d95dc, 0x2e942f, 0x352425,
    0x6a5559, 0x2a542c, 0x14b421, 0x2ab516, 0x2ad428, 0x56aa5e, 0x174831, 0x369426, 0x75299b, 0x39282e, 0x325823,
    0x64b918, 0x15582a, 0x2ad41f, 0x56c895, 0x1b4828, 0x3a959c, 0x1c942f, 0x192c24, 0x325d59, 0x12ac2b, 0x156c20,
    0x2b68d6, 0x2da829, 0x5d4ade, 0x2e4831, 0x2c9426, 0x692d9b, 0x29342d, 0x12b422, 0x256d57, 0x16b42a, 0x2ea81f,
    0x6d4895, 0x364828, 0x7495dd, 0x34942f, 0x295424, 0x52b559, 0x12d82c, 0x1ad420, 0x36a8d6, 0x3b2829, 0x3a4a1f,
    0x3a4c30, 0x349826, 0x29599b, 0x296c2d, 0x156822, 0x2b5517, 0x2d542a, 0x1d2820, 0x3a4cd4, 0x2a4c27, 0x54addc,
    0x14ac2f, 0x2a6c23, 0x556959, 0x15a82c, 0x2d9421, 0x5d2916, 0x352829, 0x6a561e, 0x2a5431, 0x24b425, 0x2ab59a,
    0x2ad42d, 0x16a823, 0x2e9517, 0x3a942a, 0x352820, 0x7454d5, 0x325827, 0x6559dc, 0x15582f, 0x2ad424, 0x5ad159,
    0x1b502c, 0x3a9421, 0x3a2917, 0x1a2c28, 0x525e1d, 0x12ac30, 0x256c25, 0x2b699a, 0x2da82d, 0x1d5023, 0x5c9518,
    0x2d142a, 0x2a2c1f, 0x54ac94,
}};

/// Precondition: the table has the year.
[[nodiscard]] constexpr lunar_year lunar_year_of(int year) noexcept {
    return {lunar_years[static_cast<std::size_t>(year - first_lunar_year)]};
}
[[nodiscard]] constexpr sys_days first_day_of_lunar_year(int year) noexcept {
    return sys_days(std::chrono::year(year) / 1 / 1) + std::chrono::days(lunar_year_of(year).begins_after());
}

}  // namespace detail

/// The days whose lunar date is known: from the first day of lunar 1976 to the last day of lunar 2099.
[[nodiscard]] constexpr period lunar_span() noexcept {
    int length = 0;
    auto const last = detail::lunar_year_of(last_lunar_year);
    for (int place = 0; place < last.months(); ++place) length += last.days_of(place);
    return period::between(detail::first_day_of_lunar_year(first_lunar_year),
                           detail::first_day_of_lunar_year(last_lunar_year) + std::chrono::days(length));
}

/// The lunar date of a day, in Viet Nam.
///
/// Days begin at midnight UTC+7. The table was computed once and is not computed here, so that no answer depends on
/// floating point; a test computes every month again.
/// Errors: `out_of_range` outside `lunar_span()`.
/// Complexity: constant; at most 13 months are counted.
/// Source: the method of Hồ Ngọc Đức: new moons and solar longitudes after J. Meeus, month 11 holds the winter solstice, a
/// lunar year with 13 months repeats the first one without a major solar term.
[[nodiscard]] inline result<lunar_day> to_lunar(sys_days day) {
    if (!lunar_span().contains(day)) return error{errc::out_of_range, 0, format_day(day)};
    int year = static_cast<int>(year_month_day(day).year());
    if (year > last_lunar_year || day < detail::first_day_of_lunar_year(year)) --year;
    auto const here = detail::lunar_year_of(year);
    int left = static_cast<int>((day - detail::first_day_of_lunar_year(year)).count());
    int place = 0;
    for (; left >= here.days_of(place); ++place) left -= here.days_of(place);
    int const leap = here.leap_month();
    bool const after = leap != 0 && place >= leap;
    return lunar_day{year, after ? place : place + 1, left + 1, after && place == leap};
}

/// The day of a lunar date, in Viet Nam.
///
/// Errors: `out_of_range` for a year outside the table; `no_such_day` for a month or day that the lunar year does not
/// have, such as the 30th of a short month or a repeated month in a year without one.
/// Complexity: constant; at most 13 months are counted.
/// Source: as for `to_lunar`.
[[nodiscard]] inline result<sys_days> to_solar(lunar_day date) {
    auto const refuse = [&](errc code) {
        return error{code, 0,
                     "lunar " + std::to_string(date.year) + '-' + std::to_string(date.month) + '-' +
                         std::to_string(date.day) + (date.leap ? " leap" : "")};
    };
    if (date.year < first_lunar_year || date.year > last_lunar_year) return refuse(errc::out_of_range);
    auto const here = detail::lunar_year_of(date.year);
    auto const place = here.place_of(date.month, date.leap);
    if (!place || date.day < 1 || date.day > here.days_of(*place)) return refuse(errc::no_such_day);
    int before = date.day - 1;
    for (int each = 0; each < *place; ++each) before += here.days_of(each);
    return detail::first_day_of_lunar_year(date.year) + std::chrono::days(before);
}

}  // namespace v0
}  // namespace lienvien
