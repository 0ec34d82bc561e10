#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/rules/at_one_site.hpp>
#include <lienvien/rules/bound_several.hpp>

#include <boost/hana/unpack.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// The third reader of rules: a rulebook put to a snapshot and a need, for all institutions at once, 64 a word.
///
/// The same declarations as `decide` reads; what does not depend on the receiver is read once, and rules that bear nowhere
/// are left out. A view: rulebook, rules of the day and request must outlive it. Cheap to make, so that one plan is made
/// for each question.
template <class Book>
class sweep_plan {
    using bearings = detail::bearings<Book>;
    using statements = typename bearings::statements;
    using places = typename bearings::places;

public:
    /// Room for what is asked of the candidates of a plan beside its rules, each bound once.
    using asked_late = detail::late_statements<statements>;

    [[gnu::always_inline]] sweep_plan(Book const& book, rules_of_day const& rules, request const& asked)
        : sweep_plan(book, rules, asked, true) {}  // one is made for each question, in the loop of whoever asks many

    [[nodiscard]] request const& asked() const noexcept { return *asked_; }
    [[nodiscard]] rules_of_day const& rules() const noexcept { return *rules_; }
    [[nodiscard]] set_shape shape() const noexcept { return shape_; }
    /// Are all facts known that the rules of the day ask of the institutions?
    [[nodiscard]] bool decided() const noexcept { return !open_; }

    /// Calls `take(word, sites)` for every word of sites to which the rules surely permit the transfer. Words that cannot
    /// hold such a site are not visited.
    template <class Take>
    [[gnu::always_inline]] void for_each_permitted(Take&& take) const {
        if (!rules_->any()) return;
        deciding const by = what_decides();
        if (by.none_passes) return;
        for (std::size_t s = 0; s < shape_.summaries; ++s) {
            std::uint64_t words = words_left(places{}, by, shape_.some(everyone_, s), s);
            for (; words != 0; words &= words - 1) {
                std::size_t const w = s * 64 + static_cast<std::size_t>(std::countr_zero(words));
                std::uint64_t const alive =
                    open_ ? permitted_in_open(by, w) : permitted_in<std::uint64_t>(places{}, by, w);
                if (alive != 0) take(w, alive);
            }
        }
    }

    /// Writes one plane a rule, in order of declaration: `shape().words` words each, a bit for each site by its slot on which
    /// the rule surely bears. `open`, where given, gets the planes of those of which it is not known.
    ///
    /// Precondition: room for `Book::size * shape().words` words each.
    void planes(std::span<std::uint64_t> surely, std::span<std::uint64_t> open = {}) const {
        std::size_t const room = Book::size * shape_.words;
        LIENVIEN_EXPECTS(surely.size() >= room && (open.empty() || open.size() >= room),
                         "LIENVIEN-E035: a plane for each rule");
        auto* const doubt = open.empty() ? nullptr : open.data();
        if (shape_.words == 0) return;
        return open_ ? write_planes<open_word>(places{}, surely.data(), doubt)
                     : write_planes<std::uint64_t>(places{}, surely.data(), doubt);
    }

    /// Calls `take(word, planes)` for every word of sites, with a word of each rule's plane: the sites on which it surely bears.
    template <class Take>
    void for_each_word(Take take) const {
        return open_ ? visit_all<open_word>(take) : visit_all<std::uint64_t>(take);
    }

    /// How a condition stands for one site. Statements that the rules of the book name too are not read again; with `late`,
    /// nor are those that no rule asked of the receivers of this need.
    template <condition Node>
    [[nodiscard, gnu::always_inline]] truth holds(Node const& node, slot where, asked_late* late = nullptr) const {
        return detail::at_one_site<statements>{*asked_, statements_, late, where}.read(node);
    }

private:
    /// `known`: is nothing unknown of what was bound so far?
    [[gnu::always_inline]] sweep_plan(Book const& book, rules_of_day const& rules, request const& asked, bool known)
        : asked_(&asked),
          rules_(&rules),
          shape_(asked.today().shape()),
          everyone_(asked.today().sets().all()),
          statements_(asked, known),
          bears_(boost::hana::unpack(book.rules, typename bearings::bind{asked})) {
        std::uint64_t asks = 0;
        fold_rules(places{}, asks);
        statements_.bind(asked, asks, known);
        bind_rules(places{}, book, known);
        if (!known) open_ = !decided_rules(places{});
    }

    template <std::size_t Rule>
    [[nodiscard, gnu::always_inline]] static bool has(rule_set those) noexcept {
        return (those >> Rule & 1) != 0;
    }

    template <std::size_t... Rules>
    [[gnu::always_inline]] void fold_rules(std::index_sequence<Rules...>, std::uint64_t& asks) noexcept {
        rule_set perhaps = 0;
        (fold_rule<Rules>(perhaps, asks), ...);  // those not in force too: cheaper than to look
        sometimes_ = perhaps & ~always_ & rules_->in_force;
        always_ &= rules_->in_force;
    }
    template <std::size_t Rule>
    [[gnu::always_inline]] void fold_rule(rule_set& perhaps, std::uint64_t& asks) noexcept {
        constexpr rule_set bit = rule_set{1} << Rule;
        detail::fold const folded = bears_.template at<Rule>().folded(statements_);
        always_ |= folded.value.surely & bit;
        perhaps |= folded.value.maybe & bit;
        asks |= folded.asks;
    }
    template <std::size_t... Rules>
    [[gnu::always_inline]] void bind_rules(std::index_sequence<Rules...>, Book const& book, bool& known) {
        (bind_rule<Rules>(boost::hana::at_c<Rules>(book.rules), known), ...);
    }
    template <std::size_t Rule, class Declared>
    [[gnu::always_inline]] void bind_rule(Declared const& rule, bool& known) {
        if (has<Rule>(sometimes_)) known = bears_.template at<Rule>().bind(rule.when, *asked_) && known;
    }
    template <std::size_t... Rules>
    [[nodiscard, gnu::noinline]] bool decided_rules(std::index_sequence<Rules...>) const noexcept {
        return ((!has<Rules>(sometimes_) || bears_.template at<Rules>().decided(statements_)) && ...);
    }

    /// What decides whether a transfer is permitted, out of the rules of the day.
    struct deciding {
        rule_set needed = 0;      ///< permissions that must be known site by site
        rule_set objections = 0;  ///< that bear, or may
        rule_set defeasible = 0;  ///< those of them over which a permission prevails that bears on some sites only
        bool all_allowed = false;
        bool none_passes = false;
    };
    [[nodiscard, gnu::always_inline]] deciding what_decides() const noexcept {
        deciding found;
        rule_set const permissions = bearings::any_permits ? rules_->permissions & sometimes_ : 0;
        found.all_allowed = rules_->otherwise_is == otherwise::permitted || (always_ & rules_->permissions) != 0;
        found.objections = rules_->objections & (sometimes_ | always_);
        if constexpr (bearings::any_permits) {
            for (rule_set left = found.objections & rules_->defeasible; left != 0; left &= left - 1) {
                auto const i = static_cast<std::size_t>(std::countr_zero(left));
                if (rules_->defeated_by[i] & always_) {
                    found.objections &= ~(rule_set{1} << i);
                } else if (rules_->defeated_by[i] & sometimes_) {
                    found.defeasible |= rule_set{1} << i;
                }
            }
        }
        found.none_passes =
            (!found.all_allowed && permissions == 0) || (found.objections & always_ & ~found.defeasible) != 0;
        found.needed = found.all_allowed && found.defeasible == 0 ? 0 : permissions;
        return found;
    }
    using permitting = std::array<std::uint64_t, Book::size>;
    /// The words of a summary word that may hold a permitted site.
    template <std::size_t... Rules>
    [[nodiscard, gnu::always_inline]] std::uint64_t words_left(std::index_sequence<Rules...>, deciding const& by,
                                                               std::uint64_t words, std::size_t s) const noexcept {
        if constexpr (bearings::any_permits) {
            if (!by.all_allowed && shape_.words > few_words) {
                std::uint64_t some = 0;
                ((some |= has<Rules>(by.needed) ? bears_.template at<Rules>().some(statements_, shape_, s) : 0), ...);
                words &= some;
            }
        }
        static_cast<void>((strike_words<bearings::order[Rules]>(by, words, s) && ...));
        return words;
    }
    template <std::size_t Rule>
    [[gnu::always_inline]] bool strike_words(deciding const& by, std::uint64_t& words, std::size_t s) const noexcept {
        if constexpr (bearings::objects(Rule)) {
            bool const tells = bearings::shares[Rule] >= large_share || shape_.words > few_words;
            if (!tells || !has<Rule>(by.objections & ~by.defeasible)) return true;
            words &= bears_.template at<Rule>().gaps(statements_, shape_, s);
            return words != 0;
        } else {
            return true;
        }
    }
    /// Held apart from the rest, so that there the registers are left to what is known.
    [[nodiscard, gnu::noinline]] std::uint64_t permitted_in_open(deciding const& by, std::size_t w) const {
        return permitted_in<open_word>(places{}, by, w);
    }
    /// The sites of a word to which the transfer is permitted.
    template <class Word, std::size_t... Rules>
    [[nodiscard, gnu::always_inline]] std::uint64_t permitted_in(std::index_sequence<Rules...>, deciding const& by,
                                                                 std::size_t w) const {
        std::uint64_t alive = everyone_[w];
        [[maybe_unused]] permitting allowing;
        if constexpr (bearings::any_permits) {
            if (by.needed != 0) {
                std::uint64_t allowed = by.all_allowed ? alive : 0;
                (allow<Word, Rules>(by, allowing, allowed, w, alive), ...);
                alive &= allowed;
                if (alive == 0) return 0;
            }
        }
        static_cast<void>((strike<Word, bearings::order[Rules]>(by, allowing, w, alive) && ...));
        return alive;
    }
    template <class Word, std::size_t Rule>
    [[gnu::always_inline]] void allow(deciding const& by, permitting& allowing, std::uint64_t& allowed, std::size_t w,
                                      std::uint64_t alive) const {
        if constexpr (bearings::effects[Rule] == effect::permits) {
            if (!has<Rule>(by.needed)) return;
            allowing[Rule] = swept::surely(bears_.template at<Rule>().template word<Word>(statements_, w, alive));
            allowed |= allowing[Rule];
        }
    }
    /// Strikes the sites out on which an objection may bear, unless a permission prevails; false where none is left.
    template <class Word, std::size_t Rule>
    [[gnu::always_inline]] bool strike(deciding const& by, permitting const& allowing, std::size_t w,
                                       std::uint64_t& alive) const {
        if constexpr (bearings::objects(Rule)) {
            if (!has<Rule>(by.objections)) return true;
            std::uint64_t standing =
                swept::maybe(bears_.template at<Rule>().template word<Word>(statements_, w, alive));
            if constexpr (bearings::any_permits) {
                if (has<Rule>(by.defeasible)) {
                    for (rule_set left = rules_->defeated_by[Rule] & by.needed; left != 0; left &= left - 1)
                        standing &= ~allowing[static_cast<std::size_t>(std::countr_zero(left))];
                }
            }
            alive &= ~standing;
            return alive != 0;
        } else {
            return true;
        }
    }

    template <class Word, class Take>
    void visit_all(Take& take) const {
        std::array<std::uint64_t, Book::size> planes{};
        for (std::size_t w = 0; w < shape_.words; ++w) {
            write_word<Word>(places{}, planes, w, shape_.full(w));
            take(w, planes);
        }
    }
    template <class Word, std::size_t... Rules>
    [[gnu::always_inline]] void write_word(std::index_sequence<Rules...>, std::array<std::uint64_t, Book::size>& planes,
                                           std::size_t w, std::uint64_t full) const {
        ((planes[Rules] =
              has<Rules>(sometimes_)
                  ? swept::surely(bears_.template at<Rules>().template word<Word>(statements_, w, full)) & full
              : has<Rules>(always_) ? full
                                    : 0),
         ...);
    }
    template <class Word, std::size_t... Rules>
    void write_planes(std::index_sequence<Rules...>, std::uint64_t* surely, std::uint64_t* open) const {
        (write_plane<Word, Rules>(surely + Rules * shape_.words, open ? open + Rules * shape_.words : nullptr), ...);
    }
    template <class Word, std::size_t Rule>
    [[gnu::always_inline]] void write_plane(std::uint64_t* to, std::uint64_t* doubt) const {
        std::size_t const words = shape_.words;
        if (doubt) std::memset(doubt, 0, words * sizeof(std::uint64_t));
        if (!has<Rule>(sometimes_)) {
            std::memset(to, has<Rule>(always_) ? 0xFF : 0, words * sizeof(std::uint64_t));
        } else {
            auto const& rule = bears_.template at<Rule>();
            for (std::size_t w = 0; w < words; ++w) {
                Word const found = rule.template word<Word>(statements_, w, ~std::uint64_t{0});
                to[w] = swept::surely(found);
                if constexpr (std::is_same_v<Word, open_word>) {
                    if (doubt) doubt[w] = found.maybe & ~found.surely;
                }
            }
        }
        to[words - 1] &= everyone_[words - 1];
        if (doubt) doubt[words - 1] &= everyone_[words - 1];
    }

    // Of so few words summaries save nothing, but those of rules that strike out nearly all sites.
    static constexpr std::uint32_t few_words = 4;
    static constexpr unsigned large_share = 90;

    request const* asked_;
    rules_of_day const* rules_;
    set_shape shape_;
    std::uint64_t const* everyone_;  // the sites that there are
    rule_set always_ = 0;            // rules that bear wherever the patient goes
    rule_set sometimes_ = 0;         // rules on which it depends where
    bool open_ = false;              // may one of the latter hang on a fact that is missing?
    detail::bound_statements<statements> statements_;
    typename bearings::bound_rules bears_;
};
}  // namespace v0
}  // namespace lienvien
