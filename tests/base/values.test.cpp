// Identities, measures, truth, words, results, findings and claims: what they accept, refuse and say.
#include <lienvien/base/claims.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/model/ids.hpp>

#include <support/catch.hpp>

#include <laws/stops.hpp>
#include <laws/vocabulary.hpp>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

// What an identity is, said a second time and differently: by the list of its characters.
template <class Id>
bool is_identity(std::string const& text) {
    std::string letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    if (Id::tag::capitals) letters += "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return !text.empty() && text.size() < 32 && text.find_first_not_of(letters + "._-") == std::string::npos &&
           letters.find(text.front()) != std::string::npos && letters.find(text.back()) != std::string::npos;
}

template <class Id>
error refusal(std::string const& text) {
    auto const read = Id::parse(text);
    REQUIRE_FALSE(read.has_value());
    return read.error();
}

constexpr bool identities_are_checked() {
    return "bach-mai"_institution.view() == "bach-mai" && "k"_institution < "k1"_institution &&
           institution_id::is_well_formed("0") && !institution_id::is_well_formed("") &&
           !institution_id::is_well_formed("-") && !institution_id::is_well_formed("A") &&
           technique_id::is_well_formed("A") && "PCI-2"_technique != "pci-2"_technique &&
           institution_id::is_well_formed("a234567890123456789012345678901") &&
           !institution_id::is_well_formed("a2345678901234567890123456789012");
}
static_assert(identities_are_checked());

constexpr bool measures_keep_their_sums() {
    return beds(300) + beds(200) == beds(500) && beds(300) - beds(300) == beds(0) && beds(299) < beds(300) &&
           grading_score(70) == grading_score::of_parts(70'00) && grading_score::of_parts(69'99) < grading_score(70) &&
           minutes_of_travel(30) + minutes_of_travel(35) == minutes_of_travel(65) &&
           latitude(-90).count() == -90 * 100'000;
}
static_assert(measures_keep_their_sums());

constexpr bool truth_is_three_valued() {
    truth sum = truth::no;
    sum |= truth::unknown;
    truth product = truth::yes;
    product &= truth::unknown;
    return truth{} == truth::unknown && known(true) == truth::yes && known(false) == truth::no && is_unknown(sum) &&
           is_unknown(product) && choose(truth::unknown, truth::yes, truth::yes) == truth::yes &&
           choose(truth::unknown, truth::yes, truth::no) == truth::unknown &&
           choose(truth::yes, truth::unknown, truth::no) == truth::unknown &&
           choose(truth::no, truth::unknown, truth::no) == truth::no;
}
static_assert(truth_is_three_valued());

// Synthetic: no such measure is in use.
struct below_unit {
    static constexpr label noun{"mức âm", "below zero"};
    static constexpr std::int64_t least = -1'000, most = 10, parts = 10;
    static constexpr bool additive = true;
};
using below = measure<below_unit>;

result<int> positive(int number) {
    if (number > 0) return number;
    return error{errc::out_of_range, 3, "not positive"};
}

}  // namespace

TEST_CASE("an identity is what its characters say, at every place in it") {
    CHECK(identities_are_checked());
    std::string const inside = "0123456789012345678901234567890123456789";
    int agreeing = 0;
    for (int byte = 0; byte < 256; ++byte) {
        std::string const c(1, static_cast<char>(byte));
        for (std::string const& text :
             {c, c + "b", "b" + c, "b" + c + "b", c + "b" + c, inside.substr(0, 30) + c, c + inside.substr(0, 30),
              inside.substr(0, 31) + c, c + inside.substr(0, 31), "a" + c + c + "a"}) {
            bool const low = is_identity<institution_id>(text);
            bool const with_capitals = is_identity<technique_id>(text);
            auto const read = institution_id::parse(text);
            auto const technique = technique_id::parse(text);
            bool const agree = read.has_value() == low && institution_id::is_well_formed(text) == low &&
                               (!low || read->view() == text) && technique.has_value() == with_capitals &&
                               (!with_capitals || technique->view() == text);
            if (!agree) FAIL("byte " << byte << " in '" << text << "'");
            ++agreeing;
        }
    }
    CHECK(agreeing == 256 * 10);
}

TEST_CASE("a refused identity says what is wrong, where, and quotes the text") {
    CHECK(refusal<institution_id>("") == error{errc::empty, 0, ""});
    CHECK(refusal<institution_id>("Bach-mai") == error{errc::malformed_id, 0, "Bach-mai"});
    CHECK(refusal<institution_id>("bach mai") == error{errc::malformed_id, 4, "bach mai"});
    CHECK(refusal<institution_id>("-bach") == error{errc::malformed_id, 0, "-bach"});
    CHECK(refusal<institution_id>("bach-") == error{errc::malformed_id, 4, "bach-"});
    CHECK(refusal<institution_id>("bạch-mai") == error{errc::malformed_id, 1, "bạch-mai"});
    CHECK(refusal<institution_id>("bach\0mai"s) == error{errc::malformed_id, 4, "bach\0mai"s});
    CHECK(refusal<institution_id>("k ") == error{errc::malformed_id, 1, "k "});
    CHECK(refusal<technique_id>("PCI/2") == error{errc::malformed_id, 3, "PCI/2"});
    std::string const longest(31, 'a');
    CHECK(institution_id::parse(longest)->view() == longest);
    CHECK(refusal<institution_id>(longest + "a") == error{errc::id_too_long, 31, longest + "a"});
    CHECK(refusal<institution_id>(std::string(100'000, 'a')).position == 31);
    CHECK(refusal<institution_id>(longest + "-a-") == error{errc::malformed_id, 33, longest + "-a-"});
}

TEST_CASE("only techniques and certificates are written with capitals") {
    CHECK(technique_id::parse("TAVI").has_value());
    CHECK(certificate_id::parse("C-2023").has_value());
    CHECK_FALSE(institution_id::parse("K").has_value());
    CHECK_FALSE(finding_code::parse("Dangling").has_value());
    CHECK_FALSE(package_id::parse("P").has_value());
    CHECK_FALSE(agreement_id::parse("A").has_value());
    CHECK_FALSE(person_id::parse("P").has_value());
    CHECK_FALSE(programme_id::parse("P").has_value());
}

TEST_CASE("identities are ordered by their bytes, and find things in a map") {
    CHECK("k"_institution < "k-2"_institution);
    CHECK("B"_technique < "a"_technique);
    std::unordered_map<institution_id, int> beds_of{{"k"_institution, 1}, {"bach-mai"_institution, 2}};
    CHECK(beds_of.at(*institution_id::parse("bach-mai")) == 2);
    CHECK(beds_of.count("k-2"_institution) == 0);
    // The hash serves tables in memory only: equal where identities are, and spread over the low bits.
    std::size_t const of_read = institution_id::parse("foobar")->hash();
    CHECK(std::hash<institution_id>{}("foobar"_institution) == of_read);
    std::vector<int> met(64, 0);
    for (int n = 0; n < 6400; ++n) ++met[institution_id::parse("i" + std::to_string(n))->hash() % 64];
    for (int const each : met) CHECK((each > 50 && each < 160));
}

TEST_CASE("a measure is read exactly, or refused with the reason, the place and the text") {
    CHECK(beds::parse("500")->count() == 500);
    CHECK(beds::parse("0")->count() == 0);
    CHECK(beds::parse("-0")->count() == 0);
    CHECK(beds::parse("007")->count() == 7);
    CHECK(beds::parse("62.0")->count() == 62);
    CHECK(grading_score::parse("69.75")->count() == 6975);
    CHECK(grading_score::parse("69.7")->count() == 6970);
    CHECK(grading_score::parse("69.750")->count() == 6975);
    CHECK(grading_score::parse("0.01")->count() == 1);
    CHECK(grading_score::parse("100.00")->count() == 10'000);
    CHECK(latitude::parse("10.757")->count() == 1'075'700);
    CHECK(latitude::parse("-0.5")->count() == -50'000);
    CHECK(longitude::parse("-180")->count() == -18'000'000);
    CHECK(people::parse("10000000000")->count() == 10'000'000'000);
    CHECK(credit_hours::parse("24.5")->count() == 245);

    CHECK(beds::parse("").error() == error{errc::empty, 0, ""});
    CHECK(beds::parse("-").error() == error{errc::malformed_number, 1, "-"});
    CHECK(beds::parse("+5").error() == error{errc::malformed_number, 0, "+5"});
    CHECK(beds::parse(" 5").error() == error{errc::malformed_number, 0, " 5"});
    CHECK(beds::parse("5 ").error() == error{errc::malformed_number, 1, "5 "});
    CHECK(beds::parse("1,000").error() == error{errc::malformed_number, 1, "1,000"});
    CHECK(beds::parse("1e3").error() == error{errc::malformed_number, 1, "1e3"});
    CHECK(beds::parse("0x10").error() == error{errc::malformed_number, 1, "0x10"});
    CHECK(beds::parse("--5").error() == error{errc::malformed_number, 1, "--5"});
    CHECK(grading_score::parse(".5").error() == error{errc::malformed_number, 0, ".5"});
    CHECK(grading_score::parse("-.5").error() == error{errc::malformed_number, 1, "-.5"});
    CHECK(grading_score::parse("5.").error() == error{errc::malformed_number, 1, "5."});
    CHECK(grading_score::parse("5.5.5").error() == error{errc::malformed_number, 3, "5.5.5"});
    CHECK(grading_score::parse("5..5").error() == error{errc::malformed_number, 2, "5..5"});
    CHECK(grading_score::parse("69.755").error() == error{errc::too_precise, 5, "69.755"});
    CHECK(grading_score::parse("69.7501").error() == error{errc::too_precise, 6, "69.7501"});
    CHECK(beds::parse("62.5").error() == error{errc::too_precise, 3, "62.5"});
    CHECK(grading_score::parse("69.75x").error() == error{errc::malformed_number, 5, "69.75x"});
    CHECK(beds::parse("-1").error() == error{errc::out_of_range, 0, "-1"});
    CHECK(beds::parse("1000001").error() == error{errc::out_of_range, 6, "1000001"});
    CHECK(grading_score::parse("100.01").error() == error{errc::out_of_range, 0, "100.01"});
    CHECK(grading_score::parse("101").error().code == errc::out_of_range);
    CHECK(latitude::parse("-90.00001").error() == error{errc::out_of_range, 0, "-90.00001"});
    CHECK(latitude::parse("-91").error().code == errc::out_of_range);
    CHECK(people::parse(std::string(400, '9')).error().code == errc::out_of_range);
    CHECK(people::parse("-" + std::string(400, '9')).error().code == errc::out_of_range);
    CHECK(people::parse("18446744073709551617").error().code == errc::out_of_range);
}

TEST_CASE("a measure whose least lies further from zero than its most is read as well") {
    CHECK(below::parse("-999.9")->count() == -9'999);
    CHECK(below::parse("-1000")->to_string() == "-1000");
    CHECK(below::parse("-1000.1").error().code == errc::out_of_range);
    CHECK(below::parse("11").error().code == errc::out_of_range);
    CHECK((below(-5) - below(5)).count() == -100);
}

TEST_CASE("a measure is written in the fewest digits") {
    CHECK(grading_score::of_parts(6975).to_string() == "69.75");
    CHECK(grading_score::of_parts(6970).to_string() == "69.7");
    CHECK(grading_score(70).to_string() == "70");
    CHECK(grading_score::of_parts(1).to_string() == "0.01");
    CHECK(grading_score(0).to_string() == "0");
    CHECK(latitude::of_parts(-1).to_string() == "-0.00001");
    CHECK(latitude(-90).to_string() == "-90");
    CHECK(longitude::of_parts(10'670'500).to_string() == "106.705");
}

TEST_CASE("measures add and compare on both sides of their range") {
    CHECK(measures_keep_their_sums());
    CHECK(beds::checked(1'000'000)->count() == 1'000'000);
    CHECK(beds::checked(1'000'001).error() == error{errc::out_of_range, 0, "1000001"});
    CHECK(beds::checked(0)->count() == 0);
    CHECK(beds::checked(-1).error().code == errc::out_of_range);
    CHECK(grading_score::checked(10'000)->to_string() == "100");
    CHECK(grading_score::checked(10'001).error().code == errc::out_of_range);
}

TEST_CASE("a broken promise stops the program and says which") {
    using laws::stops;
    auto const limits = std::numeric_limits<std::int64_t>();
    CHECK(stops("LIENVIEN-E001", [] { (void)institution_id::checked("Bad id"); }));
    CHECK(stops("LIENVIEN-E002", [] { (void)beds(-1); }));
    CHECK(stops("LIENVIEN-E002", [] { (void)beds(1'000'001); }));
    CHECK(stops("LIENVIEN-E002", [] { (void)(beds(1'000'000) + beds(1)); }));
    CHECK(stops("LIENVIEN-E002", [] { (void)(beds(0) - beds(1)); }));
    CHECK(stops("LIENVIEN-E002", [] { (void)grading_score::of_parts(10'001); }));
    CHECK(stops("LIENVIEN-E002", [&] { (void)grading_score(limits.max()); }));
    // 2^64 / 100,000 rounded up: multiplied first, it would come round to a latitude.
    CHECK(stops("LIENVIEN-E002", [] { (void)latitude(184'467'440'737'096); }));
    CHECK(stops("a result is read only where it has a value", [] { (void)*positive(0); }));
    CHECK(stops("a result is read only where it has a value", [] { (void)positive(0).operator->(); }));
    CHECK(stops("the error of a result is read only where there is no value", [] { (void)positive(1).error(); }));
    CHECK(stops("a finding is read only where there is one", [] { (void)findings()[0]; }));
    CHECK(laws::last_words([] { (void)beds(1); }).empty());
}

TEST_CASE("truth is three-valued") {
    CHECK(truth_is_three_valued());
    for (truth const a : {truth::no, truth::unknown, truth::yes}) {
        CHECK(is_yes(a) + is_no(a) + is_unknown(a) == 1);
        CHECK(refines(a, truth::unknown));
        CHECK(refines(a, a));
    }
    CHECK_FALSE(refines(truth::unknown, truth::yes));
    CHECK_FALSE(refines(truth::no, truth::yes));
}

TEST_CASE("every error code has a sentence of its own in both languages, and so has a code that is none") {
    std::set<std::string_view> vietnamese, english;
    for (int number = 0; number < 256; ++number) {
        auto const sentence = message(static_cast<errc>(number));
        CHECK(laws::shown(sentence) == laws::kept);
        vietnamese.insert(sentence.vi);
        english.insert(sentence.en);
    }
    CHECK(vietnamese.size() == errc_count + 1);
    CHECK(english.size() == errc_count + 1);
    static_assert(!laws::enumerator<static_cast<errc>(errc_count - 1)>().empty(), "every code is counted");
    static_assert(laws::enumerator<static_cast<errc>(errc_count)>().empty(), "no code is counted that is none");
    CHECK(message(static_cast<errc>(errc_count)) == message(static_cast<errc>(255)));
}

TEST_CASE("a result has a value or a reason") {
    result<int> const good = positive(5);
    result<int> const bad = positive(-1);
    CHECK(good.has_value());
    CHECK(good);
    CHECK(*good == 5);
    CHECK(good.value() == 5);
    CHECK(good.value_or(1) == 5);
    CHECK_FALSE(bad.has_value());
    CHECK_FALSE(bad);
    CHECK(bad.error() == error{errc::out_of_range, 3, "not positive"});
    CHECK(bad.value_or(1) == 1);
    CHECK(good != bad);
    CHECK(result<std::string>(std::string("x"))->size() == 1);
    CHECK(*result<std::string>(std::string(100, 'x')) == std::string(100, 'x'));
    CHECK(result<std::string>(std::string(100, 'x')).value() == std::string(100, 'x'));
}

TEST_CASE("steps on a result go on from a value and pass an error on unchanged") {
    int calls = 0;
    auto const halved = [&](int number) -> result<int> {
        ++calls;
        if (number % 2 != 0) return error{errc::too_precise, 1, "odd"};
        return number / 2;
    };
    CHECK(positive(8).and_then(halved).and_then(halved) == result<int>(2));
    CHECK(calls == 2);
    CHECK(positive(6).and_then(halved).and_then(halved) == result<int>(error{errc::too_precise, 1, "odd"}));
    CHECK(calls == 4);
    CHECK(positive(0).and_then(halved) == result<int>(error{errc::out_of_range, 3, "not positive"}));
    CHECK(calls == 4);
    CHECK(positive(8).transform([](int number) { return std::to_string(number); }) ==
          result<std::string>(std::string("8")));
    CHECK(positive(0).transform([](int number) { return std::to_string(number); }).error().code == errc::out_of_range);
    static_assert(std::is_same_v<decltype(positive(1).transform([](int n) -> long const& {
                                     static long m;
                                     m = n;
                                     return m;
                                 })),
                                 result<long>>);
}

TEST_CASE("the value of an error throws bad_result with the reason") {
    try {
        (void)positive(0).value();
        FAIL("value() returned");
    } catch (bad_result const& thrown) {
        CHECK(thrown.because() == error{errc::out_of_range, 3, "not positive"});
        CHECK(thrown.what() == std::string("a number outside the allowed range"));
    }
    result<int> const bad = positive(0);
    CHECK_THROWS_AS(bad.value(), bad_result);
    CHECK_THROWS_AS(bad.value(), std::exception);
}

TEST_CASE("a text is read in the wanted language, or in the one that its source gives") {
    text const both{"giường", "beds"};
    CHECK(both.in(language::vi) == "giường");
    CHECK(both.in(language::en) == "beds");
    CHECK(text{.vi = "giường"}.in(language::en) == "giường");
    CHECK(text{.en = "beds"}.in(language::vi) == "beds");
    CHECK(text{}.in(language::vi).empty());
    CHECK(text{}.empty());
    CHECK_FALSE(text{.vi = "x"}.empty());
    CHECK_FALSE(text{.en = "x"}.empty());
    constexpr label words = says(vi("có"), en("yes"));
    static_assert(words == label{"có", "yes"} && words.in(language::vi) == "có" && words.in(language::en) == "yes");
    CHECK(to_text(words) == text{"có", "yes"});
}

TEST_CASE("findings are kept all, in order, and counted by severity") {
    auto const found = [](finding_code code, severity level, std::string subject) {
        return finding{code, level, std::move(subject), {}, {"a", "b"}};
    };
    findings all;
    CHECK(all.empty());
    CHECK_FALSE(all.has_errors());
    all.add(found("first"_finding, severity::note, "agreement a"));
    all.add(found("second"_finding, severity::warning, "agreement b"));
    CHECK_FALSE(all.has_errors());
    findings more;
    more.add(found("third"_finding, severity::error, "agreement c"));
    more.add(found("first"_finding, severity::note, "agreement d"));
    all.append(more);
    REQUIRE(all.size() == 4);
    CHECK(more.size() == 2);
    CHECK(all[0].subject == "agreement a");
    CHECK(all[3].subject == "agreement d");
    CHECK(all.count(severity::note) == 2);
    CHECK(all.count(severity::warning) == 1);
    CHECK(all.count(severity::error) == 1);
    CHECK(all.has_errors());
    CHECK(all.contains("third"_finding));
    CHECK_FALSE(all.contains("fourth"_finding));
    std::string subjects;
    for (auto const& each : all) subjects += each.subject.back();
    CHECK(subjects == "abcd");
    all.append(all);
    CHECK(all.size() == 8);
}

TEST_CASE("claims that contradict each other stand side by side") {
    claims<partial_date> began;
    CHECK(began.empty());
    CHECK_FALSE(began.contradictory());
    CHECK_FALSE(began.settled().has_value());
    began.stated.push_back({2023y / 6 / 28, article("004.txt")});
    CHECK(began.settled() == partial_date(2023y / 6 / 28));
    began.stated.push_back({2023y / 6 / 28, article("003.txt")});
    CHECK(began.settled() == partial_date(2023y / 6 / 28));
    CHECK_FALSE(began.contradictory());
    began.stated.push_back({2023y / 6 / 29, article("002.txt")});
    CHECK(began.contradictory());
    CHECK_FALSE(began.settled().has_value());
    CHECK(began.stated.size() == 3);
    CHECK(claims<int>{{1, {}}, {2, {}}, {1, {}}}.contradictory());
}

TEST_CASE("a remark owns its words, and most facts have none") {
    remark const none;
    CHECK(none.empty());
    CHECK(none.size() == 0);
    CHECK(none.view().empty());
    for (remark const& empty : {remark{}, remark(""), remark(""s), remark(""sv), remark(none)}) {
        CHECK(empty.empty());
        CHECK(empty == none);
    }

    auto spoken = "cuối những năm 1990"s;
    remark const doubt = spoken;
    remark const again = "cuối những năm 1990";
    spoken[0] = 'C';  // the remark has words of its own
    CHECK(doubt == again);
    CHECK(doubt.view().data() != again.view().data());
    CHECK(doubt.size() == std::string_view("cuối những năm 1990").size());
    CHECK(doubt.str() == "cuối những năm 1990"s);
    CHECK(remark("x\0y"sv).view() == "x\0y"sv);

    std::string_view const seen = doubt;
    CHECK(doubt == seen);
    CHECK(seen == doubt);
    CHECK(doubt != "x");
    CHECK("x"s != doubt);
    CHECK(doubt < "d"sv);
    CHECK("d" > doubt);
    CHECK(none < doubt);

    remark copy = doubt;
    CHECK(copy.view().data() != doubt.view().data());
    auto const* const words = copy.view().data();
    remark moved = std::move(copy);
    CHECK(moved.view().data() == words);
    CHECK(copy.empty());
    copy = std::move(moved);
    CHECK(copy.view().data() == words);
    CHECK(moved.empty());
    moved = copy;
    moved = moved.view();  // out of its own words
    CHECK(moved == doubt);
    remark& itself = moved;
    moved = itself;
    CHECK(moved == doubt);
    moved = std::move(itself);
    CHECK(moved == doubt);
    moved = "other words";
    CHECK(moved == "other words");
    CHECK(copy == doubt);
    moved = {};
    CHECK(moved.empty());
}

TEST_CASE("a source says where a fact comes from and since when it was known") {
    CHECK(article("004.txt") == source{.kind = source_kind::article, .document = "004.txt"});
    CHECK(synthetic("a test").kind == source_kind::synthetic);
    CHECK(synthetic("a test").doubt == "a test");
    source late = article("004.txt");
    CHECK(was_known(late, sys_days::min()));
    late.known_since = day(2023y / 6 / 28);
    CHECK_FALSE(was_known(late, day(2023y / 6 / 27)));
    CHECK(was_known(late, day(2023y / 6 / 28)));
    CHECK(was_known(late, day(2023y / 6 / 29)));
}
