#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/rules/version.hpp>

#include <optional>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// Circular on infection control, of 2018-07-20.
inline constexpr instrument circular_16_2018{
    .number = "16/2018/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2018) / 10 / 1),
};

/// For so many beds at least one person works full time in infection control (kiểm soát nhiễm khuẩn). From memory, the number
/// of the article not seen: read with `unverified::use` only.
inline constexpr dated<beds> beds_per_infection_controller{
    .id = "vn.16-2018.infection-control"_rule,
    .says = says(vi("mỗi 150 giường bệnh có ít nhất 1 nhân viên chuyên trách kiểm soát nhiễm khuẩn"),
                 en("for every 150 beds at least 1 person works full time in infection control")),
    .basis = cites(circular_16_2018),
    .value = beds(150),
    .weak = true};

/// Do enough people work full time in infection control for so many beds? A part of 150 beds needs a person too: with one
/// for 200 beds there is not one for every 150.
/// \param full_time  none where it is not known how many
/// Errors:           not known where a number is not, and where unverified rules are left out or not in force on the day
/// Source:           Circular 16/2018/TT-BYT, from memory
[[nodiscard]] constexpr truth has_enough_infection_control(std::optional<beds> all, std::optional<people> full_time,
                                                           sys_days today, unverified weak) noexcept {
    if (weak == unverified::leave_out || !all || !full_time) return truth::unknown;
    if (!is_yes(in_force_on(beds_per_infection_controller, today))) return truth::unknown;
    return known(full_time->count() * beds_per_infection_controller.value.count() >= all->count());
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
