#pragma once

#include <lienvien/rules/case_classes.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What can be wrong with rules, whatever the facts.
enum class defect_kind : std::uint8_t {
    none,
    gap,             ///< a case that no permission and no objection decides
    contradiction,   ///< a permission and an objection bear on one case, and neither prevails
    dead_rule,       ///< a rule that bears on no case
    dead_exception,  ///< an exception that never applies, or always
    idle_rule        ///< a rule without which every outcome would be the same
};

/// A defect, and a case that shows it.
struct rule_defect {
    defect_kind kind = defect_kind::none;
    std::size_t rule = 0;       ///< its number in the book; of a contradiction the objection
    std::size_t other = 0;      ///< of a contradiction the permission; of an exception its place in the rule
    std::uint64_t witness = 0;  ///< number of a class of cases: of a gap, a contradiction

    friend constexpr bool operator==(rule_defect const&, rule_defect const&) = default;
};

/// What an audit looks for.
struct audit_scope {
    bool gaps = false;  ///< is a case that no rule decides a defect? Not where what the book says for the rest is meant
    bool idle = true;   ///< look for rules that change nothing
};

/// Which cases the rules of one day permit, objects to and leave alone, 64 at a time.
class finite_judge {
public:
    constexpr finite_judge(finite_book const& book, sys_days today,
                           uncertain_rules policy = uncertain_rules::apply_and_say)
        : book_(&book), rules_(detail::rules_of(book.headings(), book.otherwise_is, today, policy)) {}

    [[nodiscard]] constexpr rules_of_day const& rules() const noexcept { return rules_; }
    /// The rules that decide: in force, and not mere instructions.
    [[nodiscard]] constexpr rule_set deciding() const noexcept { return rules_.in_force & ~rules_.instructions; }

    /// On which of the classes of a word each rule bears; of rules that do not decide, on none.
    [[nodiscard]] constexpr std::vector<std::uint64_t> bears(case_classes const& classes, std::size_t word) const {
        std::vector<std::uint64_t> found(book_->rules.size(), 0);
        for (std::size_t r = 0; r < found.size(); ++r) {
            if (deciding() >> r & 1) found[r] = bears(classes, word, r);
        }
        return found;
    }
    [[nodiscard]] constexpr std::uint64_t bears(case_classes const& classes, std::size_t word, std::size_t r) const {
        std::uint64_t const holds = classes.holds(book_->rules[r].when, word);
        return book_->rules[r].heading.does == effect::demands ? ~holds : holds;
    }
    /// The cases that are permitted; without the rule `left_out` where one is named.
    [[nodiscard]] constexpr std::uint64_t permitted(std::vector<std::uint64_t> const& bears,
                                                    std::size_t left_out = 64) const {
        rule_set const counted = left_out < 64 ? deciding() & ~(rule_set{1} << left_out) : deciding();
        std::uint64_t allowed = rules_.otherwise_is == otherwise::permitted ? ~std::uint64_t{0} : 0;
        if (!rules_.any()) return 0;
        allowed |= joined(bears, rules_.permissions & counted);
        for (rule_set left = rules_.objections & counted; left != 0; left &= left - 1) {
            auto const i = static_cast<std::size_t>(std::countr_zero(left));
            if (bears[i] != 0) allowed &= ~(bears[i] & ~joined(bears, rules_.defeated_by[i] & counted));
        }
        return allowed;
    }
    /// The cases on which one of the rules bears.
    [[nodiscard]] static constexpr std::uint64_t joined(std::vector<std::uint64_t> const& bears, rule_set rules) {
        std::uint64_t found = 0;
        for (; rules != 0; rules &= rules - 1) found |= bears[static_cast<std::size_t>(std::countr_zero(rules))];
        return found;
    }

private:
    finite_book const* book_;
    rules_of_day rules_;
};

namespace detail {

class auditor {
public:
    constexpr auditor(finite_book const& book, sys_days today, audit_scope scope)
        : book_(&book), scope_(scope), judge_(book, today), classes_(book, judge_.deciding()) {}

    constexpr std::vector<rule_defect> run() {
        look_at_each_rule();
        auto const rules = judge_.rules();
        std::vector<char> contradicts(book_->rules.size() * book_->rules.size(), 0);
        rule_set idle = scope_.idle ? judge_.deciding() : 0;
        bool gap = !scope_.gaps;
        for (std::size_t word = 0; word < classes_.words(); ++word) {
            auto const bears = judge_.bears(classes_, word);
            if (!gap) {
                std::uint64_t const left = ~judge_.joined(bears, judge_.deciding());
                if (left != 0) found_.push_back({defect_kind::gap, 0, 0, first(word, left)});
                gap = left != 0;
            }
            for (rule_set all = rules.objections & judge_.deciding(); all != 0; all &= all - 1) {
                auto const i = static_cast<std::size_t>(std::countr_zero(all));
                if (bears[i] == 0) continue;
                std::uint64_t const stands = bears[i] & ~judge_.joined(bears, rules.defeated_by[i] & rules.in_force);
                for (rule_set by = rules.unsettled_with[i] & rules.in_force; by != 0; by &= by - 1) {
                    auto const j = static_cast<std::size_t>(std::countr_zero(by));
                    std::uint64_t const both = stands & bears[j];
                    auto& known_already = contradicts[i * book_->rules.size() + j];
                    if (both == 0 || known_already) continue;
                    known_already = 1;
                    found_.push_back({defect_kind::contradiction, i, j, first(word, both)});
                }
            }
            if (idle == 0) continue;
            std::uint64_t const permitted = judge_.permitted(bears);
            for (rule_set all = idle; all != 0; all &= all - 1) {
                auto const i = static_cast<std::size_t>(std::countr_zero(all));
                if (bears[i] != 0 && judge_.permitted(bears, i) != permitted) idle &= ~(rule_set{1} << i);
            }
        }
        for (rule_set all = idle & ~dead_; all != 0; all &= all - 1) {
            found_.push_back({defect_kind::idle_rule, static_cast<std::size_t>(std::countr_zero(all)), 0, 0});
        }
        return found_;
    }

private:
    [[nodiscard]] constexpr std::uint64_t first(std::size_t word, std::uint64_t of) const {
        return word * std::uint64_t{64} + static_cast<std::uint64_t>(std::countr_zero(of));
    }
    /// Each rule in force over its own facts alone: cheaper than over all, and the same.
    constexpr void look_at_each_rule() {
        for (std::size_t r = 0; r < book_->rules.size(); ++r) {
            if (!(judge_.rules().in_force >> r & 1)) continue;
            auto const& when = book_->rules[r].when;
            case_classes const own(*book_, rule_set{1} << r);
            std::vector<std::uint64_t> ever(when.size(), 0);
            std::vector<std::uint64_t> never(when.size(), 0);
            std::uint64_t bears = 0;
            for (std::size_t word = 0; word < own.words(); ++word) {
                std::uint64_t const holds = own.holds(when, word, [&](std::size_t step, std::uint64_t applies) {
                    ever[step] |= applies;
                    never[step] |= ~applies;
                });
                bears |= book_->rules[r].heading.does == effect::demands ? ~holds : holds;
            }
            if (bears == 0) {
                dead_ |= rule_set{1} << r;
                found_.push_back({defect_kind::dead_rule, r, 0, 0});
            }
            for (std::size_t step = 0; step < when.size(); ++step) {
                bool const exception = when[step].does == finite_step::op::choose;
                if (exception && (ever[step] == 0 || never[step] == 0))
                    found_.push_back({defect_kind::dead_exception, r, step, 0});
            }
        }
    }

    finite_book const* book_;
    audit_scope scope_;
    finite_judge judge_;
    case_classes classes_;
    rule_set dead_ = 0;
    std::vector<rule_defect> found_;
};

}  // namespace detail

/// What is wrong with the rules of a book that are in force on a day, over every class of cases that they can tell apart.
///
/// Works at compile time: `static_assert(audit(finite(book), day).empty())`. Gaps are looked for only where the caller
/// says that the rules are to decide every case; one witness is given for each defect.
/// Complexity: 2^statements x ways of the amounts x rules / 64; rules that change nothing cost a factor of the rules more.
[[nodiscard]] constexpr std::vector<rule_defect> audit(finite_book const& book, sys_days today,
                                                       audit_scope scope = {}) {
    return detail::auditor(book, today, scope).run();
}
/// The first defect, or one of kind `none`: a value that a compiler shows where a `static_assert` compares it.
[[nodiscard]] constexpr rule_defect first_defect(finite_book const& book, sys_days today, audit_scope scope = {}) {
    auto const all = audit(book, today, scope);
    return all.empty() ? rule_defect{} : all.front();
}

/// A defect in words, with the case that shows it.
[[nodiscard]] inline text describe(rule_defect const& found, finite_book const& book, sys_days today) {
    auto const name = [&](std::size_t rule) { return std::string(book.rules[rule].heading.id.view()); };
    auto const shown_by = [&] {
        finite_judge const judge(book, today);
        return describe(case_classes(book, judge.deciding()), found.witness, book);
    };
    switch (found.kind) {
        case defect_kind::none:
            return {"không thấy lỗi", "no defect was found"};
        case defect_kind::gap:
            return {"không quy tắc nào nói về: " + shown_by().vi, "no rule speaks of: " + shown_by().en};
        case defect_kind::contradiction:
            return {name(found.rule) + " và " + name(found.other) + " mâu thuẫn, khi: " + shown_by().vi,
                    name(found.rule) + " and " + name(found.other) + " contradict each other where: " + shown_by().en};
        case defect_kind::dead_rule:
            return {name(found.rule) + " không bao giờ áp dụng", name(found.rule) + " bears on no case"};
        case defect_kind::dead_exception:
            return {"một ngoại lệ của " + name(found.rule) + " không bao giờ hoặc luôn luôn áp dụng",
                    "an exception of " + name(found.rule) + " never applies, or always"};
        default:
            return {"bỏ " + name(found.rule) + " đi, mọi kết quả vẫn như cũ",
                    "without " + name(found.rule) + " every outcome would be the same"};
    }
}

}  // namespace v0
}  // namespace lienvien
