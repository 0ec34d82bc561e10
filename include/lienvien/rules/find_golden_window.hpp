#pragma once

#include <lienvien/base/progress.hpp>
#include <lienvien/rules/golden_candidates.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Works the answer out, point by point: sites by ascending minutes, hours as sets of 168 bits.
class golden_run {
public:
    golden_run(snapshot const& today, golden_window_request const& asked)
        : today_(today), asked_(asked), who_(today, asked) {}

    [[nodiscard]] golden_window_answer run(progress told) {
        golden_window_answer made(today_, asked_.window);
        who_.check(made.problems_);
        if (made.problems_.has_errors()) return made;
        who_.gather(made.without_hours_);
        made.points_.reserve(who_.points.size());
        made.cells_.resize(who_.points.size() * hours_in_a_week);
        made.missing_from_.reserve(who_.points.size() + 1);
        for (std::size_t p = 0; p < who_.points.size(); ++p) {
            if (p % 64 == 0 && !told.tell(p, who_.points.size())) {
                golden_window_answer none(today_, asked_.window);
                none.problems_ = std::move(made.problems_);
                none.stopped_ = true;
                return none;
            }
            answer_point(p, made);
        }
        static_cast<void>(told.tell(who_.points.size(), who_.points.size()));
        return made;
    }

private:
    // Minutes above, number of the candidate below: ascending minutes, then the order of the network.
    using reach = std::uint64_t;
    struct trip {
        std::uint32_t minutes = 0;
        bool written = false;
        bool sure = false;
        bool contradictory = false;
    };

    /// Reads the travel times from a point: as `snapshot::travel_time`, for all candidates at once.
    void gather_trips(site from) {
        near_.clear();
        far_.clear();
        untimed_.clear();
        trips_.assign(who_.candidates.size(), {});
        auto const& written = today_.written().travels;
        for (auto const number : today_.facts().travels[number_of(from)]) {
            auto const& each = written[number];
            auto const to = today_.find(each.to);
            auto const at = to ? who_.place[number_of(*to)] : nowhere;
            if (at == nowhere) continue;
            truth const holds = today_.when().sees(each);
            if (is_no(holds)) continue;
            auto& about = trips_[at];
            auto const minutes = static_cast<std::uint32_t>(each.minutes.count());
            about.contradictory = about.contradictory || (about.written && about.minutes != minutes);
            about.minutes = minutes;
            about.written = true;
            about.sure = about.sure || is_yes(holds);
        }
        for (std::uint32_t c = 0; c < who_.candidates.size(); ++c) {
            auto const& about = trips_[c];
            bool const here = who_.candidates[c].where == from;  // no transport at all
            if (here || (about.sure && !about.contradictory)) {
                std::uint32_t const minutes = here ? 0 : about.minutes;
                (minutes <= who_.window ? near_ : far_).push_back(std::uint64_t{minutes} << 32u | c);
            } else if ((about.written || !asked_.all_near_travel_written) && !is_no(who_.candidates[c].counts())) {
                untimed_.push_back(c);
            }
        }
        in_order(near_);
    }
    static void in_order(std::vector<reach>& all) {
        sort_by(all, [](reach a, reach b) { return a < b; });
    }
    [[nodiscard]] golden_candidate const& at(reach one) const noexcept {
        return who_.candidates[static_cast<std::uint32_t>(one)];
    }
    [[nodiscard]] static std::uint16_t minutes_of(reach one) noexcept { return static_cast<std::uint16_t>(one >> 32u); }

    /// Names a candidate as the destination of a cell, with what is not known about it.
    static void name(golden_cell& cell, golden_answer answer, golden_candidate const& one, bool hour_is_sure,
                     std::optional<std::uint16_t> minutes) noexcept {
        cell.answer = answer;
        cell.where = number_of(one.where);
        cell.minutes = minutes.value_or(std::uint16_t{0});
        cell.minutes_known = minutes.has_value();
        unsigned const doubts = (is_unknown(one.capable) ? doubt_capability : 0u) |
                                (is_unknown(one.admitted) ? doubt_admission : 0u) | (hour_is_sure ? 0u : doubt_hours) |
                                (minutes ? 0u : doubt_travel);
        cell.doubts = static_cast<std::uint8_t>(doubts);
    }
    static void name_other(golden_cell& cell, golden_candidate const& one, std::uint16_t minutes) noexcept {
        cell.other = number_of(one.where);
        cell.other_minutes = minutes;
        cell.other_minutes_known = true;
    }

    void answer_point(std::size_t p, golden_window_answer& made) {
        gather_trips(who_.points[p]);
        row_ = made.cells_.data() + p * hours_in_a_week;
        std::uint32_t worst = 0;
        auto unreached = weekly_hours::around_the_clock();  // no sure destination yet
        auto const everywhere = unreached;
        auto unpromised = unreached;  // nor one that perhaps is
        for (auto const one : near_) {
            auto const& to = at(one);
            if (is_no(to.counts())) continue;
            auto const sure = is_yes(to.counts()) ? to.surely : weekly_hours();
            auto const reached = unreached & sure;
            reached.for_each([&](hour_of_week hour) {
                auto& cell = row_[number_of(hour)];
                if (cell.where != nowhere) name_other(cell, who_.candidates[who_.place[cell.where]], cell.minutes);
                name(cell, golden_answer::reached, to, true, minutes_of(one));
            });
            if (!reached.empty()) worst = minutes_of(one);
            unreached = unreached & ~sure;
            (unreached & unpromised & to.maybe).for_each([&](hour_of_week hour) {
                name(row_[number_of(hour)], golden_answer::perhaps, to, to.surely.has(hour), minutes_of(one));
            });
            unpromised = unpromised & ~to.maybe & ~to.surely;
            if (unreached.empty()) break;
        }
        auto rest = unreached & unpromised;
        for (auto const c : untimed_) {
            (rest & who_.candidates[c].maybe).for_each([&](hour_of_week hour) {
                name(row_[number_of(hour)], golden_answer::perhaps, who_.candidates[c],
                     who_.candidates[c].surely.has(hour), std::nullopt);
            });
            rest = rest & ~who_.candidates[c].maybe;
        }
        golden_point point{.point = p, .where = who_.points[p]};
        point.hours_reached = (everywhere & ~unreached).size();
        point.hours_perhaps = (unreached & ~rest).size();
        if (!unreached.empty()) {
            in_order(far_);
            give_reasons(rest);
            for (auto const one : far_) {
                auto const& to = at(one);
                if (!is_yes(to.counts()) || (unreached & to.surely).empty()) continue;
                worst = minutes_of(one);
                unreached = unreached & ~to.surely;
            }
        }
        if (unreached.empty()) point.slack = static_cast<std::int32_t>(who_.window) - static_cast<std::int32_t>(worst);
        for (unsigned h = 0; h < hours_in_a_week; ++h) ++made.counts_[static_cast<std::size_t>(row_[h].answer)];
        for (auto const c : untimed_) made.missing_.push_back(who_.candidates[c].where);
        made.missing_from_.push_back(made.missing_.size());
        made.points_.push_back(point);
    }

    /// Why there is none, for hours in which nobody surely or perhaps is a destination within the window.
    void give_reasons(weekly_hours rest) {
        if (rest.empty()) return;
        auto left = rest;
        auto const within = [&](golden_answer answer, auto stands_in_the_way) {
            for (auto const one : near_) {
                auto const& to = at(one);
                if (!stands_in_the_way(to)) continue;
                auto const hours = answer == golden_answer::closed ? left : left & to.maybe;
                hours.for_each([&](hour_of_week hour) {
                    bool const sure = answer == golden_answer::closed || to.surely.has(hour);
                    name(row_[number_of(hour)], answer, to, sure, minutes_of(one));
                });
                left = left & ~hours;
            }
        };
        auto const counts = [](golden_candidate const& to) { return !is_no(to.counts()); };
        auto const unadmitted = [](golden_candidate const& to) { return !is_no(to.capable) && is_no(to.admitted); };
        auto const lapsed = [](golden_candidate const& to) { return to.lapsed && !is_no(to.admitted); };
        within(golden_answer::not_admitted, unadmitted);
        within(golden_answer::capability_lapsed, lapsed);
        within(golden_answer::closed, counts);
        if (!untimed_.empty()) {  // these too are surely off duty, wherever they are
            left.for_each([&](hour_of_week hour) {
                name(row_[number_of(hour)], golden_answer::closed, who_.candidates[untimed_[0]], true, std::nullopt);
            });
            left = weekly_hours();
        }

        // Beyond the window: who is on duty there stands in the answer, whatever the reason.
        auto const nearer = rest & ~left;
        auto unnamed = rest;
        golden_candidate const* nearest = nullptr;
        std::uint16_t nearest_minutes = 0;
        for (auto const one : far_) {
            auto const& to = at(one);
            bool const stands_for_all = who_.any_counts ? counts(to) : who_.any_capable ? unadmitted(to) : to.lapsed;
            if (!stands_for_all) continue;
            if (!nearest) {
                nearest = &to;
                nearest_minutes = minutes_of(one);
            }
            if (!who_.any_counts) break;
            (unnamed & to.maybe).for_each([&](hour_of_week hour) {
                auto& cell = row_[number_of(hour)];
                if (nearer.has(hour)) {
                    name_other(cell, to, minutes_of(one));
                } else {
                    name(cell, golden_answer::too_far, to, to.surely.has(hour), minutes_of(one));
                }
            });
            unnamed = unnamed & ~to.maybe;
            if (unnamed.empty()) break;
        }
        auto const reason = who_.any_counts           ? golden_answer::too_far
                            : who_.any_capable        ? golden_answer::not_admitted
                            : who_.candidates.empty() ? golden_answer::nobody_capable
                                                      : golden_answer::capability_lapsed;
        (left & unnamed).for_each([&](hour_of_week hour) {
            auto& cell = row_[number_of(hour)];
            cell.answer = reason;
            if (nearest) name(cell, reason, *nearest, true, nearest_minutes);
        });
    }

    snapshot const& today_;
    golden_window_request const& asked_;
    golden_candidates who_;
    std::vector<trip> trips_;  // of the point at hand, by candidate
    std::vector<reach> near_;
    std::vector<reach> far_;
    std::vector<std::uint32_t> untimed_;
    golden_cell* row_ = nullptr;
};

}  // namespace detail

/// Is every point, in every hour of the week, within the window of somebody who can help; and if not, why not?
///
/// Three-valued throughout: a destination of which something is not known is never counted as reached. Travel times are the
/// network's written facts; a point that itself performs what is needed is reached in 0 minutes. Whether a point is itself
/// open is not asked. An institution counts as capable where a part of it that works is, as in `snapshot::performs`: where
/// parts lie far apart, write the travel times to the part.
/// Errors, all in `problems()`: an empty window, no or unknown points and techniques, a point named twice, `admits` of
/// another length than the network. Deterministic.
/// Complexity: for n points and c candidates n x c log c and 168 n, and a look-up for each travel time from a point.
[[nodiscard]] inline golden_window_answer golden_window(snapshot const& today, golden_window_request const& asked,
                                                        progress told = {}) {
    return detail::golden_run(today, asked).run(told);
}
// clang-format off
golden_window_answer golden_window(snapshot const&&, golden_window_request const&, progress = {}) = delete;  // LIENVIEN-E026: a snapshot looks into its network: name the network first
// clang-format on
}  // namespace v0
}  // namespace lienvien
