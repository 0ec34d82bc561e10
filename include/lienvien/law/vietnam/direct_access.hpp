#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/direct_access_rows.hpp>
#include <lienvien/model/icd10.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// When the diagnosis was confirmed (chẩn đoán xác định), seen from the visit.
enum class confirmation : std::uint8_t { not_known, suspected, in_this_visit, before_this_visit };

namespace insurance_detail {

/// What a row asks of a code: its category and, where a character stands after the point, that one exactly.
struct code_pattern {
    std::uint16_t category = 0;  ///< 0 (A00) to 2599 (Z99)
    char fourth = 0;             ///< 0: the category with everything below it
    std::uint8_t row = 0;        ///< place in `direct_access_rows`

    [[nodiscard]] constexpr bool covers(std::uint16_t wanted, std::string_view code) const noexcept {
        return category == wanted && (fourth == 0 || (code.size() == 5 && code[4] == fourth));
    }
};

[[nodiscard]] constexpr std::uint16_t category_number(std::string_view code) noexcept {
    return static_cast<std::uint16_t>((code[0] - 'A') * 100 + (code[1] - '0') * 10 + (code[2] - '0'));
}
inline constexpr std::size_t category_count = 2600;

/// Gives every pattern of "C81-C86, C90.1" to `take`, ranges written out category by category.
template <class Take>
constexpr void for_each_pattern(std::string_view written, std::uint8_t row, Take take) {
    while (!written.empty()) {
        auto const end = written.find(", ");
        auto const one = written.substr(0, end);
        written = end == std::string_view::npos ? std::string_view{} : written.substr(end + 2);
        auto const dash = one.find('-');
        auto const first = one.substr(0, dash);
        auto const last = dash == std::string_view::npos ? first : one.substr(dash + 1);
        LIENVIEN_EXPECTS(icd10_code::is_well_formed(first) && icd10_code::is_well_formed(last), "a row lists codes");
        char const fourth = first.size() == 5 ? first[4] : char{};
        for (std::uint16_t at = category_number(first); at <= category_number(last); ++at) take({at, fourth, row});
    }
}

[[nodiscard]] constexpr std::size_t count_patterns(std::string_view direct_access_row::*codes) {
    std::size_t number = 0;
    for (auto const& row : direct_access_rows) {
        for_each_pattern(row.*codes, 0, [&](code_pattern) { ++number; });
    }
    return number;
}
inline constexpr std::size_t inclusion_count = count_patterns(&direct_access_row::includes);
inline constexpr std::size_t exclusion_count = count_patterns(&direct_access_row::excludes);

/// The inclusions in order of category: those of category c stand from begins[c] up to begins[c + 1].
struct direct_access_index {
    std::array<std::uint8_t, category_count + 1> begins{};
    std::array<code_pattern, inclusion_count> patterns{};
    std::array<code_pattern, exclusion_count> exclusions{};
};
[[nodiscard]] consteval direct_access_index index_direct_access() {
    direct_access_index made;
    std::size_t left_out = 0;
    std::array<std::uint8_t, category_count + 1> next{};
    for (std::size_t r = 0; r < direct_access_rows.size(); ++r) {
        auto const row = static_cast<std::uint8_t>(r);
        for_each_pattern(direct_access_rows[r].includes, row, [&](code_pattern each) { ++next[each.category + 1u]; });
        for_each_pattern(direct_access_rows[r].excludes, row,
                         [&](code_pattern each) { made.exclusions[left_out++] = each; });
    }
    for (std::size_t c = 0; c < category_count; ++c) next[c + 1] = static_cast<std::uint8_t>(next[c] + next[c + 1]);
    made.begins = next;
    for (std::size_t r = 0; r < direct_access_rows.size(); ++r) {
        for_each_pattern(direct_access_rows[r].includes, static_cast<std::uint8_t>(r),
                         [&](code_pattern each) { made.patterns[next[each.category]++] = each; });
    }
    return made;
}
inline constexpr direct_access_index direct_access_places = index_direct_access();

/// The most rows that one code can match.
[[nodiscard]] consteval std::size_t most_direct_access_rows() {
    std::size_t most = 0;
    for (std::size_t c = 0; c < category_count; ++c) {
        std::size_t const here = direct_access_places.begins[c + 1] - direct_access_places.begins[c];
        most = here > most ? here : most;
    }
    return most;
}

[[nodiscard]] consteval std::size_t count_rows(bool direct_access_row::*flag) {
    std::size_t number = 0;
    for (auto const& row : direct_access_rows) number += row.*flag ? 1u : 0u;
    return number;
}
[[nodiscard]] consteval bool numbered_in_order() {
    for (std::size_t r = 0; r < direct_access_rows.size(); ++r) {
        if (direct_access_rows[r].number != r + 1) return false;
    }
    return true;
}

// The check sums of the table: 62 rows, 186 patterns.
static_assert(numbered_in_order() && direct_access_rows.size() == 62);
static_assert(inclusion_count == 182 && exclusion_count == 4);
static_assert(inclusion_count + exclusion_count == 186);
static_assert(count_rows(&direct_access_row::confirming_visit) == 16);
static_assert(count_rows(&direct_access_row::treatment_indicated) == 5);
static_assert(count_rows(&direct_access_row::severe_progression) == 3);

}  // namespace insurance_detail

/// A row that a code and an age match.
struct direct_access_match {
    direct_access_row const* row = nullptr;  ///< never null
    truth age_fits = truth::yes;             ///< unknown where the row has an age limit and the age is not known
    bool misprinted = false;                 ///< matched through a code that the row prints by mistake

    /// Does the row give the right, as far as is known? Without V it gives none yet in the visit that confirms the
    /// diagnosis: read out of V by contrast. T, which excludes only what is confirmed and has no treatment, reads the other
    /// way by contrast, so that a row with T alone leaves it open.
    [[nodiscard]] constexpr truth applies(confirmation confirmed, truth clinical_condition) const noexcept {
        truth diagnosed = truth::unknown;
        if (confirmed == confirmation::suspected) diagnosed = truth::no;
        if (confirmed == confirmation::in_this_visit) diagnosed = known(row->confirming_visit);
        if (confirmed == confirmation::before_this_visit) diagnosed = truth::yes;
        if (row->treatment_indicated) diagnosed |= truth::unknown;
        return age_fits & diagnosed & (row->needs_clinician() ? clinical_condition : truth::yes);
    }
    friend constexpr bool operator==(direct_access_match const&, direct_access_match const&) = default;
};

/// The rows of Annex I that a code and an age match on a day. Held inline.
class direct_access {
public:
    static constexpr std::size_t capacity = insurance_detail::most_direct_access_rows();

    /// Is Annex I in force on the day? Where it is not, there are no rows.
    [[nodiscard]] constexpr truth in_force() const noexcept { return in_force_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr direct_access_match const* begin() const noexcept { return rows_.data(); }
    [[nodiscard]] constexpr direct_access_match const* end() const noexcept { return rows_.data() + size_; }
    [[nodiscard]] constexpr direct_access_match const& operator[](std::size_t at) const noexcept {
        LIENVIEN_EXPECTS(at < size_, "a match is read only where there is one");
        return rows_[at];
    }
    [[nodiscard]] static constexpr citation basis() noexcept { return direct_access_row::basis(); }

    /// May the patient go straight to the specialised level? One row that surely gives the right suffices.
    [[nodiscard]] constexpr truth applies(confirmation confirmed, truth clinical_condition) const noexcept {
        truth any = truth::no;
        for (auto const& each : *this) any |= each.applies(confirmed, clinical_condition);
        return any;
    }

    friend constexpr direct_access direct_access_of(icd10_code const& code, std::optional<years_of_age> age,
                                                    sys_days on) noexcept;

private:
    std::array<direct_access_match, capacity> rows_{};
    std::uint8_t size_ = 0;
    truth in_force_ = truth::unknown;
};

/// Đến thẳng cấp chuyên sâu: the rows of Annex I under which a patient with this diagnosis may go straight to the
/// specialised level, in order of their numbers.
///
/// Every row that matches is there, those that also hang on a clinical condition too (`needs_clinician`). Without an age,
/// rows with an age limit are kept and their `age_fits` is unknown. A code with more than one character after the point
/// is no code of four characters: it matches categories only.
/// \param age completed years at admission.
/// Errors: none; text that is no code is refused by `icd10_code::parse` (`malformed_code`).
/// Complexity: constant, a table look-up; nothing is allocated.
/// Source: Circular 01/2025/TT-BYT, article 5(1)(a), Annex I, from 2025-01-01. Not checked against the signed original.
[[nodiscard]] constexpr direct_access direct_access_of(icd10_code const& code, std::optional<years_of_age> age,
                                                       sys_days on) noexcept {
    direct_access found;
    found.in_force_ = in_force_on(circular_01_2025, on);
    if (is_no(found.in_force_)) return found;
    auto const text = code.view();
    auto const category = insurance_detail::category_number(text);
    auto const& places = insurance_detail::direct_access_places;
    for (std::size_t at = places.begins[category]; at < places.begins[category + 1u]; ++at) {
        auto const& pattern = places.patterns[at];
        if (!pattern.covers(category, text)) continue;
        bool excluded = false;
        for (auto const& each : places.exclusions) {
            excluded = excluded || (each.row == pattern.row && each.covers(category, text));
        }
        if (excluded) continue;
        auto const& row = direct_access_rows[pattern.row];
        truth age_fits = truth::yes;
        if (row.below_age != 0) age_fits = age ? known(age->count() < row.below_age) : truth::unknown;
        if (is_no(age_fits)) continue;
        found.rows_[found.size_++] = {&row, age_fits, !row.misprint.empty() && row.misprint == text};
    }
    return found;
}

}  // namespace vietnam

template <>
struct vocabulary<vietnam::confirmation> {
    using enum vietnam::confirmation;
    static constexpr std::array words{
        word<vietnam::confirmation>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<vietnam::confirmation>{suspected, "suspected", {"mới nghi ngờ", "suspected only"}},
        word<vietnam::confirmation>{
            in_this_visit, "in_this_visit", {"chẩn đoán xác định trong lượt này", "confirmed in this visit"}},
        word<vietnam::confirmation>{
            before_this_visit, "before_this_visit", {"đã chẩn đoán xác định từ trước", "confirmed before this visit"}}};
};
}  // namespace v0
}  // namespace lienvien
