#include <lienvien/network/snapshot.hpp>

#include <support/catch.hpp>

#include <network/made.hpp>
#include <string_view>
#include <vector>

// What follows from the facts of a network on a day: each case a small network, written out.

using namespace made;

namespace {

site at(snapshot const& today, std::string_view id) { return *today.find(named(id)); }
std::string_view successor_of(snapshot const& today, std::string_view id) {
    auto const found = today.find_successor(named(id));
    return found ? today.at(*found).id.view() : std::string_view("nobody");
}
truth performs(snapshot const& today, std::string_view site, std::string_view technique) {
    return today.performs(at(today, site), *today.find(technique_named(technique)));
}

struct dated_amount {
    int value;
    validity valid;
    lienvien::source source{};
};
settled<int> settle_all(std::vector<dated_amount> const& facts, year_month_day today,
                        sys_days known_on = sys_days::max()) {
    std::vector<std::size_t> all;
    for (std::size_t number = 0; number < facts.size(); ++number) all.push_back(number);
    return settle<int>(facts, all, {day(today), known_on}, [](dated_amount const& each) { return each.value; });
}

}  // namespace

TEST_CASE("NCGM and NIID became JIHS on 2025-04-01: from that day the old names are answered by JIHS") {
    network written;
    for (auto const* id : {"ncgm", "niid", "jihs"}) add_hospital(written, id);
    add_succession(written, "ncgm", "jihs", succession_kind::merger, 2025y / 4 / 1);
    add_succession(written, "niid", "jihs", succession_kind::merger, 2025y / 4 / 1);
    auto const before = as_of(written, 2025y / 3 / 31);
    auto const since = as_of(written, 2025y / 4 / 1);
    CHECK(successor_of(before, "ncgm") == "ncgm");
    CHECK(successor_of(since, "ncgm") == "jihs");
    CHECK(successor_of(since, "niid") == "jihs");
    CHECK(successor_of(since, "jihs") == "jihs");
    CHECK(successor_of(since, "nobody-else") == "nobody");
    CHECK(since.at(at(since, "ncgm")).id == "ncgm"_institution);  // gone, but still found by its own name

    SECTION("an agreement of the predecessor is one of the successor, and of nobody twice") {
        written.agreements.push_back({.id = "old"_agreement,
                                      .status = agreement_status::signed_,
                                      .parties = {{"ncgm"_institution, party_role::peer}},
                                      .in_force = always,
                                      .source = synthetic()});
        auto const today = as_of(written, 2025y / 4 / 1);
        CHECK(today.agreements_of(at(today, "jihs")) == std::vector<std::uint32_t>{0});
        CHECK(today.agreements_of(at(today, "ncgm")).empty());
        auto const earlier = as_of(written, 2025y / 3 / 31);
        CHECK(earlier.agreements_of(at(earlier, "ncgm")) == std::vector<std::uint32_t>{0});
        CHECK(earlier.agreements_of(at(earlier, "jihs")).empty());
    }
    SECTION("a part of the predecessor is a part of the successor, an outlet of it an outlet") {
        add_hospital(written, "centre");
        add_hospital(written, "outlet");
        add_part(written, "centre", "ncgm");
        add_affiliation(written, "outlet", "niid", affiliation_kind::outlet);
        auto const today = as_of(written, 2025y / 4 / 1);
        CHECK(today.houses().acts_for(at(today, "centre"), at(today, "jihs")) == truth::yes);
        CHECK(today.houses().acts_for(at(today, "outlet"), at(today, "jihs")) == truth::yes);
        CHECK(today.houses().same_house(at(today, "centre"), at(today, "jihs")) == truth::yes);
        auto const earlier = as_of(written, 2025y / 3 / 31);
        CHECK(earlier.houses().acts_for(at(earlier, "centre"), at(earlier, "jihs")) == truth::no);
    }
    SECTION("a line of referral to the predecessor leads to the successor") {
        add_hospital(written, "district");
        add_affiliation(written, "district", "ncgm", affiliation_kind::referral_line);
        auto const today = as_of(written, 2025y / 4 / 1);
        auto const upper = today.adjacent_upper(at(today, "district"));
        REQUIRE(upper.size() == 1);
        CHECK(today.at(upper[0].facility).id == "jihs"_institution);
        CHECK(upper[0].holds == truth::yes);
    }
    SECTION("what was not yet known of the merger does not count") {
        for (auto& each : written.successions) each.source = known_from(2025y / 6 / 1);
        CHECK(successor_of(as_of(written, 2025y / 12 / 31, 2025y / 5 / 31), "ncgm") == "ncgm");
        CHECK(successor_of(as_of(written, 2025y / 12 / 31, 2025y / 6 / 1), "ncgm") == "jihs");
    }
}

TEST_CASE("successions are followed to the last heir; splits, unknown kinds and circles are not") {
    network written;
    for (auto const* id : {"a", "b", "c", "d"}) add_hospital(written, id);
    SECTION("a chain, as far as it has happened") {
        add_succession(written, "a", "b", succession_kind::renaming, 2020y / 1 / 1);
        add_succession(written, "b", "c", succession_kind::takeover, 2022y / 1 / 1);
        CHECK(successor_of(as_of(written, 2019y / 12 / 31), "a") == "a");
        CHECK(successor_of(as_of(written, 2021y / 12 / 31), "a") == "b");
        CHECK(successor_of(as_of(written, 2022y / 1 / 1), "a") == "c");
    }
    SECTION("a split leaves the old name with the old institution") {
        add_succession(written, "a", "b", succession_kind::split, 2020y / 1 / 1);
        add_succession(written, "a", "c", succession_kind::split, 2020y / 1 / 1);
        CHECK(successor_of(as_of(written, 2026y / 1 / 1), "a") == "a");
    }
    SECTION("nobody said how") {
        add_succession(written, "a", "b", succession_kind::not_known, 2020y / 1 / 1);
        CHECK(successor_of(as_of(written, 2026y / 1 / 1), "a") == "a");
    }
    SECTION("an heir that the network does not have") {
        add_succession(written, "a", "elsewhere", succession_kind::merger, 2020y / 1 / 1);
        CHECK(successor_of(as_of(written, 2026y / 1 / 1), "a") == "a");
    }
    SECTION("circles of one, two and three, and a way into one") {
        add_succession(written, "a", "b", succession_kind::merger, 2020y / 1 / 1);
        add_succession(written, "b", "c", succession_kind::merger, 2020y / 1 / 1);
        add_succession(written, "c", "b", succession_kind::merger, 2020y / 1 / 1);
        add_succession(written, "d", "d", succession_kind::renaming, 2020y / 1 / 1);
        auto const today = as_of(written, 2026y / 1 / 1);
        for (auto const* id : {"a", "b", "c", "d"}) CHECK(successor_of(today, id) == id);
    }
    SECTION("on a day of 2024 that no source gives: not before 2024 is over") {
        add_succession(written, "a", "b", succession_kind::merger, partial_date::year(2024y));
        CHECK(successor_of(as_of(written, 2024y / 6 / 1), "a") == "a");
        CHECK(successor_of(as_of(written, 2024y / 12 / 31), "a") == "b");
    }
}

TEST_CASE("a part acts for its whole, an outlet for its chain, both through several steps, never downwards") {
    network written;
    for (auto const* id : {"bach-mai", "stroke-centre", "unit", "chain", "shop", "satellite", "campus"})
        add_hospital(written, id);
    add_part(written, "stroke-centre", "bach-mai");
    add_part(written, "unit", "stroke-centre", validity(2025y / 1 / 1));
    add_part(written, "campus", "bach-mai", validity(partial_date::year(2027y)));
    add_affiliation(written, "shop", "chain", affiliation_kind::outlet);
    add_affiliation(written, "satellite", "bach-mai", affiliation_kind::satellite);
    auto const today = as_of(written, 2026y / 11 / 21);
    auto const acts = [&](snapshot const& on, std::string_view who, std::string_view whom) {
        return on.houses().acts_for(at(on, who), at(on, whom));
    };
    auto const same = [&](snapshot const& on, std::string_view a, std::string_view b) {
        return on.houses().same_house(at(on, a), at(on, b));
    };
    CHECK(acts(today, "bach-mai", "bach-mai") == truth::yes);
    CHECK(acts(today, "stroke-centre", "bach-mai") == truth::yes);
    CHECK(acts(today, "unit", "bach-mai") == truth::yes);
    CHECK(acts(today, "bach-mai", "stroke-centre") == truth::no);
    CHECK(acts(today, "shop", "chain") == truth::yes);
    CHECK(acts(today, "chain", "shop") == truth::no);
    CHECK(acts(today, "satellite", "bach-mai") == truth::no);
    CHECK(same(today, "unit", "bach-mai") == truth::yes);
    CHECK(same(today, "bach-mai", "unit") == truth::yes);
    CHECK(same(today, "shop", "chain") == truth::no);  // an outlet is another institution than its chain
    CHECK(same(today, "satellite", "bach-mai") == truth::no);
    CHECK(same(today, "campus", "unit") == truth::no);  // in 2026 the campus is not yet a part

    auto const earlier = as_of(written, 2024y / 12 / 31);
    CHECK(acts(earlier, "unit", "bach-mai") == truth::no);
    auto const in_2027 = as_of(written, 2027y / 6 / 1);
    CHECK(acts(in_2027, "campus", "bach-mai") == truth::unknown);
    CHECK(same(in_2027, "campus", "unit") == truth::unknown);
    CHECK(same(as_of(written, 2027y / 12 / 31), "campus", "unit") == truth::yes);

    SECTION("parties_of names each once, as surely as it is reached") {
        add_part(written, "unit", "bach-mai", validity(partial_date::year(2026y)));
        auto const again = as_of(written, 2026y / 6 / 1);
        auto const parties = again.houses().parties_of(at(again, "unit"));
        REQUIRE(parties.size() == 3);
        for (auto const& each : parties) CHECK(each.holds == truth::yes);
    }
}

TEST_CASE("circles of parts and doubled facts end, and quickly") {
    network written;
    for (auto const* id : {"a", "b", "c", "d"}) add_hospital(written, id);
    add_technique(written, "t");
    add_capability(written, "d", "t", stage::accepted, always);
    for (int copies = 0; copies < 12; ++copies) {
        add_part(written, "a", "b");
        add_part(written, "b", "c");
        add_part(written, "c", "a");
        add_part(written, "a", "a");
        add_affiliation(written, "a", "c", affiliation_kind::outlet);
    }
    auto const today = as_of(written, 2026y / 1 / 1);
    CHECK(today.houses().acts_for(at(today, "a"), at(today, "c")) == truth::yes);
    CHECK(today.houses().acts_for(at(today, "a"), at(today, "d")) == truth::no);
    CHECK(today.houses().same_house(at(today, "a"), at(today, "b")) == truth::yes);
    CHECK(today.houses().same_house(at(today, "a"), at(today, "d")) == truth::no);
    CHECK(performs(today, "a", "t") == truth::unknown);
    CHECK(performs(today, "d", "t") == truth::yes);
}

TEST_CASE("facts on one matter are settled only where one surely holds and none that may hold says otherwise") {
    auto const today = 2026y / 6 / 15;
    validity const sure = always;
    validity const maybe = partial_date::year(2026y);
    validity const gone(partial_date::always(), partial_date(2026y / 1 / 1));
    auto const value = [&](std::vector<dated_amount> const& facts) { return settle_all(facts, today).value; };
    CHECK(value({}) == 0);
    CHECK(value({{1, sure}}) == 1);
    CHECK(value({{1, sure}, {1, sure}}) == 1);
    CHECK(value({{1, maybe}}) == 0);
    CHECK(value({{1, maybe}, {1, sure}}) == 1);
    CHECK(value({{1, sure}, {2, maybe}}) == 0);
    CHECK(value({{2, maybe}, {1, sure}}) == 0);
    CHECK(value({{1, sure}, {2, gone}}) == 1);
    CHECK(value({{1, sure}, {2, sure}}) == 0);
    CHECK(value({{1, sure}, {2, sure}, {1, sure}}) == 0);
    CHECK(value({{0, sure}, {1, sure}}) == 1);  // who says nothing contradicts nobody
    CHECK(value({{1, sure}, {0, sure}}) == 1);
    CHECK(settle_all({{1, sure}, {2, sure}}, today).contradictory);
    CHECK(settle_all({{1, sure}, {2, maybe}}, today).contradictory);
    CHECK_FALSE(settle_all({{1, sure}, {2, gone}}, today).contradictory);
    CHECK(settle_all({{1, gone}}, today).any_written);
    CHECK_FALSE(settle_all({{1, gone}}, today).possible);
    CHECK_FALSE(settle_all({{0, sure}}, today).any_written);

    dated_amount later{2, sure, known_from(2026y / 3 / 1)};
    CHECK(settle_all({{1, sure}, later}, today, day(2026y / 2 / 28)).value == 1);
    CHECK(settle_all({{1, sure}, later}, today, day(2026y / 3 / 1)).contradictory);
    CHECK_FALSE(settle_all({later}, today, day(2026y / 2 / 28)).any_written);
}

TEST_CASE("operates: planned and closed sites do not work, nor one whose licences have all lapsed") {
    network written;
    add_hospital(written, "site");
    auto& operations = institution_in(written, "site").operations;
    auto const operates = [&](year_month_day on) {
        auto const today = as_of(written, on);
        return today.operates(at(today, "site"));
    };
    SECTION("planned until it opens, then operating, then closed") {
        operations = {{operation_status::planned, until(2025y / 3 / 1), synthetic()},
                      {operation_status::operating, between(2025y / 3 / 1, 2026y / 9 / 1), synthetic()},
                      {operation_status::closed, from(2026y / 9 / 1), synthetic()}};
        CHECK(operates(2025y / 2 / 28) == truth::no);
        CHECK(operates(2025y / 3 / 1) == truth::yes);
        CHECK(operates(2026y / 8 / 31) == truth::yes);
        CHECK(operates(2026y / 9 / 1) == truth::no);
    }
    SECTION("nothing is written") {
        operations.clear();
        CHECK(operates(2026y / 1 / 1) == truth::unknown);
    }
    SECTION("written for other days only") {
        operations = {{operation_status::operating, from(2027y / 1 / 1), synthetic()}};
        CHECK(operates(2026y / 12 / 31) == truth::no);
    }
    SECTION("it opened some day of 2026") {
        operations = {{operation_status::operating, partial_date::year(2026y), synthetic()}};
        CHECK(operates(2025y / 12 / 31) == truth::no);
        CHECK(operates(2026y / 6 / 1) == truth::unknown);
        CHECK(operates(2026y / 12 / 31) == truth::yes);
    }
    SECTION("two sources disagree") {
        operations.push_back({operation_status::closed, from(2026y / 1 / 1), synthetic()});
        CHECK(operates(2025y / 12 / 31) == truth::yes);
        CHECK(operates(2026y / 1 / 1) == truth::unknown);
    }
    SECTION("a source that gives no status does not disagree") {
        operations.push_back({operation_status::not_known, always, synthetic()});
        CHECK(operates(2026y / 1 / 1) == truth::yes);
        operations = {{operation_status::not_known, until(2020y / 1 / 1), synthetic()}};
        CHECK(operates(2026y / 1 / 1) == truth::unknown);
    }
    SECTION("one licence lapsed, another in force") {
        written.licences = {{.institution = "site"_institution, .valid = until(2026y / 1 / 1), .source = synthetic()}};
        CHECK(operates(2025y / 12 / 31) == truth::yes);
        CHECK(operates(2026y / 1 / 1) == truth::no);
        written.licences.push_back(
            {.institution = "site"_institution, .valid = from(2026y / 2 / 1), .source = synthetic()});
        CHECK(operates(2026y / 1 / 31) == truth::no);
        CHECK(operates(2026y / 2 / 1) == truth::yes);
    }
    SECTION("a licence whose first day nobody gave") {
        written.licences = {{.institution = "site"_institution, .valid = validity(), .source = synthetic()}};
        CHECK(operates(2026y / 1 / 1) == truth::unknown);
        operations.front().status = operation_status::closed;
        CHECK(operates(2026y / 1 / 1) == truth::no);
    }
    SECTION("a licence that was not yet known") {
        written.licences = {
            {.institution = "site"_institution, .valid = until(2026y / 1 / 1), .source = known_from(2026y / 5 / 1)}};
        auto const then = as_of(written, 2026y / 2 / 1, 2026y / 4 / 30);
        CHECK(then.operates(at(then, "site")) == truth::yes);
        CHECK(operates(2026y / 2 / 1) == truth::no);
    }
}

TEST_CASE("capability by facts: only what is accepted is performed alone, and only while it is") {
    network written;
    add_hospital(written, "site");
    for (auto const* id : {"thrombectomy", "other"}) add_technique(written, id);
    auto const on = [&](year_month_day today) { return performs(as_of(written, today), "site", "thrombectomy"); };
    SECTION("nothing written") { CHECK(on(2026y / 1 / 1) == truth::unknown); }
    SECTION("stage by stage") {
        add_capability(written, "site", "thrombectomy", stage::on_site, between(2025y / 1 / 1, 2025y / 7 / 1));
        add_capability(written, "site", "thrombectomy", stage::accepted, between(2025y / 7 / 1, 2026y / 3 / 2));
        add_capability(written, "site", "thrombectomy", stage::suspended, between(2026y / 3 / 2, 2026y / 6 / 1));
        add_capability(written, "site", "thrombectomy", stage::monitored, from(2026y / 6 / 1));
        CHECK(on(2024y / 12 / 31) == truth::no);
        CHECK(on(2025y / 6 / 30) == truth::no);
        CHECK(on(2025y / 7 / 1) == truth::yes);
        CHECK(on(2026y / 3 / 1) == truth::yes);
        CHECK(on(2026y / 3 / 2) == truth::no);
        CHECK(on(2026y / 6 / 1) == truth::yes);
        CHECK(performs(as_of(written, 2026y / 6 / 1), "site", "other") == truth::unknown);
    }
    SECTION("suspended while the acceptance was never ended: the facts contradict each other") {
        add_capability(written, "site", "thrombectomy", stage::accepted, from(2025y / 7 / 1));
        add_capability(written, "site", "thrombectomy", stage::suspended, from(2026y / 3 / 2));
        CHECK(on(2026y / 3 / 1) == truth::yes);
        CHECK(on(2026y / 3 / 2) == truth::unknown);
    }
    SECTION("accepted some day of 2026") {
        add_capability(written, "site", "thrombectomy", stage::accepted, partial_date::year(2026y));
        CHECK(on(2025y / 12 / 31) == truth::no);
        CHECK(on(2026y / 6 / 1) == truth::unknown);
        CHECK(on(2026y / 12 / 31) == truth::yes);
    }
    SECTION("a stage that nobody gave") {
        add_capability(written, "site", "thrombectomy", stage::not_known, always);
        CHECK(on(2026y / 1 / 1) == truth::unknown);
    }
    SECTION("stage for stage") {
        for (stage const reached : {stage::accepted, stage::monitored, stage::replicating}) {
            network one = written;
            add_capability(one, "site", "thrombectomy", reached, always);
            CHECK(performs(as_of(one, 2026y / 1 / 1), "site", "thrombectomy") == truth::yes);
        }
        for (stage const reached : {stage::readiness, stage::theory, stage::clinical, stage::on_site, stage::suspended,
                                    stage::withdrawn, stage::failed}) {
            network one = written;
            add_capability(one, "site", "thrombectomy", reached, always);
            CHECK(performs(as_of(one, 2026y / 1 / 1), "site", "thrombectomy") == truth::no);
        }
    }
}

TEST_CASE("capability by technique lists: what is listed is performed, what is not listed is absent") {
    network written;
    add_hospital(written, "site");
    for (auto const* id : {"listed", "unlisted"}) add_technique(written, id);
    auto const on = [&](year_month_day today, std::string_view technique) {
        return performs(as_of(written, today), "site", technique);
    };
    SECTION("a list in force") {
        add_list(written, "site", {"listed"}, from(2025y / 1 / 1));
        CHECK(on(2025y / 1 / 1, "listed") == truth::yes);
        CHECK(on(2025y / 1 / 1, "unlisted") == truth::no);
        CHECK(on(2024y / 12 / 31, "listed") == truth::unknown);
        CHECK(on(2024y / 12 / 31, "unlisted") == truth::unknown);
    }
    SECTION("a capability fact stands before the list") {
        add_list(written, "site", {"listed"});
        add_capability(written, "site", "listed", stage::suspended, from(2026y / 3 / 2));
        add_capability(written, "site", "unlisted", stage::accepted, from(2026y / 3 / 2));
        CHECK(on(2026y / 3 / 1, "listed") == truth::yes);
        CHECK(on(2026y / 3 / 2, "listed") == truth::no);
        CHECK(on(2026y / 3 / 1, "unlisted") == truth::no);
        CHECK(on(2026y / 3 / 2, "unlisted") == truth::yes);
    }
    SECTION("suspended on a day that is not known") {
        add_list(written, "site", {"listed"});
        add_capability(written, "site", "listed", stage::suspended, partial_date::year(2026y));
        add_capability(written, "site", "unlisted", stage::suspended, partial_date::year(2026y));
        CHECK(on(2026y / 6 / 1, "listed") == truth::unknown);
        CHECK(on(2026y / 6 / 1, "unlisted") ==
              truth::no);  // not listed, and no acceptance written: no day makes it a yes
    }
    SECTION("a list for one field is complete for the techniques of that field only") {
        written.techniques.push_back({.id = "of-oncology"_technique, .field = "oncology"_field});
        written.techniques.push_back({.id = "of-stroke"_technique, .field = "stroke"_field});
        written.technique_lists.push_back(
            {.site = "site"_institution, .field = "oncology"_field, .valid = always, .source = synthetic()});
        CHECK(on(2026y / 1 / 1, "of-oncology") == truth::no);
        CHECK(on(2026y / 1 / 1, "of-stroke") == truth::unknown);
        CHECK(on(2026y / 1 / 1, "listed") == truth::unknown);
    }
    SECTION("a list whose first day is not known leaves open what it does not list") {
        add_list(written, "site", {"listed"}, partial_date::year(2026y));
        CHECK(on(2026y / 6 / 1, "listed") == truth::unknown);
        CHECK(on(2026y / 6 / 1, "unlisted") == truth::unknown);
        CHECK(on(2026y / 12 / 31, "unlisted") == truth::no);
    }
    SECTION("a technique that the network does not name changes nothing") {
        add_list(written, "site", {"listed", "never-named"});
        CHECK(on(2026y / 1 / 1, "listed") == truth::yes);
        CHECK_FALSE(as_of(written, 2026y / 1 / 1).find("never-named"_technique));
    }
    SECTION("what was not yet known of a list does not count") {
        add_list(written, "site", {"listed"});
        written.technique_lists[0].source = known_from(2026y / 2 / 1);
        CHECK(performs(as_of(written, 2026y / 6 / 1, 2026y / 1 / 31), "site", "listed") == truth::unknown);
        CHECK(performs(as_of(written, 2026y / 6 / 1, 2026y / 2 / 1), "site", "listed") == truth::yes);
    }
}

TEST_CASE("a whole performs what a part that works performs; a planned campus is never counted") {
    network written;
    for (auto const* id : {"bach-mai", "stroke-centre", "unit"}) add_hospital(written, id);
    add_technique(written, "t");
    add_part(written, "stroke-centre", "bach-mai");
    add_part(written, "unit", "stroke-centre");
    auto const whole = [&](year_month_day today) { return performs(as_of(written, today), "bach-mai", "t"); };
    auto const today = 2026y / 11 / 21;
    SECTION("through two steps") {
        add_capability(written, "unit", "t", stage::accepted, always);
        CHECK(whole(today) == truth::yes);
        add_list(written, "bach-mai", {});
        CHECK(whole(today) == truth::yes);
        add_list(written, "stroke-centre",
                 {});  // what the part in between does not hold says nothing against its own part
        CHECK(whole(today) == truth::yes);
    }
    SECTION("a planned part") {
        add_capability(written, "stroke-centre", "t", stage::accepted, always);
        institution_in(written, "stroke-centre").operations = {{operation_status::planned, always, synthetic()}};
        CHECK(whole(today) == truth::unknown);
        add_list(written, "bach-mai", {});
        CHECK(whole(today) == truth::no);
    }
    SECTION("a part of a planned part") {
        add_capability(written, "unit", "t", stage::accepted, always);
        institution_in(written, "stroke-centre").operations = {{operation_status::planned, always, synthetic()}};
        add_list(written, "bach-mai", {});
        CHECK(whole(today) == truth::no);
    }
    SECTION("what a part lacks says nothing against the whole") {
        add_list(written, "stroke-centre", {});
        CHECK(whole(today) == truth::unknown);
        add_capability(written, "bach-mai", "t", stage::accepted, always);
        CHECK(whole(today) == truth::yes);
    }
    SECTION("the whole's list speaks for parts of which nothing is written") {
        add_list(written, "bach-mai", {});
        CHECK(whole(today) == truth::no);
    }
    SECTION("a part that may perform it leaves the whole open, whatever the whole's own list says") {
        add_list(written, "bach-mai", {});
        add_capability(written, "stroke-centre", "t", stage::accepted, partial_date::year(2026y));
        CHECK(whole(2026y / 6 / 1) == truth::unknown);
        CHECK(whole(2026y / 12 / 31) == truth::yes);
    }
    SECTION("a part that may work, or may be a part, leaves the whole open") {
        add_list(written, "bach-mai", {});
        add_capability(written, "stroke-centre", "t", stage::accepted, always);
        institution_in(written, "stroke-centre").operations.clear();
        CHECK(whole(today) == truth::unknown);
    }
}

TEST_CASE("an agreement signed on 12 December of a year not given, read on 2026-11-21, surely binds from 2025-12-12") {
    network written;
    add_hospital(written, "bach-mai");
    agreement signed_in_december{
        .id = "bach-mai-cho-ray"_agreement, .status = agreement_status::signed_, .source = article("002.txt")};
    signed_in_december.signed_on = {
        {partial_date::year_unknown(std::chrono::December / 12).not_after(day(2026y / 11 / 21)), article("002.txt")}};
    auto const in_force = [&](year_month_day today, agreement const& which) {
        return as_of(written, today).in_force(which);
    };
    CHECK(in_force(2025y / 12 / 11, signed_in_december) == truth::unknown);
    CHECK(in_force(2025y / 12 / 12, signed_in_december) == truth::yes);
    CHECK(in_force(2026y / 11 / 21, signed_in_december) == truth::yes);
    CHECK(in_force(1990y / 1 / 1, signed_in_december) == truth::unknown);

    SECTION("its own entry into force counts before its signing") {
        signed_in_december.in_force = from(2026y / 1 / 1);
        CHECK(in_force(2025y / 12 / 31, signed_in_december) == truth::no);
        CHECK(in_force(2026y / 1 / 1, signed_in_december) == truth::yes);
    }
    SECTION("signing dates that differ do not count; one that was not yet known does not differ") {
        signed_in_december.signed_on.stated.push_back({2024y / 12 / 12, known_from(2026y / 8 / 1)});
        CHECK(in_force(2026y / 1 / 1, signed_in_december) == truth::unknown);
        CHECK(as_of(written, 2026y / 1 / 1, 2026y / 7 / 31).in_force(signed_in_december) == truth::yes);
    }
    SECTION("no date at all") {
        signed_in_december.signed_on = {};
        CHECK(in_force(2026y / 1 / 1, signed_in_december) == truth::unknown);
    }
    SECTION("status by status") {
        signed_in_december.in_force = always;
        for (auto const& [status, expected] : {std::pair{agreement_status::not_known, truth::unknown},
                                               {agreement_status::proposed, truth::no},
                                               {agreement_status::agreed_in_principle, truth::no},
                                               {agreement_status::planned, truth::no},
                                               {agreement_status::signed_, truth::yes},
                                               {agreement_status::operating, truth::yes},
                                               {agreement_status::ended, truth::no}}) {
            signed_in_december.status = status;
            CHECK(in_force(2026y / 1 / 1, signed_in_december) == expected);
        }
    }
    SECTION("an agreement that was not yet known is not in force") {
        signed_in_december.source = known_from(2026y / 2 / 1);
        CHECK(as_of(written, 2026y / 6 / 1, 2026y / 1 / 31).in_force(signed_in_december) == truth::no);
    }
}

TEST_CASE("travel, beds and accreditation: known where written and not contradicted") {
    network written;
    for (auto const* id : {"a", "b"}) add_hospital(written, id);
    auto const minutes = [&](year_month_day on) {
        auto const today = as_of(written, on);
        return today.travel_time(at(today, "a"), at(today, "b"));
    };
    auto const today = 2026y / 6 / 15;
    CHECK_FALSE(minutes(today));
    written.travels.push_back({"a"_institution, "b"_institution, minutes_of_travel(40), always, synthetic()});
    CHECK(minutes(today) == minutes_of_travel(40));
    SECTION("the way back is another fact") {
        auto const on = as_of(written, today);
        CHECK_FALSE(on.travel_time(at(on, "b"), at(on, "a")));
    }
    SECTION("two sources agree, then disagree, then only perhaps") {
        written.travels.push_back({"a"_institution, "b"_institution, minutes_of_travel(40), always, synthetic()});
        CHECK(minutes(today) == minutes_of_travel(40));
        written.travels.push_back(
            {"a"_institution, "b"_institution, minutes_of_travel(90), partial_date::year(2026y), synthetic()});
        CHECK_FALSE(minutes(today));
        CHECK_FALSE(minutes(2026y / 12 / 31));
        CHECK(minutes(2025y / 12 / 31) == minutes_of_travel(40));
    }
    SECTION("only perhaps") {
        written.travels[0].valid = partial_date::year(2026y);
        CHECK_FALSE(minutes(today));
    }
    SECTION("beds: a figure of all beds does not contradict one of free beds") {
        auto const free = [&] {
            auto const on = as_of(written, today);
            return on.free_beds(at(on, "a"));
        };
        CHECK_FALSE(free());
        written.capacities.push_back(
            {.institution = "a"_institution, .total = beds(1000), .valid = always, .source = synthetic()});
        CHECK_FALSE(free());
        written.capacities.push_back(
            {.institution = "a"_institution, .free = beds(0), .valid = always, .source = synthetic()});
        CHECK(free() == beds(0));
        written.capacities.push_back(
            {.institution = "a"_institution, .free = beds(3), .valid = always, .source = synthetic()});
        CHECK_FALSE(free());
    }
    SECTION("accreditation, in any order of writing") {
        auto const accredited = [&](std::vector<validity> const& periods) {
            written.accreditations.clear();
            for (auto const& valid : periods) {
                written.accreditations.push_back(
                    {.institution = "a"_institution, .field = "stroke"_field, .valid = valid, .source = synthetic()});
            }
            auto const on = as_of(written, today);
            return on.accredited(at(on, "a"), "stroke"_field);
        };
        validity const maybe = partial_date::year(2026y);
        validity const gone = until(2026y / 1 / 1);
        CHECK(accredited({}) == truth::unknown);
        CHECK(accredited({always}) == truth::yes);
        CHECK(accredited({gone}) == truth::no);
        CHECK(accredited({maybe}) == truth::unknown);
        CHECK(accredited({maybe, gone}) == truth::unknown);
        CHECK(accredited({gone, maybe}) == truth::unknown);
        CHECK(accredited({gone, maybe, always}) == truth::yes);
        CHECK(accredited({always, gone}) == truth::yes);
        auto const on = as_of(written, today);
        CHECK(on.accredited(at(on, "a"), "oncology"_field) == truth::unknown);
        written.accreditations = {{.institution = "a"_institution,
                                   .field = "stroke"_field,
                                   .valid = gone,
                                   .source = known_from(2026y / 8 / 1)}};
        auto const earlier = as_of(written, today, today);
        CHECK(earlier.accredited(at(earlier, "a"), "stroke"_field) ==
              truth::unknown);  // not yet known: as if not written
    }
}

TEST_CASE("levels, tiers, lines of referral and crises of the day, as far as they were known") {
    network written;
    for (auto const* id : {"low", "high", "other"}) add_hospital(written, id);
    written.gradings.push_back({.institution = "low"_institution,
                                .level = technical_level::basic,
                                .valid = from(2025y / 1 / 1),
                                .source = synthetic()});
    written.gradings.push_back({.institution = "low"_institution,
                                .level = technical_level::specialised,
                                .valid = from(2026y / 7 / 1),
                                .source = known_from(2026y / 8 / 1)});
    written.legacy_standings.push_back(
        {.institution = "low"_institution, .tier = legacy_tier::district, .valid = always, .source = synthetic()});
    written.legacy_standings.push_back({.institution = "low"_institution,
                                        .hospital_class = hospital_class::class_iii,
                                        .valid = always,
                                        .source = synthetic()});
    auto const level = [&](year_month_day today, year_month_day known) {
        auto const on = as_of(written, today, known);
        return on.level(at(on, "low"));
    };
    CHECK(level(2024y / 12 / 31, 2026y / 12 / 1) == technical_level::not_known);
    CHECK(level(2025y / 1 / 1, 2026y / 12 / 1) == technical_level::basic);
    CHECK(level(2026y / 7 / 1, 2026y / 7 / 1) == technical_level::basic);
    CHECK(level(2026y / 7 / 1, 2026y / 12 / 1) == technical_level::not_known);  // two gradings: exactly one may hold
    auto const on = as_of(written, 2026y / 1 / 1);
    CHECK(on.tier(at(on, "low")) ==
          legacy_tier::district);  // a standing that gives the class only says nothing of the tier
    CHECK(on.tier(at(on, "high")) == legacy_tier::not_known);

    add_affiliation(written, "low", "high", affiliation_kind::referral_line, from(2026y / 1 / 1));
    add_affiliation(written, "low", "other", affiliation_kind::referral_line, partial_date::year(2026y));
    add_affiliation(written, "low", "other", affiliation_kind::satellite);
    auto const lines = [&](year_month_day today) {
        auto const now = as_of(written, today);
        std::vector<std::pair<std::string_view, truth>> found;
        for (auto const& each : now.adjacent_upper(at(now, "low")))
            found.emplace_back(now.at(each.facility).id.view(), each.holds);
        return found;
    };
    CHECK(lines(2025y / 12 / 31).empty());
    CHECK(lines(2026y / 6 / 1) ==
          std::vector<std::pair<std::string_view, truth>>{{"high", truth::yes}, {"other", truth::unknown}});
    CHECK(lines(2026y / 12 / 31) ==
          std::vector<std::pair<std::string_view, truth>>{{"high", truth::yes}, {"other", truth::yes}});

    CHECK(on.in_crisis() == truth::no);
    written.regimes.push_back({.id = "outbreak"_regime,
                               .kind = regime_kind::crisis,
                               .valid = between(2026y / 2 / 1, 2026y / 3 / 1),
                               .source = known_from(2026y / 2 / 10)});
    CHECK(as_of(written, 2026y / 1 / 31).in_crisis() == truth::no);
    CHECK(as_of(written, 2026y / 2 / 1).in_crisis() == truth::yes);
    CHECK(as_of(written, 2026y / 2 / 28).in_crisis() == truth::yes);
    CHECK(as_of(written, 2026y / 3 / 1).in_crisis() == truth::no);
    CHECK(as_of(written, 2026y / 2 / 5, 2026y / 2 / 9).in_crisis() == truth::no);
}
