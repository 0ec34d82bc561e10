#pragma once

#include <lienvien/base/batch.hpp>
#include <lienvien/base/expects.hpp>
#include <lienvien/network/situation.hpp>
#include <lienvien/rules/rank.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace lienvien {
inline namespace v0 {
namespace detail {

template <class Book, class Job, class Run>
void put_all(Book const& book, rules_of_day const& rules, snapshot const& today, std::span<numbered_need const> needs,
             Job const& job, Run const& run, batch_watch& watch) {
    auto const put_one = [&](std::size_t n) {
        request const asked(today, needs[n]);
        sweep_plan<Book> const plan(book, rules, asked);
        job(n, plan);
    };
    run_batch(needs.size(), put_one, run, watch);
}

}  // namespace detail

/// Puts many needs to one snapshot: `job(n, plan)` with the plan of the n-th need, which it may rank, sweep or turn into
/// masks. See for_each_in_batch for what the job may do, and for threads, stopping and progress.
template <class Book, class Job, batch_runner Run = in_this_thread>
batch_result for_each_need(Book const& book, rules_of_day const& rules, snapshot const& today,
                           std::span<numbered_need const> needs, Job const& job, Run const& run = {},
                           progress const& how = {}) {
    detail::batch_watch watch(how, needs.size());
    detail::put_all(book, rules, today, needs, job, run, watch);
    return watch.end();
}

/// Puts many needs to many days of a situation: `job(d, n, plan)` for every day and every need.
///
/// The calling thread moves the situation to one day after the other, in the order given, so days in order of time are
/// cheapest; between two moves the needs of the day are shared out. The situation stays at the last day reached.
/// Precondition: the needs are numbered in `nation.today().numbers()`.
template <class Book, class Job, batch_runner Run = in_this_thread>
batch_result for_each_day_and_need(Book const& book, situation& nation, std::span<sys_days const> days,
                                   std::span<numbered_need const> needs, uncertain_rules policy, Job const& job,
                                   Run const& run = {}, progress const& how = {}) {
    detail::batch_watch watch(how, std::uint64_t{days.size()} * needs.size());
    for (std::size_t d = 0; d < days.size() && !watch.stopped(); ++d) {
        nation.move_to(days[d]);
        auto const rules = rules_on(book, days[d], policy);
        auto const on_that_day = [&](std::size_t n, sweep_plan<Book> const& plan) { job(d, n, plan); };
        detail::put_all(book, rules, nation.today(), needs, on_that_day, run, watch);
    }
    return watch.end();
}

/// The best receivers of every need on a day, as `rank` finds them: `found[n]` says how many the n-th need has, and they
/// stand in `best` from n * `most` on.
///
/// Precondition: room for `most` places for each need in `best`, and for each need in `found`.
template <class Book, class Key, class KeyOf, batch_runner Run = in_this_thread>
batch_result rank_all(Book const& book, rules_of_day const& rules, snapshot const& today,
                      std::span<numbered_need const> needs, std::size_t most, std::span<ranked<Key>> best,
                      std::span<ranking> found, KeyOf const& key_of, Run const& run = {}, progress const& how = {}) {
    LIENVIEN_EXPECTS(found.size() >= needs.size() && (most == 0 || best.size() / most >= needs.size()),
                     "LIENVIEN-E091: room for the answer to each need");
    return for_each_need(
        book, rules, today, needs,
        [&](std::size_t n, sweep_plan<Book> const& plan) {
            found[n] = rank(plan, best.subspan(n * most, most), key_of);
        },
        run, how);
}

/// The best receivers of every need on each of many days: those of the n-th need on the d-th day are at place
/// d * needs.size() + n of `found`, and from `most` times that on in `best`.
///
/// Precondition: that much room. Everything else as for_each_day_and_need.
template <class Book, class Key, class KeyOf, batch_runner Run = in_this_thread>
batch_result rank_all(Book const& book, situation& nation, std::span<sys_days const> days,
                      std::span<numbered_need const> needs, uncertain_rules policy, std::size_t most,
                      std::span<ranked<Key>> best, std::span<ranking> found, KeyOf const& key_of, Run const& run = {},
                      progress const& how = {}) {
    std::size_t const answers = days.size() * needs.size();
    LIENVIEN_EXPECTS(found.size() >= answers && (most == 0 || best.size() / most >= answers),
                     "LIENVIEN-E091: room for the answer to each need");
    return for_each_day_and_need(
        book, nation, days, needs, policy,
        [&](std::size_t d, std::size_t n, sweep_plan<Book> const& plan) {
            std::size_t const place = d * needs.size() + n;
            found[place] = rank(plan, best.subspan(place * most, most), key_of);
        },
        run, how);
}

}  // namespace v0
}  // namespace lienvien
