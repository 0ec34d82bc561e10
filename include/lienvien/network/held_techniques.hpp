#pragma once

#include <lienvien/network/numbering.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Which site performs which technique on its own responsibility on a day, as far as it is written down.
///
/// Capability facts that hold decide; else the approved technique list; else a technique is absent where a list that is
/// complete for it is in force, or where capability facts are written but for other days, and unknown where nothing is
/// written. Parts of an institution are counted by `snapshot`, not here.
class held_techniques {
public:
    held_techniques(network const& written, numbering const& numbers, grouping const& capabilities,
                    grouping const& lists, moment when)
        : first_(written.institutions.size() + 1, 0),
          unwritten_(written.institutions.size(), truth::unknown),
          written_(&written),
          complete_for_(written.institutions.size()) {
        std::vector<std::uint32_t> place(written.techniques.size(),
                                         0);  // of a technique among those of one site, from 1
        for (std::uint32_t s = 0; s < written.institutions.size(); ++s) {
            auto const start = entries_.size();
            auto const entry_of = [&](technique_id const& id) -> entry* {
                auto const technique = numbers.find(id);
                if (!technique) return nullptr;
                auto& at = place[number_of(*technique)];
                if (at == 0) {
                    entries_.push_back({*technique, truth::no, truth::no, truth::no});
                    at = static_cast<std::uint32_t>(entries_.size() - start);
                }
                return &entries_[start + at - 1];
            };
            for (auto const number : lists[s]) {
                auto const& list = written.technique_lists[number];
                truth const holds = when.sees(list);
                if (is_no(holds)) continue;
                if (is_yes(holds) && !list.field) unwritten_[s] = truth::no;
                if (is_yes(holds) && list.field) complete_for_[s].push_back(*list.field);
                for (auto const& id : list.techniques) {
                    if (auto* held = entry_of(id)) held->listed |= holds;
                }
            }
            for (auto const number : capabilities[s]) {
                auto const& fact = written.capabilities[number];
                if (!was_known(fact.source, when.known_on)) continue;
                if (auto* held = entry_of(fact.technique)) {
                    truth const holds = holds_on(fact.valid, when.today);
                    held->performs |= holds & performs_alone(fact.stage);
                    held->does_not |= holds & !performs_alone(fact.stage);
                }
            }
            for (auto at = start; at < entries_.size(); ++at) place[number_of(entries_[at].technique)] = 0;
            sort(start);
            first_[s + 1] = static_cast<std::uint32_t>(entries_.size());
        }
    }

    /// Does the site itself perform the technique?
    [[nodiscard]] truth performs(site which, technique_number technique) const noexcept {
        entry const* found = find(which, technique);
        if (!found)
            return is_unknown(unwritten_[number_of(which)]) && is_complete_for(which, technique)
                       ? truth::no
                       : unwritten_[number_of(which)];
        entry const& held = *found;
        // Facts that say both at once leave it open; a capability fact that holds stands before the list.
        if (is_yes(held.does_not)) return is_no(held.performs) ? truth::no : truth::unknown;
        if (is_yes(held.performs)) return is_no(held.does_not) ? truth::yes : truth::unknown;
        if (is_no(held.performs) && (is_no(held.does_not) || is_no(held.listed))) return held.listed;
        return is_yes(held.listed) && is_no(held.does_not) ? truth::yes : truth::unknown;
    }

    /// Does a fact or a list name the technique at the site itself?
    [[nodiscard]] bool is_written(site which, technique_number technique) const noexcept {
        return find(which, technique) != nullptr;
    }

private:
    struct entry {
        technique_number technique;
        truth performs;  ///< by a capability fact
        truth does_not;  ///< by a capability fact of a stage at which it is not performed alone
        truth listed;
    };

    [[nodiscard]] entry const* find(site which, technique_number technique) const noexcept {
        auto low = first_[number_of(which)];
        auto high = first_[number_of(which) + 1];
        while (low < high) {
            auto const middle = low + (high - low) / 2;
            if (entries_[middle].technique < technique) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == first_[number_of(which) + 1] || entries_[low].technique != technique ? nullptr : &entries_[low];
    }
    // A list for one field says nothing of the techniques of other fields.
    [[nodiscard]] bool is_complete_for(site which, technique_number technique) const noexcept {
        auto const& of = written_->techniques[number_of(technique)].field;
        for (auto const& field : complete_for_[number_of(which)]) {
            if (of && *of == field) return true;
        }
        return false;
    }

    // Few entries a site, mostly in order already.
    void sort(std::size_t start) {
        for (auto at = start + 1; at < entries_.size(); ++at) {
            for (auto to = at; to > start && entries_[to].technique < entries_[to - 1].technique; --to) {
                entry const moved = entries_[to];
                entries_[to] = entries_[to - 1];
                entries_[to - 1] = moved;
            }
        }
    }

    std::vector<std::uint32_t> first_;  // entries_[first_[s] .. first_[s + 1]) are those of site s, by technique
    std::vector<entry> entries_;
    std::vector<truth> unwritten_;  // what a technique that is not written down means at a site
    network const* written_;
    std::vector<std::vector<field_id>> complete_for_;
};
}  // namespace v0
}  // namespace lienvien
