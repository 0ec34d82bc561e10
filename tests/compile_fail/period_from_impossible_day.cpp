// expect: LIENVIEN-E004: the calendar has this day
#include <lienvien/base/period.hpp>

using namespace lienvien;
using namespace std::chrono_literals;

#ifdef EXPECT_ERROR
constexpr period leap = from(2023y / 2 / 29);
#else
constexpr period leap = from(2024y / 2 / 29);
#endif
