#pragma once

#include <lienvien/validate/kinship.hpp>
#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// The fact that says that an institution has this status at some time surely within `during`. Where another fact says
/// that it may operate at that time, sources disagree, which is reported of its own, and this finds nothing.
[[nodiscard]] inline operation const* find_status(institution const& which, validity const& during,
                                                  operation_status status) {
    for (auto const& fact : which.operations) {
        if (fact.status != status || !is_yes(overlap(fact.valid, during))) continue;
        bool disputed = false;
        for (auto const& other : which.operations) {
            disputed =
                disputed || (other.status == operation_status::operating && !is_no(overlap(fact.valid, other.valid)));
        }
        if (!disputed) return &fact;
    }
    return nullptr;
}

/// Does the agreement let the institution send or receive patients?
[[nodiscard]] constexpr bool moves_patients(activity what) noexcept {
    return what == activity::patient_transfer || what == activity::emergency_linkage || what == activity::joint_care;
}

/// Successors that do not work when they take over; parties that send or receive patients while they do not work.
inline void check_operations(network const& all, directory const& known, kinship const& kin, report& found) {
    for (std::size_t n = 0; n < all.successions.size(); ++n) {
        auto const& fact = all.successions[n];
        auto const* heir = known.get(fact.successor);
        if (!heir) continue;
        operation const* idle = nullptr;
        bool works = heir->operations.empty();
        for (auto const& stated : heir->operations) {
            truth const then = holds_at(stated.valid, fact.on);
            bool const open =
                stated.status == operation_status::operating || stated.status == operation_status::not_known;
            if (open && !is_no(overlap(stated.valid, {fact.on}))) works = true;
            if (!open && is_yes(then)) idle = &stated;
        }
        if (works || !idle) continue;
        std::string const on = fact.on.to_string();
        found.add(finding_code::checked("successor-not-operating"), severity::warning, subject_of(fact),
                  place_of("successions", n, "successor"),
                  both({"cơ sở kế thừa “", fact.successor.view(), "” ", label_of(idle->status).vi,
                        " vào thời điểm kế thừa (", on, ")"},
                       {"the successor “", fact.successor.view(), "” is ", label_of(idle->status).en,
                        " at the time of the succession (", on, ")"}));
    }
    // Most institutions are only ever said to operate; whoever does not work at some time is among the others.
    std::vector<bool> may_idle(all.institutions.size(), false);
    bool any_idle = false;
    for (std::size_t n = 0; n < all.institutions.size(); ++n) {
        for (auto const& stated : all.institutions[n].operations) {
            bool const idle = stated.status == operation_status::planned || stated.status == operation_status::closed;
            if (idle) may_idle[n] = any_idle = true;
        }
    }
    std::vector<institution_id> movers;
    for (std::size_t n = 0; n < all.agreements.size() && any_idle; ++n) {
        auto const& noun = all.agreements[n];
        movers.clear();
        auto const moves = [&](institution_id const& id) {
            for (auto const& seen : movers) {
                if (seen == id) return;
            }
            movers.push_back(id);
        };
        for (auto const& each : noun.clauses) {
            auto const status = each.status == agreement_status::not_known ? noun.status : each.status;
            if (!moves_patients(each.activity) || !is_yes(binds(status))) continue;
            if (each.from) moves(*each.from);
            if (each.to) moves(*each.to);
            if (each.from && each.to) continue;
            for (auto const& side : noun.parties) {
                bool const takes_part = side.role != party_role::authority && side.role != party_role::funds &&
                                        side.role != party_role::witness;
                if (takes_part) moves(side.institution);
            }
        }
        for (auto const& id : movers) {
            auto const at = known.find(id);
            if (!at || !may_idle[*at]) continue;
            auto const& which = all.institutions[*at];
            auto const* idle = find_status(which, noun.in_force, operation_status::planned);
            if (!idle && !kin.has_heir(*at)) idle = find_status(which, noun.in_force, operation_status::closed);
            if (!idle) continue;
            std::string place = place_of("agreements", n);
            for (std::size_t p = 0; p < noun.parties.size(); ++p) {
                if (noun.parties[p].institution == id) place = place_of("agreements", n, "parties", p);
            }
            text const agreed = words_of(noun.in_force), then = words_of(idle->valid);
            found.add(finding_code::checked("party-not-operating"), severity::warning, subject_of(noun),
                      std::move(place),
                      both({"“", id.view(), "” chuyển hoặc nhận người bệnh theo thỏa thuận (", agreed.vi,
                            ") trong khi ", label_of(idle->status).vi, " (", then.vi, ")"},
                           {"“", id.view(), "” sends or receives patients under the agreement (", agreed.en,
                            ") while it is ", label_of(idle->status).en, " (", then.en, ")"}));
        }
    }
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
