#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace json {

namespace detail {

enum class token : std::uint8_t { null, no, yes, number, string, key, array, object };

/// One token of a text: 8 bytes. A scalar keeps where its characters stand and how many they are; a container the token
/// that follows it and all that is in it, and the number of its children.
class node {
public:
    static constexpr std::uint32_t most = (std::uint32_t{1} << 29u) - 1u;  ///< bytes of a text

    node(token what, std::uint32_t where, std::uint32_t size) noexcept
        : where_and_token_(where << 3u | static_cast<std::uint32_t>(what)), size_and_apart_(size) {}
    /// A string with escapes: its characters stand apart from the text.
    [[nodiscard]] static node apart(token what, std::uint32_t where, std::uint32_t size) noexcept {
        return {what, where, size | stands_apart};
    }

    [[nodiscard]] token what() const noexcept { return static_cast<token>(where_and_token_ & 7u); }
    [[nodiscard]] bool is_container() const noexcept { return what() >= token::array; }
    [[nodiscard]] bool is_apart() const noexcept { return (size_and_apart_ & stands_apart) != 0; }
    [[nodiscard]] std::uint32_t size() const noexcept { return size_and_apart_ & ~stands_apart; }
    /// Of a scalar the offset of its characters; of a container the token after it.
    [[nodiscard]] std::uint32_t where() const noexcept { return where_and_token_ >> 3u; }

private:
    static constexpr std::uint32_t stands_apart = std::uint32_t{1} << 31u;

    std::uint32_t where_and_token_;
    std::uint32_t size_and_apart_;
};

/// A text as tokens in the order in which they stand. Characters are views of the text; only strings with escapes are
/// kept apart.
struct tape {
    std::string_view text;
    std::vector<node> nodes;
    std::string unescaped;

    /// The characters of a scalar or a key.
    [[nodiscard]] std::string_view characters(std::uint32_t number) const noexcept {
        node const& of = nodes[number];
        return {(of.is_apart() ? unescaped.data() : text.data()) + of.where(), of.size()};
    }
    /// The token after a value and all that is in it.
    [[nodiscard]] std::uint32_t after(std::uint32_t number) const noexcept {
        node const& of = nodes[number];
        return of.is_container() ? of.where() : number + 1;
    }
};

/// A place in a text: the offset of its first byte, and the line, from 1.
struct spot {
    std::size_t offset = 0;
    std::uint32_t line = 1;
};

/// Where the tokens with the given numbers (ascending) stand. The text must be one that was read. Linear in the text.
[[nodiscard]] inline std::vector<spot> spots_of(std::string_view text, std::vector<std::uint32_t> const& wanted) {
    std::vector<spot> found;
    found.reserve(wanted.size());
    std::uint32_t number = 0;
    spot here;
    auto const ends_word = [](char c) {
        return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
    };
    while (found.size() < wanted.size() && here.offset < text.size()) {
        char const c = text[here.offset];
        if (c == '\n') ++here.line;
        bool const blank = ends_word(c) || c == ':' || static_cast<unsigned char>(c) >= 0x80;  // a byte order mark, too
        if (!blank) {
            while (found.size() < wanted.size() && wanted[found.size()] == number) found.push_back(here);
            ++number;
        }
        ++here.offset;
        if (c == '"') {
            while (here.offset < text.size() && text[here.offset] != '"')
                here.offset += text[here.offset] == '\\' ? 2u : 1u;
            ++here.offset;
        } else if (!blank && c != '{' && c != '[') {
            while (here.offset < text.size() && !ends_word(text[here.offset])) ++here.offset;
        }
    }
    found.resize(wanted.size(), here);
    return found;
}

/// One more step of a JSON pointer (RFC 6901).
inline void append_step(std::string& pointer, std::string_view name) {
    pointer += '/';
    for (char const c : name) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

/// The beginning of a text that people wrote, at most about 60 bytes, cut between characters.
[[nodiscard]] inline std::string excerpt(std::string_view words) {
    constexpr std::size_t most = 60;
    if (words.size() <= most) return std::string(words);
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0u) == 0x80u) --cut;
    return std::string(words.substr(0, cut)) + "…";
}

}  // namespace detail

}  // namespace json
}  // namespace v0
}  // namespace lienvien
