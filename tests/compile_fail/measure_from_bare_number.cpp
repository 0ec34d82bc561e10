// expect: int
// A bare number does not say what it counts.
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr beds some = 500;
#else
constexpr beds some(500);
#endif
