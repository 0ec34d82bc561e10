#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/law/vietnam/benefit_change.hpp>
#include <lienvien/law/vietnam/referral_slip.hpp>

#include <support/catch.hpp>

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Did a reform make it stricter? Two real changes of the law of insurance, over every class of visits and of slips, with
// visits that show it. What they say is also kept as a file to read: tests/golden/reforms.txt.

using namespace lienvien;
using namespace lienvien::vietnam;
using namespace std::chrono_literals;

namespace {

// ---- 1 July 2026: half the benefit for some who come on their own ------------------------------------------------------

benefit_change const& july_2026() {
    static benefit_change const found = compare_benefits(day(2026y / 6 / 30), day(2026y / 7 / 1));
    return found;
}

// ---- 1 January 2025, visits on one's own ------------------------------------------------------------------------------

bool on_ones_own(visit const& v) {
    return !is_yes(v.emergency | v.registered_here | v.referral_slip | v.reexamination_slip | v.changed_residence |
                   v.newborn | v.donor);
}
std::optional<percentage> of_the_card(int percent, visit const& v) {
    return percentage::of_parts(percent * percent_of(v.card)->count() / 100);
}
/// Before 2025, as far as it was found stated: free choice in the district tier, 100 % for those admitted in the provincial
/// one, 40 % for those admitted and nothing for others in the central one. From general knowledge: a fragment, no rule pack.
paid_visit paid_in_2024(visit const& v) {
    if (!on_ones_own(v) || is_yes(v.hardship)) return {};
    bool const admitted = v.setting == visit_setting::inpatient;
    switch (v.facility.tier) {
        case former_tier::district:
            return {"district tier", of_the_card(100, v)};
        case former_tier::provincial:
            return admitted ? paid_visit{"provincial tier", of_the_card(100, v)} : paid_visit{};
        case former_tier::central:
            return {"central tier", of_the_card(admitted ? 40 : 0, v)};
        default:
            return {};
    }
}
/// From 2025-01-01: the codes that rest on article 22 of the Law alone, which holds from that day; those that rest on Decree
/// 188/2025 came later.
paid_visit paid_in_2025(visit const& v) {
    if (!on_ones_own(v)) return {};
    for (auto const& each : benefit_of(v, day(2025y / 10 / 17))) {
        bool by_the_law = false;
        bool by_others = false;
        for (auto const& basis : each.category->basis) {
            if (!basis) continue;
            by_the_law = by_the_law || basis->text == law_25_2008;
            by_others = by_others || basis->text == decree_188_2025;
        }
        if (by_the_law && !by_others) return {each.category->code, each.rate};
    }
    return {};
}

// ---- 1 January 2025, slips ----------------------------------------------------------------------------------------------

/// A slip signed on a day of a year, whether it is for a disease of Annex III, and shown so many days later. The old one is
/// printed valid to 31 December.
struct slip_class {
    int signed_after;  ///< days after 1 January
    bool long_term;
    int shown_after;  ///< days after the signing
};
struct slip_change {
    std::size_t classes = 0;
    std::size_t fewer = 0;
    std::size_t more = 0;
    std::optional<slip_class> no_longer{};
    std::optional<slip_class> newly{};
};
slip_change slips_of_2025() {
    auto const worked = vietnam::calendar(2024y, 2026y, {}).value();
    slip_change found;
    for (int after = 0; after < 365; ++after) {
        for (bool const long_term : {false, true}) {
            // 2023 and 2025 have 365 days each: the same day of the year.
            referral_slip const old{.signed_on = day(2023y / 1 / 1) + std::chrono::days(after),
                                    .long_term = known(long_term),
                                    .printed_until = day(2023y / 12 / 31)};
            referral_slip const now{.signed_on = day(2025y / 1 / 1) + std::chrono::days(after),
                                    .long_term = known(long_term)};
            auto const was = validity_of(old, worked, month_end::refuse);
            auto const is = validity_of(now, worked, month_end::refuse);
            for (int shown = 0; shown <= 400; ++shown) {
                ++found.classes;
                truth const before = valid_on(old, was, old.signed_on + std::chrono::days(shown));
                truth const later = valid_on(now, is, now.signed_on + std::chrono::days(shown));
                if (is_unknown(before) || is_unknown(later)) throw std::logic_error("a class of slips is open");
                if (before == later) continue;
                auto& first = is_yes(before) ? found.no_longer : found.newly;
                if (!first) first = slip_class{after, long_term, shown};
                is_yes(before) ? ++found.fewer : ++found.more;
            }
        }
    }
    return found;
}

// ---- in words -------------------------------------------------------------------------------------------------------------

std::string both(text const& says) { return "  vi: " + says.vi + "\n  en: " + says.en + "\n"; }
std::string in_words(std::string const& title, benefit_change const& found) {
    std::string made = title + "\n" + both(to_text(label_of(*found.is)));
    made += "  " + std::to_string(found.classes - found.unsettled) + " of " + std::to_string(found.classes) +
            " classes of visits compared: " + std::to_string(found.less) + " are paid less, " +
            std::to_string(found.more) + " more\n";
    for (auto const& each : found.shifts) {
        made += "\n  " + std::string(each.code_before) + " -> " + std::string(each.code_after) + ": " +
                std::to_string(each.less + each.more) + " classes, such as " + each.before.to_string() + " % -> " +
                each.after.to_string() + " %\n" + both(describe(visit_classes::at(each.example)));
    }
    return made + "\n";
}
std::string in_words(slip_class const& shown) {
    auto const signed_on = year_month_day(day(2025y / 1 / 1) + std::chrono::days(shown.signed_after));
    return "signed on the " + std::to_string(static_cast<unsigned>(signed_on.day())) + ". of month " +
           std::to_string(static_cast<unsigned>(signed_on.month())) +
           (shown.long_term ? ", disease of Annex III" : ", any other disease") + ", shown " +
           std::to_string(shown.shown_after) + " days later";
}

TEST_CASE("the reform of 2026-07-01 pays more and nobody less: three codes, 648 classes of visits of 1,474,560") {
    auto const& found = july_2026();
    CHECK(found.is == strictness::looser);
    CHECK(found.classes == 1'474'560);
    CHECK(found.unsettled == 0);
    CHECK(found.less == 0);
    CHECK_FALSE(found.pays_less);
    // Worked out by hand from the wording of the codes; each class comes with three cards. 1.13: 8 ways of what does not
    // matter, five former tiers, and two of them where the facility is provisional (else 1.12 stands first). 1.14: 16 ways, two
    // tiers, the three scores that are not 1.13. 1.18: 16 ways, four scores.
    std::map<std::string, std::uint64_t> more;
    for (auto const& each : found.shifts) {
        CHECK(each.code_before == each.code_after);
        CHECK(each.before == percentage(0));
        CHECK(each.after == percentage(40));  // the first card is one of 80 %
        more[std::string(each.code_after)] = each.more;
        auto const shown = visit_classes::at(each.example);
        CHECK(benefit_of(shown, day(2026y / 6 / 30)).rate() == each.before);
        CHECK(benefit_of(shown, day(2026y / 7 / 1)).rate() == each.after);
        CHECK(on_ones_own(shown));
        CHECK(shown.setting == visit_setting::outpatient);
    }
    CHECK(more == std::map<std::string, std::uint64_t>{
                      {"1.13", 8 * (5 + 2) * 3}, {"1.14", 16 * 2 * 3 * 3}, {"1.18", 16 * 4 * 3}});
    CHECK(found.more == 648);
    CHECK(found.pays_more == found.shifts.front().example);

    CHECK(compare_benefits(day(2026y / 7 / 1), day(2026y / 6 / 30)).is == strictness::stricter);
    CHECK(compare_benefits(day(2026y / 7 / 1), day(2030y / 1 / 1)).is == strictness::equal);
    // Before there was a list nothing is compared, and nothing is said.
    auto const first_day = compare_benefits(day(2025y / 10 / 16), day(2025y / 10 / 17));
    CHECK_FALSE(first_day.is);
    CHECK(first_day.unsettled == first_day.classes);
}

TEST_CASE("every class of visits is another one") {
    // Each digit of a number is one fact: changing it changes the visit, and the first of all has every statement denied.
    auto const first = visit_classes::at(0);
    CHECK(on_ones_own(first));
    CHECK(first.diagnosis == icd10_code::checked("I63.9"));
    std::vector<visit> near_ones;
    std::uint64_t weight = 1;
    for (std::uint64_t const values : {3u, 5u, 4u, 3u, 2u, 2u, 2u, 2u, 2u, 2u, 2u, 2u, 2u, 2u, 2u, 2u, 2u}) {
        for (std::uint64_t value = 1; value < values; ++value) near_ones.push_back(visit_classes::at(value * weight));
        weight *= values;
    }
    CHECK(weight == visit_classes::size());
    for (std::size_t a = 0; a < near_ones.size(); ++a) {
        CHECK_FALSE(near_ones[a] == first);
        for (std::size_t b = 0; b < a; ++b) CHECK_FALSE(near_ones[a] == near_ones[b]);
    }
}

TEST_CASE(
    "what the codes of 2025 changed for those who come on their own, as far as both rules are stated: nobody is paid "
    "less") {
    auto const found = compare_benefits(paid_in_2024, paid_in_2025);
    CHECK(found.is == strictness::looser);
    CHECK(found.less == 0);
    auto const paid = [](visit_setting setting, technical_level level, bool annex_i) {
        visit asked = visit_classes::at(0);
        asked.setting = setting;
        asked.card = card_benefit::percent_100;
        asked.facility.level = level;
        asked.facility.tier = former_tier::central;
        if (annex_i) asked.diagnosis = icd10_code::checked("C25.0");
        return std::pair(paid_in_2024(asked).share, paid_in_2025(asked).share);
    };
    using share = std::optional<percentage>;
    using enum visit_setting;
    CHECK(paid(inpatient, technical_level::specialised, true) ==
          std::pair(share(percentage(40)), share(percentage(100))));
    CHECK(paid(outpatient, technical_level::specialised, true) ==
          std::pair(share(percentage(0)), share(percentage(100))));
    CHECK(paid(inpatient, technical_level::specialised, false) ==
          std::pair(share(percentage(40)), share(percentage(40))));
    CHECK(paid(outpatient, technical_level::specialised, false) ==
          std::pair(share(percentage(0)), share(percentage(0))));
    // Central hospitals that were graded basic: whoever is admitted is paid in full; for others the Decree came later.
    CHECK(paid(inpatient, technical_level::basic, false) == std::pair(share(percentage(40)), share(percentage(100))));
    CHECK_FALSE(paid(outpatient, technical_level::basic, false).second);
    CHECK(found.unsettled > 0);
    CHECK(found.unsettled < found.classes);
}

TEST_CASE(
    "slips of Circular 01/2025 against those of the old rule: shorter for most diseases, longer for those of Annex III "
    "late in the year") {
    auto const found = slips_of_2025();
    CHECK(found.classes == 365 * 2 * 401);
    CHECK(found.fewer > 0);
    CHECK(found.more > 0);  // neither stricter nor looser
    REQUIRE(found.no_longer);
    CHECK_FALSE(found.no_longer->long_term);  // 1 January, any disease, on the day after the tenth working day
    CHECK(found.no_longer->signed_after == 0);
    CHECK(found.no_longer->shown_after == 15);
    REQUIRE(found.newly);
    CHECK(found.newly->signed_after == 0);
    CHECK(found.newly->long_term);  // 1 January of the next year: the year is not over
    CHECK(found.newly->shown_after == 365);
    // By hand: the old slip is shown validly on 365 - n days of the year after n; a year has 366 such days with both ends.
    std::size_t longer = 0;
    for (std::size_t n = 0; n < 365; ++n) longer += 366 - (365 - n);
    std::size_t beyond = 0;  // slips of the last days of December that ten working days carry into the next year
    for (int after = 340; after < 365; ++after) {
        auto const worked = vietnam::calendar(2025y, 2026y, {}).value();
        referral_slip const now{.signed_on = day(2025y / 1 / 1) + std::chrono::days(after), .long_term = truth::no};
        auto const last = validity_of(now, worked, month_end::refuse).last_day.value();
        if (last > day(2025y / 12 / 31)) beyond += static_cast<std::size_t>((last - day(2025y / 12 / 31)).count());
    }
    CHECK(found.more == longer + beyond);
}

TEST_CASE("the reforms in words are those of tests/golden/reforms.txt") {
    std::string made =
        in_words("Insurance benefit, 2026-06-30 against 2026-07-01 (Decree 188/2025, article 19)", july_2026());
    made += in_words("Visits on one's own, 2024-12-31 against 2025-01-01 (Law on Health Insurance, article 22(4))",
                     compare_benefits(paid_in_2024, paid_in_2025));
    auto const slips = slips_of_2025();
    made +=
        "Referral slips, printed to 31 December (Decree 146/2018, article 15(5)) against Circular 01/2025, article "
        "12\n" +
        both(to_text(label_of(strictness::incomparable))) + "  " + std::to_string(slips.classes) +
        " classes of slips compared: " + std::to_string(slips.fewer) + " no longer valid, " +
        std::to_string(slips.more) + " newly valid\n  no longer: " + in_words(*slips.no_longer) +
        "\n  newly: " + in_words(*slips.newly) + "\n";
    std::ifstream file("tests/golden/reforms.txt", std::ios::binary);
    std::string const kept{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    INFO(made);
    CHECK(made == kept);
}

}  // namespace
