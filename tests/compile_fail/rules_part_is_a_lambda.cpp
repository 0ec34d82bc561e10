// expect: LIENVIEN-E024: a condition is built from named facts
// Nor may a part of a condition be a callable.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
constexpr auto wrong(int) {
    return all_of(emergency, [](transfer_case const&) { return truth::yes; });
}
#else
constexpr auto right(int) { return all_of(emergency, stable); }
#endif
