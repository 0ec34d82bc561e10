#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/expects.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/version.hpp>

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// Which days are worked: a holiday calendar of the caller.
template <class Calendar>
concept tells_working_days = requires(Calendar const& is_worked, sys_days today) {
    { is_worked(today) } -> std::same_as<bool>;
};

/// Staff that leave are reported within 3 working days.
/// Units:  working days; the first day is not counted.
/// Source: Decree 96/2023/NĐ-CP, articles 27(12) and 29(1)(c).
inline constexpr dated<int> leaving_notice{"vn.96-2023.29.1c"_rule,
                                           says(vi("báo cáo người hành nghề thôi làm việc trong 3 ngày làm việc"),
                                                en("staff that leave are reported within 3 working days")),
                                           cites(decree_96_2023, 29, "1c"), 3};
/// The list with new staff is sent within 10 days, and they work only after registration is done.
/// Units:  calendar days; the first day is not counted.
/// Source: Decree 96/2023/NĐ-CP, articles 27(12) and 29(1)(c).
inline constexpr dated<std::chrono::days> joining_notice{
    "vn.96-2023.27.12"_rule,
    says(vi("gửi danh sách người hành nghề mới trong 10 ngày"), en("the list with new staff is sent within 10 days")),
    cites(decree_96_2023, 27, "12"), std::chrono::days(10)};
/// Source: Decree 96/2023/NĐ-CP, article 27(12).
inline constexpr dated<bool> work_after_registration{"vn.96-2023.27.12.registered"_rule,
                                                     says(vi("người hành nghề chỉ làm việc sau khi hoàn thành đăng ký"),
                                                          en("new staff work only after registration is done")),
                                                     cites(decree_96_2023, 27, "12"), true};

/// The last day for the notice on staff that left: the third working day after it.
/// \param is_worked  `bool is_worked(sys_days)`: the working days, holidays and swaps included
/// Precondition:     within a year some day is worked
/// Complexity:       days passed over
template <tells_working_days Calendar>
[[nodiscard]] constexpr sys_days leaving_notice_due(sys_days left_on, Calendar const& is_worked) {
    sys_days due = left_on;
    int idle = 0;
    for (int counted = 0; counted < leaving_notice.value;) {
        due += std::chrono::days(1);
        bool const worked = is_worked(due);
        counted += worked ? 1 : 0;
        idle = worked ? 0 : idle + 1;
        LIENVIEN_EXPECTS(idle < 366, "a calendar of working days has some");
    }
    return due;
}

namespace practitioners_detail {
/// Done by its day: yes; not done, or late: no once the day is over.
[[nodiscard]] constexpr truth in_time(std::optional<sys_days> done, sys_days due, sys_days today) noexcept {
    if (done && *done <= today) return known(*done <= due);
    return today <= due ? truth::unknown : truth::no;
}
[[nodiscard]] inline text due_text(std::optional<sys_days> done, sys_days due) {
    std::string const when = done ? format_day(*done) : std::string("-");
    return {"hạn " + format_day(due) + ", thực hiện " + when, "due by " + format_day(due) + ", done " + when};
}
}  // namespace practitioners_detail

/// Was the notice on staff that left given in time? Not known while it is neither given nor late.
template <tells_working_days Calendar>
[[nodiscard]] assessment check_leaving_notice(sys_days left_on, std::optional<sys_days> reported,
                                              Calendar const& is_worked, sys_days today) {
    sys_days const due = leaving_notice_due(left_on, is_worked);
    assessment made(today);
    made.ask(leaving_notice, practitioners_detail::in_time(reported, due, today),
             practitioners_detail::due_text(reported, due));
    return made;
}

/// New staff: when they joined, when the list was sent, when registration was done, and when they first practised.
struct joining {
    sys_days joined;
    std::optional<sys_days> list_sent{};
    std::optional<sys_days> registered{};
    std::optional<sys_days> first_practised{};
};
/// Was the list sent within 10 days, and did they practise only when registered?
[[nodiscard]] inline assessment check_joining(joining const& of, sys_days today) {
    using namespace practitioners_detail;
    assessment made(today);
    sys_days const due = of.joined + joining_notice.value;
    made.ask(joining_notice, in_time(of.list_sent, due, today), due_text(of.list_sent, due));
    bool const practised = of.first_practised && *of.first_practised <= today;
    made.ask(work_after_registration,
             !practised ? truth::yes : known(of.registered && *of.registered <= *of.first_practised),
             {"đăng ký " + (of.registered ? format_day(*of.registered) : std::string("-")) + ", hành nghề " +
                  (practised ? format_day(*of.first_practised) : std::string("-")),
              "registered " + (of.registered ? format_day(*of.registered) : std::string("-")) + ", practised " +
                  (practised ? format_day(*of.first_practised) : std::string("-"))});
    return made;
}

/// A guide (người hướng dẫn thực hành) guides at most 5 trainees at once.
/// Source: Decree 96/2023/NĐ-CP, article 7(2)(b).
inline constexpr dated<people> trainees_per_guide{
    "vn.96-2023.7.2b"_rule,
    says(vi("mỗi người hướng dẫn thực hành cùng lúc hướng dẫn tối đa 5 người"),
         en("a guide guides at most 5 trainees at once")),
    cites(decree_96_2023, 7, "2b"), people(5)};

/// One trainee under one guide, and when.
struct guidance {
    person_id guide;
    person_id trainee;
    validity valid{};
};
/// Has each guide at most 5 trainees on the day? One ruling for each guide, in order of first mention. A trainee who is
/// written twice counts once; one of whom it is not known whether the guidance holds leaves it open where it matters.
/// Complexity: quadratic in the list
[[nodiscard]] inline assessment check_guides(std::vector<guidance> const& all, sys_days today) {
    assessment made(today);
    for (std::size_t first = 0; first < all.size(); ++first) {
        bool seen = false;
        for (std::size_t at = 0; at < first; ++at) seen = seen || all[at].guide == all[first].guide;
        if (seen) continue;
        std::int64_t sure = 0, maybe = 0;
        for (std::size_t at = first; at < all.size(); ++at) {
            if (all[at].guide != all[first].guide) continue;
            truth holds = truth::no;
            bool counted = false;
            for (std::size_t other = 0; other < all.size(); ++other) {
                if (all[other].guide != all[at].guide || all[other].trainee != all[at].trainee) continue;
                counted = counted || other < at;
                holds |= holds_on(all[other].valid, today);
            }
            if (counted) continue;
            sure += is_yes(holds) ? 1 : 0;
            maybe += is_no(holds) ? 0 : 1;
        }
        std::int64_t const most = trainees_per_guide.value.count();
        std::string const who(all[first].guide.view());
        std::string const number =
            sure == maybe ? std::to_string(sure) : std::to_string(sure) + "-" + std::to_string(maybe);
        made.ask(trainees_per_guide,
                 sure > most    ? truth::no
                 : maybe > most ? truth::unknown
                                : truth::yes,
                 {who + ": " + number + " người", who + ": " + number + " trainees"});
    }
    return made;
}

/// A practitioner may register at several facilities, but the times must not overlap.
/// Source: Law 15/2023/QH15, article 36(1).
inline constexpr dated<bool> no_overlapping_practice{
    "vn.15-2023.36.1"_rule,
    says(vi("được đăng ký hành nghề tại nhiều cơ sở nhưng không trùng thời gian"),
         en("one may register at several facilities, but the times must not overlap")),
    cites(law_15_2023, 36, "1"), true};

/// A weekly time of practice at a facility: from a minute of a weekday, for so many minutes; past midnight it goes on into the
/// next day, past Sunday into Monday.
struct practice_time {
    person_id practitioner;
    institution_id facility;
    std::chrono::weekday on;
    std::chrono::minutes from{};   ///< since midnight, local time of the facility
    std::chrono::minutes lasts{};  ///< above 0, at most a week
    validity valid{};
};
/// Do two times of practice share a minute of the week?
[[nodiscard]] constexpr bool share_a_minute(practice_time const& a, practice_time const& b) noexcept {
    constexpr std::int64_t week = 7 * 24 * 60;
    auto const begin = [](practice_time const& of) {
        return (static_cast<std::int64_t>(of.on.iso_encoding() - 1) * 24 * 60 + of.from.count()) % week;
    };
    std::int64_t const ahead = (begin(b) - begin(a) + week) % week;
    return ahead < a.lasts.count() || ahead + b.lasts.count() > week;
}
/// Times of one practitioner at different facilities that overlap: a finding for each pair, an error where both surely hold at
/// one time, a warning where partial dates leave it open.
/// Complexity: quadratic in the list
[[nodiscard]] inline findings check_practice_times(std::vector<practice_time> const& all) {
    findings found;
    for (std::size_t b = 0; b < all.size(); ++b) {
        for (std::size_t a = 0; a < b; ++a) {
            if (all[a].practitioner != all[b].practitioner || all[a].facility == all[b].facility) continue;
            truth const together = overlap(all[a].valid, all[b].valid);
            if (is_no(together) || !share_a_minute(all[a], all[b])) continue;
            std::string const first(all[a].facility.view()), second(all[b].facility.view());
            std::string const to_b = " (" + to_string(no_overlapping_practice.basis, language::vi) + ")";
            found.add({finding_code::checked(no_overlapping_practice.id.view()),
                       is_yes(together) ? severity::error : severity::warning,
                       "person " + std::string(all[a].practitioner.view()),
                       {"/" + std::to_string(b), 0},
                       {"thời gian hành nghề tại " + first + " và " + second + " trùng nhau" + to_b,
                        "the times of practice at " + first + " and " + second + " overlap (" +
                            to_string(no_overlapping_practice.basis, language::en) + ")"}});
        }
    }
    return found;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
