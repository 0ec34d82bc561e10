#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/rules/sweep.hpp>

#include <support/catch.hpp>

#include <network/made.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The transfer rules of Viet Nam, rule by rule, as small tables: yes, no, and both sides of each boundary. Article and
// clause stand in the name of each case. The networks are made up; the rules are those of the library.

using namespace made;

namespace {

constexpr auto yes = truth::yes;
constexpr auto no = truth::no;
constexpr auto open = truth::unknown;

/// Four facilities of the four old tiers in one line, a second district and provincial hospital beside it, and one technique
/// that the central hospital performs. A day of 2024: every rule is in force and none is uncertain.
struct question {
    network written;
    patient_need need{.id = "n"_need,
                      .origin = "district"_institution,
                      .techniques = {"t"_technique},
                      .urgency = urgency::routine,
                      .transfer_indicated = truth::yes,
                      .source = synthetic()};
    year_month_day today = 2024y / 6 / 1;
    uncertain_rules policy = uncertain_rules::apply_and_say;

    question() {
        add_technique(written, "t");
        struct facility {
            std::string_view id;
            legacy_tier tier;
        };
        for (auto const& [id, tier] : {facility{"commune", legacy_tier::commune},
                                       {"district", legacy_tier::district},
                                       {"other-district", legacy_tier::district},
                                       {"provincial", legacy_tier::provincial},
                                       {"other-provincial", legacy_tier::provincial},
                                       {"central", legacy_tier::central}}) {
            add_hospital(written, id);
            written.legacy_standings.push_back(
                {.institution = named(id), .tier = tier, .valid = always, .source = synthetic()});
        }
        add_affiliation(written, "commune", "district", affiliation_kind::referral_line);
        add_affiliation(written, "district", "provincial", affiliation_kind::referral_line);
        add_affiliation(written, "provincial", "central", affiliation_kind::referral_line);
        set("central", yes);
        for (auto const* id : {"commune", "district", "other-district", "provincial", "other-provincial"}) set(id, no);
    }
    /// Does a site perform the technique? `open`: nothing is written.
    question& set(std::string_view id, truth performs) {
        std::erase_if(written.technique_lists, [&](auto const& list) { return list.site == named(id); });
        if (!is_unknown(performs)) add_list(written, id, {});
        if (is_yes(performs)) written.technique_lists.back().techniques.push_back("t"_technique);
        return *this;
    }
    question& set_tier(std::string_view id, legacy_tier tier) {
        for (auto& each : written.legacy_standings) {
            if (each.institution == named(id)) each.tier = tier;
        }
        return *this;
    }
    question& from(std::string_view id) {
        need.origin = named(id);
        return *this;
    }
    question& on(year_month_day day) {
        today = day;
        return *this;
    }

    explanation explain(std::string_view receiver) const {
        auto const now = as_of(written, today);
        auto const given = decide(now, vietnam::transfer_between_facilities, need, policy);
        CHECK(sweep(vietnam::transfer_between_facilities, given.rules(), given.asked()) == given.verdicts());
        return *why(given, named(receiver));
    }
    outcome to(std::string_view receiver) const { return explain(receiver).verdict.outcome; }
    /// Does one rule bear on the case? Nothing where it is not in force on the day.
    std::optional<truth> bears(std::string_view rule, std::string_view receiver) const {
        for (auto const& each : explain(receiver).rules) {
            if (each.rule.id.view() == rule) return each.bears;
        }
        return std::nullopt;
    }
};

constexpr auto permitted = outcome::permitted;
constexpr auto forbidden = outcome::forbidden;
constexpr auto not_provided_for = outcome::not_provided_for;
constexpr auto facts_missing = outcome::facts_missing;
constexpr auto not_in_force = outcome::not_in_force;

}  // namespace

TEST_CASE("Circular 14/2014, article 4(1)(a): upward one step") {
    struct row {
        std::string_view origin;
        std::string_view receiver;
        truth permits;
    };
    // Where the adjacent upper facility performs the technique, one step up and no other.
    for (auto const& [origin, receiver, permits] : {row{"commune", "district", yes},
                                                    {"commune", "other-district", yes},
                                                    {"commune", "provincial", no},
                                                    {"commune", "central", no},
                                                    {"district", "provincial", yes},
                                                    {"district", "other-provincial", yes},
                                                    {"district", "central", no},
                                                    {"district", "other-district", no},
                                                    {"district", "commune", no},
                                                    {"provincial", "central", yes},
                                                    {"provincial", "district", no},
                                                    {"provincial", "provincial", no}}) {
        CAPTURE(origin, receiver);
        question asked;
        for (auto const* id : {"commune", "district", "other-district", "provincial", "other-provincial"})
            asked.set(id, yes);
        asked.set(origin, no).from(origin);
        CHECK(asked.bears("vn.14-2014.4.1", receiver) == permits);
    }
    CHECK(question().set("provincial", yes).to("provincial") == permitted);
    CHECK(question().set("provincial", yes).to("central") == not_provided_for);
    CHECK(question().bears("vn.14-2014.4.1", "provincial") ==
          no);  // who lacks the technique is not whom one goes up to
    CHECK(question().set("provincial", open).bears("vn.14-2014.4.1", "provincial") == open);
    CHECK(question().set("provincial", yes).set_tier("provincial", legacy_tier::not_known).to("provincial") ==
          facts_missing);
    CHECK(question().set("provincial", yes).set_tier("district", legacy_tier::not_known).to("provincial") ==
          facts_missing);
}

TEST_CASE(
    "Circular 14/2014, article 5(1)(a): upward only beyond the sender's ability, and indicated by a consultation") {
    struct row {
        truth origin_performs;
        truth indicated;
        outcome expected;
    };
    for (auto const& [performs, indicated, expected] : {row{no, yes, permitted},
                                                        {no, no, not_provided_for},
                                                        {no, open, facts_missing},
                                                        {yes, yes, not_provided_for},
                                                        {yes, no, not_provided_for},
                                                        {yes, open, not_provided_for},
                                                        {open, yes, facts_missing},
                                                        {open, no, not_provided_for},
                                                        {open, open, facts_missing}}) {
        CAPTURE(static_cast<int>(performs), static_cast<int>(indicated));
        question asked;
        asked.set("provincial", yes).set("district", performs);
        asked.need.transfer_indicated = indicated;
        CHECK(asked.to("provincial") == expected);
    }
}

TEST_CASE(
    "Circular 14/2014, articles 4(1)(b) and 5(1)(b): a step is skipped only where the adjacent upper facility lacks "
    "the technique") {
    struct row {
        truth adjacent_performs;
        truth permits_skipping;
        outcome to_central;
    };
    for (auto const& [adjacent, skips, expected] :
         {row{no, yes, permitted}, {yes, no, not_provided_for}, {open, open, facts_missing}}) {
        CAPTURE(static_cast<int>(adjacent));
        question asked;
        asked.set("provincial", adjacent);
        CHECK(asked.bears("vn.14-2014.4.1", "central") == skips);
        CHECK(asked.to("central") == expected);
        // One step up is open whatever the adjacent facility performs: the receiver there is another one.
        asked.set("other-provincial", yes);
        CHECK(asked.bears("vn.14-2014.4.1", "other-provincial") == yes);
        CHECK(asked.bears("vn.14-2014.4.1", "other-district") == no);
    }
    SECTION("two adjacent upper facilities: both must lack it") {
        question asked;
        add_affiliation(asked.written, "district", "other-provincial", affiliation_kind::referral_line);
        CHECK(asked.to("central") == permitted);
        CHECK(asked.set("other-provincial", yes).to("central") == not_provided_for);
        CHECK(asked.set("other-provincial", open).to("central") == facts_missing);
    }
    SECTION("no adjacent upper facility is written down: not known, never skipped") {
        question asked;
        asked.written.affiliations.clear();
        CHECK(asked.to("central") == facts_missing);
    }
    SECTION("a line of referral that had ended by the day says nothing") {
        question asked;
        asked.written.affiliations[1].valid = until(2024y / 6 / 1);
        CHECK(asked.to("central") == facts_missing);
        CHECK(asked.on(2024y / 5 / 31).to("central") == permitted);
    }
    SECTION("a closed adjacent facility performs nothing") {
        question asked;
        asked.set("provincial", yes);
        institution_in(asked.written, "provincial").operations = {{operation_status::closed, always, synthetic()}};
        CHECK(asked.to("central") == permitted);
    }
    SECTION("an adjacent facility under a new name is still the adjacent one") {
        question asked;
        add_hospital(asked.written, "renamed");
        asked.set("renamed", yes);
        add_succession(asked.written, "provincial", "renamed", succession_kind::renaming, 2024y / 3 / 1);
        institution_in(asked.written, "provincial").operations = {
            {operation_status::closed, from(2024y / 3 / 1), synthetic()},
            {operation_status::operating, until(2024y / 3 / 1), synthetic()}};
        CHECK(asked.to("central") == not_provided_for);
    }
    SECTION("the proof cites 4(1)(b) and 5(1)(a)") {
        auto const why_so = question().explain("central");
        REQUIRE(why_so.rules[0].rule.id == "vn.14-2014.4.1"_rule);
        auto const& proved = why_so.rules[0].why;
        REQUIRE(proved.node == proof::kind::exception);
        CHECK(to_string(*proved.parts[0].basis, language::vi) == "Thông tư 14/2014/TT-BYT, Điều 4 khoản 1 điểm b");
        CHECK(to_string(*proved.parts[1].parts[1].basis, language::en) ==
              "Circular 14/2014/TT-BYT, article 5 clause 1 point a");
    }
}

TEST_CASE("Circular 14/2014, article 5(2): downward once past the emergency stage, improved, and able to go on below") {
    struct row {
        truth past;
        truth improved;
        truth permits;
    };
    for (auto const& [past, improved, permits] : {row{yes, yes, yes},
                                                  {no, yes, no},
                                                  {yes, no, no},
                                                  {no, no, no},
                                                  {open, yes, open},
                                                  {yes, open, open},
                                                  {open, no, no},
                                                  {no, open, no}}) {
        CAPTURE(static_cast<int>(past), static_cast<int>(improved));
        question asked;
        asked.from("central").set("district", yes).set("commune", yes);
        asked.need.transfer_indicated = open;
        asked.need.past_emergency_stage = past;
        asked.need.improved = improved;
        CHECK(asked.bears("vn.14-2014.5.2", "district") == permits);
        CHECK(asked.to("district") == (permits == yes    ? permitted
                                       : permits == open ? facts_missing
                                                         : not_provided_for));
        asked.set("district", no);
        CHECK(asked.bears("vn.14-2014.5.2", "district") == no);  // where he cannot go on
        asked.set("district", yes).set("other-district", yes);
        CHECK(asked.from("district").bears("vn.14-2014.5.2", "other-district") == no);  // the same tier is not below
        CHECK(asked.bears("vn.14-2014.5.2", "central") == no);
        CHECK(asked.bears("vn.14-2014.5.2", "commune") == permits);
    }
}

TEST_CASE(
    "Circular 14/2014, article 5(3): within a tier where the sender lacks the technique and the receiver has it") {
    struct row {
        truth origin_performs;
        truth receiver_performs;
        truth permits;
    };
    for (auto const& [from, to, permits] : {row{no, yes, yes},
                                            {yes, yes, no},
                                            {no, no, no},
                                            {yes, no, no},
                                            {open, yes, open},
                                            {no, open, open},
                                            {open, no, no}}) {
        CAPTURE(static_cast<int>(from), static_cast<int>(to));
        question asked;
        asked.set("district", from).set("other-district", to);
        CHECK(asked.bears("vn.14-2014.5.3", "other-district") == permits);
        CHECK(asked.bears("vn.14-2014.5.3", "provincial") == no);
        CHECK(asked.bears("vn.14-2014.5.3", "commune") == no);
    }
    CHECK(question().set("other-district", yes).to("other-district") == permitted);
    CHECK(question()
              .set("other-district", yes)
              .set_tier("other-district", legacy_tier::not_known)
              .bears("vn.14-2014.5.3", "other-district") == open);
}

TEST_CASE("Law 15/2023, articles 3(2) and 7(2): in an emergency no facility may refuse, from 2024-01-01") {
    struct row {
        urgency how_soon;
        year_month_day today;
        outcome to_other_district;
    };
    // The receiver lacks the technique: only the duty in an emergency can permit it.
    for (auto const& [how_soon, today, expected] : {row{urgency::emergency, 2024y / 1 / 1, permitted},
                                                    {urgency::emergency, 2023y / 12 / 31, not_provided_for},
                                                    {urgency::urgent, 2024y / 1 / 1, forbidden},
                                                    {urgency::routine, 2024y / 1 / 1, forbidden},
                                                    {urgency::routine, 2023y / 12 / 31, not_provided_for},
                                                    {urgency::not_known, 2024y / 1 / 1, facts_missing},
                                                    {urgency::emergency, 2026y / 11 / 21, permitted}}) {
        CAPTURE(static_cast<int>(how_soon), static_cast<int>(today.year()));
        question asked;
        asked.need.urgency = how_soon;
        CHECK(asked.on(today).to("other-district") == expected);
    }
    question early;
    early.need.urgency = urgency::emergency;
    CHECK(early.on(2023y / 12 / 31).bears("vn.15-2023.7.2", "central") == std::nullopt);
    CHECK(early.on(2024y / 1 / 1).bears("vn.15-2023.7.2", "central") == yes);
    CHECK(early.explain("central").cautions.empty());
}

TEST_CASE("Law 15/2023, article 7(4): the receiver performs what is needed within its scope, except in an emergency") {
    struct row {
        truth receiver_performs;
        urgency how_soon;
        truth objects;
    };
    for (auto const& [performs, how_soon, objects] : {row{yes, urgency::routine, no},
                                                      {no, urgency::routine, yes},
                                                      {open, urgency::routine, open},
                                                      {no, urgency::urgent, yes},
                                                      {no, urgency::emergency, no},
                                                      {yes, urgency::emergency, no},
                                                      {open, urgency::emergency, no},
                                                      {no, urgency::not_known, open},
                                                      {yes, urgency::not_known, no}}) {
        CAPTURE(static_cast<int>(performs), static_cast<int>(how_soon));
        question asked;
        asked.set("provincial", performs);
        asked.need.urgency = how_soon;
        CHECK(asked.bears("vn.15-2023.7.4", "provincial") == objects);
    }
    CHECK(question().to("provincial") == forbidden);  // one step up and indicated, but it lacks the technique
    CHECK(question().on(2023y / 12 / 31).bears("vn.15-2023.7.4", "provincial") == std::nullopt);
    question nothing_named;
    nothing_named.need.techniques.clear();
    CHECK(nothing_named.bears("vn.15-2023.7.4", "central") == open);
}

namespace {

/// A question between peers that only an agreement can carry: within the tier, and the sender performs the technique itself.
struct agreed_question : question {
    agreement& agreed() { return written.agreements.front(); }

    explicit agreed_question(activity what = activity::patient_transfer) {
        from("central");
        add_hospital(written, "peer");
        written.legacy_standings.push_back(
            {.institution = "peer"_institution, .tier = legacy_tier::central, .valid = always, .source = synthetic()});
        set("peer", yes);
        written.agreements.push_back(
            {.id = "agreed"_agreement,
             .status = agreement_status::signed_,
             .parties = {{"central"_institution, party_role::peer}, {"peer"_institution, party_role::peer}},
             .in_force = between(2023y / 6 / 28, 2025y / 6 / 28),
             .clauses = {{.activity = what}},
             .source = synthetic()});
    }
};

}  // namespace

TEST_CASE("agreement in force: signed or operating, on its days, and nothing less") {
    struct row {
        agreement_status status;
        year_month_day today;
        outcome expected;
    };
    for (auto const& [status, today, expected] :
         {row{agreement_status::signed_, 2024y / 6 / 1, permitted},
          {agreement_status::operating, 2024y / 6 / 1, permitted},
          {agreement_status::agreed_in_principle, 2024y / 6 / 1, not_provided_for},
          {agreement_status::proposed, 2024y / 6 / 1, not_provided_for},
          {agreement_status::planned, 2024y / 6 / 1, not_provided_for},
          {agreement_status::ended, 2024y / 6 / 1, not_provided_for},
          {agreement_status::not_known, 2024y / 6 / 1, facts_missing},
          {agreement_status::signed_, 2023y / 6 / 27, not_provided_for},
          {agreement_status::signed_, 2023y / 6 / 28, permitted},
          {agreement_status::signed_, 2025y / 6 / 27, permitted},
          {agreement_status::signed_, 2025y / 6 / 28, not_provided_for}}) {
        CAPTURE(static_cast<int>(status), static_cast<int>(today.year()), static_cast<unsigned>(today.day()));
        agreed_question asked;
        asked.agreed().status = status;
        CHECK(asked.on(today).to("peer") == expected);
    }
    CHECK(agreed_question().explain("peer").cautions.size() == 1);  // it rests on an agreement alone, and says so
    agreed_question not_indicated;
    not_indicated.need.transfer_indicated = no;
    CHECK(not_indicated.to("peer") == not_provided_for);
    not_indicated.need.urgency = urgency::emergency;
    CHECK(not_indicated.bears("agreement.takes-patients", "peer") == yes);
    agreed_question dateless;
    dateless.agreed().in_force = {};
    CHECK(dateless.to("peer") == facts_missing);
}

TEST_CASE("agreement, activity: transfer always, emergency linkage in an emergency only, joint care only when urgent") {
    struct row {
        activity what;
        urgency how_soon;
        truth carries;
    };
    for (auto const& [what, how_soon, carries] : {row{activity::patient_transfer, urgency::routine, yes},
                                                  {activity::patient_transfer, urgency::not_known, yes},
                                                  {activity::emergency_linkage, urgency::emergency, yes},
                                                  {activity::emergency_linkage, urgency::urgent, no},
                                                  {activity::emergency_linkage, urgency::routine, no},
                                                  {activity::emergency_linkage, urgency::not_known, open},
                                                  {activity::joint_care, urgency::urgent, yes},
                                                  {activity::joint_care, urgency::emergency, yes},
                                                  {activity::joint_care, urgency::routine, no},
                                                  {activity::joint_care, urgency::not_known, open},
                                                  {activity::technique_transfer, urgency::emergency, no},
                                                  {activity::consultation, urgency::urgent, no}}) {
        CAPTURE(static_cast<int>(what), static_cast<int>(how_soon));
        agreed_question asked(what);
        asked.need.urgency = how_soon;
        CHECK(asked.bears("agreement.takes-patients", "peer") == carries);
    }
}

TEST_CASE("agreement, direction: a clause that names from and to holds that way only") {
    struct row {
        std::optional<institution_id> from;
        std::optional<institution_id> to;
        truth there;
        truth back;
    };
    auto const central = "central"_institution;
    auto const peer = "peer"_institution;
    for (auto const& [from, to, there, back] : std::vector<row>{{{}, {}, yes, yes},
                                                                {central, peer, yes, no},
                                                                {peer, central, no, yes},
                                                                {central, {}, yes, no},
                                                                {{}, peer, yes, no},
                                                                {{}, central, no, yes},
                                                                {"district"_institution, {}, no, no}}) {
        agreed_question asked;
        asked.agreed().clauses[0].from = from;
        asked.agreed().clauses[0].to = to;
        CHECK(asked.bears("agreement.takes-patients", "peer") == there);
        CHECK(asked.bears("agreement.takes-patients", "other-provincial") == no);  // no party
        asked.from("peer");
        CHECK(asked.bears("agreement.takes-patients", "central") == back);
    }
    for (party_role const role : {party_role::authority, party_role::funds, party_role::witness}) {
        agreed_question asked;
        asked.agreed().parties[1].role = role;
        CHECK(asked.bears("agreement.takes-patients", "peer") == no);
    }
    SECTION("a clause on the predecessor is one on the successor, in both places") {
        agreed_question asked;
        add_hospital(asked.written, "heir");
        asked.set("heir", yes);
        asked.written.legacy_standings.push_back(
            {.institution = "heir"_institution, .tier = legacy_tier::central, .valid = always, .source = synthetic()});
        add_succession(asked.written, "peer", "heir", succession_kind::merger, 2024y / 4 / 1);
        for (auto const& to :
             {std::optional<institution_id>{}, std::optional("peer"_institution), std::optional("heir"_institution)}) {
            asked.agreed().clauses[0].to = to;
            CHECK(asked.bears("agreement.takes-patients", "heir") == yes);
            CHECK(asked.bears("agreement.takes-patients", "peer") == no);
        }
    }
}

TEST_CASE("agreement, scope: fields, techniques, packages, and outlets of a party") {
    auto const bears = [](auto change) {
        agreed_question asked;
        change(asked);
        return asked.bears("agreement.takes-patients", "peer");
    };
    SECTION("fields") {
        auto const with = [&](std::vector<field_id> agreed, std::vector<field_id> of_clause,
                              std::optional<field_id> needed) {
            return bears([&](agreed_question& asked) {
                asked.agreed().fields = agreed;
                asked.agreed().clauses[0].fields = of_clause;
                asked.need.field = needed;
            });
        };
        CHECK(with({"oncology"_field}, {}, "oncology"_field) == yes);
        CHECK(with({"oncology"_field}, {}, "stroke"_field) == no);
        CHECK(with({"oncology"_field}, {}, std::nullopt) == open);
        CHECK(with({}, {"stroke"_field, "oncology"_field}, "oncology"_field) == yes);
        CHECK(with({"oncology"_field}, {"stroke"_field}, "stroke"_field) == yes);  // the clause has limits of its own
        CHECK(with({"oncology"_field}, {"stroke"_field}, "oncology"_field) == no);
        CHECK(with({}, {}, std::nullopt) == yes);
    }
    SECTION("techniques and packages") {
        auto const with = [&](std::vector<technique_id> agreed, std::vector<technique_id> of_clause, bool package,
                              bool named = true) {
            return bears([&](agreed_question& asked) {
                asked.agreed().techniques = agreed;
                asked.agreed().clauses[0].techniques = of_clause;
                if (package) asked.agreed().clauses[0].packages = {"outer"_package};
                asked.written.packages = {{.id = "inner"_package, .techniques = {"t"_technique}, .source = synthetic()},
                                          {.id = "outer"_package, .parts = {"inner"_package}, .source = synthetic()}};
                if (!named) asked.need.techniques.clear();
            });
        };
        CHECK(with({"t"_technique}, {}, false) == yes);
        CHECK(with({"other"_technique}, {}, false) == no);
        CHECK(with({}, {"other"_technique, "t"_technique}, false) == yes);
        CHECK(with({"t"_technique}, {"other"_technique}, false) == no);
        CHECK(with({"other"_technique}, {"t"_technique}, false) == yes);
        CHECK(with({"other"_technique}, {}, true) == yes);
        CHECK(with({}, {"other"_technique}, true) == yes);
        CHECK(with({"t"_technique}, {}, false, false) == open);
        CHECK(with({}, {}, false, false) == yes);
    }
    SECTION("every technique that is needed lies within the scope") {
        agreed_question asked;
        add_technique(asked.written, "u");
        asked.agreed().techniques = {"t"_technique};
        asked.need.techniques.push_back("u"_technique);
        CHECK(asked.bears("agreement.takes-patients", "peer") == no);
    }
    SECTION(
        "an outlet of a party sends under the party's agreement, and emergency linkage carries it in an emergency "
        "only") {
        agreed_question asked(activity::emergency_linkage);
        asked.written.institutions.push_back(
            {.id = "chain"_institution, .kind = institution_kind::pharmacy_chain, .source = synthetic()});
        asked.written.institutions.push_back(
            {.id = "shop"_institution, .kind = institution_kind::pharmacy, .source = synthetic()});
        add_affiliation(asked.written, "shop", "chain", affiliation_kind::outlet, from(2024y / 3 / 1));
        asked.agreed().parties = {{"chain"_institution, party_role::peer}, {"central"_institution, party_role::peer}};
        asked.from("shop");
        asked.need.urgency = urgency::emergency;
        CHECK(asked.bears("agreement.takes-patients", "central") == yes);
        CHECK(asked.on(2024y / 2 / 29).bears("agreement.takes-patients", "central") == no);
        CHECK(asked.on(2024y / 3 / 1).bears("agreement.takes-patients", "peer") == no);
        asked.need.urgency = urgency::urgent;
        CHECK(asked.bears("agreement.takes-patients", "central") == no);
        asked.agreed().status = agreement_status::agreed_in_principle;  // as article 3 has it
        asked.need.urgency = urgency::emergency;
        CHECK(asked.bears("agreement.takes-patients", "central") == no);
        CHECK(asked.to("central") == permitted);  // by the duty in an emergency, not by the agreement
    }
    SECTION("a clause of another status than its agreement") {
        auto const with = [&](agreement_status status) {
            return bears([&](agreed_question& asked) { asked.agreed().clauses[0].status = status; });
        };
        CHECK(with(agreement_status::not_known) == yes);
        CHECK(with(agreement_status::operating) == yes);
        CHECK(with(agreement_status::proposed) == no);
        CHECK(with(agreement_status::ended) == no);
    }
    SECTION("a clause that was not yet known does not count") {
        agreed_question asked;
        asked.agreed().clauses[0].source = known_from(2024y / 8 / 1);
        auto const earlier = as_of(asked.written, 2024y / 6 / 1, 2024y / 7 / 31);
        auto const later = as_of(asked.written, 2024y / 6 / 1, 2024y / 8 / 1);
        request const before(earlier, asked.need);
        request const after(later, asked.need);
        CHECK(before.agreement_accepts(*earlier.find("peer"_institution)) == no);
        CHECK(after.agreement_accepts(*later.find("peer"_institution)) == yes);
    }
}

TEST_CASE(
    "by definition: who is planned, closed, abroad, no facility, or the same house takes nobody, not even in an "
    "emergency") {
    auto const set_operation = [](question& asked, operation_status status, validity valid) {
        institution_in(asked.written, "central").operations = {{status, valid, synthetic()}};
    };
    for (urgency const how_soon : {urgency::routine, urgency::emergency}) {
        question asked;
        asked.need.urgency = how_soon;
        CHECK(asked.to("central") == permitted);
        set_operation(asked, operation_status::planned, always);
        CHECK(asked.to("central") == forbidden);
        set_operation(asked, operation_status::closed, from(2024y / 6 / 1));
        CHECK(asked.to("central") == forbidden);
        set_operation(asked, operation_status::operating, from(2024y / 6 / 1));
        CHECK(asked.to("central") == permitted);
        CHECK(asked.on(2024y / 5 / 31).to("central") == forbidden);
        institution_in(asked.written, "central").operations.clear();
        CHECK(asked.on(2024y / 6 / 1).to("central") == facts_missing);
    }
    struct row {
        institution_kind kind;
        outcome expected;
    };
    for (auto const& [kind, expected] : {row{institution_kind::hospital, permitted},
                                         {institution_kind::institute, permitted},
                                         {institution_kind::clinic, permitted},
                                         {institution_kind::health_station, permitted},
                                         {institution_kind::centre, permitted},
                                         {institution_kind::campus, permitted},
                                         {institution_kind::pharmacy_chain, forbidden},
                                         {institution_kind::pharmacy, forbidden},
                                         {institution_kind::vaccination_point, forbidden},
                                         {institution_kind::company, forbidden},
                                         {institution_kind::ministry, forbidden},
                                         {institution_kind::health_department, forbidden},
                                         {institution_kind::not_known, facts_missing}}) {
        CAPTURE(static_cast<int>(kind));
        question asked;
        asked.need.urgency = urgency::emergency;
        institution_in(asked.written, "central").kind = kind;
        CHECK(asked.to("central") == expected);
    }
    struct place_row {
        std::string_view country;
        outcome expected;
    };
    for (auto const& [country, expected] :
         {place_row{"VN", permitted}, {"JP", forbidden}, {"vn", forbidden}, {"", facts_missing}}) {
        question asked;
        asked.need.urgency = urgency::emergency;
        institution_in(asked.written, "central").place.country = country;
        CHECK(asked.to("central") == expected);
    }
    question house;
    house.need.urgency = urgency::emergency;
    CHECK(house.to("district") == forbidden);  // where the patient is already
    CHECK(house.bears("definition.another-house", "district") == yes);
    CHECK(house.bears("definition.another-house", "central") == no);
    add_part(house.written, "district", "central", from(2024y / 6 / 1));
    CHECK(house.to("central") == forbidden);
    CHECK(house.on(2024y / 5 / 31).to("central") == permitted);
    house.written.memberships[0].valid = partial_date::year(2024y);
    CHECK(house.on(2024y / 6 / 1).to("central") == facts_missing);
}

TEST_CASE("Circular 14/2014, article 6: who signs the transfer paper depends on who owns the sender") {
    struct row {
        ownership owner;
        truth head;
        truth responsible;
    };
    for (auto const& [owner, head, responsible] : {row{ownership::state, yes, no},
                                                   {ownership::non_state, no, yes},
                                                   {ownership::foreign, no, no},
                                                   {ownership::not_known, open, open}}) {
        CAPTURE(static_cast<int>(owner));
        question asked;
        institution_in(asked.written, "district").ownership = owner;
        CHECK(asked.bears("vn.14-2014.6.state", "central") == head);
        CHECK(asked.bears("vn.14-2014.6.private", "central") == responsible);
        CHECK(asked.to("central") == permitted);  // the outcome does not depend on it
        institution_in(asked.written, "central").ownership =
            ownership::non_state;  // the receiver's owner does not matter
        CHECK(asked.bears("vn.14-2014.6.state", "central") == head);
    }
}

TEST_CASE("days: nothing before 2014-06-01; Circular 14/2014 uncertain from 2025-01-01, said or left out") {
    struct row {
        year_month_day today;
        outcome applied;
        std::size_t cautions;
        outcome left_out;
    };
    for (auto const& [today, applied, cautions, left_out] : {row{2014y / 5 / 31, not_in_force, 0, not_in_force},
                                                             {2014y / 6 / 1, permitted, 0, permitted},
                                                             {2023y / 12 / 31, permitted, 0, permitted},
                                                             {2024y / 1 / 1, permitted, 0, permitted},
                                                             {2024y / 12 / 31, permitted, 0, permitted},
                                                             {2025y / 1 / 1, permitted, 1, not_provided_for},
                                                             {2026y / 11 / 21, permitted, 1, not_provided_for}}) {
        CAPTURE(static_cast<int>(today.year()), static_cast<unsigned>(today.month()));
        question asked;
        asked.on(today);
        CHECK(asked.to("central") == applied);
        CHECK(asked.explain("central").cautions.size() == cautions);
        asked.policy = uncertain_rules::leave_out;
        CHECK(asked.to("central") == left_out);
        CHECK(asked.explain("central").cautions.empty());
    }
    SECTION("an emergency rests on the law, which is certain") {
        question asked;
        asked.need.urgency = urgency::emergency;
        asked.policy = uncertain_rules::leave_out;
        CHECK(asked.on(2026y / 11 / 21).to("central") == permitted);
        CHECK(asked.explain("central").cautions.empty());
    }
    SECTION("an agreement does not make the uncertain rule certain: it is said that only the agreement is sure") {
        agreed_question asked;
        asked.agreed().in_force = always;
        asked.set("central", no);  // now article 5(3) permits, too
        CHECK(asked.on(2024y / 6 / 1).explain("peer").cautions.empty());
        CHECK(asked.on(2026y / 11 / 21).explain("peer").cautions.size() == 1);
    }
    SECTION("an agreement alone opens no day before the first rule of law") {
        agreed_question asked;
        asked.agreed().in_force = always;
        CHECK(asked.on(2014y / 5 / 31).to("peer") == not_in_force);
        CHECK(asked.on(2014y / 6 / 1).to("peer") == permitted);
    }
}

TEST_CASE("every rule of Viet Nam has a citation, a sentence in each language, and an id of its own") {
    auto const headings = vietnam::transfer_between_facilities.headings();
    CHECK(headings.size() == 12);
    for (std::size_t one = 0; one < headings.size(); ++one) {
        auto const& rule = headings[one];
        CAPTURE(rule.id.view());
        CHECK_FALSE(rule.says.vi.empty());
        CHECK_FALSE(rule.says.en.empty());
        CHECK(rule.says.vi != rule.says.en);
        CHECK_FALSE(rule.basis.text.name.vi.empty());
        CHECK_FALSE(rule.basis.text.name.en.empty());
        CHECK(rule.basis.text.kind != instrument_kind::not_known);
        CHECK_FALSE(rule.basis.text.verified);  // nobody has opened the signed originals
        CHECK(to_string(rule.basis, language::vi) != to_string(rule.basis, language::en));
        bool const of_law =
            rule.basis.text.kind == instrument_kind::law || rule.basis.text.kind == instrument_kind::circular;
        CHECK(of_law == (rule.basis.article != 0));
        CHECK(of_law == rule.id.view().starts_with("vn."));
        CHECK(of_law == rule.basis.text.in_force.first().has_value());
        for (std::size_t other = one + 1; other < headings.size(); ++other) CHECK(rule.id != headings[other].id);
    }
}
