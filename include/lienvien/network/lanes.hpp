#pragma once

#include <lienvien/network/numbering.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A clause of an agreement, read for one party that may send patients, advice or techniques under it: what it carries, to
/// whom, and its limits, as far as they do not depend on a need.
struct lane {
    std::uint32_t agreement = 0;  ///< place in network::agreements
    std::uint32_t clause = 0;     ///< place in its clauses
    lienvien::activity activity{};
    truth status = truth::yes;  ///< of the clause and of the agreement
    bool exact = false;         ///< are the days below all there is to say about its time?
    bool names_techniques = false;
    bool any_field = true;     ///< not limited to fields
    std::int32_t first = 0;    ///< first day in force, as days since 1970-01-01
    std::int32_t after = 0;    ///< first day no longer in force
    std::uint64_t fields = 0;  ///< the fields below number 64 to which it is limited
    std::uint32_t first_receiver = 0;
    std::uint32_t receivers = 0;
};

/// The lanes from each institution, as far as they were known. They do not change from day to day, except where
/// institutions take each other's place.
/// Complexity: built in time linear in the clauses and their parties.
class lanes {
public:
    /// Reads every agreement once; the fields that only agreements name get their numbers on the way.
    lanes(network const& written, numbering& numbers, moment when) {
        std::vector<std::uint32_t> of;        // the party of each lane
        std::vector<std::uint32_t> party_of;  // of each of the agreements below
        std::vector<present_party> parties;
        of.reserve(written.agreements.size());
        party_of.reserve(written.agreements.size() * 2);
        all_.reserve(written.agreements.size());
        receivers_.reserve(written.agreements.size());
        agreements_.reserve(written.agreements.size() * 2);
        for (std::uint32_t a = 0; a < written.agreements.size(); ++a) {
            auto const& under = written.agreements[a];
            gather(under, numbers, when, parties);
            for (auto const& each : parties) {
                if (each.repeated) continue;
                party_of.push_back(number_of(each.at));
                agreements_.push_back(a);
            }
            bool const was_agreed = when.knows(under.source);
            auto const days = was_agreed ? days_of(beginning(under, when), under.in_force.until) : days_in_force{};
            std::uint64_t const own_fields = numbered(under.fields, numbers);
            for (std::uint32_t c = 0; c < under.clauses.size(); ++c) {
                auto const& part = under.clauses[c];
                std::uint64_t const fields = part.fields.empty() ? own_fields : numbered(part.fields, numbers);
                if (!was_agreed || !when.knows(part.source)) continue;
                auto const named = [&](institution_id const& id) {  // most often by the name of a party
                    for (auto const& each : parties) {
                        if (under.parties[each.place].institution == id) return std::optional(each.at);
                    }
                    return numbers.find_successor(id, when);
                };
                auto const from = part.from ? named(*part.from) : std::nullopt;
                auto const to = part.to ? named(*part.to) : std::nullopt;
                for (auto const& sender : parties) {
                    bool const sends = part.from ? from == sender.at : may_send(parties, sender.at);
                    if (sender.repeated || !sends) continue;
                    of.push_back(number_of(sender.at));
                    auto& made = all_.emplace_back();  // written where it stays
                    made.agreement = a;
                    made.clause = c;
                    made.first = days.first;
                    made.after = days.after;
                    made.exact = days.exact;
                    made.fields = fields;
                    describe(made, under, part);
                    made.first_receiver = static_cast<std::uint32_t>(receivers_.size());
                    for (auto const& each : parties) {
                        bool const meant = !part.to || to == each.at;
                        if (each.at != sender.at && meant && each.takes_part) receivers_.push_back(each.at);
                    }
                    made.receivers = static_cast<std::uint32_t>(receivers_.size()) - made.first_receiver;
                }
            }
        }
        first_ = arrange(written.institutions.size(), of, all_);
        first_agreement_ = arrange(written.institutions.size(), party_of, agreements_);
    }

    struct range {
        lane const* first;
        lane const* last;
        [[nodiscard]] lane const* begin() const noexcept { return first; }
        [[nodiscard]] lane const* end() const noexcept { return last; }
    };
    /// The lanes from an institution that is itself a party.
    [[nodiscard]] range from(site party) const noexcept {
        return {all_.data() + first_[number_of(party)], all_.data() + first_[number_of(party) + 1]};
    }
    /// The parties to whom a lane leads.
    [[nodiscard]] site const* receivers(lane const& which) const noexcept {
        return receivers_.data() + which.first_receiver;
    }

    /// The agreements, known or not, in force or not, to which an institution (or one that it succeeded) is a party.
    [[nodiscard]] std::vector<std::uint32_t> agreements_of(site party) const {
        return {agreements_.begin() + first_agreement_[number_of(party)],
                agreements_.begin() + first_agreement_[number_of(party) + 1]};
    }

    /// The period of an agreement: where it states no entry into force it counts from its signing; of signing dates that
    /// differ none counts.
    [[nodiscard]] static validity entry_into_force(agreement const& which, moment when) {
        return {beginning(which, when), which.in_force.until};
    }

private:
    /// A party that is an institution of the network, or was before another took its place.
    struct present_party {
        std::uint32_t place;  ///< in the agreement's parties
        site at;
        bool takes_part;
        bool repeated;  ///< is the same institution named before?
    };
    static void gather(agreement const& under, numbering const& numbers, moment when,
                       std::vector<present_party>& parties) {
        parties.clear();
        for (std::uint32_t p = 0; p < under.parties.size(); ++p) {
            auto const& named = under.parties[p];
            auto const at = numbers.find_successor(named.institution, when);
            if (!at) continue;
            bool repeated = false;
            for (auto const& earlier : parties) repeated = repeated || earlier.at == *at;
            parties.push_back({p, *at, takes_part(named.role), repeated});
        }
    }
    [[nodiscard]] static partial_date const& beginning(agreement const& which, moment when) {
        auto const& stated = which.in_force.from;
        if (stated != partial_date::unknown()) return stated;
        partial_date const* signing = nullptr;
        for (auto const& each : which.signed_on.stated) {
            if (!when.knows(each.source)) continue;
            if (signing && *signing != each.value) return stated;
            signing = &each.value;
        }
        return signing ? *signing : stated;
    }
    [[nodiscard]] static bool takes_part(party_role role) noexcept {
        return role != party_role::authority && role != party_role::witness && role != party_role::funds;
    }
    [[nodiscard]] static bool may_send(std::vector<present_party> const& parties, site from) noexcept {
        for (auto const& each : parties) {
            if (each.at == from && each.takes_part) return true;
        }
        return false;
    }
    // Days for both ends, where they are exact or not stated; nothing else is decided by two comparisons.
    struct days_in_force {
        std::int32_t first = 0;
        std::int32_t after = 0;
        bool exact = false;
    };
    [[nodiscard]] static days_in_force days_of(partial_date const& from,
                                               std::optional<partial_date> const& until) noexcept {
        constexpr std::int32_t never = 0x7FFFFFFF;
        auto const number = [](sys_days day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); };
        auto const begins = from.exact();
        auto const ends = until ? until->exact() : std::nullopt;
        bool const exact = (begins || from.is_always()) && (ends || !until);
        if (!exact) return {};
        return {begins ? number(*begins) : -never, ends ? number(*ends) : never, true};
    }
    /// Those below number 64.
    [[nodiscard]] static std::uint64_t numbered(std::vector<field_id> const& fields, numbering& numbers) {
        std::uint64_t found = 0;
        for (auto const& id : fields) {
            auto const number = number_of(numbers.place(id));
            if (number < 64) found |= std::uint64_t{1} << number;
        }
        return found;
    }
    // A clause that names fields or techniques is limited to them; else the agreement's limits hold.
    static void describe(lane& each, agreement const& under, clause const& part) noexcept {
        each.activity = part.activity;
        each.status =
            binds(under.status) & (part.status == agreement_status::not_known ? truth::yes : binds(part.status));
        each.any_field = part.fields.empty() && under.fields.empty();
        each.names_techniques = !part.techniques.empty() || !part.packages.empty() || !under.techniques.empty();
    }
    // Puts what was found for each party side by side, in the order of finding, and returns where each party's begin. `of`
    // says whose each is, and is used up. In place: another copy would be most of the memory that is touched.
    template <class Item>
    [[nodiscard]] static std::vector<std::uint32_t> arrange(std::size_t institutions, std::vector<std::uint32_t>& of,
                                                            std::vector<Item>& all) {
        std::vector<std::uint32_t> first(institutions + 2, 0);
        for (auto const party : of) ++first[party + 2];
        for (std::size_t s = 2; s < first.size(); ++s) first[s] += first[s - 1];
        for (auto& each : of) each = first[each + 1]++;  // where it goes; in the end, where the next party's begin
        for (std::uint32_t at = 0; at < of.size(); ++at) {
            while (of[at] != at) {
                std::swap(all[at], all[of[at]]);
                std::swap(of[at], of[of[at]]);
            }
        }
        return first;
    }

    std::vector<std::uint32_t> first_;
    std::vector<lane> all_;
    std::vector<site> receivers_;
    std::vector<std::uint32_t> first_agreement_;
    std::vector<std::uint32_t> agreements_;
};
}  // namespace v0
}  // namespace lienvien
