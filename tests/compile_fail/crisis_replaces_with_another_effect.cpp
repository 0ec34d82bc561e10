// expect: LIENVIEN-E030: a crisis replaces a rule by one of the same effect
// What demanded something goes on demanding: a crisis does not turn a demand into a permission.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/regime.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

inline constexpr instrument act{.number = "1", .name = {"Luật giả định", "Made-up Act"}, .kind = instrument_kind::law};
inline constexpr auto steady = rule("made.1"_rule, says(vi("ổn định"), en("stable")), cites(act, 1), demands(stable));

#ifdef EXPECT_ERROR
constexpr auto wrong = replaces<steady>(permits(emergency));
#else
constexpr auto right = replaces<steady>(demands(emergency));
#endif
