#pragma once

// What questions on a network begin with: the network itself, and the patient's need. Reading them is costly to compile, so it
// is compiled once, in asked_network.cpp.

#include "answers.hpp"
#include <lienvien/model/network.hpp>

#include <optional>
#include <string_view>

namespace answers {

/// The network of the question, else the preloaded one; `member` names where it may stand.
[[nodiscard]] network const& network_of(question& asked, library const& known, std::optional<network>& own,
                                        std::string_view member = "network");

/// The need of the question, written out or named; none where the question has neither.
[[nodiscard]] std::optional<lienvien::patient_need> need_of(question& asked, network const& written);

/// The same where the question makes no sense without a need.
[[nodiscard]] std::optional<lienvien::patient_need> required_need_of(question& asked, network const& written);

}  // namespace answers
