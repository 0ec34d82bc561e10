#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/law/vietnam/benefit.hpp>
#include <lienvien/law/vietnam/referral_slip.hpp>
#include <lienvien/law/vietnam/slip_use.hpp>
#include <lienvien/law/vietnam/unverified_annexes.hpp>

#include <support/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

// How long a referral slip holds, who must sign it, and what else the patient shows.

namespace {

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::vietnam;
using namespace std::chrono_literals;

working_calendar viet_nam(day_swaps swaps = {}) {
    return vietnam::calendar(2024y, 2030y, {.swaps = std::move(swaps)}).value();
}
std::string last_day(referral_slip const& slip, working_calendar const& calendar = viet_nam()) {
    auto const found = validity_of(slip, calendar, month_end::last_of_month);
    return found.outcome == slip_outcome::valid && found.last_day ? format_day(*found.last_day)
                                                                  : std::string(name_of(found.outcome));
}
referral_slip ordinary(year_month_day signed_on) { return {.signed_on = day(signed_on), .long_term = truth::no}; }
referral_slip long_term(year_month_day signed_on) { return {.signed_on = day(signed_on), .long_term = truth::yes}; }

TEST_CASE("a slip holds 10 working days, the day of signing not counted") {
    CHECK(last_day(ordinary(2026y / 11 / 13)) == "2026-11-30");  // 24 November is a holiday
    CHECK(last_day(ordinary(2026y / 11 / 20)) == "2026-12-07");
    CHECK(last_day(ordinary(2026y / 2 / 6)) == "2026-02-27");  // Tết: 16 to 20 February
    CHECK(last_day(ordinary(2026y / 4 / 22)) == "2026-05-11");
    CHECK(last_day(ordinary(2026y / 8 / 25)) == "2026-09-10");
    // An exchange of days is data: Monday 31 August off, Saturday 22 August worked.
    CHECK(last_day(ordinary(2026y / 8 / 25), viet_nam({.off = {day(2026y / 8 / 31)}, .on = {day(2026y / 8 / 22)}})) ==
          "2026-09-11");
    // 24 November was no holiday in 2025.
    CHECK(last_day(ordinary(2025y / 11 / 14)) == "2025-11-28");

    auto const found = validity_of(ordinary(2026y / 11 / 13), viet_nam(), month_end::refuse);
    REQUIRE(found.grounds.size() == 1);
    CHECK(to_string(found.grounds[0].basis, language::vi) == "Thông tư 01/2025/TT-BYT, Điều 12 khoản 1");
    CHECK(found.passed.size() == 7);  // three weekends and the holiday
    CHECK(is_yes(valid_on(ordinary(2026y / 11 / 13), found, day(2026y / 11 / 13))));
    CHECK(is_yes(valid_on(ordinary(2026y / 11 / 13), found, day(2026y / 11 / 30))));
    CHECK(is_no(valid_on(ordinary(2026y / 11 / 13), found, day(2026y / 12 / 1))));
    CHECK(is_no(valid_on(ordinary(2026y / 11 / 13), found, day(2026y / 11 / 12))));
    // A course under way lengthens the one-year slip only.
    auto treated = ordinary(2026y / 11 / 13);
    treated.course_ends = day(2027y / 3 / 1);
    CHECK(last_day(treated) == "2026-11-30");

    auto const beyond = validity_of(ordinary(2030y / 12 / 24), viet_nam(), month_end::refuse);
    CHECK(beyond.outcome == slip_outcome::facts_missing);
    CHECK(beyond.missing == slip_fact::holidays);
    CHECK(is_unknown(valid_on(ordinary(2030y / 12 / 24), beyond, day(2031y / 1 / 3))));
}

TEST_CASE("a slip for a long-term disease holds a year, and to the end of a course under way") {
    CHECK(last_day(long_term(2026y / 3 / 10)) == "2027-03-10");
    auto slip = long_term(2026y / 3 / 10);
    slip.course_ends = day(2027y / 3 / 11);
    CHECK(last_day(slip) == "2027-03-11");
    CHECK(validity_of(slip, viet_nam(), month_end::refuse).grounds.back() == slip_rules::end_of_course);
    slip.course_ends = day(2027y / 3 / 10);
    CHECK(last_day(slip) == "2027-03-10");
    CHECK(validity_of(slip, viet_nam(), month_end::refuse).grounds.size() == 1);

    // 29 February: the caller says what a year later is.
    auto const leap = long_term(2028y / 2 / 29);
    CHECK(validity_of(leap, viet_nam(), month_end::last_of_month).last_day == day(2029y / 2 / 28));
    CHECK(validity_of(leap, viet_nam(), month_end::first_of_next).last_day == day(2029y / 3 / 1));
    auto const refused = validity_of(leap, viet_nam(), month_end::refuse);
    CHECK(refused.outcome == slip_outcome::facts_missing);
    CHECK(refused.missing == slip_fact::anniversary);

    // Not known whether the disease is one of Annex III: ten working days are sure, the year is not.
    referral_slip const open{.signed_on = day(2026y / 11 / 13)};
    auto const found = validity_of(open, viet_nam(), month_end::last_of_month);
    CHECK(found.outcome == slip_outcome::facts_missing);
    CHECK(found.missing == slip_fact::long_term);
    CHECK(found.last_day == day(2026y / 11 / 30));
    CHECK(found.perhaps_until == day(2027y / 11 / 13));
    CHECK(is_yes(valid_on(open, found, day(2026y / 11 / 30))));
    CHECK(is_unknown(valid_on(open, found, day(2026y / 12 / 1))));
    CHECK(is_unknown(valid_on(open, found, day(2027y / 11 / 13))));
    CHECK(is_no(valid_on(open, found, day(2027y / 11 / 14))));
}

TEST_CASE("a slip of the old rule lasts as the transition says, and old forms end with 2025") {
    referral_slip old{.signed_on = day(2024y / 12 / 20), .printed_until = day(2024y / 12 / 31), .old_form = true};
    CHECK(last_day(old) == "2024-12-31");
    old.course_ends = day(2025y / 4 / 2);  // to 31 December, with a course under way: to its end
    CHECK(last_day(old) == "2025-04-02");
    CHECK(validity_of(old, viet_nam(), month_end::refuse).grounds.back() == slip_rules::old_course);
    old.course_ends = day(2026y / 1 / 1);  // but no old form serves after 2025
    CHECK(last_day(old) == "2025-12-31");
    CHECK(validity_of(old, viet_nam(), month_end::refuse).grounds.back() == slip_rules::old_forms);
    old.course_ends = day(2025y / 12 / 31);
    CHECK(last_day(old) == "2025-12-31");
    CHECK(validity_of(old, viet_nam(), month_end::refuse).grounds.back() == slip_rules::old_course);
    old.printed_until = day(2025y / 1 / 10);  // a slip that was not valid to the year's end is not lengthened
    CHECK(last_day(old) == "2025-01-10");
    old.printed_until = std::nullopt;
    CHECK(last_day(old) == "facts_missing");
    old.printed_until = day(2024y / 12 / 19);
    CHECK(last_day(old) == "not_valid");

    // The first day of the new rule; its slips on old forms.
    CHECK(last_day(ordinary(2025y / 1 / 1)) == "2025-01-15");
    auto form = long_term(2025y / 6 / 2);
    form.old_form = true;
    CHECK(last_day(form) == "2025-12-31");
    form.long_term = truth::unknown;
    CHECK(validity_of(form, viet_nam(), month_end::refuse).perhaps_until == day(2025y / 12 / 31));
    form.signed_on = day(2025y / 12 / 31);
    CHECK(last_day(form) == "2025-12-31");  // whatever the disease: nothing is missing any more
    form.signed_on = day(2026y / 1 / 1);
    CHECK(last_day(form) == "not_valid");
}

TEST_CASE("which diseases are long-term is asked of unverified lists only when the caller allows it") {
    auto const on = day(2026y / 11 / 22);
    for (auto const code : {"D66"_icd10, "I63.9"_icd10, "I10"_icd10, "C25.0"_icd10}) {
        CHECK(is_unknown(in_annex_iii(code, on, unverified::leave_out)));
        CHECK(is_unknown(in_annex_ii(code, unverified::leave_out)));
    }
    CHECK(is_yes(in_annex_ii("D66"_icd10, unverified::use)));
    CHECK(is_yes(in_annex_iii("D66"_icd10, on, unverified::use)));
    CHECK(is_no(in_annex_ii("I10"_icd10, unverified::use)));
    CHECK(is_yes(in_annex_iii("I10"_icd10, on, unverified::use)));
    CHECK(is_unknown(in_annex_iii("E11.7"_icd10, on, unverified::use)));  // some complications of E11, not which
    CHECK(is_no(in_annex_iii("C25.0"_icd10, on, unverified::use)));       // Annex I
    CHECK(is_yes(in_annex_iii("C50.0"_icd10, on, unverified::use)));      // Annex I has it for children only
    CHECK(is_no(in_annex_ii("A31.0"_icd10, unverified::use)));
    CHECK(is_no(in_annex_ii("F33.1"_icd10, unverified::use)));
    CHECK(is_yes(in_annex_ii("A31.1"_icd10, unverified::use)));
    CHECK(is_no(in_annex_iii("J00"_icd10, on, unverified::use)));
    // Q87.11 reads Q87.1 from 2026-06-01.
    CHECK(is_yes(in_annex_iii("Q87.11"_icd10, day(2026y / 5 / 31), unverified::use)));
    CHECK(is_no(in_annex_iii("Q87.1"_icd10, day(2026y / 5 / 31), unverified::use)));
    CHECK(is_yes(in_annex_iii("Q87.1"_icd10, day(2026y / 6 / 1), unverified::use)));
    CHECK(is_no(in_annex_iii("Q87.11"_icd10, day(2026y / 6 / 1), unverified::use)));
}

// English words have no Vietnamese letters, but for "đ" in the name of a point and for signs.
bool reads_english(label const& words) {
    std::string rest(words.en);
    for (std::string const sign : {"≥", "đ", "Đ"}) {
        for (auto at = rest.find(sign); at != std::string::npos; at = rest.find(sign)) rest.erase(at, sign.size());
    }
    for (char const c : rest) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return !words.vi.empty() && !words.en.empty();
}
template <class Value>
void check_words() {
    for (auto const& each : vocabulary<Value>::words) {
        CAPTURE(each.name);
        CHECK(reads_english(each.label));
        CHECK(name_of(each.value) == each.name);
    }
}

TEST_CASE("the words of the insurance rules stand in the language that they belong to") {
    for (auto const& row : direct_access_rows) {
        CAPTURE(row.number);
        CHECK(reads_english(row.name));
        if (row.needs_clinician()) CHECK(reads_english(row.condition));
        if (!row.note.en.empty()) CHECK(reads_english(row.note));
    }
    for (auto const& each : benefit_categories) {
        CAPTURE(each.code);
        CHECK(reads_english(each.says));
    }
    CHECK(to_string(benefit_category::listed_in(), language::vi) == "Quyết định 3276/QĐ-BYT, Phụ lục 1");
    CHECK(to_string(benefit_category::listed_in(), language::en) == "Decision 3276/QĐ-BYT, annex 1");
    for (auto const* each : {&law_25_2008, &decree_188_2025, &decree_146_2018, &circular_01_2025, &circular_06_2026,
                             &circular_37_2024, &decision_3276_2025}) {
        CAPTURE(each->number);
        CHECK(reads_english(each->name));
        CHECK_FALSE(each->verified);
    }
    check_words<confirmation>();
    check_words<visit_setting>();
    check_words<insurance_score>();
    check_words<former_tier>();
    check_words<card_benefit>();
    check_words<visit_fact>();
    check_words<benefit_outcome>();
    check_words<benefit_warning>();
    check_words<slip_outcome>();
    check_words<slip_fact>();
    check_words<slip_kind>();
    check_words<slip_medium>();
    for (auto const& each : {slip_rules::ten_working_days, slip_rules::one_year, slip_rules::end_of_course,
                             slip_rules::old_forms, slip_rules::old_paper, slip_rules::old_course}) {
        CHECK(reads_english(each.says));
    }
}

TEST_CASE("re-examination slips, later courses, and the one step that is proved") {
    CHECK(is_yes(may_use_reexamination_slip(truth::no).holds));
    CHECK(is_no(may_use_reexamination_slip(truth::yes).holds));
    CHECK(is_unknown(may_use_reexamination_slip(truth::unknown).holds));
    CHECK(is_yes(may_set_reexamination(truth::yes, truth::no).holds));
    CHECK(is_no(may_set_reexamination(truth::yes, truth::yes).holds));
    CHECK(is_no(may_set_reexamination(truth::no, truth::no).holds));
    CHECK(may_set_reexamination(truth::no, truth::no).basis.clause == "5");

    CHECK(is_yes(serves_for_course(slip_kind::referral, 1).holds));
    CHECK(is_no(serves_for_course(slip_kind::referral, 2).holds));
    CHECK(is_yes(serves_for_course(slip_kind::reexamination, 2).holds));
    CHECK(is_unknown(serves_for_course(slip_kind::not_known, 2).holds));

    std::vector<referral_step> const way{{"station"_institution, "district"_institution},
                                         {"district"_institution, "province"_institution},
                                         {"province"_institution, "centre"_institution}};
    CHECK(step_to_prove(way, "centre"_institution)->from == "province"_institution);
    CHECK(step_to_prove(way, "district"_institution)->from == "station"_institution);
    CHECK(step_to_prove(way, "station"_institution) == nullptr);
}

TEST_CASE("the digital signature of the facility replaces the stamp from 2026-06-01") {
    slip_signatures slip{slip_medium::electronic, truth::yes, truth::yes, truth::no};
    CHECK(is_yes(signed_in_full(slip, day(2026y / 5 / 31)).holds));
    CHECK(is_no(signed_in_full(slip, day(2026y / 6 / 1)).holds));
    slip.facility_digital = truth::yes;
    slip.stamp = truth::no;
    CHECK(is_yes(signed_in_full(slip, day(2026y / 5 / 31)).holds));
    CHECK(is_yes(signed_in_full(slip, day(2026y / 6 / 1)).holds));
    CHECK(signed_in_full(slip, day(2026y / 6 / 1)).basis.text == circular_06_2026);
    CHECK(signed_in_full(slip, day(2026y / 5 / 31)).basis.text == circular_01_2025);
    // Paper needs the stamp before and after, and no rule on electronic slips says so.
    slip.medium = slip_medium::paper;
    for (auto const on : {day(2026y / 5 / 31), day(2026y / 6 / 1)}) {
        CHECK(is_no(signed_in_full(slip, on).holds));
        CHECK(to_string(signed_in_full(slip, on).basis, language::en) == "Circular 01/2025/TT-BYT, annex VI");
        CHECK(signed_in_full(slip, on).says.en.starts_with("a slip on paper"));
    }
    slip.medium = slip_medium::not_known;
    CHECK(is_unknown(signed_in_full(slip, day(2026y / 6 / 1)).holds));
    slip.practitioner = truth::no;
    CHECK(is_no(signed_in_full(slip, day(2026y / 6 / 1)).holds));
}

}  // namespace
