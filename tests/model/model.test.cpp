// The nouns read as one would say them, and keep what they are told.
#include <lienvien/model/network.hpp>

#include <support/catch.hpp>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

// A noun is written with the members that are known; a compiler that complains of the others is not to be silenced.
#pragma GCC diagnostic error "-Wmissing-field-initializers"

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

agreement oncology_at_gia_an() {
    return agreement{
        .id = "k-gia-an-115-oncology"_agreement,
        .status = agreement_status::signed_,
        .parties = {{"k"_institution, party_role::gives}, {"gia-an-115"_institution, party_role::receives}},
        .fields = {"oncology"_field},
        .in_force = from(2023y / 6 / 28),
        .source = article("004.txt"),
    };
}

agreement everything_an_agreement_says() {
    return agreement{
        .id = "made-up"_agreement,
        .name = {"thỏa thuận giả định", "a made-up agreement"},
        .status = agreement_status::operating,
        .parties = {{.institution = "a"_institution, .role = party_role::peer, .signatory = "dr-a"_person},
                    {.institution = "b"_institution}},
        .fields = {"oncology"_field},
        .techniques = {"PCI"_technique},
        .signed_on = {{2023y / 6 / 28, article("004.txt")}, {partial_date::month(2023y / 6), article("003.txt")}},
        .in_force = {partial_date::year(2023y), partial_date::unknown()},
        .began = {{partial_date::decade(1990y, decade_part::late), synthetic()}},
        .lasted = {{{.years = stated_years(20), .up_to = partial_date::year(2023y)}, synthetic()}},
        .clauses = {{.activity = activity::training, .from = "a"_institution, .to = "b"_institution},
                    {.activity = activity::digital_know_how,
                     .from = "b"_institution,
                     .status = agreement_status::planned}},
        .commitments = {{.id = "made-up-1"_commitment,
                         .debtor = "a"_institution,
                         .creditor = "b"_institution,
                         .kind = commitment_kind::achievement,
                         .every = frequency::once,
                         .due = partial_date::year(2024y),
                         .quantity = items(5)}},
        .earlier = {{.agreement = "older"_agreement, .link = agreement_link::renews}},
        .legal_basis = {{.kind = source_kind::law, .document = "made-up", .article = "1", .clause = "a"}},
        .source = synthetic("a test"),
    };
}

// A change to one member of a noun is seen by its equality.
template <class Noun>
bool is_seen(Noun const& noun, void (*change)(std::type_identity_t<Noun>&)) {
    Noun other = noun;
    bool const same_before = other == noun;
    change(other);
    return same_before && other != noun;
}

constexpr bool codes_lie_within_each_other() {
    return "I63.9"_icd10.category() == "I63"_icd10 && "I63.9"_icd10.is_within("I63"_icd10) &&
           "I63"_icd10.is_within("I63"_icd10) && !"I63"_icd10.is_within("I63.9"_icd10) &&
           !"I64"_icd10.is_within("I63"_icd10) && "Q87.11"_icd10.is_within("Q87.1"_icd10) &&
           "I63.9"_icd10 < "I64"_icd10 && "I63"_icd10 < "I63.0"_icd10 && icd10_code::is_well_formed("Z99.99");
}
static_assert(codes_lie_within_each_other());

constexpr bool only_what_is_signed_or_operating_binds() {
    using enum agreement_status;
    return is_yes(binds(signed_)) && is_yes(binds(operating)) && is_no(binds(proposed)) &&
           is_no(binds(agreed_in_principle)) && is_no(binds(planned)) && is_no(binds(ended)) &&
           is_unknown(binds(not_known));
}
static_assert(only_what_is_signed_or_operating_binds());

constexpr bool only_what_was_accepted_is_performed_alone() {
    using enum stage;
    for (auto const& word : vocabulary<stage>::words) {
        bool const alone = word.value == accepted || word.value == monitored || word.value == replicating;
        truth const expected = word.value == not_known ? truth::unknown : known(alone);
        if (performs_alone(word.value) != expected) return false;
    }
    return true;
}
static_assert(only_what_was_accepted_is_performed_alone());

template <class Noun>
concept names_a_patient = requires(Noun noun) {
    noun.name;
}
|| requires(Noun noun) { noun.born; }
|| requires(Noun noun) { noun.patient; };
static_assert(!names_a_patient<patient_need> && !names_a_patient<referral>, "a need has no identity of the patient");

}  // namespace

TEST_CASE("an agreement reads as one would say it") {
    auto const signed_in_june = oncology_at_gia_an();
    CHECK(signed_in_june.id.view() == "k-gia-an-115-oncology");
    REQUIRE(signed_in_june.parties.size() == 2);
    CHECK(signed_in_june.parties[0].role == party_role::gives);
    CHECK_FALSE(signed_in_june.parties[0].signatory.has_value());
    CHECK(holds_on(signed_in_june.in_force, day(2023y / 6 / 27)) == truth::no);
    CHECK(holds_on(signed_in_june.in_force, day(2023y / 6 / 28)) == truth::yes);
    CHECK_FALSE(signed_in_june.in_force.until.has_value());
    CHECK(binds(signed_in_june.status) == truth::yes);
    CHECK(signed_in_june.source == article("004.txt"));
    CHECK(signed_in_june.commitments.empty());
    CHECK(signed_in_june == oncology_at_gia_an());
}

TEST_CASE("what nobody said of an agreement is not known, never no") {
    agreement const bare{.id = "bare"_agreement};
    CHECK(bare.status == agreement_status::not_known);
    CHECK(is_unknown(binds(bare.status)));
    CHECK(is_unknown(holds_on(bare.in_force, day(2023y / 6 / 28))));
    CHECK(bare.signed_on.empty());
    CHECK(bare.source.kind == source_kind::not_known);
    patient_need const need{.id = "need-1"_need, .origin = "a"_institution};
    CHECK(need.urgency == urgency::not_known);
    CHECK(is_unknown(need.stable));
    CHECK(is_unknown(need.transfer_indicated));
    CHECK(is_unknown(need.past_emergency_stage));
    CHECK(is_unknown(need.improved));
    CHECK_FALSE(need.age.has_value());
    CHECK(is_unknown(performs_alone(capability{.site = "a"_institution, .technique = "PCI"_technique}.stage)));
    consultation const talks{.id = "talks"_consultation};
    CHECK(is_unknown(talks.online));
    CHECK(institution{.id = "a"_institution}.ownership == ownership::not_known);
    CHECK(grading{.institution = "a"_institution}.level == technical_level::not_known);
}

TEST_CASE("everything an agreement says makes a difference") {
    auto const whole = everything_an_agreement_says();
    CHECK(whole == everything_an_agreement_says());
    CHECK(whole.signed_on.contradictory());
    CHECK_FALSE(whole.signed_on.settled().has_value());
    CHECK(is_seen(whole, [](agreement& a) { a.id = "other"_agreement; }));
    CHECK(is_seen(whole, [](agreement& a) { a.name.vi += "!"; }));
    CHECK(is_seen(whole, [](agreement& a) { a.status = agreement_status::ended; }));
    CHECK(is_seen(whole, [](agreement& a) { a.parties[0].role = party_role::gives; }));
    CHECK(is_seen(whole, [](agreement& a) { a.parties[0].signatory.reset(); }));
    CHECK(is_seen(whole, [](agreement& a) { std::swap(a.parties[0], a.parties[1]); }));
    CHECK(is_seen(whole, [](agreement& a) { a.fields.clear(); }));
    CHECK(is_seen(whole, [](agreement& a) { a.techniques.clear(); }));
    CHECK(is_seen(whole, [](agreement& a) { a.signed_on.stated.pop_back(); }));
    CHECK(is_seen(whole, [](agreement& a) { a.in_force.until.reset(); }));
    CHECK(is_seen(whole, [](agreement& a) { a.began.stated.clear(); }));
    CHECK(is_seen(whole, [](agreement& a) { a.lasted.stated[0].value.years = stated_years(21); }));
    CHECK(is_seen(whole, [](agreement& a) { a.lasted.stated[0].value.up_to = {}; }));
    CHECK(is_seen(whole, [](agreement& a) { std::swap(a.clauses[0].from, a.clauses[0].to); }));
    CHECK(is_seen(whole, [](agreement& a) { a.clauses[1].status = agreement_status::signed_; }));
    CHECK(is_seen(whole, [](agreement& a) { std::swap(a.commitments[0].debtor, a.commitments[0].creditor); }));
    CHECK(is_seen(whole, [](agreement& a) { a.commitments[0].due.reset(); }));
    CHECK(is_seen(whole, [](agreement& a) { a.commitments[0].quantity = items(6); }));
    CHECK(is_seen(whole, [](agreement& a) { a.commitments[0].every = frequency::yearly; }));
    CHECK(is_seen(whole, [](agreement& a) { a.earlier[0].link = agreement_link::replaces; }));
    CHECK(is_seen(whole, [](agreement& a) { a.legal_basis[0].clause = "b"; }));
    CHECK(is_seen(whole, [](agreement& a) { a.source.doubt = {}; }));
}

TEST_CASE("a planned site, a vacant role and a part of a hospital can be written down") {
    institution const campus{
        .id = "made-up-campus"_institution,
        .name = {.vi = "cơ sở giả định"},
        .kind = institution_kind::campus,
        .operations = {{operation_status::planned, from(2025y / 1 / 1), synthetic()},
                       {operation_status::operating, validity(partial_date::year(2027y)), synthetic()}},
        .place = {.country = "VN",
                  .province = "ha-noi"_province,
                  .position = position{latitude::of_parts(2'100'000), longitude::of_parts(10'585'000)}},
        .founded = {{partial_date::decade(1990y), synthetic()}},
    };
    CHECK(campus.name.in(language::en) == "cơ sở giả định");
    CHECK(campus.operations.size() == 2);
    CHECK(campus.place.position->north < latitude(22));
    role_holding const vacant{.institution = campus.id, .role = {.en = "focal point"}};
    CHECK_FALSE(vacant.holder.has_value());
    CHECK(is_seen(vacant, [](role_holding& r) { r.holder = "dr-a"_person; }));
    membership const part{.part = campus.id, .whole = "made-up"_institution, .valid = always};
    CHECK(holds_on(part.valid, day(1900y / 1 / 1)) == truth::yes);
}

TEST_CASE("what binds, and what is performed alone") {
    CHECK(only_what_is_signed_or_operating_binds());
    CHECK(only_what_was_accepted_is_performed_alone());
    CHECK(binds(static_cast<agreement_status>(99)) == truth::no);
    CHECK(performs_alone(static_cast<stage>(99)) == truth::no);
}

TEST_CASE("levels, tiers and classes ascend") {
    CHECK(technical_level::initial < technical_level::basic);
    CHECK(technical_level::basic < technical_level::specialised);
    CHECK(legacy_tier::commune < legacy_tier::district);
    CHECK(legacy_tier::district < legacy_tier::provincial);
    CHECK(legacy_tier::provincial < legacy_tier::central);
    CHECK(hospital_class::class_iv < hospital_class::class_iii);
    CHECK(hospital_class::class_iii < hospital_class::class_ii);
    CHECK(hospital_class::class_ii < hospital_class::class_i);
    CHECK(hospital_class::class_i < hospital_class::special);
}

TEST_CASE("an ICD-10 code is a letter, two digits, and after a point one or two") {
    CHECK(codes_lie_within_each_other());
    CHECK(icd10_code::parse("I63")->view() == "I63");
    CHECK(icd10_code::parse("I63.9")->view() == "I63.9");
    CHECK(icd10_code::parse("Q87.11")->category().view() == "Q87");
    auto const refused = [](std::string const& text, errc code, std::size_t position) {
        auto const read = icd10_code::parse(text);
        return !read && read.error() == error{code, position, text};
    };
    CHECK(refused("", errc::empty, 0));
    CHECK(refused("I", errc::malformed_code, 1));
    CHECK(refused("I6", errc::malformed_code, 2));
    CHECK(refused("I63.", errc::malformed_code, 4));
    CHECK(refused("I639", errc::malformed_code, 3));
    CHECK(refused("I63,9", errc::malformed_code, 3));
    CHECK(refused("i63", errc::malformed_code, 0));
    CHECK(refused("163", errc::malformed_code, 0));
    CHECK(refused("IA3", errc::malformed_code, 1));
    CHECK(refused("I6O", errc::malformed_code, 2));
    CHECK(refused("I63.x", errc::malformed_code, 4));
    CHECK(refused("I63.9x", errc::malformed_code, 5));
    CHECK(refused("I63.999", errc::malformed_code, 6));
    CHECK(refused(" I63", errc::malformed_code, 0));
    CHECK(refused("I63 ", errc::malformed_code, 3));
    CHECK(refused("I63.9 ", errc::malformed_code, 5));
    CHECK(refused("I63*", errc::malformed_code, 3));
}

TEST_CASE("a certificate ends as its programme says, and where it says nothing that is said") {
    programme const silent{.id = "course"_programme, .provider = "a"_institution};
    CHECK(std::holds_alternative<expiry_not_stated>(silent.expiry));
    expiry const yearly = expires_each_year{partial_date::year_unknown(std::chrono::December / 12)};
    programme const stated{.id = "course"_programme, .provider = "a"_institution, .expiry = yearly};
    CHECK(stated != silent);
    CHECK(expiry(expires_after{calendar_months(12)}) != expiry(expires_unused{calendar_months(12)}));
    CHECK(expiry(never_expires{}) != expiry(expiry_not_stated{}));
    std::string_view const names[] = {expiry_not_stated::name, never_expires::name, expires_after::name,
                                      expires_each_year::name, expires_unused::name};
    static_assert(std::variant_size_v<expiry> == 5);
    CHECK(std::vector<std::string_view>(std::begin(names), std::end(names)) ==
          std::vector<std::string_view>{"not_stated", "never", "after", "each_year", "unused"});
}
