#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/lifecycle/due_days.hpp>
#include <lienvien/lifecycle/promise_book.hpp>
#include <lienvien/lifecycle/promise_event.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Where a promise, or one turn of it, stands on a day.
enum class promise_state : std::uint8_t {
    not_known,    ///< facts are missing that would decide
    not_binding,  ///< proposed or planned, not promised
    not_begun,    ///< binds from a later day on
    conditional,  ///< owed only after something that has not come yet
    in_force,     ///< holds, and is kept as far as is told: what is to be kept up, a permission, a prohibition, a power
    due,          ///< owed and not late; also where the due date is not known
    fulfilled,    ///< done in time, or it is not known that it was late
    fulfilled_late,  ///< done or made good, but too late
    violated_open,   ///< late or broken, and still to be done or made good
    suspended,       ///< stands still
    expired,         ///< over with the agreement or its own window, without having been broken
    cancelled,       ///< given up by the creditor, replaced, or lapsed in a suspension
    survived         ///< the agreement has ended, and it is still owed
};
template <>
struct vocabulary<promise_state> {
    using enum promise_state;
    static constexpr std::array words{
        word<promise_state>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<promise_state>{not_binding, "not_binding", {"chưa ràng buộc", "not binding"}},
        word<promise_state>{not_begun, "not_begun", {"chưa bắt đầu", "not begun"}},
        word<promise_state>{conditional, "conditional", {"chờ điều kiện", "conditional"}},
        word<promise_state>{in_force, "in_force", {"đang hiệu lực", "in force"}},
        word<promise_state>{due, "due", {"phải thực hiện", "due"}},
        word<promise_state>{fulfilled, "fulfilled", {"đã thực hiện", "fulfilled"}},
        word<promise_state>{fulfilled_late, "fulfilled_late", {"đã thực hiện, trễ hạn", "fulfilled late"}},
        word<promise_state>{violated_open, "violated_open", {"vi phạm, còn phải thực hiện", "violated, still open"}},
        word<promise_state>{suspended, "suspended", {"tạm dừng", "suspended"}},
        word<promise_state>{expired, "expired", {"đã hết hiệu lực", "expired"}},
        word<promise_state>{cancelled, "cancelled", {"đã hủy bỏ", "cancelled"}},
        word<promise_state>{survived, "survived", {"còn nợ sau khi thỏa thuận kết thúc", "survives the agreement"}}};
};

/// Is something still to be done for it?
[[nodiscard]] constexpr bool is_open(promise_state state) noexcept {
    return state == promise_state::due || state == promise_state::violated_open || state == promise_state::survived ||
           state == promise_state::conditional || state == promise_state::suspended;
}

/// One time that a promise falls due, for one member where it is owed to each of several.
struct promise_turn {
    std::int64_t number = 0;  ///< counted from 0
    std::optional<institution_id> member{};
    due_day due{};
    std::optional<sys_days> opens{};            ///< the first day on which something can count for it; none: any day
    std::optional<promise_event_id> request{};  ///< what is owed on demand: the request
    promise_state state{};
    truth late{};  ///< not known where the due date is not
    items needed{1};
    items given{0};
    std::optional<sys_days> done_on{};         ///< the day on which it was complete
    std::vector<promise_event_id> evidence{};  ///< the events that count for it
    std::optional<institution_id> blame{};     ///< late or broken: whose it is
    text why{};                                ///< where the state needs a word

    friend bool operator==(promise_turn const&, promise_turn const&) = default;
};

/// A time at which what was to be kept up, or not to be done, was broken.
struct promise_breach {
    promise_event_id event;
    sys_days on;
    std::optional<sys_days> remedied_on{};
    institution_id blame;

    friend bool operator==(promise_breach const&, promise_breach const&) = default;
};

/// Where a promise stands on a day, with everything that says so.
struct promise_standing {
    commitment_id commitment;
    agreement_id agreement;
    institution_id debtor;  ///< who answers for it on the day: the successor, where the debtor has one
    institution_id creditor;
    promise_state state{};
    std::vector<promise_turn> turns{};  ///< all that have fallen due by the day, and the next one
    std::vector<promise_breach> breaches{};
    items given{0};                             ///< everything that was performed, in the units of the commitment
    items beyond{0};                            ///< what of it was more than was owed
    std::vector<promise_event_id> set_aside{};  ///< performances that count for nothing: see `check`
    text why{};

    /// Whose fault it is, where something is late or broken and still open; nobody's otherwise.
    [[nodiscard]] std::optional<institution_id> blame() const {
        for (auto const& each : breaches) {
            if (!each.remedied_on) return each.blame;
        }
        for (auto const& each : turns) {
            if (each.state == promise_state::violated_open) return each.blame;
        }
        return std::nullopt;
    }
    /// The first day on which it was broken, where it was: the day after a due day that passed, or the day of a breach.
    [[nodiscard]] std::optional<sys_days> first_broken_on() const {
        std::optional<sys_days> first;
        auto const take = [&](sys_days day) {
            if (!first || day < *first) first = day;
        };
        for (auto const& each : breaches) take(each.on);
        for (auto const& each : turns) {
            if (is_yes(each.late) && each.due.day.latest()) take(*each.due.day.latest() + std::chrono::days(1));
        }
        return first;
    }
    /// The day on which the first turn was done for every member.
    [[nodiscard]] std::optional<sys_days> first_fulfilled_on() const {
        std::optional<sys_days> last;
        for (auto const& each : turns) {
            if (each.number != 0) continue;
            if (!each.done_on) return std::nullopt;
            if (!last || *last < *each.done_on) last = each.done_on;
        }
        return last;
    }

    friend bool operator==(promise_standing const&, promise_standing const&) = default;
};

}  // namespace v0
}  // namespace lienvien
