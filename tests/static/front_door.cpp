// The front door alone; also compiled without exceptions and without RTTI.
#include <lienvien/lienvien.hpp>

#include <type_traits>

static_assert(std::is_same_v<decltype(lienvien::version_major), decltype(lienvien::v0::version_major)>,
              "the names live in the inline namespace of the interface, v0");
