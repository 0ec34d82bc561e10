#pragma once

#include <lienvien/base/period.hpp>

#include <cstddef>
#include <cstdint>
#include <laws/law.hpp>
#include <string_view>
#include <vector>

namespace laws {

/// Days from which periods are made: day 0 up to, not including, `days_in_view`; and one more day on each side, that
/// stands for all days before and after.
inline constexpr int days_in_view = 6;

constexpr lienvien::sys_days day_number(int number) { return lienvien::sys_days(std::chrono::days(19'000 + number)); }

/// Every period that begins and ends within view, and those with an open end.
constexpr std::vector<lienvien::period> small_periods(int days = days_in_view) {
    using lienvien::period;
    std::vector<period> all{period()};
    for (int a = 0; a < days; ++a) {
        all.push_back(period::from(day_number(a)));
        all.push_back(period::before(day_number(a)));
        for (int b = a + 1; b < days; ++b) all.push_back(period::between(day_number(a), day_number(b)));
    }
    return all;
}

/// The days of a period, as bits.
constexpr std::uint32_t days_of(lienvien::period when) {
    std::uint32_t days = 0;
    for (int number = -1; number <= days_in_view; ++number) {
        if (when.contains(day_number(number))) days |= 1u << (number + 1);
    }
    return days;
}

/// Where a period begins and ends, with open ends outside of the view.
struct ends {
    int first;
    int after;
};
constexpr ends ends_of(lienvien::period when) {
    auto const number = [](lienvien::sys_days day) { return static_cast<int>((day - day_number(0)).count()); };
    return {when.first() ? number(*when.first()) : -1'000, when.first_after() ? number(*when.first_after()) : 1'000};
}

/// Allen's thirteen cases, each by its own definition.
constexpr bool has_relation(ends a, ends b, lienvien::allen relation) {
    using enum lienvien::allen;
    switch (relation) {
        case before:
            return a.after < b.first;
        case meets:
            return a.after == b.first;
        case overlaps:
            return a.first < b.first && b.first < a.after && a.after < b.after;
        case starts:
            return a.first == b.first && a.after < b.after;
        case during:
            return b.first < a.first && a.after < b.after;
        case finishes:
            return b.first < a.first && a.after == b.after;
        case equals:
            return a.first == b.first && a.after == b.after;
        case finished_by:
            return a.first < b.first && a.after == b.after;
        case contains:
            return a.first < b.first && b.after < a.after;
        case started_by:
            return a.first == b.first && b.after < a.after;
        case overlapped_by:
            return b.first < a.first && a.first < b.after && b.after < a.after;
        case met_by:
            return b.after == a.first;
        case after:
            return b.after < a.first;
    }
    return false;
}

/// One period: half-open, never empty.
constexpr std::string_view one_interval(lienvien::period a) {
    if (days_of(a) == 0) return "no period is empty";
    if (a.first() && (!a.contains(*a.first()) || a.contains(*a.first() - std::chrono::days(1)))) {
        return "a period begins on its first day";
    }
    if (a.first_after() && (a.contains(*a.first_after()) || !a.contains(*a.first_after() - std::chrono::days(1)))) {
        return "a period ends before its first day after";
    }
    if (relation(a, a) != lienvien::allen::equals) return "a period equals itself";
    if (intersection(a, a) != a) return "a period meets itself in itself";
    return kept;
}

/// Two periods: exactly one of Allen's cases, its converse, and what the two share, day by day.
constexpr std::string_view two_intervals(lienvien::period a, lienvien::period b) {
    auto const found = relation(a, b);
    for (int number = 0; number < 13; ++number) {
        auto const each = static_cast<lienvien::allen>(number);
        if (has_relation(ends_of(a), ends_of(b), each) != (each == found)) return "exactly one of Allen's cases";
    }
    if (relation(b, a) != converse(found) || converse(converse(found)) != found)
        return "the converse holds the other way";
    if ((found == lienvien::allen::equals) != (a == b)) return "equal periods are equal";
    auto const shared = intersection(a, b);
    if ((shared ? days_of(*shared) : 0u) != (days_of(a) & days_of(b))) return "what two periods share, day by day";
    if (overlap(a, b) != ((days_of(a) & days_of(b)) != 0)) return "periods overlap when they share a day";
    if (shared != intersection(b, a)) return "what two periods share does not depend on their order";
    return kept;
}

/// Three periods: what they share does not depend on where one begins.
constexpr std::string_view three_intervals(lienvien::period a, lienvien::period b, lienvien::period c) {
    auto const ab = intersection(a, b);
    auto const bc = intersection(b, c);
    auto const left = ab ? intersection(*ab, c) : std::nullopt;
    auto const right = bc ? intersection(a, *bc) : std::nullopt;
    return left == right ? kept : "what three periods share does not depend on the grouping";
}

}  // namespace laws
