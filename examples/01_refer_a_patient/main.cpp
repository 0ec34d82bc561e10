// Shows: a network read from files, questions put to it on a day, and answers that say why, in Vietnamese and English.
// Read first: nothing; this is the first example and the demo. Next: 02_write_down_a_network, 03_own_jurisdiction.
//
// usage: example_01_refer_a_patient [--vi | --en] [--full] [network.json ...]      run in the folder examples/
// [region headline]
#include <lienvien/json/network.hpp>
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lienvien.hpp>
#include <lienvien/text/print_answer.hpp>

#include <iostream>
#include <iterator>
#include <optional>
#include <string>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

/// Reads a network, or says everything that is wrong with it, each finding with its line.
std::optional<network> read(std::istream& in) {
    std::string const written{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto found = json::read_network(written);
    print(std::cerr, found.findings, language::en);
    return found.value;
}

/// A stroke is recognised in a pharmacy. Where may the patient go, and why there?
void first_question(network const& all, language in, style look) {
    auto const today = as_of(all, 2026y / 11 / 21);  // the network on a day; nothing reads a clock

    patient_need const stroke{.id = "stroke-at-pharmacy"_need,
                              .origin = "hn-pharmacy-01"_institution,
                              .techniques = {"acute-stroke-care"_technique, "thrombolysis"_technique},
                              .urgency = urgency::emergency,
                              .within = minutes_of_travel(60),  // whoever asks sets the window; no law does
                              .source = synthetic()};

    auto const answer = decide(today, vietnam::transfer_between_facilities, stroke);

    print(std::cout, best(answer, 4), all, in, look);  // ranked, each with what it rests on
    for (auto const& receiver : {"bach-mai"_institution, "bach-mai-campus-new"_institution}) {
        std::cout << '\n';
        if (auto const reasons = why(answer, receiver)) print(std::cout, *reasons, all, in, look);  // why, or why not
    }
}
// [endregion headline]

#include <lienvien/network/merge.hpp>
#include <lienvien/text/print_snapshot.hpp>
#include <lienvien/validate/validate.hpp>

#include <cstdlib>
#include <fstream>
#include <string_view>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace {

/// How the demo speaks: in one language or both, in short or in full.
struct manner {
    std::vector<language> languages{language::vi, language::en};
    style look;

    [[nodiscard]] language first() const {
        return languages.back();
    }  // tables are printed once: in English unless told
};

bool terminal_wants_colour() {
#if __has_include(<unistd.h>)
    char const* const refused = std::getenv("NO_COLOR");  // https://no-color.org
    return ::isatty(STDOUT_FILENO) == 1 && (!refused || *refused == '\0');
#else
    return false;
#endif
}

void title(std::string_view number, text const& words, manner const& how) {
    std::string line = std::string(number) + ". ";
    for (auto const in : how.languages) line += (in == how.languages.front() ? "" : " / ") + std::string(words.in(in));
    std::cout << '\n' << (how.look.colour ? "\x1b[1m" : "") << line << '\n';
    for (std::size_t at = 0; at < display_width(line); ++at) std::cout << "═";
    std::cout << (how.look.colour ? "\x1b[0m" : "") << '\n';
}
void say(text const& words, manner const& how) {
    for (auto const in : how.languages) {
        for (auto const& line : wrapped(words.in(in), how.look.width)) std::cout << line << '\n';
    }
}

/// Reads the files into one network; says what was found on the way. Nothing where a file is missing or wrong.
std::optional<network> read_files(std::vector<std::string> const& files, manner const& how) {
    network all;
    bool const vietnamese = how.first() == language::vi;
    table contents(vietnamese ? std::vector<std::string>{"tệp", "cơ sở", "thỏa thuận", "nguồn"}
                              : std::vector<std::string>{"file", "institutions", "agreements", "from"});
    findings remarks;
    for (auto const& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!in) {
            std::cerr << "cannot open " << file << " (run this in the folder examples/, or name the files)\n";
            return std::nullopt;
        }
        auto found = read(in);
        if (!found) {
            std::cerr << file << " cannot be read; what is wrong stands above\n";
            return std::nullopt;
        }
        auto const kind =
            found->institutions.empty() ? source_kind::not_known : found->institutions.front().source.kind;
        std::string note(label_of(kind).in(how.first()));
        if (kind == source_kind::public_record) note += vietnamese ? ", chưa kiểm chứng" : ", unverified";
        if (kind == source_kind::synthetic)
            note += vietnamese ? ": bịa ra để minh họa" : ": made up for the demonstration";
        contents.add(
            {file, std::to_string(found->institutions.size()), std::to_string(found->agreements.size()), note});
        remarks.append(merge(all, *std::move(found)));
    }
    contents.print(std::cout, how.look);
    auto const checked = validate(all);
    std::cout << "\nvalidate: errors " << checked.count(severity::error) << ", warnings "
              << checked.count(severity::warning) << ", notes " << checked.count(severity::note) << '\n';
    for (auto const& each : checked) {
        if (how.look.full || each.severity != severity::note) remarks.add(each);
    }
    print(std::cout, remarks, how.first(), how.look);
    if (remarks.has_errors()) return std::nullopt;
    return all;
}

/// One question of the demo: the need, the day, and of which receiver the answer is explained.
struct question {
    need_id need;
    sys_days day;
    institution_id receiver;
};

patient_need const* find_need(network const& all, need_id const& id) {
    for (auto const& each : all.needs) {
        if (each.id == id) return &each;
    }
    return nullptr;
}

void explain(network const& all, question const& asked, manner const& how) {
    auto const* need = find_need(all, asked.need);
    if (!need) {
        std::cout << "(the files do not have the need " << asked.need.view() << ")\n";
        return;
    }
    auto const today = as_of(all, asked.day);
    auto const answer = decide(today, vietnam::transfer_between_facilities, *need);
    auto const found = why(answer, asked.receiver);
    if (!found) return;
    for (auto const in : how.languages) {
        std::cout << '\n';
        print(std::cout, *found, all, in, how.look);
    }
}

/// What the rules say of every institution, in short, and who may take the patient, best first.
void overview(network const& all, need_id const& id, year_month_day date, manner const& how) {
    auto const* need = find_need(all, id);
    if (!need) return;
    auto const today = as_of(all, date);
    auto const answer = decide(today, vietnam::transfer_between_facilities, *need);
    std::cout << '\n';
    print(std::cout, answer, how.first(), how.look);
    std::cout << '\n';
    print(std::cout, best(answer, 3), all, how.first(), how.look);
}

/// The outcomes of one need for one receiver on several days, one line each.
void day_by_day(network const& all, need_id const& id, institution_id const& receiver,
                std::vector<year_month_day> const& days, manner const& how) {
    auto const* need = find_need(all, id);
    if (!need) return;
    for (auto const date : days) {
        auto const today = as_of(all, date);
        auto const answer = decide(today, vietnam::transfer_between_facilities, *need);
        auto const to = today.find(receiver);
        if (!to) return;
        auto const found = answer.verdicts()[number_of(*to)].outcome;
        std::cout << "  " << format_day(day(date)) << "  " << name_of(receiver, all).in(how.first()) << ": "
                  << words_for(found).in(how.first()) << '\n';
    }
}

/// The network as it would be if the agreement of Bạch Mai and Chợ Rẫy had been signed on a day that the caller assumes.
network with_assumed_signing(network changed, year_month_day date) {
    auto const assumed = synthetic("assumed by whoever asks; the article does not give the year");
    for (auto& each : changed.agreements) {
        if (each.id != "bach-mai-cho-ray"_agreement) continue;
        each.name = {std::string(each.name.vi) + " (năm ký: giả định)",
                     std::string(each.name.en) + " (year assumed: synthetic)"};
        each.signed_on = {{partial_date(date), assumed}};
        each.in_force = validity(partial_date(date));
        each.source = assumed;
        for (auto& part : each.clauses) part.source = assumed;
    }
    return changed;
}

void run(network const& all, manner const& how) {
    auto const today = as_of(all, 2026y / 11 / 21);
    title("2", {"Mạng lưới ngày 2026-11-21", "The network on 2026-11-21"}, how);
    say({"* là giả định; – là chưa rõ", "* is synthetic; – is not known"}, how);
    std::cout << '\n';
    print_institutions(std::cout, today, how.first(), how.look);
    std::cout << '\n';
    print_agreements(std::cout, today, how.first(), how.look);
    std::cout << '\n';
    print_transfers(std::cout, today, how.first(), how.look);

    title("3", {"Đột quỵ tại nhà thuốc", "A stroke in a pharmacy"}, how);
    say({"Thỏa thuận Bạch Mai – Long Châu mới thống nhất về nguyên tắc nên không ràng buộc ai. Câu trả lời dựa trên "
         "nghĩa vụ "
         "cấp cứu, vốn không loại trừ nơi nào; xếp hạng theo số kỹ thuật có được và số phút trong khung 60 phút của "
         "người hỏi.",
         "The agreement of Bạch Mai and Long Châu is agreed in principle only and binds nobody. The answer rests on "
         "the "
         "emergency duty, which leaves nobody out; what ranks is techniques covered, and minutes within the 60 of "
         "whoever asks."},
        how);
    for (auto const in : how.languages) {
        std::cout << '\n';
        first_question(all, in, how.look);
    }

    title("4", {"Ung bướu ở Gia An 115, trước và sau nghiệm thu", "Oncology at Gia An 115, before and after"}, how);
    say({"Gói hóa trị ban ngày (giả định) do Bệnh viện K chuyển giao được nghiệm thu ngày 2026-03-02. Từ hôm đó bệnh "
         "không còn "
         "vượt quá khả năng của Gia An 115.",
         "The day-care chemotherapy package (synthetic) that K Hospital transfers is accepted on 2026-03-02. From that "
         "day the "
         "disease is no longer beyond Gia An 115."},
        how);
    std::cout << '\n';
    day_by_day(all, "oncology-at-gia-an-115"_need, "cho-ray"_institution, {2026y / 3 / 1, 2026y / 3 / 2}, how);
    explain(all, {"oncology-at-gia-an-115"_need, day(2026y / 3 / 1), "cho-ray"_institution}, how);
    manner const once{{how.first()}, how.look};
    explain(all, {"oncology-at-gia-an-115"_need, day(2026y / 3 / 2), "cho-ray"_institution}, once);

    title("5", {"Hai bệnh viện ngang hàng: Bạch Mai và Chợ Rẫy", "Two peers: Bạch Mai and Chợ Rẫy"}, how);
    say({"Bài báo viết “sáng 12/12 vừa qua”, không nêu năm; biết đến ngày 2026-11-21, nên muộn nhất là 2025-12-12. "
         "Trước ngày đó, "
         "câu trả lời trung thực là: thiếu dữ kiện.",
         "The article says “on the morning of 12 December”, without a year; it was known by 2026-11-21, so 2025-12-12 "
         "at the "
         "latest. Before that day the honest answer is: facts are missing."},
        how);
    std::cout << '\n';
    day_by_day(all, "peer-bach-mai-cho-ray"_need, "cho-ray"_institution, {2025y / 11 / 21, 2026y / 11 / 21}, how);
    explain(all, {"peer-bach-mai-cho-ray"_need, day(2026y / 11 / 21), "cho-ray"_institution}, how);
    explain(all, {"peer-bach-mai-cho-ray"_need, day(2025y / 11 / 21), "cho-ray"_institution}, how);
    std::cout << '\n';
    say({"Nếu người hỏi giả định ngày ký là 2024-12-12 (giả định, không phải lời của bài báo):",
         "If whoever asks assumes that it was signed on 2024-12-12 (synthetic, not the words of the article):"},
        how);
    auto const assumed = with_assumed_signing(all, 2024y / 12 / 12);
    day_by_day(assumed, "peer-bach-mai-cho-ray"_need, "cho-ray"_institution, {2024y / 12 / 11, 2024y / 12 / 12}, how);
    explain(assumed, {"peer-bach-mai-cho-ray"_need, day(2024y / 12 / 12), "cho-ray"_institution}, once);

    title("6", {"Bị từ chối, với mọi lý do", "Refused, with every reason"}, how);
    say(find_need(all, "refused-case"_need) ? find_need(all, "refused-case"_need)->about : text{}, how);
    overview(all, "refused-case"_need, 2026y / 11 / 21, how);
    explain(all, {"refused-case"_need, day(2026y / 11 / 21), "k"_institution}, how);

    title("7", {"Thiếu một dữ kiện", "One fact is missing"}, how);
    say(find_need(all, "missing-fact-case"_need) ? find_need(all, "missing-fact-case"_need)->about : text{}, how);
    explain(all, {"missing-fact-case"_need, day(2026y / 11 / 21), "bach-mai"_institution}, how);

    title("8", {"Bỏ qua một bước, và trở về tuyến dưới", "A step is skipped, and the way back down"}, how);
    say({"Ngày 2024-11-21, khi Thông tư 14/2014 còn chắc chắn có hiệu lực.",
         "On 2024-11-21, while Circular 14/2014 is certain to be in force."},
        how);
    std::cout << '\n';
    explain(all, {"step-skipping-case"_need, day(2024y / 11 / 21), "cho-ray"_institution}, how);
    explain(all, {"return-downward"_need, day(2024y / 11 / 21), "north-provincial"_institution}, once);

    title("9", {"Giới hạn", "Limits"}, how);
    say({"Không phải tư vấn pháp lý hay y tế. Chưa ai đối chiếu các quy tắc với bản gốc có chữ ký. Mọi điều ghi “giả "
         "định” không nói "
         "gì về bệnh viện thật.",
         "Not legal or medical advice. Nobody has checked the rules against the signed originals. What is marked "
         "“synthetic” says "
         "nothing about any real hospital."},
        how);
}

}  // namespace

int main(int count, char* arguments[]) {
    manner how;
    std::vector<std::string> files;
    for (int at = 1; at < count; ++at) {
        std::string_view const argument = arguments[at];
        if (argument == "--vi") {
            how.languages = {language::vi};
        } else if (argument == "--en") {
            how.languages = {language::en};
        } else if (argument == "--full") {
            how.look.full = true;
        } else if (argument.substr(0, 2) == "--") {
            std::cerr << "unknown option " << argument << "; known: --vi, --en, --full\n";
            return 2;
        } else {
            files.emplace_back(argument);
        }
    }
    if (files.empty()) files = {"data/articles.json", "data/public_record.json", "data/synthetic_neighbours.json"};
    how.look.colour = terminal_wants_colour();

    std::cout << "lienvien: chuyển người bệnh giữa các bệnh viện / who may send which patient where, and why\n";
    title("1", {"Dữ liệu", "The data"}, how);
    auto const all = read_files(files, how);
    if (!all) return 1;
    run(*all, how);
    return 0;
}
