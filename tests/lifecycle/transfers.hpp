#pragma once

#include <lienvien/lifecycle/transfer_gate.hpp>

#include <string_view>
#include <utility>
#include <vector>

/// Made-up transfers, terms and evidence. The numbers are nobody's: no rule of law gives any.
namespace made {

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

inline transfer a_transfer() {
    return {.id = "t"_transfer,
            .package = "p"_package,
            .giver = "giver"_institution,
            .recipient = "recipient"_institution,
            .source = synthetic()};
}
/// Terms that state everything.
inline transfer_terms full_terms() {
    return {.package = "p"_package,
            .trainers = std::vector{"dr-trainer"_person},
            .gap_list = truth::yes,
            .theory_hours = items(40),
            .theory_mark = percentage(70),
            .clinical_hours = items(80),
            .observed_cases = items(5),
            .assisted_cases = items(10),
            .supervised_cases = items(20),
            .independent_assessor = truth::yes,
            .both_sides_accept = truth::yes,
            .list_approval = truth::yes,
            .follow_up_plan = truth::yes,
            .followed_cases = items(50),
            .compliance = percentage(90),
            .own_trainers = items(2),
            .cases_after_suspension = items(5),
            .source = synthetic()};
}
inline shown_evidence counted(evidence_kind kind, int count, partial_date on) {
    return {.kind = kind, .on = on, .count = items(count)};
}
inline shown_evidence cases(int count, partial_date on, std::string_view assessor = "dr-examiner") {
    return {.kind = evidence_kind::supervised_cases,
            .on = on,
            .count = items(count),
            .assessor = person_id::checked(assessor)};
}
inline shown_evidence paper(evidence_kind kind, partial_date on, std::string_view document = "no. 1 (synthetic)") {
    return {.kind = kind, .on = on, .document = std::string(document)};
}
/// What meets the full terms for a step that leaves a stage reached on or before `since` and is taken on `on`.
inline std::vector<shown_evidence> enough_for(transfer_step step, partial_date on) {
    using enum evidence_kind;
    switch (step) {
        case transfer_step::begin_theory:
            return {paper(gap_list_closed, on)};
        case transfer_step::begin_clinical:
            return {counted(theory_hours, 40, on), counted(theory_mark, 70, on)};
        case transfer_step::begin_on_site:
            return {counted(clinical_hours, 80, on), counted(observed_cases, 5, on), counted(assisted_cases, 10, on)};
        case transfer_step::accept:
            return {cases(20, on), paper(accepted_by_giver, on), paper(accepted_by_recipient, on),
                    paper(approved_in_list, on, "list 7 (synthetic)")};
        case transfer_step::monitor:
            return {paper(follow_up_plan, on)};
        case transfer_step::replicate:
            return {counted(followed_cases, 50, on), counted(compliance, 90, on), counted(own_trainers, 2, on)};
        case transfer_step::accept_again:
            return {paper(cause_removed, on), cases(5, on), paper(accepted_by_giver, on),
                    paper(accepted_by_recipient, on)};
        case transfer_step::suspend:
        case transfer_step::withdraw:
        case transfer_step::fail:
            return {paper(cause, on)};
        default:
            return {};
    }
}
template <transfer_step Step>
evidence_for<Step> enough(partial_date on) {
    return {.on = on, .shown = enough_for(Step, on), .source = synthetic()};
}

}  // namespace made
