#include <lienvien/network/journal.hpp>

#include <support/catch.hpp>
#include <support/stream.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// A journal of a million entries over ten years, one in a hundred of them about an earlier one: what was known on any day is
// what folding its entries from the beginning gives.

using namespace lienvien;
using namespace lienvien::literals;
using support::stream;

namespace {

constexpr std::size_t entries = 1'000'000;
constexpr sys_days first_day = day(std::chrono::year(2016) / 1 / 1);

/// What an entry does, in two numbers: the entry that it is about, or itself, and what it says (0: it withdraws).
struct plain_entry {
    std::uint32_t root;
    std::uint32_t says;
    std::int32_t day;
};
struct events {
    journal written;
    std::vector<plain_entry> plain;
    std::size_t about_earlier = 0;
};

capability fact_of(std::uint32_t says) {
    static auto const techniques = [] {
        std::vector<technique_id> made;
        for (int t = 0; t < 500; ++t) made.push_back(technique_id::checked("t" + std::to_string(t)));
        return made;
    }();
    static auto const sites = [] {
        std::vector<institution_id> made;
        for (int s = 0; s < 2'000; ++s) made.push_back(institution_id::checked("s" + std::to_string(s)));
        return made;
    }();
    return {.site = sites[says / 500 % 2'000],
            .technique = techniques[says % 500],
            .stage = stage::accepted,
            .valid = always,
            .source = synthetic()};
}

events make_events() {
    stream chance{2026};
    events made;
    made.plain.reserve(entries);
    for (std::size_t at = 0; at < entries; ++at) {
        // Ten years of entries in order; some are dated earlier than the one before them and count from
        // its day.
        std::int32_t const due = static_cast<std::int32_t>(at * 3'650 / entries);
        std::int32_t const dated = chance.below(500) == 0 ? due - static_cast<std::int32_t>(chance.below(400)) : due;
        std::int32_t const before = at == 0 ? dated : made.plain[at - 1].day;
        plain_entry plain{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(1 + chance.below(999'999)),
                          dated < before ? before : dated};
        journal_entry entry{
            entry_id::checked("e" + std::to_string(at)), first_day + std::chrono::days(dated), {}, {}, {}};
        if (at > 0 && chance.below(100) == 0) {
            auto const earlier = chance.below(at);
            entry.about = entry_id::checked("e" + std::to_string(earlier));
            plain.root = made.plain[earlier].root;
            if (chance.below(4) == 0) plain.says = 0;
            ++made.about_earlier;
        }
        if (plain.says != 0) entry.what = fact_of(plain.says);
        static_cast<void>(made.written.append(std::move(entry)));
        made.plain.push_back(plain);
    }
    return made;
}

constexpr std::uint64_t mixed(std::uint64_t sum, std::uint64_t value) noexcept {
    return (sum ^ value) * 0x9E3779B97F4A7C15u + (sum >> 31);
}
/// The fold, written plainly: what stands at each place in the end.
std::vector<std::uint32_t> fold(std::vector<plain_entry> const& all, std::size_t known) {
    std::vector<std::uint32_t> stands(known, 0);
    for (std::size_t at = 0; at < known; ++at) stands[all[at].root] = all[at].says;
    return stands;
}

}  // namespace

TEST_CASE("a million entries, a thousand days: what was known is what folding from the beginning gives") {
    events const all = make_events();
    REQUIRE(all.written.set_aside() == 0);
    CHECK(all.about_earlier > 9'000);
    CHECK(all.about_earlier < 11'000);
    stream chance{1'000};
    std::size_t agreed = 0;
    std::size_t facts = 0;
    for (int question = 0; question < 1'000; ++question) {
        auto const on = static_cast<std::int32_t>(chance.below(3'700));
        std::size_t known = 0;  // by halving, in numbers of its own
        for (std::size_t step = std::size_t{1} << 19; step > 0; step /= 2) {
            while (known + step <= entries && all.plain[known + step - 1].day <= on) known += step;
        }
        REQUIRE(all.written.count_known_on(first_day + std::chrono::days(on)) == known);
        std::uint64_t sum = 0;
        all.written.for_each_known_after(known, [&](std::size_t entry) {
            sum = mixed(sum, all.plain[entry].root);
            sum = mixed(sum, all.plain[entry].says);
            ++facts;
        });
        auto const stands = fold(all.plain, known);
        std::uint64_t plain = 0;
        for (std::size_t root = 0; root < known; ++root) {
            if (stands[root] == 0) continue;
            plain = mixed(plain, root);
            plain = mixed(plain, stands[root]);
        }
        agreed += sum == plain ? 1u : 0u;
    }
    CHECK(agreed == 1'000);
    CHECK(facts > 100'000'000);

    // On three of the days the network itself, fact for fact.
    for (int const on : {0, 1'234, 3'649}) {
        network const known = all.written.known_on(first_day + std::chrono::days(on));
        auto const stands = fold(all.plain, all.written.count_known_on(first_day + std::chrono::days(on)));
        std::size_t at = 0;
        bool same = true;
        for (auto const says : stands) {
            if (says == 0) continue;
            same = same && at < known.capabilities.size() && known.capabilities[at] == fact_of(says);
            ++at;
        }
        CHECK(same);
        CHECK(at == known.capabilities.size());
    }
}
