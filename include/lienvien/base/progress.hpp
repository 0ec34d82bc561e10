#pragma once

#include <atomic>
#include <cstdint>
#include <type_traits>

namespace lienvien {
inline namespace v0 {

/// Asks a long computation to end early. Any thread may raise it; raised, it stays so.
class stop_flag {
public:
    void raise() noexcept { raised_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool raised() const noexcept { return raised_.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> raised_{false};
};

/// Something that is told `(done, total)`, each a `std::uint64_t`.
template <class Listener>
concept progress_listener = std::is_invocable_v<Listener&, std::uint64_t, std::uint64_t>;

/// What a long computation takes from its caller: whom to tell how far it is, and what may stop it. Both may be absent.
///
/// The last parameter of every function that can run for over a second, with `progress{}` as its default. Holds no more
/// than addresses: the listener and the flag must outlive the call. The listener is called in the thread of the computation,
/// `done` never falls and ends at `total` unless the run is stopped; one that throws ends the run with its exception. A
/// stopped run returns what it has and says in its result that it was stopped; it never returns a part as the whole.
/// Example: `stop_flag stop; auto tell = [](std::uint64_t done, std::uint64_t total) { ... };`
///          `critical_days(network, first, last, book, progress(tell, stop));`
class progress {
public:
    /// Tells nobody and goes on to the end.
    constexpr progress() noexcept = default;
    /// May be stopped.
    explicit progress(stop_flag const& stop) noexcept : stop_(&stop) {}
    /// Tells `listener(done, total)`.
    template <progress_listener Listener>
    explicit progress(Listener& listener) noexcept : context_(&listener), tell_(&call<Listener>) {}
    /// Tells `listener(done, total)`, and may be stopped.
    template <progress_listener Listener>
    progress(Listener& listener, stop_flag const& stop) noexcept
        : context_(&listener), tell_(&call<Listener>), stop_(&stop) {}

    /// Says that `done` of `total` steps are done. \returns whether to go on. Cost: one call, one relaxed load.
    [[nodiscard]] bool tell(std::uint64_t done, std::uint64_t total) const {
        if (tell_) tell_(context_, done, total);
        return !stopped();
    }
    [[nodiscard]] bool stopped() const noexcept { return stop_ && stop_->raised(); }
    /// Is there anybody to tell?
    [[nodiscard]] bool has_listener() const noexcept { return tell_ != nullptr; }

private:
    template <class Listener>
    static void call(void const* listener, std::uint64_t done, std::uint64_t total) {
        (*static_cast<Listener*>(const_cast<void*>(listener)))(done, total);
    }

    void const* context_ = nullptr;
    void (*tell_)(void const*, std::uint64_t, std::uint64_t) = nullptr;
    stop_flag const* stop_ = nullptr;
};

}  // namespace v0
}  // namespace lienvien
