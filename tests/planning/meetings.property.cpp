// Meetings of several zones against trying every rule in the plain way, calls against every minute, and what became of
// sessions.
#include <lienvien/calendar/japan.hpp>
#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/planning/find_meeting.hpp>
#include <lienvien/planning/quorum.hpp>
#include <lienvien/planning/session_record.hpp>

#include <support/rapidcheck.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

int any(int least, int most) { return *rc::gen::inRange(least, most + 1); }

clock_rules with_daylight_saving(std::chrono::seconds offset) {
    using namespace std::chrono;
    findings found;
    return *clock_rules_of(
        {"north", offset, offset + 1h, {March, Sunday, -1, 1h, 0h}, {October, Sunday, -1, 1h, 0h}, 2020y, 2040y},
        found);
}
working_calendar any_calendar() {
    int const kind = any(0, 3);
    if (kind == 0) return vietnam::calendar(2024y, 2032y).value();
    if (kind == 1) return japan::calendar(2024y, 2032y).value();
    working_calendar::part own{.name = "own", .rest = saturday_and_sunday};
    for (int left = any(0, 6); left > 0; --left)
        own.holidays.push_back({.day = day(2026y / 1 / 1) + days(any(0, 250)), .name = {}, .basis = {}});
    if (kind == 3) own.known = period::between(day(2025y / 6 / 1), day(2026y / 1 / 10) + days(any(0, 120)));
    return working_calendar(own);
}
meeting_side any_side(std::string name) {
    int const opens = any(5, 9);
    int const closes = any(16, 22);
    clock_rules const clock =
        any(0, 2) == 0 ? with_daylight_saving(any(-5, 9) * 1h) : clock_rules("fixed", any(-3, 10) * 1h);
    return {{std::move(name), clock, {opens * 1h, closes * 1h}, any_calendar()},
            {(opens + any(0, 3)) * 1h, (closes - any(0, 4)) * 1h}};
}
meeting_search any_search() {
    meeting_search made{.sides = {},
                        .rhythm = any(0, 1) == 0 ? meeting_rhythm::monthly : meeting_rhythm::weekly,
                        .step = any(0, 3) == 0 ? 2 : 1,
                        .length = 15min * any(2, 8),
                        .when_off = static_cast<session_off>(any(0, 3)),
                        .grid = 240min,
                        .from = day(2026y / 1 / 1) + days(any(0, 40)),
                        .turns = any(1, 2)};
    for (int left = any(1, 3); left > 0; --left) made.sides.push_back(any_side("side " + std::to_string(left)));
    made.anchor = static_cast<std::size_t>(any(0, static_cast<int>(made.sides.size()) - 1));
    return made;
}
/// Every rule that could be agreed on, written down without the planner.
std::vector<recurrence> every_rule(meeting_search const& asked) {
    std::vector<recurrence> all;
    for (int phase = 0; phase < asked.step; ++phase) {
        for (unsigned of_week = 0; of_week < 7; ++of_week) {
            std::chrono::weekday const on(of_week);
            if (asked.rhythm == meeting_rhythm::weekly) {
                auto first = asked.from;
                while (std::chrono::weekday(first) != on) first += days(1);
                all.push_back(recurrence::every_week(first + days(7 * phase), asked.step));
                continue;
            }
            year_month_day const date(asked.from);
            for (int const nth : {1, 2, 3, 4, -1}) {
                auto const month = date.year() / date.month() + std::chrono::months(phase);
                all.push_back(recurrence::every_nth(phase == 0 ? asked.from : sys_days(month / 1), nth, on,
                                                    month_end::refuse, asked.step));
            }
        }
    }
    return all;
}

}  // namespace

TEST_CASE("the rule that is found is the best of all rules") {
    rc::prop("every weekday and hour, each listed with sessions_of", [] {
        auto const asked = any_search();
        RC_ASSERT(!check(asked).has_errors());
        std::optional<meeting_value> best;
        for (auto const& rule : every_rule(asked)) {
            for (auto starts = 0min; starts < 24h; starts += asked.grid) {
                consultation_series const series{rule, starts, asked.length, asked.when_off};
                auto const value = value_of(asked, series);
                if (value.lost < asked.turns && (!best || value < *best)) best = value;
            }
        }
        auto const answer = find_meeting(asked);
        RC_ASSERT(answer.has_plan() == best.has_value());
        if (!best) {
            RC_ASSERT(answer.is_impossible());
            RC_ASSERT(answer.why_impossible().because.size() >= 2u);
            return;
        }
        RC_ASSERT(answer.best().value == *best);
        RC_ASSERT(answer.best().proven());
        auto const seen = verify(asked, answer.best().plan);
        RC_ASSERT(seen.keeps_all());
        RC_ASSERT(seen.value == *best);
    });
    rc::prop("where all clocks are put on by as much, the same rule is found", [] {
        auto asked = any_search();
        for (auto& side : asked.sides) side.party.clock = {"fixed", any(-3, 10) * 1h};
        auto const before = find_meeting(asked);
        auto const by = any(-3, 3) * 1h;
        for (auto& side : asked.sides) side.party.clock = {"fixed", side.party.clock.offset_at(sys_seconds{}) + by};
        auto const after = find_meeting(asked);
        RC_ASSERT(before.has_plan() == after.has_plan());
        if (!before.has_plan()) return;
        RC_ASSERT(before.best().value == after.best().value);
        RC_ASSERT(before.best().plan.series == after.best().plan.series);
        for (std::size_t each = 0; each < before.best().plan.held.sessions.size(); ++each) {
            RC_ASSERT(before.best().plan.held.sessions[each].day == after.best().plan.held.sessions[each].day);
            RC_ASSERT(before.best().plan.held.sessions[each].when.from ==
                      after.best().plan.held.sessions[each].when.from + by);
        }
    });
}

TEST_CASE("a consultation on demand is held at the first minute at which its quorum is there") {
    rc::prop("against every quarter of an hour", [] {
        consultation_call call{.people = {}, .quorum = {}, .length = 15min * any(1, 6), .within = {}};
        call.within.from = sys_seconds(day(2026y / 4 / 27)) + 15min * any(0, 200);
        call.within.until = call.within.from + 15min * any(4, 500);
        for (int left = any(1, 5); left > 0; --left) {
            auto const side = any_side("person");
            consultant who{.id = person_id::parse("person-" + std::to_string(left)).value(),
                           .name = {},
                           .house = any(0, 1) == 0 ? "k"_institution : "bach-mai"_institution,
                           .fields = {any(0, 1) == 0 ? "oncology"_field : "stroke"_field},
                           .hours = side.party};
            for (int more = any(0, 2); more > 0; --more) {
                auto const from = call.within.from + 15min * any(-10, 200);
                who.engaged.push_back({from, from + 15min * any(1, 20)});
            }
            call.people.push_back(who);
        }
        for (int left = any(1, 3); left > 0; --left) {
            quorum_part part{any(1, 2)};
            if (any(0, 1) == 0) part.field = any(0, 1) == 0 ? "oncology"_field : "stroke"_field;
            if (any(0, 2) == 0) part.house = "k"_institution;
            call.quorum.push_back(part);
        }
        RC_ASSERT(!check(call).has_errors());
        std::optional<sys_seconds> wanted;
        for (auto from = call.within.from; !wanted && from + call.length <= call.within.until; from += 15min) {
            bool met = true;
            for (auto const& part : call.quorum) {
                int there = 0;
                for (auto const& who : call.people) {
                    if (!counts_for(who, part)) continue;
                    bool free = true;
                    for (auto at = from; at < from + call.length; at += 15min) {
                        auto const local = who.hours.clock.to_local(at);
                        auto const midnight = std::chrono::floor<days>(local);
                        free = free && local - midnight >= who.hours.hours.opens &&
                               local - midnight < who.hours.hours.closes &&
                               is_yes(is_working_day(who.hours.calendar, sys_days(midnight.time_since_epoch())));
                        for (auto const& each : who.engaged) free = free && !(each.from <= at && at < each.until);
                    }
                    there += free ? 1 : 0;
                }
                met = met && there >= part.people;
            }
            if (met) wanted = from;
        }
        auto const answer = find_consultation(call);
        RC_ASSERT(answer.has_plan() == wanted.has_value());
        if (!wanted) {
            RC_ASSERT(answer.is_impossible() && !answer.why_impossible().because.empty());
            return;
        }
        RC_ASSERT(answer.best().value == *wanted);
        RC_ASSERT(answer.best().proven());
        RC_ASSERT(answer.best().gap() == 0s);
        RC_ASSERT(!verify(call, answer.best().plan).has_errors());
    });
}

TEST_CASE("what is wrong with a search is found before anything is planned") {
    meeting_side const hanoi{{"Hà Nội", vietnam_time(), {7h, 18h}, vietnam::calendar(2026y, 2027y).value()}, {8h, 17h}};
    meeting_side const tokyo{{"Tokyo", japan_time(), {8h, 20h}, japan::calendar(2026y, 2027y).value()},
                             {9h, 17h + 30min}};
    meeting_search asked{.sides = {hanoi, tokyo},
                         .rhythm = meeting_rhythm::monthly,
                         .length = 60min,
                         .when_off = session_off::next,
                         .from = day(2026y / 1 / 1),
                         .turns = 12};
    CHECK(check(asked).empty());
    auto const best = find_meeting(asked);
    REQUIRE(best.has_plan());
    CHECK(best.best().value.worst_minutes == 0);
    CHECK(best.best().value.lost == 0);
    CHECK(best.best().gap() == meeting_value{});
    // Without a calendar nobody knows when a side works.
    asked.sides[1].party.calendar = {};
    auto const refused = find_meeting(asked);
    CHECK(refused.findings().contains("party-without-calendar"_finding));
    CHECK(refused.is_undecided());
    asked = {.sides = {},
             .rhythm = meeting_rhythm::weekly,
             .step = 0,
             .length = 0min,
             .when_off = session_off::next,
             .grid = 7min,
             .from = {},
             .turns = 0};
    for (auto const code : {"meeting-without-sides"_finding, "meeting-turns"_finding, "recurrence-never"_finding,
                            "meeting-grid"_finding, "session-without-length"_finding})
        CHECK(check(asked).contains(code));
    // Two sides that never meet are the reason; a third that meets both is not.
    meeting_search never{.sides = {hanoi, tokyo, hanoi},
                         .rhythm = meeting_rhythm::weekly,
                         .length = 60min,
                         .when_off = session_off::skip,
                         .from = day(2026y / 1 / 1),
                         .turns = 3};
    never.sides[1].party.hours = never.sides[1].usual = {20h, 22h};
    auto const why = find_meeting(never);
    REQUIRE(why.is_impossible());
    CHECK(why.why_impossible().because.size() == 3);
    CHECK(why.why_impossible().because[1].en == "Tokyo can only be met from 20:00 to 22:00 (Asia/Tokyo)");
    // A plan that says something else than its rule is found out.
    auto plan = best.best().plan;
    plan.antisocial[0] += 1min;
    plan.held.sessions.pop_back();
    asked.sides = {hanoi, tokyo};
    meeting_search const sound{.sides = {hanoi, tokyo},
                               .rhythm = meeting_rhythm::monthly,
                               .length = 60min,
                               .when_off = session_off::next,
                               .from = day(2026y / 1 / 1),
                               .turns = 12};
    auto const doubted = verify(sound, plan);
    CHECK(doubted.findings.contains("meeting-sessions-differ"_finding));
    CHECK(doubted.findings.contains("meeting-minutes-differ"_finding));
    // A stopped search decides nothing.
    stop_flag stop;
    stop.raise();
    CHECK(find_meeting(sound, progress(stop)).is_undecided());
}

TEST_CASE("sessions are held, moved, missed or to come as of a day") {
    std::vector<meeting_party> const both{
        {"Hà Nội", vietnam_time(), {8h, 17h}, vietnam::calendar(2026y, 2026y).value()},
        {"Tokyo", japan_time(), {9h, 18h}, japan::calendar(2026y, 2026y).value()}};
    consultation_series const series{
        recurrence::every_nth(day(2026y / 1 / 1), 1, std::chrono::Thursday, month_end::refuse), 15h, 60min,
        session_off::refuse};
    auto const turns = sessions_of(series, both, between(2026y / 1 / 1, 2026y / 9 / 1));
    // 1 January is refused; then 5 February, 5 March, 2 April, 7 May, 4 June, 2 July, 6 August.
    std::vector<session_evidence> const evidence{{day(2026y / 3 / 6)},
                                                 {day(2026y / 2 / 5)},
                                                 {day(2026y / 4 / 2), truth::unknown},
                                                 {day(2026y / 5 / 7), truth::no},
                                                 {day(2026y / 7 / 30)}};
    auto const all = session_records(turns, day(2026y / 7 / 3), days(2), evidence);
    std::vector<session_state> const wanted{session_state::left_out,  session_state::held,   session_state::moved,
                                            session_state::not_known, session_state::missed, session_state::missed,
                                            session_state::to_come,   session_state::to_come};
    REQUIRE(all.size() == wanted.size());
    for (std::size_t each = 0; each < all.size(); ++each) {
        CHECK(all[each].state == wanted[each]);
        CHECK_FALSE(all[each].reason.vi.empty());
        CHECK_FALSE(all[each].reason.en.empty());
    }
    CHECK(all[2].seen == day(2026y / 3 / 6));
    CHECK(all[0].reason.en == "Hà Nội: VN: New Year's Day; Tokyo: JP: New Year's Day");
    CHECK(is_yes(all[1].discharges()));
    CHECK(is_no(all[4].discharges()));
    CHECK(is_unknown(all[7].discharges()));
    CHECK(count_of(all, session_state::missed) == 2);
    rc::prop("each piece of evidence counts once, and more of it never makes a session missed", [&turns] {
        std::vector<session_evidence> some;
        for (int left = any(0, 8); left > 0; --left) some.push_back({day(2026y / 1 / 1) + days(any(0, 240))});
        auto const today = day(2026y / 1 / 1) + days(any(0, 260));
        auto const tolerance = days(any(0, 20));
        auto const before = session_records(turns, today, tolerance, some);
        std::size_t held = 0;
        for (auto const& each : before) {
            if (!each.seen) continue;
            ++held;
            RC_ASSERT(*each.seen <= today);
            RC_ASSERT(*each.seen - *each.due <= tolerance && *each.due - *each.seen <= tolerance);
        }
        RC_ASSERT(held <= some.size());
        some.push_back({day(2026y / 1 / 1) + days(any(0, 240))});
        auto const after = session_records(turns, today, tolerance, some);
        RC_ASSERT(count_of(after, session_state::missed) <= count_of(before, session_state::missed));
    });
}
