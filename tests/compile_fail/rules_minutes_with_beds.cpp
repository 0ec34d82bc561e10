// expect: LIENVIEN-E021: a rule compares amounts of one kind only
// Minutes are no beds.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
auto const wrong = travel_minutes <= beds(60);
#else
auto const right = travel_minutes <= minutes_of_travel(60);
#endif
