#include "network_files.hpp"

#include <lienvien/json/network_src.hpp>
#include <lienvien/network/merge.hpp>
#include <lienvien/text/print.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

using namespace lienvien;

std::optional<network> read_network_files(std::vector<std::string> const& files) {
    network all;
    for (auto const& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!in) std::cerr << file << ": cannot be read\n";
        std::string const written{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        auto found = json::read_network(written);
        print(std::cerr, found.findings, language::en);
        if (!found.value) return std::nullopt;
        print(std::cerr, merge(all, *std::move(found.value)), language::en);
    }
    return all;
}
