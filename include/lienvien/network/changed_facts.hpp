#pragma once

#include <lienvien/base/vocabulary.hpp>
#include <lienvien/network/fact_names.hpp>
#include <lienvien/network/frozen.hpp>
#include <lienvien/network/id_index.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What happened to a fact between two states of affairs.
enum class fact_change : std::uint8_t { not_known, begun, ended, open, added, removed, altered };
template <>
struct vocabulary<fact_change> {
    using enum fact_change;
    static constexpr std::array words{word<fact_change>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<fact_change>{begun, "begun", {"đã bắt đầu", "has begun"}},
                                      word<fact_change>{ended, "ended", {"không còn nữa", "no longer holds"}},
                                      word<fact_change>{open, "open", {"không còn chắc chắn", "is no longer certain"}},
                                      word<fact_change>{added, "added", {"được ghi thêm", "is written down now"}},
                                      word<fact_change>{removed, "removed", {"không còn được ghi", "is struck out"}},
                                      word<fact_change>{altered, "altered", {"nói khác trước", "says something else"}}};
};

/// A fact, or the text of rules, that is not what it was.
struct changed_fact {
    fact_change change{};
    fact_name fact;
    std::string
        pointer{};  ///< a JSON pointer into the later network, into the earlier one where it is struck out there;
                    ///< empty for the text of rules

    friend bool operator==(changed_fact const&, changed_fact const&) = default;
};

namespace detail {

/// One step from an earlier state of affairs to a later one: a fact replaced, struck out, or added.
struct fact_step {
    enum class kind : std::uint8_t { replace, strike, add };
    std::uint32_t list;
    fact_step::kind does;
    std::uint32_t at;  ///< place in the earlier state, of `add` in the later one
    std::uint32_t to;  ///< of `replace`: place in the later state
    changed_fact says;
};

/// How surely a fact holds, where it is a fact with a period.
template <class Noun>
[[nodiscard]] truth frozen_truth(Noun const& noun) {
    sys_days const any{};
    if constexpr (requires { noun.valid.from; }) {
        return holds_on(noun.valid, any);
    } else if constexpr (requires { noun.in_force.from; }) {
        return holds_on(noun.in_force, any);
    } else if constexpr (requires { noun.on.is_always(); }) {
        return happened_by(noun.on, any);
    } else {
        return truth::yes;
    }
}
[[nodiscard]] inline fact_change change_between(truth before, truth after) {
    if (before == after) return fact_change::altered;
    return is_yes(after) ? fact_change::begun : is_no(after) ? fact_change::ended : fact_change::open;
}

/// Pairs the facts of two lists: by identity, else word for word, else by what they are about where that is unambiguous.
template <class Noun>
[[nodiscard]] std::vector<std::optional<std::uint32_t>> pair_facts(std::vector<Noun> const& before,
                                                                   std::vector<Noun> const& after, bool same_list,
                                                                   std::vector<std::uint32_t> const& before_places,
                                                                   std::vector<std::uint32_t> const& after_places,
                                                                   std::vector<Noun> const& before_written,
                                                                   std::vector<Noun> const& after_written) {
    std::vector<std::optional<std::uint32_t>> partner(before.size());
    std::vector<bool> taken(after.size(), false);
    auto const pair = [&](std::size_t b, std::size_t a) {
        partner[b] = static_cast<std::uint32_t>(a);
        taken[a] = true;
    };
    if (same_list) {
        for (std::size_t b = 0, a = 0; b < before.size() && a < after.size();) {
            if (before_places[b] == after_places[a]) {
                pair(b++, a++);
            } else {
                before_places[b] < after_places[a] ? ++b : ++a;
            }
        }
        return partner;
    }
    if constexpr (identified<Noun>) {
        auto const identity = [](Noun const& noun) -> auto const& { return noun.id; };
        id_index<decltype(Noun::id)> const index(after, identity);
        for (std::size_t b = 0; b < before.size(); ++b) {
            auto const a = index.find(before[b].id);
            if (a && !taken[*a]) pair(b, *a);
        }
    } else {
        std::size_t next = 0;  // most facts stand in the same order in both
        for (std::size_t b = 0; b < before.size(); ++b) {
            auto const& wanted = before_written[before_places[b]];
            for (std::size_t tried = 0; tried < after.size(); ++tried) {
                std::size_t const a = next + tried < after.size() ? next + tried : next + tried - after.size();
                if (taken[a] || !(after_written[after_places[a]] == wanted)) continue;
                pair(b, a);
                next = a + 1;
                break;
            }
        }
        for (std::size_t b = 0; b < before.size(); ++b) {
            if (partner[b]) continue;
            auto const name = name_fact(before[b]).subject;
            std::optional<std::size_t> only;
            std::size_t rivals = 0;
            for (std::size_t other = 0; other < before.size(); ++other)
                rivals += !partner[other] && name_fact(before[other]).subject == name ? 1u : 0u;
            for (std::size_t a = 0; a < after.size(); ++a) {
                if (taken[a] || name_fact(after[a]).subject != name) continue;
                rivals += only ? 1u : 0u;
                only = a;
            }
            if (only && rivals == 1) pair(b, *only);
        }
    }
    return partner;
}

/// How a noun is named that is new, or gone: not by what has a period in it.
template <class Noun>
[[nodiscard]] fact_name name_noun(Noun const& noun) {
    fact_name name = name_fact(noun);
    if constexpr (identified<Noun>) name.what = to_text(decltype(noun.id)::tag::noun);
    return name;
}

/// Everything in which two frozen networks differ, as steps that can be taken one by one: replacements, then what is struck
/// out (from the end of each list on), then what is added.
[[nodiscard]] inline std::vector<fact_step> steps_between(snapshot const& before, frozen_network const& from,
                                                          snapshot const& after, frozen_network const& to) {
    std::vector<fact_step> steps;
    std::uint32_t list = 0;
    bool const same = &before.written() == &after.written();
    for_each_list(
        [&](std::string_view name, auto const& a, auto const& b, auto const& a_written, auto const& b_written) {
            auto const place = [&](frozen_network const& in, std::uint32_t at) {
                return joined({"/", name, "/", std::to_string(in.places[list][at])});
            };
            auto const partner = pair_facts(a, b, same, from.places[list], to.places[list], a_written, b_written);
            std::vector<bool> arrived(b.size(), true);
            for (std::uint32_t at = 0; at < a.size(); ++at) {
                if (!partner[at]) continue;
                auto const& later = b[*partner[at]];
                arrived[*partner[at]] = false;
                if (a[at] == later) continue;
                auto const& words = is_no(frozen_truth(later)) ? a[at] : later;
                changed_fact says{change_between(frozen_truth(a[at]), frozen_truth(later)), name_fact(words),
                                  place(to, *partner[at])};
                if constexpr (requires { later.operations; }) {
                    if (a[at].operations == later.operations) says.fact.what = to_text(institution_tag::noun);
                }
                steps.push_back({list, fact_step::kind::replace, at, *partner[at], std::move(says)});
            }
            for (auto at = static_cast<std::uint32_t>(a.size()); at-- > 0;) {
                if (!partner[at])
                    steps.push_back({list,
                                     fact_step::kind::strike,
                                     at,
                                     0,
                                     {fact_change::removed, name_noun(a[at]), place(from, at)}});
            }
            for (std::uint32_t at = 0; at < b.size(); ++at) {
                if (arrived[at])
                    steps.push_back(
                        {list, fact_step::kind::add, at, 0, {fact_change::added, name_noun(b[at]), place(to, at)}});
            }
            ++list;
        },
        from.state, to.state, before.written(), after.written());
    return steps;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
