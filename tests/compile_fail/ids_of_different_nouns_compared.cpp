// expect: LIENVIEN-E008: identities of different nouns
#include <lienvien/model/ids.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool same(institution_id const& a, technique_id const& b) { return a == b; }
#else
bool same(institution_id const& a, institution_id const& b) { return a == b; }
#endif
