// expect: LIENVIEN-E072: the steps of a programme are taken in their order, each once
#include <lienvien/lifecycle/course.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr auto next = component_kind::assessment;
#else
constexpr auto next = component_kind::clinical;
#endif
bool passes(course<theory_to_certificate, 1> const& so_far, sys_days on) {
    return so_far.take<next>(on, truth::yes).reached.has_value();
}
