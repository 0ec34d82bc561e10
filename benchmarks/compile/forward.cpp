// A header of an application that only passes nouns on.
#include <lienvien/fwd.hpp>

namespace application {

class ward {
public:
    explicit ward(lienvien::institution const& of);
    [[nodiscard]] bool may_send(lienvien::patient_need const& need) const;

private:
    lienvien::institution const* of_;
};

ward::ward(lienvien::institution const& of) : of_(&of) {}

}  // namespace application
