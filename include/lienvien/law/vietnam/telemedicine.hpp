#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// In which way care is given at a distance (khám bệnh, chữa bệnh từ xa).
/// Source: Decree 96/2023/NĐ-CP, articles 87(9), 87(10), 88; Law 15/2023/QH15, article 64(3)(b).
enum class telemedicine_mode : std::uint8_t {
    not_known,
    direct_to_patient,           ///< practitioner and patient
    through_receiving_facility,  ///< the patient sits in a facility that receives care from another
    support_between_facilities,  ///< one facility supports the practitioners of another
    remote_consultation_board    ///< a consultation (hội chẩn) held at a distance
};

}  // namespace vietnam

template <>
struct vocabulary<vietnam::telemedicine_mode> {
    using mode = vietnam::telemedicine_mode;
    static constexpr std::array words{
        word<mode>{mode::not_known, "not_known", {"chưa rõ hình thức", "mode not known"}},
        word<mode>{mode::direct_to_patient, "direct_to_patient", {"trực tiếp với người bệnh", "direct to the patient"}},
        word<mode>{mode::through_receiving_facility,
                   "through_receiving_facility",
                   {"qua cơ sở tiếp nhận người bệnh", "through a receiving facility"}},
        word<mode>{mode::support_between_facilities,
                   "support_between_facilities",
                   {"hỗ trợ giữa các cơ sở", "support between facilities"}},
        word<mode>{mode::remote_consultation_board,
                   "remote_consultation_board",
                   {"hội chẩn từ xa", "consultation at a distance"}}};
};

namespace vietnam {

/// The modes, and where each stands.
inline constexpr std::array<dated<telemedicine_mode>, 4> telemedicine_modes{{
    {"vn.96-2023.87.10"_rule,
     says(vi("khám bệnh, chữa bệnh từ xa trực tiếp với người bệnh"), en("remote care direct to the patient")),
     cites(decree_96_2023, 87, "10"), telemedicine_mode::direct_to_patient},
    {"vn.96-2023.87.9"_rule,
     says(vi("khám bệnh, chữa bệnh từ xa qua cơ sở tiếp nhận người bệnh"),
          en("remote care through a facility that receives it")),
     cites(decree_96_2023, 87, "9"), telemedicine_mode::through_receiving_facility},
    {"vn.96-2023.88"_rule,
     says(vi("hỗ trợ khám bệnh, chữa bệnh từ xa giữa các cơ sở"), en("remote support between facilities")),
     cites(decree_96_2023, 88), telemedicine_mode::support_between_facilities},
    {"vn.15-2023.64.3b"_rule, says(vi("hội chẩn từ xa"), en("consultation at a distance")),
     cites(law_15_2023, 64, "3b"), telemedicine_mode::remote_consultation_board},
}};

/// A declaration of remote services (công bố đủ điều kiện): when the authority received it, posted it, or replied otherwise.
struct telemedicine_declaration {
    sys_days received;
    std::optional<sys_days> posted{};   ///< put on the authority's page
    std::optional<sys_days> replied{};  ///< answered in another way: a refusal, or a demand for more
};

/// A facility that has declared its remote services may start when they are posted, at the latest when 10 days have passed
/// since the receipt without a reply.
/// Source: Decree 96/2023/NĐ-CP, article 87(1) to (3).
inline constexpr dated<std::chrono::days> tacit_start{
    "vn.96-2023.87.3"_rule,
    says(vi("được bắt đầu từ ngày được đăng tải, hoặc khi hết 10 ngày kể từ ngày tiếp nhận mà không có trả lời"),
         en("may start when posted, or when 10 days have passed since the receipt without a reply")),
    citation{decree_96_2023, 87, {}, says(vi("khoản 1 đến khoản 3"), en("clauses 1 to 3"))}, std::chrono::days(10)};

/// The first day on which a facility may offer remote services: the earlier of the day of posting and the receipt plus 10
/// days. Nothing where the authority replied otherwise within the 10 days and has not posted it since.
/// Units:      calendar days
/// Complexity: constant
/// Source:     Decree 96/2023/NĐ-CP, article 87(1) to (3)
[[nodiscard]] constexpr std::optional<sys_days> first_day_of_telemedicine(
    telemedicine_declaration const& declared) noexcept {
    sys_days const tacit = declared.received + tacit_start.value;
    if (declared.replied && *declared.replied < tacit) return declared.posted;
    return declared.posted && *declared.posted < tacit ? *declared.posted : tacit;
}

/// May the facility offer remote services on a day? Only a declared facility may.
/// \param declared  its declaration; none where it has not declared
[[nodiscard]] inline assessment check_declaration(std::optional<telemedicine_declaration> const& declared,
                                                  sys_days today) {
    assessment made(today);
    auto const first = declared ? first_day_of_telemedicine(*declared) : std::nullopt;
    made.ask(tacit_start, known(first && *first <= today),
             !declared ? text{"chưa công bố", "nothing was declared"}
             : first   ? text{"được bắt đầu từ " + format_day(*first), "may start on " + format_day(*first)}
                     : text{"đã có trả lời, chưa được đăng tải", "a reply was given, it is not posted"});
    return made;
}

/// What a contract between the facilities must say at least.
enum class contract_head : std::uint8_t { duties_and_rights, infrastructure, data_storage, service_cost, cost_split };
/// The five heads, in order. Source: Decree 96/2023/NĐ-CP, articles 87(11) and 88(1)(b).
inline constexpr std::array<dated<contract_head>, 5> contract_heads{{
    {"vn.96-2023.87.11.duties"_rule,
     says(vi("hợp đồng nêu trách nhiệm và quyền của các bên"), en("the contract states duties and rights")),
     cites(decree_96_2023, 87, "11"), contract_head::duties_and_rights},
    {"vn.96-2023.87.11.devices"_rule,
     says(vi("hợp đồng nêu hạ tầng, thiết bị, phần mềm, bảo mật"),
          en("the contract states infrastructure, devices, software and security")),
     cites(decree_96_2023, 87, "11"), contract_head::infrastructure},
    {"vn.96-2023.87.11.storage"_rule,
     says(vi("hợp đồng nêu việc lưu trữ, sao lưu dữ liệu"), en("the contract states storage and backup of data")),
     cites(decree_96_2023, 87, "11"), contract_head::data_storage},
    {"vn.96-2023.87.11.cost"_rule,
     says(vi("hợp đồng nêu chi phí dịch vụ"), en("the contract states the cost of the service")),
     cites(decree_96_2023, 87, "11"), contract_head::service_cost},
    {"vn.96-2023.87.11.split"_rule,
     says(vi("hợp đồng nêu việc chia sẻ chi phí"), en("the contract states how the cost is split")),
     cites(decree_96_2023, 87, "11"), contract_head::cost_split},
}};

/// Does a mode need a contract between two facilities? Not known where the sources do not say.
[[nodiscard]] constexpr truth needs_contract(telemedicine_mode mode) noexcept {
    return mode == telemedicine_mode::through_receiving_facility ||
                   mode == telemedicine_mode::support_between_facilities
               ? truth::yes
               : truth::unknown;
}

/// Which of the five heads a contract lacks: one ruling for each head.
[[nodiscard]] inline assessment check_contract(std::vector<contract_head> const& stated, sys_days today) {
    assessment made(today);
    for (auto const& head : contract_heads) {
        bool found = false;
        for (auto const each : stated) found = found || each == head.value;
        made.ask(head, known(found),
                 found ? text{"có trong hợp đồng", "the contract has it"}
                       : text{"không có trong hợp đồng", "the contract does not have it"});
    }
    return made;
}

/// Who answers for the result.
enum class answers_for_result : std::uint8_t { not_stated, practitioner_of_supported_facility };
/// Source: Law 15/2023/QH15, article 80(2)(a).
inline constexpr dated<answers_for_result> responsibility_in_support{
    "vn.15-2023.80.2a"_rule,
    says(vi("khi hỗ trợ từ xa, người hành nghề tại cơ sở được hỗ trợ chịu trách nhiệm về kết quả"),
         en("in support at a distance the practitioner at the supported facility answers for the result")),
    cites(law_15_2023, 80, "2a"), answers_for_result::practitioner_of_supported_facility};
/// Who answers for the result in a mode; `not_stated` where the sources do not say.
[[nodiscard]] constexpr answers_for_result responsible_in(telemedicine_mode mode) noexcept {
    return mode == telemedicine_mode::support_between_facilities ? responsibility_in_support.value
                                                                 : answers_for_result::not_stated;
}

/// What goes with remote support and consultation: told, written down, reported.
enum class telemedicine_duty : std::uint8_t { patient_is_told, yearly_report, result_is_written };
/// Source: Decree 96/2023/NĐ-CP, article 88(2) and (3); Law 15/2023/QH15, article 64(1).
inline constexpr std::array<dated<telemedicine_duty>, 3> telemedicine_duties{{
    {"vn.96-2023.88.2"_rule,
     says(vi("người bệnh được thông báo về việc hỗ trợ"), en("the patient is told of the support")),
     cites(decree_96_2023, 88, "2"), telemedicine_duty::patient_is_told},
    {"vn.96-2023.88.3"_rule,
     says(vi("cơ sở hỗ trợ báo cáo hằng năm"), en("the supporting facility reports every year")),
     cites(decree_96_2023, 88, "3"), telemedicine_duty::yearly_report},
    {"vn.15-2023.64.1"_rule,
     says(vi("kết quả hội chẩn được ghi thành văn bản và lưu trong hồ sơ"),
          en("the result of a consultation is written and kept in the record")),
     cites(law_15_2023, 64, "1"), telemedicine_duty::result_is_written},
}};
/// Records are kept for at least so many years. Since 2024 it is not clear whether this holds: keep it as good practice.
/// Source: Circular 49/2017/TT-BYT, article 4(3).
inline constexpr dated<stated_years> keep_telemedicine_record{
    "vn.49-2017.4.3"_rule,
    says(vi("hồ sơ y tế từ xa được lưu ít nhất 10 năm"), en("records of remote care are kept for 10 years or more")),
    cites(circular_49_2017, 4, "3"), stated_years(10)};

/// What was done in one case of remote support. A truth that is not known stays so.
struct support_record {
    truth patient_told{};
    truth result_written{};                   ///< of a consultation
    std::optional<int> last_year_reported{};  ///< by the supporting facility
    truth consultation{};  ///< was there a consultation (hội chẩn)? Only then is there a result to write
};
/// Holds a record of support against the duties. The report of a year is due once that year is over.
/// \param of_year  the calendar year whose report is asked for; it is asked only where `today` lies after it
[[nodiscard]] inline assessment check_support(support_record const& done, int of_year, sys_days today) {
    assessment made(today);
    auto const told = [](truth value) { return to_text(label_of(value)); };
    made.ask(telemedicine_duties[0], done.patient_told, told(done.patient_told));
    if (!is_no(done.consultation)) {
        made.ask(telemedicine_duties[2], done.result_written | !done.consultation, told(done.result_written));
    }
    if (static_cast<int>(year_month_day(today).year()) > of_year) {
        truth const reported = done.last_year_reported ? known(*done.last_year_reported >= of_year) : truth::unknown;
        std::string const last = done.last_year_reported ? std::to_string(*done.last_year_reported) : std::string("?");
        made.ask(telemedicine_duties[1], reported, {"năm báo cáo gần nhất: " + last, "last year reported: " + last});
    }
    return made;
}

/// By whose prices remote care is paid.
enum class price_basis : std::uint8_t {
    not_stated,
    supported_facility,  ///< prices of the supported facility; the fee of the supporter by contract
    each_for_its_part    ///< the remote examination at the remote facility's price, bed and services at the receiver's
};
/// Source: Decree 96/2023/NĐ-CP, articles 88(4), 87(8) and (9).
[[nodiscard]] constexpr price_basis prices_in(telemedicine_mode mode) noexcept {
    if (mode == telemedicine_mode::support_between_facilities) return price_basis::supported_facility;
    if (mode == telemedicine_mode::through_receiving_facility) return price_basis::each_for_its_part;
    return price_basis::not_stated;
}

/// Insurance pays only where the patient sits in a facility that gets remote care from another, and never for pilots.
/// Source: Decree 96/2023/NĐ-CP, article 87(9).
inline constexpr dated<bool> insurance_pays_telemedicine{
    "vn.96-2023.87.9.insurance"_rule,
    says(vi("bảo hiểm y tế chỉ thanh toán khi người bệnh ở tại cơ sở tiếp nhận khám, chữa bệnh từ xa của cơ sở khác, "
            "không thanh toán thí điểm"),
         en("insurance pays only where the patient sits in a facility that gets remote care from another, never for "
            "pilots")),
    cites(decree_96_2023, 87, "9"), true};
[[nodiscard]] inline assessment check_insurance(truth patient_in_receiving_facility, truth pilot, sys_days today) {
    assessment made(today);
    made.ask(insurance_pays_telemedicine, patient_in_receiving_facility & !pilot,
             {"ở tại cơ sở tiếp nhận: " + std::string(label_of(patient_in_receiving_facility).vi) +
                  "; thí điểm: " + std::string(label_of(pilot).vi),
              "in a receiving facility: " + std::string(label_of(patient_in_receiving_facility).en) +
                  "; pilot: " + std::string(label_of(pilot).en)});
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
