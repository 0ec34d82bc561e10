#include <lienvien/measure/bernoulli_cusum.hpp>
#include <lienvien/measure/funnel.hpp>
#include <lienvien/measure/learning_cusum.hpp>
#include <lienvien/measure/nested_count.hpp>
#include <lienvien/measure/normal_cusum.hpp>
#include <lienvien/measure/risk_adjusted_cusum.hpp>

#include <support/rapidcheck.hpp>
#include <support/stream.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;

namespace {

/// What happens by chance, the same on every machine.
struct draws : support::stream {
    using stream::stream;
    bool happens(double probability) { return inner_unit() < probability; }
    double normal() { return normal_quantile(inner_unit()); }
};

struct simulated {
    double mean;
    double error;
};
/// The mean of many runs and its standard error.
template <class Run>
simulated simulate(int runs, Run run) {
    double sum = 0;
    double squares = 0;
    for (int each = 0; each < runs; ++each) {
        auto const length = static_cast<double>(run());
        sum += length;
        squares += length * length;
    }
    double const mean = sum / runs;
    return {mean, std::sqrt((squares / runs - mean * mean) / runs)};
}
bool within(simulated const& seen, double exact) { return std::fabs(seen.mean - exact) < 4 * seen.error; }

double between(double low, double high) { return low + (high - low) * *rc::gen::inRange(0, 10'001) / 10'000; }

}  // namespace

TEST_CASE("the run lengths of the chains lie within what simulation shows") {
    draws chance{20260101};
    SECTION("normal CUSUM, one and both sides, with and without a shift") {
        for (double const shift : {0.0, 0.5, 1.0}) {
            auto const run = [&](cusum_sides sides) {
                return simulate(4000, [&] {
                    normal_cusum chart({.target = 0, .reference_value = 0.5, .limit = 3, .sides = sides, .wanted = {}});
                    while (!chart.add(chance.normal() + shift)) {
                    }
                    return chart.taken();
                });
            };
            CHECK(within(run(cusum_sides::rise), normal_cusum_run_length(0.5, 3, shift)));
            CHECK(within(run(cusum_sides::both), normal_cusum_run_length_both(0.5, 3, shift)));
        }
    }
    SECTION("Bernoulli CUSUM") {
        for (double const rate : {0.05, 0.1, 0.3}) {
            auto const seen = simulate(8000, [&] {
                bernoulli_cusum chart({7, 25});
                while (!chart.add(chance.happens(rate))) {
                }
                return chart.taken();
            });
            CHECK(within(seen, bernoulli_run_length({7, 25}, rate)));
        }
    }
    SECTION("risk-adjusted CUSUM, as expected and with odds doubled, for harm and for improvement") {
        std::vector<risk_class> const mix{{0.02, 5}, {0.07, 3}, {0.2, 1.5}, {0.45, 0.5}};
        for (double const watched : {2.0, 0.5}) {
            for (double const truly : {1.0, 2.0, 0.5}) {
                auto const seen = simulate(6000, [&] {
                    risk_adjusted_cusum chart(watched, 2);
                    for (;;) {
                        double const place = 10 * chance.inner_unit();
                        double const risk = place < 5 ? 0.02 : place < 8 ? 0.07 : place < 9.5 ? 0.2 : 0.45;
                        double const odds = truly * risk / (1 - risk);
                        if (chart.add(risk, chance.happens(odds / (1 + odds))) || chart.taken() == 200'000)
                            return chart.taken();
                    }
                });
                double const exact = risk_adjusted_run_length(mix, watched, 2, truly);
                // The lattice adds its own small error where risks are few.
                if (exact < 20'000) CHECK(std::fabs(seen.mean - exact) < 4 * seen.error + 0.003 * exact);
            }
        }
    }
    SECTION("learning CUSUM: who is declared competent within sixty cases") {
        learning_design const design{0.25, 0.1, 1.6};
        for (double const rate : {0.05, 0.1, 0.25}) {
            auto const seen = simulate(20'000, [&] {
                learning_cusum chart(design);
                for (int at = 0; at < 60; ++at) chart.add(chance.happens(rate));
                return chart.competent() ? 1 : 0;
            });
            double const exact = probability_declared_competent(design, rate, 60);
            CHECK(std::fabs(seen.mean - exact) < 4 * std::sqrt(exact * (1 - exact) / 20'000) + 2e-4);
        }
    }
}

TEST_CASE("Bernoulli CUSUM") {
    rc::prop("the pass over all limits equals the general chain", [] {
        auto const step = *rc::gen::inRange(1u, 30u);
        auto const limit = *rc::gen::inRange(1u, 120u);
        double const rate = between(0.01, 0.9);
        detail::banded_chain chain(limit, 1, step);
        for (std::size_t from = 0; from < limit; ++from) {
            if (from > 0) chain.add_move(from, from - 1, 1 - rate);
            if (from + step < limit)
                chain.add_move(from, from + step, rate);
            else
                chain.add_leave(from, rate);
        }
        double const general = chain.mean_steps();
        RC_ASSERT((std::fabs(general - bernoulli_run_length({step, limit}, rate)) <= 1e-10 * general));
    });
    rc::prop("more failures never delay a signal", [] {
        bernoulli_design const design{*rc::gen::inRange(1u, 12u), *rc::gen::inRange(1u, 40u)};
        auto const fewer = *rc::gen::container<std::vector<bool>>(80, rc::gen::arbitrary<bool>());
        bernoulli_cusum a(design);
        bernoulli_cusum b(design);
        std::uint64_t first_a = 1000;
        std::uint64_t first_b = 1000;
        for (bool const failed : fewer) {
            bool const also = failed || *rc::gen::inRange(0, 6) == 0;
            if (auto const seen = a.add(failed); seen && seen->number < first_a) first_a = seen->number;
            if (auto const seen = b.add(also); seen && seen->number < first_b) first_b = seen->number;
            RC_ASSERT((b.sum() >= a.sum()));
        }
        RC_ASSERT((first_b <= first_a));
    });
    rc::prop("the designed limit is the smallest that keeps the run length, and rises with it", [] {
        double const acceptable = between(0.005, 0.1);
        double const unacceptable = acceptable * between(1.5, 4);
        double const wanted = between(50, 5000);
        auto const design = design_bernoulli_cusum(acceptable, unacceptable, wanted);
        RC_PRE(design.has_value());
        RC_ASSERT((bernoulli_run_length(*design, acceptable) >= wanted));
        if (design->limit > 1)
            RC_ASSERT((bernoulli_run_length({design->failure_step, design->limit - 1}, acceptable) < wanted));
        auto const longer = design_bernoulli_cusum(acceptable, unacceptable, wanted * between(1, 3));
        RC_ASSERT((longer.has_value() && longer->limit >= design->limit));
        RC_ASSERT((bernoulli_run_length(*design, unacceptable) < bernoulli_run_length(*design, acceptable)));
    });
}

TEST_CASE("limits rise with the run length, and with what they must hold") {
    rc::prop("normal CUSUM", [] {
        double const k = between(0, 1);
        double const wanted = between(5, 2000);
        double const limit = *normal_cusum_limit(k, wanted, cusum_sides::both);
        RC_ASSERT((std::fabs(normal_cusum_run_length_both(k, limit, 0) - wanted) < 1e-6 * wanted));
        RC_ASSERT((*normal_cusum_limit(k, wanted * 1.01, cusum_sides::both) > limit));
        RC_ASSERT((*normal_cusum_limit(k, wanted, cusum_sides::rise) < limit));
    });
    rc::prop("learning CUSUM: the probability is kept, and is not kept by less", [] {
        double const inadequate = between(0.15, 0.5);
        double const adequate = inadequate * between(0.2, 0.7);
        auto const cases = static_cast<std::uint64_t>(*rc::gen::inRange(5, 80));
        double const wrongly = between(0.01, 0.3);
        auto design = design_learning_cusum(inadequate, adequate, wrongly, cases);
        RC_ASSERT(design.has_value());
        RC_ASSERT((probability_declared_competent(*design, inadequate, cases) <= wrongly));
        auto smaller = *design;
        smaller.limit *= 1 - 1e-9;
        RC_ASSERT((probability_declared_competent(smaller, inadequate, cases) > wrongly));
        RC_ASSERT((probability_declared_competent(*design, adequate, cases) >=
                   probability_declared_competent(*design, inadequate, cases)));
        auto const stricter = design_learning_cusum(inadequate, adequate, wrongly / 2, cases);
        RC_ASSERT((stricter->limit >= design->limit));
    });
    rc::prop("learning CUSUM: a failure turned into a success never delays competence", [] {
        learning_design const design{0.25, 0.1, 1.4};
        learning_cusum a(design);
        learning_cusum b(design);
        for (int at = 0; at < 60; ++at) {
            bool const failed = *rc::gen::inRange(0, 5) == 0;
            a.add(failed);
            b.add(failed && *rc::gen::inRange(0, 3) != 0);
            RC_ASSERT((!a.competent() || b.competent()));
        }
    });
    SECTION("risk-adjusted CUSUM") {
        std::vector<risk_class> const mix{{0.03, 4}, {0.1, 3}, {0.3, 1}};
        double before = 0;
        for (double const wanted : {100.0, 130.0, 200.0, 370.0, 1000.0, 5000.0}) {
            double const limit = *risk_adjusted_limit(mix, 2, wanted);
            CHECK(limit > before);
            CHECK(risk_adjusted_run_length(mix, 2, limit, 1) == Approx(wanted).epsilon(0.01));
            before = limit;
        }
    }
}

TEST_CASE("p-charts and funnels") {
    rc::prop("multiplying all sizes and failures keeps the centre and narrows the limits by the root", [] {
        auto const size = *rc::gen::inRange(50, 500);
        auto const failures = *rc::gen::inRange(size / 4, size / 2);
        int const times = *rc::gen::inRange(2, 6);
        auto const chart = p_chart::around({*share::of(items(failures), items(size))}, 3, better::lower);
        auto const larger =
            p_chart::around({*share::of(items(failures * times), items(size * times))}, 3, better::lower);
        RC_ASSERT((chart->centre() == larger->centre()));
        auto const near_by = chart->limits_of(items(size));
        auto const closer = larger->limits_of(items(size * times));
        double const root = std::sqrt(static_cast<double>(times));
        RC_ASSERT((std::fabs((near_by.upper - chart->centre()) - root * (closer.upper - chart->centre())) < 1e-12));
    });
    rc::prop("counting successes in place of failures mirrors the chart", [] {
        auto const size = *rc::gen::inRange(20, 300);
        auto const failures = *rc::gen::inRange(0, size + 1);
        double const centre = between(0.05, 0.95);
        p_chart counts_failures(centre, 3, better::lower);
        p_chart counts_successes(1 - centre, 3, better::higher);
        auto const a = counts_failures.add(*share::of(items(failures), items(size)));
        auto const b = counts_successes.add(*share::of(items(size - failures), items(size)));
        double const edge = counts_failures.limits_of(items(size)).upper - static_cast<double>(failures) / size;
        double const other = counts_failures.limits_of(items(size)).lower - static_cast<double>(failures) / size;
        RC_PRE((std::fabs(edge) > 1e-9 && std::fabs(other) > 1e-9));
        RC_ASSERT((a.has_value() == b.has_value()));
        if (a) RC_ASSERT((a->meaning == b->meaning));
    });
    rc::prop("a funnel holds its target, closes in with size and opens with the level", [] {
        double const expected = between(0.5, 300);
        auto const inner = poisson_funnel(expected, *percentage::parse("95"));
        auto const outer = poisson_funnel(expected, *percentage::parse("99.8"));
        RC_ASSERT((outer.lower < inner.lower && inner.lower < 1 && 1 < inner.upper && inner.upper < outer.upper));
        RC_ASSERT((poisson_funnel(expected * 1.1, *percentage::parse("95")).upper < inner.upper));
        // At the limits the Poisson tails are what they should be.
        auto const tail = detail::gamma_parts_at(expected, inner.lower * expected);
        RC_ASSERT((std::fabs(tail.lower - 0.025) < 1e-12));
    });
    rc::prop("binomial limits mirror, and the tails are kept", [] {
        auto const size = *rc::gen::inRange(30, 2000);
        double const target = between(0.1, 0.9);
        auto const limits = binomial_funnel(items(size), target, *percentage::parse("95"));
        auto const mirrored = binomial_funnel(items(size), 1 - target, *percentage::parse("95"));
        RC_ASSERT((limits.lower < target && target < limits.upper));
        RC_ASSERT((std::fabs(limits.upper + mirrored.lower - 1) < 2.0 / size));
        auto const n = static_cast<std::uint64_t>(size);
        auto const below = static_cast<std::uint64_t>(std::floor(limits.lower * size));
        if (limits.lower > 0) RC_ASSERT((binomial_probability(below, n, target) <= 0.025 + 1e-9));
    });
}

TEST_CASE("whatever the facts are, the sets of an indicator are nested and every case has its place") {
    struct facts {
        truth a, b, c, d;
    };
    rc::prop("numerator within denominator within population; what arrives later only narrows the range", [] {
        auto const draw = [] { return static_cast<truth>(*rc::gen::inRange(-1, 2)); };
        auto const words = label{"điều kiện", "criterion"};
        auto const indicator = counting<facts>("made"_indicator)
                                   .population(words, [](facts const& f) { return f.a; })
                                   .eligible(words, [](facts const& f) { return f.b; })
                                   .excluding(words, [](facts const& f) { return f.c; })
                                   .meets(words, [](facts const& f) { return f.d; });
        std::vector<facts> vague;
        std::vector<facts> told;
        auto const size = *rc::gen::inRange(0, 12);
        auto const settle = [](truth value) { return is_unknown(value) ? known(*rc::gen::arbitrary<bool>()) : value; };
        for (int at = 0; at < size; ++at) {
            vague.push_back({draw(), draw(), draw(), draw()});
            auto const& last = vague.back();
            told.push_back({settle(last.a), settle(last.b), settle(last.c), settle(last.d)});
        }
        auto const first = indicator.count(vague);
        RC_ASSERT((first.cases().size() == vague.size()));
        RC_ASSERT((first.numerator() <= first.denominator() && first.denominator() <= first.population()));
        RC_ASSERT((first.population() + first.count(case_place::outside) + first.count(case_place::not_known) ==
                   items(size)));
        auto const later = indicator.count(told);
        RC_ASSERT((later.open() == items(0)));
        auto const range = first.possible_shares();
        auto const exact = later.known_share();
        if (!exact) return;
        RC_ASSERT(range.has_value());
        RC_ASSERT((range->least.value() <= exact->value() + 1e-15 && exact->value() <= range->most.value() + 1e-15));
    });
}
