#pragma once

#include <lienvien/base/claims.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
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

/// What kind of body an institution is.
enum class institution_kind : std::uint8_t {
    not_known,
    hospital,
    institute,
    clinic,
    health_station,
    centre,
    campus,
    pharmacy_chain,
    pharmacy,
    vaccination_point,
    company,
    ministry,
    health_department
};
template <>
struct vocabulary<institution_kind> {
    using enum institution_kind;
    static constexpr std::array words{
        word<institution_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<institution_kind>{hospital, "hospital", {"bệnh viện", "hospital"}},
        word<institution_kind>{institute, "institute", {"viện", "institute"}},
        word<institution_kind>{clinic, "clinic", {"phòng khám", "clinic"}},
        word<institution_kind>{health_station, "health_station", {"trạm y tế", "health station"}},
        word<institution_kind>{centre, "centre", {"trung tâm", "centre"}},
        word<institution_kind>{campus, "campus", {"cơ sở", "campus"}},
        word<institution_kind>{pharmacy_chain, "pharmacy_chain", {"chuỗi nhà thuốc", "pharmacy chain"}},
        word<institution_kind>{pharmacy, "pharmacy", {"nhà thuốc", "pharmacy"}},
        word<institution_kind>{vaccination_point, "vaccination_point", {"điểm tiêm chủng", "vaccination point"}},
        word<institution_kind>{company, "company", {"công ty", "company"}},
        word<institution_kind>{ministry, "ministry", {"bộ", "ministry"}},
        word<institution_kind>{health_department, "health_department", {"sở y tế", "health department"}}};
};

/// Who owns an institution. Decides, among other things, who signs a transfer paper.
enum class ownership : std::uint8_t { not_known, state, non_state, foreign };
template <>
struct vocabulary<ownership> {
    using enum ownership;
    static constexpr std::array words{word<ownership>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<ownership>{state, "state", {"nhà nước", "State"}},
                                      word<ownership>{non_state, "private", {"tư nhân", "private"}},
                                      word<ownership>{foreign, "foreign", {"nước ngoài", "foreign"}}};
};

/// Does it exist yet, work, or exist no longer?
enum class operation_status : std::uint8_t { not_known, planned, operating, closed };
template <>
struct vocabulary<operation_status> {
    using enum operation_status;
    static constexpr std::array words{word<operation_status>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<operation_status>{planned, "planned", {"dự kiến", "planned"}},
                                      word<operation_status>{operating, "operating", {"đang hoạt động", "operating"}},
                                      word<operation_status>{closed, "closed", {"đã ngừng", "closed"}}};
};

/// A status of operation and when it holds. A planned site counts in plans, never in today's referrals.
struct operation {
    operation_status status{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(operation const&, operation const&) = default;
};

/// A point on the Earth (WGS 84). As good as its source, which institutions give.
struct position {
    latitude north;
    longitude east;

    friend bool operator==(position const&, position const&) = default;
};

/// Where an institution stands.
struct place {
    std::string country{};  ///< ISO 3166-1 alpha-2, such as "VN"
    std::optional<province_id>
        province{};  ///< province or centrally run city; below it Vietnam has communes only since 2025-07-01
    text address{};
    std::optional<lienvien::position> position{};

    friend bool operator==(place const&, place const&) = default;
};

/// A health institution, a part of one, or another body that takes part in cooperation.
///
/// Its identity and what hardly changes; what changes (level, licence, capacity, techniques, who it is part of) are facts
/// of their own in the network, each with its period and source.
struct institution {
    institution_id id;
    text name{};
    std::vector<text> aliases{};  ///< other names in use, former ones included
    institution_kind kind{};
    lienvien::ownership ownership{};
    std::vector<operation> operations{};  ///< planned, operating, closed; sources that disagree stand side by side
    lienvien::place place{};
    claims<partial_date> founded{};
    lienvien::source source{};

    friend bool operator==(institution const&, institution const&) = default;
};
}  // namespace v0
}  // namespace lienvien
