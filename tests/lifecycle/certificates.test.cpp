#include <lienvien/lifecycle/certificate_acts.hpp>
#include <lienvien/lifecycle/certified_day.hpp>
#include <lienvien/lifecycle/next_session.hpp>
#include <lienvien/lifecycle/site_cover.hpp>

#include <support/catch.hpp>

#include <string>
#include <vector>

// All people, certificates and terms here are made up. What the article of S16 says is only that certificates are granted
// every year; when one ends is the user's own parameter.

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr auto not_counted = last_valid_day::day_before;
constexpr auto at_issue = renewal_start::at_issue;
constexpr certificate_terms thirty_days{month_end::last_of_month, not_counted, at_issue, std::chrono::days(30)};

certificate issued(certificate_id id, partial_date on, std::optional<certificate_id> renews = std::nullopt) {
    return {.id = id,
            .programme = "stroke"_programme,
            .holder = "p-1"_person,
            .issued = on,
            .renews = renews,
            .source = synthetic()};
}
certificate issued(certificate_id id, year_month_day on, std::optional<certificate_id> renews = std::nullopt) {
    return issued(id, partial_date(on), renews);
}
certificate_status status(expiry const& ends, std::vector<certificate> const& all, year_month_day on,
                          certificate_terms terms = thirty_days) {
    return certification(ends, all, terms).on(day(on));
}
expires_after const one_year{calendar_months(12)};

}  // namespace

using enum certificate_status;

TEST_CASE("a certificate of twelve months is valid, then in grace, then lapsed, each to the day") {
    std::vector<certificate> const all{issued("C1"_certificate, 2025y / 11 / 27)};
    CHECK(status(one_year, all, 2025y / 11 / 26) == not_yet);
    CHECK(status(one_year, all, 2025y / 11 / 27) == valid);
    CHECK(status(one_year, all, 2026y / 11 / 26) == valid);
    CHECK(status(one_year, all, 2026y / 11 / 27) == grace);
    CHECK(status(one_year, all, 2026y / 12 / 26) == grace);
    CHECK(status(one_year, all, 2026y / 12 / 27) == lapsed);
    SECTION("the last day may be the day itself, and there may be no grace") {
        certificate_terms const terms{month_end::refuse, last_valid_day::the_day_itself, at_issue,
                                      std::chrono::days(0)};
        CHECK(status(one_year, all, 2026y / 11 / 27, terms) == valid);
        CHECK(status(one_year, all, 2026y / 11 / 28, terms) == lapsed);
    }
    SECTION("the answer says why, since when and until when") {
        auto const now = certification(one_year, all, thirty_days).why(day(2026y / 12 / 1));
        CHECK(now.status == grace);
        CHECK(now.decided_by == "C1"_certificate);
        CHECK(now.since == day(2026y / 11 / 27));
        CHECK(now.changes_on == day(2026y / 12 / 27));
        CHECK(now.becomes == lapsed);
        CHECK(now.because.en ==
              "certificate C1, issued 2025-11-27, no longer holds from 2026-11-27, renewable until 2026-12-27");
        CHECK(now.because.vi ==
              "chứng chỉ C1, cấp 2025-11-27, hết hiệu lực từ 2026-11-27, gia hạn được đến trước 2026-12-27");
    }
}

TEST_CASE("an end that nobody states is not known, and never valid") {
    std::vector<certificate> const all{issued("C1"_certificate, 2025y / 11 / 27)};
    CHECK(status(expiry_not_stated{}, all, 2025y / 11 / 26) == not_yet);
    CHECK(status(expiry_not_stated{}, all, 2025y / 11 / 27) == unknown);
    CHECK(status(expiry_not_stated{}, all, 2045y / 1 / 1) == unknown);
    certification const read(expiry_not_stated{}, all, thirty_days);
    CHECK(is_unknown(read.certified_on(day(2025y / 12 / 1), true)));
    CHECK(read.why(day(2025y / 12 / 1)).because.en ==
          "certificate C1, issued 2025-11-27: the programme does not state when it ends");
    CHECK_FALSE(read.next_change(day(2025y / 12 / 1)));
    SECTION("a term of no months, and a yearly day that has a year, are not stated either") {
        CHECK(status(expires_after{calendar_months(0)}, all, 2025y / 12 / 1) == unknown);
        CHECK(status(expires_unused{calendar_months(0)}, all, 2025y / 12 / 1) == unknown);
        CHECK(status(expires_each_year{partial_date(2026y / 6 / 30)}, all, 2025y / 12 / 1) == unknown);
    }
    SECTION("taken back it is revoked all the same") {
        auto taken = all;
        taken[0].revoked = partial_date(2026y / 1 / 10);
        CHECK(status(expiry_not_stated{}, taken, 2026y / 1 / 9) == unknown);
        CHECK(status(expiry_not_stated{}, taken, 2026y / 1 / 10) == revoked);
    }
}

TEST_CASE("the end of a short month is as the terms say") {
    std::vector<certificate> const all{issued("C1"_certificate, 2025y / 8 / 31)};
    auto const half_a_year = expires_after{calendar_months(6)};
    auto const end = [&](month_end lacking) {
        certificate_terms const terms{lacking, not_counted, at_issue, std::chrono::days(0)};
        return certification(half_a_year, all, terms).next_change(day(2025y / 9 / 1));
    };
    CHECK(end(month_end::last_of_month) == day(2026y / 2 / 28));
    CHECK(end(month_end::first_of_next) == day(2026y / 3 / 1));
    CHECK_FALSE(end(month_end::refuse));
    CHECK(status(half_a_year, all, 2025y / 9 / 1, {month_end::refuse, not_counted, at_issue, std::chrono::days(0)}) ==
          unknown);
    SECTION("29 February each year") {
        expires_each_year const leap{partial_date::year_unknown(std::chrono::February / 29)};
        auto const ends = [&](month_end lacking, year_month_day on) {
            certificate_terms const terms{lacking, not_counted, at_issue, std::chrono::days(0)};
            return certification(leap, {issued("C1"_certificate, on)}, terms).next_change(day(on));
        };
        CHECK(ends(month_end::last_of_month, 2025y / 1 / 1) == day(2025y / 2 / 28));
        CHECK(ends(month_end::first_of_next, 2025y / 2 / 28) == day(2025y / 3 / 1));
        CHECK(ends(month_end::skip, 2025y / 1 / 1) == day(2028y / 2 / 29));
        CHECK_FALSE(ends(month_end::refuse, 2025y / 1 / 1));
        CHECK(ends(month_end::refuse, 2027y / 3 / 1) == day(2028y / 2 / 29));
    }
}

TEST_CASE("a fixed day each year ends every certificate, whenever it was issued") {
    expires_each_year const mid_year{partial_date::year_unknown(std::chrono::June / 30)};
    CHECK(status(mid_year, {issued("C1"_certificate, 2026y / 6 / 29)}, 2026y / 6 / 30) == grace);
    CHECK(status(mid_year, {issued("C1"_certificate, 2026y / 6 / 30)}, 2027y / 6 / 29) == valid);
    CHECK(status(never_expires{}, {issued("C1"_certificate, 2026y / 6 / 30)}, 2099y / 1 / 1) == valid);
}

TEST_CASE("dates known in part leave days in doubt, and only those") {
    auto const in_june = partial_date::month(2025y / 6);
    std::vector<certificate> all{issued("C1"_certificate, in_june)};
    CHECK(status(one_year, all, 2025y / 5 / 31) == not_yet);
    CHECK(status(one_year, all, 2025y / 6 / 1) == unknown);
    CHECK(status(one_year, all, 2025y / 6 / 30) == valid);
    CHECK(status(one_year, all, 2026y / 5 / 31) == valid);
    CHECK(status(one_year, all, 2026y / 6 / 1) == unknown);
    CHECK(status(one_year, all, 2026y / 7 / 29) == unknown);
    CHECK(status(one_year, all, 2026y / 7 / 30) == lapsed);
    CHECK(status(one_year, {issued("C1"_certificate, partial_date())}, 2026y / 7 / 30) == unknown);
    SECTION("a renewal in time leaves nothing in doubt") {
        all.push_back(issued("C2"_certificate, 2026y / 5 / 31, "C1"_certificate));
        CHECK(status(one_year, all, 2026y / 7 / 1) == valid);
    }
    SECTION("taken back on a day not known") {
        all[0].revoked = partial_date().not_before(day(2025y / 9 / 1));
        CHECK(status(one_year, all, 2025y / 8 / 31) == valid);
        CHECK(status(one_year, all, 2025y / 9 / 1) == unknown);
    }
}

TEST_CASE("renewals: early ones lose days or not, late ones leave a gap, a new one lifts a revocation") {
    std::vector<certificate> const early{issued("C1"_certificate, 2025y / 1 / 10),
                                         issued("C2"_certificate, 2025y / 12 / 10, "C1"_certificate)};
    certificate_terms const follows{month_end::last_of_month, not_counted, renewal_start::at_end_of_renewed,
                                    std::chrono::days(30)};
    CHECK(certification(one_year, early, thirty_days).next_change(day(2025y / 6 / 1)) == day(2026y / 12 / 10));
    CHECK(certification(one_year, early, follows).next_change(day(2025y / 6 / 1)) == day(2027y / 1 / 10));
    std::vector<certificate> late{issued("C2"_certificate, 2026y / 6 / 1, "C1"_certificate),
                                  issued("C1"_certificate, 2025y / 1 / 10)};
    CHECK(status(one_year, late, 2026y / 5 / 31, follows) == lapsed);
    CHECK(status(one_year, late, 2027y / 5 / 31, follows) == valid);
    CHECK(status(one_year, late, 2027y / 6 / 1, follows) == grace);
    SECTION("a certificate issued anew after a revocation counts alone") {
        late[1].revoked = partial_date(2025y / 3 / 1);
        late[0].renews.reset();
        CHECK(status(one_year, late, 2025y / 3 / 1) == revoked);
        CHECK(status(one_year, late, 2026y / 6 / 1) == valid);
        CHECK(status(one_year, late, 2028y / 1 / 1) == lapsed);
    }
}

TEST_CASE("a skill that rests: not known without a record, sure as far as the record is complete") {
    expires_unused const half_a_year{calendar_months(6)};
    std::vector<certificate> const all{issued("C1"_certificate, 2025y / 1 / 10)};
    CHECK(status(half_a_year, all, 2025y / 7 / 9) == valid);
    CHECK(status(half_a_year, all, 2025y / 7 / 10) == unknown);
    skill_use const use{
        "p-1"_person, "stroke"_programme, {day(2025y / 5 / 20), day(2025y / 3 / 1)}, day(2026y / 1 / 1)};
    certification const read(half_a_year, all, thirty_days, &use);
    CHECK(read.on(day(2025y / 11 / 19)) == valid);
    CHECK(read.on(day(2025y / 11 / 20)) == grace);
    CHECK(read.on(day(2025y / 12 / 20)) == lapsed);
    skill_use const short_record{"p-1"_person, "stroke"_programme, {day(2025y / 5 / 20)}, day(2025y / 6 / 1)};
    CHECK(certification(half_a_year, all, thirty_days, &short_record).on(day(2025y / 11 / 20)) == unknown);
}

namespace {

programme topic(programme_id id, expiry ends) {
    return {.id = id, .provider = "bach-mai"_institution, .expiry = ends, .source = synthetic()};
}
std::string refusal(register_change const& made) {
    return made.done() ? "" : std::string(made.refused[0].code.view()) + ": " + made.refused[0].message.en;
}
certificate of(certificate_id id, person_id who, programme_id in, year_month_day on) {
    return {.id = id, .programme = in, .holder = who, .issued = partial_date(on), .source = synthetic()};
}

}  // namespace

TEST_CASE("what cannot be is refused with its reason, and nothing of it counts") {
    certificate_register all({topic("stroke"_programme, one_year), topic("arrest"_programme, one_year)}, thirty_days);
    CHECK(all.problems().empty());
    REQUIRE(all.add(issued("C1"_certificate, 2025y / 1 / 10)).done());
    CHECK(refusal(all.add(issued("C1"_certificate, 2025y / 2 / 10))) ==
          "duplicate-id: there is a certificate of this name already");
    CHECK(refusal(all.add(of("C2"_certificate, "p-1"_person, "burns"_programme, 2025y / 2 / 10))) ==
          "dangling-id: there is no programme “burns”");
    auto backwards = issued("C3"_certificate, 2025y / 2 / 10);
    backwards.revoked = partial_date(2025y / 2 / 9);
    CHECK(refusal(all.add(backwards)) ==
          "dates-out-of-order: the revocation (2025-02-09) comes before the issue (2025-02-10)");
    auto foreign = of("C4"_certificate, "p-2"_person, "stroke"_programme, 2026y / 1 / 1);
    foreign.renews = "C1"_certificate;
    CHECK(refusal(all.add(foreign)) ==
          "foreign-renewal: it renews the certificate “C1” of another holder or programme");
    CHECK(refusal(all.add(issued("C5"_certificate, 2025y / 1 / 9, "C1"_certificate))) ==
          "dates-out-of-order: it was issued before the certificate that it renews, “C1”");
    CHECK(refusal(all.add(issued("C6"_certificate, 2026y / 1 / 9, "C9"_certificate))) ==
          "dangling-id: there is no certificate “C9”");
    CHECK(refusal(all.add(issued("C7"_certificate, 2026y / 1 / 9, "C7"_certificate))) ==
          "cycle: the chain of renewals comes back to the certificate itself");
    CHECK(refusal(all.revoke("C1"_certificate, partial_date(2025y / 1 / 9))).starts_with("dates-out-of-order"));
    CHECK(refusal(all.revoke("C8"_certificate, partial_date(2025y / 1 / 9))).starts_with("dangling-id"));
    CHECK(all.records().size() == 1);
    CHECK(all.status("p-1"_person, "stroke"_programme, day(2026y / 2 / 20)) == lapsed);
    CHECK(all.status("p-2"_person, "stroke"_programme, day(2026y / 2 / 20)) == not_yet);
    SECTION("what was refused may come again, corrected") {
        backwards.revoked.reset();
        CHECK(all.add(backwards).done());
        CHECK(all.add(issued("C6"_certificate, 2026y / 1 / 9, "C3"_certificate)).done());
        CHECK(all.records().size() == 3);
    }
    SECTION("in a whole list renewals may stand first; circles and what hangs on them are refused, each once") {
        auto a = issued("A"_certificate, 2026y / 1 / 1, "B"_certificate);
        auto b = issued("B"_certificate, 2026y / 1 / 1, "A"_certificate);
        auto c = issued("C"_certificate, 2026y / 1 / 1, "B"_certificate);
        auto late = issued("E"_certificate, 2027y / 1 / 1, "D"_certificate);
        auto first = issued("D"_certificate, 2026y / 1 / 1);
        auto const found = all.add_all({a, b, c, late, first});
        CHECK(found.size() == 3);
        CHECK(found.contains("cycle"_finding));
        CHECK(all.problems() == found);
        CHECK(all.records().size() == 3);
        CHECK(all.records().find("E"_certificate));
    }
    SECTION("an expiry that cannot be read is a finding") {
        certificate_register const odd({topic("stroke"_programme, expires_after{calendar_months(0)}),
                                        topic("arrest"_programme, expires_each_year{partial_date::year(2026y)})},
                                       thirty_days);
        CHECK(odd.problems().contains("zero-months"_finding));
        CHECK(odd.problems().contains("yearly-day-expected"_finding));
    }
}

namespace {

/// Two pharmacies and a vaccination point; everyone in stroke, some in cardiac arrest.
certificate_register small_chain() {
    certificate_register all({topic("stroke"_programme, one_year), topic("arrest"_programme, one_year)}, thirty_days);
    auto const staff = {std::pair{"p-1"_person, "pharmacy-1"_institution},
                        {"p-2"_person, "pharmacy-1"_institution},
                        {"p-3"_person, "pharmacy-2"_institution},
                        {"p-4"_person, "pharmacy-2"_institution},
                        {"p-5"_person, "point-1"_institution}};
    for (auto const& [who, where] : staff) all.post({who, where, from(2025y / 1 / 1)});
    site_rule const one_each{{{"stroke"_programme, people(1)}, {"arrest"_programme, people(1)}}, false};
    for (auto const& site : {"pharmacy-1"_institution, "pharmacy-2"_institution, "point-1"_institution})
        CHECK(all.require(site, one_each).done());
    CHECK(all.add_all({of("S1"_certificate, "p-1"_person, "stroke"_programme, 2026y / 3 / 1),
                       of("S2"_certificate, "p-2"_person, "stroke"_programme, 2025y / 3 / 1),
                       of("S3"_certificate, "p-3"_person, "stroke"_programme, 2026y / 3 / 1),
                       of("S5"_certificate, "p-5"_person, "stroke"_programme, 2026y / 3 / 1),
                       of("A1"_certificate, "p-1"_person, "arrest"_programme, 2025y / 5 / 1),
                       of("A3"_certificate, "p-3"_person, "arrest"_programme, 2026y / 5 / 1)})
              .empty());
    return all;
}

}  // namespace

TEST_CASE("why a pharmacy is not covered names person, topic and the day of the lapse") {
    auto const all = small_chain();
    auto const today = day(2026y / 11 / 21);
    certified_day const now(all, today);
    CHECK(now.sites(truth::yes) == 1);
    CHECK(now.sites(truth::no) == 2);
    CHECK(now.people(0, valid) == 3);
    CHECK(now.people(1, lapsed) == 1);
    auto const why = why_covered(all, "pharmacy-1"_institution, today);
    CHECK(why.covered == truth::no);
    REQUIRE(why.gaps.size() == 1);
    CHECK(
        in_words(why.gaps[0]).en ==
        "arrest: needs 1 certified on duty, has 0; p-1: lapsed since 2026-05-31 (certificate A1, issued 2025-05-01, no "
        "longer holds from 2026-05-01, renewable until 2026-05-31); p-2: not yet certified (no certificate is written "
        "down)");
    CHECK_FALSE(why.changes_on);
    auto const good = why_covered(all, "pharmacy-2"_institution, today);
    CHECK(good.covered == truth::yes);
    CHECK(good.changes_on == day(2027y / 3 / 1));
    CHECK(good.becomes == truth::no);
    SECTION("one more session mends the site that lacks nothing else") {
        auto const plan = mend_with_session(all, now, 1, 1);
        CHECK(plan.invited == std::vector{"p-1"_person});
        CHECK(plan.mended == std::vector{"pharmacy-1"_institution});
        CHECK(plan.still_uncovered == 1);
        CHECK(mend_with_session(all, now, 1, 9).still_uncovered == 0);
        CHECK(mend_with_session(all, now, 0, 9).mended.empty());
    }
    SECTION("grace counts where the rule says so") {
        auto other = all;
        CHECK(other.require("pharmacy-1"_institution, {{{"arrest"_programme, people(1)}}, true}).done());
        CHECK(why_covered(other, "pharmacy-1"_institution, day(2026y / 5 / 30)).covered == truth::yes);
        CHECK(why_covered(other, "pharmacy-1"_institution, day(2026y / 5 / 31)).covered == truth::no);
        CHECK(refusal(other.require("pharmacy-1"_institution, {{{"burns"_programme, people(1)}}, true})) ==
              "dangling-id: there is no programme “burns”");
    }
    SECTION("someone moves: one site loses, the other gains, and the kept day follows") {
        auto moved = all;
        auto kept = now;
        kept.follow(moved, moved.move("p-3"_person, "point-1"_institution, day(2026y / 11 / 1)));
        CHECK(is_no(kept.covered(*moved.staff().find("pharmacy-2"_institution))));
        CHECK(is_yes(kept.covered(*moved.staff().find("point-1"_institution))));
        CHECK(kept == certified_day(moved, today));
    }
    SECTION("someone who may not be on duty, or whose certificate is in doubt, leaves it open") {
        auto open = all;
        CHECK(open.add({.id = "A5"_certificate,
                        .programme = "arrest"_programme,
                        .holder = "p-5"_person,
                        .issued = partial_date::month(2026y / 11),
                        .source = synthetic()})
                  .done());
        auto const perhaps = why_covered(open, "point-1"_institution, today);
        CHECK(is_unknown(perhaps.covered));
        CHECK(perhaps.changes_on == day(2026y / 11 / 30));
        CHECK(is_unknown(why_covered(open, "nowhere"_institution, today).covered));
    }
}

TEST_CASE("one act takes back all certificates of a programme, a provider or a time") {
    auto all = small_chain();
    auto const today = day(2026y / 11 / 21);
    mass_revocation act;
    act.on = partial_date(2026y / 6 / 1);
    CHECK(revoke_all(all, act).refused.contains("act-without-scope"_finding));
    act.issued = between(2026y / 2 / 1, 2026y / 4 / 1);
    act.programme = "stroke"_programme;
    auto const done = revoke_all(all, act);
    CHECK(done.revoked == std::vector{"S1"_certificate, "S3"_certificate, "S5"_certificate});
    CHECK(done.perhaps.empty());
    CHECK(all.status("p-1"_person, "stroke"_programme, day(2026y / 5 / 31)) == valid);
    CHECK(all.status("p-1"_person, "stroke"_programme, today) == revoked);
    CHECK(all.status("p-2"_person, "stroke"_programme, today) == lapsed);
    CHECK(certified_day(all, today).sites(truth::yes) == 0);
    SECTION("of an issue known by its month it is not known whether the act concerns it") {
        CHECK(all.add(issued("S9"_certificate, partial_date::month(2026y / 8))).done());
        mass_revocation const second{.issued = between(2026y / 8 / 1, 2026y / 8 / 16),
                                     .on = partial_date(2026y / 9 / 1)};
        CHECK(revoke_all(all, second).perhaps == std::vector{"S9"_certificate});
        CHECK(all.status("p-1"_person, "stroke"_programme, day(2026y / 8 / 31)) == valid);
        CHECK(all.status("p-1"_person, "stroke"_programme, today) == unknown);
    }
    SECTION("issued after the act it is not touched") {
        CHECK(all.add(issued("S9"_certificate, 2026y / 6 / 2)).done());
        CHECK(revoke_all(all, {.provider = "bach-mai"_institution, .on = act.on}).revoked.size() == 6);
        CHECK(all.status("p-1"_person, "stroke"_programme, today) == valid);
    }
}

TEST_CASE("under another policy the same certificates stand otherwise, and it is said whose") {
    auto all = small_chain();
    auto const today = day(2026y / 11 / 21);
    auto const two_years = expires_after{calendar_months(24)};
    CHECK(who_changes(all, "stroke"_programme, two_years, today) ==
          std::vector<status_shift>{{"p-2"_person, lapsed, valid}});
    CHECK(who_changes(all, "stroke"_programme, expiry_not_stated{}, today).size() == 4);
    CHECK(all.status("p-2"_person, "stroke"_programme, today) == lapsed);
    CHECK(all.change_expiry("stroke"_programme, two_years).done());
    CHECK(all.status("p-2"_person, "stroke"_programme, today) == valid);
}

TEST_CASE("a register is made from a network, as far as that was known") {
    network written;
    written.programmes.push_back(topic("stroke"_programme, one_year));
    written.people.push_back({.id = "p-1"_person, .workplace = "pharmacy-1"_institution, .source = synthetic()});
    written.certificates.push_back(issued("C1"_certificate, 2026y / 1 / 1));
    written.certificates.push_back(issued("C2"_certificate, 2026y / 6 / 1, "C9"_certificate));
    written.certificates[0].source.known_since = day(2026y / 2 / 1);
    certificate_register const now(written, thirty_days);
    CHECK(now.status("p-1"_person, "stroke"_programme, day(2026y / 1 / 15)) == valid);
    CHECK(now.problems().contains("dangling-id"_finding));
    CHECK(now.staff().people_at(0).count == 1);
    certificate_register const then(written, thirty_days, day(2026y / 1 / 31));
    CHECK(then.status("p-1"_person, "stroke"_programme, day(2026y / 1 / 15)) == not_yet);
}
