#pragma once

#include <lienvien/rules/leaves.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// What a condition comes to where only the need and the origin are known, and the statements, dear to bind, that must then be
/// asked of the receivers: a bit for each by its place among the statements of the rulebook.
struct fold {
    open_word value;
    std::uint64_t asks = 0;

    /// Decided, whatever the receivers are like, it asks nothing.
    [[nodiscard, gnu::always_inline]] static constexpr fold of(open_word value, std::uint64_t asks) noexcept {
        return {value, value.surely == value.maybe ? 0 : asks};
    }
};

/// Where reading a word costs more than this, what is known already is looked at before: it may not matter.
inline constexpr unsigned cheap_to_read = 2;

/// A condition bound to a request: the shape of the condition, with comparisons in their places and statements looked up
/// among those that the whole rulebook shares (`Shared`). Its words are read for every word of sites, so all is inlined.
///
/// Each has: `of_request` (the same for every receiver), an estimate of its `cost` and of the `share` of receivers in percent
/// for which it holds; `folded` from the need and the origin alone; `bind`, of the same node before words are read, which says
/// whether its comparisons are known everywhere; `decided`, `word`, `some` and `gaps` as leaves have them.
template <class Node>
struct bound;

template <class Term>
struct bound<statement<Term>> {
    using leaf = typename bound_statement<Term>::leaf;
    static constexpr bool of_request = Term::of_request;
    static constexpr unsigned cost = leaf::cost;
    static constexpr unsigned share = leaf::share;

    bound(statement<Term> const&, request const&) noexcept {}
    [[gnu::always_inline]] static bool bind(statement<Term> const&, request const&) noexcept { return true; }
    template <class Shared>
    [[nodiscard]] static bool decided(Shared const& shared) noexcept {
        return shared.template at<Term>().decided();
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] static fold folded(Shared const& shared) noexcept {
        return {shared.template at<Term>().folded(), bound_statement<Term>::is_late ? Shared::template bit<Term> : 0};
    }
    template <class Word, class Shared>
    [[nodiscard, gnu::always_inline]] static Word word(Shared const& shared, std::size_t w, std::uint64_t care) {
        return shared.template at<Term>().template word<Word>(w, care);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] static std::uint64_t some(Shared const& shared, set_shape shape,
                                                                std::size_t s) noexcept {
        return shared.template at<Term>().some(shape, s);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] static std::uint64_t gaps(Shared const& shared, set_shape shape,
                                                                std::size_t s) noexcept {
        return shared.template at<Term>().gaps(shape, s);
    }
};
template <class Left, relation_sign Sign, class Right, class Shown>
struct bound<comparison<Left, Sign, Right, Shown>> {
    using node = comparison<Left, Sign, Right, Shown>;
    using leaf = decltype(bind_comparison(std::declval<node const&>(), std::declval<request const&>()));
    static_assert(std::is_trivially_destructible_v<leaf>);
    static constexpr bool of_request = std::is_same_v<leaf, swept::everywhere>;
    static constexpr unsigned cost = leaf::cost;
    static constexpr unsigned share = leaf::share;

    union {
        leaf value;  // of one that depends on the receiver: once it is bound
    };

    [[gnu::always_inline]] bound(node const& of, request const& asked) {
        if constexpr (of_request) make_in_place(value, [&] { return bind_comparison(of, asked); });
    }
    [[gnu::always_inline]] bool bind(node const& of, request const& asked) {
        if constexpr (!of_request) make_in_place(value, [&] { return bind_comparison(of, asked); });
        return value.decided();
    }
    template <class Shared>
    [[nodiscard]] bool decided(Shared const&) const noexcept {
        return value.decided();
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] fold folded(Shared const&) const noexcept {
        if constexpr (of_request) {
            return {value.folded(), 0};
        } else {
            return {{0, ~std::uint64_t{0}}, 0};
        }
    }
    template <class Word, class Shared>
    [[nodiscard, gnu::always_inline]] Word word(Shared const&, std::size_t w, std::uint64_t care) const {
        return value.template word<Word>(w, care);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t some(Shared const&, set_shape shape, std::size_t s) const noexcept {
        return value.some(shape, s);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t gaps(Shared const&, set_shape shape, std::size_t s) const noexcept {
        return value.gaps(shape, s);
    }
};
template <truth Value>
struct bound<constant<Value>> {
    static constexpr bool of_request = true;
    static constexpr unsigned cost = 0;
    static constexpr unsigned share = is_yes(Value) ? 100 : 0;
    static constexpr std::uint64_t yes = is_yes(Value) ? ~std::uint64_t{0} : 0;
    static constexpr std::uint64_t possible = is_no(Value) ? 0 : ~std::uint64_t{0};

    bound(constant<Value> const&, request const&) noexcept {}
    static bool bind(constant<Value> const&, request const&) noexcept { return !is_unknown(Value); }
    template <class Shared>
    [[nodiscard]] static constexpr bool decided(Shared const&) noexcept {
        return !is_unknown(Value);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] static constexpr fold folded(Shared const&) noexcept {
        return {{yes, possible}, 0};
    }
    template <class Word, class Shared>
    [[nodiscard, gnu::always_inline]] static constexpr Word word(Shared const&, std::size_t, std::uint64_t) noexcept {
        return swept::made<Word>(yes, possible);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] static constexpr std::uint64_t some(Shared const&, set_shape,
                                                                          std::size_t) noexcept {
        return possible;
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] static constexpr std::uint64_t gaps(Shared const&, set_shape,
                                                                          std::size_t) noexcept {
        return ~yes;
    }
};
template <class Part>
struct bound<provided_by<Part>> : bound<Part> {
    [[gnu::always_inline]] bound(provided_by<Part> const& node, request const& asked) : bound<Part>(node.part, asked) {}
    [[gnu::always_inline]] bool bind(provided_by<Part> const& node, request const& asked) {
        return bound<Part>::bind(node.part, asked);
    }
};
template <class Part>
struct bound<negation<Part>> {
    static constexpr bool of_request = bound<Part>::of_request;
    static constexpr unsigned cost = bound<Part>::cost;
    static constexpr unsigned share = 100 - bound<Part>::share;
    bound<Part> part;

    [[gnu::always_inline]] bound(negation<Part> const& node, request const& asked) : part(node.part, asked) {}
    [[gnu::always_inline]] bound(Part const& denied, request const& asked) : part(denied, asked) {}
    [[gnu::always_inline]] bool bind(negation<Part> const& node, request const& asked) {
        return bind(node.part, asked);
    }
    [[gnu::always_inline]] bool bind(Part const& denied, request const& asked) { return part.bind(denied, asked); }
    template <class Shared>
    [[nodiscard]] bool decided(Shared const& shared) const noexcept {
        return part.decided(shared);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] fold folded(Shared const& shared) const noexcept {
        fold const of = part.folded(shared);
        return {~of.value, of.asks};
    }
    template <class Word, class Shared>
    [[nodiscard, gnu::always_inline]] Word word(Shared const& shared, std::size_t w, std::uint64_t care) const {
        return ~part.template word<Word>(shared, w, care);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t some(Shared const& shared, set_shape shape,
                                                         std::size_t s) const noexcept {
        return part.gaps(shared, shape, s);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t gaps(Shared const& shared, set_shape shape,
                                                         std::size_t s) const noexcept {
        return part.some(shared, shape, s);
    }
};
template <class When, class Then, class Otherwise>
struct bound<excepted<When, Then, Otherwise>> {
    static constexpr bool of_request =
        bound<When>::of_request && bound<Then>::of_request && bound<Otherwise>::of_request;
    static constexpr unsigned cost = bound<When>::cost + bound<Then>::cost + bound<Otherwise>::cost;
    static constexpr unsigned share = (bound<Then>::share + bound<Otherwise>::share) / 2;
    bound<When> when;
    bound<Then> then;
    bound<Otherwise> otherwise;

    [[gnu::always_inline]] bound(excepted<When, Then, Otherwise> const& node, request const& asked)
        : when(node.when, asked), then(node.then, asked), otherwise(node.otherwise, asked) {}
    template <class Word>
    [[nodiscard, gnu::always_inline]] static Word chosen(Word applies, Word a, Word b) noexcept {
        return (applies & a) | (~applies & b) | (a & b);
    }
    [[gnu::always_inline]] bool bind(excepted<When, Then, Otherwise> const& node, request const& asked) {
        bool const a = when.bind(node.when, asked);
        bool const b = then.bind(node.then, asked);
        return otherwise.bind(node.otherwise, asked) && a && b;
    }
    template <class Shared>
    [[nodiscard]] bool decided(Shared const& shared) const noexcept {
        open_word const found = folded(shared).value;
        return found.surely == found.maybe ||
               (when.decided(shared) && then.decided(shared) && otherwise.decided(shared));
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] fold folded(Shared const& shared) const noexcept {
        fold const a = when.folded(shared);
        fold const b = then.folded(shared);
        fold const c = otherwise.folded(shared);
        return fold::of(chosen(a.value, b.value, c.value), a.asks | b.asks | c.asks);
    }
    template <class Word, class Shared>
    [[nodiscard, gnu::always_inline]] Word word(Shared const& shared, std::size_t w, std::uint64_t care) const {
        Word const applies = when.template word<Word>(shared, w, care);
        std::uint64_t const may = swept::maybe(applies) & care;
        std::uint64_t const may_not = ~swept::surely(applies) & care;
        Word const a = may ? then.template word<Word>(shared, w, may) : Word{};
        Word const b = may_not ? otherwise.template word<Word>(shared, w, may_not) : Word{};
        return chosen(applies, a, b);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t some(Shared const& shared, set_shape shape,
                                                         std::size_t s) const noexcept {
        return (when.some(shared, shape, s) & then.some(shared, shape, s)) |
               (when.gaps(shared, shape, s) & otherwise.some(shared, shape, s));
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t gaps(Shared const& shared, set_shape shape,
                                                         std::size_t s) const noexcept {
        return (when.some(shared, shape, s) & then.gaps(shared, shape, s)) |
               (when.gaps(shared, shape, s) & otherwise.gaps(shared, shape, s));
    }
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
