#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/planning/rotation/mend.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Looks for the best rota, with a bound: prices at every node, mended ways as plans, and where the two do not meet, two
/// cases for one expert, one post and one period. Deterministic; the work is counted in ways looked for.
/// Field term: branch and bound over a Lagrangian relaxation.
class rota_search {
public:
    rota_search(rota_problem const& all, rota_work& work) : all_(&all), work_(&work), mender_(all) {}

    /// Can everything be kept at all? Unknown where the work is over before. A rota that does is then in `best()`.
    [[nodiscard]] truth can_be_kept() {
        rota_prices prices(*all_, price_of::cover);
        auto const open = open_cells_of(*all_);
        rota_tally found(*all_);
        auto const first = prices.bound(open, finder_, found, *work_);
        if (first > 0) return truth::no;  // also where somebody has no way at all
        rota_tally tried(*all_);
        mender_.settle(tried, finder_, *work_, 12);
        if (offer(tried) || (mender_.mend(tried, finder_, *work_, 60) && offer(tried))) return truth::yes;
        bool const complete = branch(prices, open, 1, true);
        if (best_) return truth::yes;
        return complete ? truth::no : truth::unknown;
    }

    /// Betters the rota that `can_be_kept` found. \returns a bound that no rota beats, unscaled; the cost of `best()` where
    /// that is proven best.
    [[nodiscard]] std::int64_t improve() {
        rota_tally settled = *best_;
        mender_.settle(settled, finder_, *work_, 30);
        mender_.even_out(settled, finder_, *work_, work_->left() / 4);
        offer(settled);
        rota_prices prices(*all_, price_of::value);
        prices.start_from(*best_);
        root_ = (std::numeric_limits<std::int64_t>::min)();
        auto const scale = prices.scale();
        if (branch(std::move(prices), open_cells_of(*all_), scale, true)) return best_cost_;
        auto const bound = *root_ <= 0 ? 0 : *root_ / scale + (*root_ % scale != 0 ? 1 : 0);
        return bound < best_cost_ ? bound : best_cost_;
    }

    /// Takes a rota where it keeps everything and is better than the best so far.
    bool offer(rota_tally const& ways) {
        if (ways.missing() != 0 || ways.too_many() != 0) return false;
        auto const cost = ways.cost();
        if (!best_ || cost < best_cost_) {
            best_ = ways;
            best_cost_ = cost;
        }
        return true;
    }
    [[nodiscard]] std::optional<rota_tally> const& best() const noexcept { return best_; }
    [[nodiscard]] std::int64_t best_cost() const noexcept { return best_cost_; }

private:
    /// From which bound on a node holds nothing better.
    [[nodiscard]] std::int64_t enough(std::int64_t scale) const noexcept {
        return root_ ? (best_cost_ - 1) * scale + 1 : 1;
    }
    /// Raises the bound of a node. \returns the bound; `no_way` where nothing is left in it.
    [[nodiscard]] std::int64_t ascend(rota_prices& prices, open_cells const& open, rota_tally& found, int rounds,
                                      std::vector<std::vector<int>>& seen) {
        auto best = (std::numeric_limits<std::int64_t>::min)();
        rota_prices dearest = prices;
        std::int64_t pace = root_ ? 256 : 1'024;
        int stale = 0;
        for (int round = 0; round < rounds && !work_->over(); ++round) {
            auto const bound = prices.bound(open, finder_, found, *work_);
            if (bound == no_way) return no_way;
            note(found, seen);
            if (round % 16 == 7 || (round == 0 && rounds < 100)) {
                rota_tally tried = found;
                mender_.settle(tried, finder_, *work_, 3);
                offer(tried);
                if (best_ && !root_) return best;  // only asked whether there is one
            }
            if (bound > best) {
                best = bound;
                dearest = prices;
                stale = 0;
            } else if (++stale == (rounds < 100 ? 4 : 12)) {
                pace = pace * 5 / 8;
                stale = 0;
                prices = dearest;
            }
            if (best >= enough(prices.scale()) || pace < 4) break;
            auto const target = root_ ? best_cost_ * prices.scale() : prices.scale();
            prices.move(found, target > bound ? target - bound : 1, pace);
        }
        prices = dearest;
        return best;
    }
    /// Keeps for each cell how often the ways of late went through it, 1024 for always.
    void note(rota_tally const& found, std::vector<std::vector<int>>& seen) const {
        for (std::size_t who = 0; who < all_->people.size(); ++who) {
            auto const& person = all_->people[who];
            for (auto& each : seen[who]) each -= each / 8;
            std::size_t when = 0;
            auto const at_home = [&](std::size_t until) {
                for (; when < until; ++when) seen[who][when * person.places()] += 128;
            };
            for (auto const& stay : found.way(who)) {
                at_home(stay.first);
                std::size_t place = 1;
                while (person.posts[place - 1] != stay.post) ++place;
                for (; when < stay.until; ++when) seen[who][when * person.places() + place] += 128;
            }
            at_home(all_->periods);
        }
    }
    struct cell {
        std::size_t who;
        std::size_t when;
        std::size_t place;
    };
    /// The open cell that the ways agree on least; nothing where every expert has one place in every period.
    [[nodiscard]] std::optional<cell> least_agreed(open_cells const& open,
                                                   std::vector<std::vector<int>> const& seen) const {
        std::optional<cell> chosen;
        int distance = 0;
        for (std::size_t who = 0; who < all_->people.size(); ++who) {
            std::size_t const places = all_->people[who].places();
            for (std::size_t when = 0; when < all_->periods; ++when) {
                int ways = 0;
                for (std::size_t place = 0; place < places; ++place) ways += open[who][when * places + place];
                if (ways < 2) continue;
                for (std::size_t place = 0; place < places; ++place) {
                    if (open[who][when * places + place] == 0) continue;
                    int const off = seen[who][when * places + place] - 512;
                    // A place away before one at home: that decides more.
                    int const apart = 2 * (off < 0 ? -off : off) + (place == 0 ? 1 : 0);
                    if (chosen && apart >= distance) continue;
                    chosen = cell{who, when, place};
                    distance = apart;
                }
            }
        }
        return chosen;
    }
    /// \returns whether nothing of the node was left out.
    bool branch(rota_prices prices, open_cells const& open, std::int64_t scale, bool whole) {
        rota_tally found(*all_);
        std::vector<std::vector<int>> seen;
        for (auto const& each : open) seen.emplace_back(each.size(), 0);
        prices.forget_trend();
        int const rounds = !whole ? 24 : root_ ? 400 : 150;
        auto const bound = ascend(prices, open, found, rounds, seen);
        if (bound == no_way) return true;
        if (root_ && whole) root_ = bound;
        if (best_ && !root_) return false;
        if (bound >= enough(scale)) return true;
        if (work_->over()) return false;
        auto const at = least_agreed(open, seen);
        if (!at) {
            offer(found);
            return true;
        }
        std::size_t const places = all_->people[at->who].places();
        for (bool const there : {true, false}) {
            open_cells part = open;
            for (std::size_t place = 0; place < places; ++place) {
                if ((place == at->place) != there) part[at->who][at->when * places + place] = 0;
            }
            if (!branch(prices, part, scale, false)) return false;
        }
        return true;
    }

    rota_problem const* all_;
    rota_work* work_;
    way_finder finder_{};
    rota_mender mender_;
    std::optional<rota_tally> best_{};
    std::int64_t best_cost_ = 0;
    std::optional<std::int64_t> root_{};  ///< set while values are asked for
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
