// Shows: experts of K Hospital working in turn at Gia An 115: a rota that cannot be made, and why; the same rota mended,
// with a bound that no rota beats; and, when somebody falls ill, the least change to what was published.
// Read first: 08_monthly_conference. That K sends experts in turn is in the articles; numbers, names, terms and weeks are
// synthetic, since the article gives none.
//
// usage: example_09_who_goes_where [network.json]      run in the folder examples/
#include "network_files.hpp"
#include <lienvien/lienvien.hpp>
#include <lienvien/planning/rotation/plan.hpp>
#include <lienvien/text/print_answer.hpp>

#include <iostream>
#include <string>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

void say(std::string const& lead, std::string const& words) {
    for (auto const& line : hanging(lead, words, style{}.width)) std::cout << line << '\n';
}

rota_expert expert(int number, institution_id const& home) {
    std::string const words = std::to_string(number) + " (";
    return {.id = person_id::parse("synthetic-expert-" + std::to_string(number)).value(),
            .name = {"chuyên gia " + words + "ung bướu)", "expert " + words + "oncology)"},
            .home = home,
            .fields = {"oncology"_field}};
}
// [region rota]
/// Eight weeks, three experts, one post in every week and a second one in the third week. All synthetic.
rota first_draft(rotation const& agreed) {
    rota made{.periods = rota_weeks(day(2027y / 3 / 1), 8),
              .experts = {},
              .posts = {},
              .limits = {{agreed.home, std::nullopt, 2, {}}},
              .terms = {.shortest_stay = 2, .longest_stay = 3, .rest = 2, .basis = {"giả định", "synthetic"}}};
    for (int number = 1; number <= 3; ++number) made.experts.push_back(expert(number, agreed.home));
    made.experts[0].absences.push_back({period::between(day(2027y / 3 / 1), day(2027y / 3 / 29)),
                                        {"được miễn đến hết ngày 28 tháng 3", "exempt up to 28 March"},
                                        {"giả định", "synthetic"}});
    made.posts.push_back({.name = {"Vị trí A", "Post A"},
                          .host = agreed.host,
                          .field = "oncology"_field,
                          .needs = {1, 1, 1, 1, 1, 1, 1, 1}});
    made.posts.push_back({.name = {"Vị trí B", "Post B"},
                          .host = agreed.host,
                          .field = "oncology"_field,
                          .needs = {0, 0, 1, 1, 0, 0, 0, 0}});
    return made;
}
// [endregion rota]

/// One line for each expert, one column for each week: at post A, at post B, or at home.
void draw(rota const& asked, rota_plan const& plan, rota_plan const* before, language in) {
    for (std::size_t who = 0; who < asked.experts.size(); ++who) {
        std::string line = "  " + std::string(asked.experts[who].name.in(in)) + ": ";
        for (std::size_t when = 0; when < asked.periods.size(); ++when) {
            auto const post = plan.post_of(who, when);
            bool const changed = before && before->post_of(who, when) != post;
            line += (changed ? "[" : " ") + (post ? std::string(1, post == 0u ? 'A' : 'B') : std::string("·")) +
                    (changed ? "]" : " ");
        }
        std::cout << line << '\n';
    }
}

void tell(rotation const& agreed, network const& all, language in) {
    bool const vietnamese = in == language::vi;
    auto const text_in = [&](char const* vi, char const* en) { return std::string(vietnamese ? vi : en); };
    std::cout << text_in("Ai đi đâu", "Who goes where") << ": " << name_of(agreed.home, all).in(in) << " → "
              << name_of(agreed.host, all).in(in) << "\n\n";
    say("", text_in("Bài báo 004 nói chuyên gia Bệnh viện K luân phiên tại Gia An 115; số người, tuần và thời hạn dưới "
                    "đây đều giả định.",
                    "Article 004 says that experts of K Hospital work in turn at Gia An 115; people, weeks and terms "
                    "below are synthetic."));
    auto const told = [&](rota_answer const& answer) {
        auto const& best = answer.best();
        return text_in("tổng bình phương số tuần đi ", "sum of squared weeks away ") +
               std::to_string(best.value.load_squares) + text_in(", số đợt ", ", stays ") +
               std::to_string(best.value.stays) +
               (best.proven() ? text_in("; đã chứng minh là tốt nhất", "; proven best")
                              : text_in("; chưa chứng minh", "; not proven"));
    };
    // [region impossible]
    auto asked = first_draft(agreed);
    auto const refused = plan_rota(asked, effort{50'000});
    std::cout << '\n';
    if (refused.is_impossible()) {
        say("✗ ",
            text_in("Không lập được lịch, vì những điều sau không thể cùng giữ; bỏ bất kỳ điều nào thì được:",
                    "There is no rota, because these cannot be kept together; without any one of them they can:"));
        for (auto const& each : refused.why_impossible().because) say("    · ", std::string(each.in(in)));
    }
    // [endregion impossible]
    // [region mended]
    asked.experts.push_back(expert(4, agreed.home));
    auto const planned = plan_rota(asked, effort{50'000});
    // [endregion mended]
    std::cout << '\n';
    if (!planned.has_plan()) return;
    say("✓ ", text_in("Thêm chuyên gia 4 thì được; ", "With a fourth expert there is one; ") + told(planned));
    draw(asked, planned.best().plan, nullptr, in);
    std::cout << '\n';
    // [region ill]
    rota_published const published{planned.best().plan, 5};  // weeks 1 to 5 stay as they are
    std::size_t ill = 0;
    while (!planned.best().plan.post_of(ill, 5)) ++ill;
    auto later = asked;
    later.experts[ill].absences.push_back(
        {asked.periods[5].days, {"ốm (giả định)", "ill (synthetic)"}, {}, /*sudden*/ true});
    auto const again = plan_rota_again(later, published, effort{50'000});
    // [endregion ill]
    std::string const who(asked.experts[ill].name.in(in));
    std::string const when(asked.periods[5].name.in(in));
    if (again.is_impossible()) {
        say("✗ ",
            who + text_in(" ốm ", " is ill in ") + when + text_in("; không sửa được vì:", "; it cannot be mended:"));
        for (auto const& each : again.why_impossible().because) say("    · ", std::string(each.in(in)));
        return;
    }
    if (!again.has_plan()) return;
    auto const& best = again.best();
    say("✓ ", who + text_in(" ốm ", " is ill in ") + when +
                  text_in("; thay đổi ít nhất (trong ngoặc): ", "; the least change (in brackets): ") +
                  std::to_string(best.value.changes) +
                  text_in(" tuần-người, không lịch nào ít hơn ", " person-weeks, no rota less than ") +
                  std::to_string(best.best_possible.changes));
    draw(later, best.plan, &published.plan, in);
    bool const sound = verify(later, best.plan, &published).keeps_all();
    say("  = ", sound ? text_in("kiểm lại độc lập: đúng", "checked independently: sound")
                      : text_in("kiểm lại độc lập: sai", "checked independently: not sound"));
}

}  // namespace

int main(int count, char* arguments[]) {
    auto const found = read_network_files({count > 1 ? arguments[1] : "data/articles.json"});
    if (!found) return 1;
    for (auto const& agreed : found->rotations) {
        if (agreed.id != "k-gia-an-rotation"_rotation) continue;
        tell(agreed, *found, language::vi);
        std::cout << '\n';
        tell(agreed, *found, language::en);
    }
    return 0;
}
