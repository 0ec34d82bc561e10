#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/rules/citation.hpp>
#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/explanation.hpp>
#include <lienvien/rules/leaves.hpp>
#include <lienvien/rules/proof_shape.hpp>
#include <lienvien/rules/rulebook.hpp>
#include <lienvien/rules/verdict.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A fact as a trace keeps it.
struct traced_fact {
    std::string_view fact{};  ///< its name; empty where the rule itself states the amount
    label const* whose =
        nullptr;     ///< the sending or the receiving institution; none where it is of the need, or of both
    amount value{};  ///< as `reading` has it; nothing where it is not known

    friend bool operator==(traced_fact const&, traced_fact const&) = default;
};

/// A node of a proof without its words. What it names stands in the rulebook, which must outlive it.
struct traced_node {
    proof::kind node{};
    truth value{};
    relation_sign sign{};             ///< of a comparison
    std::uint32_t after = 0;          ///< the number of the next node that is no part of this one
    traced_fact first{};              ///< of a statement, or of a comparison
    traced_fact second{};             ///< of a comparison
    citation const* basis = nullptr;  ///< of a provision
};

/// One rule in one case: its number in the rulebook, whether it bears, and its proof.
struct traced_rule {
    std::size_t number = 0;
    truth bears{};           ///< of a permission: does it hold; of an objection: does it stand
    std::uint32_t root = 0;  ///< the node of the whole proof
};

/// Every rule in force with its whole proof tree, in numbers: for programs that keep or count the reasons of many decisions.
///
/// The same walk over the same rules as `decide` and `why`, but no word is written and no source gathered; `why` tells those
/// of the few that somebody reads. Nodes stand before their parts, so a proof is read from its root on:
/// `for_each_part(root, visit)`. A node has the same number in every case of a rulebook, so that reasons can be counted by it.
/// One trace may be used again and again; it then allocates nothing.
class proof_trace {
public:
    [[nodiscard]] lienvien::verdict const& verdict() const noexcept { return verdict_; }
    /// The rules in force on the day, in order of declaration.
    [[nodiscard]] std::vector<traced_rule> const& rules() const noexcept { return rules_; }
    /// How many nodes the proofs of all rules of the book have, in force or not. Nothing is known at those of the others.
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(values_.size()); }
    /// What came out at a node. Precondition: `number < size()`, as below.
    [[nodiscard]] truth value(std::uint32_t number) const noexcept { return values_[number]; }
    /// A node with all that it names.
    [[nodiscard]] traced_node node(std::uint32_t number) const noexcept {
        auto const& of = shape_[number];
        traced_node made{of.node, values_[number], of.sign, of.after, {}, {}, nullptr};
        if (of.node == proof::kind::statement) {
            made.first = {of.first.fact, of.first.whose, {}};
            if (!is_unknown(made.value)) made.first.value = static_cast<std::int64_t>(made.value);
        } else if (of.node == proof::kind::comparison) {
            made.first = {of.first.fact, of.first.whose, amounts_[of.place]};
            made.second = {of.second.fact, of.second.whose, amounts_[of.place + 1]};
        } else if (of.node == proof::kind::provision) {
            made.basis = bases_[of.place];
        }
        return made;
    }
    /// Calls `visit(number)` for each part of a node, in order: of an exception its condition, what then holds, and what holds
    /// otherwise.
    template <class Visit>
    void for_each_part(std::uint32_t of, Visit visit) const {
        for (std::uint32_t part = of + 1; part < shape_[of].after; part = shape_[part].after) visit(part);
    }

    /// Reads one case anew, each fact once. Complexity: linear in the conditions of the rules in force and in the facts that the
    /// book names; where other rules are in force than in the case before, in all its conditions.
    template <class... Rules>
    void read(rulebook_declaration<Rules...> const& book, rules_of_day const& rules, transfer_case const& asked) {
        using shape = detail::shape_of_book<Rules...>;
        auto const& known = shape::get();
        if (shape_ != known.nodes.data() || in_force_ != rules.in_force) prepare(known, rules.in_force);
        keeper<typename shape::facts> watch{values_.data(), amounts_.data(), bases_.data()};
        traced_rule* traced = rules_.data();
        rule_set bears = 0;
        rule_set open = 0;
        book.for_each_rule([&](std::size_t number, auto const& rule) {
            rule_set const bit = rule_set{1} << number;
            if (!(rules.in_force & bit)) return;
            watch.next = known.starts[number];
            truth const value = rule.bears(asked, watch);
            if (is_yes(value)) bears |= bit;
            if (is_unknown(value)) open |= bit;
            (traced++)->bears = value;
        });
        verdict_ = judge(rules, bears, open);
    }

private:
    template <class Facts>
    struct keeper;
    /// Watches an evaluation, keeps what comes out at every node, and reads every fact once.
    template <class... Facts>
    struct keeper<detail::type_list<Facts...>> {
        static constexpr bool keeps = true;
        truth* values;
        amount* amounts;
        citation const** bases;
        detail::shape_writer next{};  ///< what is written next
        // Parts of an amount side by side: one copied whole right after it was written in parts would wait for them.
        std::array<std::int64_t, sizeof...(Facts)> found{};
        std::array<bool, sizeof...(Facts)> is_known{};
        std::array<bool, sizeof...(Facts)> was_read{};

        std::uint32_t open(proof::kind, std::size_t) noexcept { return next.number++; }
        void close(std::uint32_t opened, truth value) noexcept { values[opened] = value; }
        void provision(citation const& basis, label) noexcept { bases[next.provisions++] = &basis; }
        template <class Term>
        void statement(transfer_case const&, truth value) noexcept {
            values[next.number++] = value;
        }
        template <class Comparison>
        void comparison(Comparison const&, transfer_case const&, amount const& a, amount const& b,
                        truth value) noexcept {
            values[next.number++] = value;
            amounts[next.amounts++] = a;
            amounts[next.amounts++] = b;
        }

        template <class Term>
        [[nodiscard]] truth read_fact(transfer_case const& asked) {
            constexpr std::size_t place = place_of<Term>;
            if (!was_read[place]) {
                was_read[place] = true;
                found[place] = static_cast<std::int64_t>(Term::read(asked));
            }
            return static_cast<truth>(found[place]);
        }
        template <class Value>
        [[nodiscard]] amount read_amount(fixed<Value> const& side, transfer_case const& asked) const noexcept {
            return side.read(asked);
        }
        template <class Term, int Steps>
        [[nodiscard]] amount read_amount(stepped<Term, Steps> const&, transfer_case const& asked) {
            constexpr std::size_t place = place_of<Term>;
            if (!was_read[place]) {
                was_read[place] = true;
                amount const value = Term::read(asked);
                is_known[place] = value.has_value();
                found[place] = value.value_or(0);
            }
            return is_known[place] ? amount(found[place] + Steps) : std::nullopt;
        }

    private:
        template <class Term>
        static constexpr std::size_t place_of = detail::with_type<detail::type_list<Facts...>, Term>::place;
    };

    template <class Shape>
    void prepare(Shape const& shape, rule_set in_force) {
        // Forgotten first and said last: where memory fails in between, the trace is empty and is prepared again.
        shape_ = nullptr;
        values_.clear();
        rules_.clear();
        amounts_.assign(Shape::total.amounts, amount());
        bases_.assign(Shape::total.provisions, nullptr);
        for (std::size_t number = 0; number < shape.starts.size(); ++number) {
            if (in_force >> number & 1) rules_.push_back({number, truth::unknown, shape.starts[number].number});
        }
        values_.assign(Shape::total.number, truth::unknown);
        in_force_ = in_force;
        shape_ = shape.nodes.data();
    }

    detail::node_shape const* shape_ = nullptr;
    rule_set in_force_ = 0;
    std::vector<truth> values_;
    std::vector<amount> amounts_;
    std::vector<citation const*> bases_;
    std::vector<traced_rule> rules_;
    lienvien::verdict verdict_;
};

/// Reads into a trace why the answer is what it is for one institution; false where the network does not have it, and the trace
/// then is as it was.
template <class Book>
[[nodiscard]] bool trace_why(answer<Book> const& given, institution_id const& receiver, proof_trace& into) {
    auto const to = given.asked().today().find(receiver);
    if (to) into.read(given.book(), given.rules(), {&given.asked(), *to});
    return to.has_value();
}
}  // namespace v0
}  // namespace lienvien
