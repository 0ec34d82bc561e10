// expect: beds|bed_unit|measure<
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
long long number(beds some) { return some; }
#else
long long number(beds some) { return some.count(); }
#endif
