#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/difference.hpp>
#include <lienvien/rules/review.hpp>

#include <support/catch.hpp>

#include <network/made.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How answers change with the days, with the facts, and with what is known: small networks, checked by hand.

using namespace made;

namespace {

constexpr auto const& book = vietnam::transfer_between_facilities;

std::string told(std::vector<critical_day> const& days) {
    std::string words;
    for (auto const& each : days) {
        words += format_day(each.day) + ":";
        for (auto const& cause : each.causes) words += " " + std::string(name_of(cause.becomes)) + " " + cause.pointer;
        words += "\n";
    }
    return words;
}
std::string told(std::vector<changed_fact> const& causes) {
    std::string words;
    for (auto const& each : causes)
        words += each.fact.subject + ", " + each.fact.what.en + ": " + std::string(name_of(each.change)) + "\n";
    return words;
}
std::vector<critical_day> days_in(network const& all, int first_year, int year_after) {
    return critical_days(all, day(std::chrono::year(first_year) / 1 / 1), day(std::chrono::year(year_after) / 1 / 1));
}
licence held_from(std::string_view site, validity valid) {
    return {.institution = named(site), .number = "1", .valid = valid, .source = synthetic()};
}
partial_date read_date(std::string_view words) { return *partial_date::parse(words); }

/// Two hospitals; the second performs dialysis from 2022 on, and an agreement sends patients there from 2023 on.
network two_hospitals() {
    network all;
    add_hospital(all, "origin");
    add_hospital(all, "receiver");
    add_technique(all, "dialysis");
    add_list(all, "origin", {});
    add_capability(all, "receiver", "dialysis", stage::accepted, from(2022y / 1 / 1));
    all.agreements.push_back(
        {.id = "a-1"_agreement,
         .status = agreement_status::signed_,
         .parties = {{"origin"_institution, party_role::peer}, {"receiver"_institution, party_role::peer}},
         .in_force = between(2023y / 1 / 1, 2026y / 1 / 1),
         .clauses = {{.activity = activity::patient_transfer, .source = synthetic()}},
         .source = synthetic()});
    return all;
}
patient_need dialysis_at_origin() {
    return {.id = "n-1"_need,
            .origin = "origin"_institution,
            .techniques = {"dialysis"_technique},
            .urgency = urgency::routine,
            .stable = truth::yes,
            .transfer_indicated = truth::yes,
            .source = synthetic()};
}

}  // namespace

TEST_CASE("a licence that ends, and dates that are known in part, give the days on which answers can change") {
    network all;
    add_hospital(all, "north-regional");
    all.licences.push_back(held_from("north-regional", between(2021y / 10 / 1, 2026y / 10 / 1)));
    CHECK(told(days_in(all, 2020, 2030)) ==
          "2021-10-01: begins /licences/0/valid\n"
          "2026-10-01: ends /licences/0/valid\n");
    auto const days = days_in(all, 2020, 2030);
    CHECK(days[1].causes[0].fact ==
          fact_name{"institution north-regional", {"giấy phép hoạt động 1", "licence to operate 1"}});

    SECTION("the first day asked for counts, the day after the last does not; periods side by side lose nothing") {
        CHECK(critical_days(all, day(2026y / 10 / 1), day(2026y / 10 / 2)).size() == 1);
        CHECK(critical_days(all, day(2026y / 9 / 1), day(2026y / 10 / 1)).empty());
        CHECK(critical_days(all, day(2027y / 1 / 1), day(2020y / 1 / 1)).empty());
    }
    SECTION("a date known in part gives its earliest and its latest day; one that is open on every day gives none") {
        auto const of = [&](std::string_view from, std::string_view until) {
            all.licences[0].valid = validity(read_date(from));
            if (!until.empty()) all.licences[0].valid.until = read_date(until);
            return told(days_in(all, 2020, 2030));
        };
        CHECK(of("2025", "") == "2025-01-01: may_begin /licences/0/valid\n2025-12-31: has_begun /licences/0/valid\n");
        CHECK(of("always", "2025-02") ==
              "2025-02-01: may_end /licences/0/valid\n2025-02-28: has_ended /licences/0/valid\n");
        CHECK(of("XXXX-12-12 by 2026-11-21", "") == "2025-12-12: has_begun /licences/0/valid\n");
        CHECK(of("unknown since 2024-03-05", "") == "2024-03-05: may_begin /licences/0/valid\n");
        CHECK(of("unknown", "").empty());
        CHECK(of("2025 since 2027-01-01", "") == "2025-12-31: begins /licences/0/valid\n");  // bounds that contradict
    }
    SECTION("what was not known yet does not count") {
        all.licences[0].source = known_from(2025y / 1 / 1);
        CHECK(critical_days(all, day(2020y / 1 / 1), day(2030y / 1 / 1), day(2024y / 12 / 31)).empty());
        CHECK(critical_days(all, day(2020y / 1 / 1), day(2030y / 1 / 1), day(2025y / 1 / 1)).size() == 2);
    }
}

TEST_CASE(
    "other times that answers hang on: operation, succession, signing, certificates, stages, due dates, regimes") {
    network all;
    add_hospital(all, "h");
    all.institutions[0].operations[0].valid = from(2021y / 1 / 1);
    add_succession(all, "h", "heir", succession_kind::merger, 2021y / 2 / 1);
    all.agreements.push_back({.id = "a"_agreement,
                              .status = agreement_status::signed_,
                              .signed_on = {{2021y / 3 / 1, synthetic()}},
                              .commitments = {{.id = "c"_commitment,
                                               .debtor = "h"_institution,
                                               .creditor = "heir"_institution,
                                               .due = partial_date(2021y / 4 / 1)}},
                              .source = synthetic()});
    all.programmes.push_back({.id = "p"_programme,
                              .provider = "h"_institution,
                              .expiry = expires_after{calendar_months(1)},
                              .valid = always,
                              .source = synthetic()});
    all.certificates.push_back(
        {.id = "c-1"_certificate, .programme = "p"_programme, .holder = "d"_person, .issued = 2021y / 5 / 31});
    all.regimes.push_back(
        {.id = "r"_regime, .kind = regime_kind::crisis, .valid = between(2021y / 8 / 1, 2021y / 9 / 1)});
    CHECK(told(days_in(all, 2021, 2022)) ==
          "2021-01-01: begins /institutions/0/operations/0/valid\n"
          "2021-02-01: begins /successions/0/on\n"
          "2021-03-01: begins /agreements/0/signed_on\n"
          "2021-04-01: ends /agreements/0/commitments/0/due\n"
          "2021-05-31: begins /certificates/0/issued\n"
          "2021-06-30: may_end /certificates/0/issued\n"  // June has no 31st: which day counts is a policy
          "2021-07-01: has_ended /certificates/0/issued\n"
          "2021-08-01: begins /regimes/0/valid\n"
          "2021-09-01: ends /regimes/0/valid\n");

    SECTION("a certificate that ends on the same day each year") {
        all.programmes[0].expiry = expires_each_year{read_date("XXXX-12-31")};
        auto const days = critical_days(all, day(2021y / 10 / 1), day(2030y / 1 / 1));
        CHECK(told(days) == "2021-12-31: ends /certificates/0/issued\n");
    }
    SECTION("signing dates that differ count for nothing") {
        all.agreements[0].signed_on.stated.push_back({2021y / 3 / 2, synthetic()});
        CHECK(critical_days(all, day(2021y / 3 / 1), day(2021y / 4 / 1)).empty());
    }
}

TEST_CASE("the texts of the rules turn too: 2014-06-01, 2024-01-01, and 2025-01-01 when one becomes uncertain") {
    network const nothing;
    auto const days = critical_days(nothing, book, day(2000y / 1 / 1), day(2030y / 1 / 1));
    REQUIRE(days.size() == 3);
    CHECK(format_day(days[0].day) == "2014-06-01");
    CHECK(
        days[0].causes ==
        std::vector<day_cause>{
            {turn::begins, {"instrument 14/2014/TT-BYT", {"Thông tư 14/2014/TT-BYT", "Circular 14/2014/TT-BYT"}}, {}}});
    CHECK(format_day(days[1].day) == "2024-01-01");
    CHECK(format_day(days[2].day) == "2025-01-01");
    CHECK(days[2].causes[0].becomes == turn::may_end);
}

TEST_CASE("the days on which a decision really changes, and who it changes for") {
    network all = two_hospitals();
    all.licences.push_back(held_from("receiver", from(2010y / 1 / 1)));
    add_hospital(all, "elsewhere");
    all.licences.push_back(held_from("elsewhere", between(2010y / 1 / 1, 2024y / 7 / 1)));
    auto const found = critical_days(all, book, dialysis_at_origin(), day(2021y / 1 / 1), day(2030y / 1 / 1));
    std::string words;
    for (auto const& each : found.days) {
        words += format_day(each.day);
        for (auto const& change : each.changes) {
            words += " " + std::string(change.institution.view()) + ": " +
                     std::string(name_of(change.before.verdict.outcome)) + " -> " +
                     std::string(name_of(change.after.verdict.outcome));
        }
        words += "\n";
    }
    CHECK(
        words ==
        "2022-01-01 receiver: not_provided_for -> facts_missing\n"  // it has the technique now; the tiers are not known
        "2023-01-01 receiver: facts_missing -> permitted\n"
        "2024-01-01 origin: forbidden -> forbidden elsewhere: facts_missing -> facts_missing\n"  // Law 15/2023 asks scope
        "2024-07-01 elsewhere: facts_missing -> forbidden\n"
        "2025-01-01 origin: forbidden -> forbidden receiver: permitted -> permitted elsewhere: forbidden -> forbidden\n"
        "2026-01-01 receiver: permitted -> facts_missing\n");
    CHECK(found.days[1].changes[0].of_outcome());
    CHECK_FALSE(found.days[2].changes[0].of_outcome());

    SECTION("any other answer of a snapshot can be followed as well") {
        auto const performing = days_of_change(all, day(2021y / 1 / 1), day(2030y / 1 / 1), [](snapshot const& today) {
            return today.performs(*today.find("receiver"_institution), *today.find("dialysis"_technique));
        });
        REQUIRE(performing.days.size() == 1);
        CHECK(format_day(performing.days[0].day) == "2022-01-01");
        CHECK(performing.days[0].before == truth::no);
        CHECK(performing.days[0].after == truth::yes);
        CHECK(performing.days[0].causes[0].fact.what.en == "technique dialysis: accepted");
    }
    SECTION(
        "a run that is stopped says from which day on it did not look, and what it has is the beginning of the whole") {
        stop_flag stop;
        std::vector<std::pair<std::uint64_t, std::uint64_t>> heard;
        auto listener = [&](std::uint64_t done, std::uint64_t total) {
            heard.emplace_back(done, total);
            if (done == 2) stop.raise();
        };
        auto const part = critical_days(all, book, dialysis_at_origin(), day(2021y / 1 / 1), day(2030y / 1 / 1),
                                        uncertain_rules::apply_and_say, (sys_days::max)(), progress(listener, stop));
        REQUIRE(part.stopped_before);
        CHECK(format_day(*part.stopped_before) == "2024-01-01");
        CHECK(heard == std::vector<std::pair<std::uint64_t, std::uint64_t>>{{1, 6}, {2, 6}});
        CHECK(part.days == std::vector<decision_day>{found.days[0], found.days[1]});
        auto const none = critical_days(all, book, dialysis_at_origin(), day(2021y / 1 / 1), day(2030y / 1 / 1),
                                        uncertain_rules::apply_and_say, (sys_days::max)(), progress(stop));
        CHECK(none.days.empty());
        CHECK(none.stopped_before == found.days[0].day);
    }
}

TEST_CASE("what became possible between two days, and the one fact that did it") {
    network const all = two_hospitals();
    std::vector<patient_need> const needs{dialysis_at_origin()};
    auto const between_days = [&](year_month_day a, year_month_day b) {
        auto const before = as_of(all, a);
        auto const after = as_of(all, b);
        return difference(before, after, book, needs);
    };
    SECTION("the technique is accepted") {
        auto const found = between_days(2021y / 12 / 31, 2022y / 1 / 1);
        REQUIRE(found.outcomes.size() == 1);
        CHECK(found.outcomes[0].before == outcome::not_provided_for);
        CHECK(found.outcomes[0].causes == found.capabilities[0].causes);
        REQUIRE(found.capabilities.size() == 1);
        CHECK(found.capabilities[0].before == truth::no);
        CHECK(found.capabilities[0].after == truth::yes);
        CHECK(found.capabilities[0].necessary);
        CHECK(found.capabilities[0].restores);
        CHECK(told(found.capabilities[0].causes) == "institution receiver, technique dialysis: accepted: begun\n");
        CHECK(found.capabilities[0].causes[0].pointer == "/capabilities/0");
    }
    SECTION("the agreement begins, and ends") {
        auto const begun = between_days(2022y / 12 / 31, 2023y / 1 / 1);
        REQUIRE(begun.outcomes.size() == 1);
        CHECK(begun.outcomes[0].institution == "receiver"_institution);
        CHECK(begun.outcomes[0].before == outcome::facts_missing);
        CHECK(begun.outcomes[0].after == outcome::permitted);
        CHECK(told(begun.outcomes[0].causes) == "agreement a-1, agreement: begun\n");
        auto const ended = between_days(2025y / 12 / 31, 2026y / 1 / 1);
        REQUIRE(ended.outcomes.size() == 1);
        CHECK(told(ended.outcomes[0].causes) == "agreement a-1, agreement: ended\n");
        CHECK(compose(between_days(2022y / 12 / 31, 2023y / 1 / 1), between_days(2023y / 1 / 1, 2027y / 1 / 1))
                  .outcomes.empty());
    }
    SECTION("before 2014-06-01 there was no rule: what changed is the text of the rules") {
        auto const found = between_days(2014y / 5 / 31, 2014y / 6 / 1);
        REQUIRE(found.outcomes.size() == 2);
        CHECK(found.outcomes[1].before == outcome::not_in_force);
        CHECK(told(found.outcomes[1].causes) == "instrument 14/2014/TT-BYT, Circular 14/2014/TT-BYT: begun\n");
        CHECK(found.outcomes[1].causes[0].pointer.empty());
    }
    SECTION("a stopped run has every difference, without looking for every cause") {
        stop_flag stop;
        stop.raise();
        auto const before = as_of(all, 2014y / 5 / 31);
        auto const after = as_of(all, 2023y / 1 / 1);
        auto const part = difference(before, after, book, needs, uncertain_rules::apply_and_say, progress(stop));
        CHECK(part.stopped);
        CHECK(same_changes(part, difference(before, after, book, needs)));
        CHECK(part.outcomes[0].causes.empty());
    }
}

TEST_CASE(
    "where no single fact does it, the fewest that do it together are named; where two do it alike, one is named") {
    network all = two_hospitals();
    add_list(all, "receiver", {}, always);  // what is not written as held is absent there
    std::vector<patient_need> const needs{dialysis_at_origin()};
    all.capabilities[0].valid = from(2023y / 1 / 1);
    all.agreements[0].in_force = from(2023y / 1 / 1);
    for (auto const* id : {"origin", "receiver"}) {  // one tier: the same-tier rule asks for the technique only
        all.legacy_standings.push_back(
            {.institution = named(id), .tier = legacy_tier::district, .valid = always, .source = synthetic()});
    }
    auto const before = as_of(all, 2022y / 12 / 31);
    auto const after = as_of(all, 2023y / 1 / 1);
    SECTION("technique and agreement begin on one day: the technique alone is enough for the same-tier rule") {
        auto const found = difference(before, after, book, needs);
        REQUIRE(found.outcomes.size() == 1);
        CHECK(found.outcomes[0].before == outcome::not_provided_for);
        CHECK(told(found.outcomes[0].causes) == "institution receiver, technique dialysis: accepted: begun\n");
        CHECK_FALSE(found.outcomes[0].necessary);  // the agreement would have carried the patient without it
    }
    SECTION("two licences that both lapsed close the hospital together") {
        all.licences.push_back(held_from("receiver", until(2023y / 1 / 1)));
        all.licences.push_back(held_from("receiver", until(2023y / 1 / 1)));
        auto const early = as_of(all, 2022y / 12 / 31);
        auto const late = as_of(all, 2023y / 1 / 1);
        auto const found = difference(early, late, book, needs);
        REQUIRE(found.outcomes.size() == 1);
        CHECK(found.outcomes[0].after == outcome::forbidden);
        CHECK(told(found.outcomes[0].causes) ==
              "institution receiver, licence to operate 1: ended\ninstitution receiver, licence to operate 1: ended\n");
        CHECK(found.outcomes[0].necessary);
        CHECK_FALSE(found.outcomes[0].restores);  // with a licence it would be permitted now
    }
}

TEST_CASE("two networks on one day, and one day as it was known on two others") {
    network const all = two_hospitals();
    std::vector<patient_need> const needs{dialysis_at_origin()};
    SECTION("an agreement that is only written in the later network; an institution that is new there") {
        network earlier = all;
        earlier.agreements.clear();
        network later = all;
        add_hospital(later, "new-one");
        auto const before = as_of(earlier, 2024y / 6 / 1);
        auto const after = as_of(later, 2024y / 6 / 1);
        auto const found = difference(before, after, book, needs);
        REQUIRE(found.outcomes.size() == 2);
        CHECK(told(found.outcomes[0].causes) == "agreement a-1, agreement: added\n");
        CHECK(found.outcomes[1].institution == "new-one"_institution);
        CHECK_FALSE(found.outcomes[1].before);
        CHECK(found.outcomes[1].after);
        CHECK(told(found.outcomes[1].causes) == "institution new-one, institution: added\n");
        auto const back = difference(after, before, book, needs);
        CHECK(told(back.outcomes[0].causes) == "agreement a-1, agreement: removed\n");
        CHECK(compose(found, back).empty());
    }
    SECTION("a stage that is written otherwise is one fact that says something else") {
        network later = all;
        later.capabilities[0].stage = stage::suspended;
        auto const before = as_of(all, 2024y / 6 / 1);
        auto const after = as_of(later, 2024y / 6 / 1);
        auto const found = difference(before, after, book, needs);
        REQUIRE(found.outcomes.size() == 1);
        CHECK(told(found.outcomes[0].causes) == "institution receiver, technique dialysis: suspended: altered\n");
    }
    SECTION("a fact that became known late") {
        network late = all;
        late.capabilities[0].source = known_from(2024y / 3 / 1);
        auto const before = as_of(late, 2024y / 1 / 15, 2024y / 2 / 29);
        auto const after = as_of(late, 2024y / 1 / 15, 2024y / 3 / 1);
        auto const found = difference(before, after, book, needs);
        REQUIRE(found.outcomes.size() == 1);
        CHECK(found.outcomes[0].before == outcome::facts_missing);
        CHECK(found.outcomes[0].after == outcome::permitted);
        CHECK(told(found.outcomes[0].causes) == "institution receiver, technique dialysis: accepted: added\n");
    }
}

TEST_CASE(
    "a journal: what was known then is kept, and a late correction finds the decisions that it would have changed") {
    network const all = two_hospitals();
    journal written = record_all(all, day(2022y / 1 / 1), "start");
    CHECK(written.known_on(day(2022y / 1 / 1)) == all);
    CHECK(written.known_on(day(2021y / 12 / 31)) == network{});

    // On 2024-05-01 someone finds that dialysis was never accepted: it was on site under supervision.
    capability wrong = all.capabilities[0];
    std::optional<entry_id> recorded;
    for (auto const& each : written.entries()) {
        if (each.what == noun(wrong)) recorded = each.id;
    }
    REQUIRE(recorded);
    wrong.stage = stage::on_site;
    CHECK(
        written.append({"fix-1"_entry, day(2024y / 5 / 1), recorded, noun(wrong), {"nghiệm thu nhầm", "not accepted"}})
            .empty());
    CHECK(written.known_on(day(2024y / 4 / 30)) == all);
    CHECK(written.known_on(day(2024y / 5 / 1)).capabilities[0].stage == stage::on_site);

    auto const need = dialysis_at_origin();
    std::vector<past_question> const log{
        {need, day(2021y / 6 / 1), day(2022y / 6 / 1)},    // before the technique began: nothing hung on it
        {need, day(2024y / 3 / 1), day(2024y / 3 / 1)},    // permitted, wrongly
        {need, day(2024y / 3 / 1), day(2024y / 5 / 1)},    // decided with the correction known
        {need, day(2021y / 6 / 1), day(2021y / 12 / 31)},  // nothing was known at all
    };
    auto const fix = *written.find("fix-1"_entry);
    auto const found = decisions_changed_by(written, fix, log, book);
    REQUIRE(found.changed.size() == 1);
    CHECK(found.changed[0].question == 1);
    REQUIRE(found.changed[0].changes.size() == 1);
    CHECK(found.changed[0].changes[0].institution == "receiver"_institution);
    CHECK(found.changed[0].changes[0].before.verdict.outcome == outcome::permitted);
    CHECK(found.changed[0].changes[0].after.verdict.outcome == outcome::forbidden);
    CHECK(found.looked_at == log.size());
    network const known_then = known_for(written, log[1]);
    auto const today = as_of(known_then, log[1].day, log[1].known_on);
    CHECK(decide(today, book, need).verdicts()[1] == found.changed[0].changes[0].before.verdict);
    CHECK(decisions_in_hindsight(written, day(2024y / 5 / 1), log, book).changed.size() ==
          2);  // the second, and the one that knew nothing

    SECTION("a run that is stopped says how far it came") {
        stop_flag stop;
        auto listener = [&](std::uint64_t done, std::uint64_t) {
            if (done == 2) stop.raise();
        };
        auto const part =
            decisions_changed_by(written, fix, log, book, uncertain_rules::apply_and_say, progress(listener, stop));
        CHECK(part.stopped);
        CHECK(part.looked_at == 2);
    }
    SECTION("a fact that is recorded late counts as recorded late, and would have changed what was decided before") {
        REQUIRE(written
                    .append({"late-1"_entry,
                             day(2024y / 6 / 1),
                             {},
                             noun(licence{.institution = "receiver"_institution,
                                          .valid = until(2024y / 2 / 1),
                                          .source = known_from(2024y / 6 / 1)}),
                             {}})
                    .empty());
        auto const late = decisions_changed_by(written, *written.find("late-1"_entry), log, book);
        REQUIRE(late.changed.size() == 2);
        CHECK(late.changed[0].question == 1);
        CHECK(late.changed[1].question == 2);
    }
    SECTION("withdrawn: it was never so") {
        CHECK(written.append({"gone"_entry, day(2024y / 7 / 1), "fix-1"_entry, {}, {}}).empty());
        CHECK(written.known_on(day(2024y / 7 / 1)).capabilities.empty());
        CHECK(written.known_on(day(2024y / 6 / 30)).capabilities.size() == 1);
        CHECK(written.append({"back"_entry, day(2024y / 8 / 1), "gone"_entry, noun(wrong), {}}).empty());
        CHECK(written.known_on(day(2024y / 8 / 1)).capabilities.size() == 1);
    }
    SECTION("what cannot be used is said and kept aside; nothing is lost and no earlier answer changes") {
        auto const says = [&](journal_entry entry) {
            auto const before = written.known_on(day(2024y / 5 / 1));
            auto const count = written.entries().size();
            auto const findings = written.append(entry);
            CHECK(written.entries().size() == count + 1);
            CHECK(written.entries().back() == entry);
            CHECK(written.known_on(day(2024y / 5 / 1)) == before);
            std::string codes;
            for (auto const& each : findings) codes += std::string(each.code.view()) + " ";
            return codes;
        };
        auto const after = day(2024y / 9 / 1);
        CHECK(says({"x-1"_entry, after, "nobody"_entry, noun(wrong), {}}) == "unknown-entry ");
        CHECK(says({"x-2"_entry, after, "x-1"_entry, noun(wrong), {}}) == "unknown-entry ");  // that one was set aside
        CHECK(says({"fix-1"_entry, after, {}, noun(wrong), {}}) == "doubled-id ");
        CHECK(says({"x-3"_entry, after, "fix-1"_entry, noun(all.agreements[0]), {}}) == "another-kind doubled-id ");
        CHECK(says({"x-4"_entry, after, {}, noun(all.institutions[0]), {}}) == "doubled-id ");
        CHECK(says({"x-5"_entry, after, {}, {}, {}}) == "empty-entry ");
        CHECK(written.set_aside() == 6);
        CHECK(says({"x-6"_entry, day(2024y / 1 / 1), {}, noun(wrong), {}}) == "recorded-out-of-order ");
        CHECK(written.known_from(written.entries().size() - 1) == after);
        CHECK(written.known_on(after).capabilities.size() == 2);
    }
}
