#pragma once

#include <lienvien/model/network.hpp>

#include <cstdint>

/// Some network for each seed: every member of every noun now at its default, now not, at the edges of its range. What the
/// reader would refuse as reversed is left out. The more, the larger.
[[nodiscard]] lienvien::network random_network(std::uint64_t seed, std::uint64_t most_facts);
