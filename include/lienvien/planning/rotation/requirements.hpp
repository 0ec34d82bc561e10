#pragma once

#include <lienvien/base/vocabulary.hpp>
#include <lienvien/planning/rotation/rota.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What kind of thing a rota has to keep.
enum class rota_rule : std::uint8_t { not_known, need, absence, shortest_stay, longest_stay, rest, limit, published };
template <>
struct vocabulary<rota_rule> {
    using enum rota_rule;
    static constexpr std::array words{
        word<rota_rule>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<rota_rule>{need, "need", {"vị trí cần người", "a post needs people"}},
        word<rota_rule>{absence, "absence", {"vắng mặt, được miễn", "absent or exempt"}},
        word<rota_rule>{shortest_stay, "shortest_stay", {"thời hạn ngắn nhất", "shortest stay"}},
        word<rota_rule>{longest_stay, "longest_stay", {"thời hạn dài nhất", "longest stay"}},
        word<rota_rule>{rest, "rest", {"thời gian nghỉ", "rest at home"}},
        word<rota_rule>{limit, "limit", {"giới hạn của bệnh viện cử đi", "limit of the home hospital"}},
        word<rota_rule>{published, "published", {"lịch đã công bố", "what was published"}}};
};

/// One thing that a rota has to keep, and could be asked to give up: the need of one post in one period, one absence, the
/// stays or the rest of one expert, one limit in one period, or what was published for one expert.
struct rota_requirement {
    rota_rule rule;
    std::size_t subject;    ///< `need`: the post; `limit`: the limit; otherwise the expert
    std::size_t which = 0;  ///< `need`, `limit`: the period; `absence`: its place among those of the expert

    friend constexpr bool operator==(rota_requirement const&, rota_requirement const&) = default;
};

/// Everything that the rota has to keep, in the order of the lists. Complexity: linear in the answer.
[[nodiscard]] inline std::vector<rota_requirement> requirements_of(rota const& asked,
                                                                   rota_published const* published = nullptr) {
    std::vector<rota_requirement> all;
    for (std::size_t post = 0; post < asked.posts.size(); ++post) {
        for (std::size_t when = 0; when < asked.posts[post].needs.size(); ++when) {
            if (asked.posts[post].needs[when] > 0) all.push_back({rota_rule::need, post, when});
        }
    }
    for (std::size_t limit = 0; limit < asked.limits.size(); ++limit) {
        for (std::size_t when = 0; when < asked.periods.size(); ++when) all.push_back({rota_rule::limit, limit, when});
    }
    for (auto const rule : {rota_rule::shortest_stay, rota_rule::longest_stay, rota_rule::rest}) {
        for (std::size_t who = 0; who < asked.experts.size(); ++who) all.push_back({rule, who});
    }
    for (std::size_t who = 0; who < asked.experts.size(); ++who) {
        for (std::size_t each = 0; each < asked.experts[who].absences.size(); ++each)
            all.push_back({rota_rule::absence, who, each});
    }
    for (std::size_t who = 0; published && published->fixed_until > 0 && who < asked.experts.size(); ++who)
        all.push_back({rota_rule::published, who});
    return all;
}

/// A requirement in words: "Post A in 2026-03 needs 1 (oncology)".
[[nodiscard]] inline text to_text(rota_requirement const& required, rota const& asked) {
    auto const number = [](int count, std::string_view of) { return std::to_string(count) + std::string(of); };
    auto const with_basis = [](text words, text const& basis) {
        if (!basis.empty()) {
            words.vi += " (" + std::string(basis.in(language::vi)) + ")";
            words.en += " (" + std::string(basis.in(language::en)) + ")";
        }
        return words;
    };
    auto const joined = [](text const& first, std::string const& vietnamese, std::string const& english) {
        return text{std::string(first.in(language::vi)) + vietnamese, std::string(first.in(language::en)) + english};
    };
    auto const& terms = asked.terms;
    switch (required.rule) {
        case rota_rule::need: {
            auto const& post = asked.posts[required.subject];
            auto const& when = asked.periods[required.which].name;
            std::string const how_many = std::to_string(post.needs[required.which]);
            std::string const field(post.field.view());
            return joined(post.name, " cần " + how_many + " người (" + field + ") trong " + when.vi,
                          " needs " + how_many + " (" + field + ") in " + when.en);
        }
        case rota_rule::absence: {
            auto const& who = asked.experts[required.subject];
            auto const& absence = who.absences[required.which];
            text const words = joined(who.name, " không đi được: " + std::string(absence.why.in(language::vi)),
                                      " cannot go: " + std::string(absence.why.in(language::en)));
            return with_basis(words, absence.basis);
        }
        case rota_rule::shortest_stay:
            return with_basis(joined(asked.experts[required.subject].name,
                                     " đi mỗi đợt ít nhất " + number(terms.shortest_stay, " kỳ"),
                                     " stays at least " + number(terms.shortest_stay, " periods")),
                              terms.basis);
        case rota_rule::longest_stay:
            return with_basis(joined(asked.experts[required.subject].name,
                                     " đi mỗi đợt nhiều nhất " + number(terms.longest_stay, " kỳ"),
                                     " stays at most " + number(terms.longest_stay, " periods")),
                              terms.basis);
        case rota_rule::rest:
            return with_basis(
                joined(asked.experts[required.subject].name, " nghỉ " + number(terms.rest, " kỳ") + " sau mỗi đợt",
                       " rests " + number(terms.rest, " periods") + " after each stay"),
                terms.basis);
        case rota_rule::limit: {
            auto const& limit = asked.limits[required.subject];
            auto const& when = asked.periods[required.which].name;
            std::string const of = limit.field ? " (" + std::string(limit.field->view()) + ")" : std::string();
            std::string const home(limit.home.view());
            std::string const most = std::to_string(limit.away_at_once);
            return with_basis({home + of + " chỉ cử cùng lúc nhiều nhất " + most + " người trong " + when.vi,
                               home + of + " lets at most " + most + " be away at once in " + when.en},
                              limit.basis);
        }
        case rota_rule::published:
            return joined(asked.experts[required.subject].name, " giữ lịch đã công bố", " keeps what was published");
        case rota_rule::not_known:
            break;
    }
    return to_text(label_of(required.rule));
}

}  // namespace v0
}  // namespace lienvien
