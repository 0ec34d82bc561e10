// expect: LIENVIEN-E006: there is no empty identity
// Absence is std::optional.
#include <lienvien/model/ids.hpp>

using namespace lienvien;

#include <optional>

#ifdef EXPECT_ERROR
institution_id where;
#else
std::optional<institution_id> where;
#endif
