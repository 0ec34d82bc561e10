#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/progress.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a search over sets of changes found: one bit for each change.
struct minimal_sets_found {
    std::vector<std::uint32_t> sets{};  ///< by size, then by number
    bool stopped = false;               ///< the caller stopped it: there may be more
};

/// Every minimal set of changes that brings something about: `holds(set)` and for no smaller set within it.
///
/// Nothing is assumed of `holds`: a change may undo what another brings about, as where a rule has an exception. Sets are
/// tried from the smallest on, and none that has one already found within it.
/// \param changes  how many there are, at most 20
/// \param holds    is asked once a set at most, with one bit for each change
/// Complexity: 2^changes calls of `holds` at most.
template <class Holds>
[[nodiscard]] minimal_sets_found minimal_sets(std::size_t changes, Holds holds, progress watch = {}) {
    LIENVIEN_EXPECTS(changes <= 20, "a search over sets of changes takes at most 20 of them");
    minimal_sets_found result;
    std::uint32_t const all = std::uint32_t{1} << changes;
    std::uint32_t tried = 0;
    for (std::size_t size = 0; size <= changes; ++size) {
        std::size_t const known_before = result.sets.size();  // of one size none lies within another
        std::uint32_t set = (std::uint32_t{1} << size) - 1;
        while (set < all) {
            if (tried++ % 64 == 0 && !watch.tell(tried, all)) {
                result.stopped = true;
                return result;
            }
            bool within = false;
            for (std::size_t at = 0; at < known_before; ++at) within = within || (result.sets[at] & ~set) == 0;
            if (!within && holds(set)) result.sets.push_back(set);
            if (set == 0) break;
            std::uint32_t const low = set & (~set + 1);  // the next number with as many bits
            std::uint32_t const next = set + low;
            set = next | (((set ^ next) >> 2) >> std::countr_zero(low));
        }
    }
    static_cast<void>(watch.tell(all, all));
    return result;
}

}  // namespace v0
}  // namespace lienvien
