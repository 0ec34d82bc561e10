#pragma once

#include <lienvien/planning/rotation/tally.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Which cells are open to each expert.
using open_cells = std::vector<std::vector<char>>;

[[nodiscard]] inline open_cells open_cells_of(rota_problem const& all) {
    open_cells open;
    for (auto const& each : all.people) open.push_back(each.open);
    return open;
}

/// What is asked of the prices: can everything be filled, or what does it cost at least?
enum class price_of : std::uint8_t { cover, value };

/// Prices of places at posts and of leave from home, in whole numbers, and the bound that they prove.
///
/// With any prices, what the cheapest ways cost together, plus what the needs and less what the limits are worth, is no more
/// than any rota costs: a bound whatever the search did. Field term: Lagrangian relaxation of the cover rows.
/// For `cover` the bound is on the people missing: above 0 nothing can be filled.
class rota_prices {
public:
    rota_prices(rota_problem const& all, price_of asked)
        : all_(&all), asked_(asked), need_(all.needs.size(), 0), limit_(all.at_most.size(), 0) {
        std::int64_t rows = 1;
        for (int const each : all.needs) rows += each;
        std::int64_t most_limits = 1;
        for (auto const& each : all.people) {
            auto const limits = static_cast<std::int64_t>(each.limits.size()) + 2;
            most_limits = limits > most_limits ? limits : most_limits;
            rows += static_cast<std::int64_t>(all.periods);
        }
        std::int64_t const dearest = asked == price_of::cover ? 1 : all.dearest_way();
        scale_ = 1'024;
        while (scale_ > 1 && dearest > (std::int64_t(1) << 60) / scale_ / rows / most_limits) scale_ /= 2;
        highest_ = dearest * scale_;
    }

    [[nodiscard]] std::int64_t scale() const noexcept { return scale_; }
    [[nodiscard]] std::int64_t highest() const noexcept { return highest_; }

    /// The bound, scaled, that the prices prove where only `open` cells are allowed; `no_way` where somebody has no way.
    /// The cheapest ways are set in `found`.
    [[nodiscard]] std::int64_t bound(open_cells const& open, way_finder& finder, rota_tally& found, rota_work& work) {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < need_.size(); ++row) sum += need_[row] * all_->needs[row];
        for (std::size_t row = 0; row < limit_.size(); ++row) {
            if (all_->at_most[row] != no_limit) sum -= limit_[row] * all_->at_most[row];
        }
        bool const value = asked_ == price_of::value;
        for (std::size_t who = 0; who < all_->people.size(); ++who) {
            price_cells(who);
            auto const cost = finder.find(*all_, who, open[who], costs_, value ? all_->stay * scale_ : 0,
                                          value ? all_->square * scale_ : 0, way_);
            work.step();
            if (cost == no_way) return no_way;
            sum += cost;
            found.set(who, way_);
        }
        return sum;
    }

    /// Moves the prices towards what the ways of `found` lack or have too many of. Field term: deflected subgradient.
    /// \param missing how far the bound is from where it should be, scaled; \param pace 1024 for the whole of it.
    void move(rota_tally const& found, std::int64_t missing, std::int64_t pace) {
        if (need_trend_.empty()) {
            need_trend_.assign(need_.size(), 0);
            limit_trend_.assign(limit_.size(), 0);
        }
        std::int64_t norm = 0;
        auto const turn = [&](std::int64_t& trend, std::int64_t lack, bool idle) {
            trend = idle ? 0 : lack * 16 + trend * 3 / 4;
            norm += trend * trend / 256;
        };
        for (std::size_t row = 0; row < need_.size(); ++row) {
            std::int64_t const lack = all_->needs[row] - found.there()[row];
            turn(need_trend_[row], lack, all_->needs[row] == 0 || (lack < 0 && need_[row] == 0));
        }
        for (std::size_t row = 0; row < limit_.size(); ++row) {
            if (all_->at_most[row] == no_limit) continue;
            std::int64_t const over = found.away()[row] - all_->at_most[row];
            turn(limit_trend_[row], over, over < 0 && limit_[row] == 0);
        }
        if (norm == 0) return;
        std::int64_t const length = missing / 1'024 * pace + missing % 1'024 * pace / 1'024 + 1;
        std::int64_t const whole = length / norm;
        std::int64_t const rest = length % norm;
        auto const step = [&](std::int64_t& price, std::int64_t trend) {
            std::int64_t by = highest_;
            if (whole < highest_) by = (whole * trend + rest * trend / norm) / 16;
            price += by > highest_ ? highest_ : by < -highest_ ? -highest_ : by;
            price = price < 0 ? 0 : price > highest_ ? highest_ : price;
        };
        for (std::size_t row = 0; row < need_.size(); ++row) step(need_[row], need_trend_[row]);
        for (std::size_t row = 0; row < limit_.size(); ++row) step(limit_[row], limit_trend_[row]);
    }
    /// Prices at which the experts of a rota would go as they do: what a period away costs them, shared by those at a post.
    void start_from(rota_tally const& ways) {
        std::vector<std::int64_t> sum(need_.size(), 0);
        for (std::size_t who = 0; who < all_->people.size(); ++who) {
            std::int64_t away = 0;
            for (auto const& stay : ways.way(who)) away += static_cast<std::int64_t>(stay.until - stay.first);
            if (away == 0) continue;
            auto const cost = (ways.cost_of(who, ways.way(who)) - ways.cost_of(who, {})) / away;
            for (auto const& stay : ways.way(who)) {
                for (auto when = stay.first; when < stay.until; ++when)
                    sum[stay.post * all_->periods + when] += cost > 0 ? cost : 0;
            }
        }
        for (std::size_t row = 0; row < need_.size(); ++row) {
            if (all_->needs[row] > 0 && ways.there()[row] > 0) need_[row] = sum[row] / ways.there()[row] * scale_;
            if (need_[row] > highest_) need_[row] = highest_;
        }
    }
    void forget_trend() noexcept {
        need_trend_.clear();
        limit_trend_.clear();
    }

private:
    void price_cells(std::size_t who) {
        auto const& person = all_->people[who];
        std::size_t const length = all_->periods;
        std::size_t const places = person.places();
        costs_.assign(length * places, 0);
        bool const changes = asked_ == price_of::value && all_->change > 0;
        for (std::size_t when = 0; when < length; ++when) {
            auto* const here = &costs_[when * places];
            std::int64_t leave = 0;
            for (auto const limit : person.limits) leave += limit_[limit * length + when];
            for (std::size_t at = 0; at < person.posts.size(); ++at)
                here[at + 1] = leave - need_[person.posts[at] * length + when];
            for (std::size_t place = 0; changes && place < places; ++place) {
                if (place != person.was[when]) here[place] += all_->change * scale_;
            }
        }
    }

    rota_problem const* all_;
    price_of asked_;
    std::int64_t scale_ = 1;
    std::int64_t highest_ = 1;
    std::vector<std::int64_t> need_;
    std::vector<std::int64_t> limit_;
    std::vector<std::int64_t> need_trend_{};
    std::vector<std::int64_t> limit_trend_{};
    std::vector<std::int64_t> costs_{};
    std::vector<rota_stay> way_{};
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
