#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/calendar/weekly_hours.hpp>
#include <lienvien/network/snapshot.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// In which hours of the week a site surely has the needed team on duty, and in which it perhaps has.
///
/// A site of which nobody states hours is not closed: its hours are not known. Where several statements about one site
/// differ, the hours on which they differ are not known.
struct hours_on_duty {
    institution_id site;
    weekly_hours surely{};
    weekly_hours perhaps{};
    lienvien::source source{};

    friend bool operator==(hours_on_duty const&, hours_on_duty const&) = default;
};

/// What is asked: from which points, which techniques, how soon, and what the network has no place for.
struct golden_window_request {
    std::vector<institution_id> points;    ///< pharmacies, vaccination points, any place where an event begins
    std::vector<technique_id> techniques;  ///< a destination performs all of them
    minutes_of_travel window;              ///< the caller's: no rule of law gives one
    std::vector<hours_on_duty> on_duty{};
    /// May each site of the snapshot, by its number, receive, as agreements or a rulebook say? Empty: every site may.
    std::vector<truth> admits{};
    /// Does the caller vouch that every pair within the window has its travel time written? Then a pair without one is too
    /// far; otherwise its travel time is not known.
    bool all_near_travel_written = false;
};

/// What a point finds in one hour of the week.
enum class golden_answer : std::uint8_t {
    perhaps,            ///< nowhere for certain; somewhere if what is not known turns out well
    reached,            ///< a destination for certain
    not_admitted,       ///< somebody capable is on duty within the window, but may not receive; or nobody capable may
    capability_lapsed,  ///< somebody within the window was capable until that ended; or only such are in the network
    closed,             ///< everybody capable who is, or may be, within the window is off duty in this hour
    too_far,            ///< nobody capable is within the window in any hour
    nobody_capable      ///< nobody in the network performs what is needed
};
template <>
struct vocabulary<golden_answer> {
    using enum golden_answer;
    static constexpr std::array words{
        word<golden_answer>{perhaps, "perhaps", {"chưa chắc", "perhaps"}},
        word<golden_answer>{reached, "reached", {"đến kịp", "reached"}},
        word<golden_answer>{not_admitted, "not_admitted", {"không được tiếp nhận", "not admitted"}},
        word<golden_answer>{capability_lapsed, "capability_lapsed", {"năng lực đã hết hiệu lực", "capability lapsed"}},
        word<golden_answer>{closed, "closed", {"ngoài giờ trực", "closed"}},
        word<golden_answer>{too_far, "too_far", {"quá xa", "too far"}},
        word<golden_answer>{nobody_capable, "nobody_capable", {"không nơi nào làm được", "nobody capable"}}};
};

/// What is not known about a destination.
struct golden_doubts {
    bool capability = false;  ///< whether it performs what is needed, or operates
    bool admission = false;   ///< whether it may receive
    bool hours = false;       ///< whether it is on duty in this hour
    bool travel = false;      ///< how long it takes to get there

    [[nodiscard]] constexpr bool any() const noexcept { return capability || admission || hours || travel; }
    friend constexpr bool operator==(golden_doubts const&, golden_doubts const&) = default;
};

/// A site and the minutes to it, where they are known.
struct golden_destination {
    site where{};
    std::optional<minutes_of_travel> minutes{};

    friend constexpr bool operator==(golden_destination const&, golden_destination const&) = default;
};

/// The answer for a point and an hour.
///
/// `destination` is the nearest site that the answer speaks of: reached, perhaps reached, not admitting, lapsed or closed;
/// too far: the nearest on duty, or perhaps on duty, else the nearest of all. Of equals the first in the network.
struct golden_hour {
    golden_answer answer{};
    std::optional<golden_destination> destination{};
    std::optional<std::int32_t> slack{};  ///< window less minutes; below 0, the minutes over
    golden_doubts doubts{};               ///< about `destination`
    /// Reached: a nearer site that is a destination if what is not known of it turns out well. No answer within the
    /// window: the nearest one that is, or perhaps is, on duty beyond it.
    std::optional<golden_destination> other{};

    friend bool operator==(golden_hour const&, golden_hour const&) = default;
};

/// A point over the whole week. `slack`: window less the minutes to the nearest sure destination, however far, in the
/// worst hour; none where an hour has no sure destination at any distance. It never falls when a destination is added.
struct golden_point {
    std::size_t point{};  ///< its place in `golden_window_request::points`
    site where{};
    unsigned hours_reached = 0;
    unsigned hours_perhaps = 0;
    std::optional<std::int32_t> slack{};

    friend bool operator==(golden_point const&, golden_point const&) = default;
};

namespace detail {

class golden_run;

inline constexpr std::uint32_t nowhere = 0xFFFF'FFFFu;

/// A golden_hour in 16 bytes.
struct golden_cell {
    std::uint32_t where = nowhere;
    std::uint32_t other = nowhere;
    std::uint16_t minutes = 0;
    std::uint16_t other_minutes = 0;
    golden_answer answer{};
    std::uint8_t doubts = 0;
    bool minutes_known = false;
    bool other_minutes_known = false;
};
inline constexpr unsigned doubt_capability = 1, doubt_admission = 2, doubt_hours = 4, doubt_travel = 8;

}  // namespace detail

/// For every point and every hour of the week a capable destination within the window, or why there is none.
///
/// Looks into the snapshot, which must outlive it. Where `problems()` has errors, or the run was stopped, it has no points.
class golden_window_answer {
public:
    [[nodiscard]] findings const& problems() const noexcept { return problems_; }
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }
    [[nodiscard]] snapshot const& today() const noexcept { return *today_; }
    [[nodiscard]] minutes_of_travel window() const noexcept { return window_; }

    /// How many points were answered, and each of them over the week.
    [[nodiscard]] std::size_t size() const noexcept { return points_.size(); }
    [[nodiscard]] golden_point const& operator[](std::size_t point) const noexcept {
        LIENVIEN_EXPECTS(point < points_.size(), "a point is read only where there is one");
        return points_[point];
    }
    [[nodiscard]] golden_hour at(std::size_t point, hour_of_week hour) const {
        LIENVIEN_EXPECTS(point < points_.size() && number_of(hour) < hours_in_a_week, "a point has 168 hours a week");
        auto const& cell = cells_[point * hours_in_a_week + number_of(hour)];
        golden_hour made{.answer = cell.answer};
        made.destination = destination(cell.where, cell.minutes, cell.minutes_known);
        made.other = destination(cell.other, cell.other_minutes, cell.other_minutes_known);
        if (cell.where != detail::nowhere && cell.minutes_known)
            made.slack = static_cast<std::int32_t>(window_.count()) - cell.minutes;
        made.doubts = {(cell.doubts & detail::doubt_capability) != 0, (cell.doubts & detail::doubt_admission) != 0,
                       (cell.doubts & detail::doubt_hours) != 0, (cell.doubts & detail::doubt_travel) != 0};
        return made;
    }

    /// How many of the points x 168 hours have this answer.
    [[nodiscard]] std::size_t count(golden_answer answer) const noexcept {
        return counts_[static_cast<std::size_t>(answer)];
    }
    [[nodiscard]] std::size_t hours() const noexcept { return points_.size() * hours_in_a_week; }

    /// The worst points first: with an hour without any sure destination, then by slack; of equals fewer hours reached,
    /// then the order asked.
    [[nodiscard]] std::vector<golden_point> worst(std::size_t most) const {
        auto all = points_;
        detail::sort_by(all, [](golden_point const& a, golden_point const& b) {
            if (a.slack.has_value() != b.slack.has_value()) return !a.slack.has_value();
            if (a.slack && *a.slack != *b.slack) return *a.slack < *b.slack;
            return a.hours_reached < b.hours_reached;
        });
        if (all.size() > most) all.erase(all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
        return all;
    }
    /// Sites that are, or may be, destinations, and to which no travel time from the point is known.
    [[nodiscard]] std::span<site const> travel_not_known(std::size_t point) const noexcept {
        LIENVIEN_EXPECTS(point < points_.size(), "a point is read only where there is one");
        return std::span(missing_).subspan(missing_from_[point], missing_from_[point + 1] - missing_from_[point]);
    }
    /// Sites that are, or may be, destinations, and whose hours on duty nobody states.
    [[nodiscard]] std::vector<site> const& hours_not_known() const noexcept { return without_hours_; }

private:
    friend class detail::golden_run;
    golden_window_answer(snapshot const& today, minutes_of_travel window) : today_(&today), window_(window) {}

    [[nodiscard]] static std::optional<golden_destination> destination(std::uint32_t where, std::uint16_t minutes,
                                                                       bool known_minutes) {
        if (where == detail::nowhere) return std::nullopt;
        golden_destination made{site{where}, std::nullopt};
        if (known_minutes) made.minutes = minutes_of_travel(minutes);
        return made;
    }

    snapshot const* today_;
    minutes_of_travel window_;
    findings problems_;
    bool stopped_ = false;
    std::vector<golden_point> points_;
    std::vector<detail::golden_cell> cells_;
    std::vector<site> missing_;
    std::vector<std::size_t> missing_from_{0};
    std::vector<site> without_hours_;
    std::array<std::size_t, vocabulary<golden_answer>::words.size()> counts_{};
};
}  // namespace v0
}  // namespace lienvien
