#pragma once

#include <lienvien/rules/verdict.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A statement about every institution of a snapshot at once: two bits for each, whether it surely holds and whether it
/// may hold.
struct plane {
    std::vector<std::uint64_t> surely;
    std::vector<std::uint64_t> maybe;  ///< surely, or not known

    explicit plane(std::size_t sites) : surely((sites + 63) / 64, 0), maybe((sites + 63) / 64, 0) {}

    void set(std::size_t s, truth value) noexcept {
        std::uint64_t const bit = std::uint64_t{1} << (s % 64);
        if (is_yes(value)) surely[s / 64] |= bit;
        if (!is_no(value)) maybe[s / 64] |= bit;
    }
    [[nodiscard]] truth at(std::size_t s) const noexcept {
        if (surely[s / 64] >> (s % 64) & 1) return truth::yes;
        return (maybe[s / 64] >> (s % 64) & 1) ? truth::unknown : truth::no;
    }
};

namespace detail {

/// The third reader of a rule: the same expression, for all receivers at once, word by word.
class sweeper {
public:
    explicit sweeper(request const& asked) : asked_(&asked) {}

    template <class Term>
    [[nodiscard]] plane read(statement<Term> const&) const {
        return fill(Term::of_request, [](transfer_case const& each) { return Term::read(each); });
    }
    template <class Left, relation_sign Sign, class Right, class Shown>
    [[nodiscard]] plane read(comparison<Left, Sign, Right, Shown> const& node) const {
        constexpr bool of_request = side_of_request<Left>() && side_of_request<Right>();
        return fill(of_request, [&](transfer_case const& each) {
            return comparison<Left, Sign, Right, Shown>::compare(node.left.read(each), node.right.read(each));
        });
    }
    template <bool All, class... Parts>
    [[nodiscard]] plane read(several<All, Parts...> const& node) const {
        plane value = filled(known(All));
        boost::hana::unpack(node.parts, [&](auto const&... part) {
            (merge(value, read(part), [](std::uint64_t a, std::uint64_t b) { return All ? a & b : a | b; }), ...);
        });
        return value;
    }
    template <class Part>
    [[nodiscard]] plane read(negation<Part> const& node) const {
        return reversed(read(node.part));
    }
    template <class Part>
    [[nodiscard]] plane read(provided_by<Part> const& node) const {
        return read(node.part);
    }
    template <truth Value>
    [[nodiscard]] plane read(constant<Value> const&) const {
        return filled(Value);
    }
    template <class When, class Then, class Otherwise>
    [[nodiscard]] plane read(excepted<When, Then, Otherwise> const& node) const {
        plane const applies = read(node.when);
        plane const a = read(node.then);
        plane value = read(node.otherwise);
        for (std::size_t w = 0; w < value.surely.size(); ++w) {
            std::uint64_t const yes = applies.surely[w];
            std::uint64_t const no = ~applies.maybe[w];
            std::uint64_t const b_surely = value.surely[w];
            std::uint64_t const b_maybe = value.maybe[w];
            value.surely[w] = (yes & a.surely[w]) | (no & b_surely) | (a.surely[w] & b_surely);
            value.maybe[w] = ~((yes & ~a.maybe[w]) | (no & ~b_maybe) | (~a.maybe[w] & ~b_maybe));
        }
        return value;
    }
    [[nodiscard]] plane reversed(plane value) const {
        for (std::size_t w = 0; w < value.surely.size(); ++w) {
            std::uint64_t const surely = value.surely[w];
            value.surely[w] = ~value.maybe[w];
            value.maybe[w] = ~surely;
        }
        return value;
    }

private:
    template <class Side>
    [[nodiscard]] static constexpr bool side_of_request() noexcept {
        if constexpr (requires { Side::of_request; }) {
            return Side::of_request;
        } else {
            return true;  // an amount that the rule states
        }
    }
    [[nodiscard]] plane filled(truth value) const {
        plane all(asked_->today().size());
        for (auto& word : all.surely) word = is_yes(value) ? ~std::uint64_t{0} : 0;
        for (auto& word : all.maybe) word = is_no(value) ? 0 : ~std::uint64_t{0};
        return all;
    }
    // What does not depend on the receiver is read once.
    template <class Read>
    [[nodiscard]] plane fill(bool of_request, Read read) const {
        std::uint32_t const sites = asked_->today().size();
        if (sites == 0) return plane(0);
        if (of_request) return filled(read(transfer_case{asked_, site{0}}));
        plane all(sites);
        for (std::uint32_t s = 0; s < sites; ++s) all.set(s, read(transfer_case{asked_, site{s}}));
        return all;
    }
    template <class Combine>
    static void merge(plane& value, plane const& next, Combine combine) {
        for (std::size_t w = 0; w < value.surely.size(); ++w) {
            value.surely[w] = combine(value.surely[w], next.surely[w]);
            value.maybe[w] = combine(value.maybe[w], next.maybe[w]);
        }
    }

    request const* asked_;
};

}  // namespace detail

/// Which institutions each rule bears on: one plane a rule, in order of declaration; rules not in force bear on none.
template <class... Rules>
[[nodiscard]] std::vector<plane> sweep_rules(rulebook_declaration<Rules...> const& book, rules_of_day const& rules,
                                             request const& asked) {
    std::vector<plane> planes;
    planes.reserve(sizeof...(Rules));
    detail::sweeper const reader(asked);
    book.for_each_rule([&](std::size_t number, auto const& rule) {
        if (!(rules.in_force >> number & 1)) {
            planes.emplace_back(asked.today().size());
            return;
        }
        plane holds = reader.read(rule.when);
        planes.push_back(rule.does == effect::demands ? reader.reversed(std::move(holds)) : std::move(holds));
    });
    return planes;
}

/// The verdict on every institution of a snapshot, read rule by rule over all of them. Equal to deciding each case.
template <class... Rules>
[[nodiscard]] std::vector<verdict> sweep(rulebook_declaration<Rules...> const& book, rules_of_day const& rules,
                                         request const& asked) {
    auto const planes = sweep_rules(book, rules, asked);
    std::vector<verdict> verdicts;
    verdicts.reserve(asked.today().size());
    for (std::uint32_t s = 0; s < asked.today().size(); ++s) {
        rule_set bears = 0;
        rule_set open = 0;
        for (std::size_t number = 0; number < planes.size(); ++number) {
            truth const value = planes[number].at(s);
            if (is_yes(value)) bears |= rule_set{1} << number;
            if (is_unknown(value)) open |= rule_set{1} << number;
        }
        verdicts.push_back(judge(rules, bears, open));
    }
    return verdicts;
}
}  // namespace v0
}  // namespace lienvien
