#include <lienvien/lifecycle/capability_conditions.hpp>
#include <lienvien/lifecycle/transfer_capabilities.hpp>
#include <lienvien/lifecycle/transfer_gate.hpp>
#include <lienvien/network/snapshot.hpp>

#include <support/rapidcheck.hpp>

#include <chrono>
#include <cstddef>
#include <lifecycle/transfers.hpp>
#include <network/made.hpp>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

// The gate lets in exactly the histories that the table allows; what is stated later never overturns what was certain; and
// on every day a recipient performs what the stage of that day says.

using namespace made;

namespace {

sys_days const first_day = day(2024y / 1 / 1);

int any(int from, int to) { return *rc::gen::inRange(from, to + 1); }
bool coin() { return any(0, 1) == 1; }

/// A history of any stages on any days, mostly in the order of the table.
transfer any_history() {
    auto each = a_transfer();
    int on = 0;
    int const size = any(0, 9);
    for (int n = 0; n < size; ++n) {
        stage const now = stage_of(each);
        auto next = static_cast<stage>(any(0, 10));
        if (any(0, 9) > 0) {
            std::vector<stage> ways;
            for (auto const& row : transfer_table.rows) {
                if (row.from == now) ways.push_back(row.to);
            }
            if (!ways.empty()) next = ways[static_cast<std::size_t>(any(0, static_cast<int>(ways.size()) - 1))];
        }
        on += any(0, 19) == 0 ? -any(1, 40) : any(0, 60);
        auto const then = first_day + std::chrono::days(on);
        auto const month = year_month_day(then).year() / year_month_day(then).month();
        each.stages.push_back({.stage = next,
                               .on = any(0, 9) == 0   ? partial_date::month(month)
                                     : any(0, 9) == 0 ? partial_date::unknown()
                                                      : partial_date(then),
                               .source = synthetic()});
        for (int m = any(0, 3); m > 1; --m) {
            each.stages.back().evidence.push_back(
                to_evidence({static_cast<evidence_kind>(any(0, 16)), then, items(any(0, 50)), "dr-examiner"_person}));
        }
    }
    return each;
}

/// The steps of the table, written down a second time and otherwise.
bool may_become(stage from, stage to) {
    switch (to) {
        case stage::readiness:
            return from == stage::not_known;
        case stage::theory:
            return from == stage::readiness;
        case stage::clinical:
            return from == stage::theory;
        case stage::on_site:
            return from == stage::clinical;
        case stage::accepted:
            return from == stage::on_site || from == stage::suspended;
        case stage::monitored:
            return from == stage::accepted;
        case stage::replicating:
            return from == stage::monitored;
        case stage::suspended:
            return from == stage::accepted || from == stage::monitored || from == stage::replicating;
        case stage::withdrawn:
            return from != stage::not_known && from != stage::withdrawn && from != stage::failed;
        case stage::failed:
            return from == stage::theory || from == stage::clinical || from == stage::on_site;
        default:
            return false;
    }
}
bool is_lawful_history(transfer const& each, bool may_begin_late) {
    stage now = stage::not_known;
    for (std::size_t n = 0; n < each.stages.size(); ++n) {
        auto const& record = each.stages[n];
        bool const begins_late = n == 0 && may_begin_late && record.stage != stage::not_known;
        if (!may_become(now, record.stage) && !begins_late) return false;
        if (n > 0 && is_yes(before(record.on, each.stages[n - 1].on))) return false;
        now = record.stage;
    }
    return true;
}

partial_date any_date() {
    auto const then = first_day + std::chrono::days(any(0, 400));
    if (any(0, 5) > 0) return then;
    return coin() ? partial_date::unknown() : partial_date::year(2024y);
}
std::vector<shown_evidence> any_evidence() {
    std::vector<shown_evidence> all;
    for (int n = any(0, 8); n > 0; --n) {
        shown_evidence each{.kind = static_cast<evidence_kind>(any(1, 16)), .on = any_date()};
        if (any(0, 4) > 0) each.count = items(any(0, 100));
        if (coin()) each.assessor = coin() ? "dr-trainer"_person : "dr-examiner"_person;
        all.push_back(each);
    }
    return all;
}
truth any_truth() { return static_cast<truth>(any(-1, 1)); }
transfer_terms any_terms() {
    auto const number = [] { return any(0, 2) == 0 ? std::nullopt : std::optional(items(any(0, 60))); };
    auto const share = [] { return any(0, 2) == 0 ? std::nullopt : std::optional(percentage(any(0, 100))); };
    transfer_terms terms{.package = "p"_package};
    if (coin()) terms.trainers = coin() ? std::vector{"dr-trainer"_person} : std::vector<person_id>{};
    terms.gap_list = any_truth(), terms.theory_hours = number(), terms.theory_mark = share();
    terms.clinical_hours = number(), terms.observed_cases = number(), terms.assisted_cases = number();
    terms.supervised_cases = number(), terms.independent_assessor = any_truth(), terms.both_sides_accept = any_truth();
    terms.list_approval = any_truth(), terms.follow_up_plan = any_truth(), terms.followed_cases = number();
    terms.compliance = share(), terms.own_trainers = number(), terms.cases_after_suspension = number();
    return terms;
}

/// States what is not stated; what is stated stays.
template <class T, class Make>
void settle(std::optional<T>& value, Make make) {
    if (!value) value = make();
}
void settle(truth& value) {
    if (is_unknown(value)) value = coin() ? truth::yes : truth::no;
}
transfer_terms settled_terms(transfer_terms terms) {
    auto const number = [] { return items(any(0, 60)); };
    auto const share = [] { return percentage(any(0, 100)); };
    settle(terms.trainers, [] { return std::vector{"dr-trainer"_person}; });
    settle(terms.gap_list), settle(terms.independent_assessor), settle(terms.both_sides_accept);
    settle(terms.list_approval), settle(terms.follow_up_plan);
    for (auto* each :
         {&terms.theory_hours, &terms.clinical_hours, &terms.observed_cases, &terms.assisted_cases,
          &terms.supervised_cases, &terms.followed_cases, &terms.own_trainers, &terms.cases_after_suspension})
        settle(*each, number);
    settle(terms.theory_mark, share), settle(terms.compliance, share);
    return terms;
}
partial_date settled_date(partial_date date) {
    auto const first = date.earliest().value_or(first_day - std::chrono::days(100));
    auto const last = date.latest().value_or(first_day + std::chrono::days(500));
    return partial_date(first + std::chrono::days(any(0, static_cast<int>((last - first).count()))));
}

}  // namespace

TEST_CASE("the gate") {
    rc::prop("accepts exactly the histories that the table allows, and gives back what went in", [] {
        auto const each = any_history();
        bool const late = coin();
        auto entered = enter(each, late ? first_stages::may_be_untold : first_stages::are_told);
        RC_ASSERT((entered.at.has_value() == is_lawful_history(each, late)));
        RC_ASSERT((entered.at.has_value() == !entered.findings.has_errors()));
        if (!entered.at) return;
        RC_TAG(stage_of(*entered.at) == stage::not_known ? "not begun" : "begun");
        RC_ASSERT((written(*entered.at) == each));
        bool const typed_right = std::visit(
            [&](auto const& at) { return std::remove_cvref_t<decltype(at)>::reached == stage_of(each); }, *entered.at);
        RC_ASSERT(typed_right);
    });
    rc::prop("lets in what a step makes, and a refused step changes nothing", [] {
        auto each = any_history();
        auto entered = enter(each, first_stages::may_be_untold);
        if (!entered.at) return;
        proposed_step const step{static_cast<transfer_step>(any(1, 11)), any_date(), any_evidence(), synthetic()};
        auto const terms = any_terms();
        auto const taken = advance(std::move(*entered.at), step, terms);
        RC_ASSERT((taken.because == judge(each, step, terms)));
        if (taken.allowed()) {
            RC_ASSERT((written(taken.at).stages.size() == each.stages.size() + 1));
            RC_ASSERT((enter(written(taken.at), first_stages::may_be_untold).at.has_value()));
            auto shorter = written(taken.at);
            shorter.stages.pop_back();
            RC_ASSERT((shorter == each));
        } else {
            RC_ASSERT((written(taken.at) == each));
        }
    });
}

TEST_CASE("judgements") {
    rc::prop("say what is missing exactly where a guard is not met", [] {
        auto const judged =
            judge(any_history(), {static_cast<transfer_step>(any(1, 11)), any_date(), any_evidence()}, any_terms());
        truth all = truth::yes;
        for (auto const& each : judged.guards) {
            all &= each.met;
            RC_ASSERT((each.missing.vi.empty() == is_yes(each.met)));
            RC_ASSERT((each.missing.en.empty() == is_yes(each.met)));
        }
        RC_ASSERT(((judged.outcome == step_outcome::allowed) == is_yes(all)));
        RC_ASSERT(((judged.outcome == step_outcome::refused) == is_no(all)));
    });
    rc::prop("stay what they are where they were certain, when terms and dates become known", [] {
        auto so_far = any_history();
        proposed_step step{static_cast<transfer_step>(any(1, 11)), any_date(), any_evidence(), synthetic()};
        auto const terms = any_terms();
        auto const vague = judge(so_far, step, terms);
        for (auto& record : so_far.stages) record.on = settled_date(record.on);
        step.on = settled_date(step.on);
        for (auto& each : step.shown) each.on = settled_date(each.on);
        auto const sharp = judge(so_far, step, settled_terms(terms));
        RC_ASSERT((sharp.guards.size() == vague.guards.size()));
        for (std::size_t n = 0; n < sharp.guards.size(); ++n) {
            RC_LOG() << name_of(sharp.guards[n].guard) << '\n';
            RC_ASSERT(refines(sharp.guards[n].met, vague.guards[n].met));
        }
        if (vague.outcome != step_outcome::facts_missing) RC_ASSERT((sharp.outcome == vague.outcome));
    });
}

TEST_CASE("capabilities over time") {
    rc::prop("on every day the recipient performs what the stage of that day says", [] {
        auto each = a_transfer();
        int on = 0;
        for (int n = any(1, 9); n > 0; --n) {
            std::vector<stage> ways;
            for (auto const& row : transfer_table.rows) {
                if (row.from == stage_of(each)) ways.push_back(row.to);
            }
            if (ways.empty()) break;
            on += any(0, 20);
            each.stages.push_back({.stage = ways[static_cast<std::size_t>(any(0, static_cast<int>(ways.size()) - 1))],
                                   .on = first_day + std::chrono::days(on),
                                   .source = synthetic()});
        }
        network all;
        add_hospital(all, "giver");
        add_hospital(all, "recipient");
        add_technique(all, "surgery");
        all.packages.push_back({.id = "p"_package, .techniques = {"surgery"_technique}, .source = synthetic()});
        all.transfers.push_back(each);
        write_capabilities(all, each.id);
        for (int d = -1; d <= on + 1; ++d) {
            auto const today = first_day + std::chrono::days(d);
            stage now = stage::not_known;
            for (auto const& record : each.stages) {
                if (*record.on.exact() <= today) now = record.stage;
            }
            auto const then = as_of(all, today);
            truth const found = then.performs(*then.find("recipient"_institution), *then.find("surgery"_technique));
            RC_ASSERT((found == known(is_yes(performs_alone(now)))));
        }
    });
    rc::prop("are held back where an interruption cuts them, day by day", [] {
        auto const some_time = [] {
            auto const first = first_day + std::chrono::days(any(0, 30));
            return any(0, 4) == 0 ? validity(period::from(first))
                                  : validity(period::between(first, first + std::chrono::days(any(1, 20))));
        };
        std::vector<interruption> cuts;
        for (int n = any(0, 5); n > 0; --n) cuts.push_back({.when = some_time(), .certain = truth::yes});
        capability accepted{.site = "recipient"_institution, .technique = "surgery"_technique};
        accepted.stage = stage::accepted;
        accepted.valid = some_time();
        auto const periods = interrupted({accepted}, cuts);
        for (int d = -1; d < 55; ++d) {
            auto const today = first_day + std::chrono::days(d);
            bool cut = false;
            for (auto const& each : cuts) cut = cut || is_yes(holds_on(each.when, today));
            int alone = 0, kept_back = 0;
            for (auto const& each : periods) {
                if (!is_yes(holds_on(each.valid, today))) continue;
                ++(each.stage == stage::accepted ? alone : kept_back);
            }
            bool const within = is_yes(holds_on(accepted.valid, today));
            RC_ASSERT((alone == (within && !cut ? 1 : 0)));
            RC_ASSERT((kept_back == (within && cut ? 1 : 0)));
        }
    });
}
