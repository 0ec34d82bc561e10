#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/text.hpp>

#include <optional>
#include <string>

namespace lienvien {
inline namespace v0 {

/// A finding that someone has looked at and accepts for a time: data, never a setting of the program.
struct waiver {
    finding_code code;
    std::string subject{};  ///< exactly the subject of the finding
    text reason{};
    std::optional<partial_date> until{};  ///< first day on which the waiver no longer holds

    friend bool operator==(waiver const&, waiver const&) = default;
};
}  // namespace v0
}  // namespace lienvien
