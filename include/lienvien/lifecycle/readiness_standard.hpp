#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/profession.hpp>
#include <lienvien/model/standing.hpp>
#include <lienvien/model/technique.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a recipient must have before a package can come to it.
enum class requirement : std::uint8_t {
    not_known,
    staff,
    certificate,
    equipment,
    structure,
    beds_,
    licence,
    accreditation,
    level,
    technique,
    package,
    volume
};
template <>
struct vocabulary<requirement> {
    using enum requirement;
    static constexpr std::array words{
        word<requirement>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<requirement>{staff, "staff", {"nhân lực", "staff"}},
        word<requirement>{certificate, "certificate", {"nhân lực có chứng chỉ", "certified staff"}},
        word<requirement>{equipment, "equipment", {"trang thiết bị", "equipment"}},
        word<requirement>{structure, "structure", {"cơ cấu, buồng phòng", "units and rooms"}},
        word<requirement>{beds_, "beds", {"giường bệnh", "beds"}},
        word<requirement>{licence, "licence", {"giấy phép hoạt động", "licence"}},
        word<requirement>{accreditation, "accreditation", {"công nhận chuyên khoa", "recognition for a field"}},
        word<requirement>{level, "level", {"cấp chuyên môn kỹ thuật", "level of technical expertise"}},
        word<requirement>{technique, "technique", {"kỹ thuật cần có trước", "technique held before"}},
        word<requirement>{package, "package", {"gói kỹ thuật cần có trước", "package accepted before"}},
        word<requirement>{volume, "volume", {"số ca mỗi năm", "cases a year"}}};
};

/// Devices that a standard demands, by the name under which the network lists them.
struct equipment_need {
    text name{};
    items at_least;

    friend bool operator==(equipment_need const&, equipment_need const&) = default;
};

/// A number that a standard demands of what an indicator counts: operating rooms, a ward, cases a year.
struct figure_need {
    indicator_id indicator;
    items at_least;

    friend bool operator==(figure_need const&, figure_need const&) = default;
};

/// People of a profession for every so many beds, rounded up.
struct staff_per_beds {
    lienvien::profession profession{};
    people at_least;
    beds per;

    friend bool operator==(staff_per_beds const&, staff_per_beds const&) = default;
};

/// What a recipient must meet beyond what the package itself states: a standard for a centre, the staffing of a campus.
///
/// From the caller: no number here has a default, and what is left out is not demanded.
struct readiness_standard {
    text name{};
    std::vector<staff_need> staff{};
    std::vector<staff_per_beds> staff_by_beds{};
    std::vector<equipment_need> equipment{};
    std::vector<figure_need> structure{};
    std::vector<figure_need> volume{};
    std::optional<beds> at_least_beds{};
    bool licence = false;  ///< must a licence to operate be in force?
    std::vector<field_id> accreditations{};
    technical_level lowest_level{};
    std::vector<technique_id> techniques{};  ///< performed before
    lienvien::source source{};

    friend bool operator==(readiness_standard const&, readiness_standard const&) = default;
};

/// How long it takes the caller's people to close a gap, from the day of the question until all of it is there.
///
/// `about` names what exactly (a profession, a programme, a device, an id) and goes before one that names only the kind.
struct lead_time {
    requirement kind{};
    std::string about{};
    std::chrono::days takes;

    friend bool operator==(lead_time const&, lead_time const&) = default;
};

}  // namespace v0
}  // namespace lienvien
