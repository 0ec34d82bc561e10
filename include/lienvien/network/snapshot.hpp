#pragma once

#include <lienvien/model/network.hpp>
#include <lienvien/network/held_techniques.hpp>
#include <lienvien/network/houses.hpp>
#include <lienvien/network/numbering.hpp>
#include <lienvien/network/settle.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// The numbers of the facts about each institution, in the network's lists: what an explanation cites.
struct facts_by_site {
    grouping gradings, legacy_standings, licences, capabilities, technique_lists, affiliations, travels, capacities,
        accreditations;
};

/// A network as it stands on one day, as far as it was known on another: immutable, densely numbered, cheap to ask.
///
/// A view: the network must outlive the snapshot and not change meanwhile. Many threads may ask one snapshot. Where facts
/// are missing, or contradict each other, an answer is `unknown` or the not-known value of its vocabulary.
/// Complexity: built in time linear in the facts.
class snapshot {
public:
    snapshot(network const& written, moment when)
        : written_(&written),
          when_(when),
          numbers_(written),
          facts_(group(written, numbers_)),
          houses_(written, numbers_, when),
          techniques_(written, numbers_, facts_.capabilities, facts_.technique_lists, when) {
        for (std::uint32_t s = 0; s < written.institutions.size(); ++s) settle_standing(s);
        gather_working_parts();
        agreements_of_.resize(written.institutions.size());
        for (std::uint32_t a = 0; a < written.agreements.size(); ++a) {
            for (auto const& each : written.agreements[a].parties) {
                if (auto const party = find_successor(each.institution)) agreements_of_[number_of(*party)].push_back(a);
            }
        }
        for (auto const& each : written.regimes) {
            if (each.kind == regime_kind::crisis) crisis_ |= when.sees(each);
        }
    }
    // clang-format off
    snapshot(network const&&, moment) = delete;  // LIENVIEN-E026: a snapshot looks into its network: name the network first
    // clang-format on

    [[nodiscard]] sys_days day() const noexcept { return when_.today; }
    [[nodiscard]] moment when() const noexcept { return when_; }
    [[nodiscard]] network const& written() const noexcept { return *written_; }
    [[nodiscard]] facts_by_site const& facts() const noexcept { return facts_; }
    [[nodiscard]] lienvien::houses const& houses() const noexcept { return houses_; }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(operates_.size()); }
    [[nodiscard]] institution const& at(site which) const noexcept { return written_->institutions[number_of(which)]; }

    /// The institution of this name, gone ones included.
    [[nodiscard]] std::optional<site> find(institution_id const& id) const { return numbers_.find(id); }
    /// The institution that answers to this name on the day, successors followed.
    [[nodiscard]] std::optional<site> find_successor(institution_id const& id) const {
        return numbers_.find_successor(id, when_);
    }
    [[nodiscard]] std::optional<technique_number> find(technique_id const& id) const { return numbers_.find(id); }

    /// Does it work on the day? A planned or closed site does not, nor one whose written licences have all lapsed.
    [[nodiscard]] truth operates(site which) const noexcept { return operates_[number_of(which)]; }
    [[nodiscard]] technical_level level(site which) const noexcept { return level_[number_of(which)]; }
    [[nodiscard]] legacy_tier tier(site which) const noexcept { return tier_[number_of(which)]; }
    /// Is the day within a declared crisis?
    [[nodiscard]] truth in_crisis() const noexcept { return crisis_; }

    /// Does the site, or a part of it that works, perform the technique on its own responsibility?
    ///
    /// What a part does not hold says nothing against the whole; nor does a part at which nothing is written of the technique:
    /// what is written of the whole speaks for it.
    [[nodiscard]] truth performs(site which, technique_number technique) const noexcept {
        truth found = techniques_.performs(which, technique);
        for (auto const& part : working_parts_[number_of(which)]) {
            if (is_yes(found)) break;
            if (techniques_.is_written(part.to, technique))
                found |= part.holds & techniques_.performs(part.to, technique);
        }
        return found;
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
        if (!was_known(which.source, when_.known_on)) return truth::no;
        return binds(which.status) & holds_on(entry_into_force(which), when_.today);
    }
    /// The period that `in_force` reads: of signing dates that differ none counts.
    [[nodiscard]] validity entry_into_force(agreement const& which) const {
        validity valid = which.in_force;
        if (valid.from != partial_date::unknown()) return valid;
        partial_date const* signing = nullptr;
        for (auto const& each : which.signed_on.stated) {
            if (!was_known(each.source, when_.known_on)) continue;
            if (signing && *signing != each.value) return valid;
            signing = &each.value;
        }
        if (signing) valid.from = *signing;
        return valid;
    }

    /// The agreements, in force or not, to which an institution (or one that it succeeded) is a party.
    [[nodiscard]] std::vector<std::uint32_t> const& agreements_of(site party) const noexcept {
        return agreements_of_[number_of(party)];
    }

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
    [[nodiscard]] std::optional<beds> free_beds(site which) const {
        return settle<std::optional<beds>>(written_->capacities, facts_.capacities[number_of(which)], when_,
                                           [](capacity const& each) { return each.free; })
            .value;
    }
    /// Is the site accredited for the field? Not known where nothing is written.
    [[nodiscard]] truth accredited(site which, field_id const& field) const {
        truth found = truth::no;
        bool any = false;
        for (auto const number : facts_.accreditations[number_of(which)]) {
            auto const& each = written_->accreditations[number];
            if (each.field != field || !was_known(each.source, when_.known_on)) continue;
            any = true;
            found |= holds_on(each.valid, when_.today);
        }
        return any ? found : truth::unknown;
    }

private:
    [[nodiscard]] static facts_by_site group(network const& all, numbering const& numbers) {
        auto const institution_of = [](auto const& fact) -> institution_id const& { return fact.institution; };
        auto const site_of = [](auto const& fact) -> institution_id const& { return fact.site; };
        return {
            .gradings = numbers.by_site(all.gradings, institution_of),
            .legacy_standings = numbers.by_site(all.legacy_standings, institution_of),
            .licences = numbers.by_site(all.licences, institution_of),
            .capabilities = numbers.by_site(all.capabilities, site_of),
            .technique_lists = numbers.by_site(all.technique_lists, site_of),
            .affiliations = numbers.by_site(all.affiliations,
                                            [](affiliation const& a) -> institution_id const& { return a.member; }),
            .travels = numbers.by_site(all.travels, [](travel const& t) -> institution_id const& { return t.from; }),
            .capacities = numbers.by_site(all.capacities, institution_of),
            .accreditations = numbers.by_site(all.accreditations, institution_of)};
    }

    void settle_standing(std::uint32_t s) {
        level_.push_back(
            settle<technical_level>(written_->gradings, facts_.gradings[s], when_, [](grading const& each) {
                return each.level;
            }).value);
        tier_.push_back(settle<legacy_tier>(written_->legacy_standings, facts_.legacy_standings[s], when_,
                                            [](legacy_standing const& each) { return each.tier; })
                            .value);
        operates_.push_back(stated_operation(written_->institutions[s]) & licensed(s));
    }
    [[nodiscard]] truth stated_operation(institution const& which) const {
        std::vector<std::size_t> all(which.operations.size());
        for (std::size_t at = 0; at < all.size(); ++at) all[at] = at;
        auto const status =
            settle<operation_status>(which.operations, all, when_, [](operation const& each) { return each.status; });
        if (status.any_written && !status.possible) return truth::no;
        return status.value == operation_status::not_known ? truth::unknown
                                                           : known(status.value == operation_status::operating);
    }
    // Where no licence is written down, the stated operation decides; licences that are written must not all have lapsed.
    [[nodiscard]] truth licensed(std::uint32_t s) const {
        truth found = truth::no;
        bool any = false;
        for (auto const number : facts_.licences[s]) {
            auto const& each = written_->licences[number];
            if (!was_known(each.source, when_.known_on)) continue;
            any = true;
            found |= holds_on(each.valid, when_.today);
        }
        return any ? found : truth::yes;
    }
    // The parts of each institution, and theirs, as far as they work or may work.
    void gather_working_parts() {
        std::vector<std::vector<houses::tie>> working(written_->institutions.size());
        for (std::uint32_t s = 0; s < working.size(); ++s) {
            for (auto const& part : houses_.parts_of(site{s})) {
                truth const counts = part.holds & operates(part.to);
                if (!is_no(counts)) working[s].push_back({part.to, counts});
            }
        }
        for (std::uint32_t s = 0; s < working.size(); ++s) working_parts_.push_back(houses::climb(site{s}, working));
    }

    network const* written_;
    moment when_;
    numbering numbers_;
    facts_by_site facts_;
    lienvien::houses houses_;
    held_techniques techniques_;
    std::vector<truth> operates_;
    std::vector<std::vector<houses::tie>> working_parts_;
    std::vector<technical_level> level_;
    std::vector<legacy_tier> tier_;
    std::vector<std::vector<std::uint32_t>> agreements_of_;
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
