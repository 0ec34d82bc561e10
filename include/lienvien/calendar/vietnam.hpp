#pragma once

#include <lienvien/calendar/holiday.hpp>
#include <lienvien/calendar/lunar.hpp>
#include <lienvien/calendar/working_calendar.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail::vietnam_law {
inline constexpr label labour_code_2012{"Bộ luật Lao động 10/2012/QH13, Điều 115",
                                        "Labour Code 10/2012/QH13, article 115"};
inline constexpr label labour_code_2019{"Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1",
                                        "Labour Code 45/2019/QH14, article 112 clause 1"};
inline constexpr label made_up_2019{"Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3",
                                    "Labour Code 45/2019/QH14, article 111 clause 3"};
inline constexpr label resolution_28_2026{"Nghị quyết 28/2026/QH16", "Resolution 28/2026/QH16"};
inline constexpr std::array<label, 8> around_tet{{
    {"Nghỉ Tết Nguyên Đán (ba ngày trước mùng một)", "Lunar New Year (three days before)"},
    {"Nghỉ Tết Nguyên Đán (hai ngày trước mùng một)", "Lunar New Year (two days before)"},
    {"Giao thừa Tết Nguyên Đán", "Lunar New Year's Eve"},
    {"Tết Nguyên Đán (mùng một)", "Lunar New Year (first day)"},
    {"Tết Nguyên Đán (mùng hai)", "Lunar New Year (second day)"},
    {"Tết Nguyên Đán (mùng ba)", "Lunar New Year (third day)"},
    {"Tết Nguyên Đán (mùng bốn)", "Lunar New Year (fourth day)"},
    {"Tết Nguyên Đán (mùng năm)", "Lunar New Year (fifth day)"},
}};
}  // namespace detail::vietnam_law

/// The calendar of Viet Nam, and with it the law: rules and days of other countries stand beside it, not in it.
namespace vietnam {

/// How the five days of Tết lie around the first day of the first lunar month. The employer, or for officials the notice of
/// the year, chooses.
enum class tet_days : std::uint8_t {
    one_before,   ///< one day before, four from the first
    two_before,   ///< two before, three from the first
    three_before  ///< three before, two from the first
};
/// Which neighbour of 2 September is the second day of the National Day holiday. Announced each year.
enum class national_day : std::uint8_t { before, after };

/// What the law leaves to the employer or to the notice of the year.
struct holiday_choices {
    tet_days tet = tet_days::one_before;
    vietnam::national_day national_day = vietnam::national_day::before;
    weekly_rest rest = saturday_and_sunday;  ///< of the hospital: a holiday on these days is made up for

    friend constexpr bool operator==(holiday_choices const&, holiday_choices const&) = default;
};

/// The years whose public holidays are known: from the first whole year of Labour Code 10/2012 to the last of the lunar
/// table. Later years are those of the law as it stands in 2026, which states no end.
inline constexpr int first_holiday_year = 2014;
inline constexpr int last_holiday_year = last_lunar_year;

/// The public holidays of Viet Nam in a year (ngày nghỉ lễ, tết), in order, before the exchanges of days that are
/// announced for the year.
///
/// A holiday on a day of weekly rest is made up for on the next day that is neither a day of rest nor a holiday; where
/// several are, the earlier holiday has the earlier day.
/// Errors: `out_of_range` for a year before 2014 or after 2099: its holidays are not known, which is not "none".
/// Complexity: constant.
/// Source: Labour Code 45/2019/QH14 articles 111(3) and 112(1), from 2021; before that Labour Code 10/2012/QH13 article
/// 115, with one day for the National Day; Resolution 28/2026/QH16, from 2026-07-01, for Culture Day on 24 November. Not
/// checked against the signed originals; that of 2012 and the substitute day are general knowledge, in agreement with the
/// published lists of 2020 to 2026.
[[nodiscard]] inline result<std::vector<holiday>> public_holidays(std::chrono::year year,
                                                                  holiday_choices choices = {}) {
    using lienvien::detail::named_day;
    namespace law = lienvien::detail::vietnam_law;
    int const number = static_cast<int>(year);
    if (number < first_holiday_year || number > last_holiday_year)
        return error{errc::out_of_range, 0, std::to_string(number)};
    bool const since_2021 = number >= 2021;
    label const basis = since_2021 ? law::labour_code_2019 : law::labour_code_2012;
    std::vector<holiday> all;
    all.push_back(named_day(year / 1 / 1, {"Tết Dương lịch", "New Year's Day"}, basis));
    int const before = 1 + static_cast<int>(choices.tet);
    sys_days const tet = lienvien::detail::first_day_of_lunar_year(number);
    for (int each = -before; each < 5 - before; ++each) {
        all.push_back(
            named_day(tet + std::chrono::days(each), law::around_tet[static_cast<std::size_t>(each + 3)], basis));
    }
    all.push_back(
        named_day(*to_solar({number, 3, 10}), {"Ngày Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day"}, basis));
    all.push_back(named_day(year / 4 / 30, {"Ngày Chiến thắng", "Victory Day"}, basis));
    all.push_back(named_day(year / 5 / 1, {"Ngày Quốc tế Lao động", "International Labour Day"}, basis));
    label const national{"Quốc khánh", "National Day"};
    label const beside{"Quốc khánh (ngày liền kề)", "National Day (adjacent day)"};
    if (since_2021 && choices.national_day == national_day::before)
        all.push_back(named_day(year / 9 / 1, beside, basis));
    all.push_back(named_day(year / 9 / 2, national, basis));
    if (since_2021 && choices.national_day == national_day::after)
        all.push_back(named_day(year / 9 / 3, beside, basis));
    if (number >= 2026)
        all.push_back(
            named_day(year / 11 / 24, {"Ngày Văn hóa Việt Nam", "Viet Nam Culture Day"}, law::resolution_28_2026));
    lienvien::detail::sort_by_day(all);

    std::size_t const given = choices.rest.is_whole_week() ? 0 : all.size();
    for (std::size_t at = 0; at < given; ++at) {
        if (!choices.rest.contains(all[at].day)) continue;
        sys_days next = all[at].day;
        do next += std::chrono::days(1);
        while (choices.rest.contains(next) || lienvien::detail::falls_on(all, next));
        all.push_back({.day = next,
                       .name = {all[at].name.vi + " (nghỉ bù)", all[at].name.en + " (day in lieu)"},
                       .basis = to_text(since_2021 ? law::made_up_2019 : law::labour_code_2012),
                       .made_up_for = all[at].day});
    }
    lienvien::detail::sort_by_day(all);
    return all;
}

/// What a calendar of several years is made from.
struct calendar_choices {
    holiday_choices usual{};
    std::vector<std::pair<std::chrono::year, holiday_choices>> of_year{};  ///< years that were announced otherwise
    day_swaps swaps{};                                                     ///< announced exchanges of days
    std::string name = "VN";
};

/// The working days of Viet Nam from the first to the last year, both included: weekly rest, public holidays, exchanges.
///
/// Weekly rest is that of `usual`. What lies outside these years is not known.
/// Errors: `out_of_range` as for `public_holidays`; `reversed_period` where the last year is before the first.
/// Complexity: linear in the years.
/// Source: as for `public_holidays`; exchanges: Labour Code 45/2019/QH14 article 112(3), by notice of the year.
[[nodiscard]] inline result<working_calendar> calendar(std::chrono::year first, std::chrono::year last,
                                                       calendar_choices const& choices = {}) {
    return lienvien::detail::yearly_calendar(first, last, choices.name, choices.usual.rest, choices.swaps,
                                             [&](std::chrono::year year) {
                                                 holiday_choices here = choices.usual;
                                                 for (auto const& [which, chosen] : choices.of_year) {
                                                     if (which == year) here = chosen;
                                                 }
                                                 return public_holidays(year, here);
                                             });
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
