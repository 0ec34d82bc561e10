#include <lienvien/rules/batch.hpp>
#include <lienvien/threads/run_in_threads.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <mutex>
#include <network/made.hpp>
#include <network/random_network.hpp>
#include <rules/made_up_jurisdiction.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

// Batches: the same answers whatever runs them, in how many threads and in which order; stopping, progress and exceptions.

using namespace made;

namespace {

constexpr std::size_t most = 3;
constexpr auto const& book = made_up::transfers;
using plan = sweep_plan<std::remove_cvref_t<decltype(book)>>;

/// A runner that begins with the last part, as an engine may.
struct backwards {
    template <class Part>
    void operator()(std::size_t parts, Part const& do_part) const {
        while (parts > 0) do_part(--parts);
    }
};

struct nation {
    network written;
    std::vector<patient_need> needs;
};
/// 150 hospitals, each of whose facts begin and end on days of their own.
nation make_nation(std::uint64_t seed, std::size_t needs) {
    dice::thrower dice(seed);
    nation made;
    auto const named = [](std::size_t site) { return dice::maker::site_number(site); };
    auto const some_days = [&] {
        validity valid = always;
        if (dice.once_in(2)) valid.from = partial_date(dice.pick(dice::days()));
        if (dice.once_in(3)) valid.until = partial_date(2027y / 1 / 1);
        return valid;
    };
    for (std::size_t t = 0; t < 4; ++t)
        made.written.techniques.push_back({.id = dice::maker::technique_number(t), .source = synthetic()});
    for (std::size_t site = 0; site < 150; ++site) {
        add_hospital(made.written, named(site).view());
        made.written.gradings.push_back({.institution = named(site),
                                         .level = static_cast<technical_level>(dice.roll(3)),
                                         .valid = some_days(),
                                         .source = synthetic()});
        made.written.capacities.push_back({.institution = named(site),
                                           .free = beds(static_cast<int>(dice.roll(3))),
                                           .valid = some_days(),
                                           .source = synthetic()});
        technique_list performed{.site = named(site), .valid = some_days(), .source = synthetic()};
        for (std::size_t t = 0; t < 4; ++t) {
            if (dice.once_in(2)) performed.techniques.push_back(dice::maker::technique_number(t));
        }
        made.written.technique_lists.push_back(std::move(performed));
        for (std::size_t origin = 0; origin < 5; ++origin)
            made.written.travels.push_back({named(origin), named(site),
                                            minutes_of_travel(static_cast<int>(1 + dice.roll(200))), always,
                                            synthetic()});
    }
    for (std::size_t n = 0; n < needs; ++n)
        made.needs.push_back({.id = need_id::checked("n" + std::to_string(n)),
                              .origin = named(dice.roll(5)),
                              .techniques = {dice::maker::technique_number(dice.roll(4))},
                              .urgency = dice.once_in(2) ? urgency::emergency : urgency::routine,
                              .stable = dice.three(),
                              .transfer_indicated = truth::yes,
                              .within = minutes_of_travel(100),
                              .source = synthetic()});
    return made;
}
std::vector<numbered_need> numbered(snapshot const& today, std::vector<patient_need> const& needs) {
    std::vector<numbered_need> made;
    for (auto const& each : needs) made.emplace_back(today.numbers(), each);
    return made;
}
std::vector<sys_days> in_order() {
    std::vector<sys_days> all;
    for (auto const each : dice::days()) all.push_back(day(each));
    return all;
}

/// Smaller comes first: who performs more of what is needed.
constexpr auto by_techniques = [](auto const& each) {
    auto const& asked = each.plan->asked();
    return static_cast<std::uint32_t>(asked.techniques().size() - asked.covered(each.where()));
};
struct table {
    std::vector<ranked<std::uint32_t>> best;
    std::vector<ranking> found;

    explicit table(std::size_t answers) : best(answers * most), found(answers) {}
    /// Every number of the table, in order; slots are a matter of each snapshot.
    std::vector<std::uint64_t> written() const {
        std::vector<std::uint64_t> all;
        for (std::size_t n = 0; n < found.size(); ++n) {
            all.insert(all.end(), {found[n].permitted, found[n].shown});
            for (std::size_t at = 0; at < most; ++at) {
                auto const& each = best[n * most + at];
                all.insert(all.end(), {number_of(each.where), each.key});
            }
        }
        return all;
    }
};

template <class Run>
std::vector<std::uint64_t> ranked_on(snapshot const& today, std::vector<numbered_need> const& needs, Run const& run) {
    table answers(needs.size());
    auto const ended = rank_all(book, rules_on(book, today.day()), today, needs, most, std::span(answers.best),
                                std::span(answers.found), by_techniques, run);
    CHECK(ended == batch_result{needs.size(), needs.size()});
    return answers.written();
}
template <class Run>
std::vector<std::uint64_t> ranked_on_days(nation const& all, std::vector<sys_days> const& days, Run const& run) {
    situation moving(all.written, days.back());
    auto const needs = numbered(moving.today(), all.needs);
    table answers(days.size() * needs.size());
    auto const ended = rank_all(book, moving, days, needs, uncertain_rules::apply_and_say, most,
                                std::span(answers.best), std::span(answers.found), by_techniques, run);
    CHECK(ended == batch_result{days.size() * needs.size(), days.size() * needs.size()});
    CHECK(moving.today().day() == days.back());
    return answers.written();
}

}  // namespace

TEST_CASE("a batch ranks every need as if it were asked alone, in any number of threads and in any order") {
    std::uint64_t permitted = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        auto const all = make_nation(seed, 150);
        auto const today = as_of(all.written, dice::days()[13]);
        auto const needs = numbered(today, all.needs);

        table alone(needs.size());
        auto const rules = rules_on(book, today.day());
        for (std::size_t n = 0; n < needs.size(); ++n) {
            request const asked(today, all.needs[n]);
            plan const swept(book, rules, asked);
            alone.found[n] = rank(swept, std::span(alone.best).subspan(n * most, most), by_techniques);
            permitted += alone.found[n].permitted;
        }
        CHECK(ranked_on(today, needs, in_this_thread{}) == alone.written());
        CHECK(ranked_on(today, needs, backwards{}) == alone.written());
        for (unsigned threads = 1; threads <= 4; ++threads)
            CHECK(ranked_on(today, needs, in_threads(threads)) == alone.written());
    }
    CHECK(permitted > 1000);
}

TEST_CASE("a batch over the days of a situation answers as a new snapshot of each day does") {
    auto const days = in_order();
    auto const all = make_nation(7, 40);
    std::vector<std::uint64_t> alone;
    std::set<std::vector<std::uint64_t>> different;
    for (auto const each : days) {
        snapshot const today(all.written, {each, (sys_days::max)()});
        auto const found = ranked_on(today, numbered(today, all.needs), in_this_thread{});
        alone.insert(alone.end(), found.begin(), found.end());
        different.insert(found);
    }
    CHECK(different.size() > 5);  // the days do not all answer the same
    CHECK(ranked_on_days(all, days, in_this_thread{}) == alone);
    CHECK(ranked_on_days(all, days, backwards{}) == alone);
    for (unsigned threads = 1; threads <= 4; ++threads) CHECK(ranked_on_days(all, days, in_threads(threads)) == alone);
}

TEST_CASE("each job of a batch is done once, one by one or with its neighbours") {
    for (std::size_t const count :
         {std::size_t{0}, std::size_t{1}, std::size_t{1023}, std::size_t{5000}, std::size_t{200'001}}) {
        std::vector<int> const once(count, 1);
        for (unsigned threads = 1; threads <= 4; ++threads) {
            std::vector<int> done(count);
            CHECK(for_each_in_batch(
                      count, [&](std::size_t n) { ++done[n]; }, in_threads(threads))
                      .complete());
            CHECK(done == once);
            std::vector<int> by_part(count);
            auto const neighbours = [&](std::size_t first, std::size_t last) {
                for (auto n = first; n < last; ++n) ++by_part[n];
            };
            CHECK(for_each_in_batch(count, neighbours, in_threads(threads)).done == count);
            CHECK(by_part == once);
        }
    }
}

TEST_CASE("nothing starts a thread unasked, and no more than asked") {
    std::vector<std::size_t> order;
    bool here = true;
    auto const caller = std::this_thread::get_id();
    auto const ended = for_each_in_batch(3000, [&](std::size_t n) {
        here = here && std::this_thread::get_id() == caller;
        order.push_back(n);
    });
    CHECK(ended.complete());
    CHECK(here);
    CHECK(order.size() == 3000);
    for (std::size_t n = 0; n < order.size(); ++n) REQUIRE(order[n] == n);

    std::mutex one;
    std::set<std::thread::id> seen;
    CHECK(for_each_in_batch(
              3000,
              [&](std::size_t) {
                  std::lock_guard const alone(one);
                  seen.insert(std::this_thread::get_id());
              },
              in_threads(3))
              .complete());
    CHECK(!seen.empty());
    CHECK(seen.size() <= 3);
}

TEST_CASE("progress never falls, is told by one thread at a time, and ends at the whole") {
    for (unsigned threads = 1; threads <= 4; ++threads) {
        std::uint64_t last = 0;
        std::size_t told = 0;
        bool rising = true;
        std::atomic<int> inside{0};
        bool alone = true;
        auto listener = [&](std::uint64_t done, std::uint64_t total) {
            alone = alone && ++inside == 1;
            rising = rising && done > last && done <= total && total == 20'000;
            last = done;
            ++told;
            --inside;
        };
        std::atomic<std::uint64_t> sum{0};
        CHECK(for_each_in_batch(
                  20'000, [&](std::size_t n) { sum += n; }, in_threads(threads), progress(listener))
                  .complete());
        CHECK(rising);
        CHECK(alone);
        CHECK(last == 20'000);
        CHECK(told >= 1);
        if (threads == 1) CHECK(told > 1000);
        CHECK(sum == 19'999u * 10'000u);
    }
    auto const all = make_nation(3, 20);
    auto const days = in_order();
    situation moving(all.written, days.front());
    auto const needs = numbered(moving.today(), all.needs);
    std::uint64_t last = 0;
    bool rising = true;
    auto listener = [&](std::uint64_t done, std::uint64_t total) {
        rising = rising && done > last && total == days.size() * needs.size();
        last = done;
    };
    CHECK(for_each_day_and_need(
              book, moving, days, needs, uncertain_rules::leave_out, [](std::size_t, std::size_t, plan const&) {},
              in_threads(2), progress(listener))
              .complete());
    CHECK(rising);
    CHECK(last == days.size() * needs.size());
}

TEST_CASE("a stopped batch says that it is not complete") {
    stop_flag before;
    before.raise();
    for (unsigned threads = 1; threads <= 4; ++threads) {
        std::atomic<std::uint64_t> ran{0};
        auto const job = [&](std::size_t) { ++ran; };
        CHECK(for_each_in_batch(5000, job, in_threads(threads), progress(before)) == batch_result{0, 5000});
        CHECK(ran == 0);

        stop_flag by_job;
        auto const stops = [&](std::size_t n) {
            ++ran;
            if (n == 100) by_job.raise();
        };
        auto const ended = for_each_in_batch(1'000'000, stops, in_threads(threads), progress(by_job));
        CHECK(!ended.complete());
        CHECK(ended.done == ran);
        CHECK(ended.done > 0);

        stop_flag by_listener;
        std::uint64_t last = 0;
        auto listener = [&](std::uint64_t done, std::uint64_t) {
            last = done;
            if (done >= 1000) by_listener.raise();
        };
        ran = 0;
        auto const after = for_each_in_batch(1'000'000, job, in_threads(threads), progress(listener, by_listener));
        CHECK(!after.complete());
        CHECK(after.done >= 1000);
        CHECK(after.done == ran);
        CHECK(last <= after.done);
    }
    // Of the days, the one that was stopped is the last.
    auto const all = make_nation(3, 20);
    auto const days = in_order();
    situation moving(all.written, days.front());
    auto const needs = numbered(moving.today(), all.needs);
    stop_flag stop;
    auto const ended = for_each_day_and_need(
        book, moving, days, needs, uncertain_rules::apply_and_say,
        [&](std::size_t d, std::size_t, plan const&) {
            if (d == 4) stop.raise();
        },
        in_threads(2), progress(stop));
    CHECK(!ended.complete());
    CHECK(ended.done > 4 * needs.size());
    CHECK(ended.done <= 5 * needs.size());
    CHECK(moving.today().day() == days[4]);
}

TEST_CASE("what a job or the listener throws reaches the caller, and no thread is left behind") {
    for (unsigned threads = 1; threads <= 4; ++threads) {
        std::atomic<std::size_t> begun{0};
        std::atomic<std::size_t> ended{0};
        auto const fails = [&](std::size_t n) {
            ++begun;
            if (n == 777) throw std::runtime_error("the 777th");
            ++ended;
        };
        CHECK_THROWS_WITH(for_each_in_batch(1'000'000, fails, in_threads(threads)), "the 777th");
        CHECK(begun == ended + 1);  // all who began have ended, but for the one that threw
        CHECK(begun < 1'000'000);

        auto const all_fail = [](std::size_t) { throw std::runtime_error("each of them"); };
        CHECK_THROWS_WITH(for_each_in_batch(1000, all_fail, in_threads(threads)), "each of them");

        auto listener = [](std::uint64_t done, std::uint64_t) {
            if (done > 50) throw std::runtime_error("the listener");
        };
        CHECK_THROWS_WITH(for_each_in_batch(
                              1000, [](std::size_t) {}, in_threads(threads), progress(listener)),
                          "the listener");
    }
    CHECK_THROWS_WITH(for_each_in_batch(10, [](std::size_t) { throw std::runtime_error("here"); }), "here");
}
