#pragma once

#include <lienvien/base/source.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/lifecycle/transfer_evidence.hpp>
#include <lienvien/model/capability.hpp>
#include <lienvien/model/indicator.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What else a capability hangs on, once a technique is accepted: indicators, and people whose certificates are valid (who they
// are says `certified_staff`). That a site holds a licence and operates is read from the snapshot itself.

namespace lienvien {
inline namespace v0 {

/// Days on which a condition of performing a technique is not met, or may not be.
struct interruption {
    validity when{};
    truth certain{};  ///< unknown: the facts leave it open
    text why{};
    lienvien::source source{};

    friend bool operator==(interruption const&, interruption const&) = default;
};

/// Capabilities, suspended while a condition is not met: a period in which the technique is performed alone is cut
/// where an interruption is certain, and the suspension names the reason as what its source doubts. Where the interruption or
/// a date is not certain, both stand beside each other, and whether the site performs the technique is not known then.
/// Complexity: capabilities x interruptions.
[[nodiscard]] inline std::vector<capability> interrupted(std::vector<capability> periods,
                                                         std::vector<interruption> const& by) {
    for (auto const& cut : by) {
        std::vector<capability> made;
        for (auto& each : periods) {
            if (!is_yes(performs_alone(each.stage)) || is_no(overlap(each.valid, cut.when))) {
                made.push_back(std::move(each));
                continue;
            }
            capability held_back = each;
            held_back.stage = stage::suspended;
            held_back.valid = cut.when;
            held_back.source = cut.source;
            held_back.source.doubt = cut.why.vi + " / " + cut.why.en;
            held_back.evidence = {{.what = cut.why}};
            auto const& valid = each.valid;
            auto const is_exact = [](partial_date const& date) { return date.is_always() || date.is_exact(); };
            bool const exact = is_exact(valid.from) && (!valid.until || valid.until->is_exact()) &&
                               is_exact(cut.when.from) && (!cut.when.until || cut.when.until->is_exact());
            if (!exact || !is_yes(cut.certain)) {
                made.push_back(std::move(each));
                made.push_back(std::move(held_back));
                continue;
            }
            auto const earlier_end = [](std::optional<partial_date> const& a, std::optional<partial_date> const& b) {
                return !b || (a && is_yes(before(*a, *b))) ? a : b;
            };
            if (is_yes(before(valid.from, cut.when.from))) {
                capability first = each;
                first.valid.until = cut.when.from;
                made.push_back(std::move(first));
            }
            held_back.valid.from = is_yes(before(cut.when.from, valid.from)) ? valid.from : cut.when.from;
            held_back.valid.until = earlier_end(cut.when.until, valid.until);
            made.push_back(held_back);
            if (cut.when.until && (!valid.until || is_yes(before(*cut.when.until, *valid.until)))) {
                each.valid.from = *cut.when.until;
                made.push_back(std::move(each));
            }
        }
        periods = std::move(made);
    }
    return periods;
}

/// How far an indicator may go before a technique is suspended: a share, which the package or its contract states.
struct indicator_limit {
    indicator_id indicator;
    lienvien::better better{};
    percentage limit;

    friend bool operator==(indicator_limit const&, indicator_limit const&) = default;
};

/// Is the limit broken by a figure? Not known where the figure is no share, is wide enough to lie on both sides, or where it
/// is not said which way is better; no for a figure of another indicator.
[[nodiscard]] inline truth breaks(figure const& measured, indicator_limit const& stated) noexcept {
    if (measured.indicator != stated.indicator) return truth::no;
    if (!measured.out_of || measured.out_of->count() == 0 || stated.better == better::not_known) return truth::unknown;
    std::int64_t const line = stated.limit.count() * measured.out_of->count();
    std::int64_t const least = measured.least.count() * 100 * 100;
    std::int64_t const most =
        (measured.most && *measured.most < *measured.out_of ? *measured.most : *measured.out_of).count() * 100 * 100;
    if (stated.better == better::lower) return least > line ? truth::yes : known(most > line) & truth::unknown;
    return most < line ? truth::yes : known(least < line) & truth::unknown;
}

/// A figure as the cause of a suspension: to be shown with the step, which somebody still has to decide.
[[nodiscard]] inline shown_evidence cause_of(figure const& measured) {
    std::string found = std::string(measured.indicator.view()) + " " + measured.least.to_string();
    if (measured.most && measured.most != measured.least) found += "-" + measured.most->to_string();
    if (measured.out_of) found += "/" + measured.out_of->to_string();
    return {.kind = evidence_kind::cause, .on = measured.valid.from, .document = std::move(found)};
}

}  // namespace v0
}  // namespace lienvien
