// expect: LIENVIEN-E002
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr grading_score score(101);
#else
constexpr grading_score score(100);
#endif
