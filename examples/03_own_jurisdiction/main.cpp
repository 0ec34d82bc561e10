// Shows: a jurisdiction that does not exist, declared with the rule algebra. The same declaration is read three ways:
// decide (an outcome), explain (a proof with citations) and sweep (all institutions at once).
// Read first: 02_write_down_a_network. Everything here is synthetic: no such law, no such country.
#include <lienvien/lienvien.hpp>
#include <lienvien/text/print_answer.hpp>

#include <iostream>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

// [region declare]
namespace island {

using namespace lienvien::terms;

// Where the rules stand. Before 2030 the island has no rule at all.
inline constexpr instrument ferry_act{.number = "1/2030",
                                      .name = {"Luật Phà (giả định)", "Ferry Act (synthetic)"},
                                      .kind = instrument_kind::law,
                                      .in_force = from(2030y / 1 / 1)};

// A rule: its name, its sentence in both languages, where it stands, and what it does on which condition.
inline constexpr auto by_ferry =
    rule("island.1"_rule,
         says(vi("được chuyển bằng phà tới nơi có đủ kỹ thuật, trong khung thời gian"),
              en("by ferry to whoever performs what is needed, within the time window")),
         cites(ferry_act, 1), permits(all_of(holds_techniques(receiver), stable, travel_minutes <= time_window)));

// An exception is a node of its own: in an emergency another question is asked in its place. Both rules stand in one Act,
// so the rule says itself that it is the more special one; without that, an answer would be called ambiguous.
inline constexpr auto beds_first =
    rule("island.2"_rule,
         says(vi("nơi nhận phải còn giường; cấp cứu thì chỉ cần đang hoạt động"),
              en("the receiver has a free bed; in an emergency it is enough that it operates")),
         cites(ferry_act, 2),
         demands(free_bed_count(receiver) >= beds(1)) | unless(emergency, demands(operates(receiver))))
        .overrides("island.1"_rule);

inline constexpr auto transfers =
    rulebook("island.transfers", label{"Chuyển viện trên đảo (giả định)", "Transfers on the island (synthetic)"},
             otherwise::not_provided_for, by_ferry, beds_first);

}  // namespace island
// [endregion declare]

namespace {

network three_harbours() {
    auto const made_up = synthetic("no such island");
    network all;
    all.techniques.push_back({.id = "casting"_technique, .name = {"bó bột", "casting a fracture"}, .source = made_up});
    auto const add = [&](institution_id id, text name, bool casts, std::optional<beds> free,
                         std::optional<minutes_of_travel> ferry) {
        all.institutions.push_back({.id = id,
                                    .name = name,
                                    .kind = institution_kind::hospital,
                                    .ownership = ownership::state,
                                    .operations = {{operation_status::operating, always, made_up}},
                                    .source = made_up});
        technique_list list{.site = id, .valid = always, .source = made_up};
        if (casts) list.techniques.push_back("casting"_technique);
        all.technique_lists.push_back(list);
        if (free) all.capacities.push_back({.institution = id, .free = free, .valid = always, .source = made_up});
        if (ferry)
            all.travels.push_back(
                {.from = "lighthouse"_institution, .to = id, .minutes = *ferry, .valid = always, .source = made_up});
    };
    add("lighthouse"_institution, {"Trạm Hải đăng (giả định)", "Lighthouse (synthetic)"}, false, beds(2), {});
    add("north-bay"_institution, {"Bệnh viện Vịnh Bắc (giả định)", "North Bay (synthetic)"}, true, beds(0),
        minutes_of_travel(20));
    add("south-bay"_institution, {"Bệnh viện Vịnh Nam (giả định)", "South Bay (synthetic)"}, true, beds(3),
        minutes_of_travel(50));
    add("old-town"_institution, {"Bệnh viện Phố Cổ (giả định)", "Old Town (synthetic)"}, true, {},
        minutes_of_travel(40));
    return all;
}

}  // namespace

int main() {
    network const all = three_harbours();
    patient_need need{.id = "fracture"_need,
                      .origin = "lighthouse"_institution,
                      .techniques = {"casting"_technique},
                      .urgency = urgency::routine,
                      .stable = truth::yes,
                      .within = minutes_of_travel(60),
                      .source = synthetic()};

    auto const today = as_of(all, 2031y / 5 / 1);
    auto const answer = decide(today, island::transfers, need);

    std::cout << "decide, 2031-05-01: a routine fracture at the lighthouse\n";
    print(std::cout, answer, language::en, {.full = true});

    std::cout << "\nexplain: why not North Bay, although it is nearest\n";
    print(std::cout, *why(answer, "north-bay"_institution), all, language::en);
    std::cout << "\nexplain: what must be known about Old Town\n";
    print(std::cout, *why(answer, "old-town"_institution), all, language::en);

    std::cout << "\nexplain: the same need as an emergency; the exception takes the place of the rule\n";
    need.urgency = urgency::emergency;
    auto const urgent = decide(today, island::transfers, need);
    print(std::cout, *why(urgent, "north-bay"_institution), all, language::en, {.full = true});

    std::cout << "\nsweep: all institutions at once, from the same declaration\n";
    auto const swept = sweep(island::transfers, answer.rules(), answer.asked());
    std::cout << "  " << swept.size() << " institutions, "
              << (swept == answer.verdicts() ? "the same verdicts" : "OTHER VERDICTS") << '\n';

    std::cout << "\nthe year before the Act\n";
    auto const before = as_of(all, 2029y / 12 / 31);
    print(std::cout, decide(before, island::transfers, need), language::en);
    return swept == answer.verdicts() ? 0 : 1;
}
