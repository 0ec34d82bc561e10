#pragma once

#include <lienvien/base/source.hpp>
#include <lienvien/lifecycle/transfer_capabilities.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/model/technique.hpp>

#include <vector>

namespace lienvien {
inline namespace v0 {

/// A technique at a site hangs on people: it is performed alone only while so many of them hold a valid certificate.
///
/// Nothing of it follows from a rule of law: the package states it, or the site declares it for itself. A need that names no
/// programme is no condition.
struct staff_condition {
    institution_id site;
    technique_id technique;
    staff_need need;
    lienvien::source source{};

    friend bool operator==(staff_condition const&, staff_condition const&) = default;
};

/// What packages state of certified staff, for every technique that comes, or came, to a site by a transfer: a package for its
/// own techniques and those of its parts, a part for its own. Each once.
/// Complexity: transfers x packages x techniques
[[nodiscard]] inline std::vector<staff_condition> staff_conditions(network const& all) {
    std::vector<staff_condition> found;
    for (auto const& each : all.transfers) {
        for (auto const* stating : packages_within(all, each.package)) {
            for (auto const& technique : techniques_of(all, stating->id)) {
                for (auto const& need : stating->staff) {
                    if (!need.certified_by) continue;
                    staff_condition made{each.recipient, technique, need, stating->source};
                    bool there = false;
                    for (auto const& other : found) there = there || other == made;
                    if (!there) found.push_back(std::move(made));
                }
            }
        }
    }
    return found;
}

}  // namespace v0
}  // namespace lienvien
