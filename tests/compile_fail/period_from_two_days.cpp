// expect: private|no matching
#include <lienvien/base/period.hpp>

using namespace lienvien;
using namespace std::chrono_literals;

#ifdef EXPECT_ERROR
constexpr period year(day(2023y / 1 / 1), day(2024y / 1 / 1));
#else
constexpr period year = period::between(day(2023y / 1 / 1), day(2024y / 1 / 1));
#endif
