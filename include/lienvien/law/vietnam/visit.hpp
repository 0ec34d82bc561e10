#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/direct_access.hpp>
#include <lienvien/model/icd10.hpp>
#include <lienvien/model/standing.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// Is the patient admitted?
enum class visit_setting : std::uint8_t { not_known, outpatient, inpatient };

/// What the grading score of a facility means for an insured visit. `none`: the facility surely has no score.
/// Source: Decree 188/2025/NĐ-CP, article 19(1)-(2).
enum class insurance_score : std::uint8_t { not_known, none, below_50, from_50_below_70, from_70 };

/// The band of a score; both ends as written: 50 and 70 belong to the upper band.
[[nodiscard]] constexpr insurance_score insurance_score_of(grading_score score) noexcept {
    if (score < grading_score(50)) return insurance_score::below_50;
    return score < grading_score(70) ? insurance_score::from_50_below_70 : insurance_score::from_70;
}

/// The technical tier that a facility had on 2024-12-31. `none`: it surely had none, because it opened later.
/// Source: Law 51/2024/QH15, Decree 188/2025/NĐ-CP, article 19.
enum class former_tier : std::uint8_t { not_known, none, commune, district, provincial, central };

/// The former tier, where it is written down.
[[nodiscard]] constexpr former_tier former_tier_of(legacy_tier tier) noexcept {
    switch (tier) {
        case legacy_tier::commune:
            return former_tier::commune;
        case legacy_tier::district:
            return former_tier::district;
        case legacy_tier::provincial:
            return former_tier::provincial;
        case legacy_tier::central:
            return former_tier::central;
        case legacy_tier::not_known:
            break;
    }
    return former_tier::not_known;
}

/// What health insurance asks of the facility visited, on the day of the visit.
struct visited_facility {
    technical_level level{};
    truth listed_initial{};  ///< is it one of the initial-level facilities of Circular 01/2025, article 3?
    insurance_score score{};
    truth provisional{};  ///< provisionally graded basic (tạm xếp cấp cơ bản)
    former_tier tier{};

    friend constexpr bool operator==(visited_facility const&, visited_facility const&) = default;
};

/// Mức hưởng ghi trên thẻ: the share that the card itself pays.
enum class card_benefit : std::uint8_t { not_known, percent_80, percent_95, percent_100 };

/// The share as a percentage, where it is known.
[[nodiscard]] constexpr std::optional<percentage> percent_of(card_benefit card) noexcept {
    switch (card) {
        case card_benefit::percent_80:
            return percentage(80);
        case card_benefit::percent_95:
            return percentage(95);
        case card_benefit::percent_100:
            return percentage(100);
        case card_benefit::not_known:
            break;
    }
    return std::nullopt;
}

/// A visit of an insured patient (lượt khám bệnh, chữa bệnh BHYT): what decides the benefit, and no identity.
///
/// What nobody has said is not known; it never counts as a no.
struct visit {
    visit_setting setting{};
    truth emergency{};  ///< cấp cứu
    visited_facility facility{};
    truth registered_here{};     ///< the primary facility on the card
    truth referral_slip{};       ///< a referral slip that is valid on the day, the one-year slip included
    truth reexamination_slip{};  ///< a re-examination slip that is valid on the day
    truth changed_residence{};   ///< changed stay or residence
    truth newborn{};             ///< treated right after birth
    truth donor{};               ///< organ donor treated right after the donation
    truth hardship{};            ///< ethnic minority or poor household in hard areas, or island resident (code 3.6)
    std::optional<icd10_code> diagnosis{};
    std::optional<years_of_age> age{};  ///< completed years at admission
    confirmation confirmed{};
    truth clinical_condition{};  ///< the clinician confirms the condition that the row of Annex I asks for
    truth annex_ii{};  ///< is the disease in Annex II (straight to the basic level)? The caller says: its list
                       ///< is not held here as law
    card_benefit card{};

    friend constexpr bool operator==(visit const&, visit const&) = default;
};

/// The facts of a visit on which its benefit can hang.
enum class visit_fact : std::uint8_t {
    setting,
    emergency,
    level,
    listed_initial,
    score,
    provisional,
    tier,
    registered_here,
    referral_slip,
    reexamination_slip,
    changed_residence,
    newborn,
    donor,
    hardship,
    annex_i,
    annex_ii,
    diagnosis,
    age,
    confirmed,
    clinical_condition,
    card
};
inline constexpr std::size_t visit_fact_count = 21;

/// A set of facts.
class visit_facts {
public:
    constexpr void add(visit_fact one) noexcept { bits_ |= bit(one); }
    constexpr void add(visit_facts others) noexcept { bits_ |= others.bits_; }
    constexpr void remove(visit_fact one) noexcept { bits_ &= ~bit(one); }
    [[nodiscard]] constexpr bool contains(visit_fact one) const noexcept { return (bits_ & bit(one)) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    friend constexpr bool operator==(visit_facts, visit_facts) = default;

private:
    [[nodiscard]] static constexpr std::uint32_t bit(visit_fact one) noexcept {
        return std::uint32_t{1} << static_cast<unsigned>(one);
    }
    std::uint32_t bits_ = 0;
};

}  // namespace vietnam

template <>
struct vocabulary<vietnam::visit_setting> {
    using own = vietnam::visit_setting;
    static constexpr std::array words{word<own>{own::not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<own>{own::outpatient, "outpatient", {"ngoại trú", "outpatient"}},
                                      word<own>{own::inpatient, "inpatient", {"nội trú", "inpatient"}}};
};
template <>
struct vocabulary<vietnam::insurance_score> {
    using own = vietnam::insurance_score;
    static constexpr std::array words{
        word<own>{own::not_known, "not_known", {"chưa rõ điểm", "score not known"}},
        word<own>{own::none, "none", {"không có điểm", "no score"}},
        word<own>{own::below_50, "below_50", {"dưới 50 điểm", "below 50 points"}},
        word<own>{own::from_50_below_70, "from_50_below_70", {"từ 50 đến dưới 70 điểm", "50 to below 70 points"}},
        word<own>{own::from_70, "from_70", {"từ 70 điểm", "70 points and more"}}};
};
template <>
struct vocabulary<vietnam::former_tier> {
    using own = vietnam::former_tier;
    static constexpr std::array words{
        word<own>{own::not_known, "not_known", {"chưa rõ tuyến", "tier not known"}},
        word<own>{own::none, "none", {"chưa từng xếp tuyến", "never in a tier"}},
        word<own>{own::commune, "commune", {"tuyến xã trước 2025", "formerly commune tier"}},
        word<own>{own::district, "district", {"tuyến huyện trước 2025", "formerly district tier"}},
        word<own>{own::provincial, "provincial", {"tuyến tỉnh trước 2025", "formerly provincial tier"}},
        word<own>{own::central, "central", {"tuyến trung ương trước 2025", "formerly central tier"}}};
};
template <>
struct vocabulary<vietnam::card_benefit> {
    using own = vietnam::card_benefit;
    static constexpr std::array words{
        word<own>{own::not_known, "not_known", {"chưa rõ mức hưởng", "card benefit not known"}},
        word<own>{own::percent_80, "percent_80", {"80 %", "80 %"}},
        word<own>{own::percent_95, "percent_95", {"95 %", "95 %"}},
        word<own>{own::percent_100, "percent_100", {"100 %", "100 %"}}};
};
template <>
struct vocabulary<vietnam::visit_fact> {
    using own = vietnam::visit_fact;
    static constexpr std::array words{
        word<own>{own::setting, "setting", {"ngoại trú hay nội trú", "outpatient or inpatient"}},
        word<own>{own::emergency, "emergency", {"có phải cấp cứu không", "whether it is an emergency"}},
        word<own>{own::level, "level", {"cấp chuyên môn của cơ sở", "the level of the facility"}},
        word<own>{own::listed_initial,
                  "listed_initial",
                  {"cơ sở có thuộc Điều 3 Thông tư 01/2025 không", "whether Circular 01/2025 article 3 lists it"}},
        word<own>{own::score, "score", {"điểm xếp cấp", "the grading score"}},
        word<own>{own::provisional, "provisional", {"có tạm xếp cấp cơ bản không", "whether graded provisionally"}},
        word<own>{own::tier, "legacy_tier", {"tuyến trước 01/01/2025", "the tier before 2025-01-01"}},
        word<own>{own::registered_here,
                  "registered_here",
                  {"có đăng ký ban đầu tại đây không", "whether it is the registered primary facility"}},
        word<own>{own::referral_slip,
                  "referral_slip",
                  {"có phiếu chuyển còn giá trị không", "whether there is a valid referral slip"}},
        word<own>{own::reexamination_slip,
                  "reexamination_slip",
                  {"có phiếu hẹn khám lại không", "whether there is a re-examination slip"}},
        word<own>{own::changed_residence,
                  "changed_residence",
                  {"có thay đổi nơi lưu trú, cư trú không", "whether stay or residence has changed"}},
        word<own>{own::newborn, "newborn", {"có phải trẻ sơ sinh điều trị ngay sau sinh không", "whether a newborn"}},
        word<own>{own::donor, "donor", {"có phải người hiến điều trị ngay sau hiến không", "whether an organ donor"}},
        word<own>{own::hardship, "hardship", {"có thuộc nhóm của mã 3.6 không", "whether in a group of code 3.6"}},
        word<own>{own::annex_i, "annex_i", {"bệnh có thuộc Phụ lục I không", "whether the disease is in Annex I"}},
        word<own>{own::annex_ii, "annex_ii", {"bệnh có thuộc Phụ lục II không", "whether the disease is in Annex II"}},
        word<own>{own::diagnosis, "icd10", {"mã bệnh", "the diagnosis"}},
        word<own>{own::age, "age", {"tuổi", "the age"}},
        word<own>{own::confirmed, "confirmed", {"đã chẩn đoán xác định chưa", "whether the diagnosis is confirmed"}},
        word<own>{own::clinical_condition,
                  "clinical_condition",
                  {"bác sĩ xác nhận tình trạng bệnh theo Phụ lục I", "the clinical condition that Annex I asks for"}},
        word<own>{own::card, "card_rate", {"mức hưởng của thẻ", "the benefit of the card"}}};
};
}  // namespace v0
}  // namespace lienvien
