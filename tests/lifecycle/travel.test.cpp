#include <lienvien/lifecycle/readiness.hpp>
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
        teaching_terms terms(stage::accepted);
        CHECK(is_unknown(trainer(ask(terms), "district").may));  // its team is not named
        terms.staffed = {"district"_institution};                // but the caller knows it
        CHECK(is_yes(trainer(ask(terms), "district").may));
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
    SECTION("of an origin that a technique list alone speaks for only acceptance is known") {
        all.capabilities.clear();
        made::add_list(all, "first", {"thrombolysis"});
        CHECK(is_yes(trainer(ask(teaching_terms(stage::accepted)), "first").may));
        CHECK(is_unknown(trainer(ask(teaching_terms(stage::monitored)), "first").may));
        all.technique_lists[0].techniques.clear();
        CHECK(is_no(trainer(ask(teaching_terms(stage::accepted)), "first").may));
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

namespace {

/// A provincial hospital that is to take over a package with demands of every kind.
network recipient_of_demands() {
    network made;
    made::add_hospital(made, "north");
    for (auto const each : {"thrombolysis", "thrombectomy", "ct-scan"}) made::add_technique(made, each);
    made.techniques[0].requires_ = {"ct-scan"_technique, "thrombectomy"_technique};
    made.programmes = {{.id = "stroke-course"_programme,
                        .name = {"lớp đột quỵ", "stroke course"},
                        .provider = "north"_institution,
                        .expiry = expires_after{calendar_months(24)},
                        .source = synthetic()}};
    made.packages = {
        {.id = "basics"_package, .techniques = {"ct-scan"_technique}, .source = synthetic()},
        {.id = "drip"_package,
         .techniques = {"thrombolysis"_technique},
         .parts = {"intervention"_package},
         .prerequisites = {"basics"_package},
         .staff = {{profession::doctor, people(2)}, {profession::doctor, people(1), "stroke-course"_programme}},
         .equipment = {{"máy CT", "CT scanner"}},
         .lowest_level = technical_level::basic,
         .source = synthetic()},
        {.id = "intervention"_package,
         .techniques = {"thrombectomy"_technique},
         .staff = {{profession::doctor, people(4)}, {profession::nurse, people(5)}},
         .source = synthetic()}};
    made.indicators = {
        {.id = "angio-rooms"_indicator, .name = {"phòng can thiệp", "angiography rooms"}, .source = synthetic()},
        {.id = "strokes"_indicator, .name = {"ca đột quỵ", "stroke cases"}, .source = synthetic()}};
    return made;
}
readiness_standard everything_else() {
    return {.staff = {{profession::nurse, people(7)}},
            .staff_by_beds = {{profession::doctor, people(3), beds(100)}},
            .equipment = {{{"máy thở", "ventilator"}, items(6)}},
            .structure = {{"angio-rooms"_indicator, items(1)}},
            .volume = {{"strokes"_indicator, items(300)}},
            .at_least_beds = beds(200),
            .licence = true,
            .accreditations = {"stroke"_field}};
}
/// Certificates read with no grace, a term ending on the day before.
staff_on_duty readers_of(network const& all) {
    certificate_terms const terms(month_end::last_of_month, last_valid_day::day_before, renewal_start::at_issue,
                                  std::chrono::days(0));
    return {all, certificate_register(all, terms), false};
}
readiness_item const& item(readiness_report const& report, requirement kind, std::string_view about = {}) {
    for (auto const& each : report.items) {
        if (each.kind == kind && (about.empty() || each.about == about)) return each;
    }
    FAIL("not demanded: " << name_of(kind) << " " << about);
    return report.items.front();
}
void staff(network& to, profession who, std::int64_t least, std::optional<std::int64_t> most, validity valid = always) {
    to.staffings.push_back({.institution = "north"_institution,
                            .profession = who,
                            .least = people(least),
                            .most = most ? std::optional(people(*most)) : std::nullopt,
                            .valid = valid,
                            .source = synthetic()});
}

}  // namespace

TEST_CASE("what a recipient lacks for a package is said at once, and what is not known is no gap") {
    auto all = recipient_of_demands();
    auto const ask = [&](std::vector<lead_time> const& times = {}) {
        auto const today = as_of(all, 2026y / 11 / 21);
        auto const certified = readers_of(all);
        return readiness_of(today, "north"_institution, "drip"_package, everything_else(), times, &certified);
    };
    SECTION("nothing is written: nothing is known") {
        auto const found = ask();
        CHECK(!found.planned);
        CHECK(found.items.size() == 14);
        CHECK(found.count(truth::unknown) == 14);
        CHECK(is_unknown(found.ready()));
        CHECK(!found.earliest());
        // The same demand of package, part and standard is one, and the higher one counts.
        CHECK(item(found, requirement::staff, "nurse").needed.en == "at least 7 (nurse)");
        CHECK(item(found, requirement::staff, "doctor").needed.vi == "ít nhất 4 bác sĩ");
        // What the package brings itself (thrombectomy) is not demanded before it.
        CHECK(item(found, requirement::technique).about == "ct-scan");
        CHECK(item(found, requirement::staff, "nurse").closes.en == "find out and write down: at least 7 (nurse)");
    }
    SECTION("every gap, what closes it, and by when") {
        staff(all, profession::doctor, 3, 3);
        staff(all, profession::nurse, 10, std::nullopt);
        all.capacities = {
            {.institution = "north"_institution, .total = beds(150), .valid = always, .source = synthetic()}};
        all.equipments = {
            {.institution = "north"_institution, .name = {"", "CT scanner"}, .valid = always, .source = synthetic()},
            {.institution = "north"_institution,
             .name = {"máy thở", ""},
             .count = items(2),
             .valid = always,
             .source = synthetic()}};
        all.figures = {{.indicator = "angio-rooms"_indicator,
                        .site = "north"_institution,
                        .least = items(0),
                        .most = items(0),
                        .valid = always,
                        .source = synthetic()},
                       {.indicator = "strokes"_indicator,
                        .site = "north"_institution,
                        .least = items(250),
                        .most = items(350),
                        .valid = always,
                        .source = synthetic()}};
        all.licences = {{.institution = "north"_institution, .valid = until(2026y / 1 / 1), .source = synthetic()}};
        all.gradings = {{.institution = "north"_institution,
                         .level = technical_level::initial,
                         .valid = always,
                         .source = synthetic()}};
        made::add_list(all, "north", {});
        auto const found = ask({{requirement::staff, {}, std::chrono::days(400)},
                                {requirement::staff, "doctor", std::chrono::days(90)},
                                {requirement::equipment, {}, std::chrono::days(200)}});
        CHECK(is_no(found.ready()));
        auto const& doctors = item(found, requirement::staff, "doctor");
        CHECK(is_no(doctors.met));
        CHECK(doctors.held.en == "3");
        CHECK(doctors.closes.en == "recruit at least 1 more (doctor)");
        CHECK(doctors.closes.vi == "tuyển hoặc điều động thêm ít nhất 1 bác sĩ");
        CHECK(doctors.earliest == sys_days(2026y / 11 / 21) + std::chrono::days(90));
        CHECK(is_yes(item(found, requirement::staff, "nurse").met));
        CHECK(item(found, requirement::staff, "nurse").closes.empty());
        CHECK(is_yes(item(found, requirement::equipment, "CT scanner").met));
        CHECK(is_no(item(found, requirement::equipment, "ventilator").met));
        CHECK(item(found, requirement::equipment, "ventilator").closes.vi ==
              "mua sắm, tiếp nhận thêm ít nhất 4 máy thở");
        CHECK(is_no(item(found, requirement::structure).met));
        CHECK(!item(found, requirement::structure).earliest);  // no lead time stated
        CHECK(is_no(item(found, requirement::beds_).met));
        CHECK(is_no(item(found, requirement::licence).met));
        CHECK(is_no(item(found, requirement::level).met));
        CHECK(item(found, requirement::level).held.en == "initial level");
        CHECK(is_no(item(found, requirement::technique).met));
        CHECK(is_no(item(found, requirement::package).met));
        CHECK(is_unknown(item(found, requirement::accreditation).met));
        CHECK(is_unknown(item(found, requirement::volume).met));
        CHECK(item(found, requirement::volume).held.en == "250 to 350");
        CHECK(is_unknown(item(found, requirement::certificate).met));
        // 150 beds are two groups of 100: six doctors.
        bool by_beds = false;
        for (auto const& each : found.items) by_beds = by_beds || each.needed.en == "at least 6 (doctor)";
        CHECK(by_beds);
        CHECK(!found.earliest());
    }
    SECTION("sources that disagree leave it open; people known by name count") {
        staff(all, profession::doctor, 2, 2);
        staff(all, profession::doctor, 9, 9);
        CHECK(is_unknown(item(ask(), requirement::staff, "doctor").met));
        all.staffings.clear();
        for (auto const each : {"a", "b", "c", "d"}) {
            all.people.push_back({.id = person_id::checked(each),
                                  .profession = profession::doctor,
                                  .workplace = "north"_institution,
                                  .source = synthetic()});
        }
        CHECK(is_yes(item(ask(), requirement::staff, "doctor").met));
    }
    SECTION("certificates end when their programme says so") {
        all.people = {{.id = "a"_person,
                       .profession = profession::doctor,
                       .workplace = "north"_institution,
                       .source = synthetic()}};
        all.certificates = {{.id = "C1"_certificate,
                             .programme = "stroke-course"_programme,
                             .holder = "a"_person,
                             .issued = 2024y / 12 / 1,
                             .source = synthetic()}};
        auto const met = [&] { return item(ask(), requirement::certificate).met; };
        CHECK(is_yes(met()));
        auto const today = as_of(all, 2026y / 11 / 21);  // how certificates are to be read, nobody says
        CHECK(is_unknown(item(readiness_of(today, "north"_institution, "drip"_package), requirement::certificate).met));
        staff(all, profession::doctor, 1, 1);
        all.certificates[0].issued = 2024y / 11 / 21;  // 24 months later is the day itself
        CHECK(is_no(met()));
        all.certificates[0].issued = partial_date::month(2024y / 11);
        CHECK(is_unknown(met()));
        all.programmes[0].expiry = expires_each_year{partial_date::year_unknown(std::chrono::December / 31)};
        all.certificates[0].issued = 2026y / 1 / 5;
        CHECK(is_yes(met()));
        all.certificates[0].issued = 2025y / 12 / 30;
        CHECK(is_no(met()));
        all.programmes[0].expiry = never_expires{};
        CHECK(is_yes(met()));
        all.certificates[0].revoked = 2026y / 11 / 1;
        CHECK(is_no(met()));
        all.certificates[0].revoked.reset();
        all.programmes[0].expiry = expiry_not_stated{};
        CHECK(is_unknown(met()));
    }
    SECTION("whoever has everything is ready") {
        readiness_standard const modest{.staff = {{profession::nurse, people(1)}}};
        staff(all, profession::nurse, 5, 5);
        staff(all, profession::doctor, 4, 4);
        all.people = {{.id = "a"_person,
                       .profession = profession::doctor,
                       .workplace = "north"_institution,
                       .source = synthetic()}};
        all.programmes[0].expiry = never_expires{};
        all.certificates = {{.id = "C1"_certificate,
                             .programme = "stroke-course"_programme,
                             .holder = "a"_person,
                             .issued = 2024y / 12 / 1,
                             .source = synthetic()}};
        all.equipments = {
            {.institution = "north"_institution, .name = {"máy CT", ""}, .valid = always, .source = synthetic()}};
        all.gradings = {{.institution = "north"_institution,
                         .level = technical_level::specialised,
                         .valid = always,
                         .source = synthetic()}};
        made::add_list(all, "north", {"ct-scan"});
        auto const today = as_of(all, 2026y / 11 / 21);
        auto const certified = readers_of(all);
        auto const found = readiness_of(today, "north"_institution, "drip"_package, modest, {}, &certified);
        CHECK(is_yes(found.ready()));
        CHECK(found.earliest() == sys_days(2026y / 11 / 21));
    }
    SECTION("questions about nobody, or about a closed house, are problems") {
        made::institution_in(all, "north").operations = {{operation_status::closed, always, synthetic()}};
        auto const today = as_of(all, 2026y / 11 / 21);
        CHECK(
            readiness_of(today, "nobody"_institution, "drip"_package).problems.contains("unknown-institution"_finding));
        CHECK(readiness_of(today, "north"_institution, "none"_package).problems.contains("unknown-package"_finding));
        auto const closed = readiness_of(today, "north"_institution, "drip"_package);
        CHECK(closed.problems.contains("closed-institution"_finding));
        CHECK(!is_yes(closed.ready()));
    }
}

TEST_CASE("a planned campus is assessed with its planned resources, and the answer says planned") {
    auto all = recipient_of_demands();
    made::institution_in(all, "north").operations = {{operation_status::planned, always, synthetic()}};
    all.capacities = {
        {.institution = "north"_institution, .total = beds(1000), .valid = from(2028y / 1 / 1), .source = synthetic()}};
    staff(all, profession::nurse, 6, 6, from(2028y / 1 / 1));
    staff(all, profession::doctor, 30, 30, between(2020y / 1 / 1, 2021y / 1 / 1));  // over
    made::add_capability(all, "north", "ct-scan", stage::accepted, from(2028y / 1 / 1));
    auto const ask = [&] {
        auto const today = as_of(all, 2026y / 11 / 21);
        return readiness_of(today, "north"_institution, "drip"_package, everything_else());
    };
    auto const found = ask();
    CHECK(found.planned);
    CHECK(is_yes(item(found, requirement::beds_).met));
    CHECK(item(found, requirement::beds_).held.en == "1000 (planned)");
    CHECK(item(found, requirement::beds_).held.vi == "1000 (dự kiến)");
    CHECK(is_no(item(found, requirement::staff, "nurse").met));
    CHECK(is_yes(item(found, requirement::technique).met));
    CHECK(is_yes(item(found, requirement::package).met));  // its only technique is planned
    bool by_beds = false;
    for (auto const& each : found.items) {
        by_beds = by_beds || each.needed.en == "at least 30 (doctor)";
        if (each.kind == requirement::staff && each.about == "doctor") CHECK(is_unknown(each.met));
    }
    CHECK(by_beds);

    made::institution_in(all, "north").operations = {{operation_status::operating, always, synthetic()}};
    auto const works = ask();
    CHECK(!works.planned);
    CHECK(is_unknown(item(works, requirement::beds_).met));  // what will be there later does not count
}
