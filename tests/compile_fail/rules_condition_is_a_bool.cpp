// expect: LIENVIEN-E024: a condition is built from named facts
// A rule that is always true says so in words, not by a bool.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
auto const wrong = demands(true);
#else
auto const right = demands(stable);
#endif
