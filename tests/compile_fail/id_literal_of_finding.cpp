// expect: LIENVIEN-E001: an identity is 1 to 31 letters
#include <lienvien/base/finding.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
constexpr auto kind = "Dangling id"_finding;
#else
constexpr auto kind = "dangling-id"_finding;
#endif
