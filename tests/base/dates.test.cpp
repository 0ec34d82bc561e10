// Periods, partial dates and validities, each against the days that they stand for, counted one by one.
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>

#include <support/catch.hpp>

#include <bitset>
#include <climits>
#include <laws/stops.hpp>
#include <optional>
#include <string>
#include <vector>

using namespace lienvien;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

constexpr sys_days on(int year, unsigned month, unsigned number) {
    return day(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(number));
}
constexpr std::chrono::month_day each_year(unsigned month, unsigned number) {
    return std::chrono::month(month) / std::chrono::day(number);
}
partial_date read(std::string const& text) {
    auto const date = partial_date::parse(text);
    INFO(text);
    REQUIRE(date.has_value());
    CHECK(date->to_string() == text);
    return *date;
}
void refused(std::string const& text, errc code, std::size_t position) {
    auto const date = partial_date::parse(text);
    INFO(text);
    REQUIRE_FALSE(date.has_value());
    CHECK(date.error() == error{code, position, text});
}

// A window on the calendar, wide enough that no bound below comes within eight years of its ends: what holds between
// the bounds and an end holds beyond it.
constexpr int first_year = 1976;  // to the end of 2016
constexpr std::size_t window_days = 14'976;
sys_days const window_begin = on(first_year, 1, 1);

// The days that a date could be, found by asking of every day whether it fits; and whether there are more on either side.
struct day_set {
    std::bitset<window_days> inside;
    bool below = false;
    bool above = false;
    long least = LONG_MAX;  // LONG_MIN when there is no first
    long most = LONG_MIN;   // LONG_MAX when there is no last
};
template <class Fits>
day_set days_that(Fits fits, bool any_year, std::optional<sys_days> since, std::optional<sys_days> by) {
    day_set set;
    for (std::size_t number = 0; number < window_days; ++number) {
        sys_days const each = window_begin + days(number);
        if ((since && each < *since) || (by && each > *by) || !fits(year_month_day(each))) continue;
        set.inside.set(number);
        if (set.least == LONG_MAX) set.least = static_cast<long>(number);
        set.most = static_cast<long>(number);
    }
    set.below = any_year && !since;
    set.above = any_year && !by;
    if (set.below) set.least = LONG_MIN;
    if (set.above) set.most = LONG_MAX;
    return set;
}

struct sample {
    partial_date date;
    day_set set;
};
// Dates of every form, alone and with bounds before, inside, on the edge of and after them.
std::vector<sample> samples() {
    using ymd = year_month_day const&;
    struct form {
        partial_date date;
        bool (*fits)(ymd);
        bool any_year;
    };
    static constexpr auto number = [](ymd d) { return static_cast<int>(d.year()); };
    form const forms[] = {
        {partial_date(), [](ymd) { return true; }, true},
        {partial_date(1996y / 2 / 29), [](ymd d) { return d == 1996y / 2 / 29; }, false},
        {partial_date(1999y / 12 / 31), [](ymd d) { return d == 1999y / 12 / 31; }, false},
        {partial_date::month(1996y / 2), [](ymd d) { return d.year() == 1996y && d.month() == std::chrono::February; },
         false},
        {partial_date::month(1997y / 12), [](ymd d) { return d.year() == 1997y && d.month() == std::chrono::December; },
         false},
        {partial_date::year(1996y), [](ymd d) { return d.year() == 1996y; }, false},
        {partial_date::year(2000y), [](ymd d) { return d.year() == 2000y; }, false},
        {partial_date::decade(1990y), [](ymd d) { return number(d) / 10 == 199; }, false},
        {partial_date::decade(1990y, decade_part::early), [](ymd d) { return number(d) >= 1990 && number(d) <= 1994; },
         false},
        {partial_date::decade(1990y, decade_part::mid), [](ymd d) { return number(d) >= 1993 && number(d) <= 1996; },
         false},
        {partial_date::decade(1990y, decade_part::late), [](ymd d) { return number(d) >= 1995 && number(d) <= 1999; },
         false},
        {partial_date::year_unknown(each_year(12, 31)), [](ymd d) { return d == d.year() / 12 / 31; }, true},
        {partial_date::year_unknown(each_year(1, 1)), [](ymd d) { return d == d.year() / 1 / 1; }, true},
        {partial_date::year_unknown(each_year(2, 29)), [](ymd d) { return d == d.year() / 2 / 29; }, true},
        {partial_date::year_unknown(each_year(6, 28)), [](ymd d) { return d == d.year() / 6 / 28; }, true},
    };
    std::optional<sys_days> const bounds[] = {std::nullopt, on(1995, 12, 31), on(1996, 2, 29), on(1996, 3, 1),
                                              on(1997, 12, 1)};
    std::vector<sample> all;
    for (auto const& form : forms) {
        for (auto const& since : bounds) {
            for (auto const& by : bounds) {
                partial_date date = form.date;
                if (since) date = date.not_before(*since);
                if (by) date = date.not_after(*by);
                all.push_back({date, days_that(form.fits, form.any_year, since, by)});
            }
        }
    }
    return all;
}

constexpr bool dates_keep_their_edges() {
    auto const june = partial_date::month(2023y / 6);
    auto const leap = partial_date::year_unknown(each_year(2, 29));
    return june.earliest() == on(2023, 6, 1) && june.latest() == on(2023, 6, 30) &&
           happened_by(june, on(2023, 5, 31)) == truth::no && happened_by(june, on(2023, 6, 1)) == truth::unknown &&
           happened_by(june, on(2023, 6, 29)) == truth::unknown && happened_by(june, on(2023, 6, 30)) == truth::yes &&
           !june.is_exact() && partial_date(2023y / 6 / 28).exact() == on(2023, 6, 28) &&
           leap.not_before(on(1896, 3, 1)).earliest() == on(1904, 2, 29) &&
           leap.not_after(on(2104, 2, 28)).latest() == on(2096, 2, 29) &&
           leap.not_before(on(2000, 2, 29)).not_after(on(2000, 2, 29)).exact() == on(2000, 2, 29) &&
           !leap.not_before(on(2001, 1, 1)).not_after(on(2003, 12, 31)).is_consistent() &&
           partial_date::decade(1990y, decade_part::mid).latest() == on(1996, 12, 31) && !partial_date().earliest() &&
           !partial_date().latest();
}
static_assert(dates_keep_their_edges());

constexpr bool periods_are_half_open() {
    auto const year = between(2025y / 1 / 1, 2026y / 1 / 1);
    return !year.contains(on(2024, 12, 31)) && year.contains(on(2025, 1, 1)) && year.contains(on(2025, 12, 31)) &&
           !year.contains(on(2026, 1, 1)) && until(2025y / 1 / 1).contains(on(2024, 12, 31)) &&
           !until(2025y / 1 / 1).contains(on(2025, 1, 1)) && !from(2025y / 1 / 1).contains(on(2024, 12, 31)) &&
           from(2025y / 1 / 1).contains(on(2025, 1, 1)) && !from(2025y / 1 / 1).first_after() &&
           !until(2025y / 1 / 1).first() && period().contains(on(1, 1, 1)) &&
           relation(until(2025y / 1 / 1), from(2025y / 1 / 1)) == allen::meets &&
           intersection(from(2025y / 1 / 1), until(2026y / 1 / 1)) == year && !intersection(until(2025y / 1 / 1), year);
}
static_assert(periods_are_half_open());

constexpr bool validities_keep_their_edges() {
    validity const exact = between(2025y / 1 / 1, 2026y / 1 / 1);
    validity const open_end{2025y / 1 / 1, partial_date()};
    return holds_on(exact, on(2024, 12, 31)) == truth::no && holds_on(exact, on(2025, 1, 1)) == truth::yes &&
           holds_on(exact, on(2025, 12, 31)) == truth::yes && holds_on(exact, on(2026, 1, 1)) == truth::no &&
           holds_on(validity{}, on(2025, 1, 1)) == truth::unknown && holds_on(always, on(1, 1, 1)) == truth::yes &&
           holds_on(open_end, on(2024, 12, 31)) == truth::no && holds_on(open_end, on(2025, 1, 1)) == truth::unknown &&
           holds_on(validity{from(2025y / 1 / 1)}, on(9999, 12, 31)) == truth::yes &&
           holds_on(validity{until(2025y / 1 / 1)}, on(2024, 12, 31)) == truth::yes &&
           holds_on(validity{until(2025y / 1 / 1)}, on(2025, 1, 1)) == truth::no &&
           overlap(validity{until(2025y / 1 / 1)}, validity{from(2025y / 1 / 1)}) == truth::no &&
           overlap(always, exact) == truth::yes;
}
static_assert(validities_keep_their_edges());

}  // namespace

TEST_CASE("a period begins on its first day and ends before its first day after") {
    CHECK(periods_are_half_open());
    CHECK(period::checked(on(2025, 1, 1), on(2025, 1, 2)) == result<period>(between(2025y / 1 / 1, 2025y / 1 / 2)));
    CHECK(period::checked(on(2025, 1, 1), on(2025, 1, 1)).error().code == errc::reversed_period);
    CHECK(period::checked(on(2025, 1, 2), on(2025, 1, 1)).error().code == errc::reversed_period);
    CHECK(between(2025y / 1 / 1, 2025y / 1 / 2).contains(on(2025, 1, 1)));
}

TEST_CASE("a reversed or empty period and a day that the calendar lacks stop the program") {
    using laws::stops;
    CHECK(stops("LIENVIEN-E003", [] { (void)period::between(on(2025, 1, 1), on(2025, 1, 1)); }));
    CHECK(stops("LIENVIEN-E003", [] { (void)between(2025y / 1 / 2, 2025y / 1 / 1); }));
    CHECK(stops("LIENVIEN-E003", [] { (void)period::from(sys_days::max()); }));
    CHECK(stops("LIENVIEN-E003", [] { (void)period::before(sys_days::min()); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)day(2023y / 2 / 29); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)from(2023y / 13 / 1); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date(2023y / 2 / 29); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date(0y / 1 / 1); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date(10'000y / 1 / 1); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date(on(10'000, 1, 1)); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date(on(1, 1, 1) - days(1)); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date(sys_days(days(1LL << 32))); }));  // would come round to 1970
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date::month(2023y / 13); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date::year(10'000y); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date::year_unknown(each_year(2, 30)); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date().not_before(sys_days::max()); }));
    CHECK(stops("LIENVIEN-E004", [] { (void)partial_date().not_after(sys_days::min()); }));
    CHECK(stops("a decade begins with a year ending in 0", [] { (void)partial_date::decade(1995y); }));
    CHECK(stops("a decade begins with a year ending in 0", [] { (void)partial_date::decade(0y); }));
    CHECK(stops("a decade begins with a year ending in 0", [] { (void)partial_date::decade(10'000y); }));
    CHECK(stops("a date that was always so has no bounds",
                [] { (void)partial_date::always().not_before(on(2025, 1, 1)); }));
    CHECK(stops("a date that was always so has no bounds",
                [] { (void)partial_date::always().not_after(on(2025, 1, 1)); }));
}

TEST_CASE("a partial date is written as it is read") {
    CHECK(read("2023-06-28") == partial_date(2023y / 6 / 28));
    CHECK(read("0001-01-01") == partial_date(1y / 1 / 1));
    CHECK(read("9999-12-31") == partial_date(9999y / 12 / 31));
    CHECK(read("2024-02-29").exact() == on(2024, 2, 29));
    CHECK(read("2000-02-29").exact() == on(2000, 2, 29));
    CHECK(read("2023-06") == partial_date::month(2023y / 6));
    CHECK(read("2023") == partial_date::year(2023y));
    CHECK(read("0001") == partial_date::year(1y));
    CHECK(read("XXXX-12-12") == partial_date::year_unknown(each_year(12, 12)));
    CHECK(read("XXXX-02-29") == partial_date::year_unknown(each_year(2, 29)));
    CHECK(read("1990s") == partial_date::decade(1990y));
    CHECK(read("0010s") == partial_date::decade(10y));
    CHECK(read("9990s") == partial_date::decade(9990y));
    CHECK(read("early 1990s") == partial_date::decade(1990y, decade_part::early));
    CHECK(read("mid 1990s") == partial_date::decade(1990y, decade_part::mid));
    CHECK(read("late 1990s") == partial_date::decade(1990y, decade_part::late));
    CHECK(read("unknown") == partial_date());
    CHECK(read("always") == partial_date::always());
    CHECK(read("2023 since 2023-06-28") == partial_date::year(2023y).not_before(on(2023, 6, 28)));
    CHECK(read("XXXX-12-12 by 2024-01-01") == partial_date::year_unknown(each_year(12, 12)).not_after(on(2024, 1, 1)));
    CHECK(read("unknown since 2013-01-01 by 2020-12-31") ==
          partial_date().not_before(on(2013, 1, 1)).not_after(on(2020, 12, 31)));
    CHECK(read("late 1990s by 1998-05-01").latest() == on(1998, 5, 1));
    CHECK_FALSE(read("2023-06 since 2024-01-01").is_consistent());
}

TEST_CASE("a text that is not wholly a date is refused, with the place") {
    refused("", errc::empty, 0);
    refused("2023-02-29", errc::no_such_day, 0);
    refused("1900-02-29", errc::no_such_day, 0);
    refused("2023-04-31", errc::no_such_day, 0);
    refused("2023-00-10", errc::no_such_day, 0);
    refused("2023-13-10", errc::no_such_day, 0);
    refused("2023-12-00", errc::no_such_day, 0);
    refused("2023-13", errc::no_such_day, 5);
    refused("2023-00", errc::no_such_day, 5);
    refused("0000", errc::no_such_day, 0);
    refused("0000-01", errc::no_such_day, 0);
    refused("0000-01-01", errc::no_such_day, 0);
    refused("0000s", errc::no_such_day, 0);
    refused("XXXX-02-30", errc::no_such_day, 5);
    refused("XXXX-00-01", errc::no_such_day, 5);
    refused("XXXX-13-01", errc::no_such_day, 5);
    refused("2024-2-3", errc::malformed_date, 6);
    refused("2024-02-3", errc::malformed_date, 9);
    refused("+2024-01-01", errc::malformed_date, 0);
    refused("-2024-01-01", errc::malformed_date, 0);
    refused("02024-01-01", errc::malformed_date, 4);
    refused("2024-01-01 ", errc::malformed_date, 10);
    refused("2024-01-01T00:00", errc::malformed_date, 10);
    refused("2024-01-011", errc::malformed_date, 10);
    refused(" 2024-01-01", errc::malformed_date, 0);
    refused("2024/01/01", errc::malformed_date, 4);
    refused("20240101", errc::malformed_date, 4);
    refused("2024-", errc::malformed_date, 5);
    refused("2024-1", errc::malformed_date, 6);
    refused("2024-1x", errc::malformed_date, 6);
    refused("202", errc::malformed_date, 3);
    refused("202x", errc::malformed_date, 3);
    refused("24", errc::malformed_date, 2);
    refused("XXXX", errc::malformed_date, 4);
    refused("XXXX-2-29", errc::malformed_date, 6);
    refused("XXXX-12-12x", errc::malformed_date, 10);
    refused("XX-12-12", errc::malformed_date, 2);
    refused("xxxx-12-12", errc::malformed_date, 0);
    refused("1995s", errc::malformed_date, 3);
}

TEST_CASE("a text that is not wholly a date is refused, in its bounds and parts as well") {
    refused("late 1995s", errc::malformed_date, 8);
    refused("late 1990", errc::malformed_date, 9);
    refused("late", errc::malformed_date, 0);
    refused("late ", errc::malformed_date, 5);
    refused("late 1990ss", errc::malformed_date, 10);
    refused("late  1990s", errc::malformed_date, 5);
    refused("Late 1990s", errc::malformed_date, 0);
    refused("late 2023-06", errc::malformed_date, 9);
    refused("early late 1990s", errc::malformed_date, 6);
    refused("late 0000s", errc::no_such_day, 5);
    refused("Unknown", errc::malformed_date, 0);
    refused("unknown ", errc::malformed_date, 0);
    refused("always since 2020-01-01", errc::malformed_date, 0);
    refused("always by 2020-01-01", errc::malformed_date, 0);
    refused("2023 since ", errc::empty, 11);
    refused("2023 by 2023-02-29", errc::no_such_day, 8);
    refused("2023 by 2023-2-3", errc::malformed_date, 14);
    refused("2023 since 2023", errc::malformed_date, 15);
    refused("2023 by 2023-01-01 ", errc::malformed_date, 18);
    refused("2023 by 2024-01-01 since 2023-01-01", errc::malformed_date, 18);
    refused("2023 by 2024-01-01 by 2024-01-01", errc::malformed_date, 4);
    refused("2023 since 2023-01-01 since 2023-01-01", errc::malformed_date, 4);
    refused("2023 since unknown", errc::malformed_date, 11);
    refused(" since 2023-01-01", errc::empty, 0);
    refused(" by 2023-01-01", errc::empty, 0);
    refused("2023  since 2023-01-01", errc::malformed_date, 4);
}

TEST_CASE("a day is read in one way only") {
    CHECK(parse_day("2023-06-28") == result<sys_days>(on(2023, 6, 28)));
    CHECK(format_day(on(2023, 6, 8)) == "2023-06-08");
    CHECK(format_day(on(1, 1, 1)) == "0001-01-01");
    CHECK(parse_day("").error() == error{errc::empty, 0, ""});
    CHECK(parse_day("2023").error() == error{errc::malformed_date, 4, "2023"});
    CHECK(parse_day("2023-06-2x").error() == error{errc::malformed_date, 9, "2023-06-2x"});
    CHECK(parse_day("2023-02-29").error() == error{errc::no_such_day, 0, "2023-02-29"});
    bool all = true;
    for (sys_days each = on(1890, 1, 1); each <= on(2110, 1, 1); each += days(1)) {
        all = all && parse_day(format_day(each)) == result<sys_days>(each);
    }
    CHECK(all);
}

// A network of a country holds half a million of them.
static_assert(sizeof(partial_date) == 16 && sizeof(validity) == 36);

TEST_CASE("bounds narrow a date and never widen it") {
    CHECK(dates_keep_their_edges());
    auto const year = partial_date::year(2023y);
    auto const late = year.not_before(on(2023, 7, 1));
    CHECK(late.not_before(on(2023, 3, 1)) == late);
    CHECK(late.not_before(on(2023, 9, 1)).earliest() == on(2023, 9, 1));
    auto const soon = year.not_after(on(2023, 7, 1));
    CHECK(soon.not_after(on(2023, 9, 1)) == soon);
    CHECK(soon.not_after(on(2023, 3, 1)).latest() == on(2023, 3, 1));
    CHECK(partial_date().not_before(on(9999, 12, 31)).earliest() == on(9999, 12, 31));
    CHECK(partial_date().not_after(on(1, 1, 1)).latest() == on(1, 1, 1));
}

TEST_CASE("the first and the last day that a date could be are those counted day by day") {
    auto const number = [](std::optional<sys_days> found) {
        return static_cast<long>((*found - window_begin).count());
    };
    for (auto const& [date, set] : samples()) {
        INFO(date.to_string());
        bool const empty = set.inside.none();
        CHECK(date.is_consistent() == !empty);
        CHECK(date.earliest().has_value() != set.below);
        CHECK(date.latest().has_value() != set.above);
        if (empty) {
            CHECK(*date.earliest() > *date.latest());
            continue;
        }
        if (!set.below) CHECK(number(date.earliest()) == set.least);
        if (!set.above) CHECK(number(date.latest()) == set.most);
        bool const one = !set.below && !set.above && set.inside.count() == 1;
        CHECK(date.is_exact() == one);
        CHECK(date.exact().has_value() == one);
        if (one) CHECK(number(date.exact()) == set.least);
    }
}

TEST_CASE("a date has happened when every day that it could be has come, has not when none has, else it is open") {
    for (auto const& [date, set] : samples()) {
        if (set.inside.none()) continue;
        bool right = true;
        for (std::size_t number = 0; number < window_days; ++number) {
            auto const today = static_cast<long>(number);
            truth const expected = set.most <= today ? truth::yes : set.least > today ? truth::no : truth::unknown;
            right = right && happened_by(date, window_begin + days(number)) == expected;
        }
        INFO(date.to_string());
        CHECK(right);
    }
    CHECK(happened_by(partial_date::always(), sys_days::min()) == truth::yes);
}

TEST_CASE("of two dates one comes first, or they are one day, as all pairs of possible days agree") {
    auto const all = samples();
    int pairs = 0;
    for (auto const& [a, days_a] : all) {
        for (auto const& [b, days_b] : all) {
            if (days_a.inside.none() || days_b.inside.none()) continue;
            bool const all_before = !days_a.above && !days_b.below && days_a.most < days_b.least;
            bool const none_before = !days_a.below && !days_b.above && days_a.least >= days_b.most;
            truth const comes_first = all_before ? truth::yes : none_before ? truth::no : truth::unknown;
            bool const apart = (days_a.inside & days_b.inside).none();
            bool const one_day = a.is_exact() && b.is_exact() && days_a.least == days_b.least;
            truth const same = apart ? truth::no : one_day ? truth::yes : truth::unknown;
            ++pairs;
            if (before(a, b) != comes_first || same_day(a, b) != same) {
                FAIL_CHECK(a.to_string() << " and " << b.to_string() << ": before " << name_of(before(a, b))
                                         << ", same day " << name_of(same_day(a, b)));
            }
        }
    }
    CHECK(pairs > 37'000);
    auto const start = partial_date::always();
    for (auto const& [date, set] : all) {
        if (before(start, date) != truth::yes || before(date, start) != truth::no || same_day(date, start) != truth::no)
            FAIL(date.to_string());
    }
    CHECK(before(start, start) == truth::no);
    CHECK(same_day(start, start) == truth::yes);
}

TEST_CASE("what is learnt about a date never turns a decided answer round") {
    auto const all = samples();
    int pairs = 0;
    for (auto const& [vague, wide] : all) {
        for (auto const& [exact, narrow] : all) {
            if (narrow.inside.none() || (narrow.below && !wide.below) || (narrow.above && !wide.above)) continue;
            if ((narrow.inside & ~wide.inside).any()) continue;
            ++pairs;
            bool right = true;
            for (sys_days today = on(1995, 12, 1); today < on(1996, 4, 1); today += days(1)) {
                right = right && refines(happened_by(exact, today), happened_by(vague, today));
            }
            if (!right) FAIL_CHECK(exact.to_string() << " refines " << vague.to_string());
        }
    }
    CHECK(pairs > 1'000);
}

namespace {

// Every set of days in a row among the days 0 to 4, as a date known by its bounds alone, and with an open side.
struct range {
    partial_date date;
    int least;  // -1: and every day before
    int most;   // 5: and every day after
};
std::vector<range> ranges() {
    sys_days const zero = on(2025, 1, 1);
    std::vector<range> all{{partial_date(), -1, 5}};
    for (int a = 0; a < 5; ++a) {
        all.push_back({partial_date().not_before(zero + days(a)), a, 5});
        all.push_back({partial_date().not_after(zero + days(a)), -1, a});
        for (int b = a; b < 5; ++b)
            all.push_back({partial_date().not_before(zero + days(a)).not_after(zero + days(b)), a, b});
    }
    return all;
}
struct span_of_days {
    validity when;
    range begins;
    std::optional<range> ends;
};
std::vector<span_of_days> spans(bool closed_sides_only) {
    std::vector<span_of_days> all;
    for (auto const& begins : ranges()) {
        if (closed_sides_only && (begins.least < 0 || begins.most > 4)) continue;
        all.push_back({validity(begins.date), begins, std::nullopt});
        for (auto const& ends : ranges()) {
            if (closed_sides_only && (ends.least < 0 || ends.most > 4)) continue;
            all.push_back({validity(begins.date, ends.date), begins, ends});
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a fact holds on a day when it does for every beginning and end that are possible") {
    CHECK(validities_keep_their_edges());
    sys_days const zero = on(2025, 1, 1);
    int wrong = 0;
    for (auto const& [when, begins, ends] : spans(false)) {
        for (int today = 0; today < 5; ++today) {
            bool yes = false;
            bool no = false;
            for (int first = begins.least; first <= begins.most; ++first) {
                for (int after = ends ? ends->least : 100; after <= (ends ? ends->most : 100); ++after) {
                    (first <= today && today < after ? yes : no) = true;
                }
            }
            truth const expected = yes && no ? truth::unknown : known(yes);
            if (holds_on(when, zero + days(today)) != expected) ++wrong;
        }
    }
    CHECK(wrong == 0);
    CHECK(holds_on(validity(partial_date::always()), zero) == truth::yes);
    CHECK(holds_on(validity(partial_date::always(), partial_date(zero)), zero) == truth::no);
}

TEST_CASE("a validity is reversed when no possible end comes after a possible beginning") {
    int wrong = 0;
    for (auto const& [when, begins, ends] : spans(true)) {
        bool possible = !ends;
        for (int first = begins.least; ends && first <= begins.most; ++first) {
            for (int after = ends->least; after <= ends->most; ++after) possible = possible || first < after;
        }
        if (is_reversed(when) == possible) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK_FALSE(is_reversed(validity()));
    CHECK_FALSE(is_reversed(until(2025y / 1 / 1)));
}

TEST_CASE("two facts overlap when they share a day for every beginning and end that are possible") {
    auto const all = spans(true);
    int unsound = 0;
    int vague = 0;
    int decided[2] = {};
    for (std::size_t i = 0; i < all.size(); i += 2) {
        for (std::size_t j = 0; j < all.size(); j += 3) {
            auto const& [a, a_begins, a_ends] = all[i];
            auto const& [b, b_begins, b_ends] = all[j];
            bool yes = false;
            bool no = false;
            bool may_be_reversed = false;
            for (int a0 = a_begins.least; a0 <= a_begins.most; ++a0) {
                for (int a1 = a_ends ? a_ends->least : 100; a1 <= (a_ends ? a_ends->most : 100); ++a1) {
                    for (int b0 = b_begins.least; b0 <= b_begins.most; ++b0) {
                        for (int b1 = b_ends ? b_ends->least : 100; b1 <= (b_ends ? b_ends->most : 100); ++b1) {
                            if (a0 >= a1 || b0 >= b1) {
                                may_be_reversed = true;
                                continue;
                            }
                            ((a0 < b0 ? b0 : a0) < (a1 < b1 ? a1 : b1) ? yes : no) = true;
                        }
                    }
                }
            }
            if (!yes && !no) continue;  // certainly reversed: a finding, no question of overlap
            truth const expected = yes && no ? truth::unknown : known(yes);
            truth const found = overlap(a, b);
            if (!refines(expected, found)) ++unsound;
            if (!may_be_reversed && found != expected) ++vague;
            if (!is_unknown(found)) ++decided[is_yes(found) ? 1 : 0];
            if (found != overlap(b, a)) ++unsound;
        }
    }
    CHECK(unsound == 0);
    CHECK(vague == 0);
    CHECK(decided[0] > 100);
    CHECK(decided[1] > 100);
}

TEST_CASE("a period becomes a validity with the same days") {
    for (auto const& exact :
         {period(), from(2025y / 1 / 1), until(2025y / 1 / 4), between(2025y / 1 / 2, 2025y / 1 / 4)}) {
        for (sys_days today = on(2024, 12, 28); today < on(2025, 1, 8); today += days(1)) {
            CHECK(holds_on(exact, today) == known(exact.contains(today)));
        }
    }
}
