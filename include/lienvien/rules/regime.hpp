#pragma once

#include <lienvien/base/id.hpp>
#include <lienvien/model/indicator.hpp>
#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/fact.hpp>
#include <lienvien/rules/facts.hpp>
#include <lienvien/rules/ground.hpp>
#include <lienvien/rules/rule.hpp>
#include <lienvien/rules/rulebook.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lienvien {
inline namespace v0 {

namespace facts {

/// Does the declared time of crisis of this name hold? No where the network does not have it; not known where it is not
/// written that it is a crisis.
template <detail::literal Regime>
struct in_regime : yes_or_no {
    static constexpr std::string_view id = "in-regime";
    static constexpr label words{"tình trạng khủng hoảng nêu trong văn bản đang được công bố",
                                 "the crisis that the act speaks of has been declared"};
    static constexpr label contrary{"tình trạng khủng hoảng nêu trong văn bản không được công bố",
                                    "the crisis that the act speaks of is not declared"};
    [[nodiscard]] static truth read(transfer_case const& asked) {
        truth found = truth::no;
        for (auto const& each : asked.today().written().regimes) {
            if (each.id.view() != Regime.view() || each.kind == regime_kind::peacetime) continue;
            truth const is_crisis = each.kind == regime_kind::crisis ? truth::yes : truth::unknown;
            found |= is_crisis & asked.today().when().sees(each);
        }
        return found;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        for (auto const& each : asked.today().written().regimes) {
            if (each.id.view() != Regime.view() || !was_known(each.source, asked.today().when().known_on)) continue;
            found.push_back({lienvien::detail::subject_of(each.id),
                             lienvien::detail::with_dates(to_text(label_of(each.kind)), each.valid), each.source});
        }
    }
};

/// Is an act in force on the day?
template <auto const& Act>
struct act_in_force : yes_or_no {
    static constexpr std::string_view id = "act-in-force";
    static constexpr label words{"văn bản đang có hiệu lực", "the act is in force"};
    static constexpr label contrary{"văn bản không có hiệu lực trong ngày", "the act is not in force on the day"};
    [[nodiscard]] static truth read(transfer_case const& asked) { return in_force_on(Act, asked.today().day()); }
    static void cite(transfer_case const&, grounds& found) {
        validity const when(Act.in_force);
        std::string const number(Act.number);
        found.push_back({"instrument " + number,
                         lienvien::detail::with_dates(
                             {std::string(Act.name.vi) + " " + number, std::string(Act.name.en) + " " + number}, when),
                         {.kind = source_kind::law, .document = number, .verified = Act.verified}});
    }
};

}  // namespace facts

/// An act that may replace named rules while a crisis is declared and the act is in force: where it stands, and in words
/// of both languages when it bears.
template <condition When>
struct crisis_measure {
    citation basis;
    label says;
    When when;
};

/// What stands in the place of a rule during a crisis. Made by `replaces`.
template <auto const& Rule, class Instead>
struct crisis_replacement {
    Instead instead;
};

namespace terms {

/// The declared time of crisis of this name holds: in_regime<"outbreak-2030">.
template <detail::literal Regime>
inline constexpr statement<term<facts::in_regime<Regime>, need_role>> in_regime{};
/// The act, a constant at namespace scope, is in force on the day.
template <auto const& Act>
inline constexpr statement<term<facts::act_in_force<Act>, need_role>> act_in_force{};

/// A measure of an act for a named time of crisis. It bears on days on which the act is in force and the network declares
/// that crisis; on all others every rule is as it was.
/// \param says   what the act provides for, in both languages
/// \param basis  a place in that act
template <detail::literal Regime, auto const& Act>
[[nodiscard]] constexpr auto measure_of(label says, citation basis) {
    auto const when = all_of(act_in_force<Act>, in_regime<Regime>);
    return crisis_measure<std::remove_cvref_t<decltype(when)>>{basis, says, when};
}

/// During the crisis this stands in the place of `Rule`, a rule of the book named where it was declared.
template <auto const& Rule, effect Effect, condition Then>
[[nodiscard]] constexpr auto replaces(conditional_effect<Effect, Then> instead) {
    static_assert(Effect == Rule.does,
                  "LIENVIEN-E030: a crisis replaces a rule by one of the same effect: permits by permits");
    return crisis_replacement<Rule, conditional_effect<Effect, Then>>{instead};
}

}  // namespace terms

namespace detail {

template <class Replacement>
struct replaced_rule;
template <auto const& Rule, class Instead>
struct replaced_rule<crisis_replacement<Rule, Instead>> {
    static constexpr rule_id id = Rule.id;
};

template <auto const& Book>
[[nodiscard]] constexpr std::size_t place_of_rule(rule_id const& id) {
    auto const headings = Book.headings();
    std::size_t at = 0;
    while (at < headings.size() && headings[at].id != id) ++at;
    return at;
}

[[nodiscard]] constexpr bool all_different(std::initializer_list<rule_id> names) {
    for (auto const* a = names.begin(); a != names.end(); ++a) {
        for (auto const* b = a + 1; b != names.end(); ++b) {
            if (*a == *b) return false;
        }
    }
    return true;
}

/// Which replacement names the rule at a place of the book; their number where none does.
template <auto const& Book, std::size_t At, class... Replacements>
[[nodiscard]] constexpr std::size_t replacement_of() {
    std::array<std::size_t, sizeof...(Replacements) + 1> const places{
        place_of_rule<Book>(replaced_rule<Replacements>::id)..., 0};
    std::size_t found = 0;
    while (found < sizeof...(Replacements) && places[found] != At) ++found;
    return found;
}

template <effect Effect, condition Old, condition When, condition New>
[[nodiscard]] constexpr auto replaced(rule_declaration<Effect, Old> const& rule, crisis_measure<When> const& by,
                                      conditional_effect<Effect, New> const& instead) {
    auto const applies = terms::provided(by.basis, by.says, by.when);
    using condition_type = excepted<std::remove_cvref_t<decltype(applies)>, New, Old>;
    return rule_declaration<Effect, condition_type>{static_cast<rule_heading const&>(rule),
                                                    {applies, instead.when, rule.when}};
}

template <auto const& Book, std::size_t At, class Measure, class... Replacements>
[[nodiscard]] constexpr auto rule_in_crisis(Measure const& by,
                                            boost::hana::tuple<Replacements...> const& replacements) {
    constexpr std::size_t which = replacement_of<Book, At, Replacements...>();
    if constexpr (which == sizeof...(Replacements)) {
        return boost::hana::at_c<At>(Book.rules);
    } else {
        return replaced(boost::hana::at_c<At>(Book.rules), by, boost::hana::at_c<which>(replacements).instead);
    }
}

}  // namespace detail

/// The rulebook with a crisis written into it: in the named rules a measure stands as an exception, and nothing else
/// changes: the same rules, names, order and precedence.
///
/// The variant is one book for all days. Whether the crisis holds is read from the snapshot, as any fact: on a day of peace
/// every rule gives the answer that it gave; in the crisis the proof of a replaced rule names the act; where it is not
/// known whether the crisis holds, an answer hangs on that fact only if it makes a difference. Measures of several acts
/// are put on one after the other.
/// \param by            the measure, made by `terms::measure_of`
/// \param replacements  made by `terms::replaces`; each names a rule of the book, no rule twice
/// Complexity:          no cost for rules that are not named
template <auto const& Book, class Measure, class... Replacements>
[[nodiscard]] constexpr auto crisis_variant(std::string_view id, label name, Measure by, Replacements... replacements) {
    constexpr std::size_t size = std::remove_cvref_t<decltype(Book)>::size;
    static_assert(detail::all_different({detail::replaced_rule<Replacements>::id...}),
                  "LIENVIEN-E029: a crisis replaces a rule once");
    static_assert(((detail::place_of_rule<Book>(detail::replaced_rule<Replacements>::id) < size) && ...),
                  "LIENVIEN-E029: a crisis replaces rules that the book has");
    boost::hana::tuple<Replacements...> const all(replacements...);
    return [&]<std::size_t... At>(std::index_sequence<At...>) {
        return rulebook(id, name, Book.otherwise_is, detail::rule_in_crisis<Book, At>(by, all)...);
    }
    (std::make_index_sequence<size>{});
}

}  // namespace v0
}  // namespace lienvien
