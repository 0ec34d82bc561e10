#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/network/situation.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/masks.hpp>
#include <lienvien/rules/rank.hpp>

#include <support/rapidcheck.hpp>

#include <cstdint>
#include <network/random_network.hpp>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

// A situation that was moved by days and by facts stands where a snapshot made anew stands; and what is swept from it is
// what is decided case by case.

using namespace lienvien;

namespace {

constexpr auto const& rules = vietnam::transfer_between_facilities;

void same_standing(situation const& moved) {
    snapshot const& now = moved.today();
    snapshot const anew(moved.written(), now.when());
    RC_ASSERT(now.size() == anew.size());
    RC_ASSERT(now.in_crisis() == anew.in_crisis());
    for (std::uint32_t s = 0; s < now.size(); ++s) {
        site const here{s};
        RC_ASSERT(now.operates(here) == anew.operates(here));
        RC_ASSERT(now.level(here) == anew.level(here));
        RC_ASSERT(now.tier(here) == anew.tier(here));
        RC_ASSERT(now.free_beds(here) == anew.free_beds(here));
        RC_ASSERT(now.insurance_contracted(here) == anew.insurance_contracted(here));
        RC_ASSERT(now.sets().has_free_bed.at(0, now.slot_of(here)) ==
                  anew.sets().has_free_bed.at(0, anew.slot_of(here)));
        for (std::uint32_t t = 0; t < moved.written().techniques.size(); ++t)
            RC_ASSERT(now.performs(here, technique_number{t}) == anew.performs(here, technique_number{t}));
        for (auto const& field : moved.written().fields)
            RC_ASSERT(now.accredited(here, field.id) == anew.accredited(here, field.id));
    }
}

void same_answers(situation const& moved, patient_need const& need) {
    auto const given = decide(moved.today(), rules, need);
    auto const& asked = given.asked();
    RC_ASSERT(sweep(rules, given.rules(), asked) == given.verdicts());
    sweep_plan<std::remove_cvref_t<decltype(rules)>> const plan(rules, given.rules(), asked);
    std::vector<std::uint16_t> masks(std::size_t{plan.shape().words} * 64);
    write_masks(plan, std::span<std::uint16_t>(masks));
    std::size_t permitted = 0;
    for (std::uint32_t s = 0; s < moved.today().size(); ++s) {
        auto const& found = given.verdicts()[s];
        permitted += found.outcome == outcome::permitted ? 1u : 0u;
        RC_ASSERT((found.outcome == outcome::not_in_force ||
                   rule_set{masks[number_of(moved.today().slot_of(site{s}))]} == found.bears));
    }
    std::vector<ranked<std::uint32_t>> best(3);
    auto const order = rank(plan, std::span<ranked<std::uint32_t>>(best),
                            [](auto const& each) { return number_of(each.where()) ^ 5u; });
    RC_ASSERT(order.permitted == permitted);
    RC_ASSERT(order.shown == (permitted < 3 ? permitted : 3));
    for (std::size_t at = 0; at < order.shown; ++at) {
        RC_ASSERT(given.verdicts()[number_of(best[at].where)].outcome == outcome::permitted);
        RC_ASSERT((at == 0 || best[at - 1].key <= best[at].key));
    }
}

}  // namespace

TEST_CASE("a situation moved by days and facts stands where a snapshot made anew stands") {
    std::size_t days = 0;
    std::size_t facts = 0;
    rc::prop("standing and answers", [&](std::uint64_t seed) {
        dice::maker make(seed, {});
        network written = make.make();
        auto const need = make.need();
        situation nation(std::move(written), day(make.dice().pick(dice::days())));
        same_standing(nation);
        for (int step = 0; step < 6; ++step) {
            auto const& all = nation.written();
            if (make.dice().once_in(2) || all.institutions.empty()) {
                nation.move_to(day(make.dice().pick(dice::days())));
                ++days;
            } else {
                auto const& where = all.institutions[make.dice().roll(all.institutions.size())].id;
                period const whole = from(make.dice().pick(dice::days()));
                bool recorded = false;
                switch (make.dice().roll(6)) {
                    case 0:
                        recorded = nation.record(capacity{.institution = where, .free = beds(0), .valid = whole});
                        break;
                    case 1:
                        recorded = nation.record(licence{.institution = where, .valid = whole});
                        break;
                    case 2:
                        recorded = nation.record(
                            grading{.institution = where, .level = technical_level::basic, .valid = whole});
                        break;
                    case 3:
                        recorded = nation.record(insurance_contract{
                            .institution = where, .held = make.dice().three(), .number = {}, .valid = whole});
                        break;
                    case 4:
                        recorded = nation.record(
                            accreditation_list{.institution = where, .fields = {make.field()}, .valid = whole});
                        break;
                    default:
                        if (!all.capabilities.empty()) {
                            auto const which = make.dice().roll(all.capabilities.size());
                            capability changed = all.capabilities[which];
                            changed.stage = stage::suspended;
                            recorded = nation.correct(which, changed);
                        }
                        break;
                }
                facts += recorded ? 1u : 0u;
            }
            same_standing(nation);
            same_answers(nation, need);
        }
    });
    CHECK(days > 100);
    CHECK(facts > 100);
}
