#pragma once

#include <lienvien/base/source.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/validity.hpp>

namespace lienvien {
inline namespace v0 {

/// On which day is asked, and with the knowledge of which day.
struct moment {
    sys_days today;
    sys_days known_on;

    /// Was it known by then? Where all that is written counts, no source has to be read.
    [[nodiscard]] bool knows(source const& origin) const noexcept {
        return known_on == (sys_days::max)() || was_known(origin, known_on);
    }
    /// Does a fact hold then? One that was not yet known does not.
    template <class Fact>
    [[nodiscard]] truth sees(Fact const& fact) const {
        return knows(fact.source) ? holds_on(fact.valid, today) : truth::no;
    }
};

/// What the facts on one matter say together about one day.
template <class Value>
struct settled {
    Value value{};               ///< the zero of its type where the facts do not settle the matter
    bool any_written = false;    ///< does any fact that was known say something, for any day?
    bool possible = false;       ///< may one of them hold on the day?
    bool contradictory = false;  ///< do facts that hold, or may hold, on the day disagree?
};

/// Settles the facts numbered by `which`: known only when one surely holds and none that may hold says otherwise.
/// `value_of(fact)` is what a fact says; one that says nothing (the zero of the type) contradicts nobody. Complexity: linear in the number of facts.
template <class Value, class Facts, class Numbers, class ValueOf>
[[nodiscard]] settled<Value> settle(Facts const& facts, Numbers const& which, moment when, ValueOf value_of) {
    settled<Value> result;
    bool sure = false;
    for (auto const number : which) {
        auto const& fact = facts[number];
        if (!when.knows(fact.source)) continue;
        Value const value = value_of(fact);
        if (value == Value{}) continue;
        result.any_written = true;
        truth const holds = holds_on(fact.valid, when.today);
        if (is_no(holds)) continue;
        if (result.possible && value != result.value) result.contradictory = true;
        if (!result.possible) result.value = value;
        result.possible = true;
        sure = sure || is_yes(holds);
    }
    if (result.contradictory || !sure) result.value = Value{};
    return result;
}
}  // namespace v0
}  // namespace lienvien
