#pragma once

#include <lienvien/base/truth.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Where a site stands in sets of sites: its bit. Sites of one level and province stand side by side.
enum class slot : std::uint32_t {};
[[nodiscard]] constexpr std::uint32_t number_of(slot which) noexcept { return static_cast<std::uint32_t>(which); }

/// How sets of sites lie in memory: 64 sites a word, and behind the words of a set two summaries of one bit a word:
/// which words have a member (`some`), and which lack one (`gaps`).
///
/// The intersection of a rare technique with a province then visits only the words where their summaries meet.
struct set_shape {
    std::uint32_t sites = 0;
    std::uint32_t words = 0;
    std::uint32_t summaries = 0;

    constexpr set_shape() noexcept = default;
    constexpr explicit set_shape(std::uint32_t number_of_sites) noexcept
        : sites(number_of_sites), words((number_of_sites + 63) / 64), summaries((words + 63) / 64) {}

    /// Words from one set to the next.
    [[nodiscard]] constexpr std::size_t stride() const noexcept { return words + 2 * std::size_t{summaries}; }
    /// The sites of a word that exist.
    [[nodiscard]] constexpr std::uint64_t full(std::size_t word) const noexcept {
        std::size_t const left = sites - word * 64;
        return left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
    }
    /// The words of a summary word that exist.
    [[nodiscard]] constexpr std::uint64_t full_summary(std::size_t summary) const noexcept {
        std::size_t const left = words - summary * 64;
        return left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
    }
    /// A word of a summary: `some` of the words, or their `gaps`.
    [[nodiscard]] std::uint64_t some(std::uint64_t const* set, std::size_t summary) const noexcept {
        return set[words + summary];
    }
    [[nodiscard]] std::uint64_t gaps(std::uint64_t const* set, std::size_t summary) const noexcept {
        return set[words + summaries + summary];
    }
    friend constexpr bool operator==(set_shape const&, set_shape const&) = default;
};

/// Which sets a site is a member of, said site after site, to be turned into sets of sites.
///
/// Thousands of sets lie too far apart in memory to be visited for every site. What is said is kept in the order of saying
/// and counted, so that the members of a set come together and each set is written once, as a whole.
class members_by_site {
public:
    members_by_site(std::size_t sets, std::size_t expected) : count_(sets, 0) { said_.reserve(expected); }

    void put(std::size_t set, slot which) {
        said_.push_back({static_cast<std::uint32_t>(set), which});
        ++count_[set];
    }
    [[nodiscard]] std::size_t sets() const noexcept { return count_.size(); }

    /// Calls `take(first, last)` for the members of each set in turn.
    template <class Take>
    void for_each_set(Take take) const {
        std::vector<std::uint32_t> next(sets() + 1, 0);
        for (std::size_t set = 0; set < sets(); ++set) next[set + 1] = next[set] + count_[set];
        std::vector<slot> members(said_.size());
        for (auto const& each : said_) members[next[each.set]++] = each.member;
        for (std::size_t set = 0; set < sets(); ++set)
            take(members.data() + (next[set] - count_[set]), members.data() + next[set]);
    }

private:
    struct membership_said {
        std::uint32_t set;
        slot member;
    };
    std::vector<membership_said> said_;
    std::vector<std::uint32_t> count_;  // by set
};

/// Several sets of sites side by side. Memory: for n sites n/8 bytes a set, and 1/32 of that for its summaries.
class site_sets {
public:
    site_sets() = default;
    site_sets(std::size_t sets, set_shape shape)
        : shape_(shape), stride_(shape.stride()), bits_(sets * shape.stride(), 0) {
        for (std::size_t each = 0; each < sets; ++each) {
            auto* const gaps = start(each) + shape_.words + shape_.summaries;
            for (std::size_t s = 0; s < shape_.summaries; ++s) gaps[s] = shape_.full_summary(s);
        }
    }

    /// The sets of what was said site by site.
    site_sets(members_by_site const& said, set_shape shape);

    [[nodiscard]] bool empty() const noexcept { return bits_.empty(); }
    [[nodiscard]] set_shape shape() const noexcept { return shape_; }
    [[nodiscard]] std::uint64_t const* operator[](std::size_t set) const noexcept {
        return bits_.data() + set * stride_;
    }
    [[nodiscard]] bool has(std::size_t set, slot which) const noexcept {
        return (*this)[set][number_of(which) / 64] >> (number_of(which) % 64) & 1;
    }
    void assign(std::size_t set, slot which, bool member) noexcept {
        auto* const first = start(set);
        std::uint32_t const at = number_of(which);
        std::uint32_t const w = at / 64;
        auto& word = first[w];
        std::uint64_t const bit = std::uint64_t{1} << (at % 64);
        word = member ? word | bit : word & ~bit;
        auto& some = first[shape_.words + w / 64];
        auto& gaps = first[shape_.words + shape_.summaries + w / 64];
        std::uint64_t const summary = std::uint64_t{1} << (w % 64);
        some = word != 0 ? some | summary : some & ~summary;
        gaps = word != shape_.full(w) ? gaps | summary : gaps & ~summary;
    }
    /// Puts a member in without its summaries, for many at once; `summarise` must follow.
    void put(std::size_t set, slot which) noexcept {
        start(set)[number_of(which) / 64] |= std::uint64_t{1} << (number_of(which) % 64);
    }
    void summarise() noexcept {
        for (std::size_t set = 0; set < count(); ++set) summarise(set);
    }
    /// How many sets there are.
    [[nodiscard]] std::size_t count() const noexcept { return stride_ == 0 ? 0 : bits_.size() / stride_; }
    [[nodiscard]] std::size_t bytes() const noexcept { return bits_.size() * sizeof(std::uint64_t); }

private:
    [[nodiscard]] std::uint64_t* start(std::size_t set) noexcept { return bits_.data() + set * stride_; }
    void summarise(std::size_t set) noexcept {
        auto* const first = start(set);
        for (std::size_t s = 0; s < shape_.summaries; ++s) {
            std::uint64_t some = 0;
            std::uint64_t full = 0;
            std::size_t const last = s * 64 + 64 < shape_.words ? s * 64 + 64 : shape_.words;
            for (std::size_t w = s * 64; w < last; ++w) {
                some |= std::uint64_t{first[w] != 0} << (w % 64);
                full |= std::uint64_t{first[w] == ~std::uint64_t{0}} << (w % 64);
            }
            if (first[last - 1] == shape_.full(last - 1)) full |= std::uint64_t{1} << ((last - 1) % 64);
            first[shape_.words + s] = some;
            first[shape_.words + shape_.summaries + s] = shape_.full_summary(s) & ~full;
        }
    }

    set_shape shape_;
    std::size_t stride_ = 0;
    std::vector<std::uint64_t> bits_;
};
inline site_sets::site_sets(members_by_site const& said, set_shape shape) : shape_(shape), stride_(shape.stride()) {
    bits_.reserve(said.sets() * stride_);
    said.for_each_set([&, set = std::size_t{0}](slot const* first, slot const* last) mutable {
        bits_.resize(bits_.size() + stride_, 0);
        auto* const row = start(set);
        for (; first != last; ++first) row[number_of(*first) / 64] |= std::uint64_t{1} << (number_of(*first) % 64);
        summarise(set++);
    });
}

/// 64 statements at once, of which facts may be missing: which surely hold, and which may hold.
struct open_word {
    std::uint64_t surely = 0;
    std::uint64_t maybe = 0;  ///< surely, or not known

    /// What it says of one site, by the number of its bit.
    [[nodiscard]] constexpr truth at(std::uint32_t bit) const noexcept {
        return (surely >> bit & 1) ? truth::yes : (maybe >> bit & 1) ? truth::unknown : truth::no;
    }
    friend constexpr open_word operator&(open_word a, open_word b) noexcept {
        return {a.surely & b.surely, a.maybe & b.maybe};
    }
    friend constexpr open_word operator|(open_word a, open_word b) noexcept {
        return {a.surely | b.surely, a.maybe | b.maybe};
    }
    friend constexpr open_word operator~(open_word a) noexcept { return {~a.maybe, ~a.surely}; }
    friend constexpr bool operator==(open_word, open_word) = default;
};

/// Several statements about every site. Where all of them are known it takes one set a statement, else up to three.
class truth_sets {
public:
    truth_sets() = default;
    truth_sets(std::size_t statements, set_shape shape)
        : statements_(statements), surely_(statements, shape), open_(1, shape), none_(1, shape) {}
    /// Without what surely holds, which `put_sure` must give before anything is asked.
    [[nodiscard]] static truth_sets without_sure(std::size_t statements, set_shape shape) {
        truth_sets made(0, shape);
        made.statements_ = statements;
        return made;
    }

    /// Is every statement known for every site?
    [[nodiscard]] bool decided() const noexcept { return decided_; }
    [[nodiscard]] std::uint64_t const* surely(std::size_t statement) const noexcept { return surely_[statement]; }
    [[nodiscard]] open_word word(std::size_t statement, std::size_t w) const noexcept {
        std::uint64_t const sure = surely_[statement][w];
        std::uint64_t possible = sure;
        if (any_open_) possible |= open_[0][w] & ~(denied_.empty() ? 0 : denied_[statement][w]);
        if (!perhaps_.empty()) possible |= perhaps_[statement][w];
        return {sure, possible};
    }
    /// A summary of where the statement is not known, words too many among them.
    [[nodiscard]] std::uint64_t some_doubt(std::size_t statement, std::size_t summary) const noexcept {
        auto const shape = surely_.shape();
        std::uint64_t found = any_open_ ? shape.some(open_[0], summary) : 0;
        if (!perhaps_.empty()) found |= shape.some(perhaps_[statement], summary);
        return found;
    }
    /// The sites of which a statement that nobody made is not known: not everything is written down about them.
    [[nodiscard]] std::uint64_t const* open() const noexcept { return open_[0]; }
    [[nodiscard]] std::uint64_t const* nobody() const noexcept { return none_[0]; }
    [[nodiscard]] truth at(std::size_t statement, slot which) const noexcept {
        if (decided_) return known(surely_.has(statement, which));
        return word(statement, number_of(which) / 64).at(number_of(which) % 64);
    }

    /// What a statement of which nothing is written down means for a site: no, or not known.
    void leave_open(slot which, bool open) noexcept {
        open_.assign(0, which, open);
        any_open_ = any_open_ || open;
        decided_ = decided_ && !open;
    }
    [[nodiscard]] bool is_open(slot which) const noexcept { return open_.has(0, which); }

    void assign(std::size_t statement, slot which, truth value) {
        surely_.assign(statement, which, is_yes(value));
        assign_doubt(statement, which, value);
    }
    /// Many at once, of sites of which nothing was assigned before; `summarise` must follow.
    void put(std::size_t statement, slot which, truth value) {
        if (is_yes(value)) {
            surely_.put(statement, which);
        } else {
            assign_doubt(statement, which, value);
        }
    }
    void summarise() noexcept { surely_.summarise(); }
    void put_sure(members_by_site const& said) { surely_ = site_sets(said, open_.shape()); }
    [[nodiscard]] std::size_t bytes() const noexcept {
        return surely_.bytes() + perhaps_.bytes() + denied_.bytes() + 2 * open_.bytes();
    }

private:
    void assign_doubt(std::size_t statement, slot which, truth value) {
        if (is_unknown(value) && perhaps_.empty()) perhaps_ = site_sets(statements_, open_.shape());
        decided_ = decided_ && perhaps_.empty();
        if (!perhaps_.empty()) perhaps_.assign(statement, which, is_unknown(value));
        bool const deny = is_no(value) && is_open(which);
        if (deny && denied_.empty()) denied_ = site_sets(statements_, open_.shape());
        if (!denied_.empty()) denied_.assign(statement, which, deny);
    }

    std::size_t statements_ = 0;
    site_sets surely_;
    site_sets perhaps_;  // both made when the first statement needs them
    site_sets denied_;
    site_sets open_;
    site_sets none_;
    bool any_open_ = false;
    bool decided_ = true;
};
}  // namespace v0
}  // namespace lienvien
