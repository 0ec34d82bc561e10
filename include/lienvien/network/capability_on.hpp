#pragma once

#include <lienvien/network/snapshot.hpp>

#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Where a site stands with a technique on a day: does it perform it alone, and which stage do capability facts give?
struct technique_standing {
    site where;
    technique_number technique;
    truth performs;
    lienvien::stage
        reached;  ///< not known where no capability fact settles it, as for a technique that only a list names

    friend bool operator==(technique_standing const&, technique_standing const&) = default;
};

/// Where a site stands with a technique on the day of the snapshot.
/// Complexity: linear in the capability facts about the site.
[[nodiscard]] inline technique_standing standing_on(snapshot const& today, site where, technique_number technique) {
    auto const& facts = today.written().capabilities;
    auto const& wanted = today.written().techniques[number_of(technique)].id;
    std::vector<std::uint32_t> about;
    for (auto const number : today.facts().capabilities[number_of(where)]) {
        if (facts[number].technique == wanted) about.push_back(number);
    }
    auto const reached = settle<stage>(facts, about, today.when(), [](capability const& fact) { return fact.stage; });
    return {where, technique, today.performs(where, technique), reached.value};
}

/// Where a site stands with every technique of the network that it performs or may perform, or of which a stage is known.
///
/// A technique that is known to be absent and of which nothing is written is left out.
/// Complexity: techniques of the network x facts about the site.
[[nodiscard]] inline std::vector<technique_standing> techniques_at(snapshot const& today, site where) {
    std::vector<technique_standing> all;
    for (std::uint32_t t = 0; t < today.written().techniques.size(); ++t) {
        auto const standing = standing_on(today, where, technique_number{t});
        if (!is_no(standing.performs) || standing.reached != stage::not_known) all.push_back(standing);
    }
    return all;
}

}  // namespace v0
}  // namespace lienvien
