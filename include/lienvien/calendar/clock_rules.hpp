#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/base/period.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

using std::chrono::local_seconds;
using std::chrono::sys_seconds;

/// From this instant on, local clocks are this far ahead of UTC.
struct clock_change {
    sys_seconds at;
    std::chrono::seconds offset;

    friend constexpr bool operator==(clock_change const&, clock_change const&) = default;
};

/// What a time on the wall of a place stands for: no instant where the clocks were put forward over it, two where they were
/// put back through it. Otherwise `earlier == later`.
struct instants {
    std::optional<sys_seconds> earlier{};
    std::optional<sys_seconds> later{};

    [[nodiscard]] constexpr bool unique() const noexcept { return earlier && earlier == later; }
    friend constexpr bool operator==(instants const&, instants const&) = default;
};

/// How the clocks of a place go: an offset from UTC, and the instants at which it changes. A value, given by the caller:
/// nothing here reads the zone files of a machine.
class clock_rules {
public:
    /// Clocks that never change.
    clock_rules(std::string name, std::chrono::seconds offset) : name_(std::move(name)), offset_(offset) {}
    /// Clocks that change; `changes` in order of time. What lies outside `from` to `until` is not known.
    /// Precondition: in order, each once.
    clock_rules(std::string name, std::chrono::seconds offset, std::vector<clock_change> changes,
                sys_seconds from = sys_seconds((sys_seconds::min)()),
                sys_seconds until = sys_seconds((sys_seconds::max)()))
        : name_(std::move(name)), offset_(offset), changes_(std::move(changes)), from_(from), until_(until) {
        for (std::size_t each = 1; each < changes_.size(); ++each)
            LIENVIEN_EXPECTS(changes_[each - 1].at < changes_[each].at, "the changes of a clock are in order of time");
    }

    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    [[nodiscard]] std::vector<clock_change> const& changes() const noexcept { return changes_; }
    [[nodiscard]] bool knows(sys_seconds when) const noexcept { return from_ <= when && when < until_; }

    /// How far local clocks are ahead of UTC. Complexity: logarithmic in the changes.
    [[nodiscard]] std::chrono::seconds offset_at(sys_seconds when) const noexcept {
        auto const after = changes_after(when);
        return after == 0 ? offset_ : changes_[after - 1].offset;
    }
    [[nodiscard]] local_seconds to_local(sys_seconds when) const noexcept {
        return local_seconds(when.time_since_epoch() + offset_at(when));
    }
    /// The instants at which local clocks show `time`. Complexity: logarithmic in the changes.
    [[nodiscard]] instants at(local_seconds time) const noexcept {
        // No offset exceeds a day, so the offsets within a day on either side are all that can apply.
        sys_seconds const guess(time.time_since_epoch());
        instants found;
        auto const day = std::chrono::seconds(86'400);
        for (auto each = changes_after(guess - day);; ++each) {
            auto const offset = each == 0 ? offset_ : changes_[each - 1].offset;
            sys_seconds const when = guess - offset;
            bool const begun = each == 0 || changes_[each - 1].at <= when;
            bool const ended = each < changes_.size() && changes_[each].at <= when;
            if (begun && !ended) {
                if (!found.earlier) found.earlier = when;
                found.later = when;
            }
            if (each == changes_.size() || changes_[each].at > guess + day) return found;
        }
    }
    /// The first instant whose local clock shows `time` or later, within the change that hides `time` if one does.
    [[nodiscard]] sys_seconds first_from(local_seconds time) const noexcept {
        auto const found = at(time);
        return found.earlier ? *found.earlier : change_over(time);
    }
    /// The end of the last stretch whose local clock shows a time before `time`.
    [[nodiscard]] sys_seconds last_until(local_seconds time) const noexcept {
        auto const found = at(time);
        return found.later ? *found.later : change_over(time);
    }

    friend bool operator==(clock_rules const&, clock_rules const&) = default;

private:
    [[nodiscard]] std::size_t changes_after(sys_seconds when) const noexcept {
        return detail::first_not_before(0, changes_.size(), [&](std::size_t at) { return changes_[at].at <= when; });
    }
    /// The change that puts the clocks forward over `time`. Precondition: no instant shows it.
    [[nodiscard]] sys_seconds change_over(local_seconds time) const noexcept {
        sys_seconds const guess(time.time_since_epoch());
        for (auto each = changes_after(guess - std::chrono::seconds(86'400)); each < changes_.size(); ++each) {
            if (guess - changes_[each].offset < changes_[each].at) return changes_[each].at;
        }
        return guess - offset_at(guess);
    }

    std::string name_;
    std::chrono::seconds offset_;
    std::vector<clock_change> changes_;
    sys_seconds from_ = sys_seconds((sys_seconds::min)());
    sys_seconds until_ = sys_seconds((sys_seconds::max)());
};

/// The clocks of Viet Nam: UTC+7, no daylight saving.
[[nodiscard]] inline clock_rules vietnam_time() { return {"Asia/Ho_Chi_Minh", std::chrono::hours(7)}; }
/// The clocks of Japan: UTC+9, no daylight saving.
[[nodiscard]] inline clock_rules japan_time() { return {"Asia/Tokyo", std::chrono::hours(9)}; }
/// Coordinated Universal Time.
[[nodiscard]] inline clock_rules universal_time() { return {"UTC", std::chrono::seconds(0)}; }

/// The yearly instant at which clocks change: a weekday of a month and a time of day in UTC+`counted_in`.
struct yearly_change {
    std::chrono::month month;
    std::chrono::weekday weekday;
    int nth;  ///< 1 to 5, or -1 for the last
    std::chrono::seconds time;
    std::chrono::seconds counted_in;  ///< the offset of the clock on which `time` is read

    friend constexpr bool operator==(yearly_change const&, yearly_change const&) = default;
};
/// Daylight saving as a rule that is the same every year.
struct daylight_saving {
    std::string name;
    std::chrono::seconds standard;  ///< offset in winter
    std::chrono::seconds summer;    ///< offset in summer
    yearly_change begins;
    yearly_change ends;
    std::chrono::year first;  ///< of the years for which the rule is known
    std::chrono::year last;
};

/// The clocks of a place with daylight saving, for the years of the rule.
///
/// Findings: `clock-rule-impossible` where a change falls on no day (a fifth Sunday that a year lacks), where both changes
/// are one, or where the years are reversed; then there are no clock rules.
[[nodiscard]] inline std::optional<clock_rules> clock_rules_of(daylight_saving const& rule, findings& found) {
    using namespace lienvien::literals;
    auto const refuse = [&] {
        found.add(
            {"clock-rule-impossible"_finding,
             severity::error,
             "clock " + rule.name,
             {},
             {"quy tắc đổi giờ không có ngày hoặc năm hợp lệ", "the rule of the clock names no possible day or year"}});
        return std::nullopt;
    };
    auto const instant = [](yearly_change const& each, std::chrono::year year) -> std::optional<sys_seconds> {
        if (each.nth == -1 && each.month.ok() && each.weekday.ok())
            return sys_days(year / each.month / each.weekday[std::chrono::last]) + each.time - each.counted_in;
        if (each.nth < 1 || each.nth > 5) return std::nullopt;
        auto const day = year / each.month / each.weekday[static_cast<unsigned>(each.nth)];
        if (!day.ok()) return std::nullopt;
        return sys_days(day) + each.time - each.counted_in;
    };
    if (!rule.first.ok() || !rule.last.ok() || rule.last < rule.first) return refuse();
    std::vector<clock_change> changes;
    auto offset = rule.standard;
    for (auto year = rule.first;; ++year) {
        auto const begins = instant(rule.begins, year);
        auto const ends = instant(rule.ends, year);
        if (!begins || !ends || *begins == *ends) return refuse();
        clock_change const summer{*begins, rule.summer};
        clock_change const winter{*ends, rule.standard};
        bool const north = summer.at < winter.at;
        if (year == rule.first && !north) offset = rule.summer;
        changes.push_back(north ? summer : winter);
        changes.push_back(north ? winter : summer);
        if (year == rule.last) break;
    }
    sys_seconds const from = sys_days(rule.first / 1 / 1) - offset;
    sys_seconds const until = sys_days((rule.last + std::chrono::years(1)) / 1 / 1) - changes.back().offset;
    return clock_rules(rule.name, offset, std::move(changes), from, until);
}

}  // namespace v0
}  // namespace lienvien
