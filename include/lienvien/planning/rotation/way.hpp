#pragma once

#include <lienvien/planning/rotation/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

inline constexpr std::int64_t no_way = (std::numeric_limits<std::int64_t>::max)();

/// The cheapest way of one expert through the rota: which stays, given what each cell costs. Field term: longest path in the
/// graph of periods and places, with the load carried along, so that its square is exact.
class way_finder {
public:
    /// \param open which cells are allowed; \param costs of each cell; \param per_stay of each stay; \param squares times the
    /// square of the load, 0 to leave the load out.
    /// \returns the cost, `no_way` where the allowed cells leave none; `stays` is the way.
    /// Complexity: periods times longest stay times (places + periods).
    [[nodiscard]] std::int64_t find(rota_problem const& all, std::size_t who, std::span<char const> open,
                                    std::span<std::int64_t const> costs, std::int64_t per_stay, std::int64_t squares,
                                    std::vector<rota_stay>& stays) {
        auto const& person = all.people[who];
        std::size_t const length = all.periods;
        std::size_t const places = person.places();
        std::size_t const longest = person.longest < length ? person.longest : length;
        sum_at_home(open, costs, length, places);
        price_stays(person, open, costs, per_stay, length, longest);
        std::size_t const width = length + 1;
        bool const loads = squares != 0;
        cheapest_.assign(width * width, no_way);
        chosen_.assign(width * width, 0);
        for (std::size_t load = 0; load <= (loads ? length : 0); ++load) {
            auto const sum = person.before + static_cast<std::int64_t>(load);
            cheapest_[length * width + load] = squares * sum * sum;
        }
        for (std::size_t when = length; when-- > 0;) {
            std::size_t const heaviest = loads ? when : 0;
            auto* const here = &cheapest_[when * width];
            auto* const choice = &chosen_[when * width];
            if (open[when * places] != 0) {
                auto const* const next = &cheapest_[(when + 1) * width];
                for (std::size_t load = 0; load <= heaviest; ++load) {
                    if (next[load] != no_way) here[load] = next[load] + costs[when * places];
                }
            }
            for (std::size_t stay = 1; stay <= longest && when + stay <= length; ++stay) {
                auto const price = stays_[when * width + stay];
                if (price == no_way) continue;
                auto const* const next =
                    &cheapest_[free_after(person, when + stay, length) * width + (loads ? stay : 0)];
                for (std::size_t load = 0; load <= heaviest; ++load) {
                    if (next[load] == no_way || next[load] + price >= here[load]) continue;
                    here[load] = next[load] + price;
                    choice[load] = static_cast<std::uint16_t>(stay);
                }
            }
        }
        stays.clear();
        if (cheapest_[0] == no_way) return no_way;
        for (std::size_t when = 0, load = 0; when < length;) {
            std::size_t const stay = chosen_[when * width + load];
            if (stay == 0) {
                ++when;
                continue;
            }
            stays.push_back({who, person.posts[posts_[when * width + stay]], when, when + stay});
            if (loads) load += stay;
            when = free_after(person, when + stay, length);
        }
        return cheapest_[0];
    }

private:
    [[nodiscard]] static std::size_t free_after(rota_person const& person, std::size_t until,
                                                std::size_t length) noexcept {
        return until + person.rest < length ? until + person.rest : length;
    }
    void sum_at_home(std::span<char const> open, std::span<std::int64_t const> costs, std::size_t length,
                     std::size_t places) {
        closed_.assign(length + 1, 0);
        at_home_.assign(length + 1, 0);
        for (std::size_t when = 0; when < length; ++when) {
            bool const may = open[when * places] != 0;
            closed_[when + 1] = closed_[when] + (may ? 0 : 1);
            at_home_[when + 1] = at_home_[when] + (may ? costs[when * places] : 0);
        }
    }
    void price_stays(rota_person const& person, std::span<char const> open, std::span<std::int64_t const> costs,
                     std::int64_t per_stay, std::size_t length, std::size_t longest) {
        std::size_t const places = person.places();
        std::size_t const width = length + 1;
        stays_.assign(width * width, no_way);
        posts_.assign(width * width, 0);
        for (std::size_t first = 0; first < length; ++first) {
            for (std::size_t post = 0; post + 1 < places; ++post) {
                std::int64_t sum = per_stay;
                for (std::size_t stay = 1; stay <= longest && first + stay <= length; ++stay) {
                    std::size_t const until = first + stay;
                    std::size_t const cell = (until - 1) * places + post + 1;
                    if (open[cell] == 0) break;
                    sum += costs[cell];
                    if (stay < person.shortest && until != length && person.may_end[until] == 0) continue;
                    std::size_t const free = free_after(person, until, length);
                    if (closed_[free] != closed_[until]) continue;
                    auto const price = sum + at_home_[free] - at_home_[until];
                    auto& cheapest = stays_[first * width + stay];
                    if (price >= cheapest) continue;
                    cheapest = price;
                    posts_[first * width + stay] = post;
                }
            }
        }
    }

    std::vector<int> closed_;
    std::vector<std::int64_t> at_home_;
    std::vector<std::int64_t> stays_;
    std::vector<std::size_t> posts_;
    std::vector<std::int64_t> cheapest_;
    std::vector<std::uint16_t> chosen_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
