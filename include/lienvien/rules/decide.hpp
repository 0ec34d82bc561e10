#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/rules/explain.hpp>
#include <lienvien/rules/request.hpp>
#include <lienvien/rules/verdict.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// An institution that may receive the patient, with what it rests on.
struct option {
    institution_id receiver;
    std::vector<rule_heading> basis;       ///< the permissions that hold
    std::vector<agreement_id> agreements;  ///< the agreements in force that carry the patient there
    std::size_t covered = 0;               ///< techniques needed that it surely performs...
    std::size_t needed = 0;                ///< ...of so many
    std::optional<minutes_of_travel> travel;
    truth in_time{};  ///< within the time window of the need, where one is set
    std::vector<text> cautions;

    friend bool operator==(option const&, option const&) = default;
};

/// What the rules of a book say of one need on one day, for every institution of the network.
///
/// A value; the snapshot and the rulebook must outlive it. Each verdict can be asked for its proof.
template <class Book>
class answer {
public:
    answer(snapshot const& today, Book const& book, patient_need need, uncertain_rules policy)
        : book_(&book), policy_(policy), asked_(today, std::move(need)), rules_(rules_on(book, today.day(), policy)) {
        if (!asked_.origin()) report_unknown_origin();
        verdicts_.reserve(today.size());
        for (std::uint32_t s = 0; s < today.size(); ++s) {
            verdicts_.push_back(decide_case(book, rules_, {&asked_, site{s}}));
        }
    }

    [[nodiscard]] request const& asked() const noexcept { return asked_; }
    [[nodiscard]] Book const& book() const noexcept { return *book_; }
    /// How rules are read that may no longer be in force.
    [[nodiscard]] uncertain_rules policy() const noexcept { return policy_; }
    [[nodiscard]] rules_of_day const& rules() const noexcept { return rules_; }
    /// The verdict on every institution, by its number in the snapshot.
    [[nodiscard]] std::vector<verdict> const& verdicts() const noexcept { return verdicts_; }
    /// What is wrong with the question itself, such as an origin that the network does not have.
    [[nodiscard]] findings const& problems() const noexcept { return problems_; }
    [[nodiscard]] std::size_t count(outcome wanted) const noexcept {
        std::size_t number = 0;
        for (auto const& each : verdicts_) number += each.outcome == wanted ? 1u : 0u;
        return number;
    }

private:
    void report_unknown_origin() {
        using namespace literals;
        std::string const name(asked_.need().origin.view());
        problems_.add({"unknown-origin"_finding,
                       severity::error,
                       "need " + std::string(asked_.need().id.view()),
                       {},
                       {"mạng lưới không có cơ sở '" + name + "'", "the network has no institution '" + name + "'"}});
    }

    Book const* book_;
    uncertain_rules policy_;
    request asked_;
    rules_of_day rules_;
    std::vector<verdict> verdicts_;
    findings problems_;
};

/// Decides for every institution whether the patient may be sent there, under the rules of the snapshot's day.
///
/// \param today   the network on the day of the question; the function reads no clock
/// \param book    a rulebook declared at namespace scope
/// \param need    what the patient needs
/// \param policy  what to do with rules that may no longer be in force
/// Errors:        none thrown; facts that are missing make outcomes `facts_missing`; an unknown origin is a problem of the
///                answer
/// Complexity:    O(institutions x rules)
template <class... Rules>
[[nodiscard]] answer<rulebook_declaration<Rules...>> decide(snapshot const& today,
                                                            rulebook_declaration<Rules...> const& book,
                                                            patient_need need,
                                                            uncertain_rules policy = uncertain_rules::apply_and_say) {
    return {today, book, std::move(need), policy};
}
// clang-format off
template <class Book, class... Rest>
void decide(snapshot const&&, Book const&, Rest const&...) = delete;  // LIENVIEN-E025: an answer looks into its snapshot: name that
// clang-format on

/// Why the answer is what it is for one institution; nothing where the network does not have it.
template <class Book>
[[nodiscard]] std::optional<explanation> why(answer<Book> const& given, institution_id const& receiver) {
    auto const to = given.asked().today().find(receiver);
    if (!to) return std::nullopt;
    return explain_case(given.book(), given.rules(), {&given.asked(), *to});
}

namespace detail {

/// Is `a` to be preferred to `b`?
[[nodiscard]] inline bool comes_first(option const& a, option const& b, bool hurry) {
    if (a.covered != b.covered) return a.covered > b.covered;
    bool const late_a = is_no(a.in_time);
    if (late_a != is_no(b.in_time)) return !late_a;
    bool const agreed_a = !a.agreements.empty();
    bool const agreed_b = !b.agreements.empty();
    if (!hurry && agreed_a != agreed_b) return agreed_a;
    if (a.travel.has_value() != b.travel.has_value()) return a.travel.has_value();
    if (a.travel && *a.travel != *b.travel) return *a.travel < *b.travel;
    if (agreed_a != agreed_b) return agreed_a;
    return a.receiver < b.receiver;
}

}  // namespace detail

/// The institutions that may receive the patient, best first; at most `most`.
///
/// Best is: performs more of the techniques needed; is not outside the time window; has an agreement with the origin (not
/// in an emergency); is nearer in minutes, known before unknown; has an agreement; then by name.
/// Complexity: O(n log n) for n permitted institutions.
template <class Book>
[[nodiscard]] std::vector<option> best(answer<Book> const& given, std::size_t most) {
    std::vector<option> options;
    request const& asked = given.asked();
    auto const headings = given.book().headings();
    bool const hurry = asked.need().urgency == urgency::emergency;
    auto const clauses = asked.clauses();
    for (std::uint32_t s = 0; s < given.verdicts().size(); ++s) {
        auto const& found = given.verdicts()[s];
        if (found.outcome != outcome::permitted) continue;
        option each{asked.today().at(site{s}).id,   {}, {}, asked.covered(site{s}),
                    asked.need().techniques.size(), {}, {}, {}};
        for (std::size_t i = 0; i < headings.size(); ++i) {
            if (found.bears & given.rules().permissions & (rule_set{1} << i)) each.basis.push_back(headings[i]);
        }
        for (auto const& under : clauses) {
            if (!is_yes(asked.accepts(under, site{s}))) continue;
            auto const& id = asked.today().written().agreements[under.agreement].id;
            bool listed = false;
            for (auto const& earlier : each.agreements) listed = listed || earlier == id;
            if (!listed) each.agreements.push_back(id);
        }
        if (asked.origin()) each.travel = asked.today().travel_time(*asked.origin(), site{s});
        if (asked.need().within && each.travel) each.in_time = known(*each.travel <= *asked.need().within);
        each.cautions = detail::cautions_for(found, given.rules(), headings);
        options.push_back(std::move(each));
    }
    detail::sort_by(options, [&](option const& a, option const& b) { return detail::comes_first(a, b, hurry); });
    if (options.size() > most) options.erase(options.begin() + static_cast<std::ptrdiff_t>(most), options.end());
    return options;
}
}  // namespace v0
}  // namespace lienvien
