// Questions on how techniques travel: lineage, readiness.

#include "asked_certificates.hpp"
#include "asked_network.hpp"
#include <lienvien/base/date_text.hpp>
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lifecycle/reach_of_transfer.hpp>
#include <lienvien/lifecycle/readiness.hpp>
#include <lienvien/lifecycle/who_may_train.hpp>
#include <lienvien/reflect/nouns.hpp>

#include <boost/hana/adapt_struct.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// A lead time as a line states it, in days.
struct asked_lead_time {
    lienvien::requirement kind{};
    std::string about{};
    lienvien::items days;
};
/// The terms of teaching as a line states them.
struct asked_terms {
    lienvien::stage at_least{};
    std::optional<lienvien::items> fades_after_days{};
    std::vector<lienvien::last_use> used{};
    std::vector<lienvien::departure> left{};
    std::vector<lienvien::institution_id> staffed{};
};
/// Patients of one need.
struct asked_patients {
    lienvien::need_id need_id;
    lienvien::people patients;
};
/// What counts as close to home, and for whom.
struct asked_reach {
    std::vector<asked_patients> needs{};
    std::optional<lienvien::minutes_of_travel> within{};
    bool in_province = false;
};

}  // namespace
}  // namespace answers

// clang-format off
BOOST_HANA_ADAPT_STRUCT(answers::asked_lead_time, kind, about, days);
BOOST_HANA_ADAPT_STRUCT(answers::asked_terms, at_least, fades_after_days, used, left, staffed);
BOOST_HANA_ADAPT_STRUCT(answers::asked_patients, need_id, patients);
BOOST_HANA_ADAPT_STRUCT(answers::asked_reach, needs, within, in_province);
BOOST_HANA_ADAPT_STRUCT(lienvien::last_use, institution, on);
BOOST_HANA_ADAPT_STRUCT(lienvien::departure, person, on);
BOOST_HANA_ADAPT_STRUCT(lienvien::equipment_need, name, at_least);
BOOST_HANA_ADAPT_STRUCT(lienvien::figure_need, indicator, at_least);
BOOST_HANA_ADAPT_STRUCT(lienvien::staff_per_beds, profession, at_least, per);
BOOST_HANA_ADAPT_STRUCT(lienvien::readiness_standard, name, staff, staff_by_beds, equipment, structure, volume, at_least_beds, licence, accreditations, lowest_level, techniques, source);
// clang-format on

namespace answers {
namespace {

using namespace lienvien;

/// Days that can be counted from any day of the calendar: about 270 years.
constexpr items most_days(100'000);

tree null() { return tree::number("null"); }
tree written_findings(findings const& all, language in) {
    tree made = tree::array();
    for (auto const& each : all) {
        made.add(
            tree::object({{"code", each.code.view()}, {"subject", each.subject}, {"message", each.message.in(in)}}));
    }
    return made;
}
tree written_trainings(std::vector<training> const& all) {
    tree made = tree::array();
    for (auto const& each : all) {
        made.add(tree::object({{"transfer", each.transfer.view()},
                               {"package", each.package.view()},
                               {"giver", each.giver.view()},
                               {"recipient", each.recipient.view()},
                               {"stage", name_of(each.reached)},
                               {"accepted", answers::written(each.accepted)}}));
    }
    return made;
}

tree written_reach(reach_report const& found, language in) {
    tree shares = tree::array();
    for (auto const& each : found.trainings) {
        shares.add(tree::object({{"transfer", each.transfer.view()},
                                 {"recipient", each.recipient.view()},
                                 {"kept", each.kept.to_string()},
                                 {"lost_without", each.lost_without}}));
    }
    return tree::object({{"asked", found.asked.count()},
                         {"kept", found.kept.count()},
                         {"kept_without", found.kept_without.count()},
                         {"open", found.open.count()},
                         {"exact", found.exact},
                         {"trainings", std::move(shares)},
                         {"problems", written_findings(found.problems, in)}});
}

/// {"ask":"lineage","on":day,"known_on":day,"package":id or "technique":id,"terms":{"at_least":"accepted","monitored" or
///  "replicating","fades_after_days":n,"used":[{"institution","on"}],"left":[{"person","on"}],"staffed":[institutions]},
///  "reach":{"needs":[{"need_id","patients"}],"within":minutes,"in_province":bool},"language":"vi" or "en","network":{..}}:
/// who trained whom; with terms who may train next; with a reach the patients kept close to home, shared as exact fractions.
void answer_lineage(question& asked, library const& known, tree& out) {
    std::optional<network> own;
    network const& all = network_of(asked, known, own);
    auto const on = asked.required<sys_days>("on");
    auto const known_on = asked.read<sys_days>("known_on");
    auto const whole = asked.read<package_id>("package");
    auto const technique = asked.read<technique_id>("technique");
    auto const terms = asked.read<asked_terms>("terms");
    auto const reach = asked.read<asked_reach>("reach");
    if (!asked.take("package") && !asked.take("technique")) asked.missing("package");
    if (asked.take("package") && asked.take("technique")) {
        asked.wrong("bad-value", "technique",
                    {"chỉ dùng một trong \"package\" và \"technique\"", "either \"package\" or \"technique\""});
    }
    if (terms && !is_yes(performs_alone(terms->at_least))) {
        asked.wrong("bad-value", "terms",
                    {"\"at_least\" là accepted, monitored hoặc replicating",
                     "\"at_least\" is accepted, monitored or replicating"});
    }
    if (terms && terms->fades_after_days && *terms->fades_after_days > most_days)
        asked.wrong("bad-value", "terms", {"quá nhiều ngày", "too many days"});
    std::vector<counted_need> needs;
    people total(0);
    for (auto const& wanted : reach ? reach->needs : std::vector<asked_patients>{}) {
        bool found = false;
        for (auto const& each : all.needs) {
            if (found || each.id != wanted.need_id) continue;
            found = true;
            needs.push_back({each, wanted.patients});
        }
        if (!found)
            asked.wrong("unknown-need", "reach",
                        {"mạng lưới không có nhu cầu này", "the network has no need of this name"});
        // A sum that people cannot hold is refused here, where it can be said.
        if (people::unit::most - total.count() < wanted.patients.count()) {
            asked.wrong("bad-value", "reach", {"quá nhiều người bệnh", "too many patients"});
            break;
        }
        total = total + wanted.patients;
    }
    asked.finish();

    auto const today = known_on ? as_of(all, *on, *known_on) : as_of(all, *on);
    auto const lines = lineage_of(today, whole ? lineage_subject(*whole) : lineage_subject(*technique));
    tree members = tree::array();
    for (auto const& each : lines.members()) {
        tree taught = tree::array();
        for (auto const n : each.taught) taught.add(lines.trainings()[n].recipient.view());
        members.add(tree::object({{"institution", each.institution.view()},
                                  {"depth", each.depth ? tree(*each.depth) : null()},
                                  {"trained", std::move(taught)}}));
    }
    out.put("members", std::move(members)).put("trainings", written_trainings(lines.trainings()));
    out.put("claims", written_trainings(lines.claims()));
    if (terms) {
        teaching_terms stated(terms->at_least);
        if (terms->fades_after_days)
            stated.fades_after = std::chrono::days(static_cast<int>(terms->fades_after_days->count()));
        stated.used = terms->used;
        stated.left = terms->left;
        stated.staffed = terms->staffed;
        tree trainers = tree::array();
        for (auto const& each : who_may_train(lines, stated)) {
            tree against = tree::array();
            for (auto const& bar : each.objections) {
                against.add(tree::object({{"what", name_of(bar.what)},
                                          {"stands", answers::written(bar.stands)},
                                          {"says", label_of(bar.what).in(asked.language())}}));
            }
            trainers.add(tree::object({{"institution", each.institution.view()},
                                       {"may_train", answers::written(each.may)},
                                       {"against", std::move(against)}}));
        }
        out.put("trainers", std::move(trainers));
    }
    if (reach) {
        out.put("reach", written_reach(reach_of(lines, vietnam::transfer_between_facilities, needs,
                                                {reach->within, reach->in_province}),
                                       asked.language()));
    }
    out.put("problems", written_findings(lines.problems(), asked.language()));
}

/// {"ask":"readiness","on":day,"known_on":day,"institution":id,"package":id,"standard":{..},
///  "lead_times":[{"kind":"staff","about":"doctor","days":90}],"language":"vi" or "en","network":{..}}: what a recipient has
/// and lacks for a package. `standard` has the members of `readiness_standard`; "certificates":{"lacking","ends",
/// "renewed_from","grace","grace_counts"} says how certificates are read, without it nothing is known of them.
void answer_readiness(question& asked, library const& known, tree& out) {
    std::optional<network> own;
    network const& all = network_of(asked, known, own);
    auto const on = asked.required<sys_days>("on");
    auto const known_on = asked.read<sys_days>("known_on");
    auto const institution = asked.required<institution_id>("institution");
    auto const wanted = asked.required<package_id>("package");
    auto const standard = asked.read<readiness_standard>("standard");
    auto const times = asked.read<std::vector<asked_lead_time>>("lead_times");
    for (auto const& each : times.value_or(std::vector<asked_lead_time>{})) {
        if (each.days > most_days) asked.wrong("bad-value", "lead_times", {"quá nhiều ngày", "too many days"});
    }
    std::optional<certificate_terms> terms;
    std::optional<bool> grace_counts;
    if (asked.take("certificates")) {
        part given(asked, "certificates");
        terms = terms_of(given);
        grace_counts = given.required<bool>("grace_counts");
        given.finish();
    }
    asked.finish();

    std::optional<staff_on_duty> certified;
    if (terms)
        certified.emplace(all, certificate_register(all, *terms, known_on.value_or((sys_days::max)())), *grace_counts);
    std::vector<lead_time> stated;
    for (auto const& each : times.value_or(std::vector<asked_lead_time>{}))
        stated.push_back({each.kind, each.about, std::chrono::days(static_cast<int>(each.days.count()))});
    auto const today = known_on ? as_of(all, *on, *known_on) : as_of(all, *on);
    auto const found = readiness_of(today, *institution, *wanted, standard.value_or(readiness_standard{}), stated,
                                    certified ? &*certified : nullptr);
    auto const in = asked.language();
    auto const day_of = [](std::optional<sys_days> day) { return day ? tree(format_day(*day)) : null(); };
    tree items = tree::array();
    for (auto const& each : found.items) {
        tree one = tree::object({{"kind", name_of(each.kind)}, {"met", answers::written(each.met)}});
        if (!each.about.empty()) one.put("about", each.about);
        one.put("needed", each.needed.in(in)).put("held", each.held.in(in));
        if (!is_yes(each.met)) one.put("closes", each.closes.in(in));
        if (is_no(each.met)) one.put("earliest", day_of(each.earliest));
        items.add(std::move(one));
    }
    out.put("institution", found.institution.view()).put("planned", found.planned);
    out.put("ready", answers::written(found.ready())).put("earliest", day_of(found.earliest()));
    out.put("items", std::move(items)).put("problems", written_findings(found.problems, in));
}

}  // namespace

std::span<known_question const> travel_questions() {
    static constexpr known_question all[] = {{"lineage", answer_lineage}, {"readiness", answer_readiness}};
    return all;
}

}  // namespace answers
