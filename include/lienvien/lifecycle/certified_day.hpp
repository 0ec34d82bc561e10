#pragma once

#include <lienvien/lifecycle/certificate_register.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Everyone and every site of a register on one day: who is certified in what, and which sites have enough people on duty.
///
/// A value of its own, made by one pass over the register (a full sweep) and then only read, so threads may share it. After
/// a change of the register `follow` brings it up to date without another pass.
/// Units: people. Complexity: the sweep O(people x topics x log changes of each); `follow` O(people of the sites concerned).
/// Memory: a byte for each person and topic, 8 for each site and topic.
class certified_day {
public:
    certified_day(certificate_register const& of, sys_days day)
        : day_(day), at_(certificate_detail::number_of(day)), topics_(of.topics().size()) {
        using namespace certificate_detail;
        grow(of);
        auto const& staff = of.staff();
        std::vector<std::uint8_t> enough(staff.sites(), is_valid);
        for (std::uint32_t site = 0; site < staff.sites(); ++site) {
            if (auto const* rule = of.rule_of(site)) enough[site] = rule->enough;
        }
        auto const& steps = of.steps();
        std::size_t cell = 0;
        for (std::uint32_t person = 0; person < staff.people(); ++person) {
            std::size_t const first = cell;
            for (std::size_t topic = 0; topic < topics_; ++topic, ++cell) {
                auto const row = steps[cell];
                auto const both = certificate_detail::both_on(row.first, row.count, at_);
                standings_[cell] = both;
                ++people_[topic * 64 + both];
            }
            auto const duties = staff.duties_of(person);
            for (auto const& duty : duties) {
                auto const there = presence_of(duties, duty, at_);
                if (!there.possible) continue;
                for (std::size_t topic = 0; topic < topics_; ++topic)
                    count(counts_[duty.site * topics_ + topic], standings_[first + topic], there, enough[duty.site]);
            }
        }
        for (std::uint32_t site = 0; site < staff.sites(); ++site) judge(of, site);
    }

    /// Reads again what may have changed with this person: their standings, and the sites where they are ever on duty.
    void follow(certificate_register const& of, std::uint32_t person) {
        grow(of);
        for (std::uint32_t topic = 0; topic < topics_; ++topic) {
            auto& both = standings_[person * topics_ + topic];
            --people_[topic * 64u + both];
            both = of.both_on(person, topic, at_);
            ++people_[topic * 64u + both];
        }
        for (auto const& each : of.staff().duties_of(person)) recount(of, each.site);
    }
    /// The same from what the change returned. One that was refused changed nothing.
    void follow(certificate_register const& of, register_change const& made) {
        if (made.person) follow(of, *made.person);
    }
    /// Reads a site again, whose rule has changed.
    void follow_site(certificate_register const& of, std::uint32_t site) {
        grow(of);
        recount(of, site);
    }

    [[nodiscard]] sys_days day() const noexcept { return day_; }
    [[nodiscard]] certificate_status status(std::uint32_t person, std::uint32_t topic) const noexcept {
        auto const both = standings_[person * topics_ + topic];
        return certificate_detail::status_of(
            {static_cast<std::uint8_t>(both >> 3), static_cast<std::uint8_t>(both & 7)});
    }
    /// How many people have this status in the topic.
    [[nodiscard]] std::size_t people(std::uint32_t topic, certificate_status status) const noexcept {
        std::size_t number = 0;
        for (std::uint8_t both = 0; both < 64; ++both) {
            certificate_detail::standing_range const range{static_cast<std::uint8_t>(both >> 3),
                                                           static_cast<std::uint8_t>(both & 7)};
            if (range.least < certificate_detail::levels && range.most < certificate_detail::levels &&
                certificate_detail::status_of(range) == status)
                number += people_[topic * 64u + both];
        }
        return number;
    }
    /// How many on duty at the site are certified in the topic under its rule: surely, and at most.
    [[nodiscard]] std::uint32_t surely_on_duty(std::uint32_t site, std::uint32_t topic) const noexcept {
        return counts_[site * topics_ + topic].sure;
    }
    [[nodiscard]] std::uint32_t at_most_on_duty(std::uint32_t site, std::uint32_t topic) const noexcept {
        return counts_[site * topics_ + topic].possible;
    }
    /// Has the site enough certified people on duty in every topic of its rule? Not known where it has no rule.
    [[nodiscard]] truth covered(std::uint32_t site) const noexcept { return covered_[site]; }
    /// How many sites with a rule are so.
    [[nodiscard]] std::size_t sites(truth wanted) const noexcept {
        return sites_[static_cast<std::size_t>(static_cast<int>(wanted) + 1)];
    }

    friend bool operator==(certified_day const&, certified_day const&) = default;

private:
    struct counted {
        std::uint32_t sure = 0;
        std::uint32_t possible = 0;
        friend bool operator==(counted const&, counted const&) = default;
    };
    static void count(counted& at, std::uint8_t both, certificate_detail::presence there,
                      std::uint8_t enough) noexcept {
        at.possible += (both & 7) >= enough ? 1u : 0u;
        at.sure += there.sure && both >> 3 >= enough ? 1u : 0u;
    }
    // Several times at one site count once, with the first of them.
    template <class Duties>
    [[nodiscard]] static certificate_detail::presence presence_of(Duties const& all,
                                                                  certificate_detail::duty const& one,
                                                                  std::int32_t day) noexcept {
        auto there = certificate_detail::presence_on(one, day);
        for (auto const& each : all) {
            if (&each == &one || each.site != one.site) continue;
            if (&each < &one) return {};
            auto const also = certificate_detail::presence_on(each, day);
            there = {there.sure || also.sure, there.possible || also.possible};
        }
        return there;
    }
    void grow(certificate_register const& of) {
        auto const& staff = of.staff();
        std::size_t const before = standings_.size(), now = staff.people() * topics_;
        if (people_.empty()) {
            people_.resize(topics_ * 64);
            standings_.resize(now);
        } else if (before < now) {
            standings_.resize(now);
            for (std::size_t topic = 0; topic < topics_; ++topic) people_[topic * 64] += (now - before) / topics_;
        }
        counts_.resize(staff.sites() * topics_);
        covered_.resize(staff.sites(), truth::unknown);
        asked_.resize(staff.sites(), 0);
    }
    void recount(certificate_register const& of, std::uint32_t site) {
        auto const* const rule = of.rule_of(site);
        auto const enough = rule ? rule->enough : certificate_detail::is_valid;
        for (std::size_t topic = 0; topic < topics_; ++topic) counts_[site * topics_ + topic] = {};
        for (auto const person : of.staff().people_at(site)) {
            auto const there = of.staff().presence_at(person, site, at_);
            if (!there.possible) continue;
            for (std::size_t topic = 0; topic < topics_; ++topic)
                count(counts_[site * topics_ + topic], standings_[person * topics_ + topic], there, enough);
        }
        judge(of, site);
    }
    void judge(certificate_register const& of, std::uint32_t site) {
        if (asked_[site]) --sites_[static_cast<std::size_t>(static_cast<int>(covered_[site]) + 1)];
        auto const* const rule = of.rule_of(site);
        asked_[site] = rule ? 1 : 0;
        covered_[site] = truth::unknown;
        if (!rule) return;
        truth all = truth::yes;
        for (std::size_t topic = 0; topic < topics_; ++topic) {
            auto const& has = counts_[site * topics_ + topic];
            auto const needed = rule->at_least[topic];
            all &= has.sure >= needed ? truth::yes : has.possible < needed ? truth::no : truth::unknown;
        }
        covered_[site] = all;
        ++sites_[static_cast<std::size_t>(static_cast<int>(all) + 1)];
    }

    sys_days day_;
    std::int32_t at_;
    std::size_t topics_;
    std::vector<std::uint8_t> standings_;  // person after person, topic after topic
    std::vector<std::size_t> people_;      // topic after topic: how many have each of the 64 bytes
    std::vector<counted> counts_;          // site after site, topic after topic
    std::vector<truth> covered_;
    std::vector<std::uint8_t> asked_;  // has the site a rule?
    std::size_t sites_[3]{};
};

}  // namespace v0
}  // namespace lienvien
