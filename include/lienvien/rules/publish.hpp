#pragma once

#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/published_rules.hpp>
#include <lienvien/rules/rulebook.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// Whose fact a term is, in words.
template <class Term>
[[nodiscard]] text words_for_term() {
    using role = typename Term::role;
    if constexpr (Term::fact::is_statement) {
        return statement_in_role<role>(Term::fact::words);
    } else {
        return words_in_role<role>(Term::fact::words);
    }
}

/// Writes a condition down as plain values: a reader that asks no case.
class publisher {
public:
    template <class Term>
    [[nodiscard]] static published_condition shape(statement<Term> const&) {
        return {.node = proof::kind::statement, .readings = {{.fact = Term::fact::id, .what = words_for_term<Term>()}}};
    }
    template <class Left, relation_sign Sign, class Right, class Shown>
    [[nodiscard]] static published_condition shape(comparison<Left, Sign, Right, Shown> const& node) {
        return {.node = proof::kind::comparison,
                .sign = Sign,
                .readings = {side<Shown>(node.left), side<Shown>(node.right)}};
    }
    template <bool All, class... Parts>
    [[nodiscard]] static published_condition shape(several<All, Parts...> const& node) {
        published_condition made{.node = All ? proof::kind::all : proof::kind::any};
        boost::hana::unpack(node.parts, [&](auto const&... part) { (made.parts.push_back(shape(part)), ...); });
        return made;
    }
    template <class Part>
    [[nodiscard]] static published_condition shape(negation<Part> const& node) {
        return {.node = proof::kind::negation, .parts = {shape(node.part)}};
    }
    template <class Part>
    [[nodiscard]] static published_condition shape(provided_by<Part> const& node) {
        return {.node = proof::kind::provision, .words = node.words, .basis = node.basis, .parts = {shape(node.part)}};
    }
    template <class When, class Then, class Otherwise>
    [[nodiscard]] static published_condition shape(excepted<When, Then, Otherwise> const& node) {
        return {.node = proof::kind::exception, .parts = {shape(node.when), shape(node.then), shape(node.otherwise)}};
    }
    template <truth Value>
    [[nodiscard]] static published_condition shape(constant<Value> const&) {
        static_assert(Value != truth::unknown, "a rule that is always open says nothing");
        return {.node = Value == truth::no ? proof::kind::any : proof::kind::all};
    }

private:
    template <class Shown, class Term, int Steps>
    [[nodiscard]] static published_reading side(stepped<Term, Steps> const&) {
        return {.fact = Term::fact::id, .what = words_for_term<Term>(), .steps = Steps};
    }
    template <class Shown, class Value>
    [[nodiscard]] static published_reading side(fixed<Value> const& given) {
        return {.stated = given.number(), .shown = Shown::fact::show(given.number())};
    }
};

/// Calls `visit(Term{})` for every named fact of a condition, in the order in which it stands there.
template <class Term, class Visit>
void for_each_term(statement<Term> const&, Visit const& visit) {
    visit(Term{});
}
template <class Term, int Steps, class Visit>
void for_each_term_of_side(stepped<Term, Steps> const&, Visit const& visit) {
    visit(Term{});
}
template <class Value, class Visit>
void for_each_term_of_side(fixed<Value> const&, Visit const&) {}
template <class Left, relation_sign Sign, class Right, class Shown, class Visit>
void for_each_term(comparison<Left, Sign, Right, Shown> const& node, Visit const& visit) {
    for_each_term_of_side(node.left, visit);
    for_each_term_of_side(node.right, visit);
}
template <truth Value, class Visit>
void for_each_term(constant<Value> const&, Visit const&) {}
template <bool All, class... Parts, class Visit>
void for_each_term(several<All, Parts...> const& node, Visit const& visit);
template <class Part, class Visit>
void for_each_term(negation<Part> const& node, Visit const& visit);
template <class Part, class Visit>
void for_each_term(provided_by<Part> const& node, Visit const& visit);
template <class When, class Then, class Otherwise, class Visit>
void for_each_term(excepted<When, Then, Otherwise> const& node, Visit const& visit) {
    for_each_term(node.when, visit);
    for_each_term(node.then, visit);
    for_each_term(node.otherwise, visit);
}
template <bool All, class... Parts, class Visit>
void for_each_term(several<All, Parts...> const& node, Visit const& visit) {
    boost::hana::unpack(node.parts, [&](auto const&... part) { (for_each_term(part, visit), ...); });
}
template <class Part, class Visit>
void for_each_term(negation<Part> const& node, Visit const& visit) {
    for_each_term(node.part, visit);
}
template <class Part, class Visit>
void for_each_term(provided_by<Part> const& node, Visit const& visit) {
    for_each_term(node.part, visit);
}

/// One fact of a case, as the sheet holds it.
template <class Term>
[[nodiscard]] reading read_for_sheet(transfer_case const& asked, text what) {
    using fact = typename Term::fact;
    reading made{.fact = fact::id, .what = std::move(what), .shown = {}, .grounds = Term::cite(asked)};
    if constexpr (fact::is_statement) {
        truth const value = Term::read(asked);
        made.is_known = !is_unknown(value);
        made.value = static_cast<std::int64_t>(value);
        made.shown = to_text(label_of(value));
        if constexpr (requires { fact::contrary; })
            made.contrary = statement_in_role<typename Term::role>(fact::contrary);
    } else {
        amount const value = Term::read(asked);
        made.is_known = value.has_value();
        made.value = value.value_or(0);
        made.shown = value ? fact::show(*value) : to_text(label_of(truth::unknown));
    }
    return made;
}

}  // namespace detail

/// The rules of a book as plain values.
///
/// Complexity: linear in the size of the rules.
template <class... Rules>
[[nodiscard]] published_rules publish(rulebook_declaration<Rules...> const& book) {
    published_rules made{.otherwise_is = book.otherwise_is};
    book.for_each_rule([&](std::size_t, auto const& rule) {
        made.rules.push_back({static_cast<rule_heading const&>(rule), detail::publisher::shape(rule.when)});
    });
    return made;
}

/// The facts of one case that the rules of a book may ask for, each read once, whatever the rules make of them.
///
/// Complexity: linear in the facts that the rules name, times the cost of citing each.
template <class... Rules>
[[nodiscard]] fact_sheet facts_for(rulebook_declaration<Rules...> const& book, transfer_case const& asked,
                                   uncertain_rules policy = uncertain_rules::apply_and_say) {
    fact_sheet sheet{asked.need().origin, asked.today().at(asked.to).id, asked.today().day(), policy, {}};
    book.for_each_rule([&](std::size_t, auto const& rule) {
        detail::for_each_term(rule.when, [&](auto term) {
            using term_type = decltype(term);
            text what = detail::words_for_term<term_type>();
            for (auto const& earlier : sheet.facts) {
                if (earlier.fact == term_type::fact::id && earlier.what == what) return;
            }
            sheet.facts.push_back(detail::read_for_sheet<term_type>(asked, std::move(what)));
        });
    });
    return sheet;
}

}  // namespace v0
}  // namespace lienvien
