#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/rules/changes.hpp>
#include <lienvien/rules/request.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// Finds the changes that the written network makes possible for one patient and one receiver.
class offer_maker {
public:
    offer_maker(request const& asked, site to) : asked_(&asked), today_(&asked.today()), to_(to) {}

    [[nodiscard]] std::vector<change> run() {
        if (!asked_->origin()) return {};
        of_need();
        of_agreements();
        of_techniques();
        of_standing(*asked_->origin());
        of_standing(to_);
        of_receiver();
        return std::move(offers_);
    }

private:
    void offer(change each) {
        for (auto const& earlier : offers_) {
            if (earlier == each) return;
        }
        offers_.push_back(std::move(each));
    }
    [[nodiscard]] institution_id const& id_of(site which) const { return today_->at(which).id; }

    void of_need() {
        auto const& need = asked_->need();
        auto const either = [&](truth given, matter what, std::int64_t hoped) {
            if (is_unknown(given)) offer(learn_fact{.what = what, .value = hoped});
        };
        either(need.transfer_indicated, matter::transfer_indicated, 1);
        either(need.past_emergency_stage, matter::past_emergency_stage, 1);
        either(need.improved, matter::improved, 1);
        either(need.stable, matter::stable, 1);
        if (need.urgency == urgency::not_known) {
            offer(learn_fact{.what = matter::how_urgent, .value = static_cast<std::int64_t>(urgency::emergency)});
            offer(learn_fact{.what = matter::how_urgent, .value = static_cast<std::int64_t>(urgency::routine)});
        }
    }

    /// Agreements with a clause that would carry this patient from here to there, but for its status or its day.
    void of_agreements() {
        for (auto const& each : asked_->clauses()) {
            truth reached = truth::no;
            for (auto const party : each.receivers) reached |= today_->houses().acts_for(to_, party);
            if (is_no(reached) || is_yes(asked_->accepts(each, to_))) continue;
            auto const& under = today_->written().agreements[each.agreement];
            auto const own = under.clauses[each.clause].status;
            auto const status = own == agreement_status::not_known ? under.status : own;
            truth const in_force = today_->in_force(under);
            bool const ended = status == agreement_status::ended || under.status == agreement_status::ended;
            if (!ended && (!is_yes(binds(status)) || !is_yes(binds(under.status)))) {
                offer(sign_agreement{under.id});
            } else if (ended || is_no(in_force)) {
                offer(renew_agreement{under.id});
            }
            if (is_unknown(in_force)) offer(learn_fact{.what = matter::agreement_in_force, .agreement = under.id});
        }
    }

    void of_techniques() {
        for (auto const technique : asked_->techniques()) {
            auto const& id = today_->written().techniques[number_of(technique)].id;
            truth const there = today_->performs(to_, technique);
            if (!is_yes(there) && is_on_its_way(id)) offer(accept_technique{id, id_of(to_)});
            if (is_unknown(there)) offer(learn_fact{.what = matter::technique, .of = id_of(to_), .technique = id});
            if (is_unknown(today_->performs(*asked_->origin(), technique))) {
                offer(learn_fact{
                    .what = matter::technique, .value = -1, .of = id_of(*asked_->origin()), .technique = id});
            }
            for (auto const& upper : asked_->adjacent_upper()) {
                if (upper.facility != to_ && is_unknown(today_->performs(upper.facility, technique)))
                    offer(learn_fact{
                        .what = matter::technique, .value = -1, .of = id_of(upper.facility), .technique = id});
            }
        }
        if (asked_->adjacent_upper().empty()) offer(learn_fact{.what = matter::adjacent_upper, .of = id_of(to_)});
    }
    /// Is a stage of it written down of the receiver, or a transfer of a package that has it?
    [[nodiscard]] bool is_on_its_way(technique_id const& technique) const {
        auto const& written = today_->written();
        for (auto const number : today_->facts().capabilities[number_of(to_)]) {
            auto const& each = written.capabilities[number];
            if (each.technique == technique && was_known(each.source, today_->when().known_on)) return true;
        }
        for (auto const& each : written.transfers) {
            if (each.recipient != id_of(to_) || !was_known(each.source, today_->when().known_on)) continue;
            for (auto const& package : written.packages) {
                if (package.id != each.package) continue;
                for (auto const& listed : package.techniques) {
                    if (listed == technique) return true;
                }
            }
        }
        return false;
    }

    void of_standing(site which) {
        if (today_->tier(which) == legacy_tier::not_known) {
            for (auto const& each : vocabulary<legacy_tier>::words) {
                if (each.value != legacy_tier::not_known)
                    offer(learn_fact{
                        .what = matter::tier, .value = static_cast<std::int64_t>(each.value), .of = id_of(which)});
            }
        }
        if (today_->level(which) == technical_level::not_known) {
            for (auto const& each : vocabulary<technical_level>::words) {
                if (each.value != technical_level::not_known)
                    offer(learn_fact{
                        .what = matter::level, .value = static_cast<std::int64_t>(each.value), .of = id_of(which)});
            }
        }
    }

    void of_receiver() {
        auto const& receiver = today_->at(to_);
        if (is_unknown(today_->operates(to_))) offer(learn_fact{.what = matter::operation, .of = receiver.id});
        truth licensed = truth::no;
        licence const* last = nullptr;
        for (auto const number : today_->facts().licences[number_of(to_)]) {
            auto const& each = today_->written().licences[number];
            if (!was_known(each.source, today_->when().known_on)) continue;
            last = &each;
            licensed |= holds_on(each.valid, today_->day());
        }
        if (last && !is_yes(licensed)) offer(renew_licence{receiver.id, last->number});
        if (auto const free = today_->free_beds(to_)) {
            if (free->count() < 1) offer(free_bed{receiver.id});
        } else {
            offer(learn_fact{.what = matter::free_beds, .of = receiver.id});
        }
        if (receiver.kind == institution_kind::not_known) offer(learn_fact{.what = matter::kind, .of = receiver.id});
        auto const& field = asked_->need().field;
        if (field && is_unknown(today_->accredited(to_, *field)))
            offer(learn_fact{.what = matter::accreditation, .of = receiver.id, .field = *field});
    }

    request const* asked_;
    snapshot const* today_;
    site to_;
    std::vector<change> offers_;
};

/// The days after `today` on which something written in a network begins or ends, in order.
class days_of_change {
public:
    explicit days_of_change(sys_days today) : today_(today) {}

    void add(std::optional<sys_days> day) {
        if (day && *day > today_) days_.push_back(*day);
    }
    void add(partial_date const& date) {
        add(date.earliest());
        add(date.latest());
    }
    void add(validity const& valid) {
        add(valid.from);
        if (valid.until) add(*valid.until);
    }
    void add_all(network const& written) {
        auto const periods = [&](auto const&... lists) {
            (
                [&](auto const& list) {
                    for (auto const& each : list) add(each.valid);
                }(lists),
                ...);
        };
        periods(written.memberships, written.affiliations, written.gradings, written.legacy_standings, written.licences,
                written.accreditations, written.capacities, written.travels, written.capabilities,
                written.technique_lists, written.regimes);
        for (auto const& each : written.institutions) periods(each.operations);
        for (auto const& each : written.successions) add(each.on);
        for (auto const& each : written.agreements) {
            add(each.in_force);
            for (auto const& signing : each.signed_on.stated) add(signing.value);
        }
    }
    [[nodiscard]] std::vector<sys_days> take() && {
        sort_by(days_, [](sys_days a, sys_days b) { return a < b; });
        std::vector<sys_days> each_once;
        for (auto const day : days_) {
            if (each_once.empty() || each_once.back() != day) each_once.push_back(day);
        }
        return each_once;
    }

private:
    sys_days today_;
    std::vector<sys_days> days_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
