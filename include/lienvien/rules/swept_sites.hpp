#pragma once

#include <lienvien/rules/swept.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace swept {

/// Every technique that a need names.
class performs_all : public from_site_to_site {
public:
    static constexpr unsigned cost = 2;
    static constexpr unsigned share = 2;

    explicit performs_all(request const& asked) noexcept
        : sets_(&asked.today().performing()),
          numbers_(asked.techniques().data()),
          count_(asked.techniques().size()),
          named_(asked.numbered().techniques_named()) {
        for (auto& each : first_) each = asked.today().sets().all();
        for (std::size_t at = 0; at < few && at < count_; ++at) first_[at] = sets_->surely(number_of(numbers_[at]));
    }
    [[nodiscard]] bool decided() const noexcept { return named_ && sets_->decided(); }
    template <class Word>
    [[nodiscard, gnu::always_inline]] Word word(std::size_t w, std::uint64_t) const noexcept {
        if constexpr (std::is_same_v<Word, open_word>) {
            constexpr std::uint64_t all = ~std::uint64_t{0};
            // Not known where the need names no technique, or one that the network does not know.
            open_word found{named_ ? all : 0, all};
            for (std::size_t at = 0; at < count_; ++at) found = found & sets_->word(number_of(numbers_[at]), w);
            return found;
        } else {
            std::uint64_t found =
                first_[0][w] & first_[1][w] & first_[2][w] & first_[3][w];  // a loop would stay one at -O2
            if (count_ > few) [[unlikely]] {
                for (std::size_t at = few; at < count_; ++at) found &= surely(at)[w];
            }
            return found;
        }
    }
    [[nodiscard, gnu::always_inline]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        if (count_ > few || !sets_->decided()) return some_of_many(shape, s);
        return shape.some(first_[0], s) & shape.some(first_[1], s) & shape.some(first_[2], s) &
               shape.some(first_[3], s);
    }
    [[nodiscard]] std::uint64_t gaps(set_shape shape, std::size_t s) const noexcept {
        std::uint64_t found = named_ ? 0 : ~std::uint64_t{0};
        for (std::size_t at = 0; at < count_; ++at) found |= shape.gaps(surely(at), s);
        return found;
    }

private:
    static constexpr std::size_t few = 4;
    [[nodiscard, gnu::noinline]] std::uint64_t some_of_many(set_shape shape, std::size_t s) const noexcept {
        std::uint64_t found = ~std::uint64_t{0};
        bool const known = sets_->decided();
        for (std::size_t at = 0; at < count_; ++at) {
            std::uint64_t const sure = shape.some(surely(at), s);
            found &= known ? sure : sure | sets_->some_doubt(number_of(numbers_[at]), s);
        }
        return found;
    }
    [[nodiscard]] std::uint64_t const* surely(std::size_t at) const noexcept {
        return at < few ? first_[at] : sets_->surely(number_of(numbers_[at]));
    }

    truth_sets const* sets_;
    technique_number const* numbers_;
    std::size_t count_;
    bool named_;                       // all that are needed
    std::uint64_t const* first_[few];  // filled up with the set of all
};

/// Few sites, such as those to which agreements lead. Many of them are kept as whole sets.
class few : public from_site_to_site {
public:
    static constexpr unsigned cost = 3;
    static constexpr unsigned share = 1;

    explicit few(set_shape shape) noexcept : words_(shape.words) {}
    /// One site, surely.
    few(set_shape shape, slot only) noexcept
        : words_(shape.words), count_(1), filter_(std::uint64_t{1} << (number_of(only) / 64 % 64)) {
        at_[0] = number_of(only) / 64;
        surely_[0] = maybe_[0] = std::uint64_t{1} << (number_of(only) % 64);
    }
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
        for (std::size_t w = 0; w < words_; ++w) all_[w] = {0, ~std::uint64_t{0}};
    }
    [[nodiscard]] bool decided() const noexcept { return decided_; }
    template <class Word>
    [[nodiscard, gnu::always_inline]] Word word(std::size_t w, std::uint64_t) const noexcept {
        if ((filter_ >> (w % 64) & 1) == 0) return {};
        open_word const found = look_up(w);
        return made<Word>(found.surely, found.maybe);
    }
    [[nodiscard, gnu::always_inline]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        return filter_ == 0 || shape.summaries == 1 ? filter_ : look_up_summary(s);
    }
    [[nodiscard]] static constexpr std::uint64_t gaps(set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }

private:
    static constexpr std::uint32_t most = 12;
    [[gnu::always_inline]] static void keep(std::uint64_t& surely, std::uint64_t& maybe, std::uint64_t bit,
                                            truth value) noexcept {
        if (is_yes(value)) surely |= bit;
        maybe |= bit;
    }
    [[nodiscard, gnu::noinline]] std::uint64_t look_up_summary(std::size_t s) const noexcept {
        if (!all_.empty()) return ~std::uint64_t{0};
        std::uint64_t found = 0;
        for (std::uint32_t at = 0; at < count_; ++at) {
            if (at_[at] / 64 == s) found |= std::uint64_t{1} << (at_[at] % 64);
        }
        return found;
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
        all_.assign(words_, {});
        filter_ = ~std::uint64_t{0};
    }

    std::uint32_t words_;
    std::uint32_t count_ = 0;
    bool decided_ = true;
    std::uint64_t filter_ = 0;  // a bit for each word that has a site, those 64 words apart sharing one
    std::uint32_t at_[most];
    std::uint64_t surely_[most];  // of the words at_
    std::uint64_t maybe_[most];
    std::vector<open_word> all_;
};

/// Few sites that are dear to find, which is not done before a rule turns out to ask for them.
struct few_if_asked : few {
    using few::few;
    [[nodiscard]] static few_if_asked nothing(request const& asked) noexcept {
        return few_if_asked(asked.today().shape());
    }
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
