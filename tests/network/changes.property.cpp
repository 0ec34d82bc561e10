#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/difference.hpp>
#include <lienvien/rules/review.hpp>

#include <support/rapidcheck.hpp>

#include <cstdio>
#include <map>
#include <network/random_network.hpp>
#include <network/steps_anew.hpp>
#include <optional>
#include <rules/made_up_jurisdiction.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

// How answers change with the days, with the facts and with what is known: on random networks, against brute force.

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr sys_days first_day = day(std::chrono::year(2019) / 1 / 1);
constexpr sys_days end_day = day(std::chrono::year(2029) / 1 / 1);  // 3,653 days

/// Everything that a snapshot says, in one value.
std::vector<int> all_answers(snapshot const& today) {
    std::vector<int> said{static_cast<int>(today.in_crisis())};
    auto const& written = today.written();
    for (auto const& under : written.agreements) said.push_back(static_cast<int>(today.in_force(under)));
    for (std::uint32_t s = 0; s < today.size(); ++s) {
        site const here{s};
        said.push_back(static_cast<int>(today.level(here)));
        said.push_back(static_cast<int>(today.tier(here)));
        said.push_back(static_cast<int>(today.operates(here)));
        auto const heir = today.find_successor(today.at(here).id);
        said.push_back(static_cast<int>(number_of(*heir)));
        auto const free = today.free_beds(here);
        said.push_back(free ? static_cast<int>(free->count()) : -1);
        for (auto const& field : written.fields) said.push_back(static_cast<int>(today.accredited(here, field.id)));
        for (std::uint32_t t = 0; t < written.techniques.size(); ++t)
            said.push_back(static_cast<int>(today.performs(here, technique_number{t})));
        for (std::uint32_t other = 0; other < today.size(); ++other) {
            auto const minutes = today.travel_time(here, site{other});
            said.push_back(minutes ? static_cast<int>(minutes->count()) : -1);
            said.push_back(static_cast<int>(today.houses().acts_for(here, site{other})));
        }
    }
    return said;
}
template <class Book>
std::vector<case_decision> cases_on(network const& all, Book const& book, patient_need const& need, sys_days on) {
    auto const today = as_of(all, on);
    auto const given = decide(today, book, need);
    std::vector<case_decision> cases;
    for (auto const& each : given.verdicts())
        cases.push_back({each, (each.bears | each.open) & given.rules().uncertain});
    return cases;
}

struct counts {
    std::size_t changes = 0;
    std::size_t superfluous = 0;
};

/// Day by day over ten years: the days on which something changed are exactly those that are named.
template <class Book>
counts check_ten_years(std::uint64_t seed, Book const& book) {
    dice::maker make(seed, {.sites = 4});
    network const all = make.make();
    patient_need const need = make.need();
    std::set<sys_days> candidates;
    for (auto const& each : critical_days(all, book, first_day, end_day)) {
        REQUIRE(!each.causes.empty());
        REQUIRE(candidates.insert(each.day).second);
    }
    std::set<sys_days> of_facts;
    for (auto const& each : critical_days(all, first_day, end_day)) of_facts.insert(each.day);
    auto const exact = critical_days(all, book, need, first_day, end_day);
    REQUIRE(!exact.stopped_before);
    std::set<sys_days> named;
    for (auto const& each : exact.days) {
        REQUIRE(!each.changes.empty());
        named.insert(each.day);
    }
    counts found;
    std::set<sys_days> seen;
    auto before = cases_on(all, book, need, first_day - std::chrono::days(1));
    auto said_before = all_answers(as_of(all, first_day - std::chrono::days(1)));
    for (sys_days on = first_day; on < end_day; on += std::chrono::days(1)) {
        auto now = cases_on(all, book, need, on);
        auto said = all_answers(as_of(all, on));
        if (now != before) {
            seen.insert(on);
            REQUIRE(candidates.contains(on));
            for (auto const& each : exact.days) {
                if (each.day != on) continue;
                std::size_t changed = 0;
                for (std::size_t s = 0; s < now.size(); ++s) changed += now[s] != before[s] ? 1u : 0u;
                REQUIRE(each.changes.size() == changed);
            }
        }
        if (said != said_before) REQUIRE(of_facts.contains(on));
        before = std::move(now);
        said_before = std::move(said);
    }
    REQUIRE(seen == named);
    found.changes = named.size();
    found.superfluous = candidates.size() - named.size();
    return found;
}

/// A network in which every period is as it is on one day: written again, plainly, beside the library's own.
network still(network all, sys_days today) {
    auto const settled = [&](validity& valid) {
        truth const holds = holds_on(valid, today);
        valid = is_yes(holds)  ? validity(partial_date::always())
                : is_no(holds) ? validity(partial_date(2500y / 1 / 1), partial_date(2500y / 1 / 2))
                               : validity(partial_date::unknown().not_before(day(1900y / 1 / 1)));
    };
    detail::for_each_list(
        [&](std::string_view, auto& nouns) {
            for (auto& each : nouns) {
                if constexpr (requires { each.valid; }) settled(each.valid);
                if constexpr (requires { each.operations; }) {
                    for (auto& stated : each.operations) settled(stated.valid);
                }
                if constexpr (requires { each.predecessor; })
                    each.on =
                        is_yes(happened_by(each.on, today)) ? partial_date(1900y / 1 / 1) : partial_date(2500y / 1 / 1);
                if constexpr (requires { each.in_force; }) {
                    if (each.in_force.from == partial_date::unknown() && each.signed_on.settled())
                        each.in_force.from = *each.signed_on.settled();
                    settled(each.in_force);
                }
            }
        },
        all);
    return all;
}
/// The first network with the facts at these pointers taken from the second; both have the same facts in the same places.
network with_facts(network made, network const& other, std::vector<std::string> const& pointers) {
    detail::for_each_list(
        [&](std::string_view list, auto& here, auto const& there) {
            for (std::size_t at = 0; at < here.size(); ++at) {
                for (auto const& each : pointers) {
                    if (each == "/" + std::string(list) + "/" + std::to_string(at)) here[at] = there[at];
                }
            }
        },
        made, other);
    return made;
}
std::vector<std::string> all_pointers(network const& all) {
    std::vector<std::string> pointers;
    detail::for_each_list(
        [&](std::string_view list, auto const& nouns) {
            for (std::size_t at = 0; at < nouns.size(); ++at)
                pointers.push_back("/" + std::string(list) + "/" + std::to_string(at));
        },
        all);
    return pointers;
}
std::vector<std::string> pointers_of(std::vector<changed_fact> const& causes) {
    std::vector<std::string> pointers;
    for (auto const& each : causes) pointers.push_back(each.pointer);
    return pointers;
}

/// A network in which nothing hangs on when it was known, and a day of 2015 to 2023, so that the rules stay the same.
network timeless(dice::maker& make) {
    network all = make.make();
    auto const forget = [](lienvien::source& from) { from.known_since.reset(); };
    detail::for_each_list(
        [&](std::string_view, auto& nouns) {
            for (auto& each : nouns) {
                if constexpr (requires { each.source.known_since; }) forget(each.source);
                if constexpr (requires { each.operations; }) {
                    for (auto& stated : each.operations) forget(stated.source);
                }
                if constexpr (requires { each.clauses; }) {
                    for (auto& part : each.clauses) forget(part.source);
                    for (auto& signing : each.signed_on.stated) forget(signing.source);
                }
            }
        },
        all);
    return all;
}
sys_days some_day(dice::maker& make) {
    return day(2015y / 1 / 1) + std::chrono::days(static_cast<int>(make.dice().roll(3280)));
}

}  // namespace

TEST_CASE("ten years day by day: an answer changes on the critical days and on no other") {
    counts all;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto const a = check_ten_years(seed, vietnam::transfer_between_facilities);
        auto const b = check_ten_years(seed + 1000, made_up::transfers);
        all.changes += a.changes + b.changes;
        all.superfluous += a.superfluous + b.superfluous;
    }
    INFO("changes " << all.changes << ", candidate days without a change of that need " << all.superfluous);
    CHECK(all.changes > 100);
}

namespace {

/// How often one fact did it, and how often several together did.
struct tally {
    std::size_t alone = 0;
    std::size_t unneeded = 0;  ///< one did it, and something else would have done it as well
    std::size_t together = 0;
};

/// The difference with a snapshot made anew at every step.
template <class Book>
network_difference as_anew(snapshot const& before, snapshot const& after, Book const& book,
                           std::vector<patient_need> const& needs) {
    return detail::difference_by<anew::worlds>(before, after, book, needs, uncertain_rules::apply_and_say, {});
}

/// Each named group of facts does it, fewer of them do not, and one is named wherever one does it: by brute force.
template <class Book>
void check_causes(std::uint64_t seed, Book const& book, tally& met) {
    dice::maker make(seed, {.sites = 5});
    network all = timeless(make);
    // Between the two days many periods turn, and no text of the rules does.
    sys_days then = day(2021y / 6 / 1) + std::chrono::days(static_cast<int>(make.dice().roll(500)));
    sys_days now = day(2023y / 12 / 15);
    auto const turning = [&] {
        sys_days const on = day(2023y / 1 / 1) + std::chrono::days(static_cast<int>(make.dice().roll(300)));
        return make.dice().once_in(3)   ? validity(period::before(on))
               : make.dice().once_in(2) ? validity(period::from(on))
                                        : always;
    };
    for (auto const& each : all.institutions) {
        if (make.dice().once_in(2)) all.licences.push_back({.institution = each.id, .valid = turning()});
        if (make.dice().once_in(3)) all.licences.push_back({.institution = each.id, .valid = turning()});
        if (make.dice().once_in(2))
            all.capabilities.push_back(
                {.site = each.id, .technique = make.technique(), .stage = stage::accepted, .valid = turning()});
    }
    for (auto& each : all.agreements) each.in_force = turning();
    if (make.dice().once_in(2)) std::swap(then, now);
    std::vector<patient_need> const needs{make.need()};
    auto const before = as_of(all, then);
    auto const after = as_of(all, now);
    auto const found = difference(before, after, book, needs);
    REQUIRE(as_anew(before, after, book, needs) == found);
    network const was = still(all, then);
    network const is = still(all, now);
    auto const everything = all_pointers(all);
    auto const outcome_in = [&](network const& in, institution_id const& id) {
        auto const today = as_of(in, now);
        auto const given = decide(today, book, needs[0]);
        return given.verdicts()[number_of(*today.find(id))].outcome;
    };
    for (auto const& each : found.outcomes) {
        auto const group = pointers_of(each.causes);
        REQUIRE(!group.empty());
        REQUIRE(outcome_in(with_facts(was, is, group), each.institution) == each.after);
        for (auto const& left_out : group) {
            std::vector<std::string> fewer;
            for (auto const& pointer : group) {
                if (pointer != left_out) fewer.push_back(pointer);
            }
            REQUIRE(outcome_in(with_facts(was, is, fewer), each.institution) != each.after);
        }
        auto const undone = outcome_in(with_facts(is, was, group), each.institution);
        REQUIRE((undone != each.after) == each.necessary);
        REQUIRE((undone == each.before) == each.restores);
        (group.size() > 1 ? met.together : each.necessary ? met.alone : met.unneeded) += 1;
        for (auto const& one : everything) {
            if (group.size() == 1 && each.restores) break;
            bool const alone = outcome_in(with_facts(was, is, {one}), each.institution) == each.after;
            if (group.size() > 1) REQUIRE(!alone);
            if (alone) REQUIRE(outcome_in(with_facts(is, was, {one}), each.institution) != each.before);
        }
    }
}

}  // namespace

TEST_CASE("the named facts did it: with them alone it is so, with fewer not; one is named where one does it") {
    tally met;
    for (std::uint64_t seed = 1; seed <= 1200; ++seed) {
        check_causes(seed, vietnam::transfer_between_facilities, met);
        check_causes(seed + 100000, made_up::transfers, met);
        check_causes(seed + 200000, made_up::strict_transfers, met);
    }
    std::printf("causes: one fact %zu, one of several that do it alike %zu, several together %zu\n", met.alone,
                met.unneeded, met.together);
    CHECK(met.alone > 300);
    CHECK(met.unneeded > 20);
    CHECK(met.together > 20);
}

TEST_CASE("differences between days and networks") {
    rc::prop("everything that differs is named, and differences compose", [](std::uint64_t seed) {
        dice::maker make(seed, {.sites = 5});
        network const x = make.make();
        network const y = make.make();
        std::vector<patient_need> needs{make.need(), make.need()};
        needs[1].id = "m"_need;
        auto const pick = [&] {
            sys_days const known = make.dice().once_in(3) ? day(make.dice().pick(dice::days())) : (sys_days::max)();
            return moment{day(make.dice().pick(dice::days())), known};
        };
        snapshot const a(x, pick());
        snapshot const b(make.dice().once_in(2) ? x : y, pick());
        snapshot const c(make.dice().once_in(2) ? x : y, pick());
        auto const& book = made_up::transfers;
        auto const ab = difference(a, b, book, needs);
        auto const bc = difference(b, c, book, needs);
        auto const ac = difference(a, c, book, needs);
        RC_ASSERT(as_anew(a, b, book, needs) == ab);
        RC_ASSERT(as_anew(a, c, vietnam::transfer_between_facilities, needs) ==
                  difference(a, c, vietnam::transfer_between_facilities, needs));
        RC_ASSERT(same_changes(compose(ab, bc), ac));
        RC_ASSERT(compose(ab, network_difference{}) == ab);
        RC_ASSERT(compose(network_difference{}, ab) == ab);
        RC_ASSERT(difference(a, a, book, needs).empty());
        RC_ASSERT(compose(ab, difference(b, a, book, needs)).empty());
        std::size_t differing = 0;
        for (auto const& need : needs) {
            auto const was = decide(a, book, need);
            auto const is = decide(b, book, need);
            std::set<std::string> names;
            for (auto const& each : a.written().institutions) names.insert(std::string(each.id.view()));
            for (auto const& each : b.written().institutions) names.insert(std::string(each.id.view()));
            for (auto const& name : names) {
                auto const id = institution_id::checked(name);
                auto const outcome_in = [&](snapshot const& in, auto const& given) -> std::optional<outcome> {
                    auto const at = in.find(id);
                    return at ? std::optional(given.verdicts()[number_of(*at)].outcome) : std::nullopt;
                };
                auto const before = outcome_in(a, was);
                auto const after = outcome_in(b, is);
                if (before == after) continue;
                ++differing;
                bool named = false;
                for (auto const& each : ab.outcomes)
                    named = named || (each.need == need.id && each.institution == id && each.before == before &&
                                      each.after == after && !each.causes.empty());
                RC_ASSERT(named);
            }
        }
        RC_ASSERT(ab.outcomes.size() == differing);
        for (auto const& each : ab.capabilities) RC_ASSERT(each.before != each.after && !each.causes.empty());
    });
    rc::prop("where one fact was struck out or written otherwise, that fact is named", [](std::uint64_t seed) {
        dice::maker make(seed, {.sites = 5});
        network const all = make.make();
        network changed = all;
        std::string expected;
        auto const alter = [&](auto& facts, std::string list) {
            if (facts.empty()) return;
            auto const at = make.dice().roll(facts.size());
            expected = "/" + list + "/" + std::to_string(at);
            facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(at));
        };
        switch (make.dice().roll(5)) {
            case 0:
                alter(changed.capabilities, "capabilities");
                break;
            case 1:
                alter(changed.agreements, "agreements");
                break;
            case 2:
                alter(changed.legacy_standings, "legacy_standings");
                break;
            case 3:
                alter(changed.technique_lists, "technique_lists");
                break;
            default:
                alter(changed.affiliations, "affiliations");
        }
        std::vector<patient_need> const needs{make.need()};
        sys_days const today = day(make.dice().pick(dice::days()));
        snapshot const before(all, {today, (sys_days::max)()});
        snapshot const after(changed, {today, (sys_days::max)()});
        auto const check = [&](auto const& differences) {
            for (auto const& each : differences) {
                RC_ASSERT(each.causes.size() == 1u);
                RC_ASSERT(each.necessary);
                RC_ASSERT(each.causes[0].change == fact_change::removed);
            }
        };
        auto const found = difference(before, after, vietnam::transfer_between_facilities, needs);
        check(found.outcomes);
        check(found.capabilities);
        for (auto const& each : found.capabilities) {
            if (each.causes[0].fact.subject.find("institution") == 0) RC_ASSERT(!expected.empty());
        }
    });
}

namespace {

/// A journal kept naively: what each entry does, folded from the beginning each time.
struct plain_journal {
    struct line {
        journal_entry entry;
        sys_days known_from;
        bool used;
        std::size_t root;
    };
    std::vector<line> lines;

    void append(journal_entry const& entry) {
        line made{entry, entry.recorded_on, true, lines.size()};
        for (auto const& each : lines) made.known_from = std::max(made.known_from, each.known_from);
        for (auto const& each : lines) made.used = made.used && each.entry.id != entry.id;
        if (!entry.about && !entry.what) made.used = false;
        if (entry.about) {
            std::optional<std::size_t> about;
            for (std::size_t at = lines.size(); at-- > 0;) {
                if (lines[at].entry.id == *entry.about) about = at;
            }
            if (about && lines[*about].used) {
                made.root = lines[*about].root;
                if (entry.what && entry.what->index() != lines[made.root].entry.what->index()) made.used = false;
            } else {
                made.used = false;
            }
        }
        if (made.used && entry.what) {
            for (auto const& [root, what] : facts(lines.size())) {
                if (root != made.root && name_of_noun(what) && name_of_noun(what) == name_of_noun(*entry.what))
                    made.used = false;
            }
        }
        lines.push_back(made);
    }
    [[nodiscard]] std::map<std::size_t, noun> facts(std::size_t count, std::optional<std::size_t> later = {}) const {
        std::map<std::size_t, noun> standing;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (at >= count && at != later) continue;
            auto const& each = lines[at];
            if (!each.used || (each.root != at && each.root >= count)) continue;
            standing.erase(each.root);
            if (each.entry.what) standing.emplace(each.root, *each.entry.what);
        }
        return standing;
    }
    [[nodiscard]] network known_after(std::size_t count, std::optional<std::size_t> later = {}) const {
        network made;
        for (auto const& [root, what] : facts(count, later)) {
            static_cast<void>(root);
            std::visit(
                [&]<class Noun>(Noun const& one) {
                    detail::for_each_list(
                        [&](std::string_view, auto& nouns) {
                            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(nouns)>, std::vector<Noun>>)
                                nouns.push_back(one);
                        },
                        made);
                },
                what);
        }
        return made;
    }
    [[nodiscard]] std::size_t count_on(sys_days on) const {
        std::size_t count = 0;
        for (auto const& each : lines) count += each.known_from <= on ? 1u : 0u;
        return count;
    }
    [[nodiscard]] static std::optional<std::pair<std::size_t, std::string>> name_of_noun(noun const& what) {
        return std::visit(
            [&]<class Noun>(Noun const& one) -> std::optional<std::pair<std::size_t, std::string>> {
                if constexpr (requires { one.id.view(); }) return std::pair(what.index(), std::string(one.id.view()));
                return std::nullopt;
            },
            what);
    }
};

/// Everything in two random networks, written down in turns, with corrections, withdrawals and mistakes.
std::vector<journal_entry> random_entries(dice::maker& make) {
    std::vector<noun> facts;
    network const a = timeless(make);
    network const b = timeless(make);
    detail::for_each_noun(a, [&](auto const& each) { facts.push_back(each); });
    std::size_t const of_a = facts.size();
    detail::for_each_noun(b, [&](auto const& each) { facts.push_back(each); });
    std::vector<journal_entry> entries;
    sys_days on = day(2020y / 1 / 1);
    auto const add = [&](std::optional<entry_id> about, std::optional<noun> what) {
        auto number = entries.size();
        if (make.dice().once_in(40) && number > 0) number = make.dice().roll(number);  // a doubled id
        on += std::chrono::days(static_cast<int>(make.dice().roll(20)));
        sys_days const recorded = make.dice().once_in(15) ? on - std::chrono::days(30) : on;
        entries.push_back(
            {entry_id::checked("e" + std::to_string(number)), recorded, std::move(about), std::move(what), {}});
    };
    for (std::size_t at = 0; at < of_a; ++at) {
        add({}, facts[at]);
        while (make.dice().once_in(4)) {
            auto const about = entry_id::checked("e" + std::to_string(make.dice().roll(entries.size() + 3)));
            if (make.dice().once_in(4)) {
                add(about, std::nullopt);
            } else if (make.dice().once_in(20)) {
                add(std::nullopt, std::nullopt);
            } else {
                add(about, facts[make.dice().roll(facts.size())]);
            }
        }
    }
    return entries;
}

}  // namespace

TEST_CASE("a journal of two times") {
    rc::prop("what was known is what the prefix says, and never changes", [](std::uint64_t seed) {
        dice::maker make(seed, {.sites = 3});
        auto const entries = random_entries(make);
        journal written;
        plain_journal plain;
        std::size_t const checkpoint = make.dice().roll(entries.size());
        network known_then;
        std::size_t refused = 0;
        for (std::size_t at = 0; at < entries.size(); ++at) {
            auto const found = written.append(entries[at]);
            plain.append(entries[at]);
            RC_ASSERT(written.counts(at) == plain.lines[at].used);
            RC_ASSERT(found.has_errors() == !plain.lines[at].used);
            RC_ASSERT(found.empty() == (plain.lines[at].used && plain.lines[at].known_from == entries[at].recorded_on));
            refused += plain.lines[at].used ? 0u : 1u;
            if (at == checkpoint) known_then = written.known_after(at + 1);
        }
        RC_ASSERT(written.entries() == entries);
        RC_ASSERT(written.set_aside() == refused);
        RC_ASSERT(written.known_after(checkpoint + 1) == known_then);
        for (int days = 0; days < 20; ++days) {
            sys_days const on = day(2020y / 1 / 1) + std::chrono::days(static_cast<int>(make.dice().roll(900)));
            RC_ASSERT(written.count_known_on(on) == plain.count_on(on));
            RC_ASSERT(written.known_on(on) == plain.known_after(plain.count_on(on)));
        }
        journal again;
        for (auto const& each : entries) static_cast<void>(again.append(each));
        RC_ASSERT(again == written);
    });
    rc::prop("an entry would have changed exactly the decisions that differ when everything is decided twice",
             [](std::uint64_t seed) {
                 dice::maker make(seed, {.sites = 3});
                 auto const entries = random_entries(make);
                 journal written;
                 plain_journal plain;
                 for (auto const& each : entries) {
                     static_cast<void>(written.append(each));
                     plain.append(each);
                 }
                 std::vector<past_question> log;
                 for (int number = 0; number < 8; ++number) {
                     sys_days const known =
                         day(2020y / 1 / 1) + std::chrono::days(static_cast<int>(make.dice().roll(900)));
                     log.push_back({make.need(), some_day(make), known});
                 }
                 auto const& book = vietnam::transfer_between_facilities;
                 auto const decisions = [&](network const& known, past_question const& asked) {
                     std::map<std::string, std::pair<verdict, rule_set>> all;
                     auto const today = as_of(known, asked.day);
                     auto const given = decide(today, book, asked.need);
                     for (std::size_t s = 0; s < given.verdicts().size(); ++s) {
                         auto const& each = given.verdicts()[s];
                         all[std::string(known.institutions[s].id.view())] = {
                             each, (each.bears | each.open) & given.rules().uncertain};
                     }
                     return all;
                 };
                 for (int tries = 0; tries < 6; ++tries) {
                     std::size_t const entry = make.dice().roll(entries.size());
                     auto const found = decisions_changed_by(written, entry, log, book);
                     RC_ASSERT(found.looked_at == log.size() && !found.stopped);
                     std::set<std::size_t> named;
                     for (auto const& each : found.changed) named.insert(each.question);
                     std::set<std::size_t> differing;
                     for (std::size_t at = 0; at < log.size(); ++at) {
                         auto const count = plain.count_on(log[at].known_on);
                         if (entry < count || !plain.lines[entry].used) continue;
                         if (decisions(plain.known_after(count), log[at]) !=
                             decisions(plain.known_after(count, entry), log[at]))
                             differing.insert(at);
                     }
                     RC_ASSERT(named == differing);
                 }
                 sys_days const later = day(2022y / 1 / 1);
                 auto const hindsight = decisions_in_hindsight(written, later, log, book);
                 std::set<std::size_t> differing;
                 for (std::size_t at = 0; at < log.size(); ++at) {
                     auto const count = plain.count_on(log[at].known_on);
                     auto const then = std::max(count, plain.count_on(later));
                     if (decisions(plain.known_after(count), log[at]) != decisions(plain.known_after(then), log[at]))
                         differing.insert(at);
                 }
                 std::set<std::size_t> named;
                 for (auto const& each : hindsight.changed) named.insert(each.question);
                 RC_ASSERT(named == differing);
             });
}
