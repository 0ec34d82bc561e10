#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/masks.hpp>
#include <lienvien/rules/sweep.hpp>
#include <lienvien/rules/trace.hpp>

#include <support/rapidcheck.hpp>

#include <array>
#include <cstdio>
#include <network/random_network.hpp>
#include <rules/made_up_jurisdiction.hpp>
#include <rules/naive.hpp>
#include <rules/refine.hpp>
#include <span>
#include <string>
#include <vector>

// One declaration, several readers: on random networks, needs and days, under three rulebooks, they agree with each other
// and with a naive reader of their proofs; and facts that arrive never overturn an answer.

using namespace lienvien;

namespace {

struct question {
    network written;
    patient_need need;
    sys_days today;
    sys_days known_on;
    uncertain_rules policy;
};
question make_question(std::uint64_t seed, dice::range within) {
    dice::maker make(seed, within);
    network written = make.make();
    patient_need need = make.need();
    sys_days const today = day(make.dice().pick(dice::days()));
    sys_days const known_on = make.dice().once_in(3) ? day(make.dice().pick(dice::days())) : sys_days::max();
    return {std::move(written), std::move(need), today, known_on,
            make.dice().once_in(2) ? uncertain_rules::leave_out : uncertain_rules::apply_and_say};
}

struct tally {
    std::size_t cases = 0;
    std::array<std::size_t, 5> outcomes{};
    std::size_t ambiguous = 0;
    std::size_t turned = 0;  ///< outcomes that arriving facts decided
    proof_trace trace;       ///< one for all questions, whichever rules are in force on their days
};
std::vector<naive::stated_rule> stated(std::vector<rule_proof> const& rules) {
    std::vector<naive::stated_rule> all;
    for (auto const& each : rules) all.push_back({each.rule, each.bears});
    return all;
}
bool cites_only_what_was_known(proof const& node, sys_days known_on) {
    for (auto const& each : node.readings) {
        for (auto const& rests : each.grounds) {
            if (rests.source.known_since && *rests.source.known_since > known_on) return false;
        }
    }
    for (auto const& part : node.parts) {
        if (!cites_only_what_was_known(part, known_on)) return false;
    }
    return true;
}

bool says_the_same(reading const& told, traced_fact const& traced) {
    bool const of_a_fact = !told.fact.empty();
    bool named = told.fact == traced.fact && (of_a_fact || !traced.whose);
    if (traced.whose) named = named && told.what.en.find(std::string(traced.whose->en)) != std::string::npos;
    return named && told.is_known == traced.value.has_value() && told.value == traced.value.value_or(0);
}
/// Is a traced proof the told one, node by node, without its words?
bool says_the_same(proof const& told, proof_trace const& trace, std::uint32_t at) {
    auto const traced = trace.node(at);
    bool same = told.node == traced.node && told.value == traced.value && told.value == trace.value(at) &&
                told.basis.has_value() == (traced.basis != nullptr) && (!traced.basis || *told.basis == *traced.basis);
    if (told.node == proof::kind::statement) same = same && says_the_same(told.readings[0], traced.first);
    if (told.node == proof::kind::comparison)
        same = same && told.sign == traced.sign && says_the_same(told.readings[0], traced.first) &&
               says_the_same(told.readings[1], traced.second);
    std::size_t part = 0;
    trace.for_each_part(at, [&](std::uint32_t each) {
        same = same && part < told.parts.size() && says_the_same(told.parts[part], trace, each);
        ++part;
    });
    return same && part == told.parts.size();
}

template <class Book>
void check_one_question(Book const& book, std::uint64_t seed, tally& all) {
    question const asked = make_question(seed, {});
    snapshot const now(asked.written, {asked.today, asked.known_on});
    auto const given = decide(now, book, asked.need, asked.policy);
    RC_ASSERT(sweep(book, given.rules(), given.asked()) == given.verdicts());
    RC_ASSERT(given.verdicts().size() == asked.written.institutions.size());
    sweep_plan<Book> const plan(book, given.rules(), given.asked());
    std::vector<std::uint16_t> masks(std::size_t{plan.shape().words} * 64);
    write_masks(plan, std::span<std::uint16_t>(masks));
    proof_trace& trace = all.trace;
    for (std::uint32_t number = 0; number < now.size(); ++number) {
        auto const& found = given.verdicts()[number];
        ++all.cases;
        ++all.outcomes[static_cast<std::size_t>(found.outcome)];
        all.ambiguous += found.ambiguous ? 1u : 0u;
        RC_ASSERT((found.outcome == outcome::not_in_force ||
                   rule_set{masks[number_of(now.slot_of(site{number}))]} == found.bears));

        explanation const why_so = explain_case(book, given.rules(), {&given.asked(), site{number}});
        RC_ASSERT(why_so.verdict == found);
        RC_ASSERT(why_so == *why(given, now.at(site{number}).id));
        RC_ASSERT(trace_why(given, now.at(site{number}).id, trace));
        RC_ASSERT(trace.verdict() == found);
        RC_ASSERT(trace.rules().size() == why_so.rules.size());
        for (std::size_t at = 0; at < why_so.rules.size(); ++at) {
            auto const& [rule, bears, root] = trace.rules()[at];
            RC_ASSERT(book.headings()[rule] == why_so.rules[at].rule);
            RC_ASSERT(bears == why_so.rules[at].bears);
            RC_ASSERT(says_the_same(why_so.rules[at].why, trace, root));
        }
        std::uint32_t of_rules_in_force = 0;
        for (auto const& each : trace.rules()) of_rules_in_force += trace.node(each.root).after - each.root;
        std::uint32_t known_nodes = 0;
        for (std::uint32_t node = 0; node < trace.size(); ++node)
            known_nodes += is_unknown(trace.value(node)) ? 0u : 1u;
        RC_ASSERT(known_nodes <= of_rules_in_force);
        for (auto const& each : why_so.rules) {
            auto const proved = naive::read(each.why);
            RC_ASSERT(proved.sound);
            RC_ASSERT(each.bears == (each.rule.does == effect::demands ? twin::contrary(proved.value) : proved.value));
            RC_ASSERT(each.rule.basis.text.in_force.contains(asked.today));
            RC_ASSERT(cites_only_what_was_known(each.why, asked.known_on));
            RC_ASSERT(!(each.uncertain && asked.policy == uncertain_rules::leave_out));
        }

        // The outcome follows from the rules, whichever way the open ones turn out.
        RC_ASSERT(why_so.missing.empty() == (found.outcome != outcome::facts_missing));
        if (found.outcome == outcome::not_in_force) continue;
        truth const allowed = naive::allowed(stated(why_so.rules), book.otherwise_is);
        RC_ASSERT((found.outcome == outcome::permitted) == (allowed == truth::yes));
        RC_ASSERT((found.outcome == outcome::facts_missing) == (allowed == truth::unknown));
        if (found.outcome != outcome::facts_missing) continue;

        // What is named as missing is all that is missing: any values for it decide.
        dice::thrower guess(seed + number);
        naive::supplied values;
        for (auto const& each : why_so.missing)
            values[{std::string(each.fact), each.what.en}] = static_cast<std::int64_t>(guess.roll(5)) - 1;
        auto decided = stated(why_so.rules);
        for (std::size_t at = 0; at < decided.size(); ++at) {
            truth const value = naive::read(why_so.rules[at].why, &values).value;
            decided[at].bears = decided[at].heading.does == effect::demands ? twin::contrary(value) : value;
        }
        RC_ASSERT(naive::allowed(decided, book.otherwise_is) != truth::unknown);
    }
}

template <class Book>
void check_arriving_facts(Book const& book, std::uint64_t seed, tally& all) {
    question const asked = make_question(seed, {.open_successions = false, .unknown_words = false});
    question later = asked;
    dice::maker make(~seed, {});
    network const unused = make.make();  // so that it knows how many sites there may be
    static_cast<void>(unused);
    dice::refiner(make, later.written, later.need).some_facts_arrive();
    snapshot const before(asked.written, {asked.today, asked.known_on});
    snapshot const after(later.written, {asked.today, asked.known_on});
    auto const first = decide(before, book, asked.need, asked.policy);
    auto const second = decide(after, book, later.need, asked.policy);
    for (std::uint32_t number = 0; number < before.size(); ++number) {
        ++all.cases;
        outcome const then = first.verdicts()[number].outcome;
        outcome const now = second.verdicts()[number].outcome;
        bool const was_no = then != outcome::permitted && then != outcome::facts_missing;
        bool const is_no_now = now != outcome::permitted && now != outcome::facts_missing;
        if (then == outcome::permitted) RC_ASSERT(now == outcome::permitted);
        if (was_no) RC_ASSERT(is_no_now);
        all.turned += then == outcome::facts_missing && now != outcome::facts_missing ? 1u : 0u;
    }
}

/// Several questions a seed: rapidcheck's own bookkeeping costs more than a question.
template <class Book>
void check_readers(Book const& book, std::uint64_t seed, tally& all) {
    for (std::uint64_t which = 0; which < 6; ++which) check_one_question(book, seed * 6 + which, all);
}

void report(char const* what, tally const& all) {
    std::printf(
        "%s: %zu cases; facts missing %zu, not in force %zu, not provided for %zu, forbidden %zu, permitted %zu; "
        "contested %zu; decided by arriving facts %zu\n",
        what, all.cases, all.outcomes[0], all.outcomes[1], all.outcomes[2], all.outcomes[3], all.outcomes[4],
        all.ambiguous, all.turned);
}
bool varied(tally const& all) {
    for (auto const number : all.outcomes) {
        if (number * 500 < all.cases) return false;
    }
    return all.cases >= 10'000;
}

}  // namespace

TEST_CASE("decide, explain, sweep and a naive reader of proofs agree under the rules of Viet Nam") {
    tally all;
    rc::prop("on random networks, needs, days and policies",
             [&](std::uint64_t seed) { check_readers(vietnam::transfer_between_facilities, seed, all); });
    report("readers, Viet Nam", all);
    CHECK(varied(all));
}
TEST_CASE("decide, explain, sweep and a naive reader of proofs agree where what is not forbidden is permitted") {
    tally all;
    rc::prop("on random networks, needs, days and policies",
             [&](std::uint64_t seed) { check_readers(made_up::transfers, seed, all); });
    report("readers, made up", all);
    CHECK(all.ambiguous > 0);
    CHECK(all.cases >= 10'000);
}
TEST_CASE("decide, explain, sweep and a naive reader of proofs agree where what is not permitted is not provided for") {
    tally all;
    rc::prop("on random networks, needs, days and policies",
             [&](std::uint64_t seed) { check_readers(made_up::strict_transfers, seed, all); });
    report("readers, made up and strict", all);
    CHECK(varied(all));
}
TEST_CASE("decide, explain, sweep and a naive reader of proofs agree where it is asked who is covered") {
    tally all;
    rc::prop("provinces, insurance, age, named fields and free beds",
             [&](std::uint64_t seed) { check_readers(made_up::coverage, seed, all); });
    report("readers, coverage", all);
    CHECK(varied(all));
}
TEST_CASE("a fact that arrives never turns permitted into a no, nor a no into permitted") {
    tally all;
    rc::prop("under four rulebooks", [&](std::uint64_t seed) {
        check_arriving_facts(vietnam::transfer_between_facilities, seed, all);
        check_arriving_facts(made_up::transfers, seed, all);
        check_arriving_facts(made_up::strict_transfers, seed, all);
        // Whether a field is named is known also where none is: that one is named later overturns it.
        if (make_question(seed, {.open_successions = false, .unknown_words = false}).need.field)
            check_arriving_facts(made_up::coverage, seed, all);
    });
    report("arriving facts", all);
    CHECK(all.turned > 0);
}
