#pragma once

#include <lienvien/rules/repair.hpp>

#include <string>
#include <vector>

namespace made {

/// Repairs as they are read: a line each, its changes joined by " + ".
inline std::vector<std::string> sentences(lienvien::repairs_found const& found, lienvien::network const& written,
                                          lienvien::language in = lienvien::language::en) {
    std::vector<std::string> all;
    for (auto const& each : found) {
        std::string words;
        for (auto const& one : each.changes)
            words += (words.empty() ? "" : " + ") +
                     std::string(describe(one, written, lienvien::day_after(each.changes, found.asked_for)).in(in));
        all.push_back(words);
    }
    return all;
}

}  // namespace made
