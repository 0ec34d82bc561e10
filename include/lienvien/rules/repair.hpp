#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/base/progress.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/minimal_sets.hpp>
#include <lienvien/rules/neighbourhood.hpp>
#include <lienvien/rules/offers.hpp>
#include <lienvien/rules/tried_changes.hpp>
#include <lienvien/rules/what_if.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What one change costs, where the caller says nothing else: fewer changes come first; of as many, to ask is lighter than
/// to renew, to renew lighter than to sign, to sign lighter than to certify, to certify lighter than to accept a technique,
/// and that lighter than to wait.
struct usual_cost {
    [[nodiscard]] std::int64_t operator()(change const& each) const noexcept {
        constexpr std::int64_t weights[] = {1, 2, 3, 4, 5, 8, 7, 9};  // in the order of the alternatives of `change`
        return 1000 + weights[each.index()];
    }
};

/// A smallest set of changes with which the transfer would be permitted. Without any one of them it would not.
struct repair {
    std::vector<change> changes;
    std::int64_t cost = 0;

    friend bool operator==(repair const&, repair const&) = default;
};

/// All repairs of a refused transfer, the cheapest first. Proposals: nothing in them has happened.
struct repairs_found {
    sys_days asked_for;             ///< the day of the question
    std::vector<repair> all{};      ///< none where the transfer is permitted, or nothing on offer helps
    std::vector<change> offered{};  ///< the changes that were tried
    bool complete = true;           ///< were all changes on offer tried, in all sets of them?
    bool stopped = false;           ///< did the caller stop the search?

    [[nodiscard]] auto begin() const noexcept { return all.begin(); }
    [[nodiscard]] auto end() const noexcept { return all.end(); }
    [[nodiscard]] std::size_t size() const noexcept { return all.size(); }
    [[nodiscard]] bool empty() const noexcept { return all.empty(); }
};

namespace detail {

/// At most so many changes are tried together.
inline constexpr std::size_t most_changes = 14;
inline constexpr std::size_t most_days = 3;

template <class Book, class Acts>
class repairer {
public:
    repairer(answer<Book> const& given, site to, Acts const& acts)
        : given_(&given),
          acts_(&acts),
          today_(&given.asked().today()),
          receiver_(today_->at(to).id),
          near_(neighbourhood(*today_, given.asked().need(), receiver_)),
          to_(to) {}

    template <class Cost>
    [[nodiscard]] repairs_found run(Cost const& cost, progress watch) {
        repairs_found found{today_->day(), {}, offer_maker(given_->asked(), to_).run(), true, false};
        leave_out_what_no_rule_reads(found.offered);
        auto further = acts_->offers(given_->asked(), to_);
        auto const days = with_sessions(days_to_wait_for(), further);
        std::size_t const taken = found.offered.size() + days.size();
        while (!further.empty() && taken + further.size() > most_changes) {
            further.pop_back();
            found.complete = false;
        }
        for (auto& each : further) found.offered.push_back(std::move(each));
        for (auto const day : days) found.offered.push_back(wait_until{day});
        if (found.offered.size() > most_changes) {
            found.offered.erase(found.offered.begin() + most_changes, found.offered.end());
            found.complete = false;
        }
        std::vector<std::uint32_t> excluding(found.offered.size(), 0);
        for (std::size_t a = 0; a < excluding.size(); ++a) {
            for (std::size_t b = 0; b < excluding.size(); ++b) {
                if (a != b && exclude_each_other(found.offered[a], found.offered[b]))
                    excluding[a] |= std::uint32_t{1} << b;
            }
        }
        finite_book const terms = finite(given_->book());
        tried_changes<Book, Acts> trial(given_->book(), terms, near_, {&given_->asked(), to_}, given_->policy(),
                                        found.offered, *acts_);
        auto const sets = minimal_sets(
            found.offered.size(),
            [&](std::uint32_t set) {
                for (std::size_t at = 0; at < excluding.size(); ++at) {
                    if ((set >> at & 1) && (set & excluding[at]) != 0) return false;
                }
                return trial.permitted(set);
            },
            watch);
        found.stopped = sets.stopped;
        found.complete = found.complete && !sets.stopped;
        for (auto const set : sets.sets) {
            repair made{trial.chosen(set), 0};
            for (auto const& each : made.changes) made.cost += cost(each);
            if (!only_waits_longer(made, found.all)) found.all.push_back(std::move(made));
        }
        sort_by(found.all, [](repair const& a, repair const& b) { return a.cost < b.cost; });
        return found;
    }

private:
    [[nodiscard]] verdict verdict_after(std::vector<change> const& changes) const {
        network copy = near_;
        patient_need need = given_->asked().need();
        apply(changes, today_->day(), copy, need);
        sys_days const day = day_after(changes, today_->day());
        snapshot const then(copy, {day, today_->when().known_on});
        request const asked(then, std::move(need));
        auto const rules = day == today_->day() ? given_->rules() : rules_on(given_->book(), day, given_->policy());
        return decide_case(given_->book(), rules, {&asked, *then.find(receiver_)});
    }

    /// A fact is worth asking for only where a rule asks for it.
    void leave_out_what_no_rule_reads(std::vector<change>& offers) const {
        std::vector<std::string_view> read;
        given_->book().for_each_rule([&](std::size_t number, auto const& rule) {
            bool const in_force = (given_->rules().in_force >> number & 1) != 0;
            if (!in_force || rule.does == effect::instructs) return;
            for_each_term(rule.when, [&](auto term) { read.push_back(decltype(term)::fact::id); });
        });
        auto const reads = [&](std::string_view fact) {
            for (auto const each : read) {
                if (each == fact) return true;
            }
            return false;
        };
        for (auto at = offers.begin(); at != offers.end();) {
            auto const* learn = std::get_if<learn_fact>(&*at);
            bool const bed = std::holds_alternative<free_bed>(*at);
            bool const about_beds = bed || (learn && learn->what == matter::free_beds);
            bool const wanted =
                about_beds ? reads("free-beds") || reads("has-free-bed") : !learn || reads(name_of_fact(learn->what));
            at = wanted ? at + 1 : offers.erase(at);
        }
    }
    [[nodiscard]] static std::string_view name_of_fact(matter what) noexcept {
        constexpr std::string_view names[] = {"stable",
                                              "transfer-indicated",
                                              "past-emergency-stage",
                                              "improved",
                                              "emergency",
                                              "tier",
                                              "level",
                                              "holds-techniques",
                                              "operates",
                                              "agreement-accepts",
                                              "free-beds",
                                              "takes-patients",
                                              "accredited",
                                              "adjacent-upper-holds"};
        return names[static_cast<std::size_t>(what)];
    }

    /// The first day on which the transfer is permitted with no other change; else the first on which something else is
    /// said of it than before.
    [[nodiscard]] std::vector<sys_days> days_to_wait_for() const {
        days_of_change all(today_->day());
        all.add_all(near_);
        for (auto const& each : given_->book().headings()) {
            all.add(each.basis.text.in_force.first());
            all.add(each.basis.text.in_force.first_after());
            all.add(each.basis.text.uncertain_from);
        }
        std::vector<sys_days> days;
        std::vector<verdict> seen{given_->verdicts()[number_of(to_)]};
        for (auto const day : std::move(all).take()) {
            verdict const then = verdict_after({wait_until{day}});
            if (then.outcome == outcome::permitted) return {day};
            bool is_new = days.size() < most_days;
            for (auto const& each : seen) is_new = is_new && !(each == then);
            if (!is_new) continue;
            seen.push_back(then);
            days.push_back(day);
        }
        return days;
    }

    /// Those days, and the days of the sessions on offer that are still to come, in order.
    [[nodiscard]] std::vector<sys_days> with_sessions(std::vector<sys_days> days,
                                                      std::vector<change> const& offers) const {
        for (auto const& each : offers) {
            auto const* act = std::get_if<certify_person>(&each);
            if (!act || !act->session || *act->session <= today_->day()) continue;
            bool there = false;
            for (auto const day : days) there = there || day == *act->session;
            if (!there) days.push_back(*act->session);
        }
        sort_by(days, [](sys_days a, sys_days b) { return a < b; });
        return days;
    }

    /// The same changes on an earlier day are among those found already.
    [[nodiscard]] static bool only_waits_longer(repair const& made, std::vector<repair> const& earlier) {
        auto const* wait = made.changes.empty() ? nullptr : std::get_if<wait_until>(&made.changes.back());
        if (!wait) return false;
        for (auto const& each : earlier) {
            bool same =
                each.changes.size() == made.changes.size() && std::holds_alternative<wait_until>(each.changes.back());
            for (std::size_t at = 0; same && at + 1 < made.changes.size(); ++at)
                same = each.changes[at] == made.changes[at];
            if (same && std::get<wait_until>(each.changes.back()).day < wait->day) return true;
        }
        return false;
    }

    answer<Book> const* given_;
    Acts const* acts_;
    snapshot const* today_;
    institution_id receiver_;
    network near_;
    site to_;
};

}  // namespace detail

/// What would make the transfer to an institution lawful: every smallest set of changes, the cheapest first.
///
/// Offered are only changes that the written network makes possible: an agreement between the two, or those they act for,
/// that would carry this patient but for its status or its day; a technique needed of which a stage or a transfer to the
/// receiver is written; the receiver's lapsed licence; a bed; facts that are not known and that a rule asks for; waiting
/// until something written begins or ends. They are proposals; nothing in the network is changed. Each set is tried out by
/// the same rules on a copy of the neighbourhood of the two, so that exceptions which one change would call up count. Nobody is
/// certified unless the caller says, with `acts`, what hangs on a certificate: no rule of this library does.
///
/// \param given     the answer that refuses the transfer, or lacks facts
/// \param receiver  whom the patient was to be sent to
/// \param cost      what a change costs, added up over a set: `std::int64_t(change const&)`
/// \param watch     told how far the search is, and may stop it: with 14 changes it may take more than a second
/// \param acts      further acts, and what follows of them for the facts that rules read: `certified_staff` of lifecycle
/// \returns nothing where the transfer is permitted, the network does not have the institution, or no offer helps; `complete`
///          is false where more than 14 changes were on offer and the last of them were left out
/// Complexity: the neighbourhood; a snapshot of it for each set of changes that bear on one fact; and at most 2^14 times the
/// rules
template <class Book, class Cost = usual_cost, class Acts = detail::no_further_acts>
[[nodiscard]] repairs_found repairs(answer<Book> const& given, institution_id const& receiver, Cost const& cost = {},
                                    progress watch = {}, Acts const& acts = {}) {
    auto const to = given.asked().today().find(receiver);
    bool const to_be_repaired =
        to && given.asked().origin() && given.verdicts()[number_of(*to)].outcome != outcome::permitted;
    if (!to_be_repaired) return {given.asked().today().day()};
    return detail::repairer<Book, Acts>(given, *to, acts).run(cost, watch);
}

}  // namespace v0
}  // namespace lienvien
