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

// ---- Levels, techniques, telemedicine, practitioners, vaccination, records, places ----------------------------------
//
// An instrument whose first day nobody has seen (`beginning_seen`) is not applied to days before the year that is surely late enough; its
// comment says so. The library then answers `not_in_force` rather than guess.

/// Decree that details Law 15/2023/QH15, of 2023-12-30: grading into levels, practitioners, telemedicine.
inline constexpr instrument decree_96_2023{
    .number = "96/2023/NĐ-CP",
    .name = {"Nghị định", "Decree"},
    .kind = instrument_kind::decree,
    .in_force = from(std::chrono::year(2024) / 1 / 1),
};

/// Circular on technical tiers and the old technique list, of 2013-12-11; replaced as technique list on 2024-10-18. Its
/// first day was not seen: it is not applied before 2015.
inline constexpr instrument circular_43_2013{
    .number = "43/2013/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = between(std::chrono::year(2015) / 1 / 1, std::chrono::year(2024) / 10 / 18),
    .beginning_seen = false,
};

/// Circular on the technique list, as first issued.
inline constexpr instrument circular_23_2024{
    .number = "23/2024/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2024) / 10 / 18),
};

/// Circular of 2026-06-30 that amends Circular 23/2024/TT-BYT. Its article 3 begins on 2026-07-01; the first day of the rest
/// was not seen, that of article 3 is taken.
inline constexpr instrument circular_25_2026{
    .number = "25/2026/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2026) / 7 / 1),
    .beginning_seen = false,
};

/// Circular of the Ministry of Finance with the forms of insurance data. Its first day was not seen.
inline constexpr instrument circular_12_2026_finance{
    .number = "12/2026/TT-BTC",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2026) / 1 / 1),
    .uncertain_from = day(std::chrono::year(2026) / 1 / 1),
    .uncertain_because = {"chưa thấy ngày có hiệu lực của văn bản.", "its first day in force was not seen."},
    .beginning_seen = false,
};

/// Circular on the national system that manages examination and treatment.
inline constexpr instrument circular_38_2024{
    .number = "38/2024/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2027) / 1 / 1),
};

/// Circular on the list of diseases that may be treated at a distance.
inline constexpr instrument circular_30_2023{
    .number = "30/2023/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2024) / 1 / 1),
};

/// Circular on telemedicine, of 2017-12-28. It rests on the law that ended on 2023-12-31; no repeal was found.
inline constexpr instrument circular_49_2017{
    .number = "49/2017/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2018) / 2 / 15),
    .uncertain_from = day(std::chrono::year(2024) / 1 / 1),
    .uncertain_because = {"chưa rõ còn hiệu lực sau Luật 15/2023, chưa thấy văn bản bãi bỏ.",
                          "its standing after Law 15/2023 is not clear, and no repeal was found."},
};

/// Circular of 2023-12-31 that details Law 15/2023/QH15: continuing education and more.
inline constexpr instrument circular_32_2023{
    .number = "32/2023/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2024) / 1 / 1),
};

/// Law on pharmacy. Its first day was not seen: it is not applied before 2018.
inline constexpr instrument law_105_2016{
    .number = "105/2016/QH13",
    .name = {"Luật Dược số", "Law on Pharmacy no."},
    .kind = instrument_kind::law,
    .in_force = from(std::chrono::year(2018) / 1 / 1),
    .beginning_seen = false,
};

/// Decision of the Prime Minister on the rotation of practitioners, of 2013-02-20. Its first day was not seen: it is not
/// applied before 2015. It rests on the law that ended on 2023-12-31.
inline constexpr instrument decision_14_2013{
    .number = "14/2013/QĐ-TTg",
    .name = {"Quyết định", "Decision"},
    .kind = instrument_kind::decision,
    .in_force = from(std::chrono::year(2015) / 1 / 1),
    .uncertain_from = day(std::chrono::year(2024) / 1 / 1),
    .uncertain_because = {"căn cứ của văn bản (Luật 40/2009) đã hết hiệu lực, chưa rõ văn bản còn hiệu lực.",
                          "its basis (Law 40/2009) has ended; whether it still holds is not known."},
    .beginning_seen = false,
};

/// Decree on vaccination; Decree 165/2026 replaced it but for articles 9 to 11, kept until 2027-06-30 and used here since
/// then. Its first day was not seen: it is not applied before 2018.
inline constexpr instrument decree_104_2016{
    .number = "104/2016/NĐ-CP",
    .name = {"Nghị định", "Decree"},
    .kind = instrument_kind::decree,
    .in_force = between(std::chrono::year(2018) / 1 / 1, std::chrono::year(2027) / 7 / 1),
    .beginning_seen = false,
};

/// Decree on vaccination, of 2026-05-15.
inline constexpr instrument decree_165_2026{
    .number = "165/2026/NĐ-CP",
    .name = {"Nghị định", "Decree"},
    .kind = instrument_kind::decree,
    .in_force = from(std::chrono::year(2026) / 7 / 1),
};

/// Circular on vaccination: safety of each dose, severe reactions, reports.
inline constexpr instrument circular_13_2026{
    .number = "13/2026/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2026) / 7 / 1),
};

/// Circular on anaphylaxis, of 2017-12-29.
inline constexpr instrument circular_51_2017{
    .number = "51/2017/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2018) / 2 / 15),
};

/// Circular on the organisation of stroke care. Its first day was not seen: it is not applied before 2018.
inline constexpr instrument circular_47_2016{
    .number = "47/2016/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2018) / 1 / 1),
    .beginning_seen = false,
};

/// Circular on electronic records before Circular 13/2025; it ended on the day that one was issued, not when it began.
inline constexpr instrument circular_46_2018{
    .number = "46/2018/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = between(std::chrono::year(2019) / 3 / 1, std::chrono::year(2025) / 6 / 6),
};

/// Circular on electronic records, of 2025-06-06.
inline constexpr instrument circular_13_2025{
    .number = "13/2025/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2025) / 7 / 21),
};

/// Resolution of the National Assembly that formed 34 provinces out of 63.
inline constexpr instrument resolution_202_2025{
    .number = "202/2025/QH15",
    .name = {"Nghị quyết", "Resolution"},
    .kind = instrument_kind::resolution,
    .in_force = from(std::chrono::year(2025) / 7 / 1),
};

/// Decision of the Prime Minister on the statistical codes of administrative units.
inline constexpr instrument decision_19_2025{
    .number = "19/2025/QĐ-TTg",
    .name = {"Quyết định", "Decision"},
    .kind = instrument_kind::decision,
    .in_force = from(std::chrono::year(2025) / 7 / 1),
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

/// The decree before Decree 188/2025; it ended on 2025-08-15. Its first day was not seen: it is not applied before 2020.
inline constexpr instrument decree_146_2018{
    .number = "146/2018/NĐ-CP",
    .name = {"Nghị định", "Decree"},
    .kind = instrument_kind::decree,
    .in_force = between(std::chrono::year(2020) / 1 / 1, std::chrono::year(2025) / 8 / 15),
    .beginning_seen = false,
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

/// Circular on insured drugs. Its first day was not seen: not applied before the list of codes that names it.
inline constexpr instrument circular_37_2024{
    .number = "37/2024/TT-BYT",
    .name = {"Thông tư", "Circular"},
    .kind = instrument_kind::circular,
    .in_force = from(std::chrono::year(2025) / 10 / 17),
    .beginning_seen = false,
};

/// Decision of 2025-10-17 whose Annex 1 lists the patient-category codes. Its own first day was not seen: the day of
/// signing is taken.
inline constexpr instrument decision_3276_2025{
    .number = "3276/QĐ-BYT",
    .name = {"Quyết định", "Decision"},
    .kind = instrument_kind::decision,
    .in_force = from(std::chrono::year(2025) / 10 / 17),
    .beginning_seen = false,
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
