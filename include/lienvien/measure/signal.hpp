#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/capability.hpp>
#include <lienvien/model/indicator.hpp>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// What a chart says when it signals.
enum class signal_meaning : std::uint8_t {
    not_known,
    changed,   ///< something changed; which way is better is not known
    worse,     ///< results got worse: a safety signal
    improved,  ///< results got better
    competent  ///< results are shown to be adequate: the learner is competent
};
template <>
struct vocabulary<signal_meaning> {
    using enum signal_meaning;
    static constexpr std::array words{
        word<signal_meaning>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<signal_meaning>{changed, "changed", {"kết quả đã thay đổi", "results have changed"}},
        word<signal_meaning>{worse, "worse", {"kết quả xấu đi", "results have become worse"}},
        word<signal_meaning>{improved, "improved", {"kết quả tốt lên", "results have become better"}},
        word<signal_meaning>{competent, "competent", {"đã chứng tỏ đạt năng lực", "shown to be competent"}}};
};

/// What a signal proposes. A proposal only: people decide, and what they decide is written down as a fact of its own.
enum class proposed_act : std::uint8_t { not_known, look_into, suspend_and_retrain, study_and_spread, accept };
template <>
struct vocabulary<proposed_act> {
    using enum proposed_act;
    static constexpr std::array words{
        word<proposed_act>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<proposed_act>{look_into, "look_into", {"đề xuất tìm nguyên nhân", "proposed: look for the cause"}},
        word<proposed_act>{
            suspend_and_retrain,
            "suspend_and_retrain",
            {"đề xuất tạm dừng kỹ thuật và đào tạo lại", "proposed: suspend the technique and re-train"}},
        word<proposed_act>{study_and_spread,
                           "study_and_spread",
                           {"đề xuất tìm hiểu vì sao và phổ biến", "proposed: study why, and spread it"}},
        word<proposed_act>{accept, "accept", {"đề xuất nghiệm thu kỹ thuật", "proposed: accept the technique"}}};
};

[[nodiscard]] constexpr proposed_act act_on(signal_meaning meaning) noexcept {
    switch (meaning) {
        case signal_meaning::changed:
            return proposed_act::look_into;
        case signal_meaning::worse:
            return proposed_act::suspend_and_retrain;
        case signal_meaning::improved:
            return proposed_act::study_and_spread;
        case signal_meaning::competent:
            return proposed_act::accept;
        default:
            return proposed_act::not_known;
    }
}

/// What a rise, or a fall, of a charted number means, given which way is better.
[[nodiscard]] constexpr signal_meaning meaning_of(bool rise, better wanted) noexcept {
    if (wanted == better::not_known) return signal_meaning::changed;
    return rise == (wanted == better::higher) ? signal_meaning::improved : signal_meaning::worse;
}

/// A chart has crossed its limit: what that means, at which case or sample (from 1), where the chart stood and which limit
/// it crossed.
struct chart_signal {
    signal_meaning meaning{};
    std::uint64_t number = 0;
    double statistic = 0;
    double limit = 0;

    [[nodiscard]] proposed_act act() const noexcept { return act_on(meaning); }
    friend bool operator==(chart_signal const&, chart_signal const&) = default;
};

/// A number with so many decimals, always with a point, the same in every locale.
[[nodiscard]] inline std::string with_decimals(double number, int decimals) {
    std::array<char, 400> digits{};
    auto const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, decimals);
    return std::string(digits.data(), end.ptr);
}

/// The signal as a sentence.
[[nodiscard]] inline text words_of(chart_signal const& seen) {
    auto const number = std::to_string(seen.number);
    auto const at = with_decimals(seen.statistic, 3);
    auto const line = with_decimals(seen.limit, 3);
    auto const meaning = label_of(seen.meaning);
    auto const act = label_of(seen.act());
    return {"lần thứ " + number + ": " + std::string(meaning.vi) + " (" + at + ", giới hạn " + line + "); " +
                std::string(act.vi),
            "number " + number + ": " + std::string(meaning.en) + " (" + at + ", limit " + line + "); " +
                std::string(act.en)};
}

/// The capability fact that the proposed act would write down, with the signal as its evidence: `suspended` for a safety
/// signal, `accepted` for competence; nothing for other signals. It changes no answer before somebody records it.
[[nodiscard]] inline std::optional<capability> proposed_fact(chart_signal const& seen, institution_id site,
                                                             technique_id technique, sys_days from_day,
                                                             lienvien::source origin) {
    stage next = stage::not_known;
    if (seen.act() == proposed_act::suspend_and_retrain) next = stage::suspended;
    if (seen.act() == proposed_act::accept) next = stage::accepted;
    if (next == stage::not_known) return std::nullopt;
    capability fact{
        .site = site, .technique = technique, .stage = next, .valid = {from_day}, .source = std::move(origin)};
    fact.evidence.push_back(
        {.what = words_of(seen), .on = from_day, .count = items(static_cast<std::int64_t>(seen.number))});
    return fact;
}

}  // namespace v0
}  // namespace lienvien
