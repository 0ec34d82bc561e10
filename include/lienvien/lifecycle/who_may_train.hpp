#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/lifecycle/lineage.hpp>
#include <lienvien/network/capability_on.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// The day on which an institution last used what it learned, as the caller's own records say.
struct last_use {
    institution_id institution;
    partial_date on{};

    friend bool operator==(last_use const&, last_use const&) = default;
};

/// That a member of a trained team left the institution, which the network does not date.
struct departure {
    lienvien::person_id person;
    partial_date on{};

    friend bool operator==(departure const&, departure const&) = default;
};

/// Under which terms an institution may train others. No rule of law gives them: the package or the caller states them.
struct teaching_terms {
    /// The stage that must have been reached: accepted, monitored or replicating. Precondition: one of the three.
    explicit teaching_terms(stage reached) : at_least(reached) {
        LIENVIEN_EXPECTS(is_yes(performs_alone(reached)), "whoever trains others performs the technique alone");
    }

    stage at_least;
    std::optional<std::chrono::days> fades_after{};  ///< unused for so long it has faded; none: it does not fade
    std::vector<last_use> used{};                    ///< where the caller knows of the last use
    std::vector<departure> left{};
    std::vector<institution_id> staffed{};  ///< where the caller knows that people who were trained are still there
};

/// Why an institution may not train others, or why that is not known.
enum class teaching_bar : std::uint8_t {
    not_known,
    not_accepted,
    stage_too_low,
    suspended,
    unused,
    nobody_left,
    not_operating
};
template <>
struct vocabulary<teaching_bar> {
    using enum teaching_bar;
    static constexpr std::array words{
        word<teaching_bar>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<teaching_bar>{not_accepted, "not_accepted", {"chưa được nghiệm thu", "its own training is not accepted"}},
        word<teaching_bar>{
            stage_too_low,
            "stage_too_low",
            {"chưa đạt giai đoạn mà điều kiện đòi hỏi", "it has not reached the stage that the terms demand"}},
        word<teaching_bar>{
            suspended, "suspended", {"kỹ thuật đang tạm dừng hoặc đã rút", "it is suspended or withdrawn"}},
        word<teaching_bar>{
            unused, "unused", {"đã mai một: quá lâu không thực hiện", "it has faded: unused for too long"}},
        word<teaching_bar>{nobody_left,
                           "nobody_left",
                           {"đã mai một: không còn ai trong các kíp được đào tạo",
                            "it has faded: nobody of the trained teams is still there"}},
        word<teaching_bar>{not_operating, "not_operating", {"cơ sở không hoạt động", "it does not operate"}}};
};

/// What stands, or may stand, against an institution as a trainer.
struct teaching_objection {
    teaching_bar what{};
    truth stands{};  ///< yes, or not known

    friend bool operator==(teaching_objection const&, teaching_objection const&) = default;
};

/// An institution of a lineage as a trainer of the next one.
struct possible_trainer {
    institution_id institution;
    truth may{};
    std::vector<teaching_objection> objections{};

    friend bool operator==(possible_trainer const&, possible_trainer const&) = default;
};

namespace detail {

/// Reads the terms against one lineage.
class trainer_check {
public:
    trainer_check(lineage const& lines, teaching_terms const& terms)
        : lines_(lines),
          terms_(terms),
          all_(lines.today().written()),
          people_(all_.people, [](person const& p) -> person_id const& { return p.id; }),
          teams_(all_.teams, [](team const& t) -> team_id const& { return t.id; }) {
        auto const carries = packages_carrying(all_, lines.subject());
        if (auto const* one = std::get_if<technique_id>(&lines.subject())) techniques_.push_back(*one);
        id_index<package_id> packages(all_.packages, [](package const& p) -> package_id const& { return p.id; });
        std::vector<std::uint32_t> reach;
        auto const add = [&](package_id const& id) {
            auto const at = packages.find(id);
            bool seen = !at;
            for (auto const other : reach) seen = seen || other == *at;
            if (!seen) reach.push_back(*at);
        };
        if (auto const* whole = std::get_if<package_id>(&lines.subject())) add(*whole);
        for (std::size_t n = 0; n < reach.size(); ++n) {
            for (auto const& each : all_.packages[reach[n]].techniques) techniques_.push_back(each);
            for (auto const& part : all_.packages[reach[n]].parts) add(part);
        }
    }

    [[nodiscard]] possible_trainer member(lineage_member const& who) const {
        possible_trainer made{.institution = who.institution};
        auto const where = lines_.today().find(who.institution);
        auto const found = stages_at(who, where);
        object(made, teaching_bar::stage_too_low, !found.high_enough);
        object(made, teaching_bar::suspended, found.stopped);
        if (terms_.fades_after) object(made, teaching_bar::unused, unused(who));
        if (!who.is_origin()) object(made, teaching_bar::nobody_left, !somebody_remains(who, where));
        finish(made, where);
        return made;
    }
    [[nodiscard]] possible_trainer claimant(training const& claim) const {
        possible_trainer made{.institution = claim.recipient};
        object(made, teaching_bar::not_accepted, !claim.accepted);
        finish(made, lines_.today().find(claim.recipient));
        return made;
    }

private:
    struct standing_of_stages {
        truth high_enough;
        truth stopped;
    };
    static void object(possible_trainer& to, teaching_bar what, truth stands) {
        if (!is_no(stands)) to.objections.push_back({what, stands});
    }
    void finish(possible_trainer& made, std::optional<site> where) const {
        object(made, teaching_bar::not_operating, where ? !lines_.today().operates(*where) : truth::unknown);
        made.may = truth::yes;
        for (auto const& each : made.objections) made.may &= !each.stands;
    }
    [[nodiscard]] truth high_enough(stage reached) const noexcept {
        truth const alone = performs_alone(reached);
        return is_yes(alone) ? known(reached >= terms_.at_least) : alone;  // the three stages stand in this order
    }
    [[nodiscard]] static truth is_stopped(stage reached) noexcept {
        if (reached == stage::not_known) return truth::unknown;
        return known(reached == stage::suspended || reached == stage::withdrawn || reached == stage::failed);
    }
    /// What its transfers say, and what capability facts say of the techniques. A transfer that says too little is made good
    /// by capability facts only where they surely say more.
    [[nodiscard]] standing_of_stages stages_at(lineage_member const& who, std::optional<site> where) const {
        truth by_facts = known(!techniques_.empty()) | truth::unknown;
        truth stopped_by_facts = truth::no;
        for (auto const& id : techniques_) {
            auto const technique = lines_.today().find(id);
            stage const reached =
                where && technique ? standing_on(lines_.today(), *where, *technique).reached : stage::not_known;
            // What a technique list names is performed alone; how far beyond acceptance it has come the list does not say.
            truth const listed = where && technique && reached == stage::not_known
                                     ? lines_.today().performs(*where, *technique)
                                     : truth::unknown;
            by_facts &=
                is_no(listed) || (is_yes(listed) && terms_.at_least == stage::accepted) ? listed : high_enough(reached);
            if (reached != stage::not_known) stopped_by_facts |= is_stopped(reached);
        }
        if (who.is_origin()) return {by_facts, stopped_by_facts};
        truth by_transfers = truth::no;
        truth stopped = truth::yes;
        for (auto const n : who.learned) {
            stage const reached = lines_.trainings()[n].reached;
            by_transfers |= high_enough(reached);
            stopped &= is_stopped(reached);
        }
        return {by_transfers | known(is_yes(by_facts)), stopped | stopped_by_facts};
    }
    /// Was a date within the period that the terms allow?
    [[nodiscard]] truth recent(partial_date const& date) const noexcept {
        auto const today = lines_.today().day();
        return happened_by(date, today) & !happened_by(date, today - *terms_.fades_after);
    }
    /// Unused, where the caller states the last use; else what the network shows can only prove that it was used.
    [[nodiscard]] truth unused(lineage_member const& who) const {
        truth stated = truth::no;
        bool is_stated = false;
        for (auto const& each : terms_.used) {
            if (each.institution != who.institution) continue;
            is_stated = true;
            stated |= recent(each.on);
        }
        if (is_stated) return !stated;
        truth shown = truth::no;
        for (auto const n : who.learned) shown |= recent(lines_.trainings()[n].accepted_on);
        for (auto const n : who.taught) shown |= recent(lines_.trainings()[n].accepted_on);
        for (auto const& fact : all_.capabilities) {
            if (fact.site != who.institution || !was_known(fact.source, lines_.today().when().known_on)) continue;
            bool concerns = false;
            for (auto const& id : techniques_) concerns = concerns || id == fact.technique;
            for (auto const& each : fact.evidence) shown |= concerns ? recent(each.on) : truth::no;
        }
        return is_yes(shown) ? truth::no : truth::unknown;
    }
    [[nodiscard]] truth remains(person_id const& who, std::optional<site> where) const {
        for (auto const& each : terms_.left) {
            if (each.person == who && is_yes(happened_by(each.on, lines_.today().day()))) return truth::no;
        }
        auto const at = people_.find(who);
        if (!at || !where || !all_.people[*at].workplace) return truth::unknown;
        auto const workplace = lines_.today().find_successor(*all_.people[*at].workplace);
        truth there = workplace ? lines_.today().houses().same_house(*where, *workplace) : truth::unknown;
        for (auto const& each : terms_.left) {
            if (each.person == who) there &= !happened_by(each.on, lines_.today().day());
        }
        return there;
    }
    [[nodiscard]] truth somebody_remains(lineage_member const& who, std::optional<site> where) const {
        truth somebody = truth::no;
        for (auto const& each : terms_.staffed) {
            if (each == who.institution) return truth::yes;
        }
        for (auto const n : who.learned) {
            auto const& teams = lines_.trainings()[n].teams;
            if (teams.empty()) somebody |= truth::unknown;
            for (auto const& id : teams) {
                auto const at = teams_.find(id);
                if (!at || all_.teams[*at].members.empty()) somebody |= truth::unknown;
                if (!at) continue;
                for (auto const& each : all_.teams[*at].members) somebody |= remains(each, where);
            }
        }
        return somebody;
    }

    lineage const& lines_;
    teaching_terms const& terms_;
    network const& all_;
    id_index<person_id> people_;
    id_index<team_id> teams_;
    std::vector<technique_id> techniques_;
};

}  // namespace detail

/// Who of a lineage may train the next one on its day, and what stands, or may stand, against each of the others.
///
/// A trainer has reached the stage that the terms demand and is not suspended, has not let it fade (unused, or nobody of the
/// trained teams left), and operates. An origin is judged by capability facts alone: nobody's transfer vouches for it, and
/// what faded with people there is not asked. A fact that is missing makes the answer `unknown`, never a no. First the members in
/// their order, then whoever has only a claim.
/// Complexity: members x (trained people + capability facts)
[[nodiscard]] inline std::vector<possible_trainer> who_may_train(lineage const& lines, teaching_terms const& terms) {
    detail::trainer_check const check(lines, terms);
    std::vector<possible_trainer> all;
    for (auto const& each : lines.members()) all.push_back(check.member(each));
    // Of several claims of one institution the one that comes nearest to acceptance counts.
    id_index<institution_id> claimants;
    std::vector<training const*> nearest;
    for (auto const& claim : lines.claims()) {
        if (lines.find(claim.recipient)) continue;
        auto const at = claimants.place(claim.recipient);
        if (at == nearest.size()) nearest.push_back(&claim);
        if (claim.accepted > nearest[at]->accepted) nearest[at] = &claim;
    }
    for (auto const* claim : nearest) all.push_back(check.claimant(*claim));
    return all;
}

}  // namespace v0
}  // namespace lienvien
