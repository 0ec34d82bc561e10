// expect: LIENVIEN-E001: an identity is 1 to 31 letters
#include <lienvien/model/ids.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
constexpr auto where = "bach mai"_institution;
#else
constexpr auto where = "bach-mai"_institution;
#endif
