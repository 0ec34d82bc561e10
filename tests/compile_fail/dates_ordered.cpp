// expect: LIENVIEN-E013: ask before
#include <lienvien/base/partial_date.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool first(partial_date const& a, partial_date const& b) { return a < b; }
#else
bool first(partial_date const& a, partial_date const& b) { return is_yes(before(a, b)); }
#endif
