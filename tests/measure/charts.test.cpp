#include <lienvien/measure/bernoulli_cusum.hpp>
#include <lienvien/measure/funnel.hpp>
#include <lienvien/measure/learning_cusum.hpp>
#include <lienvien/measure/normal_cusum.hpp>
#include <lienvien/measure/p_chart.hpp>
#include <lienvien/measure/risk_adjusted_cusum.hpp>
#include <lienvien/measure/run_chart.hpp>

#include <support/catch.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <measure/published.hpp>
#include <string>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

percentage percent(char const* digits) { return *percentage::parse(digits); }

/// How far apart, relative to what was published.
double apart(double found, double given) { return std::fabs(found - given) / std::fabs(given); }

/// The largest deviation over a table, printed so that the report of a run shows it.
struct worst {
    explicit worst(char const* name) : table(name) {}
    worst(worst const&) = delete;
    worst& operator=(worst const&) = delete;
    ~worst() { std::printf("%s: %d rows, worst deviation %.2e\n", table, rows, deviation); }
    void see(double each) {
        ++rows;
        if (each > deviation) deviation = each;
    }
    char const* table;
    int rows = 0;
    double deviation = 0;
};

share sample(std::int64_t part, std::int64_t whole) { return *share::of(items(part), items(whole)); }

/// A mix of patients with x of a beta distribution (1, 3) and logit(risk) = -3.6798 + 0.0768 * 71 x.
std::vector<risk_class> beta_mix() {
    std::vector<risk_class> mix;
    logit_risk const risk{-3.6798, 0.0768 * 71};
    for (int at = 0; at < 600; ++at) {
        double const x = (at + 0.5) / 600;
        mix.push_back({risk(x), (1 - x) * (1 - x)});
    }
    return mix;
}

}  // namespace

// Source: J. Anhøj and A. V. Olesen 2014, table 1: limits for 10, 15, 20 and 24 useful points.
TEST_CASE("run chart: the limits of Anhøj's rules and what breaks them") {
    struct known {
        int points;
        std::uint64_t longest, fewest;
    };
    for (auto const each : {known{10, 6, 2}, known{15, 7, 4}, known{20, 7, 6}, known{24, 8, 8}}) {
        run_chart chart(0.5);
        for (int at = 0; at < each.points; ++at) chart.add(at % 2);
        chart.add(0.5);  // on the line: says nothing
        auto const read = chart.read();
        REQUIRE(read);
        CHECK(read->useful == static_cast<std::uint64_t>(each.points));
        CHECK(read->run_limit == each.longest);
        CHECK(read->crossing_limit == each.fewest);
        CHECK(read->longest_run == 1);
        CHECK(read->crossings == read->useful - 1);
        CHECK_FALSE(read->shifted());
    }
    std::vector<double> shifted;
    for (int at = 0; at < 24; ++at) shifted.push_back(at < 12 ? 10 + at % 3 : 20 + at % 3);
    auto const read = read_run_chart(shifted);
    REQUIRE(read);
    CHECK(read->middle == 16);
    CHECK((read->longest_run == 12 && read->unusual_run()));
    CHECK((read->crossings == 1 && read->unusual_crossings()));
    CHECK_FALSE(read_run_chart({}));
    CHECK(read_run_chart({3, 3, 3}).refusal().because == measuring_fault::nobody_counted);
    CHECK(median_of({3, 1, 2}) == 2);
}

TEST_CASE("p-chart: NIST 6.3.3.2, the printed digits (needs ../shared/truths)") {
    auto const rows = published::table("p_chart_nist_6_3_3_2");
    if (rows.empty()) {
        WARN("left out: ../shared/truths is not there");
        return;
    }
    std::vector<share> samples;
    for (auto const& each : rows)
        samples.push_back(sample(static_cast<std::int64_t>(published::number(each, 1)),
                                 static_cast<std::int64_t>(published::number(each, 2))));
    auto const given = published::table("p_chart_nist_6_3_3_2_answer").at(0);
    auto made = p_chart::around(samples, 3, better::lower);
    REQUIRE(made);
    auto chart = *made;
    auto const limits = chart.limits_of(items(50));
    CHECK(with_decimals(chart.centre(), 4) == given[0]);
    CHECK(with_decimals(limits.upper, 4) == given[1]);
    CHECK(with_decimals(limits.lower, 4) == given[2]);
    std::string signals;
    for (auto const& each : samples) {
        if (auto const seen = chart.add(each)) {
            signals += (signals.empty() ? "" : " ") + std::to_string(seen->number);
            CHECK(seen->meaning == signal_meaning::worse);
        }
    }
    CHECK(signals == given[3]);
}

TEST_CASE("p-chart: a larger sample has narrower limits; nothing lies outside 0 and 1") {
    p_chart chart(0.2313, 3, better::lower);
    // NIST 6.3.3.2: the limits for samples of 50.
    CHECK(chart.limits_of(items(50)).lower == Approx(0.0524).margin(5e-5));
    CHECK(chart.limits_of(items(50)).upper == Approx(0.4102).margin(5e-5));
    CHECK(chart.limits_of(items(5)).lower == 0);
    CHECK(chart.limits_of(items(500)).upper < chart.limits_of(items(50)).upper);
    CHECK_FALSE(chart.add(sample(10, 50)));
    auto const high = chart.add(sample(24, 50));
    REQUIRE(high);
    CHECK((high->number == 2 && high->act() == proposed_act::suspend_and_retrain));
    auto const low = chart.add(sample(0, 100));
    REQUIRE(low);
    CHECK(low->meaning == signal_meaning::improved);
    CHECK(p_chart::around({}, 3, better::lower).refusal().because == measuring_fault::nobody_counted);
}

// Source: D. C. Montgomery, Introduction to Statistical Quality Control, examples 9.1 and tables 9.1 to 9.3.
TEST_CASE("normal CUSUM: the example and the run lengths printed in Montgomery") {
    normal_cusum chart(
        {.target = 10, .reference_value = 0.5, .limit = 5, .sides = cusum_sides::both, .wanted = better::not_known});
    std::uint64_t first = 0;
    double at_first = 0;
    for (double const each :
         {9.45, 7.99,  9.29,  11.66, 12.16, 10.18, 8.04, 11.46, 9.20,  10.34, 9.03,  11.47, 10.51, 9.40,  10.08,
          9.37, 10.62, 10.31, 8.52,  10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52}) {
        auto const seen = chart.add(each);
        if (seen && first == 0) {
            first = seen->number;
            at_first = seen->statistic;
            CHECK(seen->meaning == signal_meaning::changed);
        }
    }
    CHECK(first == 29);
    CHECK(at_first == Approx(5.28).margin(0.005));
    CHECK(chart.up() == Approx(5.30).margin(0.005));
    CHECK(std::lround(normal_cusum_run_length_both(0.5, 4, 0)) == 168);
    CHECK(std::lround(normal_cusum_run_length_both(0.5, 5, 0)) == 465);
    CHECK(normal_cusum_run_length_both(0.5, 4, 1) == Approx(8.38).margin(0.005));
    CHECK(normal_cusum_run_length_both(0.5, 5, 1) == Approx(10.4).margin(0.05));
    CHECK(normal_cusum_run_length(0.5, 5, 0) == Approx(930.9).margin(0.05));
    // The way back: the limit for a run length.
    CHECK(*normal_cusum_limit(0.5, normal_cusum_run_length_both(0.5, 5, 0), cusum_sides::both) ==
          Approx(5).margin(1e-7));
    CHECK(*normal_cusum_limit(0.25, 141.6877452, cusum_sides::rise) == Approx(5).margin(1e-6));
    // Without a reference value run lengths grow with the square of the limit only: no limit up to 100 is long enough.
    CHECK(normal_cusum_limit(0, 1e6, cusum_sides::rise).refusal().because == measuring_fault::no_such_limit);
    CHECK_FALSE(normal_cusum_limit(0.5, 1, cusum_sides::rise));
}

TEST_CASE(
    "normal CUSUM: every run length of the table to 1e-4, NIST's example digit for digit (needs ../shared/truths)") {
    auto const rows = published::table("normal_cusum_arl");
    auto const nist = published::table("cusum_nist_6_3_2_3");
    if (rows.empty() || nist.empty()) {
        WARN("left out: ../shared/truths is not there");
        return;
    }
    worst lengths("normal_cusum_arl");
    for (auto const& each : rows) {
        double const k = published::number(each, 0);
        double const h = published::number(each, 1);
        double const shift = published::number(each, 2);
        lengths.see(apart(normal_cusum_run_length(k, h, shift), published::number(each, 3)));
        lengths.see(apart(normal_cusum_run_length_both(k, h, shift), published::number(each, 4)));
    }
    CHECK(lengths.deviation < 1e-4);
    normal_cusum chart({.target = 325,
                        .reference_value = 0.3175,
                        .limit = 4.1959,
                        .sides = cusum_sides::both,
                        .wanted = better::lower});
    std::uint64_t first = 0;
    for (auto const& each : nist) {
        auto const seen = chart.add(published::number(each, 1));
        if (seen && first == 0) first = seen->number;
        CHECK(with_decimals(chart.up(), 4) == each[2]);
        CHECK(with_decimals(chart.down(), 4) == each[3]);
    }
    CHECK(first == 14);
}

TEST_CASE("Bernoulli CUSUM: run lengths of the table to 1e-4 (needs ../shared/truths)") {
    auto const rows = published::table("bernoulli_cusum_arl");
    if (rows.empty()) {
        WARN("left out: ../shared/truths is not there");
        return;
    }
    worst lengths("bernoulli_cusum_arl");
    for (auto const& each : rows) {
        bernoulli_design const design{static_cast<std::uint32_t>(published::number(each, 0)),
                                      static_cast<std::uint32_t>(published::number(each, 1))};
        lengths.see(apart(bernoulli_run_length(design, published::number(each, 2)), published::number(each, 3)));
    }
    CHECK(lengths.deviation < 1e-4);
}

// Source: M. R. Reynolds and Z. G. Stoumbos 1999: the step follows from both rates. The run lengths are those of the exact chain.
TEST_CASE("Bernoulli CUSUM: designed from rates and a run length, then kept case by case") {
    auto const design = design_bernoulli_cusum(0.02, 0.10, 20'000);
    REQUIRE(design);
    CHECK(design->failure_step == 19);
    CHECK(bernoulli_run_length(*design, 0.02) >= 20'000);
    CHECK(bernoulli_run_length({design->failure_step, design->limit - 1}, 0.02) < 20'000);
    CHECK(bernoulli_run_length({19, 76}, 0.10) == Approx(71.640862).epsilon(1e-7));
    CHECK(bernoulli_run_length({1, 1}, 0.25) == Approx(4));  // signals at the first failure
    CHECK(bernoulli_run_length({1, 2}, 0.5) == Approx(6));   // by hand: two states, L0 = 2 + L1, L1 = 1 + L0 / 2

    bernoulli_cusum chart({4, 8});
    CHECK_FALSE(chart.add(false));
    CHECK(chart.sum() == 0);
    CHECK_FALSE(chart.add(true));
    CHECK_FALSE(chart.add(false));
    CHECK_FALSE(chart.add(true));
    CHECK(chart.sum() == 7);
    auto const seen = chart.add(true);
    REQUIRE(seen);
    CHECK((seen->number == 5 && seen->statistic == 11 && seen->limit == 8));
    CHECK(words_of(*seen).en ==
          "number 5: results have become worse (11.000, limit 8.000); proposed: suspend the technique and re-train");
    CHECK(words_of(*seen).vi ==
          "lần thứ 5: kết quả xấu đi (11.000, giới hạn 8.000); đề xuất tạm dừng kỹ thuật và đào tạo lại");
    chart.restart();
    CHECK((chart.sum() == 0 && chart.taken() == 5));

    for (auto const& refused : {design_bernoulli_cusum(0.1, 0.02, 100), design_bernoulli_cusum(0, 0.1, 100),
                                design_bernoulli_cusum(0.02, 1, 100), design_bernoulli_cusum(0.5, 0.99, 100)}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.refusal().because == measuring_fault::no_such_limit);
    }
}

TEST_CASE("risk-adjusted CUSUM: weights of the table within 6e-4 (needs ../shared/truths)") {
    auto const rows = published::table("risk_adjusted_weights");
    if (rows.empty()) {
        WARN("left out: ../shared/truths is not there");
        return;
    }
    worst computed("risk_adjusted_weights, computed");
    worst printed("risk_adjusted_weights, published (one misprint)");
    for (auto const& each : rows) {
        logit_risk const risk{published::number(each, 0), published::number(each, 1)};
        double const weight = risk_adjusted_weight(risk(published::number(each, 2)), published::number(each, 3) == 1,
                                                   published::number(each, 4));
        computed.see(std::fabs(weight - published::number(each, 6)));
        // Rigdon and Fricker print -0.0954 for -0.0945: the digits are turned round.
        double const given = published::number(each, 5) == -0.0954 ? -0.0945 : published::number(each, 5);
        printed.see(std::fabs(weight - given));
    }
    CHECK(computed.deviation < 1e-9);
    CHECK(printed.deviation < 6e-4);
}

// Source: S. H. Steiner et al. 2000, p. 446: 50 of Parsonnet's points, odds ratio 2. Run lengths and limit for a beta mix:
// package vlad (P. Wittenberg and S. Knoth), tests of racusum_beta_arl_int (piecewise) and racusum_beta_crit_mc.
TEST_CASE("risk-adjusted CUSUM: weights of Steiner, run lengths and limit for a published mix") {
    logit_risk const parsonnet{-3.68, 0.077};
    CHECK(risk_adjusted_weight(parsonnet(50), false, 2) == Approx(-0.433).margin(6e-4));
    CHECK(risk_adjusted_weight(parsonnet(50), true, 2) == Approx(0.260).margin(6e-4));
    auto const mix = beta_mix();
    worst lengths("run lengths for the beta mix");
    lengths.see(apart(risk_adjusted_run_length(mix, 2, 4.5, 1), 4485.203));
    lengths.see(apart(risk_adjusted_run_length(mix, 0.5, 4.5, 1), 5731.772));
    CHECK(lengths.deviation < 1e-3);
    worst limits("limit for the beta mix");
    limits.see(std::fabs(*risk_adjusted_limit(mix, 2, 500) - 2.5178));
    CHECK(limits.deviation < 1e-3);

    CHECK_FALSE(risk_adjusted_limit(mix, 2, 0.5));

    risk_adjusted_cusum chart(2, 0.9);
    CHECK_FALSE(chart.add(parsonnet(0), true));
    CHECK_FALSE(chart.add(parsonnet(50), false));
    CHECK(chart.sum() == Approx(0.669 - 0.433).margin(2e-3));
    auto const seen = chart.add(parsonnet(0), true);
    REQUIRE(seen);
    CHECK((seen->number == 3 && seen->meaning == signal_meaning::worse));

    life_adjusted_display display;
    display.add(0.25, false);
    display.add(0.5, true);
    CHECK(display.saved() == Approx(-0.25));
    CHECK((display.failures() == 1 && display.taken() == 2));
}

TEST_CASE("funnel: exact Poisson limits of the table (needs ../shared/truths)") {
    auto const rows = published::table("funnel_poisson_limits");
    if (rows.empty()) {
        WARN("left out: ../shared/truths is not there");
        return;
    }
    worst limits("funnel_poisson_limits");
    for (auto const& each : rows) {
        auto const inner = poisson_funnel(published::number(each, 0), percent("95"));
        auto const outer = poisson_funnel(published::number(each, 0), percent("99.8"));
        limits.see(apart(inner.lower, published::number(each, 1)));
        limits.see(apart(inner.upper, published::number(each, 2)));
        limits.see(apart(outer.lower, published::number(each, 3)));
        limits.see(apart(outer.upper, published::number(each, 4)));
    }
    CHECK(limits.deviation < 1e-6);
}

// Sources: cran/FunnelPlotR, tests (expected 15); D. J. Spiegelhalter 2005.
TEST_CASE("funnel: limits, overdispersion, and who lies outside") {
    CHECK(poisson_funnel(15, percent("95")).lower == Approx(0.5596924).epsilon(1e-6));
    CHECK(poisson_funnel(15, percent("95")).upper == Approx(1.649348).epsilon(1e-6));
    // An expected number far above and below what a table has: the limits close in on the normal ones, or stay exact.
    CHECK(poisson_funnel(1e6, percent("95")).upper == Approx(1.0019627).epsilon(1e-6));
    CHECK(poisson_funnel(0.01, percent("95")).lower < 1e-100);
    auto const narrow = binomial_funnel(items(400), 0.1, percent("95"));
    auto const wide = binomial_funnel(items(40), 0.1, percent("95"));
    CHECK((wide.lower < narrow.lower && narrow.lower < 0.1 && 0.1 < narrow.upper && narrow.upper < wide.upper));
    // Interpolated between counts: 400 cases at 0.1, close to 0.1 +- 1.96 * 0.015.
    CHECK(narrow.upper == Approx(0.1294).margin(0.002));
    CHECK(binomial_funnel(items(3), 0.1, percent("99.8")).lower == 0);

    std::vector<funnel_point> calm;
    std::vector<funnel_point> wild;
    for (int at = 0; at < 40; ++at) {
        calm.push_back({1 + (at % 2 == 0 ? 0.1 : -0.1), 0.1});
        wild.push_back({1 + (at % 2 == 0 ? 0.3 : -0.3), 0.1});
    }
    auto const chance = overdispersion_of(calm, 1, 0.1);
    CHECK(chance.factor == Approx(1));
    CHECK_FALSE(chance.present());
    auto const more = overdispersion_of(wild, 1, 0.1);
    CHECK(more.factor == Approx(9));
    CHECK(more.present());
    // All errors equal: factor 9 = (0.01 + between^2 * 39/40) / 0.01 by the method of moments, up to the one lost degree.
    CHECK(more.between == Approx(std::sqrt((40 * 9 - 39) / 3900.0)));
    CHECK(widened_by_factor(wild[0], 1, percent("95"), more).upper == Approx(1 + 1.959964 * 0.3).epsilon(1e-6));
    CHECK(widened_by_between(wild[0], 1, percent("95"), more).upper > 1 + 1.959964 * 0.1);
    // One disaster among forty does not widen the funnel once it is pulled in.
    calm[7].figure = 5;
    CHECK(overdispersion_of(calm, 1, 0.1).factor == Approx(1));
    CHECK(overdispersion_of(calm, 1, 0).factor > 30);
    auto const seen = outside_funnel(5, poisson_funnel(15, percent("99.8")), better::lower, 8);
    REQUIRE(seen);
    CHECK((seen->meaning == signal_meaning::worse && seen->number == 8));
    CHECK_FALSE(outside_funnel(1, poisson_funnel(15, percent("99.8")), better::lower, 9));
    CHECK(ratio_point(items(30), 15).figure == 2);
    CHECK(share_point(sample(5, 100), 0.1).standard_error == Approx(0.03));
}

TEST_CASE("learning CUSUM and the exact false alarm limit: the tables (needs ../shared/truths)") {
    auto const rows = published::table("learning_curve_cusum_signal_probability");
    auto const limits = published::table("exact_false_alarm_limit");
    if (rows.empty() || limits.empty()) {
        WARN("left out: ../shared/truths is not there");
        return;
    }
    worst probabilities("learning_curve_cusum_signal_probability");
    for (auto const& each : rows) {
        learning_design const design{published::number(each, 0), published::number(each, 1),
                                     published::number(each, 2)};
        auto const cases = static_cast<std::uint64_t>(published::number(each, 4));
        probabilities.see(apart(probability_declared_competent(design, published::number(each, 3), cases),
                                published::number(each, 5)));
    }
    CHECK(probabilities.deviation < 1e-4);
    worst limit("exact_false_alarm_limit");
    for (auto const& each : limits) {
        double const found =
            limit_for_false_alarm(published::number(each, 0), published::number(each, 2), published::number(each, 3),
                                  static_cast<std::uint64_t>(published::number(each, 1)));
        limit.see(std::fabs(found - published::number(each, 4)));
    }
    CHECK(limit.deviation < 1e-5);
}

// Sources: D. J. Biau and R. Porcher 2010 (the chart, limit 1.25 for rates 0.2 and 0.1); C. A. Hubig, R package cusum (limit).
TEST_CASE("learning CUSUM: designed from rates, it declares competence once, as a proposed acceptance") {
    CHECK(probability_declared_competent({0.2, 0.1, 1.25}, 0.1, 50) == Approx(0.9719026636).epsilon(1e-9));
    CHECK(limit_for_false_alarm(0.1, 2, 0.05, 10) == Approx(1.41227).margin(1e-5));
    auto const design = design_learning_cusum(0.2, 0.05, 0.05, 60);
    REQUIRE(design);
    CHECK(probability_declared_competent(*design, 0.2, 60) <= 0.05);
    auto just_below = *design;
    just_below.limit *= 1 - 1e-9;
    CHECK(probability_declared_competent(just_below, 0.2, 60) > 0.05);

    learning_cusum chart({0.2, 0.1, 1.25});
    for (int at = 1; at <= 10; ++at) CHECK_FALSE(chart.add(false));
    auto const seen = chart.add(false);  // eleven successes of log(0.9 / 0.8) each: 1.2956
    REQUIRE(seen);
    CHECK((seen->number == 11 && seen->meaning == signal_meaning::competent));
    CHECK(seen->statistic == Approx(11 * std::log(0.9 / 0.8)));
    CHECK(words_of(*seen).vi.find("đã chứng tỏ đạt năng lực") != std::string::npos);
    CHECK_FALSE(chart.add(true));
    CHECK(chart.competent() == seen);

    learning_cusum failing({0.2, 0.1, 1.25});
    for (int at = 0; at < 5; ++at) failing.add(at % 2 == 0);
    CHECK(failing.sum() == 0);

    // A signal proposes; the fact is written by somebody, with the signal as its evidence.
    auto const day = std::chrono::sys_days(2026y / 11 / 22);
    auto const accepted = proposed_fact(*seen, "a"_institution, "t"_technique, day, synthetic());
    REQUIRE(accepted);
    CHECK(accepted->stage == stage::accepted);
    CHECK(accepted->evidence.at(0).count == items(11));
    CHECK_FALSE(proposed_fact({signal_meaning::changed, 1, 1, 1}, "a"_institution, "t"_technique, day, synthetic()));
    for (auto const& refused : {design_learning_cusum(0.1, 0.2, 0.05, 60), design_learning_cusum(0.2, 0.1, 0, 60),
                                design_learning_cusum(0.2, 0.1, 0.05, 0)})
        CHECK_FALSE(refused);
}
