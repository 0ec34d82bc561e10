#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// One character of a UTF-8 text: its code point and how many bytes it takes.
struct character {
    char32_t code;
    std::size_t bytes;
};

/// The character at `at`. A byte that begins no well-formed character stands for itself, as U+FFFD.
[[nodiscard]] constexpr character character_at(std::string_view text, std::size_t at) noexcept {
    auto const byte = [&](std::size_t offset) -> std::uint32_t {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0u;
    };
    std::uint32_t const lead = byte(0);
    constexpr character malformed{0xFFFD, 1};
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
    std::size_t const size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return malformed;
    std::uint32_t code = lead & (0x7Fu >> size);
    for (std::size_t next = 1; next < size; ++next) {
        if ((byte(next) & 0xC0) != 0x80) return malformed;
        code = code << 6 | (byte(next) & 0x3F);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    bool const surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[size] || code > 0x10FFFF || surrogate) return malformed;
    return {static_cast<char32_t>(code), size};
}

struct code_range {
    char32_t first, last;
};
template <std::size_t Size>
[[nodiscard]] constexpr bool within(code_range const (&ranges)[Size], char32_t code) noexcept {
    for (auto const& range : ranges) {
        if (code >= range.first && code <= range.last) return true;
    }
    return false;
}

/// Marks that stand above, below or inside another character, joiners, and signs that are not drawn.
[[nodiscard]] constexpr bool takes_no_column(char32_t code) noexcept {
    constexpr code_range none[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                                   {0x064B, 0x065F}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
                                   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
                                   {0x2060, 0x2069}, {0x20D0, 0x20FF}, {0x302A, 0x302F}, {0x3099, 0x309A},
                                   {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF}};
    return within(none, code);
}
/// East Asian wide and full-width characters, and pictographs.
[[nodiscard]] constexpr bool takes_two_columns(char32_t code) noexcept {
    constexpr code_range two[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},
                                  {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},  {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
                                  {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    return within(two, code);
}
/// Characters that move a cursor or start a command of a terminal; they are never passed on.
[[nodiscard]] constexpr bool is_control(char32_t code) noexcept { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

}  // namespace detail

/// How many columns a UTF-8 text takes on a terminal.
///
/// Combining marks take none, so that Vietnamese written with composed letters (NFC) or with marks of their own (NFD) takes
/// the same; East Asian wide characters take two; control characters none; a malformed byte one. Knows no locale.
/// Complexity: linear in the bytes.
[[nodiscard]] constexpr std::size_t display_width(std::string_view text) noexcept {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const [code, bytes] = detail::character_at(text, at);
        if (!detail::is_control(code) && !detail::takes_no_column(code))
            columns += detail::takes_two_columns(code) ? 2u : 1u;
        at += bytes;
    }
    return columns;
}

}  // namespace v0
}  // namespace lienvien
