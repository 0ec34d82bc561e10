#pragma once

#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/fact.hpp>
#include <lienvien/rules/facts.hpp>
#include <lienvien/rules/ground.hpp>

#include <string>

// What the need says of the patient, and what holds for the whole country on the day.

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

/// The time window that the caller set for the need.
struct time_window {
    using value_type = minutes_of_travel;
    static constexpr bool is_statement = false;
    static constexpr std::string_view id = "time-window";
    static constexpr label words{"khung thời gian (phút)", "the time window in minutes"};
    [[nodiscard]] static text show(std::int64_t value) { return {std::to_string(value), std::to_string(value)}; }
    [[nodiscard]] static amount read(transfer_case const& asked) {
        return asked.need().within ? amount(asked.need().within->count()) : std::nullopt;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        detail_of_need::cite_need(asked, {"do người hỏi đặt ra", "set by whoever asks"}, found);
    }
};

/// Has a crisis been declared that covers the day?
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
inline constexpr statement<term<facts::transfer_indicated, need_role>> transfer_indicated{};
inline constexpr statement<term<facts::past_emergency_stage, need_role>> past_emergency_stage{};
inline constexpr statement<term<facts::improved, need_role>> improved{};
inline constexpr statement<term<facts::crisis, need_role>> in_crisis{};
inline constexpr term<facts::time_window, need_role> time_window{};

}  // namespace terms
}  // namespace v0
}  // namespace lienvien
