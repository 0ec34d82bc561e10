#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/rules/explanation.hpp>
#include <lienvien/rules/request.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// A date in both languages, as far as it is known: "2023-06-28", "12 December, year not known, at the latest 2025-12-12".
[[nodiscard]] inline text words_for(partial_date const& date) {
    if (date.is_exact()) return {format_day(*date.earliest()), format_day(*date.earliest())};
    std::string form = date.to_string();
    bool const has_last = form.find(" by ") != std::string::npos;
    bool const has_first = form.find(" since ") != std::string::npos;
    form = form.substr(0, form.find(" by "));
    form = form.substr(0, form.find(" since "));
    text words{form, form};
    if (form == "unknown") {
        words = {"ngày không rõ", "a day not known"};
    } else if (form.substr(0, 4) == "XXXX") {
        constexpr std::string_view months[] = {"January", "February", "March",     "April",   "May",      "June",
                                               "July",    "August",   "September", "October", "November", "December"};
        auto const number = [&](std::size_t at) { return (form[at] - '0') * 10 + (form[at + 1] - '0'); };
        std::string const in_month = std::to_string(number(8));
        words = {"ngày " + in_month + " tháng " + std::to_string(number(5)) + " không rõ năm",
                 in_month + " " + std::string(months[number(5) - 1]) + " of a year not known"};
    } else if (form.back() == 's') {
        std::string const decade = form.substr(form.size() - 5, 4);
        std::string_view const part = form[0] == 'e'   ? "đầu "
                                      : form[0] == 'm' ? "giữa "
                                      : form[0] == 'l' ? "cuối "
                                                       : "";
        words = {std::string(part) + "thập niên " + decade, "the " + form};
    }
    if (auto const first = date.earliest(); first && has_first) {
        words.vi += ", sớm nhất là " + format_day(*first);
        words.en += ", at the earliest " + format_day(*first);
    }
    if (auto const last = date.latest(); last && has_last) {
        words.vi += ", muộn nhất là " + format_day(*last);
        words.en += ", at the latest " + format_day(*last);
    }
    return words;
}

/// "from 2025-01-01, until before 2026-01-01", in both languages; what is not stated is said so.
[[nodiscard]] inline text words_for(validity const& when) {
    if (when == validity()) return {"không nêu ngày", "no dates stated"};
    text words;
    if (when.from.is_always()) {
        words = {"không nêu ngày đầu", "no first day stated"};
    } else if (when.from == partial_date::unknown()) {
        words = {"không rõ ngày bắt đầu", "first day not known"};
    } else if (auto const last = when.from.latest(); last && when.from == partial_date::unknown().not_after(*last)) {
        words = {"muộn nhất từ " + format_day(*last), "from " + format_day(*last) + " at the latest"};
    } else {
        text const first = words_for(when.from);
        words = {"từ " + first.vi, "from " + first.en};
    }
    if (when.until) {
        text const last = words_for(*when.until);
        words.vi += ", đến trước " + last.vi;
        words.en += ", until before " + last.en;
    } else {
        words.vi += ", không nêu ngày kết thúc";
        words.en += ", no end stated";
    }
    return words;
}

/// "accepted (from 2026-03-02, no end stated)", in both languages; nothing is added to what holds on every day.
[[nodiscard]] inline text with_dates(text const& says, validity const& when) {
    if (when == always) return says;
    text const period = words_for(when);
    return {says.vi + " (" + period.vi + ")", says.en + " (" + period.en + ")"};
}

/// How a noun is called in both languages: the name that is given, else its id.
template <class Id>
[[nodiscard]] text called(Id const& id, text const& name) {
    std::string const written(id.view());
    return name.empty() ? text{written, written}
                        : text{std::string(name.in(language::vi)), std::string(name.in(language::en))};
}
[[nodiscard]] inline text called(snapshot const& today, technique_id const& id) {
    auto const found = today.find(id);
    return called(id, found ? today.written().techniques[number_of(*found)].name : text{});
}
[[nodiscard]] inline text called(snapshot const& today, institution_id const& id) {
    auto const found = today.find(id);
    return called(id, found ? today.at(*found).name : text{});
}
[[nodiscard]] inline text called(snapshot const& today, field_id const& id) {
    for (auto const& each : today.written().fields) {
        if (each.id == id) return called(id, each.name);
    }
    return called(id, text{});
}

template <class Id>
[[nodiscard]] std::string subject_of(Id const& id) {
    return std::string(Id::tag::noun.en) + " " + std::string(id.view());
}

/// Adds the dated facts about an institution that hold, or may hold, on the day; where none does, those of other days.
template <class Facts, class Numbers, class Says>
void add_grounds(grounds& found, snapshot const& today, site where, Facts const& facts, Numbers const& numbers,
                 Says says) {
    grounds other_days;
    bool any = false;
    for (auto const number : numbers) {
        auto const& fact = facts[number];
        if (!was_known(fact.source, today.when().known_on)) continue;
        bool const may_hold = !is_no(holds_on(fact.valid, today.day()));
        any = any || may_hold;
        (may_hold ? found : other_days)
            .push_back({subject_of(today.at(where).id), with_dates(says(fact), fact.valid), fact.source});
    }
    if (any) return;
    for (auto& each : other_days) found.push_back(std::move(each));
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
