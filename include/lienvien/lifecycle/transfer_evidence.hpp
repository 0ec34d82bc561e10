#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/lifecycle/transfer_steps.hpp>
#include <lienvien/model/capability.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a piece of evidence shows. Case counts and hours are in its count; marks too, in whole percent.
enum class evidence_kind : std::uint8_t {
    not_known,
    gap_list_closed,
    theory_hours,
    theory_mark,
    clinical_hours,
    observed_cases,
    assisted_cases,
    supervised_cases,
    accepted_by_giver,
    accepted_by_recipient,
    approved_in_list,
    follow_up_plan,
    followed_cases,
    compliance,
    own_trainers,
    cause,
    cause_removed
};
template <>
struct vocabulary<evidence_kind> {
    using enum evidence_kind;
    static constexpr std::array words{
        word<evidence_kind>{not_known, "not_known", {"không rõ loại", "kind not known"}},
        word<evidence_kind>{
            gap_list_closed, "gap_list_closed", {"danh sách thiếu hụt đã khắc phục", "list of gaps, closed"}},
        word<evidence_kind>{theory_hours, "theory_hours", {"giờ học lý thuyết", "hours of theory"}},
        word<evidence_kind>{theory_mark, "theory_mark", {"điểm lý thuyết (%)", "mark in theory (%)"}},
        word<evidence_kind>{clinical_hours, "clinical_hours", {"giờ thực hành", "hours of practical training"}},
        word<evidence_kind>{observed_cases, "observed_cases", {"ca quan sát", "cases observed"}},
        word<evidence_kind>{assisted_cases, "assisted_cases", {"ca phụ giúp", "cases assisted"}},
        word<evidence_kind>{supervised_cases, "supervised_cases", {"ca làm có giám sát", "supervised cases"}},
        word<evidence_kind>{
            accepted_by_giver, "accepted_by_giver", {"biên bản nghiệm thu của bên giao", "acceptance by the giver"}},
        word<evidence_kind>{accepted_by_recipient,
                            "accepted_by_recipient",
                            {"biên bản nghiệm thu của bên nhận", "acceptance by the recipient"}},
        word<evidence_kind>{approved_in_list,
                            "approved_in_list",
                            {"phê duyệt vào danh mục kỹ thuật của bên nhận", "approval in the recipient's list"}},
        word<evidence_kind>{follow_up_plan, "follow_up_plan", {"kế hoạch theo dõi", "plan of follow-up"}},
        word<evidence_kind>{followed_cases, "followed_cases", {"ca tự làm được theo dõi", "cases followed up"}},
        word<evidence_kind>{compliance, "compliance", {"tỷ lệ tuân thủ quy trình (%)", "measured compliance (%)"}},
        word<evidence_kind>{own_trainers, "own_trainers", {"giảng viên của bên nhận", "trainers of the recipient"}},
        word<evidence_kind>{cause, "cause", {"lý do và quyết định", "cause and decision"}},
        word<evidence_kind>{cause_removed, "cause_removed", {"đã khắc phục nguyên nhân", "the cause is removed"}}};
};

/// A piece of evidence of a known kind.
struct shown_evidence {
    evidence_kind kind{};
    partial_date on{};
    std::optional<items> count{};
    std::optional<person_id> assessor{};
    std::string document{};

    friend bool operator==(shown_evidence const&, shown_evidence const&) = default;
};

/// The same as it is written in a network: the words of its kind say what it is.
[[nodiscard]] inline evidence to_evidence(shown_evidence const& shown) {
    return {.what = to_text(label_of(shown.kind)),
            .on = shown.on,
            .count = shown.count,
            .assessor = shown.assessor,
            .document = shown.document};
}
/// Back from a network; evidence in words of its own has no known kind. Complexity: linear in the kinds.
[[nodiscard]] inline shown_evidence to_shown(evidence const& written) {
    shown_evidence shown{
        .on = written.on, .count = written.count, .assessor = written.assessor, .document = written.document};
    for (auto const& each : vocabulary<evidence_kind>::words) {
        if (written.what.vi == each.label.vi && written.what.en == each.label.en) shown.kind = each.value;
    }
    return shown;
}

/// A step that somebody proposes at run time: which, on which day, and what shows that it may be taken.
struct proposed_step {
    transfer_step step{};
    partial_date on{};
    std::vector<shown_evidence> shown{};
    lienvien::source source{};

    friend bool operator==(proposed_step const&, proposed_step const&) = default;
};

/// What is shown for one step. The step is in the type, so that evidence for one never serves another.
template <transfer_step Step>
struct evidence_for {
    static constexpr transfer_step step = Step;

    partial_date on{};  ///< day of the step
    std::vector<shown_evidence> shown{};
    lienvien::source source{};

    friend bool operator==(evidence_for const&, evidence_for const&) = default;
};

/// Preparation begins (bắt đầu chuẩn bị).
using preparation_begun = evidence_for<transfer_step::prepare>;
/// The recipient is ready for theory: its gaps in structure, staff and equipment are closed.
using readiness_shown = evidence_for<transfer_step::begin_theory>;
/// Theory is learnt: hours, mark.
using theory_passed = evidence_for<transfer_step::begin_clinical>;
/// Cases were observed and assisted.
using clinical_passed = evidence_for<transfer_step::begin_on_site>;
/// Cases under supervision, both sides accept, the technique is approved in the recipient's list (nghiệm thu).
using acceptance = evidence_for<transfer_step::accept>;
using follow_up_begun = evidence_for<transfer_step::monitor>;
/// The recipient may now train others: compliance was measured, trainers of its own are named.
using replication_shown = evidence_for<transfer_step::replicate>;
using suspension = evidence_for<transfer_step::suspend>;
using acceptance_again = evidence_for<transfer_step::accept_again>;
using withdrawal = evidence_for<transfer_step::withdraw>;
using failure = evidence_for<transfer_step::fail>;

}  // namespace v0
}  // namespace lienvien
