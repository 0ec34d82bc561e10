// expect: LIENVIEN-E007: an identity is a literal
#include <lienvien/model/ids.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
institution_id const where = "bach-mai";
#else
institution_id const where = "bach-mai"_institution;
#endif
