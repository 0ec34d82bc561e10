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

/// Several sets of sites side by side. Memory: for n sites n/8 bytes a set, and 1/32 of that for its summaries.
class site_sets {
public:
    class writer;

    site_sets() = default;
    site_sets(std::size_t sets, set_shape shape)
        : shape_(shape), stride_(shape.stride()), bits_(sets * shape.stride(), 0) {
        for (std::size_t each = 0; each < sets; ++each) {
            auto* const gaps = start(each) + shape_.words + shape_.summaries;
            for (std::size_t s = 0; s < shape_.summaries; ++s) gaps[s] = shape_.full_summary(s);
        }
    }

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

/// Puts members into many sets at once, site after site, in rising order of their slots; summaries included.
///
/// Thousands of sets lie too far apart in memory to be visited for every site. So members are gathered for a stretch of
/// neighbouring sites, in a table that stays near the processor, and then go into the sets by words. Of a stretch nobody
/// else may have put in anything. The sets are whole when the writer ends.
class site_sets::writer {
public:
    explicit writer(site_sets& into)
        : into_(into),
          sets_(into.count()),
          width_(width_for(sets_)),
          gathered_(width_ * sets_, 0),
          some_(into.shape_.summaries * sets_, 0) {}
    writer(writer const&) = delete;
    writer& operator=(writer const&) = delete;
    ~writer() {
        hand_over();
        auto const shape = into_.shape_;
        for (std::size_t set = 0; set < sets_; ++set) {
            for (std::size_t s = 0; s < shape.summaries; ++s)
                into_.start(set)[shape.words + s] |= some_[s * sets_ + set];
        }
    }

    /// The site whose sets come next. Precondition: not before an earlier one.
    void move_to(slot at) noexcept {
        std::size_t const word = number_of(at) / 64;
        if (word >= first_ + width_) {
            hand_over();
            first_ = word / width_ * width_;
        }
        column_ = gathered_.data() + (word - first_) * sets_;
        bit_ = std::uint64_t{1} << (number_of(at) % 64);
    }
    /// It is a member of a set.
    void put(std::size_t set) noexcept { column_[set] |= bit_; }

private:
    // Words of a stretch: a power of two up to 16, so that it never crosses a summary, and about a megabyte in all where a
    // word of each set fits in that.
    [[nodiscard]] static std::size_t width_for(std::size_t sets) noexcept {
        std::size_t width = 16;
        while (width > 1 && width * sets * sizeof(std::uint64_t) > std::size_t{3} << 19) width /= 2;
        return width;
    }
    void hand_over() noexcept {
        auto const shape = into_.shape_;
        if (shape.sites == 0) return;
        bool const ends_here = shape.words - first_ <= width_;
        std::size_t const words = ends_here ? shape.words - first_ : width_;
        for (std::size_t set = 0; set < sets_; ++set) {
            auto* const row = into_.start(set);
            std::uint64_t some = 0;
            std::uint64_t full = 0;
            for (std::size_t w = 0; w < words; ++w) {
                std::uint64_t const members = gathered_[w * sets_ + set];
                if (members == 0) continue;
                row[first_ + w] = members;
                some |= std::uint64_t{1} << w;
                full |= std::uint64_t{members == ~std::uint64_t{0}} << w;
            }
            if (ends_here && row[shape.words - 1] == shape.full(shape.words - 1))
                full |= std::uint64_t{1} << (words - 1);
            some_[first_ / 64 * sets_ + set] |= some << (first_ % 64);
            if (full != 0) row[shape.words + shape.summaries + first_ / 64] &= ~(full << (first_ % 64));
        }
        gathered_.assign(gathered_.size(), 0);
    }

    site_sets& into_;
    std::size_t sets_;
    std::size_t width_;
    std::size_t first_ = 0;  // word of the stretch
    std::vector<std::uint64_t> gathered_;
    std::vector<std::uint64_t> some_;  // the summaries: written at the end, since they lie far from the words
    std::uint64_t* column_ = nullptr;
    std::uint64_t bit_ = 0;
};

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
    /// Many that surely hold, put in site after site; of none of them anything was said before.
    [[nodiscard]] site_sets::writer write_sure() { return site_sets::writer(surely_); }
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
