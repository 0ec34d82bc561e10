#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/lifecycle/transfer_evidence.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a package and its contract ask for before each step, in numbers of their own.
///
/// No rule of law gives these numbers, so none has a default: what is not stated is not known, and a step that hangs on it is
/// answered with `facts_missing`, neither yes nor no. A package that asks for none says so: `items(0)`, `truth::no`. What a
/// case or an hour is the package says; for know-how that is not clinical, units going live may be its cases.
struct transfer_terms {
    package_id package;
    std::optional<std::vector<person_id>> trainers{};  ///< all who train, by name; none: not stated
    truth gap_list{};                                  ///< is a closed list of gaps asked for before theory?
    std::optional<items> theory_hours{};
    std::optional<percentage> theory_mark{};
    std::optional<items> clinical_hours{};
    std::optional<items> observed_cases{};
    std::optional<items> assisted_cases{};
    std::optional<items> supervised_cases{};
    truth independent_assessor{};  ///< must whoever signs supervised cases be no trainer?
    truth both_sides_accept{};     ///< must giver and recipient both accept?
    truth list_approval{};         ///< must the technique be in the recipient's list before it is performed alone?
    truth follow_up_plan{};        ///< is a plan of follow-up asked for?
    std::optional<items> followed_cases{};  ///< before the recipient trains others
    std::optional<percentage> compliance{};
    std::optional<items> own_trainers{};
    std::optional<items> cases_after_suspension{};
    lienvien::source source{};

    friend bool operator==(transfer_terms const&, transfer_terms const&) = default;
};

/// What stands between a transfer and its next stage.
enum class transfer_guard : std::uint8_t {
    not_known,
    step_in_table,
    terms_of_package,
    days_in_order,
    gap_list_closed,
    theory_hours,
    theory_mark,
    clinical_hours,
    observed_cases,
    assisted_cases,
    supervised_cases,
    independent_assessor,
    accepted_by_giver,
    accepted_by_recipient,
    approved_in_list,
    follow_up_plan,
    followed_cases,
    compliance,
    own_trainers,
    cause_stated,
    cause_removed,
    cases_after_suspension
};
template <>
struct vocabulary<transfer_guard> {
    using enum transfer_guard;
    static constexpr std::array words{
        word<transfer_guard>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<transfer_guard>{
            step_in_table, "step_in_table", {"bước này đi được từ giai đoạn đó", "the step leaves from that stage"}},
        word<transfer_guard>{
            terms_of_package, "terms_of_package", {"điều kiện là của gói này", "the terms are those of the package"}},
        word<transfer_guard>{
            days_in_order, "days_in_order", {"bước không trước giai đoạn trước", "the step is not before its stage"}},
        word<transfer_guard>{
            gap_list_closed, "gap_list_closed", {"không còn thiếu hụt về điều kiện", "no gap in readiness is open"}},
        word<transfer_guard>{theory_hours, "theory_hours", {"đủ giờ lý thuyết", "enough hours of theory"}},
        word<transfer_guard>{theory_mark, "theory_mark", {"đạt điểm lý thuyết", "the mark in theory is reached"}},
        word<transfer_guard>{
            clinical_hours, "clinical_hours", {"đủ giờ thực hành", "enough hours of practical training"}},
        word<transfer_guard>{observed_cases, "observed_cases", {"đủ ca quan sát", "enough cases observed"}},
        word<transfer_guard>{assisted_cases, "assisted_cases", {"đủ ca phụ giúp", "enough cases assisted"}},
        word<transfer_guard>{
            supervised_cases, "supervised_cases", {"đủ ca có giám sát", "enough cases under supervision"}},
        word<transfer_guard>{independent_assessor,
                             "independent_assessor",
                             {"người đánh giá không phải người đào tạo", "the assessor is no trainer"}},
        word<transfer_guard>{accepted_by_giver, "accepted_by_giver", {"bên giao nghiệm thu", "the giver accepts"}},
        word<transfer_guard>{
            accepted_by_recipient, "accepted_by_recipient", {"bên nhận nghiệm thu", "the recipient accepts"}},
        word<transfer_guard>{approved_in_list,
                             "approved_in_list",
                             {"kỹ thuật đã vào danh mục của bên nhận trước ca tự làm đầu tiên",
                              "approved in the recipient's list before the first case alone"}},
        word<transfer_guard>{follow_up_plan, "follow_up_plan", {"có kế hoạch theo dõi", "follow-up is planned"}},
        word<transfer_guard>{followed_cases, "followed_cases", {"đủ ca được theo dõi", "enough cases followed up"}},
        word<transfer_guard>{
            compliance, "compliance", {"tuân thủ đã đo và đạt", "compliance was measured and is reached"}},
        word<transfer_guard>{
            own_trainers, "own_trainers", {"đủ giảng viên tại chỗ", "enough trainers of the recipient"}},
        word<transfer_guard>{cause_stated, "cause_stated", {"có lý do và quyết định", "a cause is stated and decided"}},
        word<transfer_guard>{cause_removed, "cause_removed", {"nguyên nhân đã khắc phục", "the cause is removed"}},
        word<transfer_guard>{cases_after_suspension,
                             "cases_after_suspension",
                             {"đủ ca giám sát sau tạm dừng", "enough supervised cases after the suspension"}}};
};

namespace detail {

/// From when on evidence counts for a guard.
enum class counted_from : std::uint8_t { any_time, this_stage, acceptance };

/// A guard of a step: which evidence meets it, and which term says how much is asked for.
struct guard_rule {
    transfer_step step{};
    transfer_guard guard{};
    evidence_kind kind{};
    counted_from since{};
    std::optional<items> transfer_terms::*count = nullptr;
    std::optional<percentage> transfer_terms::*mark = nullptr;
    truth transfer_terms::*asked = nullptr;  ///< neither count, mark nor this: always asked for
};

/// The guards of each step, in the order in which they are reported.
inline constexpr std::array<guard_rule, 23> guard_rules = [] {
    using step = transfer_step;
    using guard = transfer_guard;
    using kind = evidence_kind;
    using from = counted_from;
    using terms = transfer_terms;
    constexpr auto count = [](step s, guard g, kind k, std::optional<items> terms::*least,
                              from since = from::this_stage) {
        return guard_rule{s, g, k, since, least};
    };
    constexpr auto mark = [](step s, guard g, kind k, std::optional<percentage> terms::*least, from since) {
        return guard_rule{s, g, k, since, nullptr, least};
    };
    constexpr auto paper = [](step s, guard g, kind k, truth terms::*asked, from since = from::this_stage) {
        return guard_rule{s, g, k, since, nullptr, nullptr, asked};
    };
    return std::array{
        paper(step::begin_theory, guard::gap_list_closed, kind::gap_list_closed, &terms::gap_list),
        count(step::begin_clinical, guard::theory_hours, kind::theory_hours, &terms::theory_hours),
        mark(step::begin_clinical, guard::theory_mark, kind::theory_mark, &terms::theory_mark, from::this_stage),
        count(step::begin_on_site, guard::clinical_hours, kind::clinical_hours, &terms::clinical_hours),
        count(step::begin_on_site, guard::observed_cases, kind::observed_cases, &terms::observed_cases),
        count(step::begin_on_site, guard::assisted_cases, kind::assisted_cases, &terms::assisted_cases),
        count(step::accept, guard::supervised_cases, kind::supervised_cases, &terms::supervised_cases),
        paper(step::accept, guard::independent_assessor, kind::supervised_cases, &terms::independent_assessor),
        paper(step::accept, guard::accepted_by_giver, kind::accepted_by_giver, &terms::both_sides_accept),
        paper(step::accept, guard::accepted_by_recipient, kind::accepted_by_recipient, &terms::both_sides_accept),
        paper(step::accept, guard::approved_in_list, kind::approved_in_list, &terms::list_approval, from::any_time),
        paper(step::monitor, guard::follow_up_plan, kind::follow_up_plan, &terms::follow_up_plan, from::any_time),
        count(step::replicate, guard::followed_cases, kind::followed_cases, &terms::followed_cases, from::acceptance),
        mark(step::replicate, guard::compliance, kind::compliance, &terms::compliance, from::acceptance),
        count(step::replicate, guard::own_trainers, kind::own_trainers, &terms::own_trainers, from::any_time),
        paper(step::suspend, guard::cause_stated, kind::cause, nullptr, from::any_time),
        paper(step::accept_again, guard::cause_removed, kind::cause_removed, nullptr),
        count(step::accept_again, guard::cases_after_suspension, kind::supervised_cases,
              &terms::cases_after_suspension),
        paper(step::accept_again, guard::independent_assessor, kind::supervised_cases, &terms::independent_assessor),
        paper(step::accept_again, guard::accepted_by_giver, kind::accepted_by_giver, &terms::both_sides_accept),
        paper(step::accept_again, guard::accepted_by_recipient, kind::accepted_by_recipient, &terms::both_sides_accept),
        paper(step::withdraw, guard::cause_stated, kind::cause, nullptr, from::any_time),
        paper(step::fail, guard::cause_stated, kind::cause, nullptr, from::any_time),
    };
}();

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
