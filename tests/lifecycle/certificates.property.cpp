#include <lienvien/lifecycle/certificate_acts.hpp>
#include <lienvien/lifecycle/certified_day.hpp>
#include <lienvien/lifecycle/site_cover.hpp>

#include <support/rapidcheck.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Two readers that share no code with the library. One goes through every way in which partial dates could have been: the
// status is known exactly where all of them agree. The other keeps plain lists and counts people site by site.

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

using std::chrono::days;
using std::chrono::months;

int roll(int limit) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, limit)); }
constexpr sys_days start = sys_days(2025y / 1 / 1);

/// A date of which one to four days are possible.
partial_date some_date(int within, bool exact) {
    // Half of them on few days, so that some meet.
    sys_days const first = start + days(roll(2) == 0 ? roll(within) : 30 * roll(within / 30));
    int const width = exact ? 0 : roll(4);
    return width == 0 ? partial_date(first) : partial_date().not_before(first).not_after(first + days(width));
}
std::vector<sys_days> days_of(partial_date const& date) {
    std::vector<sys_days> all;
    for (sys_days day = *date.earliest(); day <= *date.latest(); day += days(1)) all.push_back(day);
    return all;
}
expiry some_expiry() {
    switch (roll(8)) {
        case 0:
            return expiry_not_stated{};
        case 1:
            return never_expires{};
        case 2:
            return expires_each_year{partial_date::year_unknown(
                *rc::gen::element(std::chrono::February / 29, std::chrono::March / 1, std::chrono::June / 30))};
        case 3:
            return expires_unused{calendar_months(1 + roll(3))};
        default:
            return expires_after{calendar_months(1 + roll(6))};
    }
}
certificate_terms some_terms(bool any_month_end) {
    constexpr month_end ways[] = {month_end::last_of_month, month_end::first_of_next, month_end::skip,
                                  month_end::refuse};
    return {ways[roll(any_month_end ? 4 : 2)], roll(2) ? last_valid_day::day_before : last_valid_day::the_day_itself,
            renewal_start::at_issue, days(roll(3) == 0 ? 0 : roll(70))};
}

// ---- the reader of every possible way -------------------------------------------------------------------------------

enum class end_kind { day, none, not_known };
struct naive_end {
    end_kind kind = end_kind::not_known;
    sys_days first_without{};
};
/// Day by day from the last day of the month backwards: slow, and unlike what the library does.
std::optional<sys_days> naive_months(sys_days from, int number, month_end lacking) {
    auto month = year_month_day(from).year() / year_month_day(from).month();
    for (int n = 0; n < number; ++n) month += months(1);
    unsigned const day = static_cast<unsigned>(year_month_day(from).day());
    for (unsigned tried = day; tried > 0; --tried) {
        year_month_day const date = month / std::chrono::day(tried);
        if (!date.ok()) continue;
        if (tried == day || lacking == month_end::last_of_month) return sys_days(date);
        if (lacking == month_end::first_of_next) return sys_days((month + months(1)) / 1);
        return std::nullopt;
    }
    return std::nullopt;
}
naive_end naive_end_of(expiry const& stated, certificate_terms terms, sys_days issue) {
    days const more(terms.ends == last_valid_day::the_day_itself ? 1 : 0);
    if (std::holds_alternative<never_expires>(stated)) return {end_kind::none, {}};
    if (auto const* fixed = std::get_if<expires_after>(&stated)) {
        auto const day = naive_months(issue, static_cast<int>(fixed->months.count()), terms.lacking);
        if (day) return {end_kind::day, *day + more};
    }
    if (auto const* yearly = std::get_if<expires_each_year>(&stated)) {
        std::string const written = yearly->on.to_string().substr(5);
        bool const leap = written == "02-29";
        for (sys_days day = issue + days(1);; day += days(1)) {
            std::string const here = format_day(day).substr(5);
            bool const year_has = year_month_day(day).year().is_leap();
            if (here == written) return {end_kind::day, day + more};
            if (!leap || year_has) continue;
            if (terms.lacking == month_end::last_of_month && here == "02-28") return {end_kind::day, day + more};
            if (terms.lacking == month_end::first_of_next && here == "03-01") return {end_kind::day, day + more};
            if (terms.lacking == month_end::refuse && here == "03-01") return {};
        }
    }
    return {};
}
struct world {
    sys_days issued{};
    std::optional<sys_days> revoked{};
    naive_end end{};
};
/// What an end that is not known allows: it may have come at once, or never.
certificate_status naive_status(std::vector<world> const& all, sys_days day, days grace) {
    bool any_valid = false, any_grace = false, any_issued = false, any_revoked = false;
    for (auto const& each : all) {
        if (day < each.issued) continue;
        any_issued = true;
        if (each.revoked && *each.revoked <= day) {
            bool lifted = false;
            for (auto const& later : all)
                lifted = lifted || (&later != &each && later.issued >= *each.revoked && later.issued <= day);
            any_revoked = any_revoked || !lifted;
        } else if (each.end.kind == end_kind::none || day < each.end.first_without) {
            any_valid = true;
        } else if (day < each.end.first_without + grace) {
            any_grace = true;
        }
    }
    return any_valid     ? certificate_status::valid
           : any_grace   ? certificate_status::grace
           : any_revoked ? certificate_status::revoked
           : any_issued  ? certificate_status::lapsed
                         : certificate_status::not_yet;
}
struct possible_ways {
    std::vector<std::vector<world>> all{{}};
    void add(std::vector<world> const& ways) {
        std::vector<std::vector<world>> more;
        for (auto const& so_far : all) {
            for (auto const& each : ways) {
                more.push_back(so_far);
                more.back().push_back(each);
            }
        }
        all = std::move(more);
    }
    [[nodiscard]] certificate_status status(sys_days day, days grace) const {
        auto const first = naive_status(all.front(), day, grace);
        for (auto const& each : all) {
            if (naive_status(each, day, grace) != first) return certificate_status::unknown;
        }
        return first;
    }
};
/// Every issue, revocation and end that the written dates allow.
std::vector<world> ways_of(certificate const& one, expiry const& stated, certificate_terms terms) {
    std::vector<world> ways;
    for (auto const issued : days_of(one.issued)) {
        std::vector<std::optional<sys_days>> revoked{std::nullopt};
        if (one.revoked) {
            revoked.clear();
            for (auto const day : days_of(*one.revoked)) {
                if (day >= issued) revoked.push_back(day);
            }
        }
        std::vector<naive_end> ends{naive_end_of(stated, terms, issued)};
        if (ends[0].kind == end_kind::not_known) ends = {{end_kind::day, issued - days(40'000)}, {end_kind::none, {}}};
        for (auto const& taken_back : revoked) {
            for (auto const& end : ends) ways.push_back({issued, taken_back, end});
        }
    }
    return ways;
}

}  // namespace

TEST_CASE("the status is known exactly where every way in which the dates may have been agrees", "[certificates]") {
    rc::prop("one person, one programme, up to three certificates", [] {
        bool const exact = roll(3) == 0;
        auto const stated = some_expiry();
        if (std::holds_alternative<expires_unused>(stated)) return;  // below, with its record of use
        auto const terms = some_terms(exact);
        std::vector<certificate> written;
        possible_ways ways;
        for (int n = roll(4); n > 0; --n) {
            certificate one{.id = certificate_id::checked("C" + std::to_string(n)),
                            .programme = "p"_programme,
                            .holder = "a"_person,
                            .issued = some_date(200, exact)};
            if (roll(3) == 0) {
                auto const taken_back = some_date(300, exact);
                if (*taken_back.latest() >= *one.issued.latest() && *taken_back.earliest() >= *one.issued.earliest())
                    one.revoked = taken_back;
            }
            ways.add(ways_of(one, stated, terms));
            written.push_back(std::move(one));
        }
        certification const read(stated, written, terms);
        certificate_status before{};
        std::optional<sys_days> promised;
        for (sys_days day = start - days(3); day < start + days(700); day += days(1)) {
            auto const status = read.on(day);
            RC_ASSERT(status == ways.status(day, terms.grace));
            auto const surely = read.certified_on(day, roll(2) == 0);
            RC_ASSERT((status != certificate_status::valid || is_yes(surely)));
            if (day > start - days(3) && status != before) RC_ASSERT((promised && *promised == day));
            if (day == start - days(3) || status != before) promised = read.next_change(day);
            RC_ASSERT((!promised || *promised > day));
            before = status;
        }
        auto const answer = read.why(start + days(roll(500)));
        RC_ASSERT(answer.status == read.on(answer.on));
        RC_ASSERT((!answer.because.vi.empty() && !answer.because.en.empty()));
        if (answer.since) {
            RC_ASSERT(read.on(*answer.since) == answer.status);
            RC_ASSERT(read.on(*answer.since - days(1)) != answer.status);
        }
    });
}

TEST_CASE("a skill that rests ends the certificate, and each use in time carries it on", "[certificates]") {
    rc::prop("one certificate, a record of use that is complete before a day", [] {
        auto const terms = some_terms(false);
        int const number = 1 + roll(3);
        sys_days const issued = start + days(roll(60));
        skill_use use{"a"_person, "p"_programme, {}, start + days(roll(500))};
        for (int n = roll(9); n > 0; --n) use.days.push_back(start + days(roll(400)));
        certification const read(
            expires_unused{calendar_months(number)},
            {{.id = "C1"_certificate, .programme = "p"_programme, .holder = "a"_person, .issued = issued}}, terms,
            &use);
        // Day by day: what is used while it holds carries it on; once it may have ended beyond the record, nothing is sure.
        days const more(terms.ends == last_valid_day::the_day_itself ? 1 : 0);
        sys_days end = *naive_months(issued, number, terms.lacking) + more;
        bool lost = false;
        for (sys_days day = issued; day < start + days(700); day += days(1)) {
            bool const holds = !lost && day < end;
            if (!lost && day >= end) lost = true;
            for (auto const used : use.days) {
                if (used != day || !holds) continue;
                auto const next = *naive_months(day, number, terms.lacking) + more;
                if (next > end) end = next;
            }
            auto const status = read.on(day);
            if (holds) RC_ASSERT(status == certificate_status::valid);
            if (lost && end > use.complete_before) RC_ASSERT(status == certificate_status::unknown);
            if (lost && end <= use.complete_before)
                RC_ASSERT(status == (day < end + terms.grace ? certificate_status::grace : certificate_status::lapsed));
        }
    });
}

TEST_CASE("a renewal that follows on never ends before one that counts from its issue", "[certificates]") {
    rc::prop("chains of renewals", [] {
        int const number = 1 + roll(6);
        expiry const stated = expires_after{calendar_months(number)};
        auto const plain = some_terms(false);
        certificate_terms const follows(plain.lacking, plain.ends, renewal_start::at_end_of_renewed, plain.grace);
        std::vector<certificate> chain;
        std::vector<sys_days> ends;  // by hand, dates being exact
        days const more(plain.ends == last_valid_day::the_day_itself ? 1 : 0);
        sys_days issued = start;
        for (int n = 0; n < 1 + roll(4); ++n) {
            certificate one{.id = certificate_id::checked("C" + std::to_string(n)),
                            .programme = "p"_programme,
                            .holder = "a"_person,
                            .issued = issued};
            if (n > 0) one.renews = chain.back().id;
            sys_days const from = n > 0 && ends.back() > issued ? ends.back() : issued;
            ends.push_back(*naive_months(from, number, plain.lacking) + more);
            chain.push_back(one);
            issued += days(roll(250));
        }
        certification const by_issue(stated, chain, plain), by_end(stated, chain, follows);
        for (sys_days day = start; day < start + days(1'500); day += days(1)) {
            bool holds = false;
            for (std::size_t n = 0; n < chain.size(); ++n)
                holds = holds || (*chain[n].issued.exact() <= day && day < ends[n]);
            RC_ASSERT((by_end.on(day) == certificate_status::valid) == holds);
            RC_ASSERT((by_issue.on(day) != certificate_status::valid || holds));
        }
    });
}

namespace {

// ---- the reader with plain lists -------------------------------------------------------------------------------------

struct plain_lists {
    std::vector<programme> topics;
    std::vector<certificate> certificates;
    std::vector<posting> postings;
    std::vector<skill_use> uses;
    std::vector<std::pair<institution_id, site_rule>> rules;

    [[nodiscard]] certification of(person_id const& who, programme const& in, certificate_terms terms) const {
        std::vector<certificate> theirs;
        for (auto const& each : certificates) {
            if (each.holder == who && each.programme == in.id) theirs.push_back(each);
        }
        skill_use const* use = nullptr;
        for (auto const& each : uses) {
            if (each.person == who && each.programme == in.id) use = &each;
        }
        return {in.expiry, theirs, terms, use};
    }
    [[nodiscard]] truth covered(institution_id const& site, site_rule const& rule, certificate_terms terms,
                                sys_days day) const {
        truth all = truth::yes;
        for (auto const& need : rule.needs) {
            std::int64_t sure = 0, possible = 0;
            for (auto const& who : people()) {
                truth there = truth::no;
                for (auto const& each : postings) {
                    if (each.person == who && each.site == site) there |= holds_on(each.valid, day);
                }
                programme const* in = nullptr;
                for (auto const& each : topics) {
                    if (each.id == need.topic) in = &each;
                }
                truth const counts = there & of(who, *in, terms).certified_on(day, rule.grace_counts);
                sure += is_yes(counts) ? 1 : 0;
                possible += is_no(counts) ? 0 : 1;
            }
            all &= sure >= need.at_least.count()      ? truth::yes
                   : possible < need.at_least.count() ? truth::no
                                                      : truth::unknown;
        }
        return all;
    }
    [[nodiscard]] std::vector<person_id> people() const {
        std::vector<person_id> all;
        for (int n = 0; n < 6; ++n) all.push_back(person_id::checked("p" + std::to_string(n)));
        return all;
    }
};
person_id some_person() { return person_id::checked("p" + std::to_string(roll(6))); }
institution_id some_site() { return institution_id::checked("s" + std::to_string(roll(4))); }
programme_id some_topic(int number) { return programme_id::checked("t" + std::to_string(number)); }
void take_back(certificate& one, sys_days first, bool perhaps) {
    auto const old_first = one.revoked ? one.revoked->earliest() : std::nullopt;
    auto const old_last = one.revoked ? one.revoked->latest() : std::nullopt;
    partial_date day = partial_date().not_before(old_first && *old_first < first ? *old_first : first);
    if (!perhaps) day = day.not_after(old_last && *old_last < first ? *old_last : first);
    if (perhaps && old_last) day = day.not_after(*old_last);
    one.revoked = day;
}

}  // namespace

TEST_CASE("after any change the register and a kept day are what plain lists say, and a fresh register",
          "[certificates]") {
    rc::prop("random changes of certificates, postings, rules and policies", [] {
        plain_lists plain;
        auto const terms = some_terms(true);
        for (int n = 0; n < 3; ++n)
            plain.topics.push_back({.id = some_topic(n),
                                    .provider = institution_id::checked("h" + std::to_string(n % 2)),
                                    .expiry = some_expiry()});
        certificate_register kept(plain.topics, terms);
        std::vector<sys_days> asked;
        std::vector<certified_day> sheets;
        for (int n = 0; n < 3; ++n) {
            asked.push_back(start + days(roll(500)));
            sheets.emplace_back(kept, asked.back());
        }
        auto const follow = [&](register_change const& made) {
            for (auto& sheet : sheets) sheet.follow(kept, made);
        };
        for (auto const& who : plain.people()) {
            static_cast<void>(kept.add_person(who));
            follow({{}, kept.staff().find(who)});
        }
        for (int step = 0, names = 0; step < 30; ++step) {
            switch (roll(10)) {
                case 0:
                case 1:
                case 2:
                case 3: {
                    certificate one{.id = certificate_id::checked("C" + std::to_string(names++)),
                                    .programme = some_topic(roll(4)),  // the last is none of the register
                                    .holder = some_person(),
                                    .issued = some_date(400, roll(3) != 0)};
                    if (roll(6) == 0) one.revoked = some_date(450, roll(2) == 0);
                    if (roll(12) == 0 && !plain.certificates.empty())
                        one.id = plain
                                     .certificates[static_cast<std::size_t>(
                                         roll(static_cast<int>(plain.certificates.size())))]
                                     .id;
                    bool const wrong_dates = one.revoked && is_yes(before(*one.revoked, one.issued));
                    bool taken = false;
                    for (auto const& each : plain.certificates) taken = taken || each.id == one.id;
                    auto const made = kept.add(one);
                    RC_ASSERT(made.done() == (!wrong_dates && !taken && one.programme != some_topic(3)));
                    if (made.done()) plain.certificates.push_back(one);
                    follow(made);
                    break;
                }
                case 4: {
                    if (plain.certificates.empty()) break;
                    auto& one =
                        plain.certificates[static_cast<std::size_t>(roll(static_cast<int>(plain.certificates.size())))];
                    sys_days const on = start + days(roll(500));
                    auto const made = kept.revoke(one.id, partial_date(on));
                    RC_ASSERT(made.done() == (on >= *one.issued.earliest()));
                    if (made.done()) take_back(one, on, false);
                    follow(made);
                    break;
                }
                case 5: {
                    posting one{some_person(), some_site(), {}};
                    one.valid = roll(3) == 0 ? validity(some_date(300, false), some_date(500, false))
                                             : validity(some_date(300, true));
                    plain.postings.push_back(one);
                    follow(kept.post(one));
                    break;
                }
                case 6: {
                    auto const who = some_person();
                    auto const to = some_site();
                    sys_days const on = start + days(roll(500));
                    for (auto& each : plain.postings) {
                        if (each.person != who) continue;
                        if (!each.valid.until)
                            each.valid.until = partial_date(on);
                        else if (*each.valid.until->earliest() >= on)
                            each.valid.until = partial_date(on);
                        else if (*each.valid.until->latest() > on)
                            each.valid.until = each.valid.until->not_after(on);
                    }
                    plain.postings.push_back({who, to, validity(partial_date(on))});
                    follow(kept.move(who, to, on));
                    break;
                }
                case 7: {
                    auto const topic = static_cast<std::size_t>(roll(3));
                    if (roll(2) == 0) {
                        plain.topics[topic].expiry = some_expiry();
                        auto const shifted =
                            who_changes(kept, plain.topics[topic].id, plain.topics[topic].expiry, asked[0]);
                        std::vector<status_shift> seen;
                        for (std::uint32_t p = 0; p < kept.staff().people(); ++p)
                            seen.push_back(
                                {kept.staff().person(p), sheets[0].status(p, static_cast<std::uint32_t>(topic)), {}});
                        RC_ASSERT(kept.change_expiry(plain.topics[topic].id, plain.topics[topic].expiry).done());
                        for (std::uint32_t p = 0; p < kept.staff().people(); ++p) follow({{}, p});
                        std::vector<status_shift> now;
                        for (std::uint32_t p = 0; p < kept.staff().people(); ++p) {
                            seen[p].after = sheets[0].status(p, static_cast<std::uint32_t>(topic));
                            if (seen[p].before != seen[p].after) now.push_back(seen[p]);
                        }
                        RC_ASSERT(now == shifted);
                    } else {
                        skill_use use{some_person(), plain.topics[topic].id, {}, start + days(roll(500))};
                        for (int n = roll(5); n > 0; --n) use.days.push_back(start + days(roll(400)));
                        std::erase_if(plain.uses, [&](skill_use const& old) {
                            return old.person == use.person && old.programme == use.programme;
                        });
                        plain.uses.push_back(use);
                        follow(kept.add(use));
                    }
                    break;
                }
                case 8: {
                    site_rule rule{{}, roll(2) == 0};
                    for (int n = 0; n < 3; ++n) {
                        if (roll(2) == 0) rule.needs.push_back({some_topic(n), people(1 + roll(2))});
                    }
                    auto const site = some_site();
                    RC_ASSERT(kept.require(site, rule).done());
                    std::erase_if(plain.rules, [&](auto const& old) { return old.first == site; });
                    plain.rules.push_back({site, rule});
                    for (auto& sheet : sheets) sheet.follow_site(kept, *kept.staff().find(site));
                    break;
                }
                default: {
                    mass_revocation act;
                    if (roll(2) == 0) act.programme = some_topic(roll(3));
                    if (roll(2) == 0) act.provider = institution_id::checked("h" + std::to_string(roll(2)));
                    sys_days const first = start + days(roll(300));
                    if (roll(2) == 0) act.issued = period::between(first, first + days(1 + roll(60)));
                    sys_days const on = start + days(roll(500));
                    act.on = partial_date(on);
                    auto const made = revoke_all(kept, act);
                    if (!act.programme && !act.provider && !act.issued) {
                        RC_ASSERT(made.refused.has_errors());
                        break;
                    }
                    std::size_t sure = 0, perhaps = 0;
                    for (auto& each : plain.certificates) {
                        auto const number = static_cast<std::size_t>(each.programme.view()[1] - '0');
                        if (act.programme && each.programme != *act.programme) continue;
                        if (act.provider && plain.topics[number].provider != *act.provider) continue;
                        std::size_t hit = 0;
                        // A revocation on a day also says that it was issued by then.
                        std::vector<sys_days> possible;
                        for (auto const day : days_of(each.issued)) {
                            if (!each.revoked || !each.revoked->latest() || day <= *each.revoked->latest() ||
                                possible.empty())
                                possible.push_back(day);
                        }
                        for (auto const day : possible) hit += (!act.issued || act.issued->contains(day)) && day <= on;
                        if (hit == 0) continue;
                        take_back(each, on, hit != possible.size());
                        ++(hit == possible.size() ? sure : perhaps);
                    }
                    RC_ASSERT(made.revoked.size() == sure);
                    RC_ASSERT(made.perhaps.size() == perhaps);
                    for (auto const person : made.people) follow({{}, person});
                    break;
                }
            }
        }
        certificate_register fresh(plain.topics, terms);
        for (auto const& who : plain.people()) static_cast<void>(fresh.add_person(who));
        for (auto const& each : plain.uses) RC_ASSERT(fresh.add(each).done());
        RC_ASSERT(fresh.add_all(plain.certificates).empty());
        for (auto const& each : plain.postings) static_cast<void>(fresh.post(each));
        for (auto const& [site, rule] : plain.rules) RC_ASSERT(fresh.require(site, rule).done());
        for (std::size_t n = 0; n < sheets.size(); ++n) {
            RC_ASSERT(sheets[n] == certified_day(kept, asked[n]));
            certified_day const anew(fresh, asked[n]);
            for (std::uint32_t p = 0; p < kept.staff().people(); ++p) {
                for (std::uint32_t t = 0; t < 3; ++t) {
                    auto const direct = plain.of(kept.staff().person(p), plain.topics[t], terms).on(asked[n]);
                    RC_ASSERT(sheets[n].status(p, t) == direct);
                    RC_ASSERT(anew.status(p, t) == direct);
                    RC_ASSERT(kept.status(kept.staff().person(p), plain.topics[t].id, asked[n]) == direct);
                    RC_ASSERT(kept.why(kept.staff().person(p), plain.topics[t].id, asked[n]).status == direct);
                }
            }
            for (auto const& [site, rule] : plain.rules) {
                auto const direct = plain.covered(site, rule, terms, asked[n]);
                RC_ASSERT(sheets[n].covered(*kept.staff().find(site)) == direct);
                RC_ASSERT(anew.covered(*fresh.staff().find(site)) == direct);
                auto const why = why_covered(kept, site, asked[n]);
                RC_ASSERT(why.covered == direct);
                RC_ASSERT(why.gaps.empty() == is_yes(direct));
            }
            RC_ASSERT(sheets[n].sites(truth::yes) + sheets[n].sites(truth::no) + sheets[n].sites(truth::unknown) ==
                      plain.rules.size());
        }
        if (plain.rules.empty()) return;
        // The next change of a site, day after day.
        auto const& [site, rule] = plain.rules.front();
        auto const number = *kept.staff().find(site);
        auto const change = next_change_of_cover(kept, number, asked[0]);
        auto const now = certificate_detail::covered_on(kept, number, certificate_detail::number_of(asked[0]));
        std::optional<sys_days> found;
        for (sys_days day = asked[0] + days(1); day < start + days(900) && !found; day += days(1)) {
            if (certificate_detail::covered_on(kept, number, certificate_detail::number_of(day)) != now) found = day;
        }
        if (found || !change || *change < start + days(900)) RC_ASSERT(change == found);
    });
}
