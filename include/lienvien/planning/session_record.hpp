#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/calendar/consultation_series.hpp>

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

/// What became of a session that was to be held.
enum class session_state : std::uint8_t {
    not_known,  ///< its day has passed, and the evidence does not say whether it was held
    to_come,    ///< its day has not passed
    held,       ///< on its day
    moved,      ///< held, on another day
    missed,     ///< its day has passed, and nothing says that it was held in time
    left_out    ///< the series itself holds none on this turn: skipped as agreed, or no day would do
};
template <>
struct vocabulary<session_state> {
    using enum session_state;
    static constexpr std::array words{
        word<session_state>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<session_state>{to_come, "to_come", {"chưa đến", "to come"}},
        word<session_state>{held, "held", {"đã tổ chức", "held"}},
        word<session_state>{moved, "moved", {"đã tổ chức vào ngày khác", "held on another day"}},
        word<session_state>{missed, "missed", {"đã lỡ", "missed"}},
        word<session_state>{left_out, "left_out", {"không có buổi", "left out"}}};
};

/// What is written about a session: on which day, and whether it was held.
struct session_evidence {
    sys_days day;  ///< on the first party's calendar
    truth held = truth::yes;

    friend constexpr bool operator==(session_evidence const&, session_evidence const&) = default;
};

/// One session of a series and what became of it: evidence for or against whoever owes it.
struct session_record {
    std::optional<sys_days> due;   ///< the day on the first party's calendar; none where the month has no such day
    std::optional<sys_days> seen;  ///< the day of the evidence that was matched
    session_state state;
    text reason;

    /// Does it discharge what was promised? Unknown while it is to come or the evidence does not say.
    [[nodiscard]] truth discharges() const noexcept {
        if (state == session_state::held || state == session_state::moved) return truth::yes;
        return state == session_state::missed ? truth::no : truth::unknown;
    }
    friend bool operator==(session_record const&, session_record const&) = default;
};

namespace detail {
[[nodiscard]] inline session_record record_of(held_session const& session, sys_days today, std::chrono::days tolerance,
                                              std::span<session_evidence const> evidence, std::vector<bool>& used) {
    session_record made{session.day, {}, session_state::to_come, {}};
    auto const distance = [&](std::size_t each) {
        auto const apart = evidence[each].day - session.day;
        return apart < std::chrono::days(0) ? -apart : apart;
    };
    std::optional<std::size_t> nearest;
    std::optional<std::size_t> unclear;
    for (std::size_t each = 0; each < evidence.size(); ++each) {
        if (used[each] || evidence[each].day > today || distance(each) > tolerance) continue;
        if (is_yes(evidence[each].held) && (!nearest || distance(each) < distance(*nearest))) nearest = each;
        if (is_unknown(evidence[each].held)) unclear = each;
    }
    if (nearest) {
        used[*nearest] = true;
        made.seen = evidence[*nearest].day;
        bool const same = *made.seen == session.day;
        made.state = same ? session_state::held : session_state::moved;
        std::string const on = format_day(*made.seen);
        made.reason = same ? text{"có ghi nhận ngày " + on, "recorded on " + on}
                           : text{"ghi nhận ngày " + on + " thay cho " + format_day(session.day),
                                  "recorded on " + on + " instead of " + format_day(session.day)};
    } else if (today <= session.day + tolerance) {
        std::string const last = format_day(session.day + tolerance);
        made.reason = {"còn thời hạn đến hết " + last, "may be held until the end of " + last};
    } else if (unclear) {
        made.state = session_state::not_known;
        made.seen = evidence[*unclear].day;
        std::string const on = format_day(*made.seen);
        made.reason = {"ghi nhận ngày " + on + " không nói rõ đã tổ chức hay chưa",
                       "what is recorded on " + on + " does not say whether it was held"};
    } else {
        made.state = session_state::missed;
        std::string const last = format_day(session.day + tolerance);
        made.reason = {"không có ghi nhận nào đến hết " + last, "nothing is recorded until the end of " + last};
    }
    return made;
}
}  // namespace detail

/// What became of each session of a series, as of the end of `today`: held, moved, missed or to come.
///
/// Evidence of a session that was held counts for the nearest session whose day it is, or from whose day it is at most
/// `tolerance` away; each piece counts once, exact days before near ones. Later evidence than today is not looked at.
/// A turn that the series leaves out is listed with its reason and owes nothing.
/// \param tolerance how late or early a session may be held and still count: what the agreement says, 0 for its day only
/// \returns held and refused turns in order of time. Units: days. Complexity: sessions times evidence.
[[nodiscard]] inline std::vector<session_record> session_records(series_of_sessions const& series, sys_days today,
                                                                 std::chrono::days tolerance,
                                                                 std::span<session_evidence const> evidence) {
    std::vector<bool> used(evidence.size(), false);
    std::vector<std::optional<session_record>> found(series.sessions.size());
    // Exact days first, so that a session held in time is not taken for its late neighbour.
    for (auto const within : {std::chrono::days(0), tolerance}) {
        for (std::size_t each = 0; each < series.sessions.size(); ++each) {
            if (found[each]) continue;
            auto made = detail::record_of(series.sessions[each], today, within, evidence, used);
            bool const counts = made.state == session_state::held || made.state == session_state::moved;
            if (counts || within == tolerance) found[each] = std::move(made);
        }
    }
    std::vector<session_record> all;
    auto const left_out = [&](session_left_out const& turn) {
        session_record made{turn.day, {}, session_state::left_out, {}};
        for (auto const& each : turn.because) {
            made.reason.vi += (made.reason.vi.empty() ? "" : "; ") + to_string(each, language::vi);
            made.reason.en += (made.reason.en.empty() ? "" : "; ") + to_string(each, language::en);
        }
        all.push_back(std::move(made));
    };
    for (auto const& turn : series.refused) left_out(turn);
    for (auto const& turn : series.skipped) left_out(turn);
    for (auto& each : found) all.push_back(*std::move(each));
    detail::sort_by(all, [](session_record const& a, session_record const& b) { return a.due < b.due; });
    return all;
}

/// How many sessions came out one way.
[[nodiscard]] inline std::size_t count_of(std::span<session_record const> all, session_state wanted) noexcept {
    std::size_t count = 0;
    for (auto const& each : all) count += each.state == wanted ? 1u : 0u;
    return count;
}

}  // namespace v0
}  // namespace lienvien
