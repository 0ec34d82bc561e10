#pragma once

#include <lienvien/lifecycle/promise_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Puts what was done beside what was owed, for one promise.
class promise_account {
public:
    promise_account(promise_reader const& reader, written_promise const& each, sys_days horizon)
        : horizon_(horizon > reader.today() ? horizon : reader.today()),
          reader_(&reader),
          each_(&each),
          lasts_(reader.span(*each.under)),
          marks_(counting(reader.history(), event_subject(each.what->id), reader.today())),
          made_{.commitment = each.what->id,
                .agreement = each.under->id,
                .debtor = answers_for(reader.book().written(), each.what->debtor, reader.today()),
                .creditor = answers_for(reader.book().written(), each.what->creditor, reader.today())} {}

    [[nodiscard]] promise_standing take() {
        read_pauses();
        read_breaches();
        read_turns();
        for (auto const* mark : marks_) {
            if (mark->kind == promise_event_kind::performed) count(*mark);
        }
        auto const lasts = reader_->window(*each_, lasts_, reader_->today());
        truth const awake = reader_->awake(*each_, lasts_);
        for (auto& turn : made_.turns) settle(turn, lasts, awake);
        made_.state = whole(lasts, awake);
        return std::move(made_);
    }

private:
    [[nodiscard]] sys_days today() const noexcept { return reader_->today(); }
    void set_aside(promise_mark const& mark) { made_.set_aside.push_back(mark.id); }

    void read_pauses() {
        std::vector<promise_mark const*> own;
        for (auto const* mark : marks_) {
            bool const pause = mark->kind == promise_event_kind::suspended;
            if (pause || mark->kind == promise_event_kind::resumed) {
                auto const wanted = pause ? power_kind::suspend : power_kind::resume;
                if (lacks_power(reader_->book(), *each_->under, mark->by, wanted, mark->on).empty()) {
                    own.push_back(mark);
                } else {
                    set_aside(*mark);
                }
            }
            if (mark->kind == promise_event_kind::cancelled) {
                if (!mark->by || *mark->by == each_->what->creditor || *mark->by == made_.creditor) {
                    if (!cancelled_) cancelled_ = mark->on;
                } else {
                    set_aside(*mark);  // only the creditor can give up what is owed to it
                }
            }
        }
        pauses_ = suspensions_in(own);
        pauses_.insert(pauses_.end(), lasts_.suspensions.begin(), lasts_.suspensions.end());
    }
    [[nodiscard]] std::optional<period> pause_at(sys_days day) const noexcept {
        for (auto const& each : pauses_) {
            if (each.contains(day)) return each;
        }
        return std::nullopt;
    }
    void read_breaches() {
        for (auto const* mark : marks_) {
            if (mark->kind == promise_event_kind::breached) {
                if (pause_at(mark->on) || is_no(reader_->window(*each_, lasts_, mark->on).holds)) {
                    set_aside(*mark);
                } else {
                    made_.breaches.push_back({mark->id, mark->on, std::nullopt, mark->by.value_or(made_.debtor)});
                }
            }
            if (mark->kind != promise_event_kind::remedied) continue;
            bool used = false;
            for (auto& breach : made_.breaches) {
                if (breach.remedied_on || used) continue;
                breach.remedied_on = mark->on;
                used = true;
            }
            if (!used) set_aside(*mark);
        }
    }
    void read_turns() {
        sys_days horizon = horizon_;
        for (auto const* mark : marks_) {
            if (mark->counts_for && *mark->counts_for > horizon) horizon = *mark->counts_for;
        }
        made_.turns = reader_->turns(*each_, lasts_, horizon);
        for (auto& turn : made_.turns) {
            auto const day = turn.due.day.exact();
            auto pause = day ? pause_at(*day) : std::nullopt;
            if (!pause) continue;
            switch (each_->terms.while_suspended) {
                case suspended_turns::lapse:
                    turn.state = promise_state::cancelled;
                    turn.why = {"rơi vào thời gian tạm dừng, không phải làm bù", "lapsed in a suspension"};
                    break;
                case suspended_turns::wait:
                    while (pause) {
                        turn.due.day = known_day(pause->first_after());
                        if (!pause->first_after()) turn.state = promise_state::suspended;
                        pause = pause->first_after() ? pause_at(*pause->first_after()) : std::nullopt;
                    }
                    turn.why = {"lùi đến ngày nối lại", "waits for the resumption"};
                    break;
                case suspended_turns::not_stated:
                    turn.state = promise_state::suspended;
                    turn.why = {"rơi vào thời gian tạm dừng; điều khoản không nêu có phải làm bù không",
                                "fell into a suspension; whether it is still owed is not stated"};
                    break;
            }
        }
    }
    [[nodiscard]] bool is_evidence(promise_mark const& mark) const noexcept {
        if (each_->terms.discharged_by.empty()) return true;
        for (auto const wanted : each_->terms.discharged_by) {
            if (mark.evidence == wanted) return true;
        }
        return false;
    }
    [[nodiscard]] bool is_for_a_member(promise_mark const& mark) const noexcept {
        if (each_->terms.members.empty()) return true;
        for (auto const& member : each_->terms.members) {
            if (mark.member == member) return true;
        }
        return false;
    }
    /// A performance goes to the turn that it names; else to the oldest one that is open on its day and lacks something,
    /// and what is left to the next. More than was owed then is kept as such; it never pays for a turn not yet begun.
    void count(promise_mark const& mark) {
        if (!is_evidence(mark) || !is_for_a_member(mark)) {
            set_aside(mark);
            return;
        }
        items left = each_->what->quantity ? mark.quantity.value_or(items(1)) : items(1);
        made_.given = made_.given + left;
        for (auto& turn : made_.turns) {
            if (left == items(0)) break;
            if (mark.counts_for) {
                if (turn.due.stated != mark.counts_for && turn.due.day.exact() != mark.counts_for) continue;
            } else if (turn.state == promise_state::cancelled || turn.state == promise_state::suspended ||
                       (turn.opens && mark.on < *turn.opens)) {
                continue;
            }
            if ((turn.member && mark.member && *turn.member != *mark.member) || !(turn.given < turn.needed)) continue;
            auto const lacks = turn.needed - turn.given;
            auto const part = left < lacks ? left : lacks;
            turn.given = turn.given + part;
            left = left - part;
            turn.evidence.push_back(mark.id);
            if (turn.given == turn.needed) turn.done_on = mark.on;
        }
        made_.beyond = made_.beyond + left;
    }
    void settle(promise_turn& turn, promise_window const& lasts, truth awake) const {
        if (turn.done_on) {
            turn.late = before(turn.due.day, partial_date(*turn.done_on));
            turn.state = is_yes(turn.late) ? promise_state::fulfilled_late : promise_state::fulfilled;
            if (is_yes(turn.late)) turn.blame = made_.debtor;
            return;
        }
        if (turn.state == promise_state::cancelled || turn.state == promise_state::suspended) {
            turn.late = truth::no;
            return;
        }
        if (cancelled_) {
            turn.state = promise_state::cancelled;
            turn.late = truth::no;
            return;
        }
        if (!is_yes(awake)) {
            turn.state = is_no(awake) ? promise_state::conditional : promise_state::not_known;
            turn.late = is_no(awake) ? truth::no : truth::unknown;
            return;
        }
        turn.late = happened_by(turn.due.day, today() - std::chrono::days(1));
        if (is_yes(turn.late)) {
            turn.state = promise_state::violated_open;
            turn.blame = made_.debtor;
        } else if (is_yes(lasts.begun) && (lasts.agreement_over || is_no(lasts.holds))) {
            if (lasts.replaced) {
                turn.state = promise_state::cancelled;
            } else if (is_no(each_->terms.survives)) {
                turn.state = promise_state::expired;
            } else if (is_yes(each_->terms.survives)) {
                turn.state = promise_state::survived;
            } else {
                turn.state = promise_state::not_known;
                turn.why = {"không nêu còn nợ sau khi thỏa thuận kết thúc hay không",
                            "whether it is owed after the end is not stated"};
            }
        } else if (pause_at(today())) {
            turn.state = promise_state::suspended;
        } else if (is_no(lasts.begun)) {
            turn.state = promise_state::not_begun;
        } else {
            turn.state = promise_state::due;
        }
    }
    [[nodiscard]] bool has(promise_state wanted) const noexcept {
        for (auto const& turn : made_.turns) {
            if (turn.state == wanted) return true;
        }
        return false;
    }
    /// Where the promise stands as a whole: what is worst, then what is nearest.
    [[nodiscard]] promise_state whole(promise_window const& lasts, truth awake) {
        using enum promise_state;
        auto const status = each_->status;
        if (status == agreement_status::proposed || status == agreement_status::agreed_in_principle ||
            status == agreement_status::planned) {
            for (auto& turn : made_.turns) {
                if (!turn.done_on) turn.state = not_binding, turn.late = truth::no, turn.blame.reset();
            }
            return not_binding;
        }
        if (status == agreement_status::not_known || each_->what->kind == commitment_kind::not_known) {
            made_.why = {"không rõ cam kết có ràng buộc không, hoặc thuộc loại nào",
                         "whether it binds, or of which kind it is, is not known"};
            return not_known;
        }
        for (auto const& breach : made_.breaches) {
            if (!breach.remedied_on) return violated_open;
        }
        if (has(violated_open)) return violated_open;
        if (cancelled_) return cancelled;
        if (lasts.replaced) {
            made_.why = {"đã được thay bằng cam kết khác", "another commitment stands instead of it"};
            return cancelled;
        }
        for (auto const wanted : {survived, suspended, due, conditional, not_begun, not_known}) {
            if (has(wanted)) return wanted;
        }
        bool const over = is_no(lasts.holds) && is_yes(lasts.begun);
        if (!made_.turns.empty() && (over || one_shot())) {
            for (auto const wanted : {expired, fulfilled_late, fulfilled, cancelled}) {
                if (has(wanted)) return wanted;
            }
        }
        if (over) return made_.breaches.empty() ? expired : fulfilled_late;
        if (is_no(lasts.begun)) return not_begun;
        if (pause_at(today())) return suspended;
        if (is_no(awake)) return conditional;
        if (is_unknown(awake) || is_unknown(lasts.holds)) {
            made_.why = {"chưa rõ đã bắt đầu, đã kết thúc hoặc đủ điều kiện chưa",
                         "whether it has begun, has ended or waits is not known"};
            return not_known;
        }
        return in_force;
    }
    [[nodiscard]] bool one_shot() const noexcept {
        return each_->what->every != frequency::on_demand && !std::holds_alternative<due_every>(each_->terms.due) &&
               !made_.turns.front().request;
    }

    sys_days horizon_;
    promise_reader const* reader_;
    written_promise const* each_;
    agreement_span lasts_;
    std::vector<promise_mark const*> marks_;
    promise_standing made_;
    std::vector<period> pauses_;
    std::optional<sys_days> cancelled_;
};

inline promise_standing promise_reader::standing(written_promise const& each, sys_days horizon) const {
    return promise_account(*this, each, horizon).take();
}

}  // namespace detail

}  // namespace v0
}  // namespace lienvien
