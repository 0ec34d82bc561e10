// expect: bool.*truth
#include <lienvien/base/truth.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
truth answer(bool holds) { return holds; }
#else
truth answer(bool holds) { return known(holds); }
#endif
