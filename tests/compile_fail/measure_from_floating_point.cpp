// expect: LIENVIEN-E009: a measure is exact
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr grading_score score(69.75);
#else
constexpr auto score = grading_score::of_parts(69'75);
#endif
