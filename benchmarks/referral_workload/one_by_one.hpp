#pragma once

// What costs once where everything else costs in thousands: one fact that changes, and one pair explained as a full tree.

#include "declared.hpp"
#include <lienvien/lienvien.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace workload {

/// Microseconds a change, the mean of many, each at another institution; and whether every one was taken and is seen.
struct update_figures {
    double bed_fills = 0;
    double licence_lapses = 0;
    double technique_is_suspended = 0;
    bool seen = true;
};

/// Changes the network for good. `clock` tells seconds.
template <class Clock>
update_figures measure_updates(lienvien::situation& nation, Clock const& clock) {
    using namespace lienvien;
    auto const today = nation.today().day();
    auto const& written = nation.written();
    auto const all = static_cast<std::uint32_t>(written.institutions.size());
    std::uint32_t const many = all < 500 ? all : 500;
    std::vector<std::uint32_t> which;  // the lists of facts are in the order of the institutions
    std::vector<capacity> beds_now;
    std::vector<licence> licences;
    std::vector<capability> suspended;
    for (std::uint32_t n = 0; n < many; ++n) {
        std::uint32_t const s = static_cast<std::uint32_t>(std::uint64_t{n} * all / many);
        if (written.technique_lists[s].techniques.empty()) continue;
        which.push_back(s);
        beds_now.push_back(written.capacities[s]);
        beds_now.back().free = beds(0);
        licences.push_back(written.licences[s]);
        licences.back().valid.until = partial_date(today);
        suspended.push_back({.site = written.technique_lists[s].site,
                             .technique = written.technique_lists[s].techniques.front(),
                             .stage = stage::suspended,
                             .valid = validity(partial_date(today))});
    }
    auto const techniques = suspended;
    update_figures figures;
    auto const each = [&](auto const& change) {
        double const before = clock();
        for (std::size_t n = 0; n < which.size(); ++n) figures.seen = change(n) && figures.seen;
        return (clock() - before) * 1e6 / static_cast<double>(which.size());
    };
    figures.bed_fills = each([&](std::size_t n) { return nation.correct(which[n], std::move(beds_now[n])); });
    figures.licence_lapses = each([&](std::size_t n) { return nation.correct(which[n], std::move(licences[n])); });
    figures.technique_is_suspended = each([&](std::size_t n) { return nation.record(std::move(suspended[n])); });
    for (std::size_t n = 0; n < which.size(); ++n) {
        site const where{which[n]};
        auto const technique = *nation.today().find(techniques[n].technique);
        figures.seen = figures.seen && nation.today().free_beds(where) == beds(0) &&
                       is_no(nation.today().operates(where)) && is_no(nation.today().performs(where, technique));
    }
    return figures;
}

/// A need, and where it is asked whether the patient may go.
struct asked_pair {
    std::uint32_t need;
    lienvien::site to;
};

/// Microseconds for one pair and all rules, the mean over the pairs: decided, stopping within a rule as soon as it is decided;
/// decided from every condition of every rule; with its whole proof tree in numbers; and with it in words and sources. And
/// whether each comes to the same outcome.
struct explanation_figures {
    double decide = 0;
    double decide_in_full = 0;
    double trace = 0;
    double explain = 0;
    bool same = true;
};

/// Keeps nothing either, yet asks for every condition: what the same facts cost without their proof.
struct watch_everything : lienvien::watch_nothing {
    static constexpr bool keeps = true;
};

/// Pairs put to the rules of a day. Its functions are not inlined, so that a profiler finds them.
struct asked_pairs {
    lienvien::rules_of_day rules;
    std::vector<lienvien::request> asked;
    std::vector<lienvien::site> to;

    [[nodiscard]] std::size_t size() const noexcept { return to.size(); }
    [[nodiscard]] lienvien::transfer_case at(std::size_t n) const noexcept { return {&asked[n], to[n]}; }

    [[gnu::noinline]] void measured_decide(std::vector<lienvien::verdict>& found) const {
        for (std::size_t n = 0; n < size(); ++n) found[n] = decide_case(declared::book, rules, at(n));
    }
    [[gnu::noinline]] void measured_decide_in_full(std::vector<lienvien::verdict>& found) const {
        watch_everything watch;
        for (std::size_t n = 0; n < size(); ++n) {
            lienvien::rule_set bears = 0;
            lienvien::rule_set open = 0;
            declared::book.for_each_rule([&](std::size_t number, auto const& rule) {
                auto const value = rule.bears(at(n), watch);
                bears |= lienvien::rule_set{is_yes(value)} << number;
                open |= lienvien::rule_set{is_unknown(value)} << number;
            });
            found[n] = judge(rules, bears, open);
        }
    }
    [[gnu::noinline]] void measured_trace(lienvien::proof_trace& trace, std::vector<lienvien::verdict>& found) const {
        for (std::size_t n = 0; n < size(); ++n) {
            trace.read(declared::book, rules, at(n));
            found[n] = trace.verdict();
        }
    }
    [[gnu::noinline]] void measured_explain(std::vector<lienvien::verdict>& found) const {
        for (std::size_t n = 0; n < size(); ++n) found[n] = explain_case(declared::book, rules, at(n)).verdict;
    }
};

template <class Clock>
explanation_figures measure_explanations(lienvien::snapshot const& today,
                                         std::vector<lienvien::numbered_need> const& needs,
                                         std::vector<asked_pair> const& pairs, Clock const& clock) {
    using namespace lienvien;
    asked_pairs all{rules_on(declared::book, today.day()), {}, {}};
    all.asked.reserve(pairs.size());
    all.to.reserve(pairs.size());
    for (auto const& pair : pairs) {
        all.asked.emplace_back(today, needs[pair.need]);
        all.to.push_back(pair.to);
    }
    explanation_figures figures;
    std::vector<verdict> decided(pairs.size());
    std::vector<verdict> found(pairs.size());
    all.measured_decide(decided);  // once before the clock runs, so that no measurement pays for what is read first
    auto const each = [&](auto const& look) {
        double const before = clock();
        look();
        double const spent = clock() - before;
        figures.same = figures.same && found == decided;
        return spent * 1e6 / static_cast<double>(pairs.size());
    };
    figures.decide = each([&] { all.measured_decide(found); });
    figures.decide_in_full = each([&] { all.measured_decide_in_full(found); });
    proof_trace trace;
    figures.trace = each([&] { all.measured_trace(trace, found); });
    figures.explain = each([&] { all.measured_explain(found); });
    return figures;
}

}  // namespace workload
