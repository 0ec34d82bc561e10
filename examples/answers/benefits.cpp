// Questions on health insurance in Viet Nam: direct_access, benefit, slip.

#include "answers.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {
namespace {

using namespace lienvien;
namespace vn = lienvien::vietnam;

[[nodiscard]] tree number_of(std::optional<percentage> const& rate) {
    return tree::number(rate ? rate->to_string() : "null");
}
[[nodiscard]] tree day_or_null(std::optional<sys_days> on) { return on ? tree(format_day(*on)) : tree::number("null"); }

/// {"ask":"direct_access","icd10":"C79.3","age":40,"on":day}: rows that code and age match; those that hang on an age that
/// is not given stand in "age_not_known".
void answer_direct_access(question& asked, library const&, tree& out) {
    auto const code = asked.required<icd10_code>("icd10");
    auto const age = asked.read<years_of_age>("age");
    auto const on = asked.required<sys_days>("on");
    asked.finish();

    auto const found = vn::direct_access_of(*code, age, *on);
    tree rows = tree::array();
    tree age_not_known = tree::array();
    tree needs_clinician = tree::array();
    tree warnings = tree::array();
    bool any_open = false;
    bool any_warning = false;
    for (auto const& each : found) {
        tree const number(static_cast<int>(each.row->number));
        if (is_unknown(each.age_fits)) {
            age_not_known.add(number);
            any_open = true;
        } else {
            rows.add(number);
        }
        if (each.row->needs_clinician()) {
            needs_clinician.add(
                tree::object({{"row", number}, {"condition", each.row->condition.in(asked.language())}}));
        }
        if (each.misprinted) {
            warnings.add(label_of(vn::benefit_warning::misprinted_code).in(asked.language()));
            any_warning = true;
        }
    }
    out.put("rows", std::move(rows)).put("needs_clinician", std::move(needs_clinician));
    if (any_open) out.put("age_not_known", std::move(age_not_known));
    if (any_warning) out.put("warnings", std::move(warnings));
    if (is_no(found.in_force())) out.put("outcome", name_of(vn::benefit_outcome::not_in_force));
    out.put("basis", to_string(found.basis(), asked.language()));
}

/// {"ask":"benefit","on":day,"setting":..,"emergency":..,"facility":{..},..}: a member that is absent is not known, except
/// the three that the question may leave to the door: "annex_ii" (false), "clinical_condition" (true, as part of the
/// diagnosis) and, in "facility", "listed_initial" (true). A score or former tier that is null is none.
void answer_benefit(question& asked, library const&, tree& out) {
    auto const on = asked.required<sys_days>("on");
    auto const fact = [&](std::string_view name) { return asked.read<truth>(name).value_or(truth::unknown); };
    vn::visit given;
    given.setting = asked
                        .named<vn::visit_setting>("setting", {{"outpatient", vn::visit_setting::outpatient},
                                                              {"inpatient", vn::visit_setting::inpatient}})
                        .value_or(vn::visit_setting::not_known);
    given.emergency = fact("emergency");
    part facility(asked, "facility");
    given.facility.level = facility.read<technical_level>("level").value_or(technical_level::not_known);
    if (facility.is_null("score")) {
        given.facility.score = vn::insurance_score::none;
    } else if (auto const score = facility.read<grading_score>("score")) {
        given.facility.score = vn::insurance_score_of(*score);
    }
    given.facility.provisional = facility.read<truth>("provisional").value_or(truth::unknown);
    if (facility.is_null("legacy_tier")) {
        given.facility.tier = vn::former_tier::none;
    } else if (auto const tier = facility.read<legacy_tier>("legacy_tier")) {
        given.facility.tier = vn::former_tier_of(*tier);
    }
    auto const listed = facility.read<truth>("listed_initial");
    given.facility.listed_initial = listed.value_or(truth::yes);
    facility.finish();
    given.registered_here = fact("registered_here");
    given.referral_slip = fact("referral_slip");
    given.reexamination_slip = fact("reexamination_slip");
    given.changed_residence = fact("changed_residence");
    given.newborn = fact("newborn");
    given.donor = fact("donor");
    given.hardship = fact("hardship");
    given.diagnosis = asked.read<icd10_code>("icd10");
    given.age = asked.read<years_of_age>("age");
    // Not confirmed before this visit: the visit itself confirms the diagnosis that it names.
    switch (fact("confirmed")) {
        case truth::yes:
            given.confirmed = vn::confirmation::before_this_visit;
            break;
        case truth::no:
            given.confirmed = vn::confirmation::in_this_visit;
            break;
        case truth::unknown:
            break;
    }
    auto const condition = asked.read<truth>("clinical_condition");
    given.clinical_condition = condition.value_or(truth::yes);
    auto const annex_ii = asked.read<truth>("annex_ii");
    given.annex_ii = annex_ii.value_or(truth::no);
    if (auto const card = asked.read<percentage>("card_rate")) {
        if (*card == percentage(80)) given.card = vn::card_benefit::percent_80;
        if (*card == percentage(95)) given.card = vn::card_benefit::percent_95;
        if (*card == percentage(100)) given.card = vn::card_benefit::percent_100;
        if (given.card == vn::card_benefit::not_known)
            asked.wrong("bad-value", "card_rate", {"được phép: 80, 95, 100", "allowed: 80, 95, 100"});
    }
    asked.finish();

    auto const found = vn::benefit_of(given, *on);
    bool const named = found.category() != nullptr;
    out.put("code", named ? tree(found.code()) : tree::number("null")).put("rate", number_of(found.rate()));
    if (found.outcome() != vn::benefit_outcome::provided) out.put("outcome", name_of(found.outcome()));
    tree candidates = tree::array();
    for (auto const& each : found) {
        std::string basis;
        for (auto const& where : each.category->basis) {
            if (where) basis += (basis.empty() ? "" : "; ") + to_string(*where, asked.language());
        }
        if (basis.empty()) basis = to_string(each.category->listed_in(), asked.language());
        tree one =
            tree::object({{"code", each.category->code}, {"rate", number_of(each.rate)}, {"basis", std::move(basis)}});
        if (is_unknown(each.fits)) one.put("fits", "unknown");
        candidates.add(std::move(one));
    }
    out.put("candidates", std::move(candidates));
    tree warnings = tree::array();
    for (auto const& each : vocabulary<vn::benefit_warning>::words) {
        if (found.warns_of(each.value)) warnings.add(each.label.in(asked.language()));
    }
    out.put("warnings", std::move(warnings));
    if (!found.missing().empty()) {
        tree missing = tree::array();
        for (auto const& each : vocabulary<vn::visit_fact>::words) {
            if (found.missing().contains(each.value)) missing.add(each.name);
        }
        out.put("missing", std::move(missing));
    }

    tree assumed = tree::array();
    bool any = false;
    auto const say_if_it_decides = [&](bool absent, std::string_view member, vn::visit const& otherwise, bool taken) {
        if (!absent || vn::benefit_of(otherwise, *on).code() == found.code()) return;
        assumed.add(tree::object({{"member", member}, {"value", taken}}));
        any = true;
    };
    auto other = given;
    other.annex_ii = truth::yes;
    say_if_it_decides(!annex_ii, "annex_ii", other, false);
    other = given;
    other.clinical_condition = truth::no;
    say_if_it_decides(!condition, "clinical_condition", other, true);
    other = given;
    other.facility.listed_initial = truth::no;
    say_if_it_decides(!listed, "facility/listed_initial", other, true);
    if (any) out.put("assumed", std::move(assumed));
}

/// {"ask":"slip","signed":day,"icd10":"D66","course_ends":day or null,"unverified":false,"printed_until":day,
///  "old_form":false}: holidays are those of the law, before yearly swaps; a year after 29 February is 28 February.
void answer_slip(question& asked, library const&, tree& out) {
    auto const signed_on = asked.required<sys_days>("signed");
    auto const code = asked.read<icd10_code>("icd10");
    std::optional<sys_days> course_ends;
    auto const course = asked.take("course_ends");
    if (course && !course->is(lienvien::json::kind::null)) course_ends = asked.read<sys_days>("course_ends");
    auto const lists =
        asked.read<bool>("unverified").value_or(false) ? lienvien::unverified::use : lienvien::unverified::leave_out;
    auto const printed_until = asked.read<sys_days>("printed_until");
    bool const old_form = asked.read<bool>("old_form").value_or(false);
    int const year = signed_on ? static_cast<int>(year_month_day(*signed_on).year()) : vn::first_holiday_year;
    bool const by_holidays = signed_on && *signed_on >= vn::slips_of_circular_01_2025;
    if (by_holidays && year >= vn::last_holiday_year) {
        asked.wrong("bad-value", "signed",
                    {"chỉ biết ngày nghỉ lễ đến năm 2099", "holidays are known up to the year 2099"});
    }
    asked.finish();

    vn::referral_slip const slip{.signed_on = *signed_on,
                                 .long_term = code ? vn::in_annex_iii(*code, *signed_on, lists) : truth::unknown,
                                 .course_ends = course_ends,
                                 .printed_until = printed_until,
                                 .old_form = old_form};
    working_calendar calendar;
    if (by_holidays) {
        auto const first = std::chrono::year(year);
        if (auto made = vn::calendar(first, first + std::chrono::years(1))) calendar = *made;
    }
    auto const found = vn::validity_of(slip, calendar, month_end::last_of_month);
    out.put("last_day", day_or_null(found.last_day));
    // Where the disease is not known to be in Annex III, only the first ground carries the certain last day.
    bool const open = found.missing == vn::slip_fact::long_term;
    std::string basis;
    for (std::size_t at = 0; at < (open ? 1 : found.grounds.size()); ++at) {
        if (at > 0 && found.grounds[at].basis == found.grounds[at - 1].basis) continue;
        basis += (at > 0 ? "; " : "") + to_string(found.grounds[at].basis, asked.language());
    }
    out.put("basis", std::move(basis));
    if (found.outcome == vn::slip_outcome::valid) return;
    out.put("outcome", name_of(found.outcome));
    if (found.perhaps_until) out.put("perhaps_until", format_day(*found.perhaps_until));
    if (found.missing != vn::slip_fact::none) out.put("missing", tree::array({name_of(found.missing)}));
}

}  // namespace

std::span<known_question const> benefit_questions() {
    static constexpr known_question all[] = {
        {"direct_access", answer_direct_access}, {"benefit", answer_benefit}, {"slip", answer_slip}};
    return all;
}

}  // namespace answers
