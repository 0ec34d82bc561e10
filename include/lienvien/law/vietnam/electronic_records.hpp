#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/model/institution.hpp>
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

/// Which circular rules electronic medical records (hồ sơ bệnh án điện tử) on a day. The old one ended on the day the new one
/// was issued, 2025-06-06; the new one began on 2025-07-21: between them there was none.
enum class record_rules : std::uint8_t { not_known, of_circular_46_2018, of_circular_13_2025 };
inline constexpr std::array<dated<record_rules>, 2> electronic_record_rules{{
    {"vn.46-2018"_rule,
     says(vi("hồ sơ bệnh án điện tử theo Thông tư 46/2018"), en("electronic records by Circular 46/2018")),
     cites(circular_46_2018), record_rules::of_circular_46_2018},
    {"vn.13-2025"_rule,
     says(vi("hồ sơ bệnh án điện tử theo Thông tư 13/2025"), en("electronic records by Circular 13/2025")),
     cites(circular_13_2025), record_rules::of_circular_13_2025},
}};

/// By when a hospital has finished its electronic records: the last day.
/// Source: Circular 13/2025/TT-BYT, article 4(2)(a).
inline constexpr dated<sys_days> hospital_records_by{
    "vn.13-2025.4.2a"_rule,
    says(vi("bệnh viện hoàn thành hồ sơ bệnh án điện tử chậm nhất ngày 2025-09-30"),
         en("hospitals finish electronic records by 2025-09-30")),
    cites(circular_13_2025, 4, "2a"), day(std::chrono::year(2025) / 9 / 30)};
/// By when other facilities with inpatients, day patients or outpatient courses have.
/// Source: Circular 13/2025/TT-BYT, article 4(2)(b).
inline constexpr dated<sys_days> other_records_by{
    "vn.13-2025.4.2b"_rule,
    says(vi("cơ sở khác có điều trị nội trú, ban ngày, ngoại trú hoàn thành chậm nhất ngày 2026-12-31"),
         en("other facilities with inpatient, day or outpatient courses finish by 2026-12-31")),
    cites(circular_13_2025, 4, "2b"), day(std::chrono::year(2026) / 12 / 31)};

/// Has a facility finished its electronic records in time?
/// \param what      the kind of facility; not known leaves open which day counts
/// \param courses   has it inpatient, day or outpatient courses? Asked of facilities other than hospitals
/// \param finished  the day on which it finished; none where it has not
/// Errors:          no ruling for facilities that the article does not name
[[nodiscard]] inline assessment check_electronic_records(institution_kind what, truth courses,
                                                         std::optional<sys_days> finished, sys_days today) {
    assessment made(today);
    if (what != institution_kind::hospital && is_no(courses)) return made;
    auto const& duty = what == institution_kind::hospital ? hospital_records_by : other_records_by;
    truth met = finished && *finished <= today ? known(*finished <= duty.value)
                : today <= duty.value          ? truth::unknown
                                               : truth::no;
    bool const surely_bound =
        what == institution_kind::hospital || (what != institution_kind::not_known && is_yes(courses));
    if (!surely_bound && !is_yes(met)) met = truth::unknown;
    if (what == institution_kind::not_known && finished && *finished > hospital_records_by.value) met = truth::unknown;
    std::string const when = finished ? format_day(*finished) : std::string("-");
    made.ask(duty, met,
             {"hạn " + format_day(duty.value) + ", hoàn thành " + when,
              "due by " + format_day(duty.value) + ", finished " + when});
    return made;
}

/// The groups that the summary of a transferred patient holds.
enum class summary_group : std::uint8_t { history, course, state, test_summary, treatment, plan, contact };
/// Source: Circular 38/2024/TT-BYT, article 8(4), from 2027-01-01.
inline constexpr std::array<dated<summary_group>, 7> transfer_summary_groups{{
    {"vn.38-2024.8.4.history"_rule, says(vi("tiền sử, dị ứng, thiết bị cấy ghép"), en("history, allergies, implants")),
     cites(circular_38_2024, 8, "4a"), summary_group::history},
    {"vn.38-2024.8.4.course"_rule, says(vi("diễn biến bệnh"), en("course of the disease")),
     cites(circular_38_2024, 8, "4b"), summary_group::course},
    {"vn.38-2024.8.4.state"_rule, says(vi("tình trạng người bệnh"), en("state of the patient")),
     cites(circular_38_2024, 8, "4c"), summary_group::state},
    {"vn.38-2024.8.4.test_summary"_rule, says(vi("tóm tắt kết quả xét nghiệm"), en("summary of tests")),
     cites(circular_38_2024, 8, "4d"), summary_group::test_summary},
    {"vn.38-2024.8.4.treatment"_rule, says(vi("điều trị đã thực hiện"), en("treatment given")),
     cites(circular_38_2024, 8, "4đ"), summary_group::treatment},
    {"vn.38-2024.8.4.plan"_rule, says(vi("kế hoạch điều trị"), en("plan of treatment")),
     cites(circular_38_2024, 8, "4e"), summary_group::plan},
    {"vn.38-2024.8.4.contact"_rule, says(vi("thông tin liên hệ"), en("contact")), cites(circular_38_2024, 8, "4g"),
     summary_group::contact},
}};

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
