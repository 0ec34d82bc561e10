// Questions on time: critical_days, difference.

#include "asked_network.hpp"
#include <lienvien/rules/critical_days.hpp>
#include <lienvien/rules/difference.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

using namespace lienvien;

std::optional<uncertain_rules> policy_of(question& asked) {
    return asked.named<uncertain_rules>(
        "uncertain", {{"apply_and_say", uncertain_rules::apply_and_say}, {"leave_out", uncertain_rules::leave_out}});
}
tree written_cause(day_cause const& cause, language in) {
    tree made = tree::object({{"subject", cause.fact.subject},
                              {"what", cause.fact.what.in(in)},
                              {"becomes", name_of(cause.becomes)},
                              {"says", label_of(cause.becomes).in(in)}});
    if (!cause.pointer.empty()) made.put("pointer", cause.pointer);
    return made;
}
template <class Day>
tree written_day(Day const& day, language in) {
    tree causes = tree::array();
    for (auto const& each : day.causes) causes.add(written_cause(each, in));
    return tree::object({{"day", format_day(day.day)}, {"causes", std::move(causes)}});
}

tree written_causes(std::vector<changed_fact> const& causes, language in) {
    tree made = tree::array();
    for (auto const& each : causes) {
        tree one = tree::object({{"subject", each.fact.subject},
                                 {"what", each.fact.what.in(in)},
                                 {"change", name_of(each.change)},
                                 {"says", label_of(each.change).in(in)}});
        if (!each.pointer.empty()) one.put("pointer", each.pointer);
        made.add(std::move(one));
    }
    return made;
}
template <class Value>
tree written_value(std::optional<Value> value) {
    return value ? tree(name_of(*value)) : tree::number("null");
}

/// One change of an outcome, and the facts that did it.
tree written_outcome(outcome_difference const& each, language in) {
    return tree::object({{"need", each.need.view()},
                         {"institution", each.institution.view()},
                         {"before", written_value(each.before)},
                         {"after", written_value(each.after)},
                         {"causes", written_causes(each.causes, in)},
                         {"necessary", each.necessary},
                         {"restores", each.restores}});
}

/// {"ask":"critical_days","from":day,"until":day,"need":{..} or "need_id":id,"proofs":false,"known_on":day,
///  "uncertain":"apply_and_say" or "leave_out","language":"vi" or "en","network":{..}}: without a need every day on which a
/// decision can change, with what begins or ends on it; with one the days on which its outcome does change for some
/// institution, and which fact did it; with "proofs" also the days on which only the rules that bear on it change.
void answer_critical_days(question& asked, library const& known, tree& out) {
    std::optional<network> own;
    network const& written_network = network_of(asked, known, own);
    auto const from = asked.required<sys_days>("from");
    auto const until = asked.required<sys_days>("until");
    auto const known_on = asked.read<sys_days>("known_on").value_or((sys_days::max)());
    auto const need = need_of(asked, written_network);
    bool const proofs = asked.read<bool>("proofs").value_or(false);
    auto const policy = policy_of(asked).value_or(uncertain_rules::apply_and_say);
    if (from && until && *until <= *from) {
        asked.wrong("bad-value", "until", {"\"until\" phải sau \"from\"", "\"until\" comes after \"from\""});
    }
    asked.finish();

    auto const& book = vietnam::transfer_between_facilities;
    auto const in = asked.language();
    tree days = tree::array();
    if (!need) {
        for (auto const& each : critical_days(written_network, book, *from, *until, known_on))
            days.add(written_day(each, in));
        out.put("days", std::move(days));
        return;
    }
    for (auto const& each : critical_days(written_network, book, *need, *from, *until, policy, known_on).days) {
        auto const before = as_of(written_network, each.day - std::chrono::days(1), known_on);
        auto const after = as_of(written_network, each.day, known_on);
        auto const found = difference(before, after, book, {*need}, policy);
        if (found.outcomes.empty() && !proofs) continue;
        tree outcomes = tree::array();
        for (auto const& change : found.outcomes) outcomes.add(written_outcome(change, in));
        tree day = tree::object({{"day", format_day(each.day)}, {"outcomes", std::move(outcomes)}});
        if (proofs) {
            tree others = tree::array();
            for (auto const& change : each.changes) {
                if (!change.of_outcome()) others.add(change.institution.view());
            }
            day.put("proofs", std::move(others));
        }
        days.add(std::move(day));
    }
    out.put("days", std::move(days));
}

/// {"ask":"difference","from":day,"to":day,"need":{..} or "need_id":id,"known_on":day,"known_on_to":day,
///  "uncertain":..,"language":..,"network":{..},"network_to":{..}}: what is otherwise on `to` than on `from`, or in
/// `network_to` than in the network; without a need for every need of the network.
void answer_difference(question& asked, library const& known, tree& out) {
    std::optional<network> own;
    std::optional<network> own_later;
    network const& earlier = network_of(asked, known, own);
    bool const other = asked.take("network_to").has_value();
    network const& later = other ? network_of(asked, known, own_later, "network_to") : earlier;
    auto const from = asked.required<sys_days>("from");
    auto const to = asked.read<sys_days>("to");
    auto const known_on = asked.read<sys_days>("known_on").value_or((sys_days::max)());
    auto const known_on_to = asked.read<sys_days>("known_on_to").value_or(known_on);
    auto const need = need_of(asked, earlier);
    auto const policy = policy_of(asked);
    if (!asked.take("to") && !other && !asked.take("known_on_to")) asked.missing("to");
    asked.finish();

    auto const before = as_of(earlier, *from, known_on);
    auto const after = as_of(later, to.value_or(*from), known_on_to);
    auto const needs = need ? std::vector<patient_need>{*need} : earlier.needs;
    auto const found = difference(before, after, vietnam::transfer_between_facilities, needs,
                                  policy.value_or(uncertain_rules::apply_and_say));
    tree outcomes = tree::array();
    for (auto const& each : found.outcomes) {
        outcomes.add(written_outcome(each, asked.language()));
    }
    tree capabilities = tree::array();
    for (auto const& each : found.capabilities) {
        capabilities.add(tree::object({{"institution", each.institution.view()},
                                       {"technique", each.technique.view()},
                                       {"before", written_value(each.before)},
                                       {"after", written_value(each.after)},
                                       {"causes", written_causes(each.causes, asked.language())},
                                       {"necessary", each.necessary},
                                       {"restores", each.restores}}));
    }
    out.put("outcomes", std::move(outcomes)).put("capabilities", std::move(capabilities));
}

}  // namespace

std::span<known_question const> change_questions() {
    static constexpr known_question all[] = {{"critical_days", answer_critical_days},
                                             {"difference", answer_difference}};
    return all;
}

}  // namespace answers
