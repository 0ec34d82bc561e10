#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/lifecycle/readiness_standard.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// One thing that is demanded of a recipient, and how it stands.
struct readiness_item {
    requirement kind{};
    std::string about{};  ///< which: a profession, a programme, a device, an id; lead times name it
    truth met{};          ///< no: a gap; unknown: facts are missing
    text needed{};
    text held{};
    text closes{};  ///< what would close the gap, or settle what is not known; empty where it is met
    std::optional<sys_days> earliest{};  ///< of a gap: the first day on which it can be closed; none: not known

    friend bool operator==(readiness_item const&, readiness_item const&) = default;
};

/// How ready a recipient is for a package: everything that is demanded, at once.
struct readiness_report {
    institution_id institution;
    package_id package;
    sys_days on;
    bool planned = false;  ///< the institution is planned, and was assessed with its planned resources
    std::vector<readiness_item> items{};
    findings problems{};

    /// How many items are met, are gaps, or are not known.
    [[nodiscard]] std::size_t count(truth met) const noexcept {
        std::size_t number = 0;
        for (auto const& each : items) number += each.met == met ? 1u : 0u;
        return number;
    }
    /// Is it ready? Unknown where facts are missing and nothing else is.
    [[nodiscard]] truth ready() const noexcept {
        truth all = problems.has_errors() ? truth::unknown : truth::yes;
        for (auto const& each : items) all &= each.met;
        return all;
    }
    /// The first day on which every gap can be closed; none where that is not known of one, or facts are missing.
    [[nodiscard]] std::optional<sys_days> earliest() const noexcept {
        sys_days last = on;
        for (auto const& each : items) {
            if (is_unknown(each.met) || (is_no(each.met) && !each.earliest)) return std::nullopt;
            if (is_no(each.met) && *each.earliest > last) last = *each.earliest;
        }
        return problems.has_errors() ? std::nullopt : std::optional(last);
    }
};

}  // namespace v0
}  // namespace lienvien
