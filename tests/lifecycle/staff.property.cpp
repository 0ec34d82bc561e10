#include <lienvien/lifecycle/certified_day.hpp>
#include <lienvien/lifecycle/certified_staff.hpp>

#include <support/rapidcheck.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <lifecycle/staff.hpp>
#include <network/random_network.hpp>
#include <variant>
#include <vector>

// Certified staff and the ways to make a refused referral lawful, against brute force: every set of changes is tried on the
// whole network, with proposed certificates written into it and everything worked out from them anew.

using namespace made;

namespace {

constexpr sys_days first_day{2023y / 6 / 1};

sys_days some_day(dice::thrower& dice) { return first_day + std::chrono::days(static_cast<int>(dice.roll(900))); }

/// A random two-hospital story: people, certificates, expiry, stages, agreement and what is known of the patient.
two_hospitals some_world(dice::thrower& dice) {
    two_hospitals world;
    std::array<expiry, 4> const ends{expires_after{calendar_months(12)}, never_expires{}, expiry_not_stated{},
                                     expires_each_year{*partial_date::parse("XXXX-03-01")}};
    world.written.programmes[0].expiry = ends[dice.once_in(2) ? 0 : dice.roll(4)];
    auto const kind = [&] {
        return std::array{profession::nurse, profession::nurse, profession::doctor,
                          profession::not_known}[dice.roll(4)];
    };
    auto& needs = world.written.packages[0].staff;
    needs = {{kind(), people(1 + static_cast<int>(dice.roll(2))), "course"_programme}};
    if (dice.once_in(4)) needs.push_back({kind(), people(1), "course"_programme});
    world.grace_counts = dice.once_in(2);
    if (dice.once_in(3)) world.terms.grace = std::chrono::days(60);
    if (dice.once_in(2)) world.terms.ends = last_valid_day::the_day_itself;
    for (auto const who : {"an", "binh", "chi", "dung"}) {
        if (dice.once_in(4)) continue;
        world.employ(who, kind());
        if (dice.once_in(8)) world.written.people.back().workplace = "huyen"_institution;
        for (std::size_t n = dice.roll(3); n > 0; --n) {
            partial_date const issued = dice.once_in(6)   ? partial_date::year(2024y)
                                        : dice.once_in(6) ? partial_date::month(2024y / 9)
                                                          : partial_date(some_day(dice));
            world.certify(who, issued);
            if (dice.once_in(6)) world.written.certificates.back().revoked = partial_date(some_day(dice));
        }
    }
    world.written.transfers[0].stages[0].stage =
        std::array{stage::accepted, stage::monitored, stage::on_site}[dice.roll(3)];
    write_capabilities(world.written, "t"_transfer);
    for (std::size_t n = dice.roll(3); n > 0; --n) world.sessions.push_back({"course"_programme, some_day(dice)});
    if (dice.once_in(2)) {
        world.stand("huyen", legacy_tier::central);
        auto const from_day = some_day(dice);
        auto const status = dice.once_in(3) ? agreement_status::proposed : agreement_status::signed_;
        world.add_agreement(status, period::between(from_day, from_day + std::chrono::days(400)));
    }
    if (dice.once_in(4)) world.need.transfer_indicated = truth::unknown;
    return world;
}

/// Are enough certified, counted person by person from their certificates alone?
truth enough_by_hand(two_hospitals const& world, staff_need const& need, sys_days today) {
    int sure = 0, possible = 0;
    for (auto const& each : world.written.people) {
        bool const may_fit = need.profession == profession::not_known || each.profession == need.profession ||
                             each.profession == profession::not_known;
        if (each.workplace != "tinh"_institution || !may_fit) continue;
        std::vector<certificate> own;
        for (auto const& one : world.written.certificates) {
            if (one.holder == each.id) own.push_back(one);
        }
        truth const holds =
            certification(world.written.programmes[0].expiry, own, world.terms).certified_on(today, world.grace_counts);
        bool const fits = need.profession == profession::not_known || each.profession == need.profession;
        sure += fits && is_yes(holds) ? 1 : 0;
        possible += is_no(holds) ? 0 : 1;
    }
    return sure >= need.at_least.count() ? truth::yes : possible < need.at_least.count() ? truth::no : truth::unknown;
}

/// Is the transfer permitted once these have happened? Certificates and acceptances are written down first, then what hangs on
/// staff is worked out anew, then the rest happens.
bool permitted(two_hospitals const& world, std::vector<change> const& happened, sys_days today) {
    std::vector<change> first, rest;
    for (auto const& each : happened) {
        bool const of_staff =
            std::holds_alternative<certify_person>(each) || std::holds_alternative<accept_technique>(each);
        if (of_staff || std::holds_alternative<wait_until>(each)) first.push_back(each);
        if (!of_staff) rest.push_back(each);
    }
    network copy = world.written;
    patient_need need = world.need;
    apply(first, today, copy, need);
    world.staff_of(copy).hold(copy);
    apply(rest, today, copy, need);
    auto const then = as_of(copy, day_after(happened, today));
    auto const given = decide(then, vietnam::transfer_between_facilities, need);
    return given.verdicts()[number_of(*then.find("tinh"_institution))].outcome == outcome::permitted;
}

bool lies_within(std::vector<change> const& small, std::vector<change> const& large) {
    for (auto const& each : small) {
        bool there = false;
        for (auto const& other : large) there = there || other == each;
        if (!there) return false;
    }
    return true;
}
/// The same changes, but waiting for an earlier day.
bool is_sooner(std::vector<change> const& one, std::vector<change> const& other) {
    auto const* a = std::get_if<wait_until>(&one.back());
    auto const* b = std::get_if<wait_until>(&other.back());
    return a && b && a->day < b->day && one.size() == other.size() &&
           std::vector<change>(one.begin(), one.end() - 1) == std::vector<change>(other.begin(), other.end() - 1);
}

}  // namespace

TEST_CASE("a technique is held back on exactly the days on which too few are certified") {
    rc::prop("as a count by hand finds, person by person and day by day", [](std::uint64_t seed) {
        dice::thrower dice(seed);
        auto world = some_world(dice);
        world.written.transfers[0].stages[0].stage = stage::accepted;
        write_capabilities(world.written, "t"_transfer);
        auto const staff = world.staff_of(world.written);
        auto const all = world.held();
        for (int n = 0; n < 12; ++n) {
            sys_days const today = some_day(dice);
            truth expected = truth::yes;
            for (auto const& each : staff.conditions()) {
                truth const by_hand = enough_by_hand(world, each.need, today);
                RC_ASSERT((staff.staff().enough_on(each, today) == by_hand));
                expected &= by_hand;
                if (each.need.profession != profession::not_known) continue;
                // Whoever declares the same need as a rule of the site reads the same.
                auto declared = staff.staff().certificates();
                site_rule const rule{{{"course"_programme, each.need.at_least}}, world.grace_counts};
                RC_ASSERT(declared.require("tinh"_institution, rule).done());
                auto const number = *declared.staff().find("tinh"_institution);
                RC_ASSERT((certified_day(declared, today).covered(number) == by_hand));
            }
            auto const then = as_of(all, today);
            truth const performs = then.performs(*then.find("tinh"_institution), *then.find("dialysis"_technique));
            RC_ASSERT((performs == expected));
        }
    });
}

TEST_CASE("repairs that certify people are those of brute force over all sets of changes") {
    std::size_t compared = 0, repairs_seen = 0, certifying = 0, combined = 0, several_people = 0, waiting = 0;
    rc::prop("of random stories of two hospitals", [&](std::uint64_t seed) {
        dice::thrower dice(seed);
        auto const world = some_world(dice);
        sys_days const today = some_day(dice);
        auto const all = world.held();
        auto const now = as_of(all, today);
        auto const given = decide(now, vietnam::transfer_between_facilities, world.need);
        auto const found = repairs(given, "tinh"_institution, usual_cost{}, {}, world.staff_of(world.written));
        if (given.verdicts()[number_of(*now.find("tinh"_institution))].outcome == outcome::permitted) {
            RC_ASSERT(found.empty());
            return;
        }
        if (found.offered.size() > 7) return;
        RC_ASSERT(found.complete);
        ++compared;
        std::vector<std::vector<change>> minimal;
        std::uint32_t const sets = std::uint32_t{1} << found.offered.size();
        for (std::size_t size = 0; size <= found.offered.size(); ++size) {
            std::size_t const before = minimal.size();
            for (std::uint32_t set = 0; set < sets; ++set) {
                std::vector<change> chosen;
                bool possible = true;
                for (std::size_t at = 0; at < found.offered.size(); ++at) {
                    if (!(set >> at & 1)) continue;
                    for (auto const& other : chosen)
                        possible = possible && !exclude_each_other(other, found.offered[at]);
                    chosen.push_back(found.offered[at]);
                }
                if (!possible || chosen.size() != size) continue;
                bool more_than_needed = false;
                for (std::size_t at = 0; at < before; ++at)
                    more_than_needed = more_than_needed || lies_within(minimal[at], chosen);
                if (!more_than_needed && permitted(world, chosen, today)) minimal.push_back(chosen);
            }
        }
        std::vector<std::vector<change>> wanted;
        for (auto const& each : minimal) {
            bool later = false;
            for (auto const& other : minimal) later = later || is_sooner(other, each);
            if (!later) wanted.push_back(each);
        }
        RC_ASSERT(found.size() == wanted.size());
        for (auto const& each : found) {
            bool there = false;
            for (auto const& other : wanted) there = there || each.changes == other;
            RC_ASSERT(there);
            std::size_t people_certified = 0;
            for (auto const& one : each.changes) {
                people_certified += std::holds_alternative<certify_person>(one) ? 1u : 0u;
                waiting += std::holds_alternative<wait_until>(one) && people_certified > 0 ? 1u : 0u;
            }
            ++repairs_seen;
            certifying += people_certified > 0 ? 1u : 0u;
            combined += people_certified > 0 && people_certified < each.changes.size() ? 1u : 0u;
            several_people += people_certified > 1 ? 1u : 0u;
        }
    });
    std::printf(
        "staff: %zu compared with brute force, %zu repairs, %zu certify, %zu of them several people, %zu with other "
        "changes, %zu wait for the session\n",
        compared, repairs_seen, certifying, several_people, combined, waiting);
    CHECK(compared > 250);
    CHECK(certifying > 100);
    CHECK(several_people > 20);
    CHECK(combined > 50);
    CHECK(waiting > 50);
}
