#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// Sorts by `first(a, b)`, keeping the order of equals. Heap-free merge sort: O(n log n), one buffer; O(n) and none
/// where everything is in order already.
/// (<algorithm> costs every user of a header 13,000 lines; this is all of it that the rules need.)
template <class T, class First>
void sort_by(std::vector<T>& all, First first) {
    std::size_t sorted = 1;
    while (sorted < all.size() && !first(all[sorted], all[sorted - 1])) ++sorted;
    if (sorted >= all.size()) return;
    std::vector<T> merged;
    merged.reserve(all.size());
    for (std::size_t width = 1; width < all.size(); width *= 2) {
        merged.clear();
        for (std::size_t begin = 0; begin < all.size(); begin += 2 * width) {
            std::size_t const middle = begin + width < all.size() ? begin + width : all.size();
            std::size_t const end = middle + width < all.size() ? middle + width : all.size();
            std::size_t left = begin;
            std::size_t right = middle;
            while (left < middle || right < end) {
                bool const take_right = left == middle || (right < end && first(all[right], all[left]));
                merged.push_back(std::move(take_right ? all[right++] : all[left++]));
            }
        }
        all.swap(merged);
    }
}

/// The first place from `begin` to `end` of which `before(place)` is not true, or `end`. Precondition: the places of which
/// it is true stand in front of the others. Complexity: O(log n).
template <class Before>
[[nodiscard]] constexpr std::size_t first_not_before(std::size_t begin, std::size_t end, Before before) {
    while (begin < end) {
        std::size_t const middle = begin + (end - begin) / 2;
        if (before(middle))
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
