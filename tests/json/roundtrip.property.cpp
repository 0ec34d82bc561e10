#include "random_network.hpp"
#include <lienvien/json/network_fwd.hpp>

#include <support/rapidcheck.hpp>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

using namespace lienvien;
using namespace lienvien::literals;

TEST_CASE("nothing is lost between a network and its text") {
    rc::prop("what is written is read as the same network, and written again as the same bytes",
             [](std::uint64_t seed) {
                 auto const all = random_network(seed, 2);
                 auto const written = json::write(all);
                 auto const read = json::read_network(written);
                 RC_ASSERT(read.findings.empty());
                 RC_ASSERT(read.value.has_value());
                 RC_ASSERT(*read.value == all);
                 RC_ASSERT(json::write(*read.value) == written);
                 RC_ASSERT(written.back() == '\n');
             });
    rc::prop("networks that differ have texts that differ", [](std::uint64_t seed) {
        auto const a = random_network(seed, 1);
        auto const b = random_network(seed / 2, 1);
        RC_ASSERT((a == b) == (json::write(a) == json::write(b)));
    });
}

TEST_CASE("a text with a wrong byte never harms") {
    rc::prop("it is read and written without loss, or refused with a reason and without a partial network",
             [](std::uint64_t seed, std::uint64_t where, std::uint8_t what, bool insert) {
                 auto written = json::write(random_network(seed, 1));
                 auto const at = static_cast<std::size_t>(where % written.size());
                 if (insert)
                     written.insert(at, 1, static_cast<char>(what));
                 else
                     written[at] = static_cast<char>(what);
                 auto const read = json::read_network(written);
                 RC_ASSERT(read.value.has_value() == !read.findings.has_errors());
                 if (read.value) {
                     auto const again = json::read_network(json::write(*read.value));
                     RC_ASSERT(again.value == read.value);
                 }
             });
    rc::prop("cut anywhere, it is refused", [](std::uint64_t seed, std::uint64_t where) {
        auto const written = json::write(random_network(seed, 1));
        auto const read = json::read_network(
            std::string_view(written).substr(0, static_cast<std::size_t>(where % (written.size() - 2))));
        RC_ASSERT_FALSE(read.value.has_value());
        RC_ASSERT(read.findings.has_errors());
    });
}

TEST_CASE("the schema in examples/data is the one that the declarations give") {
    std::ifstream file("examples/data/network.schema.json", std::ios::binary);
    REQUIRE(file);
    std::string const stored{std::istreambuf_iterator<char>(file), {}};
    CHECK(stored == json::schema());  // to renew it: network_schema schema examples/data/network.schema.json
}
