// What a dated obligation costs: due on one day of each month for ten years, moved to the next working day.
//
//     benchmark_calendar [agreements]        default 200000; each has 120 due days
//
// Prints nanoseconds an occurrence for the table and, in the same run, for a plain std::chrono loop over the same
// holidays. Both must come to the same checksum, or the program fails.

#include "../measuring.hpp"
#include <lienvien/calendar/vietnam.hpp>
#include <lienvien/calendar/working_day_table.hpp>

#include <support/stream.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

using namespace lienvien;
using support::stream;
using namespace std::chrono_literals;

struct agreement_terms {
    std::chrono::year_month first;
    int number;  // day of the month
    when_off policy;
};
constexpr int occurrences_each = 120;

std::vector<agreement_terms> make_agreements(std::size_t count) {
    stream chance{20260101};
    std::vector<agreement_terms> made;
    for (std::size_t each = 0; each < count; ++each) {
        made.push_back({2024y / 1 + std::chrono::months(chance.below(36)), 1 + chance.below(31),
                        chance.below(4) == 0 ? when_off::modified_following : when_off::following});
    }
    return made;
}

std::uint64_t with_table(working_day_table const& table, std::vector<agreement_terms> const& all) {
    std::uint64_t total = 0;
    for (auto const& each : all) {
        auto const due =
            table.every_month(each.first, each.number, occurrences_each, month_end::last_of_month, each.policy);
        if (!due) std::abort();
        std::uint64_t sum = 0;
        for (sys_days const day : *due) sum += static_cast<std::uint64_t>(day.time_since_epoch().count());
        total = total * 31 + sum;
    }
    return total;
}

std::uint64_t with_chrono(std::vector<sys_days> const& holidays, std::vector<agreement_terms> const& all) {
    using namespace std::chrono;
    auto const off = [&](sys_days day) {
        weekday const name(day);
        return name == Saturday || name == Sunday || std::binary_search(holidays.begin(), holidays.end(), day);
    };
    std::uint64_t total = 0;
    for (auto const& each : all) {
        std::uint64_t sum = 0;
        for (int number = 0; number < occurrences_each; ++number) {
            auto const month = each.first + months(number);
            auto const wanted = month / each.number;
            sys_days const due = wanted.ok() ? sys_days(wanted) : sys_days(month / last);
            sys_days moved = due;
            while (off(moved)) moved += days(1);
            if (each.policy == when_off::modified_following && year_month_day(moved).month() != month.month()) {
                moved = due;
                while (off(moved)) moved -= days(1);
            }
            sum += static_cast<std::uint64_t>(moved.time_since_epoch().count());
        }
        total = total * 31 + sum;
    }
    return total;
}

}  // namespace

int main(int count, char** words) {
    std::size_t agreements = 200'000;
    if (!measuring::read_counts(count, words, {{"agreements", agreements}})) return 2;
    auto const all = make_agreements(agreements);
    auto const calendar = vietnam::calendar(2023y, 2038y).value();
    std::vector<sys_days> holidays;
    for (auto const& each : calendar.parts()[0].holidays) holidays.push_back(each.day);

    double const building = measuring::best_of(3, [&] {
        if (!working_day_table::of(calendar, *calendar.known())) std::abort();
    });
    auto const table = *working_day_table::of(calendar, *calendar.known());
    std::uint64_t by_table = 0;
    std::uint64_t by_chrono = 0;
    double const table_time = measuring::best_of(7, [&] { by_table = with_table(table, all); });
    double const chrono_time = measuring::best_of(3, [&] { by_chrono = with_chrono(holidays, all); });
    double const due = static_cast<double>(agreements) * occurrences_each;
    std::printf("%zu agreements x %d due days, moved to a working day of Viet Nam\n", agreements, occurrences_each);
    std::printf("  working_day_table   %6.2f ns an occurrence   checksum %016llx\n", table_time * 1e9 / due,
                static_cast<unsigned long long>(by_table));
    std::printf("  plain std::chrono   %6.2f ns an occurrence   checksum %016llx\n", chrono_time * 1e9 / due,
                static_cast<unsigned long long>(by_chrono));
    std::printf("  building the table of 16 years: %.2f ms\n", building * 1e3);
    if (by_table != by_chrono) {
        std::fputs("the two do not agree\n", stderr);
        return 1;
    }
    return 0;
}
