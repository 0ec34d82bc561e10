#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// Copies out of a network what can bear on one patient and one receiver.
class neighbourhood_maker {
public:
    neighbourhood_maker(snapshot const& today, patient_need const& need, institution_id const& receiver)
        : today_(&today), written_(&today.written()), is_near_(written_->institutions.size(), 0) {
        for (auto const& each : need.techniques) {
            if (auto const technique = today.find(each)) techniques_.push_back(number_of(*technique));
        }
        mark(need.origin);
        while (along_successions()) {
        }
        std::vector<std::uint32_t> const senders = near_;
        for (auto const sender : senders) up(today.facts().affiliations, sender, affiliation_kind::referral_line);
        mark(receiver);
        std::size_t climbed = 0;
        do {
            for (; climbed < near_.size(); ++climbed) {
                for (auto const number : today.facts().memberships[near_[climbed]])
                    mark(written_->memberships[number].whole);
                for (auto const number : today.facts().parts[near_[climbed]]) mark(written_->memberships[number].part);
                up(today.facts().affiliations, near_[climbed], affiliation_kind::outlet);
            }
        } while (along_successions());
        sort(near_);
        keep_each_once(techniques_);
    }

    [[nodiscard]] network take() const {
        network made;
        made.fields = written_->fields;
        made.regimes = written_->regimes;
        made.packages = written_->packages;
        copy(written_->institutions, near_, made.institutions);
        copy(written_->techniques, techniques_, made.techniques);
        for (auto const& each : written_->successions) {
            if (is_near(each.predecessor)) made.successions.push_back(each);
        }
        auto const& facts = today_->facts();
        copy_facts(written_->memberships, facts.memberships, made.memberships);
        copy_facts(written_->affiliations, facts.affiliations, made.affiliations,
                   [&](affiliation const& each) { return each.kind == affiliation_kind::outlet || is_near(each.hub); });
        copy_facts(written_->gradings, facts.gradings, made.gradings);
        copy_facts(written_->legacy_standings, facts.legacy_standings, made.legacy_standings);
        copy_facts(written_->licences, facts.licences, made.licences);
        copy_facts(written_->accreditations, facts.accreditations, made.accreditations);
        copy_facts(written_->accreditation_lists, facts.accreditation_lists, made.accreditation_lists);
        copy_facts(written_->insurance_contracts, facts.insurance_contracts, made.insurance_contracts);
        copy_facts(written_->capacities, facts.capacities, made.capacities);
        copy_facts(written_->travels, facts.travels, made.travels,
                   [&](travel const& each) { return is_near(each.to); });
        copy_facts(written_->capabilities, facts.capabilities, made.capabilities,
                   [&](capability const& each) { return is_needed(each.technique); });
        for (auto const number : of_near(facts.technique_lists)) {
            auto const& each = written_->technique_lists[number];
            technique_list list{each.site, {}, each.field, each.decision, each.valid, each.source};
            for (auto const& technique : each.techniques) {
                if (is_needed(technique)) list.techniques.push_back(technique);
            }
            made.technique_lists.push_back(std::move(list));
        }
        // A party that has a successor is near exactly where its successor is.
        std::vector<std::uint32_t> agreements;
        for (auto const each : near_) {
            for (auto const number : today_->agreements_of(site{each})) agreements.push_back(number);
        }
        keep_each_once(agreements);
        copy(written_->agreements, agreements, made.agreements);
        return made;
    }

private:
    bool mark(institution_id const& id) {
        auto const at = today_->find(id);
        if (!at || is_near_[number_of(*at)]) return false;
        is_near_[number_of(*at)] = 1;
        near_.push_back(number_of(*at));
        return true;
    }
    [[nodiscard]] bool is_near(institution_id const& id) const {
        auto const at = today_->find(id);
        return at && is_near_[number_of(*at)];
    }
    [[nodiscard]] bool is_needed(technique_id const& id) const {
        for (auto const number : techniques_) {
            if (written_->techniques[number].id == id) return true;
        }
        return false;
    }
    void up(fact_chains const& lines, std::uint32_t from, affiliation_kind kind) {
        for (auto const number : lines[from]) {
            auto const& each = written_->affiliations[number];
            if (each.kind == kind) mark(each.hub);
        }
    }
    bool along_successions() {
        bool more = false;
        for (auto const& each : written_->successions) {
            if (is_near(each.predecessor)) more = mark(each.successor) || more;
            if (is_near(each.successor)) more = mark(each.predecessor) || more;
        }
        return more;
    }

    static void sort(std::vector<std::uint32_t>& numbers) {
        sort_by(numbers, [](std::uint32_t a, std::uint32_t b) { return a < b; });
    }
    static void keep_each_once(std::vector<std::uint32_t>& numbers) {
        sort(numbers);
        std::size_t kept = 0;
        for (std::size_t at = 0; at < numbers.size(); ++at) {
            if (at == 0 || numbers[at] != numbers[at - 1]) numbers[kept++] = numbers[at];
        }
        numbers.resize(kept);
    }
    /// The facts about near institutions, in the order of the network.
    [[nodiscard]] std::vector<std::uint32_t> of_near(fact_chains const& by_site) const {
        std::vector<std::uint32_t> numbers;
        for (auto const each : near_) {
            for (auto const number : by_site[each]) numbers.push_back(number);
        }
        sort(numbers);
        return numbers;
    }
    template <class Facts>
    static void copy(Facts const& from, std::vector<std::uint32_t> const& numbers, Facts& to) {
        to.reserve(numbers.size());
        for (auto const number : numbers) to.push_back(from[number]);
    }
    template <class Facts>
    void copy_facts(Facts const& from, fact_chains const& by_site, Facts& to) const {
        copy(from, of_near(by_site), to);
    }
    template <class Facts, class Wanted>
    void copy_facts(Facts const& from, fact_chains const& by_site, Facts& to, Wanted wanted) const {
        for (auto const number : of_near(by_site)) {
            if (wanted(from[number])) to.push_back(from[number]);
        }
    }

    snapshot const* today_;
    network const* written_;
    std::vector<char> is_near_;  // of each institution
    std::vector<std::uint32_t> near_;
    std::vector<std::uint32_t> techniques_;  // that are needed
};

}  // namespace detail

/// The part of a network that can bear on whether one patient may be sent to one receiver, on any day: the two, their
/// adjacent upper facilities, parts, wholes, chains, predecessors and successors, with the facts and agreements about them.
///
/// A question about that patient and that receiver has the same answer in it as in the whole network, which may be a
/// thousand times as large. Facts that rules of transfer do not read (people, programmes, indicators) are left out.
/// Complexity: linear in what it copies, in the successions, times the depth of the ties, and in fields, regimes and packages.
[[nodiscard]] inline network neighbourhood(snapshot const& today, patient_need const& need,
                                           institution_id const& receiver) {
    return detail::neighbourhood_maker(today, need, receiver).take();
}

}  // namespace v0
}  // namespace lienvien
