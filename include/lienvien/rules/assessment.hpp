#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Whether what provisions ask of someone is done. Only `met` is a yes.
enum class compliance : std::uint8_t { facts_missing, not_in_force, not_met, met };
template <>
struct vocabulary<compliance> {
    using enum compliance;
    static constexpr std::array words{
        word<compliance>{facts_missing, "facts_missing", {"thiếu dữ kiện", "facts missing"}},
        word<compliance>{not_in_force, "not_in_force", {"không có quy định hiệu lực", "no rules in force"}},
        word<compliance>{not_met, "not_met", {"chưa đáp ứng", "not met"}},
        word<compliance>{met, "met", {"đã đáp ứng", "met"}}};
};

/// One provision held against plain values: what it says, where it stands, whether it is met, and what decided.
struct ruling {
    rule_id rule;
    label says;
    citation basis;
    truth met{};
    bool uncertain = false;  ///< is it uncertain whether the instrument is still in force?
    bool weak = false;       ///< does the provision rest on weak sources only?
    text because{};          ///< the values that decided

    friend bool operator==(ruling const&, ruling const&) = default;
};

/// Provisions held against plain values, one ruling each; those that are not in force on the day are not there.
class assessment {
public:
    explicit assessment(sys_days day, unverified weak = unverified::leave_out) : day_(day), weak_(weak) {}

    /// Holds one provision against the values: `met`, because of this.
    template <class T>
    void ask(dated<T> const& provision, truth met, text because) {
        truth const stands = in_force_on(provision, day_);
        if (is_no(stands) || (provision.weak && weak_ == unverified::leave_out)) return;
        rulings_.push_back({provision.id, provision.says, provision.basis, met, is_unknown(stands), provision.weak,
                            std::move(because)});
    }

    [[nodiscard]] sys_days day() const noexcept { return day_; }
    [[nodiscard]] std::vector<ruling> const& rulings() const noexcept { return rulings_; }
    /// The ruling on a provision; nothing where it is not in force on the day.
    [[nodiscard]] ruling const* find(rule_id const& rule) const noexcept {
        for (auto const& each : rulings_) {
            if (each.rule == rule) return &each;
        }
        return nullptr;
    }
    /// Met where every provision in force is; one that is not met decides, then one that misses facts.
    [[nodiscard]] compliance outcome() const noexcept {
        if (rulings_.empty()) return compliance::not_in_force;
        truth all = truth::yes;
        for (auto const& each : rulings_) all &= each.met;
        return is_yes(all) ? compliance::met : is_no(all) ? compliance::not_met : compliance::facts_missing;
    }
    /// What is not met as errors (a warning where the provision is uncertain or weak), what misses facts as notes; the
    /// kind of each finding is the name of its rule.
    /// \param subject  kind and id of what it is about, such as "institution k"
    [[nodiscard]] findings problems(std::string const& subject) const {
        findings found;
        for (auto const& each : rulings_) {
            if (is_yes(each.met)) continue;
            severity const weight = is_unknown(each.met)          ? severity::note
                                    : each.uncertain || each.weak ? severity::warning
                                                                  : severity::error;
            found.add({finding_code::checked(each.rule.view()), weight, subject, {}, words_for(each)});
        }
        return found;
    }

private:
    [[nodiscard]] static text words_for(ruling const& each) {
        bool const open = is_unknown(each.met);
        return {std::string(open ? "chưa rõ có đáp ứng: " : "chưa đáp ứng: ") + std::string(each.says.vi) + " (" +
                    to_string(each.basis, language::vi) + "): " + each.because.vi,
                std::string(open ? "not known whether met: " : "not met: ") + std::string(each.says.en) + " (" +
                    to_string(each.basis, language::en) + "): " + each.because.en};
    }

    sys_days day_;
    unverified weak_;
    std::vector<ruling> rulings_;
};

}  // namespace v0
}  // namespace lienvien
