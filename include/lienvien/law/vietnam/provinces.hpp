#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/result.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/law/vietnam/province_table.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/rules/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// The day on which 63 provinces became 34 and the districts ended.
/// Source: Resolution 202/2025/QH15.
inline constexpr sys_days merger_day = day(std::chrono::year(2025) / 7 / 1);

/// The provinces of a day: 63 before 2025-07-01, 34 since. Mergers before those of 2025 are not held: for earlier days
/// the 63 stand as they were when they were merged.
[[nodiscard]] constexpr std::span<province_unit const> provinces_on(sys_days today) noexcept {
    if (today < merger_day) return provinces_before;
    return provinces_now;
}

/// Is there a district level (cấp huyện) between province and commune? Since 2025-07-01 there is none: "district hospital"
/// is a former standing.
[[nodiscard]] constexpr bool has_districts(sys_days today) noexcept { return today < merger_day; }

/// The province that has a name on a day. The name is compared as it is written (NFC, without "tỉnh" or "thành phố").
/// Errors:     `unknown_name` with the name: a province of another time, or none
/// Complexity: linear in the provinces
[[nodiscard]] inline result<province_unit> province_named(std::string_view name, sys_days today) {
    if (name.empty()) return error{errc::empty, 0, {}};
    for (auto const& each : provinces_on(today)) {
        if (each.name == name) return each;
    }
    return error{errc::unknown_name, 0, std::string(name)};
}

/// In which system a code of a province is written. The two collide: VN-01 is Lai Châu by ISO 3166-2, and 01 is Hà Nội by
/// the statistical code; 80 was Long An and is now Tây Ninh. So no function guesses the system or the day.
enum class province_codes : std::uint8_t {
    iso_3166_2,  ///< the policy of this library: since 2025 the code of the old unit whose name is kept
    statistical  ///< two digits, of the time; not verified
};

/// The two-digit statistical code of its time; nothing unless unverified values are asked for.
[[nodiscard]] constexpr std::optional<int> statistical_code(province_unit const& of, unverified weak) noexcept {
    return weak == unverified::use ? std::optional<int>(of.statistical) : std::nullopt;
}

/// The province of a day that an identity of the form vn-XX names.
/// \param codes  how the identities of the network are written; there is no default
/// \param weak   statistical codes are read only with `unverified::use`
/// Errors:       `malformed_code` where it is not vn- and a code; `unknown_name` where no province of the day has it, or
///               the system is not to be read
/// Complexity:   linear in the provinces
[[nodiscard]] inline result<province_unit> province_of(province_id const& id, province_codes codes, sys_days today,
                                                       unverified weak) {
    auto const written = id.view();
    if (!written.starts_with("vn-") || written.size() != 5) return error{errc::malformed_code, 0, std::string(written)};
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    for (auto const& each : provinces_on(today)) {
        if (codes == province_codes::iso_3166_2) {
            if (lower(each.iso_3166_2[3]) == written[3] && lower(each.iso_3166_2[4]) == written[4]) return each;
        } else if (auto const number = statistical_code(each, weak)) {
            if (lienvien::detail::digits(written.substr(3)) == number) return each;
        }
    }
    return error{errc::unknown_name, 3, std::string(written)};
}

/// The unit that a province became on 2025-07-01; a unit of today is its own.
[[nodiscard]] constexpr province_unit province_after(province_unit const& of) noexcept {
    return provinces_now[of.merger];
}
/// The units of before 2025-07-01 that a province was formed of: one, two or three.
[[nodiscard]] inline std::vector<province_unit> provinces_forming(province_unit const& now) {
    std::vector<province_unit> parts;
    for (auto const& each : provinces_before) {
        if (each.merger == now.merger) parts.push_back(each);
    }
    return parts;
}

/// Which provinces of one day a province named on another day may be: forward always one, backward one for each part of a
/// merger. An address alone cannot say which of them.
/// \param name        as written in the address
/// \param written_on  the day on which the address was right
/// \param wanted_on   the day whose provinces are asked for
/// Errors:            `unknown_name` where no province had the name on `written_on`
[[nodiscard]] inline result<std::vector<province_unit>> provinces_across(std::string_view name, sys_days written_on,
                                                                         sys_days wanted_on) {
    auto const then = province_named(name, written_on);
    if (!then) return then.error();
    bool const was_old = written_on < merger_day;
    bool const is_old = wanted_on < merger_day;
    if (was_old == is_old) return std::vector<province_unit>{*then};
    if (is_old) return provinces_forming(*then);
    return std::vector<province_unit>{province_after(*then)};
}

/// An address by administrative units, as written on some day.
struct administrative_address {
    std::string province;
    std::string district{};  ///< empty since 2025-07-01
    std::string commune{};

    friend bool operator==(administrative_address const&, administrative_address const&) = default;
};

/// What is wrong with an address on a day: a province that the day does not have, a district when there are none.
[[nodiscard]] inline findings check_address(administrative_address const& written, sys_days today) {
    findings found;
    std::string const subject = "address " + written.province;
    std::string const on = format_day(today);
    if (!province_named(written.province, today)) {
        found.add({finding_code::checked("vn.unknown-province"),
                   severity::error,
                   subject,
                   {"/province", 0},
                   {"ngày " + on + " không có tỉnh, thành phố tên “" + written.province + "”",
                    "on " + on + " no province has the name “" + written.province + "”"}});
    }
    if (!written.district.empty() && !has_districts(today)) {
        found.add({finding_code::checked("vn.district-after-2025"),
                   severity::error,
                   subject,
                   {"/district", 0},
                   {"từ 2025-07-01 không còn cấp huyện: “" + written.district + "”",
                    "since 2025-07-01 there are no districts: “" + written.district + "”"}});
    }
    return found;
}

/// The addresses of another day that an address may be: the province as `provinces_across`, the district left out where the
/// day has none or where it cannot be known, the commune as written (communes were merged too: their map is not held).
/// Errors: `unknown_name` where no province had the name on `written_on`
[[nodiscard]] inline result<std::vector<administrative_address>> addresses_across(administrative_address const& written,
                                                                                  sys_days written_on,
                                                                                  sys_days wanted_on) {
    auto const units = provinces_across(written.province, written_on, wanted_on);
    if (!units) return units.error();
    bool const same_time = (written_on < merger_day) == (wanted_on < merger_day);
    std::vector<administrative_address> made;
    for (auto const& each : *units) {
        made.push_back({std::string(each.name), same_time ? written.district : std::string(), written.commune});
    }
    return made;
}

namespace provinces_detail {

/// Cities that the State runs centrally, by ISO code, and since when; weak where one source alone says so.
struct run_centrally {
    std::string_view iso_3166_2;
    sys_days since;
    bool weak = false;
};
inline constexpr std::array<run_centrally, 9> central_cities{{
    {"VN-HN", merger_day},
    {"VN-HP", merger_day},
    {"VN-26", merger_day},
    {"VN-DN", merger_day},
    {"VN-CT", merger_day},
    {"VN-SG", merger_day},
    {"VN-39", day(std::chrono::year(2026) / 4 / 30), true},
    {"VN-13", day(std::chrono::year(2026) / 9 / 1), true},
    {"VN-56", day(std::chrono::year(2026) / 9 / 20), true},
}};

}  // namespace provinces_detail

/// Is a province of today a centrally run city (thành phố trực thuộc trung ương)? Not known before 2025-07-01; not known of
/// the three that one source alone names for 2026, unless unverified values are asked for.
[[nodiscard]] constexpr truth is_central_city(province_unit const& of, sys_days today, unverified weak) noexcept {
    if (today < merger_day) return truth::unknown;
    for (auto const& each : provinces_detail::central_cities) {
        if (each.iso_3166_2 != provinces_now[of.merger].iso_3166_2) continue;
        if (today < each.since) return truth::no;
        return each.weak && weak == unverified::leave_out ? truth::unknown : truth::yes;
    }
    return truth::no;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
