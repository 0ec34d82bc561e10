#pragma once

#include <lienvien/base/assured.hpp>
#include <lienvien/base/progress.hpp>
#include <lienvien/planning/meetings.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Whether a session can begin at each time of the grid on each day of the anchor; looked up once, whatever the rules.
class meeting_table {
public:
    meeting_table(meeting_search const& asked, std::vector<meeting_party> const& parties)
        : asked_(&asked),
          parties_(&parties),
          slots_(static_cast<std::size_t>(std::chrono::minutes(1'440) / asked.grid)) {
        begin_ = asked.from - std::chrono::days(400);
        auto const step = std::chrono::days(asked.rhythm == meeting_rhythm::weekly ? 7 : 31);
        auto const length = 800 + (step * asked.step * (asked.turns + 1)).count();
        fits_.assign(static_cast<std::size_t>(length) * slots_, unasked);
        days_.resize(parties.size());
        for (auto& each : days_) each.resize(static_cast<std::size_t>(length) + 8);
        all_known_.assign(static_cast<std::size_t>(length), unasked);
        for (std::size_t each = 0; each < parties.size(); ++each) order_.push_back(each);
    }
    [[nodiscard]] std::size_t slots() const noexcept { return slots_; }
    [[nodiscard]] truth fits(sys_days day, std::size_t slot) {
        auto& known = fits_[static_cast<std::size_t>((day - begin_).count()) * slots_ + slot];
        if (known == unasked) known = static_cast<std::uint8_t>(look(day, slot));
        return static_cast<truth>(known);
    }

private:
    struct local_day {
        bool asked = false;
        truth works = truth::unknown;
        std::optional<window_of_time> open{};
    };
    static constexpr std::uint8_t unasked = 255;

    [[nodiscard]] truth look(sys_days day, std::size_t slot) {
        auto const start = (*parties_)[0].clock.at(local_seconds(day.time_since_epoch()) +
                                                   asked_->grid * static_cast<std::int64_t>(slot));
        if (!start.earlier) return truth::no;
        bool const one_decides = is_all_known(day);
        truth all = truth::yes;
        for (std::size_t at = 0; at < order_.size(); ++at) {
            auto const one = meets(order_[at], {*start.earlier, *start.earlier + asked_->length});
            if (is_unknown(one)) return truth::unknown;
            all = all & one;
            if (one_decides && is_no(one)) {
                std::swap(order_[0], order_[at]);  // likely in the way of the next one too
                return truth::no;
            }
        }
        return all;
    }
    /// Do all sides know their clocks and working days from well before a day until well after it?
    [[nodiscard]] bool is_all_known(sys_days day) {
        auto& known = all_known_[static_cast<std::size_t>((day - begin_).count())];
        if (known != unasked) return known == 1;
        std::chrono::days const around(6);  // two offsets of a day, a session of a day, and the day itself
        known = 1;
        for (auto const& each : *parties_) {
            auto const days = each.calendar.known();
            bool const knows = days && days->contains(day - around) && days->contains(day + around) &&
                               each.clock.knows(day - around) && each.clock.knows(day + around);
            if (!knows) known = 0;
        }
        return known == 1;
    }
    /// As `against`: the first thing in the way decides.
    [[nodiscard]] truth meets(std::size_t which, window_of_time when) {
        auto const& party = (*parties_)[which];
        auto day = sys_days(std::chrono::floor<std::chrono::days>(party.clock.to_local(when.from)).time_since_epoch());
        for (auto covered = when.from; covered < when.until; day += std::chrono::days(1)) {
            if (!party.clock.knows(covered)) return truth::unknown;
            auto& here = days_[which][static_cast<std::size_t>((day - begin_).count() + 4)];
            if (!here.asked) here = {true, is_working_day(party.calendar, day), hours_on(party, day)};
            if (!is_yes(here.works)) return here.works;
            if (!here.open || covered < here.open->from || covered >= here.open->until) return truth::no;
            covered = here.open->until;
        }
        return truth::yes;
    }

    meeting_search const* asked_;
    std::vector<meeting_party> const* parties_;
    std::size_t slots_;
    sys_days begin_;
    std::vector<std::uint8_t> fits_;
    std::vector<std::vector<local_day>> days_;
    std::vector<std::uint8_t> all_known_;  // of each day
    std::vector<std::size_t> order_;       // in which the parties are asked: who was in the way last comes first
};

/// Every rule of the rhythm: which weekday, of the month or of the week, in the order in which ties are settled.
[[nodiscard]] inline std::vector<recurrence> rules_of(meeting_search const& asked) {
    using namespace std::chrono;
    std::vector<recurrence> all;
    for (int phase = 0; phase < asked.step; ++phase) {
        year_month_day const date(asked.from);
        auto const month = date.year() / date.month() + months(phase);
        sys_days const begins = phase == 0 ? asked.from : sys_days(month / 1);
        for (int const nth : {1, 2, 3, 4, -1}) {
            for (unsigned weekday_number = 1; weekday_number <= 7; ++weekday_number) {
                weekday const on(weekday_number % 7);
                if (asked.rhythm == meeting_rhythm::monthly)
                    all.push_back(recurrence::every_nth(begins, nth, on, month_end::refuse, asked.step));
                else if (nth == 1)
                    all.push_back(
                        recurrence::every_week(asked.from + (on - weekday(asked.from)) + days(7 * phase), asked.step));
            }
        }
    }
    return all;
}

/// A turn of a rule: its day, and the day that a session moved from it must not reach.
struct judged_turn {
    std::optional<sys_days> day;
    sys_days limit;
};
[[nodiscard]] inline std::vector<judged_turn> turns_of(meeting_search const& asked, recurrence const& rule) {
    int const step = asked.when_off == session_off::previous ? -1 : 1;
    std::vector<judged_turn> all;
    for (occurrence const turn : occurrences(rule, judged_days(asked, rule)))
        all.push_back({turn.day, turn.day ? neighbour(rule, turn, step) : sys_days()});
    return all;
}

/// The days of the sessions of a rule, those of `sessions_of` with less said, and how many turns are lost and moved.
struct turns_disturbed {
    std::int64_t lost = 0;
    std::int64_t moved = 0;

    friend constexpr auto operator<=>(turns_disturbed const&, turns_disturbed const&) = default;
};
struct turns_kept {
    turns_disturbed disturbed{};
    std::vector<sys_days> days{};
};
/// Stops where there are more disturbed than `most`: neither number ever falls again.
inline void keep_turns(meeting_table& table, session_off when_off, std::vector<judged_turn> const& turns,
                       std::size_t slot, turns_kept& kept, turns_disturbed most) {
    kept.disturbed = {};
    kept.days.clear();
    bool const moves = when_off == session_off::next || when_off == session_off::previous;
    std::chrono::days const step(when_off == session_off::next ? 1 : -1);
    for (auto const& turn : turns) {
        auto fits = turn.day ? table.fits(*turn.day, slot) : truth::no;
        if (is_yes(fits)) {
            kept.days.push_back(*turn.day);
            continue;
        }
        auto day = turn.day.value_or(turn.limit);
        while (moves && is_no(fits) && day != turn.limit) {
            day += step;
            if (day != turn.limit) fits = table.fits(day, slot);
        }
        if (is_yes(fits)) {
            kept.days.push_back(day);
            ++kept.disturbed.moved;
        } else {
            ++kept.disturbed.lost;
        }
        if (kept.disturbed > most) return;
    }
}
/// What a rule disturbs at the first time at which it holds some session on its day: no best rule disturbs more.
[[nodiscard]] inline turns_disturbed disturbed_at_first(meeting_table& table, meeting_search const& asked,
                                                        recurrence const& rule) {
    turns_kept kept{{asked.turns, asked.turns}};
    auto const turns = turns_of(asked, rule);
    for (auto const& turn : turns) {
        for (std::size_t slot = 0; turn.day && slot < table.slots(); ++slot) {
            if (!is_yes(table.fits(*turn.day, slot))) continue;
            keep_turns(table, asked.when_off, turns, slot, kept, kept.disturbed);
            return kept.disturbed;
        }
    }
    return kept.disturbed;
}
/// Does any rule hold any session?
[[nodiscard]] inline bool meets_at_all(meeting_search const& asked) {
    auto const parties = parties_of(asked);
    meeting_table table(asked, parties);
    turns_kept kept;
    for (auto const& rule : rules_of(asked)) {
        auto const turns = turns_of(asked, rule);
        for (std::size_t slot = 0; slot < table.slots(); ++slot) {
            keep_turns(table, asked.when_off, turns, slot, kept, {asked.turns, asked.turns});
            if (!kept.days.empty()) return true;
        }
    }
    return false;
}
/// Which sides can never be met together: without any one of them, but for the anchor, the others could.
[[nodiscard]] inline impossible why_never(meeting_search asked) {
    for (std::size_t side = 0; side < asked.sides.size();) {
        auto fewer = asked;
        fewer.sides.erase(fewer.sides.begin() + static_cast<std::ptrdiff_t>(side));
        if (side < asked.anchor) --fewer.anchor;
        if (side != asked.anchor && !meets_at_all(fewer))
            asked = std::move(fewer);
        else
            ++side;
    }
    auto const time = [](std::chrono::minutes at) {
        std::string words;
        append_digits(words, static_cast<int>(at.count() / 60), 2);
        words += ':';
        append_digits(words, static_cast<int>(at.count() % 60), 2);
        return words;
    };
    impossible answer;
    for (auto const& side : asked.sides) {
        auto const& hours = side.party.hours;
        std::string const clock = " (" + side.party.clock.name() + ")";
        answer.because.push_back(
            {side.party.name + " chỉ họp được từ " + time(hours.opens) + " đến " + time(hours.closes) + clock,
             side.party.name + " can only be met from " + time(hours.opens) + " to " + time(hours.closes) + clock});
    }
    std::string const minutes = std::to_string(asked.length.count());
    answer.because.push_back({"không quy tắc nào có một buổi " + minutes + " phút chung cho các bên này",
                              "no rule holds a single session of " + minutes + " minutes with all of them"});
    return answer;
}

}  // namespace detail

using meeting_answer = planned<meeting_plan, meeting_value>;

/// The best rule for meetings that come again between sides with their own clocks, hours and holidays.
///
/// Every weekday of the week or month, and every time of the grid, on the clock of the anchor, is tried: the rule is proven
/// best by exhaustion. Best is what loses the fewest turns, then moves the fewest, then asks the least of the side that
/// gives up most outside its usual hours, then of all; among equals the earliest in the month, the week and the day.
/// Impossible where no rule holds a single session; the reasons are the sides that never meet. Findings: those of `check`.
/// Complexity: rules times times of day times turns. A run that is stopped `is_undecided()`.
[[nodiscard]] inline meeting_answer find_meeting(meeting_search const& asked, progress const& how = {}) {
    auto found = check(asked);
    if (found.has_errors()) return meeting_answer(std::move(found));
    auto const parties = parties_of(asked);
    detail::meeting_table table(asked, parties);
    auto const rules = detail::rules_of(asked);
    std::optional<meeting_value> best;
    std::optional<consultation_series> chosen;
    detail::turns_kept kept;
    std::uint64_t done = 0;
    auto most = detail::disturbed_at_first(table, asked, rules.front());
    for (auto const& rule : rules) {
        auto const turns = detail::turns_of(asked, rule);
        for (std::size_t slot = 0; slot < table.slots(); ++slot) {
            detail::keep_turns(table, asked.when_off, turns, slot, kept, most);
            meeting_value value{kept.disturbed.lost, kept.disturbed.moved, 0, 0};
            if (kept.days.empty() || kept.disturbed > most || (best && value >= *best)) continue;
            auto const starts = asked.grid * static_cast<std::int64_t>(slot);
            for (auto const& side : asked.sides) {
                std::chrono::minutes sum(0);
                for (auto const day : kept.days) {
                    auto const from = *parties[0].clock.at(local_seconds(day.time_since_epoch()) + starts).earlier;
                    sum += antisocial_minutes(side, {from, from + asked.length});
                }
                value.all_minutes += sum.count();
                value.worst_minutes = sum.count() > value.worst_minutes ? sum.count() : value.worst_minutes;
                if (best && value >= *best) break;
            }
            if (best && value >= *best) continue;
            best = value;
            most = kept.disturbed;
            chosen = consultation_series{rule, starts, asked.length, asked.when_off};
        }
        if (!how.tell(++done, rules.size())) return meeting_answer(std::move(found));
    }
    if (!best) return {std::move(found), detail::why_never(asked)};
    meeting_plan plan{*chosen, sessions_of(*chosen, parties, judged_days(asked, chosen->days)), {}};
    for (auto const& side : asked.sides) {
        std::chrono::minutes sum(0);
        for (auto const& each : plan.held.sessions) sum += antisocial_minutes(side, each.when);
        plan.antisocial.push_back(sum);
    }
    return {std::move(found), {std::move(plan), *best, *best, better_value::lower}};
}

}  // namespace v0
}  // namespace lienvien
