#pragma once

#include <lienvien/base/period.hpp>
#include <lienvien/base/result.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Decimal digits and nothing else; nothing for any other text. At most 9 digits.
[[nodiscard]] constexpr std::optional<int> digits(std::string_view text) noexcept {
    if (text.empty() || text.size() > 9) return std::nullopt;
    int number = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Where `text` leaves `pattern`, in which '0' stands for any digit; nothing where it follows it to the end.
[[nodiscard]] constexpr std::optional<std::size_t> first_misfit(std::string_view text,
                                                                std::string_view pattern) noexcept {
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (at == text.size()) return at;
        bool const fits = pattern[at] == '0' ? text[at] >= '0' && text[at] <= '9' : text[at] == pattern[at];
        if (!fits) return at;
    }
    return text.size() == pattern.size() ? std::nullopt : std::optional(pattern.size());
}

inline void append_digits(std::string& written, int number, int width) {
    std::string const figures = std::to_string(number);
    for (auto missing = width - static_cast<int>(figures.size()); missing > 0; --missing) written += '0';
    written += figures;
}

}  // namespace detail

/// Reads a day as `YYYY-MM-DD`, years 0001 to 9999, and nothing else: no sign, no missing zero, nothing after it.
/// Errors: `empty`; `malformed_date` at the first byte that does not fit; `no_such_day`.
[[nodiscard]] inline result<sys_days> parse_day(std::string_view text) {
    auto const refuse = [&](errc code, std::size_t at) { return error{code, at, std::string(text)}; };
    if (text.empty()) return refuse(errc::empty, 0);
    if (auto const at = detail::first_misfit(text, "0000-00-00")) return refuse(errc::malformed_date, *at);
    int const year = *detail::digits(text.substr(0, 4));
    int const month = *detail::digits(text.substr(5, 2));
    int const day = *detail::digits(text.substr(8, 2));
    year_month_day const date = std::chrono::year(year) / month / day;
    if (year == 0 || !date.ok()) return refuse(errc::no_such_day, 0);
    return sys_days(date);
}

/// A day as `YYYY-MM-DD`.
[[nodiscard]] inline std::string format_day(sys_days date) {
    year_month_day const parts(date);
    std::string written;
    detail::append_digits(written, static_cast<int>(parts.year()), 4);
    written += '-';
    detail::append_digits(written, static_cast<int>(static_cast<unsigned>(parts.month())), 2);
    written += '-';
    detail::append_digits(written, static_cast<int>(static_cast<unsigned>(parts.day())), 2);
    return written;
}

}  // namespace v0
}  // namespace lienvien
