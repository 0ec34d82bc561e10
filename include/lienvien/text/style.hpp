#pragma once

#include <cstddef>

namespace lienvien {
inline namespace v0 {

/// How answers are written out. Nothing is guessed from the machine: whether there is a terminal, and whether it wants
/// colours, is for the caller to say.
struct style {
    std::size_t width = 100;  ///< columns of a line, at least 40
    bool colour = false;      ///< colours and bold by ANSI escape codes
    bool full = false;        ///< whole proofs, also of what is met and of what has no effect
};

}  // namespace v0
}  // namespace lienvien
