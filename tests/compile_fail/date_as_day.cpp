// expect: sys_days|time_point|sys_time
// A partial date is not a day.
#include <lienvien/base/partial_date.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
sys_days when(partial_date const& date) { return date; }
#else
std::optional<sys_days> when(partial_date const& date) { return date.exact(); }
#endif
