#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/model/standing.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <cstdint>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// Under whom a hospital stands, as the old division into tiers asks.
enum class hospital_owner : std::uint8_t { not_known, ministry_of_health, province_or_other_ministry };

/// Which hospitals belonged to which of the four tiers. From memory, the number of the article not seen: read with
/// `unverified::use` only.
inline constexpr dated<hospital_class> tier_follows_class{
    .id = "vn.43-2013.class-to-tier"_rule,
    .says = says(vi("tuyến của bệnh viện theo hạng và cơ quan chủ quản"),
                 en("the tier of a hospital follows its class and under whom it stands")),
    .basis = cites(circular_43_2013),
    .value = hospital_class::special,  // central wherever it stands
    .weak = true};

/// The tier (tuyến) to which the class (hạng) of a hospital put it.
///
/// Special class, and class I under the Ministry of Health: central. The other classes under the Ministry, and classes I and II
/// of provinces and other ministries: provincial. Their classes III and IV: district.
/// \param last_line  does the Ministry name it as a last line (tuyến cuối)? Asked of class I of provinces and other ministries
/// Errors:           not known where a fact that decides is not known, the Circular is surely not in force on the day, or
///                   unverified rules are left out
/// Source:           Circular 43/2013/TT-BYT, from memory
[[nodiscard]] constexpr legacy_tier tier_of_class(hospital_class of, hospital_owner under, truth last_line,
                                                  sys_days today, unverified weak) noexcept {
    using enum hospital_class;
    if (weak == unverified::leave_out || is_no(in_force_on(tier_follows_class, today))) return legacy_tier::not_known;
    bool const of_ministry = under == hospital_owner::ministry_of_health;
    if (of == not_known) return legacy_tier::not_known;
    if (of == special || (of == class_i && of_ministry)) return legacy_tier::central;
    if (of == class_ii || of_ministry) return legacy_tier::provincial;
    if (under == hospital_owner::not_known) return legacy_tier::not_known;
    if (of != class_i) return legacy_tier::district;
    if (is_unknown(last_line)) return legacy_tier::not_known;
    return is_yes(last_line) ? legacy_tier::central : legacy_tier::provincial;
}

}  // namespace vietnam

template <>
struct vocabulary<vietnam::hospital_owner> {
    using owner = vietnam::hospital_owner;
    static constexpr std::array words{
        word<owner>{owner::not_known, "not_known", {"chưa rõ cơ quan chủ quản", "not known under whom"}},
        word<owner>{owner::ministry_of_health, "ministry_of_health", {"Bộ Y tế", "the Ministry of Health"}},
        word<owner>{owner::province_or_other_ministry,
                    "province_or_other_ministry",
                    {"tỉnh, thành phố hoặc bộ, ngành khác", "a province or another ministry"}}};
};
}  // namespace v0
}  // namespace lienvien
