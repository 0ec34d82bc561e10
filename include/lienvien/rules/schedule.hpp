#pragma once

#include <lienvien/rules/condition.hpp>

#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <optional>

namespace lienvien {
inline namespace v0 {

/// A line of a schedule: on which condition which value holds.
template <condition When, class Value>
struct schedule_line {
    When when;
    Value value;
};

/// Values by conditions, read from the top: the first line whose condition holds gives the value.
template <class Value, condition... When>
struct schedule_declaration {
    boost::hana::tuple<schedule_line<When, Value>...> lines;
    Value otherwise;

    /// The value for a case; nothing where facts are missing that decide which line is the first.
    ///
    /// `holds(condition)` says how a condition stands, such as `candidate::holds`.
    template <class Holds>
    [[nodiscard]] constexpr std::optional<Value> value(Holds holds) const {
        std::optional<Value> found = otherwise;
        bool open = false;
        boost::hana::unpack(lines, [&](auto const&... line) {
            auto const is_first = [&](auto const& each) {
                truth const stands = holds(each.when);
                if (is_unknown(stands)) open = true;
                if (is_yes(stands)) found = each.value;
                return is_no(stands);
            };
            static_cast<void>((is_first(line) && ...));
        });
        return open ? std::nullopt : found;
    }
};

namespace terms {

/// A line: in_case(condition, value).
template <condition When, class Value>
[[nodiscard]] constexpr auto in_case(When when, Value value) {
    return schedule_line<When, Value>{when, value};
}
/// A schedule: first_of(value that holds otherwise, lines...).
template <class Value, condition... When>
[[nodiscard]] constexpr auto first_of(Value otherwise, schedule_line<When, Value>... lines) {
    return schedule_declaration<Value, When...>{boost::hana::tuple<schedule_line<When, Value>...>(lines...), otherwise};
}

}  // namespace terms
}  // namespace v0
}  // namespace lienvien
