#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// What a rule on slips says of a case: whether it may be, and by which rule.
struct slip_ruling {
    truth holds{};
    citation basis;
    label says;

    friend constexpr bool operator==(slip_ruling const&, slip_ruling const&) = default;
};

/// Phiếu hẹn khám lại: may the slip be used (again)? Each is used once. It may stand on the form of Annex V, on the
/// prescription or on the discharge paper.
/// Source: Circular 01/2025/TT-BYT, article 11.
[[nodiscard]] constexpr slip_ruling may_use_reexamination_slip(truth already_used) noexcept {
    return {!already_used, cites(circular_01_2025, 11),
            says(vi("mỗi phiếu hẹn khám lại chỉ dùng một lần"), en("a re-examination slip is used once"))};
}

/// May a re-examination be set? One for each course of treatment, once the course is over.
/// Source: Circular 01/2025/TT-BYT, article 11(5).
[[nodiscard]] constexpr slip_ruling may_set_reexamination(truth course_is_over, truth already_set) noexcept {
    return {course_is_over & !already_set, cites(circular_01_2025, 11, "5"),
            says(vi("sau mỗi đợt điều trị chỉ được hẹn khám lại một lần"),
                 en("one re-examination may be set after a course of treatment"))};
}

/// What a patient shows at a facility. `referral`: the referral slip; `reexamination`: a re-examination slip.
enum class slip_kind : std::uint8_t { not_known, referral, reexamination };

/// Does a slip of this kind serve for the n-th course of treatment that follows one referral? The first stands on the
/// referral slip, each later one on a re-examination slip. Precondition: courses are counted from 1.
/// Source: Circular 01/2025/TT-BYT, article 12(4).
[[nodiscard]] constexpr slip_ruling serves_for_course(slip_kind shown, int course) noexcept {
    LIENVIEN_EXPECTS(course >= 1, "courses of treatment are counted from 1");
    auto const wanted = course == 1 ? slip_kind::referral : slip_kind::reexamination;
    return {shown == slip_kind::not_known ? truth::unknown : known(shown == wanted), cites(circular_01_2025, 12, "4"),
            says(vi("từ đợt điều trị thứ hai cần phiếu hẹn khám lại"),
                 en("from the second course of treatment a re-examination slip is needed"))};
}

/// One step of a patient's way: who referred, and to whom.
struct referral_step {
    institution_id from;
    institution_id to;

    friend bool operator==(referral_step const&, referral_step const&) = default;
};

/// The step whose slip the patient shows at a facility: the last that led there. Slips of earlier steps are not needed.
/// Null where nobody referred the patient there.
/// Source: Circular 01/2025/TT-BYT, article 12(5).
[[nodiscard]] inline referral_step const* step_to_prove(std::vector<referral_step> const& way,
                                                        institution_id const& visited) noexcept {
    for (std::size_t left = way.size(); left > 0; --left) {
        if (way[left - 1].to == visited) return &way[left - 1];
    }
    return nullptr;
}
inline constexpr citation one_step_is_proved = cites(circular_01_2025, 12, "5");

enum class slip_medium : std::uint8_t { not_known, paper, electronic };

/// Who has signed a slip, and how.
struct slip_signatures {
    slip_medium medium{};
    truth practitioner{};      ///< signed by the practitioner; on an electronic slip, digitally
    truth stamp{};             ///< the stamp of the facility
    truth facility_digital{};  ///< the digital signature of the facility

    friend constexpr bool operator==(slip_signatures const&, slip_signatures const&) = default;
};

/// Is a referral or re-examination slip signed in full? On paper by the practitioner and with the stamp. On an electronic
/// slip the digital signature of the facility takes the place of the stamp from 2026-06-01; before that day an electronic
/// slip with all digital signatures, shown in VNeID, was already equal to paper (Annex VI), and one with the stamp too.
/// \param signed_on day of signing.
/// Source: Circular 06/2026/TT-BYT, article 5(2), from 2026-06-01; Circular 01/2025/TT-BYT, Annex VI.
[[nodiscard]] constexpr slip_ruling signed_in_full(slip_signatures const& slip, sys_days signed_on) noexcept {
    bool const replaced = circular_06_2026.in_force.contains(signed_on);
    truth const electronic =
        slip.practitioner & (replaced ? slip.facility_digital : slip.facility_digital | slip.stamp);
    truth const paper = slip.practitioner & slip.stamp;
    truth const is_electronic =
        slip.medium == slip_medium::not_known ? truth::unknown : known(slip.medium == slip_medium::electronic);
    constexpr citation form = cites(circular_01_2025, says(vi("Phụ lục VI"), en("annex VI")));
    if (slip.medium == slip_medium::paper) {
        return {paper, form,
                says(vi("phiếu giấy có chữ ký của người hành nghề và con dấu của cơ sở"),
                     en("a slip on paper has the signature of the practitioner and the stamp of the facility"))};
    }
    return {choose(is_electronic, electronic, paper), replaced ? cites(circular_06_2026, 5, "2") : form,
            replaced ? says(vi("trên phiếu điện tử, chữ ký số của cơ sở thay cho con dấu"),
                            en("on an electronic slip the digital signature of the facility replaces the stamp"))
                     : says(vi("phiếu điện tử có đủ chữ ký số có giá trị như phiếu giấy"),
                            en("an electronic slip with all digital signatures equals paper"))};
}

}  // namespace vietnam

template <>
struct vocabulary<vietnam::slip_kind> {
    using own = vietnam::slip_kind;
    static constexpr std::array words{
        word<own>{own::not_known, "not_known", {"chưa rõ", "not known"}},
        word<own>{own::referral, "referral", {"phiếu chuyển cơ sở khám bệnh, chữa bệnh", "referral slip"}},
        word<own>{own::reexamination, "reexamination", {"phiếu hẹn khám lại", "re-examination slip"}}};
};
template <>
struct vocabulary<vietnam::slip_medium> {
    using own = vietnam::slip_medium;
    static constexpr std::array words{word<own>{own::not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<own>{own::paper, "paper", {"phiếu giấy", "paper"}},
                                      word<own>{own::electronic, "electronic", {"phiếu điện tử", "electronic"}}};
};
}  // namespace v0
}  // namespace lienvien
