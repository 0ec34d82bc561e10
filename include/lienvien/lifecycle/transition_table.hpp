#pragma once

#include <lienvien/base/vocabulary.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace lienvien {
inline namespace v0 {

/// One step that is possible: from where, by which event, to where.
template <named_value State, named_value Event>
struct transition {
    State from{};
    Event by{};
    State to{};

    friend constexpr bool operator==(transition const&, transition const&) = default;
};

/// What is wrong with a table of steps.
enum class table_fault : std::uint8_t {
    none,
    two_ways,      ///< one event leads from one state to two
    two_events,    ///< two events lead from one state to the same one, so that a history does not tell which it was
    unreachable,   ///< no way leads from the first state to this one
    dead_end,      ///< no step leaves this state, and it is not declared final
    left_at_end,   ///< a step leaves a state that is declared final
    no_end,        ///< no way leads from this state to a final one
    unused_event,  ///< the event stands in no row
    stands_still,  ///< a step leads to the state that it leaves
};
template <>
struct vocabulary<table_fault> {
    using enum table_fault;
    static constexpr std::array words{
        word<table_fault>{none, "none", {"không có lỗi", "no fault"}},
        word<table_fault>{two_ways, "two_ways", {"một việc dẫn tới hai nơi", "one event leads two ways"}},
        word<table_fault>{two_events, "two_events", {"hai việc dẫn tới một nơi", "two events lead the same way"}},
        word<table_fault>{unreachable, "unreachable", {"không đường nào tới", "no way leads there"}},
        word<table_fault>{dead_end, "dead_end", {"không bước nào ra", "no step leaves it"}},
        word<table_fault>{left_at_end, "left_at_end", {"có bước ra khỏi nơi kết thúc", "a step leaves an end"}},
        word<table_fault>{no_end, "no_end", {"không đường nào tới nơi kết thúc", "no way leads to an end"}},
        word<table_fault>{unused_event, "unused_event", {"việc không có trong bảng", "the event stands in no row"}},
        word<table_fault>{stands_still, "stands_still", {"bước đứng yên", "a step that stands still"}}};
};

/// A fault, and the state and the event that show it.
template <named_value State, named_value Event>
struct table_witness {
    table_fault fault{};
    State at{};
    Event by{};

    friend constexpr bool operator==(table_witness const&, table_witness const&) = default;
};

/// Everything that may happen to something that has stages, one row for each step: a value that the compiler can check.
///
/// Prove a table where it is declared: `static_assert(first_fault(table).fault == table_fault::none)`.
template <named_value State, named_value Event, std::size_t Rows, std::size_t Ends>
struct transition_table {
    using state = State;
    using event = Event;

    State first{};
    std::array<transition<State, Event>, Rows> rows{};
    std::array<State, Ends> ends{};  ///< states that are final

    /// Where the event leads from a state; nothing where it may not happen there.
    [[nodiscard]] constexpr std::optional<State> next(State from, Event by) const noexcept {
        for (auto const& row : rows) {
            if (row.from == from && row.by == by) return row.to;
        }
        return std::nullopt;
    }
    /// Which event leads from one state to another; nothing where none does.
    [[nodiscard]] constexpr std::optional<Event> between(State from, State to) const noexcept {
        for (auto const& row : rows) {
            if (row.from == from && row.to == to) return row.by;
        }
        return std::nullopt;
    }
    [[nodiscard]] constexpr bool is_end(State at) const noexcept {
        for (auto const each : ends) {
            if (each == at) return true;
        }
        return false;
    }

    friend constexpr bool operator==(transition_table const&, transition_table const&) = default;
};

namespace detail {

/// The states of a vocabulary that are marked, by their place in it.
template <named_value State>
struct marked_states {
    static constexpr std::size_t size = vocabulary<State>::words.size();
    bool marked[size]{};

    [[nodiscard]] static constexpr std::size_t place(State wanted) noexcept {
        for (std::size_t at = 0; at < size; ++at) {
            if (vocabulary<State>::words[at].value == wanted) return at;
        }
        return size - 1;
    }
    [[nodiscard]] constexpr bool has(State wanted) const noexcept { return marked[place(wanted)]; }
    /// Marks a state. Was it unmarked?
    constexpr bool add(State wanted) noexcept {
        bool const was = has(wanted);
        marked[place(wanted)] = true;
        return !was;
    }
};

}  // namespace detail

/// The first thing that is wrong with a table, with a witness; `none` where it is deterministic, tells from a history which
/// events there were, reaches every state of the vocabulary, ends exactly where it is declared to end and can end from
/// everywhere. Every state counts; of the events all but the first of their vocabulary, which stands for "not known".
/// Complexity: rows x (rows + states).
template <named_value State, named_value Event, std::size_t Rows, std::size_t Ends>
[[nodiscard]] constexpr table_witness<State, Event> first_fault(
    transition_table<State, Event, Rows, Ends> const& table) noexcept {
    for (std::size_t a = 0; a < Rows; ++a) {
        auto const& row = table.rows[a];
        if (row.from == row.to) return {table_fault::stands_still, row.from, row.by};
        if (table.is_end(row.from)) return {table_fault::left_at_end, row.from, row.by};
        for (std::size_t b = a + 1; b < Rows; ++b) {
            auto const& other = table.rows[b];
            if (other.from != row.from) continue;
            if (other.by == row.by) return {table_fault::two_ways, row.from, row.by};
            if (other.to == row.to) return {table_fault::two_events, row.from, other.by};
        }
    }
    detail::marked_states<State> reached, ending;
    reached.add(table.first);
    for (auto const each : table.ends) ending.add(each);
    for (bool more = true; more;) {
        more = false;
        for (auto const& row : table.rows) {
            if (reached.has(row.from)) more = reached.add(row.to) || more;
            if (ending.has(row.to)) more = ending.add(row.from) || more;
        }
    }
    for (auto const& each : vocabulary<State>::words) {
        bool left = false;
        for (auto const& row : table.rows) left = left || row.from == each.value;
        if (!reached.has(each.value)) return {table_fault::unreachable, each.value, {}};
        if (!left && !table.is_end(each.value)) return {table_fault::dead_end, each.value, {}};
    }
    for (auto const& each : vocabulary<State>::words) {
        if (!ending.has(each.value)) return {table_fault::no_end, each.value, {}};
    }
    for (std::size_t n = 1; n < vocabulary<Event>::words.size(); ++n) {
        auto const wanted = vocabulary<Event>::words[n].value;
        bool used = false;
        for (auto const& row : table.rows) used = used || row.by == wanted;
        if (!used) return {table_fault::unused_event, table.first, wanted};
    }
    return {};
}

/// Is the table without fault?
template <named_value State, named_value Event, std::size_t Rows, std::size_t Ends>
[[nodiscard]] constexpr bool is_sound(transition_table<State, Event, Rows, Ends> const& table) noexcept {
    return first_fault(table).fault == table_fault::none;
}

}  // namespace v0
}  // namespace lienvien
