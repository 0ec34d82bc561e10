#pragma once

// The requests of the workload as one batch on one fixed day, in one thread and in several. Seconds are those of the wall:
// threads take what others leave.

#include "declared.hpp"
#include <lienvien/lienvien.hpp>
#include <lienvien/threads/run_in_threads.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace workload {

/// How long one batch took, and what it found.
struct batch_figures {
    double seconds = 0;
    std::vector<lienvien::ranked<std::uint64_t>> best;
    std::vector<lienvien::ranking> found;
};

template <class Run>
batch_figures rank_batch(lienvien::snapshot const& today, std::vector<lienvien::numbered_need> const& needs,
                         std::size_t shown, Run const& run) {
    using namespace workload::declared;
    auto const rules = lienvien::rules_on(book, today.day());
    batch_figures answers{0, std::vector<lienvien::ranked<std::uint64_t>>(needs.size() * shown),
                          std::vector<lienvien::ranking>(needs.size())};
    auto const before = std::chrono::steady_clock::now();
    lienvien::rank_all(
        book, rules, today, std::span<lienvien::numbered_need const>(needs), shown, std::span(answers.best),
        std::span(answers.found),
        [](auto const& each) {
            auto const from = tables.at[number_of(*each.plan->asked().origin())];
            auto const far = static_cast<std::uint64_t>(squared_distance(from, tables.at[number_of(each.where())]));
            return is_yes(each.holds(agreed)) ? far : far | std::uint64_t{1} << 63;
        },
        run);
    answers.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
    return answers;
}

/// The batch in one thread and in `threads`, each the best of twenty, and whether they found the same.
struct compared_batches {
    double one = 0;
    double several = 0;
    bool same = true;
};
inline compared_batches compare_batches(lienvien::snapshot const& today,
                                        std::vector<lienvien::numbered_need> const& needs, std::size_t shown,
                                        unsigned threads) {
    compared_batches all{1e9, 1e9, true};
    for (int round = 0; round < 20; ++round) {
        auto const alone = rank_batch(today, needs, shown, lienvien::in_this_thread{});
        auto const shared = rank_batch(today, needs, shown, lienvien::in_threads(threads));
        all.one = alone.seconds < all.one ? alone.seconds : all.one;
        all.several = shared.seconds < all.several ? shared.seconds : all.several;
        for (std::size_t n = 0; n < needs.size(); ++n) {
            all.same = all.same && alone.found[n].permitted == shared.found[n].permitted &&
                       alone.found[n].shown == shared.found[n].shown;
            for (std::size_t at = n * shown; at < n * shown + alone.found[n].shown; ++at)
                all.same = all.same && alone.best[at].where == shared.best[at].where &&
                           alone.best[at].key == shared.best[at].key;
        }
    }
    return all;
}

}  // namespace workload
