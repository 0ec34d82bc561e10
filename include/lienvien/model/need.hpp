#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/icd10.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How soon care is needed.
enum class urgency : std::uint8_t { not_known, routine, urgent, emergency };
template <>
struct vocabulary<urgency> {
    using enum urgency;
    static constexpr std::array words{word<urgency>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<urgency>{routine, "routine", {"thông thường", "routine"}},
                                      word<urgency>{urgent, "urgent", {"khẩn", "urgent"}},
                                      word<urgency>{emergency, "emergency", {"cấp cứu", "emergency"}}};
};

/// What a patient needs, without any identity of the patient: no name, no number, no date of birth.
struct patient_need {
    need_id id;
    institution_id origin;                ///< where the patient is now
    std::vector<icd10_code> diagnoses{};  ///< the main one first
    std::optional<field_id> field{};
    std::vector<technique_id> techniques{};  ///< all of them are needed
    lienvien::urgency urgency{};
    truth stable{};                ///< stable enough to travel
    truth transfer_indicated{};    ///< a consultation was held and indicates the transfer
    truth past_emergency_stage{};  ///< diagnosed and treated past the emergency stage
    truth improved{};              ///< improved and able to go on at a lower facility
    std::optional<years_of_age> age{};
    std::optional<province_id> residence{};
    truth insured{};                            ///< has a valid card of social health insurance
    std::optional<percentage> card_rate{};      ///< the part of the cost that the card covers, as printed in its code
    std::optional<minutes_of_travel> within{};  ///< the time window that the caller sets; no rule of law gives one
    text about{};
    lienvien::source source{};

    friend bool operator==(patient_need const&, patient_need const&) = default;
};
}  // namespace v0
}  // namespace lienvien
