#pragma once

#include <lienvien/model/agreement.hpp>
#include <lienvien/model/capability.hpp>
#include <lienvien/model/exchange.hpp>
#include <lienvien/model/indicator.hpp>
#include <lienvien/model/institution.hpp>
#include <lienvien/model/need.hpp>
#include <lienvien/model/person.hpp>
#include <lienvien/model/programme.hpp>
#include <lienvien/model/referral.hpp>
#include <lienvien/model/relation.hpp>
#include <lienvien/model/resources.hpp>
#include <lienvien/model/standing.hpp>
#include <lienvien/model/technique.hpp>
#include <lienvien/model/transfer.hpp>
#include <lienvien/model/waiver.hpp>

#include <vector>

namespace lienvien {
inline namespace v0 {

/// Everything that is written down about a network of institutions: identities, and facts with period and source.
///
/// A plain value. Nouns refer to each other by identity; the network owns them all. It holds no answers: `as_of` gives a
/// snapshot of a day, and rules are read on that.
struct network {
    std::vector<field> fields{};
    std::vector<institution> institutions{};
    std::vector<membership> memberships{};
    std::vector<affiliation> affiliations{};
    std::vector<succession> successions{};
    std::vector<grading> gradings{};
    std::vector<legacy_standing> legacy_standings{};
    std::vector<licence> licences{};
    std::vector<accreditation> accreditations{};
    std::vector<accreditation_list> accreditation_lists{};
    std::vector<insurance_contract> insurance_contracts{};
    std::vector<capacity> capacities{};
    std::vector<staffing> staffings{};
    std::vector<equipment> equipments{};
    std::vector<travel> travels{};
    std::vector<technique> techniques{};
    std::vector<package> packages{};
    std::vector<capability> capabilities{};
    std::vector<technique_list> technique_lists{};
    std::vector<agreement> agreements{};
    std::vector<person> people{};
    std::vector<role_holding> role_holdings{};
    std::vector<team> teams{};
    std::vector<programme> programmes{};
    std::vector<certificate> certificates{};
    std::vector<transfer> transfers{};
    std::vector<rotation> rotations{};
    std::vector<consultation> consultations{};
    std::vector<recognition> recognitions{};
    std::vector<indicator> indicators{};
    std::vector<figure> figures{};
    std::vector<regime> regimes{};
    std::vector<patient_need> needs{};
    std::vector<referral> referrals{};
    std::vector<waiver> waivers{};

    friend bool operator==(network const&, network const&) = default;
};
}  // namespace v0
}  // namespace lienvien
