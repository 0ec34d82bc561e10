#pragma once

#include <lienvien/rules/decide.hpp>
#include <lienvien/text/print.hpp>
#include <lienvien/text/table.hpp>

#include <bit>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// The rules that decide a verdict: the permissions that hold, the objections that stand, or those that are left open.
/// None where nothing permits it, or no rule is in force.
[[nodiscard]] constexpr rule_set deciding(verdict const& found, rules_of_day const& rules) noexcept {
    if (found.outcome == outcome::permitted) return found.bears & rules.permissions;
    if (found.outcome == outcome::facts_missing) return undecided(rules, found);
    return found.outcome == outcome::forbidden ? standing_objections(rules, found) : 0;
}

namespace detail {

/// A rule in a word: where it stands; a definition, which stands nowhere, by its sentence.
[[nodiscard]] inline std::string in_a_word(rule_heading const& rule, language wanted) {
    bool const law =
        rule.basis.text.kind != instrument_kind::definition && rule.basis.text.kind != instrument_kind::agreement;
    return law ? to_string(rule.basis, wanted) : std::string(rule.says.in(wanted));
}
template <class Headings>
[[nodiscard]] std::string in_a_word(rule_set rules, Headings const& headings, language wanted) {
    std::string words;
    for (rule_set left = rules; left != 0; left &= left - 1) {
        if (!words.empty()) words += "; ";
        words += in_a_word(headings[static_cast<std::size_t>(std::countr_zero(left))], wanted);
    }
    return words;
}

}  // namespace detail

/// Writes a ranked list of options: each with coverage, minutes, what it rests on; what to beware of is said once, below.
inline void print(std::ostream& out, std::vector<option> const& options, network const& written, language wanted,
                  style look = {}) {
    bool const vietnamese = wanted == language::vi;
    if (options.empty()) {
        detail::print_hanging(out, 0, "", vietnamese ? "Không có nơi nhận nào được phép." : "No receiver is permitted.",
                              look, {}, {});
    }
    std::vector<std::pair<text, std::string>> cautions;  // each once, and whom it concerns
    for (std::size_t at = 0; at < options.size(); ++at) {
        auto const& each = options[at];
        std::string const number = std::to_string(at + 1);
        detail::print_hanging(out, 2, number + ".", name_of(each.receiver, written).in(wanted), look, {}, "\x1b[1m");
        std::string words = std::to_string(each.covered) + "/" + std::to_string(each.needed) +
                            (vietnamese ? " kỹ thuật cần thiết" : " techniques needed");
        if (each.travel) {
            words += "; " + each.travel->to_string() + (vietnamese ? " phút" : " minutes");
            if (is_yes(each.in_time)) words += vietnamese ? ", trong khung thời gian" : ", within the time window";
            if (is_no(each.in_time)) words += vietnamese ? ", QUÁ khung thời gian" : ", OUTSIDE the time window";
        } else {
            words += vietnamese ? "; chưa rõ thời gian di chuyển" : "; travel time not known";
        }
        detail::print_hanging(out, 5, "", words, look, {}, {});
        words = vietnamese ? "căn cứ: " : "rests on: ";
        std::string between;
        auto const add = [&](std::string_view basis) {
            words += between;
            words += basis;
            between = "; ";
        };
        for (auto const& rule : each.basis) {
            if (rule.basis.text.kind != instrument_kind::agreement) add(to_string(rule.basis, wanted));
        }
        for (auto const& under : each.agreements) add(name_of(under, written).in(wanted));
        detail::print_hanging(out, 5, "", words, look, {}, "\x1b[36m");
        for (auto const& caution : each.cautions) {
            std::size_t same = 0;
            while (same < cautions.size() && !(cautions[same].first == caution)) ++same;
            if (same == cautions.size()) cautions.push_back({caution, {}});
            cautions[same].second += (cautions[same].second.empty() ? "" : ", ") + number;
        }
    }
    for (auto const& [caution, whom] : cautions) {
        detail::print_hanging(out, 2, "!", whom + ": " + std::string(caution.in(wanted)), look, "\x1b[33m", {});
    }
}

/// Writes what an answer says of every institution. In short, those with the same outcome for the same rules stand
/// together, and one that several rules forbid stands under each; `full` gives each a line of its own, in the order of the
/// network.
template <class Book>
void print(std::ostream& out, answer<Book> const& given, language wanted, style look = {}) {
    auto const& today = given.asked().today();
    auto const headings = given.book().headings();
    auto const nothing = [&](outcome found) {
        if (found == outcome::not_provided_for)
            return wanted == language::vi ? "không quy tắc nào cho phép" : "no rule permits it";
        return "";
    };
    print(out, given.problems(), wanted, look);
    if (look.full) {
        table all(wanted == language::vi ? std::vector<std::string>{"", "Nơi nhận", "Kết quả", "Quy tắc quyết định"}
                                         : std::vector<std::string>{"", "Receiver", "Outcome", "Deciding rule"});
        for (std::uint32_t s = 0; s < today.size(); ++s) {
            auto const& found = given.verdicts()[s];
            auto const rules = deciding(found, given.rules());
            all.add({std::string(detail::sign_for(mark_of(found.outcome))),
                     std::string(name_of(today.at(site{s}).id, today.written()).in(wanted)),
                     std::string(label_of(found.outcome).in(wanted)),
                     rules == 0 ? std::string(nothing(found.outcome)) : detail::in_a_word(rules, headings, wanted)});
        }
        all.print(out, look);
        return;
    }
    struct group {
        outcome found;
        rule_set rules;
        std::vector<std::uint32_t> sites;
    };
    std::vector<group> groups;
    auto const put = [&](std::size_t first, outcome found, rule_set rules, std::uint32_t s) {
        auto at = first;
        while (at < groups.size() && groups[at].rules != rules) ++at;
        if (at == groups.size()) groups.push_back({found, rules, {}});
        groups[at].sites.push_back(s);
    };
    for (auto const found : {outcome::permitted, outcome::facts_missing, outcome::not_provided_for, outcome::forbidden,
                             outcome::not_in_force}) {
        auto const first = groups.size();
        for (std::uint32_t s = 0; s < today.size(); ++s) {
            if (given.verdicts()[s].outcome != found) continue;
            auto const rules = deciding(given.verdicts()[s], given.rules());
            // Each objection forbids by itself, so each lists whom it forbids; what permits is named together.
            if (found != outcome::forbidden) put(first, found, rules, s);
            for (rule_set left = found == outcome::forbidden ? rules : 0; left != 0; left &= left - 1) {
                put(first, found, left & (~left + 1), s);
            }
        }
    }
    for (auto const& each : groups) {
        std::string words(label_of(each.found).in(wanted));
        auto const why =
            each.rules == 0 ? std::string(nothing(each.found)) : detail::in_a_word(each.rules, headings, wanted);
        if (!why.empty()) words += " – " + why;
        detail::print_hanging(out, 2, detail::sign_for(mark_of(each.found)), words, look,
                              detail::colour_for(mark_of(each.found)), {});
        std::string names;
        for (auto const s : each.sites) {
            names +=
                (names.empty() ? "" : " · ") + std::string(name_of(today.at(site{s}).id, today.written()).in(wanted));
        }
        detail::print_hanging(out, 6, "", names, look, {}, "\x1b[2m");
    }
}

}  // namespace v0
}  // namespace lienvien
