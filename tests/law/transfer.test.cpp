#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/sweep.hpp>

#include <support/catch.hpp>

#include <network/made.hpp>
#include <set>
#include <string>

// The transfer rules of Viet Nam, rule by rule: what each permits, and both sides of each of its boundaries. The network
// is made up: a commune station, a district, a provincial and a central hospital, a second provincial one, and a pharmacy.

namespace {

using namespace made;

network ladder() {
    network all;
    for (auto const each : {"station", "district", "province", "other-province", "centre"}) add_hospital(all, each);
    institution_in(all, "station").kind = institution_kind::health_station;
    auto const tier = [&](std::string_view id, legacy_tier stands) {
        all.legacy_standings.push_back(
            {.institution = named(id), .tier = stands, .valid = always, .source = synthetic()});
    };
    tier("station", legacy_tier::commune);
    tier("district", legacy_tier::district);
    tier("province", legacy_tier::provincial);
    tier("other-province", legacy_tier::provincial);
    tier("centre", legacy_tier::central);
    add_technique(all, "common");
    add_technique(all, "rare");
    add_list(all, "station", {});
    add_list(all, "district", {});
    add_list(all, "province", {"common"});
    add_list(all, "other-province", {"common"});
    add_list(all, "centre", {"common", "rare"});
    add_affiliation(all, "station", "district", affiliation_kind::referral_line);
    add_affiliation(all, "district", "province", affiliation_kind::referral_line);
    add_affiliation(all, "province", "centre", affiliation_kind::referral_line);
    all.institutions.push_back({.id = named("pharmacy"),
                                .kind = institution_kind::pharmacy,
                                .ownership = ownership::non_state,
                                .operations = {{operation_status::operating, always, synthetic()}},
                                .place = {.country = "VN"},
                                .source = synthetic()});
    return all;
}

patient_need from_to(std::string_view origin, std::string_view technique) {
    return {.id = "patient"_need,
            .origin = named(origin),
            .techniques = {technique_named(technique)},
            .urgency = urgency::routine,
            .stable = truth::yes,
            .transfer_indicated = truth::yes,
            .past_emergency_stage = truth::no,
            .improved = truth::no,
            .source = synthetic()};
}

constexpr auto ordinary_day = 2020y / 6 / 1;  // every rule of Circular 14/2014 is certain, Law 15/2023 not yet in force

outcome ask(network const& all, patient_need const& need, std::string_view receiver, year_month_day on = ordinary_day,
            uncertain_rules policy = uncertain_rules::apply_and_say) {
    auto const today = as_of(all, on);
    auto const given = decide(today, vietnam::transfer_between_facilities, need, policy);
    CHECK(sweep(given.book(), given.rules(), given.asked()) == given.verdicts());
    auto const because = why(given, named(receiver));
    REQUIRE(because);
    CHECK(because->verdict == given.verdicts()[number_of(*today.find(named(receiver)))]);
    return because->verdict.outcome;
}
bool rests_on(network const& all, patient_need const& need, std::string_view receiver, std::string_view rule,
              year_month_day on = ordinary_day) {
    auto const today = as_of(all, on);
    for (auto const& each : best(decide(today, vietnam::transfer_between_facilities, need), 100)) {
        for (auto const& basis : each.basis) {
            if (each.receiver == named(receiver) && basis.id.view() == rule) return true;
        }
    }
    return false;
}

agreement taking_patients(std::string_view a, std::string_view b, agreement_status status = agreement_status::signed_) {
    return {.id = "a-b"_agreement,
            .status = status,
            .parties = {{named(a), party_role::peer}, {named(b), party_role::peer}},
            .in_force = between(2019y / 1 / 1, 2021y / 1 / 1),
            .clauses = {{.activity = activity::patient_transfer}},
            .source = synthetic()};
}

}  // namespace

TEST_CASE("Circular 14/2014 art. 4(1)(a): upward goes one tier at a time") {
    auto const all = ladder();
    CHECK(ask(all, from_to("district", "common"), "province") == outcome::permitted);
    CHECK(rests_on(all, from_to("district", "common"), "province", "vn.14-2014.4.1"));
    CHECK(ask(all, from_to("district", "common"), "centre") == outcome::not_provided_for);  // two steps
    CHECK(ask(all, from_to("province", "rare"), "centre") == outcome::permitted);           // the last step
    CHECK(ask(all, from_to("province", "common"), "centre") == outcome::not_provided_for);  // not beyond the sender
}

TEST_CASE("Circular 14/2014 art. 5(1)(a): upward needs a consultation that indicates the transfer") {
    auto need = from_to("district", "common");
    need.transfer_indicated = truth::no;
    CHECK(ask(ladder(), need, "province") == outcome::not_provided_for);
    need.transfer_indicated = truth::unknown;
    CHECK(ask(ladder(), need, "province") == outcome::facts_missing);
}

TEST_CASE("Circular 14/2014 art. 4(1)(b): a step is skipped where the adjacent upper facility lacks the technique") {
    auto all = ladder();
    CHECK(ask(all, from_to("district", "rare"), "centre") == outcome::permitted);
    CHECK(ask(all, from_to("district", "rare"), "province") == outcome::not_provided_for);  // it lacks the technique
    CHECK(ask(all, from_to("district", "rare"), "province", 2024y / 1 / 1) == outcome::forbidden);
    add_capability(all, "province", "rare", stage::accepted, from(2020y / 6 / 1));
    CHECK(ask(all, from_to("district", "rare"), "centre") == outcome::not_provided_for);
    CHECK(ask(all, from_to("district", "rare"), "centre", 2020y / 5 / 31) == outcome::permitted);  // the day before
    all.affiliations.clear();  // nobody wrote down which facility is adjacent
    CHECK(ask(all, from_to("district", "rare"), "centre") == outcome::facts_missing);
}

TEST_CASE("Circular 14/2014 art. 5(2): downward once past the emergency stage, improved, able to go on below") {
    auto all = ladder();
    auto need = from_to("centre", "common");
    need.past_emergency_stage = need.improved = truth::yes;
    CHECK(ask(all, need, "province") == outcome::permitted);
    CHECK(rests_on(all, need, "province", "vn.14-2014.5.2"));
    CHECK(ask(all, need, "district") == outcome::not_provided_for);  // cannot treat it
    need.improved = truth::no;
    CHECK(ask(all, need, "province") == outcome::not_provided_for);
    need.improved = truth::yes;
    need.past_emergency_stage = truth::unknown;
    CHECK(ask(all, need, "province") == outcome::facts_missing);
}

TEST_CASE("Circular 14/2014 art. 5(3): within a tier where the sender lacks and the receiver has the technique") {
    auto all = ladder();
    CHECK(ask(all, from_to("province", "common"), "other-province") == outcome::not_provided_for);  // the sender has it
    add_capability(all, "other-province", "rare", stage::accepted, always);
    CHECK(ask(all, from_to("province", "rare"), "other-province") == outcome::permitted);
    CHECK(rests_on(all, from_to("province", "rare"), "other-province", "vn.14-2014.5.3"));
    CHECK(ask(all, from_to("other-province", "rare"), "province") ==
          outcome::not_provided_for);  // the receiver lacks it
}

TEST_CASE("Law 15/2023 art. 7(2): from 2024-01-01 an emergency is taken anywhere, whatever the tier") {
    auto need = from_to("station", "rare");
    need.urgency = urgency::emergency;
    need.transfer_indicated = truth::unknown;
    CHECK(ask(ladder(), need, "centre", 2024y / 1 / 1) == outcome::permitted);
    CHECK(rests_on(ladder(), need, "centre", "vn.15-2023.7.2", 2024y / 1 / 1));
    CHECK(ask(ladder(), need, "centre", 2023y / 12 / 31) == outcome::facts_missing);  // whether a transfer is indicated
    need.transfer_indicated = truth::no;
    CHECK(ask(ladder(), need, "centre", 2023y / 12 / 31) == outcome::not_provided_for);
    CHECK(ask(ladder(), need, "district", 2024y / 1 / 1) == outcome::permitted);  // art. 7(4): scope does not bind then
    need.urgency = urgency::not_known;
    CHECK(ask(ladder(), need, "centre", 2024y / 1 / 1) == outcome::facts_missing);
}

TEST_CASE("Law 15/2023 art. 7(4): the receiver performs what is needed, except in an emergency") {
    auto all = ladder();
    auto const need = from_to("station", "common");
    CHECK(ask(all, need, "district", 2024y / 6 / 1) == outcome::forbidden);
    all.technique_lists.clear();
    CHECK(ask(all, need, "district", 2024y / 6 / 1) == outcome::facts_missing);
}

TEST_CASE("an agreement in force is a basis of its own, between its parties and within its scope") {
    auto all = ladder();
    auto const need = from_to("province", "common");  // which the sender itself performs: no other rule provides for it
    all.agreements.push_back(taking_patients("province", "centre"));
    auto& under = all.agreements.back();
    CHECK(ask(all, need, "centre") == outcome::permitted);
    CHECK(rests_on(all, need, "centre", "agreement.takes-patients"));
    CHECK(ask(all, need, "other-province") == outcome::not_provided_for);           // no party
    CHECK(ask(all, need, "centre", 2019y / 1 / 1) == outcome::permitted);           // its first day
    CHECK(ask(all, need, "centre", 2018y / 12 / 31) == outcome::not_provided_for);  // the day before
    CHECK(ask(all, need, "centre", 2020y / 12 / 31) == outcome::permitted);         // its last day
    CHECK(ask(all, need, "centre", 2021y / 1 / 1) == outcome::not_provided_for);    // the day after
    for (auto const status : {agreement_status::proposed, agreement_status::agreed_in_principle,
                              agreement_status::planned, agreement_status::ended}) {
        under.status = status;
        CHECK(ask(all, need, "centre") == outcome::not_provided_for);
    }
    under.status = agreement_status::operating;
    CHECK(ask(all, need, "centre") == outcome::permitted);
    under.status = agreement_status::not_known;
    CHECK(ask(all, need, "centre") == outcome::facts_missing);
    under.status = agreement_status::signed_;
    under.clauses[0].from = named("centre");  // the other direction
    CHECK(ask(all, need, "centre") == outcome::not_provided_for);
    under.clauses[0].from = named("province");
    under.clauses[0].to = named("centre");
    CHECK(ask(all, need, "centre") == outcome::permitted);
    under.fields = {"oncology"_field};
    CHECK(ask(all, need, "centre") == outcome::facts_missing);  // the need names no field
    auto in_field = need;
    in_field.field = "stroke"_field;
    CHECK(ask(all, in_field, "centre") == outcome::not_provided_for);
    in_field.field = "oncology"_field;
    CHECK(ask(all, in_field, "centre") == outcome::permitted);
    under.clauses[0].techniques = {"rare"_technique};
    CHECK(ask(all, in_field, "centre") == outcome::not_provided_for);
}

TEST_CASE("an agreement signed on 12 December of a year that nobody gives leaves earlier days open") {
    auto all = ladder();
    all.agreements.push_back(taking_patients("province", "centre"));
    auto& under = all.agreements.back();
    under.in_force = {};
    under.signed_on = {
        {partial_date::year_unknown(std::chrono::December / 12).not_after(day(2026y / 11 / 21)), synthetic()}};
    auto const need = from_to("province", "common");
    CHECK(ask(all, need, "centre", 2025y / 12 / 12) == outcome::permitted);
    CHECK(ask(all, need, "centre", 2025y / 12 / 11) == outcome::facts_missing);
}

TEST_CASE("emergency linkage carries emergencies, joint care carries what is urgent, advice carries nobody") {
    auto all = ladder();
    all.agreements.push_back(taking_patients("province", "centre"));
    auto& clause = all.agreements.back().clauses[0];
    auto need = from_to("province", "common");
    auto const outcome_of = [&](activity what, urgency how_soon) {
        clause.activity = what;
        need.urgency = how_soon;
        return ask(all, need, "centre");
    };
    CHECK(outcome_of(activity::emergency_linkage, urgency::emergency) == outcome::permitted);
    CHECK(outcome_of(activity::emergency_linkage, urgency::urgent) == outcome::not_provided_for);
    CHECK(outcome_of(activity::joint_care, urgency::urgent) == outcome::permitted);
    CHECK(outcome_of(activity::joint_care, urgency::routine) == outcome::not_provided_for);
    CHECK(outcome_of(activity::advice, urgency::urgent) == outcome::not_provided_for);
}

TEST_CASE("who takes nobody: the planned, the closed, the pharmacy, the house itself, and whoever is abroad") {
    auto all = ladder();
    auto const need = from_to("district", "common");
    auto& province = institution_in(all, "province");
    province.operations[0].status = operation_status::planned;
    CHECK(ask(all, need, "province") == outcome::forbidden);
    province.operations[0] = {operation_status::operating, until(2020y / 6 / 2), synthetic()};
    CHECK(ask(all, need, "province", 2020y / 6 / 1) == outcome::permitted);
    CHECK(ask(all, need, "province", 2020y / 6 / 2) == outcome::forbidden);
    province.operations = {{operation_status::operating, always, synthetic()}};
    province.place.country = "JP";
    CHECK(ask(all, need, "province") == outcome::forbidden);
    province.place.country = "";
    CHECK(ask(all, need, "province") == outcome::facts_missing);
    CHECK(ask(all, need, "pharmacy") == outcome::forbidden);
    CHECK(ask(all, need, "district") == outcome::forbidden);
}

TEST_CASE("Circular 14/2014 art. 6: who signs depends on who owns the sender") {
    auto all = ladder();
    auto const signs = [&](ownership owner, std::string_view rule) {
        institution_in(all, "district").ownership = owner;
        auto const today = as_of(all, ordinary_day);
        auto const because =
            why(decide(today, vietnam::transfer_between_facilities, from_to("district", "common")), named("province"));
        for (auto const& each : because->rules) {
            if (each.rule.id.view() == rule) return each.bears;
        }
        return truth::unknown;
    };
    CHECK(signs(ownership::state, "vn.14-2014.6.state") == truth::yes);
    CHECK(signs(ownership::state, "vn.14-2014.6.private") == truth::no);
    CHECK(signs(ownership::non_state, "vn.14-2014.6.private") == truth::yes);
    CHECK(signs(ownership::not_known, "vn.14-2014.6.state") == truth::unknown);
}

TEST_CASE("Circular 14/2014 has no effect before 2014-06-01 and is uncertain from 2025-01-01") {
    auto const all = ladder();
    auto const need = from_to("district", "common");
    CHECK(ask(all, need, "province", 2014y / 5 / 31) == outcome::not_in_force);
    CHECK(ask(all, need, "province", 2014y / 6 / 1) == outcome::permitted);
    CHECK(ask(all, need, "province", 2024y / 12 / 31, uncertain_rules::leave_out) == outcome::permitted);
    CHECK(ask(all, need, "province", 2025y / 1 / 1, uncertain_rules::leave_out) == outcome::not_provided_for);
    CHECK(ask(all, need, "province", 2025y / 1 / 1) == outcome::permitted);
    auto const cautions = [&](year_month_day on) {
        auto const today = as_of(all, on);
        return why(decide(today, vietnam::transfer_between_facilities, need), named("province"))->cautions.size();
    };
    CHECK(cautions(2024y / 12 / 31) == 0);
    CHECK(cautions(2025y / 1 / 1) == 1);
}

TEST_CASE("every rule has a name of its own, both languages and a place in a text") {
    std::set<std::string> names;
    for (auto const& each : vietnam::transfer_between_facilities.headings()) {
        CHECK(names.insert(std::string(each.id.view())).second);
        CHECK_FALSE(each.says.vi.empty());
        CHECK_FALSE(each.says.en.empty());
        CHECK(each.says.vi != each.says.en);
        CHECK_FALSE(to_string(each.basis, language::vi).empty());
        CHECK_FALSE(each.basis.text.verified);
    }
}
