#pragma once

#include <lienvien/base/result.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace lienvien {
inline namespace v0 {

/// One word of a closed vocabulary: its value, its name in files, and how it reads in both languages.
template <class Value>
struct word {
    Value value;
    std::string_view name;
    lienvien::label label;
};

/// The words of an enumeration, specialised beside it: `static constexpr std::array words{word<E>{...}, ...}`, one for
/// every enumerator, in order of their values. The first stands for "not known".
template <class Value>
struct vocabulary;

/// An enumeration with a vocabulary.
template <class Value>
concept named_value = std::is_enum_v<Value> && requires {
    vocabulary<Value>::words.size();
};

namespace detail {
template <named_value Value>
[[nodiscard]] constexpr word<Value> const* find_word(Value value) noexcept {
    for (auto const& entry : vocabulary<Value>::words) {
        if (entry.value == value) return &entry;
    }
    return nullptr;
}
}  // namespace detail

/// The name of a value in files: lower case, words joined by '_'. Empty for a value that is no enumerator.
template <named_value Value>
[[nodiscard]] constexpr std::string_view name_of(Value value) noexcept {
    auto const* entry = detail::find_word(value);
    return entry ? entry->name : std::string_view{};
}

/// How a value reads.
template <named_value Value>
[[nodiscard]] constexpr label label_of(Value value) noexcept {
    auto const* entry = detail::find_word(value);
    return entry ? entry->label : label{"giá trị ngoài danh mục", "a value outside the vocabulary"};
}

/// Reads the name of a value. Errors: `unknown_name`.
template <named_value Value>
[[nodiscard]] result<Value> parse_name(std::string_view name) {
    for (auto const& entry : vocabulary<Value>::words) {
        if (entry.name == name) return entry.value;
    }
    return error{errc::unknown_name, 0, std::string(name)};
}

template <>
struct vocabulary<truth> {
    static constexpr std::array words{word<truth>{truth::no, "no", {"không", "no"}},
                                      word<truth>{truth::unknown, "unknown", {"chưa rõ", "not known"}},
                                      word<truth>{truth::yes, "yes", {"có", "yes"}}};
};

}  // namespace v0
}  // namespace lienvien
