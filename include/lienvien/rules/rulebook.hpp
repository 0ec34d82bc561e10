#pragma once

#include <lienvien/rules/explanation.hpp>
#include <lienvien/rules/precedence.hpp>
#include <lienvien/rules/rule.hpp>

#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lienvien {
inline namespace v0 {

/// Rules that are read together. A constant value; the rules keep their types, so that every reader sees into them.
///
/// At most 64 rules. Which of them are in force is decided by the day of a question, each by its own instrument.
template <class... Rules>
struct rulebook_declaration {
    static_assert(sizeof...(Rules) <= 64, "LIENVIEN-E023: a rulebook holds at most 64 rules");
    static constexpr std::size_t size = sizeof...(Rules);

    std::string_view id;
    label name;
    otherwise otherwise_is;
    boost::hana::tuple<Rules...> rules;

    /// Calls `take(number, rule)` for every rule, in order.
    template <class Take>
    constexpr void for_each_rule(Take take) const {
        boost::hana::unpack(rules, [&](auto const&... each) {
            std::size_t number = 0;
            (take(number++, each), ...);
        });
    }
    /// What is known of each rule without its condition.
    [[nodiscard]] constexpr std::array<rule_heading, size> headings() const {
        return boost::hana::unpack(rules, [](auto const&... each) {
            return std::array<rule_heading, size>{static_cast<rule_heading const&>(each)...};
        });
    }
};

/// Declares a rulebook.
template <class... Rules>
[[nodiscard]] constexpr auto rulebook(std::string_view id, label name, otherwise rest, Rules... rules) {
    return rulebook_declaration<Rules...>{id, name, rest, boost::hana::tuple<Rules...>(rules...)};
}

/// What the rules of a book have to do with one day, worked out once: which are in force, which of them only perhaps, what
/// each does, and which prevail over which.
struct rules_of_day {
    rule_set in_force = 0;
    rule_set uncertain = 0;
    rule_set permissions = 0;
    rule_set objections = 0;  ///< forbids and demands
    rule_set instructions = 0;
    rule_set enacted = 0;     ///< those that stand in an instrument of law, not in an agreement or a definition
    rule_set defeasible = 0;  ///< objections over which some permission prevails
    std::array<rule_set, 64> defeated_by{};     ///< for each objection, the permissions that prevail over it
    std::array<rule_set, 64> unsettled_with{};  ///< for each objection, the permissions where neither prevails
    lienvien::otherwise otherwise_is{};

    /// Is there a rule to ask on this day?
    [[nodiscard]] constexpr bool any() const noexcept {
        return otherwise_is == otherwise::permitted ? in_force != 0 : (permissions & enacted & in_force) != 0;
    }
};

namespace detail {

/// What rules of these headings have to do with one day.
template <class Headings>
[[nodiscard]] constexpr rules_of_day rules_of(Headings const& headings, otherwise rest, sys_days today,
                                              uncertain_rules policy) {
    rules_of_day found;
    found.otherwise_is = rest;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        rule_set const bit = rule_set{1} << i;
        auto const& heading = headings[i];
        truth const stands = in_force_on(heading.basis.text, today);
        if (applies(stands, policy)) found.in_force |= bit;
        if (is_unknown(stands)) found.uncertain |= bit;
        if (heading.basis.text.kind != instrument_kind::agreement &&
            heading.basis.text.kind != instrument_kind::definition) {
            found.enacted |= bit;
        }
        if (heading.does == effect::permits) found.permissions |= bit;
        if (heading.does == effect::instructs) found.instructions |= bit;
        if (heading.does != effect::forbids && heading.does != effect::demands) continue;
        found.objections |= bit;
        for (std::size_t j = 0; j < headings.size(); ++j) {
            if (headings[j].does != effect::permits) continue;
            bool const permission_wins = prevails(headings[j], heading);
            if (permission_wins) {
                found.defeated_by[i] |= rule_set{1} << j;
                found.defeasible |= bit;
            }
            if (!permission_wins && !prevails(heading, headings[j])) found.unsettled_with[i] |= rule_set{1} << j;
        }
    }
    return found;
}

}  // namespace detail

template <class... Rules>
[[nodiscard]] constexpr rules_of_day rules_on(rulebook_declaration<Rules...> const& book, sys_days today,
                                              uncertain_rules policy = uncertain_rules::apply_and_say) {
    return detail::rules_of(book.headings(), book.otherwise_is, today, policy);
}
}  // namespace v0
}  // namespace lienvien
