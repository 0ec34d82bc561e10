#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/model/institution.hpp>
#include <lienvien/model/profession.hpp>
#include <lienvien/model/standing.hpp>
#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// Under what practitioners work in turn at another facility.
enum class rotation_basis : std::uint8_t {
    not_known,
    by_the_state,  ///< time-limited rotation between State facilities
    by_contract    ///< a private or foreign side: not the State's rotation, but what the two agreed
};
/// Source: Law 15/2023/QH15, article 4(5).
inline constexpr dated<rotation_basis> state_rotation{
    "vn.15-2023.4.5"_rule,
    says(vi("Nhà nước luân phiên có thời hạn người hành nghề giữa các cơ sở của Nhà nước"),
         en("the State rotates practitioners for a limited time between State facilities")),
    cites(law_15_2023, 4, "5"), rotation_basis::by_the_state};

/// Under what a rotation between two facilities stands: the Law speaks of State facilities only. Before 2024-01-01, or where
/// an ownership is not known, it is not known.
[[nodiscard]] constexpr rotation_basis rotation_stands_under(ownership home, ownership host, sys_days today) noexcept {
    if (!is_yes(in_force_on(state_rotation, today))) return rotation_basis::not_known;
    if (home == ownership::state && host == ownership::state) return rotation_basis::by_the_state;
    auto const other = [](ownership of) { return of == ownership::non_state || of == ownership::foreign; };
    return other(home) || other(host) ? rotation_basis::by_contract : rotation_basis::not_known;
}

/// Why a practitioner is exempt from the State's rotation.
enum class rotation_exemption : std::uint8_t {
    woman_pregnant,
    woman_with_child,
    man_alone_with_child,
    served_in_hard_area
};
/// The exemptions, from a poor translation: read with `unverified::use` only. The list is not complete.
/// Source: Decision 14/2013/QĐ-TTg, article 3.
inline constexpr std::array<dated<rotation_exemption>, 4> rotation_exemptions{{
    {.id = "vn.14-2013.3.pregnant"_rule,
     .says = says(vi("phụ nữ đang mang thai"), en("a woman who is pregnant")),
     .basis = cites(decision_14_2013, 3),
     .value = rotation_exemption::woman_pregnant,
     .weak = true},
    {.id = "vn.14-2013.3.child"_rule,
     .says = says(vi("phụ nữ nuôi con dưới 36 tháng tuổi"), en("a woman with a child under 36 months")),
     .basis = cites(decision_14_2013, 3),
     .value = rotation_exemption::woman_with_child,
     .weak = true},
    {.id = "vn.14-2013.3.alone"_rule,
     .says = says(vi("nam giới một mình nuôi con dưới 36 tháng tuổi"), en("a man alone with a child under 36 months")),
     .basis = cites(decision_14_2013, 3),
     .value = rotation_exemption::man_alone_with_child,
     .weak = true},
    {.id = "vn.14-2013.3.served"_rule,
     .says = says(vi("người đã công tác ở vùng khó khăn"), en("one who has already worked in a hard area")),
     .basis = cites(decision_14_2013, 3),
     .value = rotation_exemption::served_in_hard_area,
     .weak = true},
}};
/// Units: months of age of the child.
inline constexpr calendar_months exempt_below{36};

/// What bears on an exemption. What is not known stays open.
struct rotation_candidate {
    truth woman{};
    truth pregnant{};
    truth has_child{};
    std::optional<calendar_months> youngest_child{};  ///< age of the youngest, in completed months
    truth alone_with_child{};
    truth served_in_hard_area{};
};

/// An exemption that holds, or may hold.
struct exemption_found {
    dated<rotation_exemption> const* exemption;
    truth holds;
};
/// The exemptions of a practitioner that hold or may hold on the day; none unless unverified rules are asked for.
/// Complexity: constant
/// Source:     Decision 14/2013/QĐ-TTg, article 3 (uncertain since 2024)
[[nodiscard]] inline std::vector<exemption_found> exemptions_of(rotation_candidate const& who, unverified weak,
                                                                sys_days today) {
    std::vector<exemption_found> found;
    if (weak == unverified::leave_out) return found;
    truth const of_young_child = who.youngest_child ? known(*who.youngest_child < exempt_below) : truth::unknown;
    truth const child = who.has_child & of_young_child;
    for (auto const& each : rotation_exemptions) {
        if (is_no(in_force_on(each, today))) continue;
        truth holds = truth::unknown;
        switch (each.value) {
            case rotation_exemption::woman_pregnant:
                holds = who.woman & who.pregnant;
                break;
            case rotation_exemption::woman_with_child:
                holds = who.woman & child;
                break;
            case rotation_exemption::man_alone_with_child:
                holds = (!who.woman) & who.alone_with_child & child;
                break;
            case rotation_exemption::served_in_hard_area:
                holds = who.served_in_hard_area;
                break;
        }
        if (!is_no(holds)) found.push_back({&each, holds});
    }
    return found;
}

/// Does the direction of a rotation follow the old tiers: from central to provincial, provincial to district, district to
/// commune? Not known unless unverified rules are asked for, nor where a tier is not known; hard areas are not asked.
/// Source: Decision 14/2013/QĐ-TTg, articles 1 and 2.
[[nodiscard]] constexpr truth follows_tiers(legacy_tier home, legacy_tier host, unverified weak) noexcept {
    if (weak == unverified::leave_out || home == legacy_tier::not_known || host == legacy_tier::not_known)
        return truth::unknown;
    return known(static_cast<int>(home) == static_cast<int>(host) + 1);
}

/// Is this a profession that the old decision rotates: doctors, assistant doctors, nurses, midwives, technicians? Not known
/// unless unverified rules are asked for.
/// Source: Decision 14/2013/QĐ-TTg, articles 1 and 2.
[[nodiscard]] constexpr truth is_rotated(profession of, unverified weak) noexcept {
    if (weak == unverified::leave_out || of == profession::not_known) return truth::unknown;
    return known(of == profession::doctor || of == profession::assistant_doctor || of == profession::nurse ||
                 of == profession::midwife || of == profession::medical_technician);
}

/// Does a rotation last as long as the caller says it must? No source that was seen gives a length: least and most are the
/// caller's, without a default.
/// Units: months
[[nodiscard]] constexpr truth lasts_as_required(calendar_months lasts, calendar_months least,
                                                calendar_months most) noexcept {
    return known(lasts >= least && lasts <= most);
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
