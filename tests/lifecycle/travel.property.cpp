#include <lienvien/lifecycle/who_may_train.hpp>

#include <support/rapidcheck.hpp>

#include <algorithm>
#include <cstdint>
#include <network/random_network.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

// Lineages of random transfers, circles and open dates included, against a reader who follows every line by recursion.

using namespace lienvien;
using namespace lienvien::literals;

namespace {

network random_transfers(std::uint64_t seed) {
    dice::thrower dice(seed);
    network made;
    std::size_t const count = 2 + dice.roll(7);
    for (std::size_t s = 0; s < count; ++s)
        made.institutions.push_back({.id = dice::maker::site_number(s), .source = synthetic()});
    made.packages = {{.id = "p0"_package, .techniques = {"t0"_technique}, .source = synthetic()},
                     {.id = "p1"_package, .parts = {"p0"_package, "p1"_package}, .source = synthetic()},
                     {.id = "p2"_package, .techniques = {"t1"_technique}, .source = synthetic()}};
    made.techniques = {{.id = "t0"_technique, .source = synthetic()}, {.id = "t1"_technique, .source = synthetic()}};
    std::vector<package_id> const packages{"p0"_package, "p1"_package, "p2"_package};
    bool const forest = dice.once_in(2);
    for (std::size_t n = dice.roll(2 * count + 1); n > 0; --n) {
        std::size_t const to = forest ? 1 + dice.roll(count - 1) : dice.roll(count);
        transfer each{.id = transfer_id::checked("x" + std::to_string(made.transfers.size())),
                      .package = dice.pick(packages),
                      .giver = dice::maker::site_number(forest ? dice.roll(to) : dice.roll(count)),
                      .recipient = dice::maker::site_number(to),
                      .source = synthetic()};
        for (std::size_t records = dice.roll(4); records > 0; --records) {
            auto const reached = dice.once_in(2) ? stage::accepted : dice.word<stage>();
            each.stages.push_back(
                {.stage = reached, .on = *partial_date::parse(dice.pick(dice::date_texts())), .source = synthetic()});
            if (dice.once_in(6)) each.stages.back().source.known_since = day(dice.pick(dice::days()));
        }
        made.transfers.push_back(each);
    }
    return made;
}

/// Follows the lines one by one, never twice over the same institution.
struct naive_reader {
    network const& all;
    moment when;
    bool by_part;  // p1 carries p0

    [[nodiscard]] truth accepted(transfer const& each) const {
        bool written = false;
        truth found = truth::no;
        for (auto const& record : each.stages) {
            if (!was_known(record.source, when.known_on)) continue;
            written = true;
            found |= happened_by(record.on, when.today) & performs_alone(record.stage);
        }
        return written ? found : truth::unknown;
    }
    [[nodiscard]] bool carries(transfer const& each) const {
        return each.package == "p0"_package || each.package == "p1"_package;
    }
    [[nodiscard]] std::vector<transfer const*> into(institution_id const& who) const {
        std::vector<transfer const*> found;
        for (auto const& each : all.transfers) {
            if (each.recipient == who && carries(each) && is_yes(accepted(each))) found.push_back(&each);
        }
        return found;
    }
    [[nodiscard]] std::optional<std::uint32_t> depth(institution_id const& who, std::set<institution_id> seen) const {
        auto const trainings = into(who);
        if (trainings.empty()) return 0;
        seen.insert(who);
        std::optional<std::uint32_t> least;
        for (auto const* each : trainings) {
            if (seen.count(each->giver)) continue;
            auto const above = depth(each->giver, seen);
            if (above && (!least || *above + 1 < *least)) least = *above + 1;
        }
        return least;
    }
    [[nodiscard]] bool trained(institution_id const& giver, institution_id const& who,
                               std::set<institution_id> seen) const {
        if (!seen.insert(who).second) return false;
        for (auto const* each : into(who)) {
            if (each->giver == giver || trained(giver, each->giver, seen)) return true;
        }
        return false;
    }
};

}  // namespace

TEST_CASE("a lineage is what a reader finds who follows every line") {
    rc::prop("members, depth, lines, descendants, claims and circles", [](std::uint64_t seed) {
        auto const all = random_transfers(seed);
        dice::thrower dice(seed + 1);
        auto const today = as_of(all, dice.pick(dice::days()), dice.pick(dice::days()));
        auto const lines = dice.once_in(2) ? lineage_of(today, "p0"_package) : lineage_of(today, "t0"_technique);
        naive_reader const naive{all, today.when(), true};

        std::set<institution_id> taking_part;
        std::size_t accepted = 0, claimed = 0;
        for (auto const& each : all.transfers) {
            if (!naive.carries(each)) continue;
            (is_yes(naive.accepted(each)) ? accepted : claimed) += 1;
            if (is_yes(naive.accepted(each))) taking_part.insert({each.giver, each.recipient});
        }
        RC_ASSERT(lines.trainings().size() == accepted);
        RC_ASSERT(lines.claims().size() == claimed);
        for (auto const& each : lines.claims()) RC_ASSERT(!is_yes(each.accepted));
        RC_ASSERT(lines.members().size() == taking_part.size());

        std::size_t circles = 0;
        std::set<institution_id> named;
        for (std::uint32_t at = 0; at < lines.members().size(); ++at) {
            auto const& member = lines.members()[at];
            RC_ASSERT(taking_part.count(member.institution) == 1u);
            RC_ASSERT(*lines.find(member.institution) == at);
            RC_ASSERT((member.depth == naive.depth(member.institution, {})));
            auto const below = lines.descendants(at);
            for (auto const& other : lines.members()) {
                bool const is_below =
                    std::find(below.begin(), below.end(), *lines.find(other.institution)) != below.end();
                RC_ASSERT(is_below == (other.institution != member.institution &&
                                       naive.trained(member.institution, other.institution, {})));
            }
            auto const line = lines.line_to(at);
            RC_ASSERT(line.size() == (member.depth ? *member.depth + 1u : 0u));
            for (std::size_t step = 1; step < line.size(); ++step) {
                bool found = false;
                for (auto const n : lines.members()[line[step]].learned)
                    found = found || lines.giver_of(lines.trainings()[n]) == line[step - 1];
                RC_ASSERT(found);
            }
            if (!named.count(member.institution) && naive.trained(member.institution, member.institution, {})) {
                ++circles;
                for (auto const& other : lines.members()) {
                    if (naive.trained(member.institution, other.institution, {}) &&
                        naive.trained(other.institution, member.institution, {}))
                        named.insert(other.institution);
                }
            }
        }
        std::size_t reported = 0;
        for (auto const& each : lines.problems()) reported += each.code == "lineage-circle"_finding ? 1u : 0u;
        RC_ASSERT(reported == circles);
    });
    rc::prop("a stricter term never lets more institutions train, a departure neither", [](std::uint64_t seed) {
        auto const all = random_transfers(seed);
        dice::thrower dice(seed + 1);
        auto const today = as_of(all, dice.pick(dice::days()));
        auto const lines = lineage_of(today, "p0"_package);
        auto const lax = who_may_train(lines, teaching_terms(stage::accepted));
        auto const strict = who_may_train(lines, teaching_terms(stage::replicating));
        RC_ASSERT(lax.size() == strict.size());
        for (std::size_t at = 0; at < lax.size(); ++at) {
            RC_ASSERT((strict[at].may <= lax[at].may));
            truth against = truth::no;
            for (auto const& each : strict[at].objections) {
                RC_ASSERT(!is_no(each.stands));
                against |= each.stands;
            }
            RC_ASSERT((strict[at].may == !against));
        }
    });
}
