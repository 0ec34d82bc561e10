#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/checker.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/publish.hpp>

#include <support/rapidcheck.hpp>

#include <array>
#include <cstdio>
#include <network/random_network.hpp>
#include <rules/made_up_jurisdiction.hpp>
#include <string>
#include <utility>
#include <vector>

// The checker accepts every explanation that the library gives, and refuses every one that was changed anywhere: 500 seeds,
// each with 69 questions under three rulebooks.

using namespace lienvien;

namespace {

constexpr instrument forged{.number = "0/0", .name = {"Văn bản khác", "Another text"}, .kind = instrument_kind::decree};

/// Changes one thing in an explanation. What is drawn may turn out not to be there: then nothing changes.
class forger {
public:
    explicit forger(std::uint64_t seed) : throw_(seed) {}

    enum class kind : std::size_t { value, citation, date, fact, words, structure, verdict, whole, count };
    static constexpr std::array<char const*, 8> names{"value", "citation",  "date",    "fact",
                                                      "words", "structure", "verdict", "case or whole"};

    void change(explanation& given, kind what) {
        switch (what) {
            case kind::value:
                return change_value(given);
            case kind::citation:
                return change_citation(given);
            case kind::date:
                return change_date(given);
            case kind::fact:
                return change_fact(given);
            case kind::words:
                return change_words(given);
            case kind::structure:
                return change_structure(given);
            case kind::verdict:
                return change_verdict(given);
            default:
                return change_whole(given);
        }
    }

private:
    rule_proof* rule(explanation& given) {
        return given.rules.empty() ? nullptr : &given.rules[throw_.roll(given.rules.size())];
    }
    void gather(proof& node, std::vector<proof*>& all) {
        all.push_back(&node);
        for (auto& part : node.parts) gather(part, all);
    }
    template <class Wanted>
    proof* node(explanation& given, Wanted wanted) {
        std::vector<proof*> all;
        for (auto& each : given.rules) gather(each.why, all);
        std::vector<proof*> fitting;
        for (auto* each : all) {
            if (wanted(*each)) fitting.push_back(each);
        }
        return fitting.empty() ? nullptr : throw_.pick(fitting);
    }
    reading* leaf(explanation& given) {
        auto* at = node(given, [](proof const& each) { return !each.readings.empty(); });
        return at ? &at->readings[throw_.roll(at->readings.size())] : nullptr;
    }
    void turn(truth& value) {
        value = static_cast<truth>((static_cast<int>(value) + 2 + static_cast<int>(throw_.roll(2))) % 3 - 1);
    }
    void forge(text& words) {
        auto& one = throw_.once_in(2) ? words.vi : words.en;
        if (one.empty() || throw_.once_in(2)) {
            one += " không";
        } else {
            one.erase(throw_.roll(one.size()), 1);
        }
    }
    void forge(citation& at) {
        switch (throw_.roll(6)) {
            case 0:
                at.article += throw_.once_in(2) ? 1 : -1;
                break;
            case 1:
                at.clause = at.clause == "9z" ? "9y" : "9z";
                break;
            case 2:
                at.text = forged;
                break;
            case 3:
                at.text.number = "1/1";
                break;
            case 4:
                at.text.kind = at.text.kind == instrument_kind::law ? instrument_kind::decree : instrument_kind::law;
                break;
            default:
                at.text.verified = !at.text.verified;
        }
    }

    void change_value(explanation& given) {
        if (throw_.once_in(4)) {
            if (auto* each = rule(given)) turn(each->bears);
        } else if (auto* at = node(given, [](proof const&) { return true; })) {
            turn(at->value);
        }
    }
    void change_citation(explanation& given) {
        auto* provision = node(given, [](proof const& each) { return each.basis.has_value(); });
        auto* each = rule(given);
        if (!each) return;
        if (provision && throw_.once_in(2)) {
            switch (throw_.roll(3)) {
                case 0:
                    provision->basis.reset();
                    break;
                case 1:
                    provision->basis = each->rule.basis;
                    break;
                default:
                    forge(*provision->basis);
            }
        } else if (throw_.once_in(3)) {
            std::swap(each->rule.basis, rule(given)->rule.basis);  // two rules exchange their citations
        } else {
            forge(each->rule.basis);
        }
    }
    void change_date(explanation& given) {
        auto* each = rule(given);
        auto* read = leaf(given);
        switch (throw_.roll(4)) {
            case 0:
                given.day += std::chrono::days(throw_.once_in(2) ? 1 : -1);
                break;
            case 1:
                if (each) each->rule.basis.text.in_force = from(std::chrono::year(2001) / 1 / 1);
                break;
            case 2:
                if (each) each->rule.basis.text.uncertain_from = day(std::chrono::year(2001) / 1 / 1);
                break;
            default:
                if (!read || read->grounds.empty()) break;
                auto& rests = read->grounds[throw_.roll(read->grounds.size())];
                if (throw_.once_in(2)) {
                    rests.source.known_since = day(std::chrono::year(2001) / 1 / 1);
                } else {
                    for (auto& digit : rests.says.en) {  // a date in the words
                        if (digit >= '1' && digit <= '8') {
                            ++digit;
                            break;
                        }
                    }
                }
        }
    }
    void change_fact(explanation& given) {
        auto* read = leaf(given);
        if (!read) return;
        switch (throw_.roll(8)) {
            case 0:
                read->value += throw_.once_in(2) ? 1 : -1;
                break;
            case 1:
                read->is_known = !read->is_known;
                break;
            case 2:
                forge(read->shown);
                break;
            case 3:
                read->fact = read->fact == "tier" ? "level" : "tier";
                break;
            case 4:
                if (!read->grounds.empty()) read->grounds.pop_back();
                break;
            case 5:
                read->grounds.push_back({"institution forged", {"nói", "says"}, {}});
                break;
            case 6:
                if (!read->grounds.empty()) read->grounds.front().subject += "x";
                break;
            default:
                if (!read->grounds.empty())
                    read->grounds.back().source.document = read->grounds.back().source.document.str() + "x";
        }
    }
    void change_words(explanation& given) {
        auto* each = rule(given);
        auto* read = leaf(given);
        auto* provision = node(given, [](proof const& one) { return one.basis.has_value(); });
        switch (throw_.roll(6)) {
            case 0:
                if (each) each->rule.says.en = "something else";
                break;
            case 1:
                if (each) each->rule.id = rule_id::checked("another.rule");
                break;
            case 2:
                if (read) forge(read->what);
                break;
            case 3:
                if (read) forge(read->contrary);
                break;
            case 4:
                if (provision) provision->words.vi = "điều khác";
                break;
            default:
                if (!given.cautions.empty()) {
                    forge(given.cautions[throw_.roll(given.cautions.size())]);
                } else {
                    given.cautions.push_back({"thận trọng", "beware"});
                }
        }
    }
    void change_structure(explanation& given) {
        auto* inner = node(given, [](proof const& one) { return !one.parts.empty(); });
        auto* any = node(given, [](proof const&) { return true; });
        if (!any) return;
        switch (throw_.roll(9)) {
            case 0:
                any->node = static_cast<proof::kind>((static_cast<std::size_t>(any->node) + 1 + throw_.roll(6)) % 7);
                break;
            case 1:
                any->sign = static_cast<relation_sign>((static_cast<std::size_t>(any->sign) + 1 + throw_.roll(5)) % 6);
                break;
            case 2:
                if (inner) inner->parts.pop_back();
                break;
            case 3:
                if (inner) inner->parts.push_back(inner->parts.front());
                break;
            case 4:
                if (inner) std::swap(inner->parts.front(), inner->parts.back());
                break;
            case 5:
                if (!any->readings.empty()) any->readings.pop_back();
                break;
            case 6:
                given.rules.erase(given.rules.begin() + static_cast<std::ptrdiff_t>(throw_.roll(given.rules.size())));
                break;
            case 7:
                given.rules.push_back(given.rules[throw_.roll(given.rules.size())]);
                break;
            default: {
                proof const lifted = *any;  // one rule with the proof of another
                given.rules[throw_.roll(given.rules.size())].why = lifted;
            }
        }
    }
    void change_verdict(explanation& given) {
        auto& found = given.verdict;
        rule_set const bit = rule_set{1} << throw_.roll(12);
        switch (throw_.roll(6)) {
            case 0:
                found.outcome =
                    static_cast<outcome>((static_cast<std::size_t>(found.outcome) + 1 + throw_.roll(4)) % 5);
                break;
            case 1:
                found.bears ^= bit;
                break;
            case 2:
                found.open ^= bit;
                break;
            case 3:
                found.ambiguous = !found.ambiguous;
                break;
            case 4:
                if (!given.missing.empty()) given.missing.pop_back();
                break;
            default:
                if (auto* read = leaf(given)) given.missing.push_back(*read);
        }
    }
    void change_whole(explanation& given) {
        switch (throw_.roll(4)) {
            case 0:
                std::swap(given.origin, given.receiver);
                break;
            case 1:
                given.receiver = institution_id::checked("somewhere-else");
                break;
            case 2:
                if (auto* each = rule(given)) each->uncertain = !each->uncertain;
                break;
            default:
                if (auto* each = rule(given))
                    each->rule.does = static_cast<effect>((static_cast<std::size_t>(each->rule.does) + 1) % 4);
        }
    }

    dice::thrower throw_;
};

struct tally {
    std::size_t accepted = 0;
    std::array<std::size_t, 8> refused{};
    std::size_t lies = 0;  ///< right proofs of another case, put forward for this one
    std::array<std::size_t, 5> outcomes{};
    [[nodiscard]] std::size_t mutated() const {
        std::size_t all = lies;
        for (auto const each : refused) all += each;
        return all;
    }
};

template <class Book>
void check_question(Book const& book, published_rules const& rules, std::uint64_t seed, tally& all) {
    dice::maker make(seed, {.sites = 4});
    network const written = make.make();
    patient_need need = make.need();
    auto const policy = make.dice().once_in(2) ? uncertain_rules::leave_out : uncertain_rules::apply_and_say;
    snapshot const now(written, {day(make.dice().pick(dice::days())), sys_days::max()});
    auto const given = decide(now, book, need, policy);
    need.improved = make.dice().three();
    need.stable = make.dice().three();
    need.transfer_indicated = make.dice().three();
    auto const otherwise_said = decide(now, book, need, policy);
    dice::thrower throw_coin(seed);
    for (std::uint32_t s = 0; s < now.size(); ++s) {
        transfer_case const asked{&given.asked(), site{s}};
        explanation const told = explain_case(book, given.rules(), asked);
        fact_sheet const sheet = facts_for(book, asked, policy);
        findings const objections = check(told, rules, sheet);
        INFO((objections.empty() ? "" : objections[0].message.en + " " + objections[0].subject));
        RC_ASSERT(objections.empty());
        ++all.accepted;
        ++all.outcomes[static_cast<std::size_t>(told.verdict.outcome)];

        forger forge(seed * 8 + s);
        std::size_t const which = all.accepted % all.refused.size();  // the kinds in turn
        explanation changed = told;
        for (int tries = 0; tries < 4 && changed == told; ++tries)
            forge.change(changed, static_cast<forger::kind>(which));
        if (changed != told) {
            INFO(forger::names[which]);
            RC_ASSERT(!check(changed, rules, sheet).empty());
            ++all.refused[which];
        }
        // A lie that hangs together: the whole proof as it would be for a patient of whom other facts are stated, or for
        // another receiver.
        if (s % 3 != 0) continue;
        bool const other_facts = throw_coin.once_in(2);
        explanation of_other = other_facts
                                   ? explain_case(book, given.rules(), {&otherwise_said.asked(), site{s}})
                                   : explain_case(book, given.rules(), {&given.asked(), site{(s + 1) % now.size()}});
        of_other.receiver = told.receiver;
        if (of_other == told) continue;
        RC_ASSERT(!check(of_other, rules, sheet).empty());
        ++all.lies;
    }
}

}  // namespace

TEST_CASE("the checker accepts every explanation and refuses every one that was changed") {
    tally all;
    auto const of_vietnam = publish(vietnam::transfer_between_facilities);
    auto const of_made_up = publish(made_up::transfers);
    auto const of_strict = publish(made_up::strict_transfers);
    rc::prop("on random networks, needs, days and policies, under three rulebooks", [&](std::uint64_t seed) {
        for (std::uint64_t which = 0; which < 23; ++which) {
            check_question(vietnam::transfer_between_facilities, of_vietnam, seed * 69 + which, all);
            check_question(made_up::transfers, of_made_up, seed * 69 + 23 + which, all);
            check_question(made_up::strict_transfers, of_strict, seed * 69 + 46 + which, all);
        }
    });
    std::printf("checker: accepted %zu; refused %zu:", all.accepted, all.mutated());
    for (std::size_t each = 0; each < all.refused.size(); ++each)
        std::printf(" %s %zu,", forger::names[each], all.refused[each]);
    std::printf(" right proofs of another case %zu\n", all.lies);
    CHECK(all.accepted >= 100'000);
    CHECK(all.mutated() >= 100'000);
    for (auto const each : all.refused) CHECK(each >= 5'000);
    for (auto const each : all.outcomes) CHECK(each > 0);
}
