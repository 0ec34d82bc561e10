#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/result.hpp>
#include <lienvien/base/text.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace lienvien {
inline namespace v0 {

/// What a measure counts. A unit says its name, its smallest and largest number, how many parts make one whole
/// (1 for whole numbers, 100 for two decimals) and whether two measures may be added.
template <class Unit>
concept measure_unit = requires {
    { Unit::noun } -> std::convertible_to<label>;
    { Unit::least } -> std::convertible_to<std::int64_t>;
    { Unit::most } -> std::convertible_to<std::int64_t>;
    { Unit::parts } -> std::convertible_to<std::int64_t>;
    { Unit::additive } -> std::convertible_to<bool>;
};

/// An exact number of one thing. Never floating point; never mixed with another measure.
///
/// Explicit ways in: the constructor (whole units, precondition: in range), `parts`, `checked` and `parse`. Explicit way
/// out: `count()` in parts. Measures of the same unit compare; they add and subtract only where the unit is additive.
template <class Unit>
class measure {
    static_assert(measure_unit<Unit>, "LIENVIEN-E015: a measure unit says noun, least, most, parts and additive");

public:
    using unit = Unit;

    /// `whole` units. Precondition: within the range of the unit.
    constexpr explicit measure(std::int64_t whole) noexcept : parts_(whole) {
        // Before the multiplication, which a number far outside would overflow.
        bool const in_range = whole >= Unit::least && whole <= Unit::most;
        LIENVIEN_EXPECTS(in_range, "LIENVIEN-E002: a measure lies within the range of its unit");
        parts_ *= Unit::parts;
    }
    // A compiler shows the line of a deleted function, and with it the sentence.
    // clang-format off
    template <class Number>
        requires(std::is_floating_point_v<Number> || std::is_same_v<Number, bool>)
    explicit measure(Number) = delete;  // LIENVIEN-E009: a measure is exact: whole units, of_parts or parse
    // clang-format on

    /// `number` parts of a unit. Precondition: within the range of the unit.
    [[nodiscard]] static constexpr measure of_parts(std::int64_t number) noexcept {
        LIENVIEN_EXPECTS(fits(number), "LIENVIEN-E002: a measure lies within the range of its unit");
        return measure(number, in_parts{});
    }

    /// `number` parts of a unit, checked. Errors: `out_of_range`.
    [[nodiscard]] static result<measure> checked(std::int64_t number) {
        if (!fits(number)) return error{errc::out_of_range, 0, std::to_string(number)};
        return measure(number, in_parts{});
    }

    /// Reads decimal digits exactly, such as "69.75". Errors: `empty`, `malformed_number`, `too_precise`, `out_of_range`.
    [[nodiscard]] static result<measure> parse(std::string_view text) {
        auto const refuse = [&](errc code, std::size_t at) { return error{code, at, std::string(text)}; };
        if (text.empty()) return refuse(errc::empty, 0);
        bool const negative = text.front() == '-';
        std::size_t at = negative ? 1 : 0;
        if (at == text.size()) return refuse(errc::malformed_number, at);
        constexpr std::int64_t largest = Unit::most > -Unit::least ? Unit::most : -Unit::least;
        std::int64_t number = 0;
        std::int64_t scale = 0;  // 0 before the point, then the parts that one more digit is worth, times ten
        for (std::size_t const first = at; at < text.size(); ++at) {
            char const c = text[at];
            if (c == '.' && scale == 0 && at > first && at + 1 < text.size()) {
                scale = Unit::parts;
                number *= Unit::parts;
                continue;
            }
            if (c < '0' || c > '9') return refuse(errc::malformed_number, at);
            if (scale == 0) {
                number = number * 10 + (c - '0');
                if (number > largest) return refuse(errc::out_of_range, at);
            } else {
                if (scale % 10 != 0) {
                    if (c != '0') return refuse(errc::too_precise, at);
                    continue;
                }
                scale /= 10;
                number += (c - '0') * scale;
            }
        }
        if (scale == 0) number *= Unit::parts;
        if (negative) number = -number;
        if (!fits(number)) return refuse(errc::out_of_range, 0);
        return measure(number, in_parts{});
    }

    /// The number in parts of the unit: hundredths where `parts` is 100.
    [[nodiscard]] constexpr std::int64_t count() const noexcept { return parts_; }

    /// Decimal digits that `parse` reads back to the same measure.
    [[nodiscard]] std::string to_string() const {
        std::int64_t const size = parts_ < 0 ? -parts_ : parts_;
        std::string digits = (parts_ < 0 ? "-" : "") + std::to_string(size / Unit::parts);
        std::int64_t rest = size % Unit::parts;
        if (rest != 0) digits += '.';
        for (std::int64_t scale = Unit::parts / 10; rest != 0; scale /= 10) {
            digits += static_cast<char>('0' + rest / scale);
            rest %= scale;
        }
        return digits;
    }

    friend constexpr bool operator==(measure const&, measure const&) = default;
    friend constexpr auto operator<=>(measure const&, measure const&) = default;

    [[nodiscard]] friend constexpr measure operator+(measure a, measure b) noexcept requires(Unit::additive) {
        return of_parts(a.parts_ + b.parts_);
    }
    [[nodiscard]] friend constexpr measure operator-(measure a, measure b) noexcept requires(Unit::additive) {
        return of_parts(a.parts_ - b.parts_);
    }
    // A compiler shows the line of a deleted function, and with it the sentence.
    // clang-format off
    friend measure operator+(measure, measure)  // LIENVIEN-E017: such measures, like ages, are compared, never added
        requires(!Unit::additive) = delete;
    friend measure operator-(measure, measure)  // LIENVIEN-E017: such measures, like ages, are never subtracted
        requires(!Unit::additive) = delete;
    // clang-format on

private:
    struct in_parts {};
    constexpr measure(std::int64_t number, in_parts) noexcept : parts_(number) {}
    [[nodiscard]] static constexpr bool fits(std::int64_t number) noexcept {
        return number >= Unit::least * Unit::parts && number <= Unit::most * Unit::parts;
    }

    std::int64_t parts_;
};

// A compiler shows the line of a deleted function, and with it the sentence.
// clang-format off
template <class A, class B>
    requires(!std::is_same_v<A, B>)
bool operator==(measure<A>, measure<B>) = delete;  // LIENVIEN-E010: measures of different things never compare
template <class A, class B>
    requires(!std::is_same_v<A, B>)
std::strong_ordering operator<=>(measure<A>, measure<B>) = delete;  // LIENVIEN-E010: nor have an order
template <class A, class B>
    requires(!std::is_same_v<A, B>)
void operator+(measure<A>, measure<B>) = delete;  // LIENVIEN-E010: nor have a sum
template <class A, class B>
    requires(!std::is_same_v<A, B>)
void operator-(measure<A>, measure<B>) = delete;  // LIENVIEN-E010: nor a difference
// clang-format on

struct bed_unit {
    static constexpr label noun{"giường bệnh", "beds"};
    static constexpr std::int64_t least = 0, most = 1'000'000, parts = 1;
    static constexpr bool additive = true;
};
/// Beds (giường bệnh), whole, 0 to 1,000,000.
using beds = measure<bed_unit>;

struct people_unit {
    static constexpr label noun{"người", "people"};
    static constexpr std::int64_t least = 0, most = 10'000'000'000, parts = 1;
    static constexpr bool additive = true;
};
/// People, whole, 0 to 10^10.
using people = measure<people_unit>;

struct travel_unit {
    static constexpr label noun{"phút di chuyển", "minutes of travel"};
    static constexpr std::int64_t least = 0, most = 65'535, parts = 1;
    static constexpr bool additive = true;
};
/// Whole minutes of transport between two places, 0 to 65,535. A recorded fact, never computed from a distance.
using minutes_of_travel = measure<travel_unit>;

struct yearly_cases_unit {
    static constexpr label noun{"ca mỗi năm", "cases a year"};
    static constexpr std::int64_t least = 0, most = 1'000'000'000, parts = 1;
    static constexpr bool additive = true;
};
/// Cases a year, whole.
using cases_per_year = measure<yearly_cases_unit>;

struct age_unit {
    static constexpr label noun{"tuổi", "years of age"};
    static constexpr std::int64_t least = 0, most = 150, parts = 1;
    static constexpr bool additive = false;
};
/// Completed years of age, 0 to 150. Ages are compared, never added.
using years_of_age = measure<age_unit>;

struct duration_years_unit {
    static constexpr label noun{"năm", "years"};
    static constexpr std::int64_t least = 0, most = 10'000, parts = 1;
    static constexpr bool additive = true;
};
/// A number of years as a source states it ("20 years"): rounded in a way that the source does not say.
using stated_years = measure<duration_years_unit>;

struct score_unit {
    static constexpr label noun{"điểm xếp cấp", "grading points"};
    static constexpr std::int64_t least = 0, most = 100, parts = 100;
    static constexpr bool additive = false;
};
/// The score of a grading into levels of technical expertise (điểm xếp cấp): 0 to 100, two decimals, exact.
using grading_score = measure<score_unit>;

struct percent_unit {
    static constexpr label noun{"phần trăm", "percent"};
    static constexpr std::int64_t least = 0, most = 100, parts = 100;
    static constexpr bool additive = false;
};
/// A percentage, 0 to 100, two decimals, exact.
using percentage = measure<percent_unit>;

struct credit_hour_unit {
    static constexpr label noun{"giờ tín chỉ", "credit hours"};
    static constexpr std::int64_t least = 0, most = 100'000, parts = 10;
    static constexpr bool additive = true;
};
/// Credit hours of continuing education, one decimal, exact.
using credit_hours = measure<credit_hour_unit>;

struct latitude_unit {
    static constexpr label noun{"vĩ độ", "degrees of latitude"};
    static constexpr std::int64_t least = -90, most = 90, parts = 100'000;
    static constexpr bool additive = false;
};
/// Degrees north of the equator (WGS 84), five decimals: about one metre.
using latitude = measure<latitude_unit>;

struct longitude_unit {
    static constexpr label noun{"kinh độ", "degrees of longitude"};
    static constexpr std::int64_t least = -180, most = 180, parts = 100'000;
    static constexpr bool additive = false;
};
/// Degrees east of Greenwich (WGS 84), five decimals.
using longitude = measure<longitude_unit>;

struct month_unit {
    static constexpr label noun{"tháng", "months"};
    static constexpr std::int64_t least = 0, most = 1'200, parts = 1;
    static constexpr bool additive = true;
};
/// Calendar months, whole. How a month is added to a day is the caller's stated policy, never implied.
using calendar_months = measure<month_unit>;

struct item_unit {
    static constexpr label noun{"đơn vị", "items"};
    static constexpr std::int64_t least = 0, most = 10'000'000'000, parts = 1;
    static constexpr bool additive = true;
};
/// Things that are counted and have no measure of their own: outlets, devices, sessions.
using items = measure<item_unit>;

}  // namespace v0
}  // namespace lienvien
