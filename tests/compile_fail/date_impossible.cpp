// expect: LIENVIEN-E004: the calendar has this day
#include <lienvien/base/partial_date.hpp>

using namespace lienvien;
using namespace std::chrono_literals;

#ifdef EXPECT_ERROR
constexpr partial_date leap = 2023y / 2 / 29;
#else
constexpr partial_date leap = 2024y / 2 / 29;
#endif
