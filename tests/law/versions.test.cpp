#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/regime.hpp>
#include <lienvien/rules/sweep.hpp>
#include <lienvien/rules/version.hpp>

#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <network/made.hpp>
#include <rules/made_up_jurisdiction.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

// Which version of a provision applies, by every step in turn, and what a crisis changes and does not change. All texts are
// made up; no country is meant.

using namespace made;

namespace {

constexpr instrument text_of(instrument_kind kind, int year, std::string_view number = "made up") {
    return {.number = number,
            .name = {"Văn bản giả định", "Made-up text"},
            .kind = kind,
            .in_force = from(std::chrono::year(year) / 1 / 1)};
}
constexpr auto circular_2020 = text_of(instrument_kind::circular, 2020);
constexpr auto circular_2022 = text_of(instrument_kind::circular, 2022);
constexpr auto decree_2018 = text_of(instrument_kind::decree, 2018);

using version = dated<int>;
constexpr version rate(rule_id id, instrument const& text, int value) {
    return {.id = id, .says = {"mức", "rate"}, .basis = cites(text, 1), .value = value};
}
constexpr sys_days on(int year, unsigned month = 6, unsigned day_of_month = 1) {
    return sys_days(year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day_of_month)));
}
auto everywhere = [](version const&) { return truth::yes; };

template <class Table>
auto choose(Table const& versions, sys_days today) {
    return applicable(versions, today);
}

}  // namespace

TEST_CASE("time comes first: a day without a version has none, and no version is prolonged") {
    std::vector<version> table{rate("old"_rule, circular_2020, 40), rate("new"_rule, circular_2022, 60)};
    table[0].in_force = until(2021y / 7 / 1);
    CHECK(choose(table, on(2019, 12, 31)).outcome == selection::not_in_force);
    CHECK(choose(table, on(2020, 1, 1)).chosen == &table[0]);
    CHECK(choose(table, on(2021, 6, 30)).chosen == &table[0]);
    CHECK(choose(table, on(2021, 7, 1)).outcome == selection::not_in_force);  // the gap between the two
    CHECK(choose(table, on(2021, 12, 31)).chosen == nullptr);
    auto const found = choose(table, on(2022, 1, 1));
    CHECK(found);
    CHECK(found.chosen == &table[1]);
    CHECK(found.decided_by == selection_step::time);
    CHECK(found.day == on(2022, 1, 1));
    CHECK_FALSE(found.uncertain);
}

TEST_CASE("then scope: a version that does not reach the case is no candidate; one that may leaves the answer open") {
    std::vector<version> const table{rate("hospitals"_rule, circular_2022, 60),
                                     rate("clinics"_rule, circular_2020, 40)};
    auto const reaches = [&](truth hospitals, truth clinics) {
        return applicable(
            table, on(2023), [&](version const& each) { return each.value == 60 ? hospitals : clinics; },
            uncertain_rules::apply_and_say, unverified::leave_out);
    };
    auto const only_clinics = reaches(truth::no, truth::yes);
    CHECK(only_clinics.chosen == &table[1]);
    CHECK(only_clinics.decided_by == selection_step::scope);
    CHECK(reaches(truth::no, truth::no).outcome == selection::not_provided_for);
    auto const open = reaches(truth::unknown, truth::yes);
    CHECK(open.outcome == selection::facts_missing);
    CHECK(open.candidates.size() == 2);
    CHECK(reaches(truth::unknown, truth::no).outcome == selection::facts_missing);
    // The later text prevails whatever the earlier one reaches: what is not known cannot change the answer.
    CHECK(reaches(truth::yes, truth::unknown).chosen == &table[0]);
}

TEST_CASE("then competence, before rank: an issuer without the power does not rule, however high or late its text") {
    std::vector<version> table{rate("ministry"_rule, circular_2020, 40), rate("usurper"_rule, decree_2018, 90)};
    CHECK(choose(table, on(2023)).chosen == &table[1]);
    table[1].competent = truth::no;
    auto const found = choose(table, on(2023));
    CHECK(found.chosen == &table[0]);
    CHECK(found.decided_by == selection_step::competence);
    table[1].competent = truth::unknown;
    CHECK(choose(table, on(2023)).outcome == selection::facts_missing);
    table[0].competent = table[1].competent = truth::no;
    auto const none = choose(table, on(2023));
    CHECK(none.outcome == selection::not_provided_for);
    CHECK(none.decided_by == selection_step::competence);
}

TEST_CASE("then the more special, the higher, the later text, in this order") {
    std::vector<version> table{rate("circular-2020"_rule, circular_2020, 40),
                               rate("circular-2022"_rule, circular_2022, 60),
                               rate("decree-2018"_rule, decree_2018, 80)};
    auto const superior = choose(table, on(2023));
    CHECK(superior.chosen == &table[2]);
    CHECK(superior.decided_by == selection_step::superior);
    CHECK(choose(table, on(2021)).chosen == &table[2]);
    table[0].prevails_over = {"decree-2018"_rule, "circular-2022"_rule};
    auto const special = choose(table, on(2023));
    CHECK(special.chosen == &table[0]);
    CHECK(special.decided_by == selection_step::special);
    table.pop_back();
    table[0].prevails_over = {};
    auto const posterior = choose(table, on(2023));
    CHECK(posterior.chosen == &table[1]);
    CHECK(posterior.decided_by == selection_step::posterior);
    CHECK(choose(table, on(2021)).chosen == &table[0]);
}

TEST_CASE("else it is ambiguous with both candidates; overlaps that agree are fine") {
    std::vector<version> table{rate("a"_rule, circular_2020, 40), rate("b"_rule, circular_2020, 60)};
    auto const contested = choose(table, on(2023));
    CHECK(contested.outcome == selection::ambiguous);
    CHECK_FALSE(contested);
    CHECK(contested.chosen == nullptr);
    CHECK(contested.candidates == std::vector<version const*>{&table[0], &table[1]});
    table[1].value = 40;
    auto const agreed = choose(table, on(2023));
    CHECK(agreed.chosen == &table[0]);
    CHECK(agreed.decided_by == selection_step::same_content);
    CHECK(agreed.candidates.size() == 2);
    // Exceptions in a circle leave nobody standing.
    table[1].value = 60;
    table.push_back(rate("c"_rule, circular_2020, 80));
    table[0].prevails_over[0] = "b"_rule;
    table[1].prevails_over[0] = "c"_rule;
    table[2].prevails_over[0] = "a"_rule;
    CHECK(choose(table, on(2023)).outcome == selection::ambiguous);
    CHECK(choose(table, on(2023)).candidates.size() == 3);
}

TEST_CASE("uncertain texts are applied and said so, or left out; weak ones are read only when asked for") {
    auto doubtful = circular_2022;
    doubtful.uncertain_from = day(2024y / 1 / 1);
    std::vector<version> table{rate("sure"_rule, circular_2020, 40), rate("doubtful"_rule, doubtful, 60)};
    CHECK_FALSE(choose(table, on(2023)).uncertain);
    auto const said = choose(table, on(2024));
    CHECK(said.chosen == &table[1]);
    CHECK(said.uncertain);
    CHECK(applicable(table, on(2024), everywhere, uncertain_rules::leave_out, unverified::leave_out).chosen ==
          &table[0]);
    table[1].weak = true;
    CHECK(choose(table, on(2024)).chosen == &table[0]);
    CHECK(applicable(table, on(2024), everywhere, uncertain_rules::apply_and_say, unverified::use).chosen == &table[1]);
}

TEST_CASE("an answer with missing facts never contradicts what the facts would bring") {
    // Every table of four versions out of a small stock, every pattern of what is known of scope, against all completions.
    std::array<instrument, 3> const texts{circular_2020, circular_2022, decree_2018};
    std::uint64_t seed = 20'260'101;
    auto const next = [&seed](std::uint64_t below) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>((seed >> 33) % below);
    };
    std::array<rule_id, 4> const names{"a"_rule, "b"_rule, "c"_rule, "d"_rule};
    std::set<selection> seen;
    for (int round = 0; round < 3000; ++round) {
        std::vector<version> table;
        std::vector<truth> scope;
        for (auto const& name : names) {
            table.push_back(rate(name, texts[next(3)], static_cast<int>(next(3))));
            if (next(4) == 0) table.back().prevails_over[0] = names[next(4)];
            scope.push_back(static_cast<truth>(static_cast<int>(next(3)) - 1));
        }
        auto const with = [&](std::vector<truth> const& known_scope) {
            return applicable(
                table, on(2023),
                [&](version const& each) { return known_scope[static_cast<std::size_t>(&each - table.data())]; },
                uncertain_rules::apply_and_say, unverified::leave_out);
        };
        auto const vague = with(scope);
        seen.insert(vague.outcome);
        if (vague.outcome == selection::facts_missing) continue;
        for (unsigned completion = 0; completion < 16; ++completion) {
            auto complete = scope;
            for (std::size_t at = 0; at < 4; ++at) {
                if (is_unknown(complete[at])) complete[at] = known((completion >> at & 1u) != 0);
            }
            auto const sharp = with(complete);
            REQUIRE(sharp.outcome == vague.outcome);
            if (vague) REQUIRE(sharp.chosen->value == vague.chosen->value);
        }
    }
    CHECK(seen ==
          std::set{selection::applies, selection::facts_missing, selection::not_provided_for, selection::ambiguous});
}

TEST_CASE("an act done under the old rule is judged as the transition rule says") {
    std::vector<version> table{rate("old"_rule, circular_2020, 40), rate("new"_rule, circular_2022, 60)};
    table[0].in_force = until(2022y / 1 / 1);
    transition_rule by{.kind = transition_kind::rule_of_the_act,
                       .until = day(2024y / 1 / 1),
                       .says = {"quy định cũ tiếp tục", "the old rule goes on"},
                       .basis = cites(circular_2022, 9)};
    CHECK(applicable_to_act(table, on(2021), on(2023), by).chosen->value == 40);
    CHECK(applicable_to_act(table, on(2021), on(2023, 12, 31), by).chosen->value == 40);
    CHECK(applicable_to_act(table, on(2021), on(2024, 1, 1), by).chosen->value == 60);
    CHECK(applicable_to_act(table, on(2022, 1, 1), on(2023), by).chosen->value == 60);
    by.until = std::nullopt;
    CHECK(applicable_to_act(table, on(2021), on(2090), by).chosen->value == 40);
    by.kind = transition_kind::rule_of_today;
    CHECK(applicable_to_act(table, on(2021), on(2023), by).chosen->value == 60);
    CHECK(applicable_to_act(table, on(2019), on(2019), by).outcome == selection::not_in_force);
    auto const lower = [](int a, int b) { return a < b; };
    auto const higher = [](int a, int b) { return a > b; };
    CHECK(more_favourable(table, on(2021), on(2023), lower).chosen->value == 40);
    CHECK(more_favourable(table, on(2021), on(2023), higher).chosen->value == 60);
    CHECK(more_favourable(table, on(2019), on(2023), lower).chosen->value == 60);  // nothing held then
    CHECK(more_favourable(table, on(2018), on(2019), lower).outcome == selection::not_in_force);
    table[1].in_force = until(2023y / 1 / 1);
    CHECK(more_favourable(table, on(2021), on(2023), higher).chosen->value == 40);  // nothing holds now
    table.push_back(rate("rival"_rule, circular_2020, 70));
    CHECK(more_favourable(table, on(2021), on(2023), higher).outcome == selection::ambiguous);
    CHECK(more_favourable(table, on(2023), on(2023), higher).chosen->value == 70);
}

TEST_CASE("a citation names a place without a number in both languages") {
    auto const place = cites(circular_2020, says(vi("Phụ lục V"), en("annex V")));
    CHECK(to_string(place, language::vi) == "Văn bản giả định made up, Phụ lục V");
    CHECK(to_string(place, language::en) == "Made-up text made up, annex V");
    CHECK(to_string(cites(circular_2020, 4, "1a"), language::en) == "Made-up text made up, article 4 clause 1 point a");
}

TEST_CASE("an assessment is met where every provision is, and finds what is not") {
    auto doubtful = circular_2022;
    doubtful.uncertain_from = day(2024y / 1 / 1);
    auto const sure = rate("sure"_rule, circular_2020, 1);
    auto const unsure = rate("unsure"_rule, doubtful, 1);
    auto weak = rate("weak"_rule, circular_2020, 1);
    weak.weak = true;
    auto const assess = [&](sys_days today, truth first, truth second, unverified mode = unverified::leave_out) {
        assessment made(today, mode);
        made.ask(sure, first, {"vì a", "because a"});
        made.ask(unsure, second, {"vì b", "because b"});
        made.ask(weak, truth::no, {"vì c", "because c"});
        return made;
    };
    CHECK(assess(on(2019), truth::yes, truth::yes).outcome() == compliance::not_in_force);
    CHECK(assess(on(2021), truth::yes, truth::no).outcome() == compliance::met);  // the second is not in force yet
    CHECK(assess(on(2023), truth::yes, truth::yes).outcome() == compliance::met);
    CHECK(assess(on(2023), truth::yes, truth::unknown).outcome() == compliance::facts_missing);
    CHECK(assess(on(2023), truth::unknown, truth::no).outcome() == compliance::not_met);
    CHECK(assess(on(2023), truth::yes, truth::yes, unverified::use).outcome() == compliance::not_met);
    auto const found = assess(on(2024), truth::no, truth::no, unverified::use).problems("case 1");
    REQUIRE(found.size() == 3);
    CHECK(found[0].severity == severity::error);
    CHECK(found[0].code == "sure"_finding);
    CHECK(found[0].subject == "case 1");
    CHECK(found[0].message.en == "not met: rate (Made-up text made up, article 1): because a");
    CHECK(found[1].severity == severity::warning);
    CHECK(found[2].severity == severity::warning);
    CHECK(assess(on(2023), truth::unknown, truth::yes).problems("x")[0].severity == severity::note);
    CHECK(assess(on(2024), truth::no, truth::no).find("unsure"_rule)->uncertain);
    CHECK(assess(on(2021), truth::no, truth::no).find("unsure"_rule) == nullptr);
}

namespace crisis_rules {

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

inline constexpr instrument outbreak_act{
    .number = "5/2025",
    .name = {"Lệnh chống dịch giả định", "Made-up Outbreak Order"},
    .kind = instrument_kind::decree,
    .in_force = between(std::chrono::year(2025) / 3 / 1, std::chrono::year(2025) / 9 / 1),
};
/// In the outbreak beds are not asked for, and a patient may go up by more than one level.
inline constexpr auto transfers = crisis_variant<made_up::strict_transfers>(
    "made-up.strict.outbreak", label{"Chuyển người bệnh khi có dịch (giả định)", "Transfers in an outbreak (made up)"},
    measure_of<"outbreak", outbreak_act>(says(vi("khi có dịch"), en("during the outbreak")), cites(outbreak_act, 2)),
    replaces<made_up::one_step>(permits(level(receiver) > level(origin))),
    replaces<made_up::a_free_bed>(demands(operates(receiver))));

inline constexpr auto nothing_replaced = crisis_variant<made_up::strict_transfers>(
    "made-up.strict.still", label{"Không thay đổi (giả định)", "Nothing replaced (made up)"},
    measure_of<"outbreak", outbreak_act>(says(vi("khi có dịch"), en("during the outbreak")), cites(outbreak_act, 2)));

}  // namespace crisis_rules

namespace {

/// Hospitals of all levels, some full, some not known; an outbreak declared for April to December 2025.
network outbreak(regime_kind kind = regime_kind::crisis) {
    network all;
    add_technique(all, "t");
    struct facility {
        std::string_view id;
        technical_level level;
        int free;
    };
    for (auto const& [id, level, free] : {facility{"initial", technical_level::initial, 3},
                                          {"basic", technical_level::basic, 0},
                                          {"specialised", technical_level::specialised, 0},
                                          {"other-specialised", technical_level::specialised, 5},
                                          {"unknown-level", technical_level::not_known, -1}}) {
        add_hospital(all, id);
        add_list(all, id, {"t"});
        all.gradings.push_back({.institution = named(id), .level = level, .valid = always, .source = synthetic()});
        if (free >= 0) {
            all.capacities.push_back({.institution = named(id),
                                      .total = beds(9),
                                      .free = beds(free),
                                      .valid = always,
                                      .source = synthetic()});
        }
    }
    all.regimes.push_back(
        {.id = "outbreak"_regime, .kind = kind, .valid = between(2025y / 4 / 1, 2026y / 1 / 1), .source = synthetic()});
    return all;
}
patient_need from_initial(urgency how_soon) {
    return {.id = "n"_need,
            .origin = "initial"_institution,
            .techniques = {"t"_technique},
            .urgency = how_soon,
            .stable = truth::yes,
            .transfer_indicated = truth::no,
            .past_emergency_stage = truth::no,
            .improved = truth::no,
            .source = synthetic()};
}
struct both_answers {
    std::vector<verdict> peace, crisis;
};
both_answers ask_both(network const& all, patient_need const& need, sys_days today) {
    auto const now = as_of(all, today);
    auto const a = decide(now, made_up::strict_transfers, need);
    auto const b = decide(now, crisis_rules::transfers, need);
    CHECK(sweep(b.book(), b.rules(), b.asked()) == b.verdicts());
    auto const c = decide(now, crisis_rules::nothing_replaced, need);
    CHECK(c.verdicts() == a.verdicts());
    for (std::uint32_t s = 0; s < now.size(); ++s) {
        CHECK(why(b, now.at(site{s}).id)->verdict == b.verdicts()[s]);
    }
    return {a.verdicts(), b.verdicts()};
}
/// The rules that differ between two verdicts.
rule_set changed(verdict const& a, verdict const& b) { return (a.bears ^ b.bears) | (a.open ^ b.open); }

constexpr std::size_t number_in_book(rule_id const& id) {
    auto const all = made_up::strict_transfers.headings();
    std::size_t at = 0;
    while (all[at].id != id) ++at;
    return at;
}

constexpr rule_set replaced =
    (rule_set{1} << number_in_book(made_up::one_step.id)) | (rule_set{1} << number_in_book(made_up::a_free_bed.id));

}  // namespace

TEST_CASE("a crisis replaces the named rules only, only while the act is in force and the crisis is declared") {
    auto const all = outbreak();
    bool any = false;
    for (auto const how_soon : {urgency::routine, urgency::urgent, urgency::emergency, urgency::not_known}) {
        for (auto const today : {on(2024), on(2025, 2, 28), on(2025, 3, 31), on(2025, 4, 1), on(2025, 8, 31),
                                 on(2025, 9, 1), on(2025, 12, 31), on(2026, 1, 1)}) {
            auto const given = ask_both(all, from_initial(how_soon), today);
            bool const crisis = today >= on(2025, 4, 1) && today < on(2025, 9, 1);
            for (std::size_t s = 0; s < given.peace.size(); ++s) {
                rule_set const differ = changed(given.peace[s], given.crisis[s]);
                CHECK((differ & ~replaced) == 0);  // every rule that is not named gives the same answer
                if (!crisis) CHECK(given.crisis[s] == given.peace[s]);
                any = any || differ != 0;
            }
        }
    }
    CHECK(any);
}

TEST_CASE("the proof of a replaced rule names the act, and two steps up become one answer in the crisis") {
    auto const all = outbreak();
    auto const bears = [&](sys_days today, std::string_view rule) {
        auto const now = as_of(all, today);
        auto const because =
            why(decide(now, crisis_rules::transfers, from_initial(urgency::routine)), named("other-specialised"));
        for (auto const& each : because->rules) {
            if (each.rule.id.view() == rule) return std::pair(each.bears, each.why);
        }
        return std::pair(truth::unknown, proof{});
    };
    CHECK(bears(on(2025, 2), "made.3-2019.3").first == truth::no);
    auto const [held, why_so] = bears(on(2025, 5), "made.3-2019.3");
    CHECK(held == truth::yes);
    CHECK(why_so.node == proof::kind::exception);
    REQUIRE(why_so.parts.size() == 3);
    CHECK(why_so.parts[0].basis == cites(crisis_rules::outbreak_act, 2));
    CHECK(why_so.parts[0].words.en == "during the outbreak");
    CHECK(crisis_rules::transfers.headings()[number_in_book(made_up::one_step.id)] ==
          made_up::strict_transfers.headings()[number_in_book(made_up::one_step.id)]);
}

TEST_CASE("where it is not known whether the crisis holds, only an answer that it would change stays open") {
    auto all = outbreak(regime_kind::not_known);
    auto const today = on(2025, 5);
    auto const given = ask_both(all, from_initial(urgency::routine), today);
    all.regimes[0].kind = regime_kind::crisis;
    auto const sure = ask_both(all, from_initial(urgency::routine), today);
    all.regimes[0].kind = regime_kind::peacetime;
    auto const peace = ask_both(all, from_initial(urgency::routine), today);
    bool any = false;
    for (std::size_t s = 0; s < given.crisis.size(); ++s) {
        rule_set const hangs = changed(peace.crisis[s], sure.crisis[s]) & replaced;
        any = any || hangs != 0;
        CHECK((given.crisis[s].open & hangs) == hangs);
        CHECK((changed(given.crisis[s], peace.crisis[s]) & ~hangs) == 0);
        CHECK(peace.crisis[s] == peace.peace[s]);
    }
    CHECK(any);
    all.regimes[0].kind = regime_kind::crisis;
    all.regimes[0].source.known_since = on(2025, 6);
    auto const before_known = as_of(all, today, on(2025, 5));
    CHECK(decide(before_known, crisis_rules::transfers, from_initial(urgency::routine)).verdicts() == peace.peace);
}
