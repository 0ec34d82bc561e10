// Shows: the monthly online conference of Bach Mai and JIHS over a year: two clocks, two calendars of holidays, what was
// moved and why; whether another rule would be better, proven by trying them all; and which sessions were held.
// Read first: 05_law_over_time. That there is such a conference is in the articles; the day, the hours and the evidence
// are synthetic, since the article gives none.
//
// usage: example_08_monthly_conference [network.json]      run in the folder examples/
#include "network_files.hpp"
#include <lienvien/calendar/japan.hpp>
#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/lienvien.hpp>
#include <lienvien/planning/find_meeting.hpp>
#include <lienvien/planning/session_record.hpp>
#include <lienvien/text/print_answer.hpp>

#include <iostream>
#include <string>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

void say(std::string const& lead, std::string const& words) {
    for (auto const& line : hanging(lead, words, style{}.width)) std::cout << line << '\n';
}
std::string clock_time(std::chrono::minutes time) {
    std::string const minutes = std::to_string(time.count() % 60);
    std::string const hours = std::to_string(time.count() / 60);
    return (hours.size() < 2 ? "0" : "") + hours + ":" + (minutes.size() < 2 ? "0" : "") + minutes;
}
/// "15:00 to 16:00" on the wall of one side.
std::string on_the_wall(meeting_side const& side, window_of_time when) {
    auto const shown = [&](sys_seconds at) {
        auto const local = side.party.clock.to_local(at);
        return clock_time(
            std::chrono::duration_cast<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local)));
    };
    return shown(when.from) + "–" + shown(when.until);
}
std::string name_of_weekday(std::chrono::weekday day, language in) {
    static constexpr label names[7] = {{"Chủ nhật", "Sunday"},  {"thứ Hai", "Monday"},   {"thứ Ba", "Tuesday"},
                                       {"thứ Tư", "Wednesday"}, {"thứ Năm", "Thursday"}, {"thứ Sáu", "Friday"},
                                       {"thứ Bảy", "Saturday"}};
    return std::string(names[day.c_encoding()].in(in));
}

// [region sides]
/// The two sides: when each can be met at all, and its usual hours. Synthetic: no source gives the hours.
std::vector<meeting_side> both_sides(network const& all) {
    auto const name = [&](institution_id const& id) { return std::string(name_of(id, all).in(language::vi)); };
    return {
        {{name("bach-mai"_institution), vietnam_time(), {7h, 18h}, vietnam::calendar(2025y, 2027y).value()}, {8h, 17h}},
        {{name("jihs"_institution), japan_time(), {8h, 19h}, japan::calendar(2025y, 2027y).value()},
         {9h, 17h + 30min}}};
}
// [endregion sides]

void tell_year(meeting_search const& asked, consultation_series const& series, language in) {
    bool const vietnamese = in == language::vi;
    auto const year = sessions_of(series, parties_of(asked), judged_days(asked, series.days));
    for (auto const& session : year.sessions) {
        std::string words = name_of_weekday(std::chrono::weekday(session.day), in);
        words += (vietnamese ? ", Hà Nội " : ", Ha Noi ") + on_the_wall(asked.sides[0], session.when);
        words += ", Tokyo " + on_the_wall(asked.sides[1], session.when);
        say("  " + format_day(session.day) + "  ", words);
        for (auto const& passed : session.passed) {
            std::string because;
            for (auto const& each : passed.because) because += (because.empty() ? "" : "; ") + to_string(each, in);
            say("      ← ", format_day(passed.day) + ": " + because);
        }
    }
}

void tell(network const& all, consultation const& conference, language in) {
    bool const vietnamese = in == language::vi;
    auto const text_in = [&](char const* vi, char const* en) { return std::string(vietnamese ? vi : en); };
    std::cout << conference.name.in(in) << "\n\n";
    say("",
        text_in("Bài báo 000 nói hai bên hội chẩn hàng tháng; ngày, giờ và ghi nhận dưới đây là giả định.",
                "Article 000 says that the two meet monthly; the day, the hours and the records below are synthetic."));
    std::cout << '\n';
    // [region search]
    meeting_search const asked{.sides = both_sides(all),
                               .anchor = 0,  // the rule stands on the clock of Ha Noi
                               .rhythm = meeting_rhythm::monthly,
                               .length = 60min,
                               .when_off = session_off::next,
                               .from = day(2026y / 1 / 1),
                               .turns = 12};
    consultation_series const first_thursday{
        recurrence::every_nth(asked.from, 1, std::chrono::Thursday, month_end::refuse), 15h, asked.length,
        asked.when_off};
    auto const value = value_of(asked, first_thursday);
    auto const answer = find_meeting(asked);
    // [endregion search]
    say("",
        text_in(
            "Thứ Năm đầu tháng, 15:00 giờ Hà Nội; gặp ngày nghỉ của một bên thì lùi sang ngày làm việc chung kế tiếp:",
            "First Thursday of the month, 15:00 in Ha Noi; on a holiday of either side the next day on which both "
            "work:"));
    tell_year(asked, first_thursday, in);
    auto const told = [&](meeting_value const& of) {
        return std::to_string(of.lost) + text_in(" buổi mất, ", " lost, ") + std::to_string(of.moved) +
               text_in(" buổi dời, nhiều nhất ", " moved, at most ") + std::to_string(of.worst_minutes) +
               text_in(" phút ngoài giờ cho một bên", " minutes outside the usual hours of one side");
    };
    say("  = ", told(value));
    std::cout << '\n';
    if (!answer.has_plan()) return;
    auto const& best = answer.best();
    auto const& first = best.plan.held.sessions.front();
    auto const nth = (static_cast<unsigned>(year_month_day(first.day).day()) + 6) / 7;
    say("", text_in("Quy tắc tốt nhất trong 35 thứ và 48 giờ bắt đầu: buổi đầu ",
                    "The best rule of 35 weekdays of the month and 48 times of day: its first session on ") +
                format_day(first.day) + " (" + name_of_weekday(std::chrono::weekday(first.day), in) +
                text_in(" thứ ", ", number ") + std::to_string(nth) + text_in(" trong tháng), ", " of the month), ") +
                clock_time(best.plan.series.starts) + text_in(" giờ Hà Nội", " in Ha Noi"));
    say("  = ", told(best.value) + (best.proven() ? text_in("; đã thử hết, không quy tắc nào tốt hơn",
                                                            "; all were tried, none is better")
                                                  : std::string()));
    bool const sound = verify(asked, best.plan).keeps_all();
    say("  = ", sound ? text_in("kiểm lại độc lập: đúng", "checked independently: sound")
                      : text_in("kiểm lại độc lập: sai", "checked independently: not sound"));
    std::cout << '\n';
    // [region records]
    std::vector<session_evidence> const evidence{
        {day(2026y / 1 / 2)}, {day(2026y / 2 / 5)}, {day(2026y / 3 / 9)}, {day(2026y / 4 / 2), truth::unknown}};
    auto const year = sessions_of(first_thursday, parties_of(asked), judged_days(asked, first_thursday.days));
    auto const records = session_records(year, day(2026y / 6 / 10), std::chrono::days(7), evidence);
    // [endregion records]
    say("", text_in("Tính đến hết ngày 2026-06-10, mỗi buổi được chậm hay sớm tối đa 7 ngày (ghi nhận giả định):",
                    "As of the end of 2026-06-10, each session at most 7 days early or late (synthetic records):"));
    for (auto const& each : records) {
        if (each.state == session_state::to_come && *each.due > day(2026y / 7 / 31)) continue;
        char const* sign = is_yes(each.discharges()) ? "✓ " : is_no(each.discharges()) ? "✗ " : "? ";
        say("  " + format_day(*each.due) + " " + sign,
            std::string(label_of(each.state).in(in)) + ": " + std::string(each.reason.in(in)));
    }
}

}  // namespace

int main(int count, char* arguments[]) {
    auto const found = read_network_files({count > 1 ? arguments[1] : "data/articles.json"});
    if (!found) return 1;
    for (auto const& conference : found->consultations) {
        if (conference.id != "jp-bach-mai-monthly"_consultation) continue;
        tell(*found, conference, language::vi);
        std::cout << '\n';
        tell(*found, conference, language::en);
    }
    return 0;
}
