#pragma once

#include <lienvien/base/batch.hpp>
#include <lienvien/base/expects.hpp>

#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// The runner that does a batch in several threads: `rank_all(..., in_threads(4))`.
///
/// The calling thread is one of them; the others are started for the batch and have ended when it returns. A window: only
/// who includes this header gets threads. The program links what its system wants for threads (CMake: Threads::Threads).
/// Errors: of the exceptions that parts throw, the first is thrown again in the calling thread, when all threads have
/// ended; no further part is begun meanwhile. Where the system gives fewer threads, those that there are do the work.
class in_threads {
public:
    /// Precondition: at least one.
    explicit in_threads(unsigned number) : number_(number) {
        LIENVIEN_EXPECTS(number >= 1, "LIENVIEN-E090: a batch runs in one thread at least");
    }
    [[nodiscard]] unsigned number() const noexcept { return number_; }

    template <class Part>
    void operator()(std::size_t parts, Part const& do_part) const {
        state shared;
        auto const work = [&shared, &do_part, parts]() noexcept {
            while (!shared.failed.load(std::memory_order_relaxed)) {
                std::size_t const k = shared.next.fetch_add(1, std::memory_order_relaxed);
                if (k >= parts) return;
                try {
                    do_part(k);
                } catch (...) {
                    if (!shared.failed.exchange(true)) shared.first_failure = std::current_exception();
                }
            }
        };
        {
            all_end_here others;
            try {
                others.threads.reserve(number_);
                for (std::size_t t = 1; t < number_ && t < parts; ++t) others.threads.emplace_back(work);
            } catch (...) {
                static_cast<void>(0);  // no further thread to be had
            }
            work();
        }
        if (shared.first_failure) std::rethrow_exception(shared.first_failure);
    }

private:
    struct alignas(detail::lines_apart) state {
        std::atomic<std::size_t> next{0};
        std::atomic<bool> failed{false};
        std::exception_ptr first_failure;  // written by the one thread that set `failed`, read after all have ended
    };
    struct all_end_here {
        std::vector<std::thread> threads;

        all_end_here() = default;
        all_end_here(all_end_here const&) = delete;
        all_end_here& operator=(all_end_here const&) = delete;
        ~all_end_here() {
            for (auto& each : threads) each.join();
        }
    };

    unsigned number_;
};

}  // namespace v0
}  // namespace lienvien
