// expect: LIENVIEN-E024: a condition is built from named facts
// What a callable does, no proof can show.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
auto const wrong = permits([](transfer_case const&) { return truth::yes; });
#else
auto const right = permits(emergency);
#endif
