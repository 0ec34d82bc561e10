#pragma once

#include <lienvien/law/vietnam/instruments.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// A province or centrally run city (tỉnh, thành phố trực thuộc trung ương) as it was before 2025-07-01, or as it is since.
struct province_unit {
    std::string_view name;         ///< Vietnamese, NFC
    std::string_view iso_3166_2;   ///< of the unit of before 2025-07-01 whose name it has or keeps: VN-SG
    std::uint8_t statistical = 0;  ///< two-digit statistical code of its time; not verified, see `statistical_code`
    std::uint8_t merger = 0;       ///< which of the 34 mergers it belongs to

    friend constexpr bool operator==(province_unit const&, province_unit const&) = default;
};

/// The 63 units that were merged, in order of the units that they became.
/// Source: Resolution 202/2025/QH15.
inline constexpr std::array<province_unit, 63> provinces_before{{
    {"Hà Nội", "VN-HN", 1, 0},
    {"Cao Bằng", "VN-04", 4, 1},
    {"Tuyên Quang", "VN-07", 8, 2},
    {"Hà Giang", "VN-03", 2, 2},
    {"Điện Biên", "VN-71", 11, 3},
    {"Lai Châu", "VN-01", 12, 4},
    {"Sơn La", "VN-05", 14, 5},
    {"Lào Cai", "VN-02", 10, 6},
    {"Yên Bái", "VN-06", 15, 6},
    {"Bắc Kạn", "VN-53", 6, 7},
    {"Thái Nguyên", "VN-69", 19, 7},
    {"Lạng Sơn", "VN-09", 20, 8},
    {"Quảng Ninh", "VN-13", 22, 9},
    {"Bắc Ninh", "VN-56", 27, 10},
    {"Bắc Giang", "VN-54", 24, 10},
    {"Vĩnh Phúc", "VN-70", 26, 11},
    {"Phú Thọ", "VN-68", 25, 11},
    {"Hòa Bình", "VN-14", 17, 11},
    {"Hải Dương", "VN-61", 30, 12},
    {"Hải Phòng", "VN-HP", 31, 12},
    {"Hưng Yên", "VN-66", 33, 13},
    {"Thái Bình", "VN-20", 34, 13},
    {"Hà Nam", "VN-63", 35, 14},
    {"Ninh Bình", "VN-18", 37, 14},
    {"Nam Định", "VN-67", 36, 14},
    {"Thanh Hóa", "VN-21", 38, 15},
    {"Nghệ An", "VN-22", 40, 16},
    {"Hà Tĩnh", "VN-23", 42, 17},
    {"Quảng Bình", "VN-24", 44, 18},
    {"Quảng Trị", "VN-25", 45, 18},
    {"Thừa Thiên Huế", "VN-26", 46, 19},
    {"Quảng Nam", "VN-27", 49, 20},
    {"Đà Nẵng", "VN-DN", 48, 20},
    {"Kon Tum", "VN-28", 62, 21},
    {"Quảng Ngãi", "VN-29", 51, 21},
    {"Gia Lai", "VN-30", 64, 22},
    {"Bình Định", "VN-31", 52, 22},
    {"Ninh Thuận", "VN-36", 58, 23},
    {"Khánh Hòa", "VN-34", 56, 23},
    {"Đắk Lắk", "VN-33", 66, 24},
    {"Phú Yên", "VN-32", 54, 24},
    {"Lâm Đồng", "VN-35", 68, 25},
    {"Đắk Nông", "VN-72", 67, 25},
    {"Bình Thuận", "VN-40", 60, 25},
    {"Đồng Nai", "VN-39", 75, 26},
    {"Bình Phước", "VN-58", 70, 26},
    {"Bà Rịa - Vũng Tàu", "VN-43", 77, 27},
    {"Bình Dương", "VN-57", 74, 27},
    {"Hồ Chí Minh", "VN-SG", 79, 27},
    {"Tây Ninh", "VN-37", 72, 28},
    {"Long An", "VN-41", 80, 28},
    {"Tiền Giang", "VN-46", 82, 29},
    {"Đồng Tháp", "VN-45", 87, 29},
    {"Bến Tre", "VN-50", 83, 30},
    {"Vĩnh Long", "VN-49", 86, 30},
    {"Trà Vinh", "VN-51", 84, 30},
    {"An Giang", "VN-44", 89, 31},
    {"Kiên Giang", "VN-47", 91, 31},
    {"Cần Thơ", "VN-CT", 92, 32},
    {"Sóc Trăng", "VN-52", 94, 32},
    {"Hậu Giang", "VN-73", 93, 32},
    {"Bạc Liêu", "VN-55", 95, 33},
    {"Cà Mau", "VN-59", 96, 33},
}};

/// The 34 units since 2025-07-01. ISO 3166-2 still lists the 63 only: the code is that of the old unit whose name is kept.
/// Source: Resolution 202/2025/QH15.
inline constexpr std::array<province_unit, 34> provinces_now{{
    {"Hà Nội", "VN-HN", 1, 0},        {"Cao Bằng", "VN-04", 4, 1},     {"Tuyên Quang", "VN-07", 8, 2},
    {"Điện Biên", "VN-71", 11, 3},    {"Lai Châu", "VN-01", 12, 4},    {"Sơn La", "VN-05", 14, 5},
    {"Lào Cai", "VN-02", 15, 6},      {"Thái Nguyên", "VN-69", 19, 7}, {"Lạng Sơn", "VN-09", 20, 8},
    {"Quảng Ninh", "VN-13", 22, 9},   {"Bắc Ninh", "VN-56", 24, 10},   {"Phú Thọ", "VN-68", 25, 11},
    {"Hải Phòng", "VN-HP", 31, 12},   {"Hưng Yên", "VN-66", 33, 13},   {"Ninh Bình", "VN-18", 37, 14},
    {"Thanh Hóa", "VN-21", 38, 15},   {"Nghệ An", "VN-22", 40, 16},    {"Hà Tĩnh", "VN-23", 42, 17},
    {"Quảng Trị", "VN-25", 44, 18},   {"Huế", "VN-26", 46, 19},        {"Đà Nẵng", "VN-DN", 48, 20},
    {"Quảng Ngãi", "VN-29", 51, 21},  {"Gia Lai", "VN-30", 52, 22},    {"Khánh Hòa", "VN-34", 56, 23},
    {"Đắk Lắk", "VN-33", 66, 24},     {"Lâm Đồng", "VN-35", 68, 25},   {"Đồng Nai", "VN-39", 75, 26},
    {"Hồ Chí Minh", "VN-SG", 79, 27}, {"Tây Ninh", "VN-37", 80, 28},   {"Đồng Tháp", "VN-45", 82, 29},
    {"Vĩnh Long", "VN-49", 86, 30},   {"An Giang", "VN-44", 91, 31},   {"Cần Thơ", "VN-CT", 92, 32},
    {"Cà Mau", "VN-59", 96, 33},
}};

/// How many communes, wards and special zones the provinces have since 2025-07-01.
/// Source: Decision 19/2025/QĐ-TTg.
struct commune_count {
    int communes = 2621;
    int wards = 687;
    int special_zones = 13;
    int all = 3321;
};
inline constexpr commune_count communes_since_2025{};

namespace provinces_detail {

[[nodiscard]] consteval bool each_old_unit_has_one_heir() {
    for (std::size_t a = 0; a < provinces_before.size(); ++a) {
        if (provinces_before[a].merger >= provinces_now.size()) return false;
        for (std::size_t b = 0; b < a; ++b) {
            if (provinces_before[a].iso_3166_2 == provinces_before[b].iso_3166_2 ||
                provinces_before[a].statistical == provinces_before[b].statistical ||
                provinces_before[a].name == provinces_before[b].name)
                return false;
        }
    }
    return true;
}
[[nodiscard]] consteval bool each_new_unit_keeps_a_name() {
    for (std::size_t n = 0; n < provinces_now.size(); ++n) {
        std::size_t kept = 0;
        if (provinces_now[n].merger != n) return false;
        for (auto const& old : provinces_before) {
            if (old.merger == n && old.iso_3166_2 == provinces_now[n].iso_3166_2) ++kept;
        }
        if (kept != 1) return false;
    }
    return true;
}
static_assert(provinces_before.size() == 63 && provinces_now.size() == 34);
static_assert(each_old_unit_has_one_heir(), "every old unit stands in the table once and became one new unit");
static_assert(each_new_unit_keeps_a_name(), "every new unit keeps the name of exactly one unit that it was formed of");
static_assert(communes_since_2025.communes + communes_since_2025.wards + communes_since_2025.special_zones ==
              communes_since_2025.all);

}  // namespace provinces_detail
}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
