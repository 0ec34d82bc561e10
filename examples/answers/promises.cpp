// Questions on promises: obligations, reciprocity.

#include "asked_network.hpp"
#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/lifecycle/check_history.hpp>
#include <lienvien/lifecycle/contradictions.hpp>
#include <lienvien/lifecycle/ledger.hpp>
#include <lienvien/reflect/base.hpp>

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {
namespace {

using namespace lienvien;

template <class Visit>
void for_each_element(question& asked, std::optional<json::value> list, Visit visit) {
    if (!list) return;
    if (!list->is(json::kind::array)) {
        findings found;
        found.add({finding_code::checked("bad-value"),
                   severity::error,
                   {},
                   {list->pointer(), 0},
                   {"cần một danh sách [...]", "this is a list [...]"}});
        asked.keep(std::move(found));
        return;
    }
    for (auto const each : list->elements()) visit(each);
}

std::optional<when_off> moved_of(part& from) {
    return from.required_named<when_off>("moved", {{"following", when_off::following},
                                                   {"preceding", when_off::preceding},
                                                   {"modified_following", when_off::modified_following},
                                                   {"modified_preceding", when_off::modified_preceding},
                                                   {"unchanged", when_off::unchanged},
                                                   {"refuse", when_off::refuse}});
}
std::optional<month_end> lacking_of(part& from) {
    return from.required_named<month_end>("lacking", {{"last_of_month", month_end::last_of_month},
                                                      {"first_of_next", month_end::first_of_next},
                                                      {"skip", month_end::skip},
                                                      {"refuse", month_end::refuse}});
}

/// "signed", "begins", "ends", "request", {"milestone":id}, {"fulfilment_of":id} or {"breach_of":id}.
std::optional<occasion> occasion_of(question& asked, json::value at) {
    if (at.string() == "signed") return agreement_signed{};
    if (at.string() == "begins") return agreement_begins{};
    if (at.string() == "ends") return agreement_ends{};
    if (at.string() == "request") return request_made{};
    part from(asked, at);
    std::optional<occasion> made;
    if (auto const id = from.read<milestone_id>("milestone")) made = milestone_reached{*id};
    if (auto const id = from.read<commitment_id>("fulfilment_of")) made = fulfilment_of{*id};
    if (auto const id = from.read<commitment_id>("breach_of")) made = breach_of{*id};
    if (!made)
        from.wrong("bad-value", {},
                   {"được phép: signed, begins, ends, request, milestone, fulfilment_of, breach_of",
                    "allowed: signed, begins, ends, request, milestone, fulfilment_of, breach_of"});
    from.finish();
    return made;
}

/// {"on":date,"moved":..}, {"every":"month","day":15,"from":day,"step":1,"lacking":..,"moved":..},
/// {"every":"week","from":day,"step":1,"moved":..}, or {"days","working_days" or "months":n,"after":..,"moved":..,"lacking":..}.
due_rule due_of(question& asked, json::value at) {
    part from(asked, at);
    due_rule made = due_not_stated{};
    if (from.take("on")) {
        auto const on = from.read<partial_date>("on");
        auto const moved = moved_of(from);
        if (on && moved) made = due_on(*on, *moved);
    } else if (from.take("every")) {
        auto const weekly = from.required_named<bool>("every", {{"week", true}, {"month", false}});
        auto const begins = from.required<sys_days>("from");
        auto const step = from.read<items>("step").value_or(items(1));
        auto const moved = moved_of(from);
        int const number_of_steps = static_cast<int>(step.count() > 1'200 ? 1'201 : step.count());
        if (weekly == true && begins && moved)
            made = due_every(recurrence::every_week(*begins, number_of_steps), *moved);
        if (weekly == false) {
            auto const number = from.required<items>("day");
            auto const lacking = lacking_of(from);
            int const of_month = number && number->count() < 32 ? static_cast<int>(number->count()) : 32;
            if (begins && lacking && moved)
                made = due_every(recurrence::every_month(*begins, of_month, *lacking, number_of_steps), *moved);
        }
    } else {
        auto const after = from.take("after");
        auto const since = after ? occasion_of(asked, *after) : std::nullopt;
        if (!after) from.missing("after");
        auto const whole = [](items count) {
            return static_cast<int>(count.count() > 100'000 ? 100'000 : count.count());
        };
        if (auto const count = from.read<items>("working_days")) {
            if (since) made = working_days_after(*since, whole(*count));
        } else if (auto const in_days = from.read<items>("days")) {
            auto const moved = moved_of(from);
            if (since && moved) made = days_after(*since, whole(*in_days), *moved);
        } else if (auto const in_months = from.read<items>("months")) {
            auto const lacking = lacking_of(from);
            auto const moved = moved_of(from);
            int const number = whole(*in_months) > 1'200 ? 1'200 : whole(*in_months);
            if (since && moved && lacking) made = months_after(*since, number, *lacking, *moved);
        } else {
            from.wrong("missing-member", {},
                       {"thiếu số ngày hoặc số tháng", "missing \"days\", \"working_days\" or \"months\""});
        }
    }
    from.finish();
    return made;
}

std::vector<promise_terms> terms_of(question& asked) {
    std::vector<promise_terms> all;
    for_each_element(asked, asked.take("terms"), [&](json::value at) {
        part from(asked, at);
        auto const id = from.required<commitment_id>("commitment");
        promise_terms made{.commitment = id.value_or(commitment_id::checked("none"))};
        if (auto const due = from.take("due")) made.due = due_of(asked, *due);
        for_each_element(asked, from.take("only_after"), [&](json::value each) {
            if (auto const wait = occasion_of(asked, each)) made.only_after.push_back(*wait);
        });
        made.members = from.read<std::vector<institution_id>>("members").value_or(std::vector<institution_id>{});
        made.discharged_by =
            from.read<std::vector<discharge_kind>>("discharged_by").value_or(std::vector<discharge_kind>{});
        made.while_suspended = from.read<suspended_turns>("while_suspended").value_or(suspended_turns::not_stated);
        made.survives = from.read<truth>("survives").value_or(truth::unknown);
        made.binding = from.read<validity>("binding");
        made.instead_of = from.read<commitment_id>("instead_of");
        made.power = from.read<power_kind>("power").value_or(power_kind::not_known);
        from.finish();
        all.push_back(std::move(made));
    });
    return all;
}

std::vector<promise_event> events_of(question& asked) {
    std::vector<promise_event> all;
    for_each_element(asked, asked.take("events"), [&](json::value at) {
        part from(asked, at);
        auto const id = from.required<promise_event_id>("id");
        auto const kind = from.required<promise_event_kind>("kind");
        auto const on = from.required<sys_days>("on");
        std::optional<event_subject> about;
        int subjects = 0;
        auto const take = [&](auto const& found) {
            if (found) about = *found, ++subjects;
        };
        take(from.read<commitment_id>("commitment"));
        take(from.read<agreement_id>("agreement"));
        take(from.read<milestone_id>("milestone"));
        take(from.read<promise_event_id>("event"));
        if (subjects != 1)
            from.wrong("bad-value", {},
                       {"cần đúng một trong commitment, agreement, milestone, event",
                        "exactly one of commitment, agreement, milestone, event"});
        auto const by = from.read<institution_id>("by");
        auto const member = from.read<institution_id>("member");
        auto const quantity = from.read<items>("quantity");
        auto const counts_for = from.read<sys_days>("counts_for");
        auto const until = from.read<sys_days>("until");
        auto const evidence = from.read<discharge_kind>("evidence");
        from.finish();
        if (!id || !kind || !on || !about) return;
        all.push_back({.id = *id,
                       .kind = *kind,
                       .on = *on,
                       .about = *about,
                       .by = by,
                       .member = member,
                       .quantity = quantity,
                       .counts_for = counts_for,
                       .until = until,
                       .evidence = evidence.value_or(discharge_kind::not_known)});
    });
    return all;
}

/// What both questions begin with.
struct asked_promises {
    std::optional<network> own{};
    network const* written = nullptr;
    std::optional<sys_days> on{};
    std::optional<agreement_id> agreement{};
    std::optional<institution_id> institution{};
    std::vector<promise_terms> terms{};
    std::vector<promise_event> events{};
    working_calendar calendar{};

    asked_promises(question& asked, library const& known) {
        written = &network_of(asked, known, own);
        on = asked.required<sys_days>("on");
        agreement = asked.read<agreement_id>("agreement");
        institution = asked.read<institution_id>("institution");
        terms = terms_of(asked);
        events = events_of(asked);
        // Without a calendar every day is worked: a clause that moves its due days needs one that is named.
        if (asked.named<bool>("calendar", {{"VN", true}})) {
            using namespace std::chrono_literals;
            calendar = vietnam::calendar(2014y, 2050y).value();
        }
        bool there = !agreement;
        for (auto const& each : written->agreements) there = there || each.id == *agreement;
        if (!there)
            asked.wrong("unknown-agreement", "agreement",
                        {"mạng lưới không có thỏa thuận này", "the network has no agreement of this name"});
        asked.finish();
    }
    [[nodiscard]] bool concerns(institution_id const& one, institution_id const& other) const {
        return !institution || one == *institution || other == *institution;
    }
};

tree written_day(std::optional<sys_days> day) { return day ? tree(format_day(*day)) : tree::number("null"); }
tree written_turn(promise_turn const& turn, language in) {
    tree made = tree::object({{"due", turn.due.day.to_string()}});
    if (turn.due.outcome == day_outcome::moved) {
        made.put("stated", written_day(turn.due.stated)).put("because", to_string(turn.due, in));
    }
    if (turn.member) made.put("member", turn.member->view());
    if (turn.request) made.put("request", turn.request->view());
    made.put("state", name_of(turn.state)).put("late", written(turn.late));
    made.put("needed", turn.needed.count()).put("given", turn.given.count()).put("done_on", written_day(turn.done_on));
    tree evidence = tree::array();
    for (auto const& each : turn.evidence) evidence.add(each.view());
    made.put("evidence", std::move(evidence));
    if (turn.blame) made.put("blame", turn.blame->view());
    if (!turn.why.empty()) made.put("why", turn.why.in(in));
    return made;
}
tree written_findings(findings const& found, language in) {
    tree all = tree::array();
    for (auto const& each : found) {
        all.add(
            tree::object({{"code", each.code.view()}, {"subject", each.subject}, {"message", each.message.in(in)}}));
    }
    return all;
}
void put_findings(tree& out, promise_book const& book, promise_history const& history, asked_promises const& asked,
                  language in) {
    findings found = book.found();
    found.append(check_clauses(book));
    found.append(check(book, history, *asked.on, asked.calendar));
    out.put("findings", written_findings(found, in));
}

/// {"ask":"obligations","on":day,"agreement":id,"institution":id,"calendar":"VN","terms":[..],"events":[..],"language":..,
///  "network":{..}}: where every promise stands at the end of the day, turn by turn, with due days, evidence and blame; of one
/// agreement or institution where one is named. Commitments are those of the network; terms and events come with the question.
void answer_obligations(question& asked, library const& known, tree& out) {
    asked_promises const given(asked, known);
    auto const in = asked.language();
    promise_book const book(*given.written, given.terms);
    promise_history const history{std::span<promise_event const>(given.events)};
    tree all = tree::array();
    for (auto const& each : standings_on(book, history, *given.on, given.calendar, given.agreement)) {
        if (!given.concerns(each.debtor, each.creditor)) continue;
        tree turns = tree::array();
        for (auto const& turn : each.turns) turns.add(written_turn(turn, in));
        tree breaches = tree::array();
        for (auto const& breach : each.breaches) {
            breaches.add(tree::object({{"on", format_day(breach.on)},
                                       {"remedied_on", written_day(breach.remedied_on)},
                                       {"blame", breach.blame.view()}}));
        }
        tree one = tree::object({{"commitment", each.commitment.view()},
                                 {"agreement", each.agreement.view()},
                                 {"debtor", each.debtor.view()},
                                 {"creditor", each.creditor.view()},
                                 {"state", name_of(each.state)},
                                 {"says", label_of(each.state).in(in)},
                                 {"given", each.given.count()},
                                 {"turns", std::move(turns)}});
        if (breaches.size() != 0) one.put("breaches", std::move(breaches));
        if (each.blame()) one.put("blame", each.blame()->view());
        if (!each.why.empty()) one.put("why", each.why.in(in));
        all.add(std::move(one));
    }
    out.put("promises", std::move(all));
    put_findings(out, book, history, given, in);
}

/// {"ask":"reciprocity", members as above}: what was given and received under each commitment, in its own units, and what of
/// it is open, overdue or undated. promised + beyond = given + open in every line.
void answer_reciprocity(question& asked, library const& known, tree& out) {
    asked_promises const given(asked, known);
    promise_book const book(*given.written, given.terms);
    promise_history const history{std::span<promise_event const>(given.events)};
    tree all = tree::array();
    for (auto const& each : ledger_on(book, history, *given.on, given.calendar, given.agreement).lines) {
        if (!given.concerns(each.giver, each.receiver)) continue;
        tree one = tree::object({{"giver", each.giver.view()},
                                 {"receiver", each.receiver.view()},
                                 {"commitment", each.commitment.view()},
                                 {"agreement", each.agreement.view()},
                                 {"state", name_of(each.state)},
                                 {"promised", each.promised.count()},
                                 {"given", each.given.count()},
                                 {"open", each.open.count()},
                                 {"overdue", each.overdue.count()},
                                 {"undated", each.undated.count()},
                                 {"beyond", each.beyond.count()},
                                 {"endless", each.endless}});
        if (each.blame) one.put("blame", each.blame->view());
        all.add(std::move(one));
    }
    out.put("lines", std::move(all));
    put_findings(out, book, history, given, asked.language());
}

}  // namespace

std::span<known_question const> promise_questions() {
    static constexpr known_question all[] = {{"obligations", answer_obligations}, {"reciprocity", answer_reciprocity}};
    return all;
}

}  // namespace answers
