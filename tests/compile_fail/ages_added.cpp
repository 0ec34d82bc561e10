// expect: LIENVIEN-E017: such measures
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
auto sum(years_of_age one, years_of_age other) { return one + other; }
#else
bool older(years_of_age one, years_of_age other) { return one > other; }
#endif
