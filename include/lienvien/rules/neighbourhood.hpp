#pragma once

#include <lienvien/model/network.hpp>
#include <lienvien/network/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// Copies out of a network what can bear on one patient and one receiver.
class neighbourhood_maker {
public:
    neighbourhood_maker(snapshot const& today, patient_need const& need, institution_id const& receiver)
        : today_(&today), written_(&today.written()), need_(&need), near_(written_->institutions.size(), 0) {
        mark(need.origin);
        follow([&] { return along(written_->successions, &succession::predecessor, &succession::successor); });
        for (auto const& each : written_->affiliations) {
            if (each.kind == affiliation_kind::referral_line && is_near(each.member)) lines_.push_back(&each);
        }
        for (auto const* each : lines_) mark(each->hub);
        mark(receiver);
        follow([&] {
            bool more = along(written_->successions, &succession::predecessor, &succession::successor);
            more = along(written_->memberships, &membership::part, &membership::whole) || more;
            for (auto const& each : written_->affiliations) {
                if (each.kind == affiliation_kind::outlet && is_near(each.member)) more = mark(each.hub) || more;
            }
            return more;
        });
    }

    [[nodiscard]] network take() const {
        network made;
        made.fields = written_->fields;
        made.regimes = written_->regimes;
        made.packages = written_->packages;
        for (std::size_t s = 0; s < near_.size(); ++s) {
            if (near_[s]) made.institutions.push_back(written_->institutions[s]);
        }
        for (auto const& each : written_->techniques) {
            if (is_needed(each.id)) made.techniques.push_back(each);
        }
        copy(written_->memberships, made.memberships, [&](membership const& m) { return is_near(m.part); });
        copy(written_->successions, made.successions, [&](succession const& s) { return is_near(s.predecessor); });
        copy(written_->affiliations, made.affiliations, [&](affiliation const& a) {
            return is_near(a.member) && (a.kind == affiliation_kind::outlet || is_near(a.hub));
        });
        auto const of_near = [&](auto const& each) { return is_near(each.institution); };
        copy(written_->gradings, made.gradings, of_near);
        copy(written_->legacy_standings, made.legacy_standings, of_near);
        copy(written_->licences, made.licences, of_near);
        copy(written_->accreditations, made.accreditations, of_near);
        copy(written_->accreditation_lists, made.accreditation_lists, of_near);
        copy(written_->insurance_contracts, made.insurance_contracts, of_near);
        copy(written_->capacities, made.capacities, of_near);
        copy(written_->travels, made.travels, [&](travel const& t) { return is_near(t.from) && is_near(t.to); });
        copy(written_->capabilities, made.capabilities,
             [&](capability const& c) { return is_near(c.site) && is_needed(c.technique); });
        for (auto const& each : written_->technique_lists) {
            if (!is_near(each.site)) continue;
            technique_list list{each.site, {}, each.field, each.decision, each.valid, each.source};
            for (auto const& technique : each.techniques) {
                if (is_needed(technique)) list.techniques.push_back(technique);
            }
            made.technique_lists.push_back(std::move(list));
        }
        copy(written_->agreements, made.agreements, [&](agreement const& a) {
            bool any = false;
            for (auto const& each : a.parties) any = any || is_near(each.institution);
            return any;
        });
        return made;
    }

private:
    bool mark(institution_id const& id) {
        auto const at = today_->find(id);
        if (!at || near_[number_of(*at)]) return false;
        near_[number_of(*at)] = 1;
        return true;
    }
    [[nodiscard]] bool is_near(institution_id const& id) const {
        auto const at = today_->find(id);
        return at && near_[number_of(*at)];
    }
    [[nodiscard]] bool is_needed(technique_id const& id) const {
        for (auto const& each : need_->techniques) {
            if (each == id) return true;
        }
        return false;
    }
    template <class Once>
    static void follow(Once once) {
        while (once()) {
        }
    }
    template <class Fact>
    bool along(std::vector<Fact> const& facts, institution_id Fact::*one, institution_id Fact::*other) {
        bool more = false;
        for (auto const& each : facts) {
            if (is_near(each.*one)) more = mark(each.*other) || more;
            if (is_near(each.*other)) more = mark(each.*one) || more;
        }
        return more;
    }
    template <class Facts, class Wanted>
    static void copy(Facts const& from, Facts& to, Wanted wanted) {
        for (auto const& each : from) {
            if (wanted(each)) to.push_back(each);
        }
    }

    snapshot const* today_;
    network const* written_;
    patient_need const* need_;
    std::vector<char> near_;
    std::vector<affiliation const*> lines_;
};

}  // namespace detail

/// The part of a network that can bear on whether one patient may be sent to one receiver, on any day: the two, their
/// adjacent upper facilities, parts, wholes, chains, predecessors and successors, with the facts and agreements about them.
///
/// A question about that patient and that receiver has the same answer in it as in the whole network, which may be a
/// thousand times as large. Facts that rules of transfer do not read (people, programmes, indicators) are left out.
/// Complexity: linear in the network, times the depth of the ties.
[[nodiscard]] inline network neighbourhood(snapshot const& today, patient_need const& need,
                                           institution_id const& receiver) {
    return detail::neighbourhood_maker(today, need, receiver).take();
}

}  // namespace v0
}  // namespace lienvien
