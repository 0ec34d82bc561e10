#pragma once

#include <cstddef>
#include <lienvien/rules/proof.hpp>
#include <lienvien/rules/verdict.hpp>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// One rule in one case: whether it bears, and the proof.
struct rule_proof {
    rule_heading rule;
    truth bears{};                         ///< of a permission: does it hold; of an objection: does it stand
    bool uncertain = false;                ///< is it uncertain whether the instrument is still in force?
    proof why;

    friend bool operator==(rule_proof const&, rule_proof const&) = default;
};

/// Why the rules say what they say of one receiver: every rule in force, with its proof.
struct explanation {
    institution_id origin;
    institution_id receiver;
    sys_days day;
    lienvien::verdict verdict;
    std::vector<rule_proof> rules;         ///< those in force on the day, in order of declaration
    std::vector<reading> missing;          ///< the facts that are not known and leave the outcome open, each once
    std::vector<text> cautions;            ///< what a reader must know before relying on it

    friend bool operator==(explanation const&, explanation const&) = default;
};

namespace detail {

inline void collect_missing(proof const& node, std::vector<reading>& missing) {
    if (!is_unknown(node.value)) return;
    for (auto const& each : node.readings) {
        bool seen = each.is_known;
        for (auto const& earlier : missing) seen = seen || (earlier.fact == each.fact && earlier.what == each.what);
        if (!seen) missing.push_back(each);
    }
    for (auto const& part : node.parts) collect_missing(part, missing);
}

/// What must be said beside a permission: that it rests on uncertain rules only, on an agreement only, or is contested.
template <class Headings>
[[nodiscard]] std::vector<text> cautions_for(verdict const& found, rules_of_day const& rules, Headings const& headings) {
    std::vector<text> cautions;
    if (found.ambiguous) {
        cautions.push_back({"Hai quy tắc mâu thuẫn và không quy tắc nào được ưu tiên: kết quả theo hướng thận trọng.",
                            "Two rules contradict each other and neither prevails: the outcome is the cautious one."});
    }
    rule_set const permitting = found.bears & rules.permissions;
    if (found.outcome != outcome::permitted || permitting == 0) return cautions;
    if ((permitting & ~rules.uncertain) == 0) {
        auto const& text = headings[static_cast<std::size_t>(std::countr_zero(permitting))].basis.text;
        cautions.push_back({"Chưa chắc " + std::string(text.name.vi) + " " + std::string(text.number) + " còn hiệu lực: " +
                                std::string(text.uncertain_because.vi),
                            "It is not certain that " + std::string(text.name.en) + " " + std::string(text.number) +
                                " is still in force: " + std::string(text.uncertain_because.en)});
    }
    if ((permitting & rules.enacted) == 0) {
        cautions.push_back({"Chỉ dựa trên thỏa thuận: không có quy định pháp luật nào trong bộ quy tắc này cho phép riêng.",
                            "It rests on an agreement alone: no rule of law in this rulebook provides for it."});
    }
    return cautions;
}

}  // namespace detail

/// Explains one case by the same walk over the same rules that decides it, keeping everything that was read.
template <class... Rules>
[[nodiscard]] explanation explain_case(rulebook_declaration<Rules...> const& book, rules_of_day const& rules,
                                       transfer_case const& asked) {
    explanation found{asked.need().origin, asked.today().at(asked.to).id, asked.today().day(), {}, {}, {}, {}};
    rule_set bears = 0;
    rule_set open = 0;
    book.for_each_rule([&](std::size_t number, auto const& rule) {
        rule_set const bit = rule_set{1} << number;
        if (!(rules.in_force & bit)) return;
        proof_builder watch;
        truth const value = rule.bears(asked, watch);
        if (is_yes(value)) bears |= bit;
        if (is_unknown(value)) open |= bit;
        found.rules.push_back({static_cast<rule_heading const&>(rule), value, (rules.uncertain & bit) != 0, std::move(watch).take()});
    });
    found.verdict = judge(rules, bears, open);
    if (found.verdict.outcome == outcome::facts_missing) {
        for (auto const& each : found.rules) {
            if (is_unknown(each.bears) && each.rule.does != effect::instructs) detail::collect_missing(each.why, found.missing);
        }
    }
    found.cautions = detail::cautions_for(found.verdict, rules, book.headings());
    return found;
}
}  // namespace v0
}  // namespace lienvien
