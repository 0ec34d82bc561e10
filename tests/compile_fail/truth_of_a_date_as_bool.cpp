// expect: truth.*bool|bool.*truth
#include <lienvien/base/partial_date.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
bool over(partial_date const& end, sys_days today) { return happened_by(end, today); }
#else
bool over(partial_date const& end, sys_days today) { return is_yes(happened_by(end, today)); }
#endif
