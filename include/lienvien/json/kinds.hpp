#pragma once

#include <lienvien/base/claims.hpp>
#include <lienvien/base/id.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/remark.hpp>
#include <lienvien/model/icd10.hpp>
#include <lienvien/reflect/members.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace json {
namespace detail {

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<basic_id<Tag>> = true;
template <class T>
inline constexpr bool is_measure = false;
template <class Unit>
inline constexpr bool is_measure<measure<Unit>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_claims = false;
template <class T>
inline constexpr bool is_claims<claims<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_variant = false;
template <class... Ts>
inline constexpr bool is_variant<std::variant<Ts...>> = true;

/// Is it written as a string, whatever its characters?
template <class T>
inline constexpr bool is_words = std::is_same_v<T, std::string> || std::is_same_v<T, remark>;

/// Must a member of this type be written? Only where the noun gives it no default.
template <class T>
inline constexpr bool is_required = !std::is_default_constructible_v<T>;

/// Some value of a type that has no default, to go on reading with after a finding; it never leaves the reader.
struct stand_in_maker {
    template <class T>
    [[nodiscard]] T operator()(std::size_t, std::type_identity<T>) const {
        if constexpr (!is_required<T>)
            return T{};
        else if constexpr (is_id<T>)
            return T::checked("unreadable");
        else if constexpr (std::is_same_v<T, icd10_code>)
            return T::checked("A00");
        else if constexpr (is_measure<T>)
            return T::of_parts(T::unit::least * T::unit::parts);
        else
            return from_members<T>(*this);
    }
};
template <class T>
[[nodiscard]] T stand_in() {
    return stand_in_maker{}(0, std::type_identity<T>{});
}

}  // namespace detail
}  // namespace json
}  // namespace v0
}  // namespace lienvien
