#pragma once

#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/changes.hpp>
#include <lienvien/rules/known_values.hpp>
#include <lienvien/rules/what_if.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// Can a change bear on a fact? On a fact that this library does not know, every change may.
[[nodiscard]] inline bool may_bear_on(change const& each, finite_term const& fact) {
    auto const is = [&](auto const&... kinds) { return ((fact.kind == kinds) || ...); };
    constexpr auto* holds = &kind_of_fact<facts::holds_techniques>;
    constexpr auto* upper = &kind_of_fact<facts::adjacent_upper_holds>;
    constexpr auto* operates = &kind_of_fact<facts::operates>;
    constexpr auto* accepts = &kind_of_fact<facts::agreement_accepts>;
    constexpr auto* beds_free = &kind_of_fact<facts::free_bed_count>;
    constexpr auto* tier = &kind_of_fact<facts::tier>;
    constexpr auto* level = &kind_of_fact<facts::level>;
    constexpr auto* treats = &kind_of_fact<facts::takes_patients>;
    constexpr auto* accredited = &kind_of_fact<facts::accredited>;
    constexpr auto* emergency = &kind_of_fact<facts::emergency>;
    constexpr auto* stable = &kind_of_fact<facts::stable>;
    constexpr auto* indicated = &kind_of_fact<facts::transfer_indicated>;
    constexpr auto* past = &kind_of_fact<facts::past_emergency_stage>;
    constexpr auto* improved = &kind_of_fact<facts::improved>;
    constexpr auto* same_house = &kind_of_fact<facts::same_house>;
    constexpr auto* owner = &kind_of_fact<facts::owner>;
    constexpr auto* travel = &kind_of_fact<facts::travel_minutes>;
    constexpr auto* window = &kind_of_fact<facts::time_window>;
    constexpr auto* crisis = &kind_of_fact<facts::crisis>;
    if (std::holds_alternative<wait_until>(each)) return true;
    if (!is(holds, upper, operates, accepts, beds_free, tier, level, treats, accredited, emergency, stable, indicated,
            past, improved, same_house, owner, travel, window, crisis))
        return true;
    if (std::holds_alternative<renew_agreement>(each) || std::holds_alternative<sign_agreement>(each))
        return is(accepts);
    if (std::holds_alternative<accept_technique>(each) || std::holds_alternative<renew_licence>(each) ||
        std::holds_alternative<certify_person>(each))
        return is(holds, upper, operates);
    if (std::holds_alternative<free_bed>(each)) return is(beds_free);
    switch (std::get<learn_fact>(each).what) {
        case matter::stable:
            return is(stable);
        case matter::transfer_indicated:
            return is(indicated);
        case matter::past_emergency_stage:
            return is(past);
        case matter::improved:
            return is(improved);
        case matter::how_urgent:
            return is(emergency, accepts);
        case matter::tier:
            return is(tier);
        case matter::level:
            return is(level);
        case matter::agreement_in_force:
            return is(accepts);
        case matter::free_beds:
            return is(beds_free);
        case matter::kind:
            return is(treats);
        case matter::accreditation:
            return is(accredited);
        default:
            return is(holds, upper, operates);
    }
}

/// No acts but those that the network makes possible by itself.
struct no_further_acts {
    [[nodiscard]] std::vector<change> offers(request const&, site) const { return {}; }
    void settle(network&, std::vector<change> const&, sys_days) const {}
};

/// Tries sets of changes out for one patient and one receiver. Each fact is read anew only for changes that can bear on it.
template <class Book, class Acts = no_further_acts>
class tried_changes {
public:
    tried_changes(Book const& book, finite_book const& terms, network const& around, transfer_case const& asked,
                  uncertain_rules policy, std::vector<change> const& offered, Acts const& acts = {})
        : book_(&book),
          terms_(&terms),
          around_(&around),
          asked_(asked),
          when_(asked.today().when()),
          offered_(&offered),
          acts_(&acts),
          place_(std::size_t{1} << offered.size(), 0),
          bearing_(terms.terms.size(), 0),
          rules_(offered.size() + 1) {
        for (std::size_t t = 0; t < bearing_.size(); ++t) {
            for (std::size_t at = 0; at < offered.size(); ++at) {
                if (may_bear_on(offered[at], terms.terms[t])) bearing_[t] |= std::uint32_t{1} << at;
            }
        }
        for (std::size_t at = 0; at < offered.size(); ++at) {
            auto const* wait = std::get_if<wait_until>(&offered[at]);
            if (wait) rules_[at] = rules_on(book, wait->day, policy);
        }
        rules_.back() = rules_on(book, when_.today, policy);
        read_.push_back(values_of(book, terms, asked));
        place_[0] = 1;  // with no change all is as it was asked
    }

    [[nodiscard]] std::vector<change> chosen(std::uint32_t set) const {
        std::vector<change> changes;
        for (std::size_t at = 0; at < offered_->size(); ++at) {
            if (set >> at & 1) changes.push_back((*offered_)[at]);
        }
        return changes;
    }
    /// Would the transfer be permitted?
    [[nodiscard]] bool permitted(std::uint32_t set) {
        values_.assign(bearing_.size(), amount());
        std::uint32_t last = 0;
        known_values const* found = nullptr;
        for (std::size_t t = 0; t < bearing_.size(); ++t) {
            std::uint32_t const part = set & bearing_[t];
            if (!found || part != last) found = &read(part);
            last = part;
            values_[t] = (*found)[t];
        }
        std::size_t day = rules_.size() - 1;
        for (std::size_t at = 0; at < offered_->size(); ++at) {
            if ((set >> at & 1) && std::holds_alternative<wait_until>((*offered_)[at])) day = at;
        }
        return decide_values(*terms_, rules_[day], values_).outcome == outcome::permitted;
    }

private:
    [[nodiscard]] known_values const& read(std::uint32_t set) {
        if (place_[set] == 0) {
            network copy = *around_;
            patient_need need = asked_.need();
            auto const changes = chosen(set);
            sys_days const day = day_after(changes, when_.today);
            apply(changes, when_.today, copy, need);
            acts_->settle(copy, changes, day);
            auto const& receiver = asked_.today().at(asked_.to).id;
            snapshot const then(copy, {day, when_.known_on});
            request const asked(then, std::move(need));
            read_.push_back(values_of(*book_, *terms_, {&asked, *then.find(receiver)}));
            place_[set] = static_cast<std::uint32_t>(read_.size());
        }
        return read_[place_[set] - 1];
    }

    Book const* book_;
    finite_book const* terms_;
    network const* around_;
    transfer_case asked_;
    moment when_;
    std::vector<change> const* offered_;
    Acts const* acts_;
    std::vector<std::uint32_t> place_;  // in `read_`, from 1, of each set of changes
    std::vector<known_values> read_;
    std::vector<std::uint32_t> bearing_;  // on each fact, the changes that can bear
    std::vector<rules_of_day> rules_;     // of the day of each change that waits; the last: of the day of the question
    known_values values_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
