#pragma once

#include <lienvien/network/site_sets.hpp>
#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/request.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace lienvien {
inline namespace v0 {

/// How a named fact is read for 64 sites at once, once it is bound to a request.
///
/// A word of truths is either `std::uint64_t`, where every fact that is asked is known, or `open_word`. `word(w, care)` is
/// right for the sites in `care` and may be anything for the others. The summaries speak of 64 words: `some` has a bit where
/// the fact may hold somewhere in the word, `gaps` where it may fail somewhere; a bit too many costs time, one too few
/// is an error.
namespace swept {

[[nodiscard]] constexpr std::uint64_t surely(std::uint64_t word) noexcept { return word; }
[[nodiscard]] constexpr std::uint64_t surely(open_word word) noexcept { return word.surely; }
[[nodiscard]] constexpr std::uint64_t maybe(std::uint64_t word) noexcept { return word; }
[[nodiscard]] constexpr std::uint64_t maybe(open_word word) noexcept { return word.maybe; }

/// A word of what is known to be `yes` and may be `possible`.
template <class Word>
[[nodiscard]] constexpr Word made(std::uint64_t yes, std::uint64_t possible) noexcept {
    if constexpr (std::is_same_v<Word, open_word>) {
        return {yes, possible};
    } else {
        return yes;
    }
}

/// The same truth for every site: what depends on the need or the origin alone.
struct everywhere {
    static constexpr unsigned cost = 0;
    static constexpr unsigned share = 50;
    open_word value;

    everywhere() = default;
    explicit everywhere(truth same) noexcept
        : value{std::uint64_t{0} - std::uint64_t{is_yes(same)}, std::uint64_t{0} - std::uint64_t{!is_no(same)}} {}
    [[nodiscard]] bool decided() const noexcept { return value.surely == value.maybe; }
    [[nodiscard]] open_word folded() const noexcept { return value; }
    template <class Word>
    [[nodiscard]] Word word(std::size_t, std::uint64_t) const noexcept {
        return made<Word>(value.surely, value.maybe);
    }
    [[nodiscard]] std::uint64_t some(set_shape, std::size_t) const noexcept { return value.maybe; }
    [[nodiscard]] std::uint64_t gaps(set_shape, std::size_t) const noexcept { return ~value.surely; }
};

/// What differs from site to site is not folded. Two estimates, for speed only: what a word costs to read, in words, and for
/// which share of the sites it holds, in percent.
struct from_site_to_site {
    static constexpr unsigned cost = 8;
    static constexpr unsigned share = 50;
    [[nodiscard]] static constexpr open_word folded() noexcept { return {0, ~std::uint64_t{0}}; }
};

/// A statement that the snapshot keeps as sets of sites.
struct in_set : from_site_to_site {
    static constexpr unsigned cost = 1;
    std::uint64_t const* yes;
    truth_sets const* sets;  ///< none: the doubt is what `perhaps` says
    std::size_t statement;
    std::uint64_t const* perhaps;
    bool known;

    in_set(truth_sets const& all, std::size_t which) noexcept
        : yes(all.surely(which)), sets(&all), statement(which), perhaps(nullptr), known(all.decided()) {}
    /// Yes for some sites, and not known for others.
    in_set(std::uint64_t const* surely, std::uint64_t const* doubtful, bool no_doubt) noexcept
        : yes(surely), sets(nullptr), statement(0), perhaps(doubtful), known(no_doubt) {}

    [[nodiscard]] bool decided() const noexcept { return known; }
    template <class Word>
    [[nodiscard, gnu::always_inline]] Word word(std::size_t w, std::uint64_t) const noexcept {
        if constexpr (std::is_same_v<Word, open_word>) {
            return sets ? sets->word(statement, w) : open_word{yes[w], yes[w] | perhaps[w]};
        } else {
            return yes[w];
        }
    }
    [[nodiscard]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        std::uint64_t const sure = shape.some(yes, s);
        if (known) return sure;
        return sure | (sets ? sets->some_doubt(statement, s) : shape.some(perhaps, s));
    }
    [[nodiscard]] std::uint64_t gaps(set_shape shape, std::size_t s) const noexcept { return shape.gaps(yes, s); }
};
/// A statement that holds for most sites, here and there: its summaries would say little and are not read.
struct in_most_places : in_set {
    static constexpr unsigned share = 80;
    using in_set::in_set;
    [[nodiscard]] static constexpr std::uint64_t some(set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }
    [[nodiscard]] static constexpr std::uint64_t gaps(set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }
};
/// A statement that holds for the sites of one area.
struct in_one_area : in_set {
    static constexpr unsigned share = 5;
    using in_set::in_set;
};
/// A statement whose set must be looked up by name, which is not done before a rule turns out to ask it.
struct in_named_set : in_set {
    using in_set::in_set;
    [[nodiscard]] static in_named_set nothing(request const& asked) noexcept {
        auto const* const none = asked.today().sets().none();
        return {none, none, true};
    }
};

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
    [[nodiscard]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        std::uint64_t found = ~std::uint64_t{0};
        bool const known = sets_->decided();
        for (std::size_t at = 0; at < count_; ++at) {
            std::uint64_t const sure = shape.some(surely(at), s);
            found &= known ? sure : sure | sets_->some_doubt(number_of(numbers_[at]), s);
        }
        return found;
    }
    [[nodiscard]] std::uint64_t gaps(set_shape shape, std::size_t s) const noexcept {
        std::uint64_t found = named_ ? 0 : ~std::uint64_t{0};
        for (std::size_t at = 0; at < count_; ++at) found |= shape.gaps(surely(at), s);
        return found;
    }

private:
    static constexpr std::size_t few = 4;
    [[nodiscard]] std::uint64_t const* surely(std::size_t at) const noexcept {
        return at < few ? first_[at] : sets_->surely(number_of(numbers_[at]));
    }

    truth_sets const* sets_;
    technique_number const* numbers_;
    std::size_t count_;
    bool named_;                       // all that are needed
    std::uint64_t const* first_[few];  // filled up with the set of all
};

/// An amount between bounds: the sites in `low` and not in `high`, or the contrary of that; known for the sites in `known`.
struct in_range : from_site_to_site {
    static constexpr unsigned cost = 2;
    static constexpr unsigned share = 35;
    std::uint64_t const* low;
    std::uint64_t const* high;
    std::uint64_t const* known;
    std::uint64_t contrary = 0;  ///< 0, or all bits
    bool all_known = true;

    [[nodiscard]] bool decided() const noexcept { return all_known; }
    template <class Word>
    [[nodiscard, gnu::always_inline]] Word word(std::size_t w, std::uint64_t) const noexcept {
        std::uint64_t const found = (low[w] & ~high[w]) ^ contrary;
        if constexpr (std::is_same_v<Word, open_word>) {
            return {found & known[w], found | ~known[w]};
        } else {
            return found;
        }
    }
    [[nodiscard]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        return (contrary ? outside(shape, s) : inside(shape, s)) | (all_known ? 0 : shape.gaps(known, s));
    }
    [[nodiscard]] std::uint64_t gaps(set_shape shape, std::size_t s) const noexcept {
        return (contrary ? inside(shape, s) : outside(shape, s)) | (all_known ? 0 : shape.gaps(known, s));
    }

private:
    [[nodiscard]] std::uint64_t inside(set_shape shape, std::size_t s) const noexcept {
        return shape.some(low, s) & shape.gaps(high, s);
    }
    [[nodiscard]] std::uint64_t outside(set_shape shape, std::size_t s) const noexcept {
        return shape.gaps(low, s) | shape.some(high, s);
    }
};

/// The range of sites whose ranked amount stands in a relation to a value.
template <std::size_t Most>
[[nodiscard, gnu::always_inline]] inline in_range compared(ranked_sites<Most> const& ranks, relation_sign sign,
                                                           std::int64_t value) noexcept {
    constexpr std::int64_t over = static_cast<std::int64_t>(Most) + 1;
    in_range found;
    found.low = ranks.at_least(0);
    found.high = ranks.at_least(over);
    found.known = ranks.known();
    found.all_known = ranks.all_known();
    // Beyond the ends nothing is equal; `at_least` takes any value there.
    std::int64_t const next = value < over ? value + 1 : over;
    switch (sign) {
        case relation_sign::equal:
        case relation_sign::unequal:
            found.low = ranks.at_least(value);
            found.high = ranks.at_least(value < 0 ? 0 : next);
            found.contrary = sign == relation_sign::unequal ? ~std::uint64_t{0} : 0;
            break;
        case relation_sign::less:
            found.high = ranks.at_least(value);
            break;
        case relation_sign::at_most:
            found.high = ranks.at_least(next);
            break;
        case relation_sign::greater:
            found.low = ranks.at_least(next);
            break;
        default:
            found.low = ranks.at_least(value);
            break;
    }
    return found;
}

}  // namespace swept

/// A fact that says how it is swept: `sweep(request)` for a statement, `sweep(request, sign, value)` for an amount. The
/// others are read site by site; one that is never unknown says so (`always_known`), which spares a word of doubt.
template <class Fact>
concept swept_statement = requires(request const& asked) {
    Fact::sweep(asked);
};
template <class Fact>
concept always_known = requires {
    requires Fact::always_known;
};
template <class Fact>
concept swept_amount = requires(request const& asked, relation_sign sign, std::int64_t value) {
    { Fact::sweep(asked, sign, value) } -> std::same_as<swept::in_range>;
};
}  // namespace v0
}  // namespace lienvien
