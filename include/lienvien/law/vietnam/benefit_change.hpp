#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/law/vietnam/benefit.hpp>
#include <lienvien/rules/compare.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// Every class of insured visits that the list of codes can tell apart, all facts known; the plainest first.
///
/// C25.0, confirmed before the visit, stands for the diseases of Annex I, I63.9 for all others.
struct visit_classes {
    static constexpr unsigned statements = 13;
    static constexpr std::uint64_t levels = 3;
    static constexpr std::uint64_t scores = 4;
    static constexpr std::uint64_t tiers = 5;
    static constexpr std::uint64_t cards = 3;

    [[nodiscard]] static constexpr std::uint64_t size() noexcept {
        return (std::uint64_t{1} << statements) * levels * scores * tiers * cards;
    }
    /// The class of a number. Precondition: it is below `size()`.
    [[nodiscard]] static constexpr visit at(std::uint64_t which) noexcept {
        LIENVIEN_EXPECTS(which < size(), "there is such a class of visits");
        auto const next = [&](std::uint64_t values) {
            std::uint64_t const value = which % values;
            which /= values;
            return static_cast<std::uint8_t>(value + 1);
        };
        visit made;
        made.card = static_cast<card_benefit>(next(cards));
        made.facility.tier = static_cast<former_tier>(next(tiers));
        made.facility.score = static_cast<insurance_score>(next(scores));
        made.facility.level = static_cast<technical_level>(next(levels));
        made.setting = static_cast<visit_setting>(next(2));
        auto const stated = [&] { return known(next(2) == 2); };
        bool const in_annex_i = next(2) == 2;
        made.diagnosis = in_annex_i ? icd10_code::checked("C25.0") : icd10_code::checked("I63.9");
        made.confirmed = confirmation::before_this_visit;
        made.annex_ii = stated();
        made.facility.listed_initial = stated();
        made.facility.provisional = stated();
        made.hardship = stated();
        made.registered_here = stated();
        made.referral_slip = stated();
        made.reexamination_slip = stated();
        made.changed_residence = stated();
        made.newborn = stated();
        made.donor = stated();
        made.emergency = stated();
        return made;
    }
};

/// What a rule pays for a visit: the code under which, and the share; no share where the rule does not settle it.
struct paid_visit {
    std::string_view code{};
    std::optional<percentage> share{};

    friend constexpr bool operator==(paid_visit const&, paid_visit const&) = default;
};

/// Visits that one code paid before and one pays now, and differently.
struct benefit_shift {
    std::string_view code_before;  ///< empty: none
    std::string_view code_after;
    std::uint64_t less = 0;     ///< classes of which less is paid now
    std::uint64_t more = 0;     ///< classes of which more is paid now
    std::uint64_t example = 0;  ///< the first of these classes
    percentage before;          ///< what it was paid
    percentage after;

    friend bool operator==(benefit_shift const&, benefit_shift const&) = default;
};

/// Did insurance become stricter (less is paid) or looser (more is paid), over every class of visits?
struct benefit_change {
    std::optional<strictness> is{};  ///< over the classes that both sides settle; nothing where there are none
    std::uint64_t classes = 0;
    std::uint64_t less = 0;
    std::uint64_t more = 0;
    std::uint64_t unsettled = 0;               ///< classes of which one side says nothing; they are not compared
    std::optional<std::uint64_t> pays_less{};  ///< the first class of which less is paid now
    std::optional<std::uint64_t> pays_more{};
    std::vector<benefit_shift> shifts{};  ///< in the order in which they were met

    friend bool operator==(benefit_change const&, benefit_change const&) = default;
};

/// Compares what two rules pay, over every class of visits.
///
/// \param before, after  what a rule pays for a visit: called with a `visit`, give a `paid_visit`. A visit that a rule
/// settles with no benefit is paid 0.
/// Complexity: one call of each for 1,474,560 classes.
template <class Before, class After>
[[nodiscard]] benefit_change compare_benefits(Before const& before, After const& after) {
    benefit_change found;
    found.classes = visit_classes::size();
    for (std::uint64_t which = 0; which < visit_classes::size(); ++which) {
        visit const asked = visit_classes::at(which);
        paid_visit const was = before(asked);
        paid_visit const is = after(asked);
        if (!was.share || !is.share) {
            ++found.unsettled;
            continue;
        }
        if (*was.share == *is.share) continue;
        bool const less = *is.share < *was.share;
        auto& first = less ? found.pays_less : found.pays_more;
        if (!first) first = which;
        benefit_shift* shift = nullptr;
        for (auto& each : found.shifts) {
            if (each.code_before == was.code && each.code_after == is.code) shift = &each;
        }
        if (!shift) {
            found.shifts.push_back({was.code, is.code, 0, 0, which, *was.share, *is.share});
            shift = &found.shifts.back();
        }
        less ? ++found.less : ++found.more;
        less ? ++shift->less : ++shift->more;
    }
    if (found.unsettled < found.classes) {
        found.is = found.less == 0 ? (found.more == 0 ? strictness::equal : strictness::looser)
                                   : (found.more == 0 ? strictness::stricter : strictness::incomparable);
    }
    return found;
}

/// What the list of codes pays for a visit on a day. Nothing before there was a list.
/// Source: Decision 3276/QĐ-BYT of 2025-10-17, Annex 1.
[[nodiscard]] constexpr paid_visit paid_on(visit const& asked, sys_days on) noexcept {
    benefit const found = benefit_of(asked, on);
    if (found.outcome() == benefit_outcome::not_provided_for) return {{}, percentage(0)};
    return {found.code(), found.rate()};
}

/// Did the benefit become stricter or looser between two days, over every class of visits?
///
/// Complexity: two benefits for each of 1,474,560 classes.
/// Source: Decision 3276/QĐ-BYT of 2025-10-17, Annex 1; Decree 188/2025/NĐ-CP, article 19, for the rates from 2026-07-01.
[[nodiscard]] inline benefit_change compare_benefits(sys_days then, sys_days now) {
    return compare_benefits([&](visit const& asked) { return paid_on(asked, then); },
                            [&](visit const& asked) { return paid_on(asked, now); });
}

/// A visit in words: who comes where, and every statement that holds of it.
[[nodiscard]] inline text describe(visit const& asked) {
    text made;
    auto const add = [&](label words) {
        made.vi += (made.vi.empty() ? "" : "; ") + std::string(words.vi);
        made.en += (made.en.empty() ? "" : "; ") + std::string(words.en);
    };
    add(label_of(asked.setting));
    add(label_of(asked.facility.level));
    add(label_of(asked.facility.tier));
    add(label_of(asked.facility.score));
    auto const add_if = [&](truth holds, label words) {
        if (is_yes(holds)) add(words);
    };
    add_if(asked.facility.provisional, {"tạm xếp cấp cơ bản", "provisionally graded basic"});
    add_if(asked.facility.listed_initial,
           {"cơ sở theo Điều 3 Thông tư 01/2025", "facility of Circular 01/2025 article 3"});
    add_if(asked.emergency, {"cấp cứu", "emergency"});
    add_if(asked.registered_here, {"đăng ký ban đầu tại đây", "registered here"});
    add_if(asked.referral_slip, {"có phiếu chuyển", "with a referral slip"});
    add_if(asked.reexamination_slip, {"có phiếu hẹn khám lại", "with a re-examination slip"});
    add_if(asked.changed_residence, {"thay đổi nơi lưu trú, cư trú", "changed stay or residence"});
    add_if(asked.newborn, {"trẻ sơ sinh điều trị ngay sau sinh", "newborn"});
    add_if(asked.donor, {"người hiến điều trị ngay sau hiến", "organ donor"});
    add_if(asked.hardship, {"thuộc nhóm của mã 3.6", "of a group of code 3.6"});
    add_if(asked.annex_ii, {"bệnh thuộc Phụ lục II", "disease of Annex II"});
    if (asked.diagnosis) {
        std::string const code(asked.diagnosis->view());
        made.vi += "; mã bệnh " + code;
        made.en += "; diagnosis " + code;
    }
    if (auto const card = percent_of(asked.card)) {
        made.vi += "; thẻ " + card->to_string() + " %";
        made.en += "; card of " + card->to_string() + " %";
    }
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
