#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/text/print_answer.hpp>
#include <lienvien/text/print_snapshot.hpp>

#include <support/catch.hpp>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace {

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

// A rulebook of its own, so that what is tested is how answers read and not what a law says.
namespace test_rules {

using namespace lienvien::terms;

constexpr instrument act{.number = "7/2020",
                         .name = {"Luật thử", "Test act"},
                         .kind = instrument_kind::law,
                         .in_force = from(2020y / 1 / 1)};
constexpr instrument note{.number = "8/2020",
                          .name = {"Thông tư thử", "Test circular"},
                          .kind = instrument_kind::circular,
                          .in_force = from(2020y / 1 / 1),
                          .uncertain_from = day(2025y / 1 / 1),
                          .uncertain_because = {"luật gốc đã hết.", "its law has ended."}};
constexpr instrument meaning{
    .number = {}, .name = {"Theo định nghĩa", "By definition"}, .kind = instrument_kind::definition};
constexpr instrument between{.number = {}, .name = {"Thỏa thuận", "Agreement"}, .kind = instrument_kind::agreement};

constexpr auto beyond =
    provided(cites(note, 5, "1a"), says(vi("bệnh vượt khả năng"), en("the disease is beyond the sender")),
             all_of(!holds_techniques(origin), transfer_indicated));
constexpr auto upward = rule(
    "upward"_rule, says(vi("lên tuyến liền kề; có thể bỏ bước"), en("one tier up; a step may be skipped")),
    cites(note, 4, "1a"),
    permits(all_of(tier(receiver) == one_above(tier(origin)), beyond)) |
        unless(provided(cites(note, 4, "1b"), says(vi("tuyến liền kề thiếu kỹ thuật"), en("the next tier lacks it")),
                        !adjacent_upper_holds),
               permits(all_of(tier(receiver) > tier(origin), beyond))));
constexpr auto agreed = rule("agreed"_rule, says(vi("theo thỏa thuận"), en("under an agreement")), cites(between),
                             permits(all_of(agreement_accepts, any_of(transfer_indicated, emergency))));
constexpr auto scope = rule(
    "scope"_rule, says(vi("trong phạm vi chuyên môn, trừ cấp cứu"), en("within its scope, except in an emergency")),
    cites(act, 7, "4"), demands(holds_techniques(receiver)) | unless(emergency));
constexpr auto works = rule("works"_rule, says(vi("nơi nhận phải hoạt động"), en("the receiver operates")),
                            cites(meaning), demands(operates(receiver)));
constexpr auto signs = rule("signs"_rule, says(vi("người đứng đầu ký giấy chuyển"), en("the head signs the paper")),
                            cites(note, 6), instructs(owner(origin) == ownership::state));
constexpr auto book =
    rulebook("test", label{"Thử", "Test"}, otherwise::not_provided_for, upward, agreed, scope, works, signs);

}  // namespace test_rules

/// A district hospital below a provincial one below a central one, and a planned site.
network three_steps() {
    network all;
    auto const made_up = synthetic();
    auto const add = [&](institution_id id, text name, legacy_tier tier, std::vector<technique_id> techniques,
                         operation_status status = operation_status::operating) {
        all.institutions.push_back({.id = id,
                                    .name = name,
                                    .kind = institution_kind::hospital,
                                    .ownership = ownership::state,
                                    .operations = {{status, from(2010y / 1 / 1), article("007.txt")}},
                                    .place = {.country = "VN"},
                                    .source = made_up});
        all.legacy_standings.push_back({.institution = id, .tier = tier, .valid = always, .source = made_up});
        all.technique_lists.push_back({.site = id, .techniques = techniques, .valid = always, .source = made_up});
    };
    all.techniques.push_back({.id = "dialysis"_technique, .name = {"lọc máu", "dialysis"}});
    add("lower"_institution, {"Huyện", "Lower"}, legacy_tier::district, {});
    add("upper"_institution, {"Tỉnh", "Upper"}, legacy_tier::provincial, {"dialysis"_technique});
    add("top"_institution, {"Trung ương", "Top"}, legacy_tier::central, {"dialysis"_technique});
    add("coming"_institution, {}, legacy_tier::provincial, {"dialysis"_technique}, operation_status::planned);
    all.affiliations.push_back(
        {"lower"_institution, "upper"_institution, affiliation_kind::referral_line, always, made_up});
    all.travels.push_back({"lower"_institution, "upper"_institution, minutes_of_travel(45), always, made_up});
    return all;
}
patient_need routine() {
    return {.id = "one"_need,
            .origin = "lower"_institution,
            .techniques = {"dialysis"_technique},
            .urgency = urgency::routine,
            .transfer_indicated = truth::yes,
            .past_emergency_stage = truth::yes,
            .improved = truth::no,
            .within = minutes_of_travel(30),
            .source = synthetic()};
}

std::string shown(network const& all, institution_id const& to, language in, style look = {},
                  sys_days on = day(2024y / 5 / 1)) {
    auto const today = as_of(all, on);
    auto const answer = decide(today, test_rules::book, routine());
    std::ostringstream out;
    print(out, *why(answer, to), all, in, look);
    return out.str();
}
bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::string whole_file(std::string const& name) {
    std::ifstream in(name, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("a permission reads as heading, outcome, rule, citation, proof and facts, in Vietnamese", "[text]") {
    auto const all = three_steps();
    CHECK(shown(all, "upper"_institution, language::vi) == R"(Huyện → Tỉnh, 2024-05-01
✓ được phép
Căn cứ cho phép
  ✓ lên tuyến liền kề; có thể bỏ bước
    Thông tư thử 8/2020, Điều 4 khoản 1 điểm a
    ✗ ngoại lệ, khi tuyến liền kề thiếu kỹ thuật
      Thông tư thử 8/2020, Điều 4 khoản 1 điểm b
      ✗ không tuyến trên liền kề nào của nơi chuyển thực hiện được đủ kỹ thuật cần thiết: không đúng
        · Tỉnh: lọc máu có trong danh mục kỹ thuật (giả định)
    ✓ quy tắc chung: tất cả các điều sau:
      ✓ tuyến chuyên môn kỹ thuật của nơi nhận bằng bậc liền trên tuyến chuyên môn kỹ thuật của nơi
        chuyển: tuyến 2 (tỉnh) và tuyến 3 (huyện)
        · Tỉnh: tuyến 2 (tỉnh) (giả định)
        · Huyện: tuyến 3 (huyện) (giả định)
      ✓ bệnh vượt khả năng
        Thông tư thử 8/2020, Điều 5 khoản 1 điểm a
        ✓ nơi chuyển không thực hiện được đủ kỹ thuật cần thiết: đúng
          · Huyện: lọc máu không có trong danh mục kỹ thuật (giả định)
        ✓ đã hội chẩn và có chỉ định chuyển: có – theo nhu cầu (giả định)
Điều kiện đã đáp ứng
  ✓ trong phạm vi chuyên môn, trừ cấp cứu · nơi nhận phải hoạt động
Cách thực hiện
  ✓ người đứng đầu ký giấy chuyển
    Thông tư thử 8/2020, Điều 6
)");
}

TEST_CASE("a refusal reads with what stands against it first, in English", "[text]") {
    auto const all = three_steps();
    CHECK(shown(all, "coming"_institution, language::en) == R"(Lower → coming, 2024-05-01
✗ forbidden: a rule stands against it
What stands against it
  ✗ the receiver operates
    By definition
    ✗ the receiving institution is operating: no
      · institution coming: planned (from 2010-01-01, no end stated) (press article 007.txt)
Permits it, but that is not enough
  ✓ one tier up; a step may be skipped
Could permit it, but does not hold
  ✗ under an agreement
    Agreement
    ✗ an agreement in force between the two provides for taking the patient: no
      · institution coming: no clause on taking patients with the sending institution is written
        down
    ✓ a consultation was held and indicates the transfer: yes
Conditions that are met
  ✓ within its scope, except in an emergency
)");
}

TEST_CASE("an answer that hangs on a fact names the fact and what is written about it", "[text]") {
    auto all = three_steps();
    all.agreements.push_back(
        {.id = "a"_agreement,
         .name = {"Thỏa thuận A", "Agreement A"},
         .status = agreement_status::signed_,
         .parties = {{"lower"_institution}, {"top"_institution}},
         .signed_on = {{partial_date::year_unknown(std::chrono::December / 12).not_after(day(2026y / 11 / 21)),
                        article("007.txt")}},
         .clauses = {{.activity = activity::patient_transfer}},
         .source = article("007.txt")});
    auto const words = shown(all, "top"_institution, language::en);
    CHECK(has(words, R"(? facts missing: the answer hangs on what is not known
What is not known and decides
  ? an agreement in force between the two provides for taking the patient
    · Agreement A: patient transfer; signed (from 12 December of a year not known, at the latest
      2025-12-12, no end stated) (press article 007.txt)
)"));
    auto const later = shown(all, "top"_institution, language::en, {}, day(2025y / 12 / 12));
    CHECK(has(later, "✓ permitted\n"));
    CHECK(has(later, "! It rests on an agreement alone"));
}

TEST_CASE("plain output holds no escape code; colours add nothing but codes; full adds the rest", "[text]") {
    auto all = three_steps();
    all.institutions.front().name = {"Huyện\x1b[31m\n\tđỏ\x07",
                                     "Lower\x1b]0;title\x07"};  // a name that tries to steer a terminal
    for (auto const in : {language::vi, language::en}) {
        for (auto const& to : {"upper"_institution, "top"_institution, "coming"_institution, "lower"_institution}) {
            for (bool const full : {false, true}) {
                auto const plain = shown(all, to, in, {.full = full});
                auto coloured = shown(all, to, in, {.colour = true, .full = full});
                CHECK_FALSE(has(plain, "\x1b"));
                CHECK_FALSE(has(plain, "\x07"));
                CHECK(has(coloured, "\x1b[1m"));
                for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
                    coloured.erase(at, coloured.find('m', at) + 1 - at);
                }
                CHECK(coloured == plain);
            }
            CHECK(shown(all, to, in, {.full = true}).size() > shown(all, to, in).size());
        }
    }
}

TEST_CASE("options, the overview of an answer and its table", "[text]") {
    auto const all = three_steps();
    auto const today = as_of(all, 2026y / 11 / 21);
    auto const answer = decide(today, test_rules::book, routine());
    std::ostringstream out;
    print(out, best(answer, 3), all, language::vi);
    print(out, answer, language::en);
    print(out, answer, language::en, {.full = true});
    CHECK(out.str() == R"(  1. Tỉnh
     1/1 kỹ thuật cần thiết; 45 phút, QUÁ khung thời gian
     căn cứ: Thông tư thử 8/2020, Điều 4 khoản 1 điểm a
  ! 1: Chưa chắc Thông tư thử 8/2020 còn hiệu lực: luật gốc đã hết.
  ✓ permitted – Test circular 8/2020, article 4 clause 1 point a
      Upper
  ✗ not provided for – no rule permits it
      Top
  ✗ forbidden – Test act 7/2020, article 7 clause 4
      Lower
  ✗ forbidden – the receiver operates
      coming
   Receiver  Outcome           Deciding rule
───────────────────────────────────────────────────────────────────────────────
✗  Lower     forbidden         Test act 7/2020, article 7 clause 4
✓  Upper     permitted         Test circular 8/2020, article 4 clause 1 point a
✗  Top       not provided for  no rule permits it
✗  coming    forbidden         the receiver operates
)");
    std::ostringstream none;
    print(none, best(decide(today, test_rules::book, {.id = "x"_need, .origin = "nobody"_institution}), 3), all,
          language::en);
    CHECK(none.str() == "No receiver is permitted.\n");
}

TEST_CASE("findings are written one below the other with subject, place and line", "[text]") {
    findings found;
    found.add({"dangling-id"_finding,
               severity::error,
               "agreement a",
               {"/agreements/0", 12},
               {"không có cơ sở", "no such institution"}});
    found.add({"doubt"_finding, severity::note, "", {}, {"nên biết", "worth knowing"}});
    std::ostringstream out;
    print(out, found, language::en);
    print(out, found, language::vi);
    CHECK(out.str() == R"(  ✗ agreement a, /agreements/0, line 12: no such institution
  · worth knowing
  ✗ agreement a, /agreements/0, dòng 12: không có cơ sở
  · nên biết
)");
}

TEST_CASE("a network is shown as it stands on a day, with what is synthetic marked", "[text]") {
    auto all = three_steps();
    all.licences.push_back({.institution = "upper"_institution, .number = "1", .valid = until(2020y / 1 / 1)});
    all.memberships.push_back({"coming"_institution, "top"_institution, from(2026y / 1 / 1)});
    all.packages.push_back({.id = "p"_package, .name = {"Gói P", "Package P"}});
    all.transfers.push_back(
        {.id = "t"_transfer,
         .package = "p"_package,
         .giver = "top"_institution,
         .recipient = "upper"_institution,
         .stages = {{.stage = stage::theory, .on = 2025y / 2 / 1}, {.stage = stage::accepted, .on = 2027y / 1 / 1}}});
    auto const today = as_of(all, 2026y / 11 / 21);
    std::ostringstream out;
    print_institutions(out, today, language::en);
    print_transfers(out, today, language::vi);
    CHECK(out.str() == R"(Institution  Kind, owner      Tier before 2025       Level  Status
────────────────────────────────────────────────────────────────────────────────
Lower *      hospital, State  tier 3 (district) *    –      operating
Upper *      hospital, State  tier 2 (provincial) *  –      licence lapsed
Top *        hospital, State  tier 1 (central) *     –      operating
coming *     hospital, State  tier 2 (provincial) *  –      planned; part of Top
Gói kỹ thuật  Bên chuyển giao  Bên tiếp nhận  Giai đoạn      Từ
───────────────────────────────────────────────────────────────────────
Gói P         Trung ương       Tỉnh           học lý thuyết  2025-02-01
)");
}

TEST_CASE("the outputs that the README shows are what the examples print", "[text]") {
    auto const readme = whole_file("README.md");
    std::size_t blocks = 0;
    std::string const marker = "<!-- output of ";
    for (auto at = readme.find(marker); at != std::string::npos; at = readme.find(marker, at + 1)) {
        auto const name = readme.substr(at + marker.size(), readme.find(" -->", at) - at - marker.size());
        auto const first = readme.find("```text\n", at) + 8;
        auto const block = readme.substr(first, readme.find("```\n", first) - first);
        INFO(name << "\n" << block);
        CHECK(has(whole_file(name), block));
        ++blocks;
    }
    CHECK(blocks > 0);
}
