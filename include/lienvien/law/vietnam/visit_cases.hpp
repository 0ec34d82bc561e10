#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/law/vietnam/benefit_categories.hpp>
#include <lienvien/law/vietnam/visit.hpp>
#include <lienvien/model/standing.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace vietnam {
namespace insurance_detail {

/// One demand of a case: the fact has one of these values (a bit for each value, `not_known` left out).
struct visit_demand {
    visit_fact fact{};
    std::uint8_t allowed = 0;
};

template <class Value>
[[nodiscard]] constexpr std::uint8_t one_of(Value value) noexcept {
    return static_cast<std::uint8_t>(1u << (static_cast<unsigned>(value) - 1u));
}
template <class Value, class... Values>
[[nodiscard]] constexpr std::uint8_t one_of(Value value, Values... values) noexcept {
    return static_cast<std::uint8_t>(one_of(value) | one_of(values...));
}
inline constexpr std::uint8_t no_bit = 1;
inline constexpr std::uint8_t yes_bit = 2;
inline constexpr std::uint8_t either = no_bit | yes_bit;

/// A case of a code: every demand must hold. A code may have several cases; one suffices.
struct visit_case {
    std::string_view code;
    bool self_referred = false;  ///< none of codes 1.1, 1.3 to 1.7 and no emergency
    std::array<visit_demand, 4> demands{};
};

[[nodiscard]] constexpr auto self_referral() noexcept {
    return std::array{
        visit_demand{visit_fact::registered_here, no_bit},
        visit_demand{visit_fact::referral_slip, no_bit},
        visit_demand{visit_fact::reexamination_slip, no_bit},
        visit_demand{visit_fact::changed_residence, no_bit},
        visit_demand{visit_fact::newborn, no_bit},
        visit_demand{visit_fact::donor, no_bit},
        visit_demand{visit_fact::emergency, no_bit},
    };
}

inline constexpr std::uint8_t outpatients = one_of(visit_setting::outpatient);
inline constexpr std::uint8_t inpatients = one_of(visit_setting::inpatient);
inline constexpr std::uint8_t at_initial = one_of(technical_level::initial);
inline constexpr std::uint8_t at_basic = one_of(technical_level::basic);
inline constexpr std::uint8_t at_specialised = one_of(technical_level::specialised);
inline constexpr std::uint8_t below_provincial = one_of(former_tier::none, former_tier::commune, former_tier::district);

/// What each code asks, in order of the list.
inline constexpr std::array<visit_case, 21> visit_cases = [] {
    using enum visit_fact;
    return std::array<visit_case, 21>{{
        {"1.1", false, {{{registered_here, yes_bit}}}},
        {"1.2", false, {{{level, at_initial}, {listed_initial, yes_bit}}}},
        {"1.3", false, {{{referral_slip, yes_bit}}}},
        {"1.4", false, {{{changed_residence, yes_bit}}}},
        {"1.5", false, {{{reexamination_slip, yes_bit}}}},
        {"1.6", false, {{{donor, yes_bit}}}},
        {"1.7", false, {{{newborn, yes_bit}}}},
        {"1.11", true, {{{level, at_initial}, {listed_initial, no_bit}}}},
        {"1.12",
         true,
         {{{setting, outpatients},
           {level, at_basic},
           {score, one_of(insurance_score::below_50)},
           {tier, below_provincial}}}},
        {"1.12", true, {{{setting, outpatients}, {level, at_basic}, {provisional, yes_bit}, {tier, below_provincial}}}},
        {"1.13",
         true,
         {{{setting, outpatients},
           {level, at_basic},
           {score, one_of(insurance_score::from_50_below_70)},
           {annex_ii, no_bit}}}},
        {"1.14",
         true,
         {{{setting, outpatients},
           {level, at_basic},
           {tier, one_of(former_tier::provincial, former_tier::central)},
           {annex_ii, no_bit}}}},
        {"1.15", true, {{{setting, inpatients}, {level, at_basic}}}},
        {"1.16", true, {{{level, at_basic}, {annex_ii, yes_bit}}}},
        {"1.17", true, {{{level, at_specialised}, {annex_i, yes_bit}}}},
        {"1.18",
         true,
         {{{setting, outpatients},
           {level, at_specialised},
           {tier, one_of(former_tier::provincial)},
           {annex_i, no_bit}}}},
        {"2", false, {{{emergency, yes_bit}}}},
        {"3.1", true, {{{level, at_specialised}, {tier, one_of(former_tier::central)}, {annex_i, no_bit}}}},
        {"3.2", true, {{{setting, inpatients}, {level, at_specialised}, {tier, one_of(former_tier::provincial)}}}},
        {"3.3",
         true,
         {{{level, one_of(technical_level::basic, technical_level::specialised)},
           {tier, one_of(former_tier::district)}}}},
        {"3.6", true, {{{setting, inpatients}, {level, at_specialised}, {hardship, yes_bit}}}},
    }};
}();

/// The cases of category c stand from case_begins[c] up to case_begins[c + 1].
inline constexpr std::array<std::uint8_t, benefit_categories.size() + 1> case_begins = [] {
    std::array<std::uint8_t, benefit_categories.size() + 1> begins{};
    std::uint8_t at = 0;
    for (std::size_t c = 0; c < benefit_categories.size(); ++c) {
        while (at < visit_cases.size() && visit_cases[at].code == benefit_categories[c].code) ++at;
        begins[c + 1] = at;
    }
    return begins;
}();
[[nodiscard]] consteval bool cases_follow_the_list() {
    std::size_t by_facts = 0;
    for (std::size_t c = 0; c < benefit_categories.size(); ++c) {
        bool const has_cases = case_begins[c] != case_begins[c + 1];
        if (has_cases != (benefit_categories[c].choice == category_choice::by_facts)) return false;
        by_facts += has_cases ? 1u : 0u;
    }
    return by_facts == 20 && case_begins.back() == visit_cases.size();
}
// The cases stand in the order of the list, and each of the 20 codes that facts decide has one.
static_assert(cases_follow_the_list());

/// The values that each fact of a visit may have, a bit for each.
using possible_values = std::array<std::uint8_t, visit_fact_count>;

template <class Value>
[[nodiscard]] constexpr std::uint8_t possible(Value value, Value last) noexcept {
    return value == Value{} ? static_cast<std::uint8_t>((1u << static_cast<unsigned>(last)) - 1u) : one_of(value);
}
[[nodiscard]] constexpr std::uint8_t possible(truth value) noexcept {
    return is_unknown(value) ? either : is_yes(value) ? yes_bit : no_bit;
}

[[nodiscard]] constexpr possible_values values_of(visit const& asked, truth annex_i) noexcept {
    possible_values made{};
    auto const set = [&](visit_fact fact, std::uint8_t bits) { made[static_cast<std::size_t>(fact)] = bits; };
    set(visit_fact::setting, possible(asked.setting, visit_setting::inpatient));
    set(visit_fact::emergency, possible(asked.emergency));
    set(visit_fact::level, possible(asked.facility.level, technical_level::specialised));
    set(visit_fact::listed_initial, possible(asked.facility.listed_initial));
    set(visit_fact::score, possible(asked.facility.score, insurance_score::from_70));
    set(visit_fact::provisional, possible(asked.facility.provisional));
    set(visit_fact::tier, possible(asked.facility.tier, former_tier::central));
    set(visit_fact::registered_here, possible(asked.registered_here));
    set(visit_fact::referral_slip, possible(asked.referral_slip));
    set(visit_fact::reexamination_slip, possible(asked.reexamination_slip));
    set(visit_fact::changed_residence, possible(asked.changed_residence));
    set(visit_fact::newborn, possible(asked.newborn));
    set(visit_fact::donor, possible(asked.donor));
    set(visit_fact::hardship, possible(asked.hardship));
    set(visit_fact::annex_i, possible(annex_i));
    set(visit_fact::annex_ii, possible(asked.annex_ii));
    return made;
}

/// A truth, and the facts that leave it open where it is open.
struct open_truth {
    truth value = truth::yes;
    visit_facts open{};
};
/// Do all demands hold? A demand that allows nothing is none.
template <std::size_t Count>
[[nodiscard]] constexpr open_truth meets(std::array<visit_demand, Count> const& demands,
                                         possible_values const& values) noexcept {
    open_truth all;
    for (auto const& one : demands) {
        if (one.allowed == 0) break;
        auto const may_be = values[static_cast<std::size_t>(one.fact)];
        if ((may_be & one.allowed) == 0) return {truth::no, {}};
        if ((may_be & ~one.allowed) == 0) continue;
        all.value = truth::unknown;
        all.open.add(one.fact);
    }
    return all;
}
/// Does a case of the category fit? `alone` says whether the visit is self-referred.
[[nodiscard]] constexpr open_truth fits(std::size_t category, possible_values const& values,
                                        open_truth const& alone) noexcept {
    open_truth any{truth::no, {}};
    for (std::size_t at = case_begins[category]; at < case_begins[category + 1]; ++at) {
        auto const& one = visit_cases[at];
        if (one.self_referred && is_no(alone.value)) continue;
        auto fit = meets(one.demands, values);
        if (one.self_referred && !is_no(fit.value)) {
            fit.value &= alone.value;
            fit.open.add(alone.open);
        }
        any.value |= fit.value;
        any.open.add(fit.open);
    }
    return any;
}

[[nodiscard]] constexpr std::optional<percentage> rate_of(std::optional<percentage> of_card,
                                                          benefit_category const& category,
                                                          card_benefit card) noexcept {
    if (!of_card) return std::nullopt;
    if (of_card->count() == 0) return percentage(0);
    if (category.whatever_the_card) return of_card;
    auto const pays = percent_of(card);
    if (!pays) return std::nullopt;
    // Hundredths of a percent on both sides: 40.00 % of 80.00 % are 32.00 %. Category rates are whole percents.
    return percentage::of_parts(of_card->count() / percentage::unit::parts * pays->count() / 100);
}

}  // namespace insurance_detail
}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
