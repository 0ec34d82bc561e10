#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/law/vietnam/levels.hpp>
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/facts.hpp>
#include <lienvien/rules/rulebook.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

namespace technique_transfer_rules {

using terms::all_of;
using terms::level;
using terms::operates;
using terms::origin;
using terms::permits;
using terms::receiver;
using terms::stands_in;

/// Technique transfer is a listed task of the specialised level only. Who may transfer to whom beyond that, and under
/// which contract, the sources do not say.
/// Source: Law 15/2023/QH15, chapter X section 1, first article, clause 1(c).
inline constexpr auto by_the_specialised_level =
    rule("vn.15-2023.level.c.transfer"_rule,
         says(vi("chuyển giao kỹ thuật là nhiệm vụ của cơ sở cấp chuyên sâu"),
              en("technique transfer is a task of facilities of the specialised level")),
         tasks_of_specialised_level,
         permits(all_of(level(origin) == technical_level::specialised, stands_in<"VN">(origin), operates(origin))));

}  // namespace technique_transfer_rules

/// Who may transfer a technique, as far as the law says: the sending institution is the giver, the receiving one learns.
///
/// Put to it a `patient_need` whose origin is the giver and whose techniques are those to be transferred; the members about a
/// patient play no part. A giver of another level, or in another country, is `not_provided_for`: the rules of foreign experts
/// are not held here. Before 2024-01-01 it is `not_in_force`.
inline constexpr auto who_may_transfer_techniques =
    rulebook("vn.technique-transfer",
             label{"Chuyển giao kỹ thuật giữa các cơ sở khám bệnh, chữa bệnh (Việt Nam)",
                   "Transfer of techniques between facilities (Viet Nam)"},
             otherwise::not_provided_for, technique_transfer_rules::by_the_specialised_level,
             transfer_rules::receiver_works, transfer_rules::receiver_treats, transfer_rules::another_house);

/// Under which list techniques are named (danh mục kỹ thuật), and how its codes look.
struct technique_list_regime {
    label list;
    int rows = 0;      ///< 0: not seen
    int chapters = 0;  ///< 0: not seen
    bool has_technique_codes = false;
    friend constexpr bool operator==(technique_list_regime const&, technique_list_regime const&) = default;
};

/// The lists in order of time. What the first text of Circular 23/2024 said of 2026-07-01 is kept: since Circular 25/2026 the
/// later text prevails over it.
/// Source: Circular 43/2013/TT-BYT; Circular 23/2024/TT-BYT article 1(1), as amended by Circular 25/2026/TT-BYT.
inline constexpr std::array<dated<technique_list_regime>, 5> technique_list_regimes{{
    {"vn.43-2013.list"_rule,
     says(vi("danh mục kỹ thuật theo bốn tuyến"), en("the technique list of the four tiers")),
     cites(circular_43_2013),
     {{"Danh mục Thông tư 43/2013", "list of Circular 43/2013"}, 0, 0, true}},
    {"vn.23-2024.1.1a"_rule,
     says(vi("Phụ lục 01 dùng đến 2026-06-30 (bản ban hành đầu)"), en("annex 01 until 2026-06-30 (first text)")),
     cites(circular_23_2024, 1, "1a"),
     {{"Phụ lục 01", "annex 01"}, 19438, 28, true},
     between(std::chrono::year(2024) / 10 / 18, std::chrono::year(2026) / 7 / 1)},
    {"vn.23-2024.1.1b"_rule,
     says(vi("Phụ lục 02 dùng từ 2026-07-01 (bản ban hành đầu)"), en("annex 02 from 2026-07-01 (first text)")),
     cites(circular_23_2024, 1, "1b"),
     {{"Phụ lục 02", "annex 02"}, 9128, 30, false},
     from(std::chrono::year(2026) / 7 / 1)},
    {"vn.23-2024.1.1a.amended"_rule,
     says(vi("Phụ lục 01 dùng đến hết 2027-12-31"), en("annex 01 until 2027-12-31")),
     cites(circular_25_2026, says(vi("sửa Thông tư 23/2024, Điều 1 khoản 1 điểm a"),
                                  en("amending Circular 23/2024, article 1 clause 1 point a"))),
     {{"Phụ lục 01", "annex 01"}, 19438, 28, true},
     between(std::chrono::year(2026) / 7 / 1, std::chrono::year(2028) / 1 / 1)},
    {"vn.23-2024.1.1b.amended"_rule,
     says(vi("Phụ lục 02 dùng từ 2028-01-01"), en("annex 02 from 2028-01-01")),
     cites(circular_25_2026, says(vi("sửa Thông tư 23/2024, Điều 1 khoản 1 điểm b"),
                                  en("amending Circular 23/2024, article 1 clause 1 point b"))),
     {{"Phụ lục 02", "annex 02"}, 9128, 30, false},
     from(std::chrono::year(2028) / 1 / 1)},
}};

/// A facility may go on with techniques already approved, without a change of its licence, until 2027-12-31: they stay under
/// the list of the day of approval.
/// Source: Circular 23/2024/TT-BYT article 4(3), as amended by Circular 25/2026/TT-BYT.
inline constexpr transition_rule techniques_already_approved{
    .kind = transition_kind::rule_of_the_act,
    .until = day(std::chrono::year(2028) / 1 / 1),
    .says = says(
        vi("kỹ thuật đã được phê duyệt được tiếp tục thực hiện đến hết 2027-12-31 mà không phải điều chỉnh giấy phép"),
        en("techniques already approved go on until 2027-12-31 without a change of the licence")),
    .basis = cites(circular_25_2026, says(vi("sửa Thông tư 23/2024, Điều 4 khoản 3"),
                                          en("amending Circular 23/2024, article 4 clause 3"))),
};

/// The list under which a technique approved on a day is named today. Precondition: approved_on <= today.
/// Errors:     `not_in_force` where the library has no list of that day
/// Complexity: constant
[[nodiscard]] inline version_choice<technique_list_regime> technique_list_for(sys_days approved_on, sys_days today) {
    return applicable_to_act(technique_list_regimes, approved_on, today, techniques_already_approved);
}

/// A row of insured services that were done under a contract of technique transfer, as form 05/DM holds it.
/// Source: Circular 12/2026/TT-BTC, form 05/DM.
struct transferred_service_row {
    std::string service;            ///< insured service code
    std::string giver{};            ///< CSKCB_CGKT: code of the facility that transfers the technique
    std::optional<items> number{};  ///< SO_LUONG_CGKT: number of services done under the contract
};

/// Where the evidence pair of form 05/DM is torn: a giver without a number, a number without a giver, and more services under
/// a contract than it has left.
/// \param rows      the rows of one recipient and one giver, or of several
/// \param quantity  how many services the contract provides for: the contract states it, no rule of law
/// Units:           services
/// Errors:          none thrown; everything wrong is a finding
/// Source:          Circular 12/2026/TT-BTC, form 05/DM (its first day in force was not seen)
[[nodiscard]] inline findings check_transfer_evidence(std::vector<transferred_service_row> const& rows,
                                                      std::string_view giver, items quantity) {
    findings found;
    std::int64_t done = 0;
    auto const report = [&](std::string_view code, std::size_t at, text message) {
        found.add({finding_code::checked(code),
                   severity::error,
                   "service " + rows[at].service,
                   {"/" + std::to_string(at), 0},
                   std::move(message)});
    };
    for (std::size_t at = 0; at < rows.size(); ++at) {
        auto const& each = rows[at];
        if (!each.giver.empty() && !each.number) {
            report("vn.transfer-number-missing", at,
                   {"có CSKCB_CGKT mà thiếu SO_LUONG_CGKT", "CSKCB_CGKT is there, SO_LUONG_CGKT is not"});
        }
        if (each.giver.empty() && each.number && each.number->count() != 0) {
            report("vn.transfer-giver-missing", at,
                   {"có SO_LUONG_CGKT mà thiếu CSKCB_CGKT", "SO_LUONG_CGKT is there, CSKCB_CGKT is not"});
        }
        if (each.giver != giver || !each.number) continue;
        bool const was_within = done <= quantity.count();
        done += each.number->count();
        if (was_within && done > quantity.count()) {
            report("vn.transfer-number-exceeded", at,
                   {"đến dòng này đã làm " + std::to_string(done) + " dịch vụ, hợp đồng có " + quantity.to_string(),
                    "up to this row " + std::to_string(done) + " services were done, the contract has " +
                        quantity.to_string()});
        }
    }
    return found;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
