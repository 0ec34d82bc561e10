// Agreements, capabilities, transfers, courses, waivers and the merging of networks.
#include <lienvien/network/merge.hpp>
#include <lienvien/validate/validate.hpp>

#include <support/catch.hpp>

#include <validate/sound.hpp>

using namespace sound;

TEST_CASE("an agreement binds two parties or more, each named once") {
    auto all = cooperation();
    all.agreements[1].parties.push_back({"central"_institution, party_role::funds});
    all.agreements.push_back({.id = "idea"_agreement,
                              .status = agreement_status::proposed,
                              .parties = {{"central"_institution}},
                              .source = own()});
    all.consultations[0].parties = {"central"_institution, "central"_institution};
    CHECK(faults(all) == lines{"warning party-twice /agreements/1/parties/2 agreement stroke-care",
                               "warning too-few-parties /agreements/2/parties agreement idea",
                               "warning too-few-parties /consultations/0/parties consultation monthly"});
    all = cooperation();
    all.agreements[0].status = agreement_status::operating;
    all.agreements[0].parties.clear();
    all.agreements[1].earlier.clear();
    CHECK(faults(all) == lines{"error too-few-parties /agreements/0/parties agreement old"});
}

TEST_CASE("only parties, and those who act for them, send, give and owe") {
    auto all = cooperation();
    all.institutions.push_back(open_site("stranger"_institution));
    auto& noun = all.agreements[1];
    noun.clauses[0].to = "stranger"_institution;
    noun.commitments[0].creditor = "stranger"_institution;
    all.rotations[0].host = "stranger"_institution;
    all.programmes[0].provider = "stranger"_institution;
    lines const strangers{"error not-a-party /agreements/1/clauses/0/to agreement stroke-care",
                          "error not-a-party /agreements/1/commitments/0/creditor agreement stroke-care",
                          "warning outside-agreement /programmes/0/provider programme course",
                          "warning outside-agreement /rotations/0/host rotation turns"};
    CHECK(faults(all) == strangers);
    SECTION("a part acts for its whole") {
        all.memberships.push_back(
            {.part = "stranger"_institution, .whole = "provincial"_institution, .valid = always, .source = own()});
    }
    SECTION("an outlet acts for its chain") {
        all.affiliations.push_back({.member = "stranger"_institution,
                                    .hub = "provincial"_institution,
                                    .kind = affiliation_kind::outlet,
                                    .valid = always,
                                    .source = own()});
    }
    SECTION("a successor answers for what the predecessor signed") {
        all.successions.push_back({.predecessor = "provincial"_institution,
                                   .successor = "stranger"_institution,
                                   .on = 2025y / 1 / 1,
                                   .source = own()});
    }
    CHECK(faults(all) == lines{});
    all.memberships = cooperation().memberships, all.affiliations = cooperation().affiliations, all.successions.clear();
    all.affiliations.push_back({.member = "stranger"_institution,
                                .hub = "provincial"_institution,
                                .kind = affiliation_kind::satellite,
                                .valid = always,
                                .source = own()});
    CHECK(faults(all) == strangers);  // a satellite is a house of its own
}

TEST_CASE("nobody works with himself") {
    auto all = cooperation();
    all.agreements[1].clauses[0].to = "provincial"_institution;
    all.agreements[1].commitments[0].creditor = "central"_institution;
    all.transfers[0].giver = "provincial"_institution;
    all.rotations[0].host = "central"_institution;
    CHECK(faults(all) == lines{"error to-itself /agreements/1/clauses/0 agreement stroke-care",
                               "error to-itself /agreements/1/commitments/0 agreement stroke-care",
                               "error to-itself /transfers/0 technique transfer first",
                               "error to-itself /rotations/0 rotation turns"});
}

TEST_CASE("the status of an agreement agrees with its dates and its clauses") {
    auto all = cooperation();
    all.agreements[0].in_force = from(2019y / 5 / 1);
    all.agreements[1].signed_on = {};
    CHECK(faults(all) == lines{"warning ended-without-end /agreements/0/in_force agreement old",
                               "note signed-without-date /agreements/1 agreement stroke-care"});
    all.agreements[1].signed_on = {{partial_date::year_unknown(std::chrono::December / 12), own()}};
    all.agreements[0].status = agreement_status::operating;
    CHECK(faults(all) == lines{"warning replaced-still-in-force /agreements/1/earlier/0 agreement stroke-care"});
    all.agreements[1].status = agreement_status::proposed;
    all.agreements[1].clauses[0].status = agreement_status::signed_;
    all.agreements[1].commitments[0].status = agreement_status::proposed;
    CHECK(faults(all) == lines{"warning firmer-than-agreement /agreements/1/clauses/0/status agreement stroke-care"});
    all.agreements[1].status = agreement_status::operating;  // a proposal inside what operates is no contradiction
    all.agreements[1].earlier[0].link = agreement_link::follows;
    CHECK(faults(all) == lines{});
}

TEST_CASE("a site works while it is open") {
    auto all = cooperation();
    auto& site = all.institutions[1];
    auto const stated = [](operation_status status, validity when) {
        return operation{.status = status, .valid = when, .source = own()};
    };
    SECTION("planned") {
        site.operations = {stated(operation_status::planned, until(2023y / 6 / 1)),
                           stated(operation_status::operating, from(2023y / 6 / 1))};
        auto const found = check(all);
        CHECK(told(found) == lines{"warning party-not-operating /agreements/1/parties/1 agreement stroke-care",
                                   "error works-while-planned /capabilities/0 institution provincial"});
        CHECK(found[1].message.en ==
              "the site is planned (until 2023-06-01) but is said to perform techniques alone at that time (in number: "
              "1); the first: “imaging” from 2021-01-01");
        all.capabilities[0].valid = from(2023y / 6 / 1);
        all.agreements[1].in_force = from(2023y / 6 / 1);
        CHECK(faults(all) == lines{});
    }
    SECTION("a technique list counts as work, supervised practice does not") {
        all.institutions[0].operations = {stated(operation_status::planned, from(2020y / 1 / 1))};
        all.agreements[1].clauses[0].to = "central"_institution;
        CHECK(faults(all) == lines{"warning party-not-operating /agreements/1/parties/0 agreement stroke-care",
                                   "error works-while-planned /technique_lists/0 institution central"});
        all.technique_lists.clear();
        all.agreements[1].status = agreement_status::planned;  // to plan a referral to a planned site is no fault
        all.capabilities.push_back(performs("central"_institution, "lysis"_technique, stage::on_site));
        CHECK(faults(all) == lines{});
    }
    SECTION("closed, unless someone took its place") {
        site.operations = {stated(operation_status::operating, until(2024y / 6 / 1)),
                           stated(operation_status::closed, from(2024y / 6 / 1))};
        CHECK(faults(all) == lines{"warning party-not-operating /agreements/1/parties/1 agreement stroke-care",
                                   "warning works-after-closing /capabilities/0 institution provincial"});
        all.institutions.push_back(open_site("heir"_institution));
        all.successions = {{.predecessor = "provincial"_institution,
                            .successor = "heir"_institution,
                            .kind = succession_kind::merger,
                            .on = 2024y / 6 / 1,
                            .source = own()}};
        CHECK(faults(all) == lines{});
        all.institutions[3].operations = {stated(operation_status::planned, from(2024y / 1 / 1))};
        CHECK(faults(all) ==
              lines{"warning successor-not-operating /successions/0/successor succession provincial heir"});
        all.institutions[3].operations = {stated(operation_status::closed, from(2025y / 1 / 1))};
        CHECK(faults(all) == lines{});  // it closed later
    }
    SECTION("where another source says that it operates, only the disagreement is told") {
        site.operations.push_back(
            {.status = operation_status::planned, .valid = from(2020y / 1 / 1), .source = own("another")});
        CHECK(faults(all) == lines{"warning sources-disagree /institutions/1/operations/1 institution provincial"});
    }
}

TEST_CASE("a technique rests on those that come first") {
    auto all = cooperation();
    all.transfers.clear(), all.capabilities[1].by_transfer = std::nullopt;
    SECTION("held, not held, not known") {
        CHECK(faults(all) == lines{});
        all.capabilities[0].stage = stage::theory;
        CHECK(faults(all) == lines{"warning prerequisite-not-held /capabilities/1 capability provincial lysis"});
        all.capabilities[0].stage = stage::accepted;
        all.capabilities[0].valid = between(2021y / 1 / 1, 2024y / 1 / 1);
        CHECK(faults(all) == lines{"warning prerequisite-not-held /capabilities/1 capability provincial lysis"});
        all.capabilities.erase(all.capabilities.begin());
        auto const found = check(all);
        CHECK(told(found) == lines{"note prerequisite-not-shown /capabilities/0 technique lysis"});
        CHECK(found[0].message.en ==
              "“lysis” is performed where it is not known whether what comes first is held (entries: 1); the first: "
              "“provincial” (imaging)");
        all.technique_lists.push_back(
            {.site = "provincial"_institution, .valid = always, .source = own()});  // complete, and names nothing
        CHECK(faults(all) == lines{"warning prerequisite-not-held /capabilities/0 capability provincial lysis"});
        all.technique_lists[1].field = "neurology"_field;
        CHECK(faults(all) == lines{"warning prerequisite-not-held /capabilities/0 capability provincial lysis"});
        all.techniques[0].field = std::nullopt;  // the list is complete for another field only
        CHECK(faults(all) == lines{"note prerequisite-not-shown /capabilities/0 technique lysis"});
    }
    SECTION("a part rests on what its whole holds, and the whole on its parts") {
        all.capabilities = {performs("centre"_institution, "lysis"_technique)};
        CHECK(faults(all) == lines{});
        all.technique_lists[0].site = "centre"_institution;
        all.capabilities = {performs("central"_institution, "lysis"_technique)};
        CHECK(faults(all) == lines{});
    }
    SECTION("what a list names needs its prerequisites too, unless a fact stands before it") {
        all.technique_lists[0].techniques = {"lysis"_technique};
        CHECK(faults(all) == lines{"warning prerequisite-not-held /technique_lists/0 capability central lysis"});
        all.capabilities.push_back(performs("central"_institution, "lysis"_technique, stage::suspended, always));
        CHECK(faults(all) == lines{});
    }
}

TEST_CASE("a package is accepted after those that come first, by those it needs, at the level it states") {
    auto all = cooperation();
    SECTION("packages before it") {
        all.transfers[0].stages.pop_back();
        CHECK(faults(all) == lines{});  // the recipient holds its techniques anyway
        all.capabilities[0].valid = from(2024y / 1 / 2);
        CHECK(faults(all) == lines{});
        all.capabilities.clear();
        CHECK(faults(all) == lines{"warning prerequisite-not-held /transfers/1 technique transfer second"});
        all.transfers[0].recipient = "centre"_institution;
        CHECK(faults(all) == lines{"note prerequisite-not-shown /transfers/1 technique transfer second"});
        all.transfers[1].stages.pop_back();  // not accepted yet
        CHECK(faults(all) == lines{});
    }
    SECTION("staff") {
        all.packages[1].staff[0].at_least = people(13);
        CHECK(faults(all) == lines{"warning staff-need-unmet /transfers/1 technique transfer second"});
        all.staffings[0].most = std::nullopt;  // at least ten: may be thirteen
        CHECK(faults(all) == lines{});
    }
    SECTION("level, as graded at the time of acceptance") {
        all.packages[1].lowest_level = technical_level::specialised;
        CHECK(faults(all) == lines{"warning level-too-low /transfers/1 technique transfer second"});
        all.transfers[1].stages[2].on = 2025y / 1 / 1;
        CHECK(faults(all) == lines{});
        all.transfers[1].stages[2].on = partial_date::unknown();
        CHECK(faults(all) == lines{});
    }
}

TEST_CASE("a capability names the transfer that brought it") {
    auto all = cooperation();
    all.capabilities[1].by_transfer = "first"_transfer;
    auto const found = check(all);
    CHECK(told(found) == lines{"error foreign-transfer /capabilities/1/by_transfer capability provincial lysis"});
    CHECK(found[0].message.en ==
          "the transfer “first” is of the package “basics” to “provincial”, not of this technique");
    all.packages[0].parts = {"stroke"_package};  // a package brings what its parts hold
    all.packages[1].prerequisites.clear();
    CHECK(faults(all) == lines{});
    all = cooperation();
    all.capabilities.push_back(performs("central"_institution, "lysis"_technique));
    all.capabilities[2].by_transfer = "second"_transfer;
    CHECK(faults(all) == lines{"error foreign-transfer /capabilities/2/by_transfer capability central lysis"});
    all = cooperation();
    all.transfers[1].stages.pop_back();
    CHECK(faults(all) == lines{"warning ahead-of-transfer /capabilities/1/stage capability provincial lysis"});
}

TEST_CASE("certificates belong to a running programme and renew one's own") {
    auto all = cooperation();
    all.people.push_back({.id = "other"_person, .source = own()});
    all.certificates[1].holder = "other"_person;
    CHECK(faults(all) == lines{"error foreign-renewal /certificates/1/renews certificate C2"});
    all.certificates.pop_back();
    all.programmes[0].status = agreement_status::agreed_in_principle;
    CHECK(faults(all) == lines{"warning programme-not-running /certificates/0/programme certificate C1"});
    all.programmes[0].status = agreement_status::ended;
    all.programmes[0].components.push_back({.kind = component_kind::assessment});
    all.programmes[0].expiry = expires_each_year{2024y / 12 / 31};
    CHECK(faults(all) == lines{"warning certificate-not-last /programmes/0/components/1 programme course",
                               "error yearly-day-expected /programmes/0/expiry/on programme course"});
}

TEST_CASE("everything is told at once, each time in the same order") {
    auto all = cooperation();
    all.institutions.push_back(open_site("central"_institution));
    all.gradings[0].institution = "nowhere"_institution;
    all.licences[0].valid = {partial_date(2024y / 1 / 1), partial_date(2023y / 1 / 1)};
    all.packages[1].parts = {"stroke"_package};
    all.figures[0].most = items(2);
    lines const expected{"error doubled-id /institutions/3 institution central",
                         "error dangling-id /gradings/0/institution grading nowhere",
                         "error reversed-period /licences/0/valid licence central",
                         "error cycle /packages/1/parts/0 technique package stroke",
                         "error reversed-range /figures/0 figure deaths provincial"};
    CHECK(faults(all) == expected);
    CHECK(check(all) == check(all));
}

TEST_CASE("a waiver accepts a finding for a time, and never in silence") {
    auto all = cooperation();
    all.agreements[1].signed_on = {};
    all.figures[0].most = items(2);
    all.waivers = {{.code = "signed-without-date"_finding,
                    .subject = "agreement stroke-care",
                    .reason = {"", "the paper is being looked for"},
                    .until = partial_date(2026y / 1 / 1)}};
    auto const before = check(all, 2025y / 12 / 31);
    CHECK(told(before.waived) == lines{"note signed-without-date /agreements/1 agreement stroke-care"});
    CHECK(told(before.open) == lines{"error reversed-range /figures/0 figure deaths provincial"});
    auto const after = check(all, 2026y / 1 / 1);
    CHECK(told(after.waived) == lines{});
    CHECK(told(after.open) ==
          lines{"note signed-without-date /agreements/1 agreement stroke-care",
                "error reversed-range /figures/0 figure deaths provincial",
                "note waiver-expired /waivers/0/until waiver signed-without-date agreement stroke-care"});
    CHECK(check(all).size() == 2);  // without a day no waiver applies

    all.waivers = {{.code = "reversed-range"_finding, .subject = "figure deaths"},
                   {.code = "cycle"_finding, .subject = "figure deaths provincial"},
                   {.code = "reversed-range"_finding, .subject = "figure deaths provincial"},
                   {.code = "signed-without-date"_finding,
                    .subject = "agreement stroke-care",
                    .until = partial_date::year(2026y)}};
    auto const mixed = check(all, 2026y / 5 / 1);
    CHECK(told(mixed.waived) == lines{"error reversed-range /figures/0 figure deaths provincial"});
    CHECK(told(mixed.open) ==
          lines{"note signed-without-date /agreements/1 agreement stroke-care",
                "note waiver-unused /waivers/0 waiver reversed-range figure deaths",
                "note waiver-unused /waivers/1 waiver cycle figure deaths provincial",
                "note waiver-expired /waivers/3/until waiver signed-without-date agreement stroke-care"});
}

TEST_CASE("networks are merged whole or not at all") {
    network all = cooperation();
    network more{.institutions = {open_site("district"_institution), open_site("central"_institution)},
                 .gradings = {{.institution = "district"_institution,
                               .level = technical_level::initial,
                               .valid = always,
                               .source = own()}}};
    auto const found = merge(all, more);
    CHECK(told(found) == lines{"note same-noun-twice /institutions/1 institution central"});
    auto expected = cooperation();
    expected.institutions.push_back(more.institutions[0]);
    expected.gradings.push_back(more.gradings[0]);
    CHECK(all == expected);
    CHECK(faults(all) == lines{});

    more.institutions[1].name = {"Trung ương", "Central"};
    more.agreements = {{.id = "new"_agreement, .commitments = expected.agreements[1].commitments}};
    more.people = {{.id = "x"_person}, {.id = "x"_person, .name = "X"}};
    CHECK(told(merge(all, more)) == lines{"note same-noun-twice /institutions/0 institution district",
                                          "error doubled-id /institutions/1 institution central",
                                          "error doubled-id /agreements/0/commitments/0 commitment teach",
                                          "error doubled-id /people/1 person x"});
    CHECK(all == expected);

    network empty;
    CHECK(told(merge(empty, cooperation())) == lines{});
    CHECK(empty == cooperation());
    CHECK(told(merge(empty, {})) == lines{});
    CHECK(empty == cooperation());
}
