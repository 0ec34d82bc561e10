#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/lifecycle/promises_on.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Says what is wrong with the events of a history, one subject after the other.
class history_checker {
public:
    history_checker(promise_book const& book, promise_history const& history, sys_days today,
                    working_calendar const& calendar)
        : book_(&book), history_(&history), today_(today), reader_(book, history, today, calendar) {}

    [[nodiscard]] findings take() {
        find_late_arrivals();
        for (auto const& each : history_->accounts()) {
            look_at_ids(each.events);
            std::visit([&](auto const& id) { look(id, each.events); }, each.about);
        }
        return std::move(found_);
    }

private:
    void report(std::string_view code, severity weight, promise_mark const& mark, text says) {
        std::string const name(mark.id.view());
        found_.add({finding_code::checked(code),
                    weight,
                    subject_of(mark.id),
                    {},
                    {"sự kiện “" + name + "” " + says.vi, "the event “" + name + "” " + says.en}});
    }
    /// Events that came after one of a later day: counted from their day, and named here.
    void find_late_arrivals() {
        struct line {
            std::uint64_t arrival;
            promise_mark const* mark;
        };
        std::vector<line> all;
        for (auto const& each : history_->accounts()) {
            for (auto const& event : each.events) all.push_back({event.arrival, &event.mark});
        }
        sort_by(all, [](line const& a, line const& b) { return a.arrival < b.arrival; });
        promise_mark const* latest = nullptr;
        for (auto const& each : all) {
            if (latest && each.mark->on < latest->on) {
                report("out-of-order", severity::note, *each.mark,
                       {"được ghi sau một sự kiện của ngày " + format_day(latest->on) + "; vẫn tính từ ngày của nó",
                        "was told after one of " + format_day(latest->on) + "; it counts from its own day"});
            } else {
                latest = each.mark;
            }
        }
    }
    void look_at_ids(std::vector<told_event> const& events) {
        std::vector<told_event const*> by_id;
        for (auto const& each : events) {
            by_id.push_back(&each);
            if (each.times > 1)
                report("told-again", severity::note, each.mark,
                       {"được ghi nhiều lần; tính một lần", "is told more than once; it counts once"});
        }
        sort_by(by_id, [](told_event const* a, told_event const* b) {
            if (a->mark.id != b->mark.id) return a->mark.id < b->mark.id;
            return a->mark.member < b->mark.member;
        });
        for (std::size_t at = 1; at < by_id.size(); ++at) {
            auto const& before = by_id[at - 1]->mark;
            auto const& mark = by_id[at]->mark;
            if (mark.id == before.id && mark.member == before.member)
                report("told-differently", severity::error, mark,
                       {"có hai nội dung khác nhau; nội dung của ngày sớm nhất được tính",
                        "is told in two ways; the one of the earliest day counts"});
        }
    }
    /// Is the event of a kind that can be about this?
    bool fits(promise_mark const& mark, bool can_be) {
        if (!can_be)
            report("not-about-this", severity::error, mark,
                   {"thuộc loại không nói về đối tượng này; không được tính",
                    "is of a kind that is not about such a thing; it does not count"});
        return can_be;
    }

    void look(commitment_id const& id, std::vector<told_event> const& events) {
        using enum promise_event_kind;
        auto const* const each = book_->find(id);
        std::string const name(id.view());
        for (auto const& event : events) {
            auto const kind = event.mark.kind;
            bool const known =
                fits(event.mark, kind == performed || kind == requested || kind == breached || kind == remedied ||
                                     kind == cancelled || kind == suspended || kind == resumed);
            if (!each) {
                report("unknown-commitment", severity::error, event.mark,
                       {"nói về cam kết “" + name + "” không có trong thỏa thuận nào; được giữ lại",
                        "is about the commitment “" + name + "”, which no agreement has; it is kept"});
            } else if (known) {
                look(*each, event.mark);
            }
        }
        if (!each) return;
        auto const stands = reader_.standing(*each);
        for (auto const& aside : stands.set_aside) {
            for (auto const& event : events) {
                if (event.mark.id == aside) say_why(*each, event.mark);
            }
        }
    }
    void look(written_promise const& each, promise_mark const& mark) {
        if (mark.counts_for && mark.kind == promise_event_kind::performed) {
            auto const lasts = reader_.span(*each.under);
            bool found = false;
            for (auto const& turn : reader_.turns(each, lasts, *mark.counts_for > today_ ? *mark.counts_for : today_))
                found = found || turn.due.stated == mark.counts_for || turn.due.day.exact() == mark.counts_for;
            if (!found)
                report(
                    "no-such-turn", severity::warning, mark,
                    {"ghi cho hạn " + format_day(*mark.counts_for) + ", không có hạn này; tính là phần vượt",
                     "is meant for " + format_day(*mark.counts_for) + ", on which nothing falls due; kept as beyond"});
        }
        if (mark.by && !is_party(*each.under, *mark.by) && *mark.by != each.what->debtor &&
            *mark.by != each.what->creditor)
            report("by-a-stranger", severity::warning, mark,
                   {"do “" + std::string(mark.by->view()) + "” làm, không phải là bên của thỏa thuận",
                    "was done by “" + std::string(mark.by->view()) + "”, no party to the agreement"});
        auto const stated = stated_span(*each.under);
        if (mark.kind == promise_event_kind::performed && is_no(happened_by(stated.from, mark.on)))
            report("before-the-beginning", severity::note, mark,
                   {"xảy ra trước khi thỏa thuận có hiệu lực", "happened before the agreement was in force"});
    }
    void say_why(written_promise const& each, promise_mark const& mark) {
        using enum promise_event_kind;
        if (mark.kind == performed) {
            bool evidence = each.terms.discharged_by.empty();
            for (auto const wanted : each.terms.discharged_by) evidence = evidence || wanted == mark.evidence;
            if (evidence)
                report("which-member", severity::error, mark,
                       {"không nêu đúng cơ sở được thực hiện cho; không được tính",
                        "does not say for which of the members it was done; it does not count"});
            else
                report("evidence-not-agreed", severity::error, mark,
                       {"không có loại bằng chứng mà điều khoản yêu cầu; không được tính",
                        "has none of the evidence that the clause asks for; it does not count"});
        } else if (mark.kind == breached) {
            report("not-binding-then", severity::warning, mark,
                   {"không phải là vi phạm: khi đó cam kết không ràng buộc hoặc đang tạm dừng",
                    "is no breach: the commitment did not bind on that day, or was suspended"});
        } else if (mark.kind == remedied) {
            report("nothing-to-remedy", severity::warning, mark,
                   {"không có vi phạm nào để khắc phục", "finds no breach to remedy"});
        } else {
            report("lacks-power", severity::error, mark,
                   {"do bên không có quyền làm; không được tính",
                    "was done by a party without the power; it does not count"});
        }
    }
    void look(agreement_id const& id, std::vector<told_event> const& events) {
        using enum promise_event_kind;
        auto const* const under = book_->find(id);
        for (auto const& event : events) {
            auto const kind = event.mark.kind;
            fits(event.mark, kind == suspended || kind == resumed || kind == terminated || kind == renewed);
            if (!under)
                report("unknown-agreement", severity::error, event.mark,
                       {"nói về một thỏa thuận không có; được giữ lại",
                        "is about an agreement that is not there; it is kept"});
        }
        if (under) found_.append(reader_.span(*under).set_aside);
    }
    void look(milestone_id const&, std::vector<told_event> const& events) {
        for (auto const& event : events) fits(event.mark, event.mark.kind == promise_event_kind::reached);
    }
    void look(promise_event_id const& id, std::vector<told_event> const& events) {
        bool there = false;
        for (auto const& each : history_->accounts()) {
            for (auto const& event : each.events) there = there || event.mark.id == id;
        }
        for (auto const& event : events) {
            if (fits(event.mark, event.mark.kind == promise_event_kind::withdrawn) && !there)
                report("unknown-event", severity::error, event.mark,
                       {"rút lại một sự kiện không có", "withdraws an event that is not there"});
        }
    }

    promise_book const* book_;
    promise_history const* history_;
    sys_days today_;
    promise_reader reader_;
    findings found_;
};

}  // namespace detail

/// What is wrong with the events of a history, or worth knowing, at the end of a day. Nothing of it is lost: what does not
/// count now may count when the missing agreement is written down.
///
/// Findings: "out-of-order", "told-again", "before-the-beginning" (notes); "no-such-turn", "by-a-stranger",
/// "not-binding-then", "nothing-to-remedy" (warnings); "unknown-commitment", "unknown-agreement", "unknown-event",
/// "told-differently", "not-about-this", "evidence-not-agreed", "which-member", "lacks-power" and those of `span_of`
/// (errors). Complexity: as reading every standing, and O(n log n) in the events.
[[nodiscard]] inline findings check(promise_book const& book, promise_history const& history, sys_days today,
                                    working_calendar const& calendar) {
    return detail::history_checker(book, history, today, calendar).take();
}

}  // namespace v0
}  // namespace lienvien
