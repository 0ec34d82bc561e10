// Small rotas against a plain enumeration of every way of every expert: the best value, whether there is one at all, and the
// smallest contradiction where there is none.
#include <lienvien/planning/rotation/plan.hpp>

#include <support/rapidcheck.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

int any(int least, int most) { return *rc::gen::inRange(least, most + 1); }

rota_expert any_expert(rota const& asked, int number) {
    rota_expert made{.id = person_id::parse("expert-" + std::to_string(number)).value(),
                     .name = {"chuyên gia " + std::to_string(number), "expert " + std::to_string(number)},
                     .home = any(0, 2) == 0 ? "second"_institution : "first"_institution,
                     .fields = {}};
    int const skills = any(0, 5);
    if (skills != 1) made.fields.push_back("oncology"_field);
    if (skills <= 1) made.fields.push_back("stroke"_field);
    if (any(0, 3) == 0) {
        auto const when = static_cast<std::size_t>(any(0, static_cast<int>(asked.periods.size()) - 1));
        made.absences.push_back({asked.periods[when].days, {"vắng", "absent"}, {}, any(0, 1) == 0});
    }
    if (any(0, 2) == 0) made.away_before = any(0, 3);
    return made;
}
rota any_rota(int most_experts = 4) {
    int const experts = any(1, most_experts);
    rota made{.periods = rota_months(2027y / 1, experts == 4 ? 3 : any(2, experts == 3 ? 4 : 5)),
              .experts = {},
              .posts = {},
              .limits = {},
              .terms = {any(1, 2), any(2, 4), any(0, 2), {}}};
    for (int each = 0; each < experts; ++each) made.experts.push_back(any_expert(made, each + 1));
    for (int left = any(1, 2); left > 0; --left) {
        rota_post post{.name = {"vị trí " + std::to_string(left), "post " + std::to_string(left)},
                       .host = "province"_institution,
                       .field = any(0, 2) != 0 ? "oncology"_field : "stroke"_field,
                       .needs = {}};
        for (std::size_t each = 0; each < made.periods.size(); ++each)
            post.needs.push_back(any(0, 11) == 0 ? 2 : any(0, 4) < 2 ? 0 : 1);
        made.posts.push_back(post);
    }
    if (any(0, 2) == 0) made.limits.push_back({"first"_institution, std::nullopt, any(0, 2), {}});
    if (any(0, 2) == 0) made.limits.push_back({"first"_institution, "oncology"_field, any(1, 2), {}});
    return made;
}

/// What a day-by-day secretary knows of the rota: the requirements that are in force, and nothing of prices.
struct secretary {
    rota const& asked;
    rota_published const* published;
    std::vector<rota_requirement> const& in_force;

    bool holds(rota_rule rule, std::size_t subject, std::size_t which = 0) const {
        for (auto const& each : in_force) {
            if (each == rota_requirement{rule, subject, which}) return true;
        }
        return false;
    }
    bool absent_by_force(std::size_t who, std::size_t when) const {
        auto const& all = asked.experts[who].absences;
        for (std::size_t each = 0; each < all.size(); ++each) {
            if (overlap(all[each].days, asked.periods[when].days) && holds(rota_rule::absence, who, each)) return true;
        }
        return false;
    }
    bool absent_at_all(std::size_t who, std::size_t when, bool suddenly) const {
        for (auto const& each : asked.experts[who].absences) {
            if (overlap(each.days, asked.periods[when].days) && (!suddenly || each.sudden)) return true;
        }
        return false;
    }
    void ways(std::size_t who, std::size_t when, std::vector<rota_stay>& so_far,
              std::vector<std::vector<rota_stay>>& all) const {
        std::size_t const length = asked.periods.size();
        if (when >= length) {
            if (as_published(who, so_far)) all.push_back(so_far);
            return;
        }
        ways(who, when + 1, so_far, all);
        for (std::size_t post = 0; post < asked.posts.size(); ++post) {
            if (!can_fill(asked.experts[who], asked.posts[post])) continue;
            for (std::size_t until = when + 1; until <= length; ++until) {
                if (asked.posts[post].needs[until - 1] == 0 || absent_by_force(who, until - 1)) break;
                auto const stay = static_cast<int>(until - when);
                if (holds(rota_rule::longest_stay, who) && stay > asked.terms.longest_stay) break;
                bool const excused = until == length || absent_at_all(who, until, true);
                if (holds(rota_rule::shortest_stay, who) && stay < asked.terms.shortest_stay && !excused) continue;
                so_far.push_back({who, post, when, until});
                ways(who, until + (holds(rota_rule::rest, who) ? static_cast<std::size_t>(asked.terms.rest) : 0),
                     so_far, all);
                so_far.pop_back();
            }
        }
    }
    bool as_published(std::size_t who, std::vector<rota_stay> const& way) const {
        if (!holds(rota_rule::published, who)) return true;
        rota_plan const alone{way};
        for (std::size_t when = 0; when < published->fixed_until && when < asked.periods.size(); ++when) {
            if (absent_at_all(who, when, false)) continue;
            if (alone.post_of(who, when) != published->plan.post_of(who, when)) return false;
        }
        return true;
    }
    /// The best value of all, by trying everything.
    std::optional<rota_value> best(bool any_will_do = false) const {
        std::vector<std::vector<std::vector<rota_stay>>> all(asked.experts.size());
        for (std::size_t who = 0; who < all.size(); ++who) {
            std::vector<rota_stay> so_far;
            ways(who, 0, so_far, all[who]);
        }
        std::vector<std::vector<rota_value>> values(all.size());
        for (std::size_t who = 0; who < all.size(); ++who) {
            for (auto const& way : all[who]) {
                std::int64_t load = asked.experts[who].away_before;
                rota_value value{0, 0, static_cast<std::int64_t>(way.size())};
                for (auto const& stay : way) load += static_cast<std::int64_t>(stay.until - stay.first);
                value.load_squares = load * load;
                rota_plan const alone{way};
                for (std::size_t when = 0; published && when < asked.periods.size(); ++when)
                    value.changes += alone.post_of(who, when) != published->plan.post_of(who, when) ? 1 : 0;
                values[who].push_back(value);
            }
        }
        std::vector<int> there(asked.posts.size() * asked.periods.size(), 0);
        std::optional<rota_value> found;
        choose(0, {}, all, values, there, found, any_will_do);
        return found;
    }
    void choose(std::size_t who, rota_value sum, std::vector<std::vector<std::vector<rota_stay>>> const& all,
                std::vector<std::vector<rota_value>> const& values, std::vector<int>& there,
                std::optional<rota_value>& found, bool any_will_do) const {
        if (found && (any_will_do || sum >= *found)) return;
        std::size_t const length = asked.periods.size();
        if (who == all.size()) {
            for (std::size_t row = 0; row < there.size(); ++row) {
                if (there[row] < asked.posts[row / length].needs[row % length] &&
                    holds(rota_rule::need, row / length, row % length))
                    return;
            }
            found = sum;
            return;
        }
        for (std::size_t each = 0; each < all[who].size(); ++each) {
            auto const& way = all[who][each];
            auto const next =
                rota_value{sum.changes + values[who][each].changes, sum.load_squares + values[who][each].load_squares,
                           sum.stays + values[who][each].stays};
            chosen.push_back(&way);
            if (within_limits()) {
                for (auto const& stay : way) {
                    for (auto when = stay.first; when < stay.until; ++when) ++there[stay.post * length + when];
                }
                choose(who + 1, next, all, values, there, found, any_will_do);
                for (auto const& stay : way) {
                    for (auto when = stay.first; when < stay.until; ++when) --there[stay.post * length + when];
                }
            }
            chosen.pop_back();
        }
    }
    bool within_limits() const {
        for (auto const& each : in_force) {
            if (each.rule != rota_rule::limit) continue;
            int away = 0;
            for (auto const* way : chosen) {
                for (auto const& stay : *way) {
                    if (stay.first <= each.which && each.which < stay.until &&
                        binds(asked.limits[each.subject], asked.experts[stay.expert]))
                        ++away;
                }
            }
            if (away > asked.limits[each.subject].away_at_once) return false;
        }
        return true;
    }
    mutable std::vector<std::vector<rota_stay> const*> chosen{};
};
constexpr effort plenty{2'000'000};

void sound(rota const& asked, rota_answer const& answer, rota_published const* published) {
    auto const all = requirements_of(asked, published);
    auto const wanted = secretary{asked, published, all}.best();
    RC_ASSERT(!answer.is_undecided());
    RC_ASSERT(answer.has_plan() == wanted.has_value());
    if (!wanted) return;
    auto const& best = answer.best();
    auto const seen = verify(asked, best.plan, published);
    RC_ASSERT(seen.keeps_all());
    RC_ASSERT(seen.value == best.value);
    RC_ASSERT(best.value == *wanted);
    RC_ASSERT(best.proven());
}

}  // namespace

TEST_CASE("a rota is as good as the best of all that can be written down") {
    rc::prop("its value, its bound, and whether there is one", [] {
        auto const asked = any_rota();
        RC_ASSERT(!check(asked).has_errors());
        auto const answer = plan_rota(asked, plenty);
        sound(asked, answer, nullptr);
        RC_ASSERT(plan_rota(asked, plenty) == answer);
        RC_TAG(answer.has_plan() ? "planned" : "impossible");
    });
    rc::prop("a bound from little work is still a bound", [] {
        auto const asked = any_rota();
        auto const all = requirements_of(asked);
        auto const wanted = secretary{asked, nullptr, all}.best();
        auto const answer = plan_rota(asked, effort{static_cast<std::uint64_t>(any(1, 120))});
        RC_ASSERT(!(answer.has_plan() && !wanted));
        RC_ASSERT(!(answer.is_impossible() && wanted));
        if (!answer.has_plan()) return;
        auto const& best = answer.best();
        RC_ASSERT(verify(asked, best.plan).keeps_all());
        RC_ASSERT(verify(asked, best.plan).value == best.value);
        RC_ASSERT(best.value >= *wanted);
        RC_ASSERT(best.best_possible <= *wanted);
    });
    rc::prop("one more expert never makes it worse", [] {
        auto asked = any_rota(3);
        auto const before = plan_rota(asked, plenty);
        auto more = any_expert(asked, 9);
        more.away_before = 0;
        asked.experts.push_back(more);
        auto const after = plan_rota(asked, plenty);
        RC_ASSERT(!(before.has_plan() && !after.has_plan()));
        if (before.has_plan()) RC_ASSERT(after.best().value <= before.best().value);
    });
}

TEST_CASE("a contradiction is one, and none of its parts is too much") {
    rc::prop("against every rota that could be written down", [] {
        auto const asked = any_rota();
        auto const conflict = conflict_of(asked, plenty);
        auto const all = requirements_of(asked);
        RC_ASSERT((conflict.has_value() != secretary{asked, nullptr, all}.best(true).has_value()));
        if (!conflict) RC_DISCARD("can be planned");
        RC_ASSERT(conflict->smallest);
        RC_ASSERT((!secretary{asked, nullptr, conflict->members}.best(true)));
        for (std::size_t without = 0; without < conflict->members.size(); ++without) {
            auto rest = conflict->members;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(without));
            RC_ASSERT((secretary{asked, nullptr, rest}.best(true).has_value()));
        }
        auto const words = in_words(*conflict, asked);
        RC_ASSERT(words.because.size() >= conflict->members.size());
        for (auto const& each : words.because) RC_ASSERT(!each.vi.empty() && !each.en.empty());
    });
}

TEST_CASE("a rota that people know of is changed as little as can be") {
    rc::prop("not at all where nothing changed, otherwise as little as any rota", [] {
        auto asked = any_rota();
        auto const first = plan_rota(asked, plenty);
        if (!first.has_plan()) RC_DISCARD("cannot be planned");
        rota_published const published{first.best().plan, static_cast<std::size_t>(any(0, 3))};
        auto const same = plan_rota_again(asked, published, plenty);
        RC_ASSERT(same.best().plan == first.best().plan);
        RC_ASSERT(same.best().proven());
        RC_ASSERT(same.best().value.changes == 0);
        auto& ill = asked.experts[static_cast<std::size_t>(any(0, static_cast<int>(asked.experts.size()) - 1))];
        auto const when = static_cast<std::size_t>(any(0, static_cast<int>(asked.periods.size()) - 1));
        ill.absences.push_back({asked.periods[when].days, {"ốm", "ill"}, {}, true});
        sound(asked, plan_rota_again(asked, published, plenty), &published);
    });
}
