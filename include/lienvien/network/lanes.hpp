#pragma once

#include <lienvien/network/numbering.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
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
    lanes(network const& written, numbering const& numbers, moment when) {
        std::vector<std::uint32_t> of;  // the party of each lane
        std::vector<lane> found;
        std::vector<std::optional<site>> parties;
        std::vector<std::uint32_t> party_of;  // of each of the agreements below
        std::vector<std::uint32_t> agreements;
        found.reserve(written.agreements.size());
        of.reserve(written.agreements.size());
        party_of.reserve(written.agreements.size() * 2);
        agreements.reserve(written.agreements.size() * 2);
        receivers_.reserve(written.agreements.size());
        for (std::uint32_t a = 0; a < written.agreements.size(); ++a) {
            auto const& under = written.agreements[a];
            parties.clear();
            for (auto const& each : under.parties) parties.push_back(numbers.find_successor(each.institution, when));
            for (std::size_t p = 0; p < parties.size(); ++p) {
                if (!parties[p] || is_repeated(parties, p)) continue;
                party_of.push_back(number_of(*parties[p]));
                agreements.push_back(a);
            }
            if (!was_known(under.source, when.known_on)) continue;
            lane common;
            common.agreement = a;
            set_days(common, entry_into_force(under, when));
            for (std::uint32_t c = 0; c < under.clauses.size(); ++c) {
                auto const& part = under.clauses[c];
                if (!was_known(part.source, when.known_on)) continue;
                common.clause = c;
                describe(common, under, part, numbers);
                auto const named = [&](institution_id const& id) {  // most often by the name of a party
                    for (std::size_t p = 0; p < parties.size(); ++p) {
                        if (under.parties[p].institution == id) return parties[p];
                    }
                    return numbers.find_successor(id, when);
                };
                auto const from = part.from ? named(*part.from) : std::nullopt;
                auto const to = part.to ? named(*part.to) : std::nullopt;
                for (std::size_t p = 0; p < parties.size(); ++p) {
                    if (!parties[p] || is_repeated(parties, p)) continue;
                    bool const sends = part.from ? from == parties[p] : may_send(under, parties, *parties[p]);
                    if (!sends) continue;
                    lane each = common;
                    each.first_receiver = static_cast<std::uint32_t>(receivers_.size());
                    for (std::size_t r = 0; r < parties.size(); ++r) {
                        bool const meant = !part.to || to == parties[r];
                        if (parties[r] && parties[r] != parties[p] && meant && takes_part(under.parties[r]))
                            receivers_.push_back(*parties[r]);
                    }
                    each.receivers = static_cast<std::uint32_t>(receivers_.size()) - each.first_receiver;
                    found.push_back(each);
                    of.push_back(number_of(*parties[p]));
                }
            }
        }
        arrange(written.institutions.size(), of, found, first_, all_);
        arrange(written.institutions.size(), party_of, agreements, first_agreement_, agreements_);
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
        validity valid = which.in_force;
        if (valid.from != partial_date::unknown()) return valid;
        partial_date const* signing = nullptr;
        for (auto const& each : which.signed_on.stated) {
            if (!was_known(each.source, when.known_on)) continue;
            if (signing && *signing != each.value) return valid;
            signing = &each.value;
        }
        if (signing) valid.from = *signing;
        return valid;
    }

private:
    [[nodiscard]] static bool takes_part(party const& each) noexcept {
        return each.role != party_role::authority && each.role != party_role::witness && each.role != party_role::funds;
    }
    [[nodiscard]] static bool is_repeated(std::vector<std::optional<site>> const& parties, std::size_t at) noexcept {
        for (std::size_t earlier = 0; earlier < at; ++earlier) {
            if (parties[earlier] == parties[at]) return true;
        }
        return false;
    }
    [[nodiscard]] static bool may_send(agreement const& under, std::vector<std::optional<site>> const& parties,
                                       site from) noexcept {
        for (std::size_t p = 0; p < parties.size(); ++p) {
            if (parties[p] == from && takes_part(under.parties[p])) return true;
        }
        return false;
    }
    // Days for both ends, where they are exact or not stated; nothing else is decided by two comparisons.
    static void set_days(lane& each, validity const& valid) noexcept {
        constexpr std::int32_t never = 0x7FFFFFFF;
        auto const number = [](sys_days day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); };
        auto const begins = valid.from.exact();
        auto const ends = valid.until ? valid.until->exact() : std::nullopt;
        each.exact = (begins || valid.from.is_always()) && (ends || !valid.until);
        if (!each.exact) return;
        each.first = begins ? number(*begins) : -never;
        each.after = ends ? number(*ends) : never;
    }
    // A clause that names fields or techniques is limited to them; else the agreement's limits hold.
    static void describe(lane& each, agreement const& under, clause const& part, numbering const& numbers) {
        each.activity = part.activity;
        each.status =
            binds(under.status) & (part.status == agreement_status::not_known ? truth::yes : binds(part.status));
        auto const& fields = part.fields.empty() ? under.fields : part.fields;
        each.any_field = fields.empty();
        each.fields = 0;
        for (auto const& id : fields) {
            auto const number = numbers.find(id);
            if (number && number_of(*number) < 64) each.fields |= std::uint64_t{1} << number_of(*number);
        }
        each.names_techniques = !part.techniques.empty() || !part.packages.empty() || !under.techniques.empty();
    }
    // Puts what was found for each party side by side.
    template <class Item>
    static void arrange(std::size_t institutions, std::vector<std::uint32_t> const& of, std::vector<Item> const& found,
                        std::vector<std::uint32_t>& first, std::vector<Item>& all) {
        first.assign(institutions + 1, 0);
        for (auto const party : of) ++first[party + 1];
        for (std::size_t s = 0; s < institutions; ++s) first[s + 1] += first[s];
        std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
        all.resize(found.size());
        for (std::size_t at = 0; at < found.size(); ++at) all[next[of[at]]++] = found[at];
    }

    std::vector<std::uint32_t> first_;
    std::vector<lane> all_;
    std::vector<site> receivers_;
    std::vector<std::uint32_t> first_agreement_;
    std::vector<std::uint32_t> agreements_;
};
}  // namespace v0
}  // namespace lienvien
