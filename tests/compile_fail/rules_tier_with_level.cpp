// expect: LIENVIEN-E021: a rule compares amounts of one kind only
// A tier of the old law and a level of the new one are two scales.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
auto const wrong = tier(receiver) == level(origin);
#else
auto const right = tier(receiver) == tier(origin);
#endif
