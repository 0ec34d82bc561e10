// expect: LIENVIEN-E004
#include <lienvien/base/partial_date.hpp>

using namespace lienvien;
using namespace std::chrono_literals;

#ifdef EXPECT_ERROR
constexpr partial_date far = partial_date::year(10'000y);
#else
constexpr partial_date far = partial_date::year(9999y);
#endif
