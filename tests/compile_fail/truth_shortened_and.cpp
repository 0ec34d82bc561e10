// expect: LIENVIEN-E011: write & and
#include <lienvien/base/truth.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
truth both(truth a, truth b) { return a && b; }
#else
truth both(truth a, truth b) { return a & b; }
#endif
