#pragma once

#include <lienvien/base/finding.hpp>

#include <cstddef>
#include <optional>

namespace lienvien {
inline namespace v0 {
namespace json {

/// What may come through the door. The defaults are far above any network that people maintain, and low enough that no
/// text, however hostile, exhausts stack or memory.
struct limits {
    std::size_t bytes = std::size_t{256} << 20u;  ///< size of the text; never more than 512 MiB less one byte
    std::size_t depth = 32;                       ///< objects and arrays within each other; never more than 512
    std::size_t number_length = 256;              ///< characters of one number
    std::size_t findings = 10'000;                ///< findings kept; how many more there were is itself a finding
};

/// What a text was read as, and everything that was found on the way. There is no value when anything is an error.
template <class T>
struct [[nodiscard]] reading {
    std::optional<T> value;
    lienvien::findings findings;

    [[nodiscard]] explicit operator bool() const noexcept { return value.has_value(); }
};

}  // namespace json
}  // namespace v0
}  // namespace lienvien
