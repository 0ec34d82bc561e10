#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/lifecycle/promise_event.hpp>
#include <lienvien/network/id_index.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// An event as a history keeps it: what of it decides, as which line of the stretch it first came, and how often.
struct told_event {
    promise_mark mark;
    std::uint64_t arrival = 0;
    std::uint32_t times = 1;

    friend bool operator==(told_event const&, told_event const&) = default;
};

/// What a stretch of the log says: the summary from which the state of every promise is read.
///
/// A monoid: the empty history is its unit, `a + b` is the history of the one stretch followed by the other, and however a
/// log is cut and the pieces are put together, the result is the same. So it can be folded in pieces on several machines,
/// kept, and continued. The order of arrival is remembered, so that events which came late can be named, but no state
/// depends on it: an event counts from its day. Events that are told twice count once. It knows no agreements: an event
/// about a commitment that nobody knows is kept, and counts when the agreement is written down.
/// Memory: about 250 bytes an event.
class promise_history {
public:
    /// Everything that was told of one commitment, agreement, milestone or event, in the order of the days.
    struct account {
        event_subject about;
        std::vector<told_event> events;
        friend bool operator==(account const&, account const&) = default;
    };

    promise_history() = default;
    /// The history of a stretch of a log. Complexity: O(n) where the days of each commitment come in order, else O(n log n).
    explicit promise_history(std::span<promise_event const> stretch) {
        id_index<commitment_id> commitments;
        id_index<agreement_id> agreements;
        id_index<milestone_id> milestones;
        id_index<promise_event_id> events;
        std::vector<std::vector<std::vector<promise_event const*>>> lines(std::variant_size_v<event_subject>);
        auto const place = [&](event_subject const& about) -> std::size_t {
            if (auto const* id = std::get_if<commitment_id>(&about)) return commitments.place(*id);
            if (auto const* id = std::get_if<agreement_id>(&about)) return agreements.place(*id);
            if (auto const* id = std::get_if<milestone_id>(&about)) return milestones.place(*id);
            return events.place(std::get<promise_event_id>(about));
        };
        for (auto const& each : stretch) {
            auto& of_kind = lines[each.about.index()];
            auto const at = place(each.about);
            if (at == of_kind.size()) of_kind.emplace_back();
            of_kind[at].push_back(&each);
        }
        for (auto& of_kind : lines) {
            std::vector<account> all;
            for (auto& told : of_kind) {
                account made{told.front()->about, {}};
                made.events.reserve(told.size());
                detail::sort_by(told, [](promise_event const* a, promise_event const* b) {
                    if (a->on != b->on) return a->on < b->on;
                    return a->id != b->id ? a->id < b->id : a->mark() < b->mark();
                });
                for (auto const* each : told)
                    put(made.events, {each->mark(), static_cast<std::uint64_t>(each - stretch.data()), 1});
                all.push_back(std::move(made));
            }
            detail::sort_by(all, [](account const& a, account const& b) { return a.about < b.about; });
            for (auto& each : all) accounts_.push_back(std::move(each));
        }
        count_ = stretch.size();
    }

    /// One more line. Complexity: O(log n), and as many steps as it comes late after others of its commitment.
    promise_history& operator+=(promise_event const& next) {
        auto const at = place_of(next.about);
        if (at == accounts_.size() || accounts_[at].about != next.about)
            accounts_.insert(accounts_.begin() + static_cast<std::ptrdiff_t>(at), account{next.about, {}});
        auto& events = accounts_[at].events;
        told_event added{next.mark(), count_++, 1};
        auto before = events.end();
        while (before != events.begin() && added.mark < (before - 1)->mark) --before;
        if (before != events.begin() && (before - 1)->mark == added.mark) {
            ++(before - 1)->times;
        } else {
            events.insert(before, std::move(added));
        }
        return *this;
    }
    /// The stretch that follows. Complexity: O(n + m).
    promise_history& operator+=(promise_history next) {
        std::vector<account> all;
        all.reserve(accounts_.size() + next.accounts_.size());
        std::size_t a = 0;
        std::size_t b = 0;
        while (a < accounts_.size() || b < next.accounts_.size()) {
            bool const left =
                b == next.accounts_.size() || (a < accounts_.size() && !(next.accounts_[b].about < accounts_[a].about));
            bool const right =
                a == accounts_.size() || (b < next.accounts_.size() && !(accounts_[a].about < next.accounts_[b].about));
            account made{left ? accounts_[a].about : next.accounts_[b].about, {}};
            made.events = merged(left ? std::move(accounts_[a++].events) : std::vector<told_event>(),
                                 right ? std::move(next.accounts_[b++].events) : std::vector<told_event>(), count_);
            all.push_back(std::move(made));
        }
        accounts_ = std::move(all);
        count_ += next.count_;
        return *this;
    }
    [[nodiscard]] friend promise_history operator+(promise_history first, promise_history next) {
        return std::move(first += std::move(next));
    }

    /// How many lines of the log it stands for, those told again included.
    [[nodiscard]] std::uint64_t size() const noexcept { return count_; }
    [[nodiscard]] std::span<account const> accounts() const noexcept { return accounts_; }
    /// What was told about one thing, by day; empty where nothing was.
    [[nodiscard]] std::span<told_event const> about(event_subject const& subject) const noexcept {
        auto const at = place_of(subject);
        if (at == accounts_.size() || accounts_[at].about != subject) return {};
        return accounts_[at].events;
    }
    /// Was this event withdrawn by the end of `today`?
    [[nodiscard]] bool is_withdrawn(promise_event_id const& id, sys_days today) const noexcept {
        for (auto const& each : about(event_subject(id))) {
            if (each.mark.kind == promise_event_kind::withdrawn && each.mark.on <= today) return true;
        }
        return false;
    }
    /// The first day, up to `today`, on which a milestone is told to have been reached.
    [[nodiscard]] std::optional<sys_days> reached_on(milestone_id const& milestone, sys_days today) const noexcept {
        for (auto const& each : about(event_subject(milestone))) {
            if (each.mark.on <= today && each.mark.kind == promise_event_kind::reached &&
                !is_withdrawn(each.mark.id, today))
                return each.mark.on;
        }
        return std::nullopt;
    }

    friend bool operator==(promise_history const&, promise_history const&) = default;

private:
    [[nodiscard]] std::size_t place_of(event_subject const& subject) const noexcept {
        return detail::first_not_before(0, accounts_.size(),
                                        [&](std::size_t at) { return accounts_[at].about < subject; });
    }
    /// At the end, or together with the last one where that says the same.
    static void put(std::vector<told_event>& events, told_event added) {
        if (!events.empty() && events.back().mark == added.mark) {
            auto& last = events.back();
            last.times += added.times;
            if (added.arrival < last.arrival) last.arrival = added.arrival;
        } else {
            events.push_back(std::move(added));
        }
    }
    [[nodiscard]] static std::vector<told_event> merged(std::vector<told_event> first, std::vector<told_event> next,
                                                        std::uint64_t shift) {
        for (auto& each : next) each.arrival += shift;
        if (first.empty()) return next;
        if (next.empty()) return first;
        std::size_t a = 0;
        std::size_t b = 0;
        if (!(next.front().mark < first.back().mark)) {  // the usual case: later days follow
            for (; b < next.size(); ++b) put(first, std::move(next[b]));
            return first;
        }
        std::vector<told_event> all;
        all.reserve(first.size() + next.size());
        while (a < first.size() || b < next.size()) {
            bool const take_next = a == first.size() || (b < next.size() && next[b].mark < first[a].mark);
            put(all, std::move(take_next ? next[b++] : first[a++]));
        }
        return all;
    }

    std::vector<account> accounts_;
    std::uint64_t count_ = 0;
};

}  // namespace v0
}  // namespace lienvien
