#pragma once

#include <lienvien/network/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Does a kind of activity in an agreement carry the transfer of this patient?
///
/// Patient transfer always; emergency linkage in an emergency; joint care of severe patients when care is urgent.
[[nodiscard]] constexpr truth carries(activity what, urgency how_soon) noexcept {
    bool const open = how_soon == urgency::not_known;
    if (what == activity::patient_transfer) return truth::yes;
    if (what == activity::emergency_linkage) return open ? truth::unknown : known(how_soon == urgency::emergency);
    if (what == activity::joint_care) return open ? truth::unknown : known(how_soon != urgency::routine);
    return truth::no;
}

/// A clause of an agreement under which a patient of the request may travel, and to whom.
struct transfer_clause {
    std::uint32_t agreement;      ///< place in network::agreements
    std::uint32_t clause;         ///< place in its clauses
    truth applies;                ///< to this need, from this origin, on this day; the receiver left open
    std::vector<site> receivers;  ///< the parties that it sends patients to
};

/// A need with its names looked up once in the numbering of a network: good for every snapshot of that network, on any
/// day, so that a need that is asked again is not read again. A `situation` has numbers of its own, and may give others
/// when a fact is recorded: needs put to it are then numbered anew.
///
/// An origin, field or technique that the network does not name is kept as unknown, never dropped.
class numbered_need {
public:
    numbered_need(numbering const& numbers, patient_need need)
        : need_(std::move(need)),
          named_origin_(numbers.find(need_.origin)),
          techniques_named_(!need_.techniques.empty()) {
        for (auto const& id : need_.techniques) {
            if (auto const technique = numbers.find(id)) {
                techniques_.push_back(*technique);
            } else {
                techniques_named_ = false;
            }
        }
        if (need_.field) field_ = numbers.find(*need_.field);
        if (need_.residence) residence_ = numbers.find(*need_.residence);
    }

    [[nodiscard]] patient_need const& need() const noexcept { return need_; }
    /// The institution that the need names as origin; on a given day a successor may have taken its place.
    [[nodiscard]] std::optional<site> const& named_origin() const noexcept { return named_origin_; }
    /// The techniques needed, as far as the network names them.
    [[nodiscard]] std::vector<technique_number> const& techniques() const noexcept { return techniques_; }
    /// Does the need name techniques, and the network all of them?
    [[nodiscard]] bool techniques_named() const noexcept { return techniques_named_; }
    [[nodiscard]] std::optional<field_number> const& field() const noexcept { return field_; }
    [[nodiscard]] std::optional<province_number> const& residence() const noexcept { return residence_; }

private:
    patient_need need_;
    std::optional<site> named_origin_;
    std::vector<technique_number> techniques_;
    bool techniques_named_;
    std::optional<field_number> field_;
    std::optional<province_number> residence_;
};

/// A need put to a snapshot: what rules read. Cheap to make from a numbered need, which must then outlive it, as the
/// snapshot must.
class request {
public:
    request(snapshot const& today, patient_need need)
        : today_(&today), own_(std::in_place, today.numbers(), std::move(need)), origin_(origin_on(today, *own_)) {}
    request(snapshot const& today, numbered_need const& need)
        : today_(&today), other_(&need), origin_(origin_on(today, need)) {}
    // clang-format off
    request(snapshot const&, numbered_need const&&) = delete;  // LIENVIEN-E034: a request looks into its numbered need: name that first
    // clang-format on

    [[nodiscard]] snapshot const& today() const noexcept { return *today_; }
    [[nodiscard]] numbered_need const& numbered() const noexcept { return other_ ? *other_ : *own_; }
    [[nodiscard]] patient_need const& need() const noexcept { return numbered().need(); }
    /// Where the patient is, where the network knows it.
    [[nodiscard]] std::optional<site> const& origin() const noexcept { return origin_; }

    /// Does the site perform every technique that is needed? Unknown where the need names none, or an unknown one.
    [[nodiscard]] truth holds(site where) const noexcept {
        truth all = known(numbered().techniques_named()) | truth::unknown;
        for (auto const technique : techniques()) all &= today_->performs(where, technique);
        return all;
    }
    /// How many of the techniques needed the site surely performs.
    [[nodiscard]] std::size_t covered(site where) const noexcept {
        std::size_t number = 0;
        for (auto const technique : techniques()) number += is_yes(today_->performs(where, technique)) ? 1u : 0u;
        return number;
    }
    /// The techniques needed, as far as the network names them.
    [[nodiscard]] std::vector<technique_number> const& techniques() const noexcept { return numbered().techniques(); }
    [[nodiscard]] truth origin_holds() const noexcept { return origin_ ? holds(*origin_) : truth::unknown; }
    /// Does an adjacent upper facility of the origin perform every technique? Unknown where none is written down.
    [[nodiscard]] truth adjacent_upper_holds() const {
        truth found = truth::no;
        bool written = false;
        for (auto const& each : adjacent_upper()) {
            written = written || is_yes(each.holds);
            found |= each.holds & today_->operates(each.facility) & holds(each.facility);
        }
        return is_yes(found) || written ? found : truth::unknown;
    }
    [[nodiscard]] std::vector<snapshot::upper_facility> adjacent_upper() const {
        return origin_ ? today_->adjacent_upper(*origin_) : std::vector<snapshot::upper_facility>{};
    }

    /// Calls `take(lane, truth)` for every clause that applies, or may, to the patient from the origin on the day, under an
    /// agreement of the origin or of an institution that it belongs to; the receiver is left open.
    template <class Take>
    void for_each_lane(Take take) const {
        auto const day = static_cast<std::int32_t>(today_->day().time_since_epoch().count());
        auto const& number = numbered().field();
        std::uint64_t const field = number && number_of(*number) < 64 ? std::uint64_t{1} << number_of(*number) : 0;
        for_each_known_lane([&](lane const& each, truth side) {
            if (each.exact && (day < each.first || day >= each.after)) return;
            if (!each.any_field && field != 0 && (each.fields & field) == 0) return;  // as most, so first
            truth const holds = side & applies(each, day);
            if (!is_no(holds)) take(each, holds);
        });
    }
    /// The clauses that may carry the patient, of agreements in force or not.
    [[nodiscard]] std::vector<transfer_clause> clauses() const {
        std::vector<transfer_clause> found;
        auto const day = static_cast<std::int32_t>(today_->day().time_since_epoch().count());
        for_each_known_lane([&](lane const& each, truth side) {
            auto const* const first = today_->lanes().receivers(each);
            found.push_back({each.agreement, each.clause, side & applies(each, day), {first, first + each.receivers}});
        });
        return found;
    }

    /// Does a clause of an agreement in force carry the patient to this receiver?
    [[nodiscard]] truth agreement_accepts(site receiver) const {
        auto const day = static_cast<std::int32_t>(today_->day().time_since_epoch().count());
        truth any = truth::no;
        for_each_known_lane([&](lane const& each, truth side) {
            auto const* const first = today_->lanes().receivers(each);
            truth reached = truth::no;
            for (auto const* to = first; to != first + each.receivers; ++to)
                reached |= today_->houses().acts_for(receiver, *to);
            if (!is_no(reached)) any |= reached & side & applies(each, day);  // most lead elsewhere
        });
        return any;
    }
    [[nodiscard]] truth accepts(transfer_clause const& under, site receiver) const {
        truth reached = truth::no;
        for (auto const to : under.receivers) reached |= today_->houses().acts_for(receiver, to);
        return under.applies & reached;
    }

private:
    [[nodiscard, gnu::always_inline]] static std::optional<site> origin_on(snapshot const& today,
                                                                           numbered_need const& need) {
        auto const& named = need.named_origin();
        return named ? std::optional(today.find_successor(*named)) : std::nullopt;
    }
    template <class Take>
    void for_each_known_lane(Take take) const {
        if (!origin_) return;
        urgency const how_soon = need().urgency;
        auto const from_party = [&](site party, truth side) {
            for (auto const& each : today_->lanes().from(party)) {
                truth const carried = carries(each.activity, how_soon);
                if (!is_no(carried)) take(each, carried & side);
            }
        };
        from_party(*origin_, truth::yes);
        for (auto const& above : today_->houses().parties_above(*origin_)) from_party(above.to, above.holds);
    }
    // Is the lane in force, and within its limits of field and technique?
    [[nodiscard, gnu::always_inline]] truth applies(lane const& each, std::int32_t day) const {
        truth found = each.status;
        if (each.exact) {
            if (day < each.first || day >= each.after) return truth::no;
        } else {
            found &= holds_on(today_->entry_into_force(agreement_of(each)), today_->day());
        }
        if (!each.any_field) found &= names_field(each);
        return each.names_techniques ? found & within_techniques(each) : found;
    }
    [[nodiscard]] agreement const& agreement_of(lane const& each) const noexcept {
        return today_->written().agreements[each.agreement];
    }
    [[nodiscard]] truth names_field(lane const& each) const {
        if (!need().field) return truth::unknown;
        auto const& number = numbered().field();
        if (!number) return truth::no;
        if (number_of(*number) < 64) return known((each.fields >> number_of(*number) & 1) != 0);
        auto const& part = agreement_of(each).clauses[each.clause];
        for (auto const& field : part.fields.empty() ? agreement_of(each).fields : part.fields) {
            if (field == *need().field) return truth::yes;
        }
        return truth::no;
    }
    [[nodiscard]] truth within_techniques(lane const& each) const {
        auto const& under = agreement_of(each);
        auto const& part = under.clauses[each.clause];
        bool const own = !part.techniques.empty() || !part.packages.empty();
        auto const& techniques = own ? part.techniques : under.techniques;
        if (need().techniques.empty()) return truth::unknown;
        truth within = truth::yes;
        for (auto const& wanted : need().techniques) {
            bool named = false;
            for (auto const& listed : techniques) named = named || listed == wanted;
            for (auto const& id : part.packages) named = named || package_has(id, wanted, 0);
            within &= known(named);
        }
        return within;
    }
    [[nodiscard]] bool package_has(package_id const& id, technique_id const& wanted, int depth) const {
        for (auto const& each : today_->written().packages) {
            if (each.id != id || depth > 8) continue;
            for (auto const& technique : each.techniques) {
                if (technique == wanted) return true;
            }
            for (auto const& part : each.parts) {
                if (package_has(part, wanted, depth + 1)) return true;
            }
        }
        return false;
    }

    snapshot const* today_;
    std::optional<numbered_need> own_;
    numbered_need const* other_ = nullptr;
    std::optional<site> origin_;
};

/// One question of a rule: may this patient travel from the origin to this receiver?
struct transfer_case {
    request const* asked;
    site to;

    [[nodiscard]] snapshot const& today() const noexcept { return asked->today(); }
    [[nodiscard]] patient_need const& need() const noexcept { return asked->need(); }
};
}  // namespace v0
}  // namespace lienvien
