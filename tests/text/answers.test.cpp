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
    auto const answer = decide(today, vietnam::transfer_between_facilities, routine());
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
  ✓ chuyển lên tuyến trên liền kề; được bỏ qua bước khi tuyến trên liền kề không có kỹ thuật phù hợp
    Thông tư 14/2014/TT-BYT, Điều 4 khoản 1 điểm a
    ✗ ngoại lệ, khi tuyến trên liền kề không có dịch vụ kỹ thuật phù hợp
      Thông tư 14/2014/TT-BYT, Điều 4 khoản 1 điểm b
      ✗ không tuyến trên liền kề nào của nơi chuyển thực hiện được đủ kỹ thuật cần thiết: không đúng
        · Tỉnh: lọc máu có trong danh mục kỹ thuật (giả định)
    ✓ quy tắc chung: tất cả các điều sau:
      ✓ tuyến chuyên môn kỹ thuật của nơi nhận bằng bậc liền trên tuyến chuyên môn kỹ thuật của nơi
        chuyển: tuyến 2 (tỉnh) và tuyến 3 (huyện)
        · Tỉnh: tuyến 2 (tỉnh) (giả định)
        · Huyện: tuyến 3 (huyện) (giả định)
      ✓ bệnh vượt quá khả năng hoặc danh mục kỹ thuật của nơi chuyển, đã hội chẩn và có chỉ định
        chuyển
        Thông tư 14/2014/TT-BYT, Điều 5 khoản 1 điểm a
        ✓ nơi chuyển không thực hiện được đủ kỹ thuật cần thiết: đúng
          · Huyện: lọc máu không có trong danh mục kỹ thuật (giả định)
        ✓ đã hội chẩn và có chỉ định chuyển: có – theo nhu cầu (giả định)
Điều kiện đã đáp ứng
  ✓ nơi nhận phải thực hiện được kỹ thuật cần thiết trong phạm vi chuyên môn của mình, trừ cấp cứu ·
    nơi nhận phải đang hoạt động: cơ sở dự kiến hoặc đã ngừng không tiếp nhận ai · nơi nhận phải là
    cơ sở khám bệnh, chữa bệnh · chuyển người bệnh là chuyển đến một cơ sở khác
Cách thực hiện
  ✓ giấy chuyển do người đứng đầu cơ sở nhà nước hoặc người được ủy quyền ký
    Thông tư 14/2014/TT-BYT, Điều 6
)");
}

TEST_CASE("a refusal reads with what stands against it first, in English", "[text]") {
    auto const all = three_steps();
    auto const words = shown(all, "coming"_institution, language::en);
    UNSCOPED_INFO(words);
    CHECK(words.rfind(R"(Lower → coming, 2024-05-01
✗ forbidden: a rule stands against it
What stands against it
  ✗ the receiver operates: a planned or closed institution takes nobody
    By definition
    ✗ the receiving institution is operating: no
      · coming: planned (from 2010-01-01, no end stated) (press article 007.txt)
Permits it, but that is not enough
  ✓ upward to the adjacent tier; a step may be skipped where the adjacent upper facility lacks the
    technique
Could permit it, but does not hold
)",
                      0) == 0);
    CHECK_FALSE(has(words, "How it is done"));
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
    auto const answer = decide(today, vietnam::transfer_between_facilities, routine());
    std::ostringstream out;
    print(out, best(answer, 3), all, language::vi);
    print(out, answer, language::en);
    print(out, answer, language::en, {.full = true});
    CHECK(out.str() == R"(  1. Tỉnh
     1/1 kỹ thuật cần thiết; 45 phút, QUÁ khung thời gian
     căn cứ: Thông tư 14/2014/TT-BYT, Điều 4 khoản 1 điểm a
  ! 1: Chưa chắc Thông tư 14/2014/TT-BYT còn hiệu lực: căn cứ của văn bản (Luật 40/2009) đã hết hiệu
    lực, chưa thấy văn bản bãi bỏ.
  ✓ permitted – Circular 14/2014/TT-BYT, article 4 clause 1 point a
      Upper
  ✗ not provided for – no rule permits it
      Top
  ✗ forbidden – Law on Examination and Treatment no. 15/2023/QH15, article 7 clause 4
      Lower
  ✗ forbidden – a transfer leads to another institution
      Lower
  ✗ forbidden – the receiver operates: a planned or closed institution takes nobody
      coming
   Receiver  Outcome           Deciding rule
────────────────────────────────────────────────────────────────────────────────────────────────────
✗  Lower     forbidden         Law on Examination and Treatment no. 15/2023/QH15, article 7 clause
                               4; a transfer leads to another institution
✓  Upper     permitted         Circular 14/2014/TT-BYT, article 4 clause 1 point a
✗  Top       not provided for  no rule permits it
✗  coming    forbidden         the receiver operates: a planned or closed institution takes nobody
)");
    std::ostringstream none;
    print(
        none,
        best(decide(today, vietnam::transfer_between_facilities, {.id = "x"_need, .origin = "nobody"_institution}), 3),
        all, language::en);
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
────────────────────────────────────────────────────────────────────────────
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
