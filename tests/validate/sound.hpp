#pragma once

#include <lienvien/validate/validate.hpp>

#include <string>
#include <string_view>
#include <vector>

/// A small network in which nothing is wrong; each test breaks one thing in a copy. All values are made up.
namespace sound {

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

inline source own(std::string document = "register") {
    return {.kind = source_kind::own_record, .document = std::move(document)};
}

/// One line for each finding: "error dangling-id /gradings/0/institution grading nowhere".
inline std::vector<std::string> told(findings const& all) {
    std::vector<std::string> lines;
    for (auto const& each : all) {
        std::string_view const weight = each.severity == severity::error     ? "error"
                                        : each.severity == severity::warning ? "warning"
                                                                             : "note";
        lines.push_back(std::string(weight) + ' ' + std::string(each.code.view()) + ' ' + each.place.pointer + ' ' +
                        each.subject);
    }
    return lines;
}
using lines = std::vector<std::string>;

inline institution open_site(institution_id id) {
    return {.id = id,
            .kind = institution_kind::hospital,
            .operations = {{.status = operation_status::operating, .valid = from(2000y / 1 / 1), .source = own()}},
            .source = own()};
}

inline capability performs(institution_id site, technique_id what, stage reached = stage::accepted,
                           validity when = from(2021y / 1 / 1)) {
    return {.site = site, .technique = what, .stage = reached, .valid = when, .source = own()};
}

inline stage_record reached(stage which, partial_date on) { return {.stage = which, .on = on, .source = own()}; }

/// A central and a provincial hospital with a centre; two packages, transferred one after the other under an agreement.
inline network cooperation() {
    return {
        .fields = {{.id = "neurology"_field, .source = own()}},
        .institutions = {open_site("central"_institution), open_site("provincial"_institution),
                         open_site("centre"_institution)},
        .memberships =
            {{.part = "centre"_institution, .whole = "central"_institution, .valid = always, .source = own()}},
        .affiliations = {{.member = "provincial"_institution,
                          .hub = "central"_institution,
                          .kind = affiliation_kind::satellite,
                          .valid = always,
                          .source = own()}},
        .gradings = {{.institution = "provincial"_institution,
                      .level = technical_level::basic,
                      .valid = between(2021y / 1 / 1, 2025y / 1 / 1),
                      .source = own()},
                     {.institution = "provincial"_institution,
                      .level = technical_level::specialised,
                      .valid = from(2025y / 1 / 1),
                      .source = own()}},
        .legacy_standings =
            {{.institution = "central"_institution, .tier = legacy_tier::central, .valid = always, .source = own()}},
        .licences =
            {{.institution = "central"_institution, .responsible = "head"_person, .valid = always, .source = own()}},
        .accreditations =
            {{.institution = "central"_institution, .field = "neurology"_field, .valid = always, .source = own()}},
        .capacities = {{.institution = "central"_institution,
                        .total = beds(100),
                        .free = beds(20),
                        .valid = always,
                        .source = own()}},
        .staffings = {{.institution = "provincial"_institution,
                       .profession = profession::nurse,
                       .least = people(10),
                       .most = people(12),
                       .valid = always,
                       .source = own()}},
        .equipments = {{.institution = "central"_institution, .count = items(1), .valid = always, .source = own()}},
        .travels = {{.from = "provincial"_institution,
                     .to = "central"_institution,
                     .minutes = minutes_of_travel(90),
                     .valid = always,
                     .source = own()},
                    {.from = "central"_institution,
                     .to = "provincial"_institution,
                     .minutes = minutes_of_travel(80),
                     .valid = always,
                     .source = own()}},
        .techniques = {{.id = "imaging"_technique, .field = "neurology"_field, .source = own()},
                       {.id = "lysis"_technique,
                        .field = "neurology"_field,
                        .requires_ = {"imaging"_technique},
                        .source = own()}},
        .packages =
            {{.id = "basics"_package, .techniques = {"imaging"_technique}, .source = own()},
             {.id = "stroke"_package,
              .techniques = {"lysis"_technique},
              .prerequisites = {"basics"_package},
              .indicators = {"deaths"_indicator},
              .staff = {{.profession = profession::nurse, .at_least = people(4), .certified_by = "course"_programme}},
              .lowest_level = technical_level::basic,
              .source = own()}},
        .capabilities = {performs("provincial"_institution, "imaging"_technique),
                         {.site = "provincial"_institution,
                          .technique = "lysis"_technique,
                          .stage = stage::accepted,
                          .valid = from(2024y / 1 / 1),
                          .by_transfer = "second"_transfer,
                          .source = own()}},
        .technique_lists = {{.site = "central"_institution,
                             .techniques = {"imaging"_technique, "lysis"_technique},
                             .valid = always,
                             .source = own()}},
        .agreements =
            {{.id = "old"_agreement,
              .status = agreement_status::ended,
              .parties = {{"central"_institution, party_role::gives}, {"provincial"_institution, party_role::receives}},
              .signed_on = {{2019y / 5 / 1, own()}},
              .in_force = between(2019y / 5 / 1, 2023y / 1 / 1),
              .source = own()},
             {.id = "stroke-care"_agreement,
              .status = agreement_status::signed_,
              .parties = {{"central"_institution, party_role::gives}, {"provincial"_institution, party_role::receives}},
              .signed_on = {{2023y / 1 / 1, own()}},
              .in_force = from(2023y / 1 / 1),
              .clauses = {{.activity = activity::patient_transfer,
                           .from = "provincial"_institution,
                           .to = "centre"_institution,
                           .source = own()}},
              .commitments = {{.id = "teach"_commitment,
                               .debtor = "central"_institution,
                               .creditor = "provincial"_institution,
                               .package = "stroke"_package,
                               .source = own()}},
              .earlier = {{"old"_agreement, agreement_link::replaces}},
              .source = own()}},
        .people = {{.id = "head"_person, .workplace = "central"_institution, .source = own()},
                   {.id = "nurse"_person, .workplace = "provincial"_institution, .source = own()}},
        .role_holdings =
            {{.institution = "central"_institution, .holder = "head"_person, .valid = always, .source = own()}},
        .teams = {{.id = "team"_team,
                   .institution = "provincial"_institution,
                   .members = {"nurse"_person},
                   .source = own()}},
        .programmes = {{.id = "course"_programme,
                        .provider = "central"_institution,
                        .components = {{.kind = component_kind::theory}, {.kind = component_kind::certificate}},
                        .expiry = expires_each_year{partial_date::year_unknown(std::chrono::December / 31)},
                        .agreement = "stroke-care"_agreement,
                        .status = agreement_status::operating,
                        .valid = always,
                        .source = own()}},
        .certificates = {{.id = "C1"_certificate,
                          .programme = "course"_programme,
                          .holder = "nurse"_person,
                          .issued = 2023y / 6 / 1,
                          .source = own()},
                         {.id = "C2"_certificate,
                          .programme = "course"_programme,
                          .holder = "nurse"_person,
                          .issued = 2024y / 6 / 1,
                          .renews = "C1"_certificate,
                          .source = own()}},
        .transfers = {{.id = "first"_transfer,
                       .package = "basics"_package,
                       .giver = "central"_institution,
                       .recipient = "provincial"_institution,
                       .stages = {reached(stage::theory, 2020y / 1 / 1), reached(stage::accepted, 2021y / 1 / 1)},
                       .source = own()},
                      {.id = "second"_transfer,
                       .package = "stroke"_package,
                       .giver = "central"_institution,
                       .recipient = "provincial"_institution,
                       .agreement = "stroke-care"_agreement,
                       .trainees = {"team"_team},
                       .stages = {reached(stage::theory, 2023y / 2 / 1), reached(stage::on_site, 2023y / 6 / 1),
                                  reached(stage::accepted, 2024y / 1 / 1)},
                       .source = own()}},
        .rotations = {{.id = "turns"_rotation,
                       .agreement = "stroke-care"_agreement,
                       .home = "central"_institution,
                       .host = "provincial"_institution,
                       .experts = {"head"_person},
                       .skills = {"lysis"_technique},
                       .valid = always,
                       .source = own()}},
        .consultations = {{.id = "monthly"_consultation,
                           .agreement = "stroke-care"_agreement,
                           .parties = {"central"_institution, "provincial"_institution},
                           .sessions = {{.on = 2024y / 3 / 1}},
                           .valid = always,
                           .source = own()}},
        .recognitions = {{.id = "medal"_recognition,
                          .names = {{"Huân chương", "Medal"}},
                          .named_by = {own()},
                          .giver = "central"_institution,
                          .institutions = {"provincial"_institution},
                          .contributions = {"stroke-care"_agreement},
                          .source = own()}},
        .indicators = {{.id = "deaths"_indicator, .field = "neurology"_field, .source = own()}},
        .figures = {{.indicator = "deaths"_indicator,
                     .site = "provincial"_institution,
                     .least = items(3),
                     .most = items(5),
                     .out_of = items(50),
                     .valid = always,
                     .source = own()}},
        .regimes = {{.id = "outbreak"_regime,
                     .kind = regime_kind::crisis,
                     .valid = between(2020y / 2 / 1, 2022y / 1 / 1),
                     .source = own()}},
        .needs = {{.id = "patient"_need,
                   .origin = "provincial"_institution,
                   .field = "neurology"_field,
                   .techniques = {"lysis"_technique}}},
        .referrals = {{.id = "sent"_referral,
                       .need = "patient"_need,
                       .made = 2024y / 5 / 1,
                       .offers = {{.to = "centre"_institution, .state = offer_state::declined, .on = 2024y / 5 / 1},
                                  {.to = "central"_institution, .state = offer_state::arrived, .on = 2024y / 5 / 2}},
                       .closed = partial_date(2024y / 5 / 2)}},
    };
}

}  // namespace sound
