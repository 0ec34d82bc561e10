#include <lienvien/json/network_fwd.hpp>
#include <lienvien/lifecycle/agreement_line.hpp>
#include <lienvien/lifecycle/contributions.hpp>
#include <lienvien/lifecycle/focal_points.hpp>
#include <lienvien/lifecycle/ledger.hpp>

#include <support/catch.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// The promises of the five articles: what was given and is owed both ways, what was only proposed, whom to call, and what an
// honour thanks for. Events are made up and marked so; the commitments are not.

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

network const& articles() {
    static network const all = [] {
        std::ifstream in("examples/data/articles.json", std::ios::binary);
        std::string const written{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        return json::read_network(written).value.value();
    }();
    return all;
}
promise_event performed(std::string_view id, commitment_id const& what, year_month_day on) {
    return {.id = promise_event_id::checked(id),
            .kind = promise_event_kind::performed,
            .on = day(on),
            .about = what,
            .source = synthetic()};
}

}  // namespace

TEST_CASE("S21 and S25: oncology one way, paperless know-how the other, each in its own units") {
    promise_book const book(articles());
    CHECK(book.found().empty());
    promise_history const history{std::vector{performed("advice", "k-ga-advice"_commitment, 2023y / 9 / 1),
                                              performed("records", "ga-k-records"_commitment, 2024y / 2 / 1),
                                              performed("course-1", "k-ga-courses"_commitment, 2024y / 3 / 1),
                                              performed("course-2", "k-ga-courses"_commitment, 2024y / 9 / 1)}};
    auto const found = ledger_on(book, history, day(2026y / 11 / 21), {}, "k-gia-an-115"_agreement);
    auto const there = found.from_to("k"_institution, "gia-an-115"_institution);
    auto const back = found.from_to("gia-an-115"_institution, "k"_institution);
    CHECK(there.size() == 6);
    CHECK(back.size() == 5);
    CHECK(found.lines.size() == there.size() + back.size());
    // No article gives a day: what is open is undated, and nobody is to blame.
    for (auto const& each : found.lines) {
        INFO(each.commitment.view());
        CHECK(each.overdue == items(0));
        CHECK(each.undated == each.open);
        CHECK_FALSE(each.blame);
        CHECK((each.promised + each.beyond) == (each.given + each.open));
    }
    auto const line = [&](commitment_id const& id) {
        for (auto const& each : found.lines) {
            if (each.commitment == id) return each;
        }
        FAIL("no line of " << id.view());
        return found.lines.front();
    };
    CHECK(line("k-ga-advice"_commitment).state == promise_state::fulfilled);
    CHECK(line("k-ga-packages"_commitment).open == items(1));
    CHECK(line("ga-k-records"_commitment).state == promise_state::fulfilled);
    CHECK(line("ga-k-imaging"_commitment).state == promise_state::due);
    CHECK(line("ga-k-laboratory"_commitment).undated == items(1));
    CHECK(line("k-ga-courses"_commitment).given == items(2));
    CHECK(line("k-ga-courses"_commitment).endless);
    CHECK(line("k-ga-telemedicine"_commitment).state == promise_state::in_force);
}

TEST_CASE(
    "S16 and S20: what is agreed in principle or proposed binds nobody, and what is done all the same is counted") {
    promise_book const book(articles());
    promise_history const history{std::vector{performed("pilot", "bm-lc-training"_commitment, 2026y / 3 / 1)}};
    auto const found = ledger_on(book, history, day(2026y / 11 / 21), {}, "bach-mai-long-chau"_agreement);
    CHECK(found.given_by("bach-mai"_institution).size() == 5);
    CHECK(found.from_to("fpt-retail"_institution, "bach-mai"_institution).size() == 4);  // S20
    for (auto const& each : found.lines) {
        INFO(each.commitment.view());
        CHECK(each.state == promise_state::not_binding);
        CHECK(each.open == items(0));
        CHECK(each.given == items(each.commitment == "bm-lc-training"_commitment ? 1 : 0));
    }
}

TEST_CASE("S11 and S20: proposals stay wishes until an agreement that binds takes them up") {
    auto all = articles();
    auto const wishes = [&](agreement_id const& of) {
        std::vector<proposal_part> some;
        for (auto& each : proposals_in(all)) {
            if (each.proposal == of) some.push_back(each);
        }
        return some;
    };
    CHECK(wishes("jp-vn-priorities-2026"_agreement).size() == 5);
    CHECK(wishes("jp-bach-mai-priorities-2026"_agreement).size() == 5);
    for (auto const& each : proposals_in(all)) CHECK(each.taken_up_by.empty());

    all.agreements.push_back({.id = "made-up"_agreement,
                              .status = agreement_status::signed_,
                              .clauses = {{.activity = activity::research, .source = synthetic()}},
                              .earlier = {{"jp-bach-mai-priorities-2026"_agreement, agreement_link::implements}},
                              .source = synthetic()});
    int taken = 0;
    for (auto const& each : wishes("jp-bach-mai-priorities-2026"_agreement)) {
        if (each.taken_up_by.empty()) continue;
        ++taken;
        CHECK(each.activity == activity::research);
    }
    CHECK(taken == 1);
}

TEST_CASE("S19: nobody holds the role of focal point, so the call goes up the chain that the caller gives") {
    auto const call = [](std::vector<std::string_view> const& chain, network const& all = articles()) {
        return contact_for(all, "bach-mai"_institution, "long-chau-first-aid"_programme, day(2026y / 11 / 21), chain);
    };
    auto const nobody = call({});
    CHECK(nobody.outcome == contact_outcome::nobody);
    CHECK(nobody.tried.size() == 1);  // the role is written down, vacant
    auto const deputy = call({"Trưởng khoa", "Phó Giám đốc", "Giám đốc"});
    CHECK(deputy.outcome == contact_outcome::escalated);
    CHECK(deputy.person == "vu-van-giap"_person);
    CHECK(call({"Director"}).person == "dao-xuan-co"_person);

    auto named = articles();
    named.role_holdings.push_back({.institution = "bach-mai"_institution,
                                   .holder = "made-up"_person,
                                   .programme = "long-chau-first-aid"_programme,
                                   .valid = from(2026y / 11 / 1),
                                   .source = synthetic()});
    CHECK(call({"Giám đốc"}, named).outcome == contact_outcome::named);
    named.role_holdings.back().valid = validity(partial_date::month(2026y / 11));
    CHECK(call({}, named).outcome == contact_outcome::not_known);
}

TEST_CASE("S12: a medal is known by both its names, and thanks for what events show; who deserves one the user says") {
    recognition const* medal = nullptr;
    for (auto const& each : articles().recognitions) {
        if (each.kind == honour::medal) medal = &each;
    }
    REQUIRE(medal);
    CHECK(is_named(*medal, "Kỷ niệm chương “Vì sức khỏe nhân dân”"));
    CHECK(is_named(*medal, "Kỷ niệm chương Vì sự nghiệp sức khỏe nhân dân"));
    CHECK_FALSE(is_named(*medal, "Huân chương"));

    promise_book const book(articles());
    auto const monthly = "jp-monthly-consultation"_commitment;
    promise_history const history{std::vector{performed("s-1", monthly, 2025y / 11 / 6),
                                              performed("s-2", monthly, 2025y / 12 / 4),
                                              performed("s-3", monthly, 2026y / 2 / 5)}};
    auto const today = day(2026y / 11 / 21);
    CHECK(shown_for(*medal, book, {}, today, {}).empty());
    auto const shown = shown_for(*medal, book, history, today, {});
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].giver == "jihs"_institution);
    CHECK(shown[0].given == items(2));  // up to the day of the medal
    CHECK(shown[0].evidence == std::vector{"s-1"_promise_event, "s-2"_promise_event});

    auto const all = contributions_by(book, history, today, {});
    auto const at_least = [](std::int64_t number) {
        return [number](institution_id const&, std::vector<contribution> const& own) {
            return own[0].given >= items(number);
        };
    };
    CHECK(candidates(all, at_least(3)) == std::vector{"jihs"_institution});
    CHECK(candidates(all, at_least(4)).empty());
}
