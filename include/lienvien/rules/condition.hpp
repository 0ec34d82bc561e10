#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/rules/fact.hpp>
#include <lienvien/rules/proof.hpp>

#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>

namespace lienvien {
inline namespace v0 {

/// A condition of a rule: an expression over named facts, visible as a type, read as a truth.
///
/// Every reader (decide, explain, sweep) walks the same expression; there is no place for a callable.
template <class T>
concept condition = requires {
    requires T::is_condition;
};

namespace detail {

template <class T>
inline constexpr bool is_term = false;
template <class Fact, class Role>
inline constexpr bool is_term<term<Fact, Role>> = true;

template <class T>
concept statement_term = is_term<T> && T::fact::is_statement;
template <class T>
concept amount_term = is_term<T> && !T::fact::is_statement;

}  // namespace detail

/// A statement as a condition.
template <class Term>
struct statement {
    static constexpr bool is_condition = true;
    using term_type = Term;

    template <class Watch>
    [[nodiscard]] truth read(transfer_case const& asked, Watch& watch) const {
        truth const value = watch.template read_fact<Term>(asked);
        watch.template statement<Term>(asked, value);
        return value;
    }
};

/// An amount that the rule itself states.
template <class Value>
struct fixed {
    Value value;

    [[nodiscard]] constexpr std::int64_t number() const noexcept {
        if constexpr (requires { value.count(); }) {
            return value.count();
        } else {
            return static_cast<std::int64_t>(value);
        }
    }
    [[nodiscard]] amount read(transfer_case const&) const noexcept { return number(); }
    template <class Other>
    [[nodiscard]] reading show(transfer_case const&) const {
        return {.fact = {},
                .what = {},
                .is_known = true,
                .value = number(),
                .shown = Other::fact::show(number()),
                .grounds = {}};
    }
};

/// An amount read from a fact, moved by so many steps: one above the tier of the origin.
template <class Term, int Steps>
struct stepped {
    static constexpr bool of_request = Term::of_request;

    [[nodiscard]] amount read(transfer_case const& asked) const { return moved(Term::read(asked)); }
    [[nodiscard]] static amount moved(amount value) noexcept {
        if (value) *value += Steps;
        return value;
    }
    template <class Other>
    [[nodiscard]] reading show(transfer_case const& asked) const {
        amount const value = Term::read(asked);
        text what = detail::words_in_role<typename Term::role>(Term::fact::words);
        if constexpr (Steps != 0) {
            std::string const steps = std::to_string(Steps > 0 ? Steps : -Steps);
            bool const one = Steps == 1 || Steps == -1;
            what.vi = (one ? "bậc liền " : steps + " bậc ") + (Steps > 0 ? "trên " : "dưới ") + what.vi;
            what.en = (one ? "one step " : steps + " steps ") + (Steps > 0 ? "above " : "below ") + what.en;
        }
        return {.fact = Term::fact::id,
                .what = std::move(what),
                .is_known = value.has_value(),
                .value = moved(value).value_or(0),
                .shown = value ? Term::fact::show(*value) : to_text(label_of(truth::unknown)),
                .grounds = Term::cite(asked)};
    }
};

/// Two amounts compared.
template <class Left, relation_sign Sign, class Right, class Shown>
struct comparison {
    static constexpr bool is_condition = true;
    static constexpr relation_sign sign = Sign;
    using shown = Shown;  ///< the amount whose words say the value
    Left left;
    Right right;

    [[nodiscard]] static constexpr truth compare(amount const& a, amount const& b) noexcept {
        if (!a || !b) return truth::unknown;
        switch (Sign) {
            case relation_sign::equal:
                return known(*a == *b);
            case relation_sign::unequal:
                return known(*a != *b);
            case relation_sign::less:
                return known(*a < *b);
            case relation_sign::at_most:
                return known(*a <= *b);
            case relation_sign::greater:
                return known(*a > *b);
            default:
                return known(*a >= *b);
        }
    }
    template <class Watch>
    [[nodiscard]] truth read(transfer_case const& asked, Watch& watch) const {
        amount const a = watch.read_amount(left, asked);
        amount const b = watch.read_amount(right, asked);
        truth const value = compare(a, b);
        watch.comparison(*this, asked, a, b, value);
        return value;
    }
};

/// Several conditions, all or any of which must hold.
template <bool All, condition... Parts>
struct several {
    static constexpr bool is_condition = true;
    boost::hana::tuple<Parts...> parts;

    template <class Watch>
    [[nodiscard]] truth read(transfer_case const& asked, Watch& watch) const {
        constexpr truth deciding = All ? truth::no : truth::yes;
        auto const opened = watch.open(All ? proof::kind::all : proof::kind::any, sizeof...(Parts));
        truth value = !deciding;
        boost::hana::unpack(parts, [&](auto const&... part) {
            auto const take = [&](truth next) {
                value = All ? value & next : value | next;
                return Watch::keeps || value != deciding;
            };
            static_cast<void>((take(part.read(asked, watch)) && ...));
        });
        watch.close(opened, value);
        return value;
    }
};

/// The contrary of a condition.
template <condition Part>
struct negation {
    static constexpr bool is_condition = true;
    Part part;

    template <class Watch>
    [[nodiscard]] truth read(transfer_case const& asked, Watch& watch) const {
        auto const opened = watch.open(proof::kind::negation, 1);
        truth const value = !part.read(asked, watch);
        watch.close(opened, value);
        return value;
    }
};

/// A part of a rule that stands in a provision of its own.
template <condition Part>
struct provided_by {
    static constexpr bool is_condition = true;
    citation basis;
    label words;
    Part part;

    template <class Watch>
    [[nodiscard]] truth read(transfer_case const& asked, Watch& watch) const {
        auto const opened = watch.open(proof::kind::provision, 1);
        watch.provision(basis, words);
        truth const value = part.read(asked, watch);
        watch.close(opened, value);
        return value;
    }
};

/// An exception: where `when` holds, `then` stands in the place of `otherwise`. A node of its own, so that an exception
/// to an exception stays visible.
template <condition When, condition Then, condition Otherwise>
struct excepted {
    static constexpr bool is_condition = true;
    When when;
    Then then;
    Otherwise otherwise;

    template <class Watch>
    [[nodiscard]] truth read(transfer_case const& asked, Watch& watch) const {
        auto const opened = watch.open(proof::kind::exception, 3);
        truth const applies = when.read(asked, watch);
        truth value = truth::unknown;
        if (!Watch::keeps && !is_unknown(applies)) {
            value = is_yes(applies) ? then.read(asked, watch) : otherwise.read(asked, watch);
        } else {
            truth const a = then.read(asked, watch);
            value = choose(applies, a, otherwise.read(asked, watch));
        }
        watch.close(opened, value);
        return value;
    }
};

/// Holds, or fails, whatever the facts.
template <truth Value>
struct constant {
    static constexpr bool is_condition = true;
    template <class Watch>
    [[nodiscard]] truth read(transfer_case const&, Watch& watch) const {
        // Of nothing: all hold, none holds.
        watch.close(watch.open(Value == truth::no ? proof::kind::any : proof::kind::all, 0), Value);
        return Value;
    }
};

}  // namespace v0
}  // namespace lienvien
