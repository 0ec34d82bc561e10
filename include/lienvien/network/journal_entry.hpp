#pragma once

#include <lienvien/base/id.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/network/noun.hpp>

#include <optional>

namespace lienvien {
inline namespace v0 {

struct entry_tag {
    static constexpr label noun{"mục nhật ký", "journal entry"};
    static constexpr bool capitals = false;
};
/// The name of an entry of a journal, such as "e-0041"_entry.
using entry_id = basic_id<entry_tag>;

namespace literals {
template <detail::literal Text>
[[nodiscard]] consteval entry_id operator""_entry() {
    return detail::literal_id<entry_id, Text>();
}
}  // namespace literals

/// One line of a journal: on this day it was written down that...
///
/// With `what` alone a fact is recorded. With `about` and `what`, an earlier entry is corrected: what it said is replaced. With
/// `about` alone it is withdrawn: it should never have been written. That a fact ends is no withdrawal: its period says so.
struct journal_entry {
    entry_id id;
    sys_days recorded_on;
    std::optional<entry_id> about{};
    std::optional<noun> what{};
    text because{};

    friend bool operator==(journal_entry const&, journal_entry const&) = default;
};

}  // namespace v0
}  // namespace lienvien
