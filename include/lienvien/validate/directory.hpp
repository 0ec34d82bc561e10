#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/id_index.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// How many letters to add, drop or change to make one id of the other, counted up to `limit` + 1.
[[nodiscard]] inline std::size_t edits_between(std::string_view a, std::string_view b, std::size_t limit) noexcept {
    std::size_t const unlike = a.size() < b.size() ? b.size() - a.size() : a.size() - b.size();
    if (unlike > limit) return limit + 1;
    std::size_t row[32];
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        std::size_t least = row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t cost = diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u);
            if (row[j] + 1 < cost) cost = row[j] + 1;
            if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1;
            diagonal = row[j];
            row[j] = cost;
            if (cost < least) least = cost;
        }
        if (least > limit) return limit + 1;
    }
    return row[b.size()];
}

/// The nouns of one list, found by id.
template <class Noun>
class known_by_id {
public:
    using id_type = decltype(Noun::id);

    explicit known_by_id(std::vector<Noun> const& nouns) : nouns_(&nouns), index_(nouns, identity) {}

    [[nodiscard]] id_index<id_type> const& index() const noexcept { return index_; }
    [[nodiscard]] std::optional<std::uint32_t> find(id_type const& id) const { return index_.find(id); }
    [[nodiscard]] std::optional<std::uint32_t> find(id_type const& id, std::uint32_t guess) const {
        return index_.find(id, guess);
    }
    [[nodiscard]] Noun const* get(id_type const& id) const {
        auto const at = find(id);
        return at ? &(*nouns_)[*at] : nullptr;
    }
    /// The id most like `missing`, where one is near; `budget` is how many more ids may be looked at.
    [[nodiscard]] std::optional<id_type> nearest(id_type const& missing, std::size_t& budget) const {
        if (nouns_->size() > budget) return std::nullopt;
        budget -= nouns_->size();
        std::size_t limit = missing.view().size() < 4 ? 1 : missing.view().size() < 12 ? 2 : 3;
        std::optional<id_type> best;
        for (auto const& noun : *nouns_) {
            auto const edits = edits_between(missing.view(), noun.id.view(), limit);
            if (edits > limit || edits == 0) continue;
            best = noun.id;
            if ((limit = edits - 1) == 0) break;
        }
        return best;
    }

private:
    [[nodiscard]] static id_type const& identity(Noun const& noun) noexcept { return noun.id; }

    std::vector<Noun> const* nouns_;
    id_index<id_type> index_;
};

/// Every identified noun of a network, found by id. A view of the network it was made from.
struct directory : known_by_id<field>,
                   known_by_id<institution>,
                   known_by_id<technique>,
                   known_by_id<package>,
                   known_by_id<agreement>,
                   known_by_id<person>,
                   known_by_id<team>,
                   known_by_id<programme>,
                   known_by_id<certificate>,
                   known_by_id<transfer>,
                   known_by_id<rotation>,
                   known_by_id<consultation>,
                   known_by_id<recognition>,
                   known_by_id<indicator>,
                   known_by_id<regime>,
                   known_by_id<patient_need>,
                   known_by_id<referral> {
    explicit directory(network const& all)
        : known_by_id<field>(all.fields),
          known_by_id<institution>(all.institutions),
          known_by_id<technique>(all.techniques),
          known_by_id<package>(all.packages),
          known_by_id<agreement>(all.agreements),
          known_by_id<person>(all.people),
          known_by_id<team>(all.teams),
          known_by_id<programme>(all.programmes),
          known_by_id<certificate>(all.certificates),
          known_by_id<transfer>(all.transfers),
          known_by_id<rotation>(all.rotations),
          known_by_id<consultation>(all.consultations),
          known_by_id<recognition>(all.recognitions),
          known_by_id<indicator>(all.indicators),
          known_by_id<regime>(all.regimes),
          known_by_id<patient_need>(all.needs),
          known_by_id<referral>(all.referrals) {}

    template <class Noun>
    [[nodiscard]] known_by_id<Noun> const& of() const noexcept {
        return *this;
    }
    // One overload for each kind of identity.
    using known_by_id<field>::find, known_by_id<institution>::find, known_by_id<technique>::find,
        known_by_id<package>::find, known_by_id<agreement>::find, known_by_id<person>::find, known_by_id<team>::find,
        known_by_id<programme>::find, known_by_id<certificate>::find, known_by_id<transfer>::find,
        known_by_id<rotation>::find, known_by_id<consultation>::find, known_by_id<recognition>::find,
        known_by_id<indicator>::find, known_by_id<regime>::find, known_by_id<patient_need>::find,
        known_by_id<referral>::find;
    using known_by_id<field>::get, known_by_id<institution>::get, known_by_id<technique>::get,
        known_by_id<package>::get, known_by_id<agreement>::get, known_by_id<person>::get, known_by_id<team>::get,
        known_by_id<programme>::get, known_by_id<certificate>::get, known_by_id<transfer>::get,
        known_by_id<rotation>::get, known_by_id<consultation>::get, known_by_id<recognition>::get,
        known_by_id<indicator>::get, known_by_id<regime>::get, known_by_id<patient_need>::get,
        known_by_id<referral>::get;
    using known_by_id<field>::nearest, known_by_id<institution>::nearest, known_by_id<technique>::nearest,
        known_by_id<package>::nearest, known_by_id<agreement>::nearest, known_by_id<person>::nearest,
        known_by_id<team>::nearest, known_by_id<programme>::nearest, known_by_id<certificate>::nearest,
        known_by_id<transfer>::nearest, known_by_id<rotation>::nearest, known_by_id<consultation>::nearest,
        known_by_id<recognition>::nearest, known_by_id<indicator>::nearest, known_by_id<regime>::nearest,
        known_by_id<patient_need>::nearest, known_by_id<referral>::nearest;

    /// Groups the facts of a list by the noun that `named(fact)` names; facts about unknown nouns are left out.
    template <class Fact, class Named>
    [[nodiscard]] grouping group(std::size_t nouns, std::vector<Fact> const& facts, Named named) const {
        std::uint32_t next = 0;  // facts are often written in the order of what they are about
        return grouping(nouns, facts.size(), [&](std::size_t n) {
            auto const at = find(named(facts[n]), next);
            if (at) next = *at + 1;
            return at;
        });
    }
};

/// The numbers of site and technique of every capability fact, looked up once; `none` where there is no such noun.
struct capability_numbers {
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<std::uint32_t> site, technique;

    capability_numbers(network const& all, directory const& known) {
        site.reserve(all.capabilities.size());
        technique.reserve(all.capabilities.size());
        institution_id const* last = nullptr;  // facts of one site often stand together
        for (auto const& fact : all.capabilities) {
            site.push_back(last && *last == fact.site ? site.back() : known.find(fact.site).value_or(none));
            technique.push_back(known.find(fact.technique).value_or(none));
            last = &fact.site;
        }
    }
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
