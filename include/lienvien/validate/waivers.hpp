#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What was found, apart from what someone has looked at and accepts for the time being.
struct validation {
    findings open;
    findings waived;

    friend bool operator==(validation const&, validation const&) = default;
};

namespace detail {

/// Sets aside what waivers accept on a day: the same kind of finding about exactly the same subject. A waiver that has
/// ended, or perhaps has, accepts nothing; that and a waiver without a finding are notes.
[[nodiscard]] inline validation apply_waivers(network const& all, sys_days today, findings found) {
    std::vector<std::uint32_t> order(found.size());
    for (std::uint32_t n = 0; n < order.size(); ++n) order[n] = n;
    auto const compare = [](finding_code a, std::string_view about, finding const& b) {
        return a != b.code ? (a < b.code ? -1 : 1) : about.compare(b.subject);
    };
    if (!all.waivers.empty()) {
        sort_by(order, [&](std::uint32_t a, std::uint32_t b) {
            return compare(found[a].code, found[a].subject, found[b]) < 0;
        });
    }
    std::vector<bool> accepted(found.size(), false);
    report notes;
    for (std::size_t n = 0; n < all.waivers.size(); ++n) {
        auto const& each = all.waivers[n];
        truth const ended = each.until ? happened_by(*each.until, today) : truth::no;
        std::size_t low = first_not_before(
            0, order.size(), [&](std::size_t at) { return compare(each.code, each.subject, found[order[at]]) > 0; });
        bool const matches = low < order.size() && compare(each.code, each.subject, found[order[low]]) == 0;
        if (!is_no(ended)) {
            std::string const until = each.until->to_string(), on = format_day(today);
            notes.add(
                finding_code::checked("waiver-expired"), severity::note, subject_of(each),
                place_of("waivers", n, "until"),
                both({is_yes(ended) ? "chấp nhận đã hết hạn: " : "chấp nhận có thể đã hết hạn nên không được áp dụng: ",
                      until, "; nay là ", on},
                     {is_yes(ended) ? "the waiver has ended: " : "the waiver has perhaps ended, so it is not applied: ",
                      until, "; today is ", on}));
        } else if (!matches) {
            notes.add(finding_code::checked("waiver-unused"), severity::note, subject_of(each), place_of("waivers", n),
                      both({"không có phát hiện “", each.code.view(), "” nào về “", each.subject, "”"},
                           {"nothing is found as “", each.code.view(), "” about “", each.subject, "”"}));
        } else {
            for (; low < order.size() && compare(each.code, each.subject, found[order[low]]) == 0; ++low)
                accepted[order[low]] = true;
        }
    }
    validation result;
    for (std::size_t n = 0; n < found.size(); ++n) (accepted[n] ? result.waived : result.open).add(found[n]);
    result.open.append(notes.take());
    return result;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
