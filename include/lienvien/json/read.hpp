#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/json/decode.hpp>
#include <lienvien/json/document.hpp>
#include <lienvien/json/inspection.hpp>
#include <lienvien/json/limits.hpp>
#include <lienvien/json/parse.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace json {

/// Reads a noun from a value of a document: any reflected type, identity, measure, vocabulary or vector of them.
///
/// Errors: everything that is wrong is reported at once, with JSON pointer (from the root of the document) and line; there
/// is a value only when nothing is.
template <class T>
[[nodiscard]] reading<T> read(value from, limits const& allowed = {}) {
    detail::inspection door(from.origin(), allowed);
    std::string const above = from.pointer();
    reading<T> made;
    T noun = detail::decode<T>(door, from, {});
    if (!door.has_errors()) made.value.emplace(std::move(noun));
    for (auto found : door.finish()) {
        found.place.pointer.insert(0, above);
        made.findings.add(std::move(found));
    }
    return made;
}

/// Reads a whole text as one noun.
template <class T>
[[nodiscard]] reading<T> read(std::string_view text, limits const& allowed = {}) {
    auto const parsed = parse(text, allowed);
    if (!parsed) return {std::nullopt, parsed.findings};
    auto made = read<T>(parsed.value->root(), allowed);
    auto all = parsed.findings;
    all.append(std::move(made.findings));
    made.findings = std::move(all);
    return made;
}

}  // namespace json
}  // namespace v0
}  // namespace lienvien
