#pragma once

#include <lienvien/planning/rotation/conflict.hpp>

#include <utility>

namespace lienvien {
inline namespace v0 {

using rota_answer = planned<rota_plan, rota_value>;

namespace detail {
[[nodiscard]] inline rota_answer plan_rota(rota const& asked, rota_published const* published, effort most,
                                           progress const& how) {
    using namespace lienvien::literals;
    auto found = check(asked);
    if (published && !found.has_errors()) {
        for (auto const& stay : published->plan.stays) {
            bool const inside = stay.expert < asked.experts.size() && stay.post < asked.posts.size() &&
                                stay.first < stay.until && stay.until <= asked.periods.size();
            if (inside) continue;
            found.add({"rota-plan-malformed"_finding,
                       severity::error,
                       "rota",
                       {},
                       {"lịch đã công bố nằm ngoài lịch này", "what was published lies outside the rota"}});
            break;
        }
    }
    if (found.has_errors()) return rota_answer(std::move(found));
    if (published) {
        // What already keeps everything is not touched: no plan changes less than none.
        auto const before = verify(asked, published->plan, published);
        if (before.keeps_all())
            return {std::move(found), {published->plan, before.value, before.value, better_value::lower}};
    }
    auto const all = requirements_of(asked, published);
    auto const made = problem_of(asked, published, all, false);
    rota_work work(most.steps, how);
    rota_search search(made, work);
    auto const kept = search.can_be_kept();
    if (is_unknown(kept)) return rota_answer(std::move(found));
    if (is_no(kept)) {
        auto const conflict = smallest_conflict(asked, published, most, how);
        return {std::move(found), in_words(conflict, asked)};
    }
    auto const bound = search.improve();
    work.finish();
    auto plan = search.best()->plan();
    auto const value = value_of(asked, plan, published);
    bool const proven = bound == search.best_cost();
    return {std::move(found),
            {std::move(plan), value, proven ? value : made.value(bound), better_value::lower, !proven}};
}
}  // namespace detail

/// Who goes where, and when: a rota that fills every post and keeps everything, shared out as evenly as can be, with few
/// stays; or the smallest contradiction in what was asked.
///
/// The value is that of `rota_value`, number by number, and `best_possible` a bound that no rota beats. One step of the
/// effort is one way of one expert looked for; 500 experts over 36 months want some 200,000, a ward a few thousand.
/// A run that is stopped returns the best rota so far with its bound, or `is_undecided()`.
/// Findings: those of `check`. Deterministic: the same rota, the same answer.
/// Complexity: NP-hard; each step takes periods times longest stay times (places + periods).
/// Source: ways as columns and the bound from prices: G. Dantzig and P. Wolfe, 1960; A. Geoffrion, 1974.
[[nodiscard]] inline rota_answer plan_rota(rota const& asked, effort most, progress const& how = {}) {
    return detail::plan_rota(asked, nullptr, most, how);
}

/// The least change to a rota that people know of, after somebody fell ill or a need is another one.
///
/// Periods before `published.fixed_until` stay as they are, but for those who are absent now. Of all rotas that keep
/// everything, the one that moves the fewest periods of experts; among these the most even. Where what was published keeps
/// everything, it is returned as it is.
[[nodiscard]] inline rota_answer plan_rota_again(rota const& asked, rota_published const& published, effort most,
                                                 progress const& how = {}) {
    return detail::plan_rota(asked, &published, most, how);
}

}  // namespace v0
}  // namespace lienvien
