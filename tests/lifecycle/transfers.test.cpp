#include <lienvien/lifecycle/capability_conditions.hpp>
#include <lienvien/lifecycle/certified_staff.hpp>
#include <lienvien/lifecycle/package_content.hpp>
#include <lienvien/lifecycle/transfer_capabilities.hpp>
#include <lienvien/lifecycle/transfer_gate.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/holding_facts.hpp>
#include <lienvien/rules/rulebook.hpp>

#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <lifecycle/transfers.hpp>
#include <network/made.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// How a technique travels: what the table of steps proves of itself, which steps the types allow, what the guards say of
// evidence, what the gate lets in, and what a suspension does to a referral on that very day.

using namespace made;

namespace {

// A small table of its own: a referral paper that is written, sent and closed.
enum class paper_state { not_known, written, sent, closed };
enum class paper_event { not_known, write, send, close };

}  // namespace

namespace lienvien {
inline namespace v0 {
template <>
struct vocabulary<paper_state> {
    using enum paper_state;
    static constexpr std::array words{
        word<paper_state>{not_known, "not_known", {"", ""}}, word<paper_state>{written, "written", {"", ""}},
        word<paper_state>{sent, "sent", {"", ""}}, word<paper_state>{closed, "closed", {"", ""}}};
};
template <>
struct vocabulary<paper_event> {
    using enum paper_event;
    static constexpr std::array words{
        word<paper_event>{not_known, "not_known", {"", ""}}, word<paper_event>{write, "write", {"", ""}},
        word<paper_event>{send, "send", {"", ""}}, word<paper_event>{close, "close", {"", ""}}};
};
}  // namespace v0
}  // namespace lienvien

namespace {

using paper_table = transition_table<paper_state, paper_event, 3, 1>;
constexpr paper_table sound_papers{.first = paper_state::not_known,
                                   .rows = {{{paper_state::not_known, paper_event::write, paper_state::written},
                                             {paper_state::written, paper_event::send, paper_state::sent},
                                             {paper_state::sent, paper_event::close, paper_state::closed}}},
                                   .ends = {paper_state::closed}};
static_assert(is_sound(sound_papers));
static_assert(sound_papers.next(paper_state::written, paper_event::send) == paper_state::sent);
static_assert(!sound_papers.next(paper_state::written, paper_event::close));
static_assert(sound_papers.between(paper_state::sent, paper_state::closed) == paper_event::close);

/// The sound table with one row written over.
constexpr auto fault_with(std::size_t row, transition<paper_state, paper_event> instead) {
    auto table = sound_papers;
    table.rows[row] = instead;
    return first_fault(table);
}
using witness = table_witness<paper_state, paper_event>;
static_assert(fault_with(1, {paper_state::not_known, paper_event::write, paper_state::sent}) ==
              witness{table_fault::two_ways, paper_state::not_known, paper_event::write});
static_assert(fault_with(1, {paper_state::not_known, paper_event::send, paper_state::written}) ==
              witness{table_fault::two_events, paper_state::not_known, paper_event::send});
static_assert(fault_with(1, {paper_state::written, paper_event::send, paper_state::closed}) ==
              witness{table_fault::unreachable, paper_state::sent, {}});
static_assert(fault_with(2, {paper_state::not_known, paper_event::close, paper_state::closed}) ==
              witness{table_fault::dead_end, paper_state::sent, {}});
static_assert(fault_with(1, {paper_state::closed, paper_event::send, paper_state::sent}) ==
              witness{table_fault::left_at_end, paper_state::closed, paper_event::send});
static_assert(fault_with(1, {paper_state::written, paper_event::send, paper_state::written}) ==
              witness{table_fault::stands_still, paper_state::written, paper_event::send});
static_assert(fault_with(2, {paper_state::sent, paper_event::send, paper_state::closed}) ==
              witness{table_fault::unused_event, paper_state::not_known, paper_event::close});
constexpr transition_table<paper_state, paper_event, 5, 1> round_and_round{
    .first = paper_state::not_known,
    .rows = {{{paper_state::not_known, paper_event::close, paper_state::closed},
              {paper_state::not_known, paper_event::write, paper_state::written},
              {paper_state::written, paper_event::send, paper_state::sent},
              {paper_state::sent, paper_event::write, paper_state::written},
              {paper_state::not_known, paper_event::send, paper_state::sent}}},
    .ends = {paper_state::closed}};
static_assert(first_fault(round_and_round) == witness{table_fault::no_end, paper_state::written, {}});

// What the types allow is what the table has: all 121 pairs of a stage and a step.
template <stage From, transfer_step Step>
concept compiles = requires(transfer_at<From> so_far, evidence_for<Step> shown, transfer_terms terms) {
    advance(std::move(so_far), shown, terms);
};
template <stage From, transfer_step Step>
consteval bool types_agree_with_table() {
    if constexpr (may_follow(From, Step)) {
        using made_of = decltype(advance(std::declval<transfer_at<From>>(), evidence_for<Step>{},
                                         std::declval<transfer_terms const&>()));
        return compiles<From, Step> && std::is_same_v<made_of, step_taken<From, *transfer_table.next(From, Step)>>;
    } else {
        return !compiles<From, Step>;
    }
}
template <std::size_t... Pair>
consteval bool all_agree(std::index_sequence<Pair...>) {
    return (types_agree_with_table<static_cast<stage>(Pair / 11), static_cast<transfer_step>(Pair % 11 + 1)>() && ...);
}
static_assert(all_agree(std::make_index_sequence<121>{}));
static_assert(!std::is_constructible_v<transfer_at<stage::accepted>, transfer>);
static_assert(!std::is_constructible_v<transfer_at<stage::accepted>, transfer_at<stage::on_site>>);
static_assert(!std::is_copy_constructible_v<transfer_at<stage::accepted>>);

std::string said(step_judgement const& judged, transfer_guard guard, language in = language::en) {
    auto const* answer = judged.find(guard);
    return answer ? std::string(answer->missing.in(in)) : "no such guard";
}
/// A history that follows the table, one stage a month from January 2024 on.
transfer travelled(std::vector<stage> const& stages) {
    auto each = a_transfer();
    unsigned month = 0;
    for (auto const reached : stages) {
        auto const on = partial_date(2024y / std::chrono::month(++month) / 1);
        auto const by =
            transfer_table.between(each.stages.empty() ? stage::not_known : each.stages.back().stage, reached);
        stage_record record{.stage = reached, .on = on, .source = synthetic()};
        if (by) {
            for (auto const& shown : enough_for(*by, on)) record.evidence.push_back(to_evidence(shown));
        }
        each.stages.push_back(std::move(record));
    }
    return each;
}
std::vector<stage> const whole_way{stage::readiness, stage::theory,    stage::clinical,   stage::on_site,
                                   stage::accepted,  stage::monitored, stage::replicating};
std::vector<stage> way_to(stage wanted) {
    std::vector<stage> way;
    for (auto const each : whole_way) {
        way.push_back(each);
        if (each == wanted) return way;
    }
    way.push_back(wanted);
    return way;
}

inline constexpr instrument made_up_act{.number = "1", .name = {"Văn bản giả định", "Made-up text"}};
inline constexpr auto who_can =
    rule("made.who-can"_rule, says(vi("nơi nhận thực hiện được"), en("the receiver performs it")), cites(made_up_act),
         terms::permits(terms::holds_techniques(terms::receiver)));
inline constexpr auto book = rulebook("made", label{"bộ", "book"}, otherwise::not_provided_for, who_can);

/// Everything that a proof rests on.
void grounds_in(proof const& node, std::vector<std::string>& found) {
    for (auto const& each : node.readings) {
        for (auto const& fact : each.grounds) found.push_back(fact.says.en);
    }
    for (auto const& part : node.parts) grounds_in(part, found);
}
struct given_answer {
    outcome verdict;
    std::vector<std::string> grounds;
};
given_answer ask(snapshot const& today) {
    auto const answer = decide(
        today, book,
        {.id = "n"_need, .origin = "origin"_institution, .techniques = {"surgery"_technique}, .source = synthetic()});
    auto const because = why(answer, "recipient"_institution);
    given_answer found{because->verdict.outcome, {}};
    for (auto const& each : because->rules) grounds_in(each.why, found.grounds);
    return found;
}
network small_network() {
    network all;
    add_hospital(all, "origin");
    add_hospital(all, "giver");
    add_hospital(all, "recipient");
    add_technique(all, "surgery");
    add_technique(all, "planning");
    all.packages.push_back({.id = "part"_package, .techniques = {"planning"_technique}, .source = synthetic()});
    all.packages.push_back(
        {.id = "p"_package, .techniques = {"surgery"_technique}, .parts = {"part"_package}, .source = synthetic()});
    return all;
}
given_answer on(network const& all, year_month_day date) {
    auto const today = as_of(all, date);
    return ask(today);
}

}  // namespace

TEST_CASE("a transfer goes the whole way, is suspended and is accepted again, each step by its evidence") {
    auto const terms = full_terms();
    auto entered = enter(a_transfer());
    REQUIRE(entered.at);
    auto promised = std::get<transfer_at<stage::not_known>>(std::move(*entered.at));
    auto ready =
        advance(std::move(promised), preparation_begun{.on = 2024y / 1 / 1, .source = synthetic()}, terms).next();
    auto theory = advance(std::move(ready), enough<transfer_step::begin_theory>(2024y / 2 / 1), terms).next();
    auto clinical = advance(std::move(theory), enough<transfer_step::begin_clinical>(2024y / 3 / 1), terms).next();
    auto on_site = advance(std::move(clinical), enough<transfer_step::begin_on_site>(2024y / 4 / 1), terms).next();
    auto accepted = advance(std::move(on_site), enough<transfer_step::accept>(2024y / 5 / 1), terms).next();
    static_assert(std::is_same_v<decltype(accepted), transfer_at<stage::accepted>>);
    auto monitored = advance(std::move(accepted), enough<transfer_step::monitor>(2024y / 6 / 1), terms).next();
    auto replicating = advance(std::move(monitored), enough<transfer_step::replicate>(2024y / 7 / 1), terms).next();
    CHECK(replicating.written() == travelled(whole_way));

    auto suspended = advance(std::move(replicating), enough<transfer_step::suspend>(2024y / 8 / 1), terms).next();
    CHECK(suspended.since() == partial_date(2024y / 8 / 1));
    auto again = advance(std::move(suspended), enough<transfer_step::accept_again>(2024y / 9 / 1), terms).next();
    static_assert(std::is_same_v<decltype(again), transfer_at<stage::accepted>>);
    CHECK(again.written().stages.size() == 9);
    CHECK(stage_of(again.written()) == stage::accepted);
}

TEST_CASE(
    "a refused acceptance names every guard, what is held and what is missing, and leaves the transfer where it was") {
    auto const before_it = travelled(way_to(stage::on_site));
    auto entered = enter(before_it);
    auto on_site = std::get<transfer_at<stage::on_site>>(std::move(*entered.at));
    auto taken =
        advance(std::move(on_site),
                acceptance{.on = 2024y / 9 / 1,
                           .shown = {cases(12, 2024y / 6 / 1, "dr-trainer"), cases(9, 2024y / 3 / 1),
                                     cases(3, 2024y / 9 / 2), paper(evidence_kind::accepted_by_giver, 2024y / 8 / 30)}},
                full_terms());
    REQUIRE_FALSE(taken.allowed());
    auto const judged = taken.because();
    CHECK(judged.outcome == step_outcome::refused);
    CHECK(judged.to == stage::accepted);
    CHECK(judged.unmet().size() == 4);
    auto const* counted_cases = judged.find(transfer_guard::supervised_cases);
    REQUIRE(counted_cases);
    CHECK(counted_cases->held.en == "supervised cases: 12 (2024-06-01, dr-trainer)");
    CHECK(counted_cases->missing.en == "supervised cases: 8 more (of 20)");
    CHECK(counted_cases->missing.vi == "ca làm có giám sát: thêm 8 (cần 20)");
    REQUIRE(counted_cases->set_aside.size() == 2);
    CHECK(counted_cases->set_aside[0].en == "supervised cases: 9 (2024-03-01, dr-examiner): dated before 2024-04-01");
    CHECK(counted_cases->set_aside[1].en ==
          "supervised cases: 3 (2024-09-02, dr-examiner): dated after the step, 2024-09-01");
    CHECK(said(judged, transfer_guard::independent_assessor) == "another assessor: “dr-trainer” is a trainer");
    CHECK(said(judged, transfer_guard::independent_assessor, language::vi) ==
          "người đánh giá khác: “dr-trainer” là người đào tạo");
    CHECK(said(judged, transfer_guard::accepted_by_recipient) == "acceptance by the recipient");
    CHECK(said(judged, transfer_guard::approved_in_list) == "approval in the recipient's list");
    CHECK(is_yes(judged.find(transfer_guard::accepted_by_giver)->met));
    CHECK(sentences(judged).size() == 5);
    CHECK(sentences(judged)[0].en == "accept (on site under supervision → accepted): refused");
    CHECK(std::move(taken).still().written() == before_it);
}

TEST_CASE("what the package does not state is neither met nor unmet: no number is assumed") {
    // Each parameter, and the one step that hangs on it.
    struct row {
        transfer_step step;
        stage from;
        void (*forget)(transfer_terms&);
    };
    using t = transfer_terms;
    constexpr row rows[] = {
        {transfer_step::begin_theory, stage::readiness, [](t& x) { x.gap_list = truth::unknown; }},
        {transfer_step::begin_clinical, stage::theory, [](t& x) { x.theory_hours.reset(); }},
        {transfer_step::begin_clinical, stage::theory, [](t& x) { x.theory_mark.reset(); }},
        {transfer_step::begin_on_site, stage::clinical, [](t& x) { x.clinical_hours.reset(); }},
        {transfer_step::begin_on_site, stage::clinical, [](t& x) { x.observed_cases.reset(); }},
        {transfer_step::begin_on_site, stage::clinical, [](t& x) { x.assisted_cases.reset(); }},
        {transfer_step::accept, stage::on_site, [](t& x) { x.supervised_cases.reset(); }},
        {transfer_step::accept, stage::on_site, [](t& x) { x.trainers.reset(); }},
        {transfer_step::accept, stage::on_site, [](t& x) { x.list_approval = truth::unknown; }},
        {transfer_step::monitor, stage::accepted, [](t& x) { x.follow_up_plan = truth::unknown; }},
        {transfer_step::replicate, stage::monitored, [](t& x) { x.followed_cases.reset(); }},
        {transfer_step::replicate, stage::monitored, [](t& x) { x.compliance.reset(); }},
        {transfer_step::replicate, stage::monitored, [](t& x) { x.own_trainers.reset(); }},
        {transfer_step::accept_again, stage::suspended, [](t& x) { x.cases_after_suspension.reset(); }},
    };
    for (auto const& each : rows) {
        auto const so_far = travelled(way_to(each.from));
        proposed_step step{each.step, 2024y / 12 / 1, enough_for(each.step, 2024y / 12 / 1)};
        INFO(name_of(each.step));
        CHECK(judge(so_far, step, full_terms()).outcome == step_outcome::allowed);
        auto vague = full_terms();
        each.forget(vague);
        bool const shown_answers_it = each.step == transfer_step::begin_theory ||
                                      each.step == transfer_step::monitor;  // what may be asked for is there
        auto const judged = judge(so_far, step, vague);
        if (shown_answers_it || (each.step == transfer_step::accept && is_unknown(vague.list_approval))) {
            CHECK(judged.outcome == step_outcome::allowed);
        } else {
            CHECK(judged.outcome == step_outcome::facts_missing);
            CHECK(judged.unmet().size() == 1);
        }
        // Where nothing is shown, what is not stated cannot be refused either.
        step.shown.clear();
        auto const bare = judge(so_far, step, transfer_terms{.package = "p"_package});
        CHECK(bare.outcome ==
              (each.step == transfer_step::accept_again ? step_outcome::refused : step_outcome::facts_missing));
    }
    // To ask for none is a statement.
    transfer_terms none{.package = "p"_package,
                        .supervised_cases = items(0),
                        .independent_assessor = truth::yes,
                        .both_sides_accept = truth::no,
                        .list_approval = truth::no};
    CHECK(judge(travelled(way_to(stage::on_site)), {transfer_step::accept, 2024y / 12 / 1}, none).outcome ==
          step_outcome::allowed);
}

TEST_CASE("know-how that is not clinical travels the same way, by terms of its own") {
    // Electronic records: no list of techniques, units that go live are the cases, nobody is asked for hours of practice.
    transfer_terms const records{.package = "p"_package,
                                 .trainers = std::vector<person_id>{},
                                 .gap_list = truth::yes,
                                 .theory_hours = items(0),
                                 .theory_mark = percentage(0),
                                 .clinical_hours = items(0),
                                 .observed_cases = items(0),
                                 .assisted_cases = items(1),
                                 .supervised_cases = items(3),
                                 .independent_assessor = truth::no,
                                 .both_sides_accept = truth::yes,
                                 .list_approval = truth::no};
    auto entered = enter(travelled({stage::readiness}));
    auto ready = std::get<transfer_at<stage::readiness>>(std::move(*entered.at));
    auto theory = advance(std::move(ready), enough<transfer_step::begin_theory>(2024y / 2 / 1), records).next();
    auto practice = advance(std::move(theory), theory_passed{.on = 2024y / 3 / 1}, records).next();
    auto first_unit = advance(std::move(practice),
                              clinical_passed{.on = 2024y / 4 / 1,
                                              .shown = {counted(evidence_kind::assisted_cases, 1, 2024y / 3 / 20)}},
                              records)
                          .next();
    auto const all_units = advance(std::move(first_unit),
                                   acceptance{.on = 2024y / 9 / 1,
                                              .shown = {counted(evidence_kind::supervised_cases, 3, 2024y / 8 / 1),
                                                        paper(evidence_kind::accepted_by_giver, 2024y / 9 / 1),
                                                        paper(evidence_kind::accepted_by_recipient, 2024y / 9 / 1)}},
                                   records);
    CHECK(all_units.allowed());
}

TEST_CASE("what the history holds for the present stage counts, once, and nothing older") {
    auto so_far = travelled(way_to(stage::on_site));  // since 2024-04-01
    auto& held = so_far.stages.back().evidence;
    auto const log_book = cases(8, 2024y / 5 / 10);
    held.push_back({.what = {"ca làm có giám sát", "supervised cases"},
                    .on = 2024y / 5 / 10,
                    .count = items(8),
                    .assessor = "dr-examiner"_person});
    so_far.stages[0].evidence.push_back(to_evidence(cases(30, 2024y / 1 / 2)));
    auto const lacking = [&](std::vector<shown_evidence> shown) {
        return said(judge(so_far, {transfer_step::accept, 2024y / 9 / 1, std::move(shown)}, full_terms()),
                    transfer_guard::supervised_cases);
    };
    CHECK(lacking({}) == "supervised cases: 12 more (of 20)");
    CHECK(lacking({log_book}) == "supervised cases: 12 more (of 20)");
    CHECK(lacking({log_book, cases(11, 2024y / 6 / 1)}) == "supervised cases: 1 more (of 20)");
    CHECK(lacking({cases(12, 2024y / 6 / 1)}).empty());
}

TEST_CASE("of several marks the latest counts, and a date that is known in part decides nothing by itself") {
    auto const so_far = travelled(way_to(stage::theory));  // since 2024-02-01
    auto const asked = [&](std::vector<shown_evidence> marks) {
        marks.push_back(counted(evidence_kind::theory_hours, 40, 2024y / 2 / 10));
        return judge(so_far, {transfer_step::begin_clinical, 2024y / 5 / 1, marks}, full_terms()).outcome;
    };
    auto const mark = [](int percent, partial_date on) { return counted(evidence_kind::theory_mark, percent, on); };
    CHECK(asked({mark(69, 2024y / 2 / 20), mark(70, 2024y / 3 / 20)}) == step_outcome::allowed);
    CHECK(asked({mark(95, 2024y / 2 / 20), mark(69, 2024y / 3 / 20)}) == step_outcome::refused);
    CHECK(asked({mark(95, partial_date::month(2024y / 3)), mark(69, 2024y / 3 / 20)}) == step_outcome::facts_missing);
    CHECK(asked({mark(95, partial_date::month(2024y / 3)), mark(80, 2024y / 3 / 20)}) == step_outcome::allowed);
    CHECK(asked({mark(95, partial_date::unknown())}) == step_outcome::facts_missing);
    CHECK(asked({mark(40, partial_date::unknown())}) == step_outcome::refused);
    CHECK(asked({}) == step_outcome::refused);
    CHECK(asked({{.kind = evidence_kind::theory_mark, .on = 2024y / 3 / 1}}) == step_outcome::facts_missing);
}

TEST_CASE(
    "the terms of another package, a day before the stage, and a step that is not there are refused with the reason") {
    auto const so_far = travelled(way_to(stage::readiness));
    auto other = full_terms();
    other.package = "q"_package;
    auto const judged = judge(so_far, {transfer_step::accept, 2023y / 12 / 1}, other);
    CHECK(judged.outcome == step_outcome::refused);
    CHECK(judged.unmet().size() == 3);
    CHECK(judged.find(transfer_guard::step_in_table)->held.en == "the stage “readiness”");
    CHECK(said(judged, transfer_guard::step_in_table) == "one of the steps “begin theory”, “withdraw”");
    CHECK(said(judged, transfer_guard::terms_of_package) == "terms of the package “p”");
    CHECK(said(judged, transfer_guard::days_in_order) == "a day that is not before that stage");
    CHECK(said(judge(travelled(way_to(stage::withdrawn)), {transfer_step::accept, 2025y / 1 / 1}, other),
               transfer_guard::step_in_table) == "no step: the transfer is over");
}

TEST_CASE("the gate lets in what the table allows, names all that it does not, and gives back what went in") {
    auto const whole = travelled(whole_way);
    auto entered = enter(whole);
    REQUIRE(entered.at);
    CHECK(entered.findings.empty());
    CHECK(std::holds_alternative<transfer_at<stage::replicating>>(*entered.at));
    CHECK(written(*entered.at) == whole);

    auto wrong = travelled({stage::readiness, stage::theory, stage::accepted, stage::monitored});
    wrong.stages[3].on = 2023y / 1 / 1;
    wrong.stages.push_back({.stage = stage::not_known, .on = 2025y / 1 / 1});
    auto const refused = enter(wrong);
    CHECK_FALSE(refused.at);
    REQUIRE(refused.findings.size() == 3);
    CHECK(refused.findings[0].code == "step-not-in-table"_finding);
    CHECK(refused.findings[0].place.pointer == "/stages/2");
    CHECK(refused.findings[0].subject == "technique transfer t");
    CHECK(refused.findings[0].message.en == "no step leads from “theory” to “accepted”");
    CHECK(refused.findings[1].code == "stage-before-previous"_finding);
    CHECK(refused.findings[2].code == "unknown-stage"_finding);

    // As most sources tell it: only where it stands now.
    auto const told_late = travelled({stage::replicating});
    auto const strict = enter(told_late);
    CHECK_FALSE(strict.at);
    CHECK(strict.findings.contains("beginning-not-told"_finding));
    auto const lenient = enter(told_late, first_stages::may_be_untold);
    REQUIRE(lenient.at);
    CHECK(lenient.findings.count(severity::note) == 1);
    CHECK(written(*lenient.at) == told_late);
}

TEST_CASE("a step of run time goes the way of the typed ones") {
    auto entered = enter(travelled(way_to(stage::on_site)));
    auto refused = advance(std::move(*entered.at), {transfer_step::monitor, 2024y / 9 / 1}, full_terms());
    CHECK_FALSE(refused.allowed());
    CHECK(stage_of(refused.at) == stage::on_site);
    auto taken =
        advance(std::move(refused.at),
                {transfer_step::accept, 2024y / 5 / 1, enough_for(transfer_step::accept, 2024y / 5 / 1), synthetic()},
                full_terms());
    CHECK(taken.allowed());
    CHECK(std::holds_alternative<transfer_at<stage::accepted>>(taken.at));
    CHECK(written(taken.at) == travelled(way_to(stage::accepted)));
}

TEST_CASE("evidence keeps its kind in a network, and words of its own have none") {
    for (auto const& each : vocabulary<evidence_kind>::words) {
        shown_evidence const shown{.kind = each.value, .on = 2024y / 1 / 1, .count = items(3), .document = "d"};
        CHECK(to_shown(to_evidence(shown)) == shown);
    }
    CHECK(to_shown({.what = {"20 ca", "20 cases"}}).kind == evidence_kind::not_known);
}

TEST_CASE("a suspended technique is no destination from that very day on, and the reason names the suspension") {
    auto all = small_network();
    auto stages = way_to(stage::replicating);
    stages.push_back(stage::suspended);
    stages.push_back(stage::accepted);
    all.transfers.push_back(travelled(stages));  // suspended 2024-08-01, accepted again 2024-09-01
    CHECK(on(all, 2024y / 6 / 15).verdict == outcome::facts_missing);
    CHECK(write_capabilities(all, "t"_transfer) == 18);  // nine stages, the technique and that of the part
    CHECK(write_capabilities(all, "t"_transfer) == 18);
    CHECK(all.capabilities.size() == 18);
    CHECK(all.capabilities[4].decision == "list 7 (synthetic)");
    CHECK(write_capabilities(all, "other"_transfer) == 0);

    CHECK(on(all, 2024y / 4 / 30).verdict == outcome::not_provided_for);
    CHECK(on(all, 2024y / 5 / 1).verdict == outcome::permitted);
    CHECK(on(all, 2024y / 7 / 31).verdict == outcome::permitted);
    auto const suspended = on(all, 2024y / 8 / 1);
    CHECK(suspended.verdict == outcome::not_provided_for);
    REQUIRE(suspended.grounds.size() == 1);
    CHECK(suspended.grounds[0] == "surgery is at the stage “suspended” (from 2024-08-01, until before 2024-09-01)");
    CHECK(on(all, 2024y / 8 / 31).verdict == outcome::not_provided_for);
    CHECK(on(all, 2024y / 9 / 1).verdict == outcome::permitted);
}

TEST_CASE("a situation learns of a suspension while it runs") {
    auto all = small_network();
    auto const before_it = travelled(whole_way);
    all.transfers.push_back(before_it);
    write_capabilities(all, "t"_transfer);
    situation now(all, day(2024y / 8 / 15));
    CHECK(ask(now.today()).verdict == outcome::permitted);
    auto stages = whole_way;
    stages.push_back(stage::suspended);
    auto const after_it = travelled(stages);
    CHECK(record_capabilities(now, after_it));
    CHECK(ask(now.today()).verdict == outcome::not_provided_for);
    now.move_to(day(2024y / 7 / 31));
    CHECK(ask(now.today()).verdict == outcome::permitted);
    now.move_to(day(2024y / 8 / 1));
    CHECK(ask(now.today()).verdict == outcome::not_provided_for);

    CHECK_FALSE(record_capabilities(now, before_it));  // a shorter history: facts are not taken away
    auto elsewhere = after_it;
    elsewhere.recipient = "nowhere"_institution;
    CHECK_FALSE(record_capabilities(now, elsewhere));
    CHECK(ask(now.today()).verdict == outcome::not_provided_for);
}

TEST_CASE("too few valid certificates suspend an accepted technique on the days on which they are too few") {
    auto all = small_network();
    all.packages.back().staff = {{profession::doctor, people(2), "course"_programme},
                                 {profession::nurse, people(9), std::nullopt}};
    all.programmes = {{.id = "course"_programme, .provider = "giver"_institution, .source = synthetic()},
                      {.id = "other"_programme, .provider = "giver"_institution, .source = synthetic()}};
    all.programmes[0].expiry = expires_after{calendar_months(12)};
    for (auto const& who : {"x"_person, "y"_person, "z"_person})
        all.people.push_back(
            {.id = who, .profession = profession::doctor, .workplace = "recipient"_institution, .source = synthetic()});
    auto const issue = [&](certificate_id id, person_id holder, programme_id what, partial_date on) {
        all.certificates.push_back(
            {.id = id, .programme = what, .holder = holder, .issued = on, .source = synthetic()});
    };
    issue("c1"_certificate, "x"_person, "course"_programme, 2024y / 1 / 1);
    issue("c2"_certificate, "x"_person, "course"_programme, 2024y / 6 / 1);
    issue("c3"_certificate, "z"_person, "other"_programme, partial_date::always());
    issue("c4"_certificate, "y"_person, "course"_programme, 2024y / 3 / 1);
    all.certificates.back().revoked = 2024y / 9 / 1;
    all.transfers.push_back(travelled(way_to(stage::accepted)));  // accepted 2024-05-01
    write_capabilities(all, "t"_transfer);
    certificate_terms const terms(month_end::last_of_month, last_valid_day::day_before, renewal_start::at_issue,
                                  std::chrono::days(0));
    auto const staff_of = [&](network const& written) {
        return certified_staff(written, certificate_register(written, terms), staff_conditions(written), false);
    };
    auto const staff = staff_of(all);
    REQUIRE(staff.conditions().size() == 2);  // the package's own technique and that of its part
    auto const missing = staff.staff().shortfalls(staff.conditions()[0]);
    REQUIRE(missing.size() == 2);
    CHECK(missing[0].when == validity(until(2024y / 3 / 1)));
    CHECK(missing[1].when == validity(from(2024y / 9 / 1)));
    CHECK(is_yes(missing[1].certain));
    CHECK(missing[1].why.en == "fewer than 2 (doctor) hold a valid certificate “course”");

    auto vague = all;
    staff.hold(all);
    CHECK(on(all, 2024y / 4 / 30).verdict == outcome::not_provided_for);
    CHECK(on(all, 2024y / 5 / 1).verdict == outcome::permitted);
    CHECK(on(all, 2024y / 8 / 31).verdict == outcome::permitted);
    auto const lapsed = on(all, 2024y / 9 / 1);
    CHECK(lapsed.verdict == outcome::not_provided_for);
    REQUIRE(lapsed.grounds.size() == 1);
    CHECK(lapsed.grounds[0] == "surgery is at the stage “suspended” (from 2024-09-01, no end stated)");

    // A certificate taken back on a day not known leaves it open, and so does the answer.
    vague.certificates.back().revoked = partial_date::year(2024y);
    auto const perhaps = staff_of(vague);
    auto const maybe_short = perhaps.staff().shortfalls(perhaps.conditions()[0]);
    REQUIRE(maybe_short.size() == 3);
    CHECK(is_unknown(maybe_short[1].certain));
    perhaps.hold(vague);
    CHECK(on(vague, 2024y / 9 / 1).verdict == outcome::facts_missing);
    CHECK(on(vague, 2025y / 1 / 1).verdict == outcome::not_provided_for);
}

TEST_CASE(
    "an indicator breaks its limit only where the whole range of the figure does, and is a cause to be decided on") {
    auto const rate = [](int least, std::optional<int> most, std::optional<int> out_of) {
        figure made{.indicator = "complications"_indicator,
                    .site = "recipient"_institution,
                    .least = items(least),
                    .valid = from(2024y / 7 / 1)};
        if (most) made.most = items(*most);
        if (out_of) made.out_of = items(*out_of);
        return made;
    };
    indicator_limit const limit{"complications"_indicator, better::lower, percentage(5)};
    CHECK(is_yes(breaks(rate(6, 6, 100), limit)));
    CHECK(is_no(breaks(rate(5, 5, 100), limit)));
    CHECK(is_unknown(breaks(rate(4, 6, 100), limit)));
    CHECK(is_unknown(breaks(rate(4, std::nullopt, 100), limit)));
    CHECK(is_unknown(breaks(rate(6, 6, std::nullopt), limit)));
    CHECK(is_no(breaks(rate(6, 6, 100), {"compliance"_indicator, better::lower, percentage(5)})));
    CHECK(is_yes(breaks(rate(80, 89, 100), {"complications"_indicator, better::higher, percentage(90)})));
    CHECK(is_no(breaks(rate(90, std::nullopt, 100), {"complications"_indicator, better::higher, percentage(90)})));

    auto const why = cause_of(rate(6, 6, 100));
    CHECK(why.document == "complications 6/100");
    auto const judged = judge(travelled(way_to(stage::monitored)), {transfer_step::suspend, 2024y / 7 / 3, {why}},
                              {.package = "p"_package});
    CHECK(judged.outcome == step_outcome::allowed);
    CHECK(judged.find(transfer_guard::cause_stated)->held.en == "cause and decision (2024-07-01, complications 6/100)");
}

TEST_CASE("who trains is known where every team names its members") {
    network all;
    all.teams.push_back({.id = "a"_team, .institution = "giver"_institution, .members = {"x"_person, "y"_person}});
    all.teams.push_back({.id = "b"_team, .institution = "giver"_institution});
    auto each = a_transfer();
    CHECK_FALSE(trainers_of(all, each));
    each.trainers = {"a"_team};
    CHECK(trainers_of(all, each) == std::vector{"x"_person, "y"_person});
    each.trainers.push_back("b"_team);
    CHECK_FALSE(trainers_of(all, each));
}

TEST_CASE("packages are transferred after what they need, and a circle of needs is named") {
    auto const named_package = [](std::string_view id, std::vector<package_id> first,
                                  std::vector<package_id> parts = {}) {
        return package{.id = package_id::checked(id), .parts = std::move(parts), .prerequisites = std::move(first)};
    };
    std::vector all{named_package("a", {"b"_package}, {"c"_package}), named_package("b", {"d"_package}),
                    named_package("c", {"b"_package}), named_package("d", {})};
    CHECK(order_of_transfer(all, "a"_package).order == std::vector{"d"_package, "b"_package, "c"_package, "a"_package});
    all[3].prerequisites = {"a"_package, "e"_package};
    auto const knot = order_of_transfer(all, "a"_package);
    CHECK(knot.order.empty());
    CHECK(knot.circle == std::vector{"a"_package, "b"_package, "d"_package});
    CHECK(knot.missing == std::vector{"e"_package});
}
