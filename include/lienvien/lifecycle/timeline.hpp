#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/lifecycle/promises_on.hpp>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a line of a timeline is.
enum class timeline_kind : std::uint8_t { not_known, falls_due, begins, ends };
template <>
struct vocabulary<timeline_kind> {
    using enum timeline_kind;
    static constexpr std::array words{word<timeline_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<timeline_kind>{falls_due, "falls_due", {"tới hạn", "falls due"}},
                                      word<timeline_kind>{begins, "begins", {"có hiệu lực", "begins"}},
                                      word<timeline_kind>{ends, "ends", {"hết hiệu lực", "ends"}}};
};

/// Something that falls on a day: which clause puts it there, and which rule of the calendar moved it.
struct timeline_line {
    sys_days day;
    timeline_kind kind{};
    agreement_id agreement;
    std::optional<commitment_id> commitment{};  ///< none: the agreement itself begins or ends
    std::optional<promise_turn> turn{};         ///< with the days stepped over, and where the turn stands
    text why{};                                 ///< the clause, and what moved the day
    lienvien::source source{};

    friend bool operator==(timeline_line const&, timeline_line const&) = default;
};
/// Dated lines in order, and the promises of the same scope whose due date nobody knows: they are on no day, and not lost.
struct promise_timeline {
    std::vector<timeline_line> lines{};
    std::vector<commitment_id> undated{};

    friend bool operator==(promise_timeline const&, promise_timeline const&) = default;
};

/// Whose timeline it is: of one agreement, of one institution on either side, or everything.
struct timeline_scope {
    std::optional<agreement_id> agreement{};
    std::optional<institution_id> institution{};
};

namespace detail {

/// The clause in words: "every: ...", "30 days after the milestone ...".
[[nodiscard]] inline text words_of(occasion const& wait) {
    struct visitor {
        text operator()(agreement_signed const&) const { return {"ngày ký", "the signing"}; }
        text operator()(agreement_begins const&) const { return {"ngày có hiệu lực", "the entry into force"}; }
        text operator()(agreement_ends const&) const { return {"ngày hết hiệu lực", "the end of the agreement"}; }
        text operator()(request_made const&) const { return {"ngày yêu cầu", "the request"}; }
        text operator()(milestone_reached const& on) const { return of("mốc", "the milestone", on.milestone.view()); }
        text operator()(fulfilment_of const& on) const {
            return of("ngày hoàn thành", "the fulfilment of", on.commitment.view());
        }
        text operator()(breach_of const& on) const { return of("ngày vi phạm", "the breach of", on.commitment.view()); }
        static text of(std::string_view vi, std::string_view en, std::string_view id) {
            return {joined({vi, " “", id, "”"}), joined({en, " “", id, "”"})};
        }
    };
    return std::visit(visitor{}, wait);
}
[[nodiscard]] inline text words_of(due_rule const& rule) {
    if (std::holds_alternative<due_every>(rule)) return {"điều khoản lặp lại", "a recurring clause"};
    if (auto const* const after = std::get_if<due_after>(&rule)) {
        auto const number = std::to_string(after->count());
        auto const unit = after->counted_in() == due_after::unit::days     ? text{"ngày", "days"}
                          : after->counted_in() == due_after::unit::months ? text{"tháng", "months"}
                                                                           : text{"ngày làm việc", "working days"};
        auto const since = words_of(after->since());
        return {number + " " + unit.vi + " sau " + since.vi, number + " " + unit.en + " after " + since.en};
    }
    return {"ngày nêu trong thỏa thuận", "a day that the agreement states"};
}

}  // namespace detail

/// Everything that falls due from `first` to the day before `until`, in order of days, as things stand on `today`: the
/// turns of promises that bind, whether or not they are done already, and the beginnings and ends of agreements.
///
/// Precondition: `first` is before `until`. Complexity: as reading the standings, and O(n log n) in the lines.
[[nodiscard]] inline promise_timeline timeline_of(promise_book const& book, promise_history const& history,
                                                  timeline_scope const& scope, sys_days first, sys_days until,
                                                  sys_days today, working_calendar const& calendar) {
    LIENVIEN_EXPECTS(first < until, "a timeline ends after it begins");
    promise_timeline made;
    detail::promise_reader const reader(book, history, today, calendar);
    auto const add = [&](timeline_line line) {
        if (first <= line.day && line.day < until) made.lines.push_back(std::move(line));
    };
    auto const& written = book.written();
    auto const is_same = [&](institution_id const& who) {
        return !scope.institution || who == *scope.institution ||
               answers_for(written, who, today) == *scope.institution;
    };
    for (auto const& under : written.agreements) {
        bool among = !scope.institution;
        for (auto const& each : under.parties) among = among || is_same(each.institution);
        if ((scope.agreement && under.id != *scope.agreement) || !among) continue;
        if (is_no(binds(under.status)) && under.status != agreement_status::ended) continue;
        auto const lasts = reader.span(under);
        if (auto const begin = lasts.valid.from.exact())
            add({*begin,
                 timeline_kind::begins,
                 under.id,
                 {},
                 {},
                 {"thỏa thuận có hiệu lực", "the agreement begins"},
                 under.source});
        if (auto const end = lasts.valid.until ? lasts.valid.until->exact() : std::nullopt)
            add({*end,
                 timeline_kind::ends,
                 under.id,
                 {},
                 {},
                 {"thỏa thuận hết hiệu lực nếu không gia hạn", "the agreement ends unless it is renewed"},
                 under.source});
    }
    for (auto const& each : book.promises()) {
        if (scope.agreement && each.under->id != *scope.agreement) continue;
        if (!is_same(each.what->debtor) && !is_same(each.what->creditor)) continue;
        if (!is_yes(binds(each.status)) && each.status != agreement_status::ended) continue;
        auto const stands = reader.standing(each, until - std::chrono::days(1));
        bool dated = false;
        for (auto const& turn : stands.turns) {
            auto const day = turn.due.day.exact();
            dated = dated || day;
            if (!day) continue;
            timeline_line line{*day, timeline_kind::falls_due,         each.under->id, each.what->id,
                               turn, detail::words_of(each.terms.due), each.origin()};
            line.why.vi += ": " + to_string(turn.due, language::vi);
            line.why.en += ": " + to_string(turn.due, language::en);
            add(std::move(line));
        }
        bool const owed = each.what->kind == commitment_kind::achievement ||
                          (each.what->kind == commitment_kind::maintenance && !stands.turns.empty());
        if (owed && !dated && is_open(stands.state)) made.undated.push_back(each.what->id);
    }
    detail::sort_by(made.lines, [](timeline_line const& a, timeline_line const& b) { return a.day < b.day; });
    return made;
}

}  // namespace v0
}  // namespace lienvien
