// Shows: how a package travels from Japan to Bạch Mai and on to the provinces: who trained whom, who may train next and why
// others may not, what a recipient still lacks, and how many patients each training keeps close to home.
// Read first: 01_refer_a_patient. The first step and the planned campus are those of the articles; the lower hospitals, which the
// articles do not name, and every number about them are synthetic, and so are the terms, standards and patients below.
//
// usage: example_11_nucleus [network.json ...]      run in the folder examples/
#include "network_files.hpp"
#include <lienvien/base/date_text.hpp>
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lifecycle/reach_of_transfer.hpp>
#include <lienvien/lifecycle/readiness.hpp>
#include <lienvien/lifecycle/who_may_train.hpp>
#include <lienvien/text/print.hpp>

#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

std::string name_in(snapshot const& today, institution_id const& id, language in) {
    auto const at = today.find(id);
    return std::string(at ? today.at(*at).name.in(in) : id.view());
}

/// The members below one, each under the one that leads to it first.
void print_branch(lineage const& lines, std::uint32_t member, std::string const& margin, std::vector<bool>& printed) {
    printed[member] = true;
    for (auto const n : lines.members()[member].taught) {
        auto const& each = lines.trainings()[n];
        auto const to = lines.recipient_of(each);
        std::cout << margin << "└ " << name_in(lines.today(), each.recipient, language::vi) << ": "
                  << label_of(each.reached).vi << " [" << each.transfer.view() << "]\n";
        if (!printed[to]) print_branch(lines, to, margin + "  ", printed);
    }
}
void print_lineage(lineage const& lines) {
    std::vector<bool> printed(lines.members().size(), false);
    for (std::uint32_t at = 0; at < lines.members().size(); ++at) {
        if (!lines.members()[at].is_origin()) continue;
        std::cout << name_in(lines.today(), lines.members()[at].institution, language::vi) << '\n';
        print_branch(lines, at, "", printed);
    }
    std::cout << "Chưa nghiệm thu:\n";
    for (auto const& each : lines.claims()) {
        std::cout << "  " << name_in(lines.today(), each.giver, language::vi) << " → "
                  << name_in(lines.today(), each.recipient, language::vi) << ": " << label_of(each.reached).vi << " ["
                  << each.transfer.view() << "]\n";
    }
    for (auto const& each : lines.problems()) std::cout << "! " << each.message.vi << '\n';
}

// region: trainers
void print_trainers(lineage const& lines) {
    teaching_terms terms(stage::monitored);  // what the package demands of whoever trains, stated by its owner
    terms.fades_after = std::chrono::days(365);
    terms.staffed = {"bach-mai"_institution, "province-a"_institution, "province-b"_institution};
    terms.used = {{"japan-side"_institution, 2026y / 10 / 1},
                  {"bach-mai"_institution, 2026y / 11 / 20},
                  {"province-a"_institution, 2026y / 11 / 2},
                  {"province-b"_institution, 2025y / 6 / 30},
                  {"district-a1"_institution, 2026y / 11 / 10}};
    for (auto const& each : who_may_train(lines, terms)) {
        std::cout << (is_yes(each.may)  ? "✓ "
                      : is_no(each.may) ? "✗ "
                                        : "? ")
                  << name_in(lines.today(), each.institution, language::vi) << '\n';
        for (auto const& bar : each.objections)
            std::cout << "    " << (is_yes(bar.stands) ? "" : "chưa rõ có hay không: ") << label_of(bar.what).vi
                      << '\n';
    }
}
// endregion

void print_readiness(readiness_report const& found, snapshot const& today, language in) {
    bool const vietnamese = in == language::vi;
    std::cout << name_in(today, found.institution, in);
    if (found.planned) std::cout << (vietnamese ? " (dự kiến)" : " (planned)");
    std::cout << ": " << found.count(truth::yes) << (vietnamese ? " đạt, " : " met, ") << found.count(truth::no)
              << (vietnamese ? " thiếu, " : " lacking, ") << found.count(truth::unknown)
              << (vietnamese ? " chưa rõ\n" : " not known\n");
    for (auto const& each : found.items) {
        std::cout << (is_yes(each.met)  ? "✓ "
                      : is_no(each.met) ? "✗ "
                                        : "? ")
                  << label_of(each.kind).in(in) << ": " << each.needed.in(in) << " – " << each.held.in(in) << '\n';
        if (!is_no(each.met)) continue;
        std::cout << "    → " << each.closes.in(in);
        if (each.earliest)
            std::cout << (vietnamese ? ", sớm nhất " : ", at the earliest ") << format_day(*each.earliest);
        std::cout << '\n';
    }
}

// region: reach
void print_reach(lineage const& lines, network const& all) {
    std::vector<counted_need> patients;  // stroke patients a year at each hospital
    std::int64_t const counts[] = {400, 250, 180, 120, 90, 60};
    for (auto const& need : all.needs) patients.push_back({need, people(counts[patients.size()])});
    auto const found = reach_of(lines, vietnam::transfer_between_facilities, patients,
                                {.within = minutes_of_travel(60), .in_province = false});
    std::cout << "Of " << found.asked.to_string() << " patients a year " << found.kept.to_string()
              << " are treated within an hour; without these trainings " << found.kept_without.to_string() << ".\n";
    for (auto const& each : found.trainings) {
        std::cout << "  " << each.kept.to_string() << " due to " << name_in(lines.today(), each.giver, language::en)
                  << " → " << name_in(lines.today(), each.recipient, language::en) << "; " << each.lost_without
                  << " would go further without it and what came of it\n";
    }
    for (auto const& each : found.problems) std::cout << "! " << each.subject << ": " << each.message.en << '\n';
}
// endregion

}  // namespace

int main(int count, char** names) {
    std::vector<std::string> files(names + 1, names + count);
    if (files.empty()) files = {"data/articles.json", "data/public_record.json", "11_nucleus/nucleus.json"};
    auto const all = read_network_files(files);
    if (!all || all->needs.size() > 6) return 1;
    auto const today = as_of(*all, 2026y / 11 / 21);
    auto const lines = lineage_of(today, "stroke-care-model"_package);

    std::cout << "—— Ai đào tạo ai: mô hình điều trị đột quỵ, " << format_day(today.day()) << " ——\n";
    print_lineage(lines);
    std::cout << "\n—— Ai được đào tạo tiếp ——\n";
    print_trainers(lines);

    std::cout << "\n—— Mức sẵn sàng ——\n";
    readiness_standard const unit{.staff = {{profession::doctor, people(12)}, {profession::nurse, people(30)}},
                                  .equipment = {{{"máy chụp cắt lớp vi tính", "CT scanner"}, items(1)}},
                                  .volume = {{"stroke-patients-a-year"_indicator, items(150)}},
                                  .at_least_beds = beds(100),
                                  .licence = true,
                                  .lowest_level = technical_level::basic};
    print_readiness(readiness_of(today, "district-a2"_institution, "stroke-care-model"_package, unit,
                                 {{requirement::staff, "doctor", std::chrono::days(270)},
                                  {requirement::equipment, {}, std::chrono::days(180)}}),
                    today, language::vi);
    std::cout << '\n';
    readiness_standard const campus{.staff_by_beds = {{profession::doctor, people(20), beds(100)}},
                                    .at_least_beds = beds(1000),
                                    .techniques = {"infection-control"_technique}};
    print_readiness(readiness_of(today, "bach-mai-campus-new"_institution, "new-campus-readiness"_package, campus),
                    today, language::en);

    std::cout << "\n—— Close to home ——\n";
    print_reach(lines, *all);
}
