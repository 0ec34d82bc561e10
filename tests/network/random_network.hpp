#pragma once

#include <lienvien/model/network.hpp>

#include <support/stream.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Random networks: few institutions with many facts, so that facts meet, miss and contradict each other.
namespace dice {

using namespace lienvien;
using namespace lienvien::literals;

/// What is drawn from a seed, the same on every machine.
class thrower : public support::stream {
public:
    using stream::stream;
    /// 0 to one less than `sides`.
    std::size_t roll(std::size_t sides) { return below(sides); }
    bool once_in(std::size_t sides) { return roll(sides) == 0; }
    template <class T>
    T const& pick(std::vector<T> const& all) {
        return all[roll(all.size())];
    }
    template <named_value Value>
    Value word() {
        return vocabulary<Value>::words[roll(vocabulary<Value>::words.size())].value;
    }
    truth three() { return static_cast<truth>(static_cast<int>(roll(3)) - 1); }
};

inline std::vector<std::string_view> const& date_texts() {
    static std::vector<std::string_view> const all{"always",
                                                   "always",
                                                   "2013-01-01",
                                                   "2014-06-01",
                                                   "2020-01-01",
                                                   "2023-06-28",
                                                   "2024-01-01",
                                                   "2024-02-29",
                                                   "2025-01-01",
                                                   "2025-04-01",
                                                   "2026-07-01",
                                                   "2023",
                                                   "2024",
                                                   "2025",
                                                   "2023-06",
                                                   "2025-12",
                                                   "XXXX-12-12",
                                                   "XXXX-12-12 by 2026-11-21",
                                                   "XXXX-12-12 since 2024-01-01 by 2025-12-31",
                                                   "2020s",
                                                   "early 2020s",
                                                   "mid 2020s",
                                                   "late 2010s",
                                                   "unknown",
                                                   "unknown since 2024-01-01",
                                                   "unknown by 2025-06-30",
                                                   "unknown since 2024-01-01 by 2025-06-30",
                                                   "2025 by 2025-06-30",
                                                   "2025 since 2025-03-01"};
    return all;
}
inline std::vector<year_month_day> const& days() {
    using namespace std::chrono_literals;
    static std::vector<year_month_day> const all{
        2012y / 1 / 1,   2014y / 5 / 31,  2014y / 6 / 1,   2019y / 12 / 31, 2020y / 1 / 1,   2023y / 12 / 31,
        2024y / 1 / 1,   2024y / 2 / 29,  2024y / 12 / 31, 2025y / 1 / 1,   2025y / 3 / 31,  2025y / 6 / 15,
        2025y / 12 / 11, 2025y / 12 / 12, 2026y / 6 / 30,  2026y / 7 / 1,   2026y / 11 / 21, 2028y / 1 / 1};
    return all;
}

/// What a random network may hold.
struct range {
    std::size_t sites = 6;
    bool open_successions = true;  ///< successions on days that are not known exactly
    bool unknown_words = true;     ///< relations, roles and activities that nobody gave
};

class maker {
public:
    maker(std::uint64_t seed, range within) : throw_(seed), more_(seed ^ 0x5DEECE66Du), within_(within) {}

    thrower& dice() { return throw_; }

    institution_id site() { return site_number(throw_.roll(sites_)); }
    technique_id technique() { return technique_number(throw_.roll(4)); }
    static technique_id technique_number(std::size_t number) {
        return technique_id::checked("t" + std::to_string(number));
    }
    static institution_id site_number(std::size_t number) {
        return institution_id::checked("s" + std::to_string(number));
    }
    static province_id province_number(std::size_t number) {
        return province_id::checked("province-" + std::to_string(number));
    }
    province_id province() { return province_number(throw_.roll(3)); }
    field_id field() { return throw_.once_in(2) ? "f0"_field : "f1"_field; }
    partial_date date(bool beginning) {
        for (;;) {
            auto const text = throw_.pick(date_texts());
            if (beginning || text != "always") return *partial_date::parse(text);
        }
    }
    validity valid() {
        if (throw_.once_in(3)) return always;
        validity result(date(true));
        if (throw_.once_in(3)) result.until = date(false);
        return result;
    }
    source from_somewhere() {
        source result = synthetic();
        if (throw_.once_in(5)) result.known_since = day(throw_.pick(days()));
        return result;
    }
    template <named_value Value>
    Value word() {
        for (;;) {
            Value const value = throw_.word<Value>();
            if (within_.unknown_words || value != Value{}) return value;
        }
    }

    network make() {
        network made;
        sites_ = 2 + throw_.roll(within_.sites - 1);
        for (auto const id : {"f0"_field, "f1"_field}) made.fields.push_back({.id = id, .source = synthetic()});
        for (std::size_t number = 0; number < sites_; ++number) made.institutions.push_back(institution_of(number));
        for (std::size_t number = 0; number < 4; ++number) {
            made.techniques.push_back({.id = technique_number(number), .source = synthetic()});
            if (throw_.once_in(2)) made.techniques.back().field = field();
        }
        some(3, [&] { made.memberships.push_back({site(), site(), valid(), from_somewhere()}); });
        some(sites_ + 1, [&] {
            auto const kind = throw_.once_in(4)   ? word<affiliation_kind>()
                              : throw_.once_in(3) ? affiliation_kind::outlet
                                                  : affiliation_kind::referral_line;
            made.affiliations.push_back({site(), site(), kind, valid(), from_somewhere()});
        });
        some(2, [&] {
            if (throw_.once_in(2)) return;
            made.successions.push_back({site(), site(), word<succession_kind>(), date(true), from_somewhere()});
            auto& on = made.successions.back().on;
            if (!within_.open_successions && !on.is_exact()) on = day(throw_.pick(days()));
        });
        some(sites_, [&] {
            made.gradings.push_back({.institution = site(),
                                     .level = throw_.word<technical_level>(),
                                     .valid = valid(),
                                     .source = from_somewhere()});
        });
        for (std::size_t number = 0; number < sites_; ++number) {
            if (throw_.once_in(5)) continue;
            made.legacy_standings.push_back({.institution = site_number(number),
                                             .tier = throw_.word<legacy_tier>(),
                                             .valid = throw_.once_in(4) ? valid() : always,
                                             .source = from_somewhere()});
        }
        some(2, [&] {
            made.legacy_standings.push_back({.institution = site(),
                                             .tier = throw_.word<legacy_tier>(),
                                             .valid = valid(),
                                             .source = from_somewhere()});
        });
        some(2,
             [&] { made.licences.push_back({.institution = site(), .valid = valid(), .source = from_somewhere()}); });
        some(4, [&] {
            made.accreditations.push_back(
                {.institution = site(), .field = field(), .valid = valid(), .source = from_somewhere()});
        });
        some(4, [&] {
            made.capacities.push_back({.institution = site(), .valid = valid(), .source = from_somewhere()});
            if (!throw_.once_in(3)) made.capacities.back().free = beds(static_cast<std::int64_t>(throw_.roll(3)));
        });
        some(2 * sites_, [&] {
            std::int64_t const minutes = 20 * static_cast<std::int64_t>(1 + throw_.roll(5));
            made.travels.push_back({site(), site(), minutes_of_travel(minutes), valid(), from_somewhere()});
        });
        some(2 * sites_, [&] {
            auto const reached = throw_.once_in(2) ? stage::accepted : throw_.word<stage>();
            made.capabilities.push_back({.site = site(),
                                         .technique = technique(),
                                         .stage = reached,
                                         .valid = valid(),
                                         .source = from_somewhere()});
        });
        some(sites_ + 2, [&] {
            technique_list list{.site = site(), .techniques = {}, .valid = valid(), .source = from_somewhere()};
            some(4, [&] { list.techniques.push_back(technique()); });
            if (throw_.once_in(4)) list.field = field();
            made.technique_lists.push_back(list);
        });
        made.packages.push_back(
            {.id = "p0"_package, .techniques = {technique()}, .parts = {"p1"_package}, .source = synthetic()});
        made.packages.push_back(
            {.id = "p1"_package, .techniques = {technique()}, .parts = {"p0"_package}, .source = synthetic()});
        some(4, [&] { made.agreements.push_back(agreement_of(made.agreements.size())); });
        if (throw_.once_in(2))
            made.regimes.push_back(
                {.id = "r"_regime, .kind = word<regime_kind>(), .valid = valid(), .source = from_somewhere()});
        by_other_dice([&] { add_coverage(made); });
        return made;
    }

    patient_need need() {
        patient_need asked{
            .id = "n"_need, .origin = throw_.once_in(20) ? "nowhere"_institution : site(), .source = synthetic()};
        if (!throw_.once_in(3)) asked.field = field();
        some(3, [&] { asked.techniques.push_back(throw_.once_in(12) ? "t9"_technique : technique()); });
        asked.urgency = throw_.word<urgency>();
        asked.stable = throw_.three();
        asked.transfer_indicated = throw_.once_in(2) ? truth::yes : throw_.three();
        asked.past_emergency_stage = throw_.three();
        asked.improved = throw_.three();
        if (throw_.once_in(2)) asked.within = minutes_of_travel(60);
        by_other_dice([&] {
            asked.insured = throw_.three();
            if (!throw_.once_in(3)) asked.residence = throw_.once_in(8) ? "province-9"_province : province();
            if (!throw_.once_in(3)) asked.age = years_of_age(static_cast<std::int64_t>(10 * throw_.roll(4)));
            if (!throw_.once_in(3)) asked.card_rate = percentage(throw_.once_in(2) ? 80 : 100);
        });
        return asked;
    }

private:
    // What came later is thrown with dice of its own, so that a seed goes on giving the same of everything else.
    template <class Make>
    void by_other_dice(Make make_more) {
        std::swap(throw_, more_);
        make_more();
        std::swap(throw_, more_);
    }
    void add_coverage(network& made) {
        for (auto& each : made.institutions) {
            if (!throw_.once_in(6)) each.place.province = province();
        }
        some(2, [&] {
            accreditation_list list{.institution = site(), .fields = {}, .valid = valid(), .source = from_somewhere()};
            some(2, [&] { list.fields.push_back(field()); });
            made.accreditation_lists.push_back(list);
        });
        some(sites_, [&] {
            truth const held = throw_.once_in(2) ? truth::yes : word_of_truth();
            made.insurance_contracts.push_back(
                {.institution = site(), .held = held, .number = {}, .valid = valid(), .source = from_somewhere()});
        });
    }
    truth word_of_truth() {
        for (;;) {
            truth const value = throw_.three();
            if (within_.unknown_words || !is_unknown(value)) return value;
        }
    }
    template <class Add>
    void some(std::size_t at_most, Add add) {
        for (std::size_t left = throw_.roll(at_most + 1); left > 0; --left) add();
    }
    institution institution_of(std::size_t number) {
        institution made{.id = site_number(number), .source = synthetic()};
        if (!throw_.once_in(10)) made.place.country = throw_.once_in(10) ? "JP" : "VN";
        made.kind = throw_.once_in(3) ? throw_.word<institution_kind>() : institution_kind::hospital;
        made.ownership = throw_.word<ownership>();
        if (!throw_.once_in(3)) {
            made.operations = {{operation_status::operating, always, synthetic()}};
        } else {
            some(3, [&] { made.operations.push_back({throw_.word<operation_status>(), valid(), from_somewhere()}); });
        }
        return made;
    }
    agreement agreement_of(std::size_t number) {
        agreement made{.id = agreement_id::checked("a" + std::to_string(number)), .source = from_somewhere()};
        made.status = throw_.once_in(2) ? agreement_status::signed_ : throw_.word<agreement_status>();
        for (std::size_t parties = 2 + throw_.roll(2); parties > 0; --parties)
            made.parties.push_back({site(), word<party_role>()});
        some(2, [&] { made.signed_on.stated.push_back({date(false), from_somewhere()}); });
        if (throw_.once_in(2)) made.in_force = valid();
        if (throw_.once_in(4)) made.fields.push_back(field());
        if (throw_.once_in(4)) made.techniques.push_back(technique());
        some(3, [&] {
            clause part{.activity = word<activity>(), .source = from_somewhere()};
            if (!throw_.once_in(3))
                part.activity = throw_.once_in(2)   ? activity::patient_transfer
                                : throw_.once_in(2) ? activity::emergency_linkage
                                                    : activity::joint_care;
            if (throw_.once_in(2)) part.from = throw_.once_in(4) ? site() : throw_.pick(made.parties).institution;
            if (throw_.once_in(2)) part.to = throw_.once_in(4) ? site() : throw_.pick(made.parties).institution;
            if (throw_.once_in(3)) part.fields.push_back(field());
            if (throw_.once_in(4)) part.techniques.push_back(technique());
            if (throw_.once_in(5)) part.packages.push_back("p0"_package);
            if (throw_.once_in(4)) part.status = throw_.word<agreement_status>();
            made.clauses.push_back(part);
        });
        return made;
    }

    thrower throw_;
    thrower more_;
    range within_;
    std::size_t sites_ = 0;
};

}  // namespace dice
