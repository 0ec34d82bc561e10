#include <lienvien/lifecycle/certified_staff.hpp>

#include <support/catch.hpp>

#include <lifecycle/staff.hpp>
#include <rules/sentences.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What certified staff carries: a technique that is suspended while too few nurses hold the certificate, and "certify one more
// nurse" among the ways to make a refused referral lawful. All facts are made up.

using namespace made;

namespace {

using lines = std::vector<std::string>;

template <class Cost = usual_cost>
repairs_found ask(two_hospitals const& world, year_month_day on = 2024y / 6 / 1, Cost const& cost = {}) {
    auto const all = world.held();
    auto const today = as_of(all, on);
    auto const given = decide(today, vietnam::transfer_between_facilities, world.need);
    return repairs(given, "tinh"_institution, cost, {}, world.staff_of(world.written));
}
outcome outcome_on(two_hospitals const& world, year_month_day on) {
    auto const all = world.held();
    auto const today = as_of(all, on);
    auto const given = decide(today, vietnam::transfer_between_facilities, world.need);
    return given.verdicts()[number_of(*today.find("tinh"_institution))].outcome;
}

}  // namespace

TEST_CASE("a provincial hospital one certified nurse short can take the patient once one is certified") {
    two_hospitals world;
    world.employ("lan", profession::nurse, 2024y / 1 / 10);
    world.employ("mai", profession::nurse, 2023y / 2 / 1);  // lapsed on 1 February 2024
    world.employ("nam", profession::doctor);
    REQUIRE(outcome_on(world, 2024y / 1 / 31) == outcome::permitted);
    REQUIRE(outcome_on(world, 2024y / 2 / 1) == outcome::forbidden);

    auto const found = ask(world);
    CHECK(found.complete);
    CHECK(sentences(found, world.written) ==
          lines{"certify the nurse “Mai” at “Provincial Hospital” in “Basic haemodialysis”"});
    CHECK(sentences(found, world.written, language::vi) ==
          lines{"cấp chứng chỉ “Lọc máu cơ bản” cho điều dưỡng “Mai” tại “Bệnh viện tỉnh”"});
    CHECK(found.all[0].changes ==
          std::vector<change>{certify_person{"mai"_person, "course"_programme, "tinh"_institution}});
    CHECK(world.written.certificates.size() == 2);  // proposals: nothing has happened

    SECTION("to accept the technique once more does not mend it; where it was never accepted, both are needed") {
        auto& stages = world.written.transfers[0].stages;
        stages[0].stage = stage::on_site;
        write_capabilities(world.written, "t"_transfer);
        CHECK(sentences(ask(world), world.written) ==
              lines{"accept the technique “haemodialysis” at “Provincial Hospital” + certify the nurse “Mai” at "
                    "“Provincial Hospital” in “Basic haemodialysis”"});
    }
    SECTION("without the staff nothing is known of certificates, and nobody is certified") {
        auto const all = world.held();
        auto const today = as_of(all, 2024y / 6 / 1);
        auto const given = decide(today, vietnam::transfer_between_facilities, world.need);
        for (auto const& each : repairs(given, "tinh"_institution).offered)
            CHECK_FALSE(std::holds_alternative<certify_person>(each));
    }
}

TEST_CASE("a known session gives the day to wait for; a later act is dearer where the caller says so") {
    two_hospitals world;
    world.employ("lan", profession::nurse, 2024y / 1 / 10);
    world.employ("mai", profession::nurse);
    world.employ("tam", profession::nurse);
    world.sessions = {{"course"_programme, day(2024y / 3 / 1)},
                      {"course"_programme, day(2024y / 9 / 15)},
                      {"course"_programme, day(2024y / 7 / 1)}};
    auto const found = ask(world, 2024y / 6 / 1, [](change const& each) -> std::int64_t {
        auto const* act = std::get_if<certify_person>(&each);
        return act ? (act->who == "mai"_person ? 30 : 20) : 1;
    });
    CHECK(sentences(found, world.written) ==
          lines{"certify the nurse “Tam” at “Provincial Hospital” in “Basic haemodialysis”, at the session of "
                "2024-07-01 + wait until 2024-07-01",
                "certify the nurse “Mai” at “Provincial Hospital” in “Basic haemodialysis”, at the session of "
                "2024-07-01 + wait until 2024-07-01"});
    CHECK(sentences(found, world.written, language::vi)[1] ==
          "cấp chứng chỉ “Lọc máu cơ bản” cho điều dưỡng “Mai” tại “Bệnh viện tỉnh”, kỳ ngày 2024-07-01 + chờ đến ngày "
          "2024-07-01");
    CHECK(found.all[0].cost == 21);
}

TEST_CASE("to certify a nurse and to renew the agreement stand together where both are needed, and not else") {
    two_hospitals world;
    world.stand("huyen", legacy_tier::central);  // no rule of tiers carries the patient: only an agreement may
    world.add_agreement(agreement_status::signed_, between(2020y / 1 / 1, 2024y / 1 / 1));
    world.employ("lan", profession::nurse, 2024y / 1 / 10);
    world.employ("mai", profession::nurse);
    CHECK(sentences(ask(world), world.written) ==
          lines{"renew the agreement “Agreement A-17” so that it covers 2024-06-01 + certify the nurse “Mai” at "
                "“Provincial Hospital” in “Basic haemodialysis”"});
    world.certify("mai", 2024y / 5 / 1);
    CHECK(sentences(ask(world), world.written) ==
          lines{"renew the agreement “Agreement A-17” so that it covers 2024-06-01"});
    world.written.agreements[0].in_force = from(2020y / 1 / 1);
    CHECK(outcome_on(world, 2024y / 6 / 1) == outcome::permitted);
    CHECK(ask(world).empty());
}

TEST_CASE(
    "who counts is who is on duty there, of the profession, and of them everybody who can be certified is named") {
    two_hospitals world;
    world.employ("lan", profession::nurse);
    world.employ("mai", profession::nurse);
    world.employ("nam", profession::doctor, 2024y / 1 / 10);
    world.employ("oanh", profession::not_known, 2024y / 1 / 10);
    world.employ("phuc", profession::nurse, 2024y / 1 / 10);
    world.written.people.back().workplace = "huyen"_institution;
    // Oanh may be a nurse, so it is not known whether there are two once Lan is certified; both of the others make it sure.
    CHECK(sentences(ask(world), world.written) ==
          lines{"certify the nurse “Lan” at “Provincial Hospital” in “Basic haemodialysis” + certify the nurse “Mai” "
                "at “Provincial Hospital” in “Basic haemodialysis”"});
    auto const staff = world.staff_of(world.written);
    REQUIRE(staff.conditions().size() == 1);
    auto const short_on = staff.staff().shortfalls(staff.conditions()[0]);
    REQUIRE_FALSE(short_on.empty());
    CHECK(short_on[0].why.en == "fewer than 2 (nurse) hold a valid certificate “course”");
    CHECK(short_on[0].why.vi == "chưa đủ 2 điều dưỡng có chứng chỉ “course” còn hiệu lực");
}

TEST_CASE("a site that performs a technique by its approved list may declare for itself what it hangs on") {
    two_hospitals world;
    world.written.transfers.clear();
    world.written.capabilities.clear();
    add_list(world.written, "tinh", {"dialysis"}, from(2022y / 1 / 1));
    world.employ("lan", profession::nurse, 2024y / 1 / 10);
    CHECK(staff_conditions(world.written).empty());
    certified_staff const staff(world.written, certificate_register(world.written, world.terms),
                                {{.site = "tinh"_institution,
                                  .technique = "dialysis"_technique,
                                  .need = {profession::not_known, people(1), "course"_programme},
                                  .source = synthetic()}},
                                false);
    network all = world.written;
    staff.hold(all);
    auto const performs = [&](year_month_day on) {
        auto const today = as_of(all, on);
        return today.performs(*today.find("tinh"_institution), *today.find("dialysis"_technique));
    };
    CHECK(is_no(performs(2024y / 1 / 9)));
    CHECK(is_yes(performs(2024y / 1 / 10)));
    CHECK(is_yes(performs(2025y / 1 / 9)));
    CHECK(is_no(performs(2025y / 1 / 10)));
    network again = all;
    staff.hold(again);
    CHECK(again == all);  // held twice is held once
}
