#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/network/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {
class stepping;
}

/// A network and its snapshot of a day, moved on by the days that pass and by facts that arrive.
///
/// Owns its network. At every moment `today()` equals a snapshot made anew from `written()`; moving costs what changed, not
/// what is there. One thread moves it while nobody reads; between moves any number of threads may read `today()`.
/// Complexity: to move, linear in the facts about the institutions whose facts begin or end on the way, and in the fields
/// of the network; where institutions join, leave or succeed each other on the way, that of a new snapshot.
class situation {
public:
    situation(network written, sys_days today) : situation(std::move(written), {today, (sys_days::max)()}) {}
    situation(network written, moment when) : written_(one(std::move(written))), today_(written_[0], when) {
        gather_changes();
    }

    [[nodiscard]] snapshot const& today() const noexcept { return today_; }
    [[nodiscard]] network const& written() const noexcept { return written_[0]; }

    /// Moves to another day, later or earlier.
    void move_to(sys_days day) {
        auto const from = number(today_.day());
        auto const to = number(day);
        if (from == to) return;
        today_.when_.today = day;
        bool anew = false;
        touched_.clear();
        auto const take = [&](matter const& each) {
            if (each.what == subject::everything) anew = true;
            touched_.push_back(each);
        };
        auto const low = from < to ? from : to;
        auto const high = from < to ? to : from;
        for (auto at = first_after(low); at < changes_.size() && changes_[at].day <= high; ++at) take(changes_[at]);
        for (auto const& each : late_changes_) {
            if (each.day > low && each.day <= high) take(each);
        }
        if (anew) return renew();
        for (std::size_t at = 0; at < touched_.size(); ++at) {
            bool done = false;
            for (std::size_t earlier = at < 8 ? 0 : at - 8; earlier < at; ++earlier)
                done = done || touched_[earlier].same_matter(touched_[at]);
            if (!done) refresh(touched_[at]);
        }
    }

    /// Records a fact, which counts from now on. Errors: false where the network names no such institution or
    /// technique; nothing is recorded then.
    template <class Fact>
    bool record(Fact fact) {
        auto const about = subject_of(fact);
        if (!about) return false;
        add_changes(late_changes_, *about, fact.valid);
        auto& facts = list(written_[0], fact);
        group(today_.facts_, fact).add(about->site);
        bool const known_names = names_are_numbered(fact);
        facts.push_back(std::move(fact));
        if (known_names) {
            refresh(*about);
        } else {
            renew();
        }
        return true;
    }
    /// Puts a fact in the place of the one of this number, as when a licence is ended or a technique suspended. Errors: false
    /// where there is no such fact, or it is about another institution; nothing is changed then.
    template <class Fact>
    bool correct(std::size_t which, Fact fact) {
        auto& facts = list(written_[0], fact);
        auto const about = subject_of(fact);
        if (!about || which >= facts.size()) return false;
        auto const before = subject_of(facts[which]);
        if (!before || before->site != about->site) return false;
        add_changes(late_changes_, *about, fact.valid);
        bool const known_names = names_are_numbered(fact);
        facts[which] = std::move(fact);
        if (!known_names) {
            renew();
            return true;
        }
        refresh(*about);
        if (!before->same_matter(*about)) refresh(*before);
        return true;
    }

private:
    friend class detail::stepping;

    [[nodiscard]] static std::vector<network> one(network written) {
        std::vector<network> kept;
        kept.push_back(std::move(written));
        return kept;
    }
    enum class subject : std::uint8_t { standing, free_beds, techniques, one_technique, crisis, everything };
    /// A day on which something changes, and what.
    struct matter {
        std::int32_t day = 0;
        std::uint32_t site = 0;
        std::uint32_t technique = 0;
        subject what = subject::standing;

        [[nodiscard]] bool same_matter(matter const& other) const noexcept {
            return site == other.site && technique == other.technique && what == other.what;
        }
    };

    [[nodiscard]] static std::int32_t number(sys_days day) noexcept {
        return static_cast<std::int32_t>(day.time_since_epoch().count());
    }

    // Which list of the network, and which grouping, facts of a kind are in.
    static auto& list(network& all, capacity const&) { return all.capacities; }
    static auto& list(network& all, licence const&) { return all.licences; }
    static auto& list(network& all, grading const&) { return all.gradings; }
    static auto& list(network& all, legacy_standing const&) { return all.legacy_standings; }
    static auto& list(network& all, accreditation const&) { return all.accreditations; }
    static auto& list(network& all, accreditation_list const&) { return all.accreditation_lists; }
    static auto& list(network& all, insurance_contract const&) { return all.insurance_contracts; }
    static auto& list(network& all, technique_list const&) { return all.technique_lists; }
    static auto& list(network& all, capability const&) { return all.capabilities; }
    static auto& group(facts_by_site& all, capacity const&) { return all.capacities; }
    static auto& group(facts_by_site& all, licence const&) { return all.licences; }
    static auto& group(facts_by_site& all, grading const&) { return all.gradings; }
    static auto& group(facts_by_site& all, legacy_standing const&) { return all.legacy_standings; }
    static auto& group(facts_by_site& all, accreditation const&) { return all.accreditations; }
    static auto& group(facts_by_site& all, accreditation_list const&) { return all.accreditation_lists; }
    static auto& group(facts_by_site& all, insurance_contract const&) { return all.insurance_contracts; }
    static auto& group(facts_by_site& all, technique_list const&) { return all.technique_lists; }
    static auto& group(facts_by_site& all, capability const&) { return all.capabilities; }

    /// `guess`: the site that it is most likely about.
    template <class Fact>
    [[nodiscard]] std::optional<matter> subject_of(Fact const& fact, std::uint32_t guess = 0) const {
        matter about;
        auto const where = [&] {
            if constexpr (requires { fact.site; }) {
                return today_.numbers_.find(fact.site, site{guess});
            } else {
                return today_.numbers_.find(fact.institution, site{guess});
            }
        }();
        if (!where) return std::nullopt;
        about.site = number_of(*where);
        if constexpr (std::is_same_v<Fact, capacity>) about.what = subject::free_beds;
        if constexpr (std::is_same_v<Fact, technique_list>) about.what = subject::techniques;
        if constexpr (std::is_same_v<Fact, capability>) {
            auto const technique = today_.find(fact.technique);
            if (!technique) return std::nullopt;
            about.what = subject::one_technique;
            about.technique = number_of(*technique);
        }
        return about;
    }

    // A field that no fact named before needs a number.
    template <class Fact>
    [[nodiscard]] bool names_are_numbered(Fact const& fact) const {
        if constexpr (std::is_same_v<Fact, accreditation>) return today_.numbers_.find(fact.field).has_value();
        if constexpr (std::is_same_v<Fact, accreditation_list>) {
            for (auto const& field : fact.fields) {
                if (!today_.numbers_.find(field)) return false;
            }
        }
        return true;
    }

    void refresh(matter const& about) {
        std::uint32_t const s = about.site;
        switch (about.what) {
            case subject::free_beds:
                return today_.sets_.refresh_beds(today_.all_facts(), s, today_.slot_of(site{s}));
            case subject::techniques:
                return refresh_techniques(s, nullptr);
            case subject::one_technique: {
                technique_number const only{about.technique};
                return refresh_techniques(s, &only);
            }
            case subject::crisis:
                return today_.settle_crisis();
            case subject::everything:
                return renew();
            default:
                break;
        }
        standing const before = today_.standings_[s];
        standing const now = today_.settled(s);
        // What a part performs its whole performs, as long as the part works.
        if (before.operates != now.operates && !today_.houses_.parties_above(site{s}).empty()) return renew();
        today_.standings_[s] = now;
        today_.sets_.refresh(today_.all_facts(), today_.numbers_, s, now, today_.slot_of(site{s}));
    }
    void refresh_techniques(std::uint32_t s, technique_number const* only) {
        auto const facts = today_.technique_facts();
        auto const again = [&](std::uint32_t which) {
            if (only) {
                today_.techniques_.refresh(facts, which, *only);
            } else {
                today_.techniques_.refresh(facts, which);
            }
        };
        again(s);
        for (auto const& above : today_.houses_.parties_above(site{s})) again(number_of(above.to));
    }
    void renew() { today_ = snapshot(written_[0], today_.when_); }

    // The days on which the truth of a period changes: the first and the last on which it could begin, and end.
    static void add_changes(std::vector<matter>& all, matter about, validity const& valid) {
        add_changes(all, about, valid.from);
        if (valid.until) add_changes(all, about, *valid.until);
    }
    static void add_changes(std::vector<matter>& all, matter about, partial_date const& date) {
        auto const first = date.earliest();
        auto const last = date.latest();
        if (first) {
            about.day = number(*first);
            all.push_back(about);
        }
        if (last && last != first) {
            about.day = number(*last);
            all.push_back(about);
        }
    }
    template <class Facts>
    void gather(Facts const& facts) {
        std::uint32_t next = 0;  // facts often stand in the order of the institutions
        for (auto const& fact : facts) {
            if (fact.valid.from.is_always() && !fact.valid.until) continue;
            auto const about = subject_of(fact, next);
            if (!about) continue;
            next = about->site + 1;
            add_changes(changes_, *about, fact.valid);
        }
    }
    void gather_changes() {
        network const& all = written_[0];
        gather(all.capacities);
        gather(all.licences);
        gather(all.gradings);
        gather(all.legacy_standings);
        gather(all.accreditations);
        gather(all.accreditation_lists);
        gather(all.insurance_contracts);
        gather(all.technique_lists);
        gather(all.capabilities);
        for (std::uint32_t s = 0; s < all.institutions.size(); ++s) {
            for (auto const& each : all.institutions[s].operations)
                add_changes(changes_, {0, s, 0, subject::standing}, each.valid);
        }
        matter const whole{0, 0, 0, subject::everything};
        for (auto const& each : all.memberships) add_changes(changes_, whole, each.valid);
        for (auto const& each : all.affiliations) {
            if (each.kind == affiliation_kind::outlet) add_changes(changes_, whole, each.valid);
        }
        for (auto const& each : all.successions) add_changes(changes_, whole, each.on);
        for (auto const& each : all.regimes) add_changes(changes_, {0, 0, 0, subject::crisis}, each.valid);
        detail::sort_by(changes_, [](matter const& a, matter const& b) { return a.day < b.day; });
    }
    // The first change after a day.
    [[nodiscard]] std::size_t first_after(std::int32_t day) const noexcept {
        return detail::first_not_before(0, changes_.size(), [&](std::size_t at) { return changes_[at].day <= day; });
    }

    std::vector<network> written_;  // one, kept where it is when the situation moves
    snapshot today_;
    std::vector<matter> changes_;       // by day
    std::vector<matter> late_changes_;  // of facts that were recorded since
    std::vector<matter> touched_;
};
}  // namespace v0
}  // namespace lienvien
