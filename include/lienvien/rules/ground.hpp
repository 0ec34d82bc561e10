#pragma once

#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/rules/request.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A written fact on which a statement rests: which noun, what it says, and where it comes from.
struct ground {
    std::string subject;                   ///< kind and id, such as "agreement bach-mai-cho-ray"
    text says;
    lienvien::source source;

    friend bool operator==(ground const&, ground const&) = default;
};
using grounds = std::vector<ground>;

namespace detail {

/// "from 2025-01-01 until 2026-01-01", in both languages; what is not stated is said so.
[[nodiscard]] inline text words_for(validity const& when) {
    text words;
    if (when.from.is_always()) {
        words = {"không giới hạn ngày đầu", "without a first day"};
    } else if (when.from == partial_date::unknown()) {
        words = {"không rõ ngày bắt đầu", "first day not known"};
    } else {
        words = {"từ " + when.from.to_string(), "from " + when.from.to_string()};
    }
    if (when.until) {
        words.vi += ", đến trước " + when.until->to_string();
        words.en += ", until before " + when.until->to_string();
    } else {
        words.vi += ", không nêu ngày kết thúc";
        words.en += ", no end stated";
    }
    return words;
}

/// "accepted (from 2026-03-02, no end stated)", in both languages.
[[nodiscard]] inline text dated(text const& says, validity const& when) {
    text const period = words_for(when);
    return {says.vi + " (" + period.vi + ")", says.en + " (" + period.en + ")"};
}

template <class Id>
[[nodiscard]] std::string subject_of(Id const& id) {
    return std::string(Id::tag::noun.en) + " " + std::string(id.view());
}

/// Adds each dated fact about an institution: "label: value (period)".
template <class Facts, class Numbers, class Says>
void add_grounds(grounds& found, snapshot const& today, site where, Facts const& facts, Numbers const& numbers, Says says) {
    for (auto const number : numbers) {
        auto const& fact = facts[number];
        if (!was_known(fact.source, today.when().known_on)) continue;
        found.push_back({subject_of(today.at(where).id), dated(says(fact), fact.valid), fact.source});
    }
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
