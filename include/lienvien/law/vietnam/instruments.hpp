#pragma once

#include <lienvien/rules/citation.hpp>

namespace lienvien {
inline namespace v0 {

/// The law of Vietnam as dated, cited rules. Not legal advice: nobody has checked these rules against the signed originals
/// yet, and each says so (`verified`).
namespace vietnam {

/// Law on examination and treatment (Luật Khám bệnh, chữa bệnh), of 2023-01-09.
inline constexpr instrument law_15_2023{
    .number = "15/2023/QH15",
    .name = {"Luật Khám bệnh, chữa bệnh số", "Law on Examination and Treatment no."},
    .kind = instrument_kind::law,
    .in_force = from(std::chrono::year(2024) / 1 / 1),
};

/// Circular on the transfer of patients between facilities, of 2014-04-14. It rests on Law 40/2009/QH12, which ended on
/// 2023-12-31; no repeal was found, and it is still cited.
inline constexpr instrument circular_14_2014{
    .number = "14/2014/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2014) / 6 / 1),
    .uncertain_from = day(std::chrono::year(2025) / 1 / 1),
    .uncertain_because = {"căn cứ của văn bản (Luật 40/2009) đã hết hiệu lực, chưa thấy văn bản bãi bỏ.",
                          "its basis (Law 40/2009) has ended, and no repeal was found."},
};

// ---- Health insurance: benefit, direct access, referral slips -------------------------------------------------------

/// Law on health insurance (Luật Bảo hiểm y tế), of 2008, as Law 51/2024/QH15 of 2024-11-27 amended it: the items on
/// facilities, levels and benefit (items 3, 16, 17, 21-23, 28) from 2025-01-01, the rest from 2025-07-01.
inline constexpr instrument law_25_2008{
    .number = "25/2008/QH12",
    .name = {"Luật Bảo hiểm y tế (sửa đổi bởi Luật 51/2024/QH15) số",
             "Law on Health Insurance (as amended by Law 51/2024/QH15) no."},
    .kind = instrument_kind::law,
    .in_force = from(std::chrono::year(2025) / 1 / 1),
};

/// Decree that details the Law on health insurance; most of it from 2025-07-01, all of it from 2025-08-15.
inline constexpr instrument decree_188_2025{
    .number = "188/2025/NĐ-CP",
    .name = {"Nghị định", "Decree"},
    .kind = instrument_kind::decree,
    .in_force = from(std::chrono::year(2025) / 7 / 1),
};

/// The decree before Decree 188/2025; it ended on 2025-08-15. Its beginning is not stated here.
inline constexpr instrument decree_146_2018{
    .number = "146/2018/NĐ-CP",
    .name = {"Nghị định", "Decree"},
    .kind = instrument_kind::decree,
    .in_force = until(std::chrono::year(2025) / 8 / 15),
};

/// Circular on registration and referral of insured patients, of 2025-01-01; it replaced Circular 40/2015/TT-BYT.
inline constexpr instrument circular_01_2025{
    .number = "01/2025/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2025) / 1 / 1),
};

/// Circular of 2026-04-02 whose article 5 amends Circular 01/2025/TT-BYT from 2026-06-01.
inline constexpr instrument circular_06_2026{
    .number = "06/2026/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2026) / 6 / 1),
};

/// Circular on insured drugs. From what day is not stated here.
inline constexpr instrument circular_37_2024{
    .number = "37/2024/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
};

/// Decision of 2025-10-17 whose Annex 1 lists the patient-category codes. Its own first day was not seen: the day of
/// signing is taken.
inline constexpr instrument decision_3276_2025{
    .number = "3276/QĐ-BYT",
    .name = {"Quyết định", "Decision"},
    .kind = instrument_kind::decision,
    .in_force = from(std::chrono::year(2025) / 10 / 17),
};

// ---- end of health insurance ----------------------------------------------------------------------------------------

/// What two institutions agreed with each other. A clause in force is a basis of its own; which agreement it is, the proof
/// names.
inline constexpr instrument agreement_between_institutions{
    .number = {},
    .name = {"Thỏa thuận giữa hai cơ sở", "Agreement between the institutions"},
    .kind = instrument_kind::agreement,
};

/// What follows from the meaning of the words, not from an instrument: a planned hospital receives nobody.
inline constexpr instrument by_definition{
    .number = {},
    .name = {"Theo định nghĩa", "By definition"},
    .kind = instrument_kind::definition,
};

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
