#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/validate/kinship.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// What each site is said to perform, at any time: its capability facts and what its technique lists name, by technique.
class holdings {
public:
    /// A capability fact, or a technique list that names the technique: eight bytes, since a nation has millions.
    struct holding {
        std::uint32_t technique;
        std::uint32_t number : 31;
        std::uint32_t listed : 1;

        [[nodiscard]] static holding of(std::uint32_t technique, std::uint32_t number, bool listed) noexcept {
            return {technique, number & 0x7FFFFFFFu, listed ? 1u : 0u};
        }
    };

    holdings(network const& all, directory const& known, kinship const& kin, capability_numbers const& numbers)
        : all_(all),
          kin_(kin),
          first_(all.institutions.size() + 1, 0),
          lists_(known.group(
              all.institutions.size(), all.technique_lists,
              [](technique_list const& l) -> auto const& { return l.site; })),
          resolved_(all.technique_lists.size(), false) {
        grouping const facts(all.institutions.size(), all.capabilities.size(), [&](std::size_t n) {
            return numbers.site[n] == capability_numbers::none ? std::nullopt : std::optional(numbers.site[n]);
        });
        std::size_t most = all.capabilities.size();
        for (auto const& list : all.technique_lists) most += list.techniques.size();
        all_holdings_.reserve(most);
        std::vector<holding> here;
        for (std::uint32_t site = 0; site < all.institutions.size(); ++site) {
            here.clear();
            for (auto const n : facts[site]) {
                if (numbers.technique[n] != capability_numbers::none)
                    here.push_back(holding::of(numbers.technique[n], n, false));
            }
            for (auto const n : lists_[site]) {
                std::size_t const before = here.size();
                auto const& named = all.technique_lists[n].techniques;
                for (auto const& id : named) {
                    if (auto const at = known.find(id)) here.push_back(holding::of(*at, n, true));
                }
                resolved_[n] = here.size() - before == named.size();
            }
            sort_by(here, [](holding const& a, holding const& b) { return a.technique < b.technique; });
            all_holdings_.insert(all_holdings_.end(), here.begin(), here.end());
            first_[site + 1] = all_holdings_.size();
        }
    }

    struct range {
        holding const* first;
        holding const* last;
        [[nodiscard]] holding const* begin() const noexcept { return first; }
        [[nodiscard]] holding const* end() const noexcept { return last; }
    };
    /// Everything about a site: one technique after the other, facts before lists.
    [[nodiscard]] range at(std::uint32_t site) const noexcept {
        return {all_holdings_.data() + first_[site], all_holdings_.data() + first_[site + 1]};
    }
    [[nodiscard]] range at(std::uint32_t site, std::uint32_t technique) const noexcept {
        auto const begin = first_not_before(first_[site], first_[site + 1],
                                            [&](std::size_t at) { return all_holdings_[at].technique < technique; });
        auto end = begin;
        while (end < first_[site + 1] && all_holdings_[end].technique == technique) ++end;
        return {all_holdings_.data() + begin, all_holdings_.data() + end};
    }
    /// Is the site of a technique list known, and every technique in it? They were looked up here.
    [[nodiscard]] bool is_resolved(std::size_t technique_list) const noexcept { return resolved_[technique_list]; }
    [[nodiscard]] validity const& valid(holding const& each) const noexcept {
        return each.listed ? all_.technique_lists[each.number].valid : all_.capabilities[each.number].valid;
    }

    /// Does the site, a part of it or the whole around it perform the technique at some time within `during`?
    [[nodiscard]] truth performs(std::uint32_t site, std::uint32_t technique, validity const& during,
                                 directory const& known) const {
        truth performed = performs_itself(site, technique, during);
        if (is_yes(performed)) return performed;
        for (auto const m : kin_.parts_of(site)) {
            auto const part = known.find(all_.memberships[m].part);
            if (part && is_yes(performs_itself(*part, technique, during))) return truth::yes;
        }
        for (auto const m : kin_.wholes_of(site)) {
            auto const whole = known.find(all_.memberships[m].whole);
            if (whole && is_yes(performs_itself(*whole, technique, during))) return truth::yes;
        }
        return performed;
    }

private:
    // A fact stands before a list; a list that is complete makes what is not written absent; so does a fact of another time.
    [[nodiscard]] truth performs_itself(std::uint32_t site, std::uint32_t technique, validity const& during) const {
        bool stated = false, any_fact = false, listed = false;
        truth performed = truth::no;
        for (auto const& each : at(site, technique)) {
            bool const then = !is_no(overlap(valid(each), during));
            if (each.listed) {
                listed = listed || then;
                continue;
            }
            any_fact = true;
            if (!then) continue;
            stated = true;
            performed |= performs_alone(all_.capabilities[each.number].stage);
        }
        if (stated) return performed;
        if (listed) return truth::yes;
        if (any_fact) return truth::no;
        for (auto const n : lists_[site]) {
            auto const& list = all_.technique_lists[n];
            bool const covers = !list.field || list.field == all_.techniques[technique].field;
            if (covers && is_yes(overlap(list.valid, during))) return truth::no;
        }
        return truth::unknown;
    }

    network const& all_;
    kinship const& kin_;
    std::vector<std::size_t> first_;
    std::vector<holding> all_holdings_;
    grouping lists_;
    std::vector<bool> resolved_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
