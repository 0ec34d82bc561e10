#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/lifecycle/certificate_register.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Someone on duty, or perhaps on duty, who does not surely count for a topic, and why not.
struct uncounted_person {
    person_id person;
    truth on_duty{};
    certificate_answer stands{};
};
/// What a site lacks in one topic.
struct topic_gap {
    programme_id topic;
    people at_least;                              ///< needed on duty
    people sure;                                  ///< surely on duty and certified
    people possible;                              ///< at most
    std::vector<uncounted_person> not_counted{};  ///< in the order of the register
};
/// Whether a site has enough certified people on duty on a day, and why not.
struct site_cover {
    institution_id site;
    sys_days on;
    bool has_rule = false;
    truth covered{};
    std::vector<topic_gap> gaps{};         ///< the topics that are not surely covered
    std::vector<person_id> on_duty{};      ///< everyone who is, or may be, on duty
    std::optional<sys_days> changes_on{};  ///< the next day on which `covered` is another, as things are written
    truth becomes{};
};

namespace certificate_detail {
/// Enough people in every topic of the rule?
[[nodiscard]] inline truth covered_on(certificate_register const& of, std::uint32_t site, std::int32_t day) {
    auto const* const rule = of.rule_of(site);
    if (!rule) return truth::unknown;
    truth all = truth::yes;
    for (std::uint32_t topic = 0; topic < rule->at_least.size(); ++topic) {
        std::uint32_t sure = 0, possible = 0;
        for (auto const person : of.staff().people_at(site)) {
            auto const there = of.staff().presence_at(person, site, day);
            if (!there.possible) continue;
            auto const both = of.both_on(person, topic, day);
            possible += (both & 7) >= rule->enough ? 1u : 0u;
            sure += there.sure && both >> 3 >= rule->enough ? 1u : 0u;
        }
        auto const needed = rule->at_least[topic];
        all &= sure >= needed ? truth::yes : possible < needed ? truth::no : truth::unknown;
    }
    return all;
}
}  // namespace certificate_detail

/// The first day after `day` on which the cover of a site is another; none where it stays so as things are written down.
/// Complexity: (changes of its people) x (its people)
[[nodiscard]] inline std::optional<sys_days> next_change_of_cover(certificate_register const& of, std::uint32_t site,
                                                                  sys_days day) {
    using namespace certificate_detail;
    std::int32_t const today = certificate_detail::number_of(day);
    auto const* const rule = of.rule_of(site);
    if (!rule) return std::nullopt;
    std::vector<std::int32_t> days;
    auto const note = [&](std::int32_t one) {
        if (one > today && one < no_day) days.push_back(one);
    };
    for (auto const person : of.staff().people_at(site)) {
        for (auto const& each : of.staff().duties_of(person)) {
            for (auto const one : {each.from.first, each.from.last, each.until.first, each.until.last}) note(one);
        }
        for (std::size_t topic = 0; topic < rule->at_least.size(); ++topic) {
            if (rule->at_least[topic] == 0) continue;
            for (auto const& each : of.steps()[person * rule->at_least.size() + topic]) note(each.from());
        }
    }
    detail::sort_by(days, [](std::int32_t a, std::int32_t b) { return a < b; });
    truth const now = covered_on(of, site, today);
    for (std::size_t at = 0; at < days.size(); ++at) {
        if ((at == 0 || days[at] != days[at - 1]) && covered_on(of, site, days[at]) != now) return day_of(days[at]);
    }
    return std::nullopt;
}

/// Whether a site has enough certified people on duty on a day; where not, who does not count, since when and why.
/// Errors: a site that the register does not have has no rule.
[[nodiscard]] inline site_cover why_covered(certificate_register const& of, institution_id const& which, sys_days day) {
    using namespace certificate_detail;
    site_cover made{.site = which, .on = day};
    auto const site = of.staff().find(which);
    auto const* const rule = site ? of.rule_of(*site) : nullptr;
    if (!site) return made;
    std::int32_t const today = certificate_detail::number_of(day);
    for (auto const person : of.staff().people_at(*site)) {
        if (of.staff().presence_at(person, *site, today).possible) made.on_duty.push_back(of.staff().person(person));
    }
    if (!rule) return made;
    made.has_rule = true;
    made.covered = covered_on(of, *site, today);
    made.changes_on = next_change_of_cover(of, *site, day);
    if (made.changes_on) made.becomes = covered_on(of, *site, certificate_detail::number_of(*made.changes_on));
    for (std::uint32_t topic = 0; topic < rule->at_least.size(); ++topic) {
        std::int64_t sure = 0, possible = 0;
        std::vector<uncounted_person> others;
        for (auto const person : of.staff().people_at(*site)) {
            auto const there = of.staff().presence_at(person, *site, today);
            if (!there.possible) continue;
            auto const both = of.both_on(person, topic, today);
            bool const surely = there.sure && both >> 3 >= rule->enough;
            possible += (both & 7) >= rule->enough ? 1 : 0;
            sure += surely ? 1 : 0;
            if (surely || sure >= rule->at_least[topic]) continue;
            others.push_back({of.staff().person(person), there.sure ? truth::yes : truth::unknown,
                              of.certification_of(person, topic).why(day)});
        }
        if (sure >= rule->at_least[topic]) continue;
        made.gaps.push_back(
            {of.topics()[topic].id, people(rule->at_least[topic]), people(sure), people(possible), std::move(others)});
    }
    return made;
}

/// One person in words: who, status, and since when.
[[nodiscard]] inline text in_words(uncounted_person const& each) {
    std::string const who(each.person.view());
    label const status = label_of(each.stands.status);
    text made{who + ": " + std::string(status.vi), who + ": " + std::string(status.en)};
    if (each.stands.since) {
        std::string const day = format_day(*each.stands.since);
        made.vi += " từ " + day;
        made.en += " since " + day;
    }
    made.vi += " (" + each.stands.because.vi + ")";
    made.en += " (" + each.stands.because.en + ")";
    if (is_unknown(each.on_duty)) made.vi += ", chưa rõ có trực", made.en += ", perhaps not on duty";
    return made;
}
/// A gap in words: what is needed, what there is, and of each person who does not count why.
[[nodiscard]] inline text in_words(topic_gap const& gap) {
    std::string const topic(gap.topic.view());
    std::string const needed = std::to_string(gap.at_least.count());
    std::string const sure = std::to_string(gap.sure.count());
    std::string const has = gap.sure == gap.possible ? sure : sure + "-" + std::to_string(gap.possible.count());
    text made{topic + ": cần " + needed + " người có chứng chỉ đang trực, có " + has,
              topic + ": needs " + needed + " certified on duty, has " + has};
    if (gap.not_counted.empty()) made.vi += "; không có ai khác trực", made.en += "; nobody else is on duty";
    for (auto const& each : gap.not_counted) {
        text const one = in_words(each);
        made.vi += "; " + one.vi;
        made.en += "; " + one.en;
    }
    return made;
}

}  // namespace v0
}  // namespace lienvien
