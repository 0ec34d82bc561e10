// expect: year
#include <lienvien/base/partial_date.hpp>

using namespace lienvien;
using namespace std::chrono_literals;

#ifdef EXPECT_ERROR
constexpr partial_date some_day = 2023y;
#else
constexpr partial_date some_day = partial_date::year(2023y);
#endif
