#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// Grades of anaphylaxis (mức độ phản vệ), as training names them. Content of courses, never a guide to treatment: the
/// library knows no dose.
/// Source: Circular 51/2017/TT-BYT.
enum class anaphylaxis_grade : std::uint8_t { not_known, grade_i, grade_ii, grade_iii, grade_iv };

}  // namespace vietnam

template <>
struct vocabulary<vietnam::anaphylaxis_grade> {
    using grade = vietnam::anaphylaxis_grade;
    static constexpr std::array words{word<grade>{grade::not_known, "not_known", {"chưa rõ mức độ", "grade not known"}},
                                      word<grade>{grade::grade_i, "grade_i", {"độ I", "grade I"}},
                                      word<grade>{grade::grade_ii, "grade_ii", {"độ II", "grade II"}},
                                      word<grade>{grade::grade_iii, "grade_iii", {"độ III", "grade III"}},
                                      word<grade>{grade::grade_iv, "grade_iv", {"độ IV", "grade IV"}}};
};

namespace vietnam {

/// The grade from which a course must teach that adrenaline is given at once.
/// Source: Circular 51/2017/TT-BYT.
inline constexpr dated<anaphylaxis_grade> adrenaline_is_taught_from{
    "vn.51-2017.adrenaline"_rule,
    says(vi("phản vệ có 4 mức độ, từ độ II tiêm adrenalin ngay"),
         en("anaphylaxis has 4 grades; adrenaline at once from grade II")),
    cites(circular_51_2017), anaphylaxis_grade::grade_ii};
/// Is adrenaline at once part of what a course teaches for this grade?
[[nodiscard]] constexpr truth adrenaline_is_taught(anaphylaxis_grade grade) noexcept {
    return grade == anaphylaxis_grade::not_known ? truth::unknown : known(grade >= adrenaline_is_taught_from.value);
}

/// A facility with fewer stroke patients a year than this has a stroke team (đội đột quỵ).
/// Units:  patients a year.
/// Source: Circular 47/2016/TT-BYT, article 6.
inline constexpr dated<cases_per_year> stroke_team_below{
    "vn.47-2016.6"_rule,
    says(vi("cơ sở có dưới 100 người bệnh đột quỵ mỗi năm thành lập đội đột quỵ"),
         en("a facility with fewer than 100 stroke patients a year sets up a stroke team")),
    cites(circular_47_2016, 6), cases_per_year(100)};
/// Source: Circular 47/2016/TT-BYT, article 6.
inline constexpr dated<people> stroke_team_doctors{
    "vn.47-2016.6.doctor"_rule,
    says(vi("đội đột quỵ có ít nhất 1 bác sĩ đa khoa được đào tạo, có chứng chỉ về đột quỵ"),
         en("a stroke team has at least 1 general doctor trained and certified in stroke")),
    cites(circular_47_2016, 6), people(1)};
inline constexpr dated<people> stroke_team_nurses{
    "vn.47-2016.6.nurse"_rule,
    says(vi("đội đột quỵ có ít nhất 1 điều dưỡng được đào tạo về đột quỵ"),
         en("a stroke team has at least 1 nurse trained in stroke")),
    cites(circular_47_2016, 6), people(1)};

/// How stroke care is organised at a facility.
enum class stroke_organisation : std::uint8_t { not_known, team, unit, department_or_centre };

/// From how many patients a year a facility has a stroke unit, and from how many a department or centre. Articles 4 and 5 of
/// Circular 47/2016 were not seen: the caller states both.
struct stroke_thresholds {
    cases_per_year unit_from;
    cases_per_year centre_from;
};

/// How stroke care is to be organised at so many patients a year.
/// \param thresholds  of units and centres; between 100 and the first of them the sources say nothing
/// Units:             patients a year
/// Errors:            not known where the patients are not, or no threshold covers them, or the Circular is not in force
[[nodiscard]] constexpr stroke_organisation stroke_organisation_for(std::optional<cases_per_year> patients,
                                                                    stroke_thresholds const& thresholds,
                                                                    sys_days today) noexcept {
    if (!patients || !is_yes(in_force_on(stroke_team_below, today))) return stroke_organisation::not_known;
    if (*patients < stroke_team_below.value) return stroke_organisation::team;
    if (*patients >= thresholds.centre_from) return stroke_organisation::department_or_centre;
    return *patients >= thresholds.unit_from ? stroke_organisation::unit : stroke_organisation::not_known;
}

/// Is a stroke team complete? Asked of facilities with fewer than 100 stroke patients a year; where there are more, or it
/// is not known, there is no ruling on the team.
/// \param doctors  general doctors trained and certified in stroke
/// \param nurses   nurses trained in stroke
[[nodiscard]] inline assessment check_stroke_team(std::optional<cases_per_year> patients, people doctors, people nurses,
                                                  sys_days today) {
    assessment made(today);
    if (!patients) {
        made.ask(stroke_team_below, truth::unknown, {"chưa rõ số người bệnh", "the number of patients is not known"});
        return made;
    }
    if (*patients >= stroke_team_below.value) return made;
    made.ask(stroke_team_doctors, known(doctors >= stroke_team_doctors.value),
             {doctors.to_string() + " bác sĩ", "doctors: " + doctors.to_string()});
    made.ask(stroke_team_nurses, known(nurses >= stroke_team_nurses.value),
             {nurses.to_string() + " điều dưỡng", "nurses: " + nurses.to_string()});
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
