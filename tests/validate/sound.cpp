// In pieces: compilers need far too long for one expression that holds a whole network.
#include <validate/sound.hpp>

namespace sound {

findings check(network const& all) { return validate(all); }
validation check(network const& all, year_month_day today) { return validate(all, today); }

namespace {

void write_institutions(network& all) {
    all.fields = {{.id = "neurology"_field, .source = own()}};
    all.institutions = {open_site("central"_institution), open_site("provincial"_institution),
                        open_site("centre"_institution)};
    all.memberships = {
        {.part = "centre"_institution, .whole = "central"_institution, .valid = always, .source = own()}};
    all.affiliations = {{.member = "provincial"_institution,
                         .hub = "central"_institution,
                         .kind = affiliation_kind::satellite,
                         .valid = always,
                         .source = own()}};
    all.gradings = {{.institution = "provincial"_institution,
                     .level = technical_level::basic,
                     .valid = between(2021y / 1 / 1, 2025y / 1 / 1),
                     .source = own()},
                    {.institution = "provincial"_institution,
                     .level = technical_level::specialised,
                     .valid = from(2025y / 1 / 1),
                     .source = own()}};
    all.legacy_standings = {
        {.institution = "central"_institution, .tier = legacy_tier::central, .valid = always, .source = own()}};
    all.licences = {
        {.institution = "central"_institution, .responsible = "head"_person, .valid = always, .source = own()}};
    all.accreditations = {
        {.institution = "central"_institution, .field = "neurology"_field, .valid = always, .source = own()}};
}

void write_resources(network& all) {
    all.capacities = {
        {.institution = "central"_institution, .total = beds(100), .free = beds(20), .valid = always, .source = own()}};
    all.staffings = {{.institution = "provincial"_institution,
                      .profession = profession::nurse,
                      .least = people(10),
                      .most = people(12),
                      .valid = always,
                      .source = own()}};
    all.equipments = {{.institution = "central"_institution, .count = items(1), .valid = always, .source = own()}};
    all.travels = {{.from = "provincial"_institution,
                    .to = "central"_institution,
                    .minutes = minutes_of_travel(90),
                    .valid = always,
                    .source = own()},
                   {.from = "central"_institution,
                    .to = "provincial"_institution,
                    .minutes = minutes_of_travel(80),
                    .valid = always,
                    .source = own()}};
}

void write_techniques(network& all) {
    all.techniques = {
        {.id = "imaging"_technique, .field = "neurology"_field, .source = own()},
        {.id = "lysis"_technique, .field = "neurology"_field, .requires_ = {"imaging"_technique}, .source = own()}};
    all.packages = {
        {.id = "basics"_package, .techniques = {"imaging"_technique}, .source = own()},
        {.id = "stroke"_package,
         .techniques = {"lysis"_technique},
         .prerequisites = {"basics"_package},
         .indicators = {"deaths"_indicator},
         .staff = {{.profession = profession::nurse, .at_least = people(4), .certified_by = "course"_programme}},
         .lowest_level = technical_level::basic,
         .source = own()}};
    all.capabilities = {performs("provincial"_institution, "imaging"_technique),
                        {.site = "provincial"_institution,
                         .technique = "lysis"_technique,
                         .stage = stage::accepted,
                         .valid = from(2024y / 1 / 1),
                         .by_transfer = "second"_transfer,
                         .source = own()}};
    all.technique_lists = {{.site = "central"_institution,
                            .techniques = {"imaging"_technique, "lysis"_technique},
                            .valid = always,
                            .source = own()}};
}

void write_agreements(network& all) {
    all.agreements = {
        {.id = "old"_agreement,
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
         .source = own()}};
}

void write_people(network& all) {
    all.people = {{.id = "head"_person, .workplace = "central"_institution, .source = own()},
                  {.id = "nurse"_person, .workplace = "provincial"_institution, .source = own()}};
    all.role_holdings = {
        {.institution = "central"_institution, .holder = "head"_person, .valid = always, .source = own()}};
    all.teams = {
        {.id = "team"_team, .institution = "provincial"_institution, .members = {"nurse"_person}, .source = own()}};
    all.programmes = {{.id = "course"_programme,
                       .provider = "central"_institution,
                       .components = {{.kind = component_kind::theory}, {.kind = component_kind::certificate}},
                       .expiry = expires_each_year{partial_date::year_unknown(std::chrono::December / 31)},
                       .agreement = "stroke-care"_agreement,
                       .status = agreement_status::operating,
                       .valid = always,
                       .source = own()}};
    all.certificates = {{.id = "C1"_certificate,
                         .programme = "course"_programme,
                         .holder = "nurse"_person,
                         .issued = 2023y / 6 / 1,
                         .source = own()},
                        {.id = "C2"_certificate,
                         .programme = "course"_programme,
                         .holder = "nurse"_person,
                         .issued = 2024y / 6 / 1,
                         .renews = "C1"_certificate,
                         .source = own()}};
}

void write_transfers(network& all) {
    all.transfers = {{.id = "first"_transfer,
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
                      .source = own()}};
    all.rotations = {{.id = "turns"_rotation,
                      .agreement = "stroke-care"_agreement,
                      .home = "central"_institution,
                      .host = "provincial"_institution,
                      .experts = {"head"_person},
                      .skills = {"lysis"_technique},
                      .valid = always,
                      .source = own()}};
    all.consultations = {{.id = "monthly"_consultation,
                          .agreement = "stroke-care"_agreement,
                          .parties = {"central"_institution, "provincial"_institution},
                          .sessions = {{.on = 2024y / 3 / 1}},
                          .valid = always,
                          .source = own()}};
}

void write_outcomes(network& all) {
    all.recognitions = {{.id = "medal"_recognition,
                         .names = {{"Huân chương", "Medal"}},
                         .named_by = {own()},
                         .giver = "central"_institution,
                         .institutions = {"provincial"_institution},
                         .contributions = {"stroke-care"_agreement},
                         .source = own()}};
    all.indicators = {{.id = "deaths"_indicator, .field = "neurology"_field, .source = own()}};
    all.figures = {{.indicator = "deaths"_indicator,
                    .site = "provincial"_institution,
                    .least = items(3),
                    .most = items(5),
                    .out_of = items(50),
                    .valid = always,
                    .source = own()}};
    all.regimes = {{.id = "outbreak"_regime,
                    .kind = regime_kind::crisis,
                    .valid = between(2020y / 2 / 1, 2022y / 1 / 1),
                    .source = own()}};
}

void write_patients(network& all) {
    all.needs = {{.id = "patient"_need,
                  .origin = "provincial"_institution,
                  .field = "neurology"_field,
                  .techniques = {"lysis"_technique}}};
    all.referrals = {{.id = "sent"_referral,
                      .need = "patient"_need,
                      .made = 2024y / 5 / 1,
                      .offers = {{.to = "centre"_institution, .state = offer_state::declined, .on = 2024y / 5 / 1},
                                 {.to = "central"_institution, .state = offer_state::arrived, .on = 2024y / 5 / 2}},
                      .closed = partial_date(2024y / 5 / 2)}};
}

}  // namespace

network cooperation() {
    network all;
    write_institutions(all);
    write_resources(all);
    write_techniques(all);
    write_agreements(all);
    write_people(all);
    write_transfers(all);
    write_outcomes(all);
    write_patients(all);
    return all;
}

}  // namespace sound
