#pragma once

#include <lienvien/rules/finite.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// All cases that a book can tell apart, numbered: 64 of them to a word.
///
/// Every combination of the statements, and of the ways in which the amounts can lie to each other: of two tiers only
/// whether one is below the other, equal, one step above, or more matters, if no rule asks for more. Facts are taken to be
/// independent of each other, so a class may be one that no patient ever is in.
class case_classes {
public:
    /// Over the facts that the rules marked in `of` name.
    constexpr case_classes(finite_book const& book, rule_set of) : book_(&book) {
        std::vector<char> used(book.terms.size(), 0);
        std::vector<char> compared(book.comparisons.size(), 0);
        for (std::size_t r = 0; r < book.rules.size(); ++r) {
            if (!(of >> r & 1)) continue;
            for (auto const& step : book.rules[r].when) {
                if (step.does == finite_step::op::statement) used[step.number] = 1;
                if (step.does == finite_step::op::comparison) compared[step.number] = 1;
            }
        }
        place_.assign(book.terms.size(), 0);
        for (std::size_t t = 0; t < book.terms.size(); ++t) {
            if (!used[t]) continue;
            place_[t] = statements_.size();
            statements_.push_back(t);
        }
        gather_amounts(compared);
        std::size_t const above = statements_.size() > 6 ? statements_.size() - 6 : 0;
        words_ = std::size_t{1} << above;
        for (auto& each : groups_) {
            each.stride = words_;
            words_ *= each.classes.size();
        }
    }

    [[nodiscard]] constexpr std::size_t words() const noexcept { return words_; }
    /// How many classes there are.
    [[nodiscard]] constexpr std::uint64_t size() const noexcept {
        return statements_.size() >= 6 ? words_ * std::uint64_t{64} : std::uint64_t{words_} << statements_.size();
    }

    /// The bits of a word that stand for a class: fewer than 64 where fewer than six statements matter.
    [[nodiscard]] constexpr std::uint64_t bits() const noexcept {
        return statements_.size() >= 6 ? ~std::uint64_t{0} : (std::uint64_t{1} << (1u << statements_.size())) - 1;
    }

    /// For which of the 64 classes of a word the condition holds.
    ///
    /// `exceptions` is called with the number of each exception's step and the classes in which it applies.
    template <class Exceptions>
    [[nodiscard]] constexpr std::uint64_t holds(std::vector<finite_step> const& when, std::size_t word,
                                                Exceptions exceptions) const {
        constexpr std::size_t deepest = 64;
        std::uint64_t stack[deepest]{};
        std::size_t top = 0;
        for (std::size_t at = 0; at < when.size(); ++at) {
            auto const& step = when[at];
            switch (step.does) {
                case finite_step::op::statement:
                    stack[top++] = of_statement(place_[step.number], word);
                    break;
                case finite_step::op::comparison:
                    stack[top++] = of_comparison(step.number, word);
                    break;
                case finite_step::op::all:
                case finite_step::op::any: {
                    bool const all = step.does == finite_step::op::all;
                    std::uint64_t value = all ? ~std::uint64_t{0} : 0;
                    for (std::size_t part = 0; part < step.number; ++part) {
                        --top;
                        value = all ? value & stack[top] : value | stack[top];
                    }
                    stack[top++] = value;
                    break;
                }
                case finite_step::op::negate:
                    stack[top - 1] = ~stack[top - 1];
                    break;
                case finite_step::op::choose:
                    exceptions(at, stack[top - 3]);
                    stack[top - 3] = (stack[top - 3] & stack[top - 2]) | (~stack[top - 3] & stack[top - 1]);
                    top -= 2;
                    break;
                default:
                    stack[top++] = step.does == finite_step::op::yes ? ~std::uint64_t{0} : 0;
            }
            LIENVIEN_EXPECTS(top <= deepest - 1, "a condition of a rule is at most 63 levels deep");
        }
        return stack[0];
    }
    [[nodiscard]] constexpr std::uint64_t holds(std::vector<finite_step> const& when, std::size_t word) const {
        return holds(when, word, [](std::size_t, std::uint64_t) {});
    }

    /// The value of a fact in a class, 0 or 1 of statements; of a fact that the rules do not name, nothing.
    [[nodiscard]] constexpr std::optional<std::int64_t> value(std::uint64_t which, std::size_t term) const {
        std::size_t const word = static_cast<std::size_t>(which / 64);
        for (std::size_t at = 0; at < statements_.size(); ++at) {
            if (statements_[at] == term) return (of_statement(at, word) >> (which % 64)) & 1;
        }
        for (auto const& each : groups_) {
            auto const& chosen = each.classes[word / each.stride % each.classes.size()];
            for (std::size_t at = 0; at < each.terms.size(); ++at) {
                if (each.terms[at] == term) return chosen.values[at];
            }
        }
        return std::nullopt;
    }

private:
    struct amount_class {
        std::vector<std::int64_t> values{};  // one of the many combinations that no rule can tell from it
        std::vector<char> holds{};           // for each comparison of the group
    };
    struct group {  // amounts that are compared with each other
        std::vector<std::size_t> terms{};
        std::vector<std::size_t> comparisons{};
        std::vector<amount_class> classes{};
        std::size_t stride = 1;
    };

    [[nodiscard]] constexpr std::uint64_t of_statement(std::size_t at, std::size_t word) const noexcept {
        constexpr std::uint64_t patterns[] = {0xAAAAAAAAAAAAAAAAu, 0xCCCCCCCCCCCCCCCCu, 0xF0F0F0F0F0F0F0F0u,
                                              0xFF00FF00FF00FF00u, 0xFFFF0000FFFF0000u, 0xFFFFFFFF00000000u};
        if (at < 6) return patterns[at];
        return (word >> (at - 6) & 1) ? ~std::uint64_t{0} : 0;
    }
    [[nodiscard]] constexpr std::uint64_t of_comparison(std::size_t number, std::size_t word) const {
        auto const& in = groups_[group_of_[number]];
        auto const& chosen = in.classes[word / in.stride % in.classes.size()];
        return chosen.holds[place_in_group_[number]] ? ~std::uint64_t{0} : 0;
    }

    constexpr void gather_amounts(std::vector<char> const& compared) {
        auto const& comparisons = book_->comparisons;
        group_of_.assign(comparisons.size(), 0);
        place_in_group_.assign(comparisons.size(), 0);
        std::vector<std::size_t> joined(book_->terms.size(), 0);
        for (std::size_t t = 0; t < joined.size(); ++t) joined[t] = t;
        for (std::size_t c = 0; c < comparisons.size(); ++c) {
            if (!compared[c] || !comparisons[c].right_is_term) continue;
            auto const from = joined[comparisons[c].right];
            auto const to = joined[comparisons[c].left];
            for (auto& each : joined) each = each == from ? to : each;
        }
        for (std::size_t c = 0; c < comparisons.size(); ++c) {
            if (!compared[c]) continue;
            auto const root = joined[comparisons[c].left];
            std::size_t at = 0;
            while (at < groups_.size() && joined[groups_[at].terms[0]] != root) ++at;
            if (at == groups_.size()) groups_.push_back({});
            add(groups_[at].terms, comparisons[c].left);
            if (comparisons[c].right_is_term) add(groups_[at].terms, comparisons[c].right);
            group_of_[c] = at;
            place_in_group_[c] = groups_[at].comparisons.size();
            groups_[at].comparisons.push_back(c);
        }
        for (auto& each : groups_) enumerate(each);
    }
    static constexpr void add(std::vector<std::size_t>& all, std::size_t one) {
        for (auto const each : all) {
            if (each == one) return;
        }
        all.push_back(one);
    }
    [[nodiscard]] constexpr std::vector<std::int64_t> values_of(std::size_t term, group const& in) const {
        if (!book_->terms[term].values.empty()) return book_->terms[term].values;
        std::vector<std::int64_t> found;
        auto const around = [&](std::int64_t stated) {
            for (std::int64_t value = stated - 2; value <= stated + 2; ++value) {
                bool known_already = value < 0;
                for (auto const each : found) known_already = known_already || each == value;
                if (!known_already) found.push_back(value);
            }
        };
        for (auto const c : in.comparisons) {
            if (!book_->comparisons[c].right_is_term) around(book_->comparisons[c].amount);
        }
        if (found.empty()) around(2);
        return found;
    }
    constexpr void enumerate(group& in) {
        std::vector<std::vector<std::int64_t>> values;
        for (auto const term : in.terms) values.push_back(values_of(term, in));
        std::vector<std::size_t> at(in.terms.size(), 0);
        for (bool more = true; more;) {
            amount_class made;
            for (std::size_t t = 0; t < at.size(); ++t) made.values.push_back(values[t][at[t]]);
            for (auto const c : in.comparisons) made.holds.push_back(compare(book_->comparisons[c], in, made.values));
            bool seen = false;
            for (auto const& each : in.classes) seen = seen || each.holds == made.holds;
            if (!seen) in.classes.push_back(std::move(made));
            std::size_t digit = 0;
            while (digit < at.size() && ++at[digit] == values[digit].size()) at[digit++] = 0;
            more = digit < at.size();
        }
    }
    [[nodiscard]] static constexpr char compare(finite_comparison const& each, group const& in,
                                                std::vector<std::int64_t> const& values) {
        std::int64_t a = 0;
        std::int64_t b = 0;
        for (std::size_t t = 0; t < in.terms.size(); ++t) {
            if (in.terms[t] == each.left) a = values[t];
            if (each.right_is_term && in.terms[t] == each.right) b = values[t];
        }
        return each.holds(a, b) ? 1 : 0;
    }

    finite_book const* book_;
    std::vector<std::size_t> statements_;  // numbers of terms
    std::vector<std::size_t> place_;       // of a term among them
    std::vector<group> groups_;
    std::vector<std::size_t> group_of_;
    std::vector<std::size_t> place_in_group_;
    std::size_t words_ = 1;
};

/// One class of cases in words: "the tier of the receiving institution: tier 2 (provincial); the patient is in an
/// emergency: no".
[[nodiscard]] inline text describe(case_classes const& classes, std::uint64_t which, finite_book const& book) {
    text words;
    for (std::size_t t = 0; t < book.terms.size(); ++t) {
        auto const value = classes.value(which, t);
        if (!value) continue;
        auto const& term = book.terms[t];
        text const shown = term.is_statement ? to_text(label_of(known(*value != 0))) : term.show(*value);
        std::string const between = words.empty() ? "" : "; ";
        words.vi += between + std::string(term.words.vi) + " [" + std::string(term.role.vi) + "]: " + shown.vi;
        words.en += between + std::string(term.words.en) + " [" + std::string(term.role.en) + "]: " + shown.en;
    }
    return words;
}

}  // namespace v0
}  // namespace lienvien
