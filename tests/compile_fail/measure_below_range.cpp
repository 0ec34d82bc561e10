// expect: LIENVIEN-E002
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr beds lost(-1);
#else
constexpr beds none(0);
#endif
