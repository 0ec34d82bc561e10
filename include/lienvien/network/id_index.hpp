#pragma once

#include <lienvien/base/id.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// By what an index tells most keys apart without looking at the whole: that of a number is the number.
struct head_of_number {
    std::uint64_t bytes;
    static constexpr bool is_all = true;
};
template <class Tag>
[[nodiscard]] constexpr auto head_of(basic_id<Tag> const& id) noexcept {
    return id.head();
}
[[nodiscard]] constexpr head_of_number head_of(std::uint64_t number) noexcept { return {number}; }

}  // namespace detail

/// Finds the place of an identity in a list: an index built once, then only read.
///
/// Keeps the identities, not the list. Where an identity occurs twice the first place counts (`validate` reports the second).
/// Most identities have at most eight bytes; those are found without a look at the kept ones.
/// Complexity: O(1) expected to find, O(n) to build; 64 to 96 bytes an entry.
template <class Id>
class id_index {
public:
    id_index() = default;

    /// Indexes `nouns` by the identity that `identity(noun)` gives.
    template <class Noun, class Identity>
    id_index(std::vector<Noun> const& nouns, Identity identity) {
        ids_.reserve(nouns.size());
        for (auto const& each : nouns) ids_.push_back(identity(each));
        arrange();
    }

    /// The place of an identity, which it is given now where it had none: the next.
    std::uint32_t place(Id const& id) {
        if (auto const found = find(id)) return *found;
        ids_.push_back(id);
        auto const at = static_cast<std::uint32_t>(ids_.size() - 1);
        if (ids_.size() * 2 > slots_.size()) {
            arrange();
        } else {
            insert(at);
        }
        return at;
    }
    [[nodiscard]] std::size_t size() const noexcept { return ids_.size(); }
    [[nodiscard]] std::size_t bytes() const noexcept {
        return slots_.capacity() * sizeof(entry) + ids_.capacity() * sizeof(Id);
    }
    /// Does some identity occur twice?
    [[nodiscard]] bool has_doubled() const noexcept { return doubled_; }
    [[nodiscard]] Id const& operator[](std::size_t at) const noexcept { return ids_[at]; }

    /// The place of `id`, where it has one.
    [[nodiscard]] std::optional<std::uint32_t> find(Id const& id) const noexcept {
        if (slots_.empty()) return std::nullopt;
        auto const& found = slots_[slot_of(id)];
        return found.place == vacant ? std::nullopt : std::optional(found.place);
    }
    /// The same, looked for at `guess` first: lists often name things in the order in which they are numbered.
    [[nodiscard]] std::optional<std::uint32_t> find(Id const& id, std::uint32_t guess) const noexcept {
        // Of an identity that occurs twice only the first place has a slot; the second must not be found here.
        return !doubled_ && guess < ids_.size() && ids_[guess] == id ? std::optional(guess) : find(id);
    }

private:
    static constexpr std::uint32_t vacant = 0xFFFFFFFF;

    struct entry {
        std::uint64_t head = 0;
        std::uint32_t place = vacant;
        bool is_all = false;
    };

    void arrange() {
        std::size_t size = 8;
        while (size < ids_.size() * 2) size *= 2;
        slots_.assign(size, {});
        last_ = size - 1;
        for (std::uint32_t at = 0; at < ids_.size(); ++at) insert(at);
    }
    void insert(std::uint32_t at) {
        auto& found = slots_[slot_of(ids_[at])];
        doubled_ = doubled_ || found.place != vacant;
        auto const head = detail::head_of(ids_[at]);
        if (found.place == vacant) found = {head.bytes, at, head.is_all};
    }
    // Where an identity stands, or would.
    [[nodiscard, gnu::always_inline]] std::size_t slot_of(Id const& id) const noexcept {
        auto const head = detail::head_of(id);
        std::size_t const first = std::hash<Id>{}(id);
        return head.is_all ? probe(first, [&](entry const& here) { return here.head == head.bytes && here.is_all; })
                           : probe(first, [&](entry const& here) {
                                 return here.head == head.bytes && !here.is_all && ids_[here.place] == id;
                             });
    }
    template <class IsIt>
    [[nodiscard, gnu::always_inline]] std::size_t probe(std::size_t at, IsIt is_it) const noexcept {
        for (at &= last_; slots_[at].place != vacant && !is_it(slots_[at]);) at = (at + 1) & last_;
        return at;
    }

    std::vector<entry> slots_;
    std::size_t last_ = 0;  // of the slots, a power of two
    std::vector<Id> ids_;
    bool doubled_ = false;
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

/// The same where facts are added: those of a subject are chained, so that adding one moves nothing. No facts take no
/// memory.
class fact_chains {
public:
    fact_chains() = default;

    /// Groups `count` facts under `subjects` subjects; `subject_of(fact)` is the subject's number, or none to leave it out.
    template <class SubjectOf>
    fact_chains(std::size_t subjects, std::size_t count, SubjectOf subject_of)
        : subjects_(static_cast<std::uint32_t>(subjects)) {
        next_.reserve(count);
        for (std::size_t fact = 0; fact < count; ++fact) add(subject_of(fact));
    }

    /// Adds the next fact, under a subject or under none.
    void add(std::optional<std::uint32_t> subject) {
        auto const fact = static_cast<std::uint32_t>(next_.size());
        if (subject && ends_.empty()) ends_.resize(subjects_);
        next_.push_back(none);
        if (!subject) return;
        auto& end = ends_[*subject];
        if (end.first == none) {
            end.first = fact;
        } else {
            next_[end.last] = fact;
        }
        end.last = fact;
    }

    class iterator {
    public:
        iterator(std::uint32_t fact, std::uint32_t const* next) noexcept : fact_(fact), next_(next) {}
        [[nodiscard]] std::uint32_t operator*() const noexcept { return fact_; }
        iterator& operator++() noexcept {
            fact_ = next_[fact_];
            return *this;
        }
        [[nodiscard]] bool operator==(iterator const& other) const noexcept { return fact_ == other.fact_; }

    private:
        std::uint32_t fact_;
        std::uint32_t const* next_;
    };
    struct range {
        std::uint32_t first;
        std::uint32_t const* next;
        [[nodiscard]] iterator begin() const noexcept { return {first, next}; }
        [[nodiscard]] iterator end() const noexcept { return {none, next}; }
        [[nodiscard]] bool empty() const noexcept { return first == none; }
    };
    /// The facts of a subject.
    [[nodiscard]] range operator[](std::size_t subject) const noexcept {
        return {subject < ends_.size() ? ends_[subject].first : none, next_.data()};
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct chain {
        std::uint32_t first = none;
        std::uint32_t last = none;
    };
    std::uint32_t subjects_ = 0;
    std::vector<chain> ends_;          // by subject, made for the first fact
    std::vector<std::uint32_t> next_;  // of a fact: the next of the same subject
};
}  // namespace v0
}  // namespace lienvien
