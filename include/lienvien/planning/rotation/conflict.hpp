#pragma once

#include <lienvien/base/assured.hpp>
#include <lienvien/base/progress.hpp>
#include <lienvien/planning/rotation/search.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Requirements of a rota that cannot be kept together, whatever becomes of the others.
struct rota_conflict {
    std::vector<rota_requirement> members{};
    /// Whether all but any one of them can be kept together. Not certain where the effort ran out.
    bool smallest = true;
    std::vector<std::size_t> could_go{};  ///< the experts who can fill a post that is named in it: there are no others

    friend bool operator==(rota_conflict const&, rota_conflict const&) = default;
};

/// Can these requirements be kept together? Unknown where the effort ran out before.
[[nodiscard]] inline truth can_be_kept(rota const& asked, rota_published const* published,
                                       std::span<rota_requirement const> in_force, effort most,
                                       progress const& how = {}) {
    auto const made = detail::problem_of(asked, published, in_force, true);
    detail::rota_work work(most.steps, how);
    detail::rota_search search(made, work);
    return search.can_be_kept();
}

namespace detail {

/// Makes a set that cannot be kept smaller until each member is needed. Field term: deletion filter, in halves first.
class conflict_filter {
public:
    conflict_filter(rota const& asked, rota_published const* published, effort most, progress const& how)
        : asked_(&asked), published_(published), total_(most.steps), how_(how) {}

    [[nodiscard]] rota_conflict smallest_of(std::vector<rota_requirement> all) {
        std::size_t part = all.size() / 2;
        while (part > 1) {
            for (std::size_t first = 0; first < all.size();) {
                if (!left_out(all, first, first + part < all.size() ? first + part : all.size())) first += part;
            }
            part = (part < all.size() ? part : all.size()) / 2;
        }
        certain_ = true;  // what was kept in larger parts is asked for again, one by one
        for (std::size_t first = 0; first < all.size();) {
            if (!left_out(all, first, first + 1)) ++first;
        }
        return {std::move(all), certain_};
    }

private:
    /// Leaves out a part where the rest still cannot be kept.
    bool left_out(std::vector<rota_requirement>& all, std::size_t first, std::size_t until) {
        if (done_ >= total_ || how_.stopped()) {
            certain_ = false;
            return false;
        }
        std::vector<rota_requirement> rest(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first));
        rest.insert(rest.end(), all.begin() + static_cast<std::ptrdiff_t>(until), all.end());
        auto const made = problem_of(*asked_, published_, rest, true);
        std::uint64_t const share = total_ / 8 + 1;
        rota_work work(share < total_ - done_ ? share : total_ - done_, quiet_);
        std::uint64_t const before = work.left();
        rota_search search(made, work);
        auto const kept = search.can_be_kept();
        done_ += before - work.left();
        if (is_unknown(kept)) certain_ = false;
        static_cast<void>(how_.tell(done_ < total_ ? done_ : total_, total_));
        if (!is_no(kept)) return false;
        all = std::move(rest);
        return true;
    }

    rota const* asked_;
    rota_published const* published_;
    std::uint64_t total_;
    std::uint64_t done_ = 0;
    progress how_;
    progress quiet_{};
    bool certain_ = true;
};

[[nodiscard]] inline rota_conflict smallest_conflict(rota const& asked, rota_published const* published, effort most,
                                                     progress const& how) {
    conflict_filter filter(asked, published, most, how);
    auto found = filter.smallest_of(requirements_of(asked, published));
    for (std::size_t who = 0; who < asked.experts.size(); ++who) {
        bool could = false;
        for (auto const& each : found.members)
            could = could || (each.rule == rota_rule::need && can_fill(asked.experts[who], asked.posts[each.subject]));
        if (could) found.could_go.push_back(who);
    }
    return found;
}

}  // namespace detail

/// A conflict in words: who could go at all, then each requirement. "Post A in 2026-03 needs 1 (oncology)" ...
[[nodiscard]] inline impossible in_words(rota_conflict const& conflict, rota const& asked) {
    impossible answer;
    answer.smallest = conflict.smallest;
    text who{"chỉ những người này đảm nhận được: ", "only these can fill it: "};
    bool posts = false;
    for (auto const& each : conflict.members) posts = posts || each.rule == rota_rule::need;
    for (std::size_t at = 0; at < conflict.could_go.size(); ++at) {
        auto const& name = asked.experts[conflict.could_go[at]].name;
        who.vi += (at == 0 ? "" : ", ") + std::string(name.in(language::vi));
        who.en += (at == 0 ? "" : ", ") + std::string(name.in(language::en));
    }
    if (conflict.could_go.empty()) who = {"không ai đảm nhận được", "nobody can fill it"};
    for (auto const& each : conflict.members) answer.because.push_back(to_text(each, asked));
    if (posts) answer.because.push_back(std::move(who));
    return answer;
}

/// Why a rota cannot be made: requirements that cannot be kept together, and none of which is too much. Nothing where all
/// can be kept together, or where the effort does not tell.
/// Precondition: `check(asked)` finds no error. Complexity: some dozens of searches, each within an eighth of the effort.
[[nodiscard]] inline std::optional<rota_conflict> conflict_of(rota const& asked, effort most,
                                                              rota_published const* published = nullptr,
                                                              progress const& how = {}) {
    if (!is_no(can_be_kept(asked, published, requirements_of(asked, published), most))) return std::nullopt;
    return detail::smallest_conflict(asked, published, most, how);
}

}  // namespace v0
}  // namespace lienvien
