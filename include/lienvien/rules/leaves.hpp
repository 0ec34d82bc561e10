#pragma once

#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/swept_sites.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace detail {

template <class... Types>
struct type_list {};

template <class List, class Type>
struct with_type;
template <class... Types, class Type>
struct with_type<type_list<Types...>, Type> {
    static constexpr bool has = (std::is_same_v<Types, Type> || ...);
    /// The place of the type in the list.
    static constexpr std::size_t place = [] {
        std::size_t at = 0;
        bool found = false;
        ((found = found || std::is_same_v<Types, Type>, at += found ? 0u : 1u), ...);
        return at;
    }();
    using type = std::conditional_t<has, type_list<Types...>, type_list<Types..., Type>>;
};

/// The statements of a condition, each once: a statement is the same wherever it stands. Comparisons are each for itself
/// (they may hold amounts of their own).
template <class Node, class Statements>
struct leaves_of {
    using statements = Statements;
};
template <class Term, class Statements>
struct leaves_of<statement<Term>, Statements> {
    using statements = typename with_type<Statements, Term>::type;
};
template <class Statements, class... Nodes>
struct leaves_of_all {
    using statements = Statements;
};
template <class Statements, class First, class... Rest>
struct leaves_of_all<Statements, First, Rest...> {
    using statements = typename leaves_of_all<typename leaves_of<First, Statements>::statements, Rest...>::statements;
};
template <bool All, class... Parts, class Statements>
struct leaves_of<several<All, Parts...>, Statements> : leaves_of_all<Statements, Parts...> {};
template <class Part, class Statements>
struct leaves_of<negation<Part>, Statements> : leaves_of<Part, Statements> {};
template <class Part, class Statements>
struct leaves_of<provided_by<Part>, Statements> : leaves_of<Part, Statements> {};
template <class When, class Then, class Otherwise, class Statements>
struct leaves_of<excepted<When, Then, Otherwise>, Statements> : leaves_of_all<Statements, When, Then, Otherwise> {};

template <class Side>
inline constexpr bool same_for_all_receivers = true;  // an amount that the rule states
template <class Term, int Steps>
inline constexpr bool same_for_all_receivers<stepped<Term, Steps>> = Term::of_request;

/// A statement bound to a request.
template <class Term>
[[nodiscard, gnu::always_inline]] inline auto bind_statement(request const& asked) {
    if constexpr (Term::of_request) {
        return swept::everywhere(Term::read(transfer_case{&asked, site{0}}));
    } else if constexpr (swept_statement<typename Term::fact>) {
        return Term::fact::sweep(asked);
    } else {
        auto const read = [](transfer_case const& each) { return Term::read(each); };
        return swept::by_reading<decltype(read), always_known<typename Term::fact>>(asked, read);
    }
}

template <class Left, relation_sign Sign, class Right, class Shown>
[[nodiscard, gnu::always_inline]] inline auto bind_comparison(comparison<Left, Sign, Right, Shown> const& node,
                                                              request const& asked) {
    using fact = typename Shown::fact;
    constexpr bool by_receiver =
        std::is_same_v<Left, stepped<Shown, 0>> && !same_for_all_receivers<Left> && same_for_all_receivers<Right>;
    if constexpr (same_for_all_receivers<Left> && same_for_all_receivers<Right>) {
        transfer_case const any{&asked, site{0}};
        return swept::everywhere(
            comparison<Left, Sign, Right, Shown>::compare(node.left.read(any), node.right.read(any)));
    } else if constexpr (by_receiver && swept_amount<fact>) {
        amount const value = node.right.read(transfer_case{&asked, site{0}});
        auto found = fact::sweep(asked, Sign, value ? *value : 0);
        if (!value) {
            found.known = asked.today().sets().none();
            found.all_known = false;
        }
        return found;
    } else {
        auto const read = [node](transfer_case const& each) {
            return comparison<Left, Sign, Right, Shown>::compare(node.left.read(each), node.right.read(each));
        };
        constexpr bool known = always_known<fact> && !requires { Right::of_request; };
        return swept::by_reading<decltype(read), known>(asked, read);
    }
}

/// A leaf made in its place by a function; what stood there before holds nothing that would have to be given back.
template <class Leaf, class Make>
[[gnu::always_inline]] inline void make_in_place(Leaf& place, Make make) {
    ::new (static_cast<void*>(&place)) Leaf(make());
}

/// What a bound statement says of one site.
template <class Leaf>
[[nodiscard, gnu::always_inline]] inline truth look_up(Leaf const& leaf, slot where) {
    std::uint32_t const bit = number_of(where) % 64;
    std::uint64_t const care = std::uint64_t{1} << bit;
    if (leaf.decided()) return known((leaf.template word<std::uint64_t>(number_of(where) / 64, care) & care) != 0);
    return leaf.template word<open_word>(number_of(where) / 64, care).at(bit);
}

/// The same statement about the receivers, where that is about the origin and swept.
template <class Term>
struct about_receivers {
    using type = void;
};
template <class Fact>
requires swept_statement<Fact>
struct about_receivers<term<Fact, terms::origin_role>> {
    using type = term<Fact, terms::receiver_role>;
};

/// A statement in its place among those of a rulebook. One that is dear to bind (its leaf says what stands for it
/// until then: `nothing`) is bound when a rule turns out to ask it.
template <class Term>
struct bound_statement {
    using leaf = decltype(bind_statement<Term>(std::declval<request const&>()));
    static constexpr bool is_late = requires(request const& asked) { leaf::nothing(asked); };
    leaf value;

    /// `known` stays true where nothing is unknown of what is bound. `before`: the statements bound already.
    template <class Before>
    [[gnu::always_inline]] bound_statement(request const& asked, bool& known, Before const& before)
        : value(start(asked, before)) {
        if constexpr (!is_late) known &= value.decided();
    }
    [[gnu::always_inline]] void bind(request const& asked, bool& known) {
        if constexpr (is_late) {
            make_in_place(value, [&] { return bind_statement<Term>(asked); });
            known &= value.decided();
        }
    }

private:
    using twin = typename about_receivers<Term>::type;
    /// Is the same statement about the receivers bound already, so that this one can be looked up there?
    template <class Before>
    [[nodiscard]] static consteval bool is_looked_up() noexcept {
        if constexpr (Before::template binds_before<twin, Term>) return !bound_statement<twin>::is_late;
        return false;
    }
    template <class Before>
    [[nodiscard, gnu::always_inline]] static leaf start(request const& asked, Before const& before) {
        if constexpr (is_late) {
            return leaf::nothing(asked);
        } else if constexpr (is_looked_up<Before>()) {
            auto const& from = asked.origin();
            auto const& receivers = static_cast<bound_statement<twin> const&>(before).value;
            return leaf(from ? look_up(receivers, asked.today().slot_of(*from)) : truth::unknown);
        } else {
            return bind_statement<Term>(asked);
        }
    }
};
template <class Statements>
struct bound_statements;
template <class... Terms>
struct bound_statements<type_list<Terms...>> : bound_statement<Terms>... {
    static_assert(sizeof...(Terms) <= 64, "LIENVIEN-E033: the rules of a book name at most 64 different statements");
    template <class Term>
    static constexpr std::size_t place = with_type<type_list<Terms...>, Term>::place;
    template <class Term>
    static constexpr std::uint64_t bit = std::uint64_t{1} << place<Term>;

    /// Is a statement bound, in the order of the list, before another is?
    template <class First, class Second>
    static constexpr bool binds_before =
        with_type<type_list<Terms...>, First>::has ? place<First> < place<Second> : false;

    std::uint64_t bound = ((bound_statement<Terms>::is_late ? 0 : bit<Terms>) | ... | 0);

    [[gnu::always_inline]] bound_statements(request const& asked, bool& known)
        : bound_statement<Terms>(asked, known, *this)... {}
    /// Binds the statements of a set.
    [[gnu::always_inline]] void bind(request const& asked, std::uint64_t those, bool& known) {
        ((bound_statement<Terms>::is_late && (those & bit<Terms>) ? bound_statement<Terms>::bind(asked, known)
                                                                  : void()),
         ...);
        bound |= those;
    }
    template <class Term>
    [[nodiscard, gnu::always_inline]] auto const& at() const noexcept {
        return static_cast<bound_statement<Term> const&>(*this).value;
    }
    template <class Term>
    [[nodiscard, gnu::always_inline]] bool is_bound() const noexcept {
        return !bound_statement<Term>::is_late || (bound & bit<Term>) != 0;
    }
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
