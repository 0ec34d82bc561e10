#pragma once

#include <lienvien/validate/directory.hpp>
#include <lienvien/validate/holdings.hpp>
#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// One walk over everything: references that lead nowhere, dates that no day fits, periods that end before they begin,
/// and where facts come from.
class survey {
public:
    survey(directory const& known, capability_numbers const& capabilities, holdings const& held, report& found)
        : known_(known), capabilities_(capabilities), held_(held), found_(found) {}

    template <class Tag>
    void refers(step const& at, basic_id<Tag> const& id) {
        if (is_known(id)) return;
        constexpr label noun = Tag::noun;
        auto const closest = known_.nearest(id, looks_left_);
        std::string_view const like = closest ? closest->view() : std::string_view();
        found_.add(finding_code::checked("dangling-id"), severity::error, at,
                   both({noun.vi, " “", id.view(), "” không có trong mạng lưới", closest ? "; gần giống nhất: “" : "",
                         like, closest ? "”" : ""},
                        {"there is no ", noun.en, " “", id.view(), "” in the network",
                         closest ? "; the nearest is “" : "", like, closest ? "”" : ""}));
    }

    /// Do both references of a capability fact lead somewhere? They are the many, and were looked up before.
    [[nodiscard]] bool is_resolved(std::size_t capability) const noexcept {
        constexpr auto none = capability_numbers::none;
        return capabilities_.site[capability] != none && capabilities_.technique[capability] != none;
    }

    /// Do all references of a technique list lead somewhere, but for that to its field? They are the most.
    [[nodiscard]] bool is_resolved_list(std::size_t list) const noexcept { return held_.is_resolved(list); }

    void when(step const& at, validity const& period) {
        if (period == sound_) return;  // many facts share a period
        bool sound = date(at / "from", period.from);
        if (period.until) sound = date(at / "until", *period.until) && sound;
        if (!sound) return;
        if (is_reversed(period)) {
            std::string const from = period.from.to_string(), until = period.until->to_string();
            found_.add(finding_code::checked("reversed-period"), severity::error, at,
                       both({"kết thúc (", until, ") không sau khi bắt đầu (", from, ")"},
                            {"the end (", until, ") is not after the beginning (", from, ")"}));
            return;
        }
        sound_ = period;
    }

    bool date(step const& at, partial_date const& day) {
        if (day == sound_date_) return true;  // and so are documents
        if (day.is_consistent()) {
            sound_date_ = day;
            return true;
        }
        std::string const written = day.to_string();
        found_.add(finding_code::checked("impossible-date"), severity::error, at,
                   both({"không ngày nào thỏa “", written, "”"}, {"no day fits “", written, "”"}));
        return false;
    }

    void cites(step const& at, source const& origin) {
        if (origin.kind == source_kind::synthetic) {
            if (synthetic_++ == 0) first_synthetic_ = at.pointer();
        } else if (origin.kind != source_kind::not_known) {
            ++other_;
        } else if (at.is_outermost()) {
            // What the embedding program asks about (needs, referrals) is its own record.
            auto const list = at.above->above->member;
            if (list == "needs" || list == "referrals") return;
            if (unsourced_.empty()) first_unsourced_ = at.above->pointer();
            if (unsourced_.empty() || unsourced_.back().list != list) unsourced_.push_back({list, 0});
            ++unsourced_.back().number;
        }
    }

    /// One note each for what would otherwise be said of every fact.
    void sum_up() {
        if (!unsourced_.empty()) {
            std::string counted;
            for (auto const& each : unsourced_) {
                counted += joined({counted.empty() ? "" : ", ", each.list, ": ", std::to_string(each.number)});
            }
            found_.add(finding_code::checked("source-not-known"), severity::note, "network", first_unsourced_,
                       both({"không ghi nguồn (", counted, "); đầu tiên tại ", first_unsourced_},
                            {"no source is stated (", counted, "); the first is at ", first_unsourced_}));
        }
        if (synthetic_ != 0 && other_ != 0) {
            std::string const made_up = std::to_string(synthetic_), real = std::to_string(other_);
            found_.add(
                finding_code::checked("synthetic-facts"), severity::note, "network", first_synthetic_,
                both({"nguồn giả định: ", made_up, ", nguồn khác: ", real, "; đầu tiên tại ", first_synthetic_},
                     {"synthetic sources: ", made_up, ", others: ", real, "; the first is at ", first_synthetic_}));
        }
    }

private:
    struct tally {
        std::string_view list;
        std::size_t number;
    };

    template <class Tag>
    [[nodiscard]] bool is_known(basic_id<Tag> const& id) const {
        return known_.find(id).has_value();
    }
    [[nodiscard]] bool is_known(institution_id const& id) {  // an agreement names the same ones again and again
        for (auto const* seen : seen_) {
            if (seen && *seen == id) return true;
        }
        auto const at = known_.find(id, next_);
        if (!at) return false;
        next_ = *at + 1;
        seen_[1] = seen_[0];
        seen_[0] = &id;
        return true;
    }

    directory const& known_;
    capability_numbers const& capabilities_;
    holdings const& held_;
    report& found_;
    institution_id const* seen_[2]{};  // institutions that were found last, the last one first
    std::uint32_t next_ = 0;           // the number after it: facts are often written in the order of the institutions
    validity sound_{};
    partial_date sound_date_{};
    std::size_t looks_left_ = 2'000'000;  // how many ids may be compared in search of near ones, over the whole network
    std::vector<tally> unsourced_;
    std::string first_unsourced_, first_synthetic_;
    std::size_t synthetic_ = 0, other_ = 0;
};

/// The walk over a capability fact, without looking up again what is known.
inline void walk(survey& v, step const& at, capability const& fact) {
    if (!v.is_resolved(at.number)) {
        v.refers(at / "site", fact.site);
        v.refers(at / "technique", fact.technique);
    }
    walk(v, at / "evidence", fact.evidence);
    walk(v, at / "by_transfer", fact.by_transfer);
}

/// The same for the facts that name the most.
inline void walk(survey& v, step const& at, technique_list const& fact) {
    if (!v.is_resolved_list(at.number)) {
        v.refers(at / "site", fact.site);
        walk(v, at / "techniques", fact.techniques);
    }
    walk(v, at / "field", fact.field);
}

/// Ids that stand for two nouns of one kind.
template <class Noun, class Id, class Pointer, class Identity>
void check_doubled(std::vector<Noun> const& nouns, id_index<Id> const& index, Identity identity, Pointer pointer,
                   report& found) {
    if (!index.has_doubled()) return;
    for (std::size_t n = 0; n < nouns.size(); ++n) {
        auto const& id = identity(nouns[n]);
        auto const first = index.find(id);
        if (!first || *first == n) continue;
        std::string const before = pointer(nouns[*first], *first);
        constexpr label noun = Id::tag::noun;
        found.add(finding_code::checked("doubled-id"), severity::error, subject_of(id), pointer(nouns[n], n),
                  both({"định danh “", id.view(), "” (", noun.vi, ") đã dùng tại ", before},
                       {"the id “", id.view(), "” (", noun.en, ") is taken at ", before}));
    }
}

inline void check_ids(network const& all, directory const& known, report& found) {
    for_each_list(
        [&found, &known, &all](std::string_view name, auto const& list) {
            using noun_type = typename std::remove_cvref_t<decltype(list)>::value_type;
            if constexpr (identified<noun_type>) {
                check_doubled(
                    list, known.of<noun_type>().index(),
                    [](noun_type const& noun) -> decltype(noun_type::id) const& { return noun.id; },
                    [name](noun_type const&, std::size_t n) { return place_of(name, n); }, found);
            }
            if constexpr (std::is_same_v<noun_type, agreement>) {
                struct owed {
                    commitment const* promise;
                    std::size_t agreement, number;
                };
                std::vector<owed> promises;
                for (std::size_t a = 0; a < all.agreements.size(); ++a) {
                    auto const& those = all.agreements[a].commitments;
                    for (std::size_t c = 0; c < those.size(); ++c) promises.push_back({&those[c], a, c});
                }
                auto const identity = [](owed const& each) -> commitment_id const& { return each.promise->id; };
                check_doubled(
                    promises, id_index<commitment_id>(promises, identity), identity,
                    [](owed const& each, std::size_t) {
                        return place_of("agreements", each.agreement, "commitments", each.number);
                    },
                    found);
            }
        },
        all);
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
