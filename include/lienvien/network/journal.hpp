#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/network/fact_names.hpp>
#include <lienvien/network/journal_entry.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What was written down about a network, and when: entries are added at the end, never changed, never lost. From it the
/// network is rebuilt as it was known on any day.
///
/// Two times are kept apart: the periods in the facts say when something holds in the world, the journal says since when it
/// is known. What was known on a day never changes: an entry that comes with an earlier day than one that is there already
/// counts from the day of that one on. A day is the smallest unit; `known_after` tells entries of one day apart.
/// An entry that cannot be used (see `append`) is kept, and set aside. Reads no clock.
class journal {
public:
    /// Adds an entry at the end. What is wrong with it is said; the entry is kept all the same.
    ///
    /// Errors: "recorded-out-of-order" (a warning: it counts from the latest day recorded so far); and, as errors, with the
    /// entry set aside: "doubled-id" (an entry, or a noun that stands, has this id), "unknown-entry" (the entry that it is
    /// about is not there, or was set aside), "another-kind" (a correction by a noun of another kind), "empty-entry".
    /// Complexity: O(1) expected.
    findings append(journal_entry entry) {
        findings found;
        auto const number = static_cast<std::uint32_t>(entries_.size());
        line made{entry.recorded_on, number, true, entry.what.has_value()};
        if (!lines_.empty() && lines_.back().known_from > entry.recorded_on) {
            made.known_from = lines_.back().known_from;
            report(found, "recorded-out-of-order", severity::warning, entry,
                   {"ngày ghi sớm hơn mục trước; được tính là biết từ ngày " + format_day(made.known_from),
                    "is recorded on an earlier day than the entry before it; it counts as known from " +
                        format_day(made.known_from) + " on"});
        }
        check(entry, made, found);
        bool const new_name = !find(entry.id);
        entries_.push_back(std::move(entry));
        lines_.push_back(made);
        current_.push_back(number);
        if (new_name) insert(by_id_, number, [&](std::uint32_t at) { return hash_of(entries_[at].id); });
        if (!made.used) {
            ++set_aside_;
        } else {
            current_[made.root] = number;
            if (entries_.back().what && has_name(*entries_.back().what))
                insert(by_noun_, number, [&](std::uint32_t at) { return hash_of_noun(*entries_[at].what); });
        }
        return found;
    }

    /// Every entry, in the order of arrival, those that were set aside included.
    [[nodiscard]] std::vector<journal_entry> const& entries() const noexcept { return entries_; }
    [[nodiscard]] std::size_t set_aside() const noexcept { return set_aside_; }
    /// Does the entry count, or was it set aside?
    [[nodiscard]] bool counts(std::size_t entry) const noexcept { return lines_[entry].used; }
    /// Since when the entry is known. Precondition: there is such an entry.
    [[nodiscard]] sys_days known_from(std::size_t entry) const noexcept {
        LIENVIEN_EXPECTS(entry < lines_.size(), "a journal is asked for entries that it has");
        return lines_[entry].known_from;
    }
    /// The place of an entry, where it is there.
    [[nodiscard]] std::optional<std::size_t> find(entry_id const& id) const {
        return find_in(by_id_, hash_of(id), [&](std::uint32_t number) { return entries_[number].id == id; });
    }

    /// How many entries were known at the end of a day. Complexity: O(log n).
    [[nodiscard]] std::size_t count_known_on(sys_days day) const noexcept {
        return detail::first_not_before(0, lines_.size(), [&](std::size_t at) { return lines_[at].known_from <= day; });
    }
    /// The network as it was known at the end of a day: everything recorded by then, as corrected by then.
    ///
    /// `known_since` in a source still counts beside it: ask `as_of(network, day, known_on)`.
    /// Complexity: O(n) for the entries known by then.
    [[nodiscard]] network known_on(sys_days day) const { return known_after(count_known_on(day)); }
    /// The network after the first so many entries. A corrected fact stands where it stood first.
    [[nodiscard]] network known_after(std::size_t entries) const { return rebuild(entries, std::nullopt); }
    /// The network after the first so many entries, had one later entry been known as well, whatever `known_since` its
    /// source gives. An entry about something that was not recorded yet changes nothing.
    [[nodiscard]] network known_after(std::size_t entries, std::size_t later) const {
        return rebuild(entries, later < entries ? std::nullopt : std::optional(later));
    }

    /// Calls `take(entry)` for each fact that was known after the first so many entries, in the order of `known_after`, with
    /// the place of the entry that says it: the facts are looked at where they stand, and no network is made.
    /// Complexity: O(n) for so many entries.
    template <class Take>
    void for_each_known_after(std::size_t entries, Take take) const {
        LIENVIEN_EXPECTS(entries <= entries_.size(), "a journal is asked for entries that it has");
        for (auto const at : latest(entries)) {
            if (at != vacant && lines_[at].says) take(std::size_t{at});
        }
    }

    friend bool operator==(journal const& a, journal const& b) { return a.entries_ == b.entries_; }

private:
    struct line {
        sys_days known_from;
        std::uint32_t root;  ///< the entry that first recorded the fact
        bool used;
        bool says;  ///< does it say something, rather than withdraw?
    };
    static constexpr std::uint32_t vacant = 0xFFFFFFFF;

    static void report(findings& found, std::string_view code, severity weight, journal_entry const& entry, text says) {
        std::string const name(entry.id.view());
        found.add({finding_code::checked(code),
                   weight,
                   detail::subject_of(entry.id),
                   {},
                   {"mục “" + name + "” " + says.vi, "the entry “" + name + "” " + says.en}});
    }
    void check(journal_entry const& entry, line& made, findings& found) const {
        auto const refuse = [&](std::string_view code, text says) {
            made.used = false;
            report(found, code, severity::error, entry, std::move(says));
        };
        if (find(entry.id))
            refuse("doubled-id", {"trùng định danh với một mục trước", "has the id of an earlier entry"});
        if (!entry.what && !entry.about) refuse("empty-entry", {"không ghi gì", "says nothing"});
        if (entry.about) {
            auto const earlier = find(*entry.about);
            std::string const name(entry.about->view());
            if (!earlier || !lines_[*earlier].used) {
                refuse("unknown-entry", {"nói về mục “" + name + "”, không có hoặc đã bị gác lại",
                                         "is about the entry “" + name + "”, which is not there or was set aside"});
                return;
            }
            made.root = lines_[*earlier].root;
            if (entry.what && entry.what->index() != entries_[made.root].what->index())
                refuse("another-kind", {"sửa bằng một loại dữ kiện khác", "corrects by another kind of fact"});
        }
        if (!entry.what) return;
        std::visit(
            [&]<class Noun>(Noun const& wanted) {
                if constexpr (detail::identified<Noun>) {
                    auto const stands = standing_root(wanted, entry.what->index());
                    if (stands && *stands != made.root) {
                        std::string const name(wanted.id.view());
                        refuse("doubled-id", {"ghi “" + name + "”, định danh đang được dùng cho dữ kiện khác",
                                              "records “" + name + "”, an id that another fact has"});
                    }
                }
            },
            *entry.what);
    }

    // Hash tables of entry numbers: by the entry's id, and by kind and id of the noun that an entry says.
    struct slots {
        std::vector<std::uint32_t> at{};
        std::size_t used = 0;
    };
    template <class Same>
    [[nodiscard]] static std::optional<std::size_t> find_in(slots const& table, std::size_t hash, Same same) {
        if (table.at.empty()) return std::nullopt;
        std::size_t const mask = table.at.size() - 1;
        for (std::size_t slot = hash & mask; table.at[slot] != vacant; slot = (slot + 1) & mask) {
            if (same(table.at[slot])) return table.at[slot];
        }
        return std::nullopt;
    }
    template <class HashOf>
    static void insert(slots& table, std::uint32_t number, HashOf hash_at) {
        auto const put = [&](std::uint32_t each) {
            std::size_t const mask = table.at.size() - 1;
            std::size_t slot = hash_at(each) & mask;
            while (table.at[slot] != vacant) slot = (slot + 1) & mask;
            table.at[slot] = each;
        };
        if (++table.used * 2 > table.at.size()) {
            auto const old = std::exchange(
                table.at, std::vector<std::uint32_t>(table.at.empty() ? 64 : table.at.size() * 2, vacant));
            for (auto const each : old) {
                if (each != vacant) put(each);
            }
        }
        put(number);
    }
    template <class Id>
    [[nodiscard]] static std::size_t hash_of(Id const& id) {
        return std::hash<Id>{}(id);
    }
    template <class Noun>
    [[nodiscard]] static std::size_t hash_of_named(Noun const& one, std::size_t kind) {
        return hash_of(one.id) + kind * 31;
    }
    [[nodiscard]] static bool has_name(noun const& what) {
        return std::visit([]<class Noun>(Noun const&) { return detail::identified<Noun>; }, what);
    }
    [[nodiscard]] static std::size_t hash_of_noun(noun const& what) {
        return std::visit(
            [&]<class Noun>(Noun const& one) -> std::size_t {
                if constexpr (detail::identified<Noun>) return hash_of_named(one, what.index());
                return 0;
            },
            what);
    }
    // The root of the fact that has this identity now, where one stands.
    template <class Noun>
    [[nodiscard]] std::optional<std::uint32_t> standing_root(Noun const& wanted, std::size_t kind) const {
        std::optional<std::uint32_t> stands;
        static_cast<void>(find_in(by_noun_, hash_of_named(wanted, kind), [&](std::uint32_t number) {
            auto const root = lines_[number].root;
            auto const& now = entries_[current_[root]].what;
            auto const* one = now ? std::get_if<Noun>(&*now) : nullptr;
            if (one && one->id == wanted.id) stands = root;
            return stands.has_value();
        }));
        return stands;
    }
    // The noun of an entry, taken as known from the beginning.
    [[nodiscard]] static noun as_known(noun what) {
        std::visit(
            [](auto& one) {
                if constexpr (requires { one.source.known_since; }) one.source.known_since.reset();
            },
            what);
        return what;
    }

    // Of each fact, by the entry that first recorded it: the entry that says what was known of it then.
    [[nodiscard]] std::vector<std::uint32_t> latest(std::size_t known) const {
        std::vector<std::uint32_t> newest(known, vacant);
        for (std::size_t at = 0; at < known; ++at) {
            if (lines_[at].used) newest[lines_[at].root] = static_cast<std::uint32_t>(at);
        }
        return newest;
    }
    [[nodiscard]] network rebuild(std::size_t known, std::optional<std::size_t> later) const {
        LIENVIEN_EXPECTS(known <= entries_.size() && (!later || *later < entries_.size()),
                         "a journal is asked for entries that it has");
        auto const counts_later = later && lines_[*later].used ? later : std::nullopt;
        auto newest = latest(known);
        if (counts_later && lines_[*later].root < known)
            newest[lines_[*later].root] = static_cast<std::uint32_t>(*later);
        network made;
        for (auto const at : newest) {
            if (at == vacant || !lines_[at].says) continue;
            detail::add_noun(made, at == later ? as_known(*entries_[at].what) : *entries_[at].what);
        }
        if (counts_later && lines_[*later].root == *later) detail::add_noun(made, as_known(*entries_[*later].what));
        return made;
    }

    std::vector<journal_entry> entries_;
    std::vector<line> lines_;
    std::vector<std::uint32_t> current_;  // of each root: the entry that says what holds now
    slots by_id_;
    slots by_noun_;
    std::size_t set_aside_ = 0;
};

/// A journal that records everything in a network on one day, list by list; entries are named `prefix`-1, -2, ...
/// Precondition: `prefix` and number make identities.
[[nodiscard]] inline journal record_all(network const& all, sys_days recorded_on, std::string_view prefix) {
    journal made;
    std::size_t number = 0;
    detail::for_each_noun(all, [&](auto const& each) {
        auto const id = entry_id::checked(detail::joined({prefix, "-", std::to_string(++number)}));
        static_cast<void>(made.append({id, recorded_on, {}, noun(each), {}}));
    });
    return made;
}

}  // namespace v0
}  // namespace lienvien
