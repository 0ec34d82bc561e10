// expect: LIENVIEN-E012: ask is_yes
#include <lienvien/base/truth.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool may(truth answer) { return answer == true; }
#else
bool may(truth answer) { return answer == truth::yes; }
#endif
