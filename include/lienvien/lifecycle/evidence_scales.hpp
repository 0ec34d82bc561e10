#pragma once

#include <lienvien/lifecycle/step_judgement.hpp>
#include <lienvien/lifecycle/transfer_evidence.hpp>
#include <lienvien/lifecycle/transfer_terms.hpp>
#include <lienvien/model/transfer.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Weighs what is shown for a step against what one guard asks for.
class evidence_scales {
public:
    evidence_scales(transfer const& so_far, proposed_step const& proposed, transfer_terms const& terms)
        : so_far_(so_far), proposed_(proposed), terms_(terms) {
        for (auto const& record : so_far.stages) {
            for (auto const& each : record.evidence) held_.push_back(to_shown(each));
        }
    }

    [[nodiscard]] guard_answer weigh(guard_rule const& rule) const {
        auto const found = gather(rule);
        guard_answer answer{rule.guard};
        hold(answer, found);
        // What does not count is said where it is counted, not again where it is asked who signed it.
        if (rule.guard != transfer_guard::independent_assessor) answer.set_aside = found.aside;
        if (rule.count) {
            count(answer, rule, found);
        } else if (rule.mark) {
            mark(answer, rule, found);
        } else if (rule.guard == transfer_guard::independent_assessor) {
            assessor(answer, found);
        } else {
            paper(answer, rule, found);
        }
        return answer;
    }

private:
    /// Evidence of one kind: what surely counts, what may count, and what does not.
    struct heap {
        std::vector<shown_evidence const*> sure, open;
        std::vector<text> aside;
    };

    /// The day from which evidence counts.
    [[nodiscard]] partial_date counts_since(counted_from since) const noexcept {
        if (since == counted_from::any_time || so_far_.stages.empty()) return partial_date::always();
        if (since == counted_from::this_stage) return so_far_.stages.back().on;
        for (std::size_t n = so_far_.stages.size(); n > 0; --n) {
            if (so_far_.stages[n - 1].stage == stage::accepted) return so_far_.stages[n - 1].on;
        }
        return partial_date::unknown();
    }
    [[nodiscard]] static text described(shown_evidence const& each) {
        spoken words;
        words.say(label_of(each.kind));
        if (each.count) words.say(": ").say(each.count->to_string());
        words.say(" (").say(each.on);
        if (each.assessor) words.say(", ").say(each.assessor->view());
        if (!each.document.empty()) words.say(", ").say(each.document);
        return words.say(")").words();
    }
    [[nodiscard]] heap gather(guard_rule const& rule) const {
        heap found;
        auto const since = counts_since(rule.since);
        if (rule.since != counted_from::any_time) {
            for (auto const& each : held_) {
                if (each.kind == rule.kind) put(found, each, since);
            }
        }
        for (auto const& each : proposed_.shown) {
            if (each.kind != rule.kind) continue;
            if (is_there(found, each)) {
                // The same again; without an exact day it may be another.
                if (!each.on.is_exact()) found.open.push_back(&each);
                continue;
            }
            if (put(found, each, since)) continue;
            bool const early = is_yes(before(each.on, since));
            found.aside.push_back(spoken()
                                      .say(described(each))
                                      .say(early ? ": trước ngày " : ": sau ngày của bước, ",
                                           early ? ": dated before " : ": dated after the step, ")
                                      .say(early ? since : proposed_.on)
                                      .words());
        }
        return found;
    }
    /// Puts evidence that counts, or may count, onto its heap.
    bool put(heap& found, shown_evidence const& each, partial_date const& since) const {
        truth const in_time = !(before(each.on, since) | before(proposed_.on, each.on));
        if (is_no(in_time)) return false;
        (is_yes(in_time) ? found.sure : found.open).push_back(&each);
        return true;
    }
    /// Does the same count already?
    [[nodiscard]] static bool is_there(heap const& found, shown_evidence const& shown) {
        for (auto const* each : found.sure) {
            if (*each == shown) return true;
        }
        for (auto const* each : found.open) {
            if (*each == shown) return true;
        }
        return false;
    }
    static void hold(guard_answer& answer, heap const& found) {
        spoken words;
        for (auto const* each : found.sure) words.say(words.empty() ? "" : ", ").say(described(*each));
        for (auto const* each : found.open) {
            words.say(words.empty() ? "" : ", ")
                .say(described(*each))
                .say(", chưa chắc đúng hạn", ", perhaps not in time");
        }
        answer.held = words.words();
    }

    [[nodiscard]] static text unstated(label which, label kind) {
        return spoken().say(which).say(": ").say(kind).words();
    }

    void count(guard_answer& answer, guard_rule const& rule, heap const& found) const {
        auto const& least = terms_.*rule.count;
        if (!least) {
            answer.missing = unstated({"gói yêu cầu bao nhiêu", "how many the package asks for"}, label_of(rule.kind));
            return;
        }
        std::int64_t held = 0, possible = 0;
        bool uncounted = false;
        for (auto const* each : found.sure) {
            uncounted = uncounted || !each->count;
            held += each->count ? each->count->count() : 0;
        }
        for (auto const* each : found.open) {
            uncounted = uncounted || !each->count;
            possible += each->count ? each->count->count() : 0;
        }
        std::int64_t const wanted = least->count();
        answer.met = held >= wanted ? truth::yes : held + possible >= wanted || uncounted ? truth::unknown : truth::no;
        if (is_yes(answer.met)) return;
        answer.missing = spoken()
                             .say(label_of(rule.kind))
                             .say(": thêm ", ": ")
                             .say(std::to_string(wanted - held))
                             .say(" (cần ", " more (of ")
                             .say(std::to_string(wanted))
                             .say(")")
                             .words();
    }
    /// The latest mark counts; where it is not certain which is the latest, all those that may be.
    void mark(guard_answer& answer, guard_rule const& rule, heap const& found) const {
        auto const& least = terms_.*rule.mark;
        if (!least) {
            answer.missing = unstated({"gói yêu cầu mức nào", "which mark the package asks for"}, label_of(rule.kind));
            return;
        }
        truth reached = truth::no;
        bool any = false, any_sure = false;
        auto const look_at = [&](shown_evidence const* each, bool sure) {
            for (auto const* other : found.sure) {
                if (is_yes(before(each->on, other->on))) return;
            }
            truth const enough = each->count ? known(each->count->count() * 100 >= least->count()) : truth::unknown;
            reached = !any || reached == enough ? enough : truth::unknown;
            any = true;
            any_sure = any_sure || sure;
        };
        for (auto const* each : found.sure) look_at(each, true);
        for (auto const* each : found.open) look_at(each, false);
        // A mark that may lie outside the time may be no mark at all.
        if (any && !any_sure) reached &= truth::unknown;
        answer.met = known(least->count() == 0) | reached;
        if (is_yes(answer.met)) return;
        answer.missing = spoken()
                             .say(label_of(rule.kind))
                             .say(" từ ", " of at least ")
                             .say(least->to_string())
                             .say(is_unknown(answer.met) ? ", có ngày và kết quả rõ" : " trở lên",
                                  is_unknown(answer.met) ? ", with a certain day and result" : "")
                             .words();
    }
    void paper(guard_answer& answer, guard_rule const& rule, heap const& found) const {
        truth const asked = rule.asked ? terms_.*rule.asked : truth::yes;
        truth const shown = !found.sure.empty() ? truth::yes : known(!found.open.empty()) & truth::unknown;
        answer.met = (!asked) | shown;
        if (is_yes(answer.met)) return;
        answer.missing = is_unknown(asked) ? unstated({"gói có yêu cầu hay không", "whether the package asks for"},
                                                      label_of(rule.kind))
                                           : to_text(label_of(rule.kind));
    }
    /// Who signed each case under supervision, and is it somebody who does not train?
    void assessor(guard_answer& answer, heap const& found) const {
        truth independent = truth::yes;
        spoken lacking;
        auto const look_at = [&](shown_evidence const* each, bool sure) {
            auto const lacks = [&](truth value) -> spoken& {
                independent &= sure ? value : value | truth::unknown;
                return lacking.say(lacking.empty() ? "" : "; ");
            };
            bool is_trainer = false;
            if (terms_.trainers && each->assessor) {
                for (auto const& one : *terms_.trainers) is_trainer = is_trainer || one == *each->assessor;
            }
            if (!each->assessor) {
                lacks(truth::no).say("người đánh giá của ", "who assessed ").say(described(*each));
            } else if (is_trainer) {
                lacks(truth::no)
                    .say("người đánh giá khác: “", "another assessor: “")
                    .say(each->assessor->view())
                    .say("” là người đào tạo", "” is a trainer");
            } else if (!terms_.trainers) {
                lacks(truth::unknown).say("ai đào tạo", "who trains");
            }
        };
        for (auto const* each : found.sure) look_at(each, true);
        for (auto const* each : found.open) look_at(each, false);
        auto const& cases =
            proposed_.step == transfer_step::accept_again ? terms_.cases_after_suspension : terms_.supervised_cases;
        bool const none_asked = cases && cases->count() == 0 && found.open.empty();
        if (found.sure.empty() && !none_asked) {
            independent &= truth::unknown;
            lacking.say(lacking.empty() ? "" : "; ")
                .say("đánh giá của người không phải người đào tạo", "an assessment by somebody who is no trainer");
        }
        answer.met = (!terms_.independent_assessor) | independent;
        if (is_yes(answer.met)) return;
        answer.missing = is_unknown(terms_.independent_assessor)
                             ? unstated({"gói có yêu cầu hay không", "whether the package asks for"},
                                        {"người đánh giá không phải người đào tạo", "an assessor who is no trainer"})
                             : lacking.words();
    }

    transfer const& so_far_;
    proposed_step const& proposed_;
    transfer_terms const& terms_;
    std::vector<shown_evidence> held_;  ///< what the history holds; that from the time that counts, counts
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
