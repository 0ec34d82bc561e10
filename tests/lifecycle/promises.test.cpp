#include <lienvien/lifecycle/check_history.hpp>
#include <lienvien/lifecycle/ledger.hpp>
#include <lienvien/lifecycle/timeline.hpp>

#include <support/catch.hpp>

#include <lifecycle/made_promises.hpp>

// Promises between hospitals: when they fall due, what discharges them, whose fault a delay is, and what is left when an
// agreement ends. All agreements here are made up, but for those read from the five articles.

using namespace made;
using enum promise_event_kind;

namespace {

/// Vietnamese weekends only; the days of 2025 to 2028 are known.
working_calendar const weekends(working_calendar::part{
    .name = "VN", .known = between(2025y / 1 / 1, 2029y / 1 / 1), .rest = saturday_and_sunday});
constexpr auto c = "c"_commitment;

promise_standing on(network const& all, promise_terms terms, told const& log, year_month_day today) {
    return *standing_on(promise_book(all, {std::move(terms)}), log.history(), c, day(today), weekends);
}
promise_state state_on(network const& all, promise_terms const& terms, told const& log, year_month_day today) {
    return on(all, terms, log, today).state;
}
due_every monthly(int number) {
    return {recurrence::every_month(day(2026y / 1 / 1), number, month_end::last_of_month), when_off::following};
}

}  // namespace

TEST_CASE("an undated promise is owed and never late: its due date is not known") {
    auto const all = one_agreement({owed("c")});
    auto const stands = on(all, {.commitment = c}, {}, 2026y / 12 / 31);
    CHECK(stands.state == promise_state::due);
    CHECK(stands.turns.size() == 1);
    CHECK(is_unknown(stands.turns[0].late));
    CHECK(stands.turns[0].due.day == partial_date::unknown());
    CHECK(to_string(stands.turns[0].due, language::vi) == "chưa rõ hạn");
    CHECK_FALSE(stands.blame());
}

TEST_CASE("a promise for a day is due, then violated but open with blame, then fulfilled late") {
    auto const all = one_agreement({owed("c")});
    promise_terms const terms{.commitment = c, .due = due_on(partial_date(2026y / 3 / 14), when_off::following)};
    told log;
    CHECK(state_on(all, terms, log, 2025y / 12 / 1) == promise_state::not_begun);
    CHECK(state_on(all, terms, log, 2026y / 3 / 16) == promise_state::due);  // 14 March is a Saturday: moved to Monday
    auto const late = on(all, terms, log, 2026y / 3 / 17);
    CHECK(late.state == promise_state::violated_open);
    CHECK(late.blame() == giver);
    CHECK(late.first_broken_on() == day(2026y / 3 / 17));
    CHECK(to_string(late.turns[0].due, language::en) ==
          "2026-03-14, moved to 2026-03-16: 2026-03-14 VN: weekly rest; 2026-03-15 VN: weekly rest");

    log.add(performed, c, 2026y / 4 / 2);
    CHECK(state_on(all, terms, log, 2026y / 4 / 1) == promise_state::violated_open);  // not yet told to have happened
    auto const done = on(all, terms, log, 2026y / 4 / 2);
    CHECK(done.state == promise_state::fulfilled_late);
    CHECK(done.turns[0].evidence == std::vector{"e0"_promise_event});
    CHECK(done.turns[0].blame == giver);
    CHECK_FALSE(done.blame());  // nothing is open

    log.log[0].on = day(2026y / 3 / 16);
    CHECK(state_on(all, terms, log, 2026y / 4 / 2) == promise_state::fulfilled);
}

TEST_CASE("a due date that a source gives as a month is late only when the month is over") {
    auto all = one_agreement({owed("c")});
    all.agreements[0].commitments[0].due = partial_date::month(2026y / 3);
    told log;
    CHECK(is_unknown(on(all, {.commitment = c}, log, 2026y / 3 / 20).turns[0].late));
    CHECK(state_on(all, {.commitment = c}, log, 2026y / 3 / 31) == promise_state::due);
    CHECK(state_on(all, {.commitment = c}, log, 2026y / 4 / 1) == promise_state::violated_open);
    log.add(performed, c, 2026y / 3 / 20);
    auto const done = on(all, {.commitment = c}, log, 2026y / 4 / 1);
    CHECK(done.state == promise_state::fulfilled);
    CHECK(is_unknown(done.turns[0].late));
}

TEST_CASE("a relative due date counts from its event, in days, working days or months with the policy of the clause") {
    auto const all = one_agreement({owed("c")});
    told log;
    auto const due = [&](due_after const& rule) {
        return on(all, {.commitment = c, .due = rule}, log, 2026y / 6 / 1).turns[0].due.day;
    };
    milestone_reached const licence{"licence"_milestone};
    CHECK(due(days_after(licence, 30, when_off::unchanged)) == partial_date::unknown());  // has not come yet
    log.add(reached, "licence"_milestone, 2026y / 1 / 31);
    CHECK(due(days_after(licence, 30, when_off::unchanged)) == partial_date(2026y / 3 / 2));
    CHECK(due(days_after(licence, 28, when_off::following)) == partial_date(2026y / 3 / 2));  // from Saturday
    CHECK(due(working_days_after(licence, 10)) == partial_date(2026y / 2 / 13));
    CHECK(due(months_after(licence, 1, month_end::last_of_month, when_off::unchanged)) == partial_date(2026y / 2 / 28));
    CHECK(due(months_after(licence, 1, month_end::first_of_next, when_off::unchanged)) == partial_date(2026y / 3 / 1));
    CHECK(due(months_after(licence, 1, month_end::refuse, when_off::unchanged)) == partial_date::unknown());
    CHECK(due(days_after(agreement_signed{}, 30, when_off::unchanged)) == partial_date(2026y / 1 / 14));
    CHECK(due(days_after(agreement_begins{}, 30, when_off::unchanged)) == partial_date(2026y / 1 / 31));
    // Where the calendar does not know the days, neither does anybody.
    CHECK(due(days_after(agreement_begins{}, 4000, when_off::following)) == partial_date::unknown());

    auto vague = all;
    vague.agreements[0].in_force.from = partial_date::month(2026y / 2);
    auto const range =
        on(vague, {.commitment = c, .due = days_after(agreement_begins{}, 10, when_off::unchanged)}, log, 2026y / 6 / 1)
            .turns[0];
    CHECK(range.due.day == partial_date::unknown().not_before(day(2026y / 2 / 11)).not_after(day(2026y / 3 / 10)));
    CHECK(range.state == promise_state::violated_open);  // later than every day that it could be
}

TEST_CASE("a monthly promise has a turn each month; an early surplus does not pay for a turn that has not begun") {
    auto const all = one_agreement({owed("c", commitment_kind::maintenance)});
    promise_terms const terms{.commitment = c, .due = monthly(31)};
    told log;
    log.add(performed, c, 2026y / 1 / 10);
    log.add(performed, c, 2026y / 1 / 20);  // a second one in January is more than is owed
    auto const spring = on(all, terms, log, 2026y / 3 / 15);
    CHECK(spring.turns.size() == 3);  // January, February (28th, moved to 2 March), March
    CHECK(spring.turns[0].state == promise_state::fulfilled);
    CHECK(spring.turns[1].state == promise_state::violated_open);
    CHECK(spring.turns[1].due.day == partial_date(2026y / 3 / 2));
    CHECK(spring.turns[2].state == promise_state::due);
    CHECK(spring.beyond == items(1));
    CHECK(spring.state == promise_state::violated_open);

    log.add(performed, c, 2026y / 3 / 16);  // pays the oldest debt first
    auto const paid = on(all, terms, log, 2026y / 3 / 20);
    CHECK(paid.turns[1].state == promise_state::fulfilled_late);
    CHECK(paid.state == promise_state::due);
    log.add(performed, c, 2026y / 3 / 17).counts_for = day(2026y / 12 / 31);  // unless it says what it is meant for
    auto const ahead = on(all, terms, log, 2026y / 3 / 20);
    CHECK(ahead.turns[2].state == promise_state::due);
    CHECK(ahead.turns.back().state == promise_state::fulfilled);
    CHECK(ahead.beyond == items(1));
    // After the end of the agreement there are twelve turns and no thirteenth.
    CHECK(on(all, terms, log, 2027y / 5 / 1).turns.size() == 12);
}

TEST_CASE("a promise to each of several members is kept only when it is kept to all") {
    auto const all = one_agreement({owed("c")});
    promise_terms const terms{.commitment = c,
                              .due = due_on(partial_date(2026y / 5 / 4), when_off::unchanged),
                              .members = {"a"_institution, "b"_institution}};
    told log;
    log.add(performed, c, 2026y / 5 / 1).member = "a"_institution;
    log.add(performed, c, 2026y / 5 / 1);  // for whom?
    auto const half = on(all, terms, log, 2026y / 5 / 5);
    CHECK(half.turns.size() == 2);
    CHECK(half.turns[0].state == promise_state::fulfilled);
    CHECK(half.turns[1].state == promise_state::violated_open);
    CHECK(half.turns[1].member == "b"_institution);
    CHECK(half.set_aside == std::vector{"e1"_promise_event});
    log.add(performed, c, 2026y / 5 / 6).member = "b"_institution;
    CHECK(state_on(all, terms, log, 2026y / 5 / 6) == promise_state::fulfilled_late);
}

TEST_CASE("what falls due in a suspension lapses, waits or stays open, as the clause says") {
    auto const all = one_agreement({owed("c", commitment_kind::maintenance)});
    told log;
    log.add(suspended, pact, 2026y / 2 / 10);
    log.add(resumed, pact, 2026y / 4 / 7);
    promise_terms terms{.commitment = c, .due = monthly(15)};
    auto const second = [&](suspended_turns rule, year_month_day today) {
        terms.while_suspended = rule;
        return on(all, terms, log, today).turns[1];  // 15 February, a Sunday: the 16th
    };
    CHECK(state_on(all, terms, log, 2026y / 2 / 12) == promise_state::violated_open);  // January was missed before
    log.add(performed, c, 2026y / 1 / 15);
    CHECK(state_on(all, terms, log, 2026y / 2 / 12) == promise_state::suspended);
    CHECK(second(suspended_turns::lapse, 2026y / 5 / 1).state == promise_state::cancelled);
    CHECK(second(suspended_turns::not_stated, 2026y / 5 / 1).state == promise_state::suspended);
    CHECK(second(suspended_turns::wait, 2026y / 3 / 1).state == promise_state::suspended);
    CHECK(second(suspended_turns::wait, 2026y / 4 / 7).state == promise_state::due);
    CHECK(second(suspended_turns::wait, 2026y / 4 / 8).state == promise_state::violated_open);
    CHECK(second(suspended_turns::wait, 2026y / 4 / 8).due.day == partial_date(2026y / 4 / 7));
}

TEST_CASE("a condition that has not come holds a promise back; the breach of another one can be the condition") {
    auto all = one_agreement({owed("main"), owed("c")});
    promise_terms const main{.commitment = "main"_commitment,
                             .due = due_on(partial_date(2026y / 3 / 2), when_off::unchanged)};
    promise_terms const penalty{.commitment = c,
                                .due = days_after(breach_of{"main"_commitment}, 30, when_off::unchanged),
                                .only_after = {breach_of{"main"_commitment}}};
    promise_book const book(all, {main, penalty});
    told log;
    auto const stands = [&](year_month_day today) {
        return standing_on(book, log.history(), c, day(today), weekends)->state;
    };
    CHECK(book.consequences_of("main"_commitment) == std::vector{c});
    CHECK(stands(2026y / 3 / 2) == promise_state::conditional);
    CHECK(stands(2026y / 3 / 3) == promise_state::due);
    CHECK(stands(2026y / 4 / 2) == promise_state::due);
    CHECK(stands(2026y / 4 / 3) == promise_state::violated_open);
    log.add(performed, "main"_commitment, 2026y / 3 / 1);
    CHECK(stands(2026y / 4 / 3) == promise_state::conditional);
}

TEST_CASE("what is kept up holds until a breach is told, and again after it was made good") {
    auto const all = one_agreement({owed("c", commitment_kind::prohibition)});
    told log;
    CHECK(state_on(all, {.commitment = c}, log, 2026y / 2 / 1) == promise_state::in_force);
    log.add(breached, c, 2026y / 2 / 2);
    auto const broken = on(all, {.commitment = c}, log, 2026y / 2 / 3);
    CHECK(broken.state == promise_state::violated_open);
    CHECK(broken.blame() == giver);
    log.add(remedied, c, 2026y / 2 / 9);
    CHECK(state_on(all, {.commitment = c}, log, 2026y / 2 / 8) == promise_state::violated_open);
    CHECK(state_on(all, {.commitment = c}, log, 2026y / 2 / 9) == promise_state::in_force);
    CHECK(state_on(all, {.commitment = c}, log, 2027y / 1 / 1) == promise_state::fulfilled_late);
    log.log[0].by = taker;
    log.log.pop_back();
    CHECK(on(all, {.commitment = c}, log, 2026y / 3 / 1).blame() == taker);
}

TEST_CASE("at the end of an agreement what is late stays owed, what survives is owed, the rest is over") {
    auto const all = one_agreement({owed("c")});
    promise_terms terms{.commitment = c, .due = due_on(partial_date(2027y / 6 / 1), when_off::unchanged)};
    told log;
    CHECK(state_on(all, terms, log, 2026y / 12 / 31) == promise_state::due);
    CHECK(state_on(all, terms, log, 2027y / 1 / 1) == promise_state::not_known);  // nobody said whether it survives
    terms.survives = truth::no;
    CHECK(state_on(all, terms, log, 2027y / 1 / 1) == promise_state::expired);
    terms.survives = truth::yes;
    CHECK(state_on(all, terms, log, 2027y / 1 / 1) == promise_state::survived);
    CHECK(state_on(all, terms, log, 2027y / 6 / 2) == promise_state::violated_open);
    terms.survives = truth::no;
    terms.due = due_on(partial_date(2026y / 6 / 1), when_off::unchanged);
    CHECK(state_on(all, terms, log, 2027y / 6 / 2) == promise_state::violated_open);
}

TEST_CASE("an agreement is prolonged by a renewal in time and by nothing else") {
    auto const all = one_agreement({owed("c", commitment_kind::permission)});
    promise_book const book(all);
    told log;
    auto const ends = [&](year_month_day today) {
        return span_of(book, log.history(), all.agreements[0], day(today)).valid.until;
    };
    CHECK(ends(2030y / 1 / 1) == partial_date(2027y / 1 / 1));
    CHECK(state_on(all, {.commitment = c}, log, 2027y / 1 / 1) == promise_state::expired);
    log.add(renewed, pact, 2027y / 1 / 2).until = day(2028y / 1 / 1);  // a day too late
    CHECK(ends(2030y / 1 / 1) == partial_date(2027y / 1 / 1));
    CHECK(check(book, log.history(), day(2030y / 1 / 1), weekends).contains("renewed-after-end"_finding));
    log.add(renewed, pact, 2026y / 12 / 1);  // until when?
    CHECK(check(book, log.history(), day(2030y / 1 / 1), weekends).contains("renewal-without-end"_finding));
    log.add(renewed, pact, 2026y / 12 / 2).until = day(2028y / 1 / 1);
    CHECK(ends(2026y / 12 / 1) == partial_date(2027y / 1 / 1));  // not yet told
    CHECK(ends(2026y / 12 / 2) == partial_date(2028y / 1 / 1));
    CHECK(state_on(all, {.commitment = c}, log, 2027y / 6 / 1) == promise_state::in_force);
    log.add(terminated, pact, 2027y / 3 / 1);
    CHECK(ends(2030y / 1 / 1) == partial_date(2027y / 3 / 1));
    CHECK(state_on(all, {.commitment = c}, log, 2027y / 6 / 1) == promise_state::expired);
}

TEST_CASE("a power belongs to its holder: others cannot use it, and only the creditor gives up a promise") {
    auto all = one_agreement({owed("stop", commitment_kind::power), owed("c")});
    promise_book const book(all, {{.commitment = "stop"_commitment, .power = power_kind::suspend}});
    told log;
    log.add(suspended, pact, 2026y / 2 / 1).by = giver;  // the power is the creditor's
    log.add(cancelled, c, 2026y / 2 / 2).by = giver;
    CHECK(standing_on(book, log.history(), c, day(2026y / 3 / 1), weekends)->state == promise_state::due);
    CHECK(check(book, log.history(), day(2026y / 3 / 1), weekends).count(severity::error) == 2);
    log.add(suspended, pact, 2026y / 2 / 3).by = taker;
    CHECK(standing_on(book, log.history(), c, day(2026y / 3 / 1), weekends)->state == promise_state::suspended);
    log.add(cancelled, c, 2026y / 2 / 4).by = taker;
    CHECK(standing_on(book, log.history(), c, day(2026y / 3 / 1), weekends)->state == promise_state::cancelled);
}

TEST_CASE("a promise that another one replaces ends where that begins, and a successor answers for its debtor") {
    auto all = one_agreement({owed("c"), owed("new")});
    all.successions.push_back({giver, "north-new"_institution, succession_kind::merger, 2026y / 4 / 1, synthetic()});
    promise_book const book(all, {{.commitment = c, .due = due_on(partial_date(2026y / 5 / 1), when_off::unchanged)},
                                  {.commitment = "new"_commitment,
                                   .due = due_on(partial_date(2026y / 5 / 1), when_off::unchanged),
                                   .binding = validity(from(2026y / 3 / 1)),
                                   .instead_of = c}});
    auto const stands = [&](commitment_id const& id, year_month_day today) {
        return *standing_on(book, {}, id, day(today), weekends);
    };
    CHECK(stands(c, 2026y / 2 / 28).state == promise_state::due);
    CHECK(stands("new"_commitment, 2026y / 2 / 28).state == promise_state::not_begun);
    CHECK(stands(c, 2026y / 3 / 1).state == promise_state::cancelled);
    CHECK(stands("new"_commitment, 2026y / 5 / 2).blame() == "north-new"_institution);
}
