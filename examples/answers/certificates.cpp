// The question certificates: how a person stands in each programme on a day, or whether a site has enough certified people
// on duty, with reasons and the day of the next change.

#include "asked_certificates.hpp"
#include "asked_network.hpp"
#include <lienvien/base/date_text.hpp>
#include <lienvien/lifecycle/site_cover.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {
namespace {

using namespace lienvien;

[[nodiscard]] tree null() { return tree::number("null"); }
[[nodiscard]] tree day_or_null(std::optional<sys_days> day) { return day ? tree(format_day(*day)) : null(); }

void put_standing(tree& to, certificate_answer const& stands, language in) {
    to.put("status", name_of(stands.status))
        .put("certificate", stands.decided_by ? tree(stands.decided_by->view()) : null())
        .put("since", day_or_null(stands.since))
        .put("changes_on", day_or_null(stands.changes_on))
        .put("becomes", stands.changes_on ? tree(name_of(stands.becomes)) : null())
        .put("because", stands.because.in(in));
}
[[nodiscard]] tree written(findings const& found, language in) {
    tree all = tree::array();
    for (auto const& each : found)
        all.add(tree::object({{"code", each.code.view()}, {"about", each.subject}, {"message", each.message.in(in)}}));
    return all;
}
/// What a site needs on duty, with the same number for each topic.
std::optional<site_rule> rule_of(question& asked) {
    auto const topics = asked.required<std::vector<programme_id>>("topics");
    auto const at_least = asked.required<people>("at_least");
    auto const grace_counts = asked.required<bool>("grace_counts");
    if (!topics || !at_least || !grace_counts) return std::nullopt;
    site_rule rule{{}, *grace_counts};
    for (auto const& each : *topics) rule.needs.push_back({each, *at_least});
    return rule;
}
void put_cover(tree& out, site_cover const& cover, language in) {
    tree on_duty = tree::array();
    for (auto const& each : cover.on_duty) on_duty.add(each.view());
    tree gaps = tree::array();
    for (auto const& gap : cover.gaps) {
        tree others = tree::array();
        for (auto const& each : gap.not_counted) {
            tree one = tree::object({{"person", each.person.view()}, {"on_duty", answers::written(each.on_duty)}});
            put_standing(one, each.stands, in);
            others.add(std::move(one));
        }
        tree one = tree::object({{"topic", gap.topic.view()},
                                 {"at_least", gap.at_least.count()},
                                 {"sure", gap.sure.count()},
                                 {"possible", gap.possible.count()}});
        gaps.add(one.put("not_counted", std::move(others)).put("says", in_words(gap).in(in)));
    }
    out.put("site", cover.site.view())
        .put("covered", answers::written(cover.covered))
        .put("on_duty", std::move(on_duty));
    out.put("gaps", std::move(gaps)).put("changes_on", day_or_null(cover.changes_on));
    out.put("becomes", cover.changes_on ? answers::written(cover.becomes) : null());
}

/// {"ask":"certificates","on":day,"person":id or "site":id,"lacking":"last_of_month","first_of_next","skip"or"refuse",
///  "ends":"day_before"or"the_day_itself","renewed_from":"at_issue"or"at_end_of_renewed","grace":days,"known_on":day,
///  of a person "programme":id and with it "used":[days],"complete_before":day; of a site "topics":[ids],"at_least":1,
///  "grace_counts":false; "language":"vi"or"en","network":{..}}: people are on duty where the network says they work.
void answer_certificates(question& asked, library const& known, tree& out) {
    std::optional<network> own;
    network const& written_network = network_of(asked, known, own);
    auto const on = asked.required<sys_days>("on");
    auto const who = asked.read<person_id>("person");
    auto const where = asked.read<institution_id>("site");
    auto const known_on = asked.read<sys_days>("known_on");
    auto const terms = terms_of(asked);
    if (who.has_value() == where.has_value())
        asked.wrong("bad-value", {}, {"cần một trong \"person\" và \"site\"", "one of \"person\" and \"site\""});
    std::optional<programme_id> only;
    std::optional<std::vector<sys_days>> used;
    std::optional<sys_days> complete_before;
    std::optional<site_rule> rule;
    if (where) {
        rule = rule_of(asked);
    } else {
        only = asked.read<programme_id>("programme");
        used = asked.read<std::vector<sys_days>>("used");
        complete_before = asked.read<sys_days>("complete_before");
        if (used.has_value() != complete_before.has_value() || (used && !only))
            asked.wrong("bad-value", "used",
                        {"\"used\" cần \"programme\" và \"complete_before\"",
                         "\"used\" goes with \"programme\" and \"complete_before\""});
    }
    std::optional<certificate_register> all;
    if (terms) all.emplace(written_network, *terms, known_on.value_or((sys_days::max)()));
    if (all && who && !all->staff().find(*who))
        asked.wrong("unknown-person", "person", {"mạng lưới không có người này", "the network has no such person"});
    if (all && only && !all->find_topic(*only))
        asked.wrong("unknown-programme", "programme",
                    {"mạng lưới không có chương trình này", "the network has no such programme"});
    if (where) {
        bool found = false;
        for (auto const& each : written_network.institutions) found = found || each.id == *where;
        if (!found)
            asked.wrong("unknown-institution", "site",
                        {"mạng lưới không có cơ sở này", "the network has no such institution"});
    }
    if (all && rule && where) asked.keep(all->require(*where, *rule).refused);
    asked.finish();

    auto const in = asked.language();
    if (used) static_cast<void>(all->add(skill_use{*who, *only, *used, *complete_before}));
    if (where) {
        put_cover(out, why_covered(*all, *where, *on), in);
    } else {
        tree topics = tree::array();
        for (auto const& each : all->topics()) {
            if (only && each.id != *only) continue;
            tree one = tree::object({{"programme", each.id.view()}});
            put_standing(one, all->why(*who, each.id, *on), in);
            topics.add(std::move(one));
        }
        out.put("person", who->view()).put("topics", std::move(topics));
    }
    out.put("problems", written(all->problems(), in));
}

}  // namespace

std::span<known_question const> certificate_questions() {
    static constexpr known_question all[] = {{"certificates", answer_certificates}};
    return all;
}

}  // namespace answers
