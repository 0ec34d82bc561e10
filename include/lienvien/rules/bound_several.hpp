#pragma once

#include <lienvien/rules/bound.hpp>
#include <lienvien/rules/rulebook.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// A condition in its place among several.
template <std::size_t Place, class Node>
struct bound_part {
    bound<Node> part;
};
/// Several conditions side by side: the parts of one, or the rules of a book.
template <class Places, class... Nodes>
struct bound_parts;
template <std::size_t... Places, class... Nodes>
struct bound_parts<std::index_sequence<Places...>, Nodes...> : bound_part<Places, Nodes>... {
    template <class... Written>
    [[gnu::always_inline]] explicit bound_parts(request const& asked, Written const&... written)
        : bound_part<Places, Nodes>{bound<Nodes>(written, asked)}... {}

    template <std::size_t Place>
    [[nodiscard, gnu::always_inline]] auto& at() noexcept {
        return at_place<Place>(*this);
    }
    template <std::size_t Place>
    [[nodiscard, gnu::always_inline]] auto const& at() const noexcept {
        return at_place<Place>(*this);
    }

private:
    template <std::size_t Place, class Node>
    [[nodiscard, gnu::always_inline]] static bound<Node>& at_place(bound_part<Place, Node>& each) noexcept {
        return each.part;
    }
    template <std::size_t Place, class Node>
    [[nodiscard, gnu::always_inline]] static bound<Node> const& at_place(bound_part<Place, Node> const& each) noexcept {
        return each.part;
    }
};
/// Puts what a tuple of nodes holds into bound parts.
template <class Parts>
struct bind_parts {
    request const& asked;
    template <class... Nodes>
    [[nodiscard, gnu::always_inline]] Parts operator()(Nodes const&... nodes) const {
        return Parts(asked, nodes...);
    }
};

template <bool All, class... Parts>
struct bound<several<All, Parts...>> {
    using places = std::index_sequence_for<Parts...>;
    static constexpr bool of_request = (bound<Parts>::of_request && ...);
    static constexpr unsigned cost = (bound<Parts>::cost + ... + 0u);
    /// As if the parts were independent; those of the request make no difference where it depends on the receiver at all.
    static constexpr unsigned share = [] {
        unsigned found = 100;  // those for which all hold, or none
        ((found =
              bound<Parts>::of_request ? found : found * (All ? bound<Parts>::share : 100 - bound<Parts>::share) / 100),
         ...);
        return All ? found : 100 - found;
    }();
    bound_parts<places, Parts...> parts;

    [[gnu::always_inline]] bound(several<All, Parts...> const& node, request const& asked)
        : parts(boost::hana::unpack(node.parts, bind_parts<bound_parts<places, Parts...>>{asked})) {}
    [[gnu::always_inline]] bool bind(several<All, Parts...> const& node, request const& asked) {
        return bind(places{}, node, asked);
    }
    template <class Shared>
    [[nodiscard]] bool decided(Shared const& shared) const noexcept {
        open_word const found = folded(shared).value;
        return found.surely == found.maybe || decided(places{}, shared);  // or whatever is missing elsewhere
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] fold folded(Shared const& shared) const noexcept {
        return folded(places{}, shared);
    }
    template <class Word, class Shared>
    [[nodiscard, gnu::always_inline]] Word word(Shared const& shared, std::size_t w, std::uint64_t care) const {
        return word<Word>(places{}, shared, w, care);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t some(Shared const& shared, set_shape shape,
                                                         std::size_t s) const noexcept {
        return some(places{}, shared, shape, s);
    }
    template <class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t gaps(Shared const& shared, set_shape shape,
                                                         std::size_t s) const noexcept {
        return gaps(places{}, shared, shape, s);
    }

private:
    static constexpr std::uint64_t start = All ? ~std::uint64_t{0} : 0;
    static constexpr std::array<unsigned, sizeof...(Parts)> costs{bound<Parts>::cost...};
    [[nodiscard]] static constexpr bool is_dear_after(std::size_t place) noexcept {
        for (std::size_t next = place + 1; next < costs.size(); ++next) {
            if (costs[next] > cheap_to_read) return true;
        }
        return false;
    }

    template <std::size_t... Places>
    [[gnu::always_inline]] bool bind(std::index_sequence<Places...>, several<All, Parts...> const& node,
                                     request const& asked) {
        bool known = true;
        ((known = parts.template at<Places>().bind(boost::hana::at_c<Places>(node.parts), asked) && known), ...);
        return known;
    }
    template <std::size_t... Places, class Shared>
    [[nodiscard]] bool decided(std::index_sequence<Places...>, Shared const& shared) const noexcept {
        return (parts.template at<Places>().decided(shared) && ...);
    }
    template <std::size_t... Places, class Shared>
    [[nodiscard, gnu::always_inline]] fold folded(std::index_sequence<Places...>, Shared const& shared) const noexcept {
        open_word value{start, start};
        std::uint64_t asks = 0;
        (add(parts.template at<Places>().folded(shared), value, asks), ...);
        return fold::of(value, asks);
    }
    [[gnu::always_inline]] static void add(fold const& of, open_word& value, std::uint64_t& asks) noexcept {
        value = All ? value & of.value : value | of.value;
        asks |= of.asks;
    }
    template <class Word, std::size_t... Places, class Shared>
    [[nodiscard, gnu::always_inline]] Word word(std::index_sequence<Places...>, Shared const& shared, std::size_t w,
                                                std::uint64_t care) const {
        Word found = swept::made<Word>(start, start);
        static_cast<void>((join<Places>(found, shared, w, care) && ...));
        return found;
    }
    /// Adds a part; false where the others no longer matter.
    template <std::size_t Place, class Word, class Shared>
    [[gnu::always_inline]] bool join(Word& found, Shared const& shared, std::size_t w, std::uint64_t& care) const {
        Word const next = parts.template at<Place>().template word<Word>(shared, w, care);
        if constexpr (All) {
            found = found & next;
        } else {
            found = found | next;
        }
        if constexpr (is_dear_after(Place)) {
            care &= All ? swept::maybe(found) : ~swept::surely(found);
            return care != 0;
        } else {
            return true;
        }
    }
    template <std::size_t... Places, class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t some(std::index_sequence<Places...>, Shared const& shared,
                                                         set_shape shape, std::size_t s) const noexcept {
        if constexpr (All) {
            return (parts.template at<Places>().some(shared, shape, s) & ... & ~std::uint64_t{0});
        } else {
            return (parts.template at<Places>().some(shared, shape, s) | ... | std::uint64_t{0});
        }
    }
    template <std::size_t... Places, class Shared>
    [[nodiscard, gnu::always_inline]] std::uint64_t gaps(std::index_sequence<Places...>, Shared const& shared,
                                                         set_shape shape, std::size_t s) const noexcept {
        if constexpr (All) {
            return (parts.template at<Places>().gaps(shared, shape, s) | ... | std::uint64_t{0});
        } else {
            return (parts.template at<Places>().gaps(shared, shape, s) & ... & ~std::uint64_t{0});
        }
    }
};

/// A demand that is not met.
template <class Condition>
struct unmet {};
template <class Condition>
struct bound<unmet<Condition>> : bound<negation<Condition>> {
    using bound<negation<Condition>>::bound;
};
/// Whether a rule bears, bound to a request: the condition, or for a demand its contrary.
template <effect Effect, class Condition>
using bearing = std::conditional_t<Effect == effect::demands, unmet<Condition>, Condition>;

/// The rules of a book as they bear, bound to a request.
template <class Book>
struct bearings;
template <effect... Effects, class... Conditions>
struct bearings<rulebook_declaration<rule_declaration<Effects, Conditions>...>> {
    using statements = typename leaves_of_all<type_list<>, Conditions...>::statements;
    using places = std::index_sequence_for<Conditions...>;
    using bound_rules = bound_parts<places, bearing<Effects, Conditions>...>;

    static constexpr std::array<effect, sizeof...(Effects)> effects{Effects...};
    static constexpr bool any_permits = ((Effects == effect::permits) || ...);
    [[nodiscard]] static constexpr bool objects(std::size_t rule) noexcept {
        return effects[rule] == effect::forbids || effects[rule] == effect::demands;
    }
    /// On how many of a hundred receivers each may bear, as estimated.
    static constexpr std::array<unsigned, sizeof...(Effects)> shares{bound<bearing<Effects, Conditions>>::share...};
    /// In which order objections are best read: those first that cost little and strike out many.
    static constexpr std::array<std::size_t, sizeof...(Effects)> order = [] {
        constexpr std::array<unsigned, sizeof...(Effects)> costs{bound<bearing<Effects, Conditions>>::cost...};
        std::array<std::size_t, sizeof...(Effects)> found{};
        for (std::size_t rule = 0; rule < found.size(); ++rule) {
            std::size_t at = rule;
            while (at > 0 && costs[found[at - 1]] * (shares[rule] + 1) > costs[rule] * (shares[found[at - 1]] + 1)) {
                found[at] = found[at - 1];
                --at;
            }
            found[at] = rule;
        }
        return found;
    }();

    struct bind {
        request const& asked;
        template <class... Rules>
        [[nodiscard, gnu::always_inline]] bound_rules operator()(Rules const&... rule) const {
            return bound_rules(asked, rule.when...);
        }
    };
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
