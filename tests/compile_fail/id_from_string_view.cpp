// expect: LIENVIEN-E007: an identity is a literal
#include <lienvien/model/ids.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
institution_id where(std::string_view text) { return institution_id(text); }
#else
result<institution_id> where(std::string_view text) { return institution_id::parse(text); }
#endif
