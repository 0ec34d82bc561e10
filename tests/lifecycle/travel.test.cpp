#include <lienvien/lifecycle/who_may_train.hpp>

#include <support/catch.hpp>

#include <network/made.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// From a first trainer to a hospital, to two provinces and one step further, fact by fact.

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr auto package_of_strokes = "stroke"_package;

void add_transfer(network& to, std::string_view id, std::string_view giver, std::string_view recipient,
                  std::vector<std::pair<stage, partial_date>> stages, std::vector<team_id> teams = {}) {
    transfer made{.id = transfer_id::checked(id),
                  .package = package_of_strokes,
                  .giver = made::named(giver),
                  .recipient = made::named(recipient),
                  .trainees = std::move(teams),
                  .source = synthetic()};
    for (auto const& [reached, on] : stages) made.stages.push_back({.stage = reached, .on = on, .source = synthetic()});
    to.transfers.push_back(std::move(made));
}
void add_team(network& to, std::string_view id, std::string_view site, std::vector<std::string_view> members) {
    team made{.id = team_id::checked(id), .institution = made::named(site), .source = synthetic()};
    for (auto const each : members) {
        made.members.push_back(person_id::checked(each));
        to.people.push_back({.id = person_id::checked(each), .workplace = made::named(site), .source = synthetic()});
    }
    to.teams.push_back(std::move(made));
}

/// first -> nucleus -> north -> district; nucleus -> south (suspended); north -> east is only claimed.
network lines_of_strokes() {
    network made;
    for (auto const each : {"first", "nucleus", "north", "south", "district", "east"}) made::add_hospital(made, each);
    made::add_technique(made, "thrombolysis");
    made.packages.push_back(
        {.id = package_of_strokes, .techniques = {"thrombolysis"_technique}, .source = synthetic()});
    made::add_capability(made, "first", "thrombolysis", stage::replicating, always);
    add_team(made, "kip-nucleus", "nucleus", {"n1", "n2"});
    add_team(made, "kip-north", "north", {"p1"});
    add_transfer(
        made, "t1", "first", "nucleus",
        {{stage::readiness, 2018y / 1 / 1}, {stage::accepted, 2019y / 1 / 1}, {stage::replicating, 2020y / 1 / 1}},
        {"kip-nucleus"_team});
    add_transfer(made, "t2", "nucleus", "north", {{stage::accepted, 2022y / 5 / 1}, {stage::monitored, 2022y / 9 / 1}},
                 {"kip-north"_team});
    add_transfer(made, "t3", "nucleus", "south", {{stage::accepted, 2022y / 6 / 1}, {stage::suspended, 2025y / 1 / 1}});
    add_transfer(made, "t4", "north", "district", {{stage::accepted, 2024y / 3 / 1}});
    add_transfer(made, "t5", "north", "east", {{stage::on_site, 2025y / 3 / 1}, {stage::accepted, 2027y / 1 / 1}});
    return made;
}
possible_trainer const& trainer(std::vector<possible_trainer> const& all, std::string_view id) {
    for (auto const& each : all) {
        if (each.institution == made::named(id)) return each;
    }
    FAIL("not in the lineage: " << id);
    return all.front();
}
truth against(possible_trainer const& who, teaching_bar what) {
    for (auto const& each : who.objections) {
        if (each.what == what) return each.stands;
    }
    return truth::no;
}

}  // namespace

TEST_CASE("a package is followed from its origin, step by step") {
    auto const all = lines_of_strokes();
    auto const today = as_of(all, 2026y / 11 / 21);
    auto const lines = lineage_of(today, package_of_strokes);
    REQUIRE(lines.trainings().size() == 4);
    REQUIRE(lines.claims().size() == 1);
    CHECK(lines.claims()[0].recipient == "east"_institution);
    CHECK(lines.claims()[0].reached == stage::on_site);
    CHECK(is_no(lines.claims()[0].accepted));
    auto const depth = [&](std::string_view id) { return *lines.members()[*lines.find(made::named(id))].depth; };
    CHECK(depth("first") == 0);
    CHECK(depth("nucleus") == 1);
    CHECK(depth("south") == 2);
    CHECK(depth("district") == 3);
    CHECK(lines.members()[*lines.find("first"_institution)].is_origin());
    CHECK(lines.descendants(*lines.find("nucleus"_institution)).size() == 3);
    CHECK(lines.line_to(*lines.find("district"_institution)).size() == 4);
    CHECK(lines.problems().empty());

    SECTION("the same by the technique that the package carries") {
        auto const by_technique = lineage_of(today, "thrombolysis"_technique);
        CHECK(by_technique.trainings() == lines.trainings());
    }
    SECTION("a bigger package carries its parts, a smaller one does not carry the whole") {
        auto wider = all;
        wider.packages.push_back({.id = "bigger"_package, .parts = {package_of_strokes}, .source = synthetic()});
        wider.transfers[3].package = "bigger"_package;
        auto const then = as_of(wider, 2026y / 11 / 21);
        CHECK(lineage_of(then, package_of_strokes).trainings().size() == 4);
        CHECK(lineage_of(then, "bigger"_package).trainings().size() == 1);
    }
    SECTION("as it was in 2021") {
        auto const then = as_of(all, 2021y / 1 / 1);
        auto const earlier = lineage_of(then, package_of_strokes);
        CHECK(earlier.trainings().size() == 1);
        CHECK(earlier.claims().size() == 4);
    }
}

TEST_CASE("who may train next, and why others may not") {
    auto all = lines_of_strokes();
    auto const ask = [&](teaching_terms const& terms) {
        auto const today = as_of(all, 2026y / 11 / 21);
        auto const lines = lineage_of(today, package_of_strokes);
        return who_may_train(lines, terms);
    };
    auto const found = ask(teaching_terms(stage::monitored));
    REQUIRE(found.size() == 6);
    CHECK(is_yes(trainer(found, "first").may));
    CHECK(is_yes(trainer(found, "nucleus").may));
    CHECK(is_yes(trainer(found, "north").may));
    CHECK(is_no(trainer(found, "south").may));
    CHECK(is_yes(against(trainer(found, "south"), teaching_bar::suspended)));
    CHECK(is_no(trainer(found, "district").may));
    CHECK(is_yes(against(trainer(found, "district"), teaching_bar::stage_too_low)));
    CHECK(is_unknown(against(trainer(found, "district"), teaching_bar::nobody_left)));
    CHECK(is_no(trainer(found, "east").may));
    CHECK(is_yes(against(trainer(found, "east"), teaching_bar::not_accepted)));

    SECTION("the terms may ask for less, or for more") {
        CHECK(is_unknown(trainer(ask(teaching_terms(stage::accepted)), "district").may));  // its team is not named
        CHECK(is_no(trainer(ask(teaching_terms(stage::replicating)), "north").may));
    }
    SECTION("what is unused fades, if the terms say so; use that nobody wrote down is not known") {
        teaching_terms terms(stage::monitored);
        terms.fades_after = std::chrono::days(730);
        auto const faded = ask(terms);
        CHECK(is_unknown(trainer(faded, "nucleus").may));
        CHECK(is_unknown(against(trainer(faded, "nucleus"), teaching_bar::unused)));
        terms.used = {{"nucleus"_institution, 2026y / 10 / 1}, {"north"_institution, 2023y / 10 / 1}};
        auto const stated = ask(terms);
        CHECK(is_yes(trainer(stated, "nucleus").may));
        CHECK(is_yes(against(trainer(stated, "north"), teaching_bar::unused)));
        CHECK(is_no(trainer(stated, "north").may));
    }
    SECTION("training others is use too") {
        teaching_terms terms(stage::monitored);
        terms.fades_after = std::chrono::days(1100);
        CHECK(is_no(against(trainer(ask(terms), "north"), teaching_bar::unused)));  // it trained in March 2024
    }
    SECTION("a team that left takes it along, the last one counts") {
        teaching_terms terms(stage::monitored);
        terms.left = {{"n1"_person, 2025y / 1 / 1}};
        CHECK(is_yes(trainer(ask(terms), "nucleus").may));
        terms.left.push_back({"n2"_person, partial_date::year(2026y)});
        CHECK(is_unknown(trainer(ask(terms), "nucleus").may));  // some day of 2026
        terms.left.back().on = 2026y / 2 / 1;
        CHECK(is_no(trainer(ask(terms), "nucleus").may));
        CHECK(is_yes(against(trainer(ask(terms), "nucleus"), teaching_bar::nobody_left)));
    }
    SECTION("whoever works elsewhere now has left; who works in a part of the hospital has not") {
        made::add_hospital(all, "centre");
        made::add_part(all, "centre", "north");
        all.people[2].workplace = "centre"_institution;
        CHECK(is_yes(trainer(ask(teaching_terms(stage::monitored)), "north").may));
        all.people[2].workplace = "south"_institution;
        CHECK(is_no(trainer(ask(teaching_terms(stage::monitored)), "north").may));
    }
    SECTION("a capability that is suspended stops the trainer, whatever its transfer says") {
        made::add_capability(all, "nucleus", "thrombolysis", stage::suspended, always);
        CHECK(is_yes(against(trainer(ask(teaching_terms(stage::accepted)), "nucleus"), teaching_bar::suspended)));
    }
    SECTION("a closed hospital trains nobody") {
        made::institution_in(all, "nucleus").operations = {{operation_status::closed, always, synthetic()}};
        CHECK(is_yes(against(trainer(ask(teaching_terms(stage::accepted)), "nucleus"), teaching_bar::not_operating)));
    }
}

TEST_CASE("lines that cannot be are findings") {
    auto all = lines_of_strokes();
    SECTION("a circle is named once, and whoever hangs on it alone has no depth") {
        add_transfer(all, "t6", "district", "nucleus", {{stage::accepted, 2025y / 1 / 1}});
        all.transfers.erase(all.transfers.begin());  // the origin falls away
        auto const today = as_of(all, 2026y / 11 / 21);
        auto const lines = lineage_of(today, package_of_strokes);
        REQUIRE(lines.problems().contains("lineage-circle"_finding));
        CHECK(lines.problems().size() == 3);  // and two were trained before their trainer was
        CHECK(lines.problems()[0].message.en ==
              "institutions trained each other in a circle: nucleus, north, district");
        CHECK(!lines.members()[*lines.find("south"_institution)].depth);
        CHECK(lines.line_to(*lines.find("south"_institution)).empty());
    }
    SECTION("trained others before its own acceptance") {
        all.transfers[0].stages[1].on = 2023y / 1 / 1;
        auto const today = as_of(all, 2026y / 11 / 21);
        auto const lines = lineage_of(today, package_of_strokes);
        CHECK(lines.problems().contains("trained-before-accepted"_finding));
        CHECK(lines.problems().size() == 2);  // north and south
    }
    SECTION("trains others on a claim") {
        all.transfers[0].stages.clear();
        auto const today = as_of(all, 2026y / 11 / 21);
        CHECK(lineage_of(today, package_of_strokes).problems().contains("trains-on-a-claim"_finding));
    }
}
