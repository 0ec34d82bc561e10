#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Level of technical expertise (cấp chuyên môn kỹ thuật), lowest first.
/// Source: Law 15/2023/QH15, chapter X section 1, first article, clause 1.
enum class technical_level : std::uint8_t { not_known, initial, basic, specialised };
template <>
struct vocabulary<technical_level> {
    using enum technical_level;
    static constexpr std::array words{
        word<technical_level>{not_known, "not_known", {"chưa rõ cấp", "level not known"}},
        word<technical_level>{initial, "initial", {"cấp ban đầu", "initial level"}},
        word<technical_level>{basic, "basic", {"cấp cơ bản", "basic level"}},
        word<technical_level>{specialised, "specialised", {"cấp chuyên sâu", "specialised level"}}};
};

/// The technical tier (tuyến chuyên môn kỹ thuật) that a facility had before levels replaced tiers, lowest first; the
/// written number counts from the top: tier 1 is central, tier 4 is commune.
/// Source: Circular 43/2013/TT-BYT; frozen on 2024-12-31 for the insurance rules of Law 51/2024/QH15.
enum class legacy_tier : std::uint8_t { not_known, commune, district, provincial, central };
template <>
struct vocabulary<legacy_tier> {
    using enum legacy_tier;
    static constexpr std::array words{
        word<legacy_tier>{not_known, "not_known", {"chưa rõ tuyến", "tier not known"}},
        word<legacy_tier>{commune, "commune", {"tuyến 4 (xã)", "tier 4 (commune)"}},
        word<legacy_tier>{district, "district", {"tuyến 3 (huyện)", "tier 3 (district)"}},
        word<legacy_tier>{provincial, "provincial", {"tuyến 2 (tỉnh)", "tier 2 (provincial)"}},
        word<legacy_tier>{central, "central", {"tuyến 1 (trung ương)", "tier 1 (central)"}}};
};

/// Hospital class (hạng bệnh viện), lowest first.
enum class hospital_class : std::uint8_t { not_known, class_iv, class_iii, class_ii, class_i, special };
template <>
struct vocabulary<hospital_class> {
    using enum hospital_class;
    static constexpr std::array words{word<hospital_class>{not_known, "not_known", {"chưa rõ hạng", "class not known"}},
                                      word<hospital_class>{class_iv, "class_iv", {"hạng IV", "class IV"}},
                                      word<hospital_class>{class_iii, "class_iii", {"hạng III", "class III"}},
                                      word<hospital_class>{class_ii, "class_ii", {"hạng II", "class II"}},
                                      word<hospital_class>{class_i, "class_i", {"hạng I", "class I"}},
                                      word<hospital_class>{special, "special", {"hạng đặc biệt", "special class"}}};
};

/// A grading into a level, with the score it was given for (xếp cấp chuyên môn kỹ thuật).
struct grading {
    institution_id institution;
    technical_level level{};
    std::optional<grading_score> score{};
    bool provisional{};      ///< provisionally graded basic (tạm xếp cấp cơ bản)
    std::string decision{};  ///< number of the published decision
    validity valid{};
    lienvien::source source{};

    friend bool operator==(grading const&, grading const&) = default;
};

/// The tier and class of a facility under the rules before 2025. Kept as a fact of its own, because insurance rules
/// depend on the tier as it stood on 2024-12-31 whatever the level is now: such a standing is written without an end.
struct legacy_standing {
    institution_id institution;
    legacy_tier tier{};
    lienvien::hospital_class hospital_class{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(legacy_standing const&, legacy_standing const&) = default;
};

/// A licence to operate (giấy phép hoạt động) and its period.
struct licence {
    institution_id institution;
    std::string number{};
    std::string scope{};
    std::optional<person_id> responsible{};  ///< the professionally responsible person
    validity valid{};
    lienvien::source source{};

    friend bool operator==(licence const&, licence const&) = default;
};

/// Recognition that a facility meets the conditions of a field.
struct accreditation {
    institution_id institution;
    field_id field;
    std::string decision{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(accreditation const&, accreditation const&) = default;
};

/// All fields for which a facility is recognised, as a register lists them.
///
/// The list says that it is complete: a field that is neither here nor in an accreditation of its own is absent, not
/// unknown.
struct accreditation_list {
    institution_id institution;
    std::vector<field_id> fields{};
    std::string decision{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(accreditation_list const&, accreditation_list const&) = default;
};

/// Has the facility a contract with social health insurance (hợp đồng khám bệnh, chữa bệnh bảo hiểm y tế)?
///
/// Not known where nothing is written; a facility that is known to have none is written down as such.
struct insurance_contract {
    institution_id institution;
    truth held{};
    std::string number{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(insurance_contract const&, insurance_contract const&) = default;
};
}  // namespace v0
}  // namespace lienvien
