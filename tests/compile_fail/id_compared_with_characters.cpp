// expect: LIENVIEN-E007: an identity is a literal
#include <lienvien/model/ids.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
bool is_k(institution_id const& where) { return where == "k"; }
#else
bool is_k(institution_id const& where) { return where == "k"_institution; }
#endif
