#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/rules/citation.hpp>
#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/explanation.hpp>
#include <lienvien/rules/rulebook.hpp>
#include <lienvien/rules/verdict.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
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
/// `for_each_part(root, visit)`. One trace may be used again and again; it then allocates nothing.
class proof_trace {
public:
    [[nodiscard]] lienvien::verdict const& verdict() const noexcept { return verdict_; }
    /// The rules in force on the day, in order of declaration.
    [[nodiscard]] std::vector<traced_rule> const& rules() const noexcept { return rules_; }
    [[nodiscard]] std::vector<traced_node> const& nodes() const noexcept { return nodes_; }
    /// Calls `visit(number)` for each part of a node, in order: of an exception its condition, what then holds, and what holds
    /// otherwise.
    template <class Visit>
    void for_each_part(std::uint32_t of, Visit visit) const {
        for (std::uint32_t part = of + 1; part < nodes_[of].after; part = nodes_[part].after) visit(part);
    }

    /// Reads one case anew. Complexity: linear in the conditions of the rules in force.
    template <class... Rules>
    void read(rulebook_declaration<Rules...> const& book, rules_of_day const& rules, transfer_case const& asked) {
        nodes_.clear();
        rules_.clear();
        keeper watch{&nodes_};
        rule_set bears = 0;
        rule_set open = 0;
        book.for_each_rule([&](std::size_t number, auto const& rule) {
            rule_set const bit = rule_set{1} << number;
            if (!(rules.in_force & bit)) return;
            auto const root = static_cast<std::uint32_t>(nodes_.size());
            truth const value = rule.bears(asked, watch);
            if (is_yes(value)) bears |= bit;
            if (is_unknown(value)) open |= bit;
            rules_.push_back({number, value, root});
        });
        verdict_ = judge(rules, bears, open);
    }

private:
    /// Watches an evaluation and keeps every node, one behind the other.
    struct keeper {
        static constexpr bool keeps = true;
        std::vector<traced_node>* nodes;
        std::uint32_t parent = 0;  ///< the innermost node that is open

        void open(proof::kind node) {
            auto const number = next();
            nodes->emplace_back();
            nodes->back().node = node;
            nodes->back().after = std::exchange(parent, number);  // until it is closed: what it is a part of
        }
        void close(truth value) {
            traced_node& done = (*nodes)[parent];
            parent = std::exchange(done.after, next());
            done.value = value;
        }
        void provision(citation const& basis, label) { (*nodes)[parent].basis = &basis; }
        template <class Term>
        void statement(transfer_case const&, truth value) {
            auto& made = add(proof::kind::statement, value);
            made.first = {Term::fact::id, whose<typename Term::role>(), {}};
            if (!is_unknown(value)) made.first.value = static_cast<std::int64_t>(value);
        }
        template <class Comparison>
        void comparison(Comparison const& of, transfer_case const&, amount const& a, amount const& b, truth value) {
            auto& made = add(proof::kind::comparison, value);
            made.sign = Comparison::sign;
            made.first = said(of.left, a);
            made.second = said(of.right, b);
        }

    private:
        [[nodiscard]] std::uint32_t next() const noexcept { return static_cast<std::uint32_t>(nodes->size()); }
        traced_node& add(proof::kind node, truth value) {
            auto& made = nodes->emplace_back();
            made.node = node;
            made.value = value;
            made.after = next();
            return made;
        }
        template <class Role>
        [[nodiscard]] static constexpr label const* whose() noexcept {
            if constexpr (std::is_same_v<Role, terms::origin_role> || std::is_same_v<Role, terms::receiver_role>) {
                return &Role::noun;
            } else {
                return nullptr;
            }
        }
        template <class Value>
        [[nodiscard]] static traced_fact said(fixed<Value> const&, amount const& value) noexcept {
            return {{}, nullptr, value};
        }
        template <class Term, int Steps>
        [[nodiscard]] static traced_fact said(stepped<Term, Steps> const&, amount const& value) noexcept {
            return {Term::fact::id, whose<typename Term::role>(), value};
        }
    };

    std::vector<traced_node> nodes_;
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
