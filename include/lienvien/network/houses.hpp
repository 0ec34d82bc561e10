#pragma once

#include <lienvien/network/numbering.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Which institutions belong together on a day: parts of a whole, and outlets of a chain.
///
/// A whole or a chain that has a successor is answered by the successor. A circle, which `validate` reports, is walked once.
/// Complexity: built in time linear in the ties and in what lies above each institution.
class houses {
public:
    houses(network const& written, numbering const& numbers, moment when)
        : parts_of_(written.institutions.size()),
          wholes_(written.institutions.size()),
          parties_(written.institutions.size()),
          below_(written.institutions.size()),
          acting_(written.institutions.size()) {
        std::vector<std::vector<tie>> whole_of(written.institutions.size());
        for (auto const& each : written.memberships) {
            auto const part = numbers.find(each.part);
            auto const whole = numbers.find_successor(each.whole, when);
            link(part, whole, when.sees(each), whole_of);
            link(whole, part, when.sees(each), parts_of_);
        }
        auto belongs_to = whole_of;
        for (auto const& each : written.affiliations) {
            if (each.kind != affiliation_kind::outlet) continue;
            link(numbers.find(each.member), numbers.find_successor(each.hub, when), when.sees(each), belongs_to);
        }
        for (std::size_t s = 0; s < whole_of.size(); ++s) {
            wholes_[s] = climb(site{static_cast<std::uint32_t>(s)}, whole_of);
            parties_[s] = climb(site{static_cast<std::uint32_t>(s)}, belongs_to);
        }
        for (std::uint32_t s = 0; s < whole_of.size(); ++s) {
            for (auto const& above : wholes_[s]) below_[number_of(above.to)].push_back(site{s});
            for (auto const& above : parties_[s]) acting_[number_of(above.to)].push_back({site{s}, above.holds});
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
        parties.insert(parties.end(), parties_[number_of(which)].begin(), parties_[number_of(which)].end());
        return parties;
    }

    /// The same without the institution itself.
    [[nodiscard]] std::vector<tie> const& parties_above(site which) const noexcept {
        return parties_[number_of(which)];
    }

    /// Is `which` the party itself, a part of it, or an outlet of it?
    [[nodiscard]] truth acts_for(site which, site party) const noexcept { return reaches(which, party, parties_); }

    /// Every other institution that acts, or may act, for a party: its parts and outlets, and theirs.
    [[nodiscard]] std::vector<tie> const& acting_for(site party) const noexcept { return acting_[number_of(party)]; }

    /// Calls `take(site, truth)` for every institution that is, or may be, of one house with `which`, itself first; some
    /// may come twice.
    template <class Take>
    void for_each_of_house(site which, Take take) const {
        take(which, truth::yes);
        auto const add = [&](site other) {
            if (other != which) take(other, same_house(which, other));
        };
        for (auto const part : below_[number_of(which)]) add(part);
        for (auto const& above : wholes_[number_of(which)]) {
            add(above.to);
            for (auto const part : below_[number_of(above.to)]) add(part);
        }
    }

    /// Is it of no house but its own?
    [[nodiscard]] bool stands_alone(site which) const noexcept {
        return below_[number_of(which)].empty() && wholes_[number_of(which)].empty();
    }
    /// Do the two belong to one institution: the same, one a part of the other, or parts of one whole?
    [[nodiscard]] truth same_house(site a, site b) const noexcept {
        truth same = reaches(a, b, wholes_) | reaches(b, a, wholes_);
        for (auto const& above : wholes_[number_of(a)]) same |= above.holds & reaches(b, above.to, wholes_);
        return same;
    }

    /// Every tie that can be followed from a site, each institution once, as surely as it is reached; without the site.
    [[nodiscard]] static std::vector<tie> climb(site from, std::vector<std::vector<tie>> const& ties) {
        std::vector<tie> reached;
        for (truth const least :
             {truth::yes, truth::unknown}) {  // what surely holds comes first, so that it is not doubted
            for (std::size_t at = 0; at <= reached.size(); ++at) {
                for (auto const& next : ties[number_of(at == 0 ? from : reached[at - 1].to)]) {
                    bool seen = next.to == from || next.holds < least;
                    for (auto const& earlier : reached) seen = seen || earlier.to == next.to;
                    if (!seen) reached.push_back({next.to, least});
                }
            }
        }
        return reached;
    }

private:
    static void link(std::optional<site> from, std::optional<site> to, truth holds,
                     std::vector<std::vector<tie>>& ties) {
        if (from && to && from != to && !is_no(holds)) ties[number_of(*from)].push_back({*to, holds});
    }
    [[nodiscard]] static truth reaches(site from, site to, std::vector<std::vector<tie>> const& above) noexcept {
        if (from == to) return truth::yes;
        for (auto const& each : above[number_of(from)]) {
            if (each.to == to) return each.holds;
        }
        return truth::no;
    }

    std::vector<std::vector<tie>> parts_of_;  // directly
    std::vector<std::vector<tie>> wholes_;    // all above, without the institution itself
    std::vector<std::vector<tie>> parties_;   // all above, chains included
    std::vector<std::vector<site>> below_;    // all whose wholes include it
    std::vector<std::vector<tie>> acting_;    // all whose parties include it
};
}  // namespace v0
}  // namespace lienvien
