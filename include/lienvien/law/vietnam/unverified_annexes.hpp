#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/law/vietnam/direct_access.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/model/icd10.hpp>
#include <lienvien/rules/version.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// Annex II (straight to the basic level) as read out of a hospital program, by hand, mostly by category: conditions and
/// the exact codes are not there. C00-C97 is a guess of the reader ("very probably"). Not law: for trials only.
/// Source: none that is the Circular's own text; the number of its rows is not known.
inline constexpr std::string_view unverified_annex_ii_codes =
    "A15, A16, A18, A19, A30, A31, B18, B20-B24, B46.1, B46.2, B46.3, B46.5, B46.8, B46.9, C00-C97, D00-D07, D09, D47, "
    "D56, D57, D59, D60, D61.9, D66, D67, D68, D76.1, D76.3, D86, E03, E04, E05, E21, E22, E23, E27.1, E27.5, F00-F99, "
    "G04.2, G20, G21, G40, G80.0, G82, H34, H90.5, H91.8, I00-I02, I05-I09, I11-I13, I15, I21-I28, I30-I33, I35-I49, "
    "I51, I52, I60-I74, I77-I82, I85-I89, I97.2, I97.8, I97.9, I98, J44, J82, J94.0, J98.6, K22.0, K72.0, K73.2, "
    "K75.2, K75.4, L03, L12, L40.1, L41.0, L44.0, M05.1, M08, M10, M32.8, M34, M35, M40, M41, M45, M86, N18.3, N18.4, "
    "N18.5, O01, O08, O14, O24, O43.2, O44, P61.1, Q03, Q60, Q66, Q68-Q72, Q80, Q81, Q96, R82, Z49.1, Z95";
/// What the same reading leaves out of the categories above.
inline constexpr std::string_view unverified_annex_ii_exclusions = "A31.0, D68.6, F33, F42";

/// Annex III (a slip valid one year), partly seen: the first rows in a copy, the others in the same program. That it has
/// 37 diseases, or 141, is an open conflict. Not law: for trials only.
inline constexpr std::string_view unverified_annex_iii_codes =
    "B43, D45, D58, D62-D64, D65, D69, D76.2, E12.2, E12.3, E12.4, E12.5, E12.6, E12.7, E12.8, E12.9, E13.2, E13.3, "
    "E13.4, E13.5, E13.6, E13.7, E13.8, E13.9, E14.2, E14.3, E14.4, E14.5, E14.6, E14.7, E14.8, E14.9, E25, E27, "
    "E83.1, H35.2, H36.0, I10, I20, I34, I83, I95, J45, J46, K51, L13.0, L40, L41, L93, L95.1, L95.8, L95.9, M05.3, "
    "M16, M17, M18, M33, M43.1, M47, M80.3, M80.4, M80.5, N03, N18, Q82";
/// Of these, "some complications" stand in Annex III: which, was not seen.
inline constexpr std::string_view unverified_annex_iii_open_codes = "E10, E11";

namespace insurance_detail {
[[nodiscard]] constexpr bool lists(std::string_view written, icd10_code const& code) {
    bool found = false;
    auto const category = category_number(code.view());
    for_each_pattern(written, 0, [&](code_pattern each) { found = found || each.covers(category, code.view()); });
    return found;
}
}  // namespace insurance_detail

/// May a patient with this disease go straight to the basic level (Annex II)? Unknown unless the caller allows the
/// unverified list; with it, yes or no as that list reads.
/// Complexity: linear in the list.
[[nodiscard]] constexpr truth in_annex_ii(icd10_code const& code, unverified lists) noexcept {
    if (lists == unverified::leave_out) return truth::unknown;
    return known(insurance_detail::lists(unverified_annex_ii_codes, code) &&
                 !insurance_detail::lists(unverified_annex_ii_exclusions, code));
}

/// Does a referral slip for this disease hold one year (Annex III)? Unknown unless the caller allows the unverified lists.
///
/// With them: the codes seen in Annex III; and those read for Annex II that are not in Annex I, because the program that
/// they come from reads Annex III so. Of E10 and E11 only some complications count: unknown. Code Q87.11 reads Q87.1 from
/// 2026-06-01.
/// \param on day on which the slip is signed.
/// Complexity: linear in the lists.
/// Source: Circular 01/2025/TT-BYT, article 12(2), Annex III; Circular 06/2026/TT-BYT, article 5(3).
[[nodiscard]] constexpr truth in_annex_iii(icd10_code const& code, sys_days on, unverified lists) noexcept {
    if (lists == unverified::leave_out) return truth::unknown;
    if (insurance_detail::lists(unverified_annex_iii_codes, code)) return truth::yes;
    if (code.view() == (circular_06_2026.in_force.contains(on) ? "Q87.1" : "Q87.11")) return truth::yes;
    if (insurance_detail::lists(unverified_annex_iii_open_codes, code)) return truth::unknown;
    if (is_no(in_annex_ii(code, lists))) return truth::no;
    for (auto const& row : direct_access_of(code, std::nullopt, on)) {
        if (is_yes(row.age_fits)) return truth::no;
    }
    return truth::yes;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
