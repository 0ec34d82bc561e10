// A program can declare what it does with lienvien's types from the forward header alone.
#include <lienvien/fwd.hpp>

namespace hospital_system {

template <class Tag>
void greet(lienvien::basic_id<Tag> const& whom);
lienvien::text const& greeting(lienvien::label const& words);
void hang_up(lienvien::findings& all, lienvien::error const& last);

}  // namespace hospital_system
