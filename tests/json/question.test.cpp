#include <lienvien/json/read.hpp>
#include <lienvien/json/tree.hpp>
#include <lienvien/json/write.hpp>
#include <lienvien/reflect/need.hpp>

#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;

TEST_CASE("a need is read out of a larger question, with places from the root of the question") {
    constexpr std::string_view question = R"({
  "day": "2026-11-21",
  "needs": [
    {"id": "n1", "origin": "k", "techniques": ["TMS"], "urgency": "emergency", "age": 62},
    {"id": "n2", "origin": "K", "age": 151}
  ]
})";
    auto const parsed = json::parse(question);
    REQUIRE(parsed);
    auto const root = parsed.value->root();
    CHECK(json::doubled_keys(root).empty());
    CHECK(root.size() == 2);
    CHECK(root.find("day")->string() == "2026-11-21");
    CHECK_FALSE(root.find("nobody"));

    auto const needs = *root.find("needs");
    REQUIRE(needs.is(json::kind::array));
    std::vector<json::reading<patient_need>> read;
    for (auto const each : needs.elements()) read.push_back(json::read<patient_need>(each));
    REQUIRE(read.size() == 2);
    REQUIRE(read[0]);
    CHECK(*read[0].value == patient_need{.id = "n1"_need,
                                         .origin = "k"_institution,
                                         .techniques = {"TMS"_technique},
                                         .urgency = urgency::emergency,
                                         .age = years_of_age(62)});
    REQUIRE_FALSE(read[1]);
    REQUIRE(read[1].findings.size() == 2);
    CHECK(read[1].findings[0].place == place_in_text{"/needs/1/origin", 5});
    CHECK(read[1].findings[1].place == place_in_text{"/needs/1/age", 5});
    CHECK(read[1].findings[1].subject == "patient need n2");

    CHECK(json::read<patient_need>(std::string_view(R"({"id": "n", "origin": "k"})")).value ==
          patient_need{.id = "n"_need, .origin = "k"_institution});
    CHECK(json::read<std::vector<technique_id>>(std::string_view(R"(["TMS", "t2"])")).value ==
          std::vector{"TMS"_technique, "t2"_technique});
    CHECK(json::read<urgency>(std::string_view("\"urgent\"")).value == urgency::urgent);
    CHECK(json::read<patient_need>(std::string_view("[")).findings.contains("json.syntax"_finding));
}

TEST_CASE("a tree shows every value as it is written") {
    auto const parsed = json::parse(
        R"({"null": null, "yes": true, "no": false, "number": -1.50e3, "text": "a\"\u00e9", "list": [1, [2, 3], {}], "more": {"a/b": {"~": 0}}})");
    REQUIRE(parsed);
    auto const root = parsed.value->root();
    std::vector<std::string> names;
    for (auto const each : root.members()) names.emplace_back(each.name);
    CHECK(names == std::vector<std::string>{"null", "yes", "no", "number", "text", "list", "more"});
    CHECK(root.find("null")->is(json::kind::null));
    CHECK(root.find("yes")->boolean() == true);
    CHECK(root.find("no")->boolean() == false);
    CHECK_FALSE(root.find("no")->number());
    CHECK(root.find("number")->number() == "-1.50e3");
    CHECK(root.find("text")->string() == "a\"é");
    auto const list = *root.find("list");
    CHECK(list.size() == 3);
    std::vector<std::string> pointers;
    for (auto const each : list.elements()) pointers.push_back(each.pointer());
    CHECK(pointers == std::vector<std::string>{"/list/0", "/list/1", "/list/2"});
    auto const innermost = *root.find("more")->find("a/b")->find("~");
    CHECK(innermost.place() == place_in_text{"/more/a~1b/~0", 1});
    CHECK(root.pointer().empty());
    CHECK(root.elements().begin() == root.elements().end());
    CHECK(list.members().begin() == list.members().end());
    CHECK(root.find("text")->elements().begin() == root.find("text")->elements().end());
}

TEST_CASE("small values are written on one line or laid out") {
    auto answer = json::tree::object(
        {{"outcome", "permitted"}, {"count", 3}, {"sure", true}, {"share", json::tree::number("69.75")}});
    answer.put("reasons", json::tree::array({says(vi("vì"), en("because")), text{"a", "b"}}))
        .put("none", json::tree::array());
    CHECK(
        json::write_compact(answer) ==
        R"({"outcome":"permitted","count":3,"sure":true,"share":69.75,"reasons":[{"vi":"vì","en":"because"},{"vi":"a","en":"b"}],"none":[]})");
    CHECK(json::write(answer) ==
          "{\n"
          "  \"outcome\": \"permitted\",\n"
          "  \"count\": 3,\n"
          "  \"sure\": true,\n"
          "  \"share\": 69.75,\n"
          "  \"reasons\": [{\"vi\": \"vì\", \"en\": \"because\"}, {\"vi\": \"a\", \"en\": \"b\"}],\n"
          "  \"none\": []\n"
          "}\n");
    CHECK(json::write_compact(json::tree::object()) == "{}");
    CHECK(json::write(json::tree("x")) == "\"x\"\n");

    patient_need const need{.id = "n"_need, .origin = "k"_institution, .stable = truth::yes, .age = years_of_age(62)};
    CHECK(json::write_compact(need) == R"({"id":"n","origin":"k","stable":true,"age":62})");
    CHECK(json::write_compact(json::to_tree(need)) == json::write_compact(need));
    CHECK(json::write(need) == "{\"id\": \"n\", \"origin\": \"k\", \"stable\": true, \"age\": 62}\n");
}

TEST_CASE("strings are escaped where JSON asks for it and nowhere else") {
    auto const written = [](std::string_view characters) { return json::write_compact(json::tree(characters)); };
    CHECK(written("Bệnh viện K / 115") == "\"Bệnh viện K / 115\"");
    CHECK(written("\"\\\b\f\n\r\t") == R"("\"\\\b\f\n\r\t")");
    CHECK(written(std::string_view("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
    CHECK(written("\xF0\x9F\x98\x80") == "\"\xF0\x9F\x98\x80\"");
    CHECK(written("a\xff"
                  "b\xe1\xba") ==
          "\"a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD\xEF\xBF\xBD\"");
    CHECK(written("\xed\xa0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("lines keep within 120 columns, counted in characters") {
    // {"vi": "..."} and the comma that may follow it: 11 characters around the words.
    text const fits{.vi = std::string(109, 'a'), .en = {}};
    CHECK(json::write(fits).find('\n') == json::write(fits).size() - 1);
    text const too_long{.vi = std::string(110, 'a'), .en = {}};
    CHECK(json::write(too_long) == "{\n  \"vi\": \"" + too_long.vi + "\"\n}\n");
    std::string vietnamese;
    for (int number = 0; number < 109; ++number) vietnamese += "ệ";
    CHECK(json::write(text{.vi = vietnamese, .en = {}}) == "{\"vi\": \"" + vietnamese + "\"}\n");
}
