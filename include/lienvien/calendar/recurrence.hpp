#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/period.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// What a recurrence means in a month that lacks its day: the 31st in June, the fifth Thursday, 29 February. No choice is
/// right for everyone, so each way in asks for one.
enum class month_end : std::uint8_t {
    last_of_month,  ///< the last such day that the month has: 30 June, the fourth Thursday
    first_of_next,  ///< the first such day of the next month: 1 July, its first Thursday
    skip,           ///< that month has none
    refuse          ///< that month has none, and says so in its place
};

/// The day so many months later, on the same day of the month; what a month without that day means, the caller says. No day
/// under `skip` and `refuse`.
[[nodiscard]] constexpr std::optional<sys_days> months_later(sys_days from_day, std::int64_t months,
                                                             month_end lacking) noexcept {
    year_month_day const start(from_day);
    auto const month = start.year() / start.month() + std::chrono::months(static_cast<int>(months));
    auto const same = month / start.day();
    if (same.ok()) return sys_days(same);
    if (lacking == month_end::last_of_month) return sys_days(month / std::chrono::last);
    if (lacking == month_end::first_of_next) return sys_days((month + std::chrono::months(1)) / std::chrono::day(1));
    return std::nullopt;
}

/// One turn of a recurrence: its number, the month that is asked and the day; no day where the month lacks it and that was
/// refused.
struct occurrence {
    std::int64_t number;
    std::chrono::year_month month;
    std::optional<sys_days> day;

    friend constexpr bool operator==(occurrence const&, occurrence const&) = default;
};

/// A day that comes again: weekly, on a day or a weekday of the month, yearly. A value; nothing is stored.
///
/// Made by `every_week`, `every_month`, `every_nth` and `every_year`; its turns are counted from the first one on or
/// after the beginning. `check` says what is wrong with one that never comes.
class recurrence {
public:
    /// Every `step` weeks on the weekday of `first`, beginning with `first`.
    [[nodiscard]] static constexpr recurrence every_week(sys_days first, int step = 1) noexcept {
        return {kind::week, first, step, 0, {}, month_end::skip};
    }
    /// On day `number` (1 to 31) of every `step`-th month, beginning with the month of `begins`.
    [[nodiscard]] static constexpr recurrence every_month(sys_days begins, int number, month_end lacking,
                                                          int step = 1) noexcept {
        return {kind::month_day, begins, step, number, {}, lacking};
    }
    /// On the `nth` (1 to 5, or -1 for the last) weekday of every `step`-th month, beginning with the month of `begins`.
    [[nodiscard]] static constexpr recurrence every_nth(sys_days begins, int nth, std::chrono::weekday weekday,
                                                        month_end lacking, int step = 1) noexcept {
        return {kind::month_weekday, begins, step, nth, weekday, lacking};
    }
    /// On one day of every `step`-th year, beginning with the year of `begins`; 29 February needs `lacking`.
    [[nodiscard]] static constexpr recurrence every_year(sys_days begins, std::chrono::month_day date,
                                                         month_end lacking, int step = 1) noexcept {
        int const year = static_cast<int>(year_month_day(begins).year());
        auto const month = date.month().ok() ? date.month() : std::chrono::January;
        // The first turn is asked of the month, so that it may come before the day on which the recurrence begins.
        recurrence made{kind::year_day, begins, step, static_cast<int>(static_cast<unsigned>(date.day())), {}, lacking};
        made.month_ = static_cast<std::int64_t>(year) * 12 + static_cast<int>(static_cast<unsigned>(month)) - 1;
        made.month_exists_ = date.month().ok();
        return made;
    }

    /// What is wrong: a step below one or above 1200, a day or weekday that no month has, 30 February. Empty where it comes again.
    [[nodiscard]] findings check() const;
    /// Does it come again at all?
    [[nodiscard]] constexpr bool comes() const noexcept {
        using namespace std::chrono;
        if (step_ < 1 || step_ > 1'200 || !month_exists_) return false;
        if (kind_ == kind::week) return true;
        if (kind_ == kind::month_weekday) return weekday_.ok() && number_ != 0 && number_ >= -1 && number_ <= 5;
        if (number_ < 1 || number_ > 31) return false;
        // Some month must have the day; in the other ones the policy speaks.
        if (kind_ == kind::month_day) return true;
        return month_day(month(static_cast<unsigned>(month_ % 12 + 1)),
                         std::chrono::day(static_cast<unsigned>(number_)))
            .ok();
    }

    /// The turn with this number: 0 is the first, and -1 would have come before it. No day under `skip` and `refuse` where the month lacks it.
    /// Precondition: it comes. Complexity: constant.
    [[nodiscard]] constexpr occurrence turn(std::int64_t number) const noexcept {
        using namespace std::chrono;
        LIENVIEN_EXPECTS(comes(), "a recurrence is asked only where it comes again");
        if (kind_ == kind::week) {
            sys_days const day = begins_ + days(7 * step_ * number);
            year_month_day const date(day);
            return {number, date.year() / date.month(), day};
        }
        auto const index = month_ + number * step_ * (kind_ == kind::year_day ? 12 : 1);
        auto const here = month_of(index);
        return {number, here, kind_ == kind::month_weekday ? nth_in(index) : day_in(index)};
    }

    [[nodiscard]] constexpr month_end lacking() const noexcept { return lacking_; }
    [[nodiscard]] constexpr sys_days begins() const noexcept { return begins_; }
    /// The day of the month, where it comes in every month on one; nothing for any other recurrence.
    [[nodiscard]] constexpr std::optional<int> day_of_each_month() const noexcept {
        return kind_ == kind::month_day && step_ == 1 ? std::optional(number_) : std::nullopt;
    }
    /// The number of a turn that is not after the first one on or after `day`, and near it.
    [[nodiscard]] constexpr std::int64_t turn_near(sys_days day) const noexcept {
        if (day <= begins_) return 0;
        std::int64_t number = 0;
        if (kind_ == kind::week) {
            number = (day - begins_).count() / (7 * step_);
        } else {
            year_month_day const date(day);
            auto const index = static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 +
                               static_cast<int>(static_cast<unsigned>(date.month())) - 1;
            number = (index - month_) / (step_ * (kind_ == kind::year_day ? 12 : 1)) - 2;
        }
        return number < 0 ? 0 : number;
    }
    friend constexpr bool operator==(recurrence const&, recurrence const&) = default;

private:
    enum class kind : std::uint8_t { week, month_day, month_weekday, year_day };
    constexpr recurrence(kind what, sys_days begins, int step, int number, std::chrono::weekday weekday,
                         month_end lacking) noexcept
        : kind_(what), lacking_(lacking), weekday_(weekday), step_(step), number_(number), begins_(begins) {
        year_month_day const date(begins);
        month_ = static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 +
                 static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    }

    [[nodiscard]] static constexpr std::chrono::year_month month_of(std::int64_t index) noexcept {
        auto const year = (index - (index < 0 ? 11 : 0)) / 12;
        return std::chrono::year(static_cast<int>(year)) /
               std::chrono::month(static_cast<unsigned>(index - year * 12 + 1));
    }
    [[nodiscard]] constexpr std::optional<sys_days> day_in(std::int64_t index) const noexcept {
        auto const here = month_of(index);
        year_month_day const wanted = here / number_;
        if (wanted.ok()) return wanted;
        if (lacking_ == month_end::last_of_month) return here / std::chrono::last;
        if (lacking_ == month_end::first_of_next) return month_of(index + 1) / 1;
        return std::nullopt;
    }
    [[nodiscard]] constexpr std::optional<sys_days> nth_in(std::int64_t index) const noexcept {
        auto const here = month_of(index);
        if (number_ == -1) return here / weekday_[std::chrono::last];
        auto const wanted = here / weekday_[static_cast<unsigned>(number_)];
        if (wanted.ok()) return wanted;
        if (lacking_ == month_end::last_of_month) return here / weekday_[std::chrono::last];
        if (lacking_ == month_end::first_of_next) return month_of(index + 1) / weekday_[1];
        return std::nullopt;
    }

    kind kind_;
    month_end lacking_;
    bool month_exists_ = true;
    std::chrono::weekday weekday_;
    std::int64_t step_;
    int number_;
    sys_days begins_;
    std::int64_t month_ = 0;  // months since the year 0
};

inline findings recurrence::check() const {
    using namespace lienvien::literals;
    findings found;
    if (!comes())
        found.add({"recurrence-never"_finding,
                   severity::error,
                   "recurrence",
                   {},
                   {"lịch lặp này không bao giờ tới: bước, ngày hoặc thứ không tồn tại",
                    "this recurrence never comes: its step, day or weekday does not exist"}});
    return found;
}

/// The turns of a recurrence in a period, one after the other, computed as they are asked for.
///
/// `for (occurrence each : occurrences(rule, between(a, b)))`. A turn belongs to the period when its day does; one that
/// was refused, when the last day of its month does. Under `skip` months without the day are passed over.
/// Precondition: the recurrence comes, and the period has an end. A period with no turn is empty, not an error.
/// Complexity: constant for each turn, whatever lies before the period.
class occurrences {
public:
    class iterator {
    public:
        using value_type = occurrence;
        using difference_type = std::ptrdiff_t;

        iterator() = default;
        [[nodiscard]] constexpr occurrence operator*() const noexcept { return now_; }
        constexpr iterator& operator++() noexcept {
            ++number_;
            settle();
            return *this;
        }
        constexpr void operator++(int) noexcept { ++*this; }
        [[nodiscard]] friend constexpr bool operator==(iterator const& at, std::default_sentinel_t) noexcept {
            return at.rule_ == nullptr;
        }

    private:
        friend class occurrences;
        constexpr iterator(recurrence const* rule, period within) noexcept
            : rule_(rule), within_(within), number_(rule->turn_near(within.first().value_or(rule->begins()))) {
            settle();
        }
        constexpr void settle() noexcept {
            for (;; ++number_) {
                now_ = rule_->turn(number_);
                if (!now_.day && rule_->lacking() == month_end::skip) {
                    if (within_.first_after() && sys_days(now_.month / 1) >= *within_.first_after()) break;
                    continue;
                }
                sys_days const at = now_.day.value_or(sys_days(now_.month / std::chrono::last));
                if (within_.first_after() && at >= *within_.first_after()) break;
                if (at >= rule_->begins() && within_.contains(at)) return;
            }
            rule_ = nullptr;
        }
        recurrence const* rule_ = nullptr;
        period within_{};
        std::int64_t number_ = 0;
        occurrence now_{};
    };

    constexpr occurrences(recurrence rule, period within) noexcept : rule_(rule), within_(within) {
        LIENVIEN_EXPECTS(rule.comes() && within.first_after(),
                         "a recurrence is listed up to some day, and comes again");
    }
    [[nodiscard]] constexpr iterator begin() const noexcept { return {&rule_, within_}; }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    recurrence rule_;
    period within_;
};

}  // namespace v0
}  // namespace lienvien
