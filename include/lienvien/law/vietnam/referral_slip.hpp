#pragma once

#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/calendar/recurrence.hpp>
#include <lienvien/calendar/working_calendar.hpp>
#include <lienvien/calendar/working_days.hpp>
#include <lienvien/law/vietnam/instruments.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// The law under which a slip was written.
inline constexpr sys_days slips_of_circular_01_2025 = day(std::chrono::year(2025) / 1 / 1);
/// The last day of forms from before Circular 01/2025. Source: Circular 01/2025/TT-BYT, article 15(5)(đ).
inline constexpr sys_days last_day_of_old_forms = day(std::chrono::year(2025) / 12 / 31);

/// Phiếu chuyển cơ sở khám bệnh, chữa bệnh: a referral slip, and what decides how long it holds.
struct referral_slip {
    sys_days signed_on;
    truth long_term{};                        ///< is the disease one of Annex III? See `in_annex_iii`
    std::optional<sys_days> course_ends{};    ///< last day of the course of treatment under way, where it is known
    std::optional<sys_days> printed_until{};  ///< a last day printed on the slip: slips signed before 2025 have one
    bool old_form = false;                    ///< written on a form from before Circular 01/2025

    friend constexpr bool operator==(referral_slip const&, referral_slip const&) = default;
};

/// How long a slip holds. `valid`: up to the last day. `not_valid`: on no day.
enum class slip_outcome : std::uint8_t { facts_missing, not_valid, valid };

/// What a slip lacks before its last day can be said.
enum class slip_fact : std::uint8_t { none, long_term, printed_until, holidays, anniversary };

/// What decided the last day, each with its place in the law.
struct slip_ground {
    citation basis;
    label says;

    friend constexpr bool operator==(slip_ground const&, slip_ground const&) = default;
};
struct slip_validity {
    slip_outcome outcome{};
    slip_fact missing{};
    std::optional<sys_days> last_day{};       ///< surely valid up to and on this day
    std::optional<sys_days> perhaps_until{};  ///< where a fact is missing: valid up to this day if it holds
    std::vector<slip_ground> grounds{};
    std::vector<passed_day> passed{};  ///< days of rest and holidays that the 10 working days stepped over

    friend bool operator==(slip_validity const&, slip_validity const&) = default;
};

namespace slip_rules {
inline constexpr slip_ground ten_working_days{
    cites(circular_01_2025, 12, "1"),
    {"phiếu chuyển có giá trị 10 ngày làm việc kể từ ngày ký", "a slip is valid 10 working days from the signing"}};
inline constexpr slip_ground one_year{
    cites(circular_01_2025, 12, "2"),
    {"bệnh thuộc Phụ lục III: phiếu chuyển có giá trị 01 năm", "disease of Annex III: the slip is valid one year"}};
inline constexpr slip_ground end_of_course{
    cites(circular_01_2025, 12, "2"),
    {"hết thời hạn khi đợt điều trị chưa kết thúc: dùng đến hết đợt điều trị",
     "it ends during a course of treatment: it serves to the end of the course"}};
inline constexpr slip_ground old_forms{
    cites(circular_01_2025, 15, "5đ"),
    {"mẫu cũ chỉ được dùng đến hết ngày 31/12/2025", "old forms served until 2025-12-31 at the latest"}};
inline constexpr slip_ground old_paper{
    cites(decree_146_2018, 15, "5"),
    {"giấy chuyển tuyến cũ có giá trị đến ngày ghi trên giấy", "a slip of the old rule is valid to its printed day"}};
inline constexpr slip_ground old_course{
    cites(decree_146_2018, 15, "5"),
    {"giấy có giá trị đến 31 tháng 12, đợt điều trị chưa kết thúc: dùng đến hết đợt điều trị",
     "valid to 31 December with a course under way: it serves to the end of the course"}};
}  // namespace slip_rules

namespace insurance_detail {
/// The same day a year later; what takes the place of 29 February the caller has said.
[[nodiscard]] constexpr std::optional<sys_days> a_year_after(sys_days first, month_end lacking) noexcept {
    year_month_day const same = year_month_day(first) + std::chrono::years(1);
    if (same.ok()) return sys_days(same);
    if (lacking == month_end::last_of_month) return sys_days(same.year() / 2 / 28);
    if (lacking == month_end::first_of_next) return sys_days(same.year() / 3 / 1);
    return std::nullopt;
}
/// No slip on an old form outlives the last day of old forms.
inline void end_with_old_forms(slip_validity& found) {
    bool cut = false;
    for (auto* each : {&found.last_day, &found.perhaps_until}) {
        if (!*each || **each <= last_day_of_old_forms) continue;
        *each = last_day_of_old_forms;
        cut = true;
    }
    if (cut) found.grounds.push_back(slip_rules::old_forms);
}
[[nodiscard]] inline slip_validity old_slip_validity(referral_slip const& slip) {
    slip_validity found;
    if (!slip.printed_until) {
        found.missing = slip_fact::printed_until;
        found.grounds.push_back(slip_rules::old_paper);
        return found;
    }
    if (*slip.printed_until < slip.signed_on) return {.outcome = slip_outcome::not_valid};
    found.outcome = slip_outcome::valid;
    found.last_day = slip.printed_until;
    found.grounds.push_back(slip_rules::old_paper);
    year_month_day const printed(*slip.printed_until);
    bool const at_year_end = printed.month() == std::chrono::December && printed.day() == std::chrono::day(31);
    if (at_year_end && slip.course_ends && *slip.course_ends > *slip.printed_until) {
        found.last_day = slip.course_ends;
        found.grounds.push_back(slip_rules::old_course);
    }
    end_with_old_forms(found);
    return found;
}
}  // namespace insurance_detail

/// Giá trị của phiếu chuyển: the last day on which a referral slip is valid.
///
/// Signed from 2025-01-01: 10 working days, the day of signing not counted; for a disease of Annex III one year, to the
/// same day of the next year, and to the end of a course of treatment that is under way then. Where it is not known
/// whether the disease is one of Annex III, the 10 working days are certain and the year is `perhaps_until`.
/// Signed before: the old rule, the day printed on the slip, and, where that is 31 December, the end of the course under
/// way. A slip on an old form ends on 2025-12-31 at the latest, and one written on it later is not valid.
/// \param calendar working days of the facility; \param lacking what a year after 29 February is.
/// Errors: `facts_missing` with what is missing: whether it is a disease of Annex III, the printed day, holidays that the
/// calendar does not know, or a year after 29 February that the policy refuses.
/// Complexity: that of `add_working_days`.
/// Source: Circular 01/2025/TT-BYT, articles 12(1), 12(2), 15(5)(đ); Decree 146/2018/NĐ-CP, article 15(5). That the first
/// day is not counted: Civil Code 91/2015, article 147(2), from general knowledge. None checked against the originals.
[[nodiscard]] inline slip_validity validity_of(referral_slip const& slip, working_calendar const& calendar,
                                               month_end lacking) {
    if (slip.signed_on < slips_of_circular_01_2025) return insurance_detail::old_slip_validity(slip);
    if (slip.old_form && slip.signed_on > last_day_of_old_forms)
        return {.outcome = slip_outcome::not_valid, .grounds = {slip_rules::old_forms}};

    slip_validity found{.outcome = slip_outcome::valid};
    std::optional<sys_days> year_long = insurance_detail::a_year_after(slip.signed_on, lacking);
    bool const extended = year_long && slip.course_ends && *slip.course_ends > *year_long;
    if (extended) year_long = slip.course_ends;

    if (is_yes(slip.long_term)) {
        found.last_day = year_long;
        found.grounds.push_back(slip_rules::one_year);
        if (!year_long) found.missing = slip_fact::anniversary;
    } else {
        auto days = add_working_days(calendar, slip.signed_on, 10);
        if (days.has_day()) {
            found.last_day = days.day;
        } else {
            found.missing = slip_fact::holidays;
        }
        found.passed = std::move(days.passed);
        found.grounds.push_back(slip_rules::ten_working_days);
        if (is_unknown(slip.long_term)) {
            found.perhaps_until = year_long;
            found.grounds.push_back(slip_rules::one_year);
            if (days.has_day()) found.missing = slip_fact::long_term;
        }
    }
    if (extended && !is_no(slip.long_term)) found.grounds.push_back(slip_rules::end_of_course);
    if (slip.old_form) insurance_detail::end_with_old_forms(found);
    // What the end of old forms cuts to the same day is no longer open.
    if (found.missing == slip_fact::long_term && found.perhaps_until == found.last_day) {
        found.missing = slip_fact::none;
        found.perhaps_until = std::nullopt;
    }
    if (found.missing != slip_fact::none) found.outcome = slip_outcome::facts_missing;
    return found;
}

/// May the slip be used on the day? Unknown where a fact is missing that decides it for that day.
[[nodiscard]] inline truth valid_on(referral_slip const& slip, slip_validity const& found, sys_days on) noexcept {
    if (on < slip.signed_on || found.outcome == slip_outcome::not_valid) return truth::no;
    if (found.last_day && on <= *found.last_day) return truth::yes;
    if (found.outcome == slip_outcome::valid) return truth::no;
    if (found.perhaps_until && on > *found.perhaps_until) return truth::no;
    return truth::unknown;
}

}  // namespace vietnam

template <>
struct vocabulary<vietnam::slip_outcome> {
    using own = vietnam::slip_outcome;
    static constexpr std::array words{
        word<own>{own::facts_missing, "facts_missing", {"thiếu dữ kiện", "facts missing"}},
        word<own>{own::not_valid, "not_valid", {"không có giá trị", "not valid"}},
        word<own>{own::valid, "valid", {"có giá trị", "valid"}}};
};
template <>
struct vocabulary<vietnam::slip_fact> {
    using own = vietnam::slip_fact;
    static constexpr std::array words{
        word<own>{own::none, "none", {"không thiếu", "nothing"}},
        word<own>{own::long_term,
                  "long_term",
                  {"bệnh có thuộc Phụ lục III không", "whether the disease is one of Annex III"}},
        word<own>{own::printed_until, "printed_until", {"ngày hết hạn ghi trên giấy", "the last day printed on it"}},
        word<own>{own::holidays, "holidays", {"ngày nghỉ trong lịch làm việc", "holidays that the calendar lacks"}},
        word<own>{
            own::anniversary, "anniversary", {"năm sau không có ngày 29 tháng 2", "the next year has no 29 February"}}};
};
}  // namespace v0
}  // namespace lienvien
