#pragma once

#include <lienvien/network/numbering.hpp>
#include <lienvien/network/settle.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// The numbers 0, 1, ... below a count.
struct counted {
    std::size_t count;
    struct iterator {
        std::size_t at;
        [[nodiscard]] std::size_t operator*() const noexcept { return at; }
        iterator& operator++() noexcept {
            ++at;
            return *this;
        }
        [[nodiscard]] bool operator==(iterator const&) const = default;
    };
    [[nodiscard]] iterator begin() const noexcept { return {0}; }
    [[nodiscard]] iterator end() const noexcept { return {count}; }
};

}  // namespace detail

/// The numbers of the facts about each institution, in the network's lists: what an explanation cites.
/// `memberships` are those of a part, `parts` the same of its whole.
struct facts_by_site {
    fact_chains gradings, legacy_standings, licences, capabilities, technique_lists, memberships, parts, affiliations,
        travels, capacities, accreditations, accreditation_lists, insurance_contracts;

    facts_by_site(network const& all, numbering const& numbers) {
        auto const institution_of = [](auto const& fact) -> institution_id const& { return fact.institution; };
        auto const site_of = [](auto const& fact) -> institution_id const& { return fact.site; };
        gradings = numbers.by_site(all.gradings, institution_of);
        legacy_standings = numbers.by_site(all.legacy_standings, institution_of);
        licences = numbers.by_site(all.licences, institution_of);
        capabilities = numbers.by_site(all.capabilities, site_of);
        technique_lists = numbers.by_site(all.technique_lists, site_of);
        memberships =
            numbers.by_site(all.memberships, [](membership const& m) -> institution_id const& { return m.part; });
        parts = numbers.by_site(all.memberships, [](membership const& m) -> institution_id const& { return m.whole; });
        affiliations =
            numbers.by_site(all.affiliations, [](affiliation const& a) -> institution_id const& { return a.member; });
        travels = numbers.by_site(all.travels, [](travel const& t) -> institution_id const& { return t.from; });
        capacities = numbers.by_site(all.capacities, institution_of);
        accreditations = numbers.by_site(all.accreditations, institution_of);
        accreditation_lists = numbers.by_site(all.accreditation_lists, institution_of);
        insurance_contracts = numbers.by_site(all.insurance_contracts, institution_of);
    }
};

/// What is written down, and on which day it is read: all that standings are worked out from.
struct written_facts {
    network const& written;
    facts_by_site const& facts;
    moment when;

    [[nodiscard]] technical_level level(std::uint32_t s) const {
        return settle<technical_level>(written.gradings, facts.gradings[s], when,
                                       [](grading const& each) { return each.level; })
            .value;
    }
    [[nodiscard]] legacy_tier tier(std::uint32_t s) const {
        return settle<legacy_tier>(written.legacy_standings, facts.legacy_standings[s], when,
                                   [](legacy_standing const& each) { return each.tier; })
            .value;
    }
    /// Where no licence is written down, the stated operation decides; licences that are written must not all have lapsed.
    [[nodiscard]] truth operates(std::uint32_t s) const { return stated_operation(s) & licensed(s); }
    [[nodiscard]] std::optional<beds> free_beds(std::uint32_t s) const {
        return settle<std::optional<beds>>(written.capacities, facts.capacities[s], when,
                                           [](capacity const& each) { return each.free; })
            .value;
    }
    [[nodiscard]] truth has_free_bed(std::uint32_t s) const {
        auto const free = free_beds(s);
        return free ? known(free->count() > 0) : truth::unknown;
    }
    [[nodiscard]] truth insurance_contracted(std::uint32_t s) const {
        return settle<truth>(written.insurance_contracts, facts.insurance_contracts[s], when,
                             [](insurance_contract const& each) { return each.held; })
            .value;
    }

private:
    [[nodiscard]] truth stated_operation(std::uint32_t s) const {
        auto const& stated = written.institutions[s].operations;
        auto const status = settle<operation_status>(stated, detail::counted{stated.size()}, when,
                                                     [](operation const& each) { return each.status; });
        if (status.any_written && !status.possible) return truth::no;
        return status.value == operation_status::not_known ? truth::unknown
                                                           : known(status.value == operation_status::operating);
    }
    [[nodiscard]] truth licensed(std::uint32_t s) const {
        truth found = truth::no;
        bool any = false;
        for (auto const number : facts.licences[s]) {
            auto const& each = written.licences[number];
            if (!when.knows(each.source)) continue;
            any = true;
            found |= holds_on(each.valid, when.today);
        }
        return any ? found : truth::yes;
    }
};

namespace detail {

/// In which fields a site is accredited, worked out for all numbered fields at once.
class fields_of_site {
public:
    explicit fields_of_site(numbering const& numbers) : numbers_(numbers), said_(numbers.fields()) {}

    /// Is anything written down about the site? Complexity: linear in its accreditations and in the fields.
    bool read(written_facts const& all, std::uint32_t s) {
        auto const accreditations = all.facts.accreditations[s];
        auto const lists = all.facts.accreditation_lists[s];
        complete_ = false;
        if (accreditations.empty() && lists.empty()) return false;
        for (auto& each : said_) each = {};
        for (auto const number : accreditations) {
            auto const& each = all.written.accreditations[number];
            auto const field = numbers_.find(each.field);
            if (!field || !all.when.knows(each.source)) continue;
            auto& said = said_[number_of(*field)];
            said.any = true;
            said.held |= holds_on(each.valid, all.when.today);
        }
        for (auto const number : lists) {
            auto const& list = all.written.accreditation_lists[number];
            truth const holds = all.when.sees(list);
            if (is_no(holds)) continue;
            complete_ = complete_ || is_yes(holds);
            for (auto const& id : list.fields) {
                auto const field = numbers_.find(id);
                if (!field) continue;
                said_[number_of(*field)].any = true;
                said_[number_of(*field)].held |= holds;
            }
        }
        return true;
    }
    [[nodiscard]] std::uint32_t count() const noexcept { return static_cast<std::uint32_t>(said_.size()); }
    /// Is a list of all fields in force, so that what it leaves out is absent?
    [[nodiscard]] bool complete() const noexcept { return complete_; }
    /// Not known where nothing is written, unless a list that is in force leaves the field out.
    [[nodiscard]] truth accredited(std::uint32_t field) const noexcept {
        return said_[field].any || complete_ ? said_[field].held : truth::unknown;
    }

private:
    struct said_of_field {
        truth held = truth::no;
        bool any = false;
    };
    numbering const& numbers_;
    std::vector<said_of_field> said_;
    bool complete_ = false;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
