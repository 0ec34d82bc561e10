#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/expects.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/result.hpp>
#include <lienvien/base/truth.hpp>

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {

/// Which part of a decade a source means. No convention fixes the years; this library reads `early` as the years 0-4,
/// `mid` as 3-6 and `late` as 5-9, so that no reading in use is excluded.
enum class decade_part : std::uint8_t { whole, early, mid, late };

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
    constexpr partial_date(year_month_day date) noexcept
        : form_(form::day),
          year_(static_cast<std::int16_t>(static_cast<int>(date.year()))),
          month_(static_cast<std::uint8_t>(static_cast<unsigned>(date.month()))),
          day_(static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))) {
        LIENVIEN_EXPECTS(date.ok() && year_ >= 1 && year_ <= 9999, "LIENVIEN-E004: the calendar has this day");
    }
    constexpr partial_date(sys_days date) noexcept : partial_date(year_month_day(within_years(date))) {}

    [[nodiscard]] static constexpr partial_date unknown() noexcept { return {}; }
    /// Before every day: the beginning of something that was always so.
    [[nodiscard]] static constexpr partial_date always() noexcept {
        partial_date result;
        result.form_ = form::always;
        return result;
    }
    /// Some day of a month.
    [[nodiscard]] static constexpr partial_date month(std::chrono::year_month month) noexcept {
        partial_date result(month / 1);
        result.form_ = form::month;
        result.day_ = 0;
        return result;
    }
    /// Some day of a year.
    [[nodiscard]] static constexpr partial_date year(std::chrono::year year) noexcept {
        partial_date result(year / 1 / 1);
        result.form_ = form::year;
        result.month_ = result.day_ = 0;
        return result;
    }
    /// A day and month whose year is not given. Precondition: some year has the day.
    [[nodiscard]] static constexpr partial_date year_unknown(std::chrono::month_day date) noexcept {
        LIENVIEN_EXPECTS(date.ok(), "LIENVIEN-E004: the calendar has this day");
        partial_date result;
        result.form_ = form::day_of_year;
        result.month_ = static_cast<std::uint8_t>(static_cast<unsigned>(date.month()));
        result.day_ = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()));
        return result;
    }
    /// Some day of a decade or of a part of it. Precondition: `first_year` is divisible by ten, 10 to 9990.
    [[nodiscard]] static constexpr partial_date decade(std::chrono::year first_year,
                                                       decade_part part = decade_part::whole) noexcept {
        int const number = static_cast<int>(first_year);
        LIENVIEN_EXPECTS(number >= 10 && number <= 9990 && number % 10 == 0, "a decade begins with a year ending in 0");
        partial_date result;
        result.form_ = form::decade;
        result.year_ = static_cast<std::int16_t>(number);
        result.part_ = part;
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
        if (form_ == form::always) return std::nullopt;
        if (form_ == form::day_of_year) return since_ ? std::optional(recurrence_on_or_after(*since_)) : std::nullopt;
        return later(first_of_form(), since_);
    }
    /// The last day that it could be; nothing where there is no last.
    [[nodiscard]] constexpr std::optional<sys_days> latest() const noexcept {
        if (form_ == form::always) return std::nullopt;
        if (form_ == form::day_of_year) return by_ ? std::optional(recurrence_on_or_before(*by_)) : std::nullopt;
        return earlier(last_of_form(), by_);
    }

    [[nodiscard]] constexpr bool is_always() const noexcept { return form_ == form::always; }
    /// Is exactly one day possible?
    [[nodiscard]] constexpr bool is_exact() const noexcept {
        auto const first = earliest();
        return first && first == latest();
    }
    /// The day, where exactly one is possible.
    [[nodiscard]] constexpr std::optional<sys_days> exact() const noexcept {
        return is_exact() ? earliest() : std::nullopt;
    }
    /// Do the bounds leave at least one day?
    [[nodiscard]] constexpr bool is_consistent() const noexcept {
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
        if (a.form_ == form::day_of_year && b.form_ == form::day_of_year &&
            (a.month_ != b.month_ || a.day_ != b.day_)) {
            return truth::no;
        }
        auto const& recurring = a.form_ == form::day_of_year ? a : b;
        if (recurring.form_ == form::day_of_year && first && last && recurring.recurrence_on_or_after(*first) > *last) {
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
    enum class form : std::uint8_t { unknown, always, day, month, year, day_of_year, decade };

    [[nodiscard]] static constexpr sys_days within_years(sys_days date) noexcept {
        using namespace std::chrono;
        bool const in_range = date >= sys_days(whole_year(1) / 1 / 1) && date <= sys_days(whole_year(9999) / 12 / 31);
        LIENVIEN_EXPECTS(in_range, "LIENVIEN-E004: the day lies in the years 1 to 9999");
        return date;
    }
    using open_day = std::optional<sys_days>;
    [[nodiscard]] static constexpr open_day later(open_day a, open_day b) noexcept {
        return !b || (a && *a >= *b) ? a : b;
    }
    [[nodiscard]] static constexpr open_day earlier(open_day a, open_day b) noexcept {
        return !b || (a && *a <= *b) ? a : b;
    }
    [[nodiscard]] static constexpr std::chrono::year whole_year(int number) noexcept {
        return std::chrono::year(number);
    }
    [[nodiscard]] constexpr int first_year() const noexcept {
        constexpr int offset[] = {0, 0, 3, 5};
        return year_ + (form_ == form::decade ? offset[static_cast<int>(part_)] : 0);
    }
    [[nodiscard]] constexpr int last_year() const noexcept {
        constexpr int offset[] = {9, 4, 6, 9};
        return year_ + (form_ == form::decade ? offset[static_cast<int>(part_)] : 0);
    }
    [[nodiscard]] constexpr std::optional<sys_days> first_of_form() const noexcept {
        using namespace std::chrono;
        switch (form_) {
            case form::day:
                return sys_days(whole_year(year_) / int(month_) / int(day_));
            case form::month:
                return sys_days(whole_year(year_) / int(month_) / 1);
            case form::year:
            case form::decade:
                return sys_days(whole_year(first_year()) / 1 / 1);
            default:
                return std::nullopt;
        }
    }
    [[nodiscard]] constexpr std::optional<sys_days> last_of_form() const noexcept {
        using namespace std::chrono;
        switch (form_) {
            case form::day:
                return first_of_form();
            case form::month:
                return sys_days(whole_year(year_) / int(month_) / last);
            case form::year:
            case form::decade:
                return sys_days(whole_year(last_year()) / 12 / 31);
            default:
                return std::nullopt;
        }
    }
    // 29 February recurs within at most 8 years, every other day within one.
    [[nodiscard]] constexpr sys_days recurrence_on_or_after(sys_days bound) const noexcept {
        for (int y = static_cast<int>(year_month_day(bound).year());; ++y) {
            year_month_day const date = whole_year(y) / int(month_) / int(day_);
            if (date.ok() && sys_days(date) >= bound) return date;
        }
    }
    [[nodiscard]] constexpr sys_days recurrence_on_or_before(sys_days bound) const noexcept {
        for (int y = static_cast<int>(year_month_day(bound).year());; --y) {
            year_month_day const date = whole_year(y) / int(month_) / int(day_);
            if (date.ok() && sys_days(date) <= bound) return date;
        }
    }
    [[nodiscard]] static result<partial_date> parse_form(std::string_view text);

    form form_ = form::unknown;
    decade_part part_ = decade_part::whole;
    std::int16_t year_ = 0;
    std::uint8_t month_ = 0;
    std::uint8_t day_ = 0;
    std::optional<sys_days> since_;
    std::optional<sys_days> by_;
};

inline result<partial_date> partial_date::parse_form(std::string_view text) {
    auto const refuse = [&](errc code, std::size_t at) { return error{code, at, std::string(text)}; };
    if (text.empty()) return refuse(errc::empty, 0);
    if (text == "unknown") return unknown();
    if (text == "always") return always();
    auto part = decade_part::whole;
    std::string_view rest = text;
    constexpr std::string_view words[] = {"early ", "mid ", "late "};
    for (int which = 0; which < 3; ++which) {
        if (!rest.starts_with(words[which])) continue;
        part = static_cast<decade_part>(which + 1);
        rest.remove_prefix(words[which].size());
        break;
    }
    bool const of_decade = part != decade_part::whole || (rest.size() == 5 && rest.back() == 's');
    bool const of_any_year = rest.starts_with('X');
    std::string_view const pattern = of_decade          ? "0000s"
                                     : of_any_year      ? "XXXX-00-00"
                                     : rest.size() <= 4 ? "0000"
                                     : rest.size() <= 7 ? "0000-00"
                                                        : "0000-00-00";
    std::size_t const begin = text.size() - rest.size();
    if (auto const at = detail::first_misfit(rest, pattern)) return refuse(errc::malformed_date, begin + *at);
    if (pattern.size() == 10 && !of_any_year)
        return parse_day(rest).transform([](sys_days day) { return partial_date(day); });

    auto const number = [&](std::size_t at, std::size_t size) { return *detail::digits(rest.substr(at, size)); };
    if (of_any_year) {
        auto const date = std::chrono::month(static_cast<unsigned>(number(5, 2))) / number(8, 2);
        if (!date.ok()) return refuse(errc::no_such_day, 5);
        return year_unknown(date);
    }
    int const year_number = number(0, 4);
    if (of_decade && year_number % 10 != 0) return refuse(errc::malformed_date, begin + 3);
    if (year_number == 0) return refuse(errc::no_such_day, begin);
    if (of_decade) return decade(std::chrono::year(year_number), part);
    if (pattern.size() == 4) return year(std::chrono::year(year_number));
    if (number(5, 2) < 1 || number(5, 2) > 12) return refuse(errc::no_such_day, 5);
    return month(std::chrono::year(year_number) / number(5, 2));
}

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
    auto read = parse_form(rest);
    if (!read) return error{read.error().code, read.error().position, std::string(text)};
    partial_date date = *read;
    date.since_ = bounds[0];
    date.by_ = bounds[1];
    if (date.form_ == form::always && (bounds[0] || bounds[1]))
        return error{errc::malformed_date, 0, std::string(text)};
    return date;
}

inline std::string partial_date::to_string() const {
    std::string written;
    auto const put = [&](int number, int width) { detail::append_digits(written, number, width); };
    constexpr std::string_view parts[] = {"", "early ", "mid ", "late "};
    if (form_ == form::unknown) written = "unknown";
    if (form_ == form::always) written = "always";
    if (form_ == form::decade) written = parts[static_cast<int>(part_)];
    if (year_ != 0) put(year_, 4);
    if (form_ == form::decade) written += 's';
    if (form_ == form::day_of_year) written = "XXXX";
    if (month_ != 0) written += '-', put(month_, 2);
    if (day_ != 0) written += '-', put(day_, 2);
    if (since_) written += " since " + format_day(*since_);
    if (by_) written += " by " + format_day(*by_);
    return written;
}

}  // namespace v0
}  // namespace lienvien
