// Shows: three transfers that the rules do not permit: why not, every smallest set of changes that would make each lawful,
// cheapest first, and the first day on which it becomes lawful by itself.
// Read first: 01_refer_a_patient, 05_law_over_time. The needs and most hospitals are synthetic; the law is not.
//
// usage: example_06_why_not_and_what_then [network.json ...]      run in the folder examples/
#include "network_files.hpp"
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lienvien.hpp>
#include <lienvien/rules/critical_days.hpp>
#include <lienvien/rules/repair.hpp>
#include <lienvien/text/print_answer.hpp>
#include <lienvien/text/print_repair.hpp>

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

}  // namespace

int main(int count, char** names) {
    std::vector<std::string> files(names + 1, names + count);
    if (files.empty()) files = {"data/articles.json", "data/public_record.json", "data/synthetic_neighbours.json"};
    auto const all = read_network_files(files);
    if (!all) return 1;
    ask(*all, "missing-fact-case"_need, "north-provincial"_institution, 2026y / 11 / 21, language::vi);
    ask(*all, "suspended-at-district"_need, "bach-mai"_institution, 2024y / 6 / 1, language::en);
    ask(*all, "suspended-at-district"_need, "north-regional"_institution, 2026y / 11 / 21, language::en);
}
