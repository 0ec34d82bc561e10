#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/benefit_categories.hpp>
#include <lienvien/law/vietnam/direct_access.hpp>
#include <lienvien/law/vietnam/visit.hpp>
#include <lienvien/law/vietnam/visit_cases.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// What the list of codes says of a visit. Only `provided` comes with a code and a rate for certain.
enum class benefit_outcome : std::uint8_t { facts_missing, not_in_force, not_provided_for, provided };

/// What a reader of a benefit should know.
enum class benefit_warning : std::uint8_t {
    score_against_former_tier,  ///< code 1.13 stands first, code 3.3 (formerly district) pays 100 %
    later_code_pays_more,       ///< a code further down the list fits as well and pays more
    misprinted_code             ///< the disease matched through a code that Annex I prints by mistake
};
inline constexpr std::size_t benefit_warning_count = 3;

/// A code that fits a visit, or may fit.
struct benefit_candidate {
    benefit_category const* category = nullptr;  ///< never null
    truth fits = truth::yes;                     ///< yes or unknown
    std::optional<percentage> of_card{};         ///< the category rate, where it is known
    std::optional<percentage> rate{};            ///< category rate x card rate, exact; nothing where one is not known

    friend constexpr bool operator==(benefit_candidate const&, benefit_candidate const&) = default;
};

/// The insurance benefit of a visit: the code, the rate, and every other code that fits or may fit. Held inline.
class benefit {
public:
    static constexpr std::size_t capacity = 20;

    [[nodiscard]] constexpr benefit_outcome outcome() const noexcept { return outcome_; }
    /// The code that the list gives: the first that fits. Null where there is none, or facts that are missing leave it
    /// open.
    [[nodiscard]] constexpr benefit_category const* category() const noexcept { return chosen_; }
    /// Its name, such as "3.1"; empty where there is none.
    [[nodiscard]] constexpr std::string_view code() const noexcept {
        return chosen_ ? chosen_->code : std::string_view{};
    }
    /// Category rate x card rate. Units: percent of the cost that insurance covers, exact.
    [[nodiscard]] constexpr std::optional<percentage> rate() const noexcept { return rate_; }

    /// Every code that fits or may fit, from the top of the list.
    [[nodiscard]] constexpr benefit_candidate const* begin() const noexcept { return candidates_.data(); }
    [[nodiscard]] constexpr benefit_candidate const* end() const noexcept { return candidates_.data() + size_; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr benefit_candidate const& operator[](std::size_t at) const noexcept {
        LIENVIEN_EXPECTS(at < size_, "a candidate is read only where there is one");
        return candidates_[at];
    }
    /// The facts without which the code or the rate stays open. Empty unless the outcome is `facts_missing`.
    [[nodiscard]] constexpr visit_facts missing() const noexcept { return missing_; }
    [[nodiscard]] constexpr bool warns_of(benefit_warning what) const noexcept {
        return (warnings_ >> static_cast<unsigned>(what) & 1u) != 0;
    }

    friend constexpr benefit benefit_of(visit const& asked, sys_days on) noexcept;

private:
    constexpr void warn(benefit_warning what) noexcept {
        warnings_ = static_cast<std::uint8_t>(warnings_ | 1u << static_cast<unsigned>(what));
    }

    std::array<benefit_candidate, capacity> candidates_{};
    benefit_category const* chosen_ = nullptr;
    std::optional<percentage> rate_{};
    visit_facts missing_{};
    std::uint8_t size_ = 0;
    benefit_outcome outcome_ = benefit_outcome::not_in_force;
    std::uint8_t warnings_ = 0;
};

namespace insurance_detail {

/// What leaves open whether Annex I gives the right.
constexpr void name_annex_i_facts(visit const& asked, sys_days on, visit_facts& missing) noexcept {
    if (!missing.contains(visit_fact::annex_i)) return;
    missing.remove(visit_fact::annex_i);
    if (!asked.diagnosis) {
        missing.add(visit_fact::diagnosis);
        return;
    }
    for (auto const& each : direct_access_of(*asked.diagnosis, asked.age, on)) {
        if (!is_unknown(each.applies(asked.confirmed, asked.clinical_condition))) continue;
        if (is_unknown(each.age_fits)) missing.add(visit_fact::age);
        // A row with T alone says nothing of the time before the diagnosis is confirmed.
        bool const unsettled = each.row->treatment_indicated && asked.confirmed != confirmation::before_this_visit;
        if (unsettled || asked.confirmed == confirmation::not_known) missing.add(visit_fact::confirmed);
        if (each.row->needs_clinician() && is_unknown(asked.clinical_condition)) {
            missing.add(visit_fact::clinical_condition);
        }
    }
}

}  // namespace insurance_detail

/// Mức hưởng BHYT: the patient-category code of a visit and the rate that insurance pays.
///
/// The code is the first of the list that fits. A visit is self-referred (tự đi khám) where none of codes 1.1 and 1.3 to
/// 1.7 applies and it is no emergency: an emergency is code 2 anywhere, although that stands below the self-referred codes.
/// Every other code that fits is a candidate too, with its rate, and a warning says where one of them pays more: the list
/// takes the first, while Decree 188/2025 article 21(1) speaks for the highest; which of them holds, the sources leave
/// open for a facility formerly of the district tier with 50 to below 70 points (1.13 against 3.3). A fact that is not
/// known and decides gives `facts_missing` and names it; a fact that arrives never changes a benefit that was provided.
/// Codes of drug collection and of claims (7 to 10) are never chosen from facts.
/// \param on day of the visit.
/// Units: the rate in percent, exact.
/// Complexity: constant; nothing is allocated.
/// Source: Decision 3276/QĐ-BYT of 2025-10-17, Annex 1, from that day; before it `not_in_force`. Not checked against the
/// signed original.
[[nodiscard]] constexpr benefit benefit_of(visit const& asked, sys_days on) noexcept {
    benefit found;
    if (is_no(in_force_on(decision_3276_2025, on))) return found;
    truth annex_i = truth::unknown;
    bool misprinted = false;
    if (asked.diagnosis) {
        auto const rows = direct_access_of(*asked.diagnosis, asked.age, on);
        annex_i = rows.applies(asked.confirmed, asked.clinical_condition);
        for (auto const& each : rows) misprinted = misprinted || each.misprinted;
    }
    auto const values = insurance_detail::values_of(asked, annex_i);

    auto const alone = insurance_detail::meets(insurance_detail::self_referral(), values);
    bool decided = false;
    for (std::size_t c = 0; c < benefit_categories.size(); ++c) {
        auto const& category = benefit_categories[c];
        auto const [fit, open] = insurance_detail::fits(c, values, alone);
        if (is_no(fit)) continue;
        if (misprinted && category.code == "1.17") found.warn(benefit_warning::misprinted_code);
        auto& candidate = found.candidates_[found.size_++];
        auto const of_card = category.rate_on(on, asked.setting);
        candidate = {&category, fit, of_card, insurance_detail::rate_of(of_card, category, asked.card)};
        if (decided) continue;
        if (is_unknown(fit)) found.missing_.add(open);
        if (!of_card) found.missing_.add(visit_fact::setting);
        if (!candidate.rate && (!of_card || of_card->count() != 0) && asked.card == card_benefit::not_known) {
            found.missing_.add(visit_fact::card);
        }
        if (!is_yes(fit)) continue;
        decided = true;
        if (found.size_ == 1) {
            found.chosen_ = &category;
            found.rate_ = candidate.rate;
        }
    }
    found.outcome_ = found.size_ == 0 ? benefit_outcome::not_provided_for
                     : found.rate_    ? benefit_outcome::provided
                                      : benefit_outcome::facts_missing;
    if (found.chosen_ == nullptr) {
        insurance_detail::name_annex_i_facts(asked, on, found.missing_);
        return found;
    }
    auto const& first = found.candidates_[0];
    for (std::size_t at = 1; at < found.size_; ++at) {
        auto const& later = found.candidates_[at];
        bool const more = later.rate && first.rate ? *later.rate > *first.rate
                                                   : later.of_card && first.of_card && *later.of_card > *first.of_card;
        if (!more) continue;
        bool const known_conflict = first.category->code == "1.13" && later.category->code == "3.3";
        found.warn(known_conflict ? benefit_warning::score_against_former_tier : benefit_warning::later_code_pays_more);
    }
    return found;
}

}  // namespace vietnam

template <>
struct vocabulary<vietnam::benefit_outcome> {
    using own = vietnam::benefit_outcome;
    static constexpr std::array words{
        word<own>{own::facts_missing, "facts_missing", {"thiếu dữ kiện", "facts missing"}},
        word<own>{own::not_in_force, "not_in_force", {"không có quy định hiệu lực", "no rules in force"}},
        word<own>{own::not_provided_for, "not_provided_for", {"không được quy định", "not provided for"}},
        word<own>{own::provided, "provided", {"được hưởng", "provided"}}};
};
template <>
struct vocabulary<vietnam::benefit_warning> {
    using own = vietnam::benefit_warning;
    static constexpr std::array words{
        word<own>{
            own::score_against_former_tier,
            "score_against_former_tier",
            {"cơ sở trước đây thuộc tuyến huyện, đạt từ 50 đến dưới 70 điểm: theo thứ tự danh mục là mã 1.13; Luật "
             "BHYT, Điều 22 khoản 4 điểm đ (mã 3.3) cho hưởng 100 %; chưa rõ quy định nào được áp dụng",
             "formerly district tier with 50 to below 70 points: the order of the list gives code 1.13, the Law "
             "on Health Insurance, article 22(4)(đ) (code 3.3) gives 100 %; which one holds is not settled"}},
        word<own>{own::later_code_pays_more,
                  "later_code_pays_more",
                  {"một mã đứng sau trong danh mục cũng phù hợp (hoặc có thể phù hợp) và có mức hưởng cao hơn; xem "
                   "Điều 21 khoản 1 Nghị định "
                   "188/2025/NĐ-CP",
                   "a code further down the list fits, or may fit, as well and pays more; see Decree 188/2025/NĐ-CP, "
                   "article 21(1)"}},
        word<own>{own::misprinted_code,
                  "misprinted_code",
                  {"dòng 44 Phụ lục I in mã I51.2; mã đúng là L51.2; chấp nhận cả hai",
                   "row 44 of Annex I is printed I51.2; the correct code is L51.2; both are accepted"}}};
};

namespace vietnam {

/// The benefit in a sentence, in both languages: the code with its case, and the rate, or why there is none.
[[nodiscard]] inline text in_words(benefit const& what) {
    text made;
    auto const add = [&](std::string_view in_vietnamese, std::string_view in_english) {
        made.vi += in_vietnamese;
        made.en += in_english;
    };
    auto const add_both = [&](std::string const& same) { add(same, same); };
    if (auto const* category = what.category()) {
        add("Mã ", "Code ");
        add_both(std::string(category->code) + ": ");
        add(category->says.vi, category->says.en);
        if (auto const rate = what.rate()) {
            add("; mức hưởng ", "; insurance pays ");
            add_both(rate->to_string() + " %");
        }
    } else {
        add(label_of(what.outcome()).vi, label_of(what.outcome()).en);
    }
    bool first = true;
    for (auto const& each : vocabulary<visit_fact>::words) {
        if (!what.missing().contains(each.value)) continue;
        add(first ? "; còn thiếu: " : ", ", first ? "; still missing: " : ", ");
        add(each.label.vi, each.label.en);
        first = false;
    }
    add_both(".");
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
