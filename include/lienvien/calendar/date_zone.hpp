#pragma once

#include <lienvien/calendar/clock_rules.hpp>

#include <date/date.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What Howard Hinnant's date knows of a zone, for the years asked, as clock rules: `zone` is a `date::time_zone` or a
/// `date::zoned_traits` look-alike with `get_info(sys_seconds)`.
///
/// Which zone files are read, and when, stays with the caller, who includes `date/tz.h`; this header does not. Years
/// outside are not known. Precondition: the first year is not after the last.
/// Complexity: linear in the changes of the clock.
template <class Zone>
[[nodiscard]] clock_rules clock_rules_of(Zone const& zone, std::string name, std::chrono::year first,
                                         std::chrono::year last) {
    LIENVIEN_EXPECTS(first <= last, "the first year of the clock is not after the last");
    sys_seconds const from = sys_days(first / 1 / 1);
    sys_seconds const until = sys_days((last + std::chrono::years(1)) / 1 / 1);
    auto info = zone.get_info(date::sys_seconds(from));
    auto offset = info.offset;
    std::chrono::seconds const beginning = offset;
    std::vector<clock_change> changes;
    while (sys_seconds(info.end) < until) {
        sys_seconds const at(info.end);
        info = zone.get_info(info.end);
        // A change of name or of the law alone moves no clock.
        if (info.offset != offset) changes.push_back({at, info.offset});
        offset = info.offset;
    }
    return {std::move(name), beginning, std::move(changes), from, until};
}

}  // namespace v0
}  // namespace lienvien
