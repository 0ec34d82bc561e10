#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/compare.hpp>

#include <support/rapidcheck.hpp>

#include <array>
#include <cstdio>
#include <network/random_network.hpp>
#include <rules/made_up_jurisdiction.hpp>
#include <rules/naive.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

// Rules examined without any patient: gaps, contradictions, dead rules and exceptions, rules that change nothing, and
// whether a reform made them stricter. Against plain enumeration of every value of every fact.

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr auto quiet = day(2020y / 1 / 1);

// What the compiler itself says of the rules of Viet Nam, on days before and after each of their versions begins.
constexpr auto of_vietnam(sys_days today) { return first_defect(finite(vietnam::transfer_between_facilities), today); }
static_assert(of_vietnam(day(2014y / 6 / 1)) == rule_defect{});
static_assert(of_vietnam(day(2024y / 1 / 1)) == rule_defect{});

/// A table of referrals that decides every case: made up.
namespace table {
using namespace lienvien::terms;
constexpr instrument act{.number = "9/2020",
                         .name = {"Luật giả định", "Made-up act"},
                         .kind = instrument_kind::law,
                         .in_force = from(2020y / 1 / 1)};
constexpr label says_so = says(vi("quy tắc giả định"), en("a made-up rule"));
constexpr auto up = rule("up"_rule, says_so, cites(act, 1), permits(level(receiver) > level(origin)));
constexpr auto level_with =
    rule("level"_rule, says_so, cites(act, 2), permits(all_of(level(receiver) == level(origin), emergency)));
constexpr auto not_level =
    rule("not-level"_rule, says_so, cites(act, 3), forbids(level(receiver) == level(origin)) | unless(emergency));
constexpr auto down =
    rule("down"_rule, says_so, cites(act, 4),
         permits(all_of(level(receiver) < level(origin), improved)) |
             unless(in_crisis, permits(all_of(level(receiver) < level(origin), any_of(improved, stable)))));
constexpr auto not_down =
    rule("not-down"_rule, says_so, cites(act, 5),
         forbids(all_of(level(receiver) < level(origin), !improved)) |
             unless(in_crisis, forbids(all_of(level(receiver) < level(origin), !improved, !stable))));
constexpr auto all = rulebook("table", says_so, otherwise::not_provided_for, up, level_with, not_level, down, not_down);
constexpr auto without_down = rulebook("table", says_so, otherwise::not_provided_for, up, level_with, not_level, down);
constexpr auto with_slip =
    rulebook("table", says_so, otherwise::not_provided_for, up, level_with, down, not_down,
             rule("not-level"_rule, says_so, cites(act, 3), forbids(level(receiver) == level(origin))));
}  // namespace table
constexpr audit_scope every_case{.gaps = true, .idle = false};
static_assert(first_defect(finite(table::all), quiet, every_case) == rule_defect{});
static_assert(first_defect(finite(table::without_down), quiet, every_case).kind == defect_kind::gap);
static_assert(first_defect(finite(table::with_slip), quiet, every_case).kind == defect_kind::contradiction);

using values = std::vector<std::int64_t>;

/// Does a condition hold for these values? By recursion from its last step backwards.
bool plain(finite_book const& book, std::vector<finite_step> const& when, std::size_t& at, values const& facts) {
    using op = finite_step::op;
    auto const step = when[--at];
    switch (step.does) {
        case op::statement:
            return facts[step.number] != 0;
        case op::comparison: {
            auto const& each = book.comparisons[step.number];
            auto const a = facts[each.left] + each.left_steps;
            auto const b = each.right_is_term ? facts[each.right] + each.amount : each.amount;
            switch (each.sign) {
                case relation_sign::equal:
                    return a == b;
                case relation_sign::unequal:
                    return a != b;
                case relation_sign::less:
                    return a < b;
                case relation_sign::at_most:
                    return a <= b;
                case relation_sign::greater:
                    return a > b;
                default:
                    return a >= b;
            }
        }
        case op::all:
        case op::any: {
            bool any = false;
            bool all = true;
            for (std::size_t part = 0; part < step.number; ++part) {
                bool const holds = plain(book, when, at, facts);
                any = any || holds;
                all = all && holds;
            }
            return step.does == op::all ? all : any;
        }
        case op::negate:
            return !plain(book, when, at, facts);
        case op::choose: {
            bool const rest = plain(book, when, at, facts);
            bool const instead = plain(book, when, at, facts);
            return plain(book, when, at, facts) ? instead : rest;
        }
        default:
            return step.does == op::yes;
    }
}
std::vector<naive::stated_rule> plain_rules(finite_book const& book, values const& facts, sys_days today,
                                            uncertain_rules policy = uncertain_rules::apply_and_say) {
    std::vector<naive::stated_rule> all;
    for (auto const& each : book.rules) {
        std::size_t at = each.when.size();
        bool const holds = plain(book, each.when, at, facts);
        auto const& text = each.heading.basis.text;
        bool const in_force = text.in_force.contains(today) && !(policy == uncertain_rules::leave_out &&
                                                                 text.uncertain_from && *text.uncertain_from <= today);
        bool const bears = in_force && (each.heading.does == effect::demands ? !holds : holds);
        all.push_back({each.heading, bears ? truth::yes : truth::no});
    }
    return all;
}
/// Calls `visit` for every combination of values of all facts.
template <class Visit>
void for_each_case(finite_book const& book, Visit visit) {
    std::vector<values> possible;
    for (auto const& each : book.terms) possible.push_back(each.is_statement ? values{0, 1} : each.values);
    std::vector<std::size_t> at(possible.size(), 0);
    for (bool more = true; more;) {
        values facts;
        for (std::size_t t = 0; t < at.size(); ++t) facts.push_back(possible[t][at[t]]);
        visit(facts);
        std::size_t digit = 0;
        while (digit < at.size() && ++at[digit] == possible[digit].size()) at[digit++] = 0;
        more = digit < at.size();
    }
}
values facts_of(case_classes const& classes, std::uint64_t which, finite_book const& book) {
    values facts;
    for (std::size_t t = 0; t < book.terms.size(); ++t) {
        auto const fallback = book.terms[t].is_statement ? 0 : book.terms[t].values.front();
        facts.push_back(classes.value(which, t).value_or(fallback));
    }
    return facts;
}
bool contradict(std::vector<naive::stated_rule> const& rules, std::size_t objection, std::size_t permission) {
    auto const& a = rules[objection];
    auto const& b = rules[permission];
    if (!is_yes(a.bears) || !is_yes(b.bears) || prevails(a.heading, b.heading) || prevails(b.heading, a.heading))
        return false;
    for (auto const& other : rules) {
        if (is_yes(other.bears) && other.heading.does == effect::permits && prevails(other.heading, a.heading))
            return false;
    }
    return true;
}
bool objects(rule_heading const& rule) { return rule.does == effect::forbids || rule.does == effect::demands; }

constexpr std::array<char, 8> kinds{};

/// Random rules over three statements and three tiers or minutes.
class book_maker {
public:
    explicit book_maker(std::uint64_t seed) : throw_(seed) {}

    finite_book make() {
        finite_book made{throw_.once_in(2) ? otherwise::permitted : otherwise::not_provided_for};
        for (std::size_t t = 0; t < 3; ++t) made.terms.push_back({"fact", {}, {}, true, nullptr, {}, &kinds[t]});
        for (std::size_t t = 3; t < 5; ++t)
            made.terms.push_back({"amount", {}, {}, false, nullptr, {1, 2, 3}, &kinds[t]});
        std::size_t const rules = 2 + throw_.roll(4);
        for (std::size_t r = 0; r < rules; ++r) {
            instrument const text{.number = "1",
                                  .name = {"Luật", "Act"},
                                  .kind = throw_.once_in(3) ? instrument_kind::decree : instrument_kind::law,
                                  .in_force = from(std::chrono::year(throw_.once_in(3) ? 2022 : 2019) / 1 / 1)};
            rule_heading heading{rule_id::checked("r" + std::to_string(r)), {}, cites(text, 1)};
            heading.does = throw_.once_in(2) ? effect::permits : throw_.once_in(2) ? effect::forbids : effect::demands;
            if (throw_.once_in(6))
                heading.prevails_over[0] = rule_id::checked("r" + std::to_string(throw_.roll(rules)));
            finite_rule each{heading, {}};
            condition(made, each.when, 3);
            made.rules.push_back(std::move(each));
        }
        return made;
    }
    void condition(finite_book& book, std::vector<finite_step>& out, int depth) {
        using op = finite_step::op;
        switch (depth == 0 ? throw_.roll(2) : throw_.roll(7)) {
            case 0:
            case 1:
                if (throw_.once_in(3)) {
                    finite_comparison each{3 + throw_.roll(2), static_cast<std::int64_t>(throw_.roll(2)),
                                           static_cast<relation_sign>(throw_.roll(6))};
                    each.right_is_term = throw_.once_in(2);
                    each.right = each.right_is_term ? 7 - each.left : 0;
                    each.amount = each.right_is_term ? static_cast<std::int64_t>(throw_.roll(2))
                                                     : static_cast<std::int64_t>(1 + throw_.roll(3));
                    out.push_back({op::comparison, book.number_of_comparison(each)});
                } else {
                    out.push_back({op::statement, throw_.roll(3)});
                }
                return;
            case 2:
                condition(book, out, depth - 1);
                out.push_back({op::negate, 1});
                return;
            case 3:
                for (int part = 0; part < 3; ++part) condition(book, out, depth - 1);
                out.push_back({op::choose, 3});
                return;
            case 4:
                out.push_back({throw_.once_in(2) ? op::yes : op::no, 0});
                return;
            default: {
                std::size_t const parts = throw_.roll(4);
                for (std::size_t part = 0; part < parts; ++part) condition(book, out, depth - 1);
                out.push_back({throw_.once_in(2) ? op::all : op::any, parts});
            }
        }
    }
    dice::thrower& dice() { return throw_; }

private:
    dice::thrower throw_;
};

using found_set = std::set<std::array<std::size_t, 3>>;
found_set as_set(std::vector<rule_defect> const& all) {
    found_set made;
    for (auto const& each : all) {
        if (each.kind != defect_kind::dead_exception)
            made.insert({static_cast<std::size_t>(each.kind), each.rule, each.other});
    }
    return made;
}
/// The same defects by enumeration.
found_set enumerated(finite_book const& book, sys_days today) {
    found_set made;
    std::set<std::size_t> ever;
    std::set<std::size_t> matters;
    for_each_case(book, [&](values const& facts) {
        auto const rules = plain_rules(book, facts, today);
        bool any = false;
        auto const outcome_now = naive::decided(rules, book.otherwise_is);
        for (std::size_t r = 0; r < rules.size(); ++r) {
            any = any || is_yes(rules[r].bears);
            if (is_yes(rules[r].bears)) ever.insert(r);
            auto without = rules;
            without[r].bears = truth::no;
            if ((naive::decided(without, book.otherwise_is) == outcome::permitted) !=
                (outcome_now == outcome::permitted))
                matters.insert(r);
            for (std::size_t p = 0; p < rules.size(); ++p) {
                if (objects(rules[r].heading) && rules[p].heading.does == effect::permits && contradict(rules, r, p))
                    made.insert({static_cast<std::size_t>(defect_kind::contradiction), r, p});
            }
        }
        if (!any) made.insert({static_cast<std::size_t>(defect_kind::gap), 0, 0});
    });
    for (std::size_t r = 0; r < book.rules.size(); ++r) {
        if (!book.rules[r].heading.basis.text.in_force.contains(today)) continue;
        if (ever.count(r) == 0) made.insert({static_cast<std::size_t>(defect_kind::dead_rule), r, 0});
        if (ever.count(r) != 0 && matters.count(r) == 0)
            made.insert({static_cast<std::size_t>(defect_kind::idle_rule), r, 0});
    }
    return made;
}
bool any_rules(finite_book const& book, sys_days today) {
    return detail::rules_of(book.headings(), book.otherwise_is, today, uncertain_rules::apply_and_say).any();
}

}  // namespace

TEST_CASE("an audit finds the defects that enumeration finds, and its witnesses show them") {
    std::size_t defects = 0;
    std::size_t clean = 0;
    rc::prop("of random rules", [&](std::uint64_t seed) {
        book_maker maker(seed);
        for (int which = 0; which < 8; ++which) {
            auto const book = maker.make();
            auto const today = day(std::chrono::year(maker.dice().once_in(3) ? 2020 : 2023) / 5 / 1);
            if (!any_rules(book, today)) continue;
            auto const found = audit(book, today, {.gaps = true, .idle = true});
            RC_ASSERT(as_set(found) == enumerated(book, today));
            finite_judge const judge(book, today);
            case_classes const classes(book, judge.deciding());
            for (auto const& each : found) {
                ++defects;
                auto const rules = plain_rules(book, facts_of(classes, each.witness, book), today);
                if (each.kind == defect_kind::contradiction) RC_ASSERT(contradict(rules, each.rule, each.other));
                if (each.kind == defect_kind::gap) {
                    for (auto const& one : rules) RC_ASSERT(is_no(one.bears));
                }
            }
            clean += found.empty() ? 1u : 0u;
        }
    });
    std::printf("audit: %zu defects of random rules, %zu books without any\n", defects, clean);
    CHECK(defects > 1000);
    CHECK(clean > 10);
}

TEST_CASE("two hundred and more defects put into sound rulebooks are all found, each with a witness") {
    struct sound_book {
        finite_book book;
        sys_days today;
        bool total;
    };
    std::vector<sound_book> const sound{{finite(table::all), quiet, true},
                                        {finite(vietnam::transfer_between_facilities), day(2024y / 1 / 1), false}};
    std::array<std::size_t, 6> planted{};
    dice::thrower dice(8);
    using op = finite_step::op;
    for (auto const& [book, today, total] : sound) {
        audit_scope const scope{.gaps = total, .idle = !total};
        CHECK(audit(book, today, scope).empty());
        auto const has = [&](finite_book const& wrong, defect_kind kind, auto concerns) {
            auto const found = audit(wrong, today, scope);
            finite_judge const judge(wrong, today);
            case_classes const classes(wrong, judge.deciding());
            bool seen = false;
            for (auto const& each : found) {
                if (each.kind != kind || !concerns(each)) continue;
                seen = true;
                auto const rules = plain_rules(wrong, facts_of(classes, each.witness, wrong), today);
                if (kind == defect_kind::contradiction) CHECK(contradict(rules, each.rule, each.other));
                if (kind == defect_kind::gap) {
                    for (auto const& one : rules) CHECK((is_no(one.bears) || one.heading.does == effect::instructs));
                }
                CHECK(describe(each, wrong, today).vi != describe(each, wrong, today).en);
            }
            ++planted[static_cast<std::size_t>(kind)];
            return seen;
        };
        for (int round = 0; round < 4; ++round) {
            for (std::size_t r = 0; r < book.rules.size(); ++r) {
                auto const does = book.rules[r].heading.does;
                // A condition that also asks for the contrary of one of its own facts.
                finite_book wrong = book;
                auto& when = wrong.rules[r].when;
                if (does == effect::demands) {
                    when.push_back({op::yes});
                    when.push_back({op::any, 2});
                } else {
                    std::size_t const term = dice.roll(book.terms.size());
                    std::size_t const comparison = book.comparisons.empty() ? 0 : dice.roll(book.comparisons.size());
                    finite_step const asked = book.terms[term].is_statement ? finite_step{op::statement, term}
                                                                            : finite_step{op::comparison, comparison};
                    when.push_back(asked);
                    when.push_back(asked);
                    when.push_back({op::negate, 1});
                    when.push_back({op::all, 3});
                }
                CHECK(has(wrong, defect_kind::dead_rule, [&](auto const& each) { return each.rule == r; }));

                // An exception on a condition that nothing meets, or everything.
                wrong = book;
                auto& inner = wrong.rules[r].when;
                inner.insert(inner.begin(), {dice.once_in(2) ? op::no : op::yes, 0});
                inner.insert(inner.begin() + 1, {op::no, 0});
                inner.push_back({op::choose, 3});
                CHECK(has(wrong, defect_kind::dead_exception, [&](auto const& each) { return each.rule == r; }));
                if (does == effect::instructs) continue;

                // The same rule a second time: the first changes nothing any more.
                if (!total) {
                    wrong = book;
                    wrong.rules.push_back(book.rules[r]);
                    wrong.rules.back().heading.id = "copy"_rule;
                    CHECK(has(wrong, defect_kind::idle_rule, [&](auto const& each) { return each.rule == r; }));
                }
                // A rule of the table is forgotten.
                if (total) {
                    wrong = book;
                    wrong.rules.erase(wrong.rules.begin() + static_cast<std::ptrdiff_t>(r));
                    CHECK(has(wrong, defect_kind::gap, [](auto const&) { return true; }));
                }
                // The contrary of a permission stands in the same text.
                if (does == effect::permits) {
                    wrong = book;
                    wrong.rules.push_back(book.rules[r]);
                    wrong.rules.back().heading.id = "contrary"_rule;
                    wrong.rules.back().heading.does = effect::forbids;
                    CHECK(has(wrong, defect_kind::contradiction,
                              [&](auto const& each) { return each.other == r && each.rule == book.rules.size(); }));
                }
            }
        }
    }
    std::size_t all = 0;
    for (auto const each : planted) all += each;
    std::printf(
        "audit: %zu planted: gaps %zu, contradictions %zu, dead rules %zu, dead exceptions %zu, idle rules %zu\n", all,
        planted[1], planted[2], planted[3], planted[4], planted[5]);
    CHECK(all >= 200);
    for (std::size_t kind = 1; kind < planted.size(); ++kind) CHECK(planted[kind] >= 20);
}

TEST_CASE("stricter, looser, the same or neither: as enumeration says") {
    std::array<std::size_t, 4> came{};
    rc::prop("of random pairs of rulebooks and days", [&](std::uint64_t seed) {
        book_maker maker(seed);
        for (int which = 0; which < 4; ++which) {
            auto const before = maker.make();
            auto after = maker.dice().once_in(4) ? maker.make() : before;
            if (maker.dice().once_in(2)) {
                auto& changed = after.rules[maker.dice().roll(after.rules.size())];
                changed.when.clear();
                maker.condition(after, changed.when, 2);
            }
            auto const then = day(2020y / 5 / 1);
            auto const now = day((maker.dice().once_in(2) ? 2020y : 2023y) / 5 / 1);
            auto const found = compare(before, then, after, now);
            bool fewer = false;
            bool more = false;
            for_each_case(before, [&](values const& facts) {
                auto const permits = [&](finite_book const& book, sys_days today) {
                    return any_rules(book, today) &&
                           naive::decided(plain_rules(book, facts, today), book.otherwise_is) == outcome::permitted;
                };
                bool const was = permits(before, then);
                bool const is = permits(after, now);
                fewer = fewer || (was && !is);
                more = more || (is && !was);
            });
            RC_ASSERT(found.no_longer_permitted.has_value() == fewer);
            RC_ASSERT(found.newly_permitted.has_value() == more);
            RC_ASSERT(found.is == (fewer ? (more ? strictness::incomparable : strictness::stricter)
                                         : (more ? strictness::looser : strictness::equal)));
            ++came[static_cast<std::size_t>(found.is)];
            case_classes const classes(found.both, found.deciding);
            if (found.no_longer_permitted) {
                auto facts = facts_of(classes, *found.no_longer_permitted, found.both);
                RC_ASSERT(naive::decided(plain_rules(before, facts, then), before.otherwise_is) == outcome::permitted);
                RC_ASSERT(!any_rules(after, now) ||
                          naive::decided(plain_rules(after, facts, now), after.otherwise_is) != outcome::permitted);
            }
        }
    });
    std::printf("compare: equal %zu, stricter %zu, looser %zu, incomparable %zu\n", came[0], came[1], came[2], came[3]);
    CHECK(came[0] + came[1] + came[2] + came[3] >= 2000);
    for (auto const each : came) CHECK(each > 50);
}

TEST_CASE("what the versions of the law changed: Law 15/2023 in 2024, the doubt about Circular 14/2014 in 2025") {
    auto const& book = vietnam::transfer_between_facilities;
    auto const says = [](rule_change const& change, std::uint64_t which, char const* words) {
        return describe(change, which).en.find(words) != std::string::npos;
    };
    auto const law_begins = compare(book, day(2023y / 12 / 31), day(2024y / 1 / 1));
    CHECK(law_begins.is == strictness::incomparable);
    // Who lacks the technique may no longer take a patient under an agreement, except in an emergency...
    CHECK(says(law_begins, *law_begins.no_longer_permitted,
               "performs every technique needed [the receiving institution]: no"));
    CHECK(says(law_begins, *law_begins.no_longer_permitted,
               "an agreement in force between the two provides for taking the patient [the two institutions]: yes"));
    CHECK(says(law_begins, *law_begins.no_longer_permitted, "the patient is in an emergency [the patient]: no"));
    // ...and in an emergency nobody may refuse.
    CHECK(says(law_begins, *law_begins.newly_permitted, "the patient is in an emergency [the patient]: yes"));

    auto const doubt = compare(book, day(2024y / 12 / 31), day(2025y / 1 / 1));
    CHECK(doubt.is == strictness::equal);
    CHECK(doubt.classes == 16384);
    auto const left_out = compare(book, day(2024y / 12 / 31), day(2025y / 1 / 1), uncertain_rules::leave_out);
    CHECK(left_out.is == strictness::stricter);
    CHECK(says(left_out, *left_out.no_longer_permitted, "the patient is in an emergency [the patient]: no"));
    CHECK_FALSE(left_out.newly_permitted);
    auto const first_day = compare(book, day(2014y / 5 / 31), day(2014y / 6 / 1));
    CHECK(first_day.is == strictness::looser);
    CHECK(compare(book, day(2026y / 6 / 30), day(2026y / 7 / 1)).is == strictness::equal);
}
