#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/result.hpp>

#include <array>
#include <bit>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace lienvien {
inline namespace v0 {

/// What an identity names. A tag says the noun in both languages and which characters its identities may hold.
template <class Tag>
concept id_tag = requires {
    { Tag::noun } -> std::convertible_to<label>;
    { Tag::capitals } -> std::convertible_to<bool>;
};

namespace detail {

/// What a byte may be in an identity: looked up, because millions of them are read.
struct id_characters {
    static constexpr unsigned letter = 1, capital = 2, joint = 4;  ///< a letter or digit; a capital; one of . - _

    [[nodiscard]] static constexpr bool is(char c, unsigned allowed) noexcept {
        return (kinds[static_cast<unsigned char>(c)] & allowed) != 0;
    }

private:
    static constexpr std::array<std::uint8_t, 256> kinds = [] {
        std::array<std::uint8_t, 256> made{};
        for (unsigned char c = 'a'; c <= 'z'; ++c) made[c] = letter;
        for (unsigned char c = '0'; c <= '9'; ++c) made[c] = letter;
        for (unsigned char c = 'A'; c <= 'Z'; ++c) made[c] = capital;
        made['.'] = made['-'] = made['_'] = joint;
        return made;
    }();
};

}  // namespace detail

/// The name by which one thing is known: short, readable, of one kind.
///
/// Two identities of different nouns neither compare nor convert. There is no empty identity: absence is
/// `std::optional`. 1..31 bytes of a-z, 0-9, '.', '-' and '_' (A-Z where the tag allows capitals), beginning and ending
/// with a letter or digit; held inline, 32 bytes, trivially copyable, ordered by bytes.
/// Way in: a literal checked by the compiler ("bach-mai"_institution), or `parse` at run time. Way out: `view()`.
template <class Tag>
class basic_id {
    static_assert(id_tag<Tag>, "LIENVIEN-E014: an id tag says its noun and whether capitals are allowed");

public:
    using tag = Tag;
    static constexpr std::size_t capacity = 31;

    // A compiler shows the line of a deleted function, and with it the sentence.
    // clang-format off
    basic_id() = delete;                    // LIENVIEN-E006: there is no empty identity; absence is std::optional
    basic_id(char const*) = delete;         // LIENVIEN-E007: an identity is a literal, "k"_institution, or parsed
    basic_id(std::string_view) = delete;    // LIENVIEN-E007: an identity is a literal, "k"_institution, or parsed
    basic_id(std::string const&) = delete;  // LIENVIEN-E007: an identity is a literal, "k"_institution, or parsed
    // clang-format on

    /// Where `text` stops being an identity: its length when it is one.
    [[nodiscard]] static constexpr std::size_t first_fault(std::string_view text) noexcept {
        using detail::id_characters;
        constexpr auto inner =
            id_characters::letter | id_characters::joint | (Tag::capitals ? id_characters::capital : 0);
        constexpr auto edge = inner & ~id_characters::joint;
        if (!text.empty() && !id_characters::is(text[0], edge)) return 0;
        for (std::size_t at = 1; at < text.size(); ++at) {
            if (!id_characters::is(text[at], inner)) return at;
        }
        bool const ends_well = text.empty() || id_characters::is(text.back(), edge);
        return ends_well ? text.size() : text.size() - 1;
    }
    [[nodiscard]] static constexpr bool is_well_formed(std::string_view text) noexcept {
        return !text.empty() && text.size() <= capacity && first_fault(text) == text.size();
    }

    /// Reads an identity.
    /// Errors: `empty`, `id_too_long` at the first byte too many, `malformed_id` at the first byte not allowed.
    [[nodiscard]] static result<basic_id> parse(std::string_view text) {
        if (text.empty()) return error{errc::empty, 0, {}};
        if (auto const at = first_fault(text); at != text.size())
            return error{errc::malformed_id, at, std::string(text)};
        if (text.size() > capacity) return error{errc::id_too_long, capacity, std::string(text)};
        return basic_id(text, well_formed{});
    }

    /// The identity written in the program; use the literals. Precondition: well formed.
    [[nodiscard]] static constexpr basic_id checked(std::string_view text) noexcept {
        LIENVIEN_EXPECTS(is_well_formed(text), "LIENVIEN-E001: an identity is 1 to 31 letters, digits, . - _");
        return basic_id(text, well_formed{});
    }

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {text_, size_}; }

    /// A hash of the bytes, for tables in memory; not to be kept, since it differs between machines.
    [[nodiscard]] constexpr std::size_t hash() const noexcept {
        // Multiplied side by side: no product waits for another.
        std::uint64_t mixed = word(0) * 0x9E3779B97F4A7C15u + word(1) * 0xC2B2AE3D27D4EB4Fu +
                              word(2) * 0x165667B19E3779F9u + word(3) * 0x27D4EB2F165667C5u;
        mixed = (mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15u;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32));
    }

    /// The first eight bytes as a number, and whether they are all there is: two identities with one head are the same where
    /// it is all of both. For tables in memory, as the hash.
    struct beginning {
        std::uint64_t bytes;
        bool is_all;
    };
    [[nodiscard]] constexpr beginning head() const noexcept { return {word(0), size_ <= sizeof(std::uint64_t)}; }

    friend constexpr bool operator==(basic_id const& one, basic_id const& other) noexcept {
        return one.word(0) == other.word(0) &&
               ((one.word(1) ^ other.word(1)) | (one.word(2) ^ other.word(2)) | (one.word(3) ^ other.word(3))) == 0;
    }
    friend constexpr std::strong_ordering operator<=>(basic_id const& a, basic_id const& b) noexcept {
        return a.view() <=> b.view();
    }

private:
    struct well_formed {};
    // What is behind the text is zero, so that identities compare as four words. Read one by one: taken apart as a whole,
    // an identity goes through memory once more.
    [[nodiscard]] constexpr std::uint64_t word(std::size_t which) const noexcept {
        if (std::is_constant_evaluated()) return std::bit_cast<std::array<std::uint64_t, 4>>(*this)[which];
        std::uint64_t found;
        std::memcpy(&found, reinterpret_cast<char const*>(this) + which * sizeof found, sizeof found);
        return found;
    }
    constexpr basic_id(std::string_view text, well_formed) noexcept : size_(static_cast<std::uint8_t>(text.size())) {
        for (std::size_t at = 0; at < text.size(); ++at) text_[at] = text[at];
    }
    char text_[capacity]{};
    std::uint8_t size_;
};

// A compiler shows the line of a deleted function, and with it the sentence.
// clang-format off
template <class A, class B>
    requires(!std::is_same_v<A, B>)
bool operator==(basic_id<A> const&, basic_id<B> const&) = delete;  // LIENVIEN-E008: identities of different nouns do not mix
template <class A, class B>
    requires(!std::is_same_v<A, B>)
std::strong_ordering operator<=>(basic_id<A> const&, basic_id<B> const&) = delete;  // LIENVIEN-E008: nor have an order
// clang-format on

namespace detail {

/// A string literal as a template argument.
template <std::size_t Size>
struct literal {
    char characters[Size]{};
    consteval literal(char const (&written)[Size]) {
        for (std::size_t at = 0; at < Size; ++at) characters[at] = written[at];
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept { return {characters, Size - 1}; }
};

template <class Id, literal Text>
[[nodiscard]] consteval Id literal_id() {
    static_assert(Id::is_well_formed(Text.view()),
                  "LIENVIEN-E001: an identity is 1 to 31 letters, digits, '.', '-' or '_', and begins and ends with a "
                  "letter or digit");
    return Id::checked(Text.view());
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien

template <class Tag>
struct std::hash<lienvien::basic_id<Tag>> {
    [[nodiscard]] std::size_t operator()(lienvien::basic_id<Tag> const& id) const noexcept { return id.hash(); }
};
