#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/result.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/json/document.hpp>
#include <lienvien/json/inspection.hpp>
#include <lienvien/json/kinds.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace json {
namespace detail {

/// The number that the characters of a JSON number mean, without exponent; nothing where the exponent makes it absurd.
[[nodiscard]] inline std::optional<std::string> without_exponent(std::string_view written) {
    auto const exponent_at = written.find_first_of("eE");
    std::string_view mantissa = written.substr(0, exponent_at);
    bool const negative = mantissa.starts_with('-');
    if (negative) mantissa.remove_prefix(1);
    std::string_view exponent_digits = written.substr(exponent_at + 1);
    bool const downwards = exponent_digits.starts_with('-');
    if (downwards || exponent_digits.starts_with('+')) exponent_digits.remove_prefix(1);
    while (exponent_digits.size() > 1 && exponent_digits.front() == '0') exponent_digits.remove_prefix(1);

    std::string digits;
    auto const point = mantissa.find('.');
    for (char const c : mantissa) {
        if (c != '.') digits += c;
    }
    if (digits.find_first_not_of('0') == std::string::npos) return "0";
    auto const exponent =
        v0::detail::digits(exponent_digits.substr(0, exponent_digits.size() < 6 ? exponent_digits.size() : 6));
    if (!exponent || exponent_digits.size() > 5 || *exponent > 1000) return std::nullopt;
    auto whole = static_cast<int>(point == std::string_view::npos ? mantissa.size() : point) +
                 (downwards ? -*exponent : *exponent);
    if (whole < 1) {
        digits.insert(0, static_cast<std::size_t>(1 - whole), '0');
        whole = 1;
    }
    auto const size = static_cast<int>(digits.size());
    if (whole >= size)
        digits.append(static_cast<std::size_t>(whole - size), '0');
    else
        digits.insert(static_cast<std::size_t>(whole), 1, '.');
    digits.erase(0, std::min(digits.find_first_not_of('0'),
                             digits.find('.') == std::string::npos ? digits.size() - 1 : digits.find('.') - 1));
    return (negative ? "-" : "") + digits;
}

/// A text does not mean a value of the wanted kind: the reason, what stands there, and what may stand there.
inline void bad_value(inspection& door, value at, step const& steps, errc why, label wanted,
                      std::string_view range = {}) {
    using namespace literals;
    auto const found = at.quoted();
    auto const reason = message(why);
    auto const in_brackets = range.empty() ? std::string() : " (" + std::string(range) + ")";
    door.add("json.bad-value"_finding, at, steps,
             {std::string(wanted.vi) + in_brackets + ": " + std::string(reason.vi) + ": " + found.vi,
              std::string(wanted.en) + in_brackets + ": " + std::string(reason.en) + ": " + found.en});
}

/// The characters of a string; where there is none, that is a finding.
[[nodiscard]] inline std::optional<std::string_view> string_at(inspection& door, value at, step const& steps,
                                                               label wanted) {
    auto const characters = at.string();
    if (!characters) door.wrong_kind(at, steps, wanted);
    return characters;
}

// Identities are looked at before they are made: a `result` for each of them would double the time of compilation.
template <class T>
[[nodiscard]] T decode_id(inspection& door, value at, step const& steps) {
    auto const characters = string_at(door, at, steps, T::tag::noun);
    if (!characters) return stand_in<T>();
    if (T::is_well_formed(*characters)) return T::checked(*characters);
    auto const why = characters->empty()                                 ? errc::empty
                     : T::first_fault(*characters) != characters->size() ? errc::malformed_id
                                                                         : errc::id_too_long;
    bad_value(door, at, steps, why, T::tag::noun, T::tag::capitals ? "a-z A-Z 0-9 . - _" : "a-z 0-9 . - _");
    return stand_in<T>();
}

/// What is written in a string and read by `parse`.
template <class T, class Parse>
[[nodiscard]] T decode_string(inspection& door, value at, step const& steps, label wanted, std::string_view example,
                              T otherwise, Parse parse) {
    auto const characters = string_at(door, at, steps, wanted);
    if (!characters) return otherwise;
    result<T> const read = parse(*characters);
    if (read) return *read;
    bad_value(door, at, steps, read.error().code, wanted, example);
    return otherwise;
}

template <class T>
[[nodiscard]] T decode_measure(inspection& door, value at, step const& steps) {
    using unit = typename T::unit;
    auto const written = at.number();
    if (!written) {
        door.wrong_kind(at, steps, unit::noun);
        return stand_in<T>();
    }
    errc why = errc::out_of_range;
    if (written->find_first_of("eE") == std::string_view::npos) {
        auto const read = T::parse(*written);
        if (read) return *read;
        why = read.error().code;
    } else if (auto const plain = without_exponent(*written)) {
        auto const read = T::parse(*plain);
        if (read) return *read;
        why = read.error().code;
    }
    auto range = std::to_string(unit::least) + ".." + std::to_string(unit::most);
    if (unit::parts != 1) range += ", 1/" + std::to_string(unit::parts);
    bad_value(door, at, steps, why, unit::noun, range);
    return stand_in<T>();
}

template <class T>
[[nodiscard]] T decode_name(inspection& door, value at, step const& steps) {
    using namespace literals;
    static constexpr auto names = [] {
        std::array<std::string_view, vocabulary<T>::words.size()> all;
        for (std::size_t index = 0; index < all.size(); ++index) all[index] = vocabulary<T>::words[index].name;
        return all;
    }();
    auto const characters = at.string();
    if (!characters) {
        door.wrong_kind(at, steps, {"một từ của danh mục", "a word of the vocabulary"});
        return T{};
    }
    for (auto const& word : vocabulary<T>::words) {
        if (word.name == *characters) return word.value;
    }
    auto const words = allowed_words(names, *characters);
    auto const found = at.quoted();
    auto const reason = message(errc::unknown_name);
    door.add(
        "json.bad-value"_finding, at, steps,
        {std::string(reason.vi) + ": " + found.vi + words.vi, std::string(reason.en) + ": " + found.en + words.en});
    return T{};
}

[[nodiscard]] inline truth decode_truth(inspection& door, value at, step const& steps) {
    if (auto const holds = at.boolean()) return known(*holds);
    if (at.string() == "unknown") return truth::unknown;
    door.wrong_kind(at, steps, {"true, false hoặc \"unknown\"", "true, false or \"unknown\""});
    return truth::unknown;
}

}  // namespace detail
}  // namespace json
}  // namespace v0
}  // namespace lienvien
