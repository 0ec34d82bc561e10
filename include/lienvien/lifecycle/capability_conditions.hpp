#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/lifecycle/transfer_evidence.hpp>
#include <lienvien/model/capability.hpp>
#include <lienvien/model/indicator.hpp>
#include <lienvien/model/technique.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What else a capability hangs on, once a technique is accepted: people whose certificates are valid, and indicators. (That a
// site holds a licence and operates is read from the snapshot itself.)

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

/// When somebody at the site holds a valid certificate of a programme.
struct certified_time {
    person_id holder;
    programme_id programme;
    validity valid{};

    friend bool operator==(certified_time const&, certified_time const&) = default;
};

/// The days on which fewer people hold a valid certificate than the package needs, one list for all its needs, in the order of
/// days. Several certificates of one person count once. Only needs that name a programme are looked at.
/// Complexity: needs x days of change x certificates.
[[nodiscard]] inline std::vector<interruption> staff_shortfalls(package const& of,
                                                                std::vector<certified_time> const& certificates) {
    std::vector<interruption> all;
    for (auto const& need : of.staff) {
        if (!need.certified_by) continue;
        std::vector<sys_days> days;
        auto const turn = [&](partial_date const& date) {
            auto const first = date.earliest(), last = date.latest();
            if (first) days.push_back(*first);
            if (last && last != first) days.push_back(*last);
        };
        for (auto const& each : certificates) {
            if (each.programme != *need.certified_by) continue;
            turn(each.valid.from);
            if (each.valid.until) turn(*each.valid.until);
        }
        detail::sort_by(days, [](sys_days a, sys_days b) { return a < b; });
        auto const enough_on = [&](sys_days today) {
            std::int64_t sure = 0, possible = 0;
            for (std::size_t n = 0; n < certificates.size(); ++n) {
                auto const& each = certificates[n];
                if (each.programme != *need.certified_by) continue;
                truth holds = truth::no;
                bool counted = false;
                for (std::size_t m = 0; m < certificates.size(); ++m) {
                    auto const& other = certificates[m];
                    if (other.holder != each.holder || other.programme != each.programme) continue;
                    counted = counted || m < n;
                    holds |= holds_on(other.valid, today);
                }
                if (counted) continue;
                sure += is_yes(holds) ? 1 : 0;
                possible += is_no(holds) ? 0 : 1;
            }
            std::int64_t const wanted = need.at_least.count();
            return sure >= wanted ? truth::yes : possible >= wanted ? truth::unknown : truth::no;
        };
        partial_date begins = partial_date::always();
        truth now = enough_on(days.empty() ? sys_days{} : days.front() - std::chrono::days(1));
        auto const close = [&](std::optional<partial_date> until) {
            if (is_yes(now)) return;
            std::string const wanted = need.at_least.to_string();
            std::string const programme(need.certified_by->view());
            all.push_back({{begins, until},
                           !now,
                           {"chưa đủ " + wanted + " người có chứng chỉ “" + programme + "” còn hiệu lực",
                            "fewer than " + wanted + " people hold a valid certificate “" + programme + "”"},
                           of.source});
        };
        for (auto const today : days) {
            truth const then = enough_on(today);
            if (then == now) continue;
            close(partial_date(today));
            begins = today;
            now = then;
        }
        close(std::nullopt);
    }
    return all;
}

/// The same capabilities, suspended while a condition is not met: a period in which the technique is performed alone is cut
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
