#include <lienvien/lifecycle/check_history.hpp>
#include <lienvien/lifecycle/ledger.hpp>

#include <support/rapidcheck.hpp>

#include <cstddef>
#include <lifecycle/made_promises.hpp>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// The log of promises on random logs: cut and merged in any way, in any order of arrival, and beside a naive reading that
// goes through the year day by day.

using namespace made;
using enum promise_event_kind;

namespace {

constexpr sys_days first = day(2026y / 1 / 1);
working_calendar const weekends(working_calendar::part{
    .name = "VN", .known = between(2025y / 1 / 1, 2029y / 1 / 1), .rest = saturday_and_sunday});
int below(int limit) { return *rc::gen::inRange(0, limit); }
institution_id const houses[] = {"a"_institution, "b"_institution, "c"_institution};

/// Three agreements between three hospitals, ten commitments of all kinds and due dates, one of them proposed only.
network random_network(std::vector<promise_terms>& terms) {
    network all;
    for (int at = 0; at < 3; ++at) {
        agreement under{.id = agreement_id::checked("pact-" + std::to_string(at)),
                        .status = at == 2 ? agreement_status::proposed : agreement_status::signed_,
                        .parties = {{houses[0], {}, {}}, {houses[1], {}, {}}, {houses[2], {}, {}}},
                        .in_force = between(2026y / 1 / 1, 2026y / 1 / 1 + std::chrono::years(1 + at)),
                        .source = synthetic()};
        for (int number = 0; number < (at == 0 ? 5 : 3); ++number) {
            int const debtor = below(3);
            commitment each{.id = commitment_id::checked("c-" + std::to_string(at) + "-" + std::to_string(number)),
                            .debtor = houses[debtor],
                            .creditor = houses[(debtor + 1 + below(2)) % 3],
                            .kind = static_cast<commitment_kind>(1 + below(3)),
                            .activity = activity::training,
                            .every = below(4) == 0 ? frequency::on_demand : frequency::not_known,
                            .source = synthetic()};
            if (below(2) == 0) each.quantity = items(1 + below(4));
            promise_terms own{.commitment = each.id};
            switch (below(5)) {
                case 0:
                    own.due = due_every(recurrence::every_month(first, 1 + below(31), static_cast<month_end>(below(4))),
                                        when_off::following);
                    break;
                case 1:
                    own.due = due_on(partial_date(first + std::chrono::days(below(400))), when_off::unchanged);
                    break;
                case 2:
                    own.due = days_after(milestone_reached{"m"_milestone}, below(60), when_off::following);
                    break;
                case 3:
                    own.due = days_after(request_made{}, below(9), when_off::unchanged);
                    break;
                default:
                    break;
            }
            own.while_suspended = static_cast<suspended_turns>(below(3));
            own.survives = static_cast<truth>(below(3) - 1);
            if (number > 0 && below(4) == 0) own.only_after.push_back(breach_of{under.commitments.front().id});
            if (below(5) == 0) own.members = {houses[0], houses[1]};
            terms.push_back(own);
            under.commitments.push_back(std::move(each));
        }
        all.agreements.push_back(std::move(under));
    }
    return all;
}
/// Events of every kind about everything, some unknown, out of order, told twice, told differently or withdrawn.
std::vector<promise_event> random_log(network const& all, int size) {
    std::vector<promise_event> log;
    for (int at = 0; at < size; ++at) {
        if (!log.empty() && below(12) == 0) {
            log.push_back(log[static_cast<std::size_t>(below(static_cast<int>(log.size())))]);
            if (below(2) == 0) log.back().on += std::chrono::days(1);
            continue;
        }
        auto const& under = all.agreements[static_cast<std::size_t>(below(3))];
        auto const& of = under.commitments[static_cast<std::size_t>(below(static_cast<int>(under.commitments.size())))];
        event_subject about = of.id;
        int const which = below(16);
        if (which == 0) about = under.id;
        if (which == 1) about = "m"_milestone;
        if (which == 2) about = "nobody-knows-it"_commitment;
        if (which == 3) about = promise_event_id::checked("e-" + std::to_string(below(size)));
        int const usual = below(3);
        promise_event made{.id = promise_event_id::checked("e-" + std::to_string(at)),
                           .kind = usual == 0   ? static_cast<promise_event_kind>(1 + below(11))
                                   : usual == 1 ? performed
                                                : requested,
                           .on = first + std::chrono::days(below(500)),
                           .about = about,
                           .source = synthetic()};
        if (which == 1) made.kind = reached;
        if (which == 3) made.kind = withdrawn;
        if (below(3) == 0) made.by = houses[below(3)];
        if (below(3) == 0) made.member = houses[below(3)];
        if (below(2) == 0) made.quantity = items(below(5));
        if (below(6) == 0) made.counts_for = first + std::chrono::days(below(400));
        if (made.kind == renewed) made.until = made.on + std::chrono::days(below(900));
        log.push_back(std::move(made));
    }
    return log;
}
/// The history of a stretch, cut at random places and put together in random brackets.
promise_history in_brackets(std::span<promise_event const> stretch) {
    if (stretch.size() < 2 || below(5) == 0) return promise_history(stretch);
    auto const cut = static_cast<std::size_t>(below(static_cast<int>(stretch.size()) + 1));
    return in_brackets(stretch.subspan(0, cut)) + in_brackets(stretch.subspan(cut));
}

}  // namespace

TEST_CASE("a log that is cut and merged anyhow says the same as one read line by line") {
    rc::prop("any bracketing is the sequential fold, and the empty stretch changes nothing", [] {
        std::vector<promise_terms> terms;
        network const all = random_network(terms);
        auto const log = random_log(all, below(60));
        promise_history const whole{std::span<promise_event const>(log)};
        promise_history sequential;
        for (auto const& each : log) sequential += each;
        RC_ASSERT(sequential == whole);
        RC_ASSERT(in_brackets(log) == whole);
        RC_ASSERT((promise_history() + whole) == whole);
        RC_ASSERT((whole + promise_history()) == whole);
        RC_ASSERT(whole.size() == log.size());
    });
    rc::prop("no state depends on the order of arrival, and telling everything again changes nothing", [] {
        std::vector<promise_terms> terms;
        network const all = random_network(terms);
        promise_book const book(all, terms);
        auto log = random_log(all, below(40));
        auto const today = first + std::chrono::days(below(600));
        promise_history const whole{std::span<promise_event const>(log)};
        auto const stands = standings_on(book, whole, today, weekends);
        RC_ASSERT(standings_on(book, whole + whole, today, weekends) == stands);
        for (std::size_t at = log.size(); at > 1; --at)
            std::swap(log[at - 1], log[static_cast<std::size_t>(below(static_cast<int>(at)))]);
        promise_history const shuffled{std::span<promise_event const>(log)};
        RC_ASSERT(standings_on(book, shuffled, today, weekends) == stands);
        // Nothing is lost: every line is still there, whatever it is about.
        std::size_t kept = 0;
        for (auto const& each : shuffled.accounts()) {
            for (auto const& event : each.events) kept += event.times;
        }
        RC_ASSERT(kept == log.size());
    });
}

TEST_CASE("what one gave is what the other received, and nothing is ever negative") {
    rc::prop("the ledger conserves", [] {
        std::vector<promise_terms> terms;
        network const all = random_network(terms);
        promise_book const book(all, terms);
        auto const log = random_log(all, below(60));
        auto const today = first + std::chrono::days(below(600));
        promise_history const history{std::span<promise_event const>(log)};
        auto const found = ledger_on(book, history, today, weekends);
        std::map<std::pair<std::string, std::string>, std::int64_t> given;
        std::map<std::pair<std::string, std::string>, std::int64_t> received;
        std::int64_t total = 0;
        for (auto const& giver_of : houses) {
            for (auto const& each : found.given_by(giver_of))
                given[{std::string(each.giver.view()), std::string(each.receiver.view())}] += each.given.count();
            for (auto const& each : found.received_by(giver_of))
                received[{std::string(each.giver.view()), std::string(each.receiver.view())}] += each.given.count();
        }
        RC_ASSERT(given == received);
        for (auto const& [pair, sum] : given) total += sum;
        // Counted again from the log itself: each event of a commitment once a member, unless it was withdrawn or does not count.
        std::int64_t counted = 0;
        for (auto const& each : standings_on(book, history, today, weekends)) {
            auto const& promised = *book.find(each.commitment);
            std::map<std::pair<std::string, std::optional<institution_id>>, promise_event const*> once;
            for (auto const& event : log) {
                if (event.about != event_subject(each.commitment) || event.on > today) continue;
                auto& slot = once[{std::string(event.id.view()), event.member}];
                if (!slot || event.mark() < slot->mark()) slot = &event;
            }
            for (auto const& [key, event] : once) {
                if (event->kind != performed) continue;
                bool taken_back = false;
                for (auto const& other : log)
                    taken_back = taken_back || (other.kind == withdrawn && other.on <= today &&
                                                other.about == event_subject(event->id));
                bool member = promised.terms.members.empty();
                for (auto const& one : promised.terms.members) member = member || event->member == one;
                if (taken_back || !member || promised.what->kind == commitment_kind::permission) continue;
                counted += promised.what->quantity ? event->quantity.value_or(items(1)).count() : 1;
            }
        }
        RC_ASSERT(total == counted);
        for (auto const& each : found.lines) {
            RC_ASSERT((each.promised + each.beyond) == (each.given + each.open));
            RC_ASSERT(each.overdue <= each.open);
            RC_ASSERT(each.undated <= each.open);
        }
    });
}

// The naive reading: one commitment, the year gone through day by day, no histories, no spans, no periods.
namespace {

struct naive_turn {
    sys_days due;
    sys_days opens;
    int given = 0;
    std::optional<sys_days> done{};
    bool out = false;  // lapsed, or in a suspension of which nothing is said
    bool waits = false;
};

std::vector<std::pair<promise_state, std::optional<sys_days>>> naive(int number, when_off moved, int needed,
                                                                     suspended_turns rule,
                                                                     std::vector<promise_event> const& log,
                                                                     sys_days today) {
    using std::chrono::days;
    constexpr int span = 500;
    bool paused[span + 1] = {};
    bool now = false;
    std::optional<sys_days> given_up;
    for (int at = 0; at <= span; ++at) {
        for (auto const& each : log) {
            if (each.on != first + days(at) || each.on > today) continue;
            if (each.kind == suspended) now = true;
            if (each.kind == resumed) now = false;
            if (each.kind == cancelled && !given_up) given_up = each.on;
        }
        paused[at] = now;
    }
    std::vector<naive_turn> turns;
    sys_days opens = first - days(1000);
    for (sys_days each = first; each < day(2027y / 1 / 1); each += days(1)) {
        year_month_day const date(each);
        auto const last = (date.year() / date.month() / std::chrono::last).day();
        auto const wanted = std::chrono::day(static_cast<unsigned>(number));
        if (date.day() != (wanted > last ? last : wanted)) continue;
        sys_days due = each;
        auto const off = [](sys_days which) { return std::chrono::weekday(which).iso_encoding() > 5; };
        while (moved == when_off::following && off(due)) due += days(1);
        naive_turn turn{due, opens};
        opens = due + days(1);
        if (auto at = (due - first).count(); paused[at]) {
            if (rule == suspended_turns::wait) {
                while (at <= span && paused[at]) ++at;
                turn.due = first + days(at);
                turn.waits = at > span;
            } else {
                turn.out = true;
            }
        }
        turns.push_back(turn);
        if (each > today) break;  // the next one is enough
    }
    for (sys_days each = first; each <= today; each += days(1)) {
        for (auto const& event : log) {
            if (event.on != each || event.kind != performed) continue;
            int left = static_cast<int>(event.quantity.value_or(items(1)).count());
            for (auto& turn : turns) {
                if (turn.out || turn.waits || each < turn.opens) continue;
                while (left > 0 && turn.given < needed) {
                    ++turn.given;
                    --left;
                    if (turn.given == needed) turn.done = each;
                }
            }
        }
    }
    std::vector<std::pair<promise_state, std::optional<sys_days>>> said;
    bool const over = today >= day(2027y / 1 / 1);
    for (auto const& turn : turns) {
        auto state = promise_state::due;
        if (turn.done) {
            state = *turn.done > turn.due ? promise_state::fulfilled_late : promise_state::fulfilled;
        } else if (turn.out) {
            state = rule == suspended_turns::lapse ? promise_state::cancelled : promise_state::suspended;
        } else if (turn.waits) {
            state = promise_state::suspended;
        } else if (given_up) {
            state = promise_state::cancelled;
        } else if (today > turn.due) {
            state = promise_state::violated_open;
        } else if (over) {
            state = promise_state::expired;
        } else if (paused[(today - first).count()]) {
            state = promise_state::suspended;
        }
        said.push_back({state, turn.done});
    }
    return said;
}

}  // namespace

TEST_CASE("the standing of a monthly promise is what a clerk finds who goes through the year day by day") {
    rc::prop("turn for turn", [] {
        int const number = 1 + below(31);
        int const needed = 1 + below(3);
        auto const moved = below(2) == 0 ? when_off::following : when_off::unchanged;
        auto const rule = static_cast<suspended_turns>(below(3));
        auto monthly = owed("c", commitment_kind::maintenance);
        monthly.quantity = items(needed);
        network const all = one_agreement({monthly});
        told log;
        int const size = below(40);
        bool gave_up = false;
        for (int at = 0; at < size; ++at) {
            int const what = below(8);
            auto const on = year_month_day(first + std::chrono::days(below(400)));
            if (what == 0 && at % 2 == 0) {
                log.add(below(2) == 0 ? suspended : resumed, event_subject("c"_commitment), on);
            } else if (what == 1 && !gave_up && below(4) == 0) {
                log.add(cancelled, "c"_commitment, on);
                gave_up = true;
            } else {
                log.add(performed, "c"_commitment, on).quantity = items(below(4));
            }
        }
        // Within a day the clerk, like the library, takes events by their names.
        detail::sort_by(log.log, [](promise_event const& a, promise_event const& b) { return a.mark() < b.mark(); });
        auto const today = first + std::chrono::days(below(450));
        promise_book const book(
            all, {{.commitment = "c"_commitment,
                   .due = due_every(recurrence::every_month(first, number, month_end::last_of_month), moved),
                   .while_suspended = rule,
                   .survives = truth::no}});
        auto const stands = *standing_on(book, log.history(), "c"_commitment, today, weekends);
        auto const expected = naive(number, moved, needed, rule, log.log, today);
        RC_ASSERT(stands.turns.size() == expected.size());
        for (std::size_t at = 0; at < expected.size(); ++at) {
            RC_ASSERT(stands.turns[at].state == expected[at].first);
            RC_ASSERT(stands.turns[at].done_on == expected[at].second);
        }
    });
}
