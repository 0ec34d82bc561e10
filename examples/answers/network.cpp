// Questions on a network: decide, capability, validate.

#include "asked_network.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

namespace {

[[nodiscard]] tree in_language(std::vector<lienvien::text> const& all, language in) {
    tree made = tree::array();
    for (auto const& each : all) made.add(each.in(in));
    return made;
}

/// A proof tree: what was asked at each node, what came out, and the written facts below it.
[[nodiscard]] tree proved(lienvien::proof const& node, language in) {
    using kind = lienvien::proof::kind;
    static constexpr std::string_view names[] = {"statement", "comparison", "all",      "any",
                                                 "negation",  "exception",  "provision"};
    static constexpr std::string_view signs[] = {"=", "!=", "<", "<=", ">", ">="};
    tree made = tree::object({{"node", names[static_cast<std::size_t>(node.node)]}, {"value", written(node.value)}});
    if (node.node == kind::comparison) made.put("relation", signs[static_cast<std::size_t>(node.sign)]);
    if (node.basis) made.put("citation", to_string(*node.basis, in)).put("says", node.words.in(in));
    if (!node.readings.empty()) {
        tree readings = tree::array();
        for (auto const& each : node.readings) {
            tree one =
                tree::object({{"what", each.what.in(in)}, {"read", each.shown.in(in)}, {"known", each.is_known}});
            tree grounds = tree::array();
            for (auto const& ground : each.grounds) {
                grounds.add(tree::object({{"subject", ground.subject},
                                          {"says", ground.says.in(in)},
                                          {"source", ground.source.document.view()}}));
            }
            readings.add(std::move(one.put("grounds", std::move(grounds))));
        }
        made.put("readings", std::move(readings));
    }
    if (!node.parts.empty()) {
        tree parts = tree::array();
        for (auto const& each : node.parts) parts.add(proved(each, in));
        made.put("parts", std::move(parts));
    }
    return made;
}

[[nodiscard]] tree explained(lienvien::explanation const& why, language in) {
    tree rules = tree::array();
    for (auto const& each : why.rules) {
        rules.add(tree::object({{"rule", each.rule.id.view()},
                                {"effect", name_of(each.rule.does)},
                                {"bears", written(each.bears)},
                                {"citation", to_string(each.rule.basis, in)},
                                {"says", each.rule.says.in(in)},
                                {"uncertain", each.uncertain},
                                {"proof", proved(each.why, in)}}));
    }
    tree missing = tree::array();
    for (auto const& each : why.missing) missing.add(each.what.in(in));
    return tree::object({{"institution", why.receiver.view()},
                         {"outcome", name_of(why.verdict.outcome)},
                         {"rules", std::move(rules)},
                         {"missing", std::move(missing)},
                         {"cautions", in_language(why.cautions, in)}});
}

/// {"ask":"decide","on":day,"need":{..} or "need_id":id,"known_on":day,"most":10,"why":[institutions],
///  "uncertain":"apply_and_say" or "leave_out","language":"vi" or "en","network":{..}}
void answer_decide(question& asked, library const& known, tree& out) {
    using namespace lienvien;
    std::optional<network> own;
    network const& written_network = network_of(asked, known, own);
    auto const on = asked.required<sys_days>("on");
    auto const known_on = asked.read<sys_days>("known_on");
    auto const need = required_need_of(asked, written_network);
    auto const most = asked.read<items>("most");
    auto const wanted = asked.read<std::vector<institution_id>>("why");
    auto const policy = asked.named<uncertain_rules>(
        "uncertain", {{"apply_and_say", uncertain_rules::apply_and_say}, {"leave_out", uncertain_rules::leave_out}});
    for (auto const& each : wanted.value_or(std::vector<institution_id>{})) {
        bool found = false;
        for (auto const& institution : written_network.institutions) found = found || institution.id == each;
        if (!found) {
            asked.wrong(
                "unknown-institution", "why",
                {"mạng lưới không có " + std::string(each.view()), "the network has no " + std::string(each.view())});
        }
    }
    asked.finish();

    auto const today = known_on ? as_of(written_network, *on, *known_on) : as_of(written_network, *on);
    auto const given =
        decide(today, vietnam::transfer_between_facilities, *need, policy.value_or(uncertain_rules::apply_and_say));
    tree outcomes = tree::array();
    for (std::uint32_t s = 0; s < today.size(); ++s) {
        outcomes.add(tree::object(
            {{"institution", today.at(site{s}).id.view()}, {"outcome", name_of(given.verdicts()[s].outcome)}}));
    }
    tree options = tree::array();
    for (auto const& each : best(given, static_cast<std::size_t>(most ? most->count() : 10))) {
        tree basis = tree::array();
        for (auto const& rule : each.basis) basis.add(to_string(rule.basis, asked.language()));
        tree agreements = tree::array();
        for (auto const& id : each.agreements) agreements.add(id.view());
        tree one = tree::object({{"institution", each.receiver.view()},
                                 {"basis", std::move(basis)},
                                 {"agreements", std::move(agreements)},
                                 {"covered", each.covered},
                                 {"needed", each.needed}});
        if (each.travel) one.put("minutes", each.travel->count());
        one.put("cautions", in_language(each.cautions, asked.language()));
        options.add(std::move(one));
    }
    tree reasons = tree::array();
    for (auto const& each : wanted.value_or(std::vector<institution_id>{})) {
        if (auto const because = why(given, each)) reasons.add(explained(*because, asked.language()));
    }
    tree problems = tree::array();
    for (auto const& each : given.problems()) problems.add(each.message.in(asked.language()));
    out.put("rulebook", given.book().id).put("outcomes", std::move(outcomes)).put("best", std::move(options));
    out.put("why", std::move(reasons)).put("problems", std::move(problems));
}

/// {"ask":"capability","on":day,"known_on":day,"institution":id,"technique":id,"network":{..}}: one institution, one
/// technique, or both.
void answer_capability(question& asked, library const& known, tree& out) {
    using namespace lienvien;
    std::optional<network> own;
    network const& written_network = network_of(asked, known, own);
    auto const on = asked.required<sys_days>("on");
    auto const known_on = asked.read<sys_days>("known_on");
    auto const institution = asked.read<institution_id>("institution");
    auto const technique = asked.read<technique_id>("technique");
    auto const today = as_of(written_network, on.value_or(sys_days{}), known_on.value_or((sys_days::max)()));
    if (!asked.take("institution") && !asked.take("technique")) asked.missing("institution");
    if (institution && !today.find(*institution)) {
        asked.wrong("unknown-institution", "institution",
                    {"mạng lưới không có cơ sở này", "the network has no such institution"});
    }
    if (technique && !today.find(*technique)) {
        asked.wrong("unknown-technique", "technique",
                    {"mạng lưới không có kỹ thuật này", "the network has no such technique"});
    }
    asked.finish();

    tree all = tree::array();
    auto const add = [&](technique_standing const& each) {
        all.add(tree::object({{"institution", today.at(each.where).id.view()},
                              {"technique", written_network.techniques[number_of(each.technique)].id.view()},
                              {"performs", answers::written(each.performs)},
                              {"stage", name_of(each.reached)}}));
    };
    if (institution && technique) {
        add(standing_on(today, *today.find(*institution), *today.find(*technique)));
    } else if (institution) {
        for (auto const& each : techniques_at(today, *today.find(*institution))) add(each);
    } else {
        for (std::uint32_t s = 0; s < today.size(); ++s) {
            auto const each = standing_on(today, site{s}, *today.find(*technique));
            if (!is_no(each.performs) || each.reached != stage::not_known) add(each);
        }
    }
    out.put("capabilities", std::move(all));
}

/// {"ask":"validate","on":day,"network":{..}}: with a day the network's waivers are applied.
void answer_validate(question& asked, library const& known, tree& out) {
    using namespace lienvien;
    std::optional<network> own;
    network const& written_network = network_of(asked, known, own);
    auto const on = asked.read<sys_days>("on");
    asked.finish();

    auto const list_of = [&](findings const& all) {
        tree made = tree::array();
        for (auto const& each : all) {
            made.add(tree::object({{"code", each.code.view()},
                                   {"severity", each.severity == severity::error     ? "error"
                                                : each.severity == severity::warning ? "warning"
                                                                                     : "note"},
                                   {"subject", each.subject},
                                   {"pointer", each.place.pointer},
                                   {"message", each.message.in(asked.language())}}));
        }
        return made;
    };
    if (on) {
        auto const checked = validate(written_network, *on);
        out.put("findings", list_of(checked.open)).put("waived", list_of(checked.waived));
    } else {
        out.put("findings", list_of(validate(written_network)));
    }
}

}  // namespace

std::span<known_question const> network_questions() {
    static constexpr known_question all[] = {
        {"decide", answer_decide}, {"capability", answer_capability}, {"validate", answer_validate}};
    return all;
}

}  // namespace answers
