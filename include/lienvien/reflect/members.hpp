#pragma once

#include <boost/hana/accessors.hpp>
#include <boost/hana/adapt_struct.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/string.hpp>
#include <boost/hana/tuple.hpp>

#include <array>
#include <cstddef>
#include <source_location>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// A noun whose members are known by name and in the order of their declaration: adapted in reflect/nouns.hpp, or by a
/// caller for a noun of his own with BOOST_HANA_ADAPT_STRUCT.
template <class T>
concept reflected = boost::hana::Struct<T>::value;

namespace detail {

/// The name of a member in files: a trailing underscore only avoids a word of C++ and is dropped.
[[nodiscard]] constexpr std::string_view written_name(char const* declared) noexcept {
    std::string_view name = declared;
    if (name.ends_with('_')) name.remove_suffix(1);
    return name;
}

/// Takes what Hana knows of a noun apart once. Everything above works with the plain lists below, because each function
/// of Hana that is handed the whole tuple costs about a hundred milliseconds of compilation for a noun of ten members.
template <class Accessor>
struct member_of;
template <class T, class M, M T::* Pointer>
struct member_of<boost::hana::struct_detail::member_ptr<M T::*, Pointer>> {
    using type = M;
    static constexpr M T::* pointer = Pointer;
};
template <class Accessors>
struct shape;
template <class... Names, class... Accessors>
struct shape<boost::hana::tuple<boost::hana::pair<Names, Accessors>...>> {
    static constexpr std::size_t size = sizeof...(Names);
    static constexpr std::array<std::string_view, size> names{written_name(Names::c_str())...};

    template <class Object, class Visitor>
    static constexpr void visit(Object& object, Visitor& visitor) {
        [[maybe_unused]] auto const* name = names.data();
        (static_cast<void>(visitor(*name++, object.*member_of<Accessors>::pointer)), ...);
    }
    template <class Visitor>
    static constexpr void visit_types(Visitor& visitor) {
        [[maybe_unused]] auto const* name = names.data();
        (static_cast<void>(visitor(*name++, std::type_identity<typename member_of<Accessors>::type>{})), ...);
    }
    template <class T, class Make, std::size_t... Index>
    [[nodiscard]] static constexpr T make([[maybe_unused]] Make& make, std::index_sequence<Index...>) {
        return T{make(Index, std::type_identity<typename member_of<Accessors>::type>{})...};
    }
};
template <class T>
using shape_of = shape<std::remove_cvref_t<decltype(boost::hana::accessors<T>())>>;

[[nodiscard]] constexpr std::string_view last_word(std::string_view spelled) noexcept {
    auto const begin = spelled.find("T = ");
    std::string_view word = spelled.substr(begin == std::string_view::npos ? 0 : begin + 4);
    word = word.substr(0, word.find_first_of(";]"));
    if (auto const colon = word.rfind(':'); colon != std::string_view::npos) word.remove_prefix(colon + 1);
    return word;
}
template <class T>
[[nodiscard]] constexpr std::string_view spelled_by_compiler() noexcept {
    return std::source_location::current().function_name();
}

}  // namespace detail

/// The name of a type as declared, without namespaces: "agreement". For types that are no templates.
template <class T>
[[nodiscard]] constexpr std::string_view type_name() noexcept {
    return detail::last_word(detail::spelled_by_compiler<T>());
}

/// How many members a noun has.
template <reflected T>
inline constexpr std::size_t member_count = detail::shape_of<T>::size;

/// The names of the members of a noun, in the order of declaration.
template <reflected T>
inline constexpr auto const& member_names = detail::shape_of<T>::names;

/// Calls `visit(name, member)` for each member in the order of declaration. The members of a const object are const.
template <class Object, class Visitor>
    requires reflected<std::remove_cv_t<Object>>
constexpr void for_each_member(Object& object, Visitor&& visit) {
    detail::shape_of<std::remove_cv_t<Object>>::visit(object, visit);
}

/// Calls `visit(name, std::type_identity<M>{})` for each member, in the order of declaration, without an object.
template <reflected T, class Visitor>
constexpr void for_each_member_type(Visitor&& visit) {
    detail::shape_of<T>::visit_types(visit);
}

/// A noun made of its members: `make(index, std::type_identity<M>{})` returns each of them as an M, and is called in the
/// order of declaration. No member needs a default constructor.
template <reflected T, class Make>
[[nodiscard]] constexpr T from_members(Make&& make) {
    return detail::shape_of<T>::template make<T>(make, std::make_index_sequence<member_count<T>>{});
}

}  // namespace v0
}  // namespace lienvien
