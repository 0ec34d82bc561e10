#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/lifecycle/certificate_terms.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace certificate_detail {

// How far a certificate carries its holder on a day, from least to most. Where dates are known only in part there is a
// least and a most; only where both are the same is the standing known.
inline constexpr std::uint8_t none_issued = 0, has_lapsed = 1, is_revoked = 2, in_grace = 3, is_valid = 4, levels = 5;

/// One certificate as ranges of days. `ends` is the first day on which it no longer holds, its grace not counted.
struct span {
    day_range issued{};
    day_range revoked = never;
    std::uint32_t renews = no_span;  ///< the place of the span that it renews, in the same list
    day_range ends{};
    std::int32_t lifted_perhaps = no_day;  ///< from when a later certificate may, and surely does, lift the revocation
    std::int32_t lifted_surely = no_day;

    static constexpr std::uint32_t no_span = 0xFFFFFFFF;
};

/// What is left of a range when the days before `first` are left out.
[[nodiscard]] constexpr day_range not_before(day_range range, std::int32_t first) noexcept {
    return {range.first < first ? first : range.first, range.last < first ? first : range.last};
}

/// A revocation comes after the issue of what it revokes, so each narrows the other.
constexpr void narrow(span& each) noexcept {
    if (each.revoked.last < each.issued.last) each.issued.last = each.revoked.last;
    if (each.revoked.last < each.issued.first) each.issued.first = each.revoked.last;
    each.revoked = not_before(each.revoked, each.issued.first);
}

/// When each certificate of one person in one programme ends. A renewal that follows on counts from the end, or the
/// revocation, of what it renews. Complexity: linear where what is renewed stands before its renewal, else quadratic.
inline void settle_ends(std::vector<span>& all, term const& of, skill_use const* use) {
    std::vector<bool> done(all.size(), false);
    std::size_t left = all.size();
    for (bool last_round = false; left != 0;) {
        std::size_t const before = left;
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (done[at]) continue;
            span& each = all[at];
            day_range start = each.issued;
            if (of.renewals_follow_on() && each.renews != span::no_span && !last_round) {
                if (!done[each.renews]) continue;
                span const& old = all[each.renews];
                bool const first_revoked = old.revoked.first < old.ends.first;
                bool const last_revoked = old.revoked.last < old.ends.last;
                start = not_before(start, first_revoked ? old.revoked.first : old.ends.first);
                std::int32_t const latest = last_revoked ? old.revoked.last : old.ends.last;
                if (latest > start.last) start.last = latest;
            }
            each.ends = of.end(start, use);
            done[at] = true;
            --left;
        }
        last_round = left == before;  // only circles are left: they renew nothing
    }
    for (auto& each : all) {
        if (each.revoked == never) continue;
        for (auto const& later : all) {
            if (&later == &each) continue;
            auto const latest = [](std::int32_t a, std::int32_t b) { return a < b ? b : a; };
            if (later.issued.last >= each.revoked.first) {
                auto const from = latest(later.issued.first, each.revoked.first);
                if (from < each.lifted_perhaps) each.lifted_perhaps = from;
            }
            if (later.issued.first >= each.revoked.last && later.issued.last < each.lifted_surely)
                each.lifted_surely = later.issued.last;
        }
    }
}

/// The least and the most on a day.
struct standing_range {
    std::uint8_t least;
    std::uint8_t most;
    friend constexpr bool operator==(standing_range const&, standing_range const&) = default;
};

/// What one certificate alone says of a day.
[[nodiscard]] constexpr standing_range standing_on(span const& each, std::int32_t grace, std::int32_t day) noexcept {
    if (day < each.issued.first) return {none_issued, none_issued};
    auto const natural = [&](std::int32_t end) {
        return day < end ? is_valid : day < later_by(end, grace) ? in_grace : has_lapsed;
    };
    std::uint8_t least = natural(each.ends.first), most = natural(each.ends.last);
    std::uint8_t const revoked_most = day < each.lifted_surely ? is_revoked : has_lapsed;
    std::uint8_t const revoked_least = day < each.lifted_perhaps ? is_revoked : has_lapsed;
    if (day >= each.revoked.last) {
        least = revoked_least;
        most = revoked_most;
    } else if (day >= each.revoked.first) {
        if (revoked_least < least) least = revoked_least;
        if (revoked_most > most) most = revoked_most;
    }
    if (day < each.issued.last) least = none_issued;
    return {least, most};
}

/// A day from which on something stands, in one word: days order the words.
class step {
public:
    step() = default;
    constexpr step(std::int32_t from, standing_range now) noexcept
        : word_((from + bias) << 6 | now.least << 3 | now.most) {}
    [[nodiscard]] constexpr std::int32_t from() const noexcept { return (word_ >> 6) - bias; }
    [[nodiscard]] constexpr standing_range now() const noexcept {
        return {static_cast<std::uint8_t>(word_ >> 3 & 7), static_cast<std::uint8_t>(word_ & 7)};
    }
    [[nodiscard]] constexpr std::uint8_t both() const noexcept { return static_cast<std::uint8_t>(word_ & 63); }
    [[nodiscard]] constexpr std::int32_t word() const noexcept { return word_; }
    /// Every step up to and including this day has a word of at most this.
    [[nodiscard]] static constexpr std::int32_t last_word_of(std::int32_t day) noexcept {
        return (day + bias) << 6 | 63;
    }
    friend constexpr bool operator==(step const&, step const&) = default;

private:
    static constexpr std::int32_t bias = 1'000'001;  // long_ago becomes 1
    std::int32_t word_ = 0;
};

/// The steps of one person in one programme: what stands from each day on, nothing before the first. The best certificate
/// of a day counts. Precondition: ends are settled. Complexity: O(n log n) in the certificates.
inline void settle_steps(std::vector<span> const& all, std::int32_t grace, std::vector<step>& steps) {
    steps.clear();
    struct change_of_level {
        std::int32_t day;
        standing_range before;
        standing_range after;
    };
    std::vector<change_of_level> changes;
    changes.reserve(all.size() * 5);
    for (auto const& each : all) {
        std::int32_t days[] = {each.issued.first,
                               each.issued.last,
                               each.ends.first,
                               each.ends.last,
                               later_by(each.ends.first, grace),
                               later_by(each.ends.last, grace),
                               each.revoked.first,
                               each.revoked.last,
                               each.lifted_perhaps,
                               each.lifted_surely};
        std::size_t count = 0;
        for (auto const day : days) {  // sorted, each once, from the issue on
            if (day >= no_day || day < each.issued.first) continue;
            std::size_t at = count;
            while (at > 0 && days[at - 1] > day) --at;
            if (at > 0 && days[at - 1] == day) continue;
            for (std::size_t to = count++; to > at; --to) days[to] = days[to - 1];
            days[at] = day;
        }
        standing_range so_far{none_issued, none_issued};
        for (std::size_t at = 0; at < count; ++at) {
            auto const now = standing_on(each, grace, days[at]);
            if (now != so_far) changes.push_back({days[at], so_far, now});
            so_far = now;
        }
    }
    detail::sort_by(changes, [](change_of_level const& a, change_of_level const& b) { return a.day < b.day; });
    std::int32_t holding[2][levels]{};
    standing_range so_far{none_issued, none_issued};
    for (std::size_t at = 0; at < changes.size();) {
        std::int32_t const day = changes[at].day;
        for (; at < changes.size() && changes[at].day == day; ++at) {
            --holding[0][changes[at].before.least];
            ++holding[0][changes[at].after.least];
            --holding[1][changes[at].before.most];
            ++holding[1][changes[at].after.most];
        }
        auto const best = [&](int which) {
            std::uint8_t level = levels - 1;
            while (level > none_issued && holding[which][level] <= 0) --level;
            return level;
        };
        standing_range const now{best(0), best(1)};
        if (now == so_far) continue;
        steps.push_back(step(day, now));
        so_far = now;
    }
}

/// What stands on a day: that of the last step up to it.
[[nodiscard]] inline std::uint8_t both_on(step const* steps, std::size_t count, std::int32_t day) noexcept {
    std::int32_t const last = step::last_word_of(day);
    std::size_t begin = 0;  // how many steps surely lie up to the day
    while (count > 0) {
        std::size_t const half = (count + 1) / 2;
        begin += steps[begin + half - 1].word() <= last ? half : 0;
        count -= half;
    }
    return begin == 0 ? std::uint8_t{0} : steps[begin - 1].both();
}

}  // namespace certificate_detail
}  // namespace v0
}  // namespace lienvien
