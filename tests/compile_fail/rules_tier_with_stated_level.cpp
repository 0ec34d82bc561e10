// expect: LIENVIEN-E021: a rule compares amounts of one kind only
// The amount that a rule states is of the kind of the fact, too.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
auto const wrong = tier(receiver) >= technical_level::basic;
#else
auto const right = level(receiver) >= technical_level::basic;
#endif
