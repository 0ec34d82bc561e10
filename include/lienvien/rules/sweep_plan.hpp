#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/rules/bound.hpp>

#include <boost/hana/unpack.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

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

public:
    sweep_plan(Book const& book, rules_of_day const& rules, request const& asked)
        : asked_(&asked),
          rules_(&rules),
          shape_(asked.today().shape()),
          statements_(asked),
          bears_(bearings::bind(book, asked)) {
        std::size_t number = 0;
        std::uint64_t asks = 0;
        bears_.for_each([&](auto const& rule) {
            rule_set const bit = rule_set{1} << number++;
            if (!(rules.in_force & bit)) return;
            detail::fold const folded = rule.folded(statements_);
            always_ |= folded.value.surely & bit;
            rule_set const depends = ~folded.value.surely & folded.value.maybe & bit;
            sometimes_ |= depends;
            if (depends != 0) asks |= folded.asks;
        });
        statements_.bind(asked, asks);
        number = 0;
        bears_.for_each([&](auto const& rule) {
            if ((sometimes_ >> number++ & 1) && !open_) open_ = !rule.decided(statements_);
        });
    }

    [[nodiscard]] request const& asked() const noexcept { return *asked_; }
    [[nodiscard]] rules_of_day const& rules() const noexcept { return *rules_; }
    [[nodiscard]] set_shape shape() const noexcept { return shape_; }
    /// Are all facts known that the rules of the day ask of the institutions?
    [[nodiscard]] bool decided() const noexcept { return !open_; }

    /// Calls `take(word, sites)` for every word of sites to which the rules surely permit the transfer. Words that cannot
    /// hold such a site are not visited.
    template <class Take>
    void for_each_permitted(Take take) const {
        if (!rules_->any()) return;
        if (open_) {
            visit_permitted<open_word>(take);
        } else {
            visit_permitted<std::uint64_t>(take);
        }
    }

    /// Writes one plane a rule, in order of declaration: `shape().words` words each, a bit for each site by its slot on which
    /// the rule surely bears. `open`, where given, gets the planes of those of which it is not known.
    ///
    /// Precondition: room for `Book::size * shape().words` words each.
    void planes(std::span<std::uint64_t> surely, std::span<std::uint64_t> open = {}) const {
        LIENVIEN_EXPECTS(surely.size() >= Book::size * shape_.words, "LIENVIEN-E035: a plane for each rule");
        LIENVIEN_EXPECTS(open.empty() || open.size() >= Book::size * shape_.words,
                         "LIENVIEN-E035: a plane for each rule");
        if (open_) {
            write_planes<open_word>(surely, open);
        } else {
            write_planes<std::uint64_t>(surely, open);
        }
    }

    /// Calls `take(word, planes)` for every word of sites, with a word of each rule's plane: the sites on which it surely bears.
    template <class Take>
    void for_each_word(Take take) const {
        if (open_) {
            visit_all<open_word>(take);
        } else {
            visit_all<std::uint64_t>(take);
        }
    }

    /// How a condition stands for one site. Statements that the rules of the book name too are not read again.
    template <condition Node>
    [[nodiscard]] truth holds(Node const& node, slot where) const {
        return one_site{*this, where}.read(node);
    }

private:
    /// Reads a condition for one site, out of what is bound already.
    struct one_site {
        sweep_plan const& plan;
        slot where;

        template <class Term>
        [[nodiscard]] truth read(statement<Term> const& node) const {
            if constexpr (detail::with_type<typename bearings::statements, Term>::has) {
                auto const& shared = plan.statements_.template at<Term>();
                if (!shared.is_bound()) return read_afresh(node);
                auto const& leaf = shared.get();
                std::uint32_t const bit = number_of(where) % 64;
                return leaf.template word<open_word>(number_of(where) / 64, std::uint64_t{1} << bit).at(bit);
            } else {
                return read_afresh(node);
            }
        }
        template <bool All, class... Parts>
        [[nodiscard]] truth read(several<All, Parts...> const& node) const {
            constexpr truth deciding = All ? truth::no : truth::yes;
            truth value = !deciding;
            boost::hana::unpack(node.parts, [&](auto const&... part) {
                auto const take = [&](truth next) {
                    value = All ? value & next : value | next;
                    return value != deciding;
                };
                static_cast<void>((take(read(part)) && ...));
            });
            return value;
        }
        template <class Part>
        [[nodiscard]] truth read(negation<Part> const& node) const {
            return !read(node.part);
        }
        template <class Part>
        [[nodiscard]] truth read(provided_by<Part> const& node) const {
            return read(node.part);
        }
        template <class Node>
        [[nodiscard]] truth read(Node const& node) const {
            return read_afresh(node);
        }
        template <class Node>
        [[nodiscard]] truth read_afresh(Node const& node) const {
            watch_nothing nobody;
            return node.read(transfer_case{plan.asked_, plan.asked_->today().site_at(where)}, nobody);
        }
    };

    /// Calls `take(number, bound rule)` for the rules of a set, in order of declaration, as long as it returns true.
    template <class Take>
    void for_each_of(rule_set those, Take take) const {
        std::size_t number = 0;
        bears_.while_true([&](auto const& rule) {
            std::size_t const which = number++;
            return !(those >> which & 1) || take(which, rule);
        });
    }

    template <class Word, class Take>
    void visit_permitted(Take take) const {
        rule_set const permissions = rules_->permissions & sometimes_;
        bool const all_allowed = rules_->otherwise_is == otherwise::permitted || (always_ & rules_->permissions) != 0;
        if (!all_allowed && permissions == 0) return;
        rule_set objections = rules_->objections & (sometimes_ | always_);
        rule_set defeasible = 0;  // by a permission that bears on some sites only
        for (rule_set left = objections & rules_->defeasible; left != 0; left &= left - 1) {
            auto const i = static_cast<std::size_t>(std::countr_zero(left));
            if (rules_->defeated_by[i] & always_) {
                objections &= ~(rule_set{1} << i);
            } else if (rules_->defeated_by[i] & sometimes_) {
                defeasible |= rule_set{1} << i;
            }
        }
        if (objections & always_ & ~defeasible) return;
        rule_set const needed = all_allowed && defeasible == 0 ? 0 : permissions;
        for (std::size_t s = 0; s < shape_.summaries; ++s) {
            std::uint64_t words = shape_.full_summary(s);
            if (shape_.words > few_words) {
                if (!all_allowed) {
                    std::uint64_t some = 0;
                    for_each_of(permissions, [&](std::size_t, auto const& rule) {
                        some |= rule.some(statements_, shape_, s);
                        return true;
                    });
                    words &= some;
                }
                for_each_of(objections & ~defeasible, [&](std::size_t, auto const& rule) {
                    words &= rule.gaps(statements_, shape_, s);
                    return words != 0;
                });
            }
            for (; words != 0; words &= words - 1) {
                std::size_t const w = s * 64 + static_cast<std::size_t>(std::countr_zero(words));
                std::uint64_t alive = shape_.full(w);
                std::array<std::uint64_t, Book::size> permitting;
                if (needed != 0) {
                    std::uint64_t allowed = all_allowed ? alive : 0;
                    for_each_of(needed, [&](std::size_t number, auto const& rule) {
                        permitting[number] = swept::surely(rule.template word<Word>(statements_, w, alive));
                        allowed |= permitting[number];
                        return true;
                    });
                    alive &= allowed;
                }
                if (alive == 0) continue;
                for_each_of(objections, [&](std::size_t number, auto const& rule) {
                    std::uint64_t standing = swept::maybe(rule.template word<Word>(statements_, w, alive));
                    if (defeasible >> number & 1) {
                        for (rule_set by = rules_->defeated_by[number] & needed; by != 0; by &= by - 1)
                            standing &= ~permitting[static_cast<std::size_t>(std::countr_zero(by))];
                    }
                    alive &= ~standing;
                    return alive != 0;
                });
                if (alive != 0) take(w, alive);
            }
        }
    }

    template <class Word, class Take>
    void visit_all(Take take) const {
        std::array<std::uint64_t, Book::size> planes{};
        for (std::size_t w = 0; w < shape_.words; ++w) {
            std::uint64_t const full = shape_.full(w);
            std::size_t number = 0;
            bears_.for_each([&](auto const& rule) {
                std::size_t const which = number++;
                if (sometimes_ >> which & 1) {
                    planes[which] = swept::surely(rule.template word<Word>(statements_, w, full)) & full;
                } else if (always_ >> which & 1) {
                    planes[which] = full;
                }
            });
            take(w, planes);
        }
    }
    template <class Word>
    void write_planes(std::span<std::uint64_t> surely, std::span<std::uint64_t> open) const {
        std::size_t number = 0;
        bears_.for_each([&](auto const& rule) {
            std::size_t const which = number++;
            auto* const to = surely.data() + which * shape_.words;
            auto* const doubt = open.empty() ? nullptr : open.data() + which * shape_.words;
            std::uint64_t const same = (always_ >> which & 1) ? ~std::uint64_t{0} : 0;
            if (sometimes_ >> which & 1) {
                for (std::size_t w = 0; w < shape_.words; ++w) {
                    Word const found = rule.template word<Word>(statements_, w, ~std::uint64_t{0});
                    to[w] = swept::surely(found);
                    if (doubt) doubt[w] = swept::maybe(found) & ~swept::surely(found);
                }
            } else {
                for (std::size_t w = 0; w < shape_.words; ++w) to[w] = same;
                for (std::size_t w = 0; doubt && w < shape_.words; ++w) doubt[w] = 0;
            }
            if (shape_.words == 0) return;
            to[shape_.words - 1] &= shape_.full(shape_.words - 1);
            if (doubt) doubt[shape_.words - 1] &= shape_.full(shape_.words - 1);
        });
    }

    // Of so few words summaries save nothing.
    static constexpr std::uint32_t few_words = 4;

    request const* asked_;
    rules_of_day const* rules_;
    set_shape shape_;
    rule_set always_ = 0;     // rules that bear wherever the patient goes
    rule_set sometimes_ = 0;  // rules on which it depends where
    bool open_ = false;       // may one of the latter hang on a fact that is missing?
    detail::bound_statements<typename bearings::statements> statements_;
    typename bearings::bound_rules bears_;
};
}  // namespace v0
}  // namespace lienvien
