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

/// Microseconds for one pair and all rules, the mean over the pairs: decided, with its whole proof tree in numbers, and with it in
/// words and sources; and whether each comes to the same outcome.
struct explanation_figures {
    double explain = 0;
    double trace = 0;
    double decide = 0;
    bool same = true;
};
template <class Clock>
explanation_figures measure_explanations(lienvien::snapshot const& today,
                                         std::vector<lienvien::numbered_need> const& needs,
                                         std::vector<asked_pair> const& pairs, Clock const& clock) {
    using namespace lienvien;
    auto const rules = rules_on(declared::book, today.day());
    std::vector<request> asked;
    asked.reserve(pairs.size());
    for (auto const& pair : pairs) asked.emplace_back(today, needs[pair.need]);
    std::vector<verdict> decided(pairs.size());
    std::vector<verdict> explained(pairs.size());
    explanation_figures figures;
    auto const each = [&](auto const& look) {
        double const before = clock();
        for (std::size_t n = 0; n < pairs.size(); ++n) look(n, transfer_case{&asked[n], pairs[n].to});
        return (clock() - before) * 1e6 / static_cast<double>(pairs.size());
    };
    figures.decide =
        each([&](std::size_t n, transfer_case const& one) { decided[n] = decide_case(declared::book, rules, one); });
    proof_trace trace;
    std::vector<verdict> traced(pairs.size());
    figures.trace = each([&](std::size_t n, transfer_case const& one) {
        trace.read(declared::book, rules, one);
        traced[n] = trace.verdict();
    });
    figures.explain = each([&](std::size_t n, transfer_case const& one) {
        explained[n] = explain_case(declared::book, rules, one).verdict;
    });
    for (std::size_t n = 0; n < pairs.size(); ++n)
        figures.same = figures.same && decided[n] == explained[n] && decided[n] == traced[n];
    return figures;
}

}  // namespace workload
