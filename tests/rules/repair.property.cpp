#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/repair.hpp>
#include <lienvien/text/print_repair.hpp>

#include <support/rapidcheck.hpp>

#include <bit>
#include <cstdio>
#include <network/made.hpp>
#include <network/random_network.hpp>
#include <rules/made_up_jurisdiction.hpp>
#include <rules/sentences.hpp>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

// What would make a refused transfer lawful: every smallest set of changes, against brute force over all sets.

using namespace made;

namespace {

/// A random statement about toggles, with negations, so that more is not always better.
class formula {
public:
    formula(dice::thrower& dice, std::size_t toggles, int depth) : kind_(depth == 0 ? 0 : dice.roll(5)) {
        if (kind_ < 2) {
            toggle_ = dice.roll(toggles);
            turned_ = dice.once_in(4);
            return;
        }
        for (std::size_t parts = 2 + dice.roll(3); parts > 0; --parts) parts_.push_back({dice, toggles, depth - 1});
    }
    [[nodiscard]] bool holds(std::uint32_t set) const {
        if (kind_ < 2) return ((set >> toggle_ & 1) != 0) != turned_;
        if (kind_ == 4) return parts_[0].holds(set) ? parts_[1].holds(set) : !parts_[1].holds(set);
        for (auto const& each : parts_) {
            if (each.holds(set) != (kind_ == 2)) return kind_ != 2;
        }
        return kind_ == 2;
    }

private:
    std::size_t kind_;
    std::size_t toggle_ = 0;
    bool turned_ = false;
    std::vector<formula> parts_;
};

/// All minimal sets by looking at every set: `below[s]` says whether a proper subset of s holds.
template <class Holds>
std::vector<std::uint32_t> brute_force(std::size_t toggles, Holds holds) {
    std::uint32_t const all = std::uint32_t{1} << toggles;
    std::vector<char> here(all);
    std::vector<char> below(all);
    std::vector<std::uint32_t> found;
    for (std::uint32_t set = 0; set < all; ++set) {
        here[set] = holds(set) ? 1 : 0;
        for (std::size_t t = 0; t < toggles; ++t) {
            if (!(set >> t & 1)) continue;
            auto const less = set & ~(std::uint32_t{1} << t);
            if (here[less] || below[less]) below[set] = 1;
        }
        if (here[set] && !below[set]) found.push_back(set);
    }
    return found;
}

template <class T>
bool same_elements(std::vector<T> a, std::vector<T> const& b) {
    for (auto const& each : b) {
        auto at = a.begin();
        while (at != a.end() && !(*at == each)) ++at;
        if (at == a.end()) return false;
        a.erase(at);
    }
    return a.empty();
}

struct tally {
    std::size_t refused = 0;
    std::size_t compared = 0;  ///< with brute force
    std::size_t most_offers = 0;
    std::size_t with_repair = 0;
    std::size_t repairs = 0;
    std::size_t several = 0;  ///< repairs of more than one change
    std::size_t waits = 0;
    std::size_t sets = 0;
};

template <class Book>
void check_repairs(Book const& book, std::uint64_t seed, tally& all) {
    dice::maker make(seed, {});
    network const written = make.make();
    patient_need const need = make.need();
    sys_days const today = day(make.dice().pick(dice::days()));
    auto const policy = make.dice().once_in(3) ? uncertain_rules::leave_out : uncertain_rules::apply_and_say;
    auto const now = as_of(written, today);
    auto const given = decide(now, book, need, policy);
    for (std::uint32_t s = 0; s < now.size(); ++s) {
        auto const& receiver = now.at(site{s}).id;
        // The neighbourhood answers as the whole network does, today and later.
        network const near = neighbourhood(now, need, receiver);
        for (sys_days const when : {today, day(make.dice().pick(dice::days()))}) {
            auto const whole = as_of(written, when);
            auto const part = as_of(near, when);
            auto const rules = rules_on(book, when, policy);
            request const of_whole(whole, need);
            request const of_part(part, need);
            RC_ASSERT(decide_case(book, rules, {&of_whole, site{s}}) ==
                      decide_case(book, rules, {&of_part, *part.find(receiver)}));
        }
        auto const found = repairs(given, receiver);
        if (given.verdicts()[s].outcome == outcome::permitted || !given.asked().origin()) {
            RC_ASSERT(found.empty());
            continue;
        }
        ++all.refused;
        all.most_offers = found.offered.size() > all.most_offers ? found.offered.size() : all.most_offers;
        if (found.offered.size() > 7) continue;
        ++all.compared;
        auto const chosen = [&](std::uint32_t set) {
            std::vector<change> changes;
            for (std::size_t at = 0; at < found.offered.size(); ++at) {
                if (set >> at & 1) changes.push_back(found.offered[at]);
            }
            return changes;
        };
        auto const permitted = [&](std::uint32_t set) {
            auto const changes = chosen(set);
            for (auto const& a : changes) {
                for (auto const& b : changes) {
                    if (!(a == b) && exclude_each_other(a, b)) return false;
                }
            }
            ++all.sets;
            network copy = written;
            patient_need changed = need;
            apply(changes, today, copy, changed);
            auto const then = as_of(copy, day_after(changes, today));
            return decide(then, book, changed, policy).verdicts()[s].outcome == outcome::permitted;
        };
        std::vector<std::vector<change>> wanted;
        for (auto const set : brute_force(found.offered.size(), permitted)) {
            auto const changes = chosen(set);
            bool later = false;  // the same, and only waiting longer
            for (auto const& each : wanted) {
                later = later || (each.size() == changes.size() && std::holds_alternative<wait_until>(each.back()) &&
                                  std::holds_alternative<wait_until>(changes.back()) &&
                                  std::vector<change>(each.begin(), each.end() - 1) ==
                                      std::vector<change>(changes.begin(), changes.end() - 1));
            }
            if (!later) wanted.push_back(changes);
        }
        std::vector<std::vector<change>> got;
        std::int64_t cost = 0;
        for (auto const& each : found) {
            got.push_back(each.changes);
            RC_ASSERT(each.cost >= cost);
            cost = each.cost;
            all.several += each.changes.size() > 1 ? 1u : 0u;
            all.waits += std::holds_alternative<wait_until>(each.changes.back()) ? 1u : 0u;
            for (auto const& one : each.changes) {
                auto const words = describe(one, written, day_after(each.changes, today));
                RC_ASSERT(!words.vi.empty() && !words.en.empty() && words.vi != words.en);
            }
        }
        RC_ASSERT(same_elements(got, wanted));
        all.repairs += found.size();
        all.with_repair += found.empty() ? 0u : 1u;
    }
}

/// A district hospital that lacks a technique, and a provincial one.
struct small_world {
    network written;
    patient_need need{.id = "n"_need,
                      .origin = "huyen"_institution,
                      .techniques = {"t"_technique},
                      .urgency = urgency::routine,
                      .transfer_indicated = truth::yes,
                      .improved = truth::no,
                      .source = synthetic()};

    small_world() {
        add_hospital(written, "huyen");
        add_hospital(written, "tinh");
        add_technique(written, "t");
        add_list(written, "huyen", {});
        written.legacy_standings.push_back({.institution = "huyen"_institution,
                                            .tier = legacy_tier::district,
                                            .valid = always,
                                            .source = synthetic()});
        written.legacy_standings.push_back({.institution = "tinh"_institution,
                                            .tier = legacy_tier::provincial,
                                            .valid = always,
                                            .source = synthetic()});
        written.affiliations.push_back(
            {"huyen"_institution, "tinh"_institution, affiliation_kind::referral_line, always, synthetic()});
    }
    void add_agreement(agreement_status status, validity in_force) {
        agreement made{.id = "a-17"_agreement,
                       .name = {"Thỏa thuận A-17", "Agreement A-17"},
                       .status = status,
                       .parties = {{"huyen"_institution, party_role::peer}, {"tinh"_institution, party_role::peer}},
                       .in_force = in_force,
                       .source = synthetic()};
        made.clauses.push_back({.activity = activity::patient_transfer, .source = synthetic()});
        written.agreements.push_back(made);
    }
    [[nodiscard]] repairs_found ask(year_month_day on = 2024y / 6 / 1) const {
        auto const now = as_of(written, on);
        return repairs(decide(now, vietnam::transfer_between_facilities, need), "tinh"_institution);
    }
};
using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("minimal sets are those of brute force, also where more undoes what less brought about") {
    std::size_t cases = 0;
    std::size_t sets = 0;
    std::size_t none = 0;
    rc::prop("over random statements of up to 14 toggles", [&](std::uint64_t seed) {
        dice::thrower dice(seed);
        for (int which = 0; which < 20; ++which) {
            std::size_t const toggles = 1 + dice.roll(14);
            formula const statement(dice, toggles, 4);
            auto const found = minimal_sets(toggles, [&](std::uint32_t set) { return statement.holds(set); });
            RC_ASSERT(!found.stopped);
            RC_ASSERT(same_elements(found.sets,
                                    brute_force(toggles, [&](std::uint32_t set) { return statement.holds(set); })));
            for (std::size_t at = 1; at < found.sets.size(); ++at)
                RC_ASSERT(std::popcount(found.sets[at - 1]) <= std::popcount(found.sets[at]));
            ++cases;
            sets += found.sets.size();
            none += found.sets.empty() ? 1u : 0u;
        }
    });
    std::printf("minimal sets: %zu cases, %zu sets, %zu cases without any\n", cases, sets, none);
    CHECK(cases == 10'000);
    CHECK(sets > cases);
}
TEST_CASE("a search over sets tells how far it is and can be stopped") {
    stop_flag stop;
    std::uint64_t last = 0;
    auto tell = [&](std::uint64_t done, std::uint64_t total) {
        CHECK(done >= last);
        CHECK(done <= total);
        last = done;
        if (done > 1000) stop.raise();
    };
    auto const found = minimal_sets(
        14, [](std::uint32_t set) { return set == 1; }, progress(tell, stop));
    last = 0;
    CHECK(found.stopped);
    CHECK(found.sets == std::vector<std::uint32_t>{1});
    CHECK_FALSE(minimal_sets(
                    3, [](std::uint32_t) { return false; }, progress(tell))
                    .stopped);
    CHECK(last == 8);
}

TEST_CASE("repairs are those of brute force on the whole network") {
    tally all;
    rc::prop("of random networks, under two rulebooks", [&](std::uint64_t seed) {
        check_repairs(vietnam::transfer_between_facilities, 2 * seed, all);
        check_repairs(made_up::strict_transfers, 2 * seed + 1, all);
    });
    std::printf(
        "repair: %zu refused, at most %zu offers; %zu compared with brute force, %zu with a repair, %zu repairs, %zu "
        "of several changes, %zu that wait; %zu sets tried\n",
        all.refused, all.most_offers, all.compared, all.with_repair, all.repairs, all.several, all.waits, all.sets);
    CHECK(all.refused > 2000);
    CHECK(all.compared > 1500);
    CHECK(all.repairs > 200);
    CHECK(all.several > 50);
    CHECK(all.waits > 50);
}

namespace {
using namespace lienvien::terms;
constexpr auto a_bed_is_free =
    rule("made.1-2020.30"_rule, says(vi("nơi nhận còn giường"), en("the receiver has a bed")),
         cites(made_up::transport_act, 30), demands(has_free_bed(receiver)));
constexpr auto beds_only =
    rulebook("made-up.beds", label{"Chỉ hỏi giường", "Beds only"}, otherwise::permitted, a_bed_is_free);
}  // namespace

TEST_CASE("a rule that asks whether any bed is free offers a bed, or to find out") {
    small_world world;
    auto const offered = [&] {
        auto const now = as_of(world.written, 2024y / 6 / 1);
        return sentences(repairs(decide(now, beds_only, world.need), "tinh"_institution), world.written, language::en);
    };
    CHECK(offered() == lines{"find out, and it turns out: “tinh” has a free bed"});
    world.written.capacities.push_back(
        {.institution = "tinh"_institution, .free = beds(0), .valid = always, .source = synthetic()});
    CHECK(offered() == lines{"a bed becomes free at “tinh”"});
    world.written.capacities.back().free = beds(1);
    CHECK(offered().empty());
}

TEST_CASE("what is offered is what the network makes possible, in both languages") {
    SECTION("nothing is on offer where nothing is written") {
        small_world world;
        add_list(world.written, "tinh", {});
        CHECK(world.ask().empty());
        CHECK(world.ask().complete);
    }
    SECTION("an agreement that has ended is renewed; the receiver must perform the technique") {
        small_world world;
        add_list(world.written, "tinh", {"t"});
        world.written.legacy_standings.clear();
        world.add_agreement(agreement_status::signed_, between(2020y / 1 / 1, 2023y / 1 / 1));
        world.written.legacy_standings.push_back(
            {.institution = "huyen"_institution, .tier = legacy_tier::central, .valid = always, .source = synthetic()});
        world.written.legacy_standings.push_back({.institution = "tinh"_institution,
                                                  .tier = legacy_tier::provincial,
                                                  .valid = always,
                                                  .source = synthetic()});
        CHECK(sentences(world.ask(), world.written, language::vi) ==
              lines{"gia hạn thỏa thuận “Thỏa thuận A-17” để có hiệu lực vào ngày 2024-06-01"});
        CHECK(sentences(world.ask(), world.written, language::en) ==
              lines{"renew the agreement “Agreement A-17” so that it covers 2024-06-01"});
        world.written.agreements[0].status = agreement_status::proposed;
        CHECK(sentences(world.ask(), world.written, language::en) ==
              lines{"sign the agreement “Agreement A-17”, in force on 2024-06-01"});
        world.written.agreements[0].fields = {"another"_field};  // of another field: not offered
        CHECK(world.ask().empty());
    }
    SECTION("an agreement that begins later is brought forward, or waited for") {
        small_world world;
        add_list(world.written, "tinh", {"t"});
        world.written.legacy_standings.clear();
        world.add_agreement(agreement_status::signed_, from(2025y / 3 / 1));
        auto const found = sentences(world.ask(2024y / 12 / 1), world.written, language::en);
        REQUIRE(found.size() >= 2);
        CHECK(found[0] == "renew the agreement “Agreement A-17” so that it covers 2024-12-01");
        CHECK(found[1] == "wait until 2025-03-01");
    }
    SECTION("a technique on its way is accepted; one that nobody brings there is not") {
        small_world world;
        add_list(world.written, "tinh", {});
        add_capability(world.written, "tinh", "t", stage::on_site, always);
        CHECK(sentences(world.ask(), world.written, language::en) == lines{"accept the technique “t” at “tinh”"});
        world.written.capabilities.clear();
        CHECK(world.ask().empty());
        world.written.packages.push_back({.id = "p"_package, .techniques = {"t"_technique}, .source = synthetic()});
        world.written.transfers.push_back({.id = "x"_transfer,
                                           .package = "p"_package,
                                           .giver = "huyen"_institution,
                                           .recipient = "tinh"_institution,
                                           .source = synthetic()});
        CHECK(sentences(world.ask(), world.written, language::vi) == lines{"nghiệm thu kỹ thuật “t” tại “tinh”"});
    }
    SECTION("a lapsed licence, and a fact that is not known") {
        small_world world;
        add_list(world.written, "tinh", {"t"});
        world.written.licences.push_back(
            {.institution = "tinh"_institution, .number = "07", .valid = until(2024y / 1 / 1), .source = synthetic()});
        CHECK(sentences(world.ask(), world.written, language::en) == lines{"renew the licence 07 of “tinh”"});
        world.need.transfer_indicated = truth::unknown;
        auto const both = sentences(world.ask(), world.written, language::en);
        REQUIRE(both.size() == 1);
        CHECK(both[0].find("find out, and it turns out: a consultation was held and indicates the transfer") == 0);
        CHECK(both[0].find(" + renew the licence 07 of “tinh”") != std::string::npos);
        CHECK(sentences(world.ask(), world.written, language::vi)[0].find(
                  "xác minh và kết quả là: đã hội chẩn và có chỉ định chuyển") == 0);
    }
    SECTION("what is permitted, unknown or nowhere needs no repair") {
        small_world world;
        add_list(world.written, "tinh", {"t"});
        CHECK(world.ask().empty());
        auto const now = as_of(world.written, 2024y / 6 / 1);
        auto const given = decide(now, vietnam::transfer_between_facilities, world.need);
        CHECK(repairs(given, "nowhere"_institution).empty());
        world.need.origin = "nowhere"_institution;
        CHECK(repairs(decide(now, vietnam::transfer_between_facilities, world.need), "tinh"_institution).empty());
    }
    SECTION("the caller says what a change costs, and may stop the search") {
        small_world world;
        add_list(world.written, "tinh", {"t"});
        world.written.legacy_standings.clear();
        world.add_agreement(agreement_status::signed_, from(2025y / 3 / 1));
        auto const now = as_of(world.written, 2024y / 12 / 1);
        auto const given = decide(now, vietnam::transfer_between_facilities, world.need);
        auto const patient = [](change const& each) -> std::int64_t {
            return std::holds_alternative<wait_until>(each) ? 0 : 10;
        };
        auto const found = repairs(given, "tinh"_institution, patient);
        CHECK(found.all.front().changes == std::vector<change>{wait_until{day(2025y / 3 / 1)}});
        std::ostringstream out;
        print(out, found, world.written, language::vi);
        CHECK(out.str().find("1. chờ đến ngày 2025-03-01") != std::string::npos);
        CHECK(out.str().find("giả định") != std::string::npos);
        stop_flag stop;
        stop.raise();
        auto const stopped = repairs(given, "tinh"_institution, usual_cost{}, progress(stop));
        CHECK(stopped.stopped);
        CHECK_FALSE(stopped.complete);
    }
}
