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
    truth_sets const* sets;
    std::size_t statement;

    in_set(truth_sets const& all, std::size_t which) noexcept : yes(all.surely(which)), sets(&all), statement(which) {}

    [[nodiscard]] bool decided() const noexcept { return sets->decided(); }
    template <class Word>
    [[nodiscard, gnu::always_inline]] Word word(std::size_t w, std::uint64_t) const noexcept {
        if constexpr (std::is_same_v<Word, open_word>) {
            return sets->word(statement, w);
        } else {
            return yes[w];
        }
    }
    [[nodiscard, gnu::always_inline]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        return decided() ? shape.some(yes, s) : shape.some(yes, s) | sets->some_doubt(statement, s);
    }
    [[nodiscard]] std::uint64_t gaps(set_shape shape, std::size_t s) const noexcept { return shape.gaps(yes, s); }
};
/// A statement that holds for most sites, here and there: its summaries would say little and are not read.
struct in_most_places : in_set {
    static constexpr unsigned share = 80;
    using in_set::in_set;
    [[nodiscard]] static std::uint64_t some(set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }
    [[nodiscard]] static std::uint64_t gaps(set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }
};
/// A statement that surely holds for the sites of one set, and of which it is not known for those of another.
struct in_either_set : from_site_to_site {
    static constexpr unsigned cost = 1;
    std::uint64_t const* yes;
    std::uint64_t const* perhaps;
    bool known;  ///< of all sites

    in_either_set(std::uint64_t const* surely, std::uint64_t const* doubtful, bool no_doubt) noexcept
        : yes(surely), perhaps(doubtful), known(no_doubt) {}

    [[nodiscard]] bool decided() const noexcept { return known; }
    template <class Word>
    [[nodiscard, gnu::always_inline]] Word word(std::size_t w, std::uint64_t) const noexcept {
        if constexpr (std::is_same_v<Word, open_word>) {
            return {yes[w], yes[w] | perhaps[w]};
        } else {
            return yes[w];
        }
    }
    [[nodiscard, gnu::always_inline]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        return known ? shape.some(yes, s) : shape.some(yes, s) | shape.some(perhaps, s);
    }
    [[nodiscard]] std::uint64_t gaps(set_shape shape, std::size_t s) const noexcept { return shape.gaps(yes, s); }
};
/// The same of the sites of one area.
struct in_one_area : in_either_set {
    static constexpr unsigned share = 5;
    using in_either_set::in_either_set;
};
/// A statement whose set must be looked up by name, which is not done before a rule turns out to ask it.
struct in_named_set : in_either_set {
    truth_sets const* sets = nullptr;  ///< where one of them is it: they say where it is not known
    std::size_t statement = 0;

    using in_either_set::in_either_set;
    in_named_set(truth_sets const& all, std::size_t which) noexcept
        : in_either_set(all.surely(which), nullptr, all.decided()), sets(&all), statement(which) {}
    [[nodiscard]] static in_named_set nothing(request const& asked) noexcept {
        auto const* const none = asked.today().sets().none();
        return {none, none, true};
    }

    template <class Word>
    [[nodiscard, gnu::always_inline]] Word word(std::size_t w, std::uint64_t care) const noexcept {
        if constexpr (std::is_same_v<Word, open_word>) {
            return sets ? sets->word(statement, w) : in_either_set::word<Word>(w, care);
        } else {
            return yes[w];
        }
    }
    [[nodiscard]] std::uint64_t some(set_shape shape, std::size_t s) const noexcept {
        return sets && !known ? shape.some(yes, s) | sets->some_doubt(statement, s) : in_either_set::some(shape, s);
    }
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
