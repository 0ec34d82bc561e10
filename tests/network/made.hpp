#pragma once

#include <lienvien/network/snapshot.hpp>

#include <initializer_list>
#include <string_view>
#include <utility>

/// Small made-up networks, written fact by fact.
namespace made {

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

inline institution_id named(std::string_view id) { return institution_id::checked(id); }
inline technique_id technique_named(std::string_view id) { return technique_id::checked(id); }

/// A made-up source, known from a day on.
inline source known_from(year_month_day first) {
    source result = synthetic();
    result.known_since = day(first);
    return result;
}

/// A State hospital that has always operated.
inline void add_hospital(network& to, std::string_view id) {
    to.institutions.push_back({.id = named(id),
                               .kind = institution_kind::hospital,
                               .ownership = ownership::state,
                               .operations = {{operation_status::operating, always, synthetic()}},
                               .place = {.country = "VN"},
                               .source = synthetic()});
}
inline void add_technique(network& to, std::string_view id) {
    to.techniques.push_back({.id = technique_named(id), .kind = technique_kind::clinical, .source = synthetic()});
}
inline void add_capability(network& to, std::string_view site, std::string_view technique, stage reached,
                           validity valid) {
    to.capabilities.push_back({.site = named(site),
                               .technique = technique_named(technique),
                               .stage = reached,
                               .valid = valid,
                               .source = synthetic()});
}
inline void add_list(network& to, std::string_view site, std::initializer_list<std::string_view> techniques,
                     validity valid = always) {
    technique_list list{.site = named(site), .valid = valid, .source = synthetic()};
    for (auto const each : techniques) list.techniques.push_back(technique_named(each));
    to.technique_lists.push_back(std::move(list));
}
inline void add_part(network& to, std::string_view part, std::string_view whole, validity valid = always) {
    to.memberships.push_back({named(part), named(whole), valid, synthetic()});
}
inline void add_affiliation(network& to, std::string_view member, std::string_view hub, affiliation_kind kind,
                            validity valid = always) {
    to.affiliations.push_back({named(member), named(hub), kind, valid, synthetic()});
}
inline void add_succession(network& to, std::string_view old, std::string_view heir, succession_kind kind,
                           partial_date on) {
    to.successions.push_back({named(old), named(heir), kind, on, synthetic()});
}
inline institution& institution_in(network& of, std::string_view id) {
    for (auto& each : of.institutions) {
        if (each.id == named(id)) return each;
    }
    return of.institutions.front();
}

}  // namespace made
