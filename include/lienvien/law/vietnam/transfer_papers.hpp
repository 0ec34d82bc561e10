#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/law/vietnam/electronic_records.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// Thủ tục chuyển tuyến: what whoever sends a patient does; three of the five steps in an emergency only.
enum class procedure_step : std::uint8_t {
    tell_the_reason,
    contact_receiver,
    check_state,
    transport_and_escort,
    hand_over
};
inline constexpr std::size_t procedure_step_count = 5;

/// Source: Circular 14/2014/TT-BYT, article 7, from general knowledge: the number of the article is not certain. Weak.
inline constexpr std::array<dated<procedure_step>, procedure_step_count> transfer_procedure{{
    {.id = "vn.14-2014.7.reason"_rule,
     .says = says(vi("thông báo lý do chuyển cho người bệnh hoặc người đại diện"),
                  en("the patient or a representative is told the reason")),
     .basis = cites(circular_14_2014, 7),
     .value = procedure_step::tell_the_reason,
     .weak = true},
    {.id = "vn.14-2014.7.contact"_rule,
     .says = says(vi("cấp cứu: liên hệ trước với nơi nhận"), en("in an emergency the receiver is contacted first")),
     .basis = cites(circular_14_2014, 7),
     .value = procedure_step::contact_receiver,
     .weak = true},
    {.id = "vn.14-2014.7.state"_rule,
     .says = says(vi("cấp cứu: kiểm tra tình trạng người bệnh trước khi chuyển"),
                  en("in an emergency the patient's state is checked before leaving")),
     .basis = cites(circular_14_2014, 7),
     .value = procedure_step::check_state,
     .weak = true},
    {.id = "vn.14-2014.7.escort"_rule,
     .says = says(vi("cấp cứu: bố trí phương tiện và người hộ tống"),
                  en("in an emergency transport and an escort are provided")),
     .basis = cites(circular_14_2014, 7),
     .value = procedure_step::transport_and_escort,
     .weak = true},
    {.id = "vn.14-2014.7.hand-over"_rule,
     .says = says(vi("bàn giao người bệnh và giấy tờ cho nơi nhận"),
                  en("patient and papers are handed over to the receiver")),
     .basis = cites(circular_14_2014, 7),
     .value = procedure_step::hand_over,
     .weak = true},
}};

/// What was done of the procedure; what nobody has said is not known.
struct procedure_steps {
    truth emergency{};
    std::array<truth, procedure_step_count> done{};  ///< by `procedure_step`

    friend constexpr bool operator==(procedure_steps const&, procedure_steps const&) = default;
};

/// Was the procedure of a transfer followed? In no emergency the three steps of emergencies are met by themselves.
/// \param weak  the article rests on weak sources: nothing is asked unless the caller says `use`
[[nodiscard]] inline assessment check_transfer_procedure(procedure_steps const& taken, sys_days today,
                                                         unverified weak) {
    assessment made(today, weak);
    for (auto const& step : transfer_procedure) {
        bool const always_asked =
            step.value == procedure_step::tell_the_reason || step.value == procedure_step::hand_over;
        truth const done = taken.done[static_cast<std::size_t>(step.value)];
        truth const met = always_asked ? done : done | !taken.emergency;
        label const said = label_of(done);
        made.ask(step, met, {"đã thực hiện: " + std::string(said.vi), "done: " + std::string(said.en)});
    }
    return made;
}

/// Source: Law 15/2023/QH15, article 7(9) (paraphrased in the source).
inline constexpr dated<bool> no_transfer_for_gain{
    "vn.15-2023.7.9"_rule,
    says(vi("cấm gợi ý chuyển người bệnh để trục lợi"), en("suggesting a transfer for private gain is forbidden")),
    cites(law_15_2023, 7, "9"), false};

/// Cờ kiểm tra: was a transfer suggested for private gain? For audits: whether it was, the caller says.
[[nodiscard]] inline assessment check_transfer_motive(truth suggested_for_gain, sys_days today) {
    assessment made(today);
    label const said = label_of(suggested_for_gain);
    made.ask(no_transfer_for_gain, !suggested_for_gain,
             {"gợi ý để trục lợi: " + std::string(said.vi), "suggested for private gain: " + std::string(said.en)});
    return made;
}

/// Source: Circular 38/2024/TT-BYT, article 8(1)(c), from 2027-01-01.
inline constexpr dated<bool> discharge_names_both_ends{
    "vn.38-2024.8.1c"_rule,
    says(vi("dữ liệu ra viện ghi cơ sở nơi đi và cơ sở nơi đến của người bệnh"),
         en("discharge data name the facility the patient came from and the one the patient goes to")),
    cites(circular_38_2024, 8, "1c"), true};

/// What discharge data hold. A patient who came from nowhere, or goes home, is named as such.
struct discharge_data {
    truth names_origin{};                                         ///< the facility that the patient came from
    truth names_destination{};                                    ///< the facility that the patient goes to
    truth transferred{};                                          ///< is the patient transferred?
    std::array<truth, transfer_summary_groups.size()> summary{};  ///< by `summary_group`: is it in the summary?

    friend constexpr bool operator==(discharge_data const&, discharge_data const&) = default;
};

/// Do discharge data hold what they must: both facilities, and for a transfer the seven groups of the summary?
[[nodiscard]] inline assessment check_discharge(discharge_data const& data, sys_days today) {
    assessment made(today);
    auto const said = [](truth holds) {
        label const words = label_of(holds);
        return text{"có ghi: " + std::string(words.vi), "stated: " + std::string(words.en)};
    };
    truth const both = data.names_origin & data.names_destination;
    made.ask(discharge_names_both_ends, both, said(both));
    if (is_no(data.transferred)) return made;
    for (auto const& group : transfer_summary_groups) {
        truth const there = data.summary[static_cast<std::size_t>(group.value)];
        made.ask(group, there | !data.transferred, said(there));
    }
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
