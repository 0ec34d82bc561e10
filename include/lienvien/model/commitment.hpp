#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How firm an arrangement is. The difference decides what may rest on it: only what is signed or operating binds.
enum class agreement_status : std::uint8_t {
    not_known,
    proposed,
    agreed_in_principle,
    planned,
    signed_,
    operating,
    ended
};
template <>
struct vocabulary<agreement_status> {
    using enum agreement_status;
    static constexpr std::array words{
        word<agreement_status>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<agreement_status>{proposed, "proposed", {"mới đề xuất", "proposed"}},
        word<agreement_status>{
            agreed_in_principle, "agreed_in_principle", {"thống nhất về nguyên tắc", "agreed in principle"}},
        word<agreement_status>{planned, "planned", {"dự kiến", "planned"}},
        word<agreement_status>{signed_, "signed", {"đã ký", "signed"}},
        word<agreement_status>{operating, "operating", {"đang thực hiện", "operating"}},
        word<agreement_status>{ended, "ended", {"đã kết thúc", "ended"}}};
};

/// May an answer rest on an arrangement of this status?
[[nodiscard]] constexpr truth binds(agreement_status status) noexcept {
    if (status == agreement_status::not_known) return truth::unknown;
    return known(status == agreement_status::signed_ || status == agreement_status::operating);
}

/// What institutions do together.
enum class activity : std::uint8_t {
    not_known,
    patient_transfer,
    emergency_linkage,
    joint_care,
    consultation,
    advice_line,
    technique_transfer,
    training,
    joint_course,
    field_training,
    advice,
    expert_rotation,
    digital_know_how,
    capacity_building,
    research,
    health_security,
    outbreak_response,
    investment,
    supply,
    recognition,
    contact_point
};
template <>
struct vocabulary<activity> {
    using enum activity;
    static constexpr std::array words{
        word<activity>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<activity>{patient_transfer, "patient_transfer", {"tiếp nhận người bệnh chuyển đến", "patient transfer"}},
        word<activity>{emergency_linkage, "emergency_linkage", {"liên thông cấp cứu", "emergency linkage"}},
        word<activity>{joint_care, "joint_care", {"phối hợp điều trị", "joint care"}},
        word<activity>{consultation, "consultation", {"hội chẩn", "consultation"}},
        word<activity>{advice_line, "advice_line", {"tư vấn chuyên môn", "advice line"}},
        word<activity>{technique_transfer, "technique_transfer", {"chuyển giao kỹ thuật", "technique transfer"}},
        word<activity>{training, "training", {"đào tạo", "training"}},
        word<activity>{joint_course, "joint_course", {"khóa đào tạo chung", "joint course"}},
        word<activity>{field_training, "field_training", {"đào tạo tại hiện trường", "field training"}},
        word<activity>{advice, "advice", {"hỗ trợ tư vấn", "advice"}},
        word<activity>{expert_rotation, "expert_rotation", {"luân phiên chuyên gia", "expert rotation"}},
        word<activity>{digital_know_how, "digital_know_how", {"chuyển đổi số", "digital know-how"}},
        word<activity>{capacity_building, "capacity_building", {"nâng cao năng lực", "capacity building"}},
        word<activity>{research, "research", {"nghiên cứu khoa học", "research"}},
        word<activity>{health_security, "health_security", {"an ninh y tế", "health security"}},
        word<activity>{outbreak_response, "outbreak_response", {"ứng phó dịch bệnh", "outbreak response"}},
        word<activity>{investment, "investment", {"đầu tư", "investment"}},
        word<activity>{supply, "supply", {"cung ứng", "supply"}},
        word<activity>{recognition, "recognition", {"ghi nhận", "recognition"}},
        word<activity>{contact_point, "contact_point", {"đầu mối liên hệ", "contact point"}}};
};

/// What kind of promise it is.
enum class commitment_kind : std::uint8_t { not_known, achievement, maintenance, permission, prohibition, power };
template <>
struct vocabulary<commitment_kind> {
    using enum commitment_kind;
    static constexpr std::array words{
        word<commitment_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<commitment_kind>{achievement, "achievement", {"phải hoàn thành", "to be achieved"}},
        word<commitment_kind>{maintenance, "maintenance", {"phải duy trì", "to be maintained"}},
        word<commitment_kind>{permission, "permission", {"được phép", "permitted"}},
        word<commitment_kind>{prohibition, "prohibition", {"không được", "prohibited"}},
        word<commitment_kind>{power, "power", {"có quyền", "power"}}};
};

/// How often it falls due.
enum class frequency : std::uint8_t { not_known, once, weekly, monthly, quarterly, yearly, on_demand };
template <>
struct vocabulary<frequency> {
    using enum frequency;
    static constexpr std::array words{word<frequency>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<frequency>{once, "once", {"một lần", "once"}},
                                      word<frequency>{weekly, "weekly", {"hằng tuần", "weekly"}},
                                      word<frequency>{monthly, "monthly", {"hằng tháng", "monthly"}},
                                      word<frequency>{quarterly, "quarterly", {"hằng quý", "quarterly"}},
                                      word<frequency>{yearly, "yearly", {"hằng năm", "yearly"}},
                                      word<frequency>{on_demand, "on_demand", {"khi có yêu cầu", "on demand"}}};
};

/// What one party owes another under an agreement.
struct commitment {
    commitment_id id;
    institution_id debtor;
    institution_id creditor;
    commitment_kind kind{};
    lienvien::activity activity{};
    text what{};
    frequency every{};
    std::optional<partial_date> due{};
    std::optional<items> quantity{};  ///< in the units that `what` names
    std::optional<package_id> package{};
    agreement_status status{};  ///< where it differs from the agreement's; not known: the same
    lienvien::source source{};

    friend bool operator==(commitment const&, commitment const&) = default;
};
}  // namespace v0
}  // namespace lienvien
