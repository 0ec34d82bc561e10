#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/calendar/working_calendar.hpp>
#include <lienvien/lifecycle/agreement_span.hpp>
#include <lienvien/lifecycle/promise_book.hpp>
#include <lienvien/lifecycle/promise_history.hpp>
#include <lienvien/lifecycle/promise_standing.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// From when a promise binds, by whatever ends first: its own window or the agreement, or another one that replaces it.
struct promise_window {
    truth holds{};  ///< on the day asked about
    truth begun{};
    bool agreement_over = false;  ///< the agreement has surely ended
    bool replaced = false;
};

/// Who answers for an institution on a day: itself, or who took its place. A circle or a split ends the walk.
[[nodiscard]] inline institution_id answers_for(network const& written, institution_id named, sys_days today) {
    for (std::size_t step = 0; step <= written.successions.size(); ++step) {
        succession const* next = nullptr;
        for (auto const& each : written.successions) {
            if (each.predecessor != named || !is_yes(happened_by(each.on, today))) continue;
            if (next) return named;  // two successors: who of them is for the succession to say
            next = &each;
        }
        if (!next) return named;
        named = next->successor;
    }
    return named;
}

namespace detail {

/// Reads a book and a history together, as told by the end of a day. The parts of a reading refer to each other: what one
/// promise waits for may be the breach of another.
class promise_reader {
public:
    promise_reader(promise_book const& book, promise_history const& history, sys_days today,
                   working_calendar const& calendar)
        : book_(&book), history_(&history), today_(today), calendar_(&calendar), others_(book.promises().size()) {}

    [[nodiscard]] promise_book const& book() const noexcept { return *book_; }
    [[nodiscard]] promise_history const& history() const noexcept { return *history_; }
    [[nodiscard]] sys_days today() const noexcept { return today_; }

    [[nodiscard]] agreement_span span(agreement const& under) const {
        return span_of(*book_, *history_, under, today_);
    }

    /// Does the promise bind on a day, and if not, why?
    [[nodiscard]] promise_window window(written_promise const& each, agreement_span const& lasts, sys_days on) const {
        promise_window made;
        truth const running = holds_on(lasts.valid, on);
        truth const ended = lasts.valid.until ? happened_by(*lasts.valid.until, on) : truth::no;
        made.begun = happened_by(lasts.valid.from, on);
        made.holds = running;
        made.agreement_over = is_yes(ended);
        if (each.terms.binding) {
            truth const own = holds_on(*each.terms.binding, on);
            made.begun = happened_by(each.terms.binding->from, on);
            // A window of its own may open late or close early; past the end of the agreement only what survives goes on.
            made.holds = own & (is_yes(each.terms.survives) ? truth::yes : running);
        } else if (is_yes(each.terms.survives)) {
            made.holds = made.begun;
        }
        for (auto const later : each.replaced_by) {
            auto const& next = book_->promises()[later];
            if (is_no(binds(next.status))) continue;
            auto const from = next.terms.binding ? next.terms.binding->from : stated_span(*next.under).from;
            truth const taken = happened_by(from, on);
            if (is_yes(taken)) made.replaced = true;
            made.holds = made.holds & !taken;
        }
        return made;
    }

    /// When what a clause waits for came, as far as is known; nothing where it has not come by today.
    [[nodiscard]] std::optional<partial_date> came(written_promise const& each, agreement_span const& lasts,
                                                   occasion const& wait) const;

    /// The due days from the beginning up to the first one after `horizon`, in order, without what was done for them.
    [[nodiscard]] std::vector<promise_turn> turns(written_promise const& each, agreement_span const& lasts,
                                                  sys_days horizon) const;

    /// The conditions: yes when all have come, no when one has not.
    [[nodiscard]] truth awake(written_promise const& each, agreement_span const& lasts) const {
        truth all = truth::yes;
        for (auto const& wait : each.terms.only_after) {
            auto const day = came(each, lasts, wait);
            all &= day ? happened_by(*day, today_) : truth::no;
        }
        return all;
    }

    /// Where it stands today, with the turns up to the first one after `horizon`.
    [[nodiscard]] promise_standing standing(written_promise const& each, sys_days horizon) const;
    [[nodiscard]] promise_standing standing(written_promise const& each) const { return standing(each, today_); }

private:
    struct own_days {
        std::optional<sys_days> fulfilled;
        std::optional<sys_days> broken;
    };
    /// When another promise was fulfilled and broken: read once, however many wait for it.
    [[nodiscard]] own_days milestones_of(written_promise const& other) const {
        auto& known = others_[static_cast<std::size_t>(&other - book_->promises().data())];
        if (!known) {
            auto const stands = standing(other);
            known = own_days{stands.first_fulfilled_on(), stands.first_broken_on()};
        }
        return *known;
    }
    [[nodiscard]] due_day due_of(written_promise const& each, agreement_span const& lasts) const {
        if (auto const* const on = std::get_if<due_on>(&each.terms.due)) return day_on(*calendar_, *on);
        if (auto const* const after = std::get_if<due_after>(&each.terms.due)) {
            auto const since = came(each, lasts, after->since());
            return since ? day_after(*calendar_, *after, *since) : due_day{};
        }
        if (each.what->due) return {*each.what->due, each.what->due->exact(), day_outcome::found, {}};
        return {};
    }
    void add_turn(std::vector<promise_turn>& all, written_promise const& each, promise_turn made) const {
        made.needed = each.what->quantity.value_or(items(1));
        if (each.terms.members.empty()) {
            all.push_back(std::move(made));
            return;
        }
        for (auto const& member : each.terms.members) {
            made.member = member;
            all.push_back(made);
        }
    }

    promise_book const* book_;
    promise_history const* history_;
    sys_days today_;
    working_calendar const* calendar_;
    mutable std::vector<std::optional<own_days>> others_;  // a reader is used in one thread, for one question
};

inline std::optional<partial_date> promise_reader::came(written_promise const& each, agreement_span const& lasts,
                                                        occasion const& wait) const {
    struct visitor {
        promise_reader const& in;
        written_promise const& of;
        agreement_span const& lasts;

        std::optional<partial_date> operator()(agreement_signed const&) const {
            auto const on = of.under->signed_on.settled();
            return on ? on : std::optional(partial_date::unknown());
        }
        std::optional<partial_date> operator()(agreement_begins const&) const { return lasts.valid.from; }
        std::optional<partial_date> operator()(agreement_ends const&) const { return lasts.valid.until; }
        std::optional<partial_date> operator()(request_made const&) const { return std::nullopt; }
        std::optional<partial_date> operator()(milestone_reached const& wanted) const {
            return as_date(in.history_->reached_on(wanted.milestone, in.today_));
        }
        std::optional<partial_date> operator()(fulfilment_of const& wanted) const {
            auto const* const other = in.book_->find(wanted.commitment);
            if (!other || of.circular) return std::nullopt;
            return as_date(in.milestones_of(*other).fulfilled);
        }
        std::optional<partial_date> operator()(breach_of const& wanted) const {
            auto const* const other = in.book_->find(wanted.commitment);
            if (!other || of.circular) return std::nullopt;
            return as_date(in.milestones_of(*other).broken);
        }
        static std::optional<partial_date> as_date(std::optional<sys_days> day) {
            return day ? std::optional(partial_date(*day)) : std::nullopt;
        }
    };
    return std::visit(visitor{*this, each, lasts}, wait);
}

inline std::vector<promise_turn> promise_reader::turns(written_promise const& each, agreement_span const& lasts,
                                                       sys_days horizon) const {
    std::vector<promise_turn> all;
    auto const kind = each.what->kind;
    if (kind != commitment_kind::achievement && kind != commitment_kind::maintenance) return all;

    auto const* const after = std::get_if<due_after>(&each.terms.due);
    bool const asked_for = after && std::holds_alternative<request_made>(after->since());
    if (asked_for || each.what->every == frequency::on_demand) {
        for (auto const* mark : counting(*history_, event_subject(each.what->id), today_)) {
            if (mark->kind != promise_event_kind::requested) continue;
            promise_turn made{.number = static_cast<std::int64_t>(all.size()), .member = mark->member};
            made.opens = mark->on;
            made.request = mark->id;
            if (asked_for) made.due = day_after(*calendar_, *after, partial_date(mark->on));
            all.push_back(std::move(made));
        }
        return all;
    }
    if (auto const* const every = std::get_if<due_every>(&each.terms.due)) {
        std::int64_t number = 0;
        std::optional<sys_days> before;
        auto const never = sys_days(std::chrono::year(9999) / 1 / 1);
        for (occurrence const turn : occurrences(every->rule(), period::before(never))) {
            sys_days const stated = turn.day.value_or(sys_days(turn.month / std::chrono::last));
            auto const here = window(each, lasts, stated);
            if (is_no(here.holds)) {
                if (!is_no(here.begun) || stated > horizon) break;  // over: no further turn
                continue;                                           // before the beginning
            }
            promise_turn made{.number = number++};
            if (before) made.opens = *before + std::chrono::days(1);
            if (turn.day) {
                made.due = moved_day(*calendar_, stated, every->moved());
            } else {
                made.due.outcome = day_outcome::refused;
            }
            before = made.due.day.exact().value_or(stated);
            if (is_unknown(here.holds)) {
                made.due.day = partial_date::unknown();
                made.why = {"chưa rõ ngày này đã hoặc còn ràng buộc", "it is not known whether it binds on this day"};
            }
            add_turn(all, each, std::move(made));
            if (stated > horizon) break;
        }
        return all;
    }
    bool const no_day = std::holds_alternative<due_not_stated>(each.terms.due) && !each.what->due;
    bool const repeated = each.what->every != frequency::not_known && each.what->every != frequency::once;
    // What is kept up, or comes again, without a stated day has no turns: it is kept or broken as told.
    if (no_day && (kind == commitment_kind::maintenance || repeated)) return all;
    add_turn(all, each, {.due = due_of(each, lasts)});
    return all;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
