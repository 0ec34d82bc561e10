// The door for networks, compiled once for all tests.
#include <lienvien/json/network_src.hpp>
