#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Finds the place of an identity in a list: an index built once, then only read.
///
/// Where an identity occurs twice the first place counts (`validate` reports the second).
/// Complexity: O(1) expected to find, O(n) to build; about 12 bytes an entry.
template <class Id>
class id_index {
public:
    id_index() = default;

    /// Indexes `nouns` by the identity that `identity(noun)` gives.
    template <class Noun, class Identity>
    id_index(std::vector<Noun> const& nouns, Identity identity) {
        std::size_t size = 8;
        while (size < nouns.size() * 2) size *= 2;
        slots_.assign(size, vacant);
        for (std::uint32_t at = 0; at < nouns.size(); ++at) {
            Id const& id = identity(nouns[at]);
            std::size_t slot = std::hash<Id>{}(id) & (size - 1);
            while (slots_[slot] != vacant && identity(nouns[slots_[slot]]) != id) slot = (slot + 1) & (size - 1);
            if (slots_[slot] == vacant) slots_[slot] = at;
        }
    }

    /// The place of `id`, where it has one. `identity` and `nouns` as when the index was built.
    template <class Noun, class Identity>
    [[nodiscard]] std::optional<std::uint32_t> find(std::vector<Noun> const& nouns, Identity identity,
                                                    Id const& id) const {
        if (slots_.empty()) return std::nullopt;
        std::size_t slot = std::hash<Id>{}(id) & (slots_.size() - 1);
        for (; slots_[slot] != vacant; slot = (slot + 1) & (slots_.size() - 1)) {
            if (identity(nouns[slots_[slot]]) == id) return slots_[slot];
        }
        return std::nullopt;
    }

private:
    static constexpr std::uint32_t vacant = 0xFFFFFFFF;
    std::vector<std::uint32_t> slots_;
};

/// Facts grouped by what they are about: for each of n subjects the numbers of its facts, in the order of writing.
class grouping {
public:
    grouping() = default;

    /// Groups `count` facts under `subjects` subjects; `subject_of(fact)` is the subject's number, or none to leave it out.
    template <class SubjectOf>
    grouping(std::size_t subjects, std::size_t count, SubjectOf subject_of) : first_(subjects + 1, 0) {
        std::vector<std::optional<std::uint32_t>> of(count);
        for (std::size_t fact = 0; fact < count; ++fact) {
            of[fact] = subject_of(fact);
            if (of[fact]) ++first_[*of[fact] + 1];
        }
        for (std::size_t subject = 0; subject < subjects; ++subject) first_[subject + 1] += first_[subject];
        facts_.resize(first_[subjects]);
        std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
        for (std::size_t fact = 0; fact < count; ++fact) {
            if (of[fact]) facts_[next[*of[fact]]++] = static_cast<std::uint32_t>(fact);
        }
    }

    struct range {
        std::uint32_t const* first;
        std::uint32_t const* last;
        [[nodiscard]] std::uint32_t const* begin() const noexcept { return first; }
        [[nodiscard]] std::uint32_t const* end() const noexcept { return last; }
        [[nodiscard]] bool empty() const noexcept { return first == last; }
    };
    /// The facts of a subject.
    [[nodiscard]] range operator[](std::size_t subject) const noexcept {
        if (subject + 1 >= first_.size()) return {nullptr, nullptr};
        return {facts_.data() + first_[subject], facts_.data() + first_[subject + 1]};
    }

private:
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> facts_;
};

}  // namespace v0
}  // namespace lienvien
