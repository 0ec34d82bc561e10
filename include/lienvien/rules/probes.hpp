#pragma once

#include <lienvien/base/progress.hpp>
#include <lienvien/network/changed_facts.hpp>
#include <lienvien/network/stepping.hpp>
#include <lienvien/rules/critical_days.hpp>
#include <lienvien/rules/decide.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// One answer that differs between two states of affairs: an outcome of a need, or whether a technique is performed.
struct probe {
    institution_id institution;
    std::optional<std::size_t> need;  ///< place among the needs; none: it asks for the technique
    std::optional<technique_id> technique;
    std::optional<int> before;
    std::optional<int> after;
    std::vector<std::uint32_t> group{};  ///< numbers of the steps that did it
    bool caused = false;
    bool necessary = false;
    bool restores = false;
};

/// Finds what differs between two snapshots, and for each difference a smallest group of steps that makes it.
///
/// `Worlds` gives the states of affairs between the two (`stepping`).
template <class Book, class Worlds>
class prober {
public:
    prober(snapshot const& before, snapshot const& after, Book const& book, std::vector<patient_need> const& needs,
           uncertain_rules policy)
        : book_(&book),
          needs_(&needs),
          rules_before_(rules_on(book, before.day(), policy)),
          rules_after_(rules_on(book, after.day(), policy)),
          instruments_(instruments_of(book)) {
        find_changed(before, after);
        if (probes_.empty()) return;
        auto from = freeze(before);
        auto to = freeze(after);
        for (auto& each : steps_between(before, from, after, to)) steps_.push_back(std::move(each));
        for (std::uint32_t at = 0; at < instruments_.size(); ++at) {
            truth const was = standing(instruments_[at], before.day(), policy);
            truth const is = standing(instruments_[at], after.day(), policy);
            if (was == is) continue;
            texts_.push_back(at);
            words_of_texts_.push_back({change_between(in_force_on(instruments_[at], before.day()),
                                                      in_force_on(instruments_[at], after.day())),
                                       name_fact_of(instruments_[at]),
                                       {}});
        }
        worlds_.emplace(std::move(from.state), std::move(to.state), steps_, moment{after.day(), last_day});
    }

    [[nodiscard]] std::vector<probe>& changed() noexcept { return probes_; }
    [[nodiscard]] std::vector<changed_fact> words_of(std::vector<std::uint32_t> const& group) const {
        std::vector<changed_fact> words;
        for (auto const at : group)
            words.push_back(at < steps_.size() ? steps_[at].says : words_of_texts_[at - steps_.size()]);
        return words;
    }

    /// Looks for the causes of every difference. \returns whether it came to the end.
    [[nodiscard]] bool find_causes(progress told) {
        std::size_t const count = steps_.size() + texts_.size();
        std::size_t const total = 2 * count + probes_.size();
        if (probes_.empty()) return told.tell(0, 0);
        std::vector<std::vector<std::uint32_t>> singles(probes_.size());
        std::size_t done = 0;
        auto const as_asked = [&](std::size_t at, world const& here) {
            return value_in(here, probes_[at]) == probes_[at].after;
        };
        with({}, [&](world const& here) {
            for (std::size_t at = 0; at < probes_.size(); ++at) probes_[at].caused = as_asked(at, here);
        });
        for (std::uint32_t step = 0; step < count; ++step) {
            with({step}, [&](world const& here) {
                for (std::size_t at = 0; at < probes_.size(); ++at) {
                    if (!probes_[at].caused && as_asked(at, here)) singles[at].push_back(step);
                }
            });
            if (!told.tell(++done, total)) return false;
        }
        for (std::uint32_t step = 0; step < count; ++step) {  // what would be without this one?
            std::vector<std::size_t> asking;
            for (std::size_t at = 0; at < probes_.size(); ++at) {
                for (auto const single : singles[at]) {
                    if (single == step && !probes_[at].restores) asking.push_back(at);
                }
            }
            if (!asking.empty()) {
                with(all_without({step}), [&](world const& here) {
                    for (auto const at : asking) {
                        auto const undone = value_in(here, probes_[at]);
                        bool const restores = undone == probes_[at].before;
                        bool const necessary = undone != probes_[at].after;
                        if (!probes_[at].group.empty() && !restores && (probes_[at].necessary || !necessary)) continue;
                        probes_[at].group = {step};
                        probes_[at].restores = restores;
                        probes_[at].necessary = necessary;
                        probes_[at].caused = true;
                    }
                });
            }
            if (!told.tell(++done, total)) return false;
        }
        for (auto& each : probes_) {
            if (!each.caused) {
                if (told.stopped()) return false;
                find_group(each);
            }
            if (!told.tell(++done, total)) return done == total;
        }
        return true;
    }

private:
    struct world {
        snapshot const* today;
        rules_of_day const* rules;
        std::vector<std::optional<request>>* asked;
    };

    [[nodiscard]] static truth standing(instrument const& text, sys_days today, uncertain_rules policy) {
        truth const stands = in_force_on(text, today);
        return is_unknown(stands) && policy == uncertain_rules::leave_out ? truth::no : stands;
    }
    [[nodiscard]] std::optional<int> value_in(world const& here, probe const& which) const {
        auto const where = here.today->find(which.institution);
        if (!where) return std::nullopt;
        if (which.technique) {
            auto const technique = here.today->find(*which.technique);
            if (!technique) return std::nullopt;
            return static_cast<int>(here.today->performs(*where, *technique));
        }
        auto& asked = (*here.asked)[*which.need];
        if (!asked) asked.emplace(*here.today, (*needs_)[*which.need]);
        return static_cast<int>(decide_case(*book_, *here.rules, {&*asked, *where}).outcome);
    }

    void find_changed(snapshot const& before, snapshot const& after) {
        std::vector<std::optional<request>> asked_before(needs_->size());
        std::vector<std::optional<request>> asked_after(needs_->size());
        world const earlier{&before, &rules_before_, &asked_before};
        world const later{&after, &rules_after_, &asked_after};
        auto const compare = [&](probe which) {
            which.before = value_in(earlier, which);
            which.after = value_in(later, which);
            if (which.before != which.after) probes_.push_back(std::move(which));
        };
        // Nouns of the earlier side first, then those that only the later one has.
        auto const each_of = [](auto const& mine, auto const& others, bool only_new, auto const& find, auto take) {
            for (std::uint32_t at = 0; at < mine.size(); ++at) {
                if (number_of(*find(mine[at].id)) != at) continue;  // an id that stands twice is asked once
                if (!only_new || !others.find(mine[at].id)) take(mine[at].id);
            }
        };
        auto const each_pair = [&](auto take) {
            each_of(
                before.written().institutions, after, false, [&](auto const& id) { return before.find(id); }, take);
            each_of(
                after.written().institutions, before, true, [&](auto const& id) { return after.find(id); }, take);
        };
        for (std::size_t need = 0; need < needs_->size(); ++need)
            each_pair([&](institution_id const& id) { compare({id, need, {}, {}, {}}); });
        each_pair([&](institution_id const& id) {
            auto const ask = [&](technique_id const& technique) { compare({id, {}, technique, {}, {}}); };
            each_of(
                before.written().techniques, after, false, [&](auto const& t) { return before.find(t); }, ask);
            each_of(
                after.written().techniques, before, true, [&](auto const& t) { return after.find(t); }, ask);
        });
    }

    /// The earlier state of affairs with these steps taken: facts, then texts of rules.
    template <class Ask>
    void with(std::vector<std::uint32_t> const& group, Ask ask) {
        rules_of_day rules = rules_before_;
        std::vector<std::uint32_t> facts;
        for (auto const at : group) {
            if (at < steps_.size()) {
                facts.push_back(at);
            } else {
                take_text(rules, instruments_[texts_[at - steps_.size()]]);
            }
        }
        worlds_->with(facts, [&](snapshot const& today) {
            std::vector<std::optional<request>> asked(needs_->size());
            ask(world{&today, &rules, &asked});
        });
    }
    void take_text(rules_of_day& rules, instrument const& text) const {
        auto const headings = book_->headings();
        for (std::size_t number = 0; number < headings.size(); ++number) {
            if (!(headings[number].basis.text == text)) continue;
            rule_set const bit = rule_set{1} << number;
            rules.in_force = (rules.in_force & ~bit) | (rules_after_.in_force & bit);
            rules.uncertain = (rules.uncertain & ~bit) | (rules_after_.uncertain & bit);
        }
    }
    [[nodiscard]] std::vector<std::uint32_t> all_without(std::vector<std::uint32_t> const& left_out) const {
        std::vector<std::uint32_t> group;
        for (std::uint32_t at = 0; at < steps_.size() + texts_.size(); ++at) {
            bool out = false;
            for (auto const each : left_out) out = out || each == at;
            if (!out) group.push_back(at);
        }
        return group;
    }
    [[nodiscard]] bool gives(std::vector<std::uint32_t> const& group, probe const& which, std::optional<int> wanted) {
        bool found = false;
        with(group, [&](world const& here) { found = value_in(here, which) == wanted; });
        return found;
    }

    /// Leaves out steps, many at a time and then one by one, as long as the answer stays the later one.
    void find_group(probe& which) {
        for (auto const& earlier : groups_) {  // what explained one difference often explains the next
            if (gives(earlier, which, which.after) && is_smallest(earlier, which)) {
                which.group = earlier;
                break;
            }
        }
        if (which.group.empty()) {
            auto kept = all_without({});
            std::size_t chunk = kept.size() / 2 + 1;
            for (bool again = true; again;) {
                again = false;
                for (std::size_t begin = 0; begin < kept.size();) {
                    std::vector<std::uint32_t> fewer;
                    for (std::size_t at = 0; at < kept.size(); ++at) {
                        if (at < begin || at >= begin + chunk) fewer.push_back(kept[at]);
                    }
                    if (gives(fewer, which, which.after)) {
                        kept = std::move(fewer);
                        again = true;
                    } else {
                        begin += chunk;
                    }
                }
                if (chunk > 1) {
                    chunk = chunk / 2;
                    again = true;
                }
            }
            which.group = std::move(kept);
            groups_.push_back(which.group);
        }
        with(all_without(which.group), [&](world const& here) {
            auto const undone = value_in(here, which);
            which.restores = undone == which.before;
            which.necessary = undone != which.after;
        });
        which.caused = true;
    }
    [[nodiscard]] bool is_smallest(std::vector<std::uint32_t> const& group, probe const& which) {
        for (auto const left_out : group) {
            std::vector<std::uint32_t> fewer;
            for (auto const each : group) {
                if (each != left_out) fewer.push_back(each);
            }
            if (gives(fewer, which, which.after)) return false;
        }
        return true;
    }

    Book const* book_;
    std::vector<patient_need> const* needs_;
    rules_of_day rules_before_;
    rules_of_day rules_after_;
    std::vector<instrument> instruments_;
    std::vector<std::uint32_t> texts_;  // instruments that stand otherwise on the later day
    std::vector<changed_fact> words_of_texts_;
    std::vector<probe> probes_;
    std::vector<fact_step> steps_;
    std::vector<std::vector<std::uint32_t>> groups_;
    std::optional<Worlds> worlds_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
