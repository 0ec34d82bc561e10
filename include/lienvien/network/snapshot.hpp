#pragma once

#include <lienvien/model/network.hpp>
#include <lienvien/network/held_techniques.hpp>
#include <lienvien/network/houses.hpp>
#include <lienvien/network/lanes.hpp>
#include <lienvien/network/numbering.hpp>
#include <lienvien/network/settle.hpp>
#include <lienvien/network/site_order.hpp>
#include <lienvien/network/standings.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

class situation;
namespace detail {
class stepping;
}

/// A network as it stands on one day, as far as it was known on another: immutable, densely numbered, cheap to ask.
///
/// A view: the network must outlive the snapshot and not change meanwhile. Many threads may ask one snapshot. Where facts
/// are missing, or contradict each other, an answer is `unknown` or the not-known value of its vocabulary.
/// Complexity: built in time linear in the facts. Memory: for each institution about a bit for every technique, province
/// and field of the network, and about 300 bytes (`bytes()`).
class snapshot {
public:
    snapshot(network const& written, moment when)
        : written_(&written),
          when_(when),
          numbers_(written),
          lanes_(written, numbers_, when),
          facts_(written, numbers_),
          houses_(written, numbers_, when),
          standings_(settle_all()),
          working_parts_(gather_working_parts()),
          order_(numbers_, standings_),
          sets_(all_facts(), numbers_, standings_, order_.slots(), order_.shape()),
          techniques_(technique_facts()) {
        settle_crisis();
    }
    // clang-format off
    snapshot(network const&&, moment) = delete;  // LIENVIEN-E026: a snapshot looks into its network: name the network first
    // clang-format on

    [[nodiscard]] sys_days day() const noexcept { return when_.today; }
    [[nodiscard]] moment when() const noexcept { return when_; }
    [[nodiscard]] network const& written() const noexcept { return *written_; }
    [[nodiscard]] facts_by_site const& facts() const noexcept { return facts_; }
    [[nodiscard]] numbering const& numbers() const noexcept { return numbers_; }
    [[nodiscard]] lienvien::houses const& houses() const noexcept { return houses_; }
    [[nodiscard]] lienvien::lanes const& lanes() const noexcept { return lanes_; }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(standings_.size()); }
    [[nodiscard]] institution const& at(site which) const noexcept { return written_->institutions[number_of(which)]; }

    /// The institution of this name, gone ones included.
    [[nodiscard]] std::optional<site> find(institution_id const& id) const { return numbers_.find(id); }
    /// The institution that answers to this name on the day, successors followed.
    [[nodiscard]] std::optional<site> find_successor(institution_id const& id) const {
        return numbers_.find_successor(id, when_);
    }
    [[nodiscard]] site find_successor(site named) const { return numbers_.find_successor(named, when_); }
    [[nodiscard]] std::optional<technique_number> find(technique_id const& id) const { return numbers_.find(id); }

    /// Does it work on the day? A planned or closed site does not, nor one whose written licences have all lapsed.
    [[nodiscard]] truth operates(site which) const noexcept { return standings_[number_of(which)].operates; }
    [[nodiscard]] technical_level level(site which) const noexcept { return standings_[number_of(which)].level; }
    [[nodiscard]] legacy_tier tier(site which) const noexcept { return standings_[number_of(which)].tier; }
    /// Where it stands, where that is written down.
    [[nodiscard]] std::optional<province_number> const& province(site which) const noexcept {
        return standings_[number_of(which)].province;
    }
    /// Is the day within a declared crisis?
    [[nodiscard]] truth in_crisis() const noexcept { return crisis_; }

    /// Does the site, or a part of it that works, perform the technique on its own responsibility?
    [[nodiscard]] truth performs(site which, technique_number technique) const noexcept {
        return techniques_.performs(slot_of(which), technique);
    }

    /// A facility written down as adjacent upper one, and whether the line holds on the day.
    struct upper_facility {
        site facility;
        truth holds;
    };
    /// The adjacent upper facilities of a site (referral lines that hold, or may hold, on the day), successors followed.
    [[nodiscard]] std::vector<upper_facility> adjacent_upper(site which) const {
        std::vector<upper_facility> uppers;
        for (auto const number : facts_.affiliations[number_of(which)]) {
            auto const& each = written_->affiliations[number];
            auto const facility =
                each.kind == affiliation_kind::referral_line ? find_successor(each.hub) : std::nullopt;
            if (facility && !is_no(when_.sees(each))) uppers.push_back({*facility, when_.sees(each)});
        }
        return uppers;
    }

    /// Does the agreement bind on the day? Where it states no entry into force, it counts from its signing.
    [[nodiscard]] truth in_force(agreement const& which) const {
        if (!when_.knows(which.source)) return truth::no;
        return binds(which.status) & holds_on(entry_into_force(which), when_.today);
    }
    /// The period that `in_force` reads: of signing dates that differ none counts.
    [[nodiscard]] validity entry_into_force(agreement const& which) const {
        return lienvien::lanes::entry_into_force(which, when_);
    }

    /// The agreements, in force or not, to which an institution (or one that it succeeded) is a party.
    [[nodiscard]] std::vector<std::uint32_t> agreements_of(site party) const { return lanes_.agreements_of(party); }

    /// Minutes of travel, where written down for the day and not contradicted by what is, or may be, so on the day.
    [[nodiscard]] std::optional<minutes_of_travel> travel_time(site from, site to) const {
        std::optional<minutes_of_travel> found;
        bool sure = false;
        for (auto const number : facts_.travels[number_of(from)]) {
            auto const& each = written_->travels[number];
            truth const holds = each.to == at(to).id ? when_.sees(each) : truth::no;
            if (is_no(holds)) continue;
            if (found && *found != each.minutes) return std::nullopt;
            found = each.minutes;
            sure = sure || is_yes(holds);
        }
        return sure ? found : std::nullopt;
    }
    /// Free beds as stated for the day.
    [[nodiscard]] std::optional<beds> free_beds(site which) const { return all_facts().free_beds(number_of(which)); }
    /// Has it a contract with the social health insurance? Not known where nothing is written.
    [[nodiscard]] truth insurance_contracted(site which) const {
        return sets_.insurance_contracted.at(0, slot_of(which));
    }
    /// Is the site accredited for the field? Not known where nothing is written, nor in a list that is complete.
    [[nodiscard]] truth accredited(site which, field_id const& field) const {
        auto const number = numbers_.find(field);
        if (number) return accredited(which, *number);
        return sets_.accredited.is_open(slot_of(which)) ? truth::unknown : truth::no;  // nobody is written down for it
    }
    [[nodiscard]] truth accredited(site which, field_number field) const noexcept {
        return sets_.accredited.at(number_of(field), slot_of(which));
    }

    /// Where a site stands in the sets below, and back.
    [[nodiscard]] slot slot_of(site which) const noexcept { return order_.slots()[number_of(which)]; }
    [[nodiscard]] site site_at(slot which) const noexcept { return order_.at(which); }
    [[nodiscard]] set_shape shape() const noexcept { return order_.shape(); }
    /// What is settled on the day as sets of sites, for readers that look at all sites at once.
    [[nodiscard]] standing_sets const& sets() const noexcept { return sets_; }
    /// Which sites perform each technique, by its number.
    [[nodiscard]] truth_sets const& performing() const noexcept { return techniques_.sets(); }
    /// Memory of the sets, by far the largest part of a snapshot.
    [[nodiscard]] std::size_t bytes() const noexcept { return sets_.bytes() + performing().bytes(); }

private:
    friend class situation;
    friend class detail::stepping;

    [[nodiscard]] written_facts all_facts() const noexcept { return {*written_, facts_, when_}; }
    [[nodiscard]] held_techniques::basis technique_facts() const noexcept {
        return {*written_, numbers_, facts_.capabilities, facts_.technique_lists, working_parts_, order_, when_};
    }
    void settle_crisis() noexcept {
        crisis_ = truth::no;
        for (auto const& each : written_->regimes) {
            if (each.kind == regime_kind::crisis) crisis_ |= when_.sees(each);
        }
    }
    [[nodiscard]] standing settled(std::uint32_t s) const {
        auto const facts = all_facts();
        auto const& in = written_->institutions[s].place.province;
        return {facts.operates(s), facts.level(s), facts.tier(s), in ? numbers_.find(*in) : std::nullopt};
    }
    [[nodiscard]] std::vector<standing> settle_all() const {
        std::vector<standing> all;
        all.reserve(written_->institutions.size());
        for (std::uint32_t s = 0; s < written_->institutions.size(); ++s) all.push_back(settled(s));
        return all;
    }
    // The parts of each institution, and theirs, as far as they work or may work.
    [[nodiscard]] std::vector<std::vector<houses::tie>> gather_working_parts() const {
        std::vector<houses::tie_from> working;
        for (std::uint32_t s = 0; s < size(); ++s) {
            for (auto const& part : houses_.parts_of(site{s})) {
                truth const counts = part.holds & operates(part.to);
                if (!is_no(counts)) working.push_back({site{s}, {part.to, counts}});
            }
        }
        houses::ties const direct(size(), working);
        std::vector<std::vector<houses::tie>> parts(size());
        for (std::uint32_t s = 0; s < size() && !direct.empty(); ++s) parts[s] = houses::climb(site{s}, direct);
        return parts;
    }

    network const* written_;
    moment when_;
    numbering numbers_;
    lienvien::lanes lanes_;  // before all that counts the fields
    facts_by_site facts_;
    lienvien::houses houses_;
    std::vector<standing> standings_;
    std::vector<std::vector<houses::tie>> working_parts_;
    site_order order_;
    standing_sets sets_;
    held_techniques techniques_;
    truth crisis_ = truth::no;
};

/// The network as it stands on `today`, with everything that is written down.
[[nodiscard]] inline snapshot as_of(network const& written, sys_days today) {
    return snapshot(written, {today, (sys_days::max)()});
}
/// The network as it stood on `today`, as far as it was known on `known_on`.
[[nodiscard]] inline snapshot as_of(network const& written, sys_days today, sys_days known_on) {
    return snapshot(written, {today, known_on});
}
[[nodiscard]] inline snapshot as_of(network const& written, year_month_day today) { return as_of(written, day(today)); }
[[nodiscard]] inline snapshot as_of(network const& written, year_month_day today, year_month_day known_on) {
    return as_of(written, day(today), day(known_on));
}
// clang-format off
snapshot as_of(network const&&, sys_days) = delete;  // LIENVIEN-E026: a snapshot looks into its network: name the network first
snapshot as_of(network const&&, year_month_day) = delete;  // LIENVIEN-E026: a snapshot looks into its network: name the network first
snapshot as_of(network const&&, sys_days, sys_days) = delete;  // LIENVIEN-E026: a snapshot looks into its network: name the network first
snapshot as_of(network const&&, year_month_day, year_month_day) = delete;  // LIENVIEN-E026: a snapshot looks into its network: name the network first
// clang-format on
}  // namespace v0
}  // namespace lienvien
