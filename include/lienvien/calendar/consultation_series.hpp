#pragma once

#include <lienvien/calendar/common_hours.hpp>
#include <lienvien/calendar/recurrence.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What becomes of a session that cannot be held on its day.
enum class session_off : std::uint8_t {
    next,      ///< the next day on which it can, before the next turn
    previous,  ///< the day before on which it can, after the last turn
    skip,      ///< left out
    refuse     ///< reported: somebody has to decide
};

/// Sessions that come again: on which days and at which time on the clock of the first party, and how long.
struct consultation_series {
    recurrence days;
    std::chrono::minutes starts;  ///< after midnight, on the first party's clock
    std::chrono::minutes length;
    session_off when_off;

    friend bool operator==(consultation_series const&, consultation_series const&) = default;
};

/// Why a session cannot be held on a day.
enum class hindrance_kind : std::uint8_t {
    not_known,      ///< a calendar or clock does not know the day
    day_off,        ///< a party does not work on its local day
    outside_hours,  ///< a party works, but not then
    clock_skips,    ///< the clock of the first party is put forward over the time
    no_such_day,    ///< the month has no such day
    no_day_left     ///< no day before the next turn, or after the last one, would do
};
template <>
struct vocabulary<hindrance_kind> {
    using enum hindrance_kind;
    static constexpr std::array words{
        word<hindrance_kind>{not_known,
                             "not_known",
                             {"lịch hoặc đồng hồ không biết ngày này", "the calendar or clock does not know the day"}},
        word<hindrance_kind>{day_off, "day_off", {"ngày nghỉ", "day off"}},
        word<hindrance_kind>{outside_hours, "outside_hours", {"ngoài giờ làm việc", "outside working hours"}},
        word<hindrance_kind>{clock_skips, "clock_skips", {"giờ này không có do đổi giờ", "the clock skips this time"}},
        word<hindrance_kind>{no_such_day, "no_such_day", {"tháng không có ngày này", "the month has no such day"}},
        word<hindrance_kind>{no_day_left,
                             "no_day_left",
                             {"không còn ngày nào trước buổi kế tiếp", "no day is left before another turn"}}};
};

/// Which party stands against a day, and which of its holidays.
struct hindrance {
    hindrance_kind kind;
    std::string party{};                ///< its name; empty where it is no party's doing
    std::optional<sys_days> day{};      ///< on the party's own calendar
    std::vector<day_reason> because{};  ///< for `day_off` and `not_known`

    friend bool operator==(hindrance const&, hindrance const&) = default;
};
/// In words: "Tokyo: JP: Culture Day".
[[nodiscard]] inline std::string to_string(hindrance const& why, language wanted) {
    std::string words = why.party.empty() ? std::string() : why.party + ": ";
    if (why.because.empty()) return words += label_of(why.kind).in(wanted);
    bool first = true;
    for (auto const& each : why.because) {
        if (!first) words += ", ";
        words += to_string(each, wanted);
        first = false;
    }
    return words;
}

/// A day on which a session could not be held.
struct hindered_day {
    sys_days day;  ///< on the first party's calendar
    std::vector<hindrance> because;

    friend bool operator==(hindered_day const&, hindered_day const&) = default;
};

/// A session that is held.
struct held_session {
    window_of_time when;
    sys_days day;  ///< on the first party's calendar
    std::vector<hindered_day>
        passed{};  ///< the day of its turn and every further day that would not do; empty: not moved

    [[nodiscard]] std::optional<sys_days> moved_from() const noexcept {
        return passed.empty() ? std::nullopt : std::optional(passed.front().day);
    }
    friend bool operator==(held_session const&, held_session const&) = default;
};
/// A turn of the series without a session.
struct session_left_out {
    std::chrono::year_month month;
    std::optional<sys_days> day;  ///< none where the month has no such day
    std::vector<hindrance> because;

    friend bool operator==(session_left_out const&, session_left_out const&) = default;
};

/// All turns of a series in a period: held, refused, or skipped as agreed. None is lost.
struct series_of_sessions {
    lienvien::findings findings{};  ///< what is wrong with the series or a party; with errors there are no sessions
    std::vector<held_session> sessions{};
    std::vector<session_left_out> refused{};
    std::vector<session_left_out> skipped{};

    friend bool operator==(series_of_sessions const&, series_of_sessions const&) = default;
};

/// What is wrong with a series: no parties, a recurrence that never comes, a start outside the day, no length.
[[nodiscard]] inline findings check(consultation_series const& series, std::span<meeting_party const> parties) {
    using namespace lienvien::literals;
    using std::chrono::minutes;
    findings found = series.days.check();
    auto const report = [&](finding_code code, label message) {
        found.add({code, severity::error, "series", {}, to_text(message)});
    };
    if (parties.empty()) report("series-without-parties"_finding, {"không có bên tham gia", "nobody takes part"});
    if (series.starts < minutes(0) || series.starts >= minutes(1440))
        report("no-such-time"_finding, {"giờ bắt đầu nằm ngoài ngày", "the start lies outside the day"});
    if (series.length < minutes(1) || series.length > minutes(1440))
        report("session-without-length"_finding,
               {"buổi phải dài từ 1 phút đến 24 giờ", "a session lasts from a minute to 24 hours"});
    for (auto const& each : parties) found.append(check(each));
    return found;
}

namespace detail {

/// Everything that stands against a session of `length` from `start` on, for one party.
[[nodiscard]] inline std::optional<hindrance> against(meeting_party const& party, window_of_time when) {
    auto local_day =
        sys_days(std::chrono::floor<std::chrono::days>(party.clock.to_local(when.from)).time_since_epoch());
    for (sys_seconds covered = when.from; covered < when.until; local_day += std::chrono::days(1)) {
        if (!party.clock.knows(covered)) return hindrance{hindrance_kind::not_known, party.name, local_day};
        auto const works = is_working_day(party.calendar, local_day);
        if (!is_yes(works))
            return hindrance{is_no(works) ? hindrance_kind::day_off : hindrance_kind::not_known, party.name, local_day,
                             party.calendar.reasons_off(local_day)};
        auto const open = hours_on(party, local_day);
        if (!open || covered < open->from || covered >= open->until)
            return hindrance{hindrance_kind::outside_hours, party.name, local_day};
        covered = open->until;
    }
    return std::nullopt;
}

struct tried_day {
    window_of_time when{};
    std::vector<hindrance> because{};
};
/// A session on a day of the first party, or what stands against it.
[[nodiscard]] inline tried_day try_day(consultation_series const& series, std::span<meeting_party const> parties,
                                       sys_days day) {
    tried_day tried;
    auto const& clock = parties[0].clock;
    auto const start = clock.at(local_seconds(day.time_since_epoch()) + series.starts);
    if (!start.earlier) {
        tried.because.push_back({hindrance_kind::clock_skips, parties[0].name, day});
        return tried;
    }
    // Where the clocks show the time twice, the first is meant.
    tried.when = {*start.earlier, *start.earlier + series.length};
    for (auto const& each : parties) {
        if (auto found = against(each, tried.when)) tried.because.push_back(std::move(*found));
    }
    return tried;
}
[[nodiscard]] inline bool any_not_known(std::vector<hindrance> const& all) noexcept {
    for (auto const& each : all) {
        if (each.kind == hindrance_kind::not_known) return true;
    }
    return false;
}
/// The day of the next turn that has one, or of the last before; a year away where there is none.
[[nodiscard]] inline sys_days neighbour(recurrence const& days, occurrence const& turn, int step) noexcept {
    sys_days const limit = *turn.day + std::chrono::days(366 * step);
    for (int each = 1; each <= 12; ++each) {
        auto const other = days.turn(turn.number + each * step).day;
        if (other && *other != *turn.day)
            return step > 0 ? (*other < limit ? *other : limit) : (*other > limit ? *other : limit);
    }
    return limit;
}

}  // namespace detail

/// The sessions of a series whose turns fall in a period, counted on the first party's calendar.
///
/// A session is held only within the working hours of every party, on the local day that each has then, whatever the clocks
/// do. A turn that cannot be held is moved, skipped or refused as the series says, and says which holiday of which party is
/// in the way; it is never moved past another turn. A day that a calendar does not know is refused, not guessed.
/// Findings: those of `check`. Complexity: a look at each party's calendar for each day tried.
[[nodiscard]] inline series_of_sessions sessions_of(consultation_series const& series,
                                                    std::span<meeting_party const> parties, period within) {
    using namespace lienvien::literals;
    series_of_sessions answer;
    answer.findings = check(series, parties);
    if (!within.first_after())
        answer.findings.add({"period-without-end"_finding,
                             severity::error,
                             "series",
                             {},
                             {"cần ngày kết thúc để liệt kê các buổi", "sessions are listed up to some day"}});
    if (answer.findings.has_errors()) return answer;
    for (occurrence const turn : occurrences(series.days, within)) {
        if (!turn.day) {
            answer.refused.push_back({turn.month, std::nullopt, {{hindrance_kind::no_such_day}}});
            continue;
        }
        auto tried = detail::try_day(series, parties, *turn.day);
        if (tried.because.empty()) {
            answer.sessions.push_back({tried.when, *turn.day});
            continue;
        }
        std::vector<hindered_day> passed{{*turn.day, tried.because}};
        bool const moves = series.when_off == session_off::next || series.when_off == session_off::previous;
        if (!moves || detail::any_not_known(tried.because)) {
            bool const skips = series.when_off == session_off::skip && !detail::any_not_known(tried.because);
            (skips ? answer.skipped : answer.refused).push_back({turn.month, turn.day, std::move(tried.because)});
            continue;
        }
        int const step = series.when_off == session_off::next ? 1 : -1;
        sys_days const limit = detail::neighbour(series.days, turn, step);
        sys_days day = *turn.day + std::chrono::days(step);
        for (; day != limit; day += std::chrono::days(step)) {
            tried = detail::try_day(series, parties, day);
            if (tried.because.empty() || detail::any_not_known(tried.because)) break;
            passed.push_back({day, std::move(tried.because)});
        }
        if (day != limit && tried.because.empty()) {
            answer.sessions.push_back({tried.when, day, std::move(passed)});
            continue;
        }
        auto because = std::move(passed.front().because);
        if (day == limit)
            because.push_back({hindrance_kind::no_day_left});
        else
            for (auto& each : tried.because) because.push_back(std::move(each));
        answer.refused.push_back({turn.month, turn.day, std::move(because)});
    }
    return answer;
}

}  // namespace v0
}  // namespace lienvien
