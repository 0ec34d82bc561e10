#pragma once

#include <lienvien/rules/sweep_plan.hpp>
#include <lienvien/rules/verdict.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// The verdict on every institution of a snapshot, by its number. Equal to deciding each case.
template <class... Rules>
[[nodiscard]] std::vector<verdict> sweep(rulebook_declaration<Rules...> const& book, rules_of_day const& rules,
                                         request const& asked) {
    sweep_plan<rulebook_declaration<Rules...>> const plan(book, rules, asked);
    std::size_t const words = plan.shape().words;
    std::vector<std::uint64_t> bears(sizeof...(Rules) * words);
    std::vector<std::uint64_t> open(sizeof...(Rules) * words);
    plan.planes(bears, open);
    std::vector<verdict> verdicts(asked.today().size());
    for (std::uint32_t s = 0; s < verdicts.size(); ++s) {
        std::uint32_t const at = number_of(asked.today().slot_of(site{s}));
        rule_set sure = 0;
        rule_set perhaps = 0;
        for (std::size_t number = 0; number < sizeof...(Rules); ++number) {
            sure |= (bears[number * words + at / 64] >> (at % 64) & 1) << number;
            perhaps |= (open[number * words + at / 64] >> (at % 64) & 1) << number;
        }
        verdicts[s] = judge(rules, sure, perhaps);
    }
    return verdicts;
}
}  // namespace v0
}  // namespace lienvien
