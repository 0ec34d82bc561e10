// expect: LIENVIEN-E001
#include <lienvien/model/ids.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr auto where = institution_id::checked("Bach Mai");
#else
constexpr auto where = institution_id::checked("bach-mai");
#endif
