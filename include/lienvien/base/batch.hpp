#pragma once

#include <lienvien/base/progress.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Stands for the part of a batch that a runner is given.
struct any_part {
    void operator()(std::size_t) const {}
};

}  // namespace detail

/// What runs the parts of a batch: `run(parts, do_part)` calls `do_part(k)` once for every k from 0 to `parts` - 1, in any
/// order and in as many threads as it likes, and returns when all calls have returned.
///
/// A thread pool becomes one in a line: `[&](std::size_t parts, auto const& do_part) { pool.bulk(parts, do_part); }`. Where
/// a part throws, the runner stops and throws one of the exceptions in the thread that called it.
template <class Run>
concept batch_runner = std::is_invocable_v<Run const&, std::size_t, detail::any_part const&>;

/// The runner that is taken when none is named: part after part in the calling thread. Nothing starts a thread unasked.
struct in_this_thread {
    template <class Part>
    void operator()(std::size_t parts, Part const& do_part) const {
        for (std::size_t k = 0; k < parts; ++k) do_part(k);
    }
};

/// How a batch ended: of `total` jobs, `done` were done. Which ones, where not all were, is not known.
struct batch_result {
    std::uint64_t done = 0;
    std::uint64_t total = 0;

    /// Was every job done? If not, the batch was stopped, and what it wrote is to be thrown away.
    [[nodiscard]] bool complete() const noexcept { return done == total; }
    friend bool operator==(batch_result const&, batch_result const&) = default;
};

namespace detail {

/// What several threads write stands so many bytes from what they only read: two lines of the cache, which many processors
/// fetch together. Otherwise each read would wait for the others' writes.
inline constexpr std::size_t lines_apart = 128;

/// Counts the jobs that several threads do, and tells the listener, one thread at a time and never falling.
class batch_watch {
public:
    batch_watch(progress const& how, std::uint64_t total) noexcept : how_(how), total_(total) {}

    [[nodiscard]] bool stopped() const noexcept { return how_.stopped(); }
    [[nodiscard]] batch_result result() const noexcept { return {done_.load(std::memory_order_relaxed), total_}; }
    void add(std::uint64_t more) {
        done_.fetch_add(more, std::memory_order_relaxed);
        if (!how_.has_listener()) return;
        if (telling_.test_and_set(std::memory_order_acquire)) return;  // another thread is telling; the next one will
        one_at_a_time const until_told{telling_};
        tell();
    }
    /// To be called when all threads are done: nobody else tells any more.
    batch_result end() {
        if (!stopped()) tell();
        return result();
    }

private:
    struct one_at_a_time {
        std::atomic_flag& flag;

        explicit one_at_a_time(std::atomic_flag& taken) noexcept : flag(taken) {}
        one_at_a_time(one_at_a_time const&) = delete;
        one_at_a_time& operator=(one_at_a_time const&) = delete;
        ~one_at_a_time() { flag.clear(std::memory_order_release); }
    };
    void tell() {
        std::uint64_t const done = done_.load(std::memory_order_relaxed);
        if (done == told_) return;
        told_ = done;
        static_cast<void>(how_.tell(done, total_));
    }

    progress how_;
    std::uint64_t total_;
    alignas(lines_apart) std::atomic<std::uint64_t> done_{0};
    std::atomic_flag telling_;
    std::uint64_t told_ = 0;
};

/// How many neighbouring jobs make a part: enough to hide the price of handing it out, few enough to share evenly.
[[nodiscard]] constexpr std::size_t jobs_a_part(std::size_t count) noexcept {
    std::size_t const share = count / 1024;
    return share < 1 ? 1 : share > 64 ? 64 : share;
}

template <class Job, class Run>
void run_batch(std::size_t count, Job const& job, Run const& run, batch_watch& watch) {
    std::size_t const length = jobs_a_part(count);
    run(count / length + (count % length != 0 ? 1 : 0), [&](std::size_t part) {
        std::size_t const first = part * length;
        std::size_t const last = count - first < length ? count : first + length;
        if constexpr (std::is_invocable_v<Job const&, std::size_t, std::size_t>) {
            if (watch.stopped()) return;
            job(first, last);
            watch.add(last - first);
        } else {
            std::size_t at = first;
            for (; at < last && !watch.stopped(); ++at) job(at);
            if (at != first) watch.add(at - first);
        }
    });
}

}  // namespace detail

/// Does `count` jobs: `job(n)` for each n from 0, or `job(first, last)` for neighbours, which may then share what they need
/// to work in.
///
/// Each job writes to its own place, found by n; so what is written is the same however many threads the runner has. The
/// job is called by several threads at once when the runner has several: it may only read what others read. The
/// listener is told after each part of up to 64 jobs, by one thread at a time, not always the caller's; a stop is seen
/// between two jobs.
/// Errors: what a job or the listener throws reaches the caller through the runner.
/// Complexity: that of the jobs, and some 50 ns for each part.
template <class Job, batch_runner Run = in_this_thread>
batch_result for_each_in_batch(std::size_t count, Job const& job, Run const& run = {}, progress const& how = {}) {
    detail::batch_watch watch(how, count);
    detail::run_batch(count, job, run, watch);
    return watch.end();
}

}  // namespace v0
}  // namespace lienvien
