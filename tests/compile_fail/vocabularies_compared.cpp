// expect: stage|agreement_status
#include <lienvien/model/network.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool done(capability const& c) { return c.stage == agreement_status::signed_; }
#else
bool done(capability const& c) { return c.stage == stage::accepted; }
#endif
