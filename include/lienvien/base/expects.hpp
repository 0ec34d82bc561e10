#pragma once

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Says on standard error which promise was broken and where, then stops the program.
[[noreturn]] inline void broken_promise(char const* sentence, char const* file, int line) noexcept {
    std::array<char, 16> number{};
    std::to_chars(number.data(), number.data() + number.size() - 1, line);
    for (char const* part : {"lienvien: broken precondition: ", sentence, " (", file, ":",
                             static_cast<char const*>(number.data()), ")\n"}) {
        std::fputs(part, stderr);
    }
    std::abort();
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien

/// States what the caller promised, as a sentence. Checked in every build, so that all translation units agree on what a
/// function means; in a constant expression a broken promise is a compile error whose trace shows the sentence.
#define LIENVIEN_EXPECTS(condition, sentence)            \
    (static_cast<bool>(condition) ? static_cast<void>(0) \
                                  : ::lienvien::detail::broken_promise(sentence, __FILE__, __LINE__))
