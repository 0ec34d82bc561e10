// expect: LIENVIEN-E026: a snapshot looks into its network
// The snapshot would look into a network that is gone.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

network read();
void ask() {
#ifdef EXPECT_ERROR
    static_cast<void>(as_of(read(), std::chrono::year(2026) / 11 / 21));
#else
    network const written = read();
    static_cast<void>(as_of(written, std::chrono::year(2026) / 11 / 21));
#endif
}
