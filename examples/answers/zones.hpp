#pragma once

// The clocks that the questions know by name. The library takes any clock as a value; a program that wants every zone
// of the IANA reads it with date and lienvien/calendar/date_zone.hpp. Rules of daylight saving are general knowledge:
// the European ones since 1996, those of the United States since 2007, of Australia and New Zealand since 2008.

#include <lienvien/base/date_text.hpp>
#include <lienvien/calendar/clock_rules.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

namespace detail {

enum class summer { none, europe, america, australia, new_zealand };
struct named_zone {
    std::string_view name;
    int minutes;  // ahead of UTC, in winter
    summer rule;
};
inline constexpr named_zone zones[] = {{"Asia/Ho_Chi_Minh", 420, summer::none},
                                       {"Asia/Saigon", 420, summer::none},
                                       {"Asia/Bangkok", 420, summer::none},
                                       {"Asia/Vientiane", 420, summer::none},
                                       {"Asia/Phnom_Penh", 420, summer::none},
                                       {"Asia/Jakarta", 420, summer::none},
                                       {"Asia/Yangon", 390, summer::none},
                                       {"Asia/Singapore", 480, summer::none},
                                       {"Asia/Kuala_Lumpur", 480, summer::none},
                                       {"Asia/Manila", 480, summer::none},
                                       {"Asia/Shanghai", 480, summer::none},
                                       {"Asia/Hong_Kong", 480, summer::none},
                                       {"Asia/Taipei", 480, summer::none},
                                       {"Australia/Perth", 480, summer::none},
                                       {"Asia/Tokyo", 540, summer::none},
                                       {"Asia/Seoul", 540, summer::none},
                                       {"Asia/Kolkata", 330, summer::none},
                                       {"Australia/Brisbane", 600, summer::none},
                                       {"Australia/Sydney", 600, summer::australia},
                                       {"Australia/Melbourne", 600, summer::australia},
                                       {"Australia/Adelaide", 570, summer::australia},
                                       {"Pacific/Auckland", 720, summer::new_zealand},
                                       {"Europe/London", 0, summer::europe},
                                       {"Europe/Paris", 60, summer::europe},
                                       {"Europe/Berlin", 60, summer::europe},
                                       {"Europe/Brussels", 60, summer::europe},
                                       {"Europe/Amsterdam", 60, summer::europe},
                                       {"Europe/Madrid", 60, summer::europe},
                                       {"Europe/Rome", 60, summer::europe},
                                       {"Europe/Vienna", 60, summer::europe},
                                       {"Europe/Zurich", 60, summer::europe},
                                       {"Europe/Stockholm", 60, summer::europe},
                                       {"Europe/Copenhagen", 60, summer::europe},
                                       {"Europe/Warsaw", 60, summer::europe},
                                       {"Europe/Helsinki", 120, summer::europe},
                                       {"America/New_York", -300, summer::america},
                                       {"America/Chicago", -360, summer::america},
                                       {"America/Denver", -420, summer::america},
                                       {"America/Los_Angeles", -480, summer::america},
                                       {"Pacific/Honolulu", -600, summer::none},
                                       {"UTC", 0, summer::none}};

inline std::optional<lienvien::clock_rules> with_summer(named_zone const& zone) {
    using namespace std::chrono;
    using namespace std::chrono_literals;
    minutes const standard(zone.minutes);
    minutes const ahead = standard + 1h;
    lienvien::daylight_saving rule{std::string(zone.name), standard, ahead, {}, {}, 1996y, 2099y};
    switch (zone.rule) {
        case summer::none:
            return lienvien::clock_rules(std::string(zone.name), standard);
        case summer::europe:
            rule.begins = {March, Sunday, -1, 1h, 0h};
            rule.ends = {October, Sunday, -1, 1h, 0h};
            break;
        case summer::america:
            rule.first = 2007y;
            rule.begins = {March, Sunday, 2, 2h, standard};
            rule.ends = {November, Sunday, 1, 2h, ahead};
            break;
        case summer::australia:
        case summer::new_zealand:
            rule.first = 2008y;
            rule.begins = zone.rule == summer::australia ? lienvien::yearly_change{October, Sunday, 1, 2h, standard}
                                                         : lienvien::yearly_change{September, Sunday, -1, 2h, standard};
            rule.ends = {April, Sunday, 1, 3h, ahead};
            break;
    }
    lienvien::findings found;
    return lienvien::clock_rules_of(rule, found);
}

}  // namespace detail

/// The clock of an IANA name of the list, or of a fixed offset such as "+07:00".
inline std::optional<lienvien::clock_rules> zone_named(std::string_view name) {
    for (auto const& each : detail::zones) {
        if (each.name == name) return detail::with_summer(each);
    }
    if (name.size() != 6 || (name[0] != '+' && name[0] != '-') ||
        lienvien::detail::first_misfit(name.substr(1), "00:00"))
        return std::nullopt;
    int const hours = *lienvien::detail::digits(name.substr(1, 2));
    int const minutes = *lienvien::detail::digits(name.substr(4, 2));
    if (hours > 14 || minutes > 59) return std::nullopt;
    int const ahead = hours * 60 + minutes;
    return lienvien::clock_rules(std::string(name), std::chrono::minutes(name[0] == '-' ? -ahead : ahead));
}
inline std::string zone_names() {
    std::string all;
    for (auto const& each : detail::zones) (all += all.empty() ? "" : ", ") += each.name;
    return all;
}

}  // namespace answers
