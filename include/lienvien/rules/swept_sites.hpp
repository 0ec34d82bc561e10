#pragma once

#include <lienvien/rules/swept.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace swept {

/// Few sites, such as those to which agreements lead. Many of them are kept as whole sets.
class few : public from_site_to_site {
public:
    static constexpr unsigned cost = 3;
    static constexpr unsigned share = 1;

    explicit few(set_shape shape) noexcept : shape_(shape) {}
    /// None, which stands for what need not be asked.
    [[nodiscard]] static few nothing(request const& asked) noexcept { return few(asked.today().shape()); }

    [[gnu::always_inline]] void add(slot which, truth value) {
        if (is_no(value)) return;
        decided_ = decided_ && is_yes(value);
        std::uint32_t const w = number_of(which) / 64;
        std::uint64_t const bit = std::uint64_t{1} << (number_of(which) % 64);
        if (!all_.empty()) return keep(all_[w].surely, all_[w].maybe, bit, value);
        std::uint32_t at = 0;
        while (at < count_ && at_[at] != w) ++at;
        if (at == most) return add_to_many(w, bit, value);
        if (at == count_) {
            at_[count_++] = w;
            surely_[at] = maybe_[at] = 0;
            filter_ |= std::uint64_t{1} << (w % 64);
        }
        keep(surely_[at], maybe_[at], bit, value);
    }
    /// Nothing is known of any site.
    void leave_open() {
        decided_ = false;
        keep_all();
        for (std::size_t w = 0; w < shape_.words; ++w) all_[w] = {0, ~std::uint64_t{0}};
    }
    [[nodiscard]] bool decided() const noexcept { return decided_; }
    template <class Word>
    [[nodiscard, gnu::always_inline]] Word word(std::size_t w, std::uint64_t) const noexcept {
        if ((filter_ >> (w % 64) & 1) == 0) return {};
        open_word const found = look_up(w);
        return made<Word>(found.surely, found.maybe);
    }
    [[nodiscard]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        if (!all_.empty()) return ~std::uint64_t{0};
        if (shape.summaries == 1) return filter_;
        std::uint64_t found = 0;
        for (std::uint32_t at = 0; at < count_; ++at) {
            if (at_[at] / 64 == s) found |= std::uint64_t{1} << (at_[at] % 64);
        }
        return found;
    }
    [[nodiscard]] static constexpr std::uint64_t gaps(set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }

private:
    static constexpr std::uint32_t most = 12;
    [[gnu::always_inline]] static void keep(std::uint64_t& surely, std::uint64_t& maybe, std::uint64_t bit,
                                            truth value) noexcept {
        if (is_yes(value)) surely |= bit;
        maybe |= bit;
    }
    [[nodiscard, gnu::noinline]] open_word look_up(std::size_t w) const noexcept {
        if (!all_.empty()) return all_[w];
        for (std::uint32_t at = 0; at < count_; ++at) {
            if (at_[at] == w) return {surely_[at], maybe_[at]};
        }
        return {};
    }
    [[gnu::noinline]] void add_to_many(std::uint32_t w, std::uint64_t bit, truth value) {
        keep_all();
        for (std::uint32_t each = 0; each < most; ++each) all_[at_[each]] = {surely_[each], maybe_[each]};
        keep(all_[w].surely, all_[w].maybe, bit, value);
    }

    void keep_all() {
        all_.assign(shape_.words, {});
        filter_ = ~std::uint64_t{0};
    }

    set_shape shape_;
    std::uint32_t count_ = 0;
    bool decided_ = true;
    std::uint64_t filter_ = 0;  // a bit for each word that has a site, those 64 words apart sharing one
    std::uint32_t at_[most];
    std::uint64_t surely_[most];  // of the words at_
    std::uint64_t maybe_[most];
    std::vector<open_word> all_;
};

/// Reads a condition site by site, for the sites that matter: what every fact can do. `Known`: it is never unknown.
template <class Read, bool Known>
struct by_reading : from_site_to_site {
    static constexpr unsigned cost = 64;
    request const* asked;
    Read read;

    by_reading(request const& of, Read reader) noexcept : asked(&of), read(reader) {}
    [[nodiscard]] static constexpr bool decided() noexcept { return Known; }
    template <class Word>
    [[nodiscard]] Word word(std::size_t w, std::uint64_t care) const {
        open_word found;
        care &= asked->today().shape().full(w);
        for (; care != 0; care &= care - 1) {
            auto const bit = static_cast<std::uint32_t>(std::countr_zero(care));
            slot const at{static_cast<std::uint32_t>(w * 64) + bit};
            truth const value = read(transfer_case{asked, asked->today().site_at(at)});
            if (is_yes(value)) found.surely |= std::uint64_t{1} << bit;
            if (!is_no(value)) found.maybe |= std::uint64_t{1} << bit;
        }
        return made<Word>(found.surely, found.maybe);
    }
    [[nodiscard]] static constexpr std::uint64_t some(set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }
    [[nodiscard]] static constexpr std::uint64_t gaps(set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }
};

}  // namespace swept
}  // namespace v0
}  // namespace lienvien
