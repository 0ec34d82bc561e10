#pragma once

// What somebody writes without the library: structures of numbers and a chain of ifs, the rules fixed by hand.

#include "declared.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace workload::plain {

struct agreement {
    std::uint32_t to;
    std::int32_t first;
    std::int32_t last;
    std::uint8_t fields;
};
struct institution {
    std::uint32_t id;
    int level;
    int province;
    point at;
    int free_beds;
    std::uint16_t recognised;  // eight fields, then insurance contract and children
    std::int32_t licence_first;
    std::int32_t licence_last;
    std::vector<std::uint16_t> techniques;  // sorted
    std::vector<agreement> agreements;      // from here
};
constexpr std::uint16_t contract_bit = 1u << 8;
constexpr std::uint16_t children_bit = 1u << 9;

struct request {
    std::uint32_t id;
    std::uint32_t origin;
    std::vector<std::uint16_t> techniques;
    int field;  // -1: none
    bool direct_access;
    bool emergency;
    bool stable;
    int insurance;  // 0 none, 1 basic, 2 priority
    int age;
    std::int32_t date;
    int province;
};

[[nodiscard]] inline bool holds(institution const& each, request const& asked) {
    for (auto const technique : asked.techniques) {
        if (!std::binary_search(each.techniques.begin(), each.techniques.end(), technique)) return false;
    }
    return true;
}
[[nodiscard]] inline bool agreed(institution const& origin, std::uint32_t to, request const& asked) {
    if (asked.field < 0) return false;
    for (auto const& each : origin.agreements) {
        if (each.to == to && each.first <= asked.date && asked.date <= each.last && (each.fields >> asked.field & 1))
            return true;
    }
    return false;
}
/// Does rule `which`, 1 to 12, fail?
struct judgement {
    request const& r;
    institution const& o;
    bool have;

    [[nodiscard]] std::uint16_t failed(institution const& c, bool stop_at_first) const {
        std::uint16_t mask = 0;
        bool const agreement = agreed(o, c.id, r);
        bool const excused = r.emergency || r.direct_access || agreement;
        auto const fail = [&](int rule) {
            mask = static_cast<std::uint16_t>(mask | 1u << (rule - 1));
            return stop_at_first;
        };
        if (c.id == o.id && fail(1)) return mask;
        if ((r.date < c.licence_first || r.date > c.licence_last) && fail(2)) return mask;
        if (!holds(c, r) && fail(3)) return mask;
        if (c.level - o.level >= 2 && !excused && fail(4)) return mask;
        if (c.level == o.level && have && !excused && fail(5)) return mask;
        if (c.level < o.level && !(r.stable && !r.emergency) && fail(6)) return mask;
        if (c.free_beds <= 0 && !r.emergency && fail(7)) return mask;
        if (r.emergency && squared_distance(o.at, c.at) > 800 * 800 && fail(8)) return mask;
        if (c.province != r.province && c.province != o.province && c.level != 3 && !excused && fail(9)) return mask;
        if (r.field >= 0 && !(c.recognised >> r.field & 1) && !r.emergency && fail(10)) return mask;
        if (r.insurance > 0 && !(c.recognised & contract_bit) && !r.emergency && fail(11)) return mask;
        if (r.age < 16 && c.level != 3 && !(c.recognised & children_bit) && !r.emergency && fail(12)) return mask;
        return mask;
    }
    [[nodiscard]] int coverage(institution const& c, bool agreement) const {
        if (r.insurance == 0) return 0;
        if (r.emergency || r.direct_access || agreement) return 100;
        bool const home = c.province == r.province;
        if (r.insurance == 2 && home) return 100;
        if (c.level <= o.level) return home ? 80 : 50;
        return home ? 80 : r.insurance == 2 ? 50 : 40;
    }
};

}  // namespace workload::plain
