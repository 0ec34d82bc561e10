// Properties of dates, periods and validities on days and texts that nobody chose.
#include <lienvien/base/validity.hpp>

#include <support/rapidcheck.hpp>

#include <laws/interval.hpp>
#include <optional>
#include <string>

using namespace lienvien;
using namespace std::chrono_literals;

namespace {

rc::Gen<sys_days> any_day() {
    return rc::gen::map(rc::gen::inRange(0, 3'652'059),
                        [](int number) { return day(1y / 1 / 1) + std::chrono::days(number); });
}
rc::Gen<sys_days> near_day() {
    return rc::gen::map(rc::gen::inRange(0, 40),
                        [](int number) { return day(2024y / 2 / 10) + std::chrono::days(number); });
}
rc::Gen<partial_date> any_date(rc::Gen<sys_days> days) {
    return rc::gen::exec([days] {
        year_month_day const d = *days;
        auto const bound = *days;
        auto const other = *days;
        partial_date date;
        switch (*rc::gen::inRange(0, 7)) {
            case 0:
                date = d;
                break;
            case 1:
                date = partial_date::month(d.year() / d.month());
                break;
            case 2:
                date = partial_date::year(d.year());
                break;
            case 3:
                date = partial_date::year_unknown(d.month() / d.day());
                break;
            case 4:
                date = partial_date::decade(
                    std::chrono::year(static_cast<int>(d.year()) / 10 * 10 + (d.year() < 10y ? 10 : 0)),
                    static_cast<decade_part>(*rc::gen::inRange(0, 4)));
                break;
            case 5:
                break;
            default:
                return partial_date::always();
        }
        if (*rc::gen::arbitrary<bool>()) date = date.not_before(bound);
        if (*rc::gen::arbitrary<bool>()) date = date.not_after(other);
        return date;
    });
}
rc::Gen<period> any_period(rc::Gen<sys_days> days) {
    return rc::gen::exec([days] {
        auto const a = *days;
        auto const b = *days;
        switch (*rc::gen::inRange(0, 6)) {
            case 0:
                return period();
            case 1:
                return period::from(a);
            case 2:
                return period::before(a);
            default:
                return a < b   ? period::between(a, b)
                       : b < a ? period::between(b, a)
                               : period::between(a, a + std::chrono::days(1));
        }
    });
}

// A refusal lies at a place in the text or at its end, and quotes the text.
template <class Value>
bool is_refused_with_place(result<Value> const& read, std::string const& text) {
    return !read.has_value() && read.error().position <= text.size() && read.error().subject == text;
}

}  // namespace

TEST_CASE("every date is read back as it was written") {
    rc::prop("dates of every form", [] {
        auto const date = *any_date(any_day());
        auto const text = date.to_string();
        RC_ASSERT(partial_date::parse(text) == result<partial_date>(date));
        RC_ASSERT(!partial_date::parse(text + " ").has_value());
        RC_ASSERT(!partial_date::parse(" " + text).has_value());
    });
    rc::prop("a text that is read is the text that would be written", [] {
        std::string text = (*any_date(any_day())).to_string();
        auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
        switch (*rc::gen::inRange(0, 3)) {
            case 0:
                text.erase(at, 1);
                break;
            case 1:
                text[at] = *rc::gen::elementOf(std::string("0129-Xs+ /ay"));
                break;
            default:
                text.insert(at, 1, *rc::gen::elementOf(std::string("0129-Xs+ /ay")));
        }
        auto const read = partial_date::parse(text);
        if (read) {
            RC_ASSERT(read->to_string() == text);
        } else {
            RC_ASSERT(is_refused_with_place(read, text));
        }
    });
    rc::prop("bytes of any kind", [](std::string const& text) {
        auto const read = partial_date::parse(text);
        if (read) {
            RC_ASSERT(read->to_string() == text);
        } else {
            RC_ASSERT(is_refused_with_place(read, text));
        }
        RC_ASSERT(parse_day(text).has_value() <= read.has_value());
    });
}

TEST_CASE("dates keep their order through the calendar") {
    rc::prop("days", [] {
        auto const a = *any_day();
        auto const b = *any_day();
        RC_ASSERT(before(partial_date(a), b) == known(a < b));
        RC_ASSERT(same_day(partial_date(a), b) == known(a == b));
        RC_ASSERT(happened_by(partial_date(a), b) == known(a <= b));
        RC_ASSERT((format_day(a) < format_day(b)) == (a < b));
    });
    rc::prop("at most one of two dates comes first, and order is transitive", [] {
        auto const a = *any_date(near_day());
        auto const b = *any_date(near_day());
        auto const c = *any_date(near_day());
        RC_PRE(a.is_consistent() && b.is_consistent() && c.is_consistent());
        RC_ASSERT(!(is_yes(before(a, b)) && is_yes(before(b, a))));
        RC_ASSERT(!(is_yes(before(a, b)) && is_yes(before(b, c))) || is_yes(before(a, c)));
        RC_ASSERT(same_day(a, b) == same_day(b, a));
        RC_ASSERT(!is_yes(same_day(a, b)) || (is_no(before(a, b)) && is_no(before(b, a))));
    });
    rc::prop("a date that has happened stays so", [] {
        auto const date = *any_date(near_day());
        RC_PRE(date.is_consistent());
        auto const today = *near_day();
        auto const later = today + std::chrono::days(*rc::gen::inRange(0, 400));
        RC_ASSERT(happened_by(date, today) <= happened_by(date, later));
    });
}

TEST_CASE("periods anywhere keep the laws of intervals") {
    rc::prop("exactly one relation and its converse", [] {
        auto const days = *rc::gen::arbitrary<bool>() ? any_day() : near_day();
        auto const a = *any_period(days);
        auto const b = *any_period(days);
        auto const c = *any_period(days);
        RC_ASSERT(relation(b, a) == converse(relation(a, b)));
        // In doubled brackets, for RC_ASSERT would not stop at the first operand.
        // In doubled brackets: RC_ASSERT by itself evaluates both sides of `||`.
        RC_ASSERT((!a.first() || (a.contains(*a.first()) && !a.contains(*a.first() - std::chrono::days(1)))));
        RC_ASSERT((!a.first_after() ||
                   (!a.contains(*a.first_after()) && a.contains(*a.first_after() - std::chrono::days(1)))));
        RC_ASSERT(laws::three_intervals(a, b, c) == laws::kept);
        auto const found = relation(a, b);
        bool const apart =
            found == allen::before || found == allen::meets || found == allen::met_by || found == allen::after;
        RC_ASSERT(overlap(a, b) == !apart);
        auto const today = *days;
        auto const shared = intersection(a, b);
        RC_ASSERT((shared && shared->contains(today)) == (a.contains(today) && b.contains(today)));
        RC_ASSERT(holds_on(a, today) == known(a.contains(today)));
        RC_ASSERT(overlap(validity(a), validity(b)) == known(overlap(a, b)));
    });
}

TEST_CASE("what is learnt about a validity never turns a decided answer round") {
    rc::prop("bounds on its ends", [] {
        validity const vague(*any_date(near_day()),
                             *rc::gen::arbitrary<bool>() ? std::optional(*any_date(near_day())) : std::nullopt);
        validity const other(*any_date(near_day()), *any_date(near_day()));
        auto learn = [](partial_date date) {
            if (date.is_always()) return date;
            if (*rc::gen::arbitrary<bool>()) date = date.not_before(*near_day());
            if (*rc::gen::arbitrary<bool>()) date = date.not_after(*near_day());
            return date;
        };
        validity const exact(learn(vague.from), vague.until ? std::optional(learn(*vague.until)) : std::nullopt);
        RC_PRE(exact.from.is_consistent() && (!exact.until || exact.until->is_consistent()));
        RC_PRE(other.from.is_consistent() && other.until->is_consistent());
        auto const today = *near_day();
        RC_ASSERT(refines(holds_on(exact, today), holds_on(vague, today)));
        RC_ASSERT(refines(overlap(exact, other), overlap(vague, other)));
        RC_ASSERT(refines(overlap(other, exact), overlap(other, vague)));
        RC_ASSERT(!is_reversed(vague) || is_reversed(exact));
    });
}
