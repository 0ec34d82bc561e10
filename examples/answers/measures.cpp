// Questions on measuring: p_chart, cusum_arl, bernoulli_cusum_arl, learning_cusum, risk_adjusted_weight, funnel.

#include "answers.hpp"
#include <lienvien/measure/bernoulli_cusum.hpp>
#include <lienvien/measure/funnel.hpp>
#include <lienvien/measure/learning_cusum.hpp>
#include <lienvien/measure/normal_cusum.hpp>
#include <lienvien/measure/p_chart.hpp>
#include <lienvien/measure/risk_adjusted_cusum.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace answers {
namespace {

using namespace lienvien;
using namespace lienvien::literals;

/// Nine significant digits: what every machine agrees on, and more than any chart needs.
std::string digits(double number, int significant = 9) {
    std::array<char, 40> room{};
    auto const end =
        std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::general, significant);
    return std::string(room.data(), end.ptr);
}
tree written(double number) { return tree::number(digits(number)); }

/// Numbers that a member may be: from one to the other, both allowed.
struct range {
    double least;
    double most;
};
void wrong_number(question& asked, json::value at, range allowed) {
    auto const words = digits(allowed.least, 12) + ".." + digits(allowed.most, 12);
    findings found;
    found.add({"bad-value"_finding,
               severity::error,
               {},
               {at.pointer(), 0},
               {"cần số trong khoảng " + words, "a number, " + words}});
    asked.keep(std::move(found));
}
std::optional<double> number_at(question& asked, json::value at, range allowed) {
    double number = 0;
    if (auto const words = at.number()) {
        auto const read = std::from_chars(words->data(), words->data() + words->size(), number);
        if (read.ec == std::errc{} && number >= allowed.least && number <= allowed.most) return number;
    }
    wrong_number(asked, at, allowed);
    return std::nullopt;
}
std::optional<double> required_number(question& asked, std::string_view name, range allowed) {
    auto const at = asked.take(name);
    if (!at) asked.missing(name);
    return at ? number_at(asked, *at, allowed) : std::nullopt;
}
std::optional<std::uint32_t> whole_number_at(question& asked, json::value at, range allowed) {
    auto const number = number_at(asked, at, allowed);
    if (!number) return std::nullopt;
    if (*number == std::floor(*number)) return static_cast<std::uint32_t>(*number);
    wrong_number(asked, at, allowed);
    return std::nullopt;
}
std::optional<std::uint32_t> required_whole_number(question& asked, std::string_view name, range allowed) {
    auto const at = asked.take(name);
    if (!at) asked.missing(name);
    return at ? whole_number_at(asked, *at, allowed) : std::nullopt;
}
std::vector<std::uint32_t> required_counts(question& asked, std::string_view name, double least) {
    std::vector<std::uint32_t> counts;
    auto const at = asked.take(name);
    if (!at) asked.missing(name);
    if (at && (!at->is(json::kind::array) || at->size() == 0))
        asked.wrong("bad-value", name, {"cần mảng các số nguyên", "an array of whole numbers, not empty"});
    if (at) {
        for (auto const each : at->elements()) counts.push_back(whole_number_at(asked, each, {least, 1e9}).value_or(1));
    }
    return counts;
}
/// A run length, unless it is longer than a number can say.
tree written_length(double length, std::string_view member) {
    if (std::isfinite(length)) return written(length);
    throw refusal(
        "bad-value"_finding, "/" + std::string(member),
        {"số ca trung bình lớn hơn mọi số có thể ghi", "the run length is beyond any number that can be written"});
}

/// {"ask":"p_chart","nonconforming":[..],"sizes":[..]}: limits three standard errors around the centre; one number for each
/// where all sizes are the same, else one for each sample.
void answer_p_chart(question& asked, library const&, tree& out) {
    auto const failures = required_counts(asked, "nonconforming", 0);
    auto const sizes = required_counts(asked, "sizes", 1);
    if (failures.size() != sizes.size())
        asked.wrong("bad-value", "sizes", {"cần một cỡ mẫu cho mỗi mẫu", "one size for each sample"});
    for (std::size_t at = 0; at < failures.size() && at < sizes.size(); ++at) {
        if (failures[at] > sizes[at])
            asked.wrong("bad-value", "nonconforming/" + std::to_string(at),
                        {"nhiều hơn cỡ mẫu", "more than the size of the sample"});
    }
    asked.finish();

    std::vector<share> samples;
    bool same = true;
    for (std::size_t at = 0; at < sizes.size(); ++at) {
        samples.push_back(*share::of(items(failures[at]), items(sizes[at])));
        same = same && sizes[at] == sizes[0];
    }
    auto chart = *p_chart::around(samples, 3, better::lower);
    tree lower = tree::array();
    tree upper = tree::array();
    tree signals = tree::array();
    for (auto const& each : samples) {
        auto const limits = chart.limits_of(each.whole());
        lower.add(written(limits.lower));
        upper.add(written(limits.upper));
        if (auto const seen = chart.add(each)) signals.add(tree(seen->number));
    }
    auto const limits = chart.limits_of(samples[0].whole());
    out.put("centre", written(chart.centre()))
        .put("lower", same ? written(limits.lower) : std::move(lower))
        .put("upper", same ? written(limits.upper) : std::move(upper))
        .put("signals", std::move(signals));
}

/// {"ask":"cusum_arl","reference_value":0.5,"limit":5,"shift":0}: in standard deviations, from zero.
void answer_cusum(question& asked, library const&, tree& out) {
    auto const reference = required_number(asked, "reference_value", {0, 10});
    auto const limit = required_number(asked, "limit", {1e-6, 50});
    auto const shift = required_number(asked, "shift", {-10, 10});
    asked.finish();
    double const one = normal_cusum_run_length(*reference, *limit, *shift);
    out.put("average_run_length_one_sided", written_length(one, "limit"))
        .put("average_run_length_two_sided",
             written_length(normal_cusum_run_length_both(*reference, *limit, *shift), "limit"));
}

/// {"ask":"bernoulli_cusum_arl","failure_step":9,"limit":36,"failure_rate":0.02}
void answer_bernoulli_cusum(question& asked, library const&, tree& out) {
    auto const step = required_whole_number(asked, "failure_step", {1, 1000});
    auto const limit = required_whole_number(asked, "limit", {1, 10'000});
    auto const rate = required_number(asked, "failure_rate", {1e-9, 1 - 1e-9});
    asked.finish();
    out.put("average_run_length_from_zero", written_length(bernoulli_run_length({*step, *limit}, *rate), "limit"));
}

/// {"ask":"learning_cusum","inadequate_rate":0.2,"adequate_rate":0.1,"limit":1.25,"true_failure_rate":0.1,"cases":50}
void answer_learning_cusum(question& asked, library const&, tree& out) {
    auto const inadequate = required_number(asked, "inadequate_rate", {0.001, 0.999});
    auto const adequate = required_number(asked, "adequate_rate", {0.001, 0.999});
    auto const limit = required_number(asked, "limit", {1e-6, 20});
    auto const truly = required_number(asked, "true_failure_rate", {0, 1});
    auto const cases = required_whole_number(asked, "cases", {1, 1000});
    // Rates that are all but the same would make every score so small that no number of cases tells them apart.
    if (inadequate && adequate && *inadequate - *adequate < 0.001)
        asked.wrong("bad-value", "adequate_rate",
                    {"phải thấp hơn inadequate_rate ít nhất 0.001", "at least 0.001 below inadequate_rate"});
    asked.finish();
    out.put("prob_declared_competent",
            written(probability_declared_competent({*inadequate, *adequate, *limit}, *truly, *cases)));
}

/// {"ask":"risk_adjusted_weight","logit_intercept":-3.68,"logit_slope":0.077,"score":50,"failure":1,"odds_ratio":2}
void answer_risk_adjusted_weight(question& asked, library const&, tree& out) {
    auto const intercept = required_number(asked, "logit_intercept", {-100, 100});
    auto const slope = required_number(asked, "logit_slope", {-100, 100});
    auto const score = required_number(asked, "score", {-1e6, 1e6});
    auto const ratio = required_number(asked, "odds_ratio", {1e-6, 1e6});
    std::optional<bool> failed;
    auto const failure = asked.take("failure");
    if (!failure) asked.missing("failure");
    if (failure) failed = failure->boolean();
    if (failure && failure->number() == "0") failed = false;
    if (failure && failure->number() == "1") failed = true;
    if (failure && !failed) asked.wrong("bad-value", "failure", {"cần 0, 1, true hoặc false", "0, 1, true or false"});
    asked.finish();
    out.put("computed", written(risk_adjusted_weight(logit_risk{*intercept, *slope}(*score), *failed, *ratio)));
}

/// {"ask":"funnel","expected":15,"level":95}: the limits of observed to expected events, as "lower95" and "upper95".
void answer_funnel(question& asked, library const&, tree& out) {
    auto const expected = required_number(asked, "expected", {0.001, 1e7});
    auto const level = asked.required<percentage>("level");
    if (level && (*level <= *percentage::parse("0") || *level >= percentage(100)))
        asked.wrong("bad-value", "level", {"lớn hơn 0 và nhỏ hơn 100", "above 0 and below 100"});
    asked.finish();
    auto const limits = poisson_funnel(*expected, *level);
    out.put("lower" + level->to_string(), written(limits.lower))
        .put("upper" + level->to_string(), written(limits.upper));
}

}  // namespace

std::span<known_question const> measure_questions() {
    static constexpr known_question all[] = {{"p_chart", answer_p_chart},
                                             {"cusum_arl", answer_cusum},
                                             {"bernoulli_cusum_arl", answer_bernoulli_cusum},
                                             {"learning_cusum", answer_learning_cusum},
                                             {"risk_adjusted_weight", answer_risk_adjusted_weight},
                                             {"funnel", answer_funnel}};
    return all;
}

}  // namespace answers
