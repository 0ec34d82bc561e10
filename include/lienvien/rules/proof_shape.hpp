#pragma once

#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/leaves.hpp>
#include <lienvien/rules/rulebook.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

// What a proof looks like before any case is read. The tree of a condition has the same nodes for every case, so that a trace
// keeps only what came out at each of them.

namespace lienvien {
inline namespace v0 {
namespace detail {

/// A fact that a node names: none where the rule itself states the amount.
struct named_in_node {
    std::string_view fact{};
    label const* whose =
        nullptr;  ///< the sending or the receiving institution; none where it is of the need, or of both
};
struct node_shape {
    proof::kind node{};
    relation_sign sign{};     ///< of a comparison
    std::uint32_t after = 0;  ///< the number of the next node that is no part of this one
    std::uint32_t place = 0;  ///< of a comparison the first of its two amounts, of a provision its number
    named_in_node first{};    ///< of a statement, or of a comparison
    named_in_node second{};   ///< of a comparison
};
/// Writes shapes of nodes one behind the other, or counts them only.
struct shape_writer {
    node_shape* nodes = nullptr;
    std::uint32_t number = 0;
    std::uint32_t amounts = 0;
    std::uint32_t provisions = 0;

    constexpr std::uint32_t open(node_shape const& made) noexcept {
        if (nodes) nodes[number] = made;
        return number++;
    }
    constexpr void close(std::uint32_t which) const noexcept {
        if (nodes) nodes[which].after = number;
    }
};

template <class Term>
[[nodiscard]] constexpr named_in_node name_of() noexcept {
    if constexpr (Term::of_site) {
        return {Term::fact::id, &Term::role::noun};
    } else {
        return {Term::fact::id, nullptr};
    }
}

/// The shape of a condition, and the facts that it names, each once.
template <class Node>
struct shape_of;
template <class Node, class Facts>
using with_facts_of = typename shape_of<Node>::template facts<Facts>;

template <class List, class... Nodes>
struct with_facts_of_all {
    using type = List;
};
template <class List, class First, class... Rest>
struct with_facts_of_all<List, First, Rest...> : with_facts_of_all<with_facts_of<First, List>, Rest...> {};

/// An amount on a side of a comparison.
template <class Side>
struct side_of {
    template <class Facts>
    using facts = Facts;
    static constexpr named_in_node name{};
};
template <class Term, int Steps>
struct side_of<stepped<Term, Steps>> {
    template <class Facts>
    using facts = typename with_type<Facts, Term>::type;
    static constexpr named_in_node name = name_of<Term>();
};

template <class Term>
struct shape_of<statement<Term>> {
    template <class Facts>
    using facts = typename with_type<Facts, Term>::type;
    static constexpr void write(shape_writer& into) noexcept {
        into.close(into.open({.node = proof::kind::statement, .first = name_of<Term>()}));
    }
};
template <class Left, relation_sign Sign, class Right, class Shown>
struct shape_of<comparison<Left, Sign, Right, Shown>> {
    template <class Facts>
    using facts = typename side_of<Right>::template facts<typename side_of<Left>::template facts<Facts>>;
    static constexpr void write(shape_writer& into) noexcept {
        into.close(into.open({.node = proof::kind::comparison,
                              .sign = Sign,
                              .place = into.amounts,
                              .first = side_of<Left>::name,
                              .second = side_of<Right>::name}));
        into.amounts += 2;
    }
};
template <proof::kind Kind, class... Parts>
struct shape_of_parts {
    template <class Facts>
    using facts = typename with_facts_of_all<Facts, Parts...>::type;
    static constexpr void write(shape_writer& into) noexcept {
        auto const opened = into.open({.node = Kind, .place = into.provisions});
        if (Kind == proof::kind::provision) ++into.provisions;
        (shape_of<Parts>::write(into), ...);
        into.close(opened);
    }
};
template <bool All, class... Parts>
struct shape_of<several<All, Parts...>> : shape_of_parts<All ? proof::kind::all : proof::kind::any, Parts...> {};
template <class Part>
struct shape_of<negation<Part>> : shape_of_parts<proof::kind::negation, Part> {};
template <class Part>
struct shape_of<provided_by<Part>> : shape_of_parts<proof::kind::provision, Part> {};
template <class When, class Then, class Otherwise>
struct shape_of<excepted<When, Then, Otherwise>> : shape_of_parts<proof::kind::exception, When, Then, Otherwise> {};
template <truth Value>
struct shape_of<constant<Value>> : shape_of_parts<Value == truth::no ? proof::kind::any : proof::kind::all> {};

/// The proofs of all rules of a book, one behind the other.
template <class... Rules>
struct shape_of_book {
    template <class Rule>
    using condition_of = decltype(Rule::when);
    using facts = typename with_facts_of_all<type_list<>, condition_of<Rules>...>::type;
    static constexpr shape_writer total = [] {
        shape_writer counted;
        (shape_of<condition_of<Rules>>::write(counted), ...);
        return counted;
    }();

    std::array<node_shape, total.number> nodes{};
    std::array<shape_writer, sizeof...(Rules)> starts{};  ///< where the proof of each rule begins

    constexpr shape_of_book() noexcept {
        shape_writer writes{nodes.data()};
        std::size_t rule = 0;
        ((starts[rule++] = {nullptr, writes.number, writes.amounts, writes.provisions},
          shape_of<condition_of<Rules>>::write(writes)),
         ...);
    }
    [[nodiscard]] static shape_of_book const& get() noexcept {
        static constexpr shape_of_book shape;
        return shape;
    }
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
