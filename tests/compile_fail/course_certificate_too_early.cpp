// expect: LIENVIEN-E073: a certificate follows every other step
#include <lienvien/lifecycle/course.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
using so_far = course<theory_to_certificate, 2>;
#else
using so_far = course<theory_to_certificate, 3>;
#endif
bool passes(so_far const& taken, certificate_id const& id, sys_days on) {
    return taken.certify(id, on, synthetic()).reached.has_value();
}
