// expect: result<int>
#include <lienvien/base/result.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
int next(result<int> const& read) { return read + 1; }
#else
int next(result<int> const& read) { return read.value_or(0) + 1; }
#endif
