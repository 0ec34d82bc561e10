// expect: named_value
// The concept by its name: the enumeration has no vocabulary.
#include <lienvien/base/vocabulary.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
enum class colour : unsigned char { not_known, red };
auto name = name_of(colour::red);
#else
auto name = name_of(truth::yes);
#endif
