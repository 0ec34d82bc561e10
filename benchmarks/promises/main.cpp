// What promises cost: the due days of monthly clauses for ten years, moved to a working day of Viet Nam; and the fold of a
// long log of events, whole and in 64 pieces.
//
//     benchmark_promises [clauses] [events]        default 200000 and 1000000
//
// The due days of the table are compared with those of the reasoned way for some clauses, and the pieces with the whole; a
// difference fails the program.

#include "../measuring.hpp"
#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/lifecycle/due_days.hpp>
#include <lienvien/lifecycle/promise_history.hpp>

#include <support/stream.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

namespace {

using namespace lienvien;
using measuring::best_of;
using support::stream;
using namespace std::chrono_literals;

constexpr int turns_each = 120;

struct clause_due {
    std::chrono::year_month first;
    due_every rule;
};
std::vector<clause_due> make_clauses(std::size_t count) {
    stream chance{20260101};
    std::vector<clause_due> made;
    made.reserve(count);
    for (std::size_t each = 0; each < count; ++each) {
        auto const first = 2024y / 1 + std::chrono::months(chance.below(36));
        made.push_back(
            {first, due_every(recurrence::every_month(first / 1, 1 + chance.below(31), month_end::last_of_month),
                              chance.below(4) == 0 ? when_off::modified_following : when_off::following)});
    }
    return made;
}
std::vector<promise_event> make_log(std::size_t count) {
    stream chance{20261122};
    std::vector<promise_event> log;
    log.reserve(count);
    for (std::size_t each = 0; each < count; ++each) {
        log.push_back(
            {.id = promise_event_id::checked("e-" + std::to_string(each)),
             .kind = promise_event_kind::performed,
             .on = sys_days(2026y / 1 / 1) + std::chrono::days(static_cast<int>(each * 365 / count) + chance.below(4)),
             .about = commitment_id::checked("c-" + std::to_string(chance.below(1000)))});
    }
    return log;
}

}  // namespace

int main(int count, char** words) {
    std::size_t clauses = 200'000;
    std::size_t events = 1'000'000;
    if (!measuring::read_counts(count, words, {{"clauses", clauses}, {"events", events}})) return 2;
    auto const calendar = vietnam::calendar(2023y, 2038y).value();
    auto const table = *working_day_table::of(calendar, *calendar.known());
    auto const all = make_clauses(clauses);
    std::uint64_t sum = 0;
    double const table_time = best_of(7, [&] {
        sum = 0;
        for (auto const& each : all) {
            auto const due = monthly_due_days(each.rule, table, each.first, turns_each);
            if (!due) std::abort();
            for (sys_days const day : *due) sum += static_cast<std::uint64_t>(day.time_since_epoch().count());
        }
    });
    for (std::size_t at = 0; at < all.size(); at += 97) {
        auto const due = monthly_due_days(all[at].rule, table, all[at].first, turns_each);
        occurrences const turns(all[at].rule.rule(), between(all[at].first / 1, 2050y / 1 / 1));
        auto turn = turns.begin();
        for (sys_days const day : *due) {
            auto const reasoned = detail::moved_day(calendar, *(*turn).day, all[at].rule.moved());
            if (reasoned.day != partial_date(day)) {
                std::fputs("the table and the calendar do not agree\n", stderr);
                return 1;
            }
            ++turn;
        }
    }
    std::printf("%zu monthly clauses x %d due days: %.2f ns a due day, checksum %016llx\n", clauses, turns_each,
                table_time * 1e9 / static_cast<double>(clauses * turns_each), static_cast<unsigned long long>(sum));

    auto const log = make_log(events);
    promise_history whole;
    double const whole_time = best_of(3, [&] { whole = promise_history(std::span<promise_event const>(log)); });
    promise_history pieces;
    double const pieces_time = best_of(1, [&] {
        std::vector<promise_history> parts;
        std::size_t const length = events / 64 + 1;
        for (std::size_t at = 0; at < events; at += length)
            parts.emplace_back(
                std::span<promise_event const>(log).subspan(at, at + length < events ? length : events - at));
        for (std::size_t width = 1; width < parts.size(); width *= 2) {
            for (std::size_t at = 0; at + width < parts.size(); at += 2 * width)
                parts[at] += std::move(parts[at + width]);
        }
        pieces = std::move(parts.front());
    });
    promise_history one_by_one;
    double const single_time = best_of(1, [&] {
        one_by_one = {};
        for (auto const& each : log) one_by_one += each;
    });
    std::printf("%zu events: whole %.0f ns an event, in 64 pieces %.0f ns, one by one %.0f ns\n", events,
                whole_time * 1e9 / static_cast<double>(events), pieces_time * 1e9 / static_cast<double>(events),
                single_time * 1e9 / static_cast<double>(events));
    if (!(whole == pieces) || !(whole == one_by_one)) {
        std::fputs("the pieces do not come to the whole\n", stderr);
        return 1;
    }
    return 0;
}
