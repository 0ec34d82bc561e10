#pragma once

#include <lienvien/validate/directory.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Who belongs to whom at some time: parts and wholes, outlets and chains, owners, predecessors and successors.
class kinship {
public:
    kinship(network const& all, directory const& known)
        : all_(all),
          known_(known),
          size_(all.institutions.size()),
          wholes_(known.group(
              size_, all.memberships, [](membership const& m) -> auto const& { return m.part; })),
          parts_(known.group(
              size_, all.memberships, [](membership const& m) -> auto const& { return m.whole; })),
          hubs_(size_, all.affiliations.size(),
                [&](std::size_t n) {
                    auto const& fact = all.affiliations[n];
                    bool const own = fact.kind == affiliation_kind::outlet || fact.kind == affiliation_kind::owned;
                    return own ? known.find(fact.member) : std::nullopt;
                }),
          heirs_(known.group(
              size_, all.successions, [](succession const& s) -> auto const& { return s.predecessor; })),
          forebears_(known.group(
              size_, all.successions, [](succession const& s) -> auto const& { return s.successor; })) {}

    [[nodiscard]] grouping::range parts_of(std::uint32_t whole) const noexcept { return parts_[whole]; }
    [[nodiscard]] grouping::range wholes_of(std::uint32_t part) const noexcept { return wholes_[part]; }
    [[nodiscard]] bool has_heir(std::uint32_t institution) const noexcept { return !heirs_[institution].empty(); }

    /// Is one institution, through any number of steps, a part of the other?
    [[nodiscard]] bool is_part(institution_id const& part, institution_id const& whole) const {
        return leads_to(part, whole, false);
    }
    /// May one institution act where the other is named: the same, a part, an outlet, owned by it, its heir or forebear?
    [[nodiscard]] bool acts_for(institution_id const& actor, institution_id const& party) const {
        return actor == party || leads_to(actor, party, true);
    }

private:
    [[nodiscard]] bool leads_to(institution_id const& from, institution_id const& to, bool every_tie) const {
        auto const start = known_.find(from);
        if (!start) return from == to;
        std::vector<std::uint32_t> reached{*start};  // short: whoever stands above, before and after
        auto const reach = [&](institution_id const& next) {
            auto const n = known_.find(next);
            bool seen = !n;
            for (std::size_t r = 0; r < reached.size() && !seen; ++r) seen = reached[r] == *n;
            if (!seen) reached.push_back(*n);
        };
        for (std::size_t at = 0; at < reached.size(); ++at) {
            auto const n = reached[at];
            if (all_.institutions[n].id == to) return true;
            for (auto const m : wholes_[n]) reach(all_.memberships[m].whole);
            if (!every_tie) continue;
            for (auto const a : hubs_[n]) reach(all_.affiliations[a].hub);
            for (auto const s : heirs_[n]) reach(all_.successions[s].successor);
            for (auto const s : forebears_[n]) reach(all_.successions[s].predecessor);
        }
        return false;
    }

    network const& all_;
    directory const& known_;
    std::size_t size_;
    grouping wholes_, parts_, hubs_, heirs_, forebears_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
