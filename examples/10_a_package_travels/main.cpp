// Shows: a technique package on its way from K Hospital to Gia An 115: each stage is a type, each step a function of the stage
// before and of what is shown for it; a refused acceptance that names what is missing; a suspension; what all of it does to a
// patient's transfer, day by day; and know-how the other way, about whose terms nobody has stated anything.
// Read first: 01_refer_a_patient. The agreement and the packages are those of the article; every day, number and document on
// the way is synthetic, since the article tells no stage and no rule of law gives a number.
//
// usage: example_10_a_package_travels [network.json ...]      run in the folder examples/
#include "network_files.hpp"
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lifecycle/transfer_capabilities.hpp>
#include <lienvien/lifecycle/transfer_gate.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/text/print.hpp>

#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

/// What this demonstration asks for. A real package states its own numbers, or leaves them open.
transfer_terms demonstration_terms() {
    return {.package = "k-oncology"_package,
            .trainers = std::vector{"k-trainer"_person},
            .gap_list = truth::yes,
            .theory_hours = items(40),
            .theory_mark = percentage(70),
            .clinical_hours = items(160),
            .observed_cases = items(10),
            .assisted_cases = items(20),
            .supervised_cases = items(30),
            .independent_assessor = truth::yes,
            .both_sides_accept = truth::yes,
            .list_approval = truth::yes,
            .follow_up_plan = truth::yes,
            .followed_cases = items(50),
            .compliance = percentage(90),
            .own_trainers = items(2),
            .cases_after_suspension = items(5),
            .source = synthetic("made up for this example")};
}
shown_evidence number(evidence_kind kind, int count, year_month_day on) {
    return {.kind = kind, .on = on, .count = items(count)};
}
shown_evidence cases(int count, year_month_day on, person_id assessor) {
    return {.kind = evidence_kind::supervised_cases, .on = on, .count = items(count), .assessor = assessor};
}
shown_evidence paper(evidence_kind kind, year_month_day on, std::string document = {}) {
    return {.kind = kind, .on = on, .document = std::move(document)};
}

/// Says how a step went; the transfer at its next stage.
template <stage From, stage To>
transfer_at<To> taken(step_taken<From, To> step) {
    auto const& last = step.because();
    std::cout << "✓ " << label_of(last.step).en << " → " << label_of(last.to).en;
    auto next = std::move(step).next();
    std::cout << " (" << next.since().to_string() << ")\n";
    return next;
}
/// Every guard that is not met, one a line.
void print_refusal(step_judgement const& judged, language in) {
    std::string_view sign = "✗ ";
    for (auto const& each : sentences(judged)) {
        std::cout << sign << each.in(in) << '\n';
        sign = "  ";
    }
}

void print_grounds(proof const& node, language in) {
    for (auto const& each : node.readings) {
        for (auto const& fact : each.grounds) {
            if (fact.subject == "institution gia-an-115") std::cout << "  · " << fact.says.in(in) << '\n';
        }
    }
    for (auto const& part : node.parts) print_grounds(part, in);
}
/// May a patient who needs the technique be sent to Gia An 115 on this day, and what does the answer rest on?
void ask(network const& all, year_month_day date) {
    auto const today = as_of(all, date);
    auto const given = decide(today, vietnam::transfer_between_facilities,
                              {.id = "made-up"_need,
                               .origin = "south-provincial"_institution,
                               .field = "oncology"_field,
                               .techniques = {"cancer-treatment"_technique},
                               .urgency = urgency::routine,
                               .stable = truth::yes,
                               .transfer_indicated = truth::yes,
                               .source = synthetic()});
    auto const because = why(given, "gia-an-115"_institution);
    if (!because) return;
    std::cout << format_day(today.day()) << "  " << label_of(because->verdict.outcome).en << '\n';
    for (auto const& each : because->rules) {
        if (each.rule.id == "vn.15-2023.7.4"_rule) print_grounds(each.why, language::en);
    }
}

}  // namespace

int main(int count, char** names) {
    std::vector<std::string> files(names + 1, names + count);
    if (files.empty()) files = {"data/articles.json", "data/public_record.json", "data/synthetic_neighbours.json"};
    auto all = read_network_files(files);
    if (!all) return 1;
    auto const find = [&](transfer_id const& id) -> transfer* {
        for (auto& each : all->transfers) {
            if (each.id == id) return &each;
        }
        return nullptr;
    };
    auto* const oncology = find("k-gia-an-oncology"_transfer);
    auto* const records = find("gia-an-k-records"_transfer);
    if (!oncology || !records) return 1;

    std::cout << "—— The way of a package (days and numbers synthetic) ——\n";
    auto const terms = demonstration_terms();
    auto entered = enter(*oncology);
    print(std::cerr, entered.findings, language::en);
    if (!entered.at || stage_of(*entered.at) != stage::not_known) return 1;
    // [region steps]
    using enum evidence_kind;
    auto promised = std::get<transfer_at<stage::not_known>>(std::move(*entered.at));
    auto ready = taken(advance(std::move(promised), preparation_begun{.on = 2024y / 1 / 8}, terms));
    auto theory = taken(advance(
        std::move(ready),
        readiness_shown{.on = 2024y / 3 / 4, .shown = {paper(gap_list_closed, 2024y / 3 / 1, "gap list 2")}}, terms));
    auto clinical = taken(advance(
        std::move(theory),
        theory_passed{.on = 2024y / 6 / 3,
                      .shown = {number(theory_hours, 40, 2024y / 5 / 24), number(theory_mark, 82, 2024y / 5 / 31)}},
        terms));
    auto on_site = taken(advance(std::move(clinical),
                                 clinical_passed{.on = 2024y / 9 / 2,
                                                 .shown = {number(clinical_hours, 160, 2024y / 8 / 23),
                                                           number(observed_cases, 10, 2024y / 7 / 5),
                                                           number(assisted_cases, 22, 2024y / 8 / 23)}},
                                 terms));
    // advance(std::move(theory), acceptance{...}, terms) would not compile:
    // LIENVIEN-E105: a technique is accepted after work on site under supervision
    // [endregion steps]

    auto refused = advance(std::move(on_site),
                           acceptance{.on = 2025y / 3 / 3,
                                      .shown = {cases(18, 2025y / 2 / 10, "k-trainer"_person),
                                                cases(12, 2024y / 8 / 20, "k-examiner"_person),
                                                paper(accepted_by_giver, 2025y / 3 / 3, "minutes 1")}},
                           terms);
    if (refused) return 1;
    print_refusal(refused.because(), language::vi);
    print_refusal(refused.because(), language::en);
    on_site = std::move(refused).still();

    auto accepted = taken(advance(std::move(on_site),
                                  acceptance{.on = 2025y / 6 / 2,
                                             .shown = {cases(30, 2025y / 5 / 23, "k-examiner"_person),
                                                       paper(approved_in_list, 2025y / 5 / 30, "decision 5"),
                                                       paper(accepted_by_giver, 2025y / 6 / 2, "minutes 2"),
                                                       paper(accepted_by_recipient, 2025y / 6 / 2, "minutes 2")}},
                                  terms));
    auto monitored = taken(advance(
        std::move(accepted),
        follow_up_begun{.on = 2025y / 9 / 1, .shown = {paper(follow_up_plan, 2025y / 8 / 25, "plan 1")}}, terms));
    auto replicating = taken(advance(
        std::move(monitored),
        replication_shown{.on = 2026y / 3 / 2,
                          .shown = {number(followed_cases, 64, 2026y / 2 / 20), number(compliance, 93, 2026y / 2 / 20),
                                    number(own_trainers, 2, 2026y / 2 / 20)}},
        terms));
    auto suspended = taken(advance(
        std::move(replicating),
        suspension{.on = 2026y / 8 / 3, .shown = {paper(cause, 2026y / 8 / 1, "complications, decision 9")}}, terms));
    auto again = taken(advance(
        std::move(suspended),
        acceptance_again{
            .on = 2026y / 10 / 5,
            .shown = {paper(cause_removed, 2026y / 9 / 25, "report 3"), cases(5, 2026y / 9 / 30, "k-examiner"_person),
                      paper(accepted_by_giver, 2026y / 10 / 5), paper(accepted_by_recipient, 2026y / 10 / 5)}},
        terms));

    std::cout << "\n—— A patient of the southern provincial hospital (synthetic), to Gia An 115 ——\n";
    *oncology = std::move(again).written();
    write_capabilities(*all, oncology->id);
    for (auto const date : {2025y / 6 / 1, 2025y / 6 / 2, 2026y / 8 / 2, 2026y / 8 / 3, 2026y / 10 / 4, 2026y / 10 / 5})
        ask(*all, date);

    std::cout << "\n—— Electronic records the other way: what the package asks for is not stated ——\n";
    auto both = enter(*records);
    auto begun = advance(std::move(*both.at), {transfer_step::prepare, 2024y / 1 / 8}, {.package = records->package});
    auto const open =
        advance(std::move(begun.at), {transfer_step::begin_theory, 2024y / 2 / 5}, {.package = records->package});
    print_refusal(open.because, language::en);
}
