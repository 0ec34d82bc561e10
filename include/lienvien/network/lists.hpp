#pragma once

#include <lienvien/model/network.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Calls `visit(name, list...)` for each list of one network, or of several side by side, in the order of declaration.
template <class Visit, class... Networks>
void for_each_list(Visit&& visit, Networks&... all) {
    visit("fields", all.fields...);
    visit("institutions", all.institutions...);
    visit("memberships", all.memberships...);
    visit("affiliations", all.affiliations...);
    visit("successions", all.successions...);
    visit("gradings", all.gradings...);
    visit("legacy_standings", all.legacy_standings...);
    visit("licences", all.licences...);
    visit("accreditations", all.accreditations...);
    visit("accreditation_lists", all.accreditation_lists...);
    visit("insurance_contracts", all.insurance_contracts...);
    visit("capacities", all.capacities...);
    visit("staffings", all.staffings...);
    visit("equipments", all.equipments...);
    visit("travels", all.travels...);
    visit("techniques", all.techniques...);
    visit("packages", all.packages...);
    visit("capabilities", all.capabilities...);
    visit("technique_lists", all.technique_lists...);
    visit("agreements", all.agreements...);
    visit("people", all.people...);
    visit("role_holdings", all.role_holdings...);
    visit("teams", all.teams...);
    visit("programmes", all.programmes...);
    visit("certificates", all.certificates...);
    visit("transfers", all.transfers...);
    visit("rotations", all.rotations...);
    visit("consultations", all.consultations...);
    visit("recognitions", all.recognitions...);
    visit("indicators", all.indicators...);
    visit("figures", all.figures...);
    visit("regimes", all.regimes...);
    visit("needs", all.needs...);
    visit("referrals", all.referrals...);
    visit("waivers", all.waivers...);
}

/// A noun that is known by an identity of its own; other facts are known by what they are about.
template <class Noun>
concept identified = requires(Noun const& noun) {
    noun.id.view();
};

[[nodiscard]] inline std::string joined(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (auto const part : parts) size += part.size();
    std::string all;
    all.reserve(size);
    for (auto const part : parts) all += part;
    return all;
}

/// The subject of a finding: kind and id, such as "agreement k-gia-an-115".
template <class Tag>
[[nodiscard]] std::string subject_of(basic_id<Tag> const& id) {
    return joined({Tag::noun.en, " ", id.view()});
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
