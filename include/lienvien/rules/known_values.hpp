#pragma once

#include <lienvien/rules/finite.hpp>
#include <lienvien/rules/publish.hpp>
#include <lienvien/rules/verdict.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// The facts of one case as numbers, in the order of the terms of a finite book: of statements 1 or -1, of amounts the
/// amount; nothing where not known.
using known_values = std::vector<amount>;

/// Reads every fact that the rules name, whether or not it matters. Complexity: linear in the rules.
template <class... Rules>
[[nodiscard]] known_values values_of(rulebook_declaration<Rules...> const& book, finite_book const& terms,
                                     transfer_case const& asked) {
    known_values values(terms.terms.size());
    std::vector<char> read(values.size(), 0);
    book.for_each_rule([&](std::size_t, auto const& rule) {
        detail::for_each_term(rule.when, [&](auto term) {
            using fact = typename decltype(term)::fact;
            std::size_t at = 0;
            while (at < read.size() && (terms.terms[at].kind != &detail::kind_of_fact<fact> ||
                                        terms.terms[at].role != decltype(term)::role::noun))
                ++at;
            if (at == read.size() || read[at]) return;
            read[at] = 1;
            if constexpr (fact::is_statement) {
                truth const value = decltype(term)::read(asked);
                if (!is_unknown(value)) values[at] = static_cast<std::int64_t>(value);
            } else {
                values[at] = decltype(term)::read(asked);
            }
        });
    });
    return values;
}

/// Does a condition hold, as far as the values are known?
[[nodiscard]] inline truth holds(finite_book const& book, std::vector<finite_step> const& when,
                                 known_values const& values) {
    truth stack[64]{};
    std::size_t top = 0;
    for (auto const& step : when) {
        LIENVIEN_EXPECTS(top < 63, "a condition of a rule is at most 63 levels deep");
        switch (step.does) {
            case finite_step::op::statement: {
                auto const& value = values[step.number];
                stack[top++] = value ? known(*value > 0) : truth::unknown;
                break;
            }
            case finite_step::op::comparison: {
                auto const& each = book.comparisons[step.number];
                auto const& a = values[each.left];
                amount const b = each.right_is_term ? values[each.right] : amount(0);
                stack[top++] = a && b ? known(each.holds(*a, *b)) : truth::unknown;
                break;
            }
            case finite_step::op::all:
            case finite_step::op::any: {
                bool const all = step.does == finite_step::op::all;
                truth value = known(all);
                for (std::size_t part = 0; part < step.number; ++part) {
                    --top;
                    value = all ? value & stack[top] : value | stack[top];
                }
                stack[top++] = value;
                break;
            }
            case finite_step::op::negate:
                stack[top - 1] = !stack[top - 1];
                break;
            case finite_step::op::choose:
                stack[top - 3] = choose(stack[top - 3], stack[top - 2], stack[top - 1]);
                top -= 2;
                break;
            default:
                stack[top++] = known(step.does == finite_step::op::yes);
        }
    }
    return stack[0];
}

/// The verdict that follows from the values of the facts alone. Equal to deciding the case that they were read from.
[[nodiscard]] inline verdict decide_values(finite_book const& book, rules_of_day const& rules,
                                           known_values const& values) {
    rule_set bears = 0;
    rule_set open = 0;
    for (std::size_t r = 0; r < book.rules.size(); ++r) {
        if (!(rules.in_force >> r & 1)) continue;
        truth const value = holds(book, book.rules[r].when, values);
        truth const found = book.rules[r].heading.does == effect::demands ? !value : value;
        if (is_yes(found)) bears |= rule_set{1} << r;
        if (is_unknown(found)) open |= rule_set{1} << r;
    }
    return judge(rules, bears, open);
}

}  // namespace v0
}  // namespace lienvien
