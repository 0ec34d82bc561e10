#pragma once

#include <lienvien/network/numbering.hpp>
#include <lienvien/network/site_sets.hpp>
#include <lienvien/network/written_facts.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

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
        detail::fields_of_site fields(numbers);
        for (std::uint32_t s = 0; s < slots.size(); ++s) {
            auto const province = settled[s].province;
            all_provinces_known = all_provinces_known && province;
            provinces.put(province ? number_of(*province) : unknown_province, slots[s]);
            everyone.put(0, slots[s]);
            levels.put(slots[s], static_cast<std::size_t>(settled[s].level));
            tiers.put(slots[s], static_cast<std::size_t>(settled[s].tier));
            tell(all, fields, s, settled[s], slots[s], [&](truth_sets& said, std::size_t statement, truth value) {
                bool const is_what_nobody_says = is_no(value) && !said.is_open(slots[s]);
                if (!is_what_nobody_says) said.put(statement, slots[s], value);
            });
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
        detail::fields_of_site fields(numbers);
        tell(all, fields, s, settled, at,
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
    void tell(written_facts const& all, detail::fields_of_site& fields, std::uint32_t s, standing const& settled,
              slot at, Say say) {
        say(operates, 0, settled.operates);
        say(has_free_bed, 0, all.has_free_bed(s));
        say(insurance_contracted, 0, all.insurance_contracted(s));
        bool const any = fields.read(all, s);
        accredited.leave_open(at, !fields.complete());
        if (!any) return;  // and never was anything: facts are not taken away
        for (std::uint32_t f = 0; f < fields.count(); ++f) say(accredited, f, fields.accredited(f));
    }
};
}  // namespace v0
}  // namespace lienvien
