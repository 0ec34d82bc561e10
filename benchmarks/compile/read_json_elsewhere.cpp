// A network read from JSON, with the reader compiled once, in another source.
#include <lienvien/json/network_fwd.hpp>

std::size_t count_institutions(std::string_view written) {
    auto const read = lienvien::json::read_network(written);
    return read.value ? read.value->institutions.size() : 0;
}
