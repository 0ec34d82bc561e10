#pragma once

// The door for networks, compiled once: who includes this header instead of json/network.hpp waits for neither Boost nor
// reflection; exactly one source of the program then includes json/network_src.hpp.

#include <lienvien/json/limits.hpp>
#include <lienvien/json/network_declared.hpp>
#include <lienvien/model/network.hpp>

#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace json {

extern template reading<network> read_network<network>(std::string_view, limits const&);
extern template std::string write<network>(network const&);
extern template std::string schema<network>();

}  // namespace json
}  // namespace v0
}  // namespace lienvien
