#pragma once

/// The version of lienvien, written here and nowhere else; the build and the package read it from this file.
namespace lienvien {
inline namespace v0 {

inline constexpr int version_major = 0;
inline constexpr int version_minor = 1;
inline constexpr int version_patch = 0;

}  // namespace v0
}  // namespace lienvien
