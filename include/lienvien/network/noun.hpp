#pragma once

#include <lienvien/model/network.hpp>
#include <lienvien/network/lists.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Any one thing that a network can hold: the nouns of its lists, in the order of the lists.
using noun = std::variant<field, institution, membership, affiliation, succession, grading, legacy_standing, licence,
                          accreditation, accreditation_list, insurance_contract, capacity, staffing, equipment, travel,
                          technique, package, capability, technique_list, agreement, person, role_holding, team,
                          programme, certificate, transfer, rotation, consultation, recognition, indicator, figure,
                          regime, patient_need, referral, waiver>;

namespace detail {

/// Adds a noun to its list.
inline void add_noun(network& to, noun const& what) {
    for_each_list(
        [&](std::string_view, auto& nouns) {
            // A list whose noun is missing above does not compile.
            using noun_type = typename std::remove_cvref_t<decltype(nouns)>::value_type;
            if (auto const* one = std::get_if<noun_type>(&what)) nouns.push_back(*one);
        },
        to);
}

/// Calls `take(noun)` for everything in a network, list by list.
template <class Take>
void for_each_noun(network const& all, Take take) {
    for_each_list(
        [&](std::string_view, auto const& nouns) {
            for (auto const& each : nouns) take(each);
        },
        all);
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
