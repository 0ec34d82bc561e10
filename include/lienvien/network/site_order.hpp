#pragma once

#include <lienvien/network/numbering.hpp>
#include <lienvien/network/site_sets.hpp>
#include <lienvien/network/standings.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// In which order the sites of a snapshot stand in its sets: by level, highest first, then by province, so that a level and
/// a province within it are ranges. An order for speed only; it says nothing about the sites.
class site_order {
public:
    site_order(numbering const& numbers, std::vector<standing> const& settled)
        : shape_(static_cast<std::uint32_t>(settled.size())), slots_(settled.size()), sites_(settled.size()) {
        std::vector<std::uint32_t> place(settled.size());  // the group of each site
        std::size_t const columns = numbers.provinces() + 1;
        std::vector<std::uint32_t> first(4 * columns + 1, 0);
        for (std::uint32_t s = 0; s < settled.size(); ++s) {
            auto const in = settled[s].province;
            std::size_t const column = in ? number_of(*in) : numbers.provinces();
            place[s] = static_cast<std::uint32_t>((3 - static_cast<std::size_t>(settled[s].level)) * columns + column);
            ++first[place[s] + 1];
        }
        for (std::size_t at = 1; at < first.size(); ++at) first[at] += first[at - 1];
        for (std::uint32_t s = 0; s < settled.size(); ++s) {
            slots_[s] = slot{first[place[s]]++};
            sites_[number_of(slots_[s])] = site{s};
        }
    }
    [[nodiscard]] set_shape shape() const noexcept { return shape_; }
    [[nodiscard]] std::vector<slot> const& slots() const noexcept { return slots_; }
    [[nodiscard]] site at(slot which) const noexcept { return sites_[number_of(which)]; }

private:
    set_shape shape_;
    std::vector<slot> slots_;  // by site
    std::vector<site> sites_;  // by slot
};
}  // namespace v0
}  // namespace lienvien
