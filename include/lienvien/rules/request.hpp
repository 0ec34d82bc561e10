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

/// A need put to a snapshot: everything about the question that does not depend on the receiver, worked out once.
///
/// Copies the need; the snapshot must outlive it. An origin or technique that the network does not name is kept as
/// unknown, never dropped.
class request {
public:
    request(snapshot const& today, patient_need need)
        : today_(&today), need_(std::move(need)), origin_(today.find_successor(need_.origin)) {
        techniques_named_ = !need_.techniques.empty();
        for (auto const& id : need_.techniques) {
            if (auto const technique = today.find(id)) {
                techniques_.push_back(*technique);
            } else {
                techniques_named_ = false;
            }
        }
        if (!origin_) return;
        origin_holds_ = holds(*origin_);
        upper_ = today.adjacent_upper(*origin_);
        for (auto const& each : upper_) {
            if (is_yes(each.holds)) upper_written_ = true;
            upper_holds_ |= each.holds & today.operates(each.facility) & holds(each.facility);
        }
        find_clauses();
    }

    [[nodiscard]] snapshot const& today() const noexcept { return *today_; }
    [[nodiscard]] patient_need const& need() const noexcept { return need_; }
    /// Where the patient is, where the network knows it.
    [[nodiscard]] std::optional<site> origin() const noexcept { return origin_; }

    /// Does the site perform every technique that is needed? Unknown where the need names none, or an unknown one.
    [[nodiscard]] truth holds(site where) const {
        truth all = known(techniques_named_) | truth::unknown;
        for (auto const technique : techniques_) all &= today_->performs(where, technique);
        return all;
    }
    /// How many of the techniques needed the site surely performs.
    [[nodiscard]] std::size_t covered(site where) const {
        std::size_t number = 0;
        for (auto const technique : techniques_) number += is_yes(today_->performs(where, technique)) ? 1u : 0u;
        return number;
    }
    /// The techniques needed, as far as the network names them.
    [[nodiscard]] std::vector<technique_number> const& techniques() const noexcept { return techniques_; }
    [[nodiscard]] truth origin_holds() const noexcept { return origin_holds_; }
    /// Does an adjacent upper facility of the origin perform every technique? Unknown where none is written down.
    [[nodiscard]] truth adjacent_upper_holds() const noexcept {
        return is_yes(upper_holds_) || upper_written_ ? upper_holds_ : truth::unknown;
    }
    [[nodiscard]] std::vector<snapshot::upper_facility> const& adjacent_upper() const noexcept { return upper_; }
    [[nodiscard]] std::vector<transfer_clause> const& clauses() const noexcept { return clauses_; }

    /// Does a clause of an agreement in force carry the patient to this receiver?
    [[nodiscard]] truth agreement_accepts(site receiver) const {
        truth any = truth::no;
        for (auto const& each : clauses_) any |= accepts(each, receiver);
        return any;
    }
    [[nodiscard]] truth accepts(transfer_clause const& under, site receiver) const {
        truth reached = truth::no;
        for (auto const to : under.receivers) reached |= today_->houses().acts_for(receiver, to);
        return under.applies & reached;
    }

private:
    void find_clauses() {
        auto const& written = today_->written();
        for (auto const& side : today_->houses().parties_of(*origin_)) {
            for (auto const number : today_->agreements_of(side.to)) {
                auto const& under = written.agreements[number];
                if (!was_known(under.source, today_->when().known_on)) continue;
                for (std::uint32_t at = 0; at < under.clauses.size(); ++at) {
                    if (was_known(under.clauses[at].source, today_->when().known_on)) add_clause(number, at, side);
                }
            }
        }
    }
    void add_clause(std::uint32_t number, std::uint32_t at, houses::tie const& side) {
        auto const& under = today_->written().agreements[number];
        auto const& each = under.clauses[at];
        truth const carried = carries(each.activity, need_.urgency);
        if (is_no(carried)) return;
        bool const from_here = each.from ? today_->find_successor(*each.from) == side.to : may_send(under, side.to);
        if (!from_here) return;
        transfer_clause found{number, at, truth::no, {}};
        for (auto const& party : under.parties) {
            auto const to = today_->find_successor(party.institution);
            bool const named = !each.to || today_->find_successor(*each.to) == to;
            if (to && *to != side.to && named && takes_part(party)) found.receivers.push_back(*to);
        }
        truth const status = each.status == agreement_status::not_known ? truth::yes : binds(each.status);
        found.applies = carried & side.holds & status & today_->in_force(under) & within_scope(under, each);
        clauses_.push_back(std::move(found));
    }
    [[nodiscard]] static bool takes_part(party const& each) noexcept {
        return each.role != party_role::authority && each.role != party_role::witness && each.role != party_role::funds;
    }
    [[nodiscard]] bool may_send(agreement const& under, site from) const {
        for (auto const& party : under.parties) {
            if (takes_part(party) && today_->find_successor(party.institution) == from) return true;
        }
        return false;
    }
    // A clause that names fields or techniques is limited to them; else the agreement's limits hold.
    [[nodiscard]] truth within_scope(agreement const& under, clause const& each) const {
        truth within = truth::yes;
        auto const& fields = each.fields.empty() ? under.fields : each.fields;
        if (!fields.empty()) {
            truth named = need_.field ? truth::no : truth::unknown;
            for (auto const& field : fields) named |= need_.field ? known(field == *need_.field) : truth::no;
            within &= named;
        }
        bool const own = !each.techniques.empty() || !each.packages.empty();
        auto const& techniques = own ? each.techniques : under.techniques;
        if (techniques.empty() && each.packages.empty()) return within;
        if (need_.techniques.empty()) return within & truth::unknown;
        for (auto const& wanted : need_.techniques) {
            bool named = false;
            for (auto const& listed : techniques) named = named || listed == wanted;
            for (auto const& id : each.packages) named = named || package_has(id, wanted, 0);
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
    patient_need need_;
    std::optional<site> origin_;
    std::vector<technique_number> techniques_;
    bool techniques_named_ = false;
    truth origin_holds_ = truth::unknown;
    std::vector<snapshot::upper_facility> upper_;
    bool upper_written_ = false;
    truth upper_holds_ = truth::no;
    std::vector<transfer_clause> clauses_;
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
