// References, dates, contradictions and circles: what is wrong with facts by themselves.
#include <lienvien/validate/validate.hpp>

#include <support/catch.hpp>

#include <set>
#include <validate/sound.hpp>

using namespace sound;

TEST_CASE("in a sound network nothing is found") {
    CHECK(faults(cooperation()) == lines{});
    CHECK(faults(network{}) == lines{});
    CHECK(check(cooperation(), 2026y / 1 / 1) == validation{});
}

TEST_CASE("an id stands for one noun, commitments included") {
    auto all = cooperation();
    all.institutions.push_back(open_site("central"_institution));
    all.agreements[0].commitments = all.agreements[1].commitments;
    auto const found = check(all);
    CHECK(told(found) == lines{"error doubled-id /institutions/3 institution central",
                               "error doubled-id /agreements/1/commitments/0 commitment teach"});
    CHECK(found[0].message.en == "the id “central” (institution) is taken at /institutions/0");
    CHECK(found[1].message.vi == "định danh “teach” (cam kết) đã dùng tại /agreements/0/commitments/0");

    auto apart = cooperation();  // the same letters may name nouns of different kinds
    apart.people.push_back({.id = "central"_person, .source = own()});
    CHECK(faults(apart) == lines{});
}

TEST_CASE("every reference leads somewhere, and the nearest id is suggested") {
    auto all = cooperation();
    all.gradings[0].institution = "provincal"_institution;
    all.packages[1].parts = {"nothing-like-it"_package};
    all.agreements[1].parties[0].signatory = "heat"_person;
    all.agreements[1].clauses[0].techniques = {"imaging"_technique, "Lysis"_technique};
    all.capabilities[1].evidence = {{.assessor = "nobody-known"_person}};
    all.needs[0].techniques = {"unknown-technique"_technique};
    all.referrals[0].offers[0].to = "elsewhere"_institution;
    auto const found = check(all);
    CHECK(told(found) == lines{"error dangling-id /gradings/0/institution grading provincal",
                               "error dangling-id /packages/1/parts/0 technique package stroke",
                               "error dangling-id /capabilities/1/evidence/0/assessor capability provincial lysis",
                               "error dangling-id /agreements/1/parties/0/signatory agreement stroke-care",
                               "error dangling-id /agreements/1/clauses/0/techniques/1 agreement stroke-care",
                               "error dangling-id /needs/0/techniques/0 patient need patient",
                               "error dangling-id /referrals/0/offers/0/to referral sent"});
    CHECK(found[0].message.en == "there is no institution “provincal” in the network; the nearest is “provincial”");
    CHECK(found[0].message.vi == "cơ sở “provincal” không có trong mạng lưới; gần giống nhất: “provincial”");
    CHECK(found[1].message.en == "there is no technique package “nothing-like-it” in the network");
    CHECK(found[4].message.en == "there is no technique “Lysis” in the network; the nearest is “lysis”");
    for (auto const& each : found) CHECK(each.place.line == 0);
}

TEST_CASE("edits between ids are counted up to a limit") {
    CHECK(detail::edits_between("bach-mai", "bach-mai", 2) == 0);
    CHECK(detail::edits_between("bach-mai", "bachmai", 2) == 1);
    CHECK(detail::edits_between("bach-mai", "bach-nai", 2) == 1);
    CHECK(detail::edits_between("k", "cho-ray", 2) == 3);
    CHECK(detail::edits_between("abcdefghijklmnopqrstuvwxyz01234", "abcdefghijklmnopqrstuvwxyz0123", 3) == 1);
    CHECK(detail::edits_between("aaaa", "bbbb", 3) == 4);
}

TEST_CASE("a period ends after it begins, and a date leaves at least one day") {
    auto all = cooperation();
    all.licences[0].valid = {partial_date(2024y / 1 / 1), partial_date(2024y / 1 / 1)};
    all.institutions[0].operations[0].valid = {partial_date::year(2001y), partial_date::year(2000y)};
    all.people[0].source.dated = partial_date::year(2020y).not_before(day(2021y / 1 / 1));
    all.agreements[1].commitments[0].due = partial_date::month(2024y / 3).not_after(day(2024y / 2 / 1));
    CHECK(faults(all) == lines{"error reversed-period /institutions/0/operations/0/valid institution central",
                               "error reversed-period /licences/0/valid licence central",
                               "error impossible-date /agreements/1/commitments/0/due agreement stroke-care",
                               "error impossible-date /people/0/source/dated person head"});
    auto open = cooperation();  // an end within the same year may lie after the beginning
    open.licences[0].valid = {partial_date::year(2024y), partial_date::year(2024y)};
    CHECK(faults(open) == lines{});
}

TEST_CASE("what comes later is not dated earlier") {
    SECTION("stages of a transfer, with undated ones between") {
        auto all = cooperation();
        all.transfers[1].stages = {reached(stage::theory, 2023y / 2 / 1), reached(stage::clinical, {}),
                                   reached(stage::accepted, partial_date::year(2022y))};
        CHECK(faults(all) == lines{"error dates-out-of-order /transfers/1/stages/2 technique transfer second"});
        all.transfers[1].stages[2].on = partial_date::year(2023y);
        CHECK(faults(all) == lines{});
    }
    SECTION("stages of a transfer step back only after a suspension or a failure") {
        auto all = cooperation();
        auto& stages = all.transfers[1].stages;
        stages.push_back(reached(stage::on_site, 2024y / 6 / 1));
        stages.push_back(reached(stage::accepted, 2024y / 9 / 1));
        CHECK(faults(all) == lines{"warning stage-steps-back /transfers/1/stages/3 technique transfer second"});
        stages.insert(stages.begin() + 3, reached(stage::suspended, 2024y / 5 / 1));
        CHECK(faults(all) == lines{});
    }
    SECTION("a certificate is revoked after it is issued and renewed after the one before") {
        auto all = cooperation();
        all.certificates[0].revoked = partial_date(2023y / 5 / 31);
        all.certificates[1].issued = 2023y / 5 / 1;
        CHECK(faults(all) == lines{"error dates-out-of-order /certificates/0/revoked certificate C1",
                                   "error dates-out-of-order /certificates/1/issued certificate C2"});
        all.certificates[0].revoked = partial_date(2023y / 6 / 1);
        all.certificates[1].issued = 2023y / 6 / 1;
        CHECK(faults(all) == lines{});
    }
    SECTION("a referral is made, offered and closed") {
        auto all = cooperation();
        all.referrals[0].made = 2024y / 5 / 2;
        all.referrals[0].closed = partial_date(2024y / 5 / 1);
        CHECK(faults(all) == lines{"error dates-out-of-order /referrals/0/offers/0/on referral sent",
                                   "error dates-out-of-order /referrals/0/offers/1/on referral sent",
                                   "error dates-out-of-order /referrals/0/closed referral sent"});
    }
    SECTION("an earlier agreement was signed earlier") {
        auto all = cooperation();
        all.agreements[0].signed_on = {{2023y / 1 / 2, own()}};
        CHECK(faults(all) == lines{"error dates-out-of-order /agreements/1/earlier/0 agreement stroke-care"});
        all.agreements[0].signed_on = {{2023y / 1 / 1, own()}};
        CHECK(faults(all) == lines{});
    }
}

TEST_CASE("facts on one matter do not contradict each other at the same time") {
    SECTION("gradings") {
        auto all = cooperation();
        all.gradings[1].valid = from(2024y / 12 / 31);
        auto const found = check(all);
        CHECK(told(found) == lines{"error contradictory-facts /gradings/1 grading provincial"});
        CHECK(found[0].message.en ==
              "two facts contradict each other at the same time: “basic level” from 2021-01-01 until 2025-01-01 "
              "(/gradings/0) and “specialised level” from 2024-12-31");
        all.gradings[1].valid = {partial_date::month(2024y / 12)};
        CHECK(faults(all) == lines{"error contradictory-facts /gradings/1 grading provincial"});
        all.gradings[1].valid = {partial_date::year(2025y)};
        CHECK(faults(all) == lines{});
        all.gradings[1].valid = {partial_date::year(2025y).not_before(day(2024y / 1 / 1))};
        all.gradings[0].valid = {partial_date(2021y / 1 / 1), partial_date::year(2025y)};
        CHECK(faults(all) == lines{"warning perhaps-contradictory /gradings/1 grading provincial"});
        all.gradings[1].level = technical_level::basic;
        CHECK(faults(all) == lines{});
        all.gradings[1].provisional = true;
        CHECK(faults(all) == lines{"warning perhaps-contradictory /gradings/1 grading provincial"});
    }
    SECTION("legacy standings: a fact that is silent on a point contradicts nothing") {
        auto all = cooperation();
        all.legacy_standings.push_back({.institution = "central"_institution,
                                        .hospital_class = hospital_class::special,
                                        .valid = always,
                                        .source = own()});
        CHECK(faults(all) == lines{});
        all.legacy_standings.push_back({.institution = "central"_institution,
                                        .hospital_class = hospital_class::class_i,
                                        .valid = always,
                                        .source = own()});
        CHECK(faults(all) == lines{"error contradictory-facts /legacy_standings/2 legacy standing central"});
    }
    SECTION("capacities and travel times: different sources disagree, one source contradicts itself") {
        auto all = cooperation();
        all.capacities.push_back(
            {.institution = "central"_institution, .total = beds(120), .valid = always, .source = own()});
        all.travels.push_back({.from = "provincial"_institution,
                               .to = "central"_institution,
                               .minutes = minutes_of_travel(95),
                               .valid = always,
                               .source = own("another")});
        CHECK(faults(all) == lines{"error contradictory-facts /capacities/1 capacity central",
                                   "warning sources-disagree /travels/2 travel provincial central"});
        all.capacities[1].stated_by = "central"_institution;
        all.travels[2].minutes = minutes_of_travel(90);
        CHECK(faults(all) == lines{"warning sources-disagree /capacities/1 capacity central"});
    }
    SECTION("operations") {
        auto all = cooperation();
        all.institutions[2].operations = {
            {.status = operation_status::planned, .valid = from(2010y / 1 / 1), .source = own()},
            {.status = operation_status::operating, .valid = from(2012y / 1 / 1), .source = own()}};
        CHECK(faults(all) == lines{"error contradictory-facts /institutions/2/operations/1 institution centre"});
        all.institutions[2].operations[1].source.document = "another";
        CHECK(faults(all) == lines{"warning sources-disagree /institutions/2/operations/1 institution centre"});
        all.institutions[2].operations[0].valid = between(2010y / 1 / 1, 2012y / 1 / 1);
        CHECK(faults(all) == lines{});
    }
    SECTION("capabilities") {
        auto all = cooperation();
        all.capabilities.push_back(
            performs("provincial"_institution, "imaging"_technique, stage::on_site, from(2020y / 1 / 1)));
        CHECK(faults(all) == lines{"error contradictory-facts /capabilities/2 capability provincial imaging"});
        all.capabilities[2].valid = between(2020y / 1 / 1, 2021y / 1 / 1);
        CHECK(faults(all) == lines{});
        all.capabilities[2].valid = {};  // nobody said when: it may go on, and so it does contradict
        CHECK(faults(all) == lines{"error contradictory-facts /capabilities/2 capability provincial imaging"});
        all.capabilities[2].valid = {partial_date::unknown(), partial_date::unknown()};
        CHECK(faults(all) == lines{"warning perhaps-contradictory /capabilities/2 capability provincial imaging"});
    }
    SECTION("a long history of short periods is compared with its neighbours only, whatever the order of writing") {
        auto all = cooperation();
        all.capacities.clear();
        for (int n = 4000; n-- > 0;) {
            auto const first = day(2010y / 1 / 1) + std::chrono::days(n);
            all.capacities.push_back({.institution = "central"_institution,
                                      .free = beds(n % 50),
                                      .valid = period::between(first, first + std::chrono::days(1)),
                                      .source = own()});
        }
        CHECK(faults(all) == lines{});
        all.capacities[17].valid = period::between(day(2015y / 1 / 1), day(2015y / 1 / 2));
        CHECK(faults(all) == lines{"error contradictory-facts /capacities/2173 capacity central"});
    }
}

TEST_CASE("a part belongs to one whole at a time, and a need has one live referral") {
    auto all = cooperation();
    all.institutions.push_back(open_site("campus"_institution));
    all.memberships.push_back(
        {.part = "centre"_institution, .whole = "campus"_institution, .valid = from(2024y / 1 / 1), .source = own()});
    CHECK(faults(all) == lines{"warning two-wholes /memberships/1 institution centre"});
    all.memberships[0].valid = {partial_date::always(), partial_date::year(2024y)};
    CHECK(faults(all) == lines{"note perhaps-two-wholes /memberships/1 institution centre"});
    all.memberships[0].valid = always;
    all.memberships.push_back(
        {.part = "campus"_institution, .whole = "central"_institution, .valid = always, .source = own()});
    CHECK(faults(all) == lines{});  // the one whole is itself a part of the other

    auto live = cooperation();
    live.referrals.push_back(
        {.id = "again"_referral, .need = "patient"_need, .made = 2024y / 5 / 1, .closed = partial_date(2024y / 5 / 9)});
    CHECK(faults(live) == lines{"error two-live-referrals /referrals/1 referral again"});
    live.referrals[1].made = {};
    live.referrals[1].closed = partial_date::unknown();
    CHECK(faults(live) == lines{"warning perhaps-two-live-referrals /referrals/1 referral again"});
    live.referrals[1].made = 2024y / 5 / 2;
    CHECK(faults(live) == lines{});
    live.referrals[0].offers[0] = {.to = "provincial"_institution, .state = offer_state::arrived, .on = 2024y / 5 / 1};
    CHECK(faults(live) == lines{"warning offer-to-origin /referrals/0/offers/0/to referral sent",
                                "error arrived-twice /referrals/0/offers/1/state referral sent"});
}

TEST_CASE("nothing leads back to itself") {
    auto all = cooperation();
    for (auto const id : {"a"_institution, "b"_institution, "c"_institution, "d"_institution})
        all.institutions.push_back(open_site(id));
    all.agreements[1].clauses.clear();  // it names the centre, which is a part only as long as the membership stands
    auto const part = [](institution_id a, institution_id b, validity when) {
        return membership{.part = a, .whole = b, .valid = when, .source = own()};
    };

    SECTION("part of, at the same time") {
        all.memberships = {part("c"_institution, "a"_institution, always),
                           part("d"_institution, "b"_institution, always),
                           part("a"_institution, "b"_institution, until(2010y / 1 / 1)),
                           part("b"_institution, "c"_institution, from(2010y / 1 / 1))};
        CHECK(faults(all) == lines{});  // never all at once
        all.memberships[3].valid = from(2009y / 12 / 31);
        auto const found = check(all);
        CHECK(told(found) == lines{"error cycle /memberships/2 institution a"});
        CHECK(found[0].message.en == "a circle (is a part of): a → b → c → a");
        CHECK(found[0].message.vi == "vòng lặp (thuộc về): a → b → c → a");
    }
    SECTION("a circle in time is found behind one that is none") {
        all.memberships = {part("a"_institution, "b"_institution, until(2010y / 1 / 1)),
                           part("a"_institution, "b"_institution, from(2015y / 1 / 1)),
                           part("b"_institution, "a"_institution, from(2012y / 1 / 1))};
        CHECK(faults(all) == lines{"error cycle /memberships/1 institution a"});
    }
    SECTION("affiliations of one kind only") {
        auto const tie = [](institution_id a, institution_id b, affiliation_kind kind) {
            return affiliation{.member = a, .hub = b, .kind = kind, .valid = always, .source = own()};
        };
        all.affiliations = {tie("a"_institution, "b"_institution, affiliation_kind::satellite),
                            tie("b"_institution, "a"_institution, affiliation_kind::directed)};
        CHECK(faults(all) == lines{});
        all.affiliations[1].kind = affiliation_kind::satellite;
        all.affiliations.push_back(tie("c"_institution, "c"_institution, affiliation_kind::owned));
        auto const found = check(all);
        CHECK(told(found) ==
              lines{"error cycle /affiliations/0 institution a", "error cycle /affiliations/2 institution c"});
        CHECK(found[0].message.en == "a circle (satellite of): a → b → a");
        CHECK(found[1].message.en == "a circle (owned by): c → c");
    }
    SECTION("succession, also to itself") {
        all.successions = {
            {.predecessor = "d"_institution, .successor = "d"_institution, .on = 2020y / 1 / 1, .source = own()},
            {.predecessor = "a"_institution, .successor = "b"_institution, .on = 2020y / 1 / 1, .source = own()},
            {.predecessor = "b"_institution, .successor = "c"_institution, .on = 2021y / 1 / 1, .source = own()}};
        CHECK(faults(all) == lines{"error cycle /successions/0 institution d"});
    }
    SECTION("what comes first, what consists of what, earlier agreements, renewals") {
        all.techniques.push_back({.id = "a"_technique, .requires_ = {"b"_technique}, .source = own()});
        all.techniques.push_back(
            {.id = "b"_technique, .requires_ = {"lysis"_technique, "a"_technique}, .source = own()});
        all.packages[0].parts = {"stroke"_package};
        all.packages[1].parts = {"basics"_package};
        all.packages[0].prerequisites = {"basics"_package};
        all.agreements[0].earlier = {{"stroke-care"_agreement, agreement_link::follows}};
        all.certificates[0].renews = "C2"_certificate;
        all.certificates[0].issued = all.certificates[1].issued;
        all.agreements[0].signed_on = all.agreements[1].signed_on;
        CHECK(faults(all) == lines{"error cycle /techniques/2/requires/0 technique a",
                                   "error cycle /packages/0/parts/0 technique package basics",
                                   "error cycle /packages/0/prerequisites/0 technique package basics",
                                   "error cycle /agreements/0/earlier/0 agreement old",
                                   "error cycle /certificates/0/renews certificate C1"});
    }
    SECTION("one circle is told for each tangle, however long") {
        all.techniques.clear();
        all.capabilities.clear(), all.technique_lists.clear(), all.packages[0].techniques.clear(),
            all.packages[1].techniques.clear();
        all.rotations[0].skills.clear(), all.needs[0].techniques.clear();
        for (int n = 0; n < 3000; ++n) {
            auto const name = [](int which) { return technique_id::checked("t" + std::to_string(which)); };
            all.techniques.push_back(
                {.id = name(n), .requires_ = {name((n + 1) % 3000), name(n / 2)}, .source = own()});
        }
        auto const found = check(all);
        CHECK(told(found).size() >= 1);
        CHECK(found.count(severity::error) == 1);
        CHECK(found[0].subject == "technique t0");
    }
}

TEST_CASE("ranges and shares are possible") {
    auto all = cooperation();
    all.capacities[0].free = beds(101);
    all.staffings[0].most = people(9);
    all.figures[0].most = items(2);
    all.figures.push_back({.indicator = "deaths"_indicator,
                           .site = "central"_institution,
                           .least = items(51),
                           .out_of = items(50),
                           .valid = always,
                           .source = own()});
    CHECK(faults(all) == lines{"error share-above-whole /capacities/0/free capacity central",
                               "error reversed-range /staffings/0 staffing provincial nurse",
                               "error reversed-range /figures/0 figure deaths provincial",
                               "error share-above-whole /figures/1/out_of figure deaths central"});
    all = cooperation();
    all.capacities[0].free = beds(100), all.staffings[0].most = people(10), all.figures[0].least = items(5),
    all.figures[0].out_of = items(5);
    CHECK(faults(all) == lines{});
}

TEST_CASE("sources that differ are kept and noted") {
    auto all = cooperation();
    auto& noun = all.agreements[1];
    noun.began = {{partial_date::decade(1990y, decade_part::late),
                   {.kind = source_kind::article, .document = "001.txt", .words = "cuối những năm 1990"}}};
    noun.lasted = {{{.years = stated_years(20), .up_to = 2026y / 1 / 21},
                    {.kind = source_kind::article, .document = "000.txt", .words = "20 năm"}}};
    auto const found = check(all);
    CHECK(told(found) == lines{"note claims-disagree /agreements/1/lasted/0 agreement stroke-care"});
    CHECK(found[0].message.en ==
          "a beginning in late 1990s (001.txt: “cuối những năm 1990”) does not fit 20 years up to 2026-01-21 (000.txt: "
          "“20 năm”)");
    for (auto const year : {2005y, 2006y}) {
        noun.began.stated[0].value = partial_date::year(year);
        CHECK(faults(all) == lines{});
    }
    for (auto const year : {2004y, 2008y}) {  // 19 to 21 years are "20 years"
        noun.began.stated[0].value = partial_date::year(year);
        CHECK(check(all).size() == 1);
    }
    noun.lasted = {};
    noun.signed_on.stated.push_back({partial_date::month(2023y / 2), own("another")});
    all.institutions[0].founded = {{partial_date::year(1911y), own()},
                                   {partial_date(1911y / 3 / 1), own()},
                                   {partial_date::year(1912y), own("another")}};
    all.recognitions[0].names.push_back({"Kỷ niệm chương", "Commemorative medal"});
    CHECK(faults(all) == lines{"note claims-disagree /institutions/0/founded/2 institution central",
                               "note claims-disagree /agreements/1/signed_on/1 agreement stroke-care",
                               "warning names-and-sources-differ /recognitions/0/named_by recognition medal",
                               "note claims-disagree /recognitions/0/names/1 recognition medal"});
}

TEST_CASE("missing and made-up sources are told once, with their number") {
    auto all = cooperation();
    all.gradings[1].source = {};
    all.capabilities[0].source = {};
    all.capabilities[1].source = synthetic("a demonstration");
    all.agreements[1].clauses[0].source = {};  // as in the agreement around it
    auto const found = check(all);
    CHECK(told(found) ==
          lines{"note source-not-known /gradings/1 network", "note synthetic-facts /capabilities/1/source network"});
    CHECK(found[0].message.en == "no source is stated (gradings: 1, capabilities: 1); the first is at /gradings/1");
    CHECK(found[1].message.en.starts_with("synthetic sources: 1, others: "));

    network made_up{.institutions = {{.id = "a"_institution, .source = synthetic()}}};
    CHECK(faults(made_up) == lines{});
}

TEST_CASE("every kind of finding has one name and speaks both languages") {
    std::set<std::string_view> names;
    for (auto const& kind : finding_kinds) {
        CHECK(names.insert(kind.code).second);
        CHECK(finding_code::parse(kind.code).has_value());
        CHECK_FALSE(kind.meaning.vi.empty());
        CHECK_FALSE(kind.meaning.en.empty());
    }
}
