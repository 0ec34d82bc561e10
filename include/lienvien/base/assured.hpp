#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/text.hpp>

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Which values of a plan are better.
enum class better_value : std::uint8_t {
    lower,  ///< such as days without cover
    higher  ///< such as people reached
};

/// A plan together with what no plan can beat.
///
/// `value` is what the plan is worth, `best_possible` a bound that holds for every plan, whatever the search did: it is
/// computed in whole numbers and rounded to the safe side. Where the two meet, the plan is proven best.
template <class Plan, class Value>
struct assured {
    Plan plan;
    Value value;
    Value best_possible;
    better_value better;
    bool stopped = false;  ///< the effort was used up, or the caller stopped it, before the proof was complete

    /// Is it certain that no plan is better?
    [[nodiscard]] constexpr bool proven() const noexcept { return value == best_possible; }
    /// How much better a plan could be at most. Zero where it is proven best.
    [[nodiscard]] constexpr auto gap() const noexcept {
        return better == better_value::lower ? value - best_possible : best_possible - value;
    }
    friend bool operator==(assured const&, assured const&) = default;
};

/// It cannot be done: the smallest contradiction that was found, in the words of those who asked.
struct impossible {
    std::vector<text> because{};
    bool smallest = true;  ///< without any one of the reasons it could be done; false where the effort ran out before

    friend bool operator==(impossible const&, impossible const&) = default;
};

/// Neither a plan nor a proof that there is none: the effort was used up, or the caller stopped it.
struct undetermined {
    friend constexpr bool operator==(undetermined, undetermined) = default;
};

/// How much work a planner may do: a number of steps, not a time, so that the answer is the same on every machine. What a
/// step is, each planner says.
struct effort {
    std::uint64_t steps;

    friend constexpr bool operator==(effort, effort) = default;
};

/// What a planner answers: a plan with a bound, or why there is none, or that it could not tell; and what is wrong with
/// what it was given. With errors among the findings nothing is planned.
template <class Plan, class Value>
class [[nodiscard]] planned {
public:
    using assured_type = assured<Plan, Value>;

    planned(lienvien::findings found, assured_type best) : findings_(std::move(found)), outcome_(std::move(best)) {}
    planned(lienvien::findings found, lienvien::impossible why)
        : findings_(std::move(found)), outcome_(std::move(why)) {}
    explicit planned(lienvien::findings found) : findings_(std::move(found)) {}

    [[nodiscard]] lienvien::findings const& findings() const noexcept { return findings_; }
    [[nodiscard]] bool has_plan() const noexcept { return std::holds_alternative<assured_type>(outcome_); }
    [[nodiscard]] bool is_impossible() const noexcept { return std::holds_alternative<lienvien::impossible>(outcome_); }
    [[nodiscard]] bool is_undecided() const noexcept { return std::holds_alternative<undetermined>(outcome_); }

    /// The plan and its bound. Precondition: `has_plan()`.
    [[nodiscard]] assured_type const& best() const noexcept {
        LIENVIEN_EXPECTS(has_plan(), "a plan is read only where there is one");
        return *std::get_if<assured_type>(&outcome_);
    }
    /// Why there is no plan. Precondition: `is_impossible()`.
    [[nodiscard]] lienvien::impossible const& why_impossible() const noexcept {
        LIENVIEN_EXPECTS(is_impossible(), "a contradiction is read only where there is one");
        return *std::get_if<lienvien::impossible>(&outcome_);
    }
    friend bool operator==(planned const&, planned const&) = default;

private:
    lienvien::findings findings_;
    std::variant<undetermined, assured_type, lienvien::impossible> outcome_{};
};

}  // namespace v0
}  // namespace lienvien
