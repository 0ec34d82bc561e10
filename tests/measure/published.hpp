#pragma once

// Tables of published answers, read from a folder beside the project; the tests that need one say so and pass without it.

#include <charconv>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace published {

using row = std::vector<std::string>;

/// The lines of a table after its head; empty where the folder is missing. Cells in quotes are the last of their line.
inline std::vector<row> table(std::string const& name) {
    std::ifstream file("../shared/truths/tables/spc/" + name + ".csv");
    std::vector<row> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        row cells;
        std::istringstream cut(line);
        for (std::string cell; std::getline(cut, cell, ',');) cells.push_back(cell);
        rows.push_back(cells);
    }
    return rows;
}
inline double number(row const& cells, std::size_t at) {
    double value = 0;
    auto const& cell = cells.at(at);
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

}  // namespace published
