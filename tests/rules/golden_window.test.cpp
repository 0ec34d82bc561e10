#include <lienvien/rules/find_golden_window.hpp>
#include <lienvien/rules/golden_window_words.hpp>

#include <support/catch.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

// Everything here is synthetic: two counters, a town hospital and a city hospital, and an hour to get the clot out.

namespace {

constexpr auto monday = std::chrono::Monday;
constexpr auto sunday = std::chrono::Sunday;

struct country {
    network all{};
    golden_window_request asked{
        .points = {"counter-1"_institution}, .techniques = {"thrombectomy"_technique}, .window = minutes_of_travel(60)};
    sys_days today = 2026y / 11 / 22;

    country() {
        for (auto const* name : {"thrombectomy", "thrombolysis"}) {
            all.techniques.push_back({.id = technique_id::checked(name), .name = {name, name}, .source = synthetic()});
        }
        for (auto const* name : {"counter-1", "counter-2", "town", "city"}) {
            all.institutions.push_back({.id = institution_id::checked(name),
                                        .name = {std::string("cơ sở ") + name, name},
                                        .operations = {{operation_status::operating, always, synthetic()}}});
            all.technique_lists.push_back(
                {.site = institution_id::checked(name), .valid = always, .source = synthetic()});
        }
    }
    country& performs(institution_id where, technique_id what, stage reached = stage::accepted,
                      validity valid = always) {
        all.capabilities.push_back(
            {.site = where, .technique = what, .stage = reached, .valid = valid, .source = synthetic()});
        return *this;
    }
    country& takes(institution_id from, institution_id to, int minutes, validity valid = always) {
        all.travels.push_back({from, to, minutes_of_travel(minutes), valid, synthetic()});
        return *this;
    }
    country& on_duty(institution_id where, weekly_hours surely, weekly_hours perhaps = {}) {
        asked.on_duty.push_back({where, surely, perhaps, synthetic()});
        return *this;
    }
    // The town and the city, both capable, near and far.
    country& usual() {
        performs("town"_institution, "thrombectomy"_technique).performs("city"_institution, "thrombectomy"_technique);
        takes("counter-1"_institution, "town"_institution, 40).takes("counter-1"_institution, "city"_institution, 55);
        return on_duty("town"_institution, weekly_hours::daily(7, 17))
            .on_duty("city"_institution, weekly_hours::around_the_clock());
    }
};

constexpr hour_of_week noon = hour_of(monday, 12);
constexpr hour_of_week night = hour_of(monday, 3);

golden_hour answer_at(country const& written, hour_of_week hour) {
    auto const now = as_of(written.all, written.today);
    auto const given = golden_window(now, written.asked);
    REQUIRE_FALSE(given.problems().has_errors());
    return given.at(0, hour);
}
site number(country const& written, institution_id id) { return *as_of(written.all, written.today).find(id); }

}  // namespace

TEST_CASE("hours of the week") {
    static_assert(number_of(hour_of(monday, 0)) == 0 && number_of(hour_of(sunday, 23)) == 167);
    static_assert(day_of(hour_of(sunday, 23)) == sunday && clock_hour(hour_of(sunday, 23)) == 23);
    static_assert(weekly_hours::around_the_clock().size() == 168 && weekly_hours().empty());
    static_assert(weekly_hours::daily(0, 24) == weekly_hours::around_the_clock());
    static_assert(weekly_hours::daily(19, 31) == ~weekly_hours::daily(7, 19));
    SECTION("a night that begins on Sunday ends on Monday") {
        auto const duty = weekly_hours().add(sunday, 22, 30);
        CHECK(duty.size() == 8);
        CHECK(duty.has(hour_of(sunday, 23)));
        CHECK(duty.has(hour_of(monday, 5)));
        CHECK_FALSE(duty.has(hour_of(monday, 6)));
        std::vector<unsigned> seen;
        duty.for_each([&](hour_of_week hour) { seen.push_back(number_of(hour)); });
        CHECK(seen == std::vector<unsigned>{0, 1, 2, 3, 4, 5, 166, 167});
    }
}

TEST_CASE("the nearest capable hospital on duty is named with its slack") {
    country here;
    here.usual();
    auto const by_day = answer_at(here, noon);
    CHECK(by_day.answer == golden_answer::reached);
    CHECK(by_day.destination == golden_destination{number(here, "town"_institution), minutes_of_travel(40)});
    CHECK(by_day.slack == 20);
    CHECK_FALSE(by_day.doubts.any());
    auto const by_night = answer_at(here, night);
    CHECK(by_night.answer == golden_answer::reached);
    CHECK(by_night.destination->where == number(here, "city"_institution));
    CHECK(by_night.slack == 5);

    SECTION("the end of the window belongs to it") {
        here.asked.window = minutes_of_travel(55);
        CHECK(answer_at(here, night).slack == 0);
        here.asked.window = minutes_of_travel(54);
        auto const missed = answer_at(here, night);
        CHECK(missed.answer == golden_answer::closed);
        CHECK(missed.destination->where == number(here, "town"_institution));
        CHECK(missed.other == golden_destination{number(here, "city"_institution), minutes_of_travel(55)});
    }
    SECTION("a point that performs it itself is there at once") {
        here.performs("counter-1"_institution, "thrombectomy"_technique)
            .on_duty("counter-1"_institution, weekly_hours::around_the_clock());
        CHECK(answer_at(here, night).slack == 60);
    }
    SECTION("all techniques that are needed, at one place") {
        here.asked.techniques.push_back("thrombolysis"_technique);
        here.performs("city"_institution, "thrombolysis"_technique);
        CHECK(answer_at(here, noon).destination->where == number(here, "city"_institution));
    }
}

TEST_CASE("the exact reason why there is no destination") {
    country here;
    SECTION("nobody in the network is capable") {
        auto const found = answer_at(here, noon);
        CHECK(found.answer == golden_answer::nobody_capable);
        CHECK_FALSE(found.destination);
    }
    SECTION("too far, with the minutes over") {
        here.usual().asked.window = minutes_of_travel(30);
        auto const by_day = answer_at(here, noon);
        CHECK(by_day.answer == golden_answer::too_far);
        CHECK(by_day.destination->where == number(here, "town"_institution));
        CHECK(by_day.slack == -10);
        CHECK(answer_at(here, night).slack == -25);  // by night the nearest one on duty
    }
    SECTION("too far, and off duty as well") {
        here.performs("town"_institution, "thrombectomy"_technique)
            .takes("counter-1"_institution, "town"_institution, 61)
            .on_duty("town"_institution, weekly_hours::daily(7, 17));
        auto const found = answer_at(here, night);
        CHECK(found.answer == golden_answer::too_far);
        CHECK(found.slack == -1);
    }
    SECTION("every pair within the window is written, this one is not") {
        here.performs("town"_institution, "thrombectomy"_technique);
        here.asked.all_near_travel_written = true;
        auto const found = answer_at(here, noon);
        CHECK(found.answer == golden_answer::too_far);
        CHECK_FALSE(found.destination);
    }
    SECTION("no agreement: who is capable may not receive") {
        here.usual().asked.admits = {truth::yes, truth::yes, truth::no, truth::no};
        auto const by_day = answer_at(here, noon);
        CHECK(by_day.answer == golden_answer::not_admitted);
        CHECK(by_day.destination->where == number(here, "town"_institution));
        here.asked.admits[3] = truth::yes;
        CHECK(answer_at(here, noon).destination->where == number(here, "city"_institution));
        CHECK(answer_at(here, noon).answer == golden_answer::reached);
    }
    SECTION("the capability has lapsed") {
        here.performs("town"_institution, "thrombectomy"_technique, stage::accepted,
                      validity(partial_date(sys_days(2024y / 1 / 1)), partial_date(sys_days(2026y / 1 / 1))))
            .takes("counter-1"_institution, "town"_institution, 40);
        auto const found = answer_at(here, noon);
        CHECK(found.answer == golden_answer::capability_lapsed);
        CHECK(found.destination->where == number(here, "town"_institution));
        here.today = 2025y / 12 / 31;
        here.on_duty("town"_institution, weekly_hours::around_the_clock());
        CHECK(answer_at(here, noon).answer == golden_answer::reached);
    }
    SECTION("a place that does not operate is nobody") {
        here.usual();
        for (auto& each : here.all.institutions) each.operations[0].status = operation_status::closed;
        CHECK(answer_at(here, noon).answer == golden_answer::nobody_capable);
    }
}

TEST_CASE("what is not known is never counted as reached") {
    country here;
    here.performs("town"_institution, "thrombectomy"_technique);
    SECTION("hours that nobody states") {
        here.takes("counter-1"_institution, "town"_institution, 40);
        auto const found = answer_at(here, noon);
        CHECK(found.answer == golden_answer::perhaps);
        CHECK(found.slack == 20);
        CHECK(found.doubts == golden_doubts{.hours = true});
    }
    SECTION("statements of hours that differ") {
        here.takes("counter-1"_institution, "town"_institution, 40)
            .on_duty("town"_institution, weekly_hours::daily(7, 17))
            .on_duty("town"_institution, weekly_hours::daily(9, 19));
        CHECK(answer_at(here, noon).answer == golden_answer::reached);
        CHECK(answer_at(here, hour_of(monday, 8)).answer == golden_answer::perhaps);
        CHECK(answer_at(here, hour_of(monday, 18)).answer == golden_answer::perhaps);
        CHECK(answer_at(here, night).answer == golden_answer::closed);
    }
    SECTION("travel times that nobody wrote, and that contradict each other") {
        here.on_duty("town"_institution, weekly_hours::daily(7, 17));
        for (int written = 0; written < 2; ++written) {
            auto const found = answer_at(here, noon);
            CHECK(found.answer == golden_answer::perhaps);
            CHECK_FALSE(found.slack);
            CHECK(found.doubts == golden_doubts{.travel = true});
            auto const closed = answer_at(here, night);
            CHECK(closed.answer == golden_answer::closed);  // wherever it is
            CHECK(closed.doubts == golden_doubts{.travel = true});
            here.takes("counter-1"_institution, "town"_institution, 40)
                .takes("counter-1"_institution, "town"_institution, 50);
        }
        auto const now = as_of(here.all, here.today);
        auto const given = golden_window(now, here.asked);
        REQUIRE(given.travel_not_known(0).size() == 1);
        CHECK(now.at(given.travel_not_known(0)[0]).id == "town"_institution);
    }
    SECTION("a nearer place that perhaps is one stands beside the sure one") {
        country both;
        both.usual().asked.on_duty.erase(both.asked.on_duty.begin());
        auto const found = answer_at(both, noon);
        CHECK(found.answer == golden_answer::reached);
        CHECK(found.destination->where == number(both, "city"_institution));
        CHECK(found.other == golden_destination{number(both, "town"_institution), minutes_of_travel(40)});
        auto const now = as_of(both.all, both.today);
        CHECK(golden_window(now, both.asked).hours_not_known() == std::vector{number(both, "town"_institution)});
    }
    SECTION("a stage or an admission that is not known") {
        country open;
        open.usual().asked.admits = {truth::yes, truth::yes, truth::unknown, truth::no};
        auto const found = answer_at(open, noon);
        CHECK(found.answer == golden_answer::perhaps);
        CHECK(found.doubts == golden_doubts{.admission = true});
        for (auto& each : open.all.capabilities) each.stage = stage::not_known;
        open.asked.admits.clear();
        CHECK(answer_at(open, noon).doubts == golden_doubts{.capability = true});
    }
}

TEST_CASE("the worst points come first, with their slack") {
    country here;
    here.usual().asked.points.push_back("counter-2"_institution);
    here.takes("counter-2"_institution, "city"_institution, 90).takes("counter-2"_institution, "town"_institution, 10);
    auto const now = as_of(here.all, here.today);
    auto const given = golden_window(now, here.asked);
    REQUIRE(given.size() == 2);
    auto const worst = given.worst(5);
    REQUIRE(worst.size() == 2);
    CHECK(worst[0] == golden_point{1, number(here, "counter-2"_institution), 70, 0, -30});
    CHECK(worst[1] == golden_point{0, number(here, "counter-1"_institution), 168, 0, 5});
    CHECK(given.worst(1).size() == 1);
    CHECK(given.hours() == 336);
    CHECK(given.count(golden_answer::reached) == 238);
    CHECK(given.count(golden_answer::closed) == 98);
    CHECK(in_words(given).en == "2 points, 60 minutes: in time in 238 of 336 hours, perhaps in 0; closed: 98");
    CHECK(in_words(given).vi ==
          "2 điểm, khung 60 phút: đến kịp 238 trong 336 giờ, chưa chắc 0 giờ; ngoài giờ trực: 98");
    CHECK(in_words(given, 0, night).en ==
          "Monday 03:00, from counter-1: in time at city, 55 minutes, to spare: 5 minutes");
    CHECK(
        in_words(given, 1, night).vi ==
        "Thứ Hai 03:00, từ cơ sở counter-2: nơi làm được không trực giờ này: cơ sở town, 10 phút; gần nhất ngoài khung "
        "giờ: cơ sở city, 90 phút");
}

TEST_CASE("a request that makes no sense is answered with every finding") {
    country here;
    here.usual();
    here.asked.points = {"counter-1"_institution, "counter-1"_institution, "atlantis"_institution};
    here.asked.techniques = {"alchemy"_technique};
    here.asked.window = minutes_of_travel(0);
    here.asked.admits = {truth::yes};
    here.on_duty("atlantis"_institution, {});
    auto const now = as_of(here.all, here.today);
    auto const given = golden_window(now, here.asked);
    CHECK(given.size() == 0);
    CHECK(given.problems().size() == 6);
    CHECK(given.problems().count(severity::error) == 5);
    for (auto const code : {"window-is-empty"_finding, "doubled-point"_finding, "unknown-institution"_finding,
                            "unknown-technique"_finding, "admits-not-by-site"_finding}) {
        CHECK(given.problems().contains(code));
    }
    CHECK(in_words(given).en == "the request has errors, and no result");

    network const empty;
    auto const nothing = as_of(empty, here.today);
    auto const of_empty = golden_window(nothing, {.points = {}, .techniques = {}, .window = minutes_of_travel(60)});
    CHECK(of_empty.problems().contains("no-points"_finding));
    CHECK(of_empty.problems().contains("no-techniques"_finding));
    CHECK(of_empty.worst(3).empty());
}

TEST_CASE("a run tells how far it is, and stops when it is asked to") {
    country here;
    here.usual();
    auto const now = as_of(here.all, here.today);
    std::vector<std::pair<std::uint64_t, std::uint64_t>> heard;
    auto const tell = [&](std::uint64_t done, std::uint64_t total) { heard.emplace_back(done, total); };
    CHECK(golden_window(now, here.asked, progress(tell)).size() == 1);
    CHECK(heard == std::vector<std::pair<std::uint64_t, std::uint64_t>>{{0, 1}, {1, 1}});
    stop_flag stop;
    stop.raise();
    auto const given = golden_window(now, here.asked, progress(stop));
    CHECK(given.stopped());
    CHECK(given.size() == 0);
    CHECK(in_words(given).en == "stopped as asked, without a result");
}
