#pragma once

// The twelve rules of the workload and its coverage, written once with the public algebra. Two facts are the workload's own:
// its list of codes with direct access, and its plane of coordinates.

#include <lienvien/lienvien.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace workload {

using lienvien::label;

/// Which categories of ICD-10, A00 to Z99, are on a list.
struct icd_list {
    std::array<bool, 2600> listed{};
    [[nodiscard]] static std::size_t place(std::string_view code) noexcept {
        auto const digit = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(code[at])}; };
        return digit(0) * 100 + digit(1) * 10 + digit(2) - (std::size_t{'A'} * 100 + std::size_t{'0'} * 11);
    }
};
struct point {
    std::int32_t east = 0;
    std::int32_t north = 0;
};
[[nodiscard]] inline std::int64_t squared_distance(point a, point b) noexcept {
    std::int64_t const east = a.east - b.east;
    std::int64_t const north = a.north - b.north;
    return east * east + north * north;
}
/// What the workload knows beside the network; set once, before any rule is read.
struct side_tables {
    icd_list direct_access;
    std::vector<point> at;  ///< by number of the institution
    /// The same by slot, and for each word of 64 slots the corners of a box around its points.
    std::vector<point> by_slot;
    struct box {
        point low;
        point high;
    };
    std::vector<box> around;
    /// For each word the words, a bit each, whose box lies within 80 km of its own.
    static constexpr std::int64_t limit = 800 * 800;
    std::vector<std::uint64_t> within;

    void arrange(lienvien::snapshot const& today) {
        by_slot.assign(today.size(), {});
        around.assign(today.shape().words, {});
        for (std::uint32_t s = 0; s < today.size(); ++s) {
            point const each = by_slot[s] = at[number_of(today.site_at(lienvien::slot{s}))];
            auto& corners = around[s / 64];
            if (s % 64 == 0) corners = {each, each};
            corners.low = {(std::min)(corners.low.east, each.east), (std::min)(corners.low.north, each.north)};
            corners.high = {(std::max)(corners.high.east, each.east), (std::max)(corners.high.north, each.north)};
        }
        auto const gap = [](std::int32_t low, std::int32_t high, std::int32_t other_low, std::int32_t other_high) {
            return (std::max)({other_low - high, low - other_high, 0});
        };
        std::size_t const summaries = today.shape().summaries;
        within.assign(around.size() * summaries, 0);
        for (std::size_t a = 0; a < around.size(); ++a) {
            for (std::size_t b = 0; b < around.size(); ++b) {
                auto const& [low, high] = around[a];
                auto const& other = around[b];
                point const apart{gap(low.east, high.east, other.low.east, other.high.east),
                                  gap(low.north, high.north, other.low.north, other.high.north)};
                bool const meets = squared_distance({}, apart) <= limit;
                within[a * summaries + b / 64] |= std::uint64_t{meets} << (b % 64);
            }
        }
    }
};
inline side_tables tables;

struct on_direct_access_list {
    static constexpr bool is_statement = true;
    static constexpr std::string_view id = "workload-direct-access";
    static constexpr label words{"mã bệnh thuộc danh sách đi thẳng", "the code is on the direct-access list"};
    [[nodiscard]] static lienvien::truth read(lienvien::transfer_case const& asked) {
        return lienvien::known(tables.direct_access.listed[icd_list::place(asked.need().diagnoses[0].view())]);
    }
    static void cite(lienvien::transfer_case const&, lienvien::grounds&) {}
};
/// Further than 80 km on the plane of the workload, whose unit is 100 m.
struct beyond_eighty_km {
    static constexpr bool is_statement = true;
    static constexpr bool always_known = true;
    static constexpr std::string_view id = "workload-beyond-80-km";
    static constexpr label words{"cách nhau hơn 80 km", "they are more than 80 km apart"};
    [[nodiscard]] static lienvien::truth read(lienvien::transfer_case const& asked) {
        auto const from = tables.at[number_of(*asked.asked->origin())];
        return lienvien::known(squared_distance(from, tables.at[number_of(asked.to)]) > side_tables::limit);
    }
    /// The same for 64 institutions at a time: those of a box that lies beyond are not looked at one by one, and boxes that
    /// lie beyond the whole box of the origin not at all.
    struct swept : lienvien::swept::from_site_to_site {
        static constexpr std::int64_t limit = side_tables::limit;
        point from;
        lienvien::slot origin;

        [[nodiscard]] static constexpr bool decided() noexcept { return true; }
        template <class Word>
        [[nodiscard]] Word word(std::size_t w, std::uint64_t care) const noexcept {
            auto const& box = tables.around[w];
            auto const within = [](std::int32_t value, std::int32_t low, std::int32_t high) {
                return value < low ? low : value > high ? high : value;
            };
            point const nearest{within(from.east, box.low.east, box.high.east),
                                within(from.north, box.low.north, box.high.north)};
            std::uint64_t found = ~std::uint64_t{0};
            if (squared_distance(from, nearest) <= limit) {
                care &= w + 1 == tables.around.size()
                            ? lienvien::set_shape(static_cast<std::uint32_t>(tables.by_slot.size())).full(w)
                            : found;
                found = 0;
                for (auto const* const first = tables.by_slot.data() + w * 64; care != 0; care &= care - 1) {
                    int const bit = std::countr_zero(care);
                    found |= std::uint64_t{squared_distance(from, first[bit]) > limit} << bit;
                }
            }
            return lienvien::swept::made<Word>(found, found);
        }
        [[nodiscard]] static std::uint64_t some(lienvien::set_shape, std::size_t) noexcept { return ~std::uint64_t{0}; }
        [[nodiscard]] std::uint64_t gaps(lienvien::set_shape shape, std::size_t s) const noexcept {
            return tables.within[number_of(origin) / 64 * shape.summaries + s];
        }
    };
    [[nodiscard]] static swept sweep(lienvien::request const& asked) {
        return {{}, tables.at[number_of(*asked.origin())], asked.today().slot_of(*asked.origin())};
    }
    static void cite(lienvien::transfer_case const&, lienvien::grounds&) {}
};

namespace declared {

using namespace lienvien::literals;
using namespace lienvien::terms;
using lienvien::statement;
using lienvien::technical_level;
using lienvien::term;
using lienvien::years_of_age;

inline constexpr lienvien::instrument text{.number = "workload",
                                           .name = {"quy tắc của phép đo", "rules of the workload"},
                                           .kind = lienvien::instrument_kind::definition};
inline constexpr statement<term<on_direct_access_list, need_role>> direct_access{};
inline constexpr statement<term<beyond_eighty_km, pair_role>> too_far{};

/// AG: an agreement in force from the origin to the receiver covers the field.
inline constexpr auto agreed = all_of(field_named, agreement_accepts);
/// X: an emergency, direct access, or an agreement.
inline constexpr auto excused = any_of(emergency, direct_access, agreed);

inline constexpr auto r1 =
    rule("r1"_rule, {"không chuyển về chính mình", "not to oneself"}, cites(text, 1), forbids(same_house));
inline constexpr auto r2 =
    rule("r2"_rule, {"có giấy phép", "licensed on the day"}, cites(text, 2), demands(operates(receiver)));
inline constexpr auto r3 =
    rule("r3"_rule, {"đủ kỹ thuật", "performs the techniques"}, cites(text, 3), demands(holds_techniques(receiver)));
inline constexpr auto r4 = rule("r4"_rule, {"không vượt cấp", "no skipping a level"}, cites(text, 4),
                                forbids(all_of(level(receiver) >= steps_above<2>(level(origin)), !excused)));
inline constexpr auto r5 = rule("r5"_rule, {"cùng cấp", "within a level"}, cites(text, 5),
                                forbids(all_of(holds_techniques(origin), level(receiver) == level(origin), !excused)));
inline constexpr auto r6 = rule("r6"_rule, {"xuống cấp dưới", "downward"}, cites(text, 6),
                                forbids(all_of(any_of(!stable, emergency), level(receiver) < level(origin))));
inline constexpr auto r7 =
    rule("r7"_rule, {"còn giường", "a free bed"}, cites(text, 7), forbids(all_of(!emergency, !has_free_bed(receiver))));
inline constexpr auto r8 = rule("r8"_rule, {"cấp cứu trong 80 km", "emergencies within 80 km"}, cites(text, 8),
                                forbids(all_of(emergency, too_far)));
inline constexpr auto r9 = rule(
    "r9"_rule, {"trong tỉnh", "within the province"}, cites(text, 9),
    demands(any_of(in_province_of_residence, same_province, level(receiver) == technical_level::specialised, excused)));
inline constexpr auto r10 = rule("r10"_rule, {"được công nhận", "accredited"}, cites(text, 10),
                                 forbids(all_of(field_named, !emergency, !accredited(receiver))));
inline constexpr auto r11 = rule("r11"_rule, {"hợp đồng bảo hiểm", "insurance contract"}, cites(text, 11),
                                 forbids(all_of(insured, !emergency, !insurance_contracted(receiver))));
inline constexpr auto r12 =
    rule("r12"_rule, {"nhi khoa", "children"}, cites(text, 12),
         forbids(all_of(age < years_of_age(16), !emergency, level(receiver) < technical_level::specialised,
                        !accredited_for<"paediatric">(receiver))));
inline constexpr auto book = lienvien::rulebook("workload", {"phép đo", "workload"}, lienvien::otherwise::permitted, r1,
                                                r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12);

inline constexpr auto full_card = card_rate == lienvien::percentage(100);
/// Coverage of a permitted receiver in percent, the first line that applies.
inline constexpr auto coverage = first_of(
    40, in_case(!insured, 0), in_case(excused, 100), in_case(all_of(full_card, in_province_of_residence), 100),
    in_case(all_of(level(receiver) <= level(origin), in_province_of_residence), 80),
    in_case(level(receiver) <= level(origin), 50), in_case(in_province_of_residence, 80), in_case(full_card, 50));

}  // namespace declared
}  // namespace workload
