#pragma once

#include <lienvien/network/numbering.hpp>
#include <cstddef>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Which institutions belong together on a day: parts of a whole, and outlets of a chain.
class houses {
public:
    houses(network const& written, numbering const& numbers, moment when)
        : whole_of_(written.institutions.size()), chain_of_(written.institutions.size()), parts_of_(written.institutions.size()) {
        for (auto const& each : written.memberships) {
            link(numbers, each.part, each.whole, when.sees(each), whole_of_);
            link(numbers, each.whole, each.part, when.sees(each), parts_of_);
        }
        for (auto const& each : written.affiliations) {
            if (each.kind == affiliation_kind::outlet) link(numbers, each.member, each.hub, when.sees(each), chain_of_);
        }
    }

    struct tie {
        site to;
        truth holds;
    };
    [[nodiscard]] std::vector<tie> const& parts_of(site which) const noexcept { return parts_of_[number_of(which)]; }

    /// Every institution that `which` acts for: itself, the wholes above it, and the chains they are outlets of.
    [[nodiscard]] std::vector<tie> parties_of(site which) const {
        std::vector<tie> parties{{which, truth::yes}};
        for (std::size_t at = 0; at < parties.size() && at < deepest; ++at) {
            tie const from = parties[at];
            for (auto const* ties : {&whole_of_[number_of(from.to)], &chain_of_[number_of(from.to)]}) {
                for (auto const& up : *ties) parties.push_back({up.to, from.holds & up.holds});
            }
        }
        return parties;
    }

    /// Is `which` the party itself, a part of it, or an outlet of it?
    [[nodiscard]] truth acts_for(site which, site party) const { return reaches(which, party, true, 0); }

    /// Do the two belong to one institution: the same, one a part of the other, or parts of one whole?
    [[nodiscard]] truth same_house(site a, site b) const {
        truth same = reaches(a, b, false, 0) | reaches(b, a, false, 0);
        for (auto const& up : whole_of_[number_of(a)]) {
            if (is_yes(same)) break;
            same |= up.holds & same_house_above(up.to, b, 1);
        }
        return same;
    }

private:
    static constexpr int deepest = 16;  // chains are short; a circle, which `validate` reports, ends here

    static void link(numbering const& numbers, institution_id const& from, institution_id const& to, truth holds,
                     std::vector<std::vector<tie>>& ties) {
        auto const a = numbers.find(from);
        auto const b = numbers.find(to);
        if (a && b && !is_no(holds)) ties[number_of(*a)].push_back({*b, holds});
    }
    [[nodiscard]] truth reaches(site from, site to, bool through_chains, int depth) const {
        if (from == to) return truth::yes;
        if (depth == deepest) return truth::no;
        truth found = truth::no;
        for (auto const& up : whole_of_[number_of(from)]) found |= up.holds & reaches(up.to, to, through_chains, depth + 1);
        if (through_chains) {
            for (auto const& up : chain_of_[number_of(from)]) found |= up.holds & reaches(up.to, to, true, depth + 1);
        }
        return found;
    }
    [[nodiscard]] truth same_house_above(site whole, site b, int depth) const {
        truth same = reaches(b, whole, false, 0);
        if (depth == deepest) return same;
        for (auto const& up : whole_of_[number_of(whole)]) same |= up.holds & same_house_above(up.to, b, depth + 1);
        return same;
    }

    std::vector<std::vector<tie>> whole_of_, chain_of_, parts_of_;
};
}  // namespace v0
}  // namespace lienvien
