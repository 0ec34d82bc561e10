#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// A minute on the world's clock (UTC).
using minute_of_time = std::chrono::sys_time<std::chrono::minutes>;

/// Source: Circular 13/2026/TT-BYT, article 12(2).
inline constexpr dated<bool> screening_before_dose{
    "vn.13-2026.12.2.screening"_rule, says(vi("khám sàng lọc trước mỗi mũi tiêm"), en("screening before each dose")),
    cites(circular_13_2026, 12, "2"), true};
/// Units:  minutes on site.
/// Source: Circular 13/2026/TT-BYT, article 12(2).
inline constexpr dated<std::chrono::minutes> watch_on_site{
    "vn.13-2026.12.2.watch"_rule,
    says(vi("theo dõi tại chỗ ít nhất 30 phút sau tiêm"), en("watching on site for at least 30 minutes")),
    cites(circular_13_2026, 12, "2"), std::chrono::minutes(30)};
/// Units:  hours at home that the guidance covers.
/// Source: Circular 13/2026/TT-BYT, article 12(2).
inline constexpr dated<std::chrono::hours> watch_at_home{
    "vn.13-2026.12.2.home"_rule,
    says(vi("hướng dẫn theo dõi tại nhà ít nhất 24 giờ"), en("guidance to watch at home for at least 24 hours")),
    cites(circular_13_2026, 12, "2"), std::chrono::hours(24)};

/// What was done around one dose.
struct dose_record {
    truth screened{};
    std::optional<std::chrono::minutes> watched{};
    std::optional<std::chrono::hours> home_guidance{};  ///< for how long; 0: none was given
};
/// Holds one dose against the rules of safety. What is not written down is not known, never done.
/// Source: Circular 13/2026/TT-BYT, article 12(2)
[[nodiscard]] inline assessment check_dose(dose_record const& done, sys_days today) {
    assessment made(today);
    made.ask(screening_before_dose, done.screened, to_text(label_of(done.screened)));
    auto const minutes = done.watched ? std::to_string(done.watched->count()) : std::string("?");
    made.ask(watch_on_site, done.watched ? known(*done.watched >= watch_on_site.value) : truth::unknown,
             {minutes + " phút", minutes + " minutes"});
    auto const hours = done.home_guidance ? std::to_string(done.home_guidance->count()) : std::string("?");
    made.ask(watch_at_home, done.home_guidance ? known(*done.home_guidance >= watch_at_home.value) : truth::unknown,
             {hours + " giờ", hours + " hours"});
    return made;
}

/// Source: Circular 13/2026/TT-BYT, article 12(3).
inline constexpr dated<bool> stop_the_session{
    "vn.13-2026.12.3.stop"_rule,
    says(vi("tai biến nặng: dừng buổi tiêm chủng"), en("severe reaction: stop the session")),
    cites(circular_13_2026, 12, "3"), true};
/// Source: Circular 13/2026/TT-BYT, article 12(3).
inline constexpr dated<bool> hold_the_lot{
    "vn.13-2026.12.3.lot"_rule,
    says(vi("tai biến nặng: tạm ngừng sử dụng lô vắc xin"), en("severe reaction: hold the lot")),
    cites(circular_13_2026, 12, "3"), true};
/// Units:  hours from the reaction.
/// Source: Circular 13/2026/TT-BYT, articles 12(5) and 15(5)(a).
inline constexpr dated<std::chrono::hours> report_to_department{
    "vn.13-2026.15.5a.department"_rule,
    says(vi("tai biến nặng: báo cáo Sở Y tế trong 24 giờ"),
         en("severe reaction: report to the provincial health department within 24 hours")),
    cites(circular_13_2026, 15, "5a"), std::chrono::hours(24)};
inline constexpr dated<std::chrono::hours> report_to_cdc{
    "vn.13-2026.15.5a.cdc"_rule,
    says(vi("tai biến nặng: báo cáo Trung tâm kiểm soát bệnh tật tỉnh trong 24 giờ"),
         en("severe reaction: report to the provincial centre for disease control within 24 hours")),
    cites(circular_13_2026, 15, "5a"), std::chrono::hours(24)};

/// A severe reaction, and what was done.
struct severe_reaction {
    minute_of_time happened;
    truth session_stopped{};
    truth lot_held{};
    std::optional<minute_of_time> told_department{};
    std::optional<minute_of_time> told_cdc{};
};
/// Holds what was done after a severe reaction against the rules. A report that is not yet written down is open until the 24
/// hours are over.
/// \param now  the minute of the question; the day of the rules is the day of the reaction, in Viet Nam (UTC+7)
[[nodiscard]] inline assessment check_severe_reaction(severe_reaction const& what, minute_of_time now) {
    assessment made(std::chrono::floor<std::chrono::days>(what.happened + std::chrono::hours(7)));
    made.ask(stop_the_session, what.session_stopped, to_text(label_of(what.session_stopped)));
    made.ask(hold_the_lot, what.lot_held, to_text(label_of(what.lot_held)));
    auto const reported = [&](dated<std::chrono::hours> const& duty, std::optional<minute_of_time> when) {
        minute_of_time const due = what.happened + duty.value;
        truth const met = when && *when <= now ? known(*when <= due) : now <= due ? truth::unknown : truth::no;
        std::string const after = when ? std::to_string((*when - what.happened).count()) : std::string("-");
        made.ask(duty, met, {"sau " + after + " phút", "after " + after + " minutes"});
    };
    reported(report_to_department, what.told_department);
    reported(report_to_cdc, what.told_cdc);
    return made;
}

/// When the reports of a vaccination site are due.
/// Source: Circular 13/2026/TT-BYT, article 15(4)(a) and (6)(a).
inline constexpr dated<std::chrono::day> monthly_vaccination_report{
    "vn.13-2026.15.4a"_rule,
    says(vi("báo cáo tháng gửi trạm y tế xã trước ngày 03 tháng sau"),
         en("the monthly report reaches the commune station before the 3rd of the next month")),
    cites(circular_13_2026, 15, "4a"), std::chrono::day(3)};
inline constexpr dated<std::chrono::month_day> yearly_vaccination_report{
    "vn.13-2026.15.6a"_rule,
    says(vi("báo cáo năm trước ngày 13 tháng 01"), en("the yearly report is due before 13 January")),
    cites(circular_13_2026, 15, "6a"), std::chrono::January / 13};
/// The last day on which the report of a month is in time.
[[nodiscard]] constexpr sys_days monthly_report_due(std::chrono::year_month of) noexcept {
    return sys_days((of + std::chrono::months(1)) / monthly_vaccination_report.value) - std::chrono::days(1);
}
/// The last day on which the report of a year is in time.
[[nodiscard]] constexpr sys_days yearly_report_due(std::chrono::year of) noexcept {
    return sys_days((of + std::chrono::years(1)) / yearly_vaccination_report.value) - std::chrono::days(1);
}

/// Which conditions a vaccination site must meet: those of the old decree, kept for a year, or those of the new one.
enum class site_conditions : std::uint8_t { not_known, of_decree_104_2016, of_decree_165_2026 };
/// The two phases. What article 49 asks was not seen.
/// Source: Decree 165/2026/NĐ-CP: articles 9 to 11 of Decree 104/2016 are kept until 2027-06-30, article 49 from 2027-07-01.
inline constexpr std::array<dated<site_conditions>, 2> vaccination_site_conditions{{
    {"vn.104-2016.9-11"_rule,
     says(vi("điều kiện cơ sở tiêm chủng theo Điều 9-11 Nghị định 104/2016, giữ đến 2027-06-30"),
          en("conditions of a site by articles 9 to 11 of Decree 104/2016, kept until 2027-06-30")),
     cites(decree_104_2016, says(vi("Điều 9 đến Điều 11"), en("articles 9 to 11"))),
     site_conditions::of_decree_104_2016, from(std::chrono::year(2026) / 7 / 1)},
    {"vn.165-2026.49"_rule,
     says(vi("điều kiện cơ sở tiêm chủng theo Điều 49, từ 2027-07-01"),
          en("conditions of a site by article 49, from 2027-07-01")),
     cites(decree_165_2026, 49), site_conditions::of_decree_165_2026, from(std::chrono::year(2027) / 7 / 1)},
}};
/// Which conditions hold on a day. `not_in_force` before 2026-07-01, for which no text was seen.
[[nodiscard]] inline version_choice<site_conditions> site_conditions_on(sys_days today) {
    return applicable(vaccination_site_conditions, today);
}

/// Staff of a fixed site. The numbers are from general knowledge: read with `unverified::use` only.
struct site_staff {
    people all = people(0);
    people with_intermediate_qualification = people(0);
    friend constexpr bool operator==(site_staff const&, site_staff const&) = default;
};
/// Source: Decree 104/2016/NĐ-CP, article 9.
inline constexpr dated<site_staff> fixed_site_staff{
    .id = "vn.104-2016.9"_rule,
    .says = says(
        vi("cơ sở cố định có ít nhất 3 nhân viên y tế, trong đó ít nhất 2 người có trình độ trung cấp y trở lên"),
        en("a fixed site has at least 3 health staff, at least 2 of them with an intermediate medical qualification")),
    .basis = cites(decree_104_2016, 9),
    .value = {people(3), people(2)},
    .in_force = from(std::chrono::year(2026) / 7 / 1),
    .weak = true};
/// Has a fixed site enough staff, while the old conditions are kept?
/// \param weak  the numbers are read only with `unverified::use`; else nothing is in force
[[nodiscard]] inline assessment check_site_staff(site_staff const& there, unverified weak, sys_days today) {
    assessment made(today, weak);
    made.ask(fixed_site_staff,
             known(there.all >= fixed_site_staff.value.all &&
                   there.with_intermediate_qualification >= fixed_site_staff.value.with_intermediate_qualification),
             {there.all.to_string() + " người, " + there.with_intermediate_qualification.to_string() + " có trình độ",
              there.all.to_string() + " people, " + there.with_intermediate_qualification.to_string() + " qualified"});
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
