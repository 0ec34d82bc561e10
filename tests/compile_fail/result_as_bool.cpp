// expect: result<int>
#include <lienvien/base/result.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool is_read(result<int> const& read) { return read; }
#else
bool is_read(result<int> const& read) { return read.has_value(); }
#endif
