#pragma once

#include <lienvien/network/houses.hpp>
#include <lienvien/network/numbering.hpp>
#include <lienvien/network/site_order.hpp>
#include <lienvien/network/site_sets.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Which site performs which technique on its own responsibility on a day, as far as it is written down.
///
/// Capability facts that hold decide; else the approved technique list; else a technique is absent where a list that is
/// complete for it is in force, or where capability facts are written but for other days, and unknown where nothing is
/// written. What a working part performs its whole performs; what a part does not hold says nothing against the whole, nor
/// does a part at which nothing is written of the technique.
/// Memory: a bit for each site and technique, and again as much where facts are missing.
class held_techniques {
public:
    /// The facts that it is worked out from, and what is already known of the day.
    struct basis {
        network const& written;
        numbering const& numbers;
        fact_chains const& capabilities;
        fact_chains const& lists;
        std::vector<std::vector<houses::tie>> const& working_parts;
        site_order const& order;
        moment when;
    };

    explicit held_techniques(basis const& facts) : sets_(facts.written.techniques.size(), facts.order.shape()) {
        auto sure = sets_.write_sure();
        worker work(facts);
        // In the order of the sets, whose words then are written one after the other.
        for (slot at{0}; number_of(at) < facts.order.shape().sites; at = slot{number_of(at) + 1}) {
            auto const s = number_of(facts.order.at(at));
            sure.move_to(at);
            if (work.is_only_listed(s)) {
                bool const any = work.for_each_listed(s, [&](std::uint32_t technique) { sure.put(technique); });
                sets_.leave_open(at, !any);
                continue;
            }
            work.look_at(s);
            sets_.leave_open(at, is_unknown(work.unwritten()));
            work.for_each([&](std::uint32_t technique, truth value) {
                is_yes(value) ? sure.put(technique) : sets_.put(technique, at, value);
            });
        }
    }

    [[nodiscard]] truth performs(slot where, technique_number technique) const noexcept {
        return sets_.at(number_of(technique), where);
    }
    [[nodiscard]] truth_sets const& sets() const noexcept { return sets_; }

    /// Works a site out anew, from facts that have changed or on another day. Complexity: linear in its facts and in the
    /// techniques of the network.
    void refresh(basis const& facts, std::uint32_t which) {
        slot const at = facts.order.slots()[which];
        worker work(facts);
        work.look_at(which);
        sets_.leave_open(at, is_unknown(work.unwritten()));
        for (std::uint32_t t = 0; t < facts.written.techniques.size(); ++t) {
            if (truth const now = work.value_of(t); sets_.at(t, at) != now) sets_.assign(t, at, now);
        }
    }
    /// Works out one technique of a site anew.
    void refresh(basis const& facts, std::uint32_t which, technique_number technique) {
        worker work(facts);
        work.look_at(which, technique);
        sets_.assign(number_of(technique), facts.order.slots()[which], work.value_of(number_of(technique)));
    }

private:
    /// What facts say of a technique at one site.
    struct entry {
        truth performs = truth::no;  ///< by a capability fact
        truth does_not = truth::no;  ///< by a capability fact of a stage at which it is not performed alone
        truth listed = truth::no;
        truth with_parts = truth::no;
        bool own = false;
        bool touched = false;

        // Facts that say both at once leave it open; a capability fact that holds stands before the list.
        [[nodiscard]] truth value() const noexcept {
            if (is_yes(does_not)) return is_no(performs) ? truth::no : truth::unknown;
            if (is_yes(performs)) return is_no(does_not) ? truth::yes : truth::unknown;
            if (is_no(performs) && (is_no(does_not) || is_no(listed))) return listed;
            return is_yes(listed) && is_no(does_not) ? truth::yes : truth::unknown;
        }
    };
    /// One site at a time, with room for what is said of every technique.
    class worker {
    public:
        explicit worker(basis const& facts) : facts_(facts), entries_(facts.written.techniques.size()) {}

        void look_at(std::uint32_t which) {
            clear();
            for (auto const& part : facts_.working_parts[which]) {
                read(number_of(part.to));
                for (auto const technique : touched_) {
                    auto& each = entries_[technique];
                    if (each.own) each.with_parts |= part.holds & each.value();
                    each = {.with_parts = each.with_parts, .touched = true};
                }
            }
            read(which);
            deny_what_lists_leave_out();
        }
        void look_at(std::uint32_t which, technique_number only) {
            only_ = number_of(only);
            look_at(which);
        }
        /// Do only lists speak of a site, for all fields, each known to hold or not? They have nothing to be weighed
        /// against: what they name is performed. Most sites are such.
        [[nodiscard]] bool is_only_listed(std::uint32_t which) const {
            bool only = facts_.working_parts[which].empty() && facts_.capabilities[which].empty();
            for (auto const number : facts_.lists[which]) {
                auto const& list = facts_.written.technique_lists[number];
                only = only && !list.field && !is_unknown(facts_.when.sees(list));
            }
            return only;
        }
        /// The techniques on such lists. Is there a list?
        template <class Take>
        bool for_each_listed(std::uint32_t which, Take take) const {
            bool any = false;
            for (auto const number : facts_.lists[which]) {
                auto const& list = facts_.written.technique_lists[number];
                if (is_no(facts_.when.sees(list))) continue;
                any = true;
                for (auto const& id : list.techniques) {
                    if (auto const technique = facts_.numbers.find(id)) take(number_of(*technique));
                }
            }
            return any;
        }
        [[nodiscard]] truth unwritten() const noexcept { return unwritten_; }
        [[nodiscard]] truth value_of(std::uint32_t technique) const noexcept {
            auto const& each = entries_[technique];
            return (each.own ? each.value() : unwritten_) | each.with_parts;
        }
        template <class Take>
        void for_each(Take take) const {
            for (auto const technique : touched_) take(technique, value_of(technique));
        }

    private:
        entry* find(technique_id const& id) {
            if (only_) return facts_.written.techniques[*only_].id == id ? &touch(*only_) : nullptr;
            auto const technique = facts_.numbers.find(id);
            return technique ? &touch(number_of(*technique)) : nullptr;
        }
        entry& touch(std::uint32_t technique) {
            auto& each = entries_[technique];
            if (!each.touched) touched_.push_back(technique);
            each.touched = each.own = true;
            return each;
        }
        void clear() {
            for (auto const technique : touched_) entries_[technique] = {};
            touched_.clear();
        }
        void read(std::uint32_t which) {
            unwritten_ = truth::unknown;
            complete_for_.clear();
            for (auto const number : facts_.lists[which]) {
                auto const& list = facts_.written.technique_lists[number];
                truth const holds = facts_.when.sees(list);
                if (is_no(holds)) continue;
                if (is_yes(holds) && !list.field) unwritten_ = truth::no;
                if (is_yes(holds) && list.field) complete_for_.push_back(*list.field);
                for (auto const& id : list.techniques) {
                    if (auto* held = find(id)) held->listed |= holds;
                }
            }
            for (auto const number : facts_.capabilities[which]) {
                auto const& fact = facts_.written.capabilities[number];
                if (!facts_.when.knows(fact.source)) continue;
                if (auto* held = find(fact.technique)) {
                    truth const holds = holds_on(fact.valid, facts_.when.today);
                    held->performs |= holds & performs_alone(fact.stage);
                    held->does_not |= holds & !performs_alone(fact.stage);
                }
            }
        }
        // A list for one field says nothing of the techniques of other fields; of its own it says what is absent.
        void deny_what_lists_leave_out() {
            if (is_no(unwritten_) || complete_for_.empty()) return;
            for (std::uint32_t t = 0; t < facts_.written.techniques.size(); ++t) {
                auto const& of = facts_.written.techniques[t].field;
                if (!of || (only_ && *only_ != t)) continue;
                for (auto const& field : complete_for_) {
                    if (*of == field) touch(t);
                }
            }
        }

        basis const& facts_;
        std::vector<entry> entries_;
        std::vector<std::uint32_t> touched_;
        std::vector<field_id> complete_for_;
        truth unwritten_ = truth::unknown;
        std::optional<std::uint32_t> only_;
    };

    truth_sets sets_;
};
}  // namespace v0
}  // namespace lienvien
