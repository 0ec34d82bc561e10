// expect: LIENVIEN-E008
#include <lienvien/model/ids.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool first(institution_id const& a, person_id const& b) { return a < b; }
#else
bool first(person_id const& a, person_id const& b) { return a < b; }
#endif
