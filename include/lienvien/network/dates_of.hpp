#pragma once

#include <lienvien/base/validity.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/fact_names.hpp>
#include <lienvien/network/lanes.hpp>
#include <lienvien/network/lists.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace lienvien {
inline namespace v0 {

/// A written time: when something begins, when it ends, or both.
struct written_time {
    std::optional<partial_date> begins{};
    std::optional<partial_date> ends{};
};

namespace detail {

[[nodiscard]] inline written_time times_of(validity const& valid) { return {valid.from, valid.until}; }
[[nodiscard]] inline std::string member_path(std::string_view list, std::size_t at, std::string_view member) {
    return joined({list, "/", std::to_string(at), "/", member});
}

/// When a certificate lapses by the rule of its programme, as far as that can be worked out from its day of issue. A month
/// that lacks the day of issue leaves it between the last day of that month and the first day of the next: which of them
/// counts is a policy of whoever asks.
[[nodiscard]] inline std::optional<partial_date> lapse_of(certificate const& held, programme const& course) {
    auto const first = held.issued.earliest();
    auto const last = held.issued.latest();
    if (auto const* after = std::get_if<expires_after>(&course.expiry)) {
        auto const moved = [&](sys_days issued, bool late) {
            year_month_day const to = year_month_day(issued) + std::chrono::months(after->months.count());
            if (to.ok()) return sys_days(to);
            return sys_days(to.year() / to.month() / std::chrono::last) + std::chrono::days(late ? 1 : 0);
        };
        partial_date lapses;
        if (first) lapses = lapses.not_before(moved(*first, false));
        if (last) lapses = lapses.not_after(moved(*last, true));
        return lapses;
    }
    if (auto const* yearly = std::get_if<expires_each_year>(&course.expiry)) {
        if (yearly->on.is_always() || !first || !last) return std::nullopt;
        auto const earliest = yearly->on.not_before(*first).earliest();
        auto const latest = yearly->on.not_before(*last + std::chrono::days(1)).earliest();
        if (!earliest || !latest) return std::nullopt;
        return partial_date().not_before(*earliest).not_after(*latest);
    }
    return std::nullopt;
}

/// Calls `take(member, source, written_time)` for every time that stands in a noun and that answers compare with a day.
template <class Noun, class Take>
void for_each_time_in(network const& all, Noun const& noun, sys_days known_on, Take take) {
    if constexpr (requires { noun.valid.from; }) take("valid", &noun.source, times_of(noun.valid));
    if constexpr (std::is_same_v<Noun, institution>) {
        for (std::size_t at = 0; at < noun.operations.size(); ++at) {
            auto const& each = noun.operations[at];
            take(member_path("operations", at, "valid"), &each.source, times_of(each.valid));
        }
    } else if constexpr (std::is_same_v<Noun, succession>) {
        take("on", &noun.source, written_time{noun.on, {}});
    } else if constexpr (std::is_same_v<Noun, agreement>) {
        bool const stated = noun.in_force.from != partial_date::unknown();
        take(stated ? "in_force" : "signed_on", &noun.source, times_of(lanes::entry_into_force(noun, {{}, known_on})));
        for (std::size_t at = 0; at < noun.commitments.size(); ++at) {
            auto const& each = noun.commitments[at];
            take(member_path("commitments", at, "due"), &each.source, written_time{{}, each.due});
        }
    } else if constexpr (std::is_same_v<Noun, certificate>) {
        take("issued", &noun.source, written_time{noun.issued, {}});
        take("revoked", &noun.source, written_time{{}, noun.revoked});
        for (auto const& course : all.programmes) {
            if (course.id != noun.programme) continue;
            take("issued", &noun.source, written_time{{}, lapse_of(noun, course)});
            break;
        }
    } else if constexpr (std::is_same_v<Noun, transfer>) {
        for (std::size_t at = 0; at < noun.stages.size(); ++at)
            take(member_path("stages", at, "on"), &noun.stages[at].source, written_time{noun.stages[at].on, {}});
    } else if constexpr (std::is_same_v<Noun, consultation>) {
        for (std::size_t at = 0; at < noun.sessions.size(); ++at)
            take(member_path("sessions", at, "on"), &noun.source, written_time{noun.sessions[at].on, {}});
    } else if constexpr (std::is_same_v<Noun, referral>) {
        take("made", &noun.source, written_time{noun.made, noun.closed});
        for (std::size_t at = 0; at < noun.offers.size(); ++at)
            take(member_path("offers", at, "on"), &noun.source, written_time{noun.offers[at].on, {}});
    } else if constexpr (std::is_same_v<Noun, recognition>) {
        take("on", &noun.source, written_time{noun.on, {}});
    } else if constexpr (std::is_same_v<Noun, waiver>) {
        take("until", nullptr, written_time{{}, noun.until});
    }
}

/// Calls `take(list, place, noun, member, written_time)` for every time in a network that answers compare with a day, of facts
/// that were known.
template <class Take>
void for_each_time(network const& all, sys_days known_on, Take take) {
    for_each_list(
        [&](std::string_view list, auto const& nouns) {
            for (std::size_t at = 0; at < nouns.size(); ++at) {
                auto const& noun = nouns[at];
                if constexpr (requires { noun.source.known_since; }) {
                    if (!was_known(noun.source, known_on)) continue;
                }
                for_each_time_in(all, noun, known_on,
                                 [&](std::string_view member, source const* from, written_time when) {
                                     if (!from || was_known(*from, known_on)) take(list, at, noun, member, when);
                                 });
            }
        },
        all);
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
