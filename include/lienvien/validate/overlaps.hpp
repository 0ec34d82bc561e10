#pragma once

#include <lienvien/validate/directory.hpp>
#include <lienvien/validate/kinship.hpp>
#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Finds the facts on one matter that cannot, or perhaps cannot, hold at the same time.
///
/// `found(later, earlier, truth)` is called at most once for each fact: for a surely overlapping one that it clashes
/// with, else for one that may overlap. Facts are swept in the order in which they begin, so that those long over are
/// not compared. Complexity: n log n, plus the pairs that hold together.
template <class ValidOf, class Clash, class Found>
void for_each_clash(std::vector<std::uint32_t>& facts, ValidOf valid_of, Clash clash, Found found) {
    if (facts.size() < 2) return;
    auto const begins = [&](std::uint32_t n) {
        auto const first = valid_of(n).from.earliest();
        return first ? *first : (sys_days::min)();
    };
    auto const is_over = [&](std::uint32_t n, sys_days day) {
        validity const& when = valid_of(n);
        auto const last = when.until && !when.until->is_always() ? when.until->latest() : std::nullopt;
        return last && *last <= day;
    };
    if (facts.size() > 2) {
        sort_by(facts, [&](std::uint32_t a, std::uint32_t b) { return begins(a) < begins(b); });
    }
    std::vector<std::uint32_t> open;
    for (auto const fact : facts) {
        std::size_t kept = 0;
        for (auto const other : open) {
            if (!is_over(other, begins(fact))) open[kept++] = other;
        }
        open.resize(kept);
        truth worst = truth::no;
        std::uint32_t against = fact;
        for (auto n = open.size(); n-- > 0 && !is_yes(worst);) {
            if (!clash(fact, open[n])) continue;
            truth const together = overlap(valid_of(fact), valid_of(open[n]));
            if (together > worst && !is_no(together)) worst = together, against = open[n];
        }
        if (!is_no(worst)) found(fact < against ? against : fact, fact < against ? fact : against, worst);
        open.push_back(fact);
    }
}

/// Two values of which each is known, and which differ.
template <class Value>
[[nodiscard]] constexpr bool differ(Value a, Value b) noexcept {
    return a != Value{} && b != Value{} && a != b;
}
template <class Value>
[[nodiscard]] constexpr bool differ(std::optional<Value> const& a, std::optional<Value> const& b) noexcept {
    return a && b && *a != *b;
}

[[nodiscard]] inline text words_of(grading const& fact) {
    label const level = label_of(fact.level);
    std::string const score = fact.score ? fact.score->to_string() : std::string();
    return both({level.vi, fact.score ? ", điểm " : "", score}, {level.en, fact.score ? ", score " : "", score});
}
[[nodiscard]] inline text words_of(legacy_standing const& fact) {
    label const tier = label_of(fact.tier), rank = label_of(fact.hospital_class);
    return both({tier.vi, ", ", rank.vi}, {tier.en, ", ", rank.en});
}
[[nodiscard]] inline text words_of(capacity const& fact) {
    std::string const total = fact.total ? fact.total->to_string() : "?",
                      free = fact.free ? fact.free->to_string() : "?";
    return both({total, " giường, trống ", free}, {total, " beds, ", free, " free"});
}
[[nodiscard]] inline text words_of(travel const& fact) {
    std::string const minutes = fact.minutes.to_string();
    return both({minutes, " phút"}, {minutes, " minutes"});
}
[[nodiscard]] inline text words_of(capability const& fact) { return to_text(label_of(fact.stage)); }
[[nodiscard]] inline text words_of(operation const& fact) { return to_text(label_of(fact.status)); }

/// Reports two facts that contradict each other. Where different sources may each be right in their own way, that they
/// differ is a warning.
template <class Fact>
void report_clash(Fact const& late, Fact const& early, std::string_view early_place, std::string pointer,
                  std::string subject, truth together, bool own_sources, report& found) {
    bool const sure = is_yes(together);
    text const a = words_of(early), b = words_of(late), from_a = words_of(early.valid), from_b = words_of(late.valid);
    auto const code = !sure ? "perhaps-contradictory" : own_sources ? "sources-disagree" : "contradictory-facts";
    found.add(finding_code::checked(code), sure && !own_sources ? severity::error : severity::warning,
              std::move(subject), std::move(pointer),
              both({sure ? "hai dữ kiện trái nhau cùng lúc: “" : "hai dữ kiện trái nhau, có thể cùng lúc: “", a.vi,
                    "” ", from_a.vi, " (", early_place, ") và “", b.vi, "” ", from_b.vi},
                   {sure ? "two facts contradict each other at the same time: “"
                         : "two facts contradict each other, perhaps at the same time: “",
                    a.en, "” ", from_a.en, " (", early_place, ") and “", b.en, "” ", from_b.en}));
}

/// Facts about one institution each, `clash` where two say different things.
template <class Fact, class Key, class Clash, class OwnSources>
void check_contradictions(std::string_view list, std::vector<Fact> const& facts, std::size_t subjects,
                          directory const& known, report& found, Key key, Clash clash, OwnSources own_sources) {
    if (facts.size() < 2) return;
    auto const groups = known.group(subjects, facts, key);
    std::vector<std::uint32_t> those;
    for (std::size_t n = 0; n < subjects; ++n) {
        auto const group = groups[n];
        those.assign(group.begin(), group.end());
        for_each_clash(
            those, [&](std::uint32_t f) -> validity const& { return facts[f].valid; },
            [&](std::uint32_t a, std::uint32_t b) { return clash(facts[a], facts[b]); },
            [&](std::uint32_t late, std::uint32_t early, truth together) {
                report_clash(facts[late], facts[early], place_of(list, early), place_of(list, late),
                             subject_of(facts[late]), together, own_sources(facts[late], facts[early]), found);
            });
    }
}

/// Travel times between the same two places, both ways kept apart.
inline void check_travels(network const& all, directory const& known, report& found) {
    if (all.travels.size() < 2) return;
    auto const from = known.group(
        all.institutions.size(), all.travels, [](travel const& t) -> auto const& { return t.from; });
    std::vector<std::uint32_t> out, same;
    for (std::size_t n = 0; n < all.institutions.size(); ++n) {
        auto const group = from[n];
        out.assign(group.begin(), group.end());
        sort_by(out, [&](std::uint32_t a, std::uint32_t b) { return all.travels[a].to < all.travels[b].to; });
        for (std::size_t begin = 0, end = 0; begin < out.size(); begin = end) {
            same.clear();
            for (; end < out.size() && all.travels[out[end]].to == all.travels[out[begin]].to; ++end)
                same.push_back(out[end]);
            for_each_clash(
                same, [&](std::uint32_t f) -> validity const& { return all.travels[f].valid; },
                [&](std::uint32_t a, std::uint32_t b) { return all.travels[a].minutes != all.travels[b].minutes; },
                [&](std::uint32_t late, std::uint32_t early, truth together) {
                    auto const &a = all.travels[early], &b = all.travels[late];
                    report_clash(b, a, place_of("travels", early), place_of("travels", late), subject_of(b), together,
                                 a.source.document != b.source.document, found);
                });
        }
    }
}

/// Gradings, standings, capacities, travel times and operations that contradict each other; capabilities are compared
/// where they are grouped (capabilities.hpp).
inline void check_contradictions(network const& all, directory const& known, report& found) {
    auto const sites = all.institutions.size();
    auto const about = [](auto const& fact) -> institution_id const& { return fact.institution; };
    auto const never = [](auto const&, auto const&) { return false; };
    check_contradictions(
        "gradings", all.gradings, sites, known, found, about,
        [](grading const& a, grading const& b) {
            return differ(a.level, b.level) || differ(a.score, b.score) ||
                   (a.level == b.level && a.provisional != b.provisional);
        },
        never);
    check_contradictions(
        "legacy_standings", all.legacy_standings, sites, known, found, about,
        [](legacy_standing const& a, legacy_standing const& b) {
            return differ(a.tier, b.tier) || differ(a.hospital_class, b.hospital_class);
        },
        never);
    check_contradictions(
        "capacities", all.capacities, sites, known, found, about,
        [](capacity const& a, capacity const& b) { return differ(a.total, b.total) || differ(a.free, b.free); },
        [](capacity const& a, capacity const& b) {
            return a.stated_by != b.stated_by || a.source.document != b.source.document;
        });
    check_travels(all, known, found);

    std::vector<std::uint32_t> those;
    for (std::size_t n = 0; n < sites; ++n) {
        auto const& stated = all.institutions[n].operations;
        those.clear();
        for (std::uint32_t o = 0; o < stated.size(); ++o) those.push_back(o);
        for_each_clash(
            those, [&](std::uint32_t o) -> validity const& { return stated[o].valid; },
            [&](std::uint32_t a, std::uint32_t b) { return differ(stated[a].status, stated[b].status); },
            [&](std::uint32_t late, std::uint32_t early, truth together) {
                report_clash(stated[late], stated[early], place_of("institutions", n, "operations", early),
                             place_of("institutions", n, "operations", late), subject_of(all.institutions[n]), together,
                             stated[late].source.document != stated[early].source.document, found);
            });
    }
}

/// A part of two wholes at once; two live referrals of one need.
inline void check_singular(network const& all, directory const& known, kinship const& kin, report& found) {
    std::vector<std::uint32_t> those;
    auto const wholes = known.group(all.institutions.size(), all.memberships,
                                    [](membership const& m) -> institution_id const& { return m.part; });
    for (std::size_t n = 0; n < all.institutions.size() && all.memberships.size() > 1; ++n) {
        auto const group = wholes[n];
        those.assign(group.begin(), group.end());
        for_each_clash(
            those, [&](std::uint32_t m) -> validity const& { return all.memberships[m].valid; },
            [&](std::uint32_t a, std::uint32_t b) {
                auto const &one = all.memberships[a].whole, &other = all.memberships[b].whole;
                return one != other && !kin.is_part(one, other) && !kin.is_part(other, one);
            },
            [&](std::uint32_t late, std::uint32_t early, truth together) {
                auto const& part = all.institutions[n].id;
                auto const a = all.memberships[early].whole.view(), b = all.memberships[late].whole.view();
                bool const sure = is_yes(together);
                found.add(finding_code::checked(sure ? "two-wholes" : "perhaps-two-wholes"),
                          sure ? severity::warning : severity::note, subject_of(part), place_of("memberships", late),
                          both({part.view(), sure ? " cùng lúc thuộc cả " : " có thể cùng lúc thuộc cả ", a, " và ", b},
                               {part.view(), sure ? " is a part of " : " is perhaps a part of ", a, " and of ", b,
                                " at the same time"}));
            });
    }
    auto const of_need =
        known.group(all.needs.size(), all.referrals, [](referral const& r) -> need_id const& { return r.need; });
    std::vector<validity> live;
    for (auto const& each : all.referrals) live.push_back({each.made, each.closed});
    for (std::size_t n = 0; n < all.needs.size() && all.referrals.size() > 1; ++n) {
        auto const group = of_need[n];
        those.assign(group.begin(), group.end());
        for_each_clash(
            those, [&](std::uint32_t r) -> validity const& { return live[r]; },
            [](std::uint32_t, std::uint32_t) { return true; },
            [&](std::uint32_t late, std::uint32_t early, truth together) {
                auto const a = all.referrals[early].id.view(), b = all.referrals[late].id.view();
                bool const sure = is_yes(together);
                found.add(finding_code::checked(sure ? "two-live-referrals" : "perhaps-two-live-referrals"),
                          sure ? severity::error : severity::warning, subject_of(all.referrals[late]),
                          place_of("referrals", late),
                          both({"một nhu cầu (", all.needs[n].id.view(), ") có hai lượt chuyển",
                                sure ? " " : ", có thể ", "cùng chưa kết thúc: ", a, " và ", b},
                               {"one need (", all.needs[n].id.view(), ") has two referrals that are ",
                                sure ? "" : "perhaps ", "live at the same time: ", a, " and ", b}));
            });
    }
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
