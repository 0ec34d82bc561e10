// Questions on days: working_day, holidays, lunar, solar, common_hours, series.

#include "answers.hpp"
#include "zones.hpp"
#include <lienvien/calendar/consultation_series.hpp>
#include <lienvien/calendar/japan.hpp>
#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/calendar/working_days.hpp>

#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {
namespace {

using namespace lienvien;
using std::chrono::minutes;

enum class country { vietnam, japan };

tree null() { return tree::number("null"); }
tree day_or_null(std::optional<sys_days> day) { return day ? tree(format_day(*day)) : null(); }
std::string written(sys_seconds when) {
    auto const date = std::chrono::floor<std::chrono::days>(when);
    auto const seconds = static_cast<int>((when - date).count());
    std::string words = format_day(date);
    auto const part = [&](char before, int number) {
        words += before;
        words += static_cast<char>('0' + number / 10);
        words += static_cast<char>('0' + number % 10);
    };
    part('T', seconds / 3600);
    part(':', seconds / 60 % 60);
    if (seconds % 60 != 0) part(':', seconds % 60);
    return words + 'Z';
}

/// Keeps what is wrong with a member, at its place in the line.
void wrong_at(question& asked, json::value at, std::string_view code, text message) {
    findings found;
    found.add({finding_code::checked(code), severity::error, {}, {at.pointer(), 0}, std::move(message)});
    asked.keep(std::move(found));
}
std::optional<int> whole_number(question& asked, json::value at, int least, int most) {
    int number = 0;
    auto const digits = at.number();
    bool good = false;
    if (digits) {
        auto const read = std::from_chars(digits->data(), digits->data() + digits->size(), number);
        good =
            read.ec == std::errc{} && read.ptr == digits->data() + digits->size() && least <= number && number <= most;
    }
    if (good) return number;
    auto const range = std::to_string(least) + ".." + std::to_string(most);
    wrong_at(asked, at, "bad-value", {"cần số nguyên trong khoảng " + range, "a whole number, " + range});
    return std::nullopt;
}
std::optional<int> required_number(question& asked, std::string_view name, int least, int most) {
    auto const at = asked.take(name);
    if (!at) asked.missing(name);
    return at ? whole_number(asked, *at, least, most) : std::nullopt;
}
/// "HH:MM", up to "24:00".
std::optional<minutes> time_of_day(question& asked, json::value at) {
    auto const words = at.string();
    if (words && !lienvien::detail::first_misfit(*words, "00:00")) {
        int const hour = *lienvien::detail::digits(words->substr(0, 2));
        int const minute = *lienvien::detail::digits(words->substr(3, 2));
        if (minute < 60 && hour * 60 + minute <= 1440) return minutes(hour * 60 + minute);
    }
    wrong_at(asked, at, "bad-value", {"cần giờ dạng HH:MM, từ 00:00 đến 24:00", "a time as HH:MM, 00:00 to 24:00"});
    return std::nullopt;
}
std::optional<country> country_at(question& asked, json::value at) {
    if (at.string() == "VN") return country::vietnam;
    if (at.string() == "JP") return country::japan;
    wrong_at(asked, at, "unknown-calendar", {"lịch hiện có: VN, JP", "there are the calendars VN, JP"});
    return std::nullopt;
}
std::optional<country> required_country(question& asked) {
    auto const at = asked.take("calendar");
    if (!at) asked.missing("calendar");
    return at ? country_at(asked, *at) : std::nullopt;
}
/// "tet" and "national_day", which only Viet Nam knows.
vietnam::holiday_choices choices_of(question& asked, std::optional<country> where) {
    using vietnam::national_day;
    using vietnam::tet_days;
    vietnam::holiday_choices choices;
    if (where == country::japan) return choices;
    choices.tet =
        asked
            .named<tet_days>(
                "tet", {{"1+4", tet_days::one_before}, {"2+3", tet_days::two_before}, {"3+2", tet_days::three_before}})
            .value_or(choices.tet);
    choices.national_day =
        asked.named<national_day>("national_day", {{"before", national_day::before}, {"after", national_day::after}})
            .value_or(choices.national_day);
    return choices;
}
void refuse_unknown_years(country where) {
    using namespace lienvien::literals;
    auto const years =
        where == country::vietnam
            ? std::to_string(vietnam::first_holiday_year) + ".." + std::to_string(vietnam::last_holiday_year)
            : std::to_string(japan::first_holiday_year) + ".." + std::to_string(japan::last_holiday_year);
    throw refusal(
        "not-known"_finding, {},
        {"ngày nghỉ chỉ được biết trong các năm " + years, "holidays are known for the years " + years + " only"});
}
/// The calendar of a country for the years that it knows of those from `first` to `last`.
working_calendar calendar_of(country where, int first, int last, vietnam::holiday_choices choices = {},
                             day_swaps const& swaps = {}) {
    bool const in_vietnam = where == country::vietnam;
    int const least = in_vietnam ? vietnam::first_holiday_year : japan::first_holiday_year;
    int const most = in_vietnam ? vietnam::last_holiday_year : japan::last_holiday_year;
    if (last < least || first > most) refuse_unknown_years(where);
    auto const from = std::chrono::year(first < least ? least : first);
    auto const until = std::chrono::year(last > most ? most : last);
    return in_vietnam ? vietnam::calendar(from, until, {.usual = choices, .swaps = swaps}).value()
                      : japan::calendar(from, until, swaps).value();
}
int year_of(sys_days day) { return static_cast<int>(year_month_day(day).year()); }

/// {"ask":"working_day","calendar":"VN","from":day,"days":10,"swaps":{"off":[days],"on":[days]},"tet":"1+4"}
void answer_working_day(question& asked, library const&, tree& out) {
    auto const where = required_country(asked);
    auto const from = asked.required<sys_days>("from");
    auto const count = required_number(asked, "days", -20'000, 20'000);
    auto const choices = choices_of(asked, where);
    day_swaps swaps;
    if (auto const given = asked.take("swaps")) {
        if (!given->is(json::kind::object))
            wrong_at(asked, *given, "bad-value",
                     {"cần {\"off\":[..],\"on\":[..]}", "{\"off\":[..],\"on\":[..]} is wanted"});
        for (auto const each : given->members()) {
            bool const off = each.name == "off";
            if (!off && each.name != "on") {
                auto const name = std::string(each.name);
                wrong_at(asked, each.value, "unknown-member",
                         {"không có thành phần \"" + name + '"', "no member \"" + name + "\" here"});
                continue;
            }
            auto read = json::read<std::vector<sys_days>>(each.value);
            asked.keep(std::move(read.findings));
            if (read.value) (off ? swaps.off : swaps.on) = std::move(*read.value);
        }
    }
    asked.finish();
    auto const calendar_around = [&](int years) {
        return calendar_of(*where, year_of(*from) - years, year_of(*from) + years, choices, swaps);
    };
    constexpr int all_years = 9999;
    if (!swaps.off.empty() || !swaps.on.empty()) {
        if (auto found = check(calendar_around(all_years)); !found.empty()) throw refusal(std::move(found));
    }
    auto answer = add_working_days(calendar_around(2 + std::abs(*count) / 200), *from, *count);
    // Where that was not enough, so many days are given off that only all years tell.
    if (!answer.has_day()) answer = add_working_days(calendar_around(all_years), *from, *count);
    if (!answer.has_day()) refuse_unknown_years(*where);
    out.put("day", format_day(answer.day));
}

/// {"ask":"holidays","calendar":"VN" or "JP","year":2026,"tet":"1+4","2+3" or "3+2","national_day":"before" or "after"}
void answer_holidays(question& asked, library const&, tree& out) {
    auto const where = required_country(asked);
    auto const year = required_number(asked, "year", 1, 9999);
    auto const choices = choices_of(asked, where);
    asked.finish();
    auto const all = *where == country::vietnam ? vietnam::public_holidays(std::chrono::year(*year), choices)
                                                : japan::public_holidays(std::chrono::year(*year));
    if (!all) refuse_unknown_years(*where);
    tree written_days = tree::array();
    for (auto const& each : *all) {
        written_days.add(tree::object({{"day", format_day(each.day)},
                                       {"vi", each.name.vi},
                                       {"en", each.name.en},
                                       {"basis", each.basis.in(asked.language())},
                                       {"made_up_for", day_or_null(each.made_up_for)}}));
    }
    out.put("holidays", std::move(written_days));
}

void refuse_lunar(error const& why) {
    auto const known = lunar_span();
    auto const last = format_day(*known.first_after() - std::chrono::days(1));
    if (why.code == errc::out_of_range)
        throw refusal(finding_code::checked("not-known"), {},
                      {"lịch âm được biết từ " + format_day(*known.first()) + " đến " + last,
                       "lunar days are known from " + format_day(*known.first()) + " to " + last});
    throw refusal(finding_code::checked("no-such-day"), {}, to_text(message(why.code)));
}
/// {"ask":"lunar","day":"2026-02-17"}
void answer_lunar(question& asked, library const&, tree& out) {
    auto const day = asked.required<sys_days>("day");
    asked.finish();
    auto const date = to_lunar(*day);
    if (!date) refuse_lunar(date.error());
    out.put("year", date->year).put("month", date->month).put("day", date->day).put("leap", date->leap);
}
/// {"ask":"solar","year":2026,"month":1,"day":1,"leap":false}
void answer_solar(question& asked, library const&, tree& out) {
    auto const year = required_number(asked, "year", 1, 9999);
    auto const month = required_number(asked, "month", 1, 12);
    auto const day = required_number(asked, "day", 1, 30);
    auto const leap = asked.read<bool>("leap");
    asked.finish();
    auto const date = to_solar({*year, *month, *day, leap.value_or(false)});
    if (!date) refuse_lunar(date.error());
    out.put("day", format_day(*date));
}

/// One party of a meeting before the years of its calendar are chosen.
struct asked_party {
    meeting_party party;
    std::optional<country> where{};
};
/// [{"zone":name,"opens":"08:00","closes":"17:00","holidays":[days],"calendar":"VN" or "JP"}, ..]
std::vector<asked_party> parties_of(question& asked) {
    std::vector<asked_party> all;
    auto const given = asked.take("parties");
    if (!given) {
        asked.missing("parties");
        return all;
    }
    if (!given->is(json::kind::array) || given->size() == 0 || given->size() > 100) {
        wrong_at(asked, *given, "bad-value", {"cần từ 1 đến 100 bên", "1 to 100 parties"});
        return all;
    }
    for (auto const each : given->elements()) {
        std::optional<clock_rules> clock;
        std::optional<minutes> opens;
        std::optional<minutes> closes;
        working_calendar::part own{.name = {}, .rest = saturday_and_sunday};
        std::optional<country> where;
        if (!each.is(json::kind::object)) {
            wrong_at(asked, each, "bad-value", {"cần đối tượng {...}", "an object {...} is wanted"});
            continue;
        }
        std::vector<std::string_view> seen;
        for (auto const member : each.members()) {
            for (auto const earlier : seen) {
                if (earlier == member.name) wrong_at(asked, member.value, "doubled-key", {"lặp lại", "stands twice"});
            }
            seen.push_back(member.name);
            if (member.name == "zone") {
                if (member.value.string()) clock = zone_named(*member.value.string());
                if (!clock)
                    wrong_at(asked, member.value, "unknown-zone",
                             {"múi giờ hiện có: " + zone_names() + ", ±HH:MM",
                              "there are the zones " + zone_names() + ", ±HH:MM"});
            } else if (member.name == "opens") {
                opens = time_of_day(asked, member.value);
            } else if (member.name == "closes") {
                closes = time_of_day(asked, member.value);
            } else if (member.name == "holidays") {
                auto read = json::read<std::vector<sys_days>>(member.value);
                asked.keep(std::move(read.findings));
                for (auto const day : read.value.value_or(std::vector<sys_days>{}))
                    own.holidays.push_back({.day = day, .name = {"ngày nghỉ", "holiday"}, .basis = {}});
            } else if (member.name == "calendar") {
                where = country_at(asked, member.value);
            } else {
                auto const name = std::string(member.name);
                wrong_at(asked, member.value, "unknown-member",
                         {"không có thành phần \"" + name + '"', "no member \"" + name + "\" here"});
            }
        }
        for (auto const name : {"zone", "opens", "closes"}) {
            if (!each.find(name))
                wrong_at(asked, each, "missing-member",
                         {"thiếu \"" + std::string(name) + '"', "missing \"" + std::string(name) + '"'});
        }
        if (!clock || !opens || !closes) continue;
        asked_party made{{clock->name(), *clock, {*opens, *closes}, working_calendar(std::move(own))}, where};
        if (auto const found = check(made.party); !found.empty())
            wrong_at(asked, each, found[0].code.view(), found[0].message);
        all.push_back(std::move(made));
    }
    return all;
}
std::vector<meeting_party> with_calendars(std::vector<asked_party> all, int first, int last) {
    std::vector<meeting_party> parties;
    for (auto& each : all) {
        // The weekend of the country is said once.
        if (each.where) {
            auto own = each.party.calendar.parts()[0];
            own.rest = no_weekly_rest;
            each.party.calendar = join(calendar_of(*each.where, first, last), working_calendar(std::move(own)));
        }
        parties.push_back(std::move(each.party));
    }
    return parties;
}

/// {"ask":"common_hours","day":day,"parties":[..]}
void answer_common_hours(question& asked, library const&, tree& out) {
    auto const day = asked.required<sys_days>("day");
    auto parties = parties_of(asked);
    asked.finish();
    auto const all = with_calendars(std::move(parties), year_of(*day) - 1, year_of(*day) + 1);
    auto const found = common_hours(all, *day);
    if (is_unknown(found.known))
        throw refusal(finding_code::checked("not-known"), {},
                      {"lịch hoặc múi giờ của một bên không biết ngày này",
                       "the calendar or clock of a party does not know the day"});
    tree windows = tree::array();
    for (auto const& each : found.windows)
        windows.add(tree::object({{"from", written(each.from)}, {"until", written(each.until)}}));
    out.put("windows", std::move(windows));
}

[[nodiscard]] std::string reason(std::vector<hindrance> const& all, language in) {
    std::string words;
    for (auto const& each : all) words += (words.empty() ? "" : "; ") + to_string(each, in);
    return words;
}
/// {"ask":"series","weekday":"thu","nth":1,"time":"15:00","minutes":60,"parties":[..],"from":day,"until":day,
///  "when_off":"next","previous","skip" or "refuse"}: day and time on the clock of the first party, `until` not included.
void answer_series(question& asked, library const&, tree& out) {
    using namespace std::chrono;
    auto const weekday = asked.named<std::chrono::weekday>("weekday", {{"mon", Monday},
                                                                       {"tue", Tuesday},
                                                                       {"wed", Wednesday},
                                                                       {"thu", Thursday},
                                                                       {"fri", Friday},
                                                                       {"sat", Saturday},
                                                                       {"sun", Sunday}});
    if (!asked.take("weekday")) asked.missing("weekday");
    auto const nth = required_number(asked, "nth", -1, 5);
    if (nth == 0) asked.wrong("bad-value", "nth", {"cần 1..5 hoặc -1 (cuối cùng)", "1..5, or -1 for the last"});
    auto const starts_at = asked.take("time");
    if (!starts_at) asked.missing("time");
    auto const starts = starts_at ? time_of_day(asked, *starts_at) : std::nullopt;
    auto const length = required_number(asked, "minutes", 1, 1440);
    auto parties = parties_of(asked);
    auto const from = asked.required<sys_days>("from");
    auto const until = asked.required<sys_days>("until");
    auto const when_off = asked.named<session_off>("when_off", {{"next", session_off::next},
                                                                {"previous", session_off::previous},
                                                                {"skip", session_off::skip},
                                                                {"refuse", session_off::refuse}});
    if (!asked.take("when_off")) asked.missing("when_off");
    if (from && until && *until <= *from)
        asked.wrong("reversed-period", "until",
                    {"ngày kết thúc không sau ngày bắt đầu", "an end that is not after the beginning"});
    asked.finish();
    auto const all = with_calendars(std::move(parties), year_of(*from) - 1, year_of(*until) + 1);
    consultation_series const series{recurrence::every_nth(*from, *nth, *weekday, month_end::skip), *starts,
                                     std::chrono::minutes(*length), *when_off};
    auto found = sessions_of(series, all, period::between(*from, *until));
    if (found.findings.has_errors()) throw refusal(std::move(found.findings));
    tree sessions = tree::array();
    for (auto const& each : found.sessions) {
        sessions.add(tree::object(
            {{"start", written(each.when.from)},
             {"moved_from", day_or_null(each.moved_from())},
             {"moved_by", each.passed.empty() ? null() : tree(reason(each.passed[0].because, asked.language()))}}));
    }
    tree refused = tree::array();
    for (auto const& each : found.refused)
        refused.add(tree::object({{"day", day_or_null(each.day)}, {"reason", reason(each.because, asked.language())}}));
    out.put("sessions", std::move(sessions)).put("refused", std::move(refused));
}

constexpr known_question questions[] = {{"working_day", answer_working_day},
                                        {"holidays", answer_holidays},
                                        {"lunar", answer_lunar},
                                        {"solar", answer_solar},
                                        {"common_hours", answer_common_hours},
                                        {"series", answer_series}};

}  // namespace

std::span<known_question const> calendar_questions() { return questions; }

}  // namespace answers
