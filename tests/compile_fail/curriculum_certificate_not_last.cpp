// expect: LIENVIEN-E071: the certificate is the last step of a curriculum
#include <lienvien/lifecycle/course.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
using order = curriculum<component_kind::theory, component_kind::certificate, component_kind::assessment>;
#else
using order = curriculum<component_kind::theory, component_kind::assessment, component_kind::certificate>;
#endif
static_assert(order::size == 3);
