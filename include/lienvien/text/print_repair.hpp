#pragma once

#include <lienvien/rules/repair.hpp>
#include <lienvien/text/print.hpp>

#include <cstddef>
#include <ostream>
#include <string>

namespace lienvien {
inline namespace v0 {

/// Writes the repairs of a refused transfer, the cheapest first, and says that they are proposals.
inline void print(std::ostream& out, repairs_found const& found, network const& written, language wanted,
                  style look = {}) {
    bool const vietnamese = wanted == language::vi;
    if (found.empty()) {
        detail::print_hanging(out, 0, "",
                              vietnamese ? "Không có thay đổi nào trong dữ liệu giúp việc chuyển trở thành hợp lệ."
                                         : "No change that the network makes possible would make the transfer lawful.",
                              look, {}, {});
    } else {
        detail::print_hanging(out, 0, "",
                              vietnamese ? "Việc chuyển sẽ hợp lệ nếu (giả định, chưa việc nào trong số này xảy ra):"
                                         : "The transfer would be lawful if (proposals: none of this has happened):",
                              look, {}, {});
    }
    for (std::size_t at = 0; at < found.size(); ++at) {
        std::string words;
        for (auto const& each : found.all[at].changes) {
            if (!words.empty()) words += vietnamese ? "; và " : "; and ";
            words += describe(each, written, day_after(found.all[at].changes, found.asked_for)).in(wanted);
        }
        detail::print_hanging(out, 2, std::to_string(at + 1) + ".", words, look, {}, {});
    }
    if (!found.complete) {
        detail::print_hanging(out, 0, "!",
                              vietnamese ? "Chưa thử hết mọi khả năng." : "Not every possibility was tried.", look,
                              "\x1b[33m", {});
    }
}

}  // namespace v0
}  // namespace lienvien
