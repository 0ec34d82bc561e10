#pragma once

// How a question says that certificates are to be read: what no programme and no law settles.

#include "question.hpp"
#include <lienvien/lifecycle/certificate_terms.hpp>

#include <chrono>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

template <class Enum>
std::optional<Enum> word_of(part& asked, std::string_view member) {
    std::vector<std::pair<std::string_view, Enum>> words;
    for (auto const& each : lienvien::vocabulary<Enum>::words) words.emplace_back(each.name, each.value);
    return asked.required_named<Enum>(member, words);
}
/// What no programme settles: all four members are wanted.
inline std::optional<lienvien::certificate_terms> terms_of(part& asked) {
    using lienvien::month_end;
    auto const lacking = asked.required_named<month_end>("lacking", {{"last_of_month", month_end::last_of_month},
                                                                     {"first_of_next", month_end::first_of_next},
                                                                     {"skip", month_end::skip},
                                                                     {"refuse", month_end::refuse}});
    auto const ends = word_of<lienvien::last_valid_day>(asked, "ends");
    auto const renewed = word_of<lienvien::renewal_start>(asked, "renewed_from");
    auto const grace = asked.required<lienvien::items>("grace");
    if (grace && grace->count() > 36'500)
        asked.wrong("bad-value", "grace", {"từ 0 đến 36500 ngày", "0 to 36500 days"});
    else if (lacking && ends && renewed && grace)
        return lienvien::certificate_terms(*lacking, *ends, *renewed, std::chrono::days(grace->count()));
    return std::nullopt;
}

}  // namespace answers
