// What it costs to design the limit of a chart, and to design and keep the charts of a country.
//
//     benchmark_measure [hospitals] [indicators]        default 1500 and 50; all rates and outcomes are synthetic
//
// Prints milliseconds of the processor for one limit of each kind, and for every hospital and indicator: a Bernoulli CUSUM designed for the
// rate of its own, 100 cases put on it, and the exact funnel limits of its expected number. Each designed limit is checked
// against the run length it was designed for, or the program fails.

#include "../measuring.hpp"
#include <lienvien/measure/bernoulli_cusum.hpp>
#include <lienvien/measure/funnel.hpp>
#include <lienvien/measure/learning_cusum.hpp>
#include <lienvien/measure/normal_cusum.hpp>
#include <lienvien/measure/risk_adjusted_cusum.hpp>

#include <support/stream.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace {

using namespace lienvien;
using measuring::best_of;
using support::stream;

bool all_agree = true;
void check(char const* what, bool holds) {
    if (holds) return;
    std::fprintf(stderr, "%s does not keep what it was designed for\n", what);
    all_agree = false;
}

std::vector<risk_class> many_risks() {
    std::vector<risk_class> mix;
    for (int each = 0; each < 72; ++each) {
        double const x = (each + 0.5) / 72;
        mix.push_back({logit_risk{-3.68, 5.4}(x), (1 - x) * (1 - x)});
    }
    return mix;
}

void design_one_of_each() {
    double limit = 0;
    double took = best_of(5, [&] { limit = *normal_cusum_limit(0.5, 465.4, cusum_sides::both); });
    check("normal CUSUM", std::fabs(normal_cusum_run_length_both(0.5, limit, 0) / 465.4 - 1) < 1e-6);
    std::printf("  normal CUSUM, both sides, run length 465.4        %8.3f ms   limit %.4f\n", took * 1e3, limit);
    bernoulli_design bernoulli;
    took = best_of(5, [&] { bernoulli = *design_bernoulli_cusum(0.02, 0.04, 10'000); });
    check("Bernoulli CUSUM", bernoulli_run_length(bernoulli, 0.02) >= 10'000);
    std::printf("  Bernoulli CUSUM, 0.02 and 0.04, run length 10,000 %8.3f ms   limit %u, step %u\n", took * 1e3,
                bernoulli.limit, bernoulli.failure_step);
    auto const mix = many_risks();
    for (double const run_length : {370.0, 9600.0}) {
        took = best_of(5, [&] { limit = *risk_adjusted_limit(mix, 2, run_length); });
        check("risk-adjusted CUSUM", std::fabs(risk_adjusted_run_length(mix, 2, limit, 1) / run_length - 1) < 0.005);
        std::printf("  risk-adjusted CUSUM, 72 risks, run length %-6.0f  %8.3f ms   limit %.4f\n", run_length,
                    took * 1e3, limit);
    }
    learning_design learning{};
    took = best_of(5, [&] { learning = *design_learning_cusum(0.2, 0.1, 0.05, 100); });
    check("learning CUSUM", probability_declared_competent(learning, 0.2, 100) <= 0.05);
    std::printf("  learning CUSUM, 0.2 and 0.1, 5 %% in 100 cases     %8.3f ms   limit %.4f\n", took * 1e3,
                learning.limit);
}

}  // namespace

int main(int count, char** words) {
    std::size_t hospitals = 1500;
    std::size_t indicators = 50;
    if (!measuring::read_counts(count, words,
                                {{"hospitals", hospitals, 1, 100'000}, {"indicators", indicators, 1, 100'000}}))
        return 2;
    std::printf("one limit of each kind\n");
    design_one_of_each();

    constexpr int cases = 100;
    std::vector<double> rates;
    std::vector<std::uint8_t> failed;
    stream chance{20260101};
    for (std::size_t each = 0; each < hospitals * indicators; ++each) {
        rates.push_back(0.01 + 0.09 * chance.unit());
        for (int at = 0; at < cases; ++at) failed.push_back(chance.unit() < rates.back() ? 1 : 0);
    }
    std::uint64_t signals = 0;
    std::size_t outside = 0;
    double const country = best_of(3, [&] {
        signals = 0;
        outside = 0;
        auto const level = percentage(95);
        for (std::size_t each = 0; each < rates.size(); ++each) {
            auto const design = design_bernoulli_cusum(rates[each], 2 * rates[each], 1000);
            if (!design) continue;
            bernoulli_cusum chart(*design);
            int seen = 0;
            for (int at = 0; at < cases; ++at) {
                bool const failure = failed[each * cases + static_cast<std::size_t>(at)] != 0;
                seen += failure ? 1 : 0;
                if (chart.add(failure)) ++signals;
            }
            double const expected = cases * rates[each];
            auto const limits = poisson_funnel(expected, level);
            if (seen < limits.lower * expected || seen > limits.upper * expected) ++outside;
        }
    });
    for (std::size_t each = 0; each < rates.size(); each += 1 + rates.size() / 100) {
        auto const design = design_bernoulli_cusum(rates[each], 2 * rates[each], 1000);
        check("a chart of the country", design && bernoulli_run_length(*design, rates[each]) >= 1000);
    }
    // One in twenty lies outside by chance, and somewhat more where few events are expected: counts are whole.
    check("the funnel", static_cast<double>(outside) <= 0.1 * static_cast<double>(rates.size()) + 10);
    std::printf("%zu hospitals x %zu indicators: designed, %d cases each, funnel limits  %8.1f ms\n", hospitals,
                indicators, cases, country * 1e3);
    std::printf("  %llu signals, %zu of %zu outside the 95 %% funnel\n", static_cast<unsigned long long>(signals),
                outside, rates.size());
    return all_agree ? 0 : 1;
}
