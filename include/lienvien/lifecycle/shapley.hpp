#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/text.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A part of a whole number, exact: a fraction in lowest terms with a positive denominator.
struct exact_share {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    [[nodiscard]] static exact_share of(std::int64_t numerator, std::int64_t denominator) {
        std::int64_t const common = std::gcd(numerator, denominator);
        return {numerator / common, denominator / common};
    }
    /// "5", "7/2" or "-1/3".
    [[nodiscard]] std::string to_string() const {
        return std::to_string(numerator) + (denominator == 1 ? "" : "/" + std::to_string(denominator));
    }
    friend constexpr bool operator==(exact_share const&, exact_share const&) = default;
};

/// How many players are shared among exactly: 1,024 groups.
inline constexpr std::size_t most_players_shared_exactly = 10;

/// What each player is due of a common result: its contribution, averaged over every order in which players may arrive.
///
/// \param players  how many, at most `most_players_shared_exactly`
/// \param value    the result of a group, a whole number; bit i of the argument: player i is there
/// \returns        one share for each; together value(everyone) - value(nobody), and players who always contribute the same
///                 get the same
/// Precondition: results lie within +-10^12.
/// Complexity: every group is asked once.
/// Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II, 1953.
template <class Value>
[[nodiscard]] std::vector<exact_share> shapley_shares(std::size_t players, Value const& value) {
    LIENVIEN_EXPECTS(players <= most_players_shared_exactly, "so few players are shared among exactly");
    std::int64_t factorial[most_players_shared_exactly + 1] = {1};
    for (std::size_t n = 1; n <= players; ++n) factorial[n] = factorial[n - 1] * static_cast<std::int64_t>(n);
    std::size_t const groups = std::size_t{1} << players;
    std::vector<std::int64_t> results(groups);
    for (std::size_t group = 0; group < groups; ++group) {
        results[group] = value(std::uint64_t{group});
        LIENVIEN_EXPECTS(results[group] <= 1'000'000'000'000 && results[group] >= -1'000'000'000'000,
                         "results are small enough to be shared exactly");
    }
    std::vector<exact_share> shares;
    for (std::size_t player = 0; player < players; ++player) {
        std::size_t const bit = std::size_t{1} << player;
        std::int64_t sum = 0;
        for (std::size_t group = 0; group < groups; ++group) {
            if (group & bit) continue;
            std::size_t size = 0;
            for (std::size_t left = group; left != 0; left &= left - 1) ++size;
            // In so many orders exactly this group arrives before the player.
            sum += factorial[size] * factorial[players - 1 - size] * (results[group | bit] - results[group]);
        }
        shares.push_back(exact_share::of(sum, factorial[players]));
    }
    return shares;
}

/// How a result is shared among more players: so many random orders, from a seed that makes them the same everywhere.
struct random_orders {
    std::uint64_t seed;
    std::uint32_t orders;
};

/// Shares that were estimated, and how far off each may be.
struct estimated_shares {
    std::vector<exact_share> shares;  ///< means over the orders drawn; together still value(everyone) - value(nobody)
    std::int64_t error;               ///< each share lies this close to the exact one, with a probability of 95 percent
};

namespace detail {

/// Numbers that follow from a seed. Source: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number
/// generators, 2014 (splitmix64).
class drawn_numbers {
public:
    explicit drawn_numbers(std::uint64_t seed) noexcept : state_(seed) {}
    /// 0 to one less than `sides`, each equally likely.
    [[nodiscard]] std::size_t below(std::size_t sides) noexcept {
        std::uint64_t const all = (std::numeric_limits<std::uint64_t>::max)();
        std::uint64_t const fair = all - all % sides;
        for (;;) {
            if (auto const drawn = next(); drawn < fair) return static_cast<std::size_t>(drawn % sides);
        }
    }

private:
    [[nodiscard]] std::uint64_t next() noexcept {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15u;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 31);
    }
    std::uint64_t state_;
};

/// The width of Hoeffding's interval for a mean of so many numbers out of an interval of `spread`, at 95 percent:
/// spread * sqrt(ln 40 / 2 / orders), rounded up in whole numbers.
/// Source: W. Hoeffding, Probability inequalities for sums of bounded random variables, 1963, theorem 2.
[[nodiscard]] constexpr std::int64_t mean_error(std::int64_t spread, std::uint32_t orders) noexcept {
    std::uint64_t const square = std::uint64_t{orders} * 100'000 / 184'445;  // ln 40 / 2 = 1.844439...
    std::uint64_t root = 0;
    while ((root + 1) * (root + 1) <= square) ++root;
    if (root == 0) return spread;
    auto const by = static_cast<std::int64_t>(root);
    return spread / by + (spread % by != 0 ? 1 : 0);
}

}  // namespace detail

/// What each of many players is due, estimated from random orders of arrival.
///
/// \param players  at most 64
/// \param value    as for `shapley_shares`
/// \param spread   how far two contributions of one player can lie apart at most
/// Precondition: at least one order; results within +-10^12 and at most 10^6 orders.
/// Complexity: players + 1 results for each order.
template <class Value>
[[nodiscard]] estimated_shares estimated_shapley_shares(std::size_t players, Value const& value, random_orders how,
                                                        std::int64_t spread) {
    LIENVIEN_EXPECTS(players <= 64 && how.orders > 0 && how.orders <= 1'000'000, "some orders of at most 64 players");
    std::vector<std::int64_t> sums(players, 0);
    std::vector<std::size_t> order(players);
    for (std::size_t n = 0; n < players; ++n) order[n] = n;
    detail::drawn_numbers drawn(how.seed);
    std::int64_t const nobody = value(std::uint64_t{0});
    for (std::uint32_t each = 0; each < how.orders; ++each) {
        for (std::size_t left = players; left > 1; --left) std::swap(order[left - 1], order[drawn.below(left)]);
        std::uint64_t group = 0;
        std::int64_t before = nobody;
        for (auto const player : order) {
            group |= std::uint64_t{1} << player;
            std::int64_t const with = value(group);
            sums[player] += with - before;
            before = with;
        }
    }
    estimated_shares found{{}, detail::mean_error(spread, how.orders)};
    for (auto const sum : sums) found.shares.push_back(exact_share::of(sum, how.orders));
    return found;
}

}  // namespace v0
}  // namespace lienvien
