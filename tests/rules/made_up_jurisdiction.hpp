#pragma once

#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/facts.hpp>
#include <lienvien/rules/rulebook.hpp>

/// A jurisdiction that does not exist, so that nothing of one country is taken for the library: levels instead of tiers,
/// a travel window, free beds, accreditation; what is not forbidden is permitted.
namespace made_up {

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

inline constexpr instrument transport_act{
    .number = "1/2020",
    .name = {"Luật vận chuyển giả định", "Made-up Transport Act"},
    .kind = instrument_kind::law,
    .in_force = from(std::chrono::year(2020) / 1 / 1),
};
/// Younger than the act: where they contradict each other, this one prevails.
inline constexpr instrument beds_act{
    .number = "7/2024",
    .name = {"Luật giường bệnh giả định", "Made-up Beds Act"},
    .kind = instrument_kind::law,
    .in_force = between(std::chrono::year(2024) / 1 / 1, std::chrono::year(2027) / 1 / 1),
};
inline constexpr instrument levels_decree{
    .number = "3/2019",
    .name = {"Nghị định phân cấp giả định", "Made-up Levels Decree"},
    .kind = instrument_kind::decree,
    .in_force = from(std::chrono::year(2019) / 7 / 1),
    .uncertain_from = day(std::chrono::year(2025) / 1 / 1),
    .uncertain_because = {"luật gốc giả định đã hết hiệu lực.", "the made-up act that it rests on has ended."},
};
inline constexpr instrument window_circular{
    .number = "12/2021",
    .name = {"Thông tư thời gian giả định", "Made-up Window Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2021) / 3 / 1),
};

inline constexpr auto no_downhill =
    rule("made.3-2019.2"_rule, says(vi("không chuyển xuống cấp thấp hơn"), en("no transfer to a lower level")),
         cites(levels_decree, 2),
         forbids(level(receiver) < level(origin)) |
             unless(improved, forbids(level(receiver) < technical_level::basic) |
                                  unless(past_emergency_stage, forbids(all_of(!stable, !improved)))));

inline constexpr auto one_step =
    rule("made.3-2019.3"_rule, says(vi("được chuyển lên đúng một cấp"), en("one level up is permitted")),
         cites(levels_decree, 3, "1b"),
         permits(level(receiver) == one_above(level(origin))) |
             unless(in_crisis, permits(level(receiver) >= level(origin))));

inline constexpr auto stable_enough = rule(
    "made.1-2020.4"_rule, says(vi("người bệnh chưa ổn định không được chuyển"), en("an unstable patient is not moved")),
    cites(transport_act, 4, "2"),
    forbids(!stable) | unless(emergency, forbids(all_of(!stable, travel_minutes > minutes_of_travel(60)))) |
        unless(agreement_accepts, forbids(all_of(!stable, travel_minutes > minutes_of_travel(80)))));

inline constexpr auto in_the_window =
    rule("made.12-2021.1"_rule, says(vi("đến trong khung thời gian"), en("arrival within the time window")),
         cites(window_circular, 1), demands(travel_minutes <= time_window) | unless(!emergency));

inline constexpr auto a_free_bed =
    rule("made.7-2024.1"_rule, says(vi("nơi nhận có giường trống"), en("the receiver has a free bed")),
         cites(beds_act, 1), demands(free_bed_count(receiver) >= beds(1)) | unless(in_crisis));

inline constexpr auto accredited_only = rule(
    "made.1-2020.6"_rule,
    says(vi("nơi nhận được công nhận về chuyên khoa"), en("the receiver is accredited for the field")),
    cites(transport_act, 6),
    demands(any_of(accredited(receiver), holds_techniques(receiver))) | unless(any_of(emergency, agreement_accepts)));

inline constexpr auto crisis_transfer =
    rule("made.7-2024.9"_rule,
         says(vi("trong khủng hoảng được vượt khung thời gian"), en("in a crisis the window does not bind")),
         cites(beds_act, 9), permits(all_of(in_crisis, operates(receiver))))
        .overrides("made.1-2020.6"_rule);

inline constexpr auto works =
    rule("made.definition.1"_rule, says(vi("nơi nhận đang hoạt động"), en("the receiver operates")),
         cites(instrument{.number = {}, .name = {"Định nghĩa", "Definition"}, .kind = instrument_kind::definition}),
         demands(all_of(operates(receiver), takes_patients(receiver), !same_house)));

/// Of the same rank and day as the act's other articles: with them it is contested.
inline constexpr auto by_agreement =
    rule("made.1-2020.7"_rule, says(vi("thỏa thuận cho phép chuyển"), en("an agreement permits the transfer")),
         cites(transport_act, 7),
         permits(any_of(agreement_accepts, all_of(transfer_indicated, level(receiver) != technical_level::initial,
                                                  owner(receiver) != ownership::foreign))));

inline constexpr auto take_papers =
    rule("made.1-2020.8"_rule, says(vi("mang theo hồ sơ"), en("the papers travel with the patient")),
         cites(transport_act, 8), instructs(transfer_indicated));

inline constexpr auto transfers =
    rulebook("made-up.transfers", label{"Chuyển người bệnh (giả định)", "Transfers (made up)"}, otherwise::permitted,
             no_downhill, one_step, stable_enough, in_the_window, a_free_bed, accredited_only, crisis_transfer, works,
             by_agreement, take_papers);

// Who is covered where: provinces, insurance, age, and fields that the rules themselves name.

inline constexpr auto covered_at_home =
    rule("made.1-2020.20"_rule, says(vi("có thẻ, được nhận ở tỉnh nơi cư trú"), en("the insured are taken at home")),
         cites(transport_act, 20),
         permits(any_of(all_of(insured, insurance_contracted(receiver)), in_province_of_residence)) |
             unless(has_free_bed(origin), permits(all_of(insured, in_province_of_residence, same_province))));

inline constexpr auto covered_by_card =
    rule("made.1-2020.21"_rule, says(vi("thẻ mức cao được lên đến hai cấp"), en("a high rate reaches two levels up")),
         cites(transport_act, 21, "1"),
         permits(all_of(card_rate >= percentage(95), level(receiver) <= steps_above<2>(level(origin)))) |
             unless(age > years_of_age(60), permits(card_rate > percentage(80))));

inline constexpr auto accredited_where_it_counts =
    rule("made.1-2020.22"_rule,
         says(vi("nơi nhận được công nhận về lĩnh vực f0"), en("the receiver is accredited for the field f0")),
         cites(transport_act, 22),
         demands(any_of(accredited_for<"f0">(receiver), accredited_for<"f9">(receiver), !field_named)) |
             unless(any_of(same_province, has_free_bed(receiver))));

inline constexpr auto children =
    rule("made.3-2019.23"_rule, says(vi("trẻ em đến nơi được công nhận"), en("children go where it is recognised")),
         cites(levels_decree, 23),
         forbids(all_of(age < years_of_age(16), !accredited_for<"f1">(receiver))) |
             unless(emergency, forbids(all_of(age < years_of_age(1), level(receiver) == level(origin)))));

inline constexpr auto uninsured_abroad = rule(
    "made.1-2020.24"_rule, says(vi("không có thẻ thì không sang tỉnh khác"), en("without a card, no other province")),
    cites(transport_act, 24), forbids(all_of(!insured, !same_province, !emergency)));

inline constexpr auto coverage =
    rulebook("made-up.coverage", label{"Phạm vi chi trả (giả định)", "Coverage (made up)"}, otherwise::not_provided_for,
             covered_at_home, covered_by_card, accredited_where_it_counts, children, uninsured_abroad, works);

/// The same rules in a country where what is not permitted is not provided for.
inline constexpr auto strict_transfers =
    rulebook("made-up.strict", label{"Chuyển người bệnh (giả định, chặt)", "Transfers (made up, strict)"},
             otherwise::not_provided_for, no_downhill, one_step, stable_enough, in_the_window, a_free_bed,
             accredited_only, crisis_transfer, works, by_agreement, take_papers);

}  // namespace made_up
