// expect: truth.*bool
// "Not known" would become "yes".
#include <lienvien/base/truth.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool may(truth answer) { return answer; }
#else
bool may(truth answer) { return is_yes(answer); }
#endif
