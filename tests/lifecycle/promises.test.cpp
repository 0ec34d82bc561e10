#include <lienvien/lifecycle/agreement_line.hpp>
#include <lienvien/lifecycle/check_history.hpp>
#include <lienvien/lifecycle/contradictions.hpp>
#include <lienvien/lifecycle/discharges.hpp>
#include <lienvien/lifecycle/ledger.hpp>
#include <lienvien/lifecycle/response_times.hpp>
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

TEST_CASE("bad events are kept with a finding, and nothing is lost") {
    auto all = one_agreement({owed("c")});
    promise_book const book(all, {{.commitment = c, .discharged_by = {discharge_kind::signed_acceptance}}});
    told log;
    log.add(performed, "later"_commitment, 2026y / 5 / 1);
    log.add(performed, c, 2026y / 4 / 1);  // out of order, and without the evidence
    log.add(renewed, "nowhere"_agreement, 2026y / 6 / 1);
    log.add(reached, c, 2026y / 6 / 2);                     // a commitment is not reached
    log.add(withdrawn, "e9"_promise_event, 2026y / 6 / 3);  // there is no such event
    log.log.push_back(log.log[0]);                          // told again
    auto const found = check(book, log.history(), day(2026y / 7 / 1), weekends);
    for (auto const code :
         {"unknown-commitment"_finding, "out-of-order"_finding, "evidence-not-agreed"_finding,
          "unknown-agreement"_finding, "not-about-this"_finding, "unknown-event"_finding, "told-again"_finding}) {
        INFO(code.view());
        CHECK(found.contains(code));
    }
    CHECK(found.size() == 7);
    CHECK(log.history().size() == 6);
    // When the agreement is written down, what was told before counts.
    auto later = all;
    later.agreements[0].commitments.push_back(owed("later"));
    promise_book const wider(later);
    CHECK(standing_on(wider, log.history(), "later"_commitment, day(2026y / 7 / 1), weekends)->state ==
          promise_state::fulfilled);
    // An event that should not have been told is withdrawn, from the day of the withdrawal on.
    log.add(withdrawn, "e0"_promise_event, 2026y / 7 / 2);
    auto const state = [&](year_month_day today) {
        return standing_on(wider, log.history(), "later"_commitment, day(today), weekends)->state;
    };
    CHECK(state(2026y / 7 / 1) == promise_state::fulfilled);
    CHECK(state(2026y / 7 / 2) == promise_state::due);
}

TEST_CASE("terms that cannot be used are refused and treated as not stated") {
    auto const all = one_agreement({owed("c"), owed("d"), owed("e")});
    promise_book const book(
        all, {{.commitment = c,
               .due = due_every(recurrence::every_month(day(2026y / 1 / 1), 32, month_end::skip), when_off::unchanged),
               .binding = validity(partial_date(2026y / 5 / 1), partial_date(2026y / 4 / 1))},
              {.commitment = "d"_commitment, .only_after = {fulfilment_of{"e"_commitment}}},
              {.commitment = "e"_commitment, .only_after = {breach_of{"d"_commitment}}},
              {.commitment = c},
              {.commitment = "ghost"_commitment}});
    for (auto const code : {"recurrence-never"_finding, "window-closes-first"_finding, "circular-promise"_finding,
                            "doubled-terms"_finding, "unknown-commitment"_finding}) {
        INFO(code.view());
        CHECK(book.found().contains(code));
    }
    CHECK(book.found().size() == 6);  // both of the circle are named
    auto const stands = *standing_on(book, {}, c, day(2026y / 6 / 1), weekends);
    CHECK(stands.state == promise_state::due);
    CHECK(stands.turns[0].due.day == partial_date::unknown());
    CHECK(standing_on(book, {}, "d"_commitment, day(2026y / 6 / 1), weekends)->state == promise_state::conditional);
}

TEST_CASE("clauses that permit or ask for what another one forbids are found before use, both named") {
    auto may = owed("may", commitment_kind::permission);  // the debtor grants it: the act is the creditor's
    std::swap(may.debtor, may.creditor);
    auto all = one_agreement({owed("must"), may, owed("not", commitment_kind::prohibition)});
    auto const contradict = [&](std::vector<promise_terms> const& terms = {}) {
        return contradictions_in(promise_book(all, terms));
    };
    REQUIRE(contradict().size() == 2);
    CHECK(contradict()[0] == contradiction{contradiction_kind::owed_and_prohibited,
                                           {pact, "must"_commitment, {}},
                                           {pact, "not"_commitment, {}},
                                           giver,
                                           activity::training,
                                           truth::yes});
    CHECK(contradict()[1].kind == contradiction_kind::permitted_and_prohibited);
    auto const found = check_clauses(promise_book(all));
    CHECK(found.has_errors());
    CHECK(found[0].message.en ==
          "“north” is owed and prohibited to do this: training; commitment must and commitment not");

    // Another activity, another time, another package or another side: no contradiction.
    promise_terms window{.commitment = "not"_commitment, .binding = validity(from(2027y / 1 / 1))};
    CHECK(contradict({window}).empty());
    window.binding = validity(partial_date::year(2026y));  // some day of the year: perhaps
    CHECK(is_yes(contradict({window})[0].certain));        // it goes on, and by 31 December both hold
    window.binding = validity(partial_date::unknown());
    CHECK(is_unknown(contradict({window})[0].certain));
    all.agreements[0].commitments[2].package = "p"_package;
    all.agreements[0].commitments[0].package = "q"_package;
    CHECK(contradict().size() == 1);
    all.agreements[0].commitments[2].activity = activity::supply;
    CHECK(contradict().empty());
    all.agreements[0].clauses.push_back({.activity = activity::supply, .source = synthetic()});
    CHECK(contradict().at(0).allowed == clause_place{pact, {}, 0});
}

TEST_CASE("a renewal or replacement stands for an agreement from its own first day, and no gap is bridged") {
    auto all = one_agreement({});
    auto next = all.agreements[0];
    next.id = "next"_agreement;
    next.in_force = between(2027y / 2 / 1, 2028y / 1 / 1);
    next.earlier = {{pact, agreement_link::renews}};
    auto below = all.agreements[0];
    below.id = "below"_agreement;
    below.in_force = from(2026y / 3 / 1);
    below.earlier = {{pact, agreement_link::implements}};
    all.agreements.push_back(next);
    all.agreements.push_back(below);
    promise_book const book(all);
    auto const now = [&](year_month_day today) { return stands_on(book, {}, pact, day(today))->now; };
    CHECK(now(2026y / 6 / 1) == pact);
    CHECK_FALSE(now(2027y / 1 / 15));
    CHECK(now(2027y / 2 / 1) == "next"_agreement);
    CHECK_FALSE(now(2028y / 1 / 1));
    auto const found = check_lines(book, {}, day(2026y / 6 / 1));
    CHECK(found.contains("gap-before-renewal"_finding));
    CHECK(found.contains("outlives-its-frame"_finding));
    CHECK(found.size() == 2);
}

TEST_CASE("what is owed when an agreement ends: late, surviving, over, and what no clause settles") {
    auto const all = one_agreement({owed("late"), owed("long"), owed("gone"), owed("open")});
    auto const due = due_on(partial_date(2027y / 3 / 1), when_off::unchanged);
    promise_book const book(
        all, {{.commitment = "late"_commitment, .due = due_on(partial_date(2026y / 2 / 1), when_off::unchanged)},
              {.commitment = "long"_commitment, .due = due, .survives = truth::yes},
              {.commitment = "gone"_commitment, .due = due, .survives = truth::no}});
    auto const left = owed_at_end_of(book, {}, pact, day(2026y / 6 / 1), weekends);
    CHECK(left.ends == day(2027y / 1 / 1));
    REQUIRE(left.still_owed.size() == 2);
    CHECK(left.still_owed[0].blame() == giver);
    CHECK(left.still_owed[1].state == promise_state::survived);
    CHECK(left.over.at(0).commitment == "gone"_commitment);
    CHECK(left.not_stated.at(0).commitment == "open"_commitment);
}

TEST_CASE("a timeline gives every day with the clause that made it and the rule that moved it, in order") {
    auto const all = one_agreement({owed("c", commitment_kind::maintenance), owed("d"), owed("undated")});
    promise_book const book(
        all, {{.commitment = c, .due = monthly(15)},
              {.commitment = "d"_commitment, .due = days_after(agreement_begins{}, 60, when_off::preceding)}});
    auto const found = timeline_of(book, {}, {.agreement = pact}, day(2026y / 2 / 1), day(2026y / 4 / 1),
                                   day(2026y / 1 / 5), weekends);
    REQUIRE(found.lines.size() == 3);
    CHECK(found.lines[0].day == day(2026y / 2 / 16));
    CHECK(found.lines[0].why.en == "a recurring clause: 2026-02-15, moved to 2026-02-16: 2026-02-15 VN: weekly rest");
    CHECK(found.lines[1].day == day(2026y / 3 / 2));
    CHECK(found.lines[1].why.en == "60 days after the entry into force: 2026-03-02");
    CHECK(found.lines[2].day == day(2026y / 3 / 16));
    CHECK(found.undated == std::vector{"undated"_commitment});
    auto const whole = timeline_of(book, {}, {.institution = taker}, day(2026y / 1 / 1), day(2027y / 1 / 2),
                                   day(2026y / 1 / 5), weekends);
    CHECK(whole.lines.size() == 15);  // twelve months, one day, beginning and end
    CHECK(whole.lines.front().kind == timeline_kind::begins);
    CHECK(whole.lines.back().kind == timeline_kind::ends);
    CHECK(timeline_of(book, {}, {.institution = "elsewhere"_institution}, day(2026y / 1 / 1), day(2027y / 1 / 2),
                      day(2026y / 1 / 5), weekends)
              .lines.empty());
}

TEST_CASE("what is owed on demand falls due with each request, and the answer's time is told") {
    auto line = owed("c", commitment_kind::maintenance);
    line.every = frequency::on_demand;
    auto const all = one_agreement({line});
    promise_book const book(all, {{.commitment = c, .due = working_days_after(request_made{}, 2)}});
    told log;
    auto const right = [&](year_month_day today) { return *standing_on(book, log.history(), c, day(today), weekends); };
    CHECK(right(2026y / 3 / 1).state == promise_state::in_force);
    CHECK(is_yes(may_request(right(2026y / 3 / 1))));
    CHECK(is_no(may_request(right(2027y / 3 / 1))));
    log.add(requested, c, 2026y / 3 / 5);  // Thursday: due on Monday
    log.add(performed, c, 2026y / 3 / 11);
    log.add(requested, c, 2026y / 3 / 12);
    auto const all_answers = responses_to(book, log.history(), c, day(2026y / 3 / 13), weekends);
    REQUIRE(all_answers.size() == 2);
    CHECK(all_answers[0].due == partial_date(2026y / 3 / 9));
    CHECK(all_answers[0].took == std::chrono::days(6));
    CHECK(all_answers[0].state == promise_state::fulfilled_late);
    CHECK(all_answers[1].state == promise_state::due);
    CHECK(right(2026y / 3 / 17).blame() == giver);
    CHECK(responses_to(promise_book(all), log.history(), c, day(2026y / 3 / 17), weekends)[1].late == truth::unknown);
}

TEST_CASE("held sessions and accepted packages discharge what was promised; what is not known discharges nothing") {
    consultation const series{.id = "tele"_consultation,
                              .sessions = {{partial_date(2026y / 1 / 7), truth::yes, {}},
                                           {partial_date(2026y / 2 / 4), truth::no, {}},
                                           {partial_date(2026y / 3 / 4), truth::unknown, {}},
                                           {partial_date::month(2026y / 4), truth::yes, {}}},
                              .source = synthetic()};
    auto const held = sessions_held(series, c, "tele");
    REQUIRE(held.events.size() == 1);
    CHECK(held.events[0].id == "tele-1"_promise_event);
    CHECK(held.found.contains("held-not-known"_finding));
    CHECK(held.found.contains("day-not-known"_finding));

    transfer given{
        .id = "t"_transfer, .package = "p"_package, .giver = giver, .recipient = taker, .source = synthetic()};
    given.stages = {{stage::theory, partial_date(2026y / 1 / 5), {}, synthetic()},
                    {stage::accepted, partial_date(2026y / 5 / 5), {}, synthetic()}};
    auto const taken = accepted_transfer(given, c, "t");
    REQUIRE(taken.events.size() == 1);
    CHECK(taken.events[0].evidence == discharge_kind::signed_acceptance);
    auto const all = one_agreement({owed("c")});
    promise_book const book(all, {{.commitment = c, .discharged_by = {discharge_kind::signed_acceptance}}});
    CHECK(standing_on(book, promise_history(taken.events), c, day(2026y / 6 / 1), weekends)->state ==
          promise_state::fulfilled);
    CHECK(standing_on(book, promise_history(held.events), c, day(2026y / 6 / 1), weekends)->state ==
          promise_state::due);
}
