#pragma once

#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Ranges whose least is above their most, and parts larger than the whole. Negative numbers do not exist as measures.
inline void check_figures(network const& all, report& found) {
    auto const reversed = [&](auto const& fact, std::string pointer) {
        if (!fact.most || !(*fact.most < fact.least)) return;
        std::string const least = fact.least.to_string(), most = fact.most->to_string();
        found.add(finding_code::checked("reversed-range"), severity::error, subject_of(fact), std::move(pointer),
                  both({"ít nhất ", least, " nhưng nhiều nhất ", most}, {"at least ", least, ", but at most ", most}));
    };
    auto const above = [&](std::string part, std::string whole, std::string subject, std::string pointer) {
        found.add(finding_code::checked("share-above-whole"), severity::error, std::move(subject), std::move(pointer),
                  both({"phần (", part, ") lớn hơn tổng (", whole, ")"},
                       {"the part (", part, ") is larger than the whole (", whole, ")"}));
    };
    for (std::size_t n = 0; n < all.capacities.size(); ++n) {
        auto const& fact = all.capacities[n];
        if (!fact.total || !fact.free || !(*fact.total < *fact.free)) continue;
        above(fact.free->to_string(), fact.total->to_string(), subject_of(fact), place_of("capacities", n, "free"));
    }
    for (std::size_t n = 0; n < all.staffings.size(); ++n) reversed(all.staffings[n], place_of("staffings", n));
    for (std::size_t n = 0; n < all.figures.size(); ++n) {
        auto const& fact = all.figures[n];
        reversed(fact, place_of("figures", n));
        if (!fact.out_of) continue;
        auto const& largest = fact.most && fact.least < *fact.most ? *fact.most : fact.least;
        if (*fact.out_of < largest) {
            above(largest.to_string(), fact.out_of->to_string(), subject_of(fact), place_of("figures", n, "out_of"));
        }
    }
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
