// expect: result<
#include <lienvien/model/ids.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
institution_id const where = institution_id::parse("k");
#else
institution_id const where = institution_id::parse("k").value();
#endif
