#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/lifecycle/transfer_guards.hpp>

#include <type_traits>
#include <utility>
#include <variant>

namespace lienvien {
inline namespace v0 {

namespace detail {
/// The only ways in: a step whose guards are met, and the gate (transfer_gate.hpp).
struct transfer_maker;
}  // namespace detail

/// A transfer that stands at a stage, and is known to by its type.
///
/// `transfer_at<stage::accepted>` comes from `transfer_at<stage::on_site>` and an `acceptance` whose guards are met, from a
/// suspension and an `acceptance_again`, or from written history through `enter`; nothing else makes one. It is moved into
/// its next step, never copied, so that one history does not go two ways.
template <stage Stage>
class transfer_at {
public:
    static constexpr stage reached = Stage;

    // A compiler shows the line of a deleted function, and with it the sentence.
    // clang-format off
    transfer_at() = delete;                               // LIENVIEN-E112: a transfer reaches a stage by its step, or enters with its history
    template <class Data>
        requires(!std::is_same_v<std::remove_cvref_t<Data>, transfer_at>)
    transfer_at(Data&&) = delete;                         // LIENVIEN-E112: a transfer reaches a stage by its step, or enters with its history
    transfer_at(transfer_at const&) = delete;             // LIENVIEN-E113: a transfer is moved into its next step: one history does not go two ways
    transfer_at& operator=(transfer_at const&) = delete;  // LIENVIEN-E113: a transfer is moved into its next step: one history does not go two ways
    // clang-format on
    transfer_at(transfer_at&&) noexcept = default;
    transfer_at& operator=(transfer_at&&) noexcept = default;

    /// The transfer as data, with its whole history.
    [[nodiscard]] transfer const& written() const& noexcept { return written_; }
    [[nodiscard]] transfer&& written() && noexcept { return std::move(written_); }
    /// Since when it stands at this stage; not known where nothing is told.
    [[nodiscard]] partial_date since() const noexcept {
        return written_.stages.empty() ? partial_date::unknown() : written_.stages.back().on;
    }

    friend bool operator==(transfer_at const&, transfer_at const&) = default;

private:
    friend struct detail::transfer_maker;
    struct checked {};
    transfer_at(transfer with_history, checked) noexcept : written_(std::move(with_history)) {}

    transfer written_;
};

namespace detail {
struct transfer_maker {
    template <stage Stage>
    [[nodiscard]] static transfer_at<Stage> at(transfer with_history) noexcept {
        return {std::move(with_history), typename transfer_at<Stage>::checked{}};
    }
    /// The same transfer, one stage on.
    [[nodiscard]] static transfer with(transfer so_far, proposed_step const& taken, stage to) {
        stage_record record{.stage = to, .on = taken.on, .source = taken.source};
        for (auto const& each : taken.shown) record.evidence.push_back(to_evidence(each));
        so_far.stages.push_back(std::move(record));
        return so_far;
    }
};
template <stage From, transfer_step Step>
requires(may_follow(From, Step)) inline constexpr stage stage_after = *transfer_table.next(From, Step);
}  // namespace detail

/// What came of a step: the transfer at its next stage or, where it was refused, still at the old one; and why, in both cases.
template <stage From, stage To>
class [[nodiscard]] step_taken {
public:
    step_taken(transfer_at<From> still, step_judgement because)
        : at_(std::in_place_index<0>, std::move(still)), because_(std::move(because)) {}
    step_taken(transfer_at<To> next, step_judgement because)
        : at_(std::in_place_index<1>, std::move(next)), because_(std::move(because)) {}

    [[nodiscard]] bool allowed() const noexcept { return at_.index() == 1; }
    [[nodiscard]] explicit operator bool() const noexcept { return allowed(); }
    [[nodiscard]] step_judgement const& because() const noexcept { return because_; }
    /// The transfer at its next stage. Precondition: allowed.
    [[nodiscard]] transfer_at<To> next() && noexcept {
        LIENVIEN_EXPECTS(allowed(), "the next stage is read only where the step was allowed");
        return std::move(*std::get_if<1>(&at_));
    }
    /// The transfer where it stood before. Precondition: not allowed.
    [[nodiscard]] transfer_at<From> still() && noexcept {
        LIENVIEN_EXPECTS(!allowed(), "the old stage is read only where the step was not allowed");
        return std::move(*std::get_if<0>(&at_));
    }

private:
    std::variant<transfer_at<From>, transfer_at<To>> at_;
    step_judgement because_;
};

/// Takes a step: the transfer at its stage, what is shown for the step, and what the package asks for. A step that the table
/// does not have from this stage does not compile; one whose guards are not met leaves the transfer where it is and says why.
template <stage From, transfer_step Step>
requires(may_follow(From, Step))
    [[nodiscard]] auto advance(transfer_at<From> so_far, evidence_for<Step> shown, transfer_terms const& terms) {
    constexpr stage to = detail::stage_after<From, Step>;
    proposed_step const taken{Step, shown.on, std::move(shown.shown), std::move(shown.source)};
    auto because = judge(so_far.written(), taken, terms);
    using made = step_taken<From, to>;
    if (because.outcome != step_outcome::allowed) return made(std::move(so_far), std::move(because));
    auto moved_on = detail::transfer_maker::with(std::move(so_far).written(), taken, to);
    return made(detail::transfer_maker::at<to>(std::move(moved_on)), std::move(because));
}

namespace detail {
template <stage From, transfer_step Step>
concept out_of_order = !may_follow(From, Step);
}  // namespace detail

// What is not in the table, one sentence for each step. A compiler shows the line of a deleted function, and with it the sentence.
// clang-format off
template <stage From> requires detail::out_of_order<From, transfer_step::prepare>
void advance(transfer_at<From>, preparation_begun const&, transfer_terms const&) = delete;  // LIENVIEN-E101: a transfer is prepared once, before everything else
template <stage From> requires detail::out_of_order<From, transfer_step::begin_theory>
void advance(transfer_at<From>, readiness_shown const&, transfer_terms const&) = delete;  // LIENVIEN-E102: theory begins where the recipient was made ready
template <stage From> requires detail::out_of_order<From, transfer_step::begin_clinical>
void advance(transfer_at<From>, theory_passed const&, transfer_terms const&) = delete;  // LIENVIEN-E103: practical training begins after theory
template <stage From> requires detail::out_of_order<From, transfer_step::begin_on_site>
void advance(transfer_at<From>, clinical_passed const&, transfer_terms const&) = delete;  // LIENVIEN-E104: work on site under supervision begins after practical training
template <stage From> requires detail::out_of_order<From, transfer_step::accept>
void advance(transfer_at<From>, acceptance const&, transfer_terms const&) = delete;  // LIENVIEN-E105: a technique is accepted after work on site under supervision
template <stage From> requires detail::out_of_order<From, transfer_step::monitor>
void advance(transfer_at<From>, follow_up_begun const&, transfer_terms const&) = delete;  // LIENVIEN-E106: what is monitored was accepted
template <stage From> requires detail::out_of_order<From, transfer_step::replicate>
void advance(transfer_at<From>, replication_shown const&, transfer_terms const&) = delete;  // LIENVIEN-E107: what is passed on to others was monitored
template <stage From> requires detail::out_of_order<From, transfer_step::suspend>
void advance(transfer_at<From>, suspension const&, transfer_terms const&) = delete;  // LIENVIEN-E108: only a technique that is performed alone is suspended
template <stage From> requires detail::out_of_order<From, transfer_step::accept_again>
void advance(transfer_at<From>, acceptance_again const&, transfer_terms const&) = delete;  // LIENVIEN-E109: only what was suspended is accepted again
template <stage From> requires detail::out_of_order<From, transfer_step::withdraw>
void advance(transfer_at<From>, withdrawal const&, transfer_terms const&) = delete;  // LIENVIEN-E110: a transfer is withdrawn after it has begun and before it is over
template <stage From> requires detail::out_of_order<From, transfer_step::fail>
void advance(transfer_at<From>, failure const&, transfer_terms const&) = delete;  // LIENVIEN-E111: a transfer fails in training; later it is suspended or withdrawn
template <stage From, transfer_step Step>
void advance(transfer_at<From> const&&, evidence_for<Step> const&) = delete;  // LIENVIEN-E114: a step needs the terms of its package: no law gives the numbers
// clang-format on

}  // namespace v0
}  // namespace lienvien
