#pragma once

// A small synthetic network and its requests in the format of the workload files, for runs without files.

#include <cstdint>
#include <string>

namespace workload {

class dice {
public:
    explicit dice(std::uint64_t seed) noexcept : state_(seed) {}
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) noexcept {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>((state_ >> 33) % limit);
    }
    [[nodiscard]] bool percent(std::uint32_t chance) noexcept { return below(100) < chance; }

private:
    std::uint64_t state_;
};

struct made_texts {
    std::string network;
    std::string requests;
};

/// `institutions` made-up institutions over 10 provinces, and `requests` requests; the same at every run.
[[nodiscard]] inline made_texts make_texts(std::uint32_t institutions, std::uint32_t requests) {
    static constexpr char const* fields[] = {"stroke",   "oncology", "cardiac", "trauma",
                                             "neonatal", "dialysis", "burns",   "transplant"};
    static constexpr char const* codes[] = {"I63", "C50", "I21", "S72", "P07", "N18", "T25", "Z94", "J18", "K35"};
    dice throw_of(7);
    auto const two = [](std::uint32_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    auto const technique = [&](std::uint32_t department, std::uint32_t rank) {
        return "\"" + two(department) + "." + (rank < 100 ? "0" : "") + two(rank) + "\"";
    };
    auto const day_in = [&](std::uint32_t year) {
        return std::to_string(year) + "-" + two(1 + throw_of.below(12)) + "-" + two(1 + throw_of.below(28));
    };
    made_texts made;
    auto& net = made.network;
    net = "{\"direct_access\":[\"I21\",\"J18\"],\"field_by_icd\":{";
    for (int f = 0; f < 8; ++f) net += (f ? ",\"" : "\"") + std::string(codes[f]) + "\":\"" + fields[f] + "\"";
    net += "},\"institutions\":[";
    for (std::uint32_t i = 0; i < institutions; ++i) {
        std::uint32_t const level = i % 12 == 0 ? 3 : i % 12 < 4 ? 2 : 1;
        net += (i ? ",{" : "{") + std::string("\"id\":") + std::to_string(i) + ",\"level\":" + std::to_string(level) +
               ",\"province\":" + std::to_string(1 + throw_of.below(10)) +
               ",\"x\":" + std::to_string(throw_of.below(3000)) + ",\"y\":" + std::to_string(throw_of.below(3000)) +
               ",\"free_beds\":" + std::to_string(throw_of.percent(20) ? 0 : 1 + throw_of.below(30)) +
               ",\"accreditation\":[";
        bool any = false;
        auto const add = [&](char const* name) {
            net += (any ? ",\"" : "\"") + std::string(name) + "\"";
            any = true;
        };
        for (auto const* field : fields) {
            if (throw_of.percent(level * 25)) add(field);
        }
        if (throw_of.percent(90)) add("insurance_contract");
        if (throw_of.percent(60)) add("paediatric");
        bool const late = throw_of.percent(10);
        net += "],\"licence\":{\"from\":\"" + (late ? day_in(2026) : day_in(2020)) + "\",\"to\":\"" +
               day_in(!late && throw_of.percent(10) ? 2026 : 2030) + "\"},\"techniques\":[";
        any = false;
        for (std::uint32_t department = 0; department < 6; ++department) {
            for (std::uint32_t rank = 0; rank < 30; ++rank) {
                if (!throw_of.percent(20 + 20 * level)) continue;
                net += (any ? "," : "") + technique(department, rank);
                any = true;
            }
        }
        net += "]}";
    }
    net += "],\"agreements\":[";
    for (std::uint32_t a = 0; a < institutions * 6; ++a) {
        std::uint32_t const from = throw_of.below(institutions);
        net += (a ? ",{" : "{") + std::string("\"from\":") + std::to_string(from) +
               ",\"to\":" + std::to_string((from + 1 + throw_of.below(institutions - 1)) % institutions) +
               ",\"valid\":{\"from\":\"" + day_in(2025) + "\",\"to\":\"" + day_in(2026) + "\"},\"fields\":[\"" +
               fields[throw_of.below(8)] + "\"]}";
    }
    net += "]}";
    auto& asked = made.requests;
    asked = "[";
    for (std::uint32_t r = 0; r < requests; ++r) {
        std::uint32_t const department = throw_of.below(6);
        std::uint32_t const first = throw_of.below(29);
        asked += (r ? ",{" : "{") + std::string("\"id\":") + std::to_string(r) +
                 ",\"origin\":" + std::to_string(throw_of.below(institutions)) + ",\"techniques\":[" +
                 technique(department, first);
        if (throw_of.percent(60)) asked += "," + technique(department, first + 1);
        static constexpr char const* how_soon[] = {"routine", "urgent", "emergency"};
        static constexpr char const* cover[] = {"none", "basic", "priority"};
        asked += "],\"icd\":\"" + std::string(codes[throw_of.below(10)]) + "\",\"urgency\":\"" +
                 how_soon[throw_of.below(3)] + "\",\"stable\":" + (throw_of.percent(70) ? "true" : "false") +
                 ",\"insurance\":\"" + cover[throw_of.below(3)] + "\",\"age\":" + std::to_string(throw_of.below(90)) +
                 ",\"date\":\"" + day_in(2026) + "\",\"province\":" + std::to_string(1 + throw_of.below(10)) + "}";
    }
    asked += "]";
    return made;
}

}  // namespace workload
