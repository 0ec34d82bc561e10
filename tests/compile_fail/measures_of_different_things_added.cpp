// expect: LIENVIEN-E010
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
auto sum(minutes_of_travel there, stated_years then) { return there + then; }
#else
auto sum(minutes_of_travel there, minutes_of_travel back) { return there + back; }
#endif
