#pragma once

#include <lienvien/rules/explanation.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A fact as a rule names it, or an amount that the rule itself states.
struct published_reading {
    std::string_view fact{};  ///< empty: the rule states the amount
    text what{};              ///< whose fact, in words
    int steps = 0;            ///< the amount is moved by so many steps: one above
    std::int64_t stated = 0;  ///< the amount that the rule states...
    text shown{};             ///< ...in words
};

/// A condition as it is published: what is asked, without any case.
struct published_condition {
    proof::kind node{};
    relation_sign sign{};
    label words{};
    std::optional<citation> basis{};
    std::vector<published_reading> readings{};
    std::vector<published_condition> parts{};
};

struct published_rule {
    rule_heading heading;
    published_condition when;
};

/// A rulebook as plain values: what anybody may hold beside an explanation to check it.
struct published_rules {
    lienvien::otherwise otherwise_is{};
    std::vector<published_rule> rules{};
};

/// The facts of one case as plain values: each that the rules may ask for, once.
struct fact_sheet {
    institution_id origin;
    institution_id receiver;
    sys_days day;
    uncertain_rules policy{};
    std::vector<reading> facts{};

    friend bool operator==(fact_sheet const&, fact_sheet const&) = default;
};

}  // namespace v0
}  // namespace lienvien
