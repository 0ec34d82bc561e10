// expect: LIENVIEN-E015: a measure unit says
#include <lienvien/base/measure.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
struct dose_unit {
    static constexpr label noun{"liều", "doses"};
};
long long count(measure<dose_unit> doses) { return doses.count(); }
#else
struct dose_unit {
    static constexpr label noun{"liều", "doses"};
    static constexpr std::int64_t least = 0, most = 100, parts = 1;
    static constexpr bool additive = true;
};
long long count(measure<dose_unit> doses) { return doses.count(); }
#endif
