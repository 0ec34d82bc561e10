#include <lienvien/law/vietnam/benefit.hpp>
#include <lienvien/law/vietnam/direct_access.hpp>
#include <lienvien/law/vietnam/visited_facility.hpp>

#include <support/catch.hpp>

#include <array>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Health insurance: who may go straight to the specialised level, and what a visit is paid at. Each table is read a second
// time here, naively and by other code, over its whole domain. Two tests compare with the tables that the law was taken
// from; they are left out where ../shared/facts is not there.

namespace {

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::vietnam;
using namespace std::chrono_literals;

constexpr sys_days today = day(2026y / 11 / 22);

// ---- Annex I ------------------------------------------------------------------------------------------------------

// A row as text, and a reader that knows nothing of the index: one pattern after the other, compared as characters.
struct plain_row {
    int number;
    std::vector<std::string> includes;
    std::vector<std::string> excludes;
    bool children_only;
};

std::vector<std::string> cut(std::string_view text, std::string_view at) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto const end = text.find(at);
        parts.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + at.size());
    }
    return parts;
}
std::vector<std::string> written_out(std::vector<std::string> const& patterns, std::string_view dash) {
    std::vector<std::string> all;
    for (auto const& each : patterns) {
        auto const ends = cut(each, dash);
        if (ends.size() == 1) {
            all.push_back(each);
            continue;
        }
        for (int number = std::stoi(ends[0].substr(1)); number <= std::stoi(ends[1].substr(1)); ++number) {
            all.push_back(ends[0].substr(0, 1) + (number < 10 ? "0" : "") + std::to_string(number));
        }
    }
    return all;
}
bool plainly_matches(std::vector<std::string> const& patterns, std::string const& code) {
    for (auto const& each : patterns) {
        if (each == code || (each.size() == 3 && code.substr(0, 3) == each)) return true;
    }
    return false;
}
std::vector<std::string> every_code() {
    std::vector<std::string> all;
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        for (int number = 0; number < 100; ++number) {
            std::string const category = letter + std::string(number < 10 ? "0" : "") + std::to_string(number);
            all.push_back(category);
            for (char c = '0'; c <= '9'; ++c) {
                all.push_back(category + '.' + c);
                all.push_back(category + '.' + c + '1');
            }
        }
    }
    return all;
}

// All codes, all ages: the rows, and which of them hang on the age. The first difference, or nothing.
std::string difference_from(std::vector<plain_row> const& rows) {
    for (auto const& code : every_code()) {
        std::vector<plain_row const*> by_code;
        for (auto const& row : rows) {
            if (plainly_matches(row.includes, code) && !plainly_matches(row.excludes, code)) by_code.push_back(&row);
        }
        auto const parsed = icd10_code::parse(code).value();
        for (int age = -1; age <= 150; ++age) {
            auto const found =
                direct_access_of(parsed, age < 0 ? std::nullopt : std::optional(years_of_age(age)), today);
            std::size_t at = 0;
            for (auto const* row : by_code) {
                if (row->children_only && age >= 18) continue;
                bool const open = row->children_only && age < 0;
                if (at == found.size() || found[at].row->number != row->number ||
                    is_unknown(found[at].age_fits) != open)
                    return code + " at " + std::to_string(age);
                ++at;
            }
            if (at != found.size()) return code + " at " + std::to_string(age);
        }
    }
    return {};
}

std::vector<std::vector<std::string>> shared_table(std::string const& name) {
    std::ifstream file("../shared/facts/" + name);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#') rows.push_back(cut(line + '\t', "\t"));
    }
    if (rows.empty()) {
        WARN("left out: ../shared/facts/" << name << " is not there");
    } else {
        rows.erase(rows.begin());
    }
    return rows;
}
std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

std::vector<int> rows_of(icd10_code code, int age, sys_days on = today) {
    std::vector<int> numbers;
    for (auto const& each : direct_access_of(code, years_of_age(age), on)) numbers.push_back(each.row->number);
    return numbers;
}

constexpr auto metastasis = direct_access_of("C79.3"_icd10, years_of_age(40), today);
static_assert(metastasis.size() == 1 && metastasis[0].row->number == 21 && metastasis[0].row->confirming_visit);
static_assert(direct_access::capacity == 4, "no category has more patterns than A17");
static_assert(!direct_access_row::verified());

TEST_CASE("straight to the specialised level: the cases that the annex words with care") {
    CHECK(rows_of("C79.3"_icd10, 40) == std::vector{21});
    CHECK(rows_of("C79.3"_icd10, 17) == std::vector{21, 22});  // below 18: completed years
    CHECK(rows_of("C79.3"_icd10, 18) == std::vector{21});
    CHECK(rows_of("I63.9"_icd10, 60).empty());            // an acute stroke is an emergency, not a disease of Annex I
    CHECK(rows_of("C83.5"_icd10, 40).empty());            // excluded in row 23,
    CHECK(rows_of("C83.5"_icd10, 4) == std::vector{22});  // which does not touch row 22
    CHECK(rows_of("C83"_icd10, 40) == std::vector{23});
    CHECK(rows_of("A17"_icd10, 40).empty());  // four characters are meant exactly
    CHECK(rows_of("A17.01"_icd10, 40).empty());
    CHECK(rows_of("C25.91"_icd10, 40) == std::vector{14});
    CHECK(rows_of("E75.2"_icd10, 40) == std::vector{33});
    CHECK(rows_of("C38.4"_icd10, 40).empty());
    CHECK(rows_of("C38.3"_icd10, 40) == std::vector{16});

    CHECK(rows_of("L51.2"_icd10, 40) == std::vector{44});
    CHECK(rows_of("I51.2"_icd10, 40) == std::vector{44});
    CHECK(direct_access_of("I51.2"_icd10, std::nullopt, today)[0].misprinted);
    CHECK_FALSE(direct_access_of("L51.2"_icd10, std::nullopt, today)[0].misprinted);

    CHECK(rows_of("C79.3"_icd10, 40, day(2025y / 1 / 1)).size() == 1);
    CHECK(rows_of("C79.3"_icd10, 40, day(2024y / 12 / 31)).empty());
    CHECK(is_no(direct_access_of("C79.3"_icd10, std::nullopt, day(2024y / 12 / 31)).in_force()));

    CHECK(icd10_code::parse("A17.0†").error().code == errc::malformed_code);
    CHECK(icd10_code::parse("a17.0").error().position == 0);
    CHECK(to_string(direct_access::basis(), language::en) == "Circular 01/2025/TT-BYT, article 5 clause 1 point a");
}

TEST_CASE("straight to the specialised level: what the diagnosis and the clinician must say") {
    using enum confirmation;
    auto const right = [](icd10_code code, confirmation confirmed, truth condition, std::optional<years_of_age> age) {
        return direct_access_of(code, age, today).applies(confirmed, condition);
    };
    auto const adult = years_of_age(40);
    // V: already in the visit that confirms the diagnosis; row 39 has no V.
    CHECK(is_yes(right("C25.1"_icd10, in_this_visit, truth::unknown, adult)));
    CHECK(is_no(right("G35"_icd10, in_this_visit, truth::unknown, adult)));
    CHECK(is_yes(right("G35"_icd10, before_this_visit, truth::unknown, adult)));
    CHECK(is_no(right("C25.1"_icd10, suspected, truth::yes, adult)));
    CHECK(is_unknown(right("C25.1"_icd10, not_known, truth::yes, adult)));
    // T (row 22, children) excludes what is confirmed and not to be treated; of what is not confirmed yet it does not speak.
    auto const child = years_of_age(9);
    CHECK(is_unknown(right("C50.9"_icd10, suspected, truth::yes, child)));
    CHECK(is_unknown(right("C50.9"_icd10, in_this_visit, truth::yes, child)));
    CHECK(is_no(right("C50.9"_icd10, in_this_visit, truth::no, child)));
    CHECK(is_no(right("C50.9"_icd10, suspected, truth::yes, adult)));
    CHECK(is_yes(right("C50.9"_icd10, before_this_visit, truth::yes, child)));
    // A condition that only a clinician can confirm.
    CHECK(is_unknown(right("I50.0"_icd10, before_this_visit, truth::unknown, adult)));
    CHECK(is_yes(right("I50.0"_icd10, before_this_visit, truth::yes, adult)));
    CHECK(is_no(right("I50.0"_icd10, before_this_visit, truth::no, adult)));
    // Row 21 gives the right whatever row 22 leaves open.
    CHECK(is_yes(right("C79.3"_icd10, before_this_visit, truth::unknown, std::nullopt)));
    CHECK(is_unknown(right("C50.0"_icd10, before_this_visit, truth::yes, std::nullopt)));
    CHECK(is_no(right("I63.9"_icd10, before_this_visit, truth::yes, adult)));

    std::set<int> hanging;
    for (auto const& row : direct_access_rows) {
        if (row.needs_clinician()) hanging.insert(row.number);
        CHECK(!row.name.vi.empty());
        CHECK(!row.name.en.empty());
        CHECK(row.condition.vi.empty() == row.condition.en.empty());
    }
    CHECK(hanging == std::set{22, 23, 24, 25, 28, 29, 34, 35, 36, 41, 43, 48, 49, 50, 51, 54, 58, 59, 61, 62});
}

TEST_CASE("Annex I: the index gives what reading row after row gives, for every code and age") {
    std::vector<plain_row> rows;
    for (auto const& each : direct_access_rows) {
        rows.push_back({each.number, written_out(cut(each.includes, ", "), "-"),
                        written_out(cut(each.excludes, ", "), "-"), each.below_age == 18});
    }
    CHECK(difference_from(rows) == "");
}

TEST_CASE("Annex I: the table is that of ../shared/facts, row for row") {
    auto const table = shared_table("direct_access_specialised.tsv");
    if (table.empty()) return;
    REQUIRE(table.size() == direct_access_rows.size());
    std::vector<plain_row> rows;
    for (std::size_t r = 0; r < table.size(); ++r) {
        auto const& written = table[r];
        auto const& row = direct_access_rows[r];
        REQUIRE(written.size() == 6);
        CAPTURE(written[0]);
        CHECK(std::to_string(row.number) == written[0]);
        auto const codes = replaced(replaced(written[1], " (as printed)", ""), " (correct ICD)", "");
        CHECK(row.includes == replaced(codes, "–", "-"));
        CHECK(row.excludes == written[2]);
        CHECK((row.below_age == 18 ? "<18" : "") == written[3]);
        CHECK(row.name.vi == written[5]);
        std::string rest;
        bool in_confirming_visit = false;
        for (auto const& part : cut(written[4], "; ")) {
            if (part == "V") in_confirming_visit = true;
            if (part == "T") rest += insurance_detail::if_treatment_is_indicated.en;
            if (part == "P") rest += insurance_detail::if_progression_is_severe.en;
            if (part.size() > 1) rest += replaced(part, "or P,", "or severe progression by the guideline,");
        }
        CHECK(row.confirming_visit == in_confirming_visit);
        CHECK(row.treatment_indicated == (written[4] == "T"));
        if (row.note.en.empty()) {
            CHECK(row.condition.en == rest);
        } else {
            CHECK(row.note.en.starts_with(replaced(written[4], "V; ", "")));
            CHECK(row.condition.en.empty());
        }
        rows.push_back(
            {std::stoi(written[0]), written_out(cut(codes, ", "), "–"), cut(written[2], ", "), written[3] == "<18"});
    }
    CHECK(difference_from(rows) == "");
}

// ---- Benefit ------------------------------------------------------------------------------------------------------

constexpr visit self_referred(technical_level level, former_tier tier, visit_setting setting) {
    return {.setting = setting,
            .emergency = truth::no,
            .facility = {level, truth::no, insurance_score::none, truth::no, tier},
            .registered_here = truth::no,
            .referral_slip = truth::no,
            .reexamination_slip = truth::no,
            .changed_residence = truth::no,
            .newborn = truth::no,
            .donor = truth::no,
            .hardship = truth::no,
            .diagnosis = "I63.9"_icd10,
            .age = years_of_age(60),
            .confirmed = confirmation::before_this_visit,
            .clinical_condition = truth::no,
            .annex_ii = truth::no,
            .card = card_benefit::percent_80};
}
constexpr auto at_central = self_referred(technical_level::specialised, former_tier::central, visit_setting::inpatient);
static_assert(benefit_of(at_central, today).code() == "3.1" && benefit_of(at_central, today).rate() == percentage(32));
static_assert(benefit_categories.size() == 27);

benefit_category const& category(std::string_view code) {
    auto const* found = find_benefit_category(code);
    REQUIRE(found);
    return *found;
}
constexpr visit with(visit changed, insurance_score score) {
    changed.facility.score = score;
    return changed;
}

TEST_CASE("the benefit at its boundaries: days, scores, emergencies, cards") {
    auto const code = [](visit const& asked, sys_days on = today) { return std::string(benefit_of(asked, on).code()); };
    auto const rate = [](visit const& asked, sys_days on = today) {
        auto const found = benefit_of(asked, on).rate();
        return found ? found->to_string() : "none";
    };
    using enum visit_setting;
    auto district = self_referred(technical_level::basic, former_tier::district, outpatient);
    auto const provincial = self_referred(technical_level::specialised, former_tier::provincial, outpatient);

    // The list is of 2025-10-17; half rates begin on 2026-07-01.
    CHECK(benefit_of(provincial, day(2025y / 10 / 16)).outcome() == benefit_outcome::not_in_force);
    CHECK(code(provincial, day(2025y / 10 / 17)) == "1.18");
    CHECK(rate(provincial, day(2026y / 6 / 30)) == "0");
    CHECK(rate(provincial, day(2026y / 7 / 1)) == "40");

    CHECK(insurance_score_of(grading_score::of_parts(4999)) == insurance_score::below_50);
    CHECK(insurance_score_of(grading_score(50)) == insurance_score::from_50_below_70);
    CHECK(insurance_score_of(grading_score::of_parts(6999)) == insurance_score::from_50_below_70);
    CHECK(insurance_score_of(grading_score(70)) == insurance_score::from_70);

    CHECK(code(with(district, insurance_score::below_50)) == "1.12");
    CHECK(rate(with(district, insurance_score::below_50)) == "80");

    // The conflict that the sources leave open: both candidates, the listed order, and a warning.
    auto const torn = benefit_of(with(district, insurance_score::from_50_below_70), today);
    CHECK(torn.code() == "1.13");
    CHECK(torn.rate() == percentage(40));
    REQUIRE(torn.size() == 2);
    CHECK(torn[1].category->code == "3.3");
    CHECK(torn[1].rate == percentage(80));
    CHECK(torn.warns_of(benefit_warning::score_against_former_tier));
    CHECK_FALSE(torn.warns_of(benefit_warning::later_code_pays_more));
    CHECK(torn[1].category->basis[0]->clause == "4đ");
    CHECK_FALSE(benefit_of(with(district, insurance_score::below_50), today)
                    .warns_of(benefit_warning::score_against_former_tier));

    // An emergency is paid anywhere, also where self-referral pays nothing.
    auto emergency = self_referred(technical_level::specialised, former_tier::central, outpatient);
    CHECK(code(emergency) == "3.1");
    CHECK(rate(emergency) == "0");
    emergency.emergency = truth::yes;
    CHECK(code(emergency) == "2");
    CHECK(rate(emergency) == "80");

    auto half = provincial;
    half.card = card_benefit::percent_95;
    CHECK(rate(half) == "47.5");
    auto sick_child = at_central;
    sick_child.diagnosis = "C50.0"_icd10;
    sick_child.age = years_of_age(17);
    sick_child.clinical_condition = truth::yes;
    CHECK(code(sick_child) == "1.17");
    sick_child.age = years_of_age(18);
    CHECK(code(sick_child) == "3.1");

    auto lyell = at_central;
    lyell.diagnosis = "I51.2"_icd10;
    CHECK(code(lyell) == "1.17");
    CHECK(benefit_of(lyell, today).warns_of(benefit_warning::misprinted_code));
    lyell.facility.level = technical_level::basic;
    CHECK_FALSE(benefit_of(lyell, today).warns_of(benefit_warning::misprinted_code));

    // Code 1.2 pays 100 % whatever the card says; code 1.1 stands above it.
    auto station = self_referred(technical_level::initial, former_tier::commune, outpatient);
    CHECK(code(station) == "1.11");
    station.facility.listed_initial = truth::yes;
    CHECK(rate(station) == "100");
    station.registered_here = truth::yes;
    auto const both = benefit_of(station, today);
    CHECK(both.code() == "1.1");
    CHECK(both.warns_of(benefit_warning::later_code_pays_more));

    auto const new_house = self_referred(technical_level::specialised, former_tier::none, outpatient);
    CHECK(benefit_of(new_house, today).outcome() == benefit_outcome::not_provided_for);

    // Codes are compared whole.
    CHECK(find_benefit_category("3") == nullptr);
    CHECK(category("3.6").basis[0]->clause == "4b");
    CHECK(category("1.1").code == "1.1");
    CHECK(category("7.2").choice == category_choice::case_by_case);
    CHECK(in_words(torn).en ==
          "Code 1.13: self-referred outpatient, basic level with 50 to below 70 points (disease not in Annex II); "
          "insurance pays 40 %.");
    CHECK(in_words(benefit_of(at_central, today)).vi ==
          "Mã 3.1: tự đến cơ sở cấp chuyên sâu trước đây thuộc tuyến trung ương (ngoài mã 1.17); mức hưởng 32 %.");
}

TEST_CASE("a fact that decides and is not known is named, never guessed") {
    auto asked = at_central;
    asked.diagnosis = "I50.0"_icd10;
    asked.clinical_condition = truth::unknown;
    auto const heart = benefit_of(asked, today);
    CHECK(heart.outcome() == benefit_outcome::facts_missing);
    CHECK(heart.code().empty());
    CHECK(heart.size() == 2);
    visit_facts wanted;
    wanted.add(visit_fact::clinical_condition);
    CHECK(heart.missing() == wanted);
    CHECK(in_words(heart).en == "facts missing; still missing: the clinical condition that Annex I asks for.");

    asked = at_central;
    asked.card = card_benefit::not_known;
    auto const card = benefit_of(asked, today);
    CHECK(card.outcome() == benefit_outcome::facts_missing);
    CHECK(card.code() == "3.1");
    CHECK(card.missing().contains(visit_fact::card));
    asked.setting = visit_setting::outpatient;
    CHECK(benefit_of(asked, today).rate() == percentage(0));  // nothing of any card is nothing

    auto const nothing = benefit_of(visit{}, today);
    CHECK(nothing.outcome() == benefit_outcome::facts_missing);
    CHECK(nothing.size() == 20);
    CHECK(nothing.missing().contains(visit_fact::diagnosis));
    CHECK_FALSE(nothing.missing().contains(visit_fact::annex_i));

    // A registered patient's code does not hang on anything else.
    visit registered{.registered_here = truth::yes, .card = card_benefit::percent_100};
    CHECK(benefit_of(registered, today).outcome() == benefit_outcome::provided);
    CHECK(benefit_of(registered, today).code() == "1.1");
}

// The list read naively: a name in its order, a sentence about plain facts, and rates as numbers.
struct plain_visit {
    bool inpatient, emergency, registered, slip, reexamination, moved, newborn, donor, hardship, annex_i, annex_ii;
    bool listed, provisional;
    int level;  // 1, 2, 3
    int score;  // -1: none
    std::string tier;
};
struct plain_code {
    std::string code;
    std::function<bool(plain_visit const&)> fits;
    std::function<int(plain_visit const&, bool after_june)> percent;
};
bool alone(plain_visit const& v) {
    return !(v.registered || v.slip || v.reexamination || v.moved || v.newborn || v.donor || v.emergency);
}
std::vector<plain_code> plain_list() {
    auto const all = [](plain_visit const&, bool) { return 100; };
    auto const half = [](plain_visit const&, bool after) { return after ? 50 : 0; };
    using v = plain_visit const&;
    auto const basic_out = [](v x) { return alone(x) && x.level == 2 && !x.inpatient; };
    auto const special = [](v x) { return alone(x) && x.level == 3; };
    return {
        {"1.1", [](v x) { return x.registered; }, all},
        {"1.2", [](v x) { return x.level == 1 && x.listed; }, all},
        {"1.3", [](v x) { return x.slip; }, all},
        {"1.4", [](v x) { return x.moved; }, all},
        {"1.5", [](v x) { return x.reexamination; }, all},
        {"1.6", [](v x) { return x.donor; }, all},
        {"1.7", [](v x) { return x.newborn; }, all},
        {"1.11", [](v x) { return alone(x) && x.level == 1 && !x.listed; }, all},
        {"1.12",
         [=](v x) {
             return basic_out(x) && (x.provisional || (x.score >= 0 && x.score < 50)) && x.tier != "provincial" &&
                    x.tier != "central";
         },
         all},
        {"1.13", [=](v x) { return basic_out(x) && x.score >= 50 && x.score < 70 && !x.annex_ii; }, half},
        {"1.14", [=](v x) { return basic_out(x) && (x.tier == "provincial" || x.tier == "central") && !x.annex_ii; },
         half},
        {"1.15", [](v x) { return alone(x) && x.level == 2 && x.inpatient; }, all},
        {"1.16", [](v x) { return alone(x) && x.level == 2 && x.annex_ii; }, all},
        {"1.17", [=](v x) { return special(x) && x.annex_i; }, all},
        {"1.18", [=](v x) { return special(x) && !x.inpatient && x.tier == "provincial" && !x.annex_i; }, half},
        {"2", [](v x) { return x.emergency; }, all},
        {"3.1", [=](v x) { return special(x) && x.tier == "central" && !x.annex_i; },
         [](v x, bool) { return x.inpatient ? 40 : 0; }},
        {"3.2", [=](v x) { return special(x) && x.inpatient && x.tier == "provincial"; }, all},
        {"3.3", [](v x) { return alone(x) && (x.level == 2 || x.level == 3) && x.tier == "district"; }, all},
        {"3.6", [=](v x) { return special(x) && x.inpatient && x.hardship; }, all},
    };
}

TEST_CASE("the benefit of every visit is what reading the list from the top gives") {
    auto const list = plain_list();
    std::vector<std::pair<std::string, former_tier>> const tiers{{"none", former_tier::none},
                                                                 {"commune", former_tier::commune},
                                                                 {"district", former_tier::district},
                                                                 {"provincial", former_tier::provincial},
                                                                 {"central", former_tier::central}};
    std::vector<std::pair<int, insurance_score>> const scores{{-1, insurance_score::none},
                                                              {49, insurance_score::below_50},
                                                              {50, insurance_score::from_50_below_70},
                                                              {70, insurance_score::from_70}};
    std::vector<std::pair<int, card_benefit>> const cards{
        {80, card_benefit::percent_80}, {95, card_benefit::percent_95}, {100, card_benefit::percent_100}};
    std::size_t asked = 0;
    std::set<std::string> codes_given;
    for (unsigned bits = 0; bits < 1u << 13; ++bits) {
        auto const bit = [&](unsigned at) { return (bits >> at & 1u) != 0; };
        for (int level = 1; level <= 3; ++level) {
            for (auto const& [score, score_band] : scores) {
                for (auto const& [tier_name, tier] : tiers) {
                    plain_visit const plain{bit(0), bit(1), bit(2),  bit(3),  bit(4),  bit(5), bit(6), bit(7),
                                            bit(8), bit(9), bit(10), bit(11), bit(12), level,  score,  tier_name};
                    visit const real{.setting = plain.inpatient ? visit_setting::inpatient : visit_setting::outpatient,
                                     .emergency = known(plain.emergency),
                                     .facility = {level == 1   ? technical_level::initial
                                                  : level == 2 ? technical_level::basic
                                                               : technical_level::specialised,
                                                  known(plain.listed), score_band, known(plain.provisional), tier},
                                     .registered_here = known(plain.registered),
                                     .referral_slip = known(plain.slip),
                                     .reexamination_slip = known(plain.reexamination),
                                     .changed_residence = known(plain.moved),
                                     .newborn = known(plain.newborn),
                                     .donor = known(plain.donor),
                                     .hardship = known(plain.hardship),
                                     .diagnosis = plain.annex_i ? "C25.0"_icd10 : "I63.9"_icd10,
                                     .confirmed = confirmation::before_this_visit,
                                     .annex_ii = known(plain.annex_ii),
                                     .card = cards[asked % 3].second};
                    std::vector<std::pair<std::string_view, int>> fitting;
                    bool const after = asked / 3 % 2 == 1;
                    for (auto const& each : list) {
                        if (!each.fits(plain)) continue;
                        int const card = each.code == "1.2" ? 100 : cards[asked % 3].first;
                        fitting.emplace_back(each.code, each.percent(plain, after) * card);
                    }
                    auto const found = benefit_of(real, after ? day(2026y / 7 / 1) : day(2026y / 6 / 30));
                    bool same = found.size() == fitting.size() && found.missing().empty();
                    for (std::size_t at = 0; same && at < fitting.size(); ++at) {
                        same = found[at].category->code == fitting[at].first && is_yes(found[at].fits) &&
                               found[at].rate && found[at].rate->count() == fitting[at].second;
                    }
                    if (fitting.empty()) {
                        same = same && found.outcome() == benefit_outcome::not_provided_for && !found.category();
                    } else {
                        same = same && found.outcome() == benefit_outcome::provided &&
                               found.code() == fitting[0].first && found.rate()->count() == fitting[0].second;
                        codes_given.emplace(found.code());
                    }
                    if (!same)
                        FAIL_CHECK("bits " << bits << " level " << level << " score " << score << ' ' << tier_name);
                    ++asked;
                }
            }
        }
    }
    CHECK(asked == 491'520);
    CHECK(codes_given.size() == 20);  // no code is dead: each is the first for some visit
}

TEST_CASE("a benefit that hangs on missing facts is open, one that does not is settled") {
    // Random visits with a few unknown facts: the answer must be that of all their completions together.
    std::mt19937 chance(20250101);  // fixed seed: the same visits in every run
    auto const any = [&](std::uint32_t below) { return static_cast<std::uint32_t>(chance() % below); };
    std::size_t settled = 0;
    std::size_t open = 0;
    for (int turn = 0; turn < 6'000; ++turn) {
        visit base = self_referred(static_cast<technical_level>(1 + any(3)), static_cast<former_tier>(1 + any(5)),
                                   static_cast<visit_setting>(1 + any(2)));
        base.facility.score = static_cast<insurance_score>(1 + any(4));
        base.facility.listed_initial = known(any(2) == 0);
        base.facility.provisional = known(any(4) == 0);
        base.hardship = known(any(2) == 0);
        base.diagnosis = any(2) == 0 ? "I50.0"_icd10 : "C50.9"_icd10;
        base.age = years_of_age(any(2) == 0 ? 12 : 40);
        base.clinical_condition = known(any(2) == 0);
        base.annex_ii = known(any(2) == 0);
        base.card = static_cast<card_benefit>(1 + any(3));
        auto const yes_no = {truth::no, truth::yes};
        // What may be taken away from a visit, and how it is completed again.
        using completion = std::pair<visit_fact, std::function<std::vector<visit>(visit const&)>>;
        auto const of = [](auto set, auto values) {
            return [=](visit const& from) {
                std::vector<visit> all;
                for (auto const value : values) {
                    all.push_back(from);
                    set(all.back()) = value;
                }
                return all;
            };
        };
        std::vector<completion> const all_facts{
            {visit_fact::setting, of(
                                      [](visit & v) -> auto& { return v.setting; },
                                      std::vector{visit_setting::outpatient, visit_setting::inpatient})},
            {visit_fact::emergency, of(
                                        [](visit & v) -> auto& { return v.emergency; }, yes_no)},
            {visit_fact::level,
             of(
                 [](visit & v) -> auto& { return v.facility.level; },
                 std::vector{technical_level::initial, technical_level::basic, technical_level::specialised})},
            {visit_fact::listed_initial, of(
                                             [](visit & v) -> auto& { return v.facility.listed_initial; }, yes_no)},
            {visit_fact::score, of(
                                    [](visit & v) -> auto& { return v.facility.score; },
                                    std::vector{insurance_score::none, insurance_score::below_50,
                                                insurance_score::from_50_below_70, insurance_score::from_70})},
            {visit_fact::provisional, of(
                                          [](visit & v) -> auto& { return v.facility.provisional; }, yes_no)},
            {visit_fact::tier, of(
                                   [](visit & v) -> auto& { return v.facility.tier; },
                                   std::vector{former_tier::none, former_tier::commune, former_tier::district,
                                               former_tier::provincial, former_tier::central})},
            {visit_fact::referral_slip, of(
                                            [](visit & v) -> auto& { return v.referral_slip; }, yes_no)},
            {visit_fact::newborn, of(
                                      [](visit & v) -> auto& { return v.newborn; }, yes_no)},
            {visit_fact::hardship, of(
                                       [](visit & v) -> auto& { return v.hardship; }, yes_no)},
            {visit_fact::annex_ii, of(
                                       [](visit & v) -> auto& { return v.annex_ii; }, yes_no)},
            {visit_fact::age, of(
                                  [](visit & v) -> auto& { return v.age; },
                                  std::vector{std::optional(years_of_age(17)), std::optional(years_of_age(18))})},
            {visit_fact::clinical_condition, of(
                                                 [](visit & v) -> auto& { return v.clinical_condition; }, yes_no)},
            {visit_fact::card, of(
                                   [](visit & v) -> auto& { return v.card; },
                                   std::vector{card_benefit::percent_80, card_benefit::percent_100})}};
        visit vague = base;
        std::vector<visit> completions{base};
        visit_facts taken;
        for (std::size_t n = any(4); n > 0; --n) {
            auto const& [fact, complete] = all_facts[any(static_cast<std::uint32_t>(all_facts.size()))];
            if (taken.contains(fact)) continue;
            taken.add(fact);
            std::vector<visit> more;
            for (auto const& each : completions) {
                for (auto const& one : complete(each)) more.push_back(one);
            }
            completions = std::move(more);
            switch (fact) {
                case visit_fact::setting:
                    vague.setting = {};
                    break;
                case visit_fact::emergency:
                    vague.emergency = {};
                    break;
                case visit_fact::level:
                    vague.facility.level = {};
                    break;
                case visit_fact::listed_initial:
                    vague.facility.listed_initial = {};
                    break;
                case visit_fact::score:
                    vague.facility.score = {};
                    break;
                case visit_fact::provisional:
                    vague.facility.provisional = {};
                    break;
                case visit_fact::tier:
                    vague.facility.tier = {};
                    break;
                case visit_fact::referral_slip:
                    vague.referral_slip = {};
                    break;
                case visit_fact::newborn:
                    vague.newborn = {};
                    break;
                case visit_fact::hardship:
                    vague.hardship = {};
                    break;
                case visit_fact::annex_ii:
                    vague.annex_ii = {};
                    break;
                case visit_fact::age:
                    vague.age = std::nullopt;
                    break;
                case visit_fact::clinical_condition:
                    vague.clinical_condition = {};
                    break;
                default:
                    vague.card = {};
                    break;
            }
        }
        auto const found = benefit_of(vague, today);
        std::set<std::pair<std::string, std::int64_t>> answers;
        for (auto const& each : completions) {
            auto const one = benefit_of(each, today);
            answers.emplace(one.code(), one.rate() ? one.rate()->count() : -1);
        }
        if (found.outcome() == benefit_outcome::facts_missing) {
            ++open;
            // Never a question for nothing: the completions really differ, and only what was taken away is asked for.
            CHECK(answers.size() > 1);
            for (auto const& each : vocabulary<visit_fact>::words) {
                if (found.missing().contains(each.value)) CHECK(taken.contains(each.value));
            }
            CHECK_FALSE(found.missing().empty());
        } else {
            ++settled;
            CHECK(found.missing().empty());
            CHECK(answers.size() == 1);
            CHECK(answers.begin()->first == found.code());
            CHECK(answers.begin()->second == (found.rate() ? found.rate()->count() : -1));
        }
    }
    CHECK(settled > 1'000);
    CHECK(open > 1'000);
}

TEST_CASE("what insurance asks of a facility is read out of a network") {
    lienvien::source const made_up{.kind = source_kind::synthetic};
    auto const house = "house"_institution;
    network all;
    all.institutions.push_back({.id = house, .kind = institution_kind::hospital, .source = made_up});
    auto const standing = [&](legacy_tier tier, validity when) {
        all.legacy_standings.push_back({.institution = house, .tier = tier, .valid = when, .source = made_up});
    };
    CHECK(visited_facility_of(all, house, today) == visited_facility{});
    all.gradings.push_back({.institution = house,
                            .level = technical_level::basic,
                            .score = grading_score(62),
                            .valid = between(2025y / 1 / 1, 2026y / 11 / 23),
                            .source = made_up});
    all.gradings.push_back({.institution = house,
                            .level = technical_level::specialised,
                            .score = grading_score(70),
                            .valid = from(2026y / 11 / 23),
                            .source = made_up});
    standing(legacy_tier::district, until(2025y / 1 / 1));
    standing(legacy_tier::central, from(2025y / 1 / 1));  // later changes leave the tier of 2024-12-31 alone
    CHECK(visited_facility_of(all, house, today) == visited_facility{technical_level::basic, truth::no,
                                                                     insurance_score::from_50_below_70, truth::no,
                                                                     former_tier::district});
    CHECK(visited_facility_of(all, house, today + std::chrono::days(1)) ==
          visited_facility{technical_level::specialised, truth::no, insurance_score::from_70, truth::no,
                           former_tier::district});
    standing(legacy_tier::provincial, until(2025y / 1 / 1));  // two tiers: not known
    CHECK(visited_facility_of(all, house, today).tier == former_tier::not_known);

    auto const young = "young-station"_institution;
    all.institutions.push_back({.id = young,
                                .kind = institution_kind::health_station,
                                .founded = {{{partial_date(2025y / 1 / 1), made_up}}},
                                .source = made_up});
    all.gradings.push_back(
        {.institution = young, .level = technical_level::initial, .valid = always, .source = made_up});
    CHECK(visited_facility_of(all, young, today) == visited_facility{technical_level::initial, truth::yes,
                                                                     insurance_score::not_known, truth::no,
                                                                     former_tier::none});
    all.institutions[1].founded.stated.push_back({partial_date(2024y / 12 / 31), made_up});
    CHECK(visited_facility_of(all, young, today).tier == former_tier::not_known);
}

TEST_CASE("the codes are those of ../shared/facts, in their order") {
    auto const table = shared_table("benefit_categories.tsv");
    if (table.empty()) return;
    std::vector<std::string> codes;
    for (auto const& row : table) {
        for (auto const& each : cut(replaced(row[0], " / ", ", "), ", ")) codes.push_back(each);
    }
    REQUIRE(codes.size() == benefit_categories.size());
    auto const brief = [](citation const& where) {
        std::string written(where.text.number.substr(0, where.text.number.find('/')));
        written += ' ' + std::to_string(where.article);
        for (char const c : where.clause) written += c;
        return written;
    };
    for (std::size_t at = 0; at < codes.size(); ++at) {
        CAPTURE(codes[at]);
        CHECK(benefit_categories[at].code == codes[at]);
    }
    // Each basis that the table names is cited: compared as "25 224d", "188 1919", whatever order it is written in.
    std::map<std::string, std::string> const instruments{{"Law", "25"}, {"TT 01/2025", "01"}, {"ND 188", "188"}};
    for (auto const& row : table) {
        if (row[2] == "—" || row[0].starts_with("7")) continue;
        std::string cited;
        for (auto const& each : category(row[0]).basis) {
            if (each) cited += brief(*each) + "; ";
        }
        std::string wanted;
        for (auto const& part : cut(row[2], "; ")) {
            for (auto const& [name, number] : instruments) {
                if (!part.starts_with(name)) continue;
                for (auto each : cut(part.substr(name.size() + 1), ", ")) {
                    if (each.starts_with("Art. ")) each = each.substr(5);
                    auto const open_bracket = each.find('(');
                    wanted += number + ' ' + each.substr(0, open_bracket);
                    if (open_bracket != std::string::npos) {
                        wanted += replaced(replaced(each.substr(open_bracket), "(", ""), ")", "");
                    }
                    wanted += "; ";
                }
            }
        }
        CAPTURE(row[0]);
        CHECK(cited == wanted);
    }
}

}  // namespace
