#pragma once

#include <lienvien/base/source.hpp>
#include <lienvien/lifecycle/transfer_evidence.hpp>
#include <lienvien/lifecycle/transfer_guards.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/situation.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Who trains, by the teams of the network: known only where every team of the transfer names its members.
/// Complexity: linear in the teams.
[[nodiscard]] inline std::optional<std::vector<person_id>> trainers_of(network const& all, transfer const& of) {
    if (of.trainers.empty()) return std::nullopt;
    std::vector<person_id> all_named;
    for (auto const& wanted : of.trainers) {
        bool named = false;
        for (auto const& each : all.teams) {
            if (each.id != wanted || each.members.empty()) continue;
            named = true;
            for (auto const& member : each.members) all_named.push_back(member);
        }
        if (!named) return std::nullopt;
    }
    return all_named;
}

/// A package, its parts and their parts, each once. Packages that the network does not have are left out.
/// Complexity: packages x parts; parts that contain each other are read once.
[[nodiscard]] inline std::vector<package const*> packages_within(network const& all, package_id const& wanted) {
    std::vector<package const*> inside;
    auto const reach = [&](package_id const& id) {
        for (auto const& each : all.packages) {
            if (each.id != id) continue;
            bool seen = false;
            for (auto const* other : inside) seen = seen || other == &each;
            if (!seen) inside.push_back(&each);
        }
    };
    reach(wanted);
    for (std::size_t n = 0; n < inside.size(); ++n) {
        for (auto const& part : inside[n]->parts) reach(part);
    }
    return inside;
}

/// The techniques of a package and of its parts, each once, in the order in which they are written.
[[nodiscard]] inline std::vector<technique_id> techniques_of(network const& all, package_id const& wanted) {
    std::vector<technique_id> found;
    for (auto const* each : packages_within(all, wanted)) {
        for (auto const& id : each->techniques) {
            bool seen = false;
            for (auto const& other : found) seen = seen || other == id;
            if (!seen) found.push_back(id);
        }
    }
    return found;
}

/// What the history of a transfer makes of the recipient's capability, period by period: each stage lasts until the day of
/// the next. A suspension is a period of its own, so that whoever decides on that very day sees it and can name it.
///
/// A stage not yet known on `known_on` is left out. Its period carries what shows it and, from the acceptance on, the
/// decision that put the technique into the recipient's list. What a site may do by an approved list of its own counts for
/// techniques without such periods only: a capability fact stands before the list.
/// Complexity: stages x techniques.
[[nodiscard]] inline std::vector<capability> capability_periods(transfer const& of,
                                                                std::vector<technique_id> const& techniques,
                                                                sys_days known_on = (sys_days::max)()) {
    std::vector<stage_record const*> known_stages;
    for (auto const& each : of.stages) {
        if (was_known(each.source, known_on)) known_stages.push_back(&each);
    }
    std::vector<capability> all;
    for (auto const& technique : techniques) {
        std::string approval;
        for (std::size_t n = 0; n < known_stages.size(); ++n) {
            auto const& record = *known_stages[n];
            for (auto const& each : record.evidence) {
                if (to_shown(each).kind == evidence_kind::approved_in_list) approval = each.document;
            }
            bool const is_last = n + 1 == known_stages.size();
            all.push_back({.site = of.recipient,
                           .technique = technique,
                           .stage = record.stage,
                           .valid = {record.on, is_last ? std::nullopt : std::optional(known_stages[n + 1]->on)},
                           .evidence = record.evidence,
                           .by_transfer = of.id,
                           .decision = is_yes(performs_alone(record.stage)) ? approval : std::string(),
                           .source = record.source});
        }
    }
    return all;
}

/// Writes what a transfer makes of its recipient's capability into the network, in the place of what was written of it
/// before. Returns how many periods; none where the network has no such transfer, and then nothing is changed.
inline std::size_t write_capabilities(network& all, transfer_id const& which, sys_days known_on = (sys_days::max)()) {
    for (auto const& each : all.transfers) {
        if (each.id != which) continue;
        auto periods = capability_periods(each, techniques_of(all, each.package), known_on);
        std::vector<capability> kept;
        for (auto& fact : all.capabilities) {
            if (fact.by_transfer != which) kept.push_back(std::move(fact));
        }
        for (auto const& fact : periods) kept.push_back(fact);
        all.capabilities = std::move(kept);
        return periods.size();
    }
    return 0;
}

/// The same in a situation that moves: the periods that are there are corrected, new ones are recorded, and what is asked of
/// today changes at once. Errors: false where the network lacks the recipient or a technique, or holds more periods of this
/// transfer than its history has (facts are not taken away from a situation); nothing is changed then.
/// Complexity: periods x (capability facts of the network + techniques of the recipient).
inline bool record_capabilities(situation& now, transfer const& of) {
    auto const techniques = techniques_of(now.written(), of.package);
    auto const periods = capability_periods(of, techniques);
    if (!now.today().find(of.recipient)) return false;
    std::vector<std::optional<std::size_t>> places(periods.size());
    auto const& facts = now.written().capabilities;
    for (auto const& id : techniques) {
        if (!now.today().find(id)) return false;
    }
    for (std::size_t n = 0; n < facts.size(); ++n) {
        if (facts[n].by_transfer != of.id) continue;
        bool taken = false;
        for (std::size_t p = 0; p < periods.size() && !taken; ++p) {
            if (places[p] || periods[p].technique != facts[n].technique || periods[p].site != facts[n].site) continue;
            places[p] = n;
            taken = true;
        }
        if (!taken) return false;
    }
    for (std::size_t p = 0; p < periods.size(); ++p) {
        if (places[p]) {
            if (facts[*places[p]] != periods[p]) now.correct(*places[p], periods[p]);
        } else {
            now.record(periods[p]);
        }
    }
    return true;
}

}  // namespace v0
}  // namespace lienvien
