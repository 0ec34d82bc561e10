#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/lifecycle/promise_event.hpp>
#include <lienvien/model/exchange.hpp>
#include <lienvien/model/transfer.hpp>
#include <lienvien/network/lists.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Events that records of the network show, and what of the records cannot be used.
struct discharges {
    std::vector<promise_event> events{};
    findings found{};  ///< "held-not-known", "day-not-known": warnings; a session that was not held is no finding
};

namespace detail {
[[nodiscard]] inline promise_event_id numbered_event(std::string_view prefix, std::size_t number) {
    return promise_event_id::checked(joined({prefix, "-", std::to_string(number)}));
}
/// Why a record of the network does not become an event.
inline void report_unused(findings& found, std::string_view code, std::string subject, std::size_t number, text says) {
    auto const at = std::to_string(number);
    found.add({finding_code::checked(code),
               severity::warning,
               std::move(subject),
               {},
               {"mục " + at + ": " + says.vi, "record " + at + ": " + says.en}});
}
}  // namespace detail

/// The sessions that were held, as performances of a commitment: one event each, named `prefix`-1, -2, ... by its place.
///
/// A session that discharges what both sides owe is told for both commitments under the same prefix.
/// Precondition: `prefix` and number make identities.
[[nodiscard]] inline discharges sessions_held(consultation const& series, commitment_id const& discharged,
                                              std::string_view prefix) {
    discharges made;
    std::size_t number = 0;
    for (auto const& each : series.sessions) {
        ++number;
        if (is_no(each.held)) continue;
        auto const day = each.on.exact();
        if (!day || is_unknown(each.held)) {
            detail::report_unused(made.found, day ? "held-not-known" : "day-not-known", detail::subject_of(series.id),
                                  number,
                                  day ? text{"chưa rõ buổi có diễn ra không", "whether it was held is not known"}
                                      : text{"chưa rõ ngày", "its day is not known"});
            continue;
        }
        made.events.push_back({.id = detail::numbered_event(prefix, number),
                               .kind = promise_event_kind::performed,
                               .on = *day,
                               .about = discharged,
                               .evidence = discharge_kind::held_session,
                               .what = each.about,
                               .source = series.source});
    }
    return made;
}

/// The acceptance of a transferred package, as performance of the commitment to transfer it.
[[nodiscard]] inline discharges accepted_transfer(transfer const& given, commitment_id const& discharged,
                                                  std::string_view prefix) {
    discharges made;
    std::size_t number = 0;
    for (auto const& each : given.stages) {
        ++number;
        if (each.stage != stage::accepted) continue;
        auto const day = each.on.exact();
        if (!day) {
            detail::report_unused(made.found, "day-not-known", detail::subject_of(given.id), number,
                                  {"chưa rõ ngày nghiệm thu", "the day of acceptance is not known"});
            continue;
        }
        made.events.push_back({.id = detail::numbered_event(prefix, number),
                               .kind = promise_event_kind::performed,
                               .on = *day,
                               .about = discharged,
                               .evidence = discharge_kind::signed_acceptance,
                               .source = each.source});
    }
    return made;
}

}  // namespace v0
}  // namespace lienvien
