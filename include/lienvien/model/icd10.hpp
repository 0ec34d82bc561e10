#pragma once

#include <lienvien/base/id.hpp>
#include <lienvien/base/result.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {

/// A code of the International Classification of Diseases, 10th revision: a category such as I63, or a code below it
/// such as I63.9 or Q87.11. A capital letter, two digits, and after a point one or two digits.
///
/// Held inline, 7 bytes, ordered by characters. That a code is well formed does not mean that the classification has it.
class icd10_code {
public:
    static constexpr std::size_t capacity = 6;

    [[nodiscard]] static constexpr bool is_well_formed(std::string_view text) noexcept {
        return first_fault(text) == text.size() && (text.size() == 3 || text.size() == 5 || text.size() == 6);
    }
    /// Reads a code. Errors: `empty`, `malformed_code` at the first byte that does not fit.
    [[nodiscard]] static result<icd10_code> parse(std::string_view text) {
        if (text.empty()) return error{errc::empty, 0, {}};
        if (!is_well_formed(text)) return error{errc::malformed_code, first_fault(text), std::string(text)};
        return icd10_code(text);
    }
    /// The code written in the program; use the literal. Precondition: well formed.
    [[nodiscard]] static constexpr icd10_code checked(std::string_view text) noexcept {
        LIENVIEN_EXPECTS(is_well_formed(text), "LIENVIEN-E005: an ICD-10 code is a letter and digits, as I63.9");
        return icd10_code(text);
    }

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {text_, size_}; }
    /// The three-character category: I63 of I63.9.
    [[nodiscard]] constexpr icd10_code category() const noexcept { return icd10_code(view().substr(0, 3)); }
    /// Is this the code `other`, or one below it?
    [[nodiscard]] constexpr bool is_within(icd10_code const& other) const noexcept {
        return view().starts_with(other.view());
    }

    friend constexpr bool operator==(icd10_code const&, icd10_code const&) = default;
    friend constexpr std::strong_ordering operator<=>(icd10_code const& a, icd10_code const& b) noexcept {
        return a.view() <=> b.view();
    }

private:
    constexpr explicit icd10_code(std::string_view text) noexcept : size_(static_cast<std::uint8_t>(text.size())) {
        for (std::size_t at = 0; at < text.size(); ++at) text_[at] = text[at];
    }
    [[nodiscard]] static constexpr std::size_t first_fault(std::string_view text) noexcept {
        for (std::size_t at = 0; at < text.size(); ++at) {
            char const c = text[at];
            bool const fits = at == 0 ? c >= 'A' && c <= 'Z' : at == 3 ? c == '.' : c >= '0' && c <= '9';
            if (!fits || at >= capacity) return at;
        }
        return text.size();
    }

    char text_[capacity]{};
    std::uint8_t size_;
};

namespace literals {
template <detail::literal Text>
[[nodiscard]] consteval icd10_code operator""_icd10() {
    static_assert(icd10_code::is_well_formed(Text.view()),
                  "LIENVIEN-E005: an ICD-10 code is a letter, two digits, and after a point one or two digits");
    return icd10_code::checked(Text.view());
}
}  // namespace literals
}  // namespace v0
}  // namespace lienvien
