#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/measure/nested_count.hpp>
#include <lienvien/model/indicator.hpp>

#include <chrono>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// What an improvement cycle (plan, do, study, act) sets out to change, and how it will be judged.
///
/// The target of compliance is stated by whoever plans: there is no default, and no member may be left out.
struct cycle_plan {
    text change;  ///< what is to be done differently
    institution_id site;
    indicator_id compliance;  ///< what is counted to see whether it is done
    percentage target;        ///< the share that must comply before it is replicated
    sys_days from;            ///< first day of the cycle
};

class cycle_done;
class cycle_studied;
class cycle_replicated;

/// Planned: can only be carried out.
class cycle_planned {
public:
    explicit cycle_planned(cycle_plan stated) : plan_(std::move(stated)) {}
    [[nodiscard]] cycle_plan const& plan() const noexcept { return plan_; }
    /// Errors: `another_subject` where the last day lies before the first.
    [[nodiscard]] measured<cycle_done> carry_out(sys_days last_day) const;

private:
    cycle_plan plan_;
};

/// Carried out: can only be studied.
class cycle_done {
public:
    [[nodiscard]] cycle_plan const& plan() const noexcept { return plan_; }
    [[nodiscard]] sys_days last_day() const noexcept { return last_day_; }
    /// What was measured of it. Errors: `another_subject` where the count is of another indicator, `nobody_counted` where no
    /// case was looked at whose compliance could be judged.
    [[nodiscard]] measured<cycle_studied> study(counted_indicator counted) const;

private:
    friend class cycle_planned;
    cycle_done(cycle_plan plan, sys_days last_day) : plan_(std::move(plan)), last_day_(last_day) {}
    cycle_plan plan_;
    sys_days last_day_;
};

/// Studied: can be acted upon. Replication needs the target; to adapt or to abandon needs none.
class cycle_studied {
public:
    [[nodiscard]] cycle_plan const& plan() const noexcept { return done_.plan(); }
    [[nodiscard]] sys_days last_day() const noexcept { return done_.last_day(); }
    [[nodiscard]] counted_indicator const& counted() const noexcept { return counted_; }
    [[nodiscard]] share_range const& compliance() const noexcept { return compliance_; }

    /// Replicate (nhân rộng): only after compliance was measured and reaches the target, whatever the unknown outcomes are.
    /// Errors: `below_target`; `target_open` where unknown facts decide.
    [[nodiscard]] measured<cycle_replicated> replicate() const;
    /// Plan the next cycle, with what was learned. It begins after the last day of this one: errors `another_subject`.
    [[nodiscard]] measured<cycle_planned> adapt(cycle_plan next) const {
        if (next.from <= last_day()) return refused_as(measuring_fault::another_subject);
        return cycle_planned(std::move(next));
    }

private:
    friend class cycle_done;
    cycle_studied(cycle_done done, counted_indicator counted, share_range compliance)
        : done_(std::move(done)), counted_(std::move(counted)), compliance_(compliance) {}
    cycle_done done_;
    counted_indicator counted_;
    share_range compliance_;
};

/// Fit to be replicated: exists only where compliance was measured and reached the target, and carries the proof.
class cycle_replicated {
public:
    [[nodiscard]] cycle_studied const& proof() const noexcept { return proof_; }

private:
    friend class cycle_studied;
    explicit cycle_replicated(cycle_studied proof) : proof_(std::move(proof)) {}
    cycle_studied proof_;
};

inline measured<cycle_done> cycle_planned::carry_out(sys_days last_day) const {
    if (last_day < plan_.from) return refused_as(measuring_fault::another_subject);
    return cycle_done(plan_, last_day);
}

inline measured<cycle_studied> cycle_done::study(counted_indicator counted) const {
    if (counted.indicator() != plan_.compliance) return refused_as(measuring_fault::another_subject);
    if (auto const known = counted.known_share(); !known) return known.refusal();
    auto const compliance = counted.possible_shares();
    if (!compliance) return compliance.refusal();
    return cycle_studied(*this, std::move(counted), *compliance);
}

inline measured<cycle_replicated> cycle_studied::replicate() const {
    if (compliance_.least.reaches(plan().target)) return cycle_replicated(*this);
    return refused_as(compliance_.most.reaches(plan().target) ? measuring_fault::target_open
                                                              : measuring_fault::below_target);
}

}  // namespace v0
}  // namespace lienvien
