// expect: LIENVIEN-E007: an identity is a literal
#include <lienvien/model/agreement.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
agreement const a{.id = "a"_agreement, .fields = {"oncology"}};
#else
agreement const a{.id = "a"_agreement, .fields = {"oncology"_field}};
#endif
