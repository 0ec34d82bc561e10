#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/measure/share.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Where a case ends up when an indicator is counted. Each case has exactly one place, so that who meets the indicator is
/// within who could have met it, and these within the population.
enum class case_place : std::uint8_t {
    not_known,              ///< whether it belongs to the population is not known
    outside,                ///< not of the population
    excluded,               ///< of the population, but the indicator does not ask about it
    eligibility_not_known,  ///< of the population; whether the indicator asks about it is not known
    outcome_not_known,      ///< in the denominator; whether it meets the indicator is not known
    not_met,                ///< in the denominator, not in the numerator
    met                     ///< in the numerator
};
template <>
struct vocabulary<case_place> {
    using enum case_place;
    static constexpr std::array words{
        word<case_place>{not_known, "not_known", {"chưa rõ có thuộc quần thể", "not known whether in the population"}},
        word<case_place>{outside, "outside", {"ngoài quần thể", "outside the population"}},
        word<case_place>{excluded, "excluded", {"bị loại khỏi mẫu số", "excluded from the denominator"}},
        word<case_place>{eligibility_not_known,
                         "eligibility_not_known",
                         {"chưa rõ có thuộc mẫu số", "not known whether in the denominator"}},
        word<case_place>{outcome_not_known, "outcome_not_known", {"kết quả chưa rõ", "outcome not known"}},
        word<case_place>{not_met, "not_met", {"không đạt", "not met"}},
        word<case_place>{met, "met", {"đạt", "met"}}};
};

/// One case of a count: which one (from 0), where it ended up, and the words of the criterion that put it there.
struct placed_case {
    std::size_t number = 0;
    case_place place{};
    label because{};  ///< empty for a case that meets everything

    friend bool operator==(placed_case const&, placed_case const&) = default;
};

/// An indicator counted: every case with its place, and the numbers that follow from the places.
///
/// Numerator within denominator within population holds by construction, because all three are sums over places.
class counted_indicator {
public:
    [[nodiscard]] indicator_id const& indicator() const noexcept { return indicator_; }
    /// Every case that was looked at, in the order given: what was counted, what was left out, and why.
    [[nodiscard]] std::vector<placed_case> const& cases() const noexcept { return cases_; }

    [[nodiscard]] items count(case_place place) const noexcept {
        return items(static_cast<std::int64_t>(sums_[static_cast<std::size_t>(place)]));
    }
    [[nodiscard]] items population() const noexcept {
        return count(case_place::excluded) + count(case_place::eligibility_not_known) + denominator();
    }
    /// Cases that the indicator asks about, those with an unknown outcome included.
    [[nodiscard]] items denominator() const noexcept {
        return count(case_place::outcome_not_known) + count(case_place::not_met) + count(case_place::met);
    }
    [[nodiscard]] items numerator() const noexcept { return count(case_place::met); }
    /// Cases of which a fact that decides is missing.
    [[nodiscard]] items open() const noexcept {
        return count(case_place::not_known) + count(case_place::eligibility_not_known) +
               count(case_place::outcome_not_known);
    }

    /// The share among the cases of which everything is known. Errors: `nobody_counted`.
    [[nodiscard]] measured<share> known_share() const {
        return share::of(numerator(), numerator() + count(case_place::not_met));
    }
    /// The least and the most that the share can be, whatever the missing facts turn out to be. Errors: `nobody_counted`.
    [[nodiscard]] measured<share_range> possible_shares() const {
        items const decided = numerator() + count(case_place::not_met);
        auto const least = share::of(numerator(), decided + open());
        auto const most = share::of(numerator() + open(), decided + open());
        if (!least) return least.refusal();
        return share_range{*least, *most};
    }
    friend bool operator==(counted_indicator const&, counted_indicator const&) = default;

private:
    template <class Case, case_place Named>
    friend class indicator_of;

    explicit counted_indicator(indicator_id indicator) : indicator_(indicator) {}
    void add(placed_case placed) {
        ++sums_[static_cast<std::size_t>(placed.place)];
        cases_.push_back(placed);
    }

    indicator_id indicator_;
    std::vector<placed_case> cases_;
    std::array<std::uint64_t, vocabulary<case_place>::words.size()> sums_{};
};

/// How an indicator is counted over cases of a type of the caller's: first who is of the population, then whom the
/// indicator asks about, then who meets it. The steps can be written in this order only, and `count` exists only when all
/// three are named; a wrong order does not compile.
///
/// A criterion answers with a `truth`; several criteria of a step must all hold. What is not known is counted apart,
/// unless another criterion of the step already fails.
/// Example: `counting<stroke_case>("thrombolysed"_indicator)
///     .population(says(vi("nhồi máu não"), en("ischaemic stroke")), [](stroke_case const& c) { return c.ischaemic; })
///     .eligible(says(...), ...).excluding(says(...), ...).meets(says(...), ...).count(cases)`
template <class Case, case_place Named = case_place::not_known>
class indicator_of {
public:
    /// A criterion: a function without captures, so that a definition is a value.
    using criterion = truth (*)(Case const&);

    explicit indicator_of(indicator_id id) : id_(id) {}

    [[nodiscard]] auto population(label words, criterion holds) const
        requires(Named == case_place::not_known || Named == case_place::outside) {
        return with<case_place::outside>(words, holds, false);
    }
    [[nodiscard]] auto eligible(label words, criterion holds) const
        requires(Named == case_place::outside || Named == case_place::excluded) {
        return with<case_place::excluded>(words, holds, false);
    }
    /// Cases for which this holds are taken out of the denominator and listed.
    [[nodiscard]] auto excluding(label words, criterion holds) const
        requires(Named == case_place::outside || Named == case_place::excluded) {
        return with<case_place::excluded>(words, holds, true);
    }
    [[nodiscard]] auto meets(label words, criterion holds) const
        requires(Named == case_place::excluded || Named == case_place::not_met) {
        return with<case_place::not_met>(words, holds, false);
    }

    /// Counts the cases. Complexity: cases x criteria.
    template <class Cases>
    [[nodiscard]] counted_indicator count(Cases const& cases) const requires(Named == case_place::not_met) {
        counted_indicator all(id_);
        std::size_t number = 0;
        for (Case const& each : cases) all.add(placed(number++, each));
        return all;
    }
    [[nodiscard]] indicator_id const& id() const noexcept { return id_; }

private:
    template <class, case_place>
    friend class indicator_of;
    struct step {
        case_place fails_to;
        label words;
        criterion holds;
        bool turned;
    };

    template <case_place Next>
    [[nodiscard]] indicator_of<Case, Next> with(label words, criterion holds, bool turned) const {
        indicator_of<Case, Next> more(id_);
        for (auto const& each : steps_) more.steps_.push_back({each.fails_to, each.words, each.holds, each.turned});
        more.steps_.push_back({Next, words, holds, turned});
        return more;
    }
    [[nodiscard]] static constexpr case_place open_at(case_place fails_to) noexcept {
        return fails_to == case_place::outside    ? case_place::not_known
               : fails_to == case_place::excluded ? case_place::eligibility_not_known
                                                  : case_place::outcome_not_known;
    }
    [[nodiscard]] placed_case placed(std::size_t number, Case const& each) const {
        placed_case open{number, case_place::met, {}};
        for (std::size_t at = 0; at < steps_.size(); ++at) {
            auto const& asked = steps_[at];
            // What is open at an earlier step stays there, whatever later steps would say.
            if (open.place != case_place::met && open.place != open_at(asked.fails_to)) break;
            truth const answer = asked.turned ? !asked.holds(each) : asked.holds(each);
            if (is_no(answer)) return {number, asked.fails_to, asked.words};
            if (is_unknown(answer) && open.place == case_place::met) {
                open.place = open_at(asked.fails_to);
                open.because = asked.words;
            }
        }
        return open;
    }

    indicator_id id_;
    std::vector<step> steps_;
};

/// Begins the definition of an indicator over cases of this type.
template <class Case>
[[nodiscard]] indicator_of<Case> counting(indicator_id id) {
    return indicator_of<Case>(id);
}

}  // namespace v0
}  // namespace lienvien
