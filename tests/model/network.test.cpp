// A network owns one list of each noun, and its equality sees all of them.
#include <lienvien/model/network.hpp>

#include <support/catch.hpp>

#include <type_traits>
#include <utility>
#include <vector>

// A noun is written with the members that are known; a compiler that complains of the others is not to be silenced.
#pragma GCC diagnostic error "-Wmissing-field-initializers"

using namespace lienvien;
using namespace lienvien::literals;

namespace {

// One of each noun, with what it cannot do without.
network one_of_each() {
    institution_id const a = "a"_institution;
    institution_id const b = "b"_institution;
    network whole;
    whole.fields = {{.id = "oncology"_field}};
    whole.institutions = {{.id = a}};
    whole.memberships = {{.part = a, .whole = b}};
    whole.affiliations = {{.member = a, .hub = b}};
    whole.successions = {{.predecessor = a, .successor = b}};
    whole.gradings = {{.institution = a}};
    whole.legacy_standings = {{.institution = a}};
    whole.licences = {{.institution = a}};
    whole.accreditations = {{.institution = a, .field = "oncology"_field}};
    whole.accreditation_lists = {{.institution = a, .fields = {"oncology"_field}}};
    whole.insurance_contracts = {{.institution = a, .held = truth::yes}};
    whole.capacities = {{.institution = a}};
    whole.staffings = {{.institution = a, .least = people(1)}};
    whole.equipments = {{.institution = a}};
    whole.travels = {{.from = a, .to = b, .minutes = minutes_of_travel(30)}};
    whole.techniques = {{.id = "PCI"_technique}};
    whole.packages = {{.id = "pci"_package}};
    whole.capabilities = {{.site = a, .technique = "PCI"_technique}};
    whole.technique_lists = {{.site = a}};
    whole.agreements = {{.id = "a-b"_agreement}};
    whole.people = {{.id = "dr-a"_person}};
    whole.role_holdings = {{.institution = a}};
    whole.teams = {{.id = "kip-1"_team, .institution = a}};
    whole.programmes = {{.id = "course"_programme, .provider = a}};
    whole.certificates = {{.id = "C-1"_certificate, .programme = "course"_programme, .holder = "dr-a"_person}};
    whole.transfers = {{.id = "pci-a-b"_transfer, .package = "pci"_package, .giver = a, .recipient = b}};
    whole.rotations = {{.id = "turn-1"_rotation, .home = a, .host = b}};
    whole.consultations = {{.id = "weekly"_consultation}};
    whole.recognitions = {{.id = "thanks"_recognition, .giver = a}};
    whole.indicators = {{.id = "door-to-needle"_indicator}};
    whole.figures = {{.indicator = "door-to-needle"_indicator, .site = a, .least = items(1)}};
    whole.regimes = {{.id = "crisis-1"_regime}};
    whole.needs = {{.id = "need-1"_need, .origin = a}};
    whole.referrals = {{.id = "referral-1"_referral, .need = "need-1"_need}};
    whole.waivers = {{.code = "dangling-id"_finding}};
    return whole;
}

// A change to one member of a noun is seen by its equality.
template <class Noun>
bool is_seen(Noun const& noun, void (*change)(std::type_identity_t<Noun>&)) {
    Noun other = noun;
    bool const same_before = other == noun;
    change(other);
    return same_before && other != noun;
}

}  // namespace

TEST_CASE("a network is equal when it holds the same nouns in the same order") {
    network const whole = one_of_each();
    CHECK(network{} == network{});
    CHECK(whole == one_of_each());
    CHECK(whole != network{});
    std::size_t members = 0;
    std::size_t unseen = 0;
    auto const each = [&](auto member) {
        ++members;
        network changed = whole;
        (changed.*member).push_back((whole.*member).at(0));
        unseen += changed == whole ? 1u : 0u;
        (changed.*member).clear();
        unseen += changed == whole ? 1u : 0u;
    };
    each(&network::fields), each(&network::institutions), each(&network::memberships), each(&network::affiliations),
        each(&network::successions);
    each(&network::gradings), each(&network::legacy_standings), each(&network::licences),
        each(&network::accreditations), each(&network::accreditation_lists), each(&network::insurance_contracts),
        each(&network::capacities);
    each(&network::staffings), each(&network::equipments), each(&network::travels), each(&network::techniques),
        each(&network::packages);
    each(&network::capabilities), each(&network::technique_lists), each(&network::agreements), each(&network::people),
        each(&network::role_holdings);
    each(&network::teams), each(&network::programmes), each(&network::certificates), each(&network::transfers),
        each(&network::rotations);
    each(&network::consultations), each(&network::recognitions), each(&network::indicators), each(&network::figures),
        each(&network::regimes);
    each(&network::needs), each(&network::referrals), each(&network::waivers);
    CHECK(unseen == 0);
    CHECK(members * sizeof(std::vector<int>) == sizeof(network));  // none was forgotten here
}

TEST_CASE("direction makes a difference") {
    network const whole = one_of_each();
    CHECK(is_seen(whole, [](network& n) { std::swap(n.memberships[0].part, n.memberships[0].whole); }));
    CHECK(is_seen(whole, [](network& n) { std::swap(n.affiliations[0].member, n.affiliations[0].hub); }));
    CHECK(is_seen(whole, [](network& n) { std::swap(n.successions[0].predecessor, n.successions[0].successor); }));
    CHECK(is_seen(whole, [](network& n) { std::swap(n.travels[0].from, n.travels[0].to); }));
    CHECK(is_seen(whole, [](network& n) { std::swap(n.transfers[0].giver, n.transfers[0].recipient); }));
    CHECK(is_seen(whole, [](network& n) { std::swap(n.rotations[0].home, n.rotations[0].host); }));
}
