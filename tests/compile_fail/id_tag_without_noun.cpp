// expect: LIENVIEN-E014: an id tag says its noun
#include <lienvien/base/id.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
struct ward_tag {};
using ward_id = basic_id<ward_tag>;
bool empty(ward_id const& id) { return id.view().empty(); }
#else
struct ward_tag {
    static constexpr label noun{"khoa", "ward"};
    static constexpr bool capitals = false;
};
using ward_id = basic_id<ward_tag>;
bool empty(ward_id const& id) { return id.view().empty(); }
#endif
