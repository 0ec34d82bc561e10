#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {

/// The two languages in which every reason, rule and label can be read.
enum class language : std::uint8_t { vi, en };

/// A word or sentence in both languages, held by the program itself (a literal). UTF-8.
struct label {
    std::string_view vi;
    std::string_view en;

    [[nodiscard]] constexpr std::string_view in(language wanted) const noexcept {
        return wanted == language::vi ? vi : en;
    }
    friend constexpr bool operator==(label const&, label const&) = default;
};

/// A word or sentence in both languages, owned. UTF-8. An empty language means that no source gives it.
struct text {
    std::string vi{};
    std::string en{};

    /// The words in the wanted language; where no source gives them, those of the other one.
    [[nodiscard]] std::string_view in(language wanted) const noexcept {
        std::string const& first = wanted == language::vi ? vi : en;
        return first.empty() ? (wanted == language::vi ? en : vi) : first;
    }
    [[nodiscard]] bool empty() const noexcept { return vi.empty() && en.empty(); }
    friend bool operator==(text const&, text const&) = default;
};

/// An owned copy of a label.
[[nodiscard]] inline text to_text(label words) { return {std::string(words.vi), std::string(words.en)}; }

/// One half of a label: says(vi("..."), en("...")).
struct vietnamese {
    std::string_view words;
};
struct english {
    std::string_view words;
};
[[nodiscard]] constexpr vietnamese vi(std::string_view words) noexcept { return {words}; }
[[nodiscard]] constexpr english en(std::string_view words) noexcept { return {words}; }
[[nodiscard]] constexpr label says(vietnamese in_vietnamese, english in_english) noexcept {
    return {in_vietnamese.words, in_english.words};
}

}  // namespace v0
}  // namespace lienvien
