// expect: LIENVIEN-E022: an exception keeps the effect of its rule
// A permission has no prohibition as its exception: that is a rule of its own.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
auto const wrong = permits(emergency) | unless(stable, forbids(stable));
#else
auto const right = permits(emergency) | unless(stable, permits(stable));
#endif
