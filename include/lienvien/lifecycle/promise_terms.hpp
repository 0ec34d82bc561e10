#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/calendar/recurrence.hpp>
#include <lienvien/calendar/working_days.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

struct milestone_tag {
    static constexpr label noun{"mốc", "milestone"};
    static constexpr bool capitals = false;
};
/// Something that a clause waits for and that happens once, such as "licence-granted"_milestone.
using milestone_id = basic_id<milestone_tag>;

namespace literals {
template <detail::literal Text>
[[nodiscard]] consteval milestone_id operator""_milestone() {
    return detail::literal_id<milestone_id, Text>();
}
}  // namespace literals

// The days from which a clause counts, or for which it waits.

/// The day on which the agreement was signed, where its sources agree on one.
struct agreement_signed {
    friend bool operator==(agreement_signed const&, agreement_signed const&) = default;
};
/// The first day on which the agreement is in force.
struct agreement_begins {
    friend bool operator==(agreement_begins const&, agreement_begins const&) = default;
};
/// The first day on which it no longer is, renewals and terminations counted.
struct agreement_ends {
    friend bool operator==(agreement_ends const&, agreement_ends const&) = default;
};
/// Each request for what is owed on demand.
struct request_made {
    friend bool operator==(request_made const&, request_made const&) = default;
};
/// The first day on which a milestone is told to have been reached.
struct milestone_reached {
    milestone_id milestone;
    friend bool operator==(milestone_reached const&, milestone_reached const&) = default;
};
/// The day on which another commitment was fulfilled: whole, and for every member.
struct fulfilment_of {
    commitment_id commitment;
    friend bool operator==(fulfilment_of const&, fulfilment_of const&) = default;
};
/// The first day on which another commitment was broken. A commitment that waits for this is the consequence of the breach.
struct breach_of {
    commitment_id commitment;
    friend bool operator==(breach_of const&, breach_of const&) = default;
};
using occasion = std::variant<agreement_signed, agreement_begins, agreement_ends, request_made, milestone_reached,
                              fulfilment_of, breach_of>;

// When it falls due (thời hạn). What to do in a month without the day, and with a day that is not worked, has no default:
// every way in that can meet one asks for it.

/// No day is stated: never late, because nobody knows the due date.
struct due_not_stated {
    friend bool operator==(due_not_stated const&, due_not_stated const&) = default;
};
/// On a day, as far as the source gives it.
class due_on {
public:
    due_on(partial_date date, when_off moved) noexcept : date_(date), moved_(moved) {}
    [[nodiscard]] partial_date const& date() const noexcept { return date_; }
    [[nodiscard]] when_off moved() const noexcept { return moved_; }
    friend bool operator==(due_on const&, due_on const&) = default;

private:
    partial_date date_;
    when_off moved_;
};
/// So long after some day, which itself is not counted. Made by `days_after`, `working_days_after`, `months_after`.
class due_after {
public:
    enum class unit : std::uint8_t { days, working_days, months };

    due_after(occasion since, int count, unit counted, month_end lacking, when_off moved) noexcept
        : since_(std::move(since)), count_(count), unit_(counted), lacking_(lacking), moved_(moved) {}
    [[nodiscard]] occasion const& since() const noexcept { return since_; }
    [[nodiscard]] int count() const noexcept { return count_; }
    [[nodiscard]] unit counted_in() const noexcept { return unit_; }
    [[nodiscard]] month_end lacking() const noexcept { return lacking_; }
    [[nodiscard]] when_off moved() const noexcept { return moved_; }
    friend bool operator==(due_after const&, due_after const&) = default;

private:
    occasion since_;
    int count_;
    unit unit_;
    month_end lacking_;
    when_off moved_;
};
/// `count` calendar days after, moved as said where that day is not worked.
[[nodiscard]] inline due_after days_after(occasion since, int count, when_off moved) {
    return {std::move(since), count, due_after::unit::days, month_end::refuse, moved};
}
/// `count` working days after.
[[nodiscard]] inline due_after working_days_after(occasion since, int count) {
    return {std::move(since), count, due_after::unit::working_days, month_end::refuse, when_off::unchanged};
}
/// `count` months after, on the same day of the month.
[[nodiscard]] inline due_after months_after(occasion since, int count, month_end lacking, when_off moved) {
    return {std::move(since), count, due_after::unit::months, lacking, moved};
}
/// Again and again.
class due_every {
public:
    due_every(recurrence rule, when_off moved) noexcept : rule_(rule), moved_(moved) {}
    [[nodiscard]] recurrence const& rule() const noexcept { return rule_; }
    [[nodiscard]] when_off moved() const noexcept { return moved_; }
    friend bool operator==(due_every const&, due_every const&) = default;

private:
    recurrence rule_;
    when_off moved_;
};
using due_rule = std::variant<due_not_stated, due_on, due_after, due_every>;

/// What becomes of a turn whose due day falls into a suspension. The clause says; the library does not guess.
enum class suspended_turns : std::uint8_t {
    not_stated,  ///< stays suspended: neither late nor forgiven
    lapse,       ///< is not owed
    wait         ///< falls due on the day of the resumption
};
template <>
struct vocabulary<suspended_turns> {
    using enum suspended_turns;
    static constexpr std::array words{word<suspended_turns>{not_stated, "not_stated", {"không nêu", "not stated"}},
                                      word<suspended_turns>{lapse, "lapse", {"không phải làm bù", "lapse"}},
                                      word<suspended_turns>{wait, "wait", {"lùi đến khi nối lại", "wait"}}};
};

/// What a party may do to an agreement or a commitment by saying so.
enum class power_kind : std::uint8_t { not_known, suspend, resume, terminate, renew };
template <>
struct vocabulary<power_kind> {
    using enum power_kind;
    static constexpr std::array words{word<power_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<power_kind>{suspend, "suspend", {"tạm dừng", "suspend"}},
                                      word<power_kind>{resume, "resume", {"nối lại", "resume"}},
                                      word<power_kind>{terminate, "terminate", {"chấm dứt", "terminate"}},
                                      word<power_kind>{renew, "renew", {"gia hạn", "renew"}}};
};

/// What shows that something was done.
enum class discharge_kind : std::uint8_t {
    not_known,
    held_session,
    rotation_week,
    signed_acceptance,
    issued_certificate,
    delivery_note,
    own_record
};
template <>
struct vocabulary<discharge_kind> {
    using enum discharge_kind;
    static constexpr std::array words{
        word<discharge_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<discharge_kind>{held_session, "held_session", {"buổi đã tổ chức", "a session held"}},
        word<discharge_kind>{rotation_week, "rotation_week", {"tuần luân phiên", "a week of rotation"}},
        word<discharge_kind>{signed_acceptance, "signed_acceptance", {"biên bản nghiệm thu", "a signed acceptance"}},
        word<discharge_kind>{issued_certificate, "issued_certificate", {"chứng chỉ đã cấp", "a certificate issued"}},
        word<discharge_kind>{delivery_note, "delivery_note", {"phiếu giao nhận", "a delivery note"}},
        word<discharge_kind>{own_record, "own_record", {"hồ sơ của cơ sở", "own record"}}};
};

/// What a clause says beyond the commitment that it belongs to: when it falls due, on what it waits, for whom, what shows
/// that it was done, and what happens to it in a suspension and at the end. Everything that is left out is not stated.
struct promise_terms {
    commitment_id commitment;
    due_rule due{};                               ///< not stated: the commitment's own `due`, which is not moved
    std::vector<occasion> only_after{};           ///< conditions: owed only when all of these have come
    std::vector<institution_id> members{};        ///< owed to each of these, one by one; none: to the creditor, once
    std::vector<discharge_kind> discharged_by{};  ///< what counts as evidence; none: anything
    suspended_turns while_suspended{};
    truth survives{};                           ///< is it owed after the agreement has ended?
    std::optional<validity> binding{};          ///< when it binds, where that is not as long as the agreement
    std::optional<commitment_id> instead_of{};  ///< an earlier commitment that this one replaces from its first day on
    power_kind power{};                         ///< for a power: to do what
    lienvien::source source{};

    friend bool operator==(promise_terms const&, promise_terms const&) = default;
};

}  // namespace v0
}  // namespace lienvien
