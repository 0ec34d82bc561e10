// expect: LIENVIEN-E016: a result of an error
#include <lienvien/base/result.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool is_read(result<error> const& read) { return read.has_value(); }
#else
bool is_read(result<int> const& read) { return read.has_value(); }
#endif
