#pragma once

#include <lienvien/base/vocabulary.hpp>
#include <lienvien/network/lists.hpp>
#include <lienvien/validate/walk.hpp>
#include <lienvien/validate/walk_people.hpp>

#include <string>

namespace lienvien {
inline namespace v0 {
namespace detail {

// What a fact without an id is about: its kind, then the ids it joins. Waivers name findings by these words.
template <identified Noun>
[[nodiscard]] std::string subject_of(Noun const& noun) {
    return subject_of(noun.id);
}
[[nodiscard]] inline std::string subject_of(membership const& fact) {
    return joined({"membership ", fact.part.view(), " ", fact.whole.view()});
}
[[nodiscard]] inline std::string subject_of(affiliation const& fact) {
    return joined({"affiliation ", fact.member.view(), " ", fact.hub.view()});
}
[[nodiscard]] inline std::string subject_of(succession const& fact) {
    return joined({"succession ", fact.predecessor.view(), " ", fact.successor.view()});
}
[[nodiscard]] inline std::string subject_of(grading const& fact) {
    return joined({"grading ", fact.institution.view()});
}
[[nodiscard]] inline std::string subject_of(legacy_standing const& fact) {
    return joined({"legacy standing ", fact.institution.view()});
}
[[nodiscard]] inline std::string subject_of(licence const& fact) {
    return joined({"licence ", fact.institution.view()});
}
[[nodiscard]] inline std::string subject_of(accreditation const& fact) {
    return joined({"accreditation ", fact.institution.view(), " ", fact.field.view()});
}
[[nodiscard]] inline std::string subject_of(accreditation_list const& fact) {
    return joined({"accreditation list ", fact.institution.view()});
}
[[nodiscard]] inline std::string subject_of(insurance_contract const& fact) {
    return joined({"insurance contract ", fact.institution.view()});
}
[[nodiscard]] inline std::string subject_of(capacity const& fact) {
    return joined({"capacity ", fact.institution.view()});
}
[[nodiscard]] inline std::string subject_of(staffing const& fact) {
    return joined({"staffing ", fact.institution.view(), " ", name_of(fact.profession)});
}
[[nodiscard]] inline std::string subject_of(equipment const& fact) {
    return joined({"equipment ", fact.institution.view()});
}
[[nodiscard]] inline std::string subject_of(travel const& fact) {
    return joined({"travel ", fact.from.view(), " ", fact.to.view()});
}
[[nodiscard]] inline std::string subject_of(capability const& fact) {
    return joined({"capability ", fact.site.view(), " ", fact.technique.view()});
}
[[nodiscard]] inline std::string subject_of(technique_list const& fact) {
    return joined({"technique list ", fact.site.view()});
}
[[nodiscard]] inline std::string subject_of(role_holding const& fact) {
    return joined({"role holding ", fact.institution.view()});
}
[[nodiscard]] inline std::string subject_of(figure const& fact) {
    return joined({"figure ", fact.indicator.view(), " ", fact.site.view()});
}
[[nodiscard]] inline std::string subject_of(waiver const& noun) {
    return joined({"waiver ", noun.code.view(), " ", noun.subject});
}

template <class Noun>
[[nodiscard]] std::string subject_of_erased(void const* noun) {
    return subject_of(*static_cast<Noun const*>(noun));
}

/// Shows a visitor everything in the network, noun by noun, in the order of writing.
template <class V>
void walk_network(V& v, network const& all) {
    for_each_list(
        [&v](std::string_view name, auto const& list) {
            using noun_type = typename std::remove_cvref_t<decltype(list)>::value_type;
            topic about{&subject_of_erased<noun_type>, nullptr};
            step const root{nullptr, &about, name, 0};
            for (std::size_t n = 0; n < list.size(); ++n) {
                about.noun = &list[n];
                step const here = root / n;
                walk(v, here, list[n]);
                if constexpr (requires { list[n].valid; }) walk(v, here / "valid", list[n].valid);
                if constexpr (requires { list[n].source; }) walk(v, here / "source", list[n].source);
            }
        },
        all);
}

/// The place of a noun of the network, and of something inside it.
[[nodiscard]] inline std::string place_of(std::string_view list, std::size_t number) {
    return joined({"/", list, "/", std::to_string(number)});
}
[[nodiscard]] inline std::string place_of(std::string_view list, std::size_t number, std::string_view inner) {
    return joined({"/", list, "/", std::to_string(number), "/", inner});
}
[[nodiscard]] inline std::string place_of(std::string_view list, std::size_t number, std::string_view inner,
                                          std::size_t inner_number) {
    return joined({"/", list, "/", std::to_string(number), "/", inner, "/", std::to_string(inner_number)});
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
