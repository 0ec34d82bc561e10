#pragma once

#include <lienvien/lifecycle/lineage.hpp>
#include <lienvien/lifecycle/staff_on_duty.hpp>
#include <lienvien/network/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How much of something an institution has, as far as it is written down.
struct held_amount {
    std::int64_t least = 0;
    std::optional<std::int64_t> most{};  ///< none: not known, or "at least"

    /// Is it at least so much?
    [[nodiscard]] constexpr truth reaches(std::int64_t wanted) const noexcept {
        return least >= wanted ? truth::yes : most && *most < wanted ? truth::no : truth::unknown;
    }
    friend constexpr bool operator==(held_amount const&, held_amount const&) = default;
};

namespace detail {

/// Reads what is written of one institution. Of a planned one also what will only be there later: its planned resources.
class held_resources {
public:
    held_resources(snapshot const& today, site where, staff_on_duty const* certified)
        : today_(today), all_(today.written()), where_(where), certified_(certified) {
        auto const& operations = today.at(where).operations;
        std::vector<std::size_t> numbers;
        for (std::size_t n = 0; n < operations.size(); ++n) numbers.push_back(n);
        status_ = settle<operation_status>(operations, numbers, today.when(), [](operation const& each) {
                      return each.status;
                  }).value;
    }
    [[nodiscard]] operation_status status() const noexcept { return status_; }
    [[nodiscard]] bool planned() const noexcept { return status_ == operation_status::planned; }

    [[nodiscard]] held_amount staff(profession wanted) const {
        auto found = range(
            all_.staffings, [&](staffing const& s) { return is_here(s.institution) && s.profession == wanted; },
            [](staffing const& s) { return amount(s.least, s.most); });
        std::int64_t named = 0;
        for (auto const& each : all_.people) named += each.profession == wanted && is_yes(works_here(each)) ? 1 : 0;
        return at_least(found, named);
    }
    /// Staff of a profession who hold a certificate of a programme, as far as somebody reads certificates; of others it is not
    /// known unless theirs does not hold.
    [[nodiscard]] held_amount certified(profession wanted, programme_id const& course) const {
        auto const everyone = staff(wanted);
        std::int64_t holding = 0, ended = 0;
        for (auto const& each : all_.people) {
            if (!certified_ || each.profession != wanted || !is_yes(works_here(each))) continue;
            auto const holds = certified_->holds(each.id, course, today_.day());
            holding += holds && is_yes(*holds) ? 1 : 0;
            ended += holds && is_no(*holds) ? 1 : 0;
        }
        if (!everyone.most) return {holding, std::nullopt};
        return {holding, *everyone.most - ended};
    }
    [[nodiscard]] held_amount equipment_named(text const& name) const {
        return range(
            all_.equipments,
            [&](equipment const& e) {
                return is_here(e.institution) &&
                       ((!name.vi.empty() && e.name.vi == name.vi) || (!name.en.empty() && e.name.en == name.en));
            },
            [](equipment const& e) {
                return e.count ? held_amount{e.count->count(), e.count->count()} : held_amount{1, std::nullopt};
            });
    }
    [[nodiscard]] held_amount counted_by(indicator_id const& indicator) const {
        return range(
            all_.figures, [&](figure const& f) { return is_here(f.site) && f.indicator == indicator && !f.out_of; },
            [](figure const& f) { return amount(f.least, f.most); });
    }
    [[nodiscard]] held_amount total_beds() const {
        return range(
            all_.capacities, [&](capacity const& c) { return is_here(c.institution) && c.total; },
            [](capacity const& c) {
                return held_amount{c.total->count(), c.total->count()};
            });
    }
    /// Is a licence in force? No where one is written down but none is in force; not known where none is written.
    [[nodiscard]] truth licensed() const {
        return any(all_.licences, [&](licence const& l) { return is_here(l.institution); });
    }
    [[nodiscard]] truth accredited(field_id const& field) const {
        truth const later = any(all_.accreditations,
                                [&](accreditation const& a) { return is_here(a.institution) && a.field == field; });
        truth const now = today_.accredited(where_, field);
        return planned() ? later | now : now;
    }
    [[nodiscard]] technical_level level() const {
        if (!planned()) return today_.level(where_);
        technical_level found{};
        bool sure = false;
        for (auto const& each : all_.gradings) {
            if (!is_here(each.institution) || is_no(counts(each)) || each.level == technical_level::not_known) continue;
            if (found != technical_level::not_known && found != each.level) return technical_level::not_known;
            found = each.level;
            sure = sure || is_yes(counts(each));
        }
        return sure ? found : technical_level::not_known;
    }
    [[nodiscard]] truth performs(technique_id const& technique) const {
        auto const number = today_.find(technique);
        truth const now = number ? today_.performs(where_, *number) : truth::unknown;
        if (!planned()) return now;
        truth later = truth::no;
        for (auto const& each : all_.capabilities) {
            if (is_here(each.site) && each.technique == technique) later |= counts(each) & performs_alone(each.stage);
        }
        return now | later;
    }
    /// Did the institution come to hold a package, by a transfer or of its own?
    [[nodiscard]] truth holds_package(package_id const& wanted) const {
        bool under_way = false;
        for (auto const& each : all_.transfers) {
            if (each.package != wanted || today_.find_successor(each.recipient) != where_) continue;
            if (!was_known(each.source, today_.when().known_on)) continue;
            training stands{each.id, each.package, each.giver, each.recipient};
            settle_training(stands, each, today_.when());
            if (is_yes(stands.accepted)) return is_yes(performs_alone(stands.reached)) ? truth::yes : truth::unknown;
            under_way = under_way || is_no(stands.accepted);
        }
        truth of_its_own = truth::unknown;
        for (auto const& each : all_.packages) {
            if (each.id != wanted || each.techniques.empty()) continue;
            of_its_own = truth::yes;
            for (auto const& technique : each.techniques) of_its_own &= performs(technique);
        }
        return under_way && !is_yes(of_its_own) ? truth::no : of_its_own;
    }

private:
    [[nodiscard]] bool is_here(institution_id const& id) const { return id == today_.at(where_).id; }
    [[nodiscard]] truth works_here(person const& each) const {
        if (!each.workplace || !was_known(each.source, today_.when().known_on)) return truth::unknown;
        auto const workplace = today_.find_successor(*each.workplace);
        return workplace ? today_.houses().acts_for(*workplace, where_) : truth::unknown;
    }
    /// Does a fact count? One that holds on the day; of a planned institution also one that will hold.
    template <class Fact>
    [[nodiscard]] truth counts(Fact const& fact) const {
        if (!planned()) return today_.when().sees(fact);
        if (!was_known(fact.source, today_.when().known_on)) return truth::no;
        return fact.valid.until ? !happened_by(*fact.valid.until, today_.day()) : truth::yes;
    }
    template <class Measure>
    [[nodiscard]] static held_amount amount(Measure least, std::optional<Measure> most) {
        return {least.count(), most ? std::optional(most->count()) : std::nullopt};
    }
    [[nodiscard]] static held_amount at_least(held_amount found, std::int64_t named) {
        if (found.least < named) found.least = named;
        if (found.most && *found.most < named) found.most = named;
        return found;
    }
    /// As wide as the facts that count leave it together: sources that disagree widen it. Without a sure one nothing is known.
    template <class Facts, class Concerns, class Amount>
    [[nodiscard]] held_amount range(Facts const& facts, Concerns concerns, Amount amount_of) const {
        std::optional<held_amount> found;
        bool sure = false;
        for (auto const& each : facts) {
            truth const there = concerns(each) ? counts(each) : truth::no;
            if (is_no(there)) continue;
            auto const said = amount_of(each);
            if (!found) found = said;
            if (said.least < found->least) found->least = said.least;
            if (found->most && (!said.most || *said.most > *found->most)) found->most = said.most;
            sure = sure || is_yes(there);
        }
        return sure ? *found : held_amount{};
    }
    template <class Facts, class Concerns>
    [[nodiscard]] truth any(Facts const& facts, Concerns concerns) const {
        truth found = truth::no;
        bool written = false;
        for (auto const& each : facts) {
            if (!concerns(each) || !was_known(each.source, today_.when().known_on)) continue;
            written = true;
            found |= counts(each);
        }
        return written ? found : truth::unknown;
    }

    snapshot const& today_;
    network const& all_;
    site where_;
    staff_on_duty const* certified_;
    operation_status status_{};
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
