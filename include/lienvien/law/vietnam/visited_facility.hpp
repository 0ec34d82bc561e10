#pragma once

#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/law/vietnam/visit.hpp>
#include <lienvien/model/institution.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/model/standing.hpp>
#include <lienvien/network/settle.hpp>

#include <chrono>
#include <cstddef>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// What health insurance asks of a facility, out of the facts of a network: level, score and provisional grading of the
/// day, and the tier of 2024-12-31, which later changes leave alone.
///
/// What the network does not say, or says in two ways, is not known. A facility whose every date of founding is later
/// than 2024-12-31 surely had no tier; one of the initial level is known to be listed where it is a health station.
/// \param on day of the visit. \param known_on with the knowledge of this day.
/// Complexity: linear in the gradings and old standings of the network.
/// Source: Decree 188/2025/NĐ-CP, article 19; Circular 01/2025/TT-BYT, article 3.
[[nodiscard]] inline visited_facility visited_facility_of(network const& written, institution_id const& facility,
                                                          sys_days on, sys_days known_on = (sys_days::max)()) {
    auto const of_facility = [&](auto const& facts) {
        std::vector<std::size_t> its;
        for (std::size_t at = 0; at < facts.size(); ++at) {
            if (facts[at].institution == facility) its.push_back(at);
        }
        return its;
    };
    visited_facility made;
    auto const gradings = of_facility(written.gradings);
    moment const then{on, known_on};
    made.level =
        settle<technical_level>(written.gradings, gradings, then, [](grading const& each) { return each.level; }).value;
    made.score = settle<insurance_score>(written.gradings, gradings, then, [](grading const& each) {
                     return each.score ? insurance_score_of(*each.score) : insurance_score::not_known;
                 }).value;
    made.provisional = settle<truth>(written.gradings, gradings, then, [](grading const& each) {
                           return known(each.provisional);
                       }).value;

    sys_days const tiers_end = day(std::chrono::year(2024) / 12 / 31);
    made.tier =
        settle<former_tier>(written.legacy_standings, of_facility(written.legacy_standings), {tiers_end, known_on},
                            [](legacy_standing const& each) { return former_tier_of(each.tier); })
            .value;
    for (auto const& each : written.institutions) {
        if (!(each.id == facility)) continue;
        bool later = !each.founded.stated.empty();
        for (auto const& claimed : each.founded.stated) {
            later = later && is_no(happened_by(claimed.value, tiers_end));
        }
        if (later && made.tier == former_tier::not_known) made.tier = former_tier::none;
        if (made.level == technical_level::initial && each.kind == institution_kind::health_station) {
            made.listed_initial = truth::yes;
        }
    }
    if (made.level == technical_level::basic || made.level == technical_level::specialised) {
        made.listed_initial = truth::no;
    }
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
