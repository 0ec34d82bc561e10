// expect: truth.*bool|bool.*truth
// "Not known" would become "no".
#include <lienvien/base/truth.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
int ask(truth answer) { return !answer ? 1 : 0; }
#else
int ask(truth answer) { return is_no(answer) ? 1 : 0; }
#endif
