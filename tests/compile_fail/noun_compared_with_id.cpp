// expect: institution
#include <lienvien/model/institution.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool is(institution const& one, institution_id const& id) { return one == id; }
#else
bool is(institution const& one, institution_id const& id) { return one.id == id; }
#endif
