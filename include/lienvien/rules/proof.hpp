#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/rules/explanation.hpp>
#include <lienvien/rules/fact.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How a relation reads between two amounts.
[[nodiscard]] constexpr label words_for(relation_sign sign) noexcept {
    switch (sign) {
        case relation_sign::equal:
            return {"bằng", "is"};
        case relation_sign::unequal:
            return {"khác", "is not"};
        case relation_sign::less:
            return {"thấp hơn", "is below"};
        case relation_sign::at_most:
            return {"không cao hơn", "is at most"};
        case relation_sign::greater:
            return {"cao hơn", "is above"};
        default:
            return {"không thấp hơn", "is at least"};
    }
}

namespace detail {

/// Facts read where they are asked for, as often as they are.
struct reads_each_time {
    template <class Term>
    [[nodiscard]] static truth read_fact(transfer_case const& asked) {
        return Term::read(asked);
    }
    template <class Side>
    [[nodiscard]] static amount read_amount(Side const& side, transfer_case const& asked) {
        return side.read(asked);
    }
};

}  // namespace detail

/// Watches an evaluation and keeps nothing: the walk may stop as soon as the value is decided.
struct watch_nothing : detail::reads_each_time {
    static constexpr bool keeps = false;
    constexpr std::uint32_t open(proof::kind, std::size_t) noexcept { return 0; }  ///< what `close` is told
    constexpr void close(std::uint32_t, truth) noexcept {}
    constexpr void provision(citation const&, label) noexcept {}
    template <class Term>
    constexpr void statement(transfer_case const&, truth) noexcept {}
    template <class Comparison>
    constexpr void comparison(Comparison const&, transfer_case const&, amount const&, amount const&, truth) noexcept {}
};

namespace detail {

template <class Role>
[[nodiscard]] text words_in_role(label words) {
    if constexpr (std::is_same_v<Role, terms::origin_role> || std::is_same_v<Role, terms::receiver_role>) {
        return {std::string(words.vi) + " của " + std::string(Role::noun.vi),
                std::string(words.en) + " of " + std::string(Role::noun.en)};
    } else {
        return to_text(words);
    }
}
template <class Role>
[[nodiscard]] text statement_in_role(label words) {
    if constexpr (std::is_same_v<Role, terms::origin_role> || std::is_same_v<Role, terms::receiver_role>) {
        return {std::string(Role::noun.vi) + " " + std::string(words.vi),
                std::string(Role::noun.en) + " " + std::string(words.en)};
    } else {
        return to_text(words);
    }
}

}  // namespace detail

/// Watches an evaluation and keeps all of it as a proof tree.
class proof_builder : public detail::reads_each_time {
public:
    static constexpr bool keeps = true;

    std::uint32_t open(proof::kind node, std::size_t parts) {
        auto& opened = open_.emplace_back();
        opened.node = node;
        opened.parts.reserve(parts);
        return 0;
    }
    void close(std::uint32_t, truth value) {
        proof done = std::move(open_.back());
        open_.pop_back();
        done.value = value;
        if (open_.empty()) {
            whole_ = std::move(done);
        } else {
            open_.back().parts.push_back(std::move(done));
        }
    }
    /// The node being built.
    [[nodiscard]] proof& current() noexcept { return open_.back(); }
    /// The finished tree. Precondition: everything opened was closed.
    [[nodiscard]] proof take() && { return std::move(whole_); }

    /// Where the node being built stands.
    void provision(citation const& basis, label words) {
        current().basis = basis;
        current().words = words;
    }
    template <class Comparison>
    void comparison(Comparison const& of, transfer_case const& asked, amount const&, amount const&, truth value) {
        auto const opened = open(proof::kind::comparison, 0);
        current().sign = Comparison::sign;
        current().readings.reserve(2);
        current().readings.push_back(of.left.template show<typename Comparison::shown>(asked));
        current().readings.push_back(of.right.template show<typename Comparison::shown>(asked));
        close(opened, value);
    }
    template <class Term>
    void statement(transfer_case const& asked, truth value) {
        auto const opened = open(proof::kind::statement, 0);
        current().readings.push_back({.fact = Term::fact::id,
                                      .what = detail::statement_in_role<typename Term::role>(Term::fact::words),
                                      .is_known = !is_unknown(value),
                                      .value = static_cast<std::int64_t>(value),
                                      .shown = to_text(label_of(value)),
                                      .grounds = Term::cite(asked)});
        if constexpr (requires { Term::fact::contrary; }) {
            current().readings.back().contrary = detail::statement_in_role<typename Term::role>(Term::fact::contrary);
        }
        close(opened, value);
    }

private:
    std::vector<proof> open_;
    proof whole_;
};
}  // namespace v0
}  // namespace lienvien
