#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/law/vietnam/visit.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// How a patient-category code comes to be chosen.
enum class category_choice : std::uint8_t {
    by_facts,      ///< from the facts of the visit, the first from the top
    case_by_case,  ///< collection of drugs: the source gives no conditions that facts could decide
    by_claim       ///< what happens to the claim: withdrawn, or no insured visit
};

/// A category rate in a period: what it pays of the benefit of the card, in whole percent.
struct category_rate {
    period when{};
    std::uint8_t outpatient = 100;
    std::uint8_t inpatient = 100;

    friend constexpr bool operator==(category_rate const&, category_rate const&) = default;
};

/// A patient-category code (mã đối tượng đến khám bệnh, chữa bệnh) with its case, its basis and its rate.
/// Source: Decision 3276/QĐ-BYT of 2025-10-17, Annex 1; not checked against the signed original.
struct benefit_category {
    std::string_view code;
    label says;
    std::array<std::optional<citation>, 2> basis{};  ///< what the list itself names, beside the Decision
    std::array<category_rate, 2> rates{};            ///< by day; the second only where the rate changes
    bool rate_changes = false;
    bool whatever_the_card = false;  ///< pays 100 % also where the card says less
    category_choice choice = category_choice::by_facts;
    bool has_rate = true;

    /// The list in which the code stands.
    [[nodiscard]] static constexpr citation listed_in() noexcept {
        return cites(decision_3276_2025, label{"Phụ lục 1", "annex 1"});
    }
    [[nodiscard]] static constexpr period in_force() noexcept { return decision_3276_2025.in_force; }
    /// Has a person checked the code against the signed original?
    [[nodiscard]] static constexpr bool verified() noexcept { return decision_3276_2025.verified; }

    /// The category rate on a day; nothing where it hangs on the setting and that is not known, or where there is none.
    [[nodiscard]] constexpr std::optional<percentage> rate_on(sys_days on, visit_setting setting) const noexcept {
        if (!has_rate) return std::nullopt;
        auto const& rate = rate_changes && rates[1].when.contains(on) ? rates[1] : rates[0];
        if (rate.outpatient != rate.inpatient && setting == visit_setting::not_known) return std::nullopt;
        return percentage(setting == visit_setting::inpatient ? rate.inpatient : rate.outpatient);
    }
};

namespace insurance_detail {
inline constexpr std::array<category_rate, 2> half_from_july_2026{
    {{until(std::chrono::year(2026) / 7 / 1), 0, 0}, {from(std::chrono::year(2026) / 7 / 1), 50, 50}}};
}  // namespace insurance_detail

/// The 27 codes of Annex 1 in its order, which is the order in which they are tried.
inline constexpr std::array<benefit_category, 27> benefit_categories{{
    {.code = "1.1", .says = {"khám bệnh, chữa bệnh tại cơ sở đăng ký ban đầu", "at the registered primary facility"}},
    {.code = "1.2",
     .says = {"tại cơ sở cấp ban đầu theo Điều 3 Thông tư 01/2025, dù có đăng ký ở đó hay không",
              "at an initial-level facility of Circular 01/2025 article 3, registered there or not"},
     .basis = {cites(law_25_2008, 22, "1c"), cites(law_25_2008, 22, "4c")},
     .whatever_the_card = true},
    {.code = "1.3",
     .says = {"có phiếu chuyển cơ sở khám bệnh, chữa bệnh, kể cả phiếu có giá trị 01 năm",
              "with a referral slip, the one-year slip included"},
     .basis = {cites(circular_01_2025, 9), cites(circular_01_2025, 10)}},
    {.code = "1.4",
     .says = {"thay đổi nơi lưu trú, nơi cư trú", "after a change of stay or residence"},
     .basis = {cites(law_25_2008, 22, "3"), cites(circular_01_2025, 4)}},
    {.code = "1.5",
     .says = {"có phiếu hẹn khám lại", "with a re-examination slip"},
     .basis = {cites(circular_01_2025, 11)}},
    {.code = "1.6",
     .says = {"người hiến bộ phận cơ thể phải điều trị ngay sau khi hiến",
              "organ donor treated right after the donation"},
     .basis = {cites(decree_188_2025, 37, "4")}},
    {.code = "1.7",
     .says = {"trẻ sơ sinh phải điều trị ngay sau khi sinh", "newborn treated right after birth"},
     .basis = {cites(decree_188_2025, 37, "2")}},
    {.code = "1.11",
     .says = {"tự đi khám tại cơ sở cấp ban đầu khác", "self-referred, another initial-level facility"},
     .basis = {cites(law_25_2008, 22, "4c")}},
    {.code = "1.12",
     .says = {"tự đi khám ngoại trú tại cơ sở cấp cơ bản dưới 50 điểm hoặc tạm xếp cấp, trước đây không thuộc tuyến "
              "tỉnh hay trung ương",
              "self-referred outpatient, basic level below 50 points or provisional, not formerly provincial or "
              "central"},
     .basis = {cites(decree_188_2025, 19, "1")}},
    {.code = "1.13",
     .says = {"tự đi khám ngoại trú tại cơ sở cấp cơ bản từ 50 đến dưới 70 điểm (bệnh ngoài Phụ lục II)",
              "self-referred outpatient, basic level with 50 to below 70 points (disease not in Annex II)"},
     .basis = {cites(decree_188_2025, 19, "2")},
     .rates = insurance_detail::half_from_july_2026,
     .rate_changes = true},
    {.code = "1.14",
     .says = {"tự đi khám ngoại trú tại cơ sở cấp cơ bản trước đây thuộc tuyến tỉnh hoặc trung ương (bệnh ngoài Phụ "
              "lục II)",
              "self-referred outpatient, basic level, formerly provincial or central (disease not in Annex II)"},
     .basis = {cites(decree_188_2025, 19, "3")},
     .rates = insurance_detail::half_from_july_2026,
     .rate_changes = true},
    {.code = "1.15",
     .says = {"tự đi điều trị nội trú tại cơ sở cấp cơ bản", "self-referred inpatient, basic level"},
     .basis = {cites(law_25_2008, 22, "4d")}},
    {.code = "1.16",
     .says = {"tự đến cơ sở cấp cơ bản với bệnh thuộc Phụ lục II", "self-referred, basic level, disease of Annex II"},
     .basis = {cites(law_25_2008, 22, "4a"), cites(circular_01_2025, 5, "1b")}},
    {.code = "1.17",
     .says = {"tự đến cơ sở cấp chuyên sâu với bệnh thuộc Phụ lục I",
              "self-referred, specialised level, disease of Annex I"},
     .basis = {cites(law_25_2008, 22, "4a"), cites(circular_01_2025, 5, "1a")}},
    {.code = "1.18",
     .says = {"tự đi khám ngoại trú tại cơ sở cấp chuyên sâu trước đây thuộc tuyến tỉnh (bệnh ngoài Phụ lục I)",
              "self-referred outpatient, specialised level, formerly provincial (disease not in Annex I)"},
     .basis = {cites(law_25_2008, 22, "4h"), cites(decree_188_2025, 19, "4")},
     .rates = insurance_detail::half_from_july_2026,
     .rate_changes = true},
    {.code = "2",
     .says = {"cấp cứu tại bất kỳ cơ sở nào", "emergency, at any facility"},
     .basis = {cites(law_25_2008, 22, "5")}},
    {.code = "3.1",
     .says = {"tự đến cơ sở cấp chuyên sâu trước đây thuộc tuyến trung ương (ngoài mã 1.17)",
              "self-referred, specialised level, formerly central (not code 1.17)"},
     .basis = {cites(law_25_2008, 22, "4g")},
     .rates = {{{period{}, 0, 40}}}},
    {.code = "3.2",
     .says = {"tự đi điều trị nội trú tại cơ sở cấp chuyên sâu trước đây thuộc tuyến tỉnh",
              "self-referred inpatient, specialised level, formerly provincial"},
     .basis = {cites(law_25_2008, 22, "4h")}},
    {.code = "3.3",
     .says = {"tự đến cơ sở cấp cơ bản hoặc chuyên sâu trước đây thuộc tuyến huyện",
              "self-referred, basic or specialised level, formerly district"},
     .basis = {cites(law_25_2008, 22, "4đ")}},
    {.code = "3.6",
     .says =
         {"người dân tộc thiểu số, người thuộc hộ nghèo ở vùng khó khăn hoặc người sống ở đảo, điều trị nội trú tại cơ "
          "sở cấp chuyên sâu",
          "ethnic minority or poor household in hard areas, or island resident, inpatient at specialised level"},
     .basis = {cites(law_25_2008, 22, "4b")}},
    {.code = "7",
     .says = {"lĩnh thuốc, theo từng trường hợp", "collection of drugs, case by case"},
     .basis = {cites(circular_37_2024, 15, "1")},
     .choice = category_choice::case_by_case,
     .has_rate = false},
    {.code = "7.2",
     .says = {"lĩnh thuốc, theo từng trường hợp", "collection of drugs, case by case"},
     .basis = {cites(circular_37_2024, 15, "1")},
     .choice = category_choice::case_by_case,
     .has_rate = false},
    {.code = "7.3",
     .says = {"lĩnh thuốc, theo từng trường hợp", "collection of drugs, case by case"},
     .basis = {cites(circular_37_2024, 15, "1")},
     .choice = category_choice::case_by_case,
     .has_rate = false},
    {.code = "7.4",
     .says = {"lĩnh thuốc, theo từng trường hợp", "collection of drugs, case by case"},
     .basis = {cites(circular_37_2024, 15, "1")},
     .choice = category_choice::case_by_case,
     .has_rate = false},
    {.code = "10",
     .says = {"lĩnh thuốc, theo từng trường hợp", "collection of drugs, case by case"},
     .basis = {cites(circular_37_2024, 15, "1")},
     .choice = category_choice::case_by_case,
     .has_rate = false},
    {.code = "8",
     .says = {"hồ sơ thanh toán đã rút", "claim withdrawn"},
     .choice = category_choice::by_claim,
     .has_rate = false},
    {.code = "9",
     .says = {"không phải lượt khám bệnh, chữa bệnh BHYT", "not an insurance visit"},
     .rates = {{{period{}, 0, 0}}},
     .choice = category_choice::by_claim},
}};

/// The code, compared whole: "3" is no code although "3.6" is one. Null where there is none.
[[nodiscard]] constexpr benefit_category const* find_benefit_category(std::string_view code) noexcept {
    for (auto const& each : benefit_categories) {
        if (each.code == code) return &each;
    }
    return nullptr;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
