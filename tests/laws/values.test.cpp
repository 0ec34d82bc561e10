// Every value type keeps the laws that it claims.
#include <lienvien/model/network.hpp>

#include <support/catch.hpp>

#include <laws/regular.hpp>
#include <laws/vocabulary.hpp>
#include <string>
#include <string_view>
#include <type_traits>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

template <class T, class... Samples>
void check_regular(Samples... samples) {
    T const all[] = {T(samples)...};
    CHECK(laws::regular(all) == laws::kept);
}

// The same laws twice: here while compiling, below while running.
constexpr bool identities_are_ordered() {
    institution_id const ids[] = {"0"_institution,   "115"_institution,
                                  "a"_institution,   "a-b"_institution,
                                  "a.b"_institution, "a0"_institution,
                                  "a_b"_institution, "aa"_institution,
                                  "b"_institution,   "z234567890123456789012345678901"_institution};
    return laws::regular(ids) == laws::kept && laws::ordered(ids) == laws::kept;
}
constexpr bool measures_are_ordered() {
    beds const few[] = {beds(0), beds(1), beds(500), beds(1'000'000)};
    latitude const north[] = {latitude(-90), latitude::of_parts(-1), latitude(0), latitude::of_parts(1), latitude(90)};
    return laws::regular(few) == laws::kept && laws::ordered(few) == laws::kept && laws::regular(north) == laws::kept &&
           laws::ordered(north) == laws::kept;
}
constexpr bool icd10_codes_are_ordered() {
    icd10_code const codes[] = {"A00"_icd10, "A00.0"_icd10, "A00.01"_icd10, "A00.9"_icd10,
                                "I63"_icd10, "I63.9"_icd10, "Z99.9"_icd10};
    return laws::regular(codes) == laws::kept && laws::ordered(codes) == laws::kept;
}
constexpr bool periods_are_regular() {
    period const some[] = {period(), from(2025y / 1 / 1), until(2025y / 1 / 1), between(2025y / 1 / 1, 2025y / 1 / 2)};
    return laws::regular(some) == laws::kept;
}
constexpr bool dates_are_regular() {
    sys_days const bound = day(2020y / 1 / 1);
    partial_date const some[] = {{},
                                 partial_date::always(),
                                 2023y / 6 / 28,
                                 partial_date::month(2023y / 6),
                                 partial_date::year(2023y),
                                 partial_date::year_unknown(std::chrono::month_day(12 / 12d)),
                                 partial_date::decade(1990y),
                                 partial_date::decade(1990y, decade_part::late),
                                 partial_date().not_before(bound),
                                 partial_date().not_after(bound)};
    return laws::regular(some) == laws::kept;
}
constexpr bool validities_are_regular() {
    validity const some[] = {
        {}, always, from(2025y / 1 / 1), between(2025y / 1 / 1, 2026y / 1 / 1), {2025y / 1 / 1, partial_date()}};
    return laws::regular(some) == laws::kept;
}
static_assert(identities_are_ordered() && measures_are_ordered() && icd10_codes_are_ordered());
static_assert(periods_are_regular() && dates_are_regular() && validities_are_regular());

template <class Id>
std::string_view identity_keeps_its_laws() {
    static_assert(sizeof(Id) == 32 && std::is_trivially_copyable_v<Id> && std::is_standard_layout_v<Id>);
    static_assert(!std::is_default_constructible_v<Id>);
    Id const ids[] = {Id::checked("0"), Id::checked("a"), Id::checked("a-b"), Id::checked("ab"),
                      Id::checked("z234567890123456789012345678901")};
    if (auto const law = laws::regular(ids); law != laws::kept) return law;
    if (auto const law = laws::ordered(ids); law != laws::kept) return law;
    if (auto const law = laws::hashed(ids); law != laws::kept) return law;
    return laws::read_back(ids, [](Id const& id) { return std::string(id.view()); });
}

template <class Measure>
std::string_view measure_keeps_its_laws() {
    static_assert(sizeof(Measure) == 8 && std::is_trivially_copyable_v<Measure>);
    static_assert(!std::is_default_constructible_v<Measure>);
    using unit = typename Measure::unit;
    Measure const samples[] = {Measure(unit::least), Measure::of_parts(unit::least * unit::parts + 1),
                               Measure(unit::least + 2), Measure::of_parts(unit::most * unit::parts - 1),
                               Measure(unit::most)};
    if (auto const law = laws::regular(samples); law != laws::kept) return law;
    if (auto const law = laws::ordered(samples); law != laws::kept) return law;
    return laws::read_back(samples, [](Measure m) { return m.to_string(); });
}

template <class... Tagged>
void check_nouns() {
    label const nouns[] = {Tagged::noun...};
    for (auto const& noun : nouns) CHECK(laws::shown(noun) == laws::kept);
    for (auto const& a : nouns) {
        for (auto const& b : nouns) CHECK((&a == &b || (a.vi != b.vi && a.en != b.en)));  // no two are called the same
    }
}

}  // namespace

TEST_CASE("identities of every noun are values with an order and a hash") {
    for (auto const law : {identity_keeps_its_laws<institution_id>(),  identity_keeps_its_laws<technique_id>(),
                           identity_keeps_its_laws<package_id>(),      identity_keeps_its_laws<field_id>(),
                           identity_keeps_its_laws<agreement_id>(),    identity_keeps_its_laws<commitment_id>(),
                           identity_keeps_its_laws<person_id>(),       identity_keeps_its_laws<team_id>(),
                           identity_keeps_its_laws<programme_id>(),    identity_keeps_its_laws<certificate_id>(),
                           identity_keeps_its_laws<transfer_id>(),     identity_keeps_its_laws<rotation_id>(),
                           identity_keeps_its_laws<consultation_id>(), identity_keeps_its_laws<need_id>(),
                           identity_keeps_its_laws<referral_id>(),     identity_keeps_its_laws<indicator_id>(),
                           identity_keeps_its_laws<recognition_id>(),  identity_keeps_its_laws<regime_id>(),
                           identity_keeps_its_laws<province_id>(),     identity_keeps_its_laws<finding_code>()}) {
        CHECK(law == laws::kept);
    }
    CHECK(identities_are_ordered());
}

TEST_CASE("the nouns of identities and measures can be shown and told apart") {
    check_nouns<institution_tag, technique_tag, package_tag, field_tag, agreement_tag, commitment_tag, person_tag,
                team_tag, programme_tag, certificate_tag, transfer_tag, rotation_tag, consultation_tag, need_tag,
                referral_tag, indicator_tag, recognition_tag, regime_tag, province_tag, finding_tag>();
    check_nouns<bed_unit, people_unit, travel_unit, yearly_cases_unit, age_unit, duration_years_unit, score_unit,
                percent_unit, credit_hour_unit, latitude_unit, longitude_unit, month_unit, item_unit>();
}

TEST_CASE("measures of every unit are values with an order, and read back what they write") {
    for (auto const law :
         {measure_keeps_its_laws<beds>(), measure_keeps_its_laws<people>(), measure_keeps_its_laws<minutes_of_travel>(),
          measure_keeps_its_laws<cases_per_year>(), measure_keeps_its_laws<years_of_age>(),
          measure_keeps_its_laws<stated_years>(), measure_keeps_its_laws<grading_score>(),
          measure_keeps_its_laws<percentage>(), measure_keeps_its_laws<credit_hours>(),
          measure_keeps_its_laws<latitude>(), measure_keeps_its_laws<longitude>(),
          measure_keeps_its_laws<calendar_months>(), measure_keeps_its_laws<items>()}) {
        CHECK(law == laws::kept);
    }
    CHECK(measures_are_ordered());
}

TEST_CASE("periods, dates, validities and codes are values") {
    CHECK(periods_are_regular());
    CHECK(dates_are_regular());
    CHECK(validities_are_regular());
    CHECK(icd10_codes_are_ordered());
    static_assert(sizeof(icd10_code) == 7 && std::is_trivially_copyable_v<icd10_code>);
    static_assert(std::is_trivially_copyable_v<period> && std::is_trivially_copyable_v<partial_date>);
}

TEST_CASE("words, sources, claims, findings and results are values") {
    check_regular<text>(text{}, text{.vi = "bệnh viện"}, text{.en = "hospital"}, text{"bệnh viện", "hospital"});
    check_regular<label>(label{}, label{"có", ""}, label{"", "yes"}, label{"có", "yes"});
    remark const remarks[] = {{}, " ", "chưa rõ", "unclear", "x", "xx", "ý khác"};
    CHECK(laws::regular(remarks) == laws::kept);
    CHECK(laws::ordered(remarks) == laws::kept);
    // Every fact carries a source: what it does not say takes no room.
    static_assert(sizeof(remark) == sizeof(void*));
    static_assert(sizeof(source) <= 5 * sizeof(remark) + sizeof(partial_date) + 32);
    check_regular<source>(source{}, article("004.txt"), article("003.txt"), synthetic(), synthetic("a test"),
                          source{.kind = source_kind::law, .article = "1"},
                          source{.kind = source_kind::law, .clause = "1"}, source{.dated = 2023y / 6 / 28},
                          source{.words = "x"}, source{.verified = true}, source{.known_since = day(2023y / 6 / 28)});
    check_regular<error>(error{errc::empty, 0, {}}, error{errc::malformed_id, 0, {}}, error{errc::empty, 1, {}},
                         error{errc::empty, 0, "x"});
    check_regular<result<int>>(1, 2, error{errc::empty, 0, {}}, error{errc::empty, 1, {}});
    check_regular<claims<int>>(claims<int>{}, claims<int>{{1, article("a")}}, claims<int>{{1, article("b")}},
                               claims<int>{{2, article("a")}}, claims<int>{{1, article("a")}, {2, article("b")}},
                               claims<int>{{2, article("b")}, {1, article("a")}});
    finding const one{"dangling-id"_finding, severity::error, "agreement a", {"/agreements/0", 3}, {"sai", "wrong"}};
    auto other = one;
    other.place.line = 4;
    auto milder = one;
    milder.severity = severity::note;
    check_regular<finding>(one, other, milder);
    findings all;
    all.add(one);
    findings both = all;
    both.add(other);
    check_regular<findings>(findings(), all, both);
    check_regular<expiry>(expiry_not_stated(), never_expires(), expires_after{calendar_months(12)},
                          expires_after{calendar_months(24)},
                          expires_each_year{partial_date::year_unknown(std::chrono::month_day(12 / 31d))},
                          expires_each_year{}, expires_unused{calendar_months(12)});
}
