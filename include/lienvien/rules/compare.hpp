#pragma once

#include <lienvien/rules/audit.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How rules changed: do the later ones permit less, more, the same, or some cases less and others more?
enum class strictness : std::uint8_t { equal, stricter, looser, incomparable };
template <>
struct vocabulary<strictness> {
    using enum strictness;
    static constexpr std::array words{
        word<strictness>{equal, "equal", {"như nhau", "the same"}},
        word<strictness>{stricter, "stricter", {"chặt hơn", "stricter"}},
        word<strictness>{looser, "looser", {"rộng hơn", "looser"}},
        word<strictness>{incomparable, "incomparable", {"có chỗ chặt hơn, có chỗ rộng hơn", "stricter and looser"}}};
};

/// What came of a comparison of two versions of rules, with a counterexample each way.
struct rule_change {
    strictness is = strictness::equal;
    std::uint64_t classes = 0;                           ///< classes of cases that were compared
    std::uint64_t fewer = 0;                             ///< of them permitted before and no longer
    std::uint64_t more = 0;                              ///< of them permitted now and not before
    std::optional<std::uint64_t> no_longer_permitted{};  ///< the first of the former
    std::optional<std::uint64_t> newly_permitted{};      ///< the first of the latter
    finite_book both{};                                  ///< the rules of both: what the numbers of cases refer to
    rule_set deciding = 0;                               ///< those of `both` that decide on the two days
};

namespace detail {

/// Both books over one list of facts and comparisons.
struct joined_books {
    finite_book both;
    finite_book before;
    finite_book after;

    constexpr joined_books(finite_book const& a, finite_book const& b) {
        std::vector<finite_rule> old_rules;
        std::vector<finite_rule> new_rules;
        take(a, old_rules);
        take(b, new_rules);
        before = both;
        after = both;
        before.otherwise_is = a.otherwise_is;
        after.otherwise_is = b.otherwise_is;
        before.rules = old_rules;
        after.rules = new_rules;
        both.rules = std::move(old_rules);
        for (auto& each : new_rules) both.rules.push_back(std::move(each));
    }

private:
    constexpr void take(finite_book const& from, std::vector<finite_rule>& rules) {
        std::vector<std::size_t> term(from.terms.size(), 0);
        for (std::size_t i = 0; i < term.size(); ++i) term[i] = both.number_of_term(from.terms[i]);
        std::vector<std::size_t> compared(from.comparisons.size(), 0);
        for (std::size_t i = 0; i < compared.size(); ++i) {
            finite_comparison each = from.comparisons[i];
            each.left = term[each.left];
            if (each.right_is_term) each.right = term[each.right];
            compared[i] = both.number_of_comparison(each);
        }
        for (auto each : from.rules) {
            for (auto& step : each.when) {
                if (step.does == finite_step::op::statement) step.number = term[step.number];
                if (step.does == finite_step::op::comparison) step.number = compared[step.number];
            }
            rules.push_back(std::move(each));
        }
    }
};

}  // namespace detail

/// Did a change of the rules make them stricter or looser? Compares, over every class of cases that either version can
/// tell apart, what the first version permits on one day with what the second permits on another.
///
/// Works at compile time. Rules that may no longer be in force are read as `policy` says, in both versions alike. On a day
/// that has no rules nothing is permitted. Precondition: the two books have at most 64 rules together.
/// Complexity: classes x rules / 64.
[[nodiscard]] constexpr rule_change compare(finite_book const& before, sys_days then, finite_book const& after,
                                            sys_days now, uncertain_rules policy = uncertain_rules::apply_and_say) {
    LIENVIEN_EXPECTS(before.rules.size() + after.rules.size() <= 64, "two books compared have at most 64 rules");
    detail::joined_books joined(before, after);
    finite_judge const first(joined.before, then, policy);
    finite_judge const second(joined.after, now, policy);
    rule_change found;
    std::size_t const shift = before.rules.size();
    found.deciding = first.deciding() | (shift < 64 ? second.deciding() << shift : 0);
    case_classes const classes(joined.both, found.deciding);
    found.classes = classes.size();
    for (std::size_t word = 0; word < classes.words(); ++word) {
        std::uint64_t const was = first.permitted(first.bears(classes, word)) & classes.bits();
        std::uint64_t const is = second.permitted(second.bears(classes, word)) & classes.bits();
        auto const note = [&](std::uint64_t cases, std::uint64_t& count, std::optional<std::uint64_t>& witness) {
            if (cases == 0) return;
            count += static_cast<std::uint64_t>(std::popcount(cases));
            if (!witness) witness = word * std::uint64_t{64} + static_cast<std::uint64_t>(std::countr_zero(cases));
        };
        note(was & ~is, found.fewer, found.no_longer_permitted);
        note(is & ~was, found.more, found.newly_permitted);
    }
    found.is = found.fewer == 0 ? (found.more == 0 ? strictness::equal : strictness::looser)
                                : (found.more == 0 ? strictness::stricter : strictness::incomparable);
    found.both = std::move(joined.both);
    return found;
}
/// Did one book become stricter or looser between two days?
template <class... Rules>
[[nodiscard]] constexpr rule_change compare(rulebook_declaration<Rules...> const& book, sys_days then, sys_days now,
                                            uncertain_rules policy = uncertain_rules::apply_and_say) {
    finite_book const read = finite(book);
    return compare(read, then, read, now, policy);
}

/// A case of a comparison in words, such as `change.no_longer_permitted`.
[[nodiscard]] inline text describe(rule_change const& found, std::uint64_t which) {
    return describe(case_classes(found.both, found.deciding), which, found.both);
}

}  // namespace v0
}  // namespace lienvien
