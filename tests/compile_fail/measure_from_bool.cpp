// expect: LIENVIEN-E009: a measure is exact
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr beds some(true);
#else
constexpr beds some(1);
#endif
