#pragma once

#include <lienvien/base/id.hpp>
#include <lienvien/base/period.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {

struct rule_tag {
    static constexpr label noun{"quy tắc", "rule"};
    static constexpr bool capitals = false;
};
/// The name of a rule, such as "vn.14-2014.4.1a"_rule.
using rule_id = basic_id<rule_tag>;

namespace literals {
template <detail::literal Text>
[[nodiscard]] consteval rule_id operator""_rule() {
    return detail::literal_id<rule_id, Text>();
}
}  // namespace literals

/// What kind of text a rule stands in, the weakest first: where two rules contradict each other and neither is an
/// exception to the other, the one of the higher kind prevails (lex superior).
enum class instrument_kind : std::uint8_t {
    not_known,
    agreement,
    decision,
    circular,
    decree,
    resolution,
    law,
    definition
};
template <>
struct vocabulary<instrument_kind> {
    using enum instrument_kind;
    static constexpr std::array words{word<instrument_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<instrument_kind>{agreement, "agreement", {"thỏa thuận", "agreement"}},
                                      word<instrument_kind>{decision, "decision", {"quyết định", "decision"}},
                                      word<instrument_kind>{circular, "circular", {"thông tư", "circular"}},
                                      word<instrument_kind>{decree, "decree", {"nghị định", "decree"}},
                                      word<instrument_kind>{resolution, "resolution", {"nghị quyết", "resolution"}},
                                      word<instrument_kind>{law, "law", {"luật", "law"}},
                                      word<instrument_kind>{definition, "definition", {"định nghĩa", "definition"}}};
};

/// A text that rules stand in, and when it is in force.
struct instrument {
    std::string_view number;  ///< such as "14/2014/TT-BYT"
    label name;
    instrument_kind kind = instrument_kind::not_known;
    period in_force{};
    std::optional<sys_days> uncertain_from{};  ///< from this day on it is not certain that it is still in force
    label uncertain_because{};
    bool verified = false;       ///< has a person checked the rules against the signed original?
    bool beginning_seen = true;  ///< else `in_force` begins on a day that is surely late enough, not on its first day

    friend constexpr bool operator==(instrument const&, instrument const&) = default;
};

/// Is the instrument in force? Unknown once that has become uncertain.
[[nodiscard]] constexpr truth in_force_on(instrument const& text, sys_days today) noexcept {
    if (!text.in_force.contains(today)) return truth::no;
    return text.uncertain_from && *text.uncertain_from <= today ? truth::unknown : truth::yes;
}

/// A place in an instrument.
struct citation {
    instrument text;
    int article = 0;            ///< number of the article; 0 where the place is not an article
    std::string_view clause{};  ///< clause and point, such as "1a"; or the place in words
    label place{};              ///< a place without a number that was seen, in both languages

    friend constexpr bool operator==(citation const&, citation const&) = default;
};

/// cites(circular_14_2014, 4, "1a"): article 4, clause 1, point a.
[[nodiscard]] constexpr citation cites(instrument const& text, int article, std::string_view clause = {}) noexcept {
    return {text, article, clause, {}};
}
/// A text that has no articles, or a place that is not one.
[[nodiscard]] constexpr citation cites(instrument const& text, std::string_view place = {}) noexcept {
    return {text, 0, place, {}};
}

/// A place whose number nobody has seen: named in words of both languages.
[[nodiscard]] constexpr citation cites(instrument const& text, label place) noexcept { return {text, 0, {}, place}; }

/// How a citation is written: "Thông tư 14/2014/TT-BYT, Điều 4 khoản 1 điểm a".
[[nodiscard]] inline std::string to_string(citation const& where, language wanted) {
    bool const vietnamese = wanted == language::vi;
    std::string words(where.text.name.in(wanted));
    if (!where.text.number.empty()) {
        words += ' ';
        words += where.text.number;
    }
    if (where.article != 0) words += (vietnamese ? ", Điều " : ", article ") + std::to_string(where.article);
    std::size_t digits = 0;
    while (where.article != 0 && digits < where.clause.size() && where.clause[digits] >= '0' &&
           where.clause[digits] <= '9') {
        ++digits;
    }
    if (digits > 0) {
        words += vietnamese ? " khoản " : " clause ";
        words += where.clause.substr(0, digits);
        if (digits < where.clause.size()) {
            words += vietnamese ? " điểm " : " point ";
            words += where.clause.substr(digits);
        }
    } else if (!where.clause.empty()) {
        words += ", ";
        words += where.clause;
    }
    if (!where.place.in(wanted).empty()) {
        words += ", ";
        words += where.place.in(wanted);
    }
    return words;
}
}  // namespace v0
}  // namespace lienvien
