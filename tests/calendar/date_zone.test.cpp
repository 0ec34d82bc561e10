// Clock rules out of Howard Hinnant's date: an own zone, and the zones of the machine where it has them.
#include <lienvien/calendar/date_zone.hpp>

#include <date/tz.h>
#include <support/catch.hpp>

#include <exception>
#include <string>
#include <vector>

using namespace lienvien;
using namespace std::chrono_literals;

namespace {

/// Three hours ahead, four from 2025-06-01 to 2025-09-01, and a change of name only in 2026.
struct own_zone {
    [[nodiscard]] date::sys_info get_info(date::sys_seconds when) const {
        std::vector<sys_seconds> const edges{day(2025y / 6 / 1), day(2025y / 9 / 1), day(2026y / 1 / 1)};
        date::sys_info info;
        info.begin = date::sys_seconds((date::sys_seconds::min)());
        info.end = date::sys_seconds((date::sys_seconds::max)());
        std::size_t stretch = 0;
        for (auto const each : edges) {
            if (each <= when) {
                info.begin = each;
                ++stretch;
            } else {
                info.end = each;
                break;
            }
        }
        info.offset = stretch == 1 ? 4h : 3h;
        return info;
    }
};

date::time_zone const* zone_named(std::string const& name) {
    try {
        return date::locate_zone(name);
    } catch (std::exception const&) {
        return nullptr;  // a machine without zone files
    }
}

}  // namespace

TEST_CASE("the changes of a zone become clock rules") {
    auto const clock = clock_rules_of(own_zone{}, "own", 2025y, 2026y);
    CHECK(clock.name() == "own");
    CHECK(clock.changes() == std::vector<clock_change>{{day(2025y / 6 / 1), 4h}, {day(2025y / 9 / 1), 3h}});
    CHECK(clock.offset_at(day(2025y / 1 / 1)) == 3h);
    CHECK(clock.offset_at(day(2025y / 7 / 1)) == 4h);
    CHECK(clock.offset_at(day(2026y / 7 / 1)) == 3h);
    CHECK(clock.knows(day(2026y / 12 / 31)));
    CHECK_FALSE(clock.knows(day(2027y / 1 / 1)));
    CHECK_FALSE(clock.knows(day(2024y / 12 / 31)));
    // The first year asked may lie within a stretch.
    CHECK(clock_rules_of(own_zone{}, "own", 2026y, 2026y).changes().empty());
}

// Needs the zone files of the machine; without them the case says so and passes.
TEST_CASE("zones of the machine are those that the rules give") {
    using namespace std::chrono;
    auto const* const ha_noi = zone_named("Asia/Ho_Chi_Minh");
    auto const* const paris = zone_named("Europe/Paris");
    if (!ha_noi || !paris) {
        WARN("left out: this machine has no zone files");
        return;
    }
    CHECK(clock_rules_of(*ha_noi, "Asia/Ho_Chi_Minh", 2000y, 2037y).changes().empty());
    CHECK(clock_rules_of(*ha_noi, "Asia/Ho_Chi_Minh", 2000y, 2037y).offset_at(sys_days(2026y / 1 / 1)) == 7h);
    findings found;
    auto const rules = clock_rules_of(
        {"Europe/Paris", 1h, 2h, {March, Sunday, -1, 1h, 0h}, {October, Sunday, -1, 1h, 0h}, 1996y, 2037y}, found);
    REQUIRE(rules);
    CHECK(clock_rules_of(*paris, "Europe/Paris", 1996y, 2037y).changes() == rules->changes());
}
