#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/expects.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// In which form a practitioner keeps up (hình thức cập nhật kiến thức y khoa liên tục).
/// Source: Circular 32/2023/TT-BYT, articles 4 to 7; case discussions stand in its annex I.
enum class education_form : std::uint8_t {
    not_known,
    short_course,
    conference,
    writing,  ///< teaching or professional material
    research,
    teaching,
    self_study,
    case_discussion
};
/// Who may provide continuing education. Source: Circular 32/2023/TT-BYT, article 2(1).
enum class education_provider : std::uint8_t { not_known, health_facility, school, professional_society, other };

}  // namespace vietnam

template <>
struct vocabulary<vietnam::education_form> {
    using form = vietnam::education_form;
    static constexpr std::array words{
        word<form>{form::not_known, "not_known", {"chưa rõ", "not known"}},
        word<form>{form::short_course, "short_course", {"khóa ngắn hạn", "short course"}},
        word<form>{form::conference, "conference", {"hội nghị, hội thảo", "conference"}},
        word<form>{form::writing, "writing", {"biên soạn tài liệu", "writing of material"}},
        word<form>{form::research, "research", {"nghiên cứu", "research"}},
        word<form>{form::teaching, "teaching", {"giảng dạy", "teaching"}},
        word<form>{form::self_study, "self_study", {"tự cập nhật", "self-study"}},
        word<form>{form::case_discussion, "case_discussion", {"thảo luận ca bệnh", "case discussion"}}};
};

namespace vietnam {

/// Is this a provider whose hours count? Not known where its kind is not.
/// Source: Circular 32/2023/TT-BYT, article 2(1).
[[nodiscard]] constexpr truth may_provide_education(education_provider who) noexcept {
    return who == education_provider::not_known ? truth::unknown : known(who != education_provider::other);
}

/// How many credit hours one unit of a form is worth, as data: a unit is a lesson, a session or a case.
struct credit_conversion {
    education_form form{};
    label unit;
    credit_hours each = credit_hours(0);
    friend constexpr bool operator==(credit_conversion const&, credit_conversion const&) = default;
};
/// Only the first row has a source that quotes the annex; the others come from an exam bank with errors, and are read with
/// `unverified::use` only.
/// Units:  credit hours for each unit.
/// Source: Circular 32/2023/TT-BYT, annex I; article 2(2).
inline constexpr std::array<dated<credit_conversion>, 3> credit_conversions{{
    {.id = "vn.32-2023.annex-1.course"_rule,
     .says =
         says(vi("một tiết khóa ngắn hạn tính một giờ tín chỉ"), en("one lesson of a short course is one credit hour")),
     .basis = cites(circular_32_2023, 2, "2"),
     .value = {education_form::short_course, {"tiết", "lesson"}, credit_hours(1)}},
    {.id = "vn.32-2023.annex-1.conference"_rule,
     .says = says(vi("dự hội nghị: một buổi 4 giờ tính một giờ tín chỉ"),
                  en("attending a conference: a session of 4 hours is one credit hour")),
     .basis = cites(circular_32_2023, says(vi("Phụ lục I"), en("annex I"))),
     .value = {education_form::conference, {"buổi 4 giờ", "session of 4 hours"}, credit_hours(1)},
     .weak = true},
    {.id = "vn.32-2023.annex-1.case"_rule,
     .says = says(vi("thảo luận ca bệnh: mỗi ca tính nửa giờ tín chỉ"),
                  en("case discussion: each case is half a credit hour")),
     .basis = cites(circular_32_2023, says(vi("Phụ lục I"), en("annex I"))),
     .value = {education_form::case_discussion, {"ca", "case"}, credit_hours::of_parts(5)},
     .weak = true},
}};

/// Something that a practitioner took part in. Where the certificate states credit hours they are written; else the number of
/// units, to be converted.
struct education_activity {
    sys_days on;
    education_form form{};
    education_provider provider{};
    std::optional<credit_hours> stated{};
    std::int64_t units = 0;
};

/// The credit hours of an activity; nothing where they are not stated and no conversion that is to be read covers the form.
/// A provider whose hours do not count gives none.
/// Units: credit hours, one decimal.
template <class Conversions>
[[nodiscard]] constexpr std::optional<credit_hours> credit_for(education_activity const& done,
                                                               Conversions const& conversions, unverified weak) {
    if (is_no(may_provide_education(done.provider))) return credit_hours(0);
    if (done.stated) return done.stated;
    for (auto const& each : conversions) {
        if (each.value.form != done.form || (each.weak && weak == unverified::leave_out)) continue;
        if (!is_yes(in_force_on(each, done.on))) continue;
        std::int64_t const most = credit_hours::unit::most * credit_hours::unit::parts / (each.value.each.count() + 1);
        if (done.units < 0 || done.units > most) return std::nullopt;
        return credit_hours::of_parts(each.value.each.count() * done.units);
    }
    return std::nullopt;
}

/// What falls on 29 February when the year that is reached has none. Always chosen by the caller.
enum class leap_day : std::uint8_t { on_28_february, on_1_march };

/// The same day so many years later.
[[nodiscard]] constexpr sys_days years_later(sys_days from_day, int years, leap_day policy) noexcept {
    year_month_day const then = year_month_day(from_day) + std::chrono::years(years);
    if (then.ok()) return sys_days(then);
    sys_days const last = sys_days(then.year() / then.month() / std::chrono::last);
    return policy == leap_day::on_28_february ? last : last + std::chrono::days(1);
}

/// The hours that a practitioner gains in five consecutive years.
struct education_duty {
    credit_hours hours = credit_hours(0);
    int years = 0;
    friend constexpr bool operator==(education_duty const&, education_duty const&) = default;
};
/// Source: Circular 32/2023/TT-BYT, article 3.
inline constexpr dated<education_duty> continuing_education_duty{
    "vn.32-2023.3"_rule,
    says(vi("người hành nghề cập nhật kiến thức y khoa liên tục tối thiểu 120 giờ tín chỉ trong 5 năm liên tục"),
         en("a practitioner gains at least 120 credit hours in 5 consecutive years")),
    cites(circular_32_2023, 3),
    {credit_hours(120), 5}};

/// Did a practitioner gain 120 credit hours in the five years that begin on `first`?
///
/// Before the five years are over, too few hours are not yet a failure: then it is not known. Activities without hours that
/// could still make up what is missing leave it open too.
/// \param first        first day of the five years: the caller says which five years count
/// \param policy       what falls on 29 February
/// \param conversions  the table of conversions, `credit_conversions` or the caller's own
/// \param weak         are conversions of weak sources read?
/// \param today        the day of the question
/// Units:              credit hours
/// Complexity:         activities times conversions
/// Source:             Circular 32/2023/TT-BYT, articles 2(2) and 3
template <class Conversions>
[[nodiscard]] assessment check_continuing_education(std::vector<education_activity> const& done, sys_days first,
                                                    leap_day policy, Conversions const& conversions, unverified weak,
                                                    sys_days today) {
    auto const& duty = continuing_education_duty;
    sys_days const end = years_later(first, duty.value.years, policy);
    std::int64_t sure = 0;
    std::size_t open = 0;
    for (auto const& each : done) {
        if (each.on < first || each.on >= end || each.on > today) continue;
        auto const hours = credit_for(each, conversions, weak);
        bool const counted = hours && !is_unknown(may_provide_education(each.provider));
        if (counted) sure += hours->count();
        if (!counted) ++open;
    }
    bool const enough = sure >= duty.value.hours.count();
    truth const met = enough ? truth::yes : today < end || open != 0 ? truth::unknown : truth::no;
    std::string const written = std::to_string(sure / 10) + (sure % 10 ? "." + std::to_string(sure % 10) : "");
    std::string const last = format_day(end - std::chrono::days(1));
    std::string const unsettled = std::to_string(open);
    assessment made(today, weak);
    made.ask(duty, met,
             {written + " giờ đến " + last + (open ? "; chưa tính được: " + unsettled + " hoạt động" : ""),
              written + " hours up to " + last + (open ? "; not settled: " + unsettled + " activities" : "")});
    return made;
}

/// A pharmacist updates within three years of the certificate, or of the last confirmation; else the certificate (chứng chỉ
/// hành nghề dược) is withdrawn. The certificate itself has no expiry (article 29(1)).
/// Source: Law 105/2016/QH13, article 28(9).
inline constexpr dated<int> pharmacist_update_years{
    "vn.105-2016.28.9"_rule,
    says(vi("người có chứng chỉ hành nghề dược phải có xác nhận cập nhật kiến thức trong 3 năm kể từ ngày cấp hoặc từ "
            "xác nhận gần nhất"),
         en("a pharmacist has an update confirmed within 3 years of the certificate or of the last confirmation")),
    cites(law_105_2016, 28, "9"), 3};
/// Source: Law 105/2016/QH13, article 29(1).
inline constexpr dated<bool> pharmacy_certificate_expires{
    "vn.105-2016.29.1"_rule,
    says(vi("chứng chỉ hành nghề dược không có thời hạn"), en("the pharmacy certificate has no expiry")),
    cites(law_105_2016, 29, "1"), false};

/// An update that a pharmacist had confirmed, and its hours.
struct pharmacist_update {
    sys_days confirmed;
    credit_hours hours;
};
/// Has a pharmacist updated in time, up to today? Each step from the certificate to the next confirmation, and from the last
/// one to today, is at most three years; updates below the minimum are no confirmation.
/// \param minimum  the least hours of an update: the decree in force was not seen, so the caller states it
/// \param policy   what falls on 29 February
/// Precondition:   updates in order of days
/// Source:         Law 105/2016/QH13, article 28(9)
[[nodiscard]] inline assessment check_pharmacist(sys_days certificate, std::vector<pharmacist_update> const& updates,
                                                 credit_hours minimum, leap_day policy, sys_days today) {
    sys_days last = certificate;
    bool in_time = true;
    for (auto const& each : updates) {
        LIENVIEN_EXPECTS(each.confirmed >= last, "the updates of a pharmacist stand in order of days");
        if (each.hours < minimum || each.confirmed > today) continue;
        in_time = in_time && each.confirmed <= years_later(last, pharmacist_update_years.value, policy);
        last = each.confirmed;
    }
    sys_days const due = years_later(last, pharmacist_update_years.value, policy);
    assessment made(today);
    made.ask(pharmacist_update_years, known(in_time && today <= due),
             {"xác nhận gần nhất " + format_day(last) + ", hạn " + format_day(due) +
                  (in_time ? "" : "; trước đó đã quá hạn"),
              "last confirmed " + format_day(last) + ", due by " + format_day(due) +
                  (in_time ? "" : "; an earlier update was late")});
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
