#pragma once

#include <lienvien/base/progress.hpp>
#include <lienvien/planning/rotation/way.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// The ways of all experts, and how many are at each post and away from each home by them.
class rota_tally {
public:
    explicit rota_tally(rota_problem const& all)
        : all_(&all), ways_(all.people.size()), there_(all.needs.size(), 0), away_(all.at_most.size(), 0) {}

    [[nodiscard]] std::vector<std::vector<rota_stay>> const& ways() const noexcept { return ways_; }
    [[nodiscard]] std::vector<rota_stay> const& way(std::size_t who) const noexcept { return ways_[who]; }
    [[nodiscard]] std::vector<int> const& there() const noexcept { return there_; }
    [[nodiscard]] std::vector<int> const& away() const noexcept { return away_; }

    void set(std::size_t who, std::vector<rota_stay> const& way) {
        clear(who);
        ways_[who] = way;
        count(who, 1);
    }
    void clear(std::size_t who) {
        count(who, -1);
        ways_[who].clear();
    }

    /// People missing at posts, in all periods together.
    [[nodiscard]] std::int64_t missing() const noexcept {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < there_.size(); ++row) {
            if (there_[row] < all_->needs[row]) sum += all_->needs[row] - there_[row];
        }
        return sum;
    }
    /// People away beyond the limits, in all periods together.
    [[nodiscard]] std::int64_t too_many() const noexcept {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < away_.size(); ++row) {
            if (away_[row] > all_->at_most[row]) sum += away_[row] - all_->at_most[row];
        }
        return sum;
    }
    /// What one expert's way costs, unscaled.
    [[nodiscard]] std::int64_t cost_of(std::size_t who, std::vector<rota_stay> const& way) const noexcept {
        auto const& person = all_->people[who];
        std::int64_t load = person.before;
        std::int64_t sum = 0;
        std::int64_t kept = 0;
        for (auto const& stay : way) {
            load += static_cast<std::int64_t>(stay.until - stay.first);
            sum += all_->stay;
            for (auto when = stay.first; all_->change > 0 && when < stay.until; ++when) {
                auto const was = person.was[when];
                if (was != 0) --kept;  // counted as a change at home below
                if (was == 0 || was == rota_person::elsewhere || person.posts[was - 1] != stay.post) ++kept;
            }
        }
        for (auto const was : person.was) kept += was != 0 ? 1 : 0;
        return sum + load * load * all_->square + kept * all_->change;
    }
    [[nodiscard]] std::int64_t cost() const noexcept {
        std::int64_t sum = 0;
        for (std::size_t who = 0; who < ways_.size(); ++who) sum += cost_of(who, ways_[who]);
        return sum;
    }
    /// The plan, with experts by their place in the rota.
    [[nodiscard]] rota_plan plan() const {
        rota_plan made;
        for (std::size_t who = 0; who < ways_.size(); ++who) {
            for (auto stay : ways_[who]) {
                stay.expert = all_->people[who].expert;
                made.stays.push_back(stay);
            }
        }
        return made;
    }

private:
    void count(std::size_t who, int step) noexcept {
        for (auto const& stay : ways_[who]) {
            for (auto when = stay.first; when < stay.until; ++when) {
                there_[stay.post * all_->periods + when] += step;
                for (auto const limit : all_->people[who].limits) away_[limit * all_->periods + when] += step;
            }
        }
    }

    rota_problem const* all_;
    std::vector<std::vector<rota_stay>> ways_;
    std::vector<int> there_;
    std::vector<int> away_;
};

/// How much work is left, in ways looked for, and whether the caller wants to go on.
class rota_work {
public:
    rota_work(std::uint64_t steps, progress const& how) : total_(steps), how_(&how) {}

    [[nodiscard]] bool over() const noexcept { return stopped_ || done_ >= total_; }
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }
    [[nodiscard]] std::uint64_t left() const noexcept { return done_ < total_ ? total_ - done_ : 0; }
    /// Counts one way.
    void step() {
        ++done_;
        if (done_ % 4'096 == 0 && done_ < total_ && !how_->tell(done_, total_)) stopped_ = true;
    }
    /// Says that no more work is to come.
    void finish() const {
        if (!stopped_) static_cast<void>(how_->tell(total_, total_));
    }

private:
    std::uint64_t total_;
    std::uint64_t done_ = 0;
    progress const* how_;
    bool stopped_ = false;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
