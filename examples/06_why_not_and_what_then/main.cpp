// Shows: three transfers that the rules do not permit: why not, every smallest set of changes that would make each lawful,
// cheapest first, and the first day on which it becomes lawful by itself; and what changes where the technique hangs on
// certified staff: "certify a nurse" stands among the changes.
// Read first: 01_refer_a_patient, 05_law_over_time. The needs and most hospitals are synthetic; the law is not.
//
// usage: example_06_why_not_and_what_then [network.json ...]      run in the folder examples/
#include "network_files.hpp"
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lienvien.hpp>
#include <lienvien/lifecycle/certified_staff.hpp>
#include <lienvien/rules/critical_days.hpp>
#include <lienvien/rules/repair.hpp>
#include <lienvien/text/print_answer.hpp>
#include <lienvien/text/print_repair.hpp>

#include <chrono>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr auto const& rules = vietnam::transfer_between_facilities;

/// The first day from `today` on, within five years, on which the transfer is permitted as things are written down.
std::optional<sys_days> first_lawful_day(network const& all, patient_need const& need, institution_id const& receiver,
                                         sys_days today) {
    auto const is_permitted = [&](sys_days on) {
        auto const then = as_of(all, on);
        auto const answer = decide(then, rules, need);
        auto const because = why(answer, receiver);
        return because && because->verdict.outcome == outcome::permitted;
    };
    auto const changes = critical_days(all, rules, need, today, today + std::chrono::days(5 * 365));
    for (auto const& each : changes.days) {
        if (is_permitted(each.day)) return each.day;
    }
    return std::nullopt;
}

void ask(network const& all, need_id const& which, institution_id const& receiver, year_month_day date, language in) {
    patient_need const* need = nullptr;
    for (auto const& each : all.needs) {
        if (each.id == which) need = &each;
    }
    if (!need) return;
    bool const vietnamese = in == language::vi;
    auto const today = as_of(all, date);
    auto const answer = decide(today, rules, *need);
    std::cout << "—— " << format_day(today.day()) << " ——\n" << need->about.in(in) << "\n\n";
    if (auto const because = why(answer, receiver)) print(std::cout, *because, all, in);
    std::cout << '\n';
    print(std::cout, repairs(answer, receiver), all, in);
    if (auto const day = first_lawful_day(all, *need, receiver, today.day())) {
        std::cout << (vietnamese ? "Tự trở thành hợp lệ từ ngày " : "Becomes lawful by itself on ") << format_day(*day)
                  << ".\n";
    } else {
        std::cout << (vietnamese ? "Trong năm năm tới không tự trở thành hợp lệ.\n"
                                 : "Within five years it does not become lawful by itself.\n");
    }
    std::cout << '\n';
}

// [region staff]
/// Made up: the package demands two certified nurses, and of the two at the hospital one was certified too long ago.
void demand_nurses(network& all) {
    source const made_up = synthetic("made up for this example");
    all.programmes.push_back(
        {.id = "coiling-nurses"_programme,
         .name = {"Điều dưỡng can thiệp mạch não (giả định)", "Nursing in neurovascular intervention (synthetic)"},
         .provider = "bach-mai"_institution,
         .expiry = expires_after{calendar_months(12)},
         .source = made_up});
    for (auto& each : all.packages) {
        if (each.id == "neuro-intervention"_package)
            each.staff.push_back({profession::nurse, people(2), "coiling-nurses"_programme});
    }
    auto const employ = [&](person_id nurse, certificate_id paper, year_month_day issued) {
        all.people.push_back({.id = nurse,
                              .profession = profession::nurse,
                              .workplace = "north-provincial"_institution,
                              .source = made_up});
        all.certificates.push_back({.id = paper,
                                    .programme = "coiling-nurses"_programme,
                                    .holder = nurse,
                                    .issued = issued,
                                    .source = made_up});
    };
    employ("nurse-1"_person, "c-1"_certificate, 2026y / 3 / 2);
    employ("nurse-2"_person, "c-2"_certificate, 2025y / 3 / 3);
}

/// The first question again, where the technique hangs on these nurses and the next session is known.
void ask_with_nurses(network written) {
    demand_nurses(written);
    // What no law and no programme settles about the end of a certificate is said here.
    certificate_terms const terms(month_end::last_of_month, last_valid_day::day_before, renewal_start::at_issue,
                                  std::chrono::days(0));
    certified_staff const staff(written, certificate_register(written, terms), staff_conditions(written), false,
                                {{"coiling-nurses"_programme, day(2026y / 12 / 15)}});
    staff.hold(written);
    auto const today = as_of(written, 2026y / 11 / 21);
    for (auto const& need : written.needs) {
        if (need.id != "missing-fact-case"_need) continue;
        auto const answer = decide(today, rules, need);
        auto const found = repairs(answer, "north-provincial"_institution, usual_cost{}, {}, staff);
        print(std::cout, found, written, language::vi);
        std::cout << '\n';
        print(std::cout, found, written, language::en);
    }
}
// [endregion staff]

}  // namespace

int main(int count, char** names) {
    std::vector<std::string> files(names + 1, names + count);
    if (files.empty()) files = {"data/articles.json", "data/public_record.json", "data/synthetic_neighbours.json"};
    auto const all = read_network_files(files);
    if (!all) return 1;
    ask(*all, "missing-fact-case"_need, "north-provincial"_institution, 2026y / 11 / 21, language::vi);
    ask(*all, "suspended-at-district"_need, "bach-mai"_institution, 2024y / 6 / 1, language::en);
    ask(*all, "suspended-at-district"_need, "north-regional"_institution, 2026y / 11 / 21, language::en);
    std::cout << "—— 2026-11-21, cần điều dưỡng có chứng chỉ · with certified nurses (giả định, synthetic) ——\n";
    ask_with_nurses(std::move(*all));
}
