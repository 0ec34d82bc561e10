#pragma once

// Compiles the door for networks: to be included in exactly one source of a program whose others include
// json/network_fwd.hpp.

#include <lienvien/json/network.hpp>

namespace lienvien {
inline namespace v0 {
namespace json {

template reading<network> read_network<network>(std::string_view, limits const&);
template std::string write<network>(network const&);
template std::string schema<network>();

}  // namespace json
}  // namespace v0
}  // namespace lienvien
