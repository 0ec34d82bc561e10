#pragma once

#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/model/capability.hpp>
#include <lienvien/model/ids.hpp>

#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A stage that a transfer reached, when, and what shows it.
struct stage_record {
    lienvien::stage stage{};
    partial_date on{};
    std::vector<lienvien::evidence> evidence{};
    lienvien::source source{};

    friend bool operator==(stage_record const&, stage_record const&) = default;
};

/// The transfer of a technique package (chuyển giao gói kỹ thuật) from one institution to another.
struct transfer {
    transfer_id id;
    package_id package;
    institution_id giver;
    institution_id recipient;
    std::optional<agreement_id> agreement{};
    std::vector<team_id> trainers{};
    std::vector<team_id> trainees{};
    std::vector<stage_record> stages{};  ///< in order; the last one reached is the state of the transfer
    lienvien::source source{};

    friend bool operator==(transfer const&, transfer const&) = default;
};
}  // namespace v0
}  // namespace lienvien
