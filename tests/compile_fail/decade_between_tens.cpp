// expect: a decade begins with a year ending in 0
#include <lienvien/base/partial_date.hpp>

using namespace lienvien;
using namespace std::chrono_literals;

#ifdef EXPECT_ERROR
constexpr auto nineties = partial_date::decade(1995y);
#else
constexpr auto nineties = partial_date::decade(1990y);
#endif
