// expect: LIENVIEN-E017: such measures
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
auto gap(grading_score one, grading_score other) { return one - other; }
#else
auto gap(grading_score one, grading_score other) { return one.count() - other.count(); }
#endif
