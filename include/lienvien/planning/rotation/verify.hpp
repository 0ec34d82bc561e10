#pragma once

#include <lienvien/planning/rotation/requirements.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a rota is worth, and everything that it does not keep. Computed from the plan alone, not by what made it.
struct rota_verified {
    lienvien::findings findings{};
    std::vector<rota_requirement> broken{};  ///< in the order of `requirements_of`
    rota_value value{};

    /// Does the plan keep everything?
    [[nodiscard]] bool keeps_all() const noexcept { return findings.empty(); }
    friend bool operator==(rota_verified const&, rota_verified const&) = default;
};

namespace detail {
[[nodiscard]] inline bool is_absent(rota_absence const& absence, rota_period const& when) noexcept {
    return overlap(absence.days, when.days);
}
[[nodiscard]] inline bool is_absent(rota_expert const& who, rota_period const& when) noexcept {
    for (auto const& each : who.absences) {
        if (is_absent(each, when)) return true;
    }
    return false;
}
/// Does the plan keep one requirement? The stays are well formed.
[[nodiscard]] inline bool keeps(rota const& asked, rota_plan const& plan, rota_published const* published,
                                rota_requirement const& required) {
    int count = 0;
    rota_stay const* before = nullptr;
    for (auto const& stay : plan.stays) {
        auto const& who = asked.experts[stay.expert];
        bool const there = stay.first <= required.which && required.which < stay.until;
        if (required.rule == rota_rule::need && stay.post == required.subject && there) ++count;
        if (required.rule == rota_rule::limit && there && binds(asked.limits[required.subject], who)) ++count;
        bool const of_person = required.rule != rota_rule::need && required.rule != rota_rule::limit;
        if (!of_person || stay.expert != required.subject) continue;
        auto const length = static_cast<int>(stay.until - stay.first);
        if (required.rule == rota_rule::absence) {
            for (auto when = stay.first; when < stay.until; ++when) {
                if (is_absent(who.absences[required.which], asked.periods[when])) return false;
            }
        }
        if (required.rule == rota_rule::longest_stay && length > asked.terms.longest_stay) return false;
        if (required.rule == rota_rule::shortest_stay && length < asked.terms.shortest_stay) {
            bool excused = stay.until == asked.periods.size();
            for (auto const& each : who.absences)
                excused = excused || (each.sudden && is_absent(each, asked.periods[stay.until]));
            if (!excused) return false;
        }
        if (required.rule == rota_rule::rest && before &&
            stay.first < before->until + static_cast<std::size_t>(asked.terms.rest))
            return false;
        before = &stay;
    }
    if (required.rule == rota_rule::need) return count >= asked.posts[required.subject].needs[required.which];
    if (required.rule == rota_rule::limit) return count <= asked.limits[required.subject].away_at_once;
    if (required.rule == rota_rule::published) {
        auto const who = required.subject;
        for (std::size_t when = 0; when < published->fixed_until && when < asked.periods.size(); ++when) {
            if (is_absent(asked.experts[who], asked.periods[when])) continue;
            if (plan.post_of(who, when) != published->plan.post_of(who, when)) return false;
        }
    }
    return true;
}
}  // namespace detail

/// The value of a rota recomputed from its stays.
/// Complexity: the cells of the rota times the stays where something was published, otherwise the stays.
[[nodiscard]] inline rota_value value_of(rota const& asked, rota_plan const& plan,
                                         rota_published const* published = nullptr) {
    rota_value value;
    for (std::size_t who = 0; who < asked.experts.size(); ++who) {
        std::int64_t load = asked.experts[who].away_before;
        for (auto const& stay : plan.stays) {
            if (stay.expert != who) continue;
            load += static_cast<std::int64_t>(stay.until - stay.first);
            ++value.stays;
        }
        value.load_squares += load * load;
        for (std::size_t when = 0; published && when < asked.periods.size(); ++when) {
            if (plan.post_of(who, when) != published->plan.post_of(who, when)) ++value.changes;
        }
    }
    return value;
}

/// Checks a rota against everything that was asked, and recomputes its value. For doubters: it shares nothing with the
/// search, and takes any plan, from wherever it comes.
///
/// Findings: `rota-plan-malformed` for stays that are out of order, outside the rota or overlap; `rota-cannot-fill` where an
/// expert lacks what the post needs, or the post is closed; `rota-breaks` for each requirement that is not kept.
/// Complexity: requirements times stays.
[[nodiscard]] inline rota_verified verify(rota const& asked, rota_plan const& plan,
                                          rota_published const* published = nullptr) {
    using namespace lienvien::literals;
    rota_verified answer;
    auto const report = [&](finding_code code, std::size_t stay, text message) {
        answer.findings.add({code, severity::error, "stay " + std::to_string(stay + 1), {}, std::move(message)});
    };
    rota_stay const* before = nullptr;
    for (std::size_t each = 0; each < plan.stays.size(); ++each) {
        auto const& stay = plan.stays[each];
        if (stay.expert >= asked.experts.size() || stay.post >= asked.posts.size() || stay.first >= stay.until ||
            stay.until > asked.periods.size() ||
            (before &&
             (stay.expert < before->expert || (before->expert == stay.expert && stay.first < before->until)))) {
            report("rota-plan-malformed"_finding, each,
                   {"đợt nằm ngoài lịch, sai thứ tự hoặc chồng lên đợt trước",
                    "a stay lies outside the rota, is out of order or overlaps the one before"});
            return answer;
        }
        auto const& post = asked.posts[stay.post];
        bool fits = can_fill(asked.experts[stay.expert], post);
        for (auto when = stay.first; when < stay.until; ++when) fits = fits && post.needs[when] > 0;
        if (!fits)
            report("rota-cannot-fill"_finding, each,
                   {"người này không đảm nhận được vị trí, hoặc vị trí không cần người khi đó",
                    "this expert cannot fill the post, or the post needs nobody then"});
        before = &stay;
    }
    for (auto const& required : requirements_of(asked, published)) {
        if (detail::keeps(asked, plan, published, required)) continue;
        answer.broken.push_back(required);
        answer.findings.add({"rota-breaks"_finding, severity::error, "rota", {}, to_text(required, asked)});
    }
    answer.value = value_of(asked, plan, published);
    return answer;
}

}  // namespace v0
}  // namespace lienvien
