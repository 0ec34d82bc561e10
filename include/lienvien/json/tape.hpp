#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace json {

namespace detail {

enum class token : std::uint8_t { null, no, yes, number, string, key, array, object };

/// One token of a text: 16 bytes. Scalars keep their characters, containers the number of their children; `after` is the
/// token that follows the value and all that is in it.
class node {
public:
    static constexpr std::uint32_t most = (std::uint32_t{1} << 29u) - 1u;

    node(token what, char const* characters, std::uint32_t size, std::uint32_t after) noexcept
        : characters_(characters), size_(size), after_and_token_(after << 3u | static_cast<std::uint32_t>(what)) {}

    [[nodiscard]] token what() const noexcept { return static_cast<token>(after_and_token_ & 7u); }
    [[nodiscard]] std::string_view characters() const noexcept { return {characters_, size_}; }
    [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
    [[nodiscard]] std::uint32_t after() const noexcept { return after_and_token_ >> 3u; }
    void close(std::uint32_t size, std::uint32_t after) noexcept {
        size_ = size;
        after_and_token_ = after << 3u | (after_and_token_ & 7u);
    }

private:
    char const* characters_;
    std::uint32_t size_;
    std::uint32_t after_and_token_;
};

/// A text as tokens in the order in which they stand. Characters are views of the text; only strings with escapes are
/// kept apart.
struct tape {
    std::string_view text;
    std::vector<node> nodes;
    std::vector<std::unique_ptr<char[]>> unescaped;
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
