#include <lienvien/lifecycle/readiness.hpp>
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

TEST_CASE("readiness follows what is written, and nothing else") {
    rc::prop("more demanded is never met sooner; what no fact says is no gap; all gaps closed is the last one closed",
             [](std::uint64_t seed) {
                 dice::thrower dice(seed);
                 network all;
                 all.institutions = {{.id = "s0"_institution, .source = synthetic()}};
                 bool const planned = dice.once_in(3);
                 all.institutions[0].operations = {
                     {planned ? operation_status::planned : operation_status::operating, always, synthetic()}};
                 all.packages = {{.id = "p0"_package, .source = synthetic()}};
                 for (std::size_t n = dice.roll(4); n > 0; --n) {
                     auto const least = static_cast<std::int64_t>(dice.roll(5));
                     staffing fact{
                         .institution = "s0"_institution, .profession = profession::doctor, .least = people(least)};
                     fact.valid.from = *partial_date::parse(dice.pick(dice::date_texts()));
                     if (dice.once_in(3)) fact.valid.until = partial_date(day(dice.pick(dice::days())));
                     if (!dice.once_in(3)) fact.most = people(least + static_cast<std::int64_t>(dice.roll(3)));
                     all.staffings.push_back(fact);
                 }
                 auto const today = as_of(all, dice.pick(dice::days()));
                 // Every number of doctors that some sure fact allows is possible; without a sure fact any number is.
                 bool sure = false;
                 for (auto const& each : all.staffings) {
                     truth const ended = each.valid.until ? happened_by(*each.valid.until, today.day()) : truth::no;
                     sure = sure || is_yes(planned ? !ended : holds_on(each.valid, today.day()));
                 }
                 truth before = truth::yes;
                 for (std::int64_t wanted = 0; wanted < 8; ++wanted) {
                     readiness_standard const standard{.staff = {{profession::doctor, people(wanted)}}};
                     auto const days = std::chrono::days(static_cast<int>(1 + dice.roll(400)));
                     auto const found = readiness_of(today, "s0"_institution, "p0"_package, standard,
                                                     {{requirement::staff, {}, days}});
                     RC_ASSERT(found.planned == planned);
                     RC_ASSERT(found.items.size() == 1u);
                     truth const met = found.items[0].met;
                     RC_ASSERT((met <= before));
                     RC_ASSERT((met == found.ready()));
                     RC_ASSERT((wanted > 0 || is_yes(met)));
                     RC_ASSERT((sure || wanted == 0 || is_unknown(met)));
                     for (auto const& each : all.staffings) {
                         // A number that a sure fact allows is never ruled out, one that it rules out never taken for met.
                         truth const ended = each.valid.until ? happened_by(*each.valid.until, today.day()) : truth::no;
                         if (!is_yes(planned ? !ended : holds_on(each.valid, today.day()))) continue;
                         RC_ASSERT((!is_no(met) || (each.most && each.most->count() < wanted)));
                         RC_ASSERT((!is_yes(met) || each.least.count() >= wanted));
                     }
                     RC_ASSERT((is_no(met) ? found.earliest() == today.day() + days
                                           : found.earliest().has_value() == is_yes(met)));
                     before = met;
                 }
             });
}
