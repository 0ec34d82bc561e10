// The question golden_window: for points and every hour of the week a capable destination within a window, or why none.

#include "asked_network.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {
namespace {

using namespace lienvien;

void wrong_at(question& asked, json::value at, std::string_view code, text message) {
    findings found;
    found.add({finding_code::checked(code), severity::error, {}, {at.pointer(), 0}, std::move(message)});
    asked.keep(std::move(found));
}
/// The members of an object inside the question, each taken by its name; what nobody takes is an error.
struct taken_member {
    std::string_view name;
    bool wanted;
    std::function<void(json::value)> take;
};
void take_members(question& asked, json::value from, std::vector<taken_member> const& members) {
    if (!from.is(json::kind::object))
        return wrong_at(asked, from, "bad-value", {"cần đối tượng {...}", "an object {...} is wanted"});
    std::vector<std::string_view> seen;
    for (auto const each : from.members()) {
        std::string const name(each.name);
        for (auto const earlier : seen) {
            if (earlier == each.name) wrong_at(asked, each.value, "doubled-key", {"lặp lại", "stands twice"});
        }
        seen.push_back(each.name);
        bool known = false;
        for (auto const& member : members) {
            if (member.name != each.name) continue;
            known = true;
            member.take(each.value);
        }
        if (!known) {
            wrong_at(asked, each.value, "unknown-member",
                     {"không có thành phần \"" + name + '"', "no member \"" + name + "\" here"});
        }
    }
    for (auto const& member : members) {
        std::string const name(member.name);
        if (member.wanted && !from.find(member.name))
            wrong_at(asked, from, "missing-member", {"thiếu \"" + name + '"', "missing \"" + name + '"'});
    }
}
template <class T>
std::optional<T> read_at(question& asked, json::value at) {
    auto read = json::read<T>(at);
    asked.keep(std::move(read.findings));
    return std::move(read.value);
}
std::optional<unsigned> hour_at(question& asked, json::value at, unsigned least, unsigned most) {
    auto const read = json::read<items>(at);
    if (read.value && read.value->count() >= least && read.value->count() <= most)
        return static_cast<unsigned>(read.value->count());
    auto const range = std::to_string(least) + ".." + std::to_string(most);
    wrong_at(asked, at, "bad-value", {"cần giờ trong khoảng " + range, "a whole hour, " + range});
    return std::nullopt;
}

constexpr std::string_view day_names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// [{"days":["mon",..],"opens":7,"closes":17},..]: every day where no days are given; a `closes` over 24 is on the next day.
weekly_hours hours_at(question& asked, json::value from) {
    weekly_hours made;
    if (!from.is(json::kind::array)) wrong_at(asked, from, "bad-value", {"cần mảng [...]", "an array [...] is wanted"});
    for (auto const each : from.elements()) {
        std::vector<unsigned> days;
        bool any_days = false;
        std::optional<unsigned> opens;
        std::optional<unsigned> closes;
        auto const take_days = [&](json::value named) {
            any_days = true;
            auto const words = read_at<std::vector<std::string>>(asked, named);
            for (auto const& word : words.value_or(std::vector<std::string>{})) {
                unsigned day = 0;
                while (day < 7 && day_names[day] != word) ++day;
                if (day < 7) {
                    days.push_back(day + 1);
                } else {
                    wrong_at(
                        asked, named, "bad-value",
                        {"được phép: mon, tue, wed, thu, fri, sat, sun", "allowed: mon, tue, wed, thu, fri, sat, sun"});
                }
            }
        };
        take_members(asked, each,
                     {{"days", false, take_days},
                      {"opens", true, [&](json::value at) { opens = hour_at(asked, at, 0, 23); }},
                      {"closes", true, [&](json::value at) { closes = hour_at(asked, at, 1, 48); }}});
        if (!opens || !closes) continue;
        if (*closes <= *opens) {
            wrong_at(asked, each, "bad-value", {"\"closes\" phải sau \"opens\"", "\"closes\" comes after \"opens\""});
            continue;
        }
        if (!any_days) days = {1, 2, 3, 4, 5, 6, 7};
        for (auto const day : days) made.add(std::chrono::weekday(day), *opens, *closes);
    }
    return made;
}
/// [{"institution":id,"surely":[hours],"perhaps":[hours]},..]
std::vector<hours_on_duty> on_duty_of(question& asked) {
    std::vector<hours_on_duty> all;
    auto const given = asked.take("on_duty");
    if (!given) return all;
    if (!given->is(json::kind::array))
        wrong_at(asked, *given, "bad-value", {"cần mảng [...]", "an array [...] is wanted"});
    for (auto const each : given->elements()) {
        std::optional<institution_id> where;
        weekly_hours surely;
        weekly_hours perhaps;
        take_members(asked, each,
                     {{"institution", true, [&](json::value at) { where = read_at<institution_id>(asked, at); }},
                      {"surely", false, [&](json::value at) { surely = hours_at(asked, at); }},
                      {"perhaps", false, [&](json::value at) { perhaps = hours_at(asked, at); }}});
        if (where) all.push_back({*where, surely, perhaps, {}});
    }
    return all;
}
/// [{"institution":id,"admits":true, false or "unknown"},..]; every other institution admits.
std::vector<truth> admits_of(question& asked, snapshot const& today) {
    std::vector<truth> all;
    auto const given = asked.take("admits");
    if (!given) return all;
    all.assign(today.size(), truth::yes);
    if (!given->is(json::kind::array))
        wrong_at(asked, *given, "bad-value", {"cần mảng [...]", "an array [...] is wanted"});
    for (auto const each : given->elements()) {
        std::optional<institution_id> where;
        std::optional<truth> says;
        take_members(asked, each,
                     {{"institution", true, [&](json::value at) { where = read_at<institution_id>(asked, at); }},
                      {"admits", true, [&](json::value at) { says = read_at<truth>(asked, at); }}});
        if (!where || !says) continue;
        if (auto const found = today.find(*where)) {
            all[number_of(*found)] = *says;
        } else {
            wrong_at(asked, each, "unknown-institution",
                     {"mạng lưới không có cơ sở này", "the network has no such institution"});
        }
    }
    return all;
}

[[nodiscard]] tree number_or_null(std::optional<std::int32_t> value) {
    return value ? tree(*value) : tree::number("null");
}
[[nodiscard]] tree written_destination(snapshot const& today, golden_destination const& to) {
    tree made = tree::object({{"institution", today.at(to.where).id.view()}});
    if (to.minutes) made.put("minutes", to.minutes->count());
    return made;
}
/// Hours in a row that have one answer.
[[nodiscard]] tree written_stretch(golden_window_answer const& given, std::size_t point, unsigned first, unsigned count,
                                   language in) {
    hour_of_week const hour{static_cast<std::uint8_t>(first)};
    auto const found = given.at(point, hour);
    std::string from(day_names[first / 24]);
    from += first % 24 < 10 ? " 0" : " ";
    from += std::to_string(first % 24) + ":00";
    tree made = tree::object({{"from", from}, {"hours", count}, {"answer", name_of(found.answer)}});
    if (found.destination) made.put("destination", written_destination(given.today(), *found.destination));
    if (found.slack) made.put("slack", *found.slack);
    if (found.other) made.put("other", written_destination(given.today(), *found.other));
    if (found.doubts.any()) {
        tree doubts = tree::array();
        if (found.doubts.capability) doubts.add("capability");
        if (found.doubts.admission) doubts.add("admission");
        if (found.doubts.hours) doubts.add("hours");
        if (found.doubts.travel) doubts.add("travel");
        made.put("not_known", std::move(doubts));
    }
    return made.put("says", in_words(given, point, hour).in(in));
}

/// {"ask":"golden_window","on":day,"known_on":day,"points":[ids],"techniques":[ids],"window":minutes,"on_duty":[..],
///  "admits":[..],"all_near_travel_written":false,"most":10,"language":"vi" or "en","network":{..}}: how many hours of all
/// points have which answer, and the worst points with their week, as stretches of hours that have one answer.
void answer_golden_window(question& asked, library const& known, tree& out) {
    std::optional<network> own;
    network const& written_network = network_of(asked, known, own);
    auto const on = asked.required<sys_days>("on");
    auto const known_on = asked.read<sys_days>("known_on");
    auto const points = asked.required<std::vector<institution_id>>("points");
    auto const techniques = asked.required<std::vector<technique_id>>("techniques");
    auto const window = asked.required<minutes_of_travel>("window");
    auto const most = asked.read<items>("most");
    auto const complete = asked.read<bool>("all_near_travel_written");
    auto const today = as_of(written_network, on.value_or(sys_days{}), known_on.value_or((sys_days::max)()));
    auto on_duty = on_duty_of(asked);
    auto admits = admits_of(asked, today);
    asked.finish();

    auto const given = golden_window(today, {.points = *points,
                                             .techniques = *techniques,
                                             .window = *window,
                                             .on_duty = std::move(on_duty),
                                             .admits = std::move(admits),
                                             .all_near_travel_written = complete.value_or(false)});
    if (given.problems().has_errors()) throw refusal(given.problems());

    auto const in = asked.language();
    tree hours = tree::object({});
    for (auto const& each : vocabulary<golden_answer>::words)
        hours.put(std::string(each.name), given.count(each.value));
    tree worst = tree::array();
    for (auto const& each : given.worst(static_cast<std::size_t>(most ? most->count() : 10))) {
        tree stretches = tree::array();
        for (unsigned first = 0, after = 0; first < hours_in_a_week; first = after) {
            auto const answer = given.at(each.point, hour_of_week(static_cast<std::uint8_t>(first)));
            for (after = first + 1; after < hours_in_a_week; ++after) {
                if (given.at(each.point, hour_of_week(static_cast<std::uint8_t>(after))) != answer) break;
            }
            stretches.add(written_stretch(given, each.point, first, after - first, in));
        }
        tree missing = tree::array();
        for (auto const to : given.travel_not_known(each.point)) missing.add(today.at(to).id.view());
        worst.add(tree::object({{"point", today.at(each.where).id.view()},
                                {"hours_reached", each.hours_reached},
                                {"hours_perhaps", each.hours_perhaps},
                                {"slack", number_or_null(each.slack)},
                                {"travel_not_known", std::move(missing)},
                                {"week", std::move(stretches)}}));
    }
    tree silent = tree::array();
    for (auto const each : given.hours_not_known()) silent.add(today.at(each).id.view());
    tree problems = tree::array();
    for (auto const& each : given.problems()) problems.add(each.message.in(in));
    out.put("says", in_words(given).in(in)).put("hours", std::move(hours)).put("hours_not_known", std::move(silent));
    out.put("worst", std::move(worst)).put("problems", std::move(problems));
}

}  // namespace

std::span<known_question const> window_questions() {
    static constexpr known_question all[] = {{"golden_window", answer_golden_window}};
    return all;
}

}  // namespace answers
