// Fast and clever answers against slow and plain ones: tables, recurrences, clocks, common hours and series.
#include <lienvien/calendar/consultation_series.hpp>
#include <lienvien/calendar/japan.hpp>
#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/calendar/working_day_table.hpp>

#include <support/rapidcheck.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace lienvien;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

int any(int least, int most) { return *rc::gen::inRange(least, most + 1); }
sys_days const begin = day(2025y / 12 / 20);

/// A small calendar with long holidays, so that the ends and whole months off are met often.
working_calendar any_calendar() {
    working_calendar::part own{.name = "own", .known = period::between(begin, begin + days(any(1, 120)))};
    if (any(0, 3) != 0) own.rest = saturday_and_sunday;
    for (int left = any(0, 4); left > 0; --left) {
        int const first = any(0, 130);
        int const length = any(1, 40);
        for (int each = 0; each < length; ++each)
            own.holidays.push_back({.day = begin + days(first + each), .name = {}, .basis = {}});
    }
    for (int left = any(0, 3); left > 0; --left) own.swaps.on.push_back(begin + days(any(0, 130)));
    for (int left = any(0, 3); left > 0; --left) own.swaps.off.push_back(begin + days(any(0, 130)));
    return working_calendar(std::move(own));
}
/// Is a day worked, read off the parts in the plainest way.
truth plainly_worked(working_calendar const& calendar, sys_days day) {
    truth all = truth::yes;
    for (auto const& part : calendar.parts()) {
        bool on = false;
        bool off = part.rest.contains(std::chrono::weekday(day));
        for (auto const& each : part.holidays) off = off || each.day == day;
        for (auto const each : part.swaps.off) off = off || each == day;
        for (auto const each : part.swaps.on) on = on || each == day;
        all = all & (part.known.contains(day) ? known(on || !off) : truth::unknown);
    }
    return all;
}
std::optional<sys_days> plainly_next(working_calendar const& calendar, sys_days day, int step) {
    for (;; day += days(step)) {
        auto const worked = plainly_worked(calendar, day);
        if (is_unknown(worked)) return std::nullopt;
        if (is_yes(worked)) return day;
    }
}
unsigned month_of(sys_days day) { return static_cast<unsigned>(year_month_day(day).month()); }
std::optional<sys_days> answer_of(day_found const& found) {
    return found.has_day() ? std::optional(found.day) : std::nullopt;
}
constexpr when_off policies[] = {when_off::following,          when_off::preceding, when_off::modified_following,
                                 when_off::modified_preceding, when_off::unchanged, when_off::refuse};

std::optional<sys_days> plainly_adjusted(working_calendar const& calendar, sys_days day, when_off policy) {
    if (policy == when_off::unchanged) return day;
    auto const worked = plainly_worked(calendar, day);
    if (is_yes(worked)) return day;
    if (is_unknown(worked) || policy == when_off::refuse) return std::nullopt;
    int const step = policy == when_off::following || policy == when_off::modified_following ? 1 : -1;
    auto const first = plainly_next(calendar, day, step);
    if (policy == when_off::following || policy == when_off::preceding) return first;
    // Within the month while some day of it in this direction is worked or not known.
    for (auto each = day; month_of(each) == month_of(day); each += days(step)) {
        if (!is_no(plainly_worked(calendar, each))) return first;
    }
    return plainly_next(calendar, day, -step);
}

clock_rules any_clock() {
    using namespace std::chrono;
    int const kind = any(0, 3);
    auto const offset = minutes(any(-24, 24) * 30);
    if (kind == 0) return {"fixed", offset};
    findings found;
    auto const summer = offset + (any(0, 1) == 0 ? 60min : 30min);
    yearly_change const spring{March, Sunday, kind == 1 ? -1 : 2, 2h, offset};
    yearly_change const autumn{October, Sunday, kind == 3 ? 1 : -1, 3h, summer};
    auto const made =
        any(0, 1) == 0
            ? daylight_saving{"north", offset, summer, spring, autumn, 2020y, 2082y}
            : daylight_saving{"south", offset, summer, {October, Sunday, 1, 2h, offset}, {April, Sunday, 1, 3h, summer},
                              2020y,   2082y};
    return *clock_rules_of(made, found);
}
meeting_party any_party() {
    int const opens = any(0, 40);
    int const kind = any(0, 4);
    working_calendar calendar;
    if (kind == 0) calendar = vietnam::calendar(2020y, 2080y).value();
    if (kind == 1) calendar = japan::calendar(2020y, 2080y).value();
    if (kind == 2) calendar = any_calendar();
    if (kind == 3) calendar = working_calendar({.name = "weekend", .rest = saturday_and_sunday});
    return {"party", any_clock(), {30min * opens, 30min * any(opens + 1, 48)}, calendar};
}
/// May a party be met at this instant? The wall clock says it all.
truth plainly_open(meeting_party const& party, sys_seconds when) {
    auto const local = party.clock.to_local(when);
    auto const midnight = std::chrono::floor<days>(local);
    if (local - midnight < party.hours.opens || local - midnight >= party.hours.closes) return truth::no;
    return plainly_worked(party.calendar, sys_days(midnight.time_since_epoch()));
}

}  // namespace

TEST_CASE("arithmetic with working days is that of counting on one's fingers") {
    rc::prop("adjusted days, in the calendar and in its table", [] {
        auto const calendar = any_calendar();
        auto const table = working_day_table::of(calendar, *calendar.known());
        RC_ASSERT(table.has_value());
        auto const day = begin + days(any(-3, 125));
        RC_ASSERT(is_working_day(calendar, day) == plainly_worked(calendar, day));
        RC_ASSERT(table->is_working_day(day) == plainly_worked(calendar, day));
        for (auto const policy : policies) {
            auto const wanted = plainly_adjusted(calendar, day, policy);
            RC_ASSERT(answer_of(adjust(calendar, day, policy)) == wanted);
            RC_ASSERT(table->adjust(day, policy) == wanted);
        }
    });
    rc::prop("days added and counted, in the calendar and in its table", [] {
        auto const calendar = any_calendar();
        auto const table = *working_day_table::of(calendar, *calendar.known());
        auto const first = begin + days(any(0, 119));
        RC_PRE(calendar.known()->contains(first));
        int const count = any(-40, 40);
        std::optional<sys_days> wanted = first;
        for (int left = count; left != 0 && wanted; left += count < 0 ? 1 : -1)
            wanted = plainly_next(calendar, *wanted + days(count < 0 ? -1 : 1), count < 0 ? -1 : 1);
        auto const found = add_working_days(calendar, first, count);
        RC_ASSERT(answer_of(found) == wanted);
        RC_ASSERT(table.add_working_days(first, count) == wanted);
        // Every day on the way is either counted or named.
        if (wanted) {
            auto const way = (*wanted - first).count();
            RC_ASSERT((way < 0 ? -way : way) == (count < 0 ? -count : count) + static_cast<int>(found.passed.size()));
        }
        auto const until = first + days(any(-3, 40));
        RC_ASSERT(table.count_working_days(first, until) == count_working_days(calendar, first, until));
    });
    rc::prop("the due days of an agreement are its days of the month, each adjusted", [] {
        auto const calendar = join(any_calendar(), any_calendar());
        auto const table = working_day_table::of(calendar, *calendar.known());
        RC_ASSERT(table.has_value());
        auto const first = 2025y / 12 + std::chrono::months(any(0, 4));
        int const number = any(1, 31);
        int const count = any(0, 4);
        auto const lacking = any(0, 1) == 0 ? month_end::last_of_month : month_end::first_of_next;
        auto const policy = policies[any(0, 4)];
        auto const due = table->every_month(first, number, count, lacking, policy);
        std::vector<std::optional<sys_days>> wanted;
        bool all = sys_days(first / 1) >= *table->days().first();
        for (int each = 0; each < count; ++each) {
            auto const turn = recurrence::every_month(first / 1, number, lacking).turn(each);
            all = all && table->days().contains(*turn.day) && sys_days(turn.month / 1) < *table->days().first_after();
            wanted.push_back(plainly_adjusted(calendar, *turn.day, policy));
            all = all && wanted.back();
        }
        if (count == 0) return;
        RC_ASSERT(due.has_value() == all);
        if (!due) return;
        RC_ASSERT(due->size() == count);
        std::size_t at = 0;
        for (auto const each : *due) RC_ASSERT(wanted[at++] == each);
        RC_ASSERT(at == wanted.size());
    });
}

TEST_CASE("a recurrence comes on the days that a walk through the calendar meets") {
    rc::prop("every kind, way with short months and step", [] {
        auto const starts = day(2023y / 6 / 1) + days(any(0, 800));
        int const step = any(1, 5);
        auto const lacking = static_cast<month_end>(any(0, 3));
        auto const first = starts + days(any(-100, 900));
        auto const until = first + days(any(1, 3000));
        int const kind = any(0, 3);
        int const number = kind == 2 ? *rc::gen::element(-1, 1, 2, 3, 4, 5) : any(1, 31);
        auto const weekday = std::chrono::weekday(static_cast<unsigned>(any(0, 6)));
        auto const month = std::chrono::month(static_cast<unsigned>(any(1, 12)));
        auto const of_year = month / number;
        if (kind == 3) RC_PRE(of_year.ok());
        auto const rule = kind == 0   ? recurrence::every_week(starts, step)
                          : kind == 1 ? recurrence::every_month(starts, number, lacking, step)
                          : kind == 2 ? recurrence::every_nth(starts, number, weekday, lacking, step)
                                      : recurrence::every_year(starts, of_year, lacking, step);
        RC_ASSERT(rule.check().empty());
        std::vector<std::optional<sys_days>> wanted;
        if (kind == 0) {
            for (auto each = starts; each < until; each += days(7 * step)) {
                if (each >= first) wanted.push_back(each);
            }
        } else {
            year_month_day const date(starts);
            auto here = kind == 3 ? date.year() / month : date.year() / date.month();
            for (; sys_days(here / 1) < until; here += std::chrono::months(kind == 3 ? 12 * step : step)) {
                // The days of the month that are meant, found by walking through it.
                std::vector<sys_days> fitting;
                auto const next = here + std::chrono::months(1);
                auto const fits = [&](sys_days each) { return kind != 2 || std::chrono::weekday(each) == weekday; };
                for (sys_days each = here / 1; each < sys_days(next / 1); each += days(1)) {
                    if (fits(each)) fitting.push_back(each);
                }
                std::optional<sys_days> meant;
                if (number == -1)
                    meant = fitting.back();
                else if (static_cast<std::size_t>(number) <= fitting.size())
                    meant = fitting[static_cast<std::size_t>(number) - 1];
                else if (lacking == month_end::last_of_month)
                    meant = fitting.back();
                else if (lacking == month_end::first_of_next) {
                    meant = next / 1;
                    while (!fits(*meant)) *meant += days(1);
                } else if (lacking == month_end::skip)
                    continue;
                auto const stands = meant.value_or(sys_days(next / 1) - days(1));
                if (stands >= starts && stands >= first && stands < until) wanted.push_back(meant);
            }
        }
        std::vector<std::optional<sys_days>> found;
        for (auto const each : occurrences(rule, period::between(first, until))) found.push_back(each.day);
        RC_ASSERT(found == wanted);
    });
}

TEST_CASE("every day of the month, fifty years either way") {
    auto const starts = sys_days(2026y / 1 / 1);
    int turns = 0;
    for (int number = 1; number <= 31; ++number) {
        for (auto const lacking :
             {month_end::last_of_month, month_end::first_of_next, month_end::skip, month_end::refuse}) {
            auto const rule = recurrence::every_month(starts, number, lacking);
            for (int turn = -600; turn <= 600; ++turn) {
                auto const month = 2026y / 1 + std::chrono::months(turn);
                std::optional<sys_days> wanted;
                if ((month / number).ok())
                    wanted = sys_days(month / number);
                else if (lacking == month_end::last_of_month)
                    wanted = sys_days(month / std::chrono::last);
                else if (lacking == month_end::first_of_next)
                    wanted = sys_days(month / std::chrono::last) + days(1);
                if (rule.turn(turn) != occurrence{turn, month, wanted}) FAIL(number << " " << turn);
                ++turns;
            }
        }
    }
    CHECK(turns == 31 * 4 * 1201);
}

TEST_CASE("what never comes is named") {
    using namespace lienvien::literals;
    using namespace std::chrono;
    auto const starts = sys_days(2026y / 1 / 1);
    for (auto const& never : {recurrence::every_week(starts, 0), recurrence::every_week(starts, -1),
                              recurrence::every_week(starts, 1201), recurrence::every_month(starts, 0, month_end::skip),
                              recurrence::every_month(starts, 32, month_end::last_of_month),
                              recurrence::every_nth(starts, 6, Thursday, month_end::skip),
                              recurrence::every_nth(starts, 0, Thursday, month_end::skip),
                              recurrence::every_nth(starts, -2, Thursday, month_end::skip),
                              recurrence::every_nth(starts, 1, weekday(9), month_end::skip),
                              recurrence::every_year(starts, February / 30, month_end::skip),
                              recurrence::every_year(starts, month(13) / 1, month_end::skip),
                              recurrence::every_year(starts, month(0) / 1, month_end::skip)}) {
        CHECK(never.check().contains("recurrence-never"_finding));
        CHECK_FALSE(never.comes());
    }
    static_assert(recurrence::every_year(sys_days(2026y / 1 / 1), February / 29, month_end::refuse).comes());
    static_assert(recurrence::every_month(sys_days(2026y / 1 / 1), 31, month_end::last_of_month).turn(1).day ==
                  sys_days(2026y / 2 / 28));
}

TEST_CASE("a clock and its wall agree") {
    rc::prop("every instant is one of those at which the wall shows its time", [] {
        auto const clock = any_clock();
        auto const when = sys_seconds(day(2026y / 1 / 1)) + 15min * any(0, 40'000);
        auto const shown = clock.at(clock.to_local(when));
        RC_ASSERT(shown.earlier && shown.later && *shown.earlier <= *shown.later);
        RC_ASSERT(*shown.earlier == when || *shown.later == when);
        RC_ASSERT(clock.to_local(*shown.earlier) == clock.to_local(*shown.later));
    });
    rc::prop("a time that the wall never shows lies in a change of the clock", [] {
        auto const clock = any_clock();
        auto const local = local_seconds(day(2026y / 1 / 1).time_since_epoch()) + 15min * any(0, 40'000);
        auto const shown = clock.at(local);
        bool found = false;
        for (auto when = sys_seconds(local.time_since_epoch()) - 15h;
             when <= sys_seconds(local.time_since_epoch()) + 15h; when += 15min) {
            if (clock.to_local(when) != local) continue;
            found = true;
            RC_ASSERT(shown.earlier == when || shown.later == when);
        }
        RC_ASSERT(found == shown.earlier.has_value());
        if (found) return;
        auto const change = clock.first_from(local);
        RC_ASSERT(clock.to_local(change) > local);
        RC_ASSERT(clock.to_local(change - 1s) < local);
        RC_ASSERT(clock.last_until(local) == change);
    });
}

TEST_CASE("common hours are the instants at which everybody is there") {
    rc::prop("minute by minute, here in quarters of an hour", [] {
        std::vector<meeting_party> parties;
        for (int left = any(1, 3); left > 0; --left) parties.push_back(any_party());
        auto const local_day = day(2026y / 3 / 1) + days(any(0, 60));
        auto const found = common_hours(parties, local_day);
        if (is_unknown(found.known)) return;
        auto const middle = sys_seconds(local_day);
        for (auto when = middle - 16h; when < middle + 40h; when += 15min) {
            bool inside = false;
            for (auto const& each : found.windows) inside = inside || (each.from <= when && when < each.until);
            auto const shown = parties[0].clock.to_local(when);
            bool open = std::chrono::floor<days>(shown).time_since_epoch() == local_day.time_since_epoch();
            for (auto const& each : parties) open = open && is_yes(plainly_open(each, when));
            RC_ASSERT(inside == open);
        }
        for (std::size_t at = 1; at < found.windows.size(); ++at)
            RC_ASSERT(found.windows[at - 1].until < found.windows[at].from);
    });
}

TEST_CASE("a series over fifty years is that of a secretary with two wall calendars") {
    rc::prop("each session is where a walk from day to day finds it, and inside everybody's hours", [] {
        std::vector<meeting_party> parties;
        for (int left = any(1, 3); left > 0; --left) parties.push_back(any_party());
        int const nth = *rc::gen::element(-1, 1, 2, 3, 4);
        auto const weekday = std::chrono::weekday(static_cast<unsigned>(any(0, 6)));
        auto const policy = static_cast<session_off>(any(0, 3));
        consultation_series const series{recurrence::every_nth(day(2026y / 1 / 1), nth, weekday, month_end::refuse),
                                         30min * any(0, 47), 30min * any(1, 6), policy};
        auto const first = day(2026y / 1 / 1);
        auto const until = day(2076y / 1 / 1);

        // Nothing for a day that will not do, unknown where nobody knows.
        auto const start_on = [&](sys_days each) -> std::optional<sys_seconds> {
            for (auto when = sys_seconds(each) - 15h; when < sys_seconds(each) + 40h; when += 15min) {
                if (parties[0].clock.to_local(when) == local_seconds(each.time_since_epoch()) + series.starts)
                    return when;
            }
            return std::nullopt;
        };
        auto const does = [&](sys_days each) {
            auto const start = start_on(each);
            if (!start) return truth::no;
            truth all = truth::yes;
            for (auto const& party : parties) {
                // The first quarter of an hour that stands in the way is the one that counts.
                for (auto when = *start; when < *start + series.length; when += 15min) {
                    auto const open = plainly_open(party, when);
                    if (is_yes(open)) continue;
                    auto const local =
                        sys_days(std::chrono::floor<days>(party.clock.to_local(when)).time_since_epoch());
                    bool const unknown = is_unknown(plainly_worked(party.calendar, local));
                    all = unknown ? truth::unknown : is_unknown(all) ? all : truth::no;
                    break;
                }
            }
            return all;
        };
        auto const found = sessions_of(series, parties, period::between(first, until));
        RC_PRE(!found.findings.has_errors());  // a day exchanged both off and on
        auto held = found.sessions.begin();
        auto refused = found.refused.begin();
        auto skipped = found.skipped.begin();
        // The days of the turns, from a month before to a month after.
        std::vector<sys_days> turns;
        for (auto month = 2025y / 12; month <= 2076y / 2; month += std::chrono::months(1)) {
            std::vector<sys_days> fitting;
            for (sys_days each = month / 1; each <= sys_days(month / std::chrono::last); each += days(1)) {
                if (std::chrono::weekday(each) == weekday) fitting.push_back(each);
            }
            turns.push_back(nth == -1 ? fitting.back() : fitting[static_cast<std::size_t>(nth) - 1]);
        }
        for (std::size_t at = 1; at + 1 < turns.size(); ++at) {
            if (turns[at] < first || turns[at] >= until) continue;
            auto turn = turns[at];
            auto fits = does(turn);
            if (is_no(fits) && (policy == session_off::next || policy == session_off::previous)) {
                int const step = policy == session_off::next ? 1 : -1;
                auto const limit = turns[policy == session_off::next ? at + 1 : at - 1];
                while (turn != limit && is_no(fits)) {
                    turn += days(step);
                    if (turn != limit) fits = does(turn);
                }
                if (turn == limit) fits = truth::no;
            }
            if (is_yes(fits)) {
                RC_ASSERT(held != found.sessions.end());
                RC_ASSERT(held->day == turn);
                RC_ASSERT(held->when == (window_of_time{*start_on(turn), *start_on(turn) + series.length}));
                RC_ASSERT(held->moved_from() == (turn == turns[at] ? std::nullopt : std::optional(turns[at])));
                for (auto const& party : parties) {
                    for (auto when = held->when.from; when < held->when.until; when += 15min)
                        RC_ASSERT(is_yes(plainly_open(party, when)));
                }
                for (auto const& each : held->passed) RC_ASSERT(!each.because.empty());
                ++held;
            } else if (policy == session_off::skip && is_no(fits)) {
                RC_ASSERT(skipped != found.skipped.end());
                RC_ASSERT(skipped->day == turns[at]);
                ++skipped;
            } else {
                RC_ASSERT(refused != found.refused.end());
                RC_ASSERT(refused->day == turns[at]);
                RC_ASSERT(!refused->because.empty());
                ++refused;
            }
        }
        RC_ASSERT(held == found.sessions.end());
        RC_ASSERT(refused == found.refused.end());
        RC_ASSERT(skipped == found.skipped.end());
    });
    rc::prop("a further holiday moves only the session of its day, or one that would have moved there", [] {
        std::vector<meeting_party> parties{any_party(), any_party()};
        consultation_series const series{
            recurrence::every_nth(day(2026y / 1 / 1), 1, std::chrono::Thursday, month_end::refuse), 30min * any(0, 47),
            60min, any(0, 1) == 0 ? session_off::next : session_off::previous};
        auto const within = between(2026y / 1 / 1, 2036y / 1 / 1);
        auto const before = sessions_of(series, parties, within);
        auto const extra = day(2026y / 1 / 1) + days(any(0, 3650));
        parties[1].calendar =
            join(parties[1].calendar,
                 working_calendar({.name = "new", .holidays = {{.day = extra, .name = {}, .basis = {}}}}));
        auto const after = sessions_of(series, parties, within);
        for (auto const& each : before.sessions) {
            bool const touched =
                each.when.from < sys_seconds(extra) + 40h && each.when.until > sys_seconds(extra) - 16h;
            bool kept = false;
            for (auto const& other : after.sessions) kept = kept || other.when == each.when;
            RC_ASSERT(kept || touched);
        }
    });
}
