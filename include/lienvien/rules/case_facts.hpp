#pragma once

#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/fact.hpp>
#include <lienvien/rules/facts.hpp>
#include <lienvien/rules/ground.hpp>

#include <string>

namespace lienvien {
inline namespace v0 {

namespace facts {

namespace detail_of_need {
inline void cite_need(transfer_case const& asked, text says, grounds& found) {
    found.push_back({lienvien::detail::subject_of(asked.need().id), std::move(says), asked.need().source});
}
}  // namespace detail_of_need

struct emergency : yes_or_no {
    static constexpr std::string_view id = "emergency";
    static constexpr label words{"người bệnh trong tình trạng cấp cứu", "the patient is in an emergency"};
    [[nodiscard]] static truth read(transfer_case const& asked) {
        urgency const how_soon = asked.need().urgency;
        return how_soon == urgency::not_known ? truth::unknown : known(how_soon == urgency::emergency);
    }
    static void cite(transfer_case const& asked, grounds& found) {
        detail_of_need::cite_need(asked, to_text(label_of(asked.need().urgency)), found);
    }
};

/// A statement that the need itself makes.
template <truth patient_need::*Member>
struct stated_in_need : yes_or_no {
    [[nodiscard]] static truth read(transfer_case const& asked) { return asked.need().*Member; }
    static void cite(transfer_case const& asked, grounds& found) {
        detail_of_need::cite_need(asked, to_text(label_of(asked.need().*Member)), found);
    }
};
struct stable : stated_in_need<&patient_need::stable> {
    static constexpr std::string_view id = "stable";
    static constexpr label words{"người bệnh đủ ổn định để vận chuyển", "the patient is stable enough to travel"};
};
struct insured : stated_in_need<&patient_need::insured> {
    static constexpr std::string_view id = "insured";
    static constexpr label words{"người bệnh có thẻ bảo hiểm y tế",
                                 "the patient has a card of the social health insurance"};
};
/// Does the need name a field?
struct field_named : yes_or_no {
    static constexpr std::string_view id = "field-named";
    static constexpr label words{"nhu cầu thuộc một chuyên khoa", "the need is of a named field"};
    [[nodiscard]] static truth read(transfer_case const& asked) { return known(asked.need().field.has_value()); }
    static void cite(transfer_case const& asked, grounds& found) {
        std::string const name(asked.need().field ? asked.need().field->view() : "?");
        detail_of_need::cite_need(asked, {"chuyên khoa: " + name, "field: " + name}, found);
    }
};
struct transfer_indicated : stated_in_need<&patient_need::transfer_indicated> {
    static constexpr std::string_view id = "transfer-indicated";
    static constexpr label words{"đã hội chẩn và có chỉ định chuyển",
                                 "a consultation was held and indicates the transfer"};
};
struct past_emergency_stage : stated_in_need<&patient_need::past_emergency_stage> {
    static constexpr std::string_view id = "past-emergency-stage";
    static constexpr label words{"người bệnh đã được chẩn đoán, điều trị qua giai đoạn cấp cứu",
                                 "the patient was diagnosed and treated past the emergency stage"};
};
struct improved : stated_in_need<&patient_need::improved> {
    static constexpr std::string_view id = "improved";
    static constexpr label words{"bệnh đã thuyên giảm, có thể tiếp tục điều trị ở tuyến dưới",
                                 "the patient has improved and can go on at a lower facility"};
};

/// Does an adjacent upper facility of the origin perform what the patient needs?
struct adjacent_upper_holds : yes_or_no {
    static constexpr std::string_view id = "adjacent-upper-holds";
    static constexpr label words{
        "tuyến trên liền kề của nơi chuyển thực hiện được đủ kỹ thuật cần thiết",
        "an adjacent upper facility of the sending institution performs every technique needed"};
    static constexpr label contrary{
        "không tuyến trên liền kề nào của nơi chuyển thực hiện được đủ kỹ thuật cần thiết",
        "no adjacent upper facility of the sending institution performs every technique needed"};
    [[nodiscard]] static truth read(transfer_case const& asked) { return asked.asked->adjacent_upper_holds(); }
    static void cite(transfer_case const& asked, grounds& found) {
        for (auto const& upper : asked.asked->adjacent_upper())
            holds_techniques::cite(*asked.asked, upper.facility, found);
        if (!asked.asked->adjacent_upper().empty()) return;
        found.push_back({lienvien::detail::subject_of(asked.need().origin),
                         {"chưa ghi nhận tuyến trên liền kề", "no adjacent upper facility is written down"},
                         {}});
    }
};

/// Are both one institution: the same, or one a part of the other, or parts of one whole?
struct same_house : yes_or_no {
    static constexpr std::string_view id = "same-house";
    static constexpr label words{"nơi chuyển và nơi nhận thuộc cùng một cơ sở", "both belong to one institution"};
    [[nodiscard]] static truth read(transfer_case const& asked) {
        auto const from = asked.asked->origin();
        return from ? asked.today().houses().same_house(*from, asked.to) : truth::unknown;
    }
    [[nodiscard]] static swept::few sweep(request const& asked) {
        swept::few found(asked.today().shape());
        if (!asked.origin()) {
            found.leave_open();
            return found;
        }
        asked.today().houses().for_each_of_house(
            *asked.origin(), [&](site each, truth value) { found.add(asked.today().slot_of(each), value); });
        return found;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        for (auto const& each : asked.today().written().memberships) {
            auto const& to = asked.today().at(asked.to).id;
            if ((each.part != to && each.whole != to) || !was_known(each.source, asked.today().when().known_on))
                continue;
            text const whole = lienvien::detail::called(asked.today(), each.whole);
            found.push_back({lienvien::detail::subject_of(each.part),
                             {"là bộ phận của " + whole.vi, "is a part of " + whole.en},
                             each.source});
        }
    }
};

/// Does a clause of an agreement in force carry the patient from the origin to the receiver?
struct agreement_accepts : yes_or_no {
    static constexpr std::string_view id = "agreement-accepts";
    static constexpr label words{"có thỏa thuận đang hiệu lực về tiếp nhận người bệnh giữa hai bên",
                                 "an agreement in force between the two provides for taking the patient"};
    [[nodiscard]] static truth read(transfer_case const& asked) { return asked.asked->agreement_accepts(asked.to); }
    [[nodiscard]] static swept::few sweep(request const& asked) {
        auto const& today = asked.today();
        swept::few found(today.shape());
        asked.for_each_lane([&](lane const& each, truth applies) {
            if (is_no(applies)) return;
            auto const* const first = today.lanes().receivers(each);
            for (auto const* to = first; to != first + each.receivers; ++to) {
                found.add(today.slot_of(*to), applies);
                for (auto const& acting : today.houses().acting_for(*to))
                    found.add(today.slot_of(acting.to), applies & acting.holds);
            }
        });
        return found;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        auto const& today = asked.today();
        bool any = false;
        for (auto const& each : asked.asked->clauses()) {
            truth reached = truth::no;
            for (auto const to : each.receivers) reached |= today.houses().acts_for(asked.to, to);
            if (is_no(reached)) continue;
            any = true;
            auto const& under = today.written().agreements[each.agreement];
            auto const& part = under.clauses[each.clause];
            label const what = label_of(part.activity);
            label const status = label_of(part.status == agreement_status::not_known ? under.status : part.status);
            text const says{std::string(what.vi) + "; " + std::string(status.vi),
                            std::string(what.en) + "; " + std::string(status.en)};
            found.push_back({lienvien::detail::subject_of(under.id),
                             lienvien::detail::with_dates(says, today.entry_into_force(under)),
                             part.source.kind == source_kind::not_known ? under.source : part.source});
        }
        if (any) return;
        found.push_back({lienvien::detail::subject_of(today.at(asked.to).id),
                         {"không có điều khoản nào về tiếp nhận người bệnh với nơi chuyển",
                          "no clause on taking patients with the sending institution is written down"},
                         {}});
    }
};

/// Does the receiver stand in the province of the origin?
struct same_province : yes_or_no {
    static constexpr std::string_view id = "same-province";
    static constexpr label words{"nơi nhận cùng tỉnh, thành phố với nơi chuyển",
                                 "the receiving institution stands in the province of the sending one"};
    [[nodiscard]] static truth read(transfer_case const& asked) {
        auto const of = province_of(*asked.asked);
        return of ? asked.today().sets().stands_in(of, asked.today().slot_of(asked.to)) : truth::unknown;
    }
    [[nodiscard]] static swept::in_set sweep(request const& asked) {
        auto const& sets = asked.today().sets();
        auto const of = province_of(asked);
        return of ? swept::in_set(sets.in_province(of), sets.of_unknown_province(), sets.provinces_known())
                  : swept::in_set(sets.none(), sets.all(), false);
    }
    static void cite(transfer_case const& asked, grounds& found) {
        if (asked.asked->origin()) cite_province(asked.today(), *asked.asked->origin(), found);
        cite_province(asked.today(), asked.to, found);
    }
    static void cite_province(snapshot const& today, site where, grounds& found) {
        auto const& each = today.at(where);
        std::string const name(each.place.province ? each.place.province->view() : "?");
        found.push_back(
            {lienvien::detail::subject_of(each.id), {"tỉnh, thành phố: " + name, "province: " + name}, each.source});
    }

private:
    [[nodiscard]] static std::optional<province_number> province_of(request const& asked) {
        return asked.origin() ? asked.today().province(*asked.origin()) : std::nullopt;
    }
};

/// Does the receiver stand in the province where the patient lives?
struct in_province_of_residence : yes_or_no {
    static constexpr std::string_view id = "in-province-of-residence";
    static constexpr label words{"nơi nhận ở tỉnh, thành phố nơi người bệnh cư trú",
                                 "the receiving institution stands in the province where the patient lives"};
    [[nodiscard]] static truth read(transfer_case const& asked) {
        if (!asked.need().residence) return truth::unknown;
        return asked.today().sets().stands_in(asked.asked->numbered().residence(), asked.today().slot_of(asked.to));
    }
    [[nodiscard]] static swept::in_set sweep(request const& asked) {
        auto const& sets = asked.today().sets();
        if (!asked.need().residence) return {sets.none(), sets.all(), false};
        return {sets.in_province(asked.numbered().residence()), sets.of_unknown_province(), sets.provinces_known()};
    }
    static void cite(transfer_case const& asked, grounds& found) {
        std::string const name(asked.need().residence ? asked.need().residence->view() : "?");
        detail_of_need::cite_need(asked, {"nơi cư trú: " + name, "residence: " + name}, found);
        same_province::cite_province(asked.today(), asked.to, found);
    }
};

/// The age of the patient in full years.
struct age {
    using value_type = years_of_age;
    static constexpr bool is_statement = false;
    static constexpr std::string_view id = "age";
    static constexpr label words{"tuổi của người bệnh", "the age of the patient"};
    [[nodiscard]] static text show(std::int64_t value) { return {std::to_string(value), std::to_string(value)}; }
    [[nodiscard]] static amount read(transfer_case const& asked) {
        return asked.need().age ? amount(asked.need().age->count()) : std::nullopt;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        detail_of_need::cite_need(asked, {"tuổi", "age"}, found);
    }
};

/// The part of the cost that the patient's card covers, in percent.
struct card_rate {
    using value_type = percentage;
    static constexpr bool is_statement = false;
    static constexpr std::string_view id = "card-rate";
    static constexpr label words{"mức hưởng ghi trên thẻ bảo hiểm y tế", "the rate of the insurance card"};
    [[nodiscard]] static text show(std::int64_t value) {
        std::string const shown = percentage::of_parts(value).to_string() + " %";
        return {shown, shown};
    }
    [[nodiscard]] static amount read(transfer_case const& asked) {
        return asked.need().card_rate ? amount(asked.need().card_rate->count()) : std::nullopt;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        detail_of_need::cite_need(asked, {"thẻ bảo hiểm y tế", "insurance card"}, found);
    }
};

struct travel_minutes {
    using value_type = minutes_of_travel;
    static constexpr bool is_statement = false;
    static constexpr std::string_view id = "travel-minutes";
    static constexpr label words{"thời gian di chuyển (phút)", "the travel time in minutes"};
    [[nodiscard]] static text show(std::int64_t value) { return {std::to_string(value), std::to_string(value)}; }
    [[nodiscard]] static amount read(transfer_case const& asked) {
        auto const from = asked.asked->origin();
        auto const minutes = from ? asked.today().travel_time(*from, asked.to) : std::nullopt;
        return minutes ? amount(minutes->count()) : std::nullopt;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        auto const from = asked.asked->origin();
        if (!from) return;
        for (auto const number : asked.today().facts().travels[number_of(*from)]) {
            auto const& each = asked.today().written().travels[number];
            if (each.to != asked.today().at(asked.to).id || !was_known(each.source, asked.today().when().known_on))
                continue;
            std::string const minutes = each.minutes.to_string();
            text const there = lienvien::detail::called(asked.today(), each.to);
            found.push_back({lienvien::detail::subject_of(each.from),
                             {minutes + " phút đến " + there.vi, minutes + " minutes to " + there.en},
                             each.source});
        }
    }
};

/// The time window that the caller set for the need.
struct time_window {
    using value_type = minutes_of_travel;
    static constexpr bool is_statement = false;
    static constexpr std::string_view id = "time-window";
    static constexpr label words{"khung thời gian (phút)", "the time window in minutes"};
    [[nodiscard]] static text show(std::int64_t value) { return travel_minutes::show(value); }
    [[nodiscard]] static amount read(transfer_case const& asked) {
        return asked.need().within ? amount(asked.need().within->count()) : std::nullopt;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        detail_of_need::cite_need(asked, {"do người hỏi đặt ra", "set by whoever asks"}, found);
    }
};

struct crisis : yes_or_no {
    static constexpr std::string_view id = "crisis";
    static constexpr label words{"đang trong thời khủng hoảng được công bố", "a crisis has been declared"};
    [[nodiscard]] static truth read(transfer_case const& asked) { return asked.today().in_crisis(); }
    static void cite(transfer_case const& asked, grounds& found) {
        for (auto const& each : asked.today().written().regimes) {
            if (!was_known(each.source, asked.today().when().known_on)) continue;
            found.push_back(
                {lienvien::detail::subject_of(each.id), lienvien::detail::words_for(each.valid), each.source});
        }
    }
};

}  // namespace facts

namespace terms {

inline constexpr statement<term<facts::emergency, need_role>> emergency{};
inline constexpr statement<term<facts::stable, need_role>> stable{};
inline constexpr statement<term<facts::insured, need_role>> insured{};
inline constexpr statement<term<facts::field_named, need_role>> field_named{};
inline constexpr term<facts::age, need_role> age{};
inline constexpr term<facts::card_rate, need_role> card_rate{};
inline constexpr statement<term<facts::same_province, pair_role>> same_province{};
inline constexpr statement<term<facts::in_province_of_residence, pair_role>> in_province_of_residence{};
inline constexpr statement<term<facts::transfer_indicated, need_role>> transfer_indicated{};
inline constexpr statement<term<facts::past_emergency_stage, need_role>> past_emergency_stage{};
inline constexpr statement<term<facts::improved, need_role>> improved{};
inline constexpr statement<term<facts::adjacent_upper_holds, need_role>> adjacent_upper_holds{};
inline constexpr statement<term<facts::crisis, need_role>> in_crisis{};
inline constexpr statement<term<facts::same_house, pair_role>> same_house{};
inline constexpr statement<term<facts::agreement_accepts, pair_role>> agreement_accepts{};
inline constexpr term<facts::travel_minutes, pair_role> travel_minutes{};
inline constexpr term<facts::time_window, need_role> time_window{};

}  // namespace terms
}  // namespace v0
}  // namespace lienvien
