// expect: LIENVIEN-E025: an answer looks into its snapshot
// The answer would look into a snapshot that is gone.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

inline constexpr auto one = rule("one"_rule, says(vi("một"), en("one")), cites(instrument{}), permits(emergency));
inline constexpr auto book = rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, one);
void ask(network const& written, patient_need const& asked) {
#ifdef EXPECT_ERROR
    decide(as_of(written, sys_days{}), book, asked);
#else
    auto const today = as_of(written, sys_days{});
    static_cast<void>(decide(today, book, asked));
#endif
}
