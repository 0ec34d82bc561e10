#pragma once

// What the examples begin with: networks from files. The door for JSON is costly to compile; it is compiled once here, for
// all of them.

#include <lienvien/model/network.hpp>

#include <optional>
#include <string>
#include <vector>

/// Reads the files into one network, and says on standard error what is wrong with them; nothing where one of them is none.
[[nodiscard]] std::optional<lienvien::network> read_network_files(std::vector<std::string> const& files);
