// A network read from JSON, with the reader compiled here.
#include <lienvien/json/network.hpp>

std::size_t count_institutions(std::string_view written) {
    auto const read = lienvien::json::read_network(written);
    return read.value ? read.value->institutions.size() : 0;
}
