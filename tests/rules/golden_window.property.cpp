#include <lienvien/rules/find_golden_window.hpp>

#include <support/rapidcheck.hpp>

#include <array>
#include <cstdint>
#include <network/random_network.hpp>
#include <optional>
#include <string>
#include <vector>

// On small random networks, full of gaps and contradictions, the answer of every point and hour is that of a reader who
// goes through all institutions hour by hour; and a further destination never makes any point worse.

using namespace lienvien;
using namespace lienvien::literals;

namespace {

struct made_case {
    network written;
    golden_window_request asked{.points = {}, .techniques = {}, .window = minutes_of_travel(60)};
    sys_days today{};
};

weekly_hours some_hours(dice::thrower& dice) {
    weekly_hours made;
    if (dice.once_in(3)) return weekly_hours::around_the_clock();
    for (int stretch = 0; stretch < 3; ++stretch) {
        auto const opens = static_cast<unsigned>(dice.roll(24));
        made.add(std::chrono::weekday(static_cast<unsigned>(dice.roll(7))), opens,
                 opens + 1 + static_cast<unsigned>(dice.roll(24)));
    }
    return made;
}
validity some_time(dice::thrower& dice, sys_days today) {
    switch (dice.roll(6)) {
        case 0:
            return validity(partial_date(today - std::chrono::days(9)), partial_date(today));
        case 1:
            return validity();
        default:
            return always;
    }
}

made_case make_case(std::uint64_t seed) {
    dice::thrower dice(seed);
    made_case made;
    made.today = sys_days(std::chrono::year(2026) / 11 / 22);
    std::vector<technique_id> const techniques{"t1"_technique, "t2"_technique};
    for (auto const& each : techniques) made.written.techniques.push_back({.id = each});
    std::size_t const count = 1 + dice.roll(7);
    for (std::size_t s = 0; s < count; ++s) {
        auto const id = institution_id::checked("i" + std::to_string(s));
        made.written.institutions.push_back({.id = id});
        if (!dice.once_in(8)) {
            made.written.institutions.back().operations.push_back(
                {dice.once_in(6) ? operation_status::closed : operation_status::operating, always, synthetic()});
        }
        if (!dice.once_in(4)) {
            made.written.technique_lists.push_back(
                {.site = id, .techniques = {techniques[dice.roll(2)]}, .valid = some_time(dice, made.today)});
        }
        for (auto const& technique : techniques) {
            if (dice.once_in(2)) {
                made.written.capabilities.push_back({.site = id,
                                                     .technique = technique,
                                                     .stage = dice.once_in(6) ? stage::suspended : stage::accepted,
                                                     .valid = some_time(dice, made.today)});
            }
        }
        for (std::size_t statements = dice.roll(3); statements > 0; --statements)
            made.asked.on_duty.push_back({id, some_hours(dice), dice.once_in(3) ? some_hours(dice) : weekly_hours()});
        if (dice.once_in(2)) made.asked.points.push_back(id);
    }
    if (made.asked.points.empty()) made.asked.points.push_back(made.written.institutions[0].id);
    for (auto const& from : made.written.institutions) {
        for (auto const& to : made.written.institutions) {
            for (std::size_t facts = dice.once_in(5) ? dice.roll(3) : 1; facts > 0; --facts) {
                made.written.travels.push_back({from.id, to.id, minutes_of_travel(1 + std::int64_t(dice.roll(5)) * 25),
                                                some_time(dice, made.today), synthetic()});
            }
        }
    }
    made.asked.techniques = {techniques[0]};
    if (dice.once_in(2)) made.asked.techniques.push_back(techniques[1]);
    made.asked.window = minutes_of_travel(1 + std::int64_t(dice.roll(4)) * 25);
    made.asked.all_near_travel_written = dice.once_in(2);
    if (dice.once_in(2)) {
        for (std::size_t s = 0; s < count; ++s)
            made.asked.admits.push_back(dice.once_in(2) ? truth::yes : dice.three());
    }
    return made;
}

/// Goes through every institution for one point and hour, from the facts.
struct slow_reader {
    made_case const& made;
    snapshot const& now;

    [[nodiscard]] bool lapsed(site s) const {
        for (auto const& technique : made.asked.techniques) {
            bool had = !is_no(now.performs(s, *now.find(technique)));
            auto const ended = [&](validity const& when) {
                return when.until && is_yes(happened_by(*when.until, made.today)) &&
                       !is_no(happened_by(when.from, made.today));
            };
            for (auto const& each : made.written.capabilities) {
                had = had || (each.site == now.at(s).id && each.technique == technique &&
                              is_yes(performs_alone(each.stage)) && ended(each.valid));
            }
            for (auto const& each : made.written.technique_lists) {
                for (auto const& listed : each.techniques)
                    had = had || (each.site == now.at(s).id && listed == technique && ended(each.valid));
            }
            if (!had) return false;
        }
        return !is_no(now.operates(s)) && is_no(capable(s));
    }
    [[nodiscard]] truth capable(site s) const {
        truth all = now.operates(s);
        for (auto const& technique : made.asked.techniques) all &= now.performs(s, *now.find(technique));
        return all;
    }
    [[nodiscard]] truth admitted(site s) const {
        return made.asked.admits.empty() ? truth::yes : made.asked.admits[number_of(s)];
    }
    [[nodiscard]] truth on_duty(site s, hour_of_week hour) const {
        bool stated = false;
        bool all = true;
        bool any = false;
        for (auto const& each : made.asked.on_duty) {
            if (each.site != now.at(s).id) continue;
            stated = true;
            all = all && each.surely.has(hour);
            any = any || each.surely.has(hour) || each.perhaps.has(hour);
        }
        return !stated ? truth::unknown : all ? truth::yes : any ? truth::unknown : truth::no;
    }
    [[nodiscard]] std::optional<std::int64_t> minutes(site from, site to) const {
        if (from == to) return 0;
        auto const written = now.travel_time(from, to);
        return written ? std::optional(written->count()) : std::nullopt;
    }
    /// Is it within the window?
    [[nodiscard]] truth within(site from, site to) const {
        if (auto const known_minutes = minutes(from, to)) return known(*known_minutes <= made.asked.window.count());
        for (auto const& each : made.written.travels) {
            if (each.from == now.at(from).id && each.to == now.at(to).id && !is_no(now.when().sees(each)))
                return truth::unknown;
        }
        return made.asked.all_near_travel_written ? truth::no : truth::unknown;
    }

    [[nodiscard]] golden_answer answer(site from, hour_of_week hour) const {
        truth reached = truth::no;
        bool refused = false, had = false, shut = false, someone = false, unadmitted = false, former = false;
        for (std::uint32_t number = 0; number < now.size(); ++number) {
            site const s{number};
            truth const counts = capable(s) & admitted(s);
            reached |= counts & within(from, s) & on_duty(s, hour);
            bool const barred = !is_no(capable(s)) && is_no(admitted(s));
            bool const on_the_spot = is_yes(within(from, s)) && !is_no(on_duty(s, hour));
            refused = refused || (barred && on_the_spot);
            had = had || (lapsed(s) && !is_no(admitted(s)) && on_the_spot);
            shut = shut || (!is_no(counts) && !is_no(within(from, s)) && is_no(on_duty(s, hour)));
            someone = someone || !is_no(counts);
            unadmitted = unadmitted || barred;
            former = former || lapsed(s);
        }
        if (is_yes(reached)) return golden_answer::reached;
        if (is_unknown(reached)) return golden_answer::perhaps;
        if (refused) return golden_answer::not_admitted;
        if (had) return golden_answer::capability_lapsed;
        if (shut) return golden_answer::closed;
        if (someone) return golden_answer::too_far;
        if (unadmitted) return golden_answer::not_admitted;
        return former ? golden_answer::capability_lapsed : golden_answer::nobody_capable;
    }
    /// Minutes to the nearest sure destination, however far; in the order of the network.
    [[nodiscard]] std::optional<golden_destination> nearest(site from, hour_of_week hour) const {
        std::optional<golden_destination> best;
        for (std::uint32_t number = 0; number < now.size(); ++number) {
            site const s{number};
            auto const there = minutes(from, s);
            if (!there || !is_yes(capable(s) & admitted(s) & on_duty(s, hour))) continue;
            if (!best || *there < best->minutes->count()) best = golden_destination{s, minutes_of_travel(*there)};
        }
        return best;
    }
};

std::array<std::size_t, 7> met{};

void agrees(std::uint64_t seed) {
    auto const made = make_case(seed);
    auto const now = as_of(made.written, made.today);
    auto const given = golden_window(now, made.asked);
    RC_ASSERT(!given.problems().has_errors());
    slow_reader const slow{made, now};
    std::array<std::size_t, 7> counted{};
    for (std::size_t p = 0; p < given.size(); ++p) {
        site const from = given[p].where;
        unsigned reached = 0;
        unsigned perhaps = 0;
        std::optional<std::int64_t> worst = 0;
        for (unsigned h = 0; h < hours_in_a_week; ++h) {
            hour_of_week const hour{static_cast<std::uint8_t>(h)};
            auto const found = given.at(p, hour);
            RC_ASSERT(found.answer == slow.answer(from, hour));
            ++counted[static_cast<std::size_t>(found.answer)];
            auto const nearest = slow.nearest(from, hour);
            if (!nearest) worst = std::nullopt;
            if (worst && nearest->minutes->count() > *worst) worst = nearest->minutes->count();
            reached += found.answer == golden_answer::reached ? 1u : 0u;
            perhaps += found.answer == golden_answer::perhaps ? 1u : 0u;
            if (found.answer == golden_answer::reached) {
                RC_ASSERT(found.destination == nearest);
                RC_ASSERT(found.slack == made.asked.window.count() - nearest->minutes->count());
                RC_ASSERT((*found.slack >= 0 && !found.doubts.any()));
                RC_ASSERT((!found.other || *found.other->minutes <= *found.destination->minutes));
            }
            if (found.answer == golden_answer::perhaps) {
                site const there = found.destination->where;
                RC_ASSERT(found.doubts.any());
                RC_ASSERT(found.doubts.capability == is_unknown(slow.capable(there)));
                RC_ASSERT(found.doubts.admission == is_unknown(slow.admitted(there)));
                RC_ASSERT(found.doubts.hours == is_unknown(slow.on_duty(there, hour)));
                RC_ASSERT(found.doubts.travel == is_unknown(slow.within(from, there)));
            }
            if (found.answer == golden_answer::closed) {
                RC_ASSERT(is_no(slow.on_duty(found.destination->where, hour)));
            }
            if (found.answer == golden_answer::too_far && found.slack) {
                RC_ASSERT(*found.slack < 0);
            }
        }
        auto const slack = worst ? std::optional(made.asked.window.count() - *worst) : std::nullopt;
        RC_ASSERT(given[p].slack.has_value() == slack.has_value());
        RC_ASSERT((!slack || *given[p].slack == *slack));
        RC_ASSERT(given[p].hours_reached == reached);
        RC_ASSERT(given[p].hours_perhaps == perhaps);
    }
    for (std::size_t answer = 0; answer < counted.size(); ++answer) {
        RC_ASSERT(given.count(static_cast<golden_answer>(answer)) == counted[answer]);
        met[answer] += counted[answer];
    }
}

void grows(std::uint64_t seed) {
    auto const before = make_case(seed);
    auto after = before;
    dice::thrower dice(seed ^ 0x5555);
    auto const id = "newcomer"_institution;
    after.written.institutions.push_back(
        {.id = id, .operations = {{operation_status::operating, always, synthetic()}}});
    for (auto const& each : after.written.techniques) {
        after.written.capabilities.push_back(
            {.site = id, .technique = each.id, .stage = stage::accepted, .valid = always});
    }
    for (auto const& each : before.asked.points) {
        if (!dice.once_in(4)) {
            after.written.travels.push_back(
                {each, id, minutes_of_travel(std::int64_t(dice.roll(120))), always, synthetic()});
        }
    }
    after.asked.on_duty.push_back({id, some_hours(dice)});
    if (!after.asked.admits.empty()) after.asked.admits.push_back(truth::yes);
    auto const then = as_of(before.written, before.today);
    auto const now = as_of(after.written, after.today);
    auto const was = golden_window(then, before.asked);
    auto const is = golden_window(now, after.asked);
    for (std::size_t p = 0; p < was.size(); ++p) {
        RC_ASSERT(is[p].hours_reached >= was[p].hours_reached);
        RC_ASSERT((!was[p].slack || (is[p].slack && *is[p].slack >= *was[p].slack)));
    }
}

}  // namespace

TEST_CASE("golden window: every point and hour as a reader finds it who looks at everything") {
    rc::prop("agrees with the reader of everything", [](std::uint64_t seed) { agrees(seed); });
    for (std::uint64_t seed = 0; seed < 400; ++seed) agrees(seed);
    for (auto const each : met) CHECK(each > 1000);  // every answer was met often
}

TEST_CASE("golden window: a further destination makes no point worse") {
    rc::prop("slack and hours reached never fall", [](std::uint64_t seed) { grows(seed); });
    for (std::uint64_t seed = 0; seed < 400; ++seed) grows(seed);
}
