#pragma once

#include <lienvien/calendar/working_calendar.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail::japan_law {
inline constexpr label holidays_act{"Luật Ngày lễ quốc dân (số 178 năm 1948), Điều 2",
                                    "Act on National Holidays (no. 178 of 1948), article 2"};
inline constexpr label substitute{"Luật Ngày lễ quốc dân (số 178 năm 1948), Điều 3 khoản 2",
                                  "Act on National Holidays (no. 178 of 1948), article 3 clause 2"};
inline constexpr label between_two{"Luật Ngày lễ quốc dân (số 178 năm 1948), Điều 3 khoản 3",
                                   "Act on National Holidays (no. 178 of 1948), article 3 clause 3"};
inline constexpr label games_act{"Luật Biện pháp đặc biệt cho Thế vận hội Tokyo (số 33 năm 2015)",
                                 "Act on Special Measures for the Tokyo Olympic and Paralympic Games (no. 33 of 2015)"};
}  // namespace detail::japan_law

/// The calendar of Japan.
namespace japan {

/// The years whose public holidays are known. Before 2020 the holidays were others; after 2099 the formula of the equinoxes
/// ends.
inline constexpr int first_holiday_year = 2020;
inline constexpr int last_holiday_year = 2099;

/// Vernal equinox day: of March. The official day is announced each February for the next year; this is the customary
/// formula. Precondition: 1980 to 2099.
[[nodiscard]] constexpr int vernal_equinox_day(int year) noexcept {
    LIENVIEN_EXPECTS(year >= 1980 && year <= 2099, "the formula of the equinoxes holds from 1980 to 2099");
    int const past = year - 1980;
    return (20'843'100 + 242'194 * past) / 1'000'000 - past / 4;
}
/// Autumnal equinox day: of September. As for the vernal one.
[[nodiscard]] constexpr int autumnal_equinox_day(int year) noexcept {
    LIENVIEN_EXPECTS(year >= 1980 && year <= 2099, "the formula of the equinoxes holds from 1980 to 2099");
    int const past = year - 1980;
    return (23'248'800 + 242'194 * past) / 1'000'000 - past / 4;
}

/// The public holidays of Japan in a year, in order. Names are translations.
///
/// A holiday on Sunday is made up for on the next day that is no holiday (furikae kyūjitsu); a day between two holidays is
/// one too (kokumin no kyūjitsu). In 2020 and 2021 three holidays were moved for the Games in Tokyo.
/// Errors: `out_of_range` for a year before 2020 or after 2099: its holidays are not known, which is not "none".
/// Complexity: constant.
/// Source: Act no. 178 of 1948 and Act no. 33 of 2015, from general knowledge, in agreement with the published lists of
/// 2020 to 2026. Equinoxes after the year announced last are computed.
[[nodiscard]] inline result<std::vector<holiday>> public_holidays(std::chrono::year year) {
    using namespace std::chrono;
    namespace law = lienvien::detail::japan_law;
    int const number = static_cast<int>(year);
    if (number < first_holiday_year || number > last_holiday_year)
        return error{errc::out_of_range, 0, std::to_string(number)};
    std::vector<holiday> all;
    auto const add = [&](sys_days day, label name, label basis = law::holidays_act) {
        all.push_back(lienvien::detail::named_day(day, name, basis));
    };
    auto const monday = [&](unsigned month, unsigned nth) -> sys_days {
        return year / std::chrono::month(month) / Monday[nth];
    };
    label const marine{"Ngày của Biển", "Marine Day"};
    label const mountain{"Ngày của Núi", "Mountain Day"};
    label const sports{"Ngày Thể thao", "Sports Day"};
    add(year / 1 / 1, {"Ngày đầu năm", "New Year's Day"});
    add(monday(1, 2), {"Ngày Thành nhân", "Coming of Age Day"});
    add(year / 2 / 11, {"Ngày Kỷ niệm lập quốc", "National Foundation Day"});
    add(year / 2 / 23, {"Sinh nhật Nhật hoàng", "Emperor's Birthday"});
    add(year / March / vernal_equinox_day(number), {"Ngày Xuân phân", "Vernal Equinox Day"});
    add(year / 4 / 29, {"Ngày Chiêu Hòa", "Shōwa Day"});
    add(year / 5 / 3, {"Ngày Kỷ niệm Hiến pháp", "Constitution Memorial Day"});
    add(year / 5 / 4, {"Ngày Cây xanh", "Greenery Day"});
    add(year / 5 / 5, {"Ngày Thiếu nhi", "Children's Day"});
    if (number == 2020 || number == 2021) {
        add(number == 2020 ? year / 7 / 23 : year / 7 / 22, marine, law::games_act);
        add(number == 2020 ? year / 7 / 24 : year / 7 / 23, sports, law::games_act);
        add(number == 2020 ? year / 8 / 10 : year / 8 / 8, mountain, law::games_act);
    } else {
        add(monday(7, 3), marine);
        add(year / 8 / 11, mountain);
        add(monday(10, 2), sports);
    }
    add(monday(9, 3), {"Ngày Kính lão", "Respect for the Aged Day"});
    add(year / September / autumnal_equinox_day(number), {"Ngày Thu phân", "Autumnal Equinox Day"});
    add(year / 11 / 3, {"Ngày Văn hóa", "Culture Day"});
    add(year / 11 / 23, {"Ngày Cảm tạ lao động", "Labour Thanksgiving Day"});
    lienvien::detail::sort_by_day(all);

    std::size_t const given = all.size();
    for (std::size_t at = 0; at < given; ++at) {
        if (weekday(all[at].day) != Sunday) continue;
        sys_days next = all[at].day;
        do next += days(1);
        while (lienvien::detail::falls_on(all, next));
        all.push_back({.day = next,
                       .name = {all[at].name.vi + " (nghỉ bù)", all[at].name.en + " (substitute holiday)"},
                       .basis = to_text(law::substitute),
                       .made_up_for = all[at].day});
    }
    for (std::size_t at = 0; at + 1 < given; ++at) {
        sys_days const middle = all[at].day + days(1);
        if (all[at + 1].day == middle + days(1) && !lienvien::detail::falls_on(all, middle))
            add(middle, {"Ngày nghỉ quốc dân", "Citizens' Holiday"}, law::between_two);
    }
    lienvien::detail::sort_by_day(all);
    return all;
}

/// The days around New Year on which government offices of Japan are closed besides public holidays: 2 and 3 January and
/// 29 to 31 December of a year. For an institution that keeps them, as days of its own.
///
/// Source: Act on Holidays of Administrative Organs (no. 91 of 1988), article 1, from general knowledge.
[[nodiscard]] inline std::vector<holiday> office_closing_days(std::chrono::year year) {
    std::vector<holiday> all;
    for (year_month_day const date : {year / 1 / 2, year / 1 / 3, year / 12 / 29, year / 12 / 30, year / 12 / 31}) {
        all.push_back(lienvien::detail::named_day(
            date, {"Cơ quan nhà nước nghỉ năm mới", "Government offices closed for New Year"},
            {"Luật Ngày nghỉ của cơ quan hành chính (số 91 năm 1988), Điều 1",
             "Act on Holidays of Administrative Organs (no. 91 of 1988), article 1"}));
    }
    return all;
}

/// The working days of Japan from the first to the last year, both included: weekends and public holidays.
///
/// Errors: as for `vietnam::calendar`. Complexity: linear in the years.
[[nodiscard]] inline result<working_calendar> calendar(std::chrono::year first, std::chrono::year last,
                                                       day_swaps const& swaps = {}) {
    return lienvien::detail::yearly_calendar(first, last, "JP", saturday_and_sunday, swaps,
                                             [](std::chrono::year year) { return public_holidays(year); });
}

}  // namespace japan
}  // namespace v0
}  // namespace lienvien
