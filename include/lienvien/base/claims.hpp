#pragma once

#include <lienvien/base/source.hpp>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What one source says.
template <class T>
struct claim {
    T value;
    lienvien::source source;

    friend bool operator==(claim const&, claim const&) = default;
};

/// What several sources say of the same thing, side by side: contradictions are kept, not resolved.
template <class T>
struct claims {
    std::vector<claim<T>> stated;

    claims() = default;
    claims(std::initializer_list<claim<T>> all) : stated(all) {}

    [[nodiscard]] bool empty() const noexcept { return stated.empty(); }
    /// Do two sources say different things?
    [[nodiscard]] bool contradictory() const {
        for (auto const& each : stated) {
            if (!(each.value == stated.front().value)) return true;
        }
        return false;
    }
    /// The value on which every source agrees; nothing when there is no claim, or when claims differ.
    [[nodiscard]] std::optional<T> settled() const {
        if (stated.empty() || contradictory()) return std::nullopt;
        return stated.front().value;
    }
    friend bool operator==(claims const&, claims const&) = default;
};

}  // namespace v0
}  // namespace lienvien
