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
    using act = transfer_step;
    using must = transfer_guard;
    using shows = evidence_kind;
    using counting = counted_from;
    using asks = transfer_terms;
    constexpr auto count = [](act s, must g, shows k, std::optional<items> asks::*least,
                              counting since = counting::this_stage) {
        return guard_rule{s, g, k, since, least};
    };
    constexpr auto mark = [](act s, must g, shows k, std::optional<percentage> asks::*least, counting since) {
        return guard_rule{s, g, k, since, nullptr, least};
    };
    constexpr auto paper = [](act s, must g, shows k, truth asks::*asked, counting since = counting::this_stage) {
        return guard_rule{s, g, k, since, nullptr, nullptr, asked};
    };
    return std::array{
        paper(act::begin_theory, must::gap_list_closed, shows::gap_list_closed, &asks::gap_list),
        count(act::begin_clinical, must::theory_hours, shows::theory_hours, &asks::theory_hours),
        mark(act::begin_clinical, must::theory_mark, shows::theory_mark, &asks::theory_mark, counting::this_stage),
        count(act::begin_on_site, must::clinical_hours, shows::clinical_hours, &asks::clinical_hours),
        count(act::begin_on_site, must::observed_cases, shows::observed_cases, &asks::observed_cases),
        count(act::begin_on_site, must::assisted_cases, shows::assisted_cases, &asks::assisted_cases),
        count(act::accept, must::supervised_cases, shows::supervised_cases, &asks::supervised_cases),
        paper(act::accept, must::independent_assessor, shows::supervised_cases, &asks::independent_assessor),
        paper(act::accept, must::accepted_by_giver, shows::accepted_by_giver, &asks::both_sides_accept),
        paper(act::accept, must::accepted_by_recipient, shows::accepted_by_recipient, &asks::both_sides_accept),
        paper(act::accept, must::approved_in_list, shows::approved_in_list, &asks::list_approval, counting::any_time),
        paper(act::monitor, must::follow_up_plan, shows::follow_up_plan, &asks::follow_up_plan, counting::any_time),
        count(act::replicate, must::followed_cases, shows::followed_cases, &asks::followed_cases, counting::acceptance),
        mark(act::replicate, must::compliance, shows::compliance, &asks::compliance, counting::acceptance),
        count(act::replicate, must::own_trainers, shows::own_trainers, &asks::own_trainers, counting::any_time),
        paper(act::suspend, must::cause_stated, shows::cause, nullptr, counting::any_time),
        paper(act::accept_again, must::cause_removed, shows::cause_removed, nullptr),
        count(act::accept_again, must::cases_after_suspension, shows::supervised_cases, &asks::cases_after_suspension),
        paper(act::accept_again, must::independent_assessor, shows::supervised_cases, &asks::independent_assessor),
        paper(act::accept_again, must::accepted_by_giver, shows::accepted_by_giver, &asks::both_sides_accept),
        paper(act::accept_again, must::accepted_by_recipient, shows::accepted_by_recipient, &asks::both_sides_accept),
        paper(act::withdraw, must::cause_stated, shows::cause, nullptr, counting::any_time),
        paper(act::fail, must::cause_stated, shows::cause, nullptr, counting::any_time),
    };
}();

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
