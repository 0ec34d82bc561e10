#pragma once

#include <lienvien/lifecycle/transition_table.hpp>
#include <lienvien/model/capability.hpp>

#include <array>
#include <cstdint>
#include <optional>

namespace lienvien {
inline namespace v0 {

/// What is done to bring a transfer from one stage to another.
enum class transfer_step : std::uint8_t {
    not_known,
    prepare,
    begin_theory,
    begin_clinical,
    begin_on_site,
    accept,
    monitor,
    replicate,
    suspend,
    accept_again,
    withdraw,
    fail
};
template <>
struct vocabulary<transfer_step> {
    using enum transfer_step;
    static constexpr std::array words{
        word<transfer_step>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<transfer_step>{prepare, "prepare", {"bắt đầu chuẩn bị", "begin to prepare"}},
        word<transfer_step>{begin_theory, "begin_theory", {"bắt đầu học lý thuyết", "begin theory"}},
        word<transfer_step>{begin_clinical, "begin_clinical", {"bắt đầu thực hành", "begin practical training"}},
        word<transfer_step>{
            begin_on_site, "begin_on_site", {"bắt đầu làm tại chỗ có giám sát", "begin on site under supervision"}},
        word<transfer_step>{accept, "accept", {"nghiệm thu", "accept"}},
        word<transfer_step>{monitor, "monitor", {"theo dõi sau nghiệm thu", "monitor"}},
        word<transfer_step>{replicate, "replicate", {"nhân rộng", "replicate"}},
        word<transfer_step>{suspend, "suspend", {"tạm dừng", "suspend"}},
        word<transfer_step>{accept_again, "accept_again", {"nghiệm thu lại", "accept again"}},
        word<transfer_step>{withdraw, "withdraw", {"rút", "withdraw"}},
        word<transfer_step>{fail, "fail", {"kết luận không đạt", "fail"}}};
};

/// The steps of every transfer, clinical or not. The first state stands for a transfer that is agreed and not begun.
///
/// A transfer that failed or was withdrawn is over; to try again is another transfer. Going back a step is not in the table:
/// training that is repeated stays in its stage. What is agreed and never begun is a matter of its agreement.
inline constexpr transition_table<stage, transfer_step, 22, 2> transfer_table{
    .first = stage::not_known,
    .rows = {{{stage::not_known, transfer_step::prepare, stage::readiness},
              {stage::readiness, transfer_step::begin_theory, stage::theory},
              {stage::theory, transfer_step::begin_clinical, stage::clinical},
              {stage::clinical, transfer_step::begin_on_site, stage::on_site},
              {stage::on_site, transfer_step::accept, stage::accepted},
              {stage::accepted, transfer_step::monitor, stage::monitored},
              {stage::monitored, transfer_step::replicate, stage::replicating},
              {stage::accepted, transfer_step::suspend, stage::suspended},
              {stage::monitored, transfer_step::suspend, stage::suspended},
              {stage::replicating, transfer_step::suspend, stage::suspended},
              {stage::suspended, transfer_step::accept_again, stage::accepted},
              {stage::theory, transfer_step::fail, stage::failed},
              {stage::clinical, transfer_step::fail, stage::failed},
              {stage::on_site, transfer_step::fail, stage::failed},
              {stage::readiness, transfer_step::withdraw, stage::withdrawn},
              {stage::theory, transfer_step::withdraw, stage::withdrawn},
              {stage::clinical, transfer_step::withdraw, stage::withdrawn},
              {stage::on_site, transfer_step::withdraw, stage::withdrawn},
              {stage::accepted, transfer_step::withdraw, stage::withdrawn},
              {stage::monitored, transfer_step::withdraw, stage::withdrawn},
              {stage::replicating, transfer_step::withdraw, stage::withdrawn},
              {stage::suspended, transfer_step::withdraw, stage::withdrawn}}},
    .ends = {stage::withdrawn, stage::failed}};
static_assert(is_sound(transfer_table),
              "LIENVIEN-E100: the table of transfers is deterministic, reaches every stage and "
              "ends only where a transfer is over");

namespace detail {
/// What the proofs above do not say: nobody performs a technique alone without having worked on site under supervision, or
/// again after a suspension without having been accepted anew.
[[nodiscard]] consteval bool nobody_is_alone_too_early() noexcept {
    for (auto const& row : transfer_table.rows) {
        bool const becomes_alone = is_yes(performs_alone(row.to)) && !is_yes(performs_alone(row.from));
        if (becomes_alone && row.from != stage::on_site && row.from != stage::suspended) return false;
        if (becomes_alone && row.to != stage::accepted) return false;
        if (row.to == stage::suspended && !is_yes(performs_alone(row.from))) return false;
    }
    return true;
}
}  // namespace detail
static_assert(detail::nobody_is_alone_too_early(),
              "LIENVIEN-E100: a technique is performed alone only after acceptance");

/// May the step be taken from this stage, whatever is shown for it?
[[nodiscard]] constexpr bool may_follow(stage from, transfer_step step) noexcept {
    return transfer_table.next(from, step).has_value();
}

}  // namespace v0
}  // namespace lienvien
