#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <laws/law.hpp>
#include <string_view>
#include <type_traits>
#include <utility>

namespace laws {

/// What a value type of this library is: copied, moved without throwing, compared. It need not have an empty state.
template <class T>
concept value = std::copyable<T> && std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T> &&
    std::is_nothrow_destructible_v<T> && std::equality_comparable<T>;

/// Equality is an equivalence and copies are equal. The samples are all different from each other.
template <value T, std::size_t N>
constexpr std::string_view regular(T const (&samples)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
        T const& a = samples[i];
        if (!(a == a) || a != a) return "a value equals itself";
        T copy(a);
        if (!(copy == a)) return "a copy equals its original";
        T moved(std::move(copy));
        if (!(moved == a)) return "a value moved to equals the original";
        T assigned(samples[(i + 1) % N]);
        assigned = a;
        if (!(assigned == a)) return "a value assigned to equals the original";
        assigned = samples[(i + 1) % N];
        if (!(moved == a)) return "a copy does not follow its original";
        T const& itself = assigned;
        assigned = itself;
        if (!(assigned == samples[(i + 1) % N])) return "assignment to itself changes nothing";
        using std::swap;
        swap(moved, assigned);
        if (!(assigned == a) || !(moved == samples[(i + 1) % N])) return "swap exchanges values";
        for (std::size_t j = 0; j < N; ++j) {
            T const& b = samples[j];
            if ((a == b) != (b == a)) return "equality is symmetric";
            if ((a == b) == (a != b)) return "unequal is not equal";
            if ((a == b) != (i == j)) return "samples that differ are not equal";
        }
    }
    return kept;
}

/// A total order that agrees with equality. The samples ascend.
template <value T, std::size_t N>
requires std::three_way_comparable<T, std::strong_ordering>
constexpr std::string_view ordered(T const (&samples)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
        for (std::size_t j = 0; j < N; ++j) {
            T const& a = samples[i];
            T const& b = samples[j];
            if ((a < b) != (i < j) || (a > b) != (i > j)) return "samples that ascend are less";
            if ((a <= b) == (a > b) || (a >= b) == (a < b)) return "at most is not more";
            if (((a <=> b) == 0) != (a == b)) return "order agrees with equality";
            if ((a < b) + (a == b) + (b < a) != 1) return "one of less, equal and more";
            for (T const& c : samples) {
                if (a < b && b < c && !(a < c)) return "order is transitive";
            }
        }
    }
    return kept;
}

/// Equal values have equal hashes; these samples, which differ, have different ones.
template <value T, std::size_t N>
std::string_view hashed(T const (&samples)[N]) {
    std::hash<T> const hash;
    for (std::size_t i = 0; i < N; ++i) {
        if (hash(samples[i]) != hash(T(samples[i]))) return "equal values have equal hashes";
        for (std::size_t j = 0; j < N; ++j) {
            if (i != j && hash(samples[i]) == hash(samples[j])) return "a few different values have different hashes";
        }
    }
    return kept;
}

/// What a value writes it reads back.
template <value T, std::size_t N, class Write>
std::string_view read_back(T const (&samples)[N], Write write) {
    for (T const& sample : samples) {
        auto const text = write(sample);
        auto const again = T::parse(text);
        if (!again) return "what is written can be read";
        if (!(*again == sample)) return "what is read back is what was written";
        if (write(*again) != text) return "there is one way to write a value";
    }
    return kept;
}

}  // namespace laws
