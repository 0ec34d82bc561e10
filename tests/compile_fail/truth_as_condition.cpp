// expect: truth.*bool|bool.*truth
#include <lienvien/base/truth.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
int ask(truth answer) {
    if (answer) return 1;
    return 0;
}
#else
int ask(truth answer) {
    if (is_yes(answer)) return 1;
    return 0;
}
#endif
