// expect: LIENVIEN-E027: a statement is a condition already
// A statement holds, fails or is not known; it is not compared with a truth.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
bool const wrong = (emergency == truth::no);
#else
auto const right = !emergency;
#endif
