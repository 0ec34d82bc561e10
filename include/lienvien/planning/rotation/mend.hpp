#pragma once

#include <lienvien/planning/rotation/prices.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Makes a rota that keeps everything out of one that does not: each expert in turn takes the way that is best while the
/// others stay where they are, and where a post stays empty somebody is put there and the others give way.
/// Field term: iterated best response with ejections.
class rota_mender {
public:
    explicit rota_mender(rota_problem const& all) : all_(&all), unit_(all.dearest_way()), open_(open_cells_of(all)) {
        // A person missing weighs more than any way, and somebody beyond a limit more than all who could be missing.
        std::int64_t const most = (std::int64_t(1) << 60) / static_cast<std::int64_t>(all.periods + 1) /
                                  static_cast<std::int64_t>(4 * all.periods + 8);
        unit_ = unit_ < most ? unit_ : most;
    }

    /// Betters the ways until nobody alone can better them. \returns whether everything is kept.
    bool settle(rota_tally& ways, way_finder& finder, rota_work& work, int passes, std::size_t held = std::size_t(-1)) {
        for (int pass = 0; pass < passes; ++pass) {
            bool moved = false;
            for (std::size_t each = 0; each < all_->people.size() && !work.over(); ++each) {
                std::size_t const who = pass % 2 == 0 ? each : all_->people.size() - 1 - each;
                if (who != held) moved = better_way(ways, finder, work, who, std::nullopt) || moved;
            }
            if (!moved) break;
        }
        return ways.missing() == 0 && ways.too_many() == 0;
    }

    /// Puts somebody where a post is empty and settles the rest, as long as it does not get worse, up to `tries` times.
    bool mend(rota_tally& ways, way_finder& finder, rota_work& work, int tries) {
        std::vector<cell> empty;
        for (int attempt = 0; attempt < tries && !work.over(); ++attempt) {
            auto const before = ways.missing() + ways.too_many();
            if (before == 0) return true;
            empty.clear();
            for (std::size_t who = 0; who < all_->people.size(); ++who) list_places(ways, who, empty);
            if (empty.empty()) return false;
            auto const& chosen = empty[next() % empty.size()];
            rota_tally tried = ways;
            better_way(tried, finder, work, chosen.who, chosen.at);
            settle(tried, finder, work, 2, chosen.who);
            if (tried.missing() + tried.too_many() <= before) ways = std::move(tried);
        }
        return ways.missing() == 0 && ways.too_many() == 0;
    }

    /// Takes two experts home and lets one choose before the other, as long as that is cheaper and keeps as much, in up to
    /// `tries` pairs of experts who share a post.
    void even_out(rota_tally& ways, way_finder& finder, rota_work& work, std::uint64_t tries) {
        std::size_t const count = all_->people.size();
        std::uint64_t const patience = 4 * count * count;  // attempts in a row that better nothing
        std::uint64_t idle = 0;
        for (std::uint64_t attempt = 0; attempt < tries && idle < patience && !work.over(); ++attempt, ++idle) {
            std::size_t const one = static_cast<std::size_t>(attempt) % count;
            std::size_t const other = next() % count;
            if (one == other || !share_a_post(one, other)) continue;
            auto const way_of_one = ways.way(one);
            auto const way_of_other = ways.way(other);
            auto const missing = ways.missing() + ways.too_many();
            auto const cost = ways.cost_of(one, way_of_one) + ways.cost_of(other, way_of_other);
            ways.clear(one);
            ways.clear(other);
            better_way(ways, finder, work, other, no_cell);
            better_way(ways, finder, work, one, no_cell);
            auto const changed = ways.missing() + ways.too_many() - missing;
            auto const now = ways.cost_of(one, ways.way(one)) + ways.cost_of(other, ways.way(other));
            if (changed < 0 || (changed == 0 && now < cost)) {
                idle = 0;
                continue;
            }
            ways.set(one, way_of_one);
            ways.set(other, way_of_other);
        }
    }

private:
    static constexpr std::size_t no_cell = std::size_t(-1);  ///< chooses freely, whatever the way was before
    [[nodiscard]] bool share_a_post(std::size_t one, std::size_t other) const noexcept {
        for (auto const post : all_->people[one].posts) {
            for (auto const same : all_->people[other].posts) {
                if (post == same) return true;
            }
        }
        return false;
    }
    struct cell {
        std::size_t who;
        std::size_t at;
    };
    /// The cells of an expert at posts that lack somebody.
    void list_places(rota_tally const& ways, std::size_t who, std::vector<cell>& empty) const {
        auto const& person = all_->people[who];
        for (std::size_t at = 0; at < person.posts.size(); ++at) {
            for (std::size_t when = 0; when < all_->periods; ++when) {
                std::size_t const row = person.posts[at] * all_->periods + when;
                std::size_t const here = when * person.places() + at + 1;
                if (ways.there()[row] < all_->needs[row] && open_[who][here] != 0) empty.push_back({who, here});
            }
        }
    }
    /// The best way of one expert while the others stay; by way of one cell where one is asked for.
    bool better_way(rota_tally& ways, way_finder& finder, rota_work& work, std::size_t who,
                    std::optional<std::size_t> through) {
        auto const& person = all_->people[who];
        std::size_t const length = all_->periods;
        std::size_t const places = person.places();
        auto const old = ways.way(who);
        ways.clear(who);
        costs_.assign(length * places, 0);
        std::int64_t const beyond = unit_ * static_cast<std::int64_t>(length + 1);
        for (std::size_t when = 0; when < length; ++when) {
            auto* const here = &costs_[when * places];
            std::int64_t leave = 0;
            for (auto const limit : person.limits) {
                std::size_t const row = limit * length + when;
                if (ways.away()[row] >= all_->at_most[row]) leave = beyond;
            }
            for (std::size_t at = 0; at < person.posts.size(); ++at) {
                std::size_t const row = person.posts[at] * length + when;
                here[at + 1] = leave - (ways.there()[row] < all_->needs[row] ? unit_ : 0);
            }
            for (std::size_t place = 0; all_->change > 0 && place < places; ++place) {
                if (place != person.was[when]) here[place] += all_->change;
            }
        }
        if (through && *through != no_cell) costs_[*through] -= beyond;
        work.step();
        auto const cost = finder.find(*all_, who, open_[who], costs_, all_->stay, all_->square, way_);
        bool const moves = cost != no_way && (through || cost < price_of_way(who, old));
        ways.set(who, moves ? way_ : old);
        return moves;
    }
    /// What a way costs under the present prices of the cells; dearer than any where it is not allowed.
    [[nodiscard]] std::int64_t price_of_way(std::size_t who, std::vector<rota_stay> const& way) const noexcept {
        auto const& person = all_->people[who];
        std::size_t const places = person.places();
        std::int64_t load = person.before;
        std::int64_t sum = 0;
        std::size_t when = 0;
        auto const at_home = [&](std::size_t until) {
            for (; when < until; ++when) {
                if (open_[who][when * places] == 0) return false;
                sum += costs_[when * places];
            }
            return true;
        };
        for (auto const& stay : way) {
            if (!at_home(stay.first)) return no_way;
            std::size_t place = 1;
            while (person.posts[place - 1] != stay.post) ++place;
            for (; when < stay.until; ++when) {
                if (open_[who][when * places + place] == 0) return no_way;
                sum += costs_[when * places + place];
            }
            sum += all_->stay;
            load += static_cast<std::int64_t>(stay.until - stay.first);
        }
        if (!at_home(all_->periods)) return no_way;
        return sum + all_->square * load * load;
    }
    /// Numbers that look like chance and are the same everywhere. Source: G. Steele and others, splitmix64, 2014.
    [[nodiscard]] std::size_t next() noexcept {
        state_ += 0x9E3779B97F4A7C15u;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
        return static_cast<std::size_t>((mixed ^ (mixed >> 31)) >> 1);
    }

    rota_problem const* all_;
    std::int64_t unit_;
    open_cells open_;
    std::uint64_t state_ = 1;
    std::vector<std::int64_t> costs_{};
    std::vector<rota_stay> way_{};
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
