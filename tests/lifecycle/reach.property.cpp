#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lifecycle/reach_of_transfer.hpp>

#include <support/rapidcheck.hpp>

#include <algorithm>
#include <cstdint>
#include <network/random_network.hpp>
#include <optional>
#include <string>
#include <vector>

// What trainings keep close to home, shared among them, against every order in which they may have come about, on networks
// that are written anew for each group of trainings.

using namespace lienvien;
using namespace lienvien::literals;

namespace {

constexpr auto const& book = vietnam::transfer_between_facilities;
constexpr auto today = sys_days(std::chrono::year(2026) / 11 / 21);

/// Random trainings among sites, and patients.
struct made_case {
    struct edge {
        std::size_t giver, recipient;
    };
    std::size_t sites = 0;
    std::vector<edge> edges;
    std::vector<legacy_tier> tiers;
    std::vector<std::size_t> provinces;
    std::vector<travel> travels;
    std::vector<bool> listed;  ///< technique lists repeat what trainings brought
    std::vector<counted_need> needs;
    close_to_home close;

    /// The network in which some trainings have been; nobody else performs anything.
    [[nodiscard]] network with(std::vector<bool> const& been) const {
        network made;
        made.techniques = {{.id = "t"_technique, .source = synthetic()}};
        made.packages = {{.id = "p"_package, .techniques = {"t"_technique}, .source = synthetic()}};
        made.travels = travels;
        for (std::size_t s = 0; s < sites; ++s) {
            auto const id = dice::maker::site_number(s);
            made.institutions.push_back(
                {.id = id,
                 .kind = institution_kind::hospital,
                 .operations = {{operation_status::operating, always, synthetic()}},
                 .place = {.country = "VN", .province = province_id::checked("v" + std::to_string(provinces[s]))},
                 .source = synthetic()});
            made.legacy_standings.push_back(
                {.institution = id, .tier = tiers[s], .valid = always, .source = synthetic()});
            made.technique_lists.push_back({.site = id, .valid = always, .source = synthetic()});
        }
        for (std::size_t s = 0; s < sites; ++s) {
            bool trained = false;
            for (auto const& each : edges) trained = trained || each.recipient == s;
            if (trained) continue;  // the origins perform it of their own
            made.capabilities.push_back({.site = dice::maker::site_number(s),
                                         .technique = "t"_technique,
                                         .stage = stage::replicating,
                                         .valid = always,
                                         .source = synthetic()});
        }
        for (std::size_t n = 0; n < edges.size(); ++n) {
            auto const id = transfer_id::checked("x" + std::to_string(n));
            auto const to = dice::maker::site_number(edges[n].recipient);
            if (!been[n]) continue;
            made.transfers.push_back(
                {.id = id,
                 .package = "p"_package,
                 .giver = dice::maker::site_number(edges[n].giver),
                 .recipient = to,
                 .stages = {{.stage = stage::accepted, .on = today - std::chrono::days(9), .source = synthetic()}},
                 .source = synthetic()});
            made.capabilities.push_back({.site = to,
                                         .technique = "t"_technique,
                                         .stage = stage::accepted,
                                         .valid = always,
                                         .by_transfer = id,
                                         .source = synthetic()});
            if (listed[edges[n].recipient])
                made.technique_lists[edges[n].recipient].techniques.push_back("t"_technique);
        }
        return made;
    }
    /// Could the giver of a training have been trained, among those of the group?
    [[nodiscard]] bool has_line(std::size_t site, std::vector<bool> const& group, std::vector<bool> passed) const {
        if (passed[site]) return false;
        passed[site] = true;
        bool origin = true;
        for (std::size_t n = 0; n < edges.size(); ++n) {
            if (edges[n].recipient != site) continue;
            origin = false;
            if (group[n] && has_line(edges[n].giver, group, passed)) return true;
        }
        return origin;
    }
    /// Counts the patients of a group by deciding for everyone.
    [[nodiscard]] std::int64_t count(std::vector<bool> const& group) const {
        std::vector<bool> been(edges.size(), false);
        for (std::size_t n = 0; n < edges.size(); ++n)
            been[n] = group[n] && has_line(edges[n].giver, group, std::vector<bool>(sites, false));
        auto const all = with(been);
        auto const then = as_of(all, today);
        std::int64_t kept = 0;
        for (auto const& each : needs) {
            auto const given = decide(then, book, each.need);
            auto const origin = *then.find(each.need.origin);
            bool stays = is_yes(then.performs(origin, *then.find("t"_technique)));
            for (auto const& option : best(given, sites)) {
                bool const in_time = close.within && option.travel && *option.travel <= *close.within;
                bool const at_home = close.in_province && then.at(*then.find(option.receiver)).place.province ==
                                                              then.at(origin).place.province;
                stays = stays || ((in_time || at_home) && option.covered == option.needed);
            }
            if (stays) kept += each.patients.count();
        }
        return kept;
    }
};

made_case make_case(std::uint64_t seed, std::size_t most) {
    dice::thrower dice(seed);
    made_case made;
    made.sites = 2 + dice.roll(5);
    bool const forest = !dice.once_in(4);
    for (std::size_t n = 1 + dice.roll(most); n > 0; --n) {
        std::size_t const to = 1 + dice.roll(made.sites - 1);
        bool again = false;
        for (auto const& each : made.edges) again = again || each.recipient == to;
        if (forest && again) continue;
        made.edges.push_back({dice.roll(to), to});  // never upwards, so that everyone has a line
    }
    for (std::size_t s = 0; s < made.sites; ++s) {
        made.tiers.push_back(dice.word<legacy_tier>());
        made.provinces.push_back(dice.roll(2));
        made.listed.push_back(dice.once_in(2));
        for (std::size_t to = 0; to < made.sites; ++to) {
            if (dice.once_in(3)) continue;
            made.travels.push_back({dice::maker::site_number(s), dice::maker::site_number(to),
                                    minutes_of_travel(20 * static_cast<std::int64_t>(1 + dice.roll(5))), always,
                                    synthetic()});
        }
    }
    for (std::size_t n = 1 + dice.roll(5); n > 0; --n) {
        made.needs.push_back({{.id = "n"_need,
                               .origin = dice::maker::site_number(dice.roll(made.sites)),
                               .techniques = {"t"_technique},
                               .urgency = dice.word<urgency>(),
                               .transfer_indicated = dice.once_in(4) ? truth::unknown : truth::yes,
                               .source = synthetic()},
                              people(static_cast<std::int64_t>(dice.roll(100)))});
    }
    if (!dice.once_in(3)) made.close.within = minutes_of_travel(60);
    made.close.in_province = dice.once_in(3);
    return made;
}

/// The mean contribution of each player over every order, one order after the other.
template <class Value>
std::vector<exact_share> over_every_order(std::size_t players, Value const& value) {
    std::vector<std::size_t> order(players);
    for (std::size_t n = 0; n < players; ++n) order[n] = n;
    std::vector<std::int64_t> sums(players, 0);
    std::int64_t orders = 0;
    do {
        std::uint64_t group = 0;
        for (auto const player : order) {
            std::int64_t const before = value(group);
            group |= std::uint64_t{1} << player;
            sums[player] += value(group) - before;
        }
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    std::vector<exact_share> shares;
    for (auto const sum : sums) shares.push_back(exact_share::of(sum, orders));
    return shares;
}

}  // namespace

TEST_CASE("shares are means over every order of arrival") {
    rc::prop("up to eight players, any results", [](std::uint64_t seed) {
        dice::thrower dice(seed);
        std::size_t const players = dice.once_in(40) ? 8 : dice.roll(7);
        std::vector<std::int64_t> results;
        for (std::size_t group = 0; group < std::size_t{1} << players; ++group)
            results.push_back(static_cast<std::int64_t>(dice.roll(2001)) - 1000);
        auto const value = [&](std::uint64_t group) { return results[group]; };
        auto const shares = shapley_shares(players, value);
        RC_ASSERT((shares == over_every_order(players, value)));
        // Together they are the whole, whatever their fractions.
        std::int64_t sum = 0;
        for (auto const& each : shares) {
            RC_ASSERT(40320 % each.denominator == 0);
            sum += each.numerator * (40320 / each.denominator);
        }
        RC_ASSERT(sum == 40320 * (results.back() - results.front()));
    });
    rc::prop("who always brings the same gets the same; who never brings anything gets nothing",
             [](std::uint64_t seed) {
                 dice::thrower dice(seed);
                 std::vector<std::int64_t> results;
                 for (std::size_t n = 0; n < 4 * 8; ++n) results.push_back(static_cast<std::int64_t>(dice.roll(100)));
                 // Players 0 and 1 only count by how many of them are there; player 5 never counts.
                 auto const value = [&](std::uint64_t group) {
                     return results[8 * ((group & 1) + (group >> 1 & 1)) + (group >> 2 & 7)];
                 };
                 auto const shares = shapley_shares(6, value);
                 RC_ASSERT(shares[0] == shares[1]);
                 RC_ASSERT((shares[5] == exact_share{}));
             });
    rc::prop("an estimate has the same sum, follows from its seed, and lies within the error it states",
             [](std::uint64_t seed) {
                 dice::thrower dice(seed);
                 std::vector<std::int64_t> results(64);
                 for (auto& each : results) each = static_cast<std::int64_t>(dice.roll(1000));
                 auto const value = [&](std::uint64_t group) { return results[group]; };
                 auto const found = estimated_shapley_shares(6, value, {seed, 400}, 1998);
                 RC_ASSERT(found.error == 143);  // 1998 / 14, the root rounded down
                 auto const again = estimated_shapley_shares(6, value, {seed, 400}, 1998);
                 RC_ASSERT((found.shares == again.shares));
                 auto const exact = shapley_shares(6, value);
                 std::int64_t sum = 0;
                 for (std::size_t p = 0; p < 6; ++p) {
                     sum += found.shares[p].numerator * (400 / found.shares[p].denominator);
                     std::int64_t const gap = found.shares[p].numerator * 720 / found.shares[p].denominator -
                                              exact[p].numerator * 720 / exact[p].denominator;
                     RC_ASSERT(gap <= 720 * found.error);
                     RC_ASSERT(gap >= -720 * found.error);
                 }
                 RC_ASSERT(sum == 400 * (results[63] - results[0]));
             });
}

TEST_CASE("what trainings keep close to home is shared as every order of them says") {
    rc::prop("counted on networks written anew", [](std::uint64_t seed) {
        auto const made = make_case(seed, 6);
        std::size_t const players = made.edges.size();
        std::vector<std::optional<std::int64_t>> counted(std::size_t{1} << players);
        auto const value = [&](std::uint64_t group) {
            if (!counted[group]) {
                std::vector<bool> been;
                for (std::size_t n = 0; n < players; ++n) been.push_back((group >> n & 1) != 0);
                counted[group] = made.count(been);
            }
            return *counted[group];
        };
        auto const all = made.with(std::vector<bool>(players, true));
        auto const then = as_of(all, today);
        auto const lines = lineage_of(then, "p"_package);
        auto const found = reach_of(lines, book, made.needs, made.close);
        RC_ASSERT(found.exact);
        RC_ASSERT(found.problems.empty());
        RC_ASSERT(found.trainings.size() == players);
        auto const shares = over_every_order(players, value);
        std::uint64_t const everyone = (std::uint64_t{1} << players) - 1;
        RC_ASSERT(found.kept.count() == value(everyone));
        RC_ASSERT(found.kept_without.count() == value(0));
        RC_ASSERT(found.kept.count() + found.open.count() <= found.asked.count());
        for (std::size_t n = 0; n < players; ++n) {
            RC_ASSERT(found.trainings[n].transfer == all.transfers[n].id);
            RC_ASSERT(found.trainings[n].kept == shares[n]);
            RC_ASSERT(found.trainings[n].lost_without == value(everyone) - value(everyone & ~(std::uint64_t{1} << n)));
        }
        RC_CLASSIFY(value(everyone) != value(0), "trainings keep somebody close");
    });
}

TEST_CASE("more trainings than can be shared exactly are estimated, or refused") {
    made_case made;
    made.sites = 14;
    for (std::size_t n = 1; n < made.sites; ++n) made.edges.push_back({(n - 1) / 2, n});
    made.tiers.assign(made.sites, legacy_tier::provincial);
    made.provinces.assign(made.sites, 0);
    made.listed.assign(made.sites, false);
    for (std::size_t n = 7; n < made.sites; ++n) {
        made.needs.push_back({{.id = "n"_need,
                               .origin = dice::maker::site_number(n),
                               .techniques = {"t"_technique},
                               .urgency = urgency::routine,
                               .transfer_indicated = truth::yes,
                               .source = synthetic()},
                              people(10)});
    }
    auto const all = made.with(std::vector<bool>(13, true));
    auto const then = as_of(all, today);
    auto const lines = lineage_of(then, "p"_package);
    auto const refused = reach_of(lines, book, made.needs, {});
    CHECK(refused.trainings.empty());
    CHECK(refused.problems.contains("too-many-trainings"_finding));

    // Without any distance only those count who stay where they are: 70, all due to the trainings.
    auto const found = reach_of(lines, book, made.needs, {}, random_orders{7, 50});
    REQUIRE(found.trainings.size() == 13);
    CHECK(!found.exact);
    CHECK(found.kept == people(70));
    CHECK(found.kept_without == people(0));
    CHECK(found.error > 0);
    std::int64_t sum = 0;
    for (auto const& each : found.trainings) sum += each.kept.numerator * (50 / each.kept.denominator);
    CHECK(sum == 50 * 70);
    CHECK(found.trainings[0].lost_without == 40);  // the line of site 1: sites 7 to 10
}
