#pragma once

#include <lienvien/network/numbering.hpp>

#include <cstddef>
#include <cstdint>
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
    struct tie {
        site to;
        truth holds;
    };
    /// A tie, and whose it is.
    struct tie_from {
        site from;
        tie leads;
    };
    /// The ties of each institution side by side, in the order in which they were given. None at all take no memory.
    class ties {
    public:
        ties() = default;
        ties(std::size_t institutions, std::vector<tie_from> const& all) {
            if (all.empty()) return;
            first_.assign(institutions + 1, 0);
            for (auto const& each : all) ++first_[number_of(each.from) + 1];
            for (std::size_t s = 0; s < institutions; ++s) first_[s + 1] += first_[s];
            std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
            all_.resize(all.size());
            for (auto const& each : all) all_[next[number_of(each.from)]++] = each.leads;
        }

        struct range {
            tie const* first;
            tie const* last;
            [[nodiscard]] tie const* begin() const noexcept { return first; }
            [[nodiscard]] tie const* end() const noexcept { return last; }
            [[nodiscard]] bool empty() const noexcept { return first == last; }
        };
        /// Those of an institution.
        [[nodiscard, gnu::always_inline]] range operator[](std::size_t institution) const noexcept {
            if (all_.empty()) return {nullptr, nullptr};
            return {all_.data() + first_[institution], all_.data() + first_[institution + 1]};
        }
        [[nodiscard]] bool empty() const noexcept { return all_.empty(); }

    private:
        std::vector<std::uint32_t> first_;
        std::vector<tie> all_;
    };

    houses(network const& written, numbering const& numbers, moment when) {
        std::size_t const count = written.institutions.size();
        std::vector<tie_from> up;
        std::vector<tie_from> down;
        for (auto const& each : written.memberships) {
            auto const part = numbers.find(each.part);
            auto const whole = numbers.find_successor(each.whole, when);
            link(part, whole, when.sees(each), up);
            link(whole, part, when.sees(each), down);
        }
        parts_of_ = ties(count, down);
        gather(count, ties(count, up), wholes_, below_);
        for (auto const& each : written.affiliations) {
            if (each.kind != affiliation_kind::outlet) continue;
            link(numbers.find(each.member), numbers.find_successor(each.hub, when), when.sees(each), up);
        }
        gather(count, ties(count, up), parties_, acting_);
    }

    [[nodiscard]] ties::range parts_of(site which) const noexcept { return parts_of_[number_of(which)]; }

    /// Every institution that `which` acts for: itself, the wholes above it, and the chains they are outlets of.
    [[nodiscard]] std::vector<tie> parties_of(site which) const {
        std::vector<tie> parties{{which, truth::yes}};
        for (auto const& above : parties_above(which)) parties.push_back(above);
        return parties;
    }

    /// The same without the institution itself.
    [[nodiscard]] ties::range parties_above(site which) const noexcept { return parties_[number_of(which)]; }

    /// Is `which` the party itself, a part of it, or an outlet of it?
    [[nodiscard]] truth acts_for(site which, site party) const noexcept { return reaches(which, party, parties_); }

    /// Every other institution that acts, or may act, for a party: its parts and outlets, and theirs.
    [[nodiscard]] ties::range acting_for(site party) const noexcept { return acting_[number_of(party)]; }

    /// Calls `take(site, truth)` for every institution that is, or may be, of one house with `which`, itself first; some
    /// may come twice.
    template <class Take>
    void for_each_of_house(site which, Take take) const {
        take(which, truth::yes);
        auto const add = [&](site other) {
            if (other != which) take(other, same_house(which, other));
        };
        for (auto const& part : below_[number_of(which)]) add(part.to);
        for (auto const& above : wholes_[number_of(which)]) {
            add(above.to);
            for (auto const& part : below_[number_of(above.to)]) add(part.to);
        }
    }

    /// Is it of no house but its own?
    [[nodiscard, gnu::always_inline]] bool stands_alone(site which) const noexcept {
        if (wholes_.empty()) return true;  // nobody is part of another
        return below_[number_of(which)].empty() && wholes_[number_of(which)].empty();
    }
    /// Do the two belong to one institution: the same, one a part of the other, or parts of one whole?
    [[nodiscard]] truth same_house(site a, site b) const noexcept {
        truth same = reaches(a, b, wholes_) | reaches(b, a, wholes_);
        for (auto const& above : wholes_[number_of(a)]) same |= above.holds & reaches(b, above.to, wholes_);
        return same;
    }

    /// Every tie that can be followed from a site, each institution once, as surely as it is reached; without the site.
    [[nodiscard]] static std::vector<tie> climb(site from, ties const& each_of) {
        std::vector<tie> reached;
        for (truth const least :
             {truth::yes, truth::unknown}) {  // what surely holds comes first, so that it is not doubted
            for (std::size_t at = 0; at <= reached.size(); ++at) {
                for (auto const& next : each_of[number_of(at == 0 ? from : reached[at - 1].to)]) {
                    bool seen = next.to == from || next.holds < least;
                    for (auto const& earlier : reached) seen = seen || earlier.to == next.to;
                    if (!seen) reached.push_back({next.to, least});
                }
            }
        }
        return reached;
    }

private:
    static void link(std::optional<site> from, std::optional<site> to, truth holds, std::vector<tie_from>& all) {
        if (from && to && from != to && !is_no(holds)) all.push_back({*from, {*to, holds}});
    }
    // All that lies above each institution, and who lies below each.
    static void gather(std::size_t count, ties const& direct, ties& above, ties& below) {
        if (direct.empty()) return;
        std::vector<tie_from> up;
        std::vector<tie_from> down;
        for (std::uint32_t s = 0; s < count; ++s) {
            for (auto const& each : climb(site{s}, direct)) {
                up.push_back({site{s}, each});
                down.push_back({each.to, {site{s}, each.holds}});
            }
        }
        above = ties(count, up);
        below = ties(count, down);
    }
    [[nodiscard]] static truth reaches(site from, site to, ties const& above) noexcept {
        if (from == to) return truth::yes;
        for (auto const& each : above[number_of(from)]) {
            if (each.to == to) return each.holds;
        }
        return truth::no;
    }

    ties parts_of_;  // directly
    ties wholes_;    // all above, without the institution itself
    ties parties_;   // all above, chains included
    ties below_;     // all whose wholes include it
    ties acting_;    // all whose parties include it
};
}  // namespace v0
}  // namespace lienvien
