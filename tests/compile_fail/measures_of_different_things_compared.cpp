// expect: LIENVIEN-E010: measures of different things
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool enough(beds free, people waiting) { return free == waiting; }
#else
bool enough(beds free, people waiting) { return free.count() == waiting.count(); }
#endif
