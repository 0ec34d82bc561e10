#pragma once

#include <lienvien/calendar/recurrence.hpp>
#include <lienvien/calendar/working_days.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// The working days of some years, laid out so that a question costs a look into memory. Built once from a calendar; only
/// read afterwards, so any number of threads may share it.
///
/// Answers are those of `adjust`, `add_working_days` and `count_working_days`, without the reasons. Whatever would need a
/// day outside the table has no answer.
/// Memory: about 18 bytes a day and 1,240 a month, 215 kB for ten years.
class working_day_table {
public:
    /// The table of the days of `wanted` that the calendar knows. Nothing where it knows none of them, or where `wanted` has
    /// no beginning or no end; at most 400 years.
    /// Complexity: linear in the days.
    [[nodiscard]] static std::optional<working_day_table> of(working_calendar const& calendar, period wanted) {
        auto const known = calendar.known();
        if (!known || !wanted.first() || !wanted.first_after()) return std::nullopt;
        auto const days = intersection(*known, wanted);
        if (!days || *days->first_after() - *days->first() > std::chrono::days(146'097)) return std::nullopt;
        return working_day_table(calendar, *days->first(), *days->first_after());
    }

    [[nodiscard]] period days() const noexcept { return period::between(first_, until()); }

    [[nodiscard]] truth is_working_day(sys_days day) const noexcept {
        if (!has(day)) return truth::unknown;
        return known(shift_[0][place(day)] == 0);
    }
    /// The day itself where it is worked, otherwise what the policy makes of it; none under `refuse` and where a day beyond
    /// the table would decide.
    [[nodiscard]] std::optional<sys_days> adjust(sys_days day, when_off policy) const noexcept {
        if (policy == when_off::unchanged) return day;
        if (!has(day)) return std::nullopt;
        auto const shift = shift_[policy == when_off::refuse ? 0 : static_cast<std::size_t>(policy)][place(day)];
        if (shift == beyond || (policy == when_off::refuse && shift != 0)) return std::nullopt;
        return day + std::chrono::days(shift);
    }
    /// The day `count` working days after `from`, or before it; as `lienvien::add_working_days`. Complexity: constant.
    [[nodiscard]] std::optional<sys_days> add_working_days(sys_days from, int count) const noexcept {
        if (count == 0) return from;
        if (!has(from)) return std::nullopt;
        std::int64_t const before = before_[place(from)];
        bool const worked = before_[place(from) + 1] != before;
        std::int64_t const wanted = count > 0 ? before + (worked ? 1 : 0) + count - 1 : before + count;
        if (wanted < 0 || wanted >= static_cast<std::int64_t>(worked_.size())) return std::nullopt;
        return first_ + std::chrono::days(worked_[static_cast<std::size_t>(wanted)]);
    }
    /// How many working days lie in [from, until). Complexity: constant.
    [[nodiscard]] std::optional<int> count_working_days(sys_days from, sys_days until_day) const noexcept {
        if (until_day <= from) return 0;
        if (!has(from) || !has(until_day - std::chrono::days(1))) return std::nullopt;
        return before_[place(until_day)] - before_[place(from)];
    }

    class due_days;
    /// A day of each of `count` months from `first` on, adjusted: the instalments of an agreement, one by one as they are
    /// asked for.
    ///
    /// Nothing where the day is outside 1 to 31, where `count` is negative, where a month or an adjusted day would lie beyond
    /// the table, under `when_off::refuse`, and for the 29th to 31st under `month_end::skip` and `refuse`: `recurrence` and
    /// `adjust` say which turn it is.
    /// Complexity: constant, and constant for each day.
    [[nodiscard]] std::optional<due_days> every_month(std::chrono::year_month first, int number, int count,
                                                      month_end lacking, when_off policy) const noexcept;

private:
    static constexpr std::int16_t beyond = (std::numeric_limits<std::int16_t>::min)();
    static constexpr std::int32_t no_day = (std::numeric_limits<std::int32_t>::min)();

    working_day_table(working_calendar const& calendar, sys_days first, sys_days until) : first_(first) {
        auto const size = static_cast<std::size_t>((until - first).count());
        std::vector<bool> worked(size);
        before_.reserve(size + 1);
        before_.push_back(0);
        for (std::size_t at = 0; at < size; ++at) {
            auto const day = first + std::chrono::days(static_cast<int>(at));
            worked[at] = is_yes(lienvien::is_working_day(calendar, day));
            if (worked[at]) worked_.push_back(static_cast<std::int32_t>(at));
            before_.push_back(static_cast<std::int32_t>(worked_.size()));
        }
        for (auto& each : shift_) each.assign(size, beyond);
        lay_out(worked);
        lay_out_months();
    }
    /// For each policy, way with short months and day of the month: its place in each month, one month after the other, so
    /// that the due days of an agreement lie side by side.
    void lay_out_months() {
        year_month_day const date(first_);
        first_month_ = date.year() / date.month();
        if (date.day() != std::chrono::day(1)) first_month_ += std::chrono::months(1);
        for (auto month = first_month_; sys_days(month / 1) < until(); month += std::chrono::months(1)) ++months_;
        due_.assign(shift_.size() * 2 * 31 * static_cast<std::size_t>(months_), no_day);
        for (std::ptrdiff_t which = 0; which < months_; ++which) {
            auto const month = first_month_ + std::chrono::months(which);
            auto const begins = place(month / 1);
            auto const length = static_cast<std::size_t>(static_cast<unsigned>((month / std::chrono::last).day()));
            for (std::size_t policy = 0; policy < shift_.size(); ++policy) {
                for (int const over : {0, 1}) {
                    for (int number = 1; number <= 31; ++number) {
                        auto const wanted = static_cast<std::size_t>(number) - 1;
                        auto const most = length - 1 + static_cast<std::size_t>(over);
                        auto const at = begins + (wanted < most ? wanted : most);
                        if (at + 1 >= before_.size() || shift_[policy][at] == beyond) continue;
                        due_[static_cast<std::size_t>(
                            static_cast<std::ptrdiff_t>(row(static_cast<when_off>(policy), over == 1, number)) +
                            which)] = static_cast<std::int32_t>(at) + shift_[policy][at];
                    }
                }
            }
        }
    }
    [[nodiscard]] std::size_t row(when_off policy, bool over, int number) const noexcept {
        auto const rows =
            (static_cast<std::size_t>(policy) * 2 + (over ? 1u : 0u)) * 31 + static_cast<std::size_t>(number - 1);
        return rows * static_cast<std::size_t>(months_);
    }
    void lay_out(std::vector<bool> const& worked) {
        std::size_t const size = worked.size();
        auto& following = shift_[static_cast<std::size_t>(when_off::following)];
        auto& preceding = shift_[static_cast<std::size_t>(when_off::preceding)];
        for (std::size_t at = 0; at < size; ++at) {
            bool const known_before = at > 0 && preceding[at - 1] > beyond + 1;
            preceding[at] = worked[at]     ? std::int16_t{0}
                            : known_before ? static_cast<std::int16_t>(preceding[at - 1] - 1)
                                           : beyond;
        }
        for (std::size_t at = size; at-- > 0;) {
            bool const known_after = at + 1 < size && following[at + 1] != beyond && following[at + 1] < -(beyond + 1);
            following[at] = worked[at]    ? std::int16_t{0}
                            : known_after ? static_cast<std::int16_t>(following[at + 1] + 1)
                                          : beyond;
        }
        for (std::size_t at = 0; at < size; ++at) {
            auto const day = first_ + std::chrono::days(static_cast<int>(at));
            // A day beyond the table lies in another month, unless the table ends within this one.
            auto const leaves = [&](std::int16_t shift, sys_days edge) {
                auto const to = shift == beyond ? edge : day + std::chrono::days(shift);
                return !detail::same_month(to, day);
            };
            auto& modified_following = shift_[static_cast<std::size_t>(when_off::modified_following)];
            auto& modified_preceding = shift_[static_cast<std::size_t>(when_off::modified_preceding)];
            auto const end = first_ + std::chrono::days(static_cast<int>(size));
            modified_following[at] = leaves(following[at], end) ? preceding[at] : following[at];
            modified_preceding[at] =
                leaves(preceding[at], first_ - std::chrono::days(1)) ? following[at] : preceding[at];
        }
        shift_[static_cast<std::size_t>(when_off::unchanged)].assign(size, 0);
    }

    [[nodiscard]] sys_days until() const noexcept {
        return first_ + std::chrono::days(static_cast<int>(before_.size()) - 1);
    }
    [[nodiscard]] bool has(sys_days day) const noexcept { return day >= first_ && day < until(); }
    [[nodiscard]] std::size_t place(sys_days day) const noexcept {
        return static_cast<std::size_t>((day - first_).count());
    }

    sys_days first_;
    std::chrono::year_month first_month_{};
    std::array<std::vector<std::int16_t>, 5> shift_;  // by policy: from each day to the day that it becomes
    std::vector<std::int32_t> before_;                // working days before each day
    std::vector<std::int32_t> worked_;                // the place of each working day
    std::vector<std::int32_t> due_;                   // see lay_out_months
    std::ptrdiff_t months_ = 0;
};

/// The due days of one agreement, in order. Refers to its table, which must outlive it.
class working_day_table::due_days {
public:
    class iterator {
    public:
        using value_type = sys_days;
        using difference_type = std::ptrdiff_t;

        iterator() = default;
        [[nodiscard]] sys_days operator*() const noexcept { return first_ + std::chrono::days(*at_); }
        iterator& operator++() noexcept {
            ++at_;
            return *this;
        }
        iterator operator++(int) noexcept {
            auto const old = *this;
            ++*this;
            return old;
        }
        [[nodiscard]] friend bool operator==(iterator const& a, iterator const& b) noexcept { return a.at_ == b.at_; }

    private:
        friend class due_days;
        iterator(std::int32_t const* at, sys_days first) noexcept : at_(at), first_(first) {}
        std::int32_t const* at_ = nullptr;
        sys_days first_{};
    };

    [[nodiscard]] iterator begin() const noexcept { return {begin_, first_}; }
    [[nodiscard]] iterator end() const noexcept { return {begin_ + count_, first_}; }
    [[nodiscard]] int size() const noexcept { return count_; }

private:
    friend class working_day_table;
    due_days(std::int32_t const* begin, int count, sys_days first) noexcept
        : begin_(begin), count_(count), first_(first) {}

    std::int32_t const* begin_;
    int count_;
    sys_days first_;
};

inline std::optional<working_day_table::due_days> working_day_table::every_month(std::chrono::year_month first,
                                                                                 int number, int count,
                                                                                 month_end lacking,
                                                                                 when_off policy) const noexcept {
    bool const lacked = lacking == month_end::skip || lacking == month_end::refuse;
    if (!first.ok() || number < 1 || number > (lacked ? 28 : 31) || count < 0 || policy == when_off::refuse)
        return std::nullopt;
    auto const from = (first - first_month_).count();
    if (from < 0 || from + count > months_) return std::nullopt;
    auto const* const begin = due_.data() + row(policy, lacking == month_end::first_of_next, number) + from;
    // Between an answered first and an answered last day every day is answered.
    if (count > 0 && (begin[0] == no_day || begin[count - 1] == no_day)) return std::nullopt;
    return due_days(begin, count, first_);
}

}  // namespace v0
}  // namespace lienvien
