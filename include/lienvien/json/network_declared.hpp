#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/json/limits.hpp>
#include <lienvien/model/network.hpp>

#include <concepts>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace json {

/// The name of the form in which networks are written; the first member of the document.
inline constexpr std::string_view network_format = "lienvien.network.v0";

/// Reads a network, or says everything that is wrong with the text.
///
/// Findings carry a code (`json.syntax`, `json.unknown-member`, `json.doubled-key`, `json.wrong-type`, `json.null`,
/// `json.missing-member`, `json.bad-value`, `json.reversed-period`, `json.wrong-format` and those of `parse`), the noun in
/// which they lie, JSON pointer and line. There is no partial network. References between nouns are not looked at:
/// `validate` does that. Complexity: linear in the text.
template <std::same_as<network> Network = network>
[[nodiscard]] reading<Network> read_network(std::string_view text, limits const& allowed = {});

/// Writes a network: its format first, then one fact below the other.
///
/// Members stand in the order of their declaration, those that equal their default are left out, and the same network
/// gives the same bytes everywhere: `read_network` of what is written is the network again, and written again it is the
/// same text. Strings must be UTF-8; bytes that are not become U+FFFD. Complexity: linear.
template <std::same_as<network> Network>
[[nodiscard]] std::string write(Network const& all);

/// The form of a network as JSON Schema (2020-12), made from the same declarations as the reader. What it cannot say, only
/// the reader finds: doubled keys, and a period that ends before it begins.
template <std::same_as<network> Network = network>
[[nodiscard]] std::string schema();

}  // namespace json
}  // namespace v0
}  // namespace lienvien
