#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/calendar/holiday.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Why nobody works on a day, or why somebody does.
enum class day_kind : std::uint8_t {
    not_known,    ///< outside the days that the calendar knows
    worked,       ///< an ordinary working day
    swapped_on,   ///< a day of rest that is worked in exchange for another
    weekly_rest,  ///< a weekend
    holiday,
    swapped_off  ///< a working day given off in exchange for another
};
template <>
struct vocabulary<day_kind> {
    using enum day_kind;
    static constexpr std::array words{word<day_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<day_kind>{worked, "worked", {"ngày làm việc", "working day"}},
                                      word<day_kind>{swapped_on, "swapped_on", {"làm bù", "worked in exchange"}},
                                      word<day_kind>{weekly_rest, "weekly_rest", {"nghỉ hằng tuần", "weekly rest"}},
                                      word<day_kind>{holiday, "holiday", {"ngày nghỉ lễ", "holiday"}},
                                      word<day_kind>{swapped_off, "swapped_off", {"nghỉ hoán đổi", "off in exchange"}}};
};

/// Is a day of this kind worked?
[[nodiscard]] constexpr truth is_worked(day_kind kind) noexcept {
    if (kind == day_kind::not_known) return truth::unknown;
    return known(kind == day_kind::worked || kind == day_kind::swapped_on);
}

/// What one calendar says of a day.
struct day_reason {
    std::string calendar;  ///< its name
    day_kind kind;
    std::optional<lienvien::holiday> holiday =
        {};  ///< for `holiday`; for `swapped_off` and `swapped_on` with the basis

    friend bool operator==(day_reason const&, day_reason const&) = default;
};
/// The reason in words: "VN: Hùng Kings' Commemoration Day".
[[nodiscard]] inline std::string to_string(day_reason const& why, language wanted) {
    std::string words = why.calendar.empty() ? std::string() : why.calendar + ": ";
    if (why.kind == day_kind::holiday && why.holiday) return words += why.holiday->name.in(wanted);
    return words += label_of(why.kind).in(wanted);
}

/// Which days are worked: weekly rest, holidays and exchanged days of one or more calendars joined. A value.
///
/// A day is worked when every one of the joined calendars works on it. Outside the days that all of them know the answer is
/// "not known", never "no holiday".
class working_calendar {
public:
    /// One calendar of its own, before it is joined with others.
    struct part {
        std::string name;    ///< such as "VN", or the hospital
        period known{};      ///< the days on which its holidays are known
        weekly_rest rest{};  ///< days of the week that are never worked
        std::vector<holiday> holidays{};
        day_swaps swaps{};

        friend bool operator==(part const&, part const&) = default;
    };

    /// No calendar at all: every day is worked.
    working_calendar() = default;
    explicit working_calendar(part own) {
        detail::sort_by_day(own.holidays);
        parts_.push_back(std::move(own));
    }

    /// Both: a day is worked when both work on it. Each holiday remembers whose it is.
    [[nodiscard]] friend working_calendar join(working_calendar a, working_calendar const& b) {
        for (auto const& each : b.parts_) a.parts_.push_back(each);
        return a;
    }
    [[nodiscard]] std::vector<part> const& parts() const noexcept { return parts_; }

    /// What each of the joined calendars says of a day; one reason a holiday where several fall on it.
    /// Complexity: logarithmic in the holidays.
    [[nodiscard]] std::vector<day_reason> reasons(sys_days day) const {
        std::vector<day_reason> all;
        for (auto const& each : parts_) {
            auto const kind = kind_of(each, day);
            if (kind == day_kind::holiday) {
                for (auto at = first_on_or_after(each.holidays, day);
                     at < each.holidays.size() && each.holidays[at].day == day; ++at) {
                    all.push_back({each.name, kind, each.holidays[at]});
                }
            } else if (kind == day_kind::swapped_off || kind == day_kind::swapped_on) {
                all.push_back({each.name, kind, holiday{day, to_text(label_of(kind)), each.swaps.basis}});
            } else {
                all.push_back({each.name, kind});
            }
        }
        return all;
    }
    /// Why a day is not worked, or why it is not known whether it is; empty for a working day.
    [[nodiscard]] std::vector<day_reason> reasons_off(sys_days day) const {
        std::vector<day_reason> off;
        for (auto& each : reasons(day)) {
            if (!is_yes(is_worked(each.kind))) off.push_back(std::move(each));
        }
        return off;
    }

    /// Is the day worked? Unknown outside the known days, unless one calendar that knows it says no.
    [[nodiscard]] friend truth is_working_day(working_calendar const& calendar, sys_days day) noexcept {
        truth all = truth::yes;
        for (auto const& each : calendar.parts_) all = all & is_worked(kind_of(each, day));
        return all;
    }

    /// The days that every part knows; nothing where they share none.
    [[nodiscard]] std::optional<period> known() const noexcept {
        std::optional<period> shared = period();
        for (auto const& each : parts_) {
            if (shared) shared = intersection(*shared, each.known);
        }
        return shared;
    }

    friend bool operator==(working_calendar const&, working_calendar const&) = default;

private:
    [[nodiscard]] static std::size_t first_on_or_after(std::vector<holiday> const& all, sys_days day) noexcept {
        return detail::first_not_before(0, all.size(), [&](std::size_t at) { return all[at].day < day; });
    }
    [[nodiscard]] static bool among(std::vector<sys_days> const& all, sys_days day) noexcept {
        for (auto const each : all) {
            if (each == day) return true;
        }
        return false;
    }
    [[nodiscard]] static day_kind kind_of(part const& own, sys_days day) noexcept {
        if (!own.known.contains(day)) return day_kind::not_known;
        if (among(own.swaps.on, day)) return day_kind::swapped_on;
        if (among(own.swaps.off, day)) return day_kind::swapped_off;
        auto const at = first_on_or_after(own.holidays, day);
        if (at < own.holidays.size() && own.holidays[at].day == day) return day_kind::holiday;
        return own.rest.contains(day) ? day_kind::weekly_rest : day_kind::worked;
    }

    std::vector<part> parts_;
};

[[nodiscard]] truth is_working_day(working_calendar const& calendar, sys_days day) noexcept;
[[nodiscard]] working_calendar join(working_calendar a, working_calendar const& b);

/// What is wrong with a calendar before anything rests on it: a day that is exchanged both off and on, an exchange or a
/// holiday outside the days that it knows, and a week without a working day.
[[nodiscard]] inline findings check(working_calendar const& calendar) {
    using namespace lienvien::literals;
    findings found;
    auto const report = [&](finding_code code, severity weight, std::string const& name, text message) {
        found.add({code, weight, "calendar " + name, {}, std::move(message)});
    };
    for (auto const& each : calendar.parts()) {
        for (auto const day : each.swaps.off) {
            for (auto const on : each.swaps.on) {
                if (day == on)
                    report("swap-off-and-on"_finding, severity::error, each.name,
                           {format_day(day) + " vừa nghỉ vừa làm bù", format_day(day) + " is given both off and on"});
            }
        }
        for (auto const* const days : {&each.swaps.off, &each.swaps.on}) {
            for (auto const day : *days) {
                if (!each.known.contains(day))
                    report("day-outside-calendar"_finding, severity::error, each.name,
                           {format_day(day) + " nằm ngoài khoảng ngày đã biết của lịch",
                            format_day(day) + " lies outside the days that the calendar knows"});
            }
        }
        for (auto const& off : each.holidays) {
            if (!each.known.contains(off.day))
                report("day-outside-calendar"_finding, severity::warning, each.name,
                       {format_day(off.day) + " nằm ngoài khoảng ngày đã biết của lịch",
                        format_day(off.day) + " lies outside the days that the calendar knows"});
        }
        if (each.rest.is_whole_week())
            report("no-working-day"_finding, severity::error, each.name,
                   {"không ngày nào trong tuần làm việc", "no day of the week is worked"});
    }
    return found;
}

namespace detail {
/// A calendar of whole years whose holidays `holidays_of` gives.
template <class HolidaysOf>
[[nodiscard]] result<working_calendar> yearly_calendar(std::chrono::year first, std::chrono::year last,
                                                       std::string const& name, weekly_rest rest,
                                                       day_swaps const& swaps, HolidaysOf holidays_of) {
    if (last < first) return error{errc::reversed_period, 0, name};
    working_calendar::part made{.name = name, .rest = rest, .swaps = swaps};
    for (auto year = first;; ++year) {
        auto const of_year = holidays_of(year);
        if (!of_year) return error{errc::out_of_range, 0, std::to_string(static_cast<int>(year))};
        for (auto const& each : *of_year) made.holidays.push_back(each);
        if (year == last) break;
    }
    made.known = period::between(first / 1 / 1, (last + std::chrono::years(1)) / 1 / 1);
    return working_calendar(std::move(made));
}
}  // namespace detail

}  // namespace v0
}  // namespace lienvien
