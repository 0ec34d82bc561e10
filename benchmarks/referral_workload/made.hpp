#pragma once

// A synthetic network and its requests in the format of the workload files, for runs without files.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

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

/// A made-up network of `institutions` institutions, and `requests` requests; the same at every run.
///
/// Of the shape of the workload: of 25 institutions one has level 3 and five level 2; 34 provinces lie one behind the other
/// from south to north; of 9,000 techniques in 60 departments an institution performs some tens to some hundreds, lower
/// ranks more often, and higher levels reach further; four agreements an institution, to one of the nearer of others. One
/// request in three names a field, one in twelve is an emergency, and its techniques are of one department of somebody.
class maker {
public:
    maker(std::uint32_t institutions, std::uint32_t requests)
        : institutions_(institutions), requests_(requests), throw_of_(institutions), performs_(institutions) {}

    [[nodiscard]] made_texts make() {
        made_texts made;
        made.network = "{\"direct_access\":[\"I21\",\"J18\"],\"field_by_icd\":{";
        for (std::size_t f = 0; f < 8; ++f) {
            made.network += std::string(f ? "," : "") + quoted(codes[f]) + ":" + quoted(fields[f]);
        }
        made.network += "},\"institutions\":[";
        for (std::uint32_t i = 0; i < institutions_; ++i) made.network += (i ? ",{" : "{") + one_institution(i);
        made.network += "],\"agreements\":[";
        for (std::uint32_t a = 0; a < institutions_ * 4; ++a) made.network += (a ? ",{" : "{") + one_agreement();
        made.network += "]}";
        made.requests = "[";
        for (std::uint32_t r = 0; r < requests_; ++r) made.requests += (r ? ",{" : "{") + one_request(r);
        made.requests += "]";
        return made;
    }

private:
    static constexpr char const* fields[] = {"stroke",   "oncology", "cardiac", "trauma",
                                             "neonatal", "dialysis", "burns",   "transplant"};
    static constexpr char const* codes[] = {"I63", "C50", "I21", "S72", "P07", "N18", "T25", "Z94",
                                            "J18", "K35", "A09", "B20", "D50", "E11", "F20", "G40",
                                            "H25", "J45", "K80", "L40", "M16", "N20", "O80", "R10"};

    [[nodiscard]] static std::uint32_t level(std::uint32_t i) noexcept { return i % 25 == 0 ? 3 : i % 25 < 6 ? 2 : 1; }
    [[nodiscard]] static std::uint32_t province(std::uint32_t i) noexcept { return 1 + i * 7 % 34; }
    [[nodiscard]] static std::string quoted(std::string const& text) { return "\"" + text + "\""; }
    [[nodiscard]] static std::string member(char const* name, std::string const& value) {
        return std::string(",\"") + name + "\":" + value;
    }
    [[nodiscard]] static std::string two(std::uint32_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); }
    [[nodiscard]] static std::string technique(std::uint32_t number) {
        std::uint32_t const rank = number % 150;
        return quoted(two(number / 150) + "." + (rank < 100 ? "0" : "") + two(rank));
    }
    [[nodiscard]] std::string day_in(std::uint32_t year) {
        return quoted(std::to_string(year) + "-" + two(1 + throw_of_.below(12)) + "-" + two(1 + throw_of_.below(28)));
    }
    [[nodiscard]] std::uint32_t low_below(std::uint32_t limit) {
        std::uint32_t const one = throw_of_.below(limit);
        std::uint32_t const other = throw_of_.below(limit);
        return one < other ? one : other;
    }

    [[nodiscard]] std::string one_institution(std::uint32_t i) {
        std::string text = "\"id\":" + std::to_string(i) + member("level", std::to_string(level(i))) +
                           member("province", std::to_string(province(i))) +
                           member("x", std::to_string(throw_of_.below(5000))) +
                           member("y", std::to_string(province(i) * 480 + throw_of_.below(480))) +
                           member("free_beds", std::to_string(throw_of_.percent(18) ? 0 : 1 + throw_of_.below(60)));
        std::string held;
        auto const add = [&](std::string const& name) { held += (held.empty() ? "" : ",") + name; };
        constexpr std::uint32_t share[] = {0, 8, 35, 70};
        for (auto const* field : fields) {
            if (throw_of_.percent(share[level(i)])) add(quoted(field));
        }
        if (throw_of_.percent(92)) add(quoted("insurance_contract"));
        if (throw_of_.percent(60)) add(quoted("paediatric"));
        std::uint32_t const licence = throw_of_.below(100);
        std::string const from = day_in(licence < 2 ? 2026 : 2020);
        text += member("accreditation", "[" + held + "]") + member("licence", "{\"from\":" + from + ",\"to\":" +
                                                                                  day_in(licence < 2   ? 2030
                                                                                         : licence < 6 ? 2026
                                                                                         : licence < 8 ? 2025
                                                                                                       : 2031) +
                                                                                  "}");
        held.clear();
        for (auto const each : pick_techniques(i)) add(technique(each));
        return text + member("techniques", "[" + held + "]") + "}";
    }
    std::vector<std::uint32_t> const& pick_techniques(std::uint32_t i) {
        std::vector<bool> picked(9000, false);
        std::uint32_t const departments = 4 + 2 * level(i) + throw_of_.below(4);
        for (std::uint32_t d = 0; d < departments; ++d) {
            std::uint32_t const department = low_below(60);
            std::uint32_t const wanted = 8 * level(i) + throw_of_.below(7 * level(i));
            for (std::uint32_t t = 0; t < wanted; ++t) picked[department * 150 + low_below(50 * level(i))] = true;
        }
        for (std::uint32_t t = 0; t < 9000; ++t) {
            if (picked[t]) performs_[i].push_back(t);
        }
        return performs_[i];
    }
    [[nodiscard]] std::string one_agreement() {
        std::uint32_t const from = throw_of_.below(institutions_);
        std::uint32_t to = (from + 1) % institutions_;
        for (int t = 0; t < 64; ++t) {  // of the same or a higher level, in the same province where there is one
            std::uint32_t const other = throw_of_.below(institutions_);
            if (other == from || level(other) < level(from)) continue;
            to = other;
            if (province(other) == province(from)) break;
        }
        return "\"from\":" + std::to_string(from) + member("to", std::to_string(to)) +
               member("valid", "{\"from\":" + day_in(2025) + ",\"to\":" + day_in(2026 + throw_of_.below(3)) + "}") +
               member("fields",
                      "[" + quoted(fields[throw_of_.below(4)]) + "," + quoted(fields[4 + throw_of_.below(4)]) + "]") +
               "}";
    }
    [[nodiscard]] std::string one_request(std::uint32_t r) {
        std::uint32_t const origin = throw_of_.below(institutions_);
        std::uint32_t able = throw_of_.below(institutions_);
        if (throw_of_.percent(50)) able -= able % 25;
        auto const& performs = performs_[able];
        std::size_t const first = throw_of_.below(static_cast<std::uint32_t>(performs.size()));
        std::string needed = technique(performs[first]);
        for (std::size_t next = first + 1, most = first + 1 + throw_of_.below(3); next < most; ++next) {
            if (next < performs.size() && performs[next] / 150 == performs[first] / 150)
                needed += "," + technique(performs[next]);
        }
        static constexpr char const* cover[] = {"none", "basic", "priority"};
        std::uint32_t const soon = throw_of_.below(100);
        return "\"id\":" + std::to_string(r) + member("origin", std::to_string(origin)) +
               member("techniques", "[" + needed + "]") + member("icd", quoted(codes[throw_of_.below(24)])) +
               member("urgency", quoted(soon < 80   ? "routine"
                                        : soon < 92 ? "urgent"
                                                    : "emergency")) +
               member("stable", throw_of_.percent(75) ? "true" : "false") +
               member("insurance", quoted(cover[throw_of_.below(3)])) +
               member("age", std::to_string(throw_of_.below(90))) + member("date", day_in(2026)) +
               member("province", std::to_string(throw_of_.percent(85) ? province(origin) : 1 + throw_of_.below(34))) +
               "}";
    }

    std::uint32_t institutions_;
    std::uint32_t requests_;
    dice throw_of_;
    std::vector<std::vector<std::uint32_t>> performs_;
};

[[nodiscard]] inline made_texts make_texts(std::uint32_t institutions, std::uint32_t requests) {
    return maker(institutions, requests).make();
}

}  // namespace workload
