// Questions of the law of Viet Nam that need no network: level, rules.

#include "answers.hpp"
#include <lienvien/base/date_text.hpp>
#include <lienvien/law/vietnam/levels.hpp>
#include <lienvien/law/vietnam/register.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

[[nodiscard]] tree null() { return tree::number("null"); }
[[nodiscard]] tree written(std::optional<lienvien::sys_days> day) {
    return day ? tree(lienvien::format_day(*day)) : null();
}

/// {"ask":"level","score":72 or null,"provisional":false,"on":day}: the level that a score leads to. Without a day that of
/// the rules as they stand since 2025-07-01; a score of null is not known.
void answer_level(question& asked, library const&, tree& out) {
    using namespace lienvien;
    std::optional<grading_score> score;
    auto const member = asked.take("score");
    if (!member) asked.missing("score");
    if (member && !member->is(json::kind::null)) score = asked.read<grading_score>("score");
    auto const provisional = asked.read<bool>("provisional");
    auto const on = asked.read<sys_days>("on");
    asked.finish();

    auto const found =
        vietnam::level_of(score, provisional.value_or(false), on.value_or(*vietnam::decree_188_2025.in_force.first()));
    if (found.outcome == selection::applies) {
        out.put("level", name_of(found.level)).put("basis", to_string(*found.basis, asked.language()));
    } else {
        out.put("level", null()).put("outcome", name_of(found.outcome));
    }
}

/// {"ask":"rules","on":day,"subject":"referral"}: the instruments on a subject that are in force, or may be. `until` is the
/// first day on which it no longer is; null where no day is stated, or nobody has seen it.
void answer_rules(question& asked, library const&, tree& out) {
    using namespace lienvien;
    auto const on = asked.required<sys_days>("on");
    std::vector<std::pair<std::string_view, vietnam::subject_of_law>> subjects;
    for (auto const& each : vocabulary<vietnam::subject_of_law>::words) {
        if (each.value != vietnam::subject_of_law::not_known) subjects.emplace_back(each.name, each.value);
    }
    auto const subject = asked.named<vietnam::subject_of_law>("subject", subjects);
    if (!asked.take("subject")) asked.missing("subject");
    asked.finish();

    tree all = tree::array();
    for (auto const& each : vietnam::instruments_on(*subject, *on)) {
        all.add(tree::object({{"instrument", each.text->number},
                              {"from", each.text->beginning_seen ? written(each.text->in_force.first()) : null()},
                              {"until", written(each.text->in_force.first_after())},
                              {"status", each.uncertain ? "uncertain" : "in_force"}}));
    }
    out.put("in_force", std::move(all));
}

}  // namespace

std::span<known_question const> level_questions() {
    static constexpr known_question all[] = {{"level", answer_level}, {"rules", answer_rules}};
    return all;
}

}  // namespace answers
