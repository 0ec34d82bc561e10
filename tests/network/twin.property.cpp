#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/request.hpp>

#include <support/rapidcheck.hpp>

#include <network/random_network.hpp>
#include <network/twin.hpp>

// A snapshot against its naive twin: the same answers on random networks, days and knowledge days.

using namespace lienvien;

TEST_CASE("a snapshot says what its naive twin says") {
    rc::prop("levels, tiers, operation, techniques, ties, beds, travel, agreements", [](std::uint64_t seed) {
        dice::maker make(seed, {});
        network const written = make.make();
        for (int questions = 0; questions < 3; ++questions) {
            sys_days const today = day(make.dice().pick(dice::days()));
            sys_days const known_on = make.dice().once_in(2) ? sys_days::max() : day(make.dice().pick(dice::days()));
            snapshot const now(written, {today, known_on});
            twin::world const plain{written, today, known_on};
            auto const id_of = [&](std::optional<site> which) {
                return which ? std::optional(now.at(*which).id) : std::nullopt;
            };
            RC_ASSERT(now.in_crisis() == plain.in_crisis());
            for (auto const& under : written.agreements) RC_ASSERT(now.in_force(under) == plain.in_force(under));
            for (std::uint32_t number = 0; number < now.size(); ++number) {
                site const here{number};
                auto const& id = now.at(here).id;
                RC_ASSERT(now.level(here) == plain.level(id));
                RC_ASSERT(now.tier(here) == plain.tier(id));
                RC_ASSERT(now.operates(here) == plain.operates(id));
                RC_ASSERT(now.free_beds(here) == plain.free_beds(id));
                RC_ASSERT(now.insurance_contracted(here) == plain.insurance_contracted(id));
                RC_ASSERT(now.sets().has_free_bed.at(0, now.slot_of(here)) ==
                          (!plain.free_beds(id) ? truth::unknown : known(plain.free_beds(id)->count() > 0)));
                RC_ASSERT(id_of(now.find_successor(id)) == plain.answers_to(id));
                for (auto const& field : written.fields)
                    RC_ASSERT(now.accredited(here, field.id) == plain.accredited(id, field.id));
                for (auto const& technique : written.techniques) {
                    RC_ASSERT(now.performs(here, *now.find(technique.id)) == plain.performs(id, technique.id));
                }
                for (std::uint32_t other = 0; other < now.size(); ++other) {
                    auto const& other_id = now.at(site{other}).id;
                    RC_ASSERT(now.houses().acts_for(here, site{other}) == plain.acts_for(id, other_id));
                    RC_ASSERT(now.houses().same_house(here, site{other}) == plain.same_house(id, other_id));
                    RC_ASSERT(now.travel_time(here, site{other}) == plain.travel(id, other_id));
                }
            }
        }
    });
    rc::prop("a request: who performs everything, the upper facility, and which agreement carries the patient",
             [](std::uint64_t seed) {
                 dice::maker make(seed, {});
                 network const written = make.make();
                 for (int questions = 0; questions < 4; ++questions) {
                     sys_days const today = day(make.dice().pick(dice::days()));
                     sys_days const known_on =
                         make.dice().once_in(2) ? sys_days::max() : day(make.dice().pick(dice::days()));
                     snapshot const now(written, {today, known_on});
                     twin::world const plain{written, today, known_on};
                     patient_need const need = make.need();
                     request const asked(now, need);
                     RC_ASSERT(asked.adjacent_upper_holds() == plain.adjacent_upper_holds(need));
                     for (std::uint32_t number = 0; number < now.size(); ++number) {
                         auto const& id = now.at(site{number}).id;
                         RC_ASSERT(asked.holds(site{number}) == plain.performs_all(id, need));
                         RC_ASSERT(asked.agreement_accepts(site{number}) == plain.agreement_accepts(need, id));
                         transfer_case const here{&asked, site{number}};
                         RC_ASSERT(facts::same_province::read(here) == plain.same_province(need, id));
                         RC_ASSERT(facts::in_province_of_residence::read(here) == plain.stands_in(id, need.residence));
                     }
                 }
             });
}
