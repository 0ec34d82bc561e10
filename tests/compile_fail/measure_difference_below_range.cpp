// expect: LIENVIEN-E002
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr beds few = beds(1) - beds(2);
#else
constexpr beds few = beds(2) - beds(1);
#endif
