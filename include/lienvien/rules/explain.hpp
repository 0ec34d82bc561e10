#pragma once

#include <lienvien/rules/explanation.hpp>
#include <lienvien/rules/proof.hpp>
#include <lienvien/rules/verdict.hpp>

#include <bit>
#include <cstddef>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

inline void collect_missing(proof const& node, std::vector<reading>& missing) {
    if (!is_unknown(node.value)) return;
    for (auto const& each : node.readings) {
        bool seen = each.is_known;
        for (auto const& earlier : missing) seen = seen || (earlier.fact == each.fact && earlier.what == each.what);
        if (!seen) missing.push_back(each);
    }
    if (node.node == proof::kind::exception && !is_unknown(node.parts[0].value)) {
        collect_missing(node.parts[is_yes(node.parts[0].value) ? 1 : 2], missing);  // the other branch is not asked
        return;
    }
    for (auto const& part : node.parts) collect_missing(part, missing);
}

/// What must be said beside an outcome: that no certain rule of law bears it out, that it rests on an agreement only, or that
/// it is contested.
template <class Headings>
[[nodiscard]] std::vector<text> cautions_for(verdict const& found, rules_of_day const& rules,
                                             Headings const& headings) {
    std::vector<text> said;
    if (found.ambiguous) said.push_back(cautions::contested());
    rule_set const permitting = found.outcome == outcome::permitted ? found.bears & rules.permissions : 0;
    rule_set const deciding =
        found.outcome == outcome::forbidden ? standing_objections(rules, found) : permitting & rules.enacted;
    if (deciding != 0 && (deciding & ~rules.uncertain) == 0) {
        auto const first = static_cast<std::size_t>(std::countr_zero(deciding));
        said.push_back(cautions::perhaps_not_in_force(headings[first].basis.text));
    }
    if (permitting != 0 && (permitting & rules.enacted) == 0) said.push_back(cautions::agreement_alone());
    return said;
}

}  // namespace detail

/// Explains one case by the same walk over the same rules that decides it, keeping everything that was read.
template <class... Rules>
[[nodiscard]] explanation explain_case(rulebook_declaration<Rules...> const& book, rules_of_day const& rules,
                                       transfer_case const& asked) {
    explanation found{asked.need().origin, asked.today().at(asked.to).id, asked.today().day(), {}, {}, {}, {}};
    rule_set bears = 0;
    rule_set open = 0;
    std::vector<std::size_t> numbers;  // of the rules that are explained
    auto const many = static_cast<std::size_t>(std::popcount(rules.in_force));
    numbers.reserve(many);
    found.rules.reserve(many);
    book.for_each_rule([&](std::size_t number, auto const& rule) {
        rule_set const bit = rule_set{1} << number;
        if (!(rules.in_force & bit)) return;
        proof_builder watch;
        numbers.push_back(number);
        truth const value = rule.bears(asked, watch);
        if (is_yes(value)) bears |= bit;
        if (is_unknown(value)) open |= bit;
        found.rules.push_back(
            {static_cast<rule_heading const&>(rule), value, (rules.uncertain & bit) != 0, std::move(watch).take()});
    });
    found.verdict = judge(rules, bears, open);
    if (found.verdict.outcome == outcome::facts_missing) {
        rule_set const hangs_on = undecided(rules, found.verdict);
        for (std::size_t at = 0; at < numbers.size(); ++at) {
            if (hangs_on >> numbers[at] & 1) detail::collect_missing(found.rules[at].why, found.missing);
        }
    }
    found.cautions = detail::cautions_for(found.verdict, rules, book.headings());
    return found;
}
}  // namespace v0
}  // namespace lienvien
