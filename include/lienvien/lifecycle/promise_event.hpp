#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/lifecycle/promise_terms.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <variant>

namespace lienvien {
inline namespace v0 {

struct promise_event_tag {
    static constexpr label noun{"sự kiện", "event"};
    static constexpr bool capitals = false;
};
/// The name of something that happened to a promise, such as "session-2026-03"_promise_event.
using promise_event_id = basic_id<promise_event_tag>;

namespace literals {
template <detail::literal Text>
[[nodiscard]] consteval promise_event_id operator""_promise_event() {
    return detail::literal_id<promise_event_id, Text>();
}
}  // namespace literals

/// What happened.
enum class promise_event_kind : std::uint8_t {
    not_known,
    performed,   ///< a commitment: something of it was done
    requested,   ///< a commitment: the creditor asked for what is owed on demand
    breached,    ///< a commitment: what was to be kept up, or not to be done, was not
    remedied,    ///< a commitment: an earlier breach was made good
    cancelled,   ///< a commitment: the creditor gave it up
    suspended,   ///< a commitment or an agreement
    resumed,     ///< a commitment or an agreement
    terminated,  ///< an agreement: it ends on that day
    renewed,     ///< an agreement: it goes on until a day
    reached,     ///< a milestone
    withdrawn    ///< an earlier event: it should never have been told
};
template <>
struct vocabulary<promise_event_kind> {
    using enum promise_event_kind;
    static constexpr std::array words{word<promise_event_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<promise_event_kind>{performed, "performed", {"đã thực hiện", "performed"}},
                                      word<promise_event_kind>{requested, "requested", {"đã yêu cầu", "requested"}},
                                      word<promise_event_kind>{breached, "breached", {"đã vi phạm", "breached"}},
                                      word<promise_event_kind>{remedied, "remedied", {"đã khắc phục", "remedied"}},
                                      word<promise_event_kind>{cancelled, "cancelled", {"đã hủy bỏ", "cancelled"}},
                                      word<promise_event_kind>{suspended, "suspended", {"đã tạm dừng", "suspended"}},
                                      word<promise_event_kind>{resumed, "resumed", {"đã nối lại", "resumed"}},
                                      word<promise_event_kind>{terminated, "terminated", {"đã chấm dứt", "terminated"}},
                                      word<promise_event_kind>{renewed, "renewed", {"đã gia hạn", "renewed"}},
                                      word<promise_event_kind>{reached, "reached", {"đã đạt mốc", "reached"}},
                                      word<promise_event_kind>{withdrawn, "withdrawn", {"đã rút lại", "withdrawn"}}};
};

/// What an event is about.
using event_subject = std::variant<commitment_id, agreement_id, milestone_id, promise_event_id>;

/// What of an event decides: everything but its words and its source. Ordered by day first.
struct promise_mark {
    sys_days on;
    promise_event_id id;
    promise_event_kind kind{};
    discharge_kind evidence{};
    std::optional<institution_id> by{};      ///< who did it
    std::optional<institution_id> member{};  ///< for whom, where it is owed to each of several
    std::optional<items> quantity{};         ///< how much was done; none: once
    std::optional<sys_days> counts_for{};    ///< the due day that it is meant for, where that is said
    std::optional<sys_days> until{};         ///< renewed: the first day on which it no longer is in force

    friend bool operator==(promise_mark const&, promise_mark const&) = default;
    friend std::strong_ordering operator<=>(promise_mark const&, promise_mark const&) = default;
};

/// One line of the log of a cooperation: on this day this happened. Lines are added, never changed; one that should not
/// have been told is withdrawn by a later one. The same event may be told of several commitments that it discharges.
struct promise_event {
    promise_event_id id;
    promise_event_kind kind{};
    sys_days on;
    event_subject about;
    std::optional<institution_id> by{};
    std::optional<institution_id> member{};
    std::optional<items> quantity{};
    std::optional<sys_days> counts_for{};
    std::optional<sys_days> until{};
    discharge_kind evidence{};
    text what{};
    lienvien::source source{};

    [[nodiscard]] promise_mark mark() const {
        return {on, id, kind, evidence, by, member, quantity, counts_for, until};
    }
    friend bool operator==(promise_event const&, promise_event const&) = default;
};

}  // namespace v0
}  // namespace lienvien
