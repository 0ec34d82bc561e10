#pragma once

#include <lienvien/rules/leaves.hpp>
#include <lienvien/rules/rulebook.hpp>

#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// What a condition comes to where only the need and the origin are known, and the statements that must then be asked of the
/// receivers: a bit for each by its place among the statements of the rulebook.
struct fold {
    open_word value;
    std::uint64_t asks = 0;
};

/// A condition bound to a request: the shape of the condition, with comparisons in their places and statements looked up
/// among those that the whole rulebook shares.
template <class Node>
struct bound;
template <class Node>
[[nodiscard]] bound<Node> bind(Node const& node, request const& asked) {
    return bound<Node>(node, asked);
}

template <class Term>
struct bound<statement<Term>> {
    bound(statement<Term> const&, request const&) noexcept {}

    template <class Shared>
    [[nodiscard]] bool decided(Shared const& shared) const noexcept {
        return shared.template at<Term>().get().decided();
    }
    template <class Shared>
    [[nodiscard]] fold folded(Shared const& shared) const noexcept {
        if constexpr (Term::of_request) {
            return {shared.template at<Term>().get().folded(), 0};
        } else {
            return {{0, ~std::uint64_t{0}}, std::uint64_t{1} << Shared::template place<Term>};
        }
    }
    // A statement that is not bound stands where its value makes no difference.
    template <class Word, class Shared>
    [[nodiscard]] Word word(Shared const& shared, std::size_t w, std::uint64_t care) const {
        auto const& leaf = shared.template at<Term>();
        return leaf.is_bound() ? leaf.get().template word<Word>(w, care) : swept::made<Word>(0, ~std::uint64_t{0});
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t some(Shared const& shared, set_shape shape, std::size_t s) const noexcept {
        auto const& leaf = shared.template at<Term>();
        return leaf.is_bound() ? leaf.get().some(shape, s) : ~std::uint64_t{0};
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t gaps(Shared const& shared, set_shape shape, std::size_t s) const noexcept {
        auto const& leaf = shared.template at<Term>();
        return leaf.is_bound() ? leaf.get().gaps(shape, s) : ~std::uint64_t{0};
    }
};
template <class Left, relation_sign Sign, class Right, class Shown>
struct bound<comparison<Left, Sign, Right, Shown>> {
    using node = comparison<Left, Sign, Right, Shown>;
    decltype(bind_comparison(std::declval<node const&>(), std::declval<request const&>())) value;

    bound(node const& of, request const& asked) : value(bind_comparison(of, asked)) {}
    template <class Shared>
    [[nodiscard]] bool decided(Shared const&) const noexcept {
        return value.decided();
    }
    template <class Shared>
    [[nodiscard]] fold folded(Shared const&) const noexcept {
        return {value.folded(), 0};
    }
    template <class Word, class Shared>
    [[nodiscard]] Word word(Shared const&, std::size_t w, std::uint64_t care) const {
        return value.template word<Word>(w, care);
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t some(Shared const&, set_shape shape, std::size_t s) const noexcept {
        return value.some(shape, s);
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t gaps(Shared const&, set_shape shape, std::size_t s) const noexcept {
        return value.gaps(shape, s);
    }
};
template <truth Value>
struct bound<constant<Value>> {
    bound(constant<Value> const&, request const&) noexcept {}
    static constexpr std::uint64_t yes = is_yes(Value) ? ~std::uint64_t{0} : 0;
    static constexpr std::uint64_t possible = is_no(Value) ? 0 : ~std::uint64_t{0};
    template <class Shared>
    [[nodiscard]] static constexpr bool decided(Shared const&) noexcept {
        return !is_unknown(Value);
    }
    template <class Shared>
    [[nodiscard]] static constexpr fold folded(Shared const&) noexcept {
        return {{yes, possible}, 0};
    }
    template <class Word, class Shared>
    [[nodiscard]] static constexpr Word word(Shared const&, std::size_t, std::uint64_t) noexcept {
        return swept::made<Word>(yes, possible);
    }
    template <class Shared>
    [[nodiscard]] static constexpr std::uint64_t some(Shared const&, set_shape, std::size_t) noexcept {
        return possible;
    }
    template <class Shared>
    [[nodiscard]] static constexpr std::uint64_t gaps(Shared const&, set_shape, std::size_t) noexcept {
        return ~yes;
    }
};
template <class Part>
struct bound<provided_by<Part>> : bound<Part> {
    bound(provided_by<Part> const& node, request const& asked) : bound<Part>(node.part, asked) {}
};
template <class Part>
struct bound<negation<Part>> {
    bound<Part> part;

    bound(negation<Part> const& node, request const& asked) : part(node.part, asked) {}
    template <class Shared>
    [[nodiscard]] bool decided(Shared const& shared) const noexcept {
        return part.decided(shared);
    }
    template <class Shared>
    [[nodiscard]] fold folded(Shared const& shared) const noexcept {
        fold const of = part.folded(shared);
        return {~of.value, of.asks};
    }
    template <class Word, class Shared>
    [[nodiscard]] Word word(Shared const& shared, std::size_t w, std::uint64_t care) const {
        return ~part.template word<Word>(shared, w, care);
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t some(Shared const& shared, set_shape shape, std::size_t s) const noexcept {
        return part.gaps(shared, shape, s);
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t gaps(Shared const& shared, set_shape shape, std::size_t s) const noexcept {
        return part.some(shared, shape, s);
    }
};

/// A part in its place among the parts of a condition.
template <std::size_t Place, class Node>
struct bound_part {
    bound<Node> part;
};
template <class Places, class... Nodes>
struct bound_parts;
template <std::size_t... Places, class... Nodes>
struct bound_parts<std::index_sequence<Places...>, Nodes...> : bound_part<Places, Nodes>... {
    explicit bound_parts(request const& asked, Nodes const&... nodes)
        : bound_part<Places, Nodes>{bound<Nodes>(nodes, asked)}... {}

    /// Calls `take(part)` for every part in order, as long as it returns true.
    template <class Take>
    void while_true(Take take) const {
        static_cast<void>((take(static_cast<bound_part<Places, Nodes> const&>(*this).part) && ...));
    }
    template <class Take>
    void for_each(Take take) const {
        (take(static_cast<bound_part<Places, Nodes> const&>(*this).part), ...);
    }
};

template <bool All, class... Parts>
struct bound<several<All, Parts...>> {
    bound_parts<std::index_sequence_for<Parts...>, Parts...> parts;

    bound(several<All, Parts...> const& node, request const& asked)
        : parts(boost::hana::unpack(node.parts, [&](auto const&... each) {
              return bound_parts<std::index_sequence_for<Parts...>, Parts...>(asked, each...);
          })) {}
    template <class Shared>
    [[nodiscard]] bool decided(Shared const& shared) const noexcept {
        open_word const found = folded(shared).value;
        if (found.surely == found.maybe) return true;  // whatever is missing elsewhere
        bool all = true;
        parts.for_each([&](auto const& part) { all = all && part.decided(shared); });
        return all;
    }
    template <class Shared>
    [[nodiscard]] fold folded(Shared const& shared) const noexcept {
        constexpr std::uint64_t start = All ? ~std::uint64_t{0} : 0;
        fold found{{start, start}, 0};
        parts.for_each([&](auto const& part) {
            fold const of = part.folded(shared);
            found.value = All ? found.value & of.value : found.value | of.value;
            found.asks |= of.asks;
        });
        if (found.value.surely == found.value.maybe) found.asks = 0;  // decided, whatever the receivers are like
        return found;
    }
    template <class Word, class Shared>
    [[nodiscard]] Word word(Shared const& shared, std::size_t w, std::uint64_t care) const {
        constexpr std::uint64_t start = All ? ~std::uint64_t{0} : 0;
        Word found = swept::made<Word>(start, start);
        parts.while_true([&](auto const& part) {
            if constexpr (All) {
                found = found & part.template word<Word>(shared, w, care);
                care &= swept::maybe(found);
            } else {
                found = found | part.template word<Word>(shared, w, care);
                care &= ~swept::surely(found);
            }
            return care != 0;
        });
        return found;
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t some(Shared const& shared, set_shape shape, std::size_t s) const noexcept {
        std::uint64_t found = All ? ~std::uint64_t{0} : 0;
        parts.for_each([&](auto const& part) {
            found = All ? found & part.some(shared, shape, s) : found | part.some(shared, shape, s);
        });
        return found;
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t gaps(Shared const& shared, set_shape shape, std::size_t s) const noexcept {
        std::uint64_t found = All ? 0 : ~std::uint64_t{0};
        parts.for_each([&](auto const& part) {
            found = All ? found | part.gaps(shared, shape, s) : found & part.gaps(shared, shape, s);
        });
        return found;
    }
};
template <class When, class Then, class Otherwise>
struct bound<excepted<When, Then, Otherwise>> {
    bound<When> when;
    bound<Then> then;
    bound<Otherwise> otherwise;

    bound(excepted<When, Then, Otherwise> const& node, request const& asked)
        : when(node.when, asked), then(node.then, asked), otherwise(node.otherwise, asked) {}
    template <class Word>
    [[nodiscard]] static Word chosen(Word applies, Word a, Word b) noexcept {
        return (applies & a) | (~applies & b) | (a & b);
    }
    template <class Shared>
    [[nodiscard]] bool decided(Shared const& shared) const noexcept {
        open_word const found = folded(shared).value;
        return found.surely == found.maybe ||
               (when.decided(shared) && then.decided(shared) && otherwise.decided(shared));
    }
    template <class Shared>
    [[nodiscard]] fold folded(Shared const& shared) const noexcept {
        fold const a = when.folded(shared);
        fold const b = then.folded(shared);
        fold const c = otherwise.folded(shared);
        fold found{chosen(a.value, b.value, c.value), a.asks | b.asks | c.asks};
        if (found.value.surely == found.value.maybe) found.asks = 0;
        return found;
    }
    template <class Word, class Shared>
    [[nodiscard]] Word word(Shared const& shared, std::size_t w, std::uint64_t care) const {
        Word const applies = when.template word<Word>(shared, w, care);
        std::uint64_t const may = swept::maybe(applies) & care;
        std::uint64_t const may_not = ~swept::surely(applies) & care;
        Word const a = may ? then.template word<Word>(shared, w, may) : Word{};
        Word const b = may_not ? otherwise.template word<Word>(shared, w, may_not) : Word{};
        return (applies & a) | (~applies & b) | (a & b);
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t some(Shared const& shared, set_shape shape, std::size_t s) const noexcept {
        return (when.some(shared, shape, s) & then.some(shared, shape, s)) |
               (when.gaps(shared, shape, s) & otherwise.some(shared, shape, s));
    }
    template <class Shared>
    [[nodiscard]] std::uint64_t gaps(Shared const& shared, set_shape shape, std::size_t s) const noexcept {
        return (when.some(shared, shape, s) & then.gaps(shared, shape, s)) |
               (when.gaps(shared, shape, s) & otherwise.gaps(shared, shape, s));
    }
};

/// Whether a rule bears, bound to a request: the condition, or for a demand its contrary.
template <effect Effect, class Condition>
using bearing = std::conditional_t<Effect == effect::demands, negation<Condition>, Condition>;

/// The rules of a book as they bear, bound to a request.
template <class Book>
struct bearings;
template <effect... Effects, class... Conditions>
struct bearings<rulebook_declaration<rule_declaration<Effects, Conditions>...>> {
    using statements = typename leaves_of_all<type_list<>, Conditions...>::statements;
    using bound_rules = bound_parts<std::index_sequence_for<Conditions...>, bearing<Effects, Conditions>...>;

    [[nodiscard]] static bound_rules bind(rulebook_declaration<rule_declaration<Effects, Conditions>...> const& book,
                                          request const& asked) {
        return boost::hana::unpack(book.rules,
                                   [&](auto const&... rule) { return bound_rules(asked, bearing_of(rule)...); });
    }

private:
    template <effect Effect, class Condition>
    [[nodiscard]] static bearing<Effect, Condition> bearing_of(rule_declaration<Effect, Condition> const& rule) {
        if constexpr (Effect == effect::demands) {
            return {rule.when};
        } else {
            return rule.when;
        }
    }
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
