#pragma once

#include <lienvien/planning/rotation/verify.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// One expert of a rota as a graph of months and places. Place 0 is at home, place k + 1 the k-th post that the expert can
/// fill; cell when * places() + place says whether the expert may be there then.
struct rota_person {
    std::size_t expert;
    std::vector<std::size_t> posts{};
    std::vector<std::size_t> limits{};
    std::size_t shortest;
    std::size_t longest;
    std::size_t rest;
    std::int64_t before;
    std::vector<char> open{};
    std::vector<char> may_end{};     ///< a stay may end before this period, however short
    std::vector<std::size_t> was{};  ///< the place that was published; `elsewhere` where it is none of these

    static constexpr std::size_t elsewhere = std::size_t(-1);
    [[nodiscard]] std::size_t places() const noexcept { return posts.size() + 1; }
};

/// A rota in numbers. Rows are post * periods + when, and limit * periods + when.
struct rota_problem {
    std::size_t periods = 0;
    std::vector<int> needs{};
    std::vector<int> at_most{};
    std::vector<rota_person> people{};
    // The value as one number: changes before squares before stays, each beyond what the later ones can sum up to.
    std::int64_t change = 0;
    std::int64_t square = 1;
    std::int64_t stay = 1;
    std::int64_t apart = 0;  ///< load squares of those who are not in the problem

    [[nodiscard]] rota_value value(std::int64_t number) const noexcept {
        rota_value found;
        if (change > 0) {
            found.changes = number / change;
            number %= change;
        }
        found.load_squares = number / square + apart;
        found.stays = number % square;
        return found;
    }
    /// More than the cost of any way of one expert through the rota, unscaled.
    [[nodiscard]] std::int64_t dearest_way() const noexcept {
        std::int64_t most = 0;
        auto const length = static_cast<std::int64_t>(periods);
        for (auto const& each : people) {
            std::int64_t const load = each.before + length;
            std::int64_t const all = change * length + square * load * load + stay * length + 1;
            most = all > most ? all : most;
        }
        return most;
    }
};

inline constexpr int no_limit = (std::numeric_limits<int>::max)();

/// The rota with only some of its requirements in force. With fewer of them more is possible, never less.
[[nodiscard]] inline rota_problem problem_of(rota const& asked, rota_published const* published,
                                             std::span<rota_requirement const> in_force, bool only_concerned) {
    rota_problem made;
    std::size_t const length = asked.periods.size();
    made.periods = length;
    made.needs.assign(asked.posts.size() * length, 0);
    made.at_most.assign(asked.limits.size() * length, no_limit);
    for (std::size_t who = 0; who < asked.experts.size(); ++who) {
        rota_person person{
            .expert = who, .shortest = 1, .longest = length, .rest = 0, .before = asked.experts[who].away_before};
        made.people.push_back(std::move(person));
    }
    std::vector<std::vector<char>> absent(asked.experts.size(), std::vector<char>(length, 0));
    std::vector<char> fixed(asked.experts.size(), 0);
    for (auto const& each : in_force) {
        auto const number = [](int of) { return static_cast<std::size_t>(of); };
        switch (each.rule) {
            case rota_rule::need:
                made.needs[each.subject * length + each.which] = asked.posts[each.subject].needs[each.which];
                break;
            case rota_rule::limit:
                made.at_most[each.subject * length + each.which] = asked.limits[each.subject].away_at_once;
                break;
            case rota_rule::shortest_stay:
                made.people[each.subject].shortest = number(asked.terms.shortest_stay);
                break;
            case rota_rule::longest_stay:
                made.people[each.subject].longest = number(asked.terms.longest_stay);
                break;
            case rota_rule::rest:
                made.people[each.subject].rest = number(asked.terms.rest);
                break;
            case rota_rule::absence:
                for (std::size_t when = 0; when < length; ++when) {
                    if (is_absent(asked.experts[each.subject].absences[each.which], asked.periods[when]))
                        absent[each.subject][when] = 1;
                }
                break;
            case rota_rule::published:
                fixed[each.subject] = 1;
                break;
            case rota_rule::not_known:
                break;
        }
    }
    std::int64_t squares = 0;
    std::vector<rota_person> concerned;
    for (auto& person : made.people) {
        auto const& who = asked.experts[person.expert];
        bool needed = fixed[person.expert] != 0;
        for (std::size_t post = 0; post < asked.posts.size(); ++post) {
            if (!can_fill(who, asked.posts[post])) continue;
            person.posts.push_back(post);
            for (std::size_t when = 0; when < length; ++when) needed = needed || made.needs[post * length + when] > 0;
        }
        if (only_concerned && !needed) {
            made.apart += person.before * person.before;
            continue;
        }
        for (std::size_t limit = 0; limit < asked.limits.size(); ++limit) {
            if (binds(asked.limits[limit], who)) person.limits.push_back(limit);
        }
        person.open.assign(length * person.places(), 1);
        person.may_end.assign(length + 1, 0);
        for (std::size_t when = 0; when < length; ++when) {
            auto* const here = &person.open[when * person.places()];
            for (auto const& each : who.absences) {
                if (each.sudden && is_absent(each, asked.periods[when])) person.may_end[when] = 1;
            }
            for (std::size_t at = 0; at < person.posts.size(); ++at) {
                bool const closed = asked.posts[person.posts[at]].needs[when] == 0;
                if (closed || absent[person.expert][when] != 0) here[at + 1] = 0;
            }
            if (!published) continue;
            auto const post = published->plan.post_of(person.expert, when);
            std::size_t place = post ? rota_person::elsewhere : 0;
            for (std::size_t at = 0; post && at < person.posts.size(); ++at) {
                if (person.posts[at] == *post) place = at + 1;
            }
            person.was.push_back(place);
            // Whoever is absent by now is let off what was published.
            if (fixed[person.expert] == 0 || when >= published->fixed_until || is_absent(who, asked.periods[when]))
                continue;
            for (std::size_t other = 0; other < person.places(); ++other) {
                if (other != place) here[other] = 0;
            }
        }
        std::int64_t const load = person.before + static_cast<std::int64_t>(length);
        squares += load * load;
        concerned.push_back(std::move(person));
    }
    made.people = std::move(concerned);
    made.square = static_cast<std::int64_t>(made.people.size() * length) + 1;
    made.change = published ? made.square * (squares + 1) : 0;
    return made;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
