// May a transfer take its next step?

#include "answers.hpp"
#include "asked_network.hpp"
#include <lienvien/json/network.hpp>
#include <lienvien/lifecycle/transfer_capabilities.hpp>
#include <lienvien/lifecycle/transfer_gate.hpp>
#include <lienvien/reflect/transfers.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

using namespace lienvien;

[[nodiscard]] tree written(guard_answer const& each, language in) {
    tree made = tree::object({{"guard", name_of(each.guard)}, {"met", answers::written(each.met)}});
    if (!each.held.empty()) made.put("held", each.held.in(in));
    if (!each.missing.empty()) made.put("missing", each.missing.in(in));
    if (!each.set_aside.empty()) {
        tree aside = tree::array();
        for (auto const& one : each.set_aside) aside.add(one.in(in));
        made.put("not_counted", std::move(aside));
    }
    return made;
}

/// {"ask":"transfer_step","transfer":{..} or "transfer_id":"..","terms":{..},"step":{"step":"accept","on":day,"shown":
/// [{"kind":"supervised_cases","on":day,"count":20,"assessor":"..","document":".."}]},"first_stages":"are_told"}
///
/// A transfer that is named stands in the network, whose teams then say who trains where the terms do not. `first_stages` is
/// `may_be_untold` where the history is known from a later stage on only.
void answer_transfer_step(question& asked, library const& known, tree& out) {
    auto const given = asked.read<transfer>("transfer");
    auto const id = asked.read<transfer_id>("transfer_id");
    auto terms = asked.required<transfer_terms>("terms");
    auto const step = asked.required<proposed_step>("step");
    auto const beginning = asked
                               .named<first_stages>("first_stages", {{"are_told", first_stages::are_told},
                                                                     {"may_be_untold", first_stages::may_be_untold}})
                               .value_or(first_stages::are_told);
    std::optional<transfer> each = given;
    if (given && id) {
        asked.wrong("bad-value", "transfer_id",
                    {"chỉ dùng một trong \"transfer\" và \"transfer_id\"", "either \"transfer\" or \"transfer_id\""});
    }
    if (!asked.take("transfer") && !asked.take("transfer_id")) asked.missing("transfer");
    std::optional<network> own;
    if (id) {
        network const& all = network_of(asked, known, own);
        for (auto const& one : all.transfers) {
            if (one.id == *id) each = one;
        }
        if (!each) {
            asked.wrong("unknown-transfer", "transfer_id",
                        {"mạng lưới không có chuyển giao này", "the network has no transfer of this name"});
        } else if (terms && !terms->trainers) {
            terms->trainers = trainers_of(all, *each);
        }
    }
    std::optional<any_stage> at;
    if (each) {
        auto entered = enter(*each, beginning);
        at = std::move(entered.at);
        findings placed;
        for (auto found : entered.findings) {
            found.place.pointer.insert(0, id ? "/transfer_id" : "/transfer");
            placed.add(std::move(found));
        }
        asked.keep(std::move(placed));
    }
    asked.finish();

    auto const taken = advance(std::move(*at), *step, *terms);
    auto const& judged = taken.because;
    out.put("outcome", name_of(judged.outcome)).put("from", name_of(judged.from));
    out.put("to", judged.to == stage::not_known ? tree::number("null") : tree(name_of(judged.to)));
    tree guards = tree::array();
    for (auto const& guard : judged.guards) guards.add(written(guard, asked.language()));
    out.put("guards", std::move(guards));
    tree says = tree::array();
    for (auto const& line : sentences(judged)) says.add(line.in(asked.language()));
    out.put("says", std::move(says));
}

}  // namespace

std::span<known_question const> transfer_questions() {
    static constexpr known_question all[] = {{"transfer_step", answer_transfer_step}};
    return all;
}

}  // namespace answers
