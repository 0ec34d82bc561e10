#pragma once

#include <lienvien/network/numbering.hpp>
#include <lienvien/network/site_sets.hpp>

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

/// An amount of each site that has few values, such as a level: for each value the sites that have at least that much.
template <std::size_t Most>
class ranked_sites {
public:
    ranked_sites() = default;
    explicit ranked_sites(set_shape shape) : sets_(Most + 2, shape) {}

    /// `value` 0: not known.
    void assign(slot which, std::size_t value) noexcept {
        for (std::size_t each = 0; each <= Most; ++each) sets_.assign(each, which, each <= value);
        see_whether_all_are_known();
    }
    /// The same without summaries, for many at once; `summarise` must follow.
    void put(slot which, std::size_t value) noexcept {
        for (std::size_t each = 0; each <= value; ++each) sets_.put(each, which);
    }
    void summarise() noexcept {
        sets_.summarise();
        see_whether_all_are_known();
    }
    /// The sites with at least `value`; of 0 or less all of them, of more than there is none.
    [[nodiscard]] std::uint64_t const* at_least(std::int64_t value) const noexcept {
        return sets_[value <= 0                                ? 0
                     : value > static_cast<std::int64_t>(Most) ? Most + 1
                                                               : static_cast<std::size_t>(value)];
    }
    /// The sites of which it is known.
    [[nodiscard]] std::uint64_t const* known() const noexcept { return sets_[1]; }
    [[nodiscard]] bool all_known() const noexcept { return all_known_; }
    [[nodiscard]] std::size_t bytes() const noexcept { return sets_.bytes(); }

private:
    void see_whether_all_are_known() noexcept {
        all_known_ = true;
        for (std::size_t s = 0; s < sets_.shape().summaries; ++s)
            all_known_ = all_known_ && sets_.shape().gaps(sets_[1], s) == 0;
    }

    site_sets sets_;
    bool all_known_ = false;
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
    /// Is a list of all fields in force, so that what it leaves out is absent?
    [[nodiscard]] bool has_complete_list(std::uint32_t s) const {
        for (auto const number : facts.accreditation_lists[s]) {
            if (is_yes(when.sees(written.accreditation_lists[number]))) return true;
        }
        return false;
    }
    /// Not known where nothing is written, unless a list that is in force leaves the field out.
    [[nodiscard]] truth accredited(std::uint32_t s, field_id const& field) const {
        truth found = truth::no;
        bool any = false;
        for (auto const number : facts.accreditations[s]) {
            auto const& each = written.accreditations[number];
            if (each.field != field || !was_known(each.source, when.known_on)) continue;
            any = true;
            found |= holds_on(each.valid, when.today);
        }
        for (auto const number : facts.accreditation_lists[s]) {
            auto const& list = written.accreditation_lists[number];
            truth const holds = when.sees(list);
            bool listed = false;
            for (auto const& each : list.fields) listed = listed || each == field;
            any = any || is_yes(holds) || (listed && !is_no(holds));
            if (listed) found |= holds;
        }
        return any ? found : truth::unknown;
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
            if (!was_known(each.source, when.known_on)) continue;
            any = true;
            found |= holds_on(each.valid, when.today);
        }
        return any ? found : truth::yes;
    }
};

/// What is settled about each site on a day: does it work, of which level and tier is it; and where it stands.
struct standing {
    truth operates;
    technical_level level;
    legacy_tier tier;
    std::optional<province_number> province;
};

/// The same and more as sets of sites, for readers that look at all sites at once.
struct standing_sets {
    truth_sets operates;
    ranked_sites<3> levels;
    ranked_sites<4> tiers;
    truth_sets has_free_bed;
    truth_sets insurance_contracted;
    truth_sets accredited;  ///< by field
    site_sets provinces;    ///< by province, and those of which it is not known
    site_sets everyone;     ///< the sets of all and of none
    std::size_t unknown_province;
    bool all_provinces_known = true;

    [[nodiscard]] std::uint64_t const* all() const noexcept { return everyone[0]; }
    [[nodiscard]] std::uint64_t const* none() const noexcept { return everyone[1]; }
    /// The sites that stand in a province; of a province in which no site stands, none.
    [[nodiscard]] std::uint64_t const* in_province(std::optional<province_number> const& which) const noexcept {
        return which ? provinces[number_of(*which)] : none();
    }
    /// The sites whose province is not written down.
    [[nodiscard]] std::uint64_t const* of_unknown_province() const noexcept { return provinces[unknown_province]; }
    [[nodiscard]] truth stands_in(std::optional<province_number> const& which, slot where) const noexcept {
        if (provinces.has(unknown_province, where)) return truth::unknown;
        return known(which && provinces.has(number_of(*which), where));
    }
    /// Is the province of every site written down?
    [[nodiscard]] bool provinces_known() const noexcept { return all_provinces_known; }

    standing_sets(written_facts const& all, numbering const& numbers, std::vector<standing> const& settled,
                  std::vector<slot> const& slots, set_shape shape)
        : operates(1, shape),
          levels(shape),
          tiers(shape),
          has_free_bed(1, shape),
          insurance_contracted(1, shape),
          accredited(numbers.fields(), shape),
          provinces(numbers.provinces() + 1, shape),
          everyone(2, shape),
          unknown_province(numbers.provinces()) {
        for (std::uint32_t s = 0; s < slots.size(); ++s) {
            auto const province = settled[s].province;
            all_provinces_known = all_provinces_known && province;
            provinces.put(province ? number_of(*province) : unknown_province, slots[s]);
            everyone.put(0, slots[s]);
            levels.put(slots[s], static_cast<std::size_t>(settled[s].level));
            tiers.put(slots[s], static_cast<std::size_t>(settled[s].tier));
            tell(all, numbers, s, settled[s], slots[s],
                 [&](truth_sets& said, std::size_t statement, truth value) { said.put(statement, slots[s], value); });
        }
        for (auto* each : {&operates, &has_free_bed, &insurance_contracted, &accredited}) each->summarise();
        levels.summarise();
        tiers.summarise();
        provinces.summarise();
        everyone.summarise();
    }
    /// Complexity: linear in the facts about the site and in the fields of the network.
    void refresh(written_facts const& all, numbering const& numbers, std::uint32_t s, standing const& settled,
                 slot at) {
        levels.assign(at, static_cast<std::size_t>(settled.level));
        tiers.assign(at, static_cast<std::size_t>(settled.tier));
        tell(all, numbers, s, settled, at,
             [&](truth_sets& said, std::size_t statement, truth value) { said.assign(statement, at, value); });
    }
    void refresh_beds(written_facts const& all, std::uint32_t s, slot at) {
        has_free_bed.assign(0, at, all.has_free_bed(s));
    }
    [[nodiscard]] std::size_t bytes() const noexcept {
        return operates.bytes() + levels.bytes() + tiers.bytes() + has_free_bed.bytes() + insurance_contracted.bytes() +
               accredited.bytes() + provinces.bytes() + everyone.bytes();
    }

private:
    /// Calls `say(sets, statement, value)` for every statement about a site.
    template <class Say>
    void tell(written_facts const& all, numbering const& numbers, std::uint32_t s, standing const& settled, slot at,
              Say say) {
        say(operates, 0, settled.operates);
        say(has_free_bed, 0, all.has_free_bed(s));
        say(insurance_contracted, 0, all.insurance_contracted(s));
        bool const nothing = all.facts.accreditations[s].empty() && all.facts.accreditation_lists[s].empty();
        accredited.leave_open(at, !all.has_complete_list(s));
        if (nothing) return;  // and never was anything: facts are not taken away
        for (std::uint32_t f = 0; f < numbers.fields(); ++f)
            say(accredited, f, all.accredited(s, numbers.at(field_number{f})));
    }
};
}  // namespace v0
}  // namespace lienvien
