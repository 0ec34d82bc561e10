#pragma once

#include <lienvien/validate/agreements.hpp>
#include <lienvien/validate/capabilities.hpp>
#include <lienvien/validate/codes.hpp>
#include <lienvien/validate/courses.hpp>
#include <lienvien/validate/cycles.hpp>
#include <lienvien/validate/disagreements.hpp>
#include <lienvien/validate/figures.hpp>
#include <lienvien/validate/survey.hpp>
#include <lienvien/validate/transfers.hpp>
#include <lienvien/validate/waivers.hpp>

namespace lienvien {
inline namespace v0 {

/// Everything that is wrong with a network, or worth knowing about it, all at once: ids that name nothing or two things,
/// dates and periods that cannot be, facts that contradict each other, circles, agreements, capabilities, transfers and
/// certificates that lack what they need, and sources that differ. `finding_kinds` lists the kinds.
///
/// No rule of law is applied here and no clock is read. Places are JSON pointers into the network. The order is that of
/// the checks and, within each, of the network: the same network gives the same findings.
/// Complexity: n log n in the number of facts, plus the pairs of facts on one matter that hold at the same time.
[[nodiscard]] inline findings validate(network const& all) {
    detail::report found;
    detail::directory const known(all);
    detail::kinship const kin(all, known);
    detail::capability_numbers const numbers(all, known);
    detail::holdings const held(all, known, kin, numbers);
    detail::check_ids(all, known, found);
    detail::survey survey(known, numbers, held, found);
    detail::walk_network(survey, all);
    detail::check_stage_records(all, found);
    detail::check_referrals(all, known, found);
    detail::check_certificates(all, known, found);
    detail::check_programmes(all, found);
    detail::check_contradictions(all, known, found);
    detail::check_singular(all, known, kin, found);
    detail::check_cycles(all, known, found);
    detail::check_operations(all, known, kin, found);
    detail::check_agreements(all, known, kin, found);
    detail::capability_check(all, known, kin, held, found).run();
    detail::transfer_check(all, known, kin, held, found).run();
    detail::check_figures(all, found);
    detail::check_disagreements(all, found);
    survey.sum_up();
    return found.take();
}

/// The same, with the network's waivers as they stand on a day: what they accept is set apart, never dropped. A waiver
/// that has ended or matches nothing is itself a note.
[[nodiscard]] inline validation validate(network const& all, sys_days today) {
    return detail::apply_waivers(all, today, validate(all));
}
[[nodiscard]] inline validation validate(network const& all, year_month_day today) { return validate(all, day(today)); }

}  // namespace v0
}  // namespace lienvien
