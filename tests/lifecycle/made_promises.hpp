#pragma once

#include <lienvien/lifecycle/promises_on.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A small made-up agreement between two hospitals, clause by clause, and a log told line by line.
namespace made {

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

inline constexpr auto giver = "north"_institution;
inline constexpr auto taker = "south"_institution;
inline constexpr auto pact = "pact"_agreement;

/// Binds from 2026-01-01 to 2026-12-31.
inline network one_agreement(std::vector<commitment> commitments) {
    network all;
    all.agreements.push_back({.id = pact,
                              .status = agreement_status::signed_,
                              .parties = {{giver, party_role::gives, {}}, {taker, party_role::receives, {}}},
                              .signed_on = {{partial_date(2025y / 12 / 15), synthetic()}},
                              .in_force = between(2026y / 1 / 1, 2027y / 1 / 1),
                              .commitments = std::move(commitments),
                              .source = synthetic()});
    return all;
}
inline commitment owed(std::string_view id, commitment_kind kind = commitment_kind::achievement) {
    return {.id = commitment_id::checked(id),
            .debtor = giver,
            .creditor = taker,
            .kind = kind,
            .activity = activity::training,
            .source = synthetic()};
}

/// A log in which events are named after their place.
struct told {
    std::vector<promise_event> log;

    promise_event& add(promise_event_kind kind, event_subject about, year_month_day on) {
        log.push_back({.id = promise_event_id::checked("e" + std::to_string(log.size())),
                       .kind = kind,
                       .on = day(on),
                       .about = std::move(about),
                       .source = synthetic()});
        return log.back();
    }
    [[nodiscard]] promise_history history() const { return promise_history(log); }
};

}  // namespace made
