#pragma once

#include <compare>
#include <cstddef>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// A few words that most facts do not have, such as what is doubtful about one.
///
/// As large as a pointer, and nothing more where there are no words; otherwise one block of memory, its own, with their
/// length and the words. So it is made to be carried by everything and written seldom: there is no way to append, a new
/// remark is assigned instead. Moving it leaves no words behind. It reads as a `std::string_view`, which lasts until the
/// remark is assigned to, moved from or destroyed.
/// Complexity: copies and remarks made of words allocate once, those without words never.
class remark {
public:
    remark() noexcept = default;
    remark(std::string_view words) : block_(block_of(words)) {}
    remark(std::string const& words) : remark(std::string_view(words)) {}
    /// Precondition: `words` ends with a zero.
    remark(char const* words) : remark(std::string_view(words)) {}
    remark(std::nullptr_t) = delete;  // no words are `{}`

    remark(remark const& other) : remark(other.view()) {}
    remark(remark&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    remark& operator=(remark other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~remark() {
        if (block_ != nullptr) ::operator delete(block_);
    }

    [[nodiscard]] bool empty() const noexcept { return block_ == nullptr; }
    /// Their length in bytes.
    [[nodiscard]] std::size_t size() const noexcept { return block_ == nullptr ? 0 : *block_; }
    [[nodiscard]] std::string_view view() const noexcept {
        if (block_ == nullptr) return {};
        return {reinterpret_cast<char const*>(block_ + 1), *block_};
    }
    operator std::string_view() const noexcept { return view(); }
    [[nodiscard]] std::string str() const { return std::string(view()); }

    /// Compared by their bytes, among themselves and with whatever reads as a `std::string_view`.
    template <class Words>
    requires std::is_convertible_v<Words const&, std::string_view>
    friend bool operator==(remark const& one, Words const& other) noexcept {
        return one.view() == std::string_view(other);
    }
    template <class Words>
    requires std::is_convertible_v<Words const&, std::string_view>
    friend std::strong_ordering operator<=>(remark const& one, Words const& other) noexcept {
        return one.view() <=> std::string_view(other);
    }

private:
    [[nodiscard]] static std::size_t* block_of(std::string_view words) {
        if (words.empty()) return nullptr;
        void* const memory = ::operator new(sizeof(std::size_t) + words.size());
        auto* const block = new (memory) std::size_t(words.size());
        std::memcpy(block + 1, words.data(), words.size());
        return block;
    }

    std::size_t* block_ = nullptr;  ///< the length, and behind it the words; none: no words
};

}  // namespace v0
}  // namespace lienvien
