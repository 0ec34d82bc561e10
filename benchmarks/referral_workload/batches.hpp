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
#include <thread>
#include <vector>

namespace workload {

/// How long one batch took, and what it found.
struct batch_figures {
    double seconds = 0;
    std::vector<lienvien::ranked<std::uint64_t>> best;
    std::vector<lienvien::ranking> found;
};

/// Ranks some of the needs into their own places.
template <class Run>
void rank_some(lienvien::snapshot const& today, lienvien::rules_of_day const& rules,
               std::span<lienvien::numbered_need const> needs, std::size_t shown, batch_figures& answers,
               Run const& run) {
    using namespace workload::declared;
    lienvien::rank_all(
        book, rules, today, needs, shown, std::span(answers.best), std::span(answers.found),
        [](auto const& each) {
            auto const from = tables.at[number_of(*each.plan->asked().origin())];
            auto const far = static_cast<std::uint64_t>(squared_distance(from, tables.at[number_of(each.where())]));
            return is_yes(each.holds(agreed)) ? far : far | std::uint64_t{1} << 63;
        },
        run);
}
[[nodiscard]] inline batch_figures room_for(std::size_t needs, std::size_t shown) {
    return {0, std::vector<lienvien::ranked<std::uint64_t>>(needs * shown), std::vector<lienvien::ranking>(needs)};
}
[[nodiscard]] inline double seconds_since(std::chrono::steady_clock::time_point before) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

template <class Run>
batch_figures rank_batch(lienvien::snapshot const& today, std::vector<lienvien::numbered_need> const& needs,
                         std::size_t shown, Run const& run) {
    auto const rules = lienvien::rules_on(declared::book, today.day());
    auto answers = room_for(needs.size(), shown);
    auto const before = std::chrono::steady_clock::now();
    rank_some(today, rules, needs, shown, answers, run);
    answers.seconds = seconds_since(before);
    return answers;
}
/// The control, which says what the machine gives: each thread ranks its own share of the needs alone, and the threads
/// have nothing in common but what they read.
[[nodiscard]] inline double rank_apart(lienvien::snapshot const& today,
                                       std::vector<lienvien::numbered_need> const& needs, std::size_t shown,
                                       unsigned threads) {
    auto const rules = lienvien::rules_on(declared::book, today.day());
    struct alignas(128) share {
        std::span<lienvien::numbered_need const> needs;
        batch_figures answers;
    };
    std::vector<share> shares;
    for (std::size_t t = 0; t < threads; ++t) {
        std::size_t const first = needs.size() * t / threads;
        std::size_t const last = needs.size() * (t + 1) / threads;
        shares.push_back({std::span(needs).subspan(first, last - first), room_for(last - first, shown)});
    }
    auto const rank_share = [&](std::size_t t) {
        rank_some(today, rules, shares[t].needs, shown, shares[t].answers, lienvien::in_this_thread{});
    };
    std::vector<std::thread> others;
    others.reserve(threads);
    auto const before = std::chrono::steady_clock::now();
    for (std::size_t t = 1; t < threads; ++t) others.emplace_back(rank_share, t);
    rank_share(0);
    for (auto& each : others) each.join();
    return seconds_since(before);
}

/// The batch in one thread, in `threads` and in so many that share nothing, each the best of twenty, and whether the
/// first two found the same.
struct compared_batches {
    double one = 0;
    double several = 0;
    double apart = 0;
    bool same = true;
};
inline compared_batches compare_batches(lienvien::snapshot const& today,
                                        std::vector<lienvien::numbered_need> const& needs, std::size_t shown,
                                        unsigned threads) {
    compared_batches all{1e9, 1e9, 1e9, true};
    for (int round = 0; round < 20; ++round) {
        auto const alone = rank_batch(today, needs, shown, lienvien::in_this_thread{});
        auto const shared = rank_batch(today, needs, shown, lienvien::in_threads(threads));
        double const apart = rank_apart(today, needs, shown, threads);
        all.one = alone.seconds < all.one ? alone.seconds : all.one;
        all.several = shared.seconds < all.several ? shared.seconds : all.several;
        all.apart = apart < all.apart ? apart : all.apart;
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
