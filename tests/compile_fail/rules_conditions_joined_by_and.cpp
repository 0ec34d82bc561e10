// expect: LIENVIEN-E028: conditions are joined by all_of
// The parts of a condition are listed, so that a proof can show each.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

#ifdef EXPECT_ERROR
constexpr auto wrong(int) { return emergency && stable; }
#else
constexpr auto right(int) { return all_of(emergency, stable); }
#endif
