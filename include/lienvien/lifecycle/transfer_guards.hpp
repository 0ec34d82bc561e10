#pragma once

#include <lienvien/lifecycle/evidence_scales.hpp>
#include <lienvien/lifecycle/step_judgement.hpp>
#include <lienvien/lifecycle/transfer_evidence.hpp>
#include <lienvien/lifecycle/transfer_steps.hpp>
#include <lienvien/lifecycle/transfer_terms.hpp>
#include <lienvien/model/transfer.hpp>

namespace lienvien {
inline namespace v0 {

/// The stage that a transfer has reached; not known where none is told.
[[nodiscard]] inline stage stage_of(transfer const& each) noexcept {
    return each.stages.empty() ? stage::not_known : each.stages.back().stage;
}

namespace detail {

/// Puts all guards of a step together.
class step_scales {
public:
    step_scales(transfer const& so_far, proposed_step const& proposed, transfer_terms const& terms)
        : so_far_(so_far), proposed_(proposed), terms_(terms) {}

    [[nodiscard]] step_judgement judge() {
        stage const from = stage_of(so_far_);
        auto const to = transfer_table.next(from, proposed_.step);
        step_judgement judged{.step = proposed_.step, .from = from, .to = to.value_or(stage::not_known)};
        judged.guards.push_back(in_table(from, to.has_value()));
        judged.guards.push_back(of_package());
        judged.guards.push_back(days_in_order());
        if (to) {
            evidence_scales const scales(so_far_, proposed_, terms_);
            for (auto const& rule : guard_rules) {
                if (rule.step == proposed_.step) judged.guards.push_back(scales.weigh(rule));
            }
        }
        truth all = truth::yes;
        for (auto const& each : judged.guards) all &= each.met;
        judged.outcome = is_yes(all)  ? step_outcome::allowed
                         : is_no(all) ? step_outcome::refused
                                      : step_outcome::facts_missing;
        return judged;
    }

private:
    [[nodiscard]] static guard_answer in_table(stage from, bool is_in_table) {
        guard_answer answer{transfer_guard::step_in_table, known(is_in_table)};
        if (is_in_table) return answer;
        answer.held = spoken().say("giai đoạn “", "the stage “").say(label_of(from)).say("”").words();
        spoken others;
        for (auto const& row : transfer_table.rows) {
            if (row.from == from) others.say(others.empty() ? "" : ", ").say("“").say(label_of(row.by)).say("”");
        }
        answer.missing = others.empty()
                             ? text{"không bước nào: chuyển giao đã kết thúc", "no step: the transfer is over"}
                             : spoken().say("một trong các bước ", "one of the steps ").say(others.words()).words();
        return answer;
    }
    [[nodiscard]] guard_answer of_package() const {
        guard_answer answer{transfer_guard::terms_of_package, known(terms_.package == so_far_.package)};
        if (is_yes(answer.met)) return answer;
        answer.held =
            spoken().say("điều kiện của gói “", "terms of the package “").say(terms_.package.view()).say("”").words();
        answer.missing =
            spoken().say("điều kiện của gói “", "terms of the package “").say(so_far_.package.view()).say("”").words();
        return answer;
    }
    [[nodiscard]] guard_answer days_in_order() const {
        guard_answer answer{transfer_guard::days_in_order, truth::yes};
        answer.held = spoken().say("bước ngày ", "the step on ").say(proposed_.on).words();
        if (so_far_.stages.empty()) return answer;
        auto const& last = so_far_.stages.back();
        answer.met = !before(proposed_.on, last.on);
        answer.held = spoken()
                          .say(answer.held)
                          .say(", giai đoạn “", ", the stage “")
                          .say(label_of(last.stage))
                          .say("” từ ", "” since ")
                          .say(last.on)
                          .words();
        if (is_no(answer.met)) {
            answer.missing = {"một ngày không trước giai đoạn đó", "a day that is not before that stage"};
        } else if (is_unknown(answer.met)) {
            answer.missing = {"ngày chính xác của bước hoặc của giai đoạn",
                              "the exact day of the step or of the stage"};
        }
        return answer;
    }

    transfer const& so_far_;
    proposed_step const& proposed_;
    transfer_terms const& terms_;
};

}  // namespace detail

/// May this step be taken now, by what is shown for it and what the package asks for? Every guard is answered: what is held,
/// what is missing, what does not count and why. Evidence counts from the day on which its stage was reached up to the day of
/// the step, that which the history holds for the present stage as well; what is shown twice counts once; of several marks the
/// latest counts.
/// Outcome: `refused` where a guard is surely not met, `facts_missing` where none is and one is open, else `allowed`.
/// Complexity: guards of the step x what is shown.
[[nodiscard]] inline step_judgement judge(transfer const& so_far, proposed_step const& proposed,
                                          transfer_terms const& terms) {
    return detail::step_scales(so_far, proposed, terms).judge();
}

}  // namespace v0
}  // namespace lienvien
