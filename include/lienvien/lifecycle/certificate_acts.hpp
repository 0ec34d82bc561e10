#pragma once

#include <lienvien/base/period.hpp>
#include <lienvien/lifecycle/certificate_register.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// One act that takes many certificates back: those of a programme, of a provider, issued in a period, or all of these at
/// once. Certificates issued after the day of the act are not touched.
struct mass_revocation {
    std::optional<programme_id> programme{};
    std::optional<institution_id> provider{};
    std::optional<period> issued{};
    partial_date on{};
};
/// What an act did.
struct mass_revocation_result {
    findings refused{};
    std::vector<certificate_id> revoked{};  ///< surely concerned
    std::vector<certificate_id> perhaps{};  ///< issued on a day known only in part: perhaps concerned, now not known
    std::vector<std::uint32_t> people{};    ///< the numbers of the holders, each once, in order
};

/// Takes back everything that an act concerns; what was taken back earlier stays so from its earlier day.
/// Errors: an act that names nothing, or a programme that the register does not have, is refused and does nothing.
/// Complexity: linear in the certificates, one settling for each that is concerned
[[nodiscard]] inline mass_revocation_result revoke_all(certificate_register& in, mass_revocation const& act) {
    using namespace certificate_detail;
    mass_revocation_result made;
    if (!act.programme && !act.provider && !act.issued) {
        made.refused = one("act-without-scope", "act",
                           {"văn bản không nêu chương trình, đơn vị đào tạo hay thời gian cấp",
                            "the act names no programme, no provider and no time of issue"});
        return made;
    }
    if (act.programme && !in.find_topic(*act.programme)) {
        made.refused = unknown_programme(*act.programme, "act");
        return made;
    }
    std::vector<truth> concerned(in.topics().size(), truth::no);
    for (std::size_t topic = 0; topic < concerned.size(); ++topic) {
        auto const& each = in.topics()[topic];
        bool const named = !act.programme || each.id == *act.programme;
        concerned[topic] = known(named && (!act.provider || each.provider == *act.provider));
    }
    day_range const on = range_of(act.on);
    std::int32_t const first = act.issued && act.issued->first() ? number_of(*act.issued->first()) : long_ago;
    std::int32_t const after = act.issued && act.issued->first_after() ? number_of(*act.issued->first_after()) : no_day;
    std::vector<bool> touched(in.staff().people(), false);
    for (std::uint32_t number = 0; number < in.records().numbers(); ++number) {
        if (in.records().is_free(number)) continue;
        auto const each = in.records()[number];
        if (!is_yes(concerned[in.topic_of(each.cell)])) continue;
        auto const within = [&](std::int32_t from, std::int32_t until) {  // issued on a day of [from, until)?
            if (each.issued.last < from || each.issued.first >= until) return truth::no;
            return each.issued.first >= from && each.issued.last < until ? truth::yes : truth::unknown;
        };
        truth const in_period = act.issued ? within(first, after) : truth::yes;
        truth const by_then = each.issued.last <= on.first  ? truth::yes
                              : each.issued.first > on.last ? truth::no
                                                            : truth::unknown;
        truth const counts = in_period & by_then;
        if (is_no(counts)) continue;
        in.revoke(number, is_yes(counts) ? on : day_range{on.first, no_day});
        (is_yes(counts) ? made.revoked : made.perhaps).push_back(in.records().name(number));
        touched[in.person_of(each.cell)] = true;
    }
    for (std::uint32_t person = 0; person < touched.size(); ++person) {
        if (touched[person]) made.people.push_back(person);
    }
    return made;
}

/// Someone whose status on a day is another under a changed policy.
struct status_shift {
    person_id person;
    certificate_status before{};
    certificate_status after{};
    friend bool operator==(status_shift const&, status_shift const&) = default;
};
/// Who stands otherwise on a day if the certificates of a programme ended as `otherwise` says: the same certificates, old
/// ones too, read again. In the order of the register, which stays as it is.
/// Complexity: one settling for each holder
[[nodiscard]] inline std::vector<status_shift> who_changes(certificate_register const& of, programme_id const& topic,
                                                           expiry const& otherwise, sys_days day) {
    std::vector<status_shift> shifts;
    auto const at = of.find_topic(topic);
    for (std::uint32_t person = 0; at && person < of.staff().people(); ++person) {
        if (of.steps()[person * of.topics().size() + *at].count == 0) continue;
        auto const before = of.certification_of(person, *at).on(day);
        auto const after = of.certification_of(person, *at, &otherwise).on(day);
        if (before != after) shifts.push_back({of.staff().person(person), before, after});
    }
    return shifts;
}

}  // namespace v0
}  // namespace lienvien
