#pragma once

#include <lienvien/validate/directory.hpp>
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

/// A relation between two nouns of one kind, and where it is written.
struct link {
    std::uint32_t from, to;
    std::uint32_t outer;              ///< the fact or noun that says so
    std::uint32_t inner = 0;          ///< its place in a list inside the noun
    validity const* valid = nullptr;  ///< none: at all times
};

/// Finds nouns that, by following links, lead back to themselves: one circle for every tangle of links.
class circle_finder {
public:
    circle_finder(std::size_t nouns, std::vector<link> const& links)
        : links_(links),
          out_(nouns, links.size(), [&](std::size_t n) { return std::optional(links[n].from); }),
          tangle_(nouns, none),
          state_(nouns, untouched) {}

    /// Calls `found(links of the circle, in order)` for each tangle, beginning with the noun that is written first.
    template <class Found>
    void for_each(Found found) {
        if (links_.empty()) return;
        name_tangles();
        std::vector<std::vector<std::uint32_t>> inside(tangles_);
        for (std::uint32_t n = 0; n < links_.size(); ++n) {
            auto const t = tangle_[links_[n].from];
            if (t != none && t == tangle_[links_[n].to]) inside[t].push_back(n);
        }
        // Tangles are told in the order of the nouns that are written first.
        std::vector<bool> told(tangles_, false);
        for (std::uint32_t noun = 0; noun < tangle_.size(); ++noun) {
            auto const t = tangle_[noun];
            if (t == none || told[t] || inside[t].empty()) continue;
            told[t] = true;
            auto circle = in_tangle(inside[t]);
            if (!circle.empty()) found(circle);
        }
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::uint8_t untouched = 0, on_path = 1, done = 2;

    /// Numbers the strongly connected parts. Source: R. Tarjan, Depth-first search and linear graph algorithms, 1972.
    void name_tangles() {
        std::vector<std::uint32_t> order(tangle_.size(), none), low(tangle_.size(), 0), stack;
        struct visit {
            std::uint32_t noun, next;
        };
        std::vector<visit> path;
        std::uint32_t counter = 0;
        for (auto const& start : links_) {
            if (order[start.from] != none) continue;
            path.push_back({start.from, 0});
            while (!path.empty()) {
                auto const noun = path.back().noun;
                if (path.back().next == 0 && order[noun] == none) {
                    order[noun] = low[noun] = counter++;
                    stack.push_back(noun);
                }
                auto const leaving = out_[noun];
                if (leaving.begin() + path.back().next != leaving.end()) {
                    auto const to = links_[leaving.begin()[path.back().next++]].to;
                    if (order[to] == none) {
                        path.push_back({to, 0});
                    } else if (tangle_[to] == none && order[to] < low[noun]) {
                        low[noun] = order[to];
                    }
                    continue;
                }
                path.pop_back();
                if (!path.empty() && low[noun] < low[path.back().noun]) low[path.back().noun] = low[noun];
                if (low[noun] != order[noun]) continue;
                for (std::uint32_t member = none; member != noun;) {
                    member = stack.back();
                    stack.pop_back();
                    tangle_[member] = tangles_;
                }
                ++tangles_;
            }
        }
    }

    /// A circle whose links may all hold on one day, where there is one: it then also exists on the day on which the
    /// last of them begins.
    [[nodiscard]] std::vector<std::uint32_t> in_tangle(std::vector<std::uint32_t> const& links) {
        std::vector<sys_days> days;
        for (auto const n : links) {
            auto const first = links_[n].valid ? links_[n].valid->from.earliest() : std::nullopt;
            days.push_back(first ? *first : (sys_days::min)());
        }
        sort_by(days, [](sys_days a, sys_days b) { return a < b; });
        for (std::size_t d = 0; d < days.size(); ++d) {
            if (d > 0 && days[d] == days[d - 1]) continue;
            auto circle = on_day(links, days[d]);
            for (auto const n : links) state_[links_[n].from] = state_[links_[n].to] = untouched;
            if (!circle.empty()) return circle;
        }
        return {};
    }

    [[nodiscard]] std::vector<std::uint32_t> on_day(std::vector<std::uint32_t> const& links, sys_days day) {
        std::vector<std::uint32_t> path;  // links from the start to where we stand
        struct visit {
            std::uint32_t noun, next;
        };
        std::vector<visit> nouns;
        for (auto const start : links) {
            if (state_[links_[start].from] != untouched) continue;
            nouns.push_back({links_[start].from, 0});
            state_[links_[start].from] = on_path;
            while (!nouns.empty()) {
                auto const noun = nouns.back().noun;
                auto const leaving = out_[noun];
                if (leaving.begin() + nouns.back().next == leaving.end()) {
                    state_[noun] = done;
                    nouns.pop_back();
                    if (!path.empty()) path.pop_back();
                    continue;
                }
                auto const n = leaving.begin()[nouns.back().next++];
                link const& way = links_[n];
                if (tangle_[way.to] != tangle_[noun] || (way.valid && is_no(holds_on(*way.valid, day)))) continue;
                if (state_[way.to] == done) continue;
                path.push_back(n);
                if (state_[way.to] == on_path) return turned(path, way.to);
                state_[way.to] = on_path;
                nouns.push_back({way.to, 0});
            }
        }
        return {};
    }

    /// The last part of the path, which ends where it began, told from the noun that is written first.
    [[nodiscard]] std::vector<std::uint32_t> turned(std::vector<std::uint32_t> const& path,
                                                    std::uint32_t meeting) const {
        std::size_t begin = path.size() - 1;
        while (links_[path[begin]].from != meeting) --begin;
        std::size_t least = begin;
        for (auto n = begin; n < path.size(); ++n) {
            if (links_[path[n]].from < links_[path[least]].from) least = n;
        }
        std::vector<std::uint32_t> circle;
        for (auto n = least; n < path.size(); ++n) circle.push_back(path[n]);
        for (auto n = begin; n < least; ++n) circle.push_back(path[n]);
        return circle;
    }

    std::vector<link> const& links_;
    grouping out_;
    std::vector<std::uint32_t> tangle_;
    std::vector<std::uint8_t> state_;
    std::uint32_t tangles_ = 0;
};

/// Reports circles of links between nouns of one list.
template <class Noun, class Pointer>
void report_circles(std::vector<Noun> const& nouns, std::vector<link> const& links, label relation, Pointer pointer,
                    report& found) {
    if (links.empty()) return;
    circle_finder(nouns.size(), links).for_each([&](std::vector<std::uint32_t> const& circle) {
        std::string members;
        for (auto const n : circle) members += joined({nouns[links[n].from].id.view(), " → "});
        auto const& first = nouns[links[circle.front()].from].id;
        members += first.view();
        found.add(finding_code::checked("cycle"), severity::error, subject_of(first), pointer(links[circle.front()]),
                  both({"vòng lặp (", relation.vi, "): ", members}, {"a circle (", relation.en, "): ", members}));
    });
}

/// Circles where there must be none: part-of, affiliation, succession, what must come first, what consists of what.
inline void check_cycles(network const& all, directory const& known, report& found) {
    std::vector<link> links;
    auto const add = [&](auto const& from, auto const& to, std::size_t outer, std::size_t inner,
                         validity const* valid) {
        auto const a = known.find(from), b = known.find(to);
        if (a && b)
            links.push_back({*a, *b, static_cast<std::uint32_t>(outer), static_cast<std::uint32_t>(inner), valid});
    };
    auto const in_list = [](std::string_view list) {
        return [list](link const& l) { return place_of(list, l.outer); };
    };
    auto const inside = [](std::string_view list, std::string_view inner) {
        return [=](link const& l) { return place_of(list, l.outer, inner, l.inner); };
    };
    for (std::size_t n = 0; n < all.memberships.size(); ++n) {
        add(all.memberships[n].part, all.memberships[n].whole, n, 0, &all.memberships[n].valid);
    }
    report_circles(all.institutions, links, {"thuộc về", "is a part of"}, in_list("memberships"), found);
    for (auto const& kind : vocabulary<affiliation_kind>::words) {
        links.clear();
        for (std::size_t n = 0; n < all.affiliations.size(); ++n) {
            auto const& fact = all.affiliations[n];
            if (fact.kind == kind.value) add(fact.member, fact.hub, n, 0, &fact.valid);
        }
        report_circles(all.institutions, links, kind.label, in_list("affiliations"), found);
    }
    links.clear();
    for (std::size_t n = 0; n < all.successions.size(); ++n) {
        add(all.successions[n].predecessor, all.successions[n].successor, n, 0, nullptr);
    }
    report_circles(all.institutions, links, {"được kế thừa bởi", "is succeeded by"}, in_list("successions"), found);

    auto const inner_links = [&](auto const& nouns, auto named, label relation, auto pointer) {
        links.clear();
        for (std::size_t n = 0; n < nouns.size(); ++n) {
            std::size_t inner = 0;
            for (auto const& to : named(nouns[n])) add(nouns[n].id, to, n, inner++, nullptr);
        }
        report_circles(nouns, links, relation, pointer, found);
    };
    inner_links(
        all.techniques, [](technique const& t) -> auto const& { return t.requires_; }, {"cần có trước", "requires"},
        inside("techniques", "requires"));
    inner_links(
        all.packages, [](package const& p) -> auto const& { return p.parts; }, {"gồm gói", "contains the package"},
        inside("packages", "parts"));
    inner_links(
        all.packages, [](package const& p) -> auto const& { return p.prerequisites; },
        {"cần gói trước", "requires the package"}, inside("packages", "prerequisites"));
    links.clear();
    for (std::size_t n = 0; n < all.agreements.size(); ++n) {
        auto const& earlier = all.agreements[n].earlier;
        for (std::size_t e = 0; e < earlier.size(); ++e) add(all.agreements[n].id, earlier[e].agreement, n, e, nullptr);
    }
    report_circles(all.agreements, links, {"dựa trên thỏa thuận trước", "rests on the earlier agreement"},
                   inside("agreements", "earlier"), found);
    links.clear();
    for (std::size_t n = 0; n < all.certificates.size(); ++n) {
        if (all.certificates[n].renews) add(all.certificates[n].id, *all.certificates[n].renews, n, 0, nullptr);
    }
    report_circles(
        all.certificates, links, {"gia hạn", "renews"},
        [](link const& l) { return place_of("certificates", l.outer, "renews"); }, found);
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
