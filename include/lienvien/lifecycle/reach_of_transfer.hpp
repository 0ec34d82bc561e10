#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/lifecycle/lineage.hpp>
#include <lienvien/lifecycle/shapley.hpp>
#include <lienvien/rules/decide.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Patients who need the same, as many as the caller counts in the time that the caller looks at.
struct counted_need {
    patient_need need;
    people patients;
};

/// What the caller calls close to home: one of these, or the institution where the patient already is.
struct close_to_home {
    std::optional<minutes_of_travel> within{};  ///< by the travel times that are written down
    bool in_province = false;                   ///< an institution in the province of the origin
};

/// What is due to one training of a lineage.
struct training_reach {
    transfer_id transfer;
    institution_id giver;
    institution_id recipient;
    exact_share kept{};             ///< its share of the patients who are kept close to home by all of them together
    std::int64_t lost_without = 0;  ///< patients who would go further had it, and what came of it, not been
};

/// How many patients a lineage keeps close to home, and to whom of it that is due.
struct reach_report {
    people asked;         ///< all patients counted
    people kept;          ///< those who surely find what they need close to home
    people kept_without;  ///< those who would, had no training of the lineage been
    people open;          ///< those of whom it is not known
    std::vector<training_reach> trainings{};
    bool exact = true;       ///< else estimated
    std::int64_t error = 0;  ///< how far off an estimated share may be, in patients, with a probability of 95 percent
    findings problems{};
};

namespace detail {

/// Is what a patient needs surely to be had close to home? With `least` unknown also what may be is looked at.
template <class Book>
[[nodiscard]] truth kept_close(snapshot const& today, Book const& book, rules_of_day const& rules,
                               patient_need const& need, close_to_home const& close, truth least) {
    request const asked(today, need);
    if (!asked.origin()) return truth::unknown;
    site const origin = *asked.origin();
    truth kept = asked.holds(origin) & today.operates(origin);
    auto const home = today.province(origin);
    for (std::uint32_t s = 0; s < today.size() && !is_yes(kept); ++s) {
        truth is_close = truth::no;
        if (close.within) {
            auto const minutes = today.travel_time(origin, site{s});
            is_close |= minutes ? known(*minutes <= *close.within) : truth::unknown;
        }
        if (close.in_province) {
            auto const there = today.province(site{s});
            is_close |= home && there ? known(*home == *there) : truth::unknown;
        }
        if (is_no(is_close) || is_close < least) continue;
        outcome const said = decide_case(book, rules, {&asked, site{s}}).outcome;
        // In an emergency the rules permit more than those who perform what is needed.
        kept |= is_close & asked.holds(site{s}) &
                (said == outcome::permitted       ? truth::yes
                 : said == outcome::facts_missing ? truth::unknown
                                                  : truth::no);
    }
    return kept;
}

/// The network as it would be had only some trainings of a lineage been.
class network_without {
public:
    /// Players are the trainings to which a line from an origin leads; the others stay whatever is asked.
    explicit network_without(lineage const& lines) : lines_(lines), facts_of_(lines.trainings().size()) {
        for (std::uint32_t n = 0; n < lines.trainings().size(); ++n) {
            if (lines.members()[lines.giver_of(lines.trainings()[n])].depth) players_.push_back(n);
        }
        id_index<transfer_id> numbers(
            lines.trainings(), [](training const& t) -> auto const& { return t.transfer; });
        auto const& facts = lines.today().written().capabilities;
        for (std::uint32_t fact = 0; fact < facts.size(); ++fact) {
            auto const by = facts[fact].by_transfer ? numbers.find(*facts[fact].by_transfer) : std::nullopt;
            if (by) facts_of_[*by].push_back(fact);
        }
    }
    [[nodiscard]] std::vector<std::uint32_t> const& players() const noexcept { return players_; }

    /// Those of a group that can have been: whose giver is an origin, or was itself trained by one that can.
    [[nodiscard]] std::uint64_t possible(std::uint64_t group) const {
        std::vector<bool> holds(lines_.members().size(), false);
        for (std::size_t at = 0; at < holds.size(); ++at) holds[at] = lines_.members()[at].is_origin();
        std::uint64_t found = 0;
        for (bool more = true; more;) {
            more = false;
            for (std::size_t p = 0; p < players_.size(); ++p) {
                auto const& each = lines_.trainings()[players_[p]];
                std::uint64_t const bit = std::uint64_t{1} << p;
                if (!(group & bit) || (found & bit) || !holds[lines_.giver_of(each)]) continue;
                found |= bit;
                holds[lines_.recipient_of(each)] = more = true;
            }
        }
        return found;
    }

    /// Without the capabilities that name a training which has not been, and without what technique lists say of the same: a
    /// site that has them from nowhere else surely does not perform them.
    [[nodiscard]] network made_of(std::uint64_t group) const {
        network made = lines_.today().written();
        std::vector<bool> gone(made.capabilities.size(), false);
        std::vector<std::uint32_t> lost;
        for (std::size_t p = 0; p < players_.size(); ++p) {
            if (group >> p & 1) continue;
            for (auto const fact : facts_of_[players_[p]]) {
                gone[fact] = true;
                lost.push_back(fact);
            }
        }
        auto const written = made.capabilities;
        made.capabilities.clear();
        for (std::size_t fact = 0; fact < written.size(); ++fact) {
            if (!gone[fact]) made.capabilities.push_back(written[fact]);
        }
        for (auto const fact : lost) {
            for (auto& list : made.technique_lists) {
                if (list.site != written[fact].site) continue;
                std::erase(list.techniques, written[fact].technique);
            }
            bool elsewhere = false;
            for (auto const& other : made.capabilities)
                elsewhere =
                    elsewhere || (other.site == written[fact].site && other.technique == written[fact].technique);
            if (elsewhere) continue;
            capability none = written[fact];
            none.stage = stage::withdrawn;
            none.valid = always;
            made.capabilities.push_back(std::move(none));
        }
        return made;
    }

private:
    lineage const& lines_;
    std::vector<std::uint32_t> players_;                // numbers of trainings
    std::vector<std::vector<std::uint32_t>> facts_of_;  // numbers of capability facts, by training
};

}  // namespace detail

/// How many patients the trainings of a lineage keep close to home, and what of that is due to each of them.
///
/// Kept is a patient whose own institution performs what is needed, or who may be sent to a close one that does.
/// Counterfactual: the rules are asked again on the network as it would be without the capabilities that name a training
/// (`capability::by_transfer`); whoever was trained only by somebody who could not have been trained could not have been either.
/// What is due is shared by Shapley: exactly for up to `most_players_shared_exactly` trainings, else estimated where `how` is
/// given. Only what is sure counts as kept; patients of whom facts are missing are `open`.
///
/// \param needs  patients, origins and techniques, from the caller: no source gives them
/// Errors: none thrown; a training that no capability names, and too many trainings, are problems of the report
/// Precondition: at most 10^10 patients in all
/// Complexity: (one snapshot + needs x institutions x rules) for each group of trainings that differs
template <class... Rules>
[[nodiscard]] reach_report reach_of(lineage const& lines, rulebook_declaration<Rules...> const& book,
                                    std::vector<counted_need> const& needs, close_to_home const& close,
                                    std::optional<random_orders> how = std::nullopt,
                                    uncertain_rules policy = uncertain_rules::apply_and_say) {
    auto const& today = lines.today();
    auto const rules = rules_on(book, today.day(), policy);
    reach_report report{people(0), people(0), people(0), people(0)};
    for (auto const& each : needs) {
        truth const kept = detail::kept_close(today, book, rules, each.need, close, truth::unknown);
        report.asked = report.asked + each.patients;
        if (is_unknown(kept)) report.open = report.open + each.patients;
    }
    detail::network_without const without(lines);
    std::size_t const players = without.players().size();
    id_index<std::uint64_t> known_groups;
    std::vector<std::int64_t> known_results;
    auto const value = [&](std::uint64_t group) {
        std::uint64_t const there = without.possible(group);
        auto const at = known_groups.place(there);
        if (at < known_results.size()) return known_results[at];
        auto const then = without.made_of(there);
        snapshot const that_day(then, today.when());
        std::int64_t sum = 0;
        for (auto const& each : needs) {
            if (is_yes(detail::kept_close(that_day, book, rules, each.need, close, truth::yes)))
                sum += each.patients.count();
        }
        known_results.push_back(sum);
        return sum;
    };
    auto const problem = [&](std::string_view code, std::string about, text words) {
        report.problems.add({finding_code::checked(code), severity::warning, std::move(about), {}, std::move(words)});
    };
    for (auto const n : without.players()) {
        auto const& each = lines.trainings()[n];
        bool named = false;
        for (auto const& fact : today.written().capabilities) named = named || fact.by_transfer == each.transfer;
        if (!named) {
            problem("transfer-without-capability", "transfer " + std::string(each.transfer.view()),
                    {"không năng lực nào ghi là có nhờ chuyển giao này",
                     "no capability is written down as coming from it"});
        }
    }
    if (players > 64) {
        problem("too-many-trainings", {},
                {"quá 64 lần đào tạo trong một dòng", "more than 64 trainings in one lineage"});
        return report;
    }
    std::uint64_t const everyone = players == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << players) - 1;
    report.kept = people(value(everyone));
    report.kept_without = people(value(0));
    std::vector<exact_share> shares;
    if (players <= most_players_shared_exactly) {
        shares = shapley_shares(players, value);
    } else if (how) {
        auto estimated = estimated_shapley_shares(players, value, *how, 2 * report.asked.count());
        shares = std::move(estimated.shares);
        report.exact = false;
        report.error = estimated.error;
    } else {
        problem("too-many-trainings", {},
                {"quá nhiều lần đào tạo để tính chính xác; cần số thứ tự ngẫu nhiên",
                 "too many trainings for an exact share; random orders are needed"});
        return report;
    }
    for (std::size_t p = 0; p < players; ++p) {
        auto const& each = lines.trainings()[without.players()[p]];
        report.trainings.push_back({each.transfer, each.giver, each.recipient, shares[p],
                                    report.kept.count() - value(everyone & ~(std::uint64_t{1} << p))});
    }
    return report;
}

}  // namespace v0
}  // namespace lienvien
