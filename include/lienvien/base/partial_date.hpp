#pragma once

#include <lienvien/base/date_form.hpp>
#include <lienvien/base/date_text.hpp>
#include <lienvien/base/expects.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/result.hpp>
#include <lienvien/base/truth.hpp>

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {

/// A date as far as a source gives it: "2023-06", "12 December, year unknown", "late 1990s", or nothing at all.
///
/// It stands for the set of days that it could be. Comparison is three-valued: `happened_by` answers yes only when every
/// possible day agrees. Bounds (`not_before`, `not_after`) narrow the set without pretending to a date.
/// Years 1 to 9999. Text form, read by `parse` and written by `to_string` without loss:
/// `2023-06-28`, `2023-06`, `2023`, `XXXX-12-12`, `1990s`, `early 1990s`, `mid 1990s`, `late 1990s`, `unknown`, `always`;
/// each but `always` may be followed by ` since DAY` (not before that day) and then ` by DAY` (not after that day).
class partial_date {
public:
    /// Nothing is known of the date.
    constexpr partial_date() noexcept = default;

    /// An exact day. Precondition: the day exists, year 1 to 9999.
    constexpr partial_date(year_month_day date) noexcept : written_(detail::date_form::of_day(date)) {
        bool const exists = date.ok() && written_.year >= 1 && written_.year <= 9999;
        LIENVIEN_EXPECTS(exists, "LIENVIEN-E004: the calendar has this day");
    }
    constexpr partial_date(sys_days date) noexcept : partial_date(year_month_day(within_years(date))) {}

    [[nodiscard]] static constexpr partial_date unknown() noexcept { return {}; }
    /// Before every day: the beginning of something that was always so.
    [[nodiscard]] static constexpr partial_date always() noexcept {
        partial_date result;
        result.written_.of = form::always;
        return result;
    }
    /// Some day of a month.
    [[nodiscard]] static constexpr partial_date month(std::chrono::year_month month) noexcept {
        partial_date result(month / 1);
        result.written_ = detail::date_form::of_month(month);
        return result;
    }
    /// Some day of a year.
    [[nodiscard]] static constexpr partial_date year(std::chrono::year year) noexcept {
        partial_date result(year / 1 / 1);
        result.written_ = detail::date_form::of_year(year);
        return result;
    }
    /// A day and month whose year is not given. Precondition: some year has the day.
    [[nodiscard]] static constexpr partial_date year_unknown(std::chrono::month_day date) noexcept {
        LIENVIEN_EXPECTS(date.ok(), "LIENVIEN-E004: the calendar has this day");
        partial_date result;
        result.written_ = detail::date_form::of_any_year(date);
        return result;
    }
    /// Some day of a decade or of a part of it. Precondition: `first_year` is divisible by ten, 10 to 9990.
    [[nodiscard]] static constexpr partial_date decade(std::chrono::year first_year,
                                                       decade_part part = decade_part::whole) noexcept {
        int const number = static_cast<int>(first_year);
        LIENVIEN_EXPECTS(number >= 10 && number <= 9990 && number % 10 == 0, "a decade begins with a year ending in 0");
        partial_date result;
        result.written_ = detail::date_form::of_decade(number, part);
        return result;
    }

    /// The same date, known not to lie before `first`, nor before an earlier bound. Precondition: years 1 to 9999, not
    /// `always`.
    [[nodiscard]] constexpr partial_date not_before(sys_days first) const noexcept {
        LIENVIEN_EXPECTS(!is_always(), "a date that was always so has no bounds");
        partial_date result = *this;
        result.since_ = later(since_, within_years(first));
        return result;
    }
    /// The same date, known not to lie after `last`, nor after an earlier bound. Precondition: as for `not_before`.
    [[nodiscard]] constexpr partial_date not_after(sys_days last) const noexcept {
        LIENVIEN_EXPECTS(!is_always(), "a date that was always so has no bounds");
        partial_date result = *this;
        result.by_ = earlier(by_, within_years(last));
        return result;
    }

    /// The first day that it could be; nothing where there is no first. For an inconsistent date (bounds that exclude
    /// every day) earliest() > latest().
    [[nodiscard]] constexpr std::optional<sys_days> earliest() const noexcept {
        if (written_.of == form::always) return std::nullopt;
        if (written_.of == form::day_of_year)
            return since_ ? std::optional(written_.on_or_after(*since_)) : std::nullopt;
        return later(written_.first_day(), since_);
    }
    /// The last day that it could be; nothing where there is no last.
    [[nodiscard]] constexpr std::optional<sys_days> latest() const noexcept {
        if (written_.of == form::always) return std::nullopt;
        if (written_.of == form::day_of_year) return by_ ? std::optional(written_.on_or_before(*by_)) : std::nullopt;
        return earlier(written_.last_day(), by_);
    }

    [[nodiscard]] constexpr bool is_always() const noexcept { return written_.of == form::always; }
    /// Is exactly one day possible?
    [[nodiscard]] constexpr bool is_exact() const noexcept { return exact().has_value(); }
    /// The day, where exactly one is possible.
    [[nodiscard]] constexpr std::optional<sys_days> exact() const noexcept {
        auto const first = earliest();
        bool const no_other = written_.of == form::day && !since_ && !by_;  // as most dates are
        return no_other || first == latest() ? first : std::nullopt;
    }
    /// Do the bounds leave at least one day?
    [[nodiscard]] constexpr bool is_consistent() const noexcept {
        if (!since_ && !by_) return true;  // as most dates are
        auto const first = earliest();
        auto const last = latest();
        return !first || !last || *first <= *last;
    }

    /// Has the date come by the end of `today`? Yes when every possible day is on or before it, no when none is.
    [[nodiscard]] friend constexpr truth happened_by(partial_date const& date, sys_days today) noexcept {
        if (date.is_always()) return truth::yes;
        auto const last = date.latest();
        if (last && *last <= today) return truth::yes;
        auto const first = date.earliest();
        if (first && *first > today) return truth::no;
        return truth::unknown;
    }
    /// Does `a` lie before `b`?
    [[nodiscard]] friend constexpr truth before(partial_date const& a, partial_date const& b) noexcept {
        if (b.is_always()) return truth::no;
        if (a.is_always()) return truth::yes;
        auto const last_a = a.latest();
        auto const first_b = b.earliest();
        if (last_a && first_b && *last_a < *first_b) return truth::yes;
        auto const first_a = a.earliest();
        auto const last_b = b.latest();
        if (first_a && last_b && *first_a >= *last_b) return truth::no;
        return truth::unknown;
    }
    /// Could `a` and `b` be the same day?
    [[nodiscard]] friend constexpr truth same_day(partial_date const& a, partial_date const& b) noexcept {
        if (a.is_always() || b.is_always()) return known(a.is_always() && b.is_always());
        auto const first = later(a.earliest(), b.earliest());
        auto const last = earlier(a.latest(), b.latest());
        if (first && last && *first > *last) return truth::no;
        if (a.written_.of == form::day_of_year && b.written_.of == form::day_of_year &&
            (a.written_.month != b.written_.month || a.written_.day != b.written_.day)) {
            return truth::no;
        }
        auto const& recurring = a.written_.of == form::day_of_year ? a : b;
        if (recurring.written_.of == form::day_of_year && first && last &&
            recurring.written_.on_or_after(*first) > *last) {
            return truth::no;
        }
        return a.is_exact() && b.is_exact() ? truth::yes : truth::unknown;
    }

    friend constexpr bool operator==(partial_date const&, partial_date const&) = default;

    // A compiler shows the line of a deleted function, and with it the sentence.
    // clang-format off
    friend std::strong_ordering operator<=>(partial_date const&, partial_date const&) = delete;  // LIENVIEN-E013: ask before()
    // clang-format on

    /// Reads the text form. Errors: `empty`, `malformed_date` at the first byte that does not fit, `no_such_day`.
    [[nodiscard]] static result<partial_date> parse(std::string_view text);
    /// The text form.
    [[nodiscard]] std::string to_string() const;

private:
    using form = detail::date_form::kind;

    [[nodiscard]] static constexpr sys_days within_years(sys_days date) noexcept {
        bool const in_range =
            date >= sys_days(std::chrono::year(1) / 1 / 1) && date <= sys_days(std::chrono::year(9999) / 12 / 31);
        LIENVIEN_EXPECTS(in_range, "LIENVIEN-E004: the day lies in the years 1 to 9999");
        return date;
    }
    using open_day = std::optional<sys_days>;
    /// A bound in four bytes: every fact holds several dates, and hardly one has bounds.
    class bound {
    public:
        constexpr bound() noexcept = default;
        constexpr bound(open_day day) noexcept
            : days_(day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : none) {}
        [[nodiscard]] constexpr operator open_day() const noexcept { return *this ? open_day(**this) : std::nullopt; }
        [[nodiscard]] constexpr explicit operator bool() const noexcept { return days_ != none; }
        [[nodiscard]] constexpr sys_days operator*() const noexcept { return sys_days(std::chrono::days(days_)); }
        friend constexpr bool operator==(bound const&, bound const&) = default;

    private:
        static constexpr std::int32_t none = (std::numeric_limits<std::int32_t>::min)();
        std::int32_t days_ = none;
    };
    [[nodiscard]] static constexpr open_day later(open_day a, open_day b) noexcept {
        return !b || (a && *a >= *b) ? a : b;
    }
    [[nodiscard]] static constexpr open_day earlier(open_day a, open_day b) noexcept {
        return !b || (a && *a <= *b) ? a : b;
    }
    detail::date_form written_{};
    bound since_;
    bound by_;
};

inline result<partial_date> partial_date::parse(std::string_view text) {
    std::string_view rest = text;
    std::optional<sys_days> bounds[2];
    constexpr std::string_view words[2] = {" since ", " by "};
    for (int which = 1; which >= 0; --which) {  // the text is read from its end: first " by ", then " since "
        auto const at = rest.rfind(words[which]);
        if (at == std::string_view::npos) continue;
        auto const bound = parse_day(rest.substr(at + words[which].size()));
        if (!bound) {
            return error{bound.error().code, at + words[which].size() + bound.error().position, std::string(text)};
        }
        bounds[which] = *bound;
        rest = rest.substr(0, at);
    }
    auto const read = detail::date_form::parse(rest);
    if (!read) return error{read.error().code, read.error().position, std::string(text)};
    partial_date date;
    date.written_ = *read;
    date.since_ = bounds[0];
    date.by_ = bounds[1];
    if (date.written_.of == form::always && (bounds[0] || bounds[1]))
        return error{errc::malformed_date, 0, std::string(text)};
    return date;
}

inline std::string partial_date::to_string() const {
    std::string written = written_.to_string();
    if (since_) written += " since " + format_day(*since_);
    if (by_) written += " by " + format_day(*by_);
    return written;
}

}  // namespace v0
}  // namespace lienvien
