#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/result.hpp>

#include <chrono>
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

namespace detail {

/// How much of a date a source writes, without bounds: what partial_date is made of.
struct date_form {
    enum class kind : std::uint8_t { unknown, always, day, month, year, day_of_year, decade };

    kind of = kind::unknown;
    decade_part part = decade_part::whole;
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;

    friend constexpr bool operator==(date_form const&, date_form const&) = default;

    [[nodiscard]] static constexpr date_form of_day(std::chrono::year_month_day date) noexcept {
        return {.of = kind::day,
                .year = static_cast<std::int16_t>(static_cast<int>(date.year())),
                .month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
                .day = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
    }
    [[nodiscard]] static constexpr date_form of_month(std::chrono::year_month date) noexcept {
        date_form form = of_day(date / 1);
        form.of = kind::month;
        form.day = 0;
        return form;
    }
    [[nodiscard]] static constexpr date_form of_year(std::chrono::year date) noexcept {
        return {.of = kind::year, .year = static_cast<std::int16_t>(static_cast<int>(date))};
    }
    [[nodiscard]] static constexpr date_form of_any_year(std::chrono::month_day date) noexcept {
        date_form form = of_day(std::chrono::year(0) / date.month() / date.day());
        form.of = kind::day_of_year;
        return form;
    }
    [[nodiscard]] static constexpr date_form of_decade(int first_year, decade_part part) noexcept {
        return {.of = kind::decade, .part = part, .year = static_cast<std::int16_t>(first_year)};
    }

    /// The first and the last day that the form allows, where it has one; not for a day of any year.
    [[nodiscard]] constexpr std::optional<sys_days> first_day() const noexcept {
        switch (of) {
            case kind::day:
                return sys_days(std::chrono::year(year) / int(month) / int(day));
            case kind::month:
                return sys_days(std::chrono::year(year) / int(month) / 1);
            case kind::year:
            case kind::decade:
                return sys_days(std::chrono::year(first_year()) / 1 / 1);
            default:
                return std::nullopt;
        }
    }
    [[nodiscard]] constexpr std::optional<sys_days> last_day() const noexcept {
        switch (of) {
            case kind::day:
                return first_day();
            case kind::month:
                return sys_days(std::chrono::year(year) / int(month) / std::chrono::last);
            case kind::year:
            case kind::decade:
                return sys_days(std::chrono::year(last_year()) / 12 / 31);
            default:
                return std::nullopt;
        }
    }
    /// When a day of any year next comes, or last came. 29 February recurs within at most 8 years, every other day
    /// within one.
    [[nodiscard]] constexpr sys_days on_or_after(sys_days bound) const noexcept {
        for (int y = static_cast<int>(year_month_day(bound).year());; ++y) {
            year_month_day const date = std::chrono::year(y) / int(month) / int(day);
            if (date.ok() && sys_days(date) >= bound) return date;
        }
    }
    [[nodiscard]] constexpr sys_days on_or_before(sys_days bound) const noexcept {
        for (int y = static_cast<int>(year_month_day(bound).year());; --y) {
            year_month_day const date = std::chrono::year(y) / int(month) / int(day);
            if (date.ok() && sys_days(date) <= bound) return date;
        }
    }

    [[nodiscard]] static result<date_form> parse(std::string_view text);
    [[nodiscard]] std::string to_string() const;

private:
    [[nodiscard]] constexpr int first_year() const noexcept {
        constexpr int offset[] = {0, 0, 3, 5};
        return year + (of == kind::decade ? offset[static_cast<int>(part)] : 0);
    }
    [[nodiscard]] constexpr int last_year() const noexcept {
        constexpr int offset[] = {9, 4, 6, 9};
        return year + (of == kind::decade ? offset[static_cast<int>(part)] : 0);
    }
};

inline result<date_form> date_form::parse(std::string_view text) {
    auto const refuse = [&](errc code, std::size_t at) { return error{code, at, std::string(text)}; };
    if (text.empty()) return refuse(errc::empty, 0);
    if (text == "unknown") return date_form{};
    if (text == "always") return date_form{.of = kind::always};
    auto which_part = decade_part::whole;
    std::string_view rest = text;
    constexpr std::string_view words[] = {"early ", "mid ", "late "};
    for (int which = 0; which < 3; ++which) {
        if (!rest.starts_with(words[which])) continue;
        which_part = static_cast<decade_part>(which + 1);
        rest.remove_prefix(words[which].size());
        break;
    }
    bool const in_decade = which_part != decade_part::whole || (rest.size() == 5 && rest.back() == 's');
    bool const any_year = rest.starts_with('X');
    std::string_view const pattern = in_decade          ? "0000s"
                                     : any_year         ? "XXXX-00-00"
                                     : rest.size() <= 4 ? "0000"
                                     : rest.size() <= 7 ? "0000-00"
                                                        : "0000-00-00";
    std::size_t const begin = text.size() - rest.size();
    if (auto const at = first_misfit(rest, pattern)) return refuse(errc::malformed_date, begin + *at);
    if (pattern.size() == 10 && !any_year) return parse_day(rest).transform([](sys_days read) { return of_day(read); });

    auto const number = [&](std::size_t at, std::size_t size) { return *digits(rest.substr(at, size)); };
    if (any_year) {
        auto const date = std::chrono::month(static_cast<unsigned>(number(5, 2))) / number(8, 2);
        if (!date.ok()) return refuse(errc::no_such_day, 5);
        return of_any_year(date);
    }
    int const year_number = number(0, 4);
    if (in_decade && year_number % 10 != 0) return refuse(errc::malformed_date, begin + 3);
    if (year_number == 0) return refuse(errc::no_such_day, begin);
    if (in_decade) return of_decade(year_number, which_part);
    if (pattern.size() == 4) return of_year(std::chrono::year(year_number));
    if (number(5, 2) < 1 || number(5, 2) > 12) return refuse(errc::no_such_day, 5);
    return of_month(std::chrono::year(year_number) / number(5, 2));
}

inline std::string date_form::to_string() const {
    std::string written;
    auto const put = [&](int number, int width) { append_digits(written, number, width); };
    constexpr std::string_view parts[] = {"", "early ", "mid ", "late "};
    if (of == kind::unknown) written = "unknown";
    if (of == kind::always) written = "always";
    if (of == kind::decade) written = parts[static_cast<int>(part)];
    if (year != 0) put(year, 4);
    if (of == kind::decade) written += 's';
    if (of == kind::day_of_year) written = "XXXX";
    if (month != 0) written += '-', put(month, 2);
    if (day != 0) written += '-', put(day, 2);
    return written;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
