#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/rules/citation.hpp>
#include <lienvien/rules/precedence.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Are rules read that rest on weak sources only? Always written out by the caller: no function has a default for it.
enum class unverified : std::uint8_t {
    leave_out,  ///< as if they did not exist
    use         ///< they are read, and what rests on them says so
};

/// One version of a provision, or one row of a table of law: what it says, where it stands, and when it is in force.
///
/// A constant value. `verified` of its instrument says whether a person has checked it against the signed original.
template <class T>
struct dated {
    using value_type = T;

    rule_id id;
    label says;
    citation basis;
    T value;
    period in_force{};  ///< of this provision, within the time of its instrument
    truth competent =
        truth::yes;     ///< had the issuer the power to rule on this? Who may decide comes before who ranks higher
    bool weak = false;  ///< rests on weak sources only: read under `unverified::use` and said so
    std::array<std::optional<rule_id>, 4> prevails_over{};  ///< versions to which this one is an exception

    friend constexpr bool operator==(dated const&, dated const&) = default;
};

/// Is the provision in force? Unknown where it is uncertain whether its instrument still is.
template <class T>
[[nodiscard]] constexpr truth in_force_on(dated<T> const& provision, sys_days today) noexcept {
    return known(provision.in_force.contains(today)) & in_force_on(provision.basis.text, today);
}

/// What came out of choosing a version. Only `applies` names one.
enum class selection : std::uint8_t { facts_missing, not_in_force, not_provided_for, ambiguous, applies };
template <>
struct vocabulary<selection> {
    using enum selection;
    static constexpr std::array words{
        word<selection>{facts_missing, "facts_missing", {"thiếu dữ kiện", "facts missing"}},
        word<selection>{not_in_force, "not_in_force", {"không có quy định hiệu lực", "no version in force"}},
        word<selection>{not_provided_for, "not_provided_for", {"không thuộc phạm vi", "no version for this case"}},
        word<selection>{ambiguous, "ambiguous", {"mâu thuẫn chưa giải quyết", "ambiguous"}},
        word<selection>{applies, "applies", {"được áp dụng", "applies"}}};
};

/// The step at which the last rival fell away; `same_content` where rivals remain that say the same.
enum class selection_step : std::uint8_t { time, scope, competence, special, superior, posterior, same_content };

/// Which version of a provision applies, and how that was found. It points into the table, which must outlive it.
template <class T>
struct version_choice {
    selection outcome = selection::not_in_force;
    dated<T> const* chosen = nullptr;  ///< the version that applies
    selection_step decided_by = selection_step::time;
    /// The versions among which it was not possible to choose: over which no other prevails (`ambiguous`), or that missing
    /// facts may add (`facts_missing`); of `applies`, all that stand undefeated and say the same.
    std::vector<dated<T> const*> candidates{};
    bool uncertain = false;  ///< is it uncertain whether the chosen version's instrument is still in force?
    sys_days day{};          ///< the day whose version was asked for

    [[nodiscard]] explicit operator bool() const noexcept { return outcome == selection::applies; }
};

namespace detail {

/// The versions over which no other prevails.
template <class T>
[[nodiscard]] std::vector<dated<T> const*> undefeated(std::vector<dated<T> const*> const& all) {
    std::vector<dated<T> const*> standing;
    for (auto const* each : all) {
        bool defeated = false;
        for (auto const* other : all) defeated = defeated || precedes(*other, *each).has_value();
        if (!defeated) standing.push_back(each);
    }
    return standing;
}
template <class T>
[[nodiscard]] bool agree(std::vector<dated<T> const*> const& all) {
    for (auto const* each : all) {
        if (!(each->value == all.front()->value)) return false;
    }
    return true;
}
/// Could a version that only perhaps bears change what the sure ones decided? It could not where it prevails over none of
/// the winners and says the same or falls to a sure version; nor where it says the same and nothing prevails over it.
template <class T>
[[nodiscard]] bool could_matter(dated<T> const& open, std::vector<dated<T> const*> const& sure,
                                std::vector<dated<T> const*> const& others,
                                std::vector<dated<T> const*> const& winners) {
    bool const same = open.value == winners.front()->value;
    bool prevails_over_winner = false, falls = false, may_fall = false;
    for (auto const* each : winners) prevails_over_winner = prevails_over_winner || precedes(open, *each).has_value();
    for (auto const* each : sure) falls = falls || precedes(*each, open).has_value();
    for (auto const* each : others) may_fall = may_fall || precedes(*each, open).has_value();
    if (prevails_over_winner) return !same || falls || may_fall;
    return !same && !falls;
}

}  // namespace detail

/// Which version of a provision applies on a day, to a case: time, then scope, then competence, then the more special, the
/// higher, the later text; else `ambiguous` with the candidates. Nothing is prolonged: a day without a version is
/// `not_in_force`.
///
/// Versions that remain and say the same agree, and the first of them is chosen.
/// \param versions  a table of dated<T>, in any order; it must outlive the answer
/// \param day       the day whose rules are asked for; no clock is read
/// \param in_scope  `truth in_scope(dated<T> const&)`: does the version reach the case? Where that is not known and could
///                  change the answer, the answer is `facts_missing`
/// \param policy    what to do with versions whose instrument may no longer be in force
/// \param weak      are versions read that rest on weak sources?
/// Errors:          none thrown
/// Complexity:      quadratic in the versions that are in force and in scope
template <class Table, class Scope>
[[nodiscard]] auto applicable(Table const& versions, sys_days day, Scope in_scope, uncertain_rules policy,
                              unverified weak) {
    using version = std::remove_cvref_t<decltype(*std::begin(versions))>;
    using value = typename version::value_type;
    version_choice<value> found;
    found.day = day;
    struct narrowing {
        std::size_t in_time = 0, in_scope = 0, competent = 0;
    } left;
    std::vector<version const*> sure, open;
    for (version const& each : versions) {
        if (each.weak && weak == unverified::leave_out) continue;
        if (!applies(in_force_on(each, day), policy)) continue;
        ++left.in_time;
        truth const reached = in_scope(each);
        if (is_no(reached)) continue;
        ++left.in_scope;
        if (is_no(each.competent)) continue;
        ++left.competent;
        (is_yes(reached & each.competent) ? sure : open).push_back(&each);
    }
    if (left.in_time == 0) return found;
    found.outcome = selection::not_provided_for;
    found.decided_by = left.in_scope == 0 ? selection_step::scope : selection_step::competence;
    if (left.competent == 0) return found;
    if (sure.empty()) {
        found.outcome = selection::facts_missing;
        found.candidates = std::move(open);
        return found;
    }
    auto winners = detail::undefeated(sure);
    bool const settled = !winners.empty() && detail::agree(winners);
    if (!settled) {  // exceptions in a circle leave nobody standing: then all are candidates
        found.outcome = open.empty() ? selection::ambiguous : selection::facts_missing;
        found.candidates = winners.empty() ? std::move(sure) : std::move(winners);
        for (auto const* each : open) found.candidates.push_back(each);
        return found;
    }
    for (auto const* each : open) {
        if (detail::could_matter(*each, sure, open, winners)) found.candidates.push_back(each);
    }
    if (!found.candidates.empty()) {
        found.outcome = selection::facts_missing;
        for (auto const* each : winners) found.candidates.push_back(each);
        return found;
    }
    found.outcome = selection::applies;
    found.chosen = winners.front();
    found.uncertain = is_unknown(in_force_on(*found.chosen, day));
    found.decided_by = left.competent < left.in_scope ? selection_step::competence
                       : left.in_scope < left.in_time ? selection_step::scope
                                                      : selection_step::time;
    for (auto const* each : sure) {
        auto const reason = precedes(*found.chosen, *each);
        if (!reason) continue;
        auto const step = *reason == precedence::special    ? selection_step::special
                          : *reason == precedence::superior ? selection_step::superior
                                                            : selection_step::posterior;
        if (step > found.decided_by) found.decided_by = step;
    }
    if (winners.size() > 1) found.decided_by = selection_step::same_content;
    found.candidates = std::move(winners);
    return found;
}

/// The same, of versions that all reach the case; uncertain ones are applied and said so, weak ones left out.
template <class Table>
[[nodiscard]] auto applicable(Table const& versions, sys_days day) {
    return applicable(
        versions, day, [](auto const&) { return truth::yes; }, uncertain_rules::apply_and_say, unverified::leave_out);
}

/// By which day's rule an act done earlier is judged.
enum class transition_kind : std::uint8_t {
    rule_of_the_act,  ///< the rule of the day on which it was done goes on for it
    rule_of_today     ///< the rule of today reaches it at once
};
/// A transition rule: which law applies is itself law, so it is cited.
struct transition_rule {
    transition_kind kind;
    std::optional<sys_days> until{};  ///< first day on which the rule of the act no longer goes on
    label says;
    citation basis;
};

/// The day whose rules an act of another day is judged by today. Precondition: the act was not done after today.
[[nodiscard]] constexpr sys_days governing_day(transition_rule const& by, sys_days done_on, sys_days today) noexcept {
    LIENVIEN_EXPECTS(done_on <= today, "an act is judged on the day it is done, or later");
    bool const goes_on = by.kind == transition_kind::rule_of_the_act && (!by.until || today < *by.until);
    return goes_on ? done_on : today;
}

/// Which version applies today to an act done on another day, as the transition rule given says.
template <class Table>
[[nodiscard]] auto applicable_to_act(Table const& versions, sys_days done_on, sys_days today,
                                     transition_rule const& by) {
    return applicable(versions, governing_day(by, done_on, today));
}

/// The version more favourable to the person concerned: that of the day of the act or that of today, for provisions that
/// let the milder one apply. `better(a, b)`: is the value a more favourable than b? Where only one day has a version, that
/// one; where a day is `ambiguous` or misses facts, that answer.
template <class Table, class Better>
[[nodiscard]] auto more_favourable(Table const& versions, sys_days done_on, sys_days today, Better better) {
    auto then = applicable(versions, done_on);
    auto now = applicable(versions, today);
    auto const blocked = [](auto const& choice) {
        return choice.outcome == selection::ambiguous || choice.outcome == selection::facts_missing;
    };
    if (blocked(then) || (then && !now && !blocked(now))) return then;
    if (!then || blocked(now)) return now;
    return better(now.chosen->value, then.chosen->value) ? now : then;
}

}  // namespace v0
}  // namespace lienvien
