#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/rules/ground.hpp>
#include <lienvien/rules/request.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace lienvien {
inline namespace v0 {

/// The words in which rules are declared: roles, named facts, conditions, effects. A rule pack says
/// `using namespace lienvien::terms;` inside its own namespace.
namespace terms {

/// The institution where the patient is.
struct origin_role {
    static constexpr label noun{"nơi chuyển", "the sending institution"};
};
/// The institution that would receive the patient.
struct receiver_role {
    static constexpr label noun{"nơi nhận", "the receiving institution"};
};
/// The patient's need.
struct need_role {
    static constexpr label noun{"người bệnh", "the patient"};
};
/// Both institutions together.
struct pair_role {
    static constexpr label noun{"hai cơ sở", "the two institutions"};
};

inline constexpr origin_role origin{};
inline constexpr receiver_role receiver{};
inline constexpr need_role need{};

}  // namespace terms

/// The value of a fact as a number: an enumerator, minutes, beds. Nothing where it is not known.
using amount = std::optional<std::int64_t>;

/// A fact that rules may name: what it is called in both languages, how it is read, and which written facts it rests on.
///
/// It is read either as a truth (a statement: `is_statement`) or as an amount. Facts about one institution have
/// `read(request, site)`; the others, about the need or about both institutions, `read(transfer_case)`.
/// Reading never throws for missing facts: it says unknown. A statement may bring the words of its denial (`contrary`).
template <class Fact>
concept named_fact = requires {
    { Fact::id } -> std::convertible_to<std::string_view>;
    { Fact::words } -> std::convertible_to<label>;
    { Fact::is_statement } -> std::convertible_to<bool>;
};

/// A named fact in a role: `tier(receiver)`.
template <class Fact, class Role>
struct term {
    static_assert(named_fact<Fact>, "LIENVIEN-E020: a term needs a fact with id, words and is_statement");
    using fact = Fact;
    using role = Role;

    static constexpr bool of_site =
        std::is_same_v<Role, terms::origin_role> || std::is_same_v<Role, terms::receiver_role>;
    /// Is it the same for every receiver of a request?
    static constexpr bool of_request =
        std::is_same_v<Role, terms::origin_role> || std::is_same_v<Role, terms::need_role>;

    /// The institution in the role; none where the origin is not in the network.
    [[nodiscard]] static std::optional<site> where(transfer_case const& asked) {
        if constexpr (std::is_same_v<Role, terms::origin_role>) {
            return asked.asked->origin();
        } else {
            return asked.to;
        }
    }

    /// The fact in this case: a truth for statements, else an amount.
    [[nodiscard]] static auto read(transfer_case const& asked) {
        if constexpr (std::is_same_v<Role, terms::origin_role>) {
            using value = decltype(Fact::read(*asked.asked, asked.to));
            auto const& from = asked.asked->origin();
            return from ? Fact::read(*asked.asked, *from) : value{};
        } else if constexpr (of_site) {
            return Fact::read(*asked.asked, asked.to);
        } else {
            return Fact::read(asked);
        }
    }

    /// The written facts that decided.
    [[nodiscard]] static grounds cite(transfer_case const& asked) {
        grounds found;
        if constexpr (of_site) {
            if (auto const at = where(asked)) Fact::cite(*asked.asked, *at, found);
        } else {
            Fact::cite(asked, found);
        }
        return found;
    }
};
}  // namespace v0
}  // namespace lienvien
