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
template <class T, class M, M T::*Pointer>
struct member_of<boost::hana::struct_detail::member_ptr<M T::*, Pointer>> {
    static constexpr M T::*pointer = Pointer;
};
template <auto... Pointers>
struct pointer_list {};
template <class Accessors>
struct split;
template <class... Names, class... Accessors>
struct split<boost::hana::tuple<boost::hana::pair<Names, Accessors>...>> {
    static constexpr std::array<std::string_view, sizeof...(Names)> names{written_name(Names::c_str())...};
    using pointers = pointer_list<member_of<Accessors>::pointer...>;
};

/// The plain lists. Functions are named after the noun alone, because Hana's types spell every letter of every name.
template <class T>
struct shape {
    using parts = split<std::remove_cvref_t<decltype(boost::hana::accessors<T>())>>;
    using pointers = typename parts::pointers;
    static constexpr auto names = parts::names;

    template <class M>
    static M type_of(M T::*);

    template <class Object, class Visitor, auto... Pointer>
    static constexpr void visit(Object& object, Visitor& visitor, pointer_list<Pointer...>) {
        [[maybe_unused]] auto const* name = names.data();
        (static_cast<void>(visitor(*name++, object.*Pointer)), ...);
    }
    template <class Visitor, auto... Pointer>
    static constexpr void visit_types(Visitor& visitor, pointer_list<Pointer...>) {
        [[maybe_unused]] auto const* name = names.data();
        (static_cast<void>(visitor(*name++, std::type_identity<decltype(type_of(Pointer))>{})), ...);
    }
    template <class Make, auto... Pointer, std::size_t... Index>
    [[nodiscard]] static constexpr T make([[maybe_unused]] Make& make_member, pointer_list<Pointer...>,
                                          std::index_sequence<Index...>) {
        return T{make_member(Index, std::type_identity<decltype(type_of(Pointer))>{})...};
    }
};

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
inline constexpr std::size_t member_count = detail::shape<T>::names.size();

/// The names of the members of a noun, in the order of declaration.
template <reflected T>
inline constexpr auto const& member_names = detail::shape<T>::names;

/// Calls `visit(name, member)` for each member in the order of declaration. The members of a const object are const.
template <class Object, class Visitor>
requires reflected<std::remove_cv_t<Object>>
constexpr void for_each_member(Object& object, Visitor&& visit) {
    using shape = detail::shape<std::remove_cv_t<Object>>;
    shape::visit(object, visit, typename shape::pointers{});
}

/// Calls `visit(name, std::type_identity<M>{})` for each member, in the order of declaration, without an object.
template <reflected T, class Visitor>
constexpr void for_each_member_type(Visitor&& visit) {
    using shape = detail::shape<T>;
    shape::visit_types(visit, typename shape::pointers{});
}

/// A noun made of its members: `make(index, std::type_identity<M>{})` returns each of them as an M, and is called in the
/// order of declaration. No member needs a default constructor.
template <reflected T, class Make>
[[nodiscard]] constexpr T from_members(Make&& make) {
    using shape = detail::shape<T>;
    return shape::make(make, typename shape::pointers{}, std::make_index_sequence<member_count<T>>{});
}

}  // namespace v0
}  // namespace lienvien
