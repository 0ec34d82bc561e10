#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/model/ids.hpp>

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// One step of a rota, such as a month: what it is called, and its days.
struct rota_period {
    text name;
    period days;

    friend bool operator==(rota_period const&, rota_period const&) = default;
};

/// A time in which an expert is not sent anywhere: exempt, ill, needed at home.
struct rota_absence {
    period days;
    text why;
    text basis{};         ///< instrument and article of an exemption
    bool sudden = false;  ///< not foreseen, such as an illness: a stay that it ends may be shorter than the shortest

    friend bool operator==(rota_absence const&, rota_absence const&) = default;
};

/// Somebody who may be sent, in turn with others, to another hospital.
struct rota_expert {
    person_id id;
    text name;
    institution_id home;
    std::vector<field_id> fields;
    std::vector<technique_id> skills{};
    std::vector<rota_absence> absences{};
    int away_before = 0;  ///< periods spent away before this rota; they count for fairness

    friend bool operator==(rota_expert const&, rota_expert const&) = default;
};

/// A post at another hospital that experts fill in turn.
struct rota_post {
    text name;
    institution_id host;
    field_id field;                      ///< what whoever fills it must master
    std::vector<technique_id> skills{};  ///< and these techniques
    std::vector<int> needs;              ///< how many people in each period; where it is 0 nobody stays there

    friend bool operator==(rota_post const&, rota_post const&) = default;
};

/// How many of a hospital's experts, or of those in one field, may be away at once.
struct rota_limit {
    institution_id home;
    std::optional<field_id> field{};
    int away_at_once;
    text basis{};  ///< who set it

    friend bool operator==(rota_limit const&, rota_limit const&) = default;
};

/// How long a stay lasts and how long the rest at home after it, in periods. What the law or an agreement says of it is the
/// caller's to fill in: there is no default.
struct rota_terms {
    int shortest_stay;  ///< at least 1. A stay that runs on after the rota, or that a sudden absence ends, may be shorter
    int longest_stay;
    int rest;  ///< 0: the next stay may begin at once, and the longest stay binds each stay for itself only
    text basis{};

    friend bool operator==(rota_terms const&, rota_terms const&) = default;
};

/// Who may be sent, where somebody is needed, and what has to be kept. Field term: tour scheduling.
struct rota {
    std::vector<rota_period> periods;
    std::vector<rota_expert> experts;
    std::vector<rota_post> posts;
    std::vector<rota_limit> limits{};
    rota_terms terms;

    friend bool operator==(rota const&, rota const&) = default;
};

/// One expert at one post, from a period up to, not including, another. Numbers are places in the lists of the rota.
struct rota_stay {
    std::size_t expert;
    std::size_t post;
    std::size_t first;
    std::size_t until;

    friend constexpr bool operator==(rota_stay const&, rota_stay const&) = default;
};

/// Who is where and when: the stays, by expert and then by time.
struct rota_plan {
    std::vector<rota_stay> stays{};

    /// The post of an expert in a period; nothing where the expert is at home. Complexity: linear in the stays.
    [[nodiscard]] std::optional<std::size_t> post_of(std::size_t expert, std::size_t when) const noexcept {
        for (auto const& each : stays) {
            if (each.expert == expert && each.first <= when && when < each.until) return each.post;
        }
        return std::nullopt;
    }
    friend bool operator==(rota_plan const&, rota_plan const&) = default;
};

/// What a rota is worth, less being better, the first number first: against what was published, then the load, then the
/// moves.
struct rota_value {
    std::int64_t changes = 0;  ///< periods in which an expert is elsewhere than was published
    std::int64_t load_squares =
        0;                   ///< sum over the experts of their periods away, squared: least where all carry alike
    std::int64_t stays = 0;  ///< how many stays, each with a journey and a handover

    friend constexpr auto operator<=>(rota_value const&, rota_value const&) = default;
    /// Number by number; a later one may be negative where an earlier one is not 0.
    [[nodiscard]] friend constexpr rota_value operator-(rota_value a, rota_value b) noexcept {
        return {a.changes - b.changes, a.load_squares - b.load_squares, a.stays - b.stays};
    }
};

/// A rota that people have been told of, and up to which period it must stay as it is.
struct rota_published {
    rota_plan plan;
    std::size_t fixed_until = 0;  ///< earlier periods stay as published, but for those who are absent now

    friend bool operator==(rota_published const&, rota_published const&) = default;
};

/// The months from `first` on as periods of a rota.
[[nodiscard]] inline std::vector<rota_period> rota_months(std::chrono::year_month first, int count) {
    std::vector<rota_period> all;
    for (int each = 0; each < count; ++each) {
        auto const month = first + std::chrono::months(each);
        std::string const number = std::to_string(static_cast<unsigned>(month.month()));
        std::string const year = std::to_string(static_cast<int>(month.year()));
        all.push_back({{"tháng " + number + "/" + year, format_day(sys_days(month / 1)).substr(0, 7)},
                       period::between(month / 1, (month + std::chrono::months(1)) / 1)});
    }
    return all;
}
/// The weeks from the day `first` on as periods of a rota.
[[nodiscard]] inline std::vector<rota_period> rota_weeks(sys_days first, int count) {
    std::vector<rota_period> all;
    for (int each = 0; each < count; ++each) {
        sys_days const begins = first + std::chrono::days(7 * each);
        all.push_back({{"tuần từ " + format_day(begins), "the week of " + format_day(begins)},
                       period::between(begins, begins + std::chrono::days(7))});
    }
    return all;
}

/// Could the expert fill the post, had nobody any other duty?
[[nodiscard]] inline bool can_fill(rota_expert const& who, rota_post const& post) noexcept {
    bool field = false;
    for (auto const& each : who.fields) field = field || each == post.field;
    for (auto const& needed : post.skills) {
        bool masters = false;
        for (auto const& each : who.skills) masters = masters || each == needed;
        field = field && masters;
    }
    return field && who.home != post.host;
}
/// Does the limit speak of the expert?
[[nodiscard]] inline bool binds(rota_limit const& limit, rota_expert const& who) noexcept {
    if (limit.home != who.home) return false;
    if (!limit.field) return true;
    for (auto const& each : who.fields) {
        if (each == *limit.field) return true;
    }
    return false;
}

/// What is wrong with a rota before anything is planned: terms that are not stated or contradict each other, needs that are
/// not given for each period, negative numbers, an expert or a limit twice, a rota too large for exact values.
[[nodiscard]] inline findings check(rota const& asked) {
    using namespace lienvien::literals;
    findings found;
    auto const report = [&](finding_code code, severity weight, std::string subject, label message) {
        found.add({code, weight, std::move(subject), {}, to_text(message)});
    };
    auto const& terms = asked.terms;
    if (asked.periods.empty() || asked.periods.size() > 200)
        report("rota-periods"_finding, severity::error, "rota",
               {"lịch luân phiên có từ 1 đến 200 kỳ", "a rota has 1 to 200 periods"});
    if (asked.experts.size() > 5'000 || asked.posts.size() > 1'000)
        report("rota-too-large"_finding, severity::error, "rota",
               {"quá 5000 chuyên gia hoặc 1000 vị trí", "more than 5000 experts or 1000 posts"});
    if (terms.shortest_stay < 1 || terms.longest_stay < terms.shortest_stay || terms.rest < 0)
        report("rota-terms"_finding, severity::error, "rota",
               {"thời hạn ngắn nhất phải từ 1 kỳ, dài nhất không ngắn hơn, thời gian nghỉ không âm",
                "the shortest stay is at least 1 period, the longest not shorter, and the rest not negative"});
    if (terms.rest == 0 && terms.longest_stay < static_cast<int>(asked.periods.size()))
        report("rota-without-rest"_finding, severity::note, "rota",
               {"không có thời gian nghỉ: thời hạn dài nhất chỉ ràng buộc từng đợt",
                "without rest the longest stay binds each stay for itself only"});
    for (auto const& post : asked.posts) {
        bool negative = false;
        for (int const each : post.needs) negative = negative || each < 0;
        if (post.needs.size() != asked.periods.size() || negative)
            report("rota-needs"_finding, severity::error, "post " + post.name.en,
                   {"nhu cầu phải nêu cho từng kỳ và không âm", "needs are stated for each period and not negative"});
    }
    for (std::size_t each = 0; each < asked.experts.size(); ++each) {
        if (asked.experts[each].away_before < 0 || asked.experts[each].away_before > 1'000)
            report("rota-load-before"_finding, severity::error, "person " + std::string(asked.experts[each].id.view()),
                   {"số kỳ đã đi từ 0 đến 1000", "periods spent away before are 0 to 1000"});
        for (std::size_t other = 0; other < each; ++other) {
            if (asked.experts[each].id == asked.experts[other].id)
                report("rota-expert-twice"_finding, severity::error,
                       "person " + std::string(asked.experts[each].id.view()),
                       {"một người ghi hai lần", "a person is listed twice"});
        }
    }
    for (std::size_t each = 0; each < asked.limits.size(); ++each) {
        auto const& limit = asked.limits[each];
        if (limit.away_at_once < 0)
            report("rota-limit"_finding, severity::error, "institution " + std::string(limit.home.view()),
                   {"giới hạn không âm", "a limit is not negative"});
    }
    return found;
}

}  // namespace v0
}  // namespace lienvien
