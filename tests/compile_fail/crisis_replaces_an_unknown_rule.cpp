// expect: LIENVIEN-E029: a crisis replaces rules that the book has
// Nobody would notice a measure that replaces a rule of another book: so it does not compile.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/regime.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

inline constexpr instrument act{.number = "1", .name = {"Luật giả định", "Made-up Act"}, .kind = instrument_kind::law};
inline constexpr auto indicated =
    rule("made.1"_rule, says(vi("có chỉ định"), en("indicated")), cites(act, 1), permits(transfer_indicated));
inline constexpr auto steady = rule("made.2"_rule, says(vi("ổn định"), en("stable")), cites(act, 2), permits(stable));
inline constexpr auto book = rulebook("made-up", label{"Giả định", "Made up"}, otherwise::not_provided_for, indicated);
constexpr auto by_the_act = measure_of<"outbreak", act>(says(vi("khi có dịch"), en("in an outbreak")), cites(act, 3));

#ifdef EXPECT_ERROR
constexpr auto wrong =
    crisis_variant<book>("crisis", label{"Sai", "Wrong"}, by_the_act, replaces<steady>(permits(emergency)));
#else
constexpr auto right =
    crisis_variant<book>("crisis", label{"Đúng", "Right"}, by_the_act, replaces<indicated>(permits(emergency)));
#endif
