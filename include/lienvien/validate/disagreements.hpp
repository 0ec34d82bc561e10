#pragma once

#include <lienvien/validate/report.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// A day so many years away; 29 February becomes the 28th, because a stated duration is no finer.
[[nodiscard]] inline sys_days years_from(sys_days day, int years) {
    year_month_day const date = year_month_day(day) + std::chrono::years(years);
    return date.ok() ? sys_days(date) : sys_days(date.year() / date.month() / std::chrono::last);
}

/// Do a beginning and a duration surely not fit? A stated "20 years" may be rounded up or down: it stands for anything
/// between 19 and 21.
[[nodiscard]] inline bool contradict(partial_date const& began, stated_duration const& lasted) {
    auto const years = static_cast<int>(lasted.years.count());
    auto const last_possible = lasted.up_to.latest(), first_possible = lasted.up_to.earliest();
    auto const first = began.earliest(), last = began.latest();
    bool const too_late = first && last_possible && *first >= years_from(*last_possible, -(years > 0 ? years - 1 : 0));
    bool const too_early = last && first_possible && *last <= years_from(*first_possible, -(years + 1));
    return years > 0 && (too_late || too_early);
}

/// Two sources name days that cannot be the same: the first pair, with both sources in their words.
inline void disagree(claims<partial_date> const& all, std::string_view member, std::string subject,
                     std::string const& noun_place, report& found) {
    for (std::size_t n = 1; n < all.stated.size(); ++n) {
        auto const &a = all.stated.front(), &b = all.stated[n];
        if (!is_no(same_day(a.value, b.value))) continue;
        std::string const one = a.value.to_string(), other = b.value.to_string();
        std::string const from_a = quoted(a.source), from_b = quoted(b.source);
        found.add(finding_code::checked("claims-disagree"), severity::note, std::move(subject),
                  joined({noun_place, "/", member, "/", std::to_string(n)}),
                  both({"hai nguồn khác nhau: ", one, " (", from_a, ") và ", other, " (", from_b, ")"},
                       {"two sources differ: ", one, " (", from_a, ") and ", other, " (", from_b, ")"}));
        return;
    }
}

/// Sources that differ about one thing: kept side by side, and noted.
inline void check_disagreements(network const& all, report& found) {
    for (std::size_t n = 0; n < all.institutions.size(); ++n) {
        auto const& noun = all.institutions[n];
        if (!noun.founded.empty())
            disagree(noun.founded, "founded", subject_of(noun), place_of("institutions", n), found);
    }
    for (std::size_t n = 0; n < all.agreements.size(); ++n) {
        auto const& noun = all.agreements[n];
        if (noun.signed_on.empty() && noun.began.empty()) continue;
        std::string const place = place_of("agreements", n);
        disagree(noun.signed_on, "signed_on", subject_of(noun), place, found);
        disagree(noun.began, "began", subject_of(noun), place, found);
        for (auto const& start : noun.began.stated) {
            for (std::size_t d = 0; d < noun.lasted.stated.size(); ++d) {
                auto const& length = noun.lasted.stated[d];
                if (!contradict(start.value, length.value)) continue;
                std::string const began = start.value.to_string(), years = length.value.years.to_string();
                std::string const up_to = length.value.up_to.to_string();
                std::string const from_a = quoted(start.source), from_b = quoted(length.source);
                found.add(finding_code::checked("claims-disagree"), severity::note, subject_of(noun),
                          joined({place, "/lasted/", std::to_string(d)}),
                          both({"bắt đầu ", began, " (", from_a, ") không khớp với ", years, " năm tính đến ", up_to,
                                " (", from_b, ")"},
                               {"a beginning in ", began, " (", from_a, ") does not fit ", years, " years up to ",
                                up_to, " (", from_b, ")"}));
            }
        }
    }
    for (std::size_t n = 0; n < all.recognitions.size(); ++n) {
        auto const& noun = all.recognitions[n];
        if (noun.named_by.size() != noun.names.size() && !noun.named_by.empty()) {
            std::string const names = std::to_string(noun.names.size()), sources = std::to_string(noun.named_by.size());
            found.add(finding_code::checked("names-and-sources-differ"), severity::warning, subject_of(noun),
                      place_of("recognitions", n, "named_by"),
                      both({names, " tên nhưng ", sources, " nguồn; mỗi tên cần một nguồn, theo cùng thứ tự"},
                           {names, " names, but ", sources, " sources; each name takes one, in the same order"}));
        }
        for (std::size_t m = 1; m < noun.names.size(); ++m) {
            if (noun.names[m] == noun.names[0]) continue;
            auto const source_of = [&](std::size_t which) {
                return which < noun.named_by.size() ? quoted(noun.named_by[which]) : std::string("?");
            };
            std::string const a = source_of(0), b = source_of(m);
            found.add(finding_code::checked("claims-disagree"), severity::note, subject_of(noun),
                      place_of("recognitions", n, "names", m),
                      both({"hai nguồn gọi tên khác nhau: “", noun.names[0].in(language::vi), "” (", a, ") và “",
                            noun.names[m].in(language::vi), "” (", b, ")"},
                           {"two sources name it differently: “", noun.names[0].in(language::en), "” (", a, ") and “",
                            noun.names[m].in(language::en), "” (", b, ")"}));
            break;
        }
    }
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
