// network_schema schema [<file>]     writes the JSON Schema of a network to the file, or to standard output
// network_schema corpus [<number>]   writes documents, one JSON object a line, each with what the reader says of it:
//                                    {"accepted": ..., "codes": [...], "document": "..."}
#include "random_network.hpp"
#include <lienvien/json/network_fwd.hpp>
#include <lienvien/json/parse.hpp>
#include <lienvien/json/tree.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace lienvien;

/// What one value of a document becomes: another one, nothing, or the same under another name.
struct change {
    std::uint32_t at;
    std::string_view instead;
};
constexpr std::string_view left_out = "(left out)";
constexpr std::string_view renamed = "(renamed)";
constexpr std::array<std::string_view, 24> others{left_out,
                                                  renamed,
                                                  "null",
                                                  "true",
                                                  "false",
                                                  "0",
                                                  "-1",
                                                  "1",
                                                  "1.5",
                                                  "0.005",
                                                  "62.0",
                                                  "1e3",
                                                  "1e400",
                                                  "99999999999",
                                                  "12345678901234567890123",
                                                  "\"\"",
                                                  "\"unknown\"",
                                                  "\"not_known\"",
                                                  "\"2023-02-29\"",
                                                  "\"2024-02-29 since 2020-01-01\"",
                                                  "\"k\"",
                                                  "\"I63.9\"",
                                                  "[]",
                                                  "{}"};

[[nodiscard]] json::tree changed(json::value from, change const& what) {
    if (from.ordinal() == what.at && what.instead != renamed && what.instead != left_out)
        return json::tree::number(std::string(what.instead));
    switch (from.kind()) {
        case json::kind::string:
            return json::tree(*from.string());
        case json::kind::number:
            return json::tree::number(std::string(*from.number()));
        case json::kind::boolean:
            return json::tree(*from.boolean());
        case json::kind::null:
            return json::tree::number("null");
        case json::kind::array: {
            auto made = json::tree::array();
            for (auto const each : from.elements()) {
                if (each.ordinal() != what.at || what.instead != left_out) made.add(changed(each, what));
            }
            return made;
        }
        case json::kind::object:
            break;
    }
    auto made = json::tree::object();
    for (auto const each : from.members()) {
        bool const here = each.value.ordinal() == what.at;
        if (here && what.instead == left_out) continue;
        made.put(here && what.instead == renamed ? std::string(each.name) + "s" : std::string(each.name),
                 changed(each.value, what));
    }
    return made;
}

void collect_values(json::value from, std::vector<std::uint32_t>& all) {
    all.push_back(from.ordinal());
    for (auto const each : from.elements()) collect_values(each, all);
    for (auto const each : from.members()) collect_values(each.value, all);
}

void print(std::string_view document) {
    auto const read = json::read_network(document);
    auto codes = json::tree::array();
    for (auto const& each : read.findings) codes.add(each.code.view());
    std::cout << json::write_compact(json::tree::object(
                     {{"accepted", read.value.has_value()}, {"codes", codes}, {"document", document}}))
              << '\n';
}

void write_corpus(std::uint64_t number) {
    for (std::uint64_t seed = 1; seed <= number; ++seed) {
        auto const whole = json::write(random_network(seed, 1));
        print(whole);
        auto const parsed = json::parse(whole);
        std::vector<std::uint32_t> values;
        collect_values(parsed.value->root(), values);
        for (std::size_t step = 0; step < 8; ++step) {
            auto const at = values[static_cast<std::size_t>(seed * 7919 + step * 104729) % values.size()];
            print(json::write_compact(changed(
                parsed.value->root(), {at, others[static_cast<std::size_t>(seed + step * 3) % others.size()]})));
        }
    }
}

}  // namespace

int main(int argc, char* argv[]) {
    std::string_view const task = argc > 1 ? argv[1] : "";
    if (task == "schema" && argc > 2) {
        std::ofstream file(argv[2], std::ios::binary);
        file << json::schema();
        file.close();
        if (!file) std::cerr << argv[2] << ": cannot be written\n";
        return file ? 0 : 1;
    }
    if (task == "schema") {
        std::cout << json::schema();
    } else if (task == "corpus") {
        std::uint64_t number = 50;
        std::string_view const wanted = argc > 2 ? argv[2] : "";
        std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
        write_corpus(number);
    } else {
        std::cerr << "network_schema schema [<file>] | corpus [<number>]\n";
        return 2;
    }
    return std::cout.flush() ? 0 : 1;
}
