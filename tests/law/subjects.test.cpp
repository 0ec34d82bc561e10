#include <lienvien/law/vietnam/continuing_education.hpp>
#include <lienvien/law/vietnam/electronic_records.hpp>
#include <lienvien/law/vietnam/emergency_teams.hpp>
#include <lienvien/law/vietnam/hospital_classes.hpp>
#include <lienvien/law/vietnam/infection_control.hpp>
#include <lienvien/law/vietnam/levels.hpp>
#include <lienvien/law/vietnam/practitioners.hpp>
#include <lienvien/law/vietnam/provinces.hpp>
#include <lienvien/law/vietnam/register.hpp>
#include <lienvien/law/vietnam/remote_treatment.hpp>
#include <lienvien/law/vietnam/rotation.hpp>
#include <lienvien/law/vietnam/technique_transfer.hpp>
#include <lienvien/law/vietnam/telemedicine.hpp>
#include <lienvien/law/vietnam/transfer_papers.hpp>
#include <lienvien/law/vietnam/vaccination.hpp>
#include <lienvien/rules/decide.hpp>

#include <support/catch.hpp>

#include <fstream>
#include <network/made.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// The law of Viet Nam, subject by subject: both sides of each boundary of day and number. People, hospitals and documents are
// made up; the rules are those of the library.

using namespace made;
using namespace lienvien::vietnam;

namespace {

constexpr auto yes = truth::yes;
constexpr auto no = truth::no;
constexpr auto open = truth::unknown;

constexpr sys_days on(int year, unsigned month, unsigned day_of_month) {
    return day(year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day_of_month)));
}
constexpr sys_days today = on(2026, 11, 21);
grading_score points(std::string_view digits) { return *grading_score::parse(digits); }

}  // namespace

TEST_CASE("hospital classes: the old tier follows class and owner, and only where unverified rules are asked for") {
    using enum hospital_class;
    constexpr auto ministry_of_health = hospital_owner::ministry_of_health;
    constexpr auto province_or_other_ministry = hospital_owner::province_or_other_ministry;
    auto const tier = [](hospital_class of, hospital_owner under, truth last_line = open,
                         sys_days day = on(2024, 1, 1)) {
        return tier_of_class(of, under, last_line, day, unverified::use);
    };
    for (auto const under : {hospital_owner::not_known, ministry_of_health, province_or_other_ministry}) {
        CHECK(tier(special, under) == legacy_tier::central);
        CHECK(tier(class_ii, under) == legacy_tier::provincial);
        CHECK(tier(hospital_class::not_known, under) == legacy_tier::not_known);
    }
    CHECK(tier(class_i, ministry_of_health) == legacy_tier::central);
    CHECK(tier(class_i, province_or_other_ministry, yes) == legacy_tier::central);
    CHECK(tier(class_i, province_or_other_ministry, no) == legacy_tier::provincial);
    CHECK(tier(class_i, province_or_other_ministry) == legacy_tier::not_known);
    CHECK(tier(class_i, hospital_owner::not_known, no) == legacy_tier::not_known);
    for (auto const low : {class_iii, class_iv}) {
        CHECK(tier(low, ministry_of_health) == legacy_tier::provincial);
        CHECK(tier(low, province_or_other_ministry) == legacy_tier::district);
        CHECK(tier(low, hospital_owner::not_known) == legacy_tier::not_known);
    }
    CHECK(tier(special, ministry_of_health, open, on(2024, 10, 17)) == legacy_tier::central);
    CHECK(tier(special, ministry_of_health, open, on(2024, 10, 18)) == legacy_tier::not_known);
    CHECK(tier_of_class(special, ministry_of_health, no, on(2024, 1, 1), unverified::leave_out) ==
          legacy_tier::not_known);
}

TEST_CASE("infection control: one person for every 150 beds, where unverified rules are asked for") {
    auto const enough = [](std::int64_t all, std::int64_t full_time, sys_days day = today) {
        return has_enough_infection_control(beds(all), people(full_time), day, unverified::use);
    };
    CHECK(enough(150, 1) == yes);
    CHECK(enough(151, 1) == no);
    CHECK(enough(300, 2) == yes);
    CHECK(enough(301, 2) == no);
    CHECK(enough(0, 0) == yes);
    CHECK(enough(150, 1, on(2018, 10, 1)) == yes);
    CHECK(enough(150, 1, on(2018, 9, 30)) == open);
    CHECK(has_enough_infection_control(std::nullopt, people(9), today, unverified::use) == open);
    CHECK(has_enough_infection_control(beds(1), std::nullopt, today, unverified::use) == open);
    CHECK(has_enough_infection_control(beds(1), people(9), today, unverified::leave_out) == open);
}

TEST_CASE("levels: a score of 70 makes a hospital specialised, below it is basic, provisional is basic") {
    auto const level = [](std::string_view score, bool provisional = false, sys_days day = today) {
        return level_of(points(score), provisional, day);
    };
    CHECK(level("70").level == technical_level::specialised);
    CHECK(level("100").level == technical_level::specialised);
    CHECK(level("69.99").level == technical_level::basic);
    CHECK(level("0").level == technical_level::basic);
    CHECK(level("72", true).level == technical_level::basic);
    CHECK(level_of(std::nullopt, true, today).level == technical_level::basic);
    CHECK(to_string(*level_of(std::nullopt, true, today).basis, language::en) ==
          "Decree 188/2025/NĐ-CP, article 19 clause 1");
    CHECK(to_string(*level("70").basis, language::vi) == "Nghị định 96/2023/NĐ-CP, Phụ lục V");
    CHECK(level_of(std::nullopt, false, today).outcome == selection::facts_missing);
    CHECK(level("72", false, on(2023, 12, 31)).outcome == selection::not_in_force);
    CHECK(level("72", false, on(2024, 1, 1)).outcome == selection::applies);
    CHECK(level("72", true, on(2025, 6, 30)).outcome == selection::not_in_force);
    CHECK(level("72", true, on(2025, 7, 1)).outcome == selection::applies);
    CHECK(band_of(points("49.99"), false) == score_band::below_50);
    CHECK(band_of(points("50"), false) == score_band::from_50_below_70);
    CHECK(band_of(points("69.99"), false) == score_band::from_50_below_70);
    CHECK(band_of(points("70"), false) == score_band::from_70);
    CHECK(band_of(points("70"), true) == score_band::below_50);
    CHECK(band_of(std::nullopt, false) == score_band::not_known);
}

TEST_CASE("levels: tasks add up from below, technique transfer is one of the specialised level alone") {
    for (auto const& [level, transfers, inpatients, primary] :
         {std::tuple(technical_level::initial, no, no, yes), std::tuple(technical_level::basic, no, yes, yes),
          std::tuple(technical_level::specialised, yes, yes, yes),
          std::tuple(technical_level::not_known, open, open, open)}) {
        CHECK(is_task_of(level_task::technique_transfer, level, today) == transfers);
        CHECK(is_task_of(level_task::general_inpatient_care, level, today) == inpatients);
        CHECK(is_task_of(level_task::outpatient_and_primary_care, level, today) == primary);
    }
    CHECK(is_task_of(level_task::technique_transfer, technical_level::specialised, on(2023, 12, 31)) == open);
    std::set<std::string_view> names;
    for (auto const& each : level_tasks) CHECK(names.insert(each.id.view()).second);
    CHECK(names.size() == 11);
}

TEST_CASE("levels: the tier counts as it stood on 2024-12-31, whatever came later") {
    network all;
    add_hospital(all, "a");
    auto const stand = [&](legacy_tier tier, validity valid) {
        all.legacy_standings.push_back(
            {.institution = named("a"), .tier = tier, .valid = valid, .source = synthetic()});
    };
    CHECK(frozen_tier(all, named("a")) == legacy_tier::not_known);
    stand(legacy_tier::district, until(2024y / 12 / 31));
    CHECK(frozen_tier(all, named("a")) == legacy_tier::not_known);
    stand(legacy_tier::provincial, from(2024y / 12 / 31));
    CHECK(frozen_tier(all, named("a")) == legacy_tier::provincial);
    stand(legacy_tier::central, from(2025y / 1 / 1));
    CHECK(frozen_tier(all, named("a")) == legacy_tier::provincial);
    auto const found = check_levels(all);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "vn.tier-after-freeze"_finding);
    CHECK(found[0].place.pointer == "/legacy_standings/2");
    stand(legacy_tier::central, from(2024y / 1 / 1));
    CHECK(frozen_tier(all, named("a")) == legacy_tier::not_known);  // two tiers on one day settle nothing
}

TEST_CASE("levels: a level that its score does not lead to is a finding") {
    network all;
    for (auto const* id : {"a", "b", "c", "d", "e", "f"}) add_hospital(all, id);
    institution_in(all, "f").place.country = "JP";
    auto const grade = [&](std::string_view id, technical_level level, std::optional<grading_score> score,
                           bool provisional, validity valid = from(2025y / 1 / 1)) {
        all.gradings.push_back({.institution = named(id),
                                .level = level,
                                .score = score,
                                .provisional = provisional,
                                .valid = valid,
                                .source = synthetic()});
    };
    grade("a", technical_level::specialised, points("70"), false);
    grade("b", technical_level::basic, points("69.99"), false);
    grade("c", technical_level::basic, std::nullopt, true);
    CHECK(check_levels(all).empty());
    grade("a", technical_level::specialised, points("69.99"), false);
    grade("b", technical_level::basic, points("70"), false);
    grade("c", technical_level::specialised, std::nullopt, true);
    grade("d", technical_level::initial, points("40"), false);
    grade("e", technical_level::basic, points("40"), false, from(2023y / 12 / 31));
    grade("f", technical_level::specialised, points("10"), false);  // another country has its own law
    auto const found = check_levels(all);
    REQUIRE(found.size() == 5);
    CHECK(found[0].code == "vn.level-contradicts-score"_finding);
    CHECK(found[0].place.pointer == "/gradings/3");
    CHECK(found[0].message.en ==
          "the score 69.99 leads to the basic level; here it is the specialised level (Decree 96/2023/NĐ-CP, annex V)");
    CHECK(found[1].subject == "grading b");
    CHECK(found[2].code == "vn.provisional-not-basic"_finding);
    CHECK(found[3].subject == "grading d");
    CHECK(found[4].code == "vn.level-before-its-law"_finding);
    CHECK(found[4].severity == severity::warning);
}

TEST_CASE("technique transfer: a facility of the specialised level may, others are not provided for") {
    network all;
    for (auto const* id : {"giver", "basic", "learner", "abroad"}) add_hospital(all, id);
    institution_in(all, "abroad").place.country = "JP";
    all.gradings.push_back(
        {.institution = named("giver"), .level = technical_level::specialised, .valid = always, .source = synthetic()});
    all.gradings.push_back(
        {.institution = named("basic"), .level = technical_level::basic, .valid = always, .source = synthetic()});
    auto const ask = [&](std::string_view from_site, year_month_day day = 2026y / 11 / 21) {
        auto const now = as_of(all, day);
        patient_need const need{.id = "n"_need, .origin = named(from_site), .source = synthetic()};
        return why(decide(now, who_may_transfer_techniques, need), named("learner"))->verdict.outcome;
    };
    CHECK(ask("giver") == outcome::permitted);
    CHECK(ask("basic") == outcome::not_provided_for);
    CHECK(ask("abroad") == outcome::not_provided_for);
    CHECK(ask("learner") == outcome::forbidden);
    CHECK(ask("giver", 2023y / 12 / 31) == outcome::not_in_force);
    CHECK(ask("giver", 2024y / 1 / 1) == outcome::permitted);
    all.gradings.clear();
    CHECK(ask("giver") == outcome::facts_missing);
}

TEST_CASE("technique lists: annex 01 until 2027-12-31, annex 02 after it, and what was approved goes on") {
    auto const list = [](sys_days day) {
        auto const found = applicable(technique_list_regimes, day);
        return found ? std::string(found.chosen->value.list.en) : std::string(name_of(found.outcome));
    };
    CHECK(list(on(2014, 12, 31)) == "not_in_force");
    CHECK(list(on(2024, 10, 17)) == "list of Circular 43/2013");
    CHECK(list(on(2024, 10, 18)) == "annex 01");
    CHECK(list(on(2026, 6, 30)) == "annex 01");
    CHECK(list(on(2026, 7, 1)) == "annex 01");  // the first text said annex 02 from here; the later one prevails
    CHECK(list(on(2027, 12, 31)) == "annex 01");
    CHECK(list(on(2028, 1, 1)) == "annex 02");
    auto const now = applicable(technique_list_regimes, today);
    CHECK(now.chosen->id == "vn.23-2024.1.1a.amended"_rule);
    CHECK(now.decided_by == selection_step::posterior);
    CHECK(now.chosen->value.rows == 19438);
    CHECK(now.chosen->value.chapters == 28);
    CHECK(technique_list_for(on(2020, 1, 1), on(2027, 12, 31)).chosen->id == "vn.43-2013.list"_rule);
    CHECK(technique_list_for(on(2020, 1, 1), on(2028, 1, 1)).chosen->value.rows == 9128);
    CHECK(technique_list_for(on(2025, 1, 1), today).chosen->id == "vn.23-2024.1.1a"_rule);
}

TEST_CASE("technique transfer: the evidence pair of form 05/DM is whole and within the contract") {
    using rows = std::vector<transferred_service_row>;
    auto const codes = [](rows const& given, std::int64_t quantity) {
        std::vector<std::string> found;
        for (auto const& each : check_transfer_evidence(given, "01001", items(quantity))) {
            found.push_back(std::string(each.code.view()) + each.place.pointer);
        }
        return found;
    };
    CHECK(codes({{"s1", "01001", items(3)}, {"s2", "01001", items(2)}, {"s3"}}, 5).empty());
    CHECK(codes({{"s1", "01001", items(3)}, {"s2", "01001", items(3)}, {"s3", "01001", items(1)}}, 5) ==
          std::vector<std::string>{"vn.transfer-number-exceeded/1"});
    CHECK(codes({{"s1", "01001"}, {"s2", "", items(1)}, {"s3", "", items(0)}, {"s4", "79009", items(9)}}, 5) ==
          std::vector<std::string>{"vn.transfer-number-missing/0", "vn.transfer-giver-missing/1"});
}

TEST_CASE("telemedicine: a facility may start when posted, or when ten days have passed without a reply") {
    telemedicine_declaration declared{.received = on(2026, 3, 2)};
    CHECK(first_day_of_telemedicine(declared) == on(2026, 3, 12));
    declared.posted = on(2026, 3, 5);
    CHECK(first_day_of_telemedicine(declared) == on(2026, 3, 5));
    declared.posted = on(2026, 3, 20);
    CHECK(first_day_of_telemedicine(declared) == on(2026, 3, 12));
    declared.replied = on(2026, 3, 11);
    CHECK(first_day_of_telemedicine(declared) == on(2026, 3, 20));
    declared.posted.reset();
    CHECK_FALSE(first_day_of_telemedicine(declared));
    declared.replied = on(2026, 3, 12);  // too late to stop it
    CHECK(first_day_of_telemedicine(declared) == on(2026, 3, 12));
    CHECK(check_declaration(declared, on(2026, 3, 11)).outcome() == compliance::not_met);
    CHECK(check_declaration(declared, on(2026, 3, 12)).outcome() == compliance::met);
    CHECK(check_declaration(std::nullopt, today).outcome() == compliance::not_met);
    CHECK(check_declaration(declared, on(2023, 12, 31)).outcome() == compliance::not_in_force);
    CHECK(to_string(tacit_start.basis, language::vi) == "Nghị định 96/2023/NĐ-CP, Điều 87, khoản 1 đến khoản 3");
    CHECK(to_string(tacit_start.basis, language::en) == "Decree 96/2023/NĐ-CP, article 87, clauses 1 to 3");
}

TEST_CASE("telemedicine: five heads of a contract, local responsibility, reports, prices and insurance") {
    std::vector<contract_head> heads;
    for (auto const& each : contract_heads) heads.push_back(each.value);
    CHECK(check_contract(heads, today).outcome() == compliance::met);
    CHECK(check_contract(heads, today).rulings().size() == 5);
    heads.erase(heads.begin() + 2);
    auto const lacking = check_contract(heads, today);
    CHECK(lacking.outcome() == compliance::not_met);
    CHECK(lacking.problems("contract")[0].code == "vn.96-2023.87.11.storage"_finding);
    using mode = telemedicine_mode;
    for (auto const& [which, contract, price, local] :
         {std::tuple(mode::direct_to_patient, open, price_basis::not_stated, false),
          std::tuple(mode::through_receiving_facility, yes, price_basis::each_for_its_part, false),
          std::tuple(mode::support_between_facilities, yes, price_basis::supported_facility, true),
          std::tuple(mode::remote_consultation_board, open, price_basis::not_stated, false)}) {
        CHECK(needs_contract(which) == contract);
        CHECK(prices_in(which) == price);
        CHECK((responsible_in(which) == answers_for_result::practitioner_of_supported_facility) == local);
        CHECK(parse_name<mode>(name_of(which)).value() == which);
    }
    CHECK(telemedicine_modes.size() == 4);
    support_record done{.patient_told = yes, .result_written = yes, .last_year_reported = 2025};
    CHECK(check_support(done, 2025, today).outcome() == compliance::met);
    CHECK(check_support(done, 2026, today).outcome() == compliance::met);  // the year is not over
    CHECK(check_support(done, 2026, on(2027, 1, 1)).outcome() == compliance::not_met);
    done.last_year_reported.reset();
    CHECK(check_support(done, 2025, today).outcome() == compliance::facts_missing);
    // Law 15/2023 art. 64(1) speaks of consultations: support without one has no result to write.
    support_record plain{.patient_told = yes, .last_year_reported = 2025, .consultation = no};
    CHECK(check_support(plain, 2025, today).outcome() == compliance::met);
    CHECK(check_support(plain, 2025, today).find("vn.15-2023.64.1"_rule) == nullptr);
    plain.consultation = yes;
    CHECK(check_support(plain, 2025, today).outcome() == compliance::facts_missing);
    plain.result_written = no;
    CHECK(check_support(plain, 2025, today).outcome() == compliance::not_met);
    plain.consultation = open;
    CHECK(check_support(plain, 2025, today).outcome() == compliance::facts_missing);
    CHECK(check_insurance(yes, no, today).outcome() == compliance::met);
    CHECK(check_insurance(yes, yes, today).outcome() == compliance::not_met);
    CHECK(check_insurance(no, no, today).outcome() == compliance::not_met);
    CHECK(check_insurance(open, no, today).outcome() == compliance::facts_missing);
    CHECK(is_unknown(in_force_on(keep_telemedicine_record, today)));
    CHECK(is_yes(in_force_on(keep_telemedicine_record, on(2023, 12, 31))));
}

TEST_CASE("telemedicine: treatment at a distance only of loaded diseases, or in a pilot with cases left") {
    auto const read = read_diseases("# made up\nI10, E10.9-E14.9\nA15-A19  # a range\r\n", synthetic());
    CHECK(read.findings.empty());
    auto const& list = read.list;
    for (auto const* code : {"I10", "I10.1", "E10.9", "E11", "E13.4", "E14.9", "A15", "A17.2", "A19", "A19.9"}) {
        CHECK(list.covers(icd10_code::checked(code)));
    }
    for (auto const* code : {"I11",
                             "I1"
                             "2",
                             "E10", "E10.8", "E15", "A14", "A20", "I63.9"}) {
        CHECK_FALSE(list.covers(icd10_code::checked(code)));
    }
    auto const bad = read_diseases("I10\nhello, A19-A15\nE1\n", synthetic());
    CHECK(bad.list.diseases.size() == 1);
    REQUIRE(bad.findings.size() == 3);
    CHECK(bad.findings[0].place.line == 2);
    CHECK(bad.findings[2].place.line == 3);
    auto const ask = [&](char const* code, std::optional<disease_list> const& loaded,
                         std::vector<pilot_permit> const& pilots = {}, sys_days day = today) {
        return check_remote_treatment(icd10_code::checked(code), loaded, pilots, day).outcome();
    };
    CHECK(ask("I10", list) == compliance::met);
    CHECK(ask("I63.9", list) == compliance::not_met);  // a stroke is work of support, not of remote treatment
    CHECK(ask("I63.9", std::nullopt) == compliance::facts_missing);
    CHECK(ask("I10", list, {}, on(2023, 12, 31)) == compliance::not_in_force);
    pilot_permit pilot{.document = "1/made-up",
                       .diseases = {{"I63"_icd10, "I63"_icd10}},
                       .quota = items(2),
                       .done = items(1),
                       .valid = between(2026y / 1 / 1, 2027y / 1 / 1),
                       .source = synthetic()};
    CHECK(ask("I63.9", list, {pilot}) == compliance::met);
    CHECK(ask("I63.9", std::nullopt, {pilot}) == compliance::met);
    CHECK(ask("I64", list, {pilot}) == compliance::not_met);
    CHECK(ask("I63.9", list, {pilot}, on(2027, 1, 1)) == compliance::not_met);
    pilot.done = items(2);
    CHECK(ask("I63.9", list, {pilot}) == compliance::not_met);
}

TEST_CASE("continuing education: 120 hours in five consecutive years") {
    auto const hours = [](sys_days day, std::int64_t number) {
        return education_activity{
            .on = day, .form = education_form::short_course, .provider = education_provider::school, .units = number};
    };
    auto const first = on(2024, 3, 1);
    auto const check = [&](std::vector<education_activity> const& done, sys_days day,
                           unverified weak = unverified::leave_out) {
        return check_continuing_education(done, first, leap_day::on_1_march, credit_conversions, weak, day).outcome();
    };
    CHECK(check({hours(first, 120)}, first) == compliance::met);
    CHECK(check({hours(first, 119)}, on(2029, 2, 28)) == compliance::facts_missing);  // the five years are not over
    CHECK(check({hours(first, 119)}, on(2029, 3, 1)) == compliance::not_met);
    CHECK(check({hours(first, 60), hours(on(2029, 2, 28), 60)}, on(2029, 3, 1)) == compliance::met);
    CHECK(check({hours(first, 60), hours(on(2029, 3, 1), 60)}, on(2029, 3, 1)) == compliance::not_met);
    CHECK(check({hours(on(2024, 2, 29), 200)}, on(2029, 3, 1)) == compliance::not_met);
    CHECK(check({hours(on(2028, 1, 1), 200)}, on(2027, 1, 1)) == compliance::facts_missing);  // not yet taken
    auto other = hours(first, 200);
    other.provider = education_provider::other;
    CHECK(check({other}, on(2029, 3, 1)) == compliance::not_met);
    other.provider = education_provider::not_known;
    CHECK(check({other}, on(2029, 3, 1)) == compliance::facts_missing);
    education_activity cases{.on = first,
                             .form = education_form::case_discussion,
                             .provider = education_provider::health_facility,
                             .units = 240};
    CHECK(check({cases}, on(2029, 3, 1)) == compliance::facts_missing);  // its conversion is not verified
    CHECK(check({cases}, on(2029, 3, 1), unverified::use) == compliance::met);
    cases.units = 239;
    CHECK(check({cases}, on(2029, 3, 1), unverified::use) == compliance::not_met);
    cases.stated = credit_hours(120);
    CHECK(check({cases}, on(2029, 3, 1)) == compliance::met);
    CHECK(years_later(on(2024, 2, 29), 5, leap_day::on_28_february) == on(2029, 2, 28));
    CHECK(years_later(on(2024, 2, 29), 5, leap_day::on_1_march) == on(2029, 3, 1));
    CHECK(years_later(on(2024, 2, 29), 4, leap_day::on_1_march) == on(2028, 2, 29));
    CHECK(check_continuing_education({}, on(2018, 1, 1), leap_day::on_1_march, credit_conversions,
                                     unverified::leave_out, on(2023, 12, 31))
              .outcome() == compliance::not_in_force);
}

TEST_CASE("pharmacists: an update within three years of the certificate or of the last confirmation") {
    auto const check = [](std::vector<pharmacist_update> const& updates, sys_days day) {
        return check_pharmacist(on(2020, 5, 10), updates, credit_hours(8), leap_day::on_28_february, day).outcome();
    };
    CHECK(check({}, on(2023, 5, 10)) == compliance::met);
    CHECK(check({}, on(2023, 5, 11)) == compliance::not_met);
    CHECK(check({{on(2023, 5, 10), credit_hours(8)}}, on(2026, 5, 10)) == compliance::met);
    CHECK(check({{on(2023, 5, 10), credit_hours(8)}}, on(2026, 5, 11)) == compliance::not_met);
    CHECK(check({{on(2023, 5, 11), credit_hours(8)}}, on(2024, 1, 1)) == compliance::not_met);
    CHECK(check({{on(2023, 5, 10), credit_hours(7)}}, on(2024, 1, 1)) == compliance::not_met);
    CHECK_FALSE(pharmacy_certificate_expires.value);
}

TEST_CASE("practitioners: notices in time, at most five trainees, no overlapping practice") {
    auto const monday_to_friday = [](sys_days day) {
        auto const weekday = std::chrono::weekday(day).iso_encoding();
        return weekday <= 5 && day != on(2026, 11, 24);  // Viet Nam Culture Day
    };
    CHECK(leaving_notice_due(on(2026, 11, 16), monday_to_friday) == on(2026, 11, 19));
    CHECK(leaving_notice_due(on(2026, 11, 20), monday_to_friday) == on(2026, 11, 26));
    auto const leaving = [&](std::optional<sys_days> told, sys_days day) {
        return check_leaving_notice(on(2026, 11, 20), told, monday_to_friday, day).outcome();
    };
    CHECK(leaving(on(2026, 11, 26), today + std::chrono::days(30)) == compliance::met);
    CHECK(leaving(on(2026, 11, 27), today + std::chrono::days(30)) == compliance::not_met);
    CHECK(leaving(std::nullopt, on(2026, 11, 26)) == compliance::facts_missing);
    CHECK(leaving(std::nullopt, on(2026, 11, 27)) == compliance::not_met);
    joining of{.joined = on(2026, 11, 1), .list_sent = on(2026, 11, 11), .registered = on(2026, 11, 15)};
    CHECK(check_joining(of, today).outcome() == compliance::met);
    of.list_sent = on(2026, 11, 12);
    CHECK(check_joining(of, today).outcome() == compliance::not_met);
    of.list_sent = on(2026, 11, 11);
    of.first_practised = on(2026, 11, 14);
    CHECK(check_joining(of, today).find("vn.96-2023.27.12.registered"_rule)->met == no);
    of.first_practised = on(2026, 11, 15);
    CHECK(check_joining(of, today).outcome() == compliance::met);

    std::vector<guidance> guided;
    auto const guide = [&](std::string_view trainee, validity valid = always) {
        guided.push_back({"guide"_person, person_id::checked(trainee), valid});
    };
    for (auto const* id : {"t1", "t2", "t3", "t4", "t5"}) guide(id);
    guide("t1");  // written twice
    guide("t6", until(2026y / 11 / 21));
    CHECK(check_guides(guided, today).outcome() == compliance::met);
    CHECK(check_guides(guided, on(2026, 11, 20)).outcome() == compliance::not_met);
    guide("t7", validity{});
    CHECK(check_guides(guided, today).outcome() == compliance::facts_missing);
    guided.push_back({"other-guide"_person, "t9"_person, always});
    CHECK(check_guides(guided, today).rulings().size() == 2);

    using namespace std::chrono;
    practice_time const here{"p"_person, "a"_institution, Monday, 8h, 4h, always};
    auto there = [&](weekday day, minutes from, minutes lasts, validity valid = always) {
        return check_practice_times({here, {"p"_person, "b"_institution, day, from, lasts, valid}});
    };
    CHECK(there(Monday, 12h, 4h).empty());
    CHECK(there(Monday, 12h - 1min, 4h).size() == 1);
    CHECK(there(Monday, 7h, 1h).empty());
    CHECK(there(Monday, 7h, 61min).size() == 1);
    CHECK(there(Tuesday, 8h, 4h).empty());
    CHECK(there(Sunday, 22h, 10h).empty());  // over midnight, up to eight on Monday
    CHECK(there(Sunday, 22h, 10h + 1min).size() == 1);
    auto ended = here;
    ended.valid = until(2026y / 6 / 1);
    auto const maybe = check_practice_times({ended, {"p"_person, "b"_institution, Monday, 8h, 4h, validity{}}});
    REQUIRE(maybe.size() == 1);
    CHECK(maybe[0].severity == severity::warning);
    CHECK(check_practice_times({ended, {"p"_person, "b"_institution, Monday, 8h, 4h, from(2026y / 6 / 1)}}).empty());
    CHECK(check_practice_times({here, here}).empty());  // one facility
    CHECK(check_practice_times({here, {"q"_person, "b"_institution, Monday, 8h, 4h, always}}).empty());
}

TEST_CASE("vaccination: screening, 30 minutes, 24 hours, and what a severe reaction asks for") {
    using namespace std::chrono;
    auto const dose = [](truth screened, std::optional<minutes> watched, std::optional<hours> home, sys_days day) {
        return check_dose({screened, watched, home}, day).outcome();
    };
    CHECK(dose(yes, 30min, 24h, today) == compliance::met);
    CHECK(dose(no, 30min, 24h, today) == compliance::not_met);
    CHECK(dose(yes, 29min, 24h, today) == compliance::not_met);
    CHECK(dose(yes, 30min, 23h, today) == compliance::not_met);
    CHECK(dose(yes, std::nullopt, 24h, today) == compliance::facts_missing);
    CHECK(dose(yes, 30min, 24h, on(2026, 6, 30)) == compliance::not_in_force);
    CHECK(dose(yes, 30min, 24h, on(2026, 7, 1)) == compliance::met);
    minute_of_time const happened = sys_days(2026y / 8 / 3) + 2h;
    severe_reaction what{happened, yes, yes, happened + 24h, happened + 10min};
    auto const later = happened + days(9);
    CHECK(check_severe_reaction(what, later).outcome() == compliance::met);
    what.told_department = happened + 24h + 1min;
    CHECK(check_severe_reaction(what, later).problems("x")[0].code == "vn.13-2026.15.5a.department"_finding);
    what.told_department.reset();
    CHECK(check_severe_reaction(what, happened + 24h).outcome() == compliance::facts_missing);
    CHECK(check_severe_reaction(what, happened + 24h + 1min).outcome() == compliance::not_met);
    what = {happened, no, yes, happened, happened};
    CHECK(check_severe_reaction(what, later).outcome() == compliance::not_met);
    what = {happened, yes, no, happened, happened};
    CHECK(check_severe_reaction(what, later).outcome() == compliance::not_met);
    // 17:30 of 30 June in UTC is 1 July in Viet Nam.
    what.happened = sys_days(2026y / 6 / 30) + 17h + 30min;
    CHECK(check_severe_reaction(what, later).outcome() == compliance::not_met);
    what.happened = sys_days(2026y / 6 / 30) + 16h + 59min;
    CHECK(check_severe_reaction(what, later).outcome() == compliance::not_in_force);
    CHECK(monthly_report_due(2026y / 12) == on(2027, 1, 2));
    CHECK(yearly_report_due(2026y) == on(2027, 1, 12));
    CHECK(site_conditions_on(on(2026, 6, 30)).outcome == selection::not_in_force);
    CHECK(site_conditions_on(on(2027, 6, 30)).chosen->value == site_conditions::of_decree_104_2016);
    CHECK(site_conditions_on(on(2027, 7, 1)).chosen->value == site_conditions::of_decree_165_2026);
    CHECK(check_site_staff({people(1), people(0)}, unverified::leave_out, today).outcome() == compliance::not_in_force);
    CHECK(check_site_staff({people(3), people(2)}, unverified::use, today).outcome() == compliance::met);
    CHECK(check_site_staff({people(3), people(2)}, unverified::use, on(2026, 6, 30)).outcome() ==
          compliance::not_in_force);
    CHECK(check_site_staff({people(3), people(1)}, unverified::use, today).outcome() == compliance::not_met);
    CHECK(check_site_staff({people(2), people(2)}, unverified::use, today).outcome() == compliance::not_met);
}

TEST_CASE("emergency teams: anaphylaxis as content of training, a stroke team below 100 patients a year") {
    CHECK(adrenaline_is_taught(anaphylaxis_grade::grade_i) == no);
    CHECK(adrenaline_is_taught(anaphylaxis_grade::grade_ii) == yes);
    CHECK(adrenaline_is_taught(anaphylaxis_grade::grade_iv) == yes);
    CHECK(adrenaline_is_taught(anaphylaxis_grade::not_known) == open);
    auto const team = [](std::int64_t patients, std::int64_t doctors, std::int64_t nurses) {
        return check_stroke_team(cases_per_year(patients), people(doctors), people(nurses), today).outcome();
    };
    CHECK(team(99, 1, 1) == compliance::met);
    CHECK(team(99, 0, 1) == compliance::not_met);
    CHECK(team(99, 1, 0) == compliance::not_met);
    CHECK(team(100, 0, 0) == compliance::not_in_force);  // no rule on a team: a unit or centre is asked for
    CHECK(check_stroke_team(std::nullopt, people(9), people(9), today).outcome() == compliance::facts_missing);
    stroke_thresholds const ours{cases_per_year(300), cases_per_year(1000)};
    auto const kind = [&](std::int64_t patients) {
        return stroke_organisation_for(cases_per_year(patients), ours, today);
    };
    CHECK(kind(99) == stroke_organisation::team);
    CHECK(kind(100) == stroke_organisation::not_known);
    CHECK(kind(300) == stroke_organisation::unit);
    CHECK(kind(1000) == stroke_organisation::department_or_centre);
    CHECK(stroke_organisation_for(std::nullopt, ours, today) == stroke_organisation::not_known);
}

TEST_CASE("electronic records: hospitals by 2025-09-30, others by 2026-12-31, and a gap between two circulars") {
    auto const check = [](institution_kind kind, std::optional<sys_days> finished, sys_days day, truth courses = yes) {
        return check_electronic_records(kind, courses, finished, day).outcome();
    };
    auto const hospital = institution_kind::hospital;
    CHECK(check(hospital, on(2025, 9, 30), today) == compliance::met);
    CHECK(check(hospital, on(2025, 10, 1), today) == compliance::not_met);
    CHECK(check(hospital, std::nullopt, on(2025, 9, 30)) == compliance::facts_missing);
    CHECK(check(hospital, std::nullopt, on(2025, 10, 1)) == compliance::not_met);
    CHECK(check(institution_kind::clinic, std::nullopt, on(2026, 12, 31)) == compliance::facts_missing);
    CHECK(check(institution_kind::clinic, std::nullopt, on(2027, 1, 1)) == compliance::not_met);
    CHECK(check(institution_kind::clinic, std::nullopt, on(2027, 1, 1), open) == compliance::facts_missing);
    CHECK(check(institution_kind::pharmacy, std::nullopt, on(2027, 1, 1), no) == compliance::not_in_force);
    CHECK(check(institution_kind::not_known, on(2026, 1, 1), today) == compliance::facts_missing);
    CHECK(check(institution_kind::not_known, on(2025, 9, 1), today) == compliance::met);
    auto const rules = [](sys_days day) { return applicable(electronic_record_rules, day); };
    CHECK(rules(on(2025, 6, 5)).chosen->value == record_rules::of_circular_46_2018);
    CHECK(rules(on(2025, 6, 6)).outcome == selection::not_in_force);
    CHECK(rules(on(2025, 7, 20)).outcome == selection::not_in_force);
    CHECK(rules(on(2025, 7, 21)).chosen->value == record_rules::of_circular_13_2025);
    CHECK(is_no(in_force_on(transfer_summary_groups[0], on(2026, 12, 31))));
    CHECK(is_yes(in_force_on(transfer_summary_groups[0], on(2027, 1, 1))));
}

TEST_CASE(
    "transfers: the procedure of article 7 is asked only when weak provisions are, and in part only in emergencies") {
    auto const on = day(2024y / 6 / 3);
    procedure_steps taken{.emergency = truth::no, .done = {}};
    CHECK(check_transfer_procedure(taken, on, unverified::leave_out).outcome() == compliance::not_in_force);
    CHECK(check_transfer_procedure(taken, day(2014y / 5 / 31), unverified::use).outcome() == compliance::not_in_force);
    auto const ask = [&] { return check_transfer_procedure(taken, on, unverified::use); };
    CHECK(ask().rulings().size() == 5);
    CHECK(ask().outcome() == compliance::facts_missing);
    auto const done = [&](procedure_step step) -> truth& { return taken.done[static_cast<std::size_t>(step)]; };
    done(procedure_step::tell_the_reason) = truth::yes;
    CHECK(ask().outcome() == compliance::facts_missing);
    done(procedure_step::hand_over) = truth::yes;
    CHECK(ask().outcome() == compliance::met);
    // In an emergency three more steps are asked for, each of which decides.
    taken.emergency = truth::yes;
    CHECK(ask().outcome() == compliance::facts_missing);
    for (auto const step :
         {procedure_step::contact_receiver, procedure_step::check_state, procedure_step::transport_and_escort})
        done(step) = truth::yes;
    CHECK(ask().outcome() == compliance::met);
    for (std::size_t step = 0; step < procedure_step_count; ++step) {
        taken.done[step] = truth::no;
        CHECK(ask().outcome() == compliance::not_met);
        CHECK(is_no(ask().rulings()[step].met));
        CHECK(ask().problems("referral r").size() == 1);
        taken.done[step] = truth::yes;
    }
    // Where it is not known whether it is an emergency, what was done is met anyway, and what was not is open.
    taken.emergency = truth::unknown;
    CHECK(ask().outcome() == compliance::met);
    done(procedure_step::contact_receiver) = truth::no;
    CHECK(ask().outcome() == compliance::facts_missing);
    // From 2025 on it is uncertain whether the circular still holds: said of each ruling.
    auto const later = check_transfer_procedure(taken, day(2026y / 11 / 21), unverified::use);
    for (auto const& each : later.rulings()) {
        CHECK(each.uncertain);
        CHECK(each.weak);
    }
}

TEST_CASE("transfers: a transfer suggested for private gain is flagged from 2024-01-01") {
    auto const on = day(2024y / 1 / 1);
    CHECK(check_transfer_motive(truth::no, on).outcome() == compliance::met);
    CHECK(check_transfer_motive(truth::unknown, on).outcome() == compliance::facts_missing);
    auto const flagged = check_transfer_motive(truth::yes, on);
    CHECK(flagged.outcome() == compliance::not_met);
    CHECK(flagged.problems("referral r").has_errors());
    CHECK(flagged.rulings().at(0).basis == cites(law_15_2023, 7, "9"));
    CHECK(check_transfer_motive(truth::yes, day(2023y / 12 / 31)).outcome() == compliance::not_in_force);
}

TEST_CASE(
    "transfers: from 2027-01-01 discharge data name both facilities, and the summary of a transfer has seven groups") {
    discharge_data data{.names_origin = truth::yes, .names_destination = truth::yes, .transferred = truth::no};
    CHECK(check_discharge(data, day(2026y / 12 / 31)).outcome() == compliance::not_in_force);
    auto const ask = [&] { return check_discharge(data, day(2027y / 1 / 1)); };
    CHECK(ask().outcome() == compliance::met);
    CHECK(ask().rulings().size() == 1);
    data.names_origin = truth::unknown;
    CHECK(ask().outcome() == compliance::facts_missing);
    data.names_destination = truth::no;
    CHECK(ask().outcome() == compliance::not_met);
    data.names_origin = data.names_destination = truth::yes;
    data.transferred = truth::yes;
    CHECK(ask().rulings().size() == 8);
    CHECK(ask().outcome() == compliance::facts_missing);
    for (auto& each : data.summary) each = truth::yes;
    CHECK(ask().outcome() == compliance::met);
    for (auto& each : data.summary) {
        each = truth::no;
        CHECK(ask().outcome() == compliance::not_met);
        data.transferred = truth::unknown;
        CHECK(ask().outcome() == compliance::facts_missing);
        data.transferred = truth::yes;
        each = truth::yes;
    }
}

TEST_CASE("rotation: of the State between State facilities, exemptions only when unverified rules are read") {
    auto const state = ownership::state;
    CHECK(rotation_stands_under(state, state, today) == rotation_basis::by_the_state);
    CHECK(rotation_stands_under(state, ownership::non_state, today) == rotation_basis::by_contract);
    CHECK(rotation_stands_under(ownership::foreign, ownership::not_known, today) == rotation_basis::by_contract);
    CHECK(rotation_stands_under(state, ownership::not_known, today) == rotation_basis::not_known);
    CHECK(rotation_stands_under(state, state, on(2023, 12, 31)) == rotation_basis::not_known);
    rotation_candidate who{.woman = yes,
                           .pregnant = no,
                           .has_child = yes,
                           .youngest_child = calendar_months(35),
                           .alone_with_child = no,
                           .served_in_hard_area = no};
    CHECK(exemptions_of(who, unverified::leave_out, today).empty());
    auto const one = exemptions_of(who, unverified::use, today);
    REQUIRE(one.size() == 1);
    CHECK(one[0].exemption->value == rotation_exemption::woman_with_child);
    CHECK(one[0].holds == yes);
    CHECK(exemptions_of(who, unverified::use, on(2014, 12, 31)).empty());
    who.youngest_child = calendar_months(36);
    CHECK(exemptions_of(who, unverified::use, today).empty());
    who.youngest_child.reset();
    CHECK(exemptions_of(who, unverified::use, today)[0].holds == open);
    who = {.woman = no,
           .pregnant = no,
           .has_child = yes,
           .youngest_child = calendar_months(3),
           .alone_with_child = yes,
           .served_in_hard_area = yes};
    CHECK(exemptions_of(who, unverified::use, today).size() == 2);
    CHECK(follows_tiers(legacy_tier::central, legacy_tier::provincial, unverified::use) == yes);
    CHECK(follows_tiers(legacy_tier::central, legacy_tier::district, unverified::use) == no);
    CHECK(follows_tiers(legacy_tier::central, legacy_tier::provincial, unverified::leave_out) == open);
    CHECK(is_rotated(profession::midwife, unverified::use) == yes);
    CHECK(is_rotated(profession::pharmacist, unverified::use) == no);
    CHECK(lasts_as_required(calendar_months(3), calendar_months(3), calendar_months(6)) == yes);
    CHECK(lasts_as_required(calendar_months(7), calendar_months(3), calendar_months(6)) == no);
}

TEST_CASE("provinces: 63 became 34 on 2025-07-01; the way there is one, the way back may be several") {
    auto const names = [](std::string_view name, sys_days written, sys_days wanted) {
        std::string all;
        auto const found = provinces_across(name, written, wanted);
        if (!found) return std::string(message(found.error().code).en) + ": " + found.error().subject;
        for (auto const& each : *found) (all += all.empty() ? "" : ", ") += each.name;
        return all;
    };
    auto const before = on(2025, 6, 30), after = on(2025, 7, 1);
    CHECK(provinces_on(before).size() == 63);
    CHECK(provinces_on(after).size() == 34);
    CHECK(names("Hà Nam", before, after) == "Ninh Bình");
    CHECK(names("Thừa Thiên Huế", before, after) == "Huế");
    CHECK(names("Ninh Bình", after, before) == "Hà Nam, Ninh Bình, Nam Định");
    CHECK(names("Hà Nội", after, before) == "Hà Nội");
    CHECK(names("Hồ Chí Minh", today, before) == "Bà Rịa - Vũng Tàu, Bình Dương, Hồ Chí Minh");
    CHECK(names("Hà Nam", before, before) == "Hà Nam");
    CHECK(names("Hà Nam", after, before) == "a word that the vocabulary does not have: Hà Nam");
    CHECK(names("Huế", before, after) == "a word that the vocabulary does not have: Huế");
    CHECK(province_named("", today).error().code == errc::empty);
    for (auto const& old : provinces_before) {
        bool back = false;
        for (auto const& part : provinces_forming(province_after(old))) back = back || part == old;
        CHECK(back);
    }
    CHECK(has_districts(before));
    CHECK_FALSE(has_districts(after));
    administrative_address const address{"Hà Nam", "Duy Tiên", "Liêm Tuyền"};
    CHECK(check_address(address, before).empty());
    auto const wrong = check_address(address, after);
    REQUIRE(wrong.size() == 2);
    CHECK(wrong[0].code == "vn.unknown-province"_finding);
    CHECK(wrong[1].code == "vn.district-after-2025"_finding);
    CHECK(*addresses_across(address, before, after) ==
          std::vector<administrative_address>{{"Ninh Bình", "", "Liêm Tuyền"}});
    CHECK(addresses_across({"Ninh Bình"}, after, before)->size() == 3);
    CHECK_FALSE(addresses_across({"Atlantis"}, after, before));
}

TEST_CASE("provinces: codes of two systems and two times never stand for each other") {
    auto const iso = province_codes::iso_3166_2;
    auto const statistical = province_codes::statistical;
    auto const name = [](std::string_view id, province_codes codes, sys_days day, unverified weak) {
        auto const found = province_of(province_id::checked(id), codes, day, weak);
        return found ? std::string(found->name) : std::string();
    };
    auto const all = unverified::use;
    CHECK(name("vn-01", iso, today, all) == "Lai Châu");
    CHECK(name("vn-01", statistical, today, all) == "Hà Nội");
    CHECK(name("vn-01", statistical, today, unverified::leave_out).empty());
    CHECK(name("vn-01", iso, today, unverified::leave_out) == "Lai Châu");
    CHECK(name("vn-80", statistical, on(2025, 6, 30), all) == "Long An");
    CHECK(name("vn-80", statistical, on(2025, 7, 1), all) == "Tây Ninh");
    CHECK(name("vn-sg", iso, today, all) == "Hồ Chí Minh");
    CHECK(name("vn-43", iso, today, all).empty());  // Bà Rịa - Vũng Tàu is no more
    CHECK(name("vn-43", iso, on(2025, 6, 30), all) == "Bà Rịa - Vũng Tàu");
    CHECK(province_of("vn-1"_province, iso, today, all).error().code == errc::malformed_code);
    auto const city = [](std::string_view province, sys_days day, unverified weak) {
        return is_central_city(*province_named(province, day), day, weak);
    };
    CHECK(city("Huế", today, unverified::leave_out) == yes);
    CHECK(city("Ninh Bình", today, unverified::leave_out) == no);
    CHECK(city("Đồng Nai", today, unverified::leave_out) == open);
    CHECK(city("Đồng Nai", today, all) == yes);
    CHECK(city("Đồng Nai", on(2026, 4, 29), all) == no);
    CHECK(city("Hà Nội", on(2025, 6, 30), all) == open);
}

TEST_CASE("provinces: the table is that of the shared facts (needs ../shared/facts/provinces.tsv)") {
    std::ifstream file("../shared/facts/provinces.tsv");
    if (!file) {
        WARN("left out: ../shared/facts/provinces.tsv is not there");
        return;
    }
    std::string line, expected, held;
    std::size_t units = 0;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#' || line.starts_with("code_")) continue;
        expected += line + '\n';
    }
    auto const two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    for (auto const& now : provinces_now) {
        held += two(now.statistical) + '\t' + std::string(now.name) + '\t' + std::string(now.iso_3166_2) + '\t';
        std::string parts;
        for (auto const& old : provinces_forming(now)) {
            (parts += parts.empty() ? "" : "; ") +=
                std::string(old.name) + " (" + two(old.statistical) + ", " + std::string(old.iso_3166_2) + ")";
            ++units;
        }
        held += parts + '\n';
    }
    CHECK(units == 63);
    CHECK(held == expected);
}

TEST_CASE("the register says which instruments are in force on a day, and which only perhaps") {
    auto const numbers = [](subject_of_law subject, sys_days day) {
        std::vector<std::string> all;
        for (auto const& each : instruments_on(subject, day)) {
            all.push_back(std::string(each.text->number) + (each.uncertain ? "?" : ""));
        }
        return all;
    };
    using list = std::vector<std::string>;
    CHECK(numbers(subject_of_law::referral, on(2014, 5, 31)).empty());
    CHECK(numbers(subject_of_law::referral, on(2024, 12, 31)) ==
          list{"15/2023/QH15", "146/2018/NĐ-CP", "14/2014/TT-BYT", "40/2015/TT-BYT"});
    // Papers of the old insured referral lived on under Decree 146/2018 until the day before 2025-08-15.
    CHECK(numbers(subject_of_law::referral, on(2025, 8, 14)) ==
          list{"15/2023/QH15", "146/2018/NĐ-CP", "14/2014/TT-BYT?", "01/2025/TT-BYT"});
    CHECK(numbers(subject_of_law::referral, on(2025, 8, 15)) ==
          list{"15/2023/QH15", "14/2014/TT-BYT?", "01/2025/TT-BYT"});
    CHECK(numbers(subject_of_law::insurance, on(2025, 6, 30)) ==
          list{"25/2008/QH12", "146/2018/NĐ-CP", "01/2025/TT-BYT"});
    CHECK(numbers(subject_of_law::insurance, on(2025, 7, 1)) ==
          list{"25/2008/QH12", "146/2018/NĐ-CP", "188/2025/NĐ-CP", "01/2025/TT-BYT"});
    CHECK(numbers(subject_of_law::insurance, today) ==
          list{"25/2008/QH12", "188/2025/NĐ-CP", "37/2024/TT-BYT", "01/2025/TT-BYT", "06/2026/TT-BYT", "3276/QĐ-BYT"});
    // Decree 104/2016 was in force until it was replaced, and three of its articles are for one year more.
    CHECK(numbers(subject_of_law::vaccination, on(2026, 6, 30)) == list{"104/2016/NĐ-CP"});
    CHECK(numbers(subject_of_law::vaccination, on(2026, 7, 1)) ==
          list{"104/2016/NĐ-CP", "165/2026/NĐ-CP", "13/2026/TT-BYT"});
    CHECK(numbers(subject_of_law::vaccination, on(2027, 7, 1)) == list{"165/2026/NĐ-CP", "13/2026/TT-BYT"});
    CHECK(numbers(subject_of_law::referral, today) ==
          list{"15/2023/QH15", "14/2014/TT-BYT?", "01/2025/TT-BYT", "06/2026/TT-BYT"});
    CHECK(numbers(subject_of_law::electronic_records, on(2025, 7, 1)).empty());
    for (auto const& each : register_of_law) {
        CHECK_FALSE(each.text.verified);  // nobody has checked them against the signed originals
        CHECK_FALSE(each.text.name.vi.empty());
        CHECK(each.text.in_force.first().has_value());
        CHECK(each.text.uncertain_from.has_value() == !each.text.uncertain_because.en.empty());
    }
}

TEST_CASE("every provision has a name of its own, both languages and a place") {
    std::set<std::string> names;
    auto const check = [&](auto const& provision) {
        INFO(provision.id.view());
        CHECK(names.insert(std::string(provision.id.view())).second);
        CHECK(provision.says.vi != provision.says.en);
        CHECK_FALSE(provision.says.vi.empty());
        CHECK_FALSE(provision.basis.text.number.empty());
        CHECK_FALSE(provision.basis.text.verified);
        // "1a", "4đ": one clause and at most one point; several clauses are a place in words, in both languages.
        std::string_view clause = provision.basis.clause;
        while (!clause.empty() && clause[0] >= '0' && clause[0] <= '9') clause.remove_prefix(1);
        CHECK((clause.empty() || clause == "đ" || (clause.size() == 1 && clause[0] >= 'a' && clause[0] <= 'z')));
        CHECK(to_string(provision.basis, language::en).find("Phụ lục") == std::string::npos);
    };
    auto const check_all = [&](auto const&... tables) {
        (
            [&] {
                for (auto const& each : tables) check(each);
            }(),
            ...);
    };
    check_all(level_tasks, technique_list_regimes, telemedicine_modes, contract_heads, telemedicine_duties,
              credit_conversions, vaccination_site_conditions, electronic_record_rules, transfer_summary_groups,
              rotation_exemptions, transfer_procedure);
    for (auto const* each : {&leaving_notice, &pharmacist_update_years}) check(*each);
    check(specialised_from), check(provisional_level), check(tacit_start), check(responsibility_in_support);
    check(keep_telemedicine_record), check(insurance_pays_telemedicine), check(remote_treatment_is_listed);
    check(continuing_education_duty), check(pharmacy_certificate_expires), check(joining_notice);
    check(work_after_registration), check(trainees_per_guide), check(no_overlapping_practice);
    check(screening_before_dose), check(watch_on_site), check(watch_at_home), check(stop_the_session);
    check(hold_the_lot), check(report_to_department), check(report_to_cdc), check(monthly_vaccination_report);
    check(yearly_vaccination_report), check(fixed_site_staff), check(adrenaline_is_taught_from);
    check(stroke_team_below), check(stroke_team_doctors), check(stroke_team_nurses), check(hospital_records_by);
    check(other_records_by), check(state_rotation), check(no_transfer_for_gain);
    check(discharge_names_both_ends), check(tier_follows_class), check(beds_per_infection_controller);
}
