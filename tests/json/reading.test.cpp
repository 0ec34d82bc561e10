#include <lienvien/json/inspection.hpp>
#include <lienvien/json/network_fwd.hpp>
#include <lienvien/json/parse.hpp>

#include <support/catch.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

/// A document that holds `members` beside the format; on one line.
[[nodiscard]] std::string with(std::string_view members) {
    return R"({"format": "lienvien.network.v0", )" + std::string(members) + "}";
}

/// Every finding as "code pointer:line [subject]".
[[nodiscard]] std::vector<std::string> summary(findings const& all) {
    std::vector<std::string> lines;
    for (auto const& each : all) {
        auto line = std::string(each.code.view()) + ' ' + each.place.pointer + ':' + std::to_string(each.place.line);
        if (!each.subject.empty()) line += " [" + each.subject + ']';
        lines.push_back(line);
    }
    return lines;
}
[[nodiscard]] std::vector<std::string> found_in(std::string_view text, json::limits const& allowed = {}) {
    auto const read = json::read_network(text, allowed);
    CHECK(read.value.has_value() == !read.findings.has_errors());
    for (auto const& each : read.findings) {
        CHECK_FALSE(each.message.vi.empty());
        CHECK_FALSE(each.message.en.empty());
        CHECK(each.message.vi != each.message.en);
        CHECK(json::detail::first_bad_utf8(each.message.vi) == each.message.vi.size());
        CHECK(json::detail::first_bad_utf8(each.message.en) == each.message.en.size());
    }
    return summary(read.findings);
}
using lines = std::vector<std::string>;

constexpr std::string_view small = R"({
  "format": "lienvien.network.v0",
  "institutions": [
    {"id": "k", "name": {"vi": "Bệnh viện \"K\"\n\u00c0"}, "ownership": "private", "founded": [{"value": "1969", "source": {"verified": true}}]}
  ],
  "techniques": [{"id": "TMS", "requires": ["t2"]}],
  "gradings": [{"institution": "k", "score": 69.75, "valid": {"from": "2025-01-01"}}],
  "programmes": [{"id": "p", "provider": "k", "expiry": {"kind": "each_year", "on": "XXXX-12-31"}}],
  "needs": [{"id": "n", "origin": "k", "stable": false, "improved": "unknown", "diagnoses": ["I63.9"]}]
}
)";

}  // namespace

TEST_CASE("a network is read with every kind of member") {
    auto const read = json::read_network(small);
    REQUIRE(read);
    CHECK(read.findings.empty());
    network const& all = *read.value;
    REQUIRE(all.institutions.size() == 1);
    auto const& k = all.institutions.front();
    CHECK(k.id == "k"_institution);
    CHECK(k.name.vi == "Bệnh viện \"K\"\nÀ");
    CHECK(k.name.en.empty());
    CHECK(k.ownership == ownership::non_state);
    CHECK(k.founded.settled() == partial_date::year(1969y));
    CHECK(k.founded.stated.front().source.verified);
    CHECK(all.techniques.front().requires_ == std::vector{"t2"_technique});
    CHECK(all.gradings.front().score == grading_score::of_parts(6975));
    CHECK(all.gradings.front().valid == validity(from(2025y / 1 / 1)));
    CHECK(std::get<expires_each_year>(all.programmes.front().expiry).on == partial_date::year_unknown(12 / 31d));
    CHECK(all.needs.front().stable == truth::no);
    CHECK(all.needs.front().improved == truth::unknown);
    CHECK(all.needs.front().transfer_indicated == truth::unknown);
    CHECK(all.needs.front().diagnoses == std::vector{"I63.9"_icd10});
    CHECK(json::read_network(R"({"format": "lienvien.network.v0"})").value == network{});
}

TEST_CASE("text that is no JSON is refused with line, column and place") {
    CHECK(found_in("") == lines{"json.empty :1"});
    CHECK(found_in(" \n\t\r\n") == lines{"json.empty :3"});
    CHECK(found_in("\xEF\xBB\xBF") == lines{"json.byte-order-mark :1", "json.empty :1"});
    for (std::string_view const bad : {"{",
                                       "[",
                                       "\"",
                                       "tru",
                                       "nul",
                                       "01",
                                       "1.",
                                       "-",
                                       "+1",
                                       ".5",
                                       "1e",
                                       "0x1",
                                       "NaN",
                                       "Infinity",
                                       "-Infinity",
                                       "{\"a\"}",
                                       "{\"a\":}",
                                       "{\"a\":1,}",
                                       "[1,]",
                                       "[,1]",
                                       "[1 2]",
                                       "{a:1}",
                                       "'a'",
                                       "\"\t\"",
                                       "\"\\x\"",
                                       "\"\\u12\"",
                                       "\"\\ud800\"",
                                       "\"\\udc00\"",
                                       "\"\\ud800\\u0041\"",
                                       "// c\n{}",
                                       "/* c */{}",
                                       "{} {}",
                                       "{}]",
                                       "]",
                                       "}",
                                       ":",
                                       ",",
                                       "\x01",
                                       "{\"a\":1e99999999999}"}) {
        INFO(bad);
        auto const found = found_in(bad);
        REQUIRE(found.size() == 1);
        CHECK(found.front().starts_with("json.syntax "));
    }
    auto const read = json::read_network("{\n  \"fields\": [\n    {\"id\": \"ung thư\", \"name\": nul}\n  ]\n}");
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].place == place_in_text{"/fields/0/name", 3});
    CHECK_THAT(read.findings[0].message.en, Catch::Contains("line 3, column 31"));
    CHECK_THAT(read.findings[0].message.vi, Catch::Contains("dòng 3, cột 31"));
}

TEST_CASE("bytes that are not UTF-8 are refused where they stand") {
    for (std::string_view const bad :
         {"\xff", "\xfe", "\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
          "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xc3", "\xe1\xba", "\xf0\x9f\x98"}) {
        auto const document =
            with("\"fields\": [{\"id\": \"f\",\n \"name\": {\"vi\": \"ẩ" + std::string(bad) + "\"}}]");
        INFO(document);
        CHECK(found_in(document) == lines{"json.bad-utf8 /fields/0/name/vi:2"});
        CHECK(found_in(std::string(bad)) == lines{"json.bad-utf8 :1"});
    }
    CHECK(json::read_network(
        with("\"fields\": [{\"id\": \"f\", \"name\": {\"vi\": \"\xed\x9f\xbf\xf4\x8f\xbf\xbf\"}}]")));
}

TEST_CASE("a byte order mark is read over and mentioned") {
    auto const read = json::read_network("\xEF\xBB\xBF" + std::string(small));
    REQUIRE(read);
    CHECK(*read.value == *json::read_network(small).value);
    CHECK(summary(read.findings) == lines{"json.byte-order-mark :1"});
    CHECK(read.findings.count(severity::note) == 1);
    CHECK(found_in("\xEF\xBB\xBF" + with("\"field\": []")) ==
          lines{"json.byte-order-mark :1", "json.unknown-member /field:1"});
}

TEST_CASE("a small document cut at any byte is refused without a partial network") {
    for (std::size_t length = 0; length + 2 < small.size(); ++length) {
        INFO(length);
        auto const read = json::read_network(small.substr(0, length));
        REQUIRE_FALSE(read);
        REQUIRE(read.findings.size() == 1);
        CHECK(read.findings.has_errors());
        auto const code = read.findings[0].code;
        CHECK((code == "json.syntax"_finding || code == "json.empty"_finding || code == "json.bad-utf8"_finding));
        std::uint32_t line = 1;
        for (char const c : small.substr(0, length)) line += c == '\n' ? 1u : 0u;
        CHECK(read.findings[0].place.line == line);
    }
    CHECK(json::read_network(small.substr(0, small.size() - 1)));
}

TEST_CASE("another format, or none, is refused") {
    CHECK(found_in("{}") == lines{"json.wrong-format :1"});
    CHECK(found_in("\n{\"fields\": [],\n \"format\": \"lienvien.network.v1\"}") ==
          lines{"json.wrong-format /format:3"});
    CHECK(found_in(R"({"format": 1})") == lines{"json.wrong-format /format:1"});
    CHECK(found_in("[]") == lines{"json.wrong-type :1"});
    CHECK(found_in("null") == lines{"json.null :1"});
    CHECK(found_in(R"({"format": "lienvien.network.v0", "format": "lienvien.network.v0"})") ==
          lines{"json.doubled-key /format:1"});
}

TEST_CASE("values of the wrong type are refused for every kind of member") {
    CHECK(found_in(with(R"("fields": {})")) == lines{"json.wrong-type /fields:1"});
    CHECK(found_in(with(R"("fields": [[]])")) == lines{"json.wrong-type /fields/0:1"});
    CHECK(found_in(with(R"("fields": [{"id": 7}])")) == lines{"json.wrong-type /fields/0/id:1 [field of medicine]"});
    CHECK(found_in(with(R"("fields": [{"id": "f", "name": "ung thư"}])")) ==
          lines{"json.wrong-type /fields/0/name:1 [field of medicine f]"});
    CHECK(found_in(with(R"("fields": [{"id": "f", "name": {"vi": []}}])")) ==
          lines{"json.wrong-type /fields/0/name/vi:1 [field of medicine f]"});
    CHECK(found_in(with(R"("fields": [{"id": "f", "source": {"kind": 1, "verified": "yes", "dated": 2023}}])")) ==
          lines{"json.wrong-type /fields/0/source/kind:1 [field of medicine f]",
                "json.wrong-type /fields/0/source/verified:1 [field of medicine f]",
                "json.wrong-type /fields/0/source/dated:1 [field of medicine f]"});
    CHECK(found_in(with(R"("capacities": [{"institution": "k", "total": "62", "free": true}])")) ==
          lines{"json.wrong-type /capacities/0/total:1 [capacity k]",
                "json.wrong-type /capacities/0/free:1 [capacity k]"});
    CHECK(found_in(with(R"("needs": [{"id": "n", "origin": "k", "stable": "yes", "improved": 1}])")) ==
          lines{"json.wrong-type /needs/0/stable:1 [patient need n]",
                "json.wrong-type /needs/0/improved:1 [patient need n]"});
    CHECK(found_in(with(R"("programmes": [{"id": "p", "provider": "k", "expiry": "never"}])")) ==
          lines{"json.wrong-type /programmes/0/expiry:1 [programme p]"});
    CHECK(found_in(with(R"("programmes": [{"id": "p", "provider": "k", "expiry": {"kind": 3}}])")) ==
          lines{"json.wrong-type /programmes/0/expiry/kind:1 [programme p]"});
    auto const read = json::read_network(with(R"("fields": [{"id": "f", "name": 12}])"));
    REQUIRE(read.findings.size() == 1);
    CHECK_THAT(read.findings[0].message.en, Catch::Contains("an object") && Catch::Contains("the number 12"));
    CHECK_THAT(read.findings[0].message.vi, Catch::Contains("đối tượng") && Catch::Contains("số 12"));
}

TEST_CASE("null is refused, not read as absent") {
    CHECK(found_in(with(R"("fields": null)")) == lines{"json.null /fields:1"});
    CHECK(found_in(with(R"("fields": [null])")) == lines{"json.null /fields/0:1"});
    CHECK(found_in(with(R"("capacities": [{"institution": null, "total": null, "valid": {"until": null}}])")) ==
          lines{"json.null /capacities/0/institution:1 [capacity]", "json.null /capacities/0/total:1 [capacity]",
                "json.null /capacities/0/valid/until:1 [capacity]"});
}

TEST_CASE("unknown members are refused with what was likely meant and what is allowed") {
    auto const read = json::read_network(
        with(R"("institution": [], "fields": [{"id": "f", "nmae": {"x": {"y": 1, "y": 2}}, "": 1}])"));
    CHECK(summary(read.findings) == lines{"json.unknown-member /institution:1",
                                          "json.unknown-member /fields/0/nmae:1 [field of medicine f]",
                                          "json.doubled-key /fields/0/nmae/x/y:1 [field of medicine f]",
                                          "json.unknown-member /fields/0/:1 [field of medicine f]"});
    CHECK_THAT(read.findings[0].message.en,
               Catch::Contains("\"institution\"; is \"institutions\" meant?") && Catch::Contains("agreements"));
    CHECK_THAT(read.findings[1].message.vi,
               Catch::Contains("có phải \"name\"?") && Catch::Contains("id, name, source"));
    CHECK(found_in(with(R"("fields": [{"id": "f", "a/b~c": 1}])")) ==
          lines{"json.unknown-member /fields/0/a~1b~0c:1 [field of medicine f]"});
    CHECK(found_in(with(R"("fields": [{"id": "f", "na\u006de": {}}])")) == lines{});
    CHECK(found_in(with(R"("techniques": [{"id": "t", "requires_": []}])")) ==
          lines{"json.unknown-member /techniques/0/requires_:1 [technique t]"});
}

TEST_CASE("doubled keys are refused at every level") {
    CHECK(found_in(with("\"fields\": [],\n\"fields\": []")) == lines{"json.doubled-key /fields:2"});
    CHECK(found_in(with("\"fields\": [{\"id\": \"a\",\n\"id\": \"a\"}]")) ==
          lines{"json.doubled-key /fields/0/id:2 [field of medicine a]"});
    CHECK(found_in(with(R"("fields": [{"id": "a", "name": {"vi": "x", "v\u0069": "x"}}])")) ==
          lines{"json.doubled-key /fields/0/name/vi:1 [field of medicine a]"});
    CHECK(found_in(
              with(R"("programmes": [{"id": "p", "provider": "k", "expiry": {"kind": "never", "kind": "never"}}])")) ==
          lines{"json.doubled-key /programmes/0/expiry/kind:1 [programme p]"});
    auto const tree = json::parse(R"({"a": 1, "b": [{"c": 1, "d": 2, "c": 3}], "a": 4, "a": 5})");
    REQUIRE(tree);
    CHECK(summary(json::doubled_keys(tree.value->root())) ==
          lines{"json.doubled-key /b/0/c:1", "json.doubled-key /a:1", "json.doubled-key /a:1"});
}

TEST_CASE("members without a default are required") {
    CHECK(found_in(with("\"fields\": [\n{}]")) == lines{"json.missing-member /fields/0:2 [field of medicine]"});
    CHECK(found_in(with(R"("travels": [{"from": "a"}])")) ==
          lines{"json.missing-member /travels/0:1 [travel a]", "json.missing-member /travels/0:1 [travel a]"});
    CHECK(found_in(with(R"("institutions": [{"id": "k", "place": {"position": {"north": 1}}}])")) ==
          lines{"json.missing-member /institutions/0/place/position:1 [institution k]"});
    CHECK(found_in(with(R"("agreements": [{"id": "a", "lasted": [{}]}])")) ==
          lines{"json.missing-member /agreements/0/lasted/0:1 [agreement a]"});
    CHECK(
        found_in(with(
            R"("programmes": [{"id": "p", "provider": "k", "expiry": {}}, {"id": "q", "provider": "k", "expiry": {"kind": "after"}}])")) ==
        lines{"json.missing-member /programmes/0/expiry:1 [programme p]",
              "json.missing-member /programmes/1/expiry:1 [programme q]"});
    CHECK(found_in(with(R"("agreements": [{"id": "a", "commitments": [{"id": "c", "debtor": "k"}]}])")) ==
          lines{"json.missing-member /agreements/0/commitments/0:1 [commitment c]"});
}

TEST_CASE("identities, codes, dates and words are refused when they are none") {
    auto const refuses = [](std::string_view members, std::string_view pointer) {
        INFO(members);
        auto const found = found_in(with(members));
        REQUIRE(found.size() == 1);
        CHECK(found.front().starts_with("json.bad-value " + std::string(pointer) + ":1"));
    };
    for (std::string_view const id :
         {"", "-a", "a-", "A", "ung thư", "a b", "a\\u0000", "a2345678901234567890123456789012"}) {
        refuses("\"fields\": [{\"id\": \"" + std::string(id) + "\"}]", "/fields/0/id");
    }
    for (std::string_view const code : {"", "i63", "I6", "I63.", "I63.999", "I639", "I63.9 "}) {
        refuses("\"needs\": [{\"id\": \"n\", \"origin\": \"k\", \"diagnoses\": [\"" + std::string(code) + "\"]}]",
                "/needs/0/diagnoses/0");
    }
    for (std::string_view const date :
         {"", "2023-02-29", "2023-13", "2023-00-01", "0000", "2023-6-28", "28/6/2023", "1995s", "late 1995s",
          "XXXX-02-30", "always by 2020-01-01", "2023-06-28 ", "2023 by 2024", "+2023", "2023-06-28T00:00"}) {
        refuses("\"referrals\": [{\"id\": \"r\", \"need\": \"n\", \"made\": \"" + std::string(date) + "\"}]",
                "/referrals/0/made");
    }
    for (std::string_view const day :
         {"", "2023-02-29", "2023-06", "unknown", "1900-02-29", "0000-01-01", "10000-01-01"}) {
        refuses("\"fields\": [{\"id\": \"f\", \"source\": {\"known_since\": \"" + std::string(day) + "\"}}]",
                "/fields/0/source/known_since");
    }
    for (std::string_view const word : {"", "Hospital", "hospitals", "hospital "}) {
        refuses("\"institutions\": [{\"id\": \"k\", \"kind\": \"" + std::string(word) + "\"}]", "/institutions/0/kind");
    }
    refuses(R"("institutions": [{"id": "k", "ownership": "non_state"}])",
            "/institutions/0/ownership");  // the word is "private"
    refuses(R"("programmes": [{"id": "p", "provider": "k", "expiry": {"kind": "aftr", "months": 12}}])",
            "/programmes/0/expiry/kind");
}

TEST_CASE("numbers are read exactly or refused, never rounded") {
    auto const total = [](std::string_view number) {
        auto const read = json::read_network(
            with("\"capacities\": [{\"institution\": \"k\", \"total\": " + std::string(number) + "}]"));
        if (!read) {
            CHECK(summary(read.findings) == lines{"json.bad-value /capacities/0/total:1 [capacity k]"});
            return std::string("refused");
        }
        return read.value->capacities.front().total->to_string();
    };
    CHECK(total("62") == "62");
    CHECK(total("0") == "0");
    CHECK(total("-0") == "0");
    CHECK(total("62.0") == "62");
    CHECK(total("6.2e1") == "62");
    CHECK(total("620E-1") == "62");
    CHECK(total("0e400") == "0");
    CHECK(total("1000000") == "1000000");
    CHECK(total("1000001") == "refused");
    CHECK(total("-1") == "refused");
    CHECK(total("0.5") == "refused");
    CHECK(total("1e400") == "refused");
    CHECK(total("1e-400") == "refused");
    CHECK(total("12345678901234567890123") == "refused");
    CHECK(total("1e7") == "refused");
    CHECK(total("100000000000000000000e-20") == "1");
    CHECK(total("0.00000000000000000000000001e26") == "1");

    auto const score = [](std::string_view number) {
        auto const read = json::read_network(
            with("\"gradings\": [{\"institution\": \"k\", \"score\": " + std::string(number) + "}]"));
        return read ? read.value->gradings.front().score->to_string() : std::string("refused");
    };
    CHECK(score("69.75") == "69.75");
    CHECK(score("69.750") == "69.75");
    CHECK(score("6.975e1") == "69.75");
    CHECK(score("69.755") == "refused");
    CHECK(score("0.1") == "0.1");
    CHECK(score("100.01") == "refused");

    auto const read = json::read_network(with(R"("gradings": [{"institution": "k", "score": 69.755}])"));
    REQUIRE(read.findings.size() == 1);
    CHECK_THAT(read.findings[0].message.en,
               Catch::Contains("69.755") && Catch::Contains("0..100, 1/100") && Catch::Contains("more decimals"));
    CHECK(found_in(with("\"capacities\": [{\"institution\": \"k\", \"total\": 0." + std::string(300, '0') + "}]")) ==
          lines{"json.long-number /capacities/0/total:1"});
}

TEST_CASE("a period that ends before it begins is refused") {
    CHECK(found_in(with(R"("licences": [{"institution": "k", "valid": {"from": "2025-01-01", "until": "2024"}}])")) ==
          lines{"json.reversed-period /licences/0/valid:1 [licence k]"});
    CHECK(found_in(with(R"("licences": [{"institution": "k", "valid": {"from": "2025", "until": "2025"}}])")) ==
          lines{});  // some day of 2025 may follow another
    CHECK(found_in(with(R"("licences": [{"institution": "k", "valid": {"from": "always", "until": "2024"}}])")) ==
          lines{});
}

TEST_CASE("all faults of a document are reported at once, in the order of the text") {
    constexpr std::string_view document = R"({
  "format": "lienvien.network.v0",
  "fields": [
    {"id": "Ung Thu", "id": "x"},
    {"name": null}
  ],
  "agreements": [
    {"id": "k-gia-an-115",
     "parties": [{"institution": "k", "role": "gvies"}],
     "commitments": [{"id": "c1", "debtor": "k", "creditor": "gia-an-115",
                      "quantity": 1.5}],
     "in_force": {"from": "2023-06-31"}}
  ],
  "travles": []
})";
    CHECK(found_in(document) == lines{"json.bad-value /fields/0/id:4 [field of medicine Ung Thu]",
                                      "json.doubled-key /fields/0/id:4 [field of medicine Ung Thu]",
                                      "json.missing-member /fields/1:5 [field of medicine]",
                                      "json.null /fields/1/name:5 [field of medicine]",
                                      "json.bad-value /agreements/0/parties/0/role:9 [agreement k-gia-an-115]",
                                      "json.bad-value /agreements/0/commitments/0/quantity:11 [commitment c1]",
                                      "json.bad-value /agreements/0/in_force/from:12 [agreement k-gia-an-115]",
                                      "json.unknown-member /travles:14"});
}

TEST_CASE("hostile sizes are refused quickly") {
    std::string const deep(10'000, '[');
    CHECK(found_in(deep) == lines{"json.too-deep /0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0:1"});
    std::string objects;
    for (int level = 0; level < 10'000; ++level) objects += "{\"a\":";
    CHECK(json::read_network(objects).findings.contains("json.too-deep"_finding));
    CHECK(json::parse(deep, {.depth = 1'000'000})
              .findings.contains("json.too-deep"_finding));  // the limit itself has one
    std::string const nested = std::string(32, '[') + std::string(32, ']');
    CHECK(json::parse(nested));
    std::string const one_more = '[' + nested + ']';
    CHECK_FALSE(json::parse(one_more));
    CHECK(json::parse(one_more, {.depth = 33}));

    CHECK(found_in(small, {.bytes = 100}) == lines{"json.too-large :0"});
    CHECK(found_in(with(R"("fields": [1, 2, 3, 4, 5])"), {.findings = 2}) ==
          lines{"json.wrong-type /fields/0:1", "json.wrong-type /fields/1:1", "json.too-many-findings :0"});
    auto const read = json::read_network(with(R"("fields": [1, 2, 3, 4, 5])"), {.findings = 2});
    CHECK_THAT(read.findings[2].message.en, Catch::StartsWith("3 more"));

    std::string keys = with(R"("fields": [{"id": "f")");
    keys.resize(keys.size() - 1);
    for (int number = 0; number < 50'000; ++number) keys += ",\"k" + std::to_string(number) + "\":0";
    keys += "}]}";
    auto const many = json::read_network(keys);
    CHECK(many.findings.size() == json::limits{}.findings + 1);
}

TEST_CASE("a text of tens of megabytes is read whole") {
    std::string document = R"({"format": "lienvien.network.v0", "travels": [)";
    constexpr std::size_t count = 150'000;
    for (std::size_t number = 0; number < count; ++number) {
        document += number == 0 ? "\n" : ",\n";
        document +=
            R"({"from": "a-)" + std::to_string(number) +
            R"(", "to": "k", "minutes": 62, "valid": {"from": "2023-06-28"}, "source": {"kind": "synthetic", "document": "synthetic", "words": "phút"}})";
    }
    document += "\n]}";
    REQUIRE(document.size() > 20'000'000);
    auto const read = json::read_network(document);
    REQUIRE(read);
    REQUIRE(read.value->travels.size() == count);
    CHECK(read.value->travels.back().from.view() == "a-" + std::to_string(count - 1));

    document.replace(document.size() - 5, 1, "x");  // "phút"}} becomes "phút"x}
    auto const broken = json::read_network(document);
    REQUIRE_FALSE(broken);
    CHECK(broken.findings[0].place ==
          place_in_text{"/travels/149999/source/words", static_cast<std::uint32_t>(count + 1)});
}
