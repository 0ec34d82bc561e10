#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/rules/citation.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// What instruments of law are about, as far as the library holds them.
enum class subject_of_law : std::uint8_t {
    not_known,
    referral,
    insurance,
    levels,
    techniques,
    rotation,
    telemedicine,
    continuing_education,
    practitioners,
    pharmacy,
    vaccination,
    emergency_teams,
    electronic_records,
    provinces
};

}  // namespace vietnam

template <>
struct vocabulary<vietnam::subject_of_law> {
    using of = vietnam::subject_of_law;
    static constexpr std::array words{
        word<of>{of::not_known, "not_known", {"chưa rõ", "not known"}},
        word<of>{of::referral, "referral", {"chuyển người bệnh", "referral of patients"}},
        word<of>{of::insurance, "insurance", {"mức hưởng bảo hiểm y tế", "benefit of health insurance"}},
        word<of>{of::levels, "levels", {"cấp chuyên môn kỹ thuật", "levels of expertise"}},
        word<of>{of::techniques, "techniques", {"danh mục và chuyển giao kỹ thuật", "techniques and their transfer"}},
        word<of>{of::rotation, "rotation", {"luân phiên người hành nghề", "rotation of practitioners"}},
        word<of>{of::telemedicine, "telemedicine", {"khám bệnh, chữa bệnh từ xa", "telemedicine"}},
        word<of>{of::continuing_education,
                 "continuing_education",
                 {"cập nhật kiến thức y khoa liên tục", "continuing education"}},
        word<of>{of::practitioners, "practitioners", {"đăng ký hành nghề", "registration of practitioners"}},
        word<of>{of::pharmacy, "pharmacy", {"hành nghề dược", "pharmacy"}},
        word<of>{of::vaccination, "vaccination", {"tiêm chủng", "vaccination"}},
        word<of>{of::emergency_teams, "emergency_teams", {"phản vệ, đội đột quỵ", "anaphylaxis and stroke teams"}},
        word<of>{of::electronic_records, "electronic_records", {"hồ sơ bệnh án điện tử", "electronic medical records"}},
        word<of>{of::provinces, "provinces", {"đơn vị hành chính cấp tỉnh", "provinces"}}};
};

namespace vietnam {

/// An instrument that the library holds on a subject.
struct registered_instrument {
    subject_of_law subject{};
    instrument text;
    friend constexpr bool operator==(registered_instrument const&, registered_instrument const&) = default;
};

/// Circular on insured referral before Circular 01/2025/TT-BYT. Its first day was not seen: it is not applied before 2017.
inline constexpr instrument circular_40_2015{
    .number = "40/2015/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = between(std::chrono::year(2017) / 1 / 1, std::chrono::year(2025) / 1 / 1),
    .beginning_seen = false,
};

/// Every instrument on each subject, the highest first and the older before the later.
inline constexpr std::array<registered_instrument, 42> register_of_law{{
    {subject_of_law::referral, law_15_2023},
    {subject_of_law::referral, decree_146_2018},
    {subject_of_law::referral, circular_14_2014},
    {subject_of_law::referral, circular_40_2015},
    {subject_of_law::referral, circular_01_2025},
    {subject_of_law::referral, circular_06_2026},
    {subject_of_law::insurance, law_25_2008},
    {subject_of_law::insurance, decree_146_2018},
    {subject_of_law::insurance, decree_188_2025},
    {subject_of_law::insurance, circular_37_2024},
    {subject_of_law::insurance, circular_01_2025},
    {subject_of_law::insurance, circular_06_2026},
    {subject_of_law::insurance, decision_3276_2025},
    {subject_of_law::levels, law_15_2023},
    {subject_of_law::levels, law_25_2008},
    {subject_of_law::levels, decree_96_2023},
    {subject_of_law::levels, decree_188_2025},
    {subject_of_law::techniques, law_15_2023},
    {subject_of_law::techniques, circular_43_2013},
    {subject_of_law::techniques, circular_23_2024},
    {subject_of_law::techniques, circular_25_2026},
    {subject_of_law::techniques, circular_12_2026_finance},
    {subject_of_law::rotation, law_15_2023},
    {subject_of_law::rotation, decision_14_2013},
    {subject_of_law::telemedicine, law_15_2023},
    {subject_of_law::telemedicine, decree_96_2023},
    {subject_of_law::telemedicine, circular_49_2017},
    {subject_of_law::telemedicine, circular_30_2023},
    {subject_of_law::continuing_education, circular_32_2023},
    {subject_of_law::practitioners, law_15_2023},
    {subject_of_law::practitioners, decree_96_2023},
    {subject_of_law::pharmacy, law_105_2016},
    {subject_of_law::vaccination, decree_104_2016},
    {subject_of_law::vaccination, decree_165_2026},
    {subject_of_law::vaccination, circular_13_2026},
    {subject_of_law::emergency_teams, circular_47_2016},
    {subject_of_law::emergency_teams, circular_51_2017},
    {subject_of_law::electronic_records, circular_46_2018},
    {subject_of_law::electronic_records, circular_38_2024},
    {subject_of_law::electronic_records, circular_13_2025},
    {subject_of_law::provinces, resolution_202_2025},
    {subject_of_law::provinces, decision_19_2025},
}};

/// An instrument that is, or may be, in force on a day.
struct instrument_on_day {
    instrument const* text;
    bool uncertain;  ///< it is not certain that it still is
};
/// The instruments on a subject that are in force on a day, or may be, in the order of the register.
/// Complexity: linear in the register
[[nodiscard]] inline std::vector<instrument_on_day> instruments_on(subject_of_law subject, sys_days today) {
    std::vector<instrument_on_day> found;
    for (auto const& each : register_of_law) {
        truth const stands = each.subject == subject ? in_force_on(each.text, today) : truth::no;
        if (!is_no(stands)) found.push_back({&each.text, is_unknown(stands)});
    }
    return found;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
