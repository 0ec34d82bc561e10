// expect: LIENVIEN-E010
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool enough(beds free, cases_per_year expected) { return free >= expected; }
#else
bool enough(beds free, cases_per_year expected) { return free.count() >= expected.count(); }
#endif
