#pragma once

#include <lienvien/base/validity.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/rules/changes.hpp>

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// Brings a change about on a copy.
struct bring_about {
    network* to;
    patient_need* need;
    sys_days day;

    void operator()(renew_agreement const& act) const { cover(act.agreement, false); }
    void operator()(sign_agreement const& act) const { cover(act.agreement, true); }
    void operator()(accept_technique const& act) const { hold(act.at, act.technique, true); }
    void operator()(renew_licence const& act) const {
        for (auto at = to->licences.size(); at > 0; --at) {
            auto& each = to->licences[at - 1];
            if (each.institution != act.institution || each.number != act.number) continue;
            each.valid = covering(each.valid);
            return;
        }
    }
    void operator()(free_bed const& act) const {
        bool any = false;
        for (auto& each : to->capacities) {
            if (each.institution != act.institution || is_no(holds_on(each.valid, day))) continue;
            each.free = beds(1);
            any = any || is_yes(holds_on(each.valid, day));
        }
        if (!any)
            to->capacities.push_back(
                {.institution = act.institution, .free = beds(1), .valid = always, .source = synthetic()});
    }
    void operator()(certify_person const& act) const {
        auto const is_taken = [&](certificate_id const& name) {
            for (auto const& each : to->certificates) {
                if (each.id == name) return true;
            }
            return false;
        };
        std::size_t number = to->certificates.size();
        auto const name = [&] { return certificate_id::checked("proposed-" + std::to_string(number)); };
        while (is_taken(name())) ++number;
        to->certificates.push_back({.id = name(),
                                    .programme = act.programme,
                                    .holder = act.who,
                                    .issued = act.session.value_or(day),
                                    .source = synthetic()});
    }
    void operator()(wait_until const&) const {}  // the day of the question is the caller's
    void operator()(learn_fact const& act) const {
        truth const is = known(act.value > 0);
        switch (act.what) {
            case matter::stable:
                need->stable = is;
                break;
            case matter::transfer_indicated:
                need->transfer_indicated = is;
                break;
            case matter::past_emergency_stage:
                need->past_emergency_stage = is;
                break;
            case matter::improved:
                need->improved = is;
                break;
            case matter::how_urgent:
                need->urgency = static_cast<urgency>(act.value);
                break;
            case matter::tier:
                replace(to->legacy_standings, *act.of);
                to->legacy_standings.push_back({.institution = *act.of,
                                                .tier = static_cast<legacy_tier>(act.value),
                                                .valid = always,
                                                .source = synthetic()});
                break;
            case matter::level:
                replace(to->gradings, *act.of);
                to->gradings.push_back({.institution = *act.of,
                                        .level = static_cast<technical_level>(act.value),
                                        .valid = always,
                                        .source = synthetic()});
                break;
            case matter::technique:
                hold(*act.of, *act.technique, is_yes(is));
                break;
            case matter::operation:
                operate(*act.of);
                break;
            case matter::agreement_in_force:
                cover(*act.agreement, true);
                break;
            case matter::free_beds:
                (*this)(free_bed{*act.of});
                break;
            case matter::kind:
                for (auto& each : to->institutions) {
                    if (each.id == *act.of) each.kind = institution_kind::hospital;
                }
                break;
            case matter::accreditation:
                to->accreditations.push_back(
                    {.institution = *act.of, .field = *act.field, .valid = always, .source = synthetic()});
                break;
            case matter::adjacent_upper:
                to->affiliations.push_back(
                    {need->origin, *act.of, affiliation_kind::referral_line, always, synthetic()});
                break;
        }
    }

private:
    [[nodiscard]] validity covering(validity const& given) const {
        return is_yes(happened_by(given.from, day)) ? validity(given.from) : validity(partial_date(day));
    }
    void cover(agreement_id const& id, bool sign) const {
        for (auto& each : to->agreements) {
            if (each.id != id) continue;
            each.in_force = covering(each.in_force);
            if (sign || each.status == agreement_status::ended) each.status = agreement_status::signed_;
            for (auto& part : each.clauses) {
                if (sign && part.status != agreement_status::not_known) part.status = agreement_status::signed_;
                if (part.status == agreement_status::ended) part.status = agreement_status::signed_;
            }
        }
    }
    template <class Facts>
    static void replace(Facts& facts, institution_id const& of) {
        for (auto at = facts.begin(); at != facts.end();) at = at->institution == of ? facts.erase(at) : at + 1;
    }
    void hold(institution_id const& at, technique_id const& technique, bool performs) const {
        auto& all = to->capabilities;
        for (auto each = all.begin(); each != all.end();)
            each = each->site == at && each->technique == technique ? all.erase(each) : each + 1;
        all.push_back({.site = at,
                       .technique = technique,
                       .stage = performs ? stage::accepted : stage::readiness,
                       .valid = always,
                       .source = synthetic()});
    }
    void operate(institution_id const& of) const {
        for (auto& each : to->institutions) {
            if (each.id == of) each.operations = {{operation_status::operating, always, synthetic()}};
        }
        bool any = false;
        for (auto& each : to->licences) {
            if (each.institution != of || any) continue;
            any = true;
            each.valid = covering(each.valid);
        }
    }
};

}  // namespace detail

/// Brings changes about on a network and a need: a copy, for a question of the form "what if".
///
/// What is added has a synthetic source. Complexity: linear in the network for each change.
inline void apply(std::vector<change> const& changes, sys_days today, network& copy, patient_need& need) {
    sys_days const day = day_after(changes, today);
    for (auto const& each : changes) std::visit(detail::bring_about{&copy, &need, day}, each);
}

}  // namespace v0
}  // namespace lienvien
