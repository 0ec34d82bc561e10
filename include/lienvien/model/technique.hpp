#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/profession.hpp>
#include <lienvien/model/standing.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Is it done to patients, or is it know-how of running a hospital?
enum class technique_kind : std::uint8_t { not_known, clinical, organisational, digital };
template <>
struct vocabulary<technique_kind> {
    using enum technique_kind;
    static constexpr std::array words{
        word<technique_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<technique_kind>{clinical, "clinical", {"lâm sàng", "clinical"}},
        word<technique_kind>{organisational, "organisational", {"tổ chức, quản lý", "organisational"}},
        word<technique_kind>{digital, "digital", {"công nghệ thông tin", "digital"}}};
};

/// A technique (kỹ thuật): something that an institution can do and another can learn.
struct technique {
    technique_id id;
    text name{};
    technique_kind kind{};
    std::optional<field_id> field{};
    std::string national_code{};            ///< code of the national technique list, where it has one
    std::vector<technique_id> requires_{};  ///< techniques that a site must hold first
    lienvien::source source{};

    friend bool operator==(technique const&, technique const&) = default;
};

/// A field of medicine (chuyên khoa) as agreements and rules name it.
struct field {
    field_id id;
    text name{};
    lienvien::source source{};

    friend bool operator==(field const&, field const&) = default;
};

/// People of a profession that a package needs at the recipient.
struct staff_need {
    lienvien::profession profession{};
    people at_least;
    std::optional<programme_id> certified_by{};  ///< they hold a valid certificate of this programme

    friend bool operator==(staff_need const&, staff_need const&) = default;
};

/// A technique package (gói kỹ thuật): what is transferred together, clinical or not.
///
/// Case counts, assessment marks and standards are those that the package itself states: no rule of law gives them.
struct package {
    package_id id;
    text name{};
    technique_kind kind{};
    std::optional<field_id> field{};
    std::vector<technique_id> techniques{};
    std::vector<package_id> parts{};          ///< sub-packages
    std::vector<package_id> prerequisites{};  ///< packages accepted before this one begins
    std::vector<text> goals{};                ///< knowledge, skill, attitude
    std::vector<text> standards{};            ///< standards that it applies
    std::vector<indicator_id> indicators{};
    std::vector<text> materials{};
    std::vector<staff_need> staff{};
    std::vector<text> equipment{};
    technical_level lowest_level{};  ///< lowest level of a recipient; not known where the package says nothing
    lienvien::source source{};

    friend bool operator==(package const&, package const&) = default;
};
}  // namespace v0
}  // namespace lienvien
