// What would make a refused transfer lawful.

#include "answers.hpp"
#include "asked_certificates.hpp"
#include "asked_network.hpp"
#include <lienvien/lifecycle/certified_staff.hpp>
#include <lienvien/rules/repair.hpp>

#include <boost/hana/adapt_struct.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// clang-format off
BOOST_HANA_ADAPT_STRUCT(lienvien::planned_session, programme, on);
// clang-format on

namespace answers {
namespace {

using namespace lienvien;

/// The members of each kind of change, by the names of the JSON.
struct members_of {
    tree* to;

    void operator()(renew_agreement const& act) const {
        to->put("act", "renew_agreement").put("agreement", act.agreement.view());
    }
    void operator()(sign_agreement const& act) const {
        to->put("act", "sign_agreement").put("agreement", act.agreement.view());
    }
    void operator()(accept_technique const& act) const {
        to->put("act", "accept_technique").put("technique", act.technique.view()).put("institution", act.at.view());
    }
    void operator()(renew_licence const& act) const {
        to->put("act", "renew_licence").put("institution", act.institution.view());
    }
    void operator()(free_bed const& act) const {
        to->put("act", "free_bed").put("institution", act.institution.view());
    }
    void operator()(certify_person const& act) const {
        to->put("act", "certify_person").put("person", act.who.view()).put("programme", act.programme.view());
        to->put("institution", act.at.view());
        if (act.session) to->put("session", format_day(*act.session));
    }
    void operator()(wait_until const& act) const { to->put("act", "wait_until").put("day", format_day(act.day)); }
    void operator()(learn_fact const& act) const {
        to->put("act", "learn_fact");
        if (act.of) to->put("institution", act.of->view());
        if (act.technique) to->put("technique", act.technique->view());
        if (act.agreement) to->put("agreement", act.agreement->view());
    }
};

/// {"ask":"repair","on":day,"need":{..} or "need_id":id,"institution":id,"most":10,"known_on":day,
///  "uncertain":"apply_and_say" or "leave_out","language":"vi" or "en","network":{..},
///  "certificates":{"lacking","ends","renewed_from","grace","grace_counts","sessions":[{"programme":id,"on":day}]}}: with
/// certificates a technique hangs on the certified staff that its package demands, and people may be certified.
void answer_repair(question& asked, library const& known, tree& out) {
    std::optional<network> own;
    network const& written_network = network_of(asked, known, own);
    auto const on = asked.required<sys_days>("on");
    auto const known_on = asked.read<sys_days>("known_on");
    auto const need = required_need_of(asked, written_network);
    auto const receiver = asked.required<institution_id>("institution");
    auto const most = asked.read<items>("most");
    auto const policy = asked.named<uncertain_rules>(
        "uncertain", {{"apply_and_say", uncertain_rules::apply_and_say}, {"leave_out", uncertain_rules::leave_out}});
    std::optional<certificate_terms> terms;
    std::optional<bool> grace_counts;
    std::optional<std::vector<planned_session>> sessions;
    if (asked.take("certificates")) {
        part given_terms(asked, "certificates");
        terms = terms_of(given_terms);
        grace_counts = given_terms.required<bool>("grace_counts");
        sessions = given_terms.read<std::vector<planned_session>>("sessions");
        given_terms.finish();
    }
    bool found_receiver = !receiver;
    for (auto const& each : written_network.institutions) found_receiver = found_receiver || each.id == *receiver;
    if (!found_receiver) {
        asked.wrong("unknown-institution", "institution",
                    {"mạng lưới không có cơ sở này", "the network has no such institution"});
    }
    asked.finish();

    std::optional<certified_staff> staff;
    network held;
    if (terms) {
        staff.emplace(
            written_network, certificate_register(written_network, *terms, known_on.value_or((sys_days::max)())),
            staff_conditions(written_network), *grace_counts, sessions.value_or(std::vector<planned_session>{}));
        held = written_network;
        staff->hold(held);
    }
    network const& all_facts = staff ? held : written_network;
    auto const today = known_on ? as_of(all_facts, *on, *known_on) : as_of(all_facts, *on);
    auto const given =
        decide(today, vietnam::transfer_between_facilities, *need, policy.value_or(uncertain_rules::apply_and_say));
    auto const found = staff ? repairs(given, *receiver, usual_cost{}, {}, *staff) : repairs(given, *receiver);
    tree all = tree::array();
    std::size_t left = static_cast<std::size_t>(most ? most->count() : 10);
    for (auto const& each : found) {
        if (left-- == 0) break;
        tree changes = tree::array();
        for (auto const& one : each.changes) {
            tree made = tree::object({});
            std::visit(members_of{&made}, one);
            auto const words = describe(one, written_network, day_after(each.changes, found.asked_for));
            changes.add(std::move(made.put("says", words.in(asked.language()))));
        }
        all.add(tree::object({{"changes", std::move(changes)}}));
    }
    auto const verdict = given.verdicts()[number_of(*today.find(*receiver))];
    out.put("outcome", name_of(verdict.outcome)).put("hypothetical", true).put("repairs", std::move(all));
    out.put("complete", found.complete);
}

}  // namespace

std::span<known_question const> repair_questions() {
    static constexpr known_question all[] = {{"repair", answer_repair}};
    return all;
}

}  // namespace answers
