// expect: LIENVIEN-E030: a crisis replaces a rule by one of the same effect
// What demanded something goes on demanding: a crisis does not turn a demand into a permission.
#include <lienvien/rules/regime.hpp>

#include <rules/made_up_jurisdiction.hpp>

using namespace lienvien;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
auto const wrong = replaces<made_up::a_free_bed>(permits(operates(receiver)));
#else
auto const right = replaces<made_up::a_free_bed>(demands(operates(receiver)));
#endif
