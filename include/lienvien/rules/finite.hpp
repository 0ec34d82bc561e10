#pragma once

#include <lienvien/base/vocabulary.hpp>
#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/rulebook.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A fact in a role, with the values that matter to the rules.
struct finite_term {
    std::string_view fact{};
    label words{};
    label role{};
    bool is_statement = true;
    text (*show)(std::int64_t) = nullptr;  ///< of amounts
    std::vector<std::int64_t>
        values{};                ///< of amounts; of an amount without a vocabulary those around what rules state
    char const* kind = nullptr;  ///< tells facts apart that have one name

    [[nodiscard]] constexpr bool is(finite_term const& other) const noexcept {
        return kind == other.kind && role == other.role;
    }
};

/// A comparison of two amounts, the second a term or stated.
struct finite_comparison {
    std::size_t left = 0;
    std::int64_t left_steps = 0;
    relation_sign sign{};
    bool right_is_term = false;
    std::size_t right = 0;
    std::int64_t amount = 0;  ///< stated, or the steps of the right term

    [[nodiscard]] constexpr bool holds(std::int64_t a, std::int64_t b) const noexcept {
        a += left_steps;
        b = right_is_term ? b + amount : amount;
        switch (sign) {
            case relation_sign::equal:
                return a == b;
            case relation_sign::unequal:
                return a != b;
            case relation_sign::less:
                return a < b;
            case relation_sign::at_most:
                return a <= b;
            case relation_sign::greater:
                return a > b;
            default:
                return a >= b;
        }
    }
    friend constexpr bool operator==(finite_comparison const&, finite_comparison const&) = default;
};

/// A step of a condition in reverse Polish order.
struct finite_step {
    enum class op : std::uint8_t { statement, comparison, all, any, negate, choose, yes, no };

    finite_step::op does{};
    std::size_t number = 0;  ///< of the term, of the comparison, or how many parts

    friend constexpr bool operator==(finite_step const&, finite_step const&) = default;
};

struct finite_rule {
    rule_heading heading;
    std::vector<finite_step> when{};
};

/// A rulebook over facts that all are known and have few values: plain data, at compile time too.
///
/// Statements are yes or no. An amount that has a vocabulary (tier, level, ownership) has its words but "not known"; any
/// other amount (minutes, beds) has, for each number that a rule states, the two below it, itself, and the two above: no
/// rule can tell other values apart.
struct finite_book {
    lienvien::otherwise otherwise_is{};
    std::vector<finite_term> terms{};
    std::vector<finite_comparison> comparisons{};
    std::vector<finite_rule> rules{};

    [[nodiscard]] constexpr std::vector<rule_heading> headings() const {
        std::vector<rule_heading> all;
        for (auto const& each : rules) all.push_back(each.heading);
        return all;
    }
    /// The number of the term; it is added where the book does not have it.
    constexpr std::size_t number_of_term(finite_term wanted) {
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (terms[i].is(wanted)) return i;
        }
        terms.push_back(std::move(wanted));
        return terms.size() - 1;
    }
    constexpr std::size_t number_of_comparison(finite_comparison const& wanted) {
        for (std::size_t i = 0; i < comparisons.size(); ++i) {
            if (comparisons[i] == wanted) return i;
        }
        comparisons.push_back(wanted);
        return comparisons.size() - 1;
    }
};

namespace detail {

template <class Fact>
inline constexpr char kind_of_fact = 0;  // its address tells facts apart

/// Writes rules down over finite facts.
class finite_writer {
public:
    constexpr explicit finite_writer(finite_book& book) : book_(&book) {}

    template <class Term>
    constexpr void write(statement<Term> const&, std::vector<finite_step>& out) {
        out.push_back({finite_step::op::statement, term<Term>()});
    }
    template <class Left, relation_sign Sign, class Right, class Shown>
    constexpr void write(comparison<Left, Sign, Right, Shown> const& node, std::vector<finite_step>& out) {
        finite_comparison made{.sign = Sign};
        left(node.left, made);
        right(node.right, made);
        out.push_back({finite_step::op::comparison, book_->number_of_comparison(made)});
    }
    template <bool All, class... Parts>
    constexpr void write(several<All, Parts...> const& node, std::vector<finite_step>& out) {
        boost::hana::unpack(node.parts, [&](auto const&... part) { (write(part, out), ...); });
        out.push_back({All ? finite_step::op::all : finite_step::op::any, sizeof...(Parts)});
    }
    template <class Part>
    constexpr void write(negation<Part> const& node, std::vector<finite_step>& out) {
        write(node.part, out);
        out.push_back({finite_step::op::negate, 1});
    }
    template <class Part>
    constexpr void write(provided_by<Part> const& node, std::vector<finite_step>& out) {
        write(node.part, out);
    }
    template <class When, class Then, class Otherwise>
    constexpr void write(excepted<When, Then, Otherwise> const& node, std::vector<finite_step>& out) {
        write(node.when, out);
        write(node.then, out);
        write(node.otherwise, out);
        out.push_back({finite_step::op::choose, 3});
    }
    template <truth Value>
    constexpr void write(constant<Value> const&, std::vector<finite_step>& out) {
        out.push_back({Value == truth::yes ? finite_step::op::yes : finite_step::op::no, 0});
    }

private:
    template <class Term>
    constexpr std::size_t term() {
        using fact = typename Term::fact;
        finite_term made{.fact = fact::id,
                         .words = fact::words,
                         .role = Term::role::noun,
                         .is_statement = fact::is_statement,
                         .kind = &kind_of_fact<fact>};
        if constexpr (!fact::is_statement) {
            made.show = &fact::show;
            if constexpr (requires { vocabulary<typename fact::value_type>::words; }) {
                for (auto const& each : vocabulary<typename fact::value_type>::words) {
                    if (static_cast<std::int64_t>(each.value) != 0)
                        made.values.push_back(static_cast<std::int64_t>(each.value));
                }
            }
        }
        return book_->number_of_term(std::move(made));
    }
    template <class Term, int Steps>
    constexpr void left(stepped<Term, Steps> const&, finite_comparison& made) {
        made.left = term<Term>();
        made.left_steps = Steps;
    }
    template <class Term, int Steps>
    constexpr void right(stepped<Term, Steps> const&, finite_comparison& made) {
        made.right = term<Term>();
        made.right_is_term = true;
        made.amount = Steps;
    }
    template <class Value>
    constexpr void right(fixed<Value> const& stated, finite_comparison& made) {
        made.amount = stated.number();
    }

    finite_book* book_;
};

}  // namespace detail

/// A rulebook over facts of few values.
///
/// Complexity: linear in the rules, times the terms.
template <class... Rules>
[[nodiscard]] constexpr finite_book finite(rulebook_declaration<Rules...> const& book) {
    finite_book made{.otherwise_is = book.otherwise_is};
    detail::finite_writer writer(made);
    book.for_each_rule([&](std::size_t, auto const& rule) {
        finite_rule each{static_cast<rule_heading const&>(rule)};
        writer.write(rule.when, each.when);
        made.rules.push_back(std::move(each));
    });
    return made;
}

}  // namespace v0
}  // namespace lienvien
