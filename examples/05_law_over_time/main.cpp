// Shows: one patient's need, five days from 2014 to 2026, five answers, each with the articles that it rests on and the fact
// that changed it; then the days on which the answer changed at all, found without trying every day.
// Read first: 01_refer_a_patient. The need and the hospitals' techniques are synthetic; the law is not.
//
// usage: example_05_law_over_time [network.json ...]      run in the folder examples/
#include "network_files.hpp"
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lienvien.hpp>
#include <lienvien/rules/critical_days.hpp>
#include <lienvien/rules/difference.hpp>
#include <lienvien/text/print_answer.hpp>

#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr auto const& rules = vietnam::transfer_between_facilities;

/// "K Hospital": the name of whom a fact is about, where it is an institution; the texts of the rules name themselves.
std::string whose(fact_name const& fact, network const& all, language in) {
    constexpr std::string_view kind = "institution ";
    if (fact.subject.substr(0, kind.size()) != kind) return {};
    auto const id = institution_id::parse(fact.subject.substr(kind.size()));
    return id ? std::string(name_of(*id, all).in(in)) + ", " : std::string();
}

void say(std::string const& lead, std::string const& words) {
    for (auto const& line : hanging(lead, words, style{}.width)) std::cout << line << '\n';
}

/// The rules of a set, each by where it stands; an agreement, which the rules do not name, by its sentence.
std::string named_rules(rule_set which, language in) {
    std::string words;
    auto const headings = rules.headings();
    for (std::size_t number = 0; number < headings.size(); ++number) {
        if (!(which >> number & 1)) continue;
        auto const& rule = headings[number];
        bool const law = !rule.basis.text.number.empty();
        words += (words.empty() ? "" : "; ") + (law ? to_string(rule.basis, in) : std::string(rule.says.in(in)));
    }
    return words;
}

/// What the rules say on a day, and what that rests on.
void answer_on(snapshot const& today, patient_need const& need, institution_id const& receiver, language in) {
    bool const vietnamese = in == language::vi;
    auto const answer = decide(today, rules, need);
    auto const because = why(answer, receiver);
    if (!because) return;
    auto const& found = because->verdict;
    say(found.outcome == outcome::permitted ? "✓ " : "✗ ",
        format_day(today.day()) + ": " + std::string(label_of(found.outcome).in(in)));
    auto const headings = rules.headings();
    rule_set const decides = deciding(found, answer.rules());
    for (std::size_t number = 0; number < headings.size(); ++number) {
        auto const& rule = headings[number];
        if (!(decides >> number & 1)) continue;
        std::string where = to_string(rule.basis, in);
        for (auto const& option : best(answer, today.size())) {
            if (rule.basis.text.kind != instrument_kind::agreement || option.receiver != receiver) continue;
            for (auto const& under : option.agreements) where = name_of(under, today.written()).in(in);
        }
        say("    § ", where + ": " + std::string(rule.says.in(in)));
    }
    for (auto const& each : because->missing)
        say("    ? ", (vietnamese ? "chưa rõ: " : "not known: ") + std::string(each.what.in(in)));
    for (auto const& each : because->cautions) say("    ! ", std::string(each.in(in)));
}

// [region difference]
/// Which facts, or texts of the rules, made the answer of one day another than that of an earlier day.
void what_changed(snapshot const& earlier, snapshot const& later, patient_need const& need,
                  institution_id const& receiver, language in) {
    auto const changed = difference(earlier, later, rules, {need});
    for (auto const& each : changed.outcomes) {
        if (each.institution != receiver) continue;
        for (auto const& cause : each.causes) {
            say("    ← ", whose(cause.fact, later.written(), in) + std::string(cause.fact.what.in(in)) + ": " +
                              std::string(label_of(cause.change).in(in)));
        }
    }
}
// [endregion difference]

// [region critical_days]
/// The days on which the answer for the receiver changed, between two days: exact, without trying every day.
void all_days(network const& all, patient_need const& need, institution_id const& receiver, sys_days first,
              sys_days last, language in) {
    bool const vietnamese = in == language::vi;
    for (auto const& each : critical_days(all, rules, need, first, last + std::chrono::days(1)).days) {
        for (auto const& change : each.changes) {
            if (change.institution != receiver) continue;
            std::string words = format_day(each.day) + ": ";
            words += label_of(change.after.verdict.outcome).in(in);
            auto const add = [&](std::string_view lead, rule_set which) {
                if (which != 0) words += "; " + std::string(lead) + " " + named_rules(which, in);
            };
            auto const instructions = rules_on(rules, each.day).instructions;  // how to do it, not whether
            auto const before = change.before.verdict.bears & ~instructions;
            auto const after = change.after.verdict.bears & ~instructions;
            add(vietnamese ? "thêm" : "now also", after & ~before);
            add(vietnamese ? "không còn" : "no longer", before & ~after);
            add(vietnamese ? "chưa chắc còn hiệu lực:" : "no longer certain:",
                change.after.uncertain & ~change.before.uncertain & after);
            say("  · ", words);
        }
    }
}
// [endregion critical_days]

void tell(network const& all, patient_need const& need, language in) {
    bool const vietnamese = in == language::vi;
    auto const receiver = "k"_institution;
    std::vector<sys_days> const days{day(2014y / 5 / 31), day(2014y / 6 / 1), day(2023y / 6 / 28), day(2025y / 1 / 1),
                                     day(2026y / 3 / 2)};
    std::cout << (vietnamese ? "Pháp luật theo thời gian" : "Law over time") << "\n\n";
    say("", vietnamese
                ? "Một người bệnh ung bướu ở Bệnh viện Gia An 115 cần hóa trị ban ngày, mức độ khẩn (nhu cầu, "
                  "tuyến và kỹ thuật đều giả "
                  "định). Có được chuyển đến Bệnh viện K không? Một câu hỏi, năm ngày, năm câu trả lời. Dấu § là nơi "
                  "ghi quy tắc, dấu ← là điều làm câu trả lời khác đi."
                : "A cancer patient at Gia An 115 Hospital urgently needs day-care chemotherapy (a synthetic need, and "
                  "synthetic tier and techniques). "
                  "May the patient be sent to K Hospital? One question, five days, five answers. § is where a rule "
                  "stands, ← is what made the answer another.");
    std::cout << '\n';
    std::optional<snapshot> before;
    for (auto const each : days) {
        snapshot const today = as_of(all, each);
        answer_on(today, need, receiver, in);
        if (before) what_changed(*before, today, need, receiver, in);
        before.emplace(today);
        std::cout << '\n';
    }
    say("", vietnamese ? "Mọi ngày trong khoảng đó mà câu trả lời hoặc căn cứ của nó thay đổi:"
                       : "Every day in that time on which the answer, or what it rests on, changed:");
    all_days(all, need, receiver, days.front(), days.back(), in);
}

}  // namespace

int main(int count, char* arguments[]) {
    std::vector<std::string> files(arguments + 1, arguments + count);
    if (files.empty()) files = {"data/articles.json", "data/public_record.json", "data/synthetic_neighbours.json"};
    auto const all = read_network_files(files);
    if (!all) return 1;
    for (auto need : all->needs) {
        if (need.id != "oncology-at-gia-an-115"_need) continue;
        need.urgency = urgency::urgent;  // joint care under an agreement is for patients who cannot wait
        tell(*all, need, language::vi);
        std::cout << '\n';
        tell(*all, need, language::en);
    }
    std::cout << '\n';
    say("", "Không phải tư vấn pháp lý: chưa ai đối chiếu các quy tắc với bản gốc có chữ ký.");
    say("", "Not legal advice: nobody has checked the rules against the signed originals.");
    return 0;
}
