#pragma once

#include <lienvien/rules/sweep.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// An institution to which the rules permit the transfer, looked at to find its place among the others.
template <class Book>
struct candidate {
    sweep_plan<Book> const* plan;
    slot at;
    typename sweep_plan<Book>::asked_late* late = nullptr;  ///< room of whoever looks at many candidates of one plan

    [[nodiscard]] site where() const noexcept { return plan->asked().today().site_at(at); }
    /// How a condition stands for it: `holds(agreement_accepts)`.
    template <condition Node>
    [[nodiscard, gnu::always_inline]] truth holds(Node const& node) const {
        return plan->holds(node, at, late);
    }
};

/// An institution in its place, with what placed it there.
template <class Key>
struct ranked {
    site where{};
    slot at{};
    Key key{};
};

/// How many institutions the rules permit, and how many of them are shown.
struct ranking {
    std::size_t permitted = 0;
    std::size_t shown = 0;
};

namespace detail {

/// Takes permitted sites, word by word, and keeps the best of them in order.
template <class Book, class Key, class KeyOf>
struct best_first {
    sweep_plan<Book> const& plan;
    std::span<ranked<Key>> best;
    KeyOf& key_of;
    ranking found{};
    typename sweep_plan<Book>::asked_late late;

    best_first(sweep_plan<Book> const& of, std::span<ranked<Key>> places, KeyOf& compared)
        : plan(of), best(places), key_of(compared) {}

    [[gnu::always_inline]] void operator()(std::size_t w, std::uint64_t sites) {
        for (; sites != 0; sites &= sites - 1)
            take(slot{static_cast<std::uint32_t>(w * 64) + static_cast<std::uint32_t>(std::countr_zero(sites))});
    }

private:
    [[gnu::always_inline]] void take(slot at) {
        ++found.permitted;
        ranked<Key> const each{plan.asked().today().site_at(at), at, key_of(candidate<Book>{&plan, at, &late})};
        std::size_t place = found.shown;
        if (place < best.size()) {
            ++found.shown;
        } else if (place == 0 || !comes_before(each, best[--place])) {
            return;
        }
        for (; place > 0 && comes_before(each, best[place - 1]); --place) best[place] = best[place - 1];
        best[place] = each;
    }
    [[nodiscard, gnu::always_inline]] static bool comes_before(ranked<Key> const& a, ranked<Key> const& b) {
        return a.key < b.key || (!(b.key < a.key) && a.where < b.where);
    }
};

}  // namespace detail

/// Finds the best of the institutions to which the rules surely permit the transfer, best first.
///
/// `key_of(candidate)` gives what is compared, smaller first; equal ones stand in the order of the network. Institutions
/// that cannot pass are not visited.
/// Complexity: linear in the words of 64 sites where the sets of the rules meet, and k for each institution permitted.
template <class Book, class Key, class KeyOf>
ranking rank(sweep_plan<Book> const& plan, std::span<ranked<Key>> best, KeyOf key_of) {
    detail::best_first<Book, Key, KeyOf> kept(plan, best, key_of);
    plan.for_each_permitted(kept);
    return kept.found;
}
}  // namespace v0
}  // namespace lienvien
