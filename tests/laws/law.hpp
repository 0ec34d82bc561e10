#pragma once

#include <string_view>

/// Laws that values claim. Each law looks at samples and returns the sentence that is broken, or `kept`, so that one
/// function serves `static_assert` and `CHECK`:  CHECK(laws::regular(samples) == laws::kept);
namespace laws {

inline constexpr std::string_view kept{};

}  // namespace laws
