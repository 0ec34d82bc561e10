#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/sweep.hpp>
#include <lienvien/rules/trace.hpp>

#include <support/catch.hpp>

#include <cstddef>
#include <network/made.hpp>
#include <rules/made_up_jurisdiction.hpp>
#include <rules/naive.hpp>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

// What each node of a rule means, how rules that contradict each other are settled, which rules a day has, and how
// permitted receivers are ranked.

using namespace made;
using namespace lienvien::terms;

namespace {

constexpr truth three[] = {truth::no, truth::unknown, truth::yes};

/// An origin of tier `from` and a receiver of tier `to`, both known or not.
struct pair_of_sites {
    network written;
    patient_need need{.id = "n"_need, .origin = "from"_institution, .source = synthetic()};

    pair_of_sites() {
        add_hospital(written, "from");
        add_hospital(written, "to");
    }
    void add_tier(std::string_view site, legacy_tier tier) {
        written.legacy_standings.push_back(
            {.institution = named(site), .tier = tier, .valid = always, .source = synthetic()});
    }
    template <class Condition>
    truth read(Condition const& condition) const {
        auto const today = as_of(written, 2026y / 11 / 21);
        request const asked(today, need);
        transfer_case const about{&asked, *today.find("to"_institution)};
        watch_nothing nothing;
        truth const value = condition.read(about, nothing);
        proof_builder builder;
        CHECK(condition.read(about, builder) == value);
        auto const proved = naive::read(std::move(builder).take());
        CHECK(proved.sound);
        CHECK(proved.value == value);
        return value;
    }
};

constexpr instrument text_of(instrument_kind kind, int year = 0) {
    instrument made{.number = "1", .name = {"Văn bản giả định", "Made-up text"}, .kind = kind};
    if (year != 0) made.in_force = from(std::chrono::year(year) / 1 / 1);
    return made;
}
constexpr label any_words = says(vi("quy tắc giả định"), en("a made-up rule"));

/// The verdict where a permission holds in an emergency and an objection stands for the unstable.
template <class Permission, class Objection>
verdict verdict_of(Permission const& permission, Objection const& objection, truth permission_holds,
                   truth objection_stands, otherwise rest = otherwise::not_provided_for,
                   year_month_day today = 2026y / 11 / 21, uncertain_rules policy = uncertain_rules::apply_and_say) {
    pair_of_sites sites;
    sites.need.urgency = is_unknown(permission_holds) ? urgency::not_known
                         : is_yes(permission_holds)   ? urgency::emergency
                                                      : urgency::routine;
    sites.need.stable = !objection_stands;
    auto const book = rulebook("book", label{"bộ", "book"}, rest, permission, objection);
    auto const now = as_of(sites.written, today);
    auto const given = decide(now, book, sites.need, policy);
    CHECK(sweep(book, given.rules(), given.asked()) == given.verdicts());
    auto const found = given.verdicts()[1];
    CHECK(why(given, "to"_institution)->verdict == found);
    return found;
}
constexpr auto permission_in(instrument const& text) {
    return rule("permission"_rule, any_words, cites(text), permits(emergency));
}
constexpr auto objection_in(instrument const& text) {
    return rule("objection"_rule, any_words, cites(text), forbids(!stable));
}

}  // namespace

TEST_CASE("all, any, not and provided: as a naive reader of three values says") {
    pair_of_sites sites;
    auto& patient = sites.need;
    for (truth const a : three) {
        for (truth const b : three) {
            for (truth const c : three) {
                patient.stable = a;
                patient.transfer_indicated = b;
                patient.improved = c;
                bool const some_no = a == truth::no || b == truth::no || c == truth::no;
                bool const some_yes = a == truth::yes || b == truth::yes || c == truth::yes;
                bool const some_open = a == truth::unknown || b == truth::unknown || c == truth::unknown;
                CHECK(sites.read(all_of(stable, transfer_indicated, improved)) == (some_no     ? truth::no
                                                                                   : some_open ? truth::unknown
                                                                                               : truth::yes));
                CHECK(sites.read(any_of(stable, transfer_indicated, improved)) == (some_yes    ? truth::yes
                                                                                   : some_open ? truth::unknown
                                                                                               : truth::no));
            }
        }
        CHECK(sites.read(stable) == a);
        patient.stable = a;
        CHECK(sites.read(stable) == a);
        CHECK(static_cast<int>(sites.read(!stable)) == -static_cast<int>(a));
        CHECK(sites.read(provided(cites(instrument{}, 1), any_words, stable)) == a);
    }
}

TEST_CASE("an exception takes the place of its rule; an exception to an exception of that one") {
    pair_of_sites sites;
    auto& patient = sites.need;
    for (truth const rule_holds : three) {
        for (truth const exception_holds : three) {
            for (truth const instead : three) {
                patient.stable = rule_holds;
                patient.improved = exception_holds;
                patient.transfer_indicated = instead;
                truth const expected = exception_holds == truth::yes  ? instead
                                       : exception_holds == truth::no ? rule_holds
                                       : instead == rule_holds        ? rule_holds
                                                                      : truth::unknown;
                CHECK(sites.read((permits(stable) | unless(improved, permits(transfer_indicated))).when) == expected);
                CHECK(sites.read((demands(stable) | unless(improved, demands(transfer_indicated))).when) == expected);
                for (truth const inner : three) {
                    patient.past_emergency_stage = inner;
                    truth const replaced = inner == truth::yes                    ? truth::no
                                           : inner == truth::no || is_no(instead) ? instead
                                                                                  : truth::unknown;
                    truth const nested = exception_holds == truth::yes  ? replaced
                                         : exception_holds == truth::no ? rule_holds
                                         : replaced == rule_holds       ? rule_holds
                                                                        : truth::unknown;
                    CHECK(sites.read((permits(stable) |
                                      unless(improved, permits(transfer_indicated) | unless(past_emergency_stage)))
                                         .when) == nested);
                }
            }
            // Without a substitute the rule has no effect: nothing is permitted or forbidden, a demand is met.
            patient.stable = rule_holds;
            patient.improved = exception_holds;
            auto const without = [&](truth effectless) {
                return exception_holds == truth::yes  ? effectless
                       : exception_holds == truth::no ? rule_holds
                       : rule_holds == effectless     ? effectless
                                                      : truth::unknown;
            };
            CHECK(sites.read((permits(stable) | unless(improved)).when) == without(truth::no));
            CHECK(sites.read((forbids(stable) | unless(improved)).when) == without(truth::no));
            CHECK(sites.read((demands(stable) | unless(improved)).when) == without(truth::yes));
        }
    }
}

TEST_CASE("amounts are compared by the six signs; what is not known stays so") {
    for (auto const& from_tier : vocabulary<legacy_tier>::words) {
        for (auto const& to_tier : vocabulary<legacy_tier>::words) {
            pair_of_sites sites;
            sites.add_tier("from", from_tier.value);
            sites.add_tier("to", to_tier.value);
            int const a = static_cast<int>(to_tier.value);
            int const b = static_cast<int>(from_tier.value);
            auto const if_known = [&](bool holds) { return a == 0 || b == 0 ? truth::unknown : known(holds); };
            CHECK(sites.read(tier(receiver) == tier(origin)) == if_known(a == b));
            CHECK(sites.read(tier(receiver) != tier(origin)) == if_known(a != b));
            CHECK(sites.read(tier(receiver) < tier(origin)) == if_known(a < b));
            CHECK(sites.read(tier(receiver) <= tier(origin)) == if_known(a <= b));
            CHECK(sites.read(tier(receiver) > tier(origin)) == if_known(a > b));
            CHECK(sites.read(tier(receiver) >= tier(origin)) == if_known(a >= b));
            CHECK(sites.read(tier(receiver) == one_above(tier(origin))) == if_known(a == b + 1));
            CHECK(sites.read(tier(receiver) >= legacy_tier::provincial) == (a == 0 ? truth::unknown : known(a >= 3)));
        }
    }
    pair_of_sites sites;
    CHECK(sites.read(travel_minutes <= time_window) == truth::unknown);
    sites.need.within = minutes_of_travel(60);
    CHECK(sites.read(travel_minutes <= time_window) == truth::unknown);
    sites.written.travels.push_back({"from"_institution, "to"_institution, minutes_of_travel(60), always, synthetic()});
    CHECK(sites.read(travel_minutes <= time_window) == truth::yes);
    CHECK(sites.read(travel_minutes < time_window) == truth::no);
    CHECK(sites.read(travel_minutes <= minutes_of_travel(59)) == truth::no);
    CHECK(sites.read(free_bed_count(receiver) >= beds(1)) == truth::unknown);
    sites.written.capacities.push_back(
        {.institution = "to"_institution, .free = beds(1), .valid = always, .source = synthetic()});
    CHECK(sites.read(free_bed_count(receiver) >= beds(1)) == truth::yes);
    CHECK(sites.read(free_bed_count(receiver) > beds(1)) == truth::no);
    CHECK(sites.read(free_bed_count(origin) >= beds(0)) == truth::unknown);
    sites.need.origin = "nowhere"_institution;  // an origin that the network does not have
    CHECK(sites.read(tier(receiver) == tier(origin)) == truth::unknown);
    CHECK(sites.read(operates(origin)) == truth::unknown);
    CHECK(sites.read(operates(receiver)) == truth::yes);
    CHECK(sites.read(same_house) == truth::unknown);
}

TEST_CASE("one rule of each effect, in three values") {
    constexpr instrument act = text_of(instrument_kind::law, 2020);
    auto const one = [&](auto const& rule_made, otherwise rest, truth condition_holds) {
        pair_of_sites sites;
        sites.need.stable = condition_holds;
        auto const today = as_of(sites.written, 2026y / 11 / 21);
        auto const book = rulebook("book", label{"bộ", "book"}, rest, rule_made);
        return decide(today, book, sites.need).verdicts()[1].outcome;
    };
    auto const permission = rule("r"_rule, any_words, cites(act), permits(stable));
    CHECK(one(permission, otherwise::not_provided_for, truth::yes) == outcome::permitted);
    CHECK(one(permission, otherwise::not_provided_for, truth::no) == outcome::not_provided_for);
    CHECK(one(permission, otherwise::not_provided_for, truth::unknown) == outcome::facts_missing);
    CHECK(one(permission, otherwise::permitted, truth::no) == outcome::permitted);
    CHECK(one(permission, otherwise::permitted, truth::unknown) == outcome::permitted);
    auto const prohibition = rule("r"_rule, any_words, cites(act), forbids(stable));
    CHECK(one(prohibition, otherwise::permitted, truth::yes) == outcome::forbidden);
    CHECK(one(prohibition, otherwise::permitted, truth::no) == outcome::permitted);
    CHECK(one(prohibition, otherwise::permitted, truth::unknown) == outcome::facts_missing);
    auto const demand = rule("r"_rule, any_words, cites(act), demands(stable));
    CHECK(one(demand, otherwise::permitted, truth::yes) == outcome::permitted);
    CHECK(one(demand, otherwise::permitted, truth::no) == outcome::forbidden);
    CHECK(one(demand, otherwise::permitted, truth::unknown) == outcome::facts_missing);
    auto const instruction = rule("r"_rule, any_words, cites(act), instructs(stable));
    for (truth const holds : three) CHECK(one(instruction, otherwise::permitted, holds) == outcome::permitted);
}

TEST_CASE("a permission and a prohibition that both bear: specialis, then superior, then posterior, else contested") {
    constexpr instrument law = text_of(instrument_kind::law, 2020);
    constexpr instrument younger_law = text_of(instrument_kind::law, 2024);
    constexpr instrument decree = text_of(instrument_kind::decree, 2025);
    constexpr instrument timeless_law = text_of(instrument_kind::law);
    struct expected {
        outcome is;
        bool ambiguous;
    };
    auto const check = [](verdict const& found, expected wanted) {
        CHECK(found.outcome == wanted.is);
        CHECK(found.ambiguous == wanted.ambiguous);
    };
    constexpr truth yes = truth::yes;
    SECTION("the more special rule prevails, whatever its rank and age") {
        check(verdict_of(permission_in(decree).overrides("objection"_rule), objection_in(younger_law), yes, yes),
              {outcome::permitted, false});
        check(verdict_of(permission_in(younger_law), objection_in(decree).overrides("permission"_rule), yes, yes),
              {outcome::forbidden, false});
    }
    SECTION("the higher text prevails, whatever its age") {
        check(verdict_of(permission_in(law), objection_in(decree), yes, yes), {outcome::permitted, false});
        check(verdict_of(permission_in(decree), objection_in(law), yes, yes), {outcome::forbidden, false});
        auto const by_words = cites(text_of(instrument_kind::definition));
        check(verdict_of(permission_in(law), rule("objection"_rule, any_words, by_words, forbids(!stable)), yes, yes),
              {outcome::forbidden, false});
    }
    SECTION("the later text prevails among equals") {
        check(verdict_of(permission_in(younger_law), objection_in(law), yes, yes), {outcome::permitted, false});
        check(verdict_of(permission_in(law), objection_in(younger_law), yes, yes), {outcome::forbidden, false});
    }
    SECTION("neither prevails: the cautious outcome, and it is said") {
        check(verdict_of(permission_in(law), objection_in(law), yes, yes), {outcome::forbidden, true});
        check(verdict_of(permission_in(law), objection_in(timeless_law), yes, yes), {outcome::forbidden, true});
        check(verdict_of(permission_in(law), objection_in(law), yes, yes, otherwise::permitted),
              {outcome::forbidden, true});
    }
    SECTION("rules that do not both bear contradict nobody") {
        check(verdict_of(permission_in(law), objection_in(law), yes, truth::no), {outcome::permitted, false});
        check(verdict_of(permission_in(law), objection_in(law), truth::no, yes), {outcome::forbidden, false});
        check(verdict_of(permission_in(law), objection_in(law), truth::no, truth::no),
              {outcome::not_provided_for, false});
    }
    SECTION("open facts") {
        check(verdict_of(permission_in(law), objection_in(law), yes, truth::unknown), {outcome::facts_missing, false});
        check(verdict_of(permission_in(law), objection_in(law), truth::unknown, yes), {outcome::forbidden, false});
        check(verdict_of(permission_in(law), objection_in(law), truth::no, truth::unknown),
              {outcome::not_provided_for, false});
        check(verdict_of(permission_in(younger_law), objection_in(law), truth::unknown, yes),
              {outcome::facts_missing, false});
        check(verdict_of(permission_in(younger_law), objection_in(law), yes, truth::unknown),
              {outcome::permitted, false});
    }
    SECTION("overlaps that agree are fine") {
        pair_of_sites sites;
        sites.need.urgency = urgency::emergency;
        auto const second = rule("second"_rule, any_words, cites(decree), permits(emergency));
        auto const book =
            rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, permission_in(law), second);
        auto const today = as_of(sites.written, 2026y / 11 / 21);
        auto const given = decide(today, book, sites.need);
        check(given.verdicts()[1], {outcome::permitted, false});
        CHECK(best(given, 1)[0].basis.size() == 2);
    }
    SECTION("prevails, pair by pair, never both ways") {
        for (auto const& a : {law, younger_law, decree, timeless_law}) {
            for (auto const& b : {law, younger_law, decree, timeless_law}) {
                auto const one = permission_in(a);
                auto const other = objection_in(b);
                CHECK_FALSE((prevails(one, other) && prevails(other, one)));
            }
        }
    }
}

TEST_CASE("the outcome of open rules is what every way of deciding them says") {
    constexpr instrument_kind kinds[] = {instrument_kind::circular, instrument_kind::law};
    std::size_t cases = 0;
    // Every book of four rules: effects, ranks and three values each.
    constexpr effect effects[] = {effect::permits, effect::forbids, effect::demands};
    for (std::size_t code = 0; code < 3u * 3u * 3u * 3u * 16u * 81u; code += 7) {  // a seventh of all, evenly
        std::size_t left = code;
        auto const draw = [&](std::size_t sides) {
            std::size_t const value = left % sides;
            left /= sides;
            return value;
        };
        rules_of_day day_rules;
        std::vector<naive::stated_rule> rules;
        rule_set bears = 0;
        rule_set open = 0;
        for (std::size_t at = 0; at < 4; ++at) {
            effect const does = effects[draw(3)];
            rules.push_back(
                {{.id = "r"_rule, .says = any_words, .basis = cites(text_of(kinds[draw(2)], 2020)), .does = does},
                 three[draw(3)]});
        }
        for (std::size_t at = 0; at < 4; ++at) {
            rule_set const bit = rule_set{1} << at;
            day_rules.in_force |= bit;
            day_rules.enacted |= bit;
            if (rules[at].bears == truth::yes) bears |= bit;
            if (rules[at].bears == truth::unknown) open |= bit;
            (rules[at].heading.does == effect::permits ? day_rules.permissions : day_rules.objections) |= bit;
            for (std::size_t other = 0; other < 4; ++other) {
                if (rules[at].heading.does == effect::permits || rules[other].heading.does != effect::permits) continue;
                if (prevails(rules[other].heading, rules[at].heading))
                    day_rules.defeated_by[at] |= rule_set{1} << other;
            }
        }
        for (otherwise const rest : {otherwise::not_provided_for, otherwise::permitted}) {
            day_rules.otherwise_is = rest;
            if (!day_rules.any()) continue;
            ++cases;
            verdict const found = judge(day_rules, bears, open);
            truth const allowed = naive::allowed(rules, rest);
            REQUIRE((found.outcome == outcome::permitted) == (allowed == truth::yes));
            REQUIRE((found.outcome == outcome::facts_missing) == (allowed == truth::unknown));
            if (open == 0) REQUIRE(found.outcome == naive::decided(rules, rest));
            REQUIRE((undecided(day_rules, found) != 0) == (found.outcome == outcome::facts_missing));
            REQUIRE((undecided(day_rules, found) & ~open) == 0);
        }
    }
    CHECK(cases > 10'000);
}

TEST_CASE("rules are read on the days of their instrument: the first day is in, the last is the day before its end") {
    constexpr instrument act{.number = "1",
                             .name = {"Luật giả định", "Made-up act"},
                             .kind = instrument_kind::law,
                             .in_force = between(2024y / 1 / 1, 2026y / 7 / 1)};
    auto const outcome_on = [&](year_month_day today) {
        return verdict_of(permission_in(act), objection_in(act), truth::yes, truth::no, otherwise::not_provided_for,
                          today)
            .outcome;
    };
    CHECK(outcome_on(2023y / 12 / 31) == outcome::not_in_force);
    CHECK(outcome_on(2024y / 1 / 1) == outcome::permitted);
    CHECK(outcome_on(2026y / 6 / 30) == outcome::permitted);
    CHECK(outcome_on(2026y / 7 / 1) == outcome::not_in_force);
    auto const free_on = [&](year_month_day today) {
        return verdict_of(permission_in(act), objection_in(act), truth::no, truth::yes, otherwise::permitted, today)
            .outcome;
    };
    CHECK(free_on(2023y / 12 / 31) == outcome::not_in_force);
    CHECK(free_on(2024y / 1 / 1) == outcome::forbidden);

    SECTION("an agreement or a definition alone is no rule of law: not in force") {
        auto const under = permission_in(text_of(instrument_kind::agreement));
        CHECK(verdict_of(under, objection_in(act), truth::yes, truth::no).outcome == outcome::not_in_force);
    }
    SECTION("a demand of a younger instrument is not asked before its day") {
        constexpr instrument younger{.number = "2",
                                     .name = {"Luật giả định", "Made-up act"},
                                     .kind = instrument_kind::law,
                                     .in_force = from(2025y / 1 / 1)};
        auto const both = [&](year_month_day today) {
            return verdict_of(permission_in(act), objection_in(younger), truth::yes, truth::yes,
                              otherwise::not_provided_for, today)
                .outcome;
        };
        CHECK(both(2024y / 12 / 31) == outcome::permitted);
        CHECK(both(2025y / 1 / 1) == outcome::forbidden);
    }
}

TEST_CASE("an instrument that may have ended: applied and said, or left out, as the caller wants") {
    constexpr instrument doubtful{.number = "9/2019",
                                  .name = {"Thông tư giả định", "Made-up circular"},
                                  .kind = instrument_kind::circular,
                                  .in_force = from(2019y / 1 / 1),
                                  .uncertain_from = day(2025y / 1 / 1),
                                  .uncertain_because = {"chưa rõ.", "nobody knows."}};
    constexpr instrument sure = text_of(instrument_kind::circular, 2019);
    auto const on = [&](auto const& permission, auto const& objection, truth stands, year_month_day today,
                        uncertain_rules policy) {
        return verdict_of(permission, objection, truth::yes, stands, otherwise::not_provided_for, today, policy)
            .outcome;
    };
    auto const apply = uncertain_rules::apply_and_say;
    auto const leave = uncertain_rules::leave_out;
    CHECK(on(permission_in(doubtful), objection_in(sure), truth::no, 2024y / 12 / 31, leave) == outcome::permitted);
    CHECK(on(permission_in(doubtful), objection_in(sure), truth::no, 2025y / 1 / 1, apply) == outcome::permitted);
    CHECK(on(permission_in(doubtful), objection_in(sure), truth::no, 2025y / 1 / 1, leave) == outcome::not_in_force);
    CHECK(on(permission_in(sure), objection_in(doubtful).overrides("permission"_rule), truth::yes, 2025y / 1 / 1,
             apply) == outcome::forbidden);
    CHECK(on(permission_in(sure), objection_in(doubtful).overrides("permission"_rule), truth::yes, 2025y / 1 / 1,
             leave) == outcome::permitted);

    auto const cautions_on = [&](auto const& permission, auto const& objection, truth stands, year_month_day today) {
        pair_of_sites sites;
        sites.need.urgency = urgency::emergency;
        sites.need.stable = !stands;
        auto const book = rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, permission, objection);
        auto const now = as_of(sites.written, today);
        auto const given = decide(now, book, sites.need);
        return why(given, "to"_institution)->cautions;
    };
    CHECK(cautions_on(permission_in(doubtful), objection_in(sure), truth::no, 2024y / 12 / 31).empty());
    auto const said = cautions_on(permission_in(doubtful), objection_in(sure), truth::no, 2025y / 1 / 1);
    REQUIRE(said.size() == 1);
    CHECK(said[0].en == "It is not certain that Made-up circular 9/2019 is still in force: nobody knows.");
    CHECK(said[0].vi == "Chưa chắc Thông tư giả định 9/2019 còn hiệu lực: chưa rõ.");
    CHECK(cautions_on(permission_in(sure), objection_in(sure), truth::no, 2025y / 1 / 1).empty());
    // A no that rests on a rule that may have ended says so as well.
    CHECK(
        cautions_on(permission_in(sure), objection_in(doubtful).overrides("permission"_rule), truth::yes, 2025y / 1 / 1)
            .size() == 1);
    // Contested: said.
    auto const contested = cautions_on(permission_in(sure), objection_in(sure), truth::yes, 2025y / 1 / 1);
    REQUIRE(contested.size() == 1);
    CHECK(contested[0].en.starts_with("Two rules contradict each other"));
}

TEST_CASE("what is missing: named exactly when facts are missing, only what still matters, each once") {
    constexpr instrument act = text_of(instrument_kind::law, 2020);
    pair_of_sites sites;
    auto const missing_under = [&](auto const& book) {
        auto const today = as_of(sites.written, 2026y / 11 / 21);
        auto const given = decide(today, book, sites.need);
        auto const found = *why(given, "to"_institution);
        CHECK(found.missing.empty() == (found.verdict.outcome != outcome::facts_missing));
        std::vector<std::string_view> names;
        for (auto const& each : found.missing) names.push_back(each.fact);
        return names;
    };
    using names = std::vector<std::string_view>;
    auto const hurried = rule("hurried"_rule, any_words, cites(act), permits(emergency));
    auto const unstable = rule("unstable"_rule, any_words, cites(act), forbids(!stable));
    auto const book = rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, hurried, unstable);
    CHECK(missing_under(book) == names{"emergency", "stable"});
    sites.need.urgency = urgency::emergency;
    CHECK(missing_under(book) == names{"stable"});
    sites.need.stable = truth::yes;
    CHECK(missing_under(book).empty());
    sites.need.stable = truth::no;
    CHECK(missing_under(book).empty());

    SECTION("a permission that is open matters no longer once another one holds") {
        sites.need.stable = truth::unknown;
        auto const other = rule("other"_rule, any_words, cites(act), permits(improved));
        auto const wide = rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, hurried, other, unstable);
        CHECK(missing_under(wide) == names{"stable"});
        sites.need.urgency = urgency::routine;
        CHECK(missing_under(wide) == names{"improved", "stable"});
    }
    SECTION("the branch of an exception that is not taken is not asked for") {
        sites.need.urgency = urgency::emergency;
        auto const branched = rule("branched"_rule, any_words, cites(act),
                                   permits(improved) | unless(emergency, permits(transfer_indicated)));
        auto const narrow = rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, branched);
        CHECK(missing_under(narrow) == names{"transfer-indicated"});
        sites.need.urgency = urgency::routine;
        CHECK(missing_under(narrow) == names{"improved"});
        sites.need.urgency = urgency::not_known;
        CHECK(missing_under(narrow) == names{"emergency", "transfer-indicated", "improved"});
    }
    SECTION("instructions never leave an outcome open") {
        sites.need = {.id = "n"_need,
                      .origin = "from"_institution,
                      .urgency = urgency::emergency,
                      .stable = truth::yes,
                      .source = synthetic()};
        auto const papers = rule("papers"_rule, any_words, cites(act), instructs(improved));
        auto const wide = rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, hurried, papers);
        CHECK(missing_under(wide).empty());
    }
    SECTION("supplying what is missing decides, yes or no") {
        sites.need = {
            .id = "n"_need, .origin = "from"_institution, .urgency = urgency::emergency, .source = synthetic()};
        auto const today = as_of(sites.written, 2026y / 11 / 21);
        CHECK(decide(today, book, sites.need).verdicts()[1].outcome == outcome::facts_missing);
        sites.need.stable = truth::yes;
        CHECK(decide(today, book, sites.need).verdicts()[1].outcome == outcome::permitted);
        sites.need.stable = truth::no;
        CHECK(decide(today, book, sites.need).verdicts()[1].outcome == outcome::forbidden);
    }
}

TEST_CASE("a trace: a node has one number on every day, and says nothing where its rule is not in force") {
    pair_of_sites sites;
    sites.need.urgency = urgency::emergency;
    sites.need.stable = truth::no;
    sites.add_tier("from", legacy_tier::district);
    sites.add_tier("to", legacy_tier::provincial);
    instrument old = text_of(instrument_kind::law);
    old.in_force = between(2020y / 1 / 1, 2026y / 1 / 1);
    instrument const young = text_of(instrument_kind::law, 2026);
    auto const book = rulebook(
        "book", label{"bộ", "book"}, otherwise::not_provided_for,
        rule("old"_rule, any_words, cites(old, 1), permits(emergency)),
        rule("young"_rule, any_words, cites(young, 2),
             permits(provided(
                 cites(young, 3, "1a"), any_words,
                 any_of(emergency, !stable, tier(receiver) >= one_above(tier(origin)), age < years_of_age(16))))));
    proof_trace trace;
    auto const read_on = [&](year_month_day day) {
        auto const now = as_of(sites.written, day);
        auto const given = decide(now, book, sites.need);
        CHECK_FALSE(trace_why(given, "nowhere"_institution, trace));
        REQUIRE(trace_why(given, "to"_institution, trace));
        CHECK(trace.verdict() == given.verdicts()[1]);
        REQUIRE(trace.size() == 8);  // of the one rule 0; of the other 1 to 7
        REQUIRE(trace.rules().size() == 1);
    };

    read_on(2025y / 6 / 1);
    CHECK(trace.rules()[0].number == 0);
    CHECK(trace.rules()[0].root == 0);
    CHECK(is_yes(trace.rules()[0].bears));
    CHECK(is_yes(trace.value(0)));
    for (std::uint32_t node = 1; node < trace.size(); ++node) CHECK(is_unknown(trace.value(node)));
    CHECK_FALSE(trace.node(6).first.value);
    CHECK(trace.node(1).basis == nullptr);

    read_on(2026y / 6 / 1);
    CHECK(trace.rules()[0].number == 1);
    CHECK(trace.rules()[0].root == 1);
    CHECK(is_unknown(trace.value(0)));
    CHECK(trace.node(0).node == proof::kind::statement);
    CHECK(trace.node(0).first.fact == "emergency");
    CHECK(trace.node(1).node == proof::kind::provision);
    REQUIRE(trace.node(1).basis != nullptr);
    CHECK(*trace.node(1).basis == cites(young, 3, "1a"));
    std::vector<std::uint32_t> parts;
    trace.for_each_part(2, [&](std::uint32_t part) { parts.push_back(part); });
    CHECK(parts == std::vector<std::uint32_t>{3, 4, 6, 7});
    auto const tiers = trace.node(6);
    CHECK(tiers.node == proof::kind::comparison);
    CHECK(tiers.sign == relation_sign::at_least);
    CHECK(is_yes(tiers.value));
    CHECK(tiers.first == traced_fact{"tier", &receiver_role::noun, amount(static_cast<int>(legacy_tier::provincial))});
    CHECK(tiers.second == traced_fact{"tier", &origin_role::noun, amount(static_cast<int>(legacy_tier::district) + 1)});
    auto const years = trace.node(7);
    CHECK(is_unknown(years.value));
    CHECK(years.first == traced_fact{"age", nullptr, {}});
    CHECK(years.second == traced_fact{{}, nullptr, amount(16)});

    read_on(2025y / 6 / 1);  // nothing of the other day is left
    for (std::uint32_t node = 1; node < trace.size(); ++node) CHECK(is_unknown(trace.value(node)));
    CHECK_FALSE(trace.node(6).first.value);
}
TEST_CASE("a rulebook of 64 rules: each rule has its bit, the last one too") {
    constexpr instrument act = text_of(instrument_kind::law, 2020);
    static constexpr auto never = rule("never"_rule, any_words, cites(act), permits(all_of(emergency, !emergency)));
    static constexpr auto last = rule("last"_rule, any_words, cites(act), permits(emergency));
    auto const make = []<std::size_t... Number>(std::index_sequence<Number...>) {
        return rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, (static_cast<void>(Number), never)...,
                        last);
    };
    auto const book = make(std::make_index_sequence<63>{});
    static_assert(decltype(book)::size == 64);
    pair_of_sites sites;
    sites.need.urgency = urgency::emergency;
    auto const today = as_of(sites.written, 2026y / 11 / 21);
    auto const given = decide(today, book, sites.need);
    CHECK(given.verdicts()[1].outcome == outcome::permitted);
    CHECK(given.verdicts()[1].bears == rule_set{1} << 63);
    CHECK(sweep(book, given.rules(), given.asked()) == given.verdicts());
    CHECK(why(given, "to"_institution)->rules.size() == 64);
}

TEST_CASE("best: coverage, then the window, then an agreement, then minutes, then the name") {
    constexpr instrument act = text_of(instrument_kind::law, 2020);
    auto const all_may = rule("all-may"_rule, any_words, cites(act), permits(any_of(stable, emergency)));
    auto const book = rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, all_may);
    network written;
    add_hospital(written, "from");
    for (auto const* id : {"t1", "t2"}) add_technique(written, id);
    patient_need patient{.id = "n"_need,
                         .origin = "from"_institution,
                         .techniques = {"t1"_technique, "t2"_technique},
                         .urgency = urgency::routine,
                         .stable = truth::yes,
                         .within = minutes_of_travel(60),
                         .source = synthetic()};
    struct receiver_made {
        std::string_view id;
        int covered;
        bool agreed;
        int minutes;  // 0: not known
    };
    auto const add = [&](receiver_made const& each) {
        add_hospital(written, each.id);
        if (each.covered > 0) add_capability(written, each.id, "t1", stage::accepted, always);
        if (each.covered > 1) add_capability(written, each.id, "t2", stage::accepted, always);
        if (each.minutes > 0)
            written.travels.push_back(
                {"from"_institution, named(each.id), minutes_of_travel(each.minutes), always, synthetic()});
        if (!each.agreed) return;
        written.agreements.push_back(
            {.id = agreement_id::checked(each.id),
             .status = agreement_status::signed_,
             .parties = {{"from"_institution, party_role::peer}, {named(each.id), party_role::peer}},
             .in_force = always,
             .clauses = {{.activity = activity::patient_transfer}},
             .source = synthetic()});
    };
    // Written in the wrong order on purpose.
    for (auto const& each : {receiver_made{"z-unknown-way", 2, false, 0},
                             {"y-late-agreed", 2, true, 90},
                             {"x-late", 2, false, 70},
                             {"w-near", 2, false, 10},
                             {"v-far", 2, false, 50},
                             {"u-agreed-far", 2, true, 55},
                             {"t-agreed-near", 2, true, 20},
                             {"s-one", 1, true, 5},
                             {"r-none", 0, false, 1},
                             {"q-twin", 2, false, 10},
                             {"p-edge", 2, false, 60}}) {
        add(each);
    }
    auto const ranked = [&](std::size_t most) {
        auto const today = as_of(written, 2026y / 11 / 21);
        auto const given = decide(today, book, patient);
        std::vector<std::string> names;
        for (auto const& each : best(given, most)) names.emplace_back(each.receiver.view());
        return names;
    };
    using names = std::vector<std::string>;
    names const expected{"t-agreed-near", "u-agreed-far",  "q-twin", "w-near", "v-far",  "p-edge",
                         "z-unknown-way", "y-late-agreed", "x-late", "s-one",  "r-none", "from"};
    auto const everybody = ranked(100);
    CHECK(names(everybody.begin(), everybody.begin() + 10) == names(expected.begin(), expected.begin() + 10));
    CHECK(everybody == expected);
    for (std::size_t most = 0; most <= expected.size(); ++most) {
        CHECK(ranked(most) == names(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(most)));
    }
    patient.urgency = urgency::emergency;  // minutes count before agreements
    CHECK(ranked(7) == names{"q-twin", "w-near", "t-agreed-near", "v-far", "u-agreed-far", "p-edge", "z-unknown-way"});
    patient.urgency = urgency::routine;

    auto const today = as_of(written, 2026y / 11 / 21);
    auto const given = decide(today, book, patient);
    auto const first = best(given, 1).at(0);
    CHECK(first.covered == 2);
    CHECK(first.needed == 2);
    CHECK(first.travel == minutes_of_travel(20));
    CHECK(first.in_time == truth::yes);
    CHECK(first.agreements == std::vector<agreement_id>{"t-agreed-near"_agreement});
    for (auto const& each : best(given, 100)) {
        if (each.receiver == "y-late-agreed"_institution) CHECK(each.in_time == truth::no);
        if (each.receiver == "z-unknown-way"_institution) CHECK(each.in_time == truth::unknown);
    }
}

TEST_CASE("a question about an origin that the network does not have says so, and decides nothing") {
    pair_of_sites sites;
    sites.need.origin = "nowhere"_institution;
    auto const today = as_of(sites.written, 2026y / 11 / 21);
    auto const given = decide(today, made_up::strict_transfers, sites.need);
    CHECK(given.problems().contains("unknown-origin"_finding));
    CHECK(given.count(outcome::permitted) == 0);
    CHECK_FALSE(why(given, "nowhere"_institution));
    sites.need.origin = "from"_institution;
    CHECK(decide(today, made_up::strict_transfers, sites.need).problems().empty());
    network const empty;
    auto const nobody = as_of(empty, 2026y / 11 / 21);
    auto const nothing = decide(nobody, made_up::strict_transfers, sites.need);
    CHECK(nothing.verdicts().empty());
    CHECK(best(nothing, 3).empty());
    CHECK(sweep(made_up::strict_transfers, nothing.rules(), nothing.asked()).empty());
}

TEST_CASE("a planes' edge: 63, 64, 65 and 130 institutions are swept as they are decided") {
    for (int const size : {1, 63, 64, 65, 130}) {
        network written;
        for (int number = 0; number < size; ++number) {
            std::string const id = "s" + std::to_string(number);
            add_hospital(written, id);
            if (number % 3 == 0) institution_in(written, id).operations.clear();
            written.gradings.push_back({.institution = named(id),
                                        .level = static_cast<technical_level>(number % 4),
                                        .valid = always,
                                        .source = synthetic()});
        }
        patient_need patient{.id = "n"_need,
                             .origin = "s0"_institution,
                             .urgency = urgency::routine,
                             .stable = truth::yes,
                             .transfer_indicated = truth::yes,
                             .source = synthetic()};
        auto const today = as_of(written, 2023y / 11 / 21);
        auto const given = decide(today, made_up::transfers, patient);
        CHECK(sweep(made_up::transfers, given.rules(), given.asked()) == given.verdicts());
        CHECK(given.verdicts().size() == static_cast<std::size_t>(size));
    }
}

TEST_CASE("sixteen threads may ask one snapshot, and get one answer") {
    network written;
    for (int number = 0; number < 200; ++number) {
        std::string const id = "s" + std::to_string(number);
        add_hospital(written, id);
        written.gradings.push_back({.institution = named(id),
                                    .level = static_cast<technical_level>(number % 4),
                                    .valid = always,
                                    .source = synthetic()});
        if (number > 0)
            written.travels.push_back({"s0"_institution, named(id), minutes_of_travel(number), always, synthetic()});
    }
    patient_need const patient{.id = "n"_need,
                               .origin = "s0"_institution,
                               .urgency = urgency::emergency,
                               .stable = truth::yes,
                               .transfer_indicated = truth::yes,
                               .within = minutes_of_travel(100),
                               .source = synthetic()};
    auto const today = as_of(written, 2023y / 11 / 21);
    auto const alone = decide(today, made_up::transfers, patient);
    auto const alone_best = best(alone, 10);
    auto const alone_why = why(alone, "s7"_institution);
    std::vector<int> equal(16, 0);
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < 16; ++thread) {
        threads.emplace_back([&, thread] {
            int same = 0;
            for (int round = 0; round < 5; ++round) {
                auto const given = decide(today, made_up::transfers, patient);
                bool const all = given.verdicts() == alone.verdicts() && best(given, 10) == alone_best &&
                                 why(given, "s7"_institution) == alone_why &&
                                 why(alone, "s7"_institution) == alone_why &&
                                 sweep(made_up::transfers, given.rules(), given.asked()) == alone.verdicts();
                same += all ? 1 : 0;
            }
            equal[thread] = same;
        });
    }
    for (auto& each : threads) each.join();
    CHECK(equal == std::vector<int>(16, 5));
    CHECK(alone.count(outcome::permitted) > 0);
}
