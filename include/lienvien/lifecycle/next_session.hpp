#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/lifecycle/certified_day.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What one more session would mend: whom to invite, and which sites are covered once they hold the certificate.
struct session_effect {
    std::vector<person_id> invited{};
    std::vector<institution_id> mended{};
    std::size_t still_uncovered = 0;  ///< sites with a rule that are not surely covered after it
};

/// Whom to send to one session of a topic, of so many seats, so that as many sites as possible are covered on the day, if
/// everyone passes and nothing else changes.
///
/// Only a site that lacks nothing but this topic can be mended, by as many of its people as it lacks; the sites that lack
/// the fewest come first, in the order of the register. That mends the most sites wherever each person is on duty at one
/// site; for people shared by sites it may mend fewer than could be.
/// Complexity: people and sites once, and sorting
[[nodiscard]] inline session_effect mend_with_session(certificate_register const& of, certified_day const& on,
                                                      std::uint32_t topic, std::size_t seats) {
    struct lacking_site {
        std::uint32_t site;
        std::uint32_t lacks;
    };
    session_effect made;
    made.still_uncovered = on.sites(truth::no) + on.sites(truth::unknown);
    std::vector<lacking_site> all;
    auto const& staff = of.staff();
    for (std::uint32_t site = 0; site < staff.sites(); ++site) {
        auto const* const rule = of.rule_of(site);
        if (!rule || is_yes(on.covered(site))) continue;
        bool only_this = true;
        for (std::uint32_t other = 0; other < rule->at_least.size(); ++other)
            only_this = only_this && (other == topic || on.surely_on_duty(site, other) >= rule->at_least[other]);
        if (only_this) all.push_back({site, rule->at_least[topic] - on.surely_on_duty(site, topic)});
    }
    detail::sort_by(all, [](lacking_site const& a, lacking_site const& b) { return a.lacks < b.lacks; });
    std::vector<bool> sent(staff.people(), false);
    auto const today = certificate_detail::number_of(on.day());
    for (auto const& each : all) {
        if (each.lacks > seats) continue;
        auto const enough = of.rule_of(each.site)->enough;
        std::uint32_t already = 0;
        std::vector<std::uint32_t> chosen;
        for (auto const person : staff.people_at(each.site)) {
            if (!staff.presence_at(person, each.site, today).sure) continue;
            if (of.both_on(person, topic, today) >> 3 >= enough) continue;
            if (sent[person])
                ++already;
            else
                chosen.push_back(person);
        }
        std::size_t const needed = each.lacks > already ? each.lacks - already : 0;
        if (chosen.size() < needed) continue;
        for (std::size_t n = 0; n < needed; ++n) {
            sent[chosen[n]] = true;
            made.invited.push_back(staff.person(chosen[n]));
        }
        seats -= needed;
        made.mended.push_back(staff.site(each.site));
        --made.still_uncovered;
    }
    return made;
}

}  // namespace v0
}  // namespace lienvien
