// expect: LIENVIEN-E006: there is no empty identity
#include <lienvien/model/agreement.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
agreement const nameless{.status = agreement_status::signed_};
#else
agreement const named{.id = "a"_agreement, .status = agreement_status::signed_};
#endif
