// expect: LIENVIEN-E001: an identity is 1 to 31 letters
// 32 characters are one too many.
#include <lienvien/model/ids.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
constexpr auto where = "a2345678901234567890123456789012"_institution;
#else
constexpr auto where = "a234567890123456789012345678901"_institution;
#endif
