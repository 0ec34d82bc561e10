#pragma once

#include <lienvien/model/network.hpp>
#include <lienvien/network/lists.hpp>
#include <lienvien/network/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// A network in which every day is like one day: each period holds always, never, or it is open, as it was on that day; what
/// was not known then is left out. Two such networks differ in exactly what made two days differ.
struct frozen_network {
    network state;
    std::vector<std::vector<std::uint32_t>> places;  ///< per list: the place in the written network of each noun kept
};

inline constexpr sys_days last_day = sys_days(std::chrono::year(9999) / 12 / 31);

[[nodiscard]] inline validity frozen_validity(truth holds) {
    if (is_yes(holds)) return always;
    if (is_no(holds)) return {partial_date::always(), partial_date::always()};
    return {partial_date::unknown().not_after(last_day)};
}
[[nodiscard]] inline partial_date frozen_date(truth happened) {
    if (is_yes(happened)) return partial_date::always();
    return is_no(happened) ? partial_date(last_day) : partial_date::unknown().not_after(last_day);
}

template <class Fact>
void freeze_fact(Fact& fact, moment when) {
    if constexpr (requires { fact.valid.from; }) fact.valid = frozen_validity(holds_on(fact.valid, when.today));
    if constexpr (requires { fact.source.known_since; }) fact.source.known_since.reset();
}
template <class Fact>
void keep_known(std::vector<Fact>& facts, moment when) {
    std::vector<Fact> kept;
    for (auto& each : facts) {
        if (!was_known(each.source, when.known_on)) continue;
        freeze_fact(each, when);
        kept.push_back(std::move(each));
    }
    facts = std::move(kept);
}

template <class Noun>
void freeze_noun(Noun& noun, snapshot const& today) {
    moment const when = today.when();
    if constexpr (std::is_same_v<Noun, institution>) {
        keep_known(noun.operations, when);
    } else if constexpr (std::is_same_v<Noun, succession>) {
        noun.on = frozen_date(happened_by(noun.on, when.today));
    } else if constexpr (std::is_same_v<Noun, agreement>) {
        noun.in_force = frozen_validity(holds_on(today.entry_into_force(noun), when.today));
        keep_known(noun.clauses, when);
        keep_known(noun.signed_on.stated, when);
    }
    freeze_fact(noun, when);
}

[[nodiscard]] inline frozen_network freeze(snapshot const& today) {
    frozen_network made;
    for_each_list(
        [&](std::string_view, auto const& written, auto& state) {
            auto& places = made.places.emplace_back();
            state.reserve(written.size());
            for (std::uint32_t at = 0; at < written.size(); ++at) {
                if constexpr (requires { written[at].source.known_since; }) {
                    if (!was_known(written[at].source, today.when().known_on)) {
                        // An institution or technique is numbered whether it was known or not.
                        using noun_type = typename std::remove_cvref_t<decltype(written)>::value_type;
                        if constexpr (!std::is_same_v<noun_type, institution> &&
                                      !std::is_same_v<noun_type, technique> && !std::is_same_v<noun_type, package>) {
                            continue;
                        }
                    }
                }
                state.push_back(written[at]);
                freeze_noun(state.back(), today);
                places.push_back(at);
            }
        },
        today.written(), made.state);
    return made;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
