#pragma once

#include <lienvien/model/need.hpp>
#include <lienvien/model/network.hpp>

#include <algorithm>
#include <map>
#include <network/random_network.hpp>
#include <network/twin.hpp>
#include <string>

/// Facts that arrive: what was not known becomes known, and nothing that was known changes.
namespace dice {

class refiner {
public:
    refiner(maker& make, network& written, patient_need& need) : make_(make), written_(written), need_(need) {}

    void some_facts_arrive() {
        for_each_fact([&](auto& fact) { period_arrives(fact.valid); });
        for (auto& each : written_.institutions) {
            word_arrives(each.kind);
            word_arrives(each.ownership);
            if (!each.place.province && sometimes()) each.place.province = make_.province();
            for (auto& stated : each.operations) period_arrives(stated.valid);
            if (each.operations.empty() && sometimes())
                each.operations.push_back({make_.dice().word<operation_status>(), always, synthetic()});
        }
        for (auto& each : written_.capabilities) word_arrives(each.stage);
        for (auto& each : written_.agreements) agreement_arrives(each);
        for (auto const& each : written_.institutions) standing_arrives(each.id);
        need_arrives();
    }

private:
    bool sometimes() { return make_.dice().once_in(3); }
    template <class Visit>
    void for_each_fact(Visit visit) {
        auto const all = [&](auto&... lists) {
            (
                [&](auto& list) {
                    for (auto& fact : list) visit(fact);
                }(lists),
                ...);
        };
        all(written_.memberships, written_.affiliations, written_.gradings, written_.legacy_standings,
            written_.licences, written_.accreditations, written_.capacities, written_.travels, written_.capabilities,
            written_.technique_lists, written_.regimes, written_.accreditation_lists, written_.insurance_contracts);
    }
    void date_arrives(partial_date& date) {
        std::string const text = date.to_string();
        if (text == "always" || !sometimes()) return;
        auto const& possible = twin::calendar_of_dates::days(text);
        if (!possible.empty()) date = partial_date(make_.dice().pick(possible));
    }
    void period_arrives(validity& valid) {
        date_arrives(valid.from);
        if (valid.until) date_arrives(*valid.until);
    }
    template <class Value>
    void word_arrives(Value& value) {
        if (value == Value{} && sometimes()) value = make_.dice().word<Value>();
    }
    void agreement_arrives(agreement& each) {
        word_arrives(each.status);
        bool const by_signing = each.in_force.from == partial_date::unknown() && !each.signed_on.empty();
        if (!by_signing) date_arrives(each.in_force.from);
        if (each.in_force.until) date_arrives(*each.in_force.until);
        std::map<std::string, partial_date> same;  // claims that say the same go on doing so
        for (auto& signing : each.signed_on.stated) {
            auto const [at, added] = same.try_emplace(signing.value.to_string(), signing.value);
            if (added) date_arrives(at->second);
            signing.value = at->second;
        }
    }
    template <class Facts, class About>
    static bool nothing_written(Facts const& facts, About about) {
        return std::none_of(facts.begin(), facts.end(), about);
    }
    void standing_arrives(institution_id const& id) {
        auto const about = [&](auto const& fact) { return fact.institution == id; };
        if (nothing_written(written_.gradings, about) && sometimes()) {
            written_.gradings.push_back({.institution = id,
                                         .level = make_.dice().word<technical_level>(),
                                         .valid = always,
                                         .source = synthetic()});
        }
        if (nothing_written(written_.legacy_standings, about) && sometimes()) {
            written_.legacy_standings.push_back(
                {.institution = id, .tier = make_.dice().word<legacy_tier>(), .valid = always, .source = synthetic()});
        }
        if (nothing_written(written_.capacities, about) && sometimes()) {
            written_.capacities.push_back({.institution = id,
                                           .free = beds(static_cast<std::int64_t>(make_.dice().roll(2))),
                                           .valid = always,
                                           .source = synthetic()});
        }
        if (nothing_written(written_.insurance_contracts, about) && sometimes()) {
            written_.insurance_contracts.push_back({.institution = id,
                                                    .held = known(make_.dice().once_in(2)),
                                                    .number = {},
                                                    .valid = always,
                                                    .source = synthetic()});
        }
        for (auto const& field : written_.fields) {
            auto const accredits = [&](accreditation const& fact) {
                return fact.institution == id && fact.field == field.id;
            };
            if (!nothing_written(written_.accreditations, accredits) ||
                !nothing_written(written_.accreditation_lists, about) || !sometimes())
                continue;
            written_.accreditations.push_back(
                {.institution = id, .field = field.id, .valid = make_.valid(), .source = synthetic()});
        }
        for (auto const& other : written_.institutions) {
            auto const leads = [&](travel const& fact) { return fact.from == id && fact.to == other.id; };
            if (!nothing_written(written_.travels, leads) || !sometimes()) continue;
            written_.travels.push_back(
                {id, other.id, minutes_of_travel(make_.dice().once_in(2) ? 30 : 90), always, synthetic()});
        }
        auto const line = [&](affiliation const& fact) {
            return fact.member == id && fact.kind == affiliation_kind::referral_line;
        };
        if (nothing_written(written_.affiliations, line) && sometimes()) {
            written_.affiliations.push_back({id, make_.site(), affiliation_kind::referral_line, always, synthetic()});
        }
        // What is written of a whole speaks for parts of which nothing is: only others can be silent.
        bool const alone =
            nothing_written(written_.memberships, [&](membership const& fact) { return fact.part == id; });
        auto const held = [&](auto const& fact) { return fact.site == id; };
        if (alone && nothing_written(written_.technique_lists, held) && nothing_written(written_.capabilities, held) &&
            sometimes()) {
            written_.technique_lists.push_back(
                {.site = id, .techniques = {make_.technique()}, .valid = always, .source = synthetic()});
        }
    }
    void need_arrives() {
        word_arrives(need_.urgency);
        for (truth* each :
             {&need_.stable, &need_.transfer_indicated, &need_.past_emergency_stage, &need_.improved, &need_.insured}) {
            if (is_unknown(*each) && sometimes()) *each = make_.dice().once_in(2) ? truth::yes : truth::no;
        }
        if (!need_.field && sometimes()) need_.field = make_.field();
        if (need_.techniques.empty() && sometimes()) need_.techniques.push_back(make_.technique());
        if (!need_.within && sometimes()) need_.within = minutes_of_travel(60);
        if (!need_.residence && sometimes()) need_.residence = make_.province();
        if (!need_.age && sometimes()) need_.age = years_of_age(make_.dice().once_in(2) ? 10 : 40);
        if (!need_.card_rate && sometimes()) need_.card_rate = percentage(95);
        auto const is_new = [](technique const& each) { return each.id == "t9"_technique; };
        if (nothing_written(written_.techniques, is_new) && sometimes())
            written_.techniques.push_back({.id = "t9"_technique, .source = synthetic()});
    }

    maker& make_;
    network& written_;
    patient_need& need_;
};

}  // namespace dice
