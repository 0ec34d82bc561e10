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
