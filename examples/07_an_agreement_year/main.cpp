// Shows: one agreement over one year, both directions: what fell due and why on that day, what was done, what was late and
// whose delay it was, what stood still, and what is open when the year is over.
// Read first: 02_write_down_a_network. The agreement and what was promised in it are those of article 004; the article gives
// neither days nor numbers, so the due days, the suspension and every event are synthetic.
//
// usage: example_07_an_agreement_year [network.json ...]      run in the folder examples/
#include "network_files.hpp"
#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/lifecycle/check_history.hpp>
#include <lienvien/lifecycle/ledger.hpp>
#include <lienvien/lifecycle/timeline.hpp>
#include <lienvien/text/layout.hpp>
#include <lienvien/text/print.hpp>
#include <lienvien/text/style.hpp>
#include <lienvien/text/words.hpp>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr auto pact = "k-gia-an-115"_agreement;
constexpr auto k = "k"_institution;
constexpr auto gia_an = "gia-an-115"_institution;
constexpr sys_days first = day(2026y / 1 / 1);
constexpr sys_days last = day(2026y / 12 / 31);

// [region terms]
/// What the article leaves open, made up: when each promise falls due, and what shows that it was kept.
std::vector<promise_terms> made_up_terms() {
    auto const source = synthetic("days and numbers that the article does not give");
    auto const quarterly = recurrence::every_month(day(2026y / 3 / 1), 31, month_end::last_of_month, 3);
    return {
        {.commitment = "k-ga-courses"_commitment,
         .due = due_every(quarterly, when_off::preceding),
         .while_suspended = suspended_turns::wait,
         .source = source},
        {.commitment = "k-ga-packages"_commitment,
         .due = due_on(partial_date(2026y / 9 / 30), when_off::following),
         .discharged_by = {discharge_kind::signed_acceptance},
         .source = source},
        {.commitment = "k-ga-telemedicine"_commitment, .due = working_days_after(request_made{}, 3), .source = source},
        {.commitment = "ga-k-records"_commitment,
         .due = months_after(milestone_reached{"record-system-chosen"_milestone}, 3, month_end::last_of_month,
                             when_off::following),
         .source = source},
        {.commitment = "ga-k-imaging"_commitment,
         .due = due_on(partial_date(2026y / 8 / 31), when_off::following),
         .source = source}};
}
// [endregion terms]

// [region log]
/// What happened in the year, made up.
std::vector<promise_event> made_up_log() {
    std::vector<promise_event> log;
    auto const tell = [&](promise_event_id id, promise_event_kind kind, event_subject about,
                          year_month_day on) -> promise_event& {
        log.push_back({.id = id, .kind = kind, .on = day(on), .about = std::move(about), .source = synthetic()});
        return log.back();
    };
    using enum promise_event_kind;
    tell("course-1"_promise_event, performed, "k-ga-courses"_commitment, 2026y / 3 / 12);
    tell("system-chosen"_promise_event, reached, "record-system-chosen"_milestone, 2026y / 3 / 31);
    tell("case-1"_promise_event, requested, "k-ga-telemedicine"_commitment, 2026y / 4 / 24).by = gia_an;
    tell("case-1-held"_promise_event, performed, "k-ga-telemedicine"_commitment, 2026y / 4 / 29).evidence =
        discharge_kind::held_session;
    tell("courses-stop"_promise_event, suspended, "k-ga-courses"_commitment, 2026y / 6 / 1).by = gia_an;
    tell("records-advice"_promise_event, performed, "ga-k-records"_commitment, 2026y / 6 / 22).by = gia_an;
    tell("courses-go-on"_promise_event, resumed, "k-ga-courses"_commitment, 2026y / 7 / 20).by = gia_an;
    tell("course-2"_promise_event, performed, "k-ga-courses"_commitment, 2026y / 7 / 20);
    tell("course-3"_promise_event, performed, "k-ga-courses"_commitment, 2026y / 9 / 17);
    tell("packages-part"_promise_event, performed, "k-ga-packages"_commitment, 2026y / 9 / 25);  // nothing signed
    tell("packages-accepted"_promise_event, performed, "k-ga-packages"_commitment, 2026y / 10 / 21).evidence =
        discharge_kind::signed_acceptance;
    tell("case-2"_promise_event, requested, "k-ga-telemedicine"_commitment, 2026y / 11 / 16).by = gia_an;
    tell("case-2-held"_promise_event, performed, "k-ga-telemedicine"_commitment, 2026y / 11 / 18).evidence =
        discharge_kind::held_session;
    return log;
}
// [endregion log]

void say(std::string const& lead, std::string const& words) {
    for (auto const& line : hanging(lead, words, style{}.width)) std::cout << line << '\n';
}
void heading(label words, language in) { std::cout << words.in(in) << '\n'; }

std::string_view mark_of(promise_state state) {
    switch (state) {
        case promise_state::fulfilled:
            return "✓ ";
        case promise_state::fulfilled_late:
            return "! ";
        case promise_state::violated_open:
            return "✗ ";
        default:
            return "· ";
    }
}

void tell(promise_book const& book, promise_history const& history, working_calendar const& calendar, language in) {
    bool const vietnamese = in == language::vi;
    auto const& written = book.written();
    auto const what = [&](commitment_id const& id) { return std::string(book.find(id)->what->what.in(in)); };
    auto const who = [&](institution_id const& id) { return std::string(name_of(id, written).in(in)); };

    std::cout << name_of(pact, written).in(in) << ", 2026\n";
    say("", vietnamese ? "Cam kết lấy từ bài báo; mọi thời hạn, con số và sự kiện đều giả định."
                       : "The promises are those of the article; every due day, number and event is synthetic.");
    std::cout << '\n';

    heading({"Trong năm", "In the year"}, in);
    auto const year =
        timeline_of(book, history, {.agreement = pact}, first, last + std::chrono::days(1), last, calendar);
    for (auto const& each : year.lines) {
        if (!each.turn) continue;
        auto const& turn = *each.turn;
        std::string words =
            format_day(each.day) + "  " + what(*each.commitment) + ": " + std::string(label_of(turn.state).in(in));
        if (turn.done_on) words += " (" + format_day(*turn.done_on) + ")";
        say("  " + std::string(mark_of(turn.state)), words);
        say("      ", std::string(each.why.in(in)) + (turn.why.empty() ? "" : "; " + std::string(turn.why.in(in))));
        if (turn.blame) say("      ", (vietnamese ? "trễ do " : "the delay is that of ") + who(*turn.blame));
    }
    std::cout << '\n';

    auto const owed = ledger_on(book, history, last, calendar, pact);
    for (auto const& [giver, receiver] : {std::pair{k, gia_an}, std::pair{gia_an, k}}) {
        std::cout << who(giver) << " → " << who(receiver) << '\n';
        for (auto const& each : owed.from_to(giver, receiver)) {
            std::string words = what(each.commitment) + ": " + std::string(label_of(each.state).in(in)) + "; " +
                                (vietnamese ? "đã giao " : "given ") + each.given.to_string();
            if (each.open != items(0)) words += (vietnamese ? ", còn nợ " : ", open ") + each.open.to_string();
            if (each.overdue != items(0))
                words += (vietnamese ? ", quá hạn " : ", overdue ") + each.overdue.to_string();
            if (each.undated != items(0)) words += vietnamese ? ", chưa rõ hạn" : ", due date not known";
            if (each.blame) words += (vietnamese ? "; trách nhiệm: " : "; to blame: ") + who(*each.blame);
            say("  " + std::string(mark_of(each.state)), words);
        }
    }
    std::cout << '\n';

    heading({"Ghi chú về các sự kiện", "Notes on the events"}, in);
    for (auto const& each : check(book, history, last, calendar)) say("  ? ", std::string(each.message.in(in)));
    std::cout << '\n';
}

}  // namespace

int main(int count, char* arguments[]) {
    std::vector<std::string> files(arguments + 1, arguments + count);
    if (files.empty()) files = {"data/articles.json"};
    auto const read = read_network_files(files);
    auto const calendar = vietnam::calendar(2023y, 2028y);
    if (!read || !calendar) return 1;

    promise_book const book(*read, made_up_terms());
    print(std::cerr, book.found(), language::en);
    promise_history const history{made_up_log()};
    tell(book, history, *calendar, language::vi);
    tell(book, history, *calendar, language::en);
    return 0;
}
