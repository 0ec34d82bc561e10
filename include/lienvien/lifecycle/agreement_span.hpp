#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/lifecycle/promise_book.hpp>
#include <lienvien/lifecycle/promise_history.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How long an agreement lasts, as far as is told: what it states, prolonged by the renewals and cut by the terminations
/// that count. Nothing else prolongs it.
struct agreement_span {
    validity valid{};
    std::vector<period> suspensions{};        ///< in order, never overlapping; the last may have no end
    std::vector<promise_event_id> because{};  ///< the renewals and the termination that moved its end
    findings set_aside{};                     ///< events that do not count, and why

    /// Is it suspended on the day?
    [[nodiscard]] bool suspended_on(sys_days today) const noexcept {
        for (auto const& each : suspensions) {
            if (each.contains(today)) return true;
        }
        return false;
    }
};

namespace detail {

/// The events about one thing that count by the end of `today`, by day: not withdrawn, and each id once a member. Where
/// the words of one id differ, those of the earliest day count. Complexity: O(n log n).
[[nodiscard]] inline std::vector<promise_mark const*> counting(promise_history const& history,
                                                               event_subject const& subject, sys_days today) {
    std::vector<promise_mark const*> all;
    for (auto const& each : history.about(subject)) {
        if (each.mark.on > today) break;  // they stand in the order of the days
        if (!history.is_withdrawn(each.mark.id, today)) all.push_back(&each.mark);
    }
    auto by_id = all;
    sort_by(by_id, [](promise_mark const* a, promise_mark const* b) {
        if (a->id != b->id) return a->id < b->id;
        return a->member < b->member;
    });
    std::vector<promise_mark const*> repeated;
    for (std::size_t at = 1; at < by_id.size(); ++at) {
        if (by_id[at]->id == by_id[at - 1]->id && by_id[at]->member == by_id[at - 1]->member)
            repeated.push_back(by_id[at]);
    }
    if (repeated.empty()) return all;
    std::vector<promise_mark const*> once;
    for (auto const* each : all) {
        bool again = false;
        for (auto const* other : repeated) again = again || other == each;
        if (!again) once.push_back(each);
    }
    return once;
}

/// The periods from each suspension to the next resumption. A second suspension while one lasts changes nothing.
[[nodiscard]] inline std::vector<period> suspensions_in(std::vector<promise_mark const*> const& events) {
    std::vector<period> all;
    std::optional<sys_days> since;
    for (auto const* each : events) {
        if (each->kind == promise_event_kind::suspended && !since) since = each->on;
        if (each->kind == promise_event_kind::resumed && since) {
            if (*since < each->on) all.push_back(period::between(*since, each->on));
            since.reset();
        }
    }
    if (since) all.push_back(period::from(*since));
    return all;
}

[[nodiscard]] inline bool is_party(agreement const& under, institution_id const& who) noexcept {
    for (auto const& each : under.parties) {
        if (each.institution == who) return true;
    }
    return false;
}

/// Why a party may not do this to the agreement: it is none, or a clause gives the power to others. Empty: it may.
///
/// Where no clause gives the power to anyone, every party has it: what the parties did is then taken as agreed.
[[nodiscard]] inline text lacks_power(promise_book const& book, agreement const& under,
                                      std::optional<institution_id> const& by, power_kind wanted, sys_days on) {
    bool given = false;
    for (auto const& each : book.promises()) {
        if (each.under != &under || each.what->kind != commitment_kind::power || each.terms.power != wanted) continue;
        if (each.terms.binding && is_no(holds_on(*each.terms.binding, on))) continue;
        if (is_no(binds(each.status))) continue;
        given = true;
        if (by && each.what->creditor == *by) return {};
    }
    std::string const who = by ? std::string(by->view()) : std::string();
    if (by && !is_party(under, *by))
        return {"“" + who + "” không phải là bên của thỏa thuận", "“" + who + "” is no party to the agreement"};
    if (!given) return {};
    if (!by)
        return {"không nêu bên nào làm, mà quyền này chỉ trao cho một bên",
                "does not say who did it, and a clause gives this power to one party"};
    return {"điều khoản trao quyền này cho bên khác, không cho “" + who + "”",
            "a clause gives this power to another party than “" + who + "”"};
}

/// When the agreement itself says that it holds; where it states no beginning, it counts from its signing.
[[nodiscard]] inline validity stated_span(agreement const& under) {
    validity stated = under.in_force;
    if (stated.from == partial_date::unknown()) {
        if (auto const on = under.signed_on.settled()) stated.from = *on;
    }
    if (under.status == agreement_status::ended && !stated.until) stated.until = partial_date::unknown();
    return stated;
}

}  // namespace detail

/// How long an agreement lasts, as told by the end of `today`.
///
/// A renewal moves the end to its `until`, and counts only where it is told on or before the day on which the agreement
/// would have ended: afterwards a new agreement is needed. A termination ends it on its day.
/// Errors, with the event set aside: "renewed-after-end", "renewal-without-end" (it says no `until`, or one that is not
/// later), "terminated-after-end", "lacks-power" (nobody gave the party this power; a suspension or resumption too).
[[nodiscard]] inline agreement_span span_of(promise_book const& book, promise_history const& history,
                                            agreement const& under, sys_days today) {
    agreement_span made{.valid = detail::stated_span(under)};
    auto const refuse = [&](promise_mark const& mark, std::string_view code, text says) {
        std::string const name(mark.id.view());
        made.set_aside.add({finding_code::checked(code),
                            severity::error,
                            detail::subject_of(under.id),
                            {},
                            {"sự kiện “" + name + "” không được tính: " + says.vi,
                             "the event “" + name + "” does not count: " + says.en}});
    };
    std::vector<promise_mark const*> pauses;
    for (auto const* const mark : detail::counting(history, event_subject(under.id), today)) {
        power_kind const wanted = mark->kind == promise_event_kind::suspended    ? power_kind::suspend
                                  : mark->kind == promise_event_kind::resumed    ? power_kind::resume
                                  : mark->kind == promise_event_kind::terminated ? power_kind::terminate
                                  : mark->kind == promise_event_kind::renewed    ? power_kind::renew
                                                                                 : power_kind::not_known;
        if (wanted == power_kind::not_known) continue;
        if (auto why = detail::lacks_power(book, under, mark->by, wanted, mark->on); !why.empty()) {
            refuse(*mark, "lacks-power", std::move(why));
            continue;
        }
        if (wanted == power_kind::suspend || wanted == power_kind::resume) {
            pauses.push_back(mark);
            continue;
        }
        // Has it ended before the day of the event? On the day itself it still can be renewed.
        truth const over =
            made.valid.until ? happened_by(*made.valid.until, mark->on - std::chrono::days(1)) : truth::no;
        if (wanted == power_kind::terminate) {
            if (is_yes(over) || (made.valid.until && made.valid.until->exact() == mark->on)) {
                refuse(*mark, "terminated-after-end", {"thỏa thuận đã kết thúc", "the agreement has ended already"});
            } else {
                made.valid.until = partial_date(mark->on);
                made.because.push_back(mark->id);
            }
            continue;
        }
        if (!is_no(over)) {
            refuse(*mark, "renewed-after-end",
                   {"thỏa thuận đã kết thúc hoặc có thể đã kết thúc; cần một thỏa thuận mới",
                    "the agreement has ended, or may have; a new agreement is needed"});
        } else if (!mark->until ||
                   (made.valid.until && !is_yes(before(*made.valid.until, partial_date(*mark->until))))) {
            refuse(*mark, "renewal-without-end",
                   {"không nêu ngày kết thúc mới muộn hơn", "it names no new end that is later than the old one"});
        } else {
            made.valid.until = partial_date(*mark->until);
            made.because.push_back(mark->id);
        }
    }
    made.suspensions = detail::suspensions_in(pauses);
    return made;
}

}  // namespace v0
}  // namespace lienvien
