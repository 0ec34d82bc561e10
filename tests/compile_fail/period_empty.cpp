// expect: LIENVIEN-E003: a period ends after it begins
#include <lienvien/base/period.hpp>

using namespace lienvien;
using namespace std::chrono_literals;

#ifdef EXPECT_ERROR
constexpr period none = between(2024y / 1 / 1, 2024y / 1 / 1);
#else
constexpr period one_day = between(2024y / 1 / 1, 2024y / 1 / 2);
#endif
