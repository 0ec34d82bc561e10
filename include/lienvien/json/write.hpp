#pragma once

#include <lienvien/fwd.hpp>
#include <lienvien/json/encode.hpp>
#include <lienvien/json/pen.hpp>
#include <lienvien/json/tree.hpp>
#include <lienvien/reflect/members.hpp>

#include <concepts>
#include <string>

namespace lienvien {
inline namespace v0 {
namespace json {

/// Writes a noun other than a network (json/network.hpp writes that).
///
/// Members stand in the order of their declaration, those that equal their default are left out, and the same value gives
/// the same bytes everywhere: `read` of what is written is the value again, and written again it is the same text.
/// Strings must be UTF-8; bytes that are not become U+FFFD. Complexity: linear.
template <reflected T>
requires(!std::same_as<T, network>) [[nodiscard]] std::string write(T const& noun) {
    detail::pen pen({});
    detail::encode(pen, noun);
    return pen.take();
}

/// Writes a noun on one line without spaces and without a line break at the end.
template <reflected T>
[[nodiscard]] std::string write_compact(T const& noun) {
    detail::pen pen({.compact = true});
    detail::encode(pen, noun);
    return pen.take();
}

/// A noun as a tree, to be put into a larger one.
template <class T>
[[nodiscard]] tree to_tree(T const& noun) {
    detail::tree_builder builder;
    detail::encode(builder, noun);
    return builder.take();
}

}  // namespace json
}  // namespace v0
}  // namespace lienvien
