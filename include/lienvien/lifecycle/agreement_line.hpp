#pragma once

#include <lienvien/base/vocabulary.hpp>
#include <lienvien/lifecycle/promises_on.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What stands in the place of an agreement on a day.
struct standing_agreement {
    agreement_id asked;
    std::optional<agreement_id> now{};  ///< itself, or the one that renewed or replaced it; none: nothing is in force
    truth in_force{};                   ///< of `now`; where there is none, whether one may be
    std::vector<agreement_id> amended_by{};  ///< amendments of it that are in force
    std::vector<agreement_id> by_way_of{};   ///< from the one asked for to `now`, both left out

    friend bool operator==(standing_agreement const&, standing_agreement const&) = default;
};

namespace detail {
/// The agreements that hang on one in this way, in the order of the network.
template <class Visit>
void for_each_later(network const& written, agreement_id const& earlier, Visit visit) {
    for (auto const& each : written.agreements) {
        for (auto const& hangs : each.earlier) {
            if (hangs.agreement == earlier) visit(each, hangs.link);
        }
    }
}
[[nodiscard]] inline truth in_force_on(promise_book const& book, promise_history const& history, agreement const& under,
                                       sys_days today) {
    truth const bound = under.status == agreement_status::ended ? truth::yes : binds(under.status);
    return bound & holds_on(span_of(book, history, under, today).valid, today);
}
}  // namespace detail

/// What stands in the place of an agreement on a day: an agreement that replaces or renews it, once that is in force; else
/// itself, while it lasts; else nothing. No gap is bridged: between the end of one and the beginning of its renewal nothing
/// is in force. Nothing where the book has no such agreement.
[[nodiscard]] inline std::optional<standing_agreement> stands_on(promise_book const& book,
                                                                 promise_history const& history,
                                                                 agreement_id const& asked, sys_days today) {
    auto const* under = book.find(asked);
    if (!under) return std::nullopt;
    standing_agreement made{.asked = asked};
    std::vector<agreement_id> seen{asked};
    for (;;) {
        agreement const* next = nullptr;
        detail::for_each_later(book.written(), under->id, [&](agreement const& later, agreement_link link) {
            if (link != agreement_link::renews && link != agreement_link::replaces) return;
            for (auto const& each : seen) {
                if (each == later.id) return;
            }
            truth const holds = detail::in_force_on(book, history, later, today);
            // One that surely is in force comes first; one that has begun and ended may itself have been renewed; one
            // that only may be in force takes the place of nothing that surely is.
            bool const bound = is_yes(binds(later.status)) || later.status == agreement_status::ended;
            bool const begun = bound && is_yes(happened_by(detail::stated_span(later).from, today));
            if (is_no(holds) ? begun : is_yes(holds) || !is_yes(detail::in_force_on(book, history, *under, today))) {
                if (!next || is_yes(holds)) next = &later;
            }
        });
        if (!next) break;
        seen.push_back(next->id);
        under = next;
    }
    made.in_force = detail::in_force_on(book, history, *under, today);
    if (!is_no(made.in_force)) {
        made.now = under->id;
        detail::for_each_later(book.written(), under->id, [&](agreement const& later, agreement_link link) {
            if (link == agreement_link::amends && is_yes(detail::in_force_on(book, history, later, today)))
                made.amended_by.push_back(later.id);
        });
        for (std::size_t at = 1; at + 1 < seen.size(); ++at) made.by_way_of.push_back(seen[at]);
    }
    return made;
}

/// What became of one part of a proposal.
struct proposal_part {
    agreement_id proposal;
    std::size_t clause;  ///< its place in the proposal
    lienvien::activity activity{};
    std::vector<agreement_id>
        taken_up_by{};  ///< agreements that bind, name the proposal and have a clause of this activity
    friend bool operator==(proposal_part const&, proposal_part const&) = default;
};

/// What became of every proposal: each clause that is not binding, and the agreements that it turned into. A clause that
/// nobody took up stays a wish: nothing is owed for it.
[[nodiscard]] inline std::vector<proposal_part> proposals_in(network const& written) {
    std::vector<proposal_part> all;
    for (auto const& each : written.agreements) {
        for (std::size_t at = 0; at < each.clauses.size(); ++at) {
            auto const& part = each.clauses[at];
            auto const status = part.status == agreement_status::not_known ? each.status : part.status;
            if (!is_no(binds(status)) || status == agreement_status::ended) continue;
            proposal_part made{each.id, at, part.activity, {}};
            detail::for_each_later(written, each.id, [&](agreement const& later, agreement_link) {
                if (!is_yes(binds(later.status))) return;
                for (auto const& taken : later.clauses) {
                    if (taken.activity != part.activity) continue;
                    made.taken_up_by.push_back(later.id);
                    return;
                }
            });
            all.push_back(std::move(made));
        }
    }
    return all;
}

/// What is left of one agreement on the day on which it ends.
struct owed_at_end {
    std::optional<sys_days> ends{};              ///< none: no day is known on which it ends
    std::vector<promise_standing> still_owed{};  ///< late or broken by then, or owed beyond the end
    std::vector<promise_standing> over{};        ///< ends with it, undone
    std::vector<promise_standing> not_stated{};  ///< open, and no clause says what becomes of it
};

/// What is owed when an agreement ends, as told by `today`: asked as of the first day on which it no longer is in force.
[[nodiscard]] inline owed_at_end owed_at_end_of(promise_book const& book, promise_history const& history,
                                                agreement_id const& which, sys_days today,
                                                working_calendar const& calendar) {
    owed_at_end made;
    auto const* const under = book.find(which);
    if (!under) return made;
    auto const until = span_of(book, history, *under, today).valid.until;
    made.ends = until ? until->exact() : std::nullopt;
    if (!made.ends) return made;
    for (auto& each : standings_on(book, history, *made.ends, calendar, which)) {
        bool open = each.state == promise_state::violated_open || each.state == promise_state::survived;
        for (auto const& turn : each.turns)
            open = open || turn.state == promise_state::violated_open || turn.state == promise_state::survived;
        if (open) {
            made.still_owed.push_back(std::move(each));
        } else if (each.state == promise_state::not_known || each.state == promise_state::suspended) {
            made.not_stated.push_back(std::move(each));
        } else if (each.state == promise_state::expired || each.state == promise_state::conditional) {
            made.over.push_back(std::move(each));
        }
    }
    return made;
}

/// What is wrong with how agreements hang together: "outlives-its-frame" (it implements one that ends before it does, a
/// warning), "gap-before-renewal" (it begins after the one that it renews has ended: the days between are not covered, a
/// note), "circular-agreements" (an error).
[[nodiscard]] inline findings check_lines(promise_book const& book, promise_history const& history, sys_days today) {
    findings found;
    auto const report = [&](finding_code code, severity weight, agreement const& of, text says) {
        std::string const name(of.id.view());
        found.add({code,
                   weight,
                   detail::subject_of(of.id),
                   {},
                   {"thỏa thuận “" + name + "” " + says.vi, "the agreement “" + name + "” " + says.en}});
    };
    using namespace lienvien::literals;
    for (auto const& each : book.written().agreements) {
        auto const lasts = span_of(book, history, each, today).valid;
        for (auto const& hangs : each.earlier) {
            auto const* const above = book.find(hangs.agreement);
            if (!above) continue;
            std::vector<agreement_id> seen{each.id};
            for (auto const* up = above; up;) {  // along the first link of each
                bool again = false;
                for (auto const& before : seen) again = again || before == up->id;
                if (again) {
                    if (up->id == each.id)
                        report("circular-agreements"_finding, severity::error, each,
                               {"dựa vào chính nó", "hangs on itself"});
                    break;
                }
                seen.push_back(up->id);
                up = up->earlier.empty() ? nullptr : book.find(up->earlier.front().agreement);
            }
            auto const frame = span_of(book, history, *above, today).valid;
            std::string const name(above->id.view());
            if (hangs.link == agreement_link::implements && frame.until &&
                (!lasts.until || is_yes(before(*frame.until, *lasts.until))))
                report("outlives-its-frame"_finding, severity::warning, each,
                       {"kéo dài hơn thỏa thuận khung “" + name + "”", "lasts longer than its frame “" + name + "”"});
            if (hangs.link == agreement_link::renews && frame.until && is_yes(before(*frame.until, lasts.from)))
                report("gap-before-renewal"_finding, severity::note, each,
                       {"bắt đầu sau khi “" + name + "” đã kết thúc; khoảng giữa không có hiệu lực",
                        "begins after “" + name + "” has ended; the days between are not covered"});
        }
    }
    return found;
}

}  // namespace v0
}  // namespace lienvien
