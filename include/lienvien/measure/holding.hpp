#pragma once

#include <lienvien/measure/nested_count.hpp>
#include <lienvien/model/network.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// Which practice counts as evidence: only what a site does on its own responsibility, or also what it does under the eyes
/// of its teachers (clinical training and on site under supervision), as for a learning curve.
enum class practice : std::uint8_t { alone, alone_or_supervised };

namespace detail {

[[nodiscard]] constexpr truth practises(stage reached, practice wanted) noexcept {
    if (wanted == practice::alone_or_supervised && (reached == stage::clinical || reached == stage::on_site))
        return truth::yes;
    return performs_alone(reached);
}

[[nodiscard]] inline bool names(technique_list const& list, technique_id const& technique) noexcept {
    for (auto const& each : list.techniques) {
        if (each == technique) return true;
    }
    return false;
}

}  // namespace detail

/// Why a case of this day at this site is no evidence on the technique; nothing where it is.
///
/// Read from the capability facts and approved technique lists of the network, as they are written.
/// Reasons: `never_held` (no fact says that the site ever practised it), `before_held`, `not_held_then`, and
/// `holding_not_known` where partial dates or a stage that is not known leave it open.
/// Complexity: linear in the capability facts and technique lists.
[[nodiscard]] inline std::optional<measuring_refusal> refusal_of_evidence(network const& written,
                                                                          institution_id const& site,
                                                                          technique_id const& technique, sys_days day,
                                                                          practice wanted) {
    bool ever = false;
    truth performs = truth::no;
    truth does_not = truth::no;
    truth listed = truth::no;
    truth some_begun = truth::no;
    for (auto const& fact : written.capabilities) {
        if (fact.site != site || fact.technique != technique) continue;
        truth const practised = detail::practises(fact.stage, wanted);
        truth const holds = holds_on(fact.valid, day);
        performs |= holds & practised;
        does_not |= holds & !practised;
        if (is_no(practised)) continue;
        ever = true;
        some_begun |= happened_by(fact.valid.from, day);
    }
    for (auto const& list : written.technique_lists) {
        if (list.site != site || !detail::names(list, technique)) continue;
        ever = true;
        listed |= holds_on(list.valid, day);
        some_begun |= happened_by(list.valid.from, day);
    }
    if (!ever) return refused_as(measuring_fault::never_held);
    // A capability fact that holds stands before the list; two that contradict each other leave it open.
    truth const by_list = choose(performs | does_not, truth::no, listed);
    truth const held = is_yes(performs & does_not) ? truth::unknown : (performs & !does_not) | by_list;
    if (is_yes(held)) return std::nullopt;
    if (is_no(some_begun)) return refused_as(measuring_fault::before_held);
    return refused_as(is_no(held) ? measuring_fault::not_held_then : measuring_fault::holding_not_known);
}

/// Counts an indicator of a technique at a site, from cases with a day each. One case on a day on which the site did not
/// hold the technique refuses the whole count: such a number would be evidence of something else.
/// `day_of(case)` gives the day. Errors: those of `refusal_of_evidence`, with the number of the case, counted from 1.
template <class Case, class Cases, class DayOf>
[[nodiscard]] measured<counted_indicator> count_at(network const& written, institution_id const& site,
                                                   technique_id const& technique, practice wanted,
                                                   indicator_of<Case, case_place::not_met> const& indicator,
                                                   Cases const& cases, DayOf day_of) {
    std::size_t number = 0;
    for (Case const& each : cases) {
        ++number;
        auto refused = refusal_of_evidence(written, site, technique, day_of(each), wanted);
        if (!refused) continue;
        refused->why.vi = "ca thứ " + std::to_string(number) + ": " + refused->why.vi;
        refused->why.en = "case " + std::to_string(number) + ": " + refused->why.en;
        return *std::move(refused);
    }
    if (number == 0) {
        // Without a case, a site that never held the technique is still told so.
        auto refused = refusal_of_evidence(written, site, technique, (sys_days::max)(), wanted);
        if (refused && refused->because == measuring_fault::never_held) return *std::move(refused);
    }
    return indicator.count(cases);
}

}  // namespace v0
}  // namespace lienvien
