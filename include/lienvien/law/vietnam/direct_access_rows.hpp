#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/law/vietnam/instruments.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

/// One row of Annex I of Circular 01/2025/TT-BYT: a disease with which an insured patient may go straight to the
/// specialised level (cấp chuyên sâu).
///
/// A category (C25) covers the codes below it; a code of four characters (C79.3) is meant exactly; an exclusion holds only
/// inside its own row.
/// Source: Circular 01/2025/TT-BYT, article 5(1)(a), Annex I; not checked against the signed original.
struct direct_access_row {
    std::uint8_t number;          ///< of the row, 1 to 62
    std::string_view includes;    ///< ICD-10: "C81-C86, C90-C96"
    std::string_view excludes{};  ///< ICD-10: "C83.5"
    std::uint8_t below_age = 0;   ///< completed years at admission must be fewer; 0: every age
    bool confirming_visit{};      ///< V: the right applies already in the visit that confirms the diagnosis
    bool treatment_indicated{};   ///< T: not where the diagnosis is confirmed but no specific treatment is indicated
    bool severe_progression{};    ///< P: the condition speaks of severe progression by the guideline
    label condition{};            ///< what a clinician must confirm; empty where the row asks for nothing
    label name;                   ///< of the disease
    label note{};                 ///< a remark on the codes
    std::string_view misprint{};  ///< a code that the row prints by mistake; accepted, and said

    /// Does the row hang on more than code, age and a confirmed diagnosis?
    [[nodiscard]] constexpr bool needs_clinician() const noexcept { return !condition.en.empty(); }
    [[nodiscard]] static constexpr citation basis() noexcept { return cites(circular_01_2025, 5, "1a"); }
    [[nodiscard]] static constexpr period in_force() noexcept { return circular_01_2025.in_force; }
    /// Has a person checked the row against the signed original?
    [[nodiscard]] static constexpr bool verified() noexcept { return circular_01_2025.verified; }
};

namespace insurance_detail {
inline constexpr label if_treatment_is_indicated{
    "không áp dụng khi đã chẩn đoán xác định mà không có chỉ định điều trị đặc hiệu",
    "not where the diagnosis is confirmed but no specific treatment is indicated"};
inline constexpr label if_progression_is_severe{"diễn biến nặng theo hướng dẫn chẩn đoán và điều trị",
                                                "severe progression by the guideline"};
}  // namespace insurance_detail

/// The 62 rows of Annex I, in its order. English names and Vietnamese conditions are translations made for this table.
inline constexpr std::array<direct_access_row, 62> direct_access_rows{{
    {.number = 1, .includes = "A17.0", .name = {"Viêm màng não do lao (G01*)", "Tuberculous meningitis"}},
    {.number = 2, .includes = "A17.1", .name = {"U lao màng não (G07*)", "Meningeal tuberculoma"}},
    {.number = 3,
     .includes = "A17.8",
     .name = {"Lao khác của hệ thần kinh", "Other tuberculosis of the nervous system"}},
    {.number = 4,
     .includes = "A17.9",
     .name = {"Lao hệ thần kinh, không xác định (G99.8*)", "Tuberculosis of the nervous system, unspecified"}},
    {.number = 5, .includes = "A31.0", .name = {"Nhiễm mycobacteria ở phổi", "Pulmonary mycobacterial infection"}},
    {.number = 6,
     .includes = "B39.0",
     .name = {"Nhiễm histoplasma capsulatum ở phổi cấp tính", "Acute pulmonary histoplasmosis capsulati"}},
    {.number = 7,
     .includes = "B40.0",
     .name = {"Nhiễm nấm blastomyces ở phổi cấp tính", "Acute pulmonary blastomycosis"}},
    {.number = 8,
     .includes = "B41.0",
     .name = {"Nhiễm nấm paracoccidioides ở phổi", "Pulmonary paracoccidioidomycosis"}},
    {.number = 9, .includes = "B42.0", .name = {"Nhiễm sporotrichum ở phổi (J99.8*)", "Pulmonary sporotrichosis"}},
    {.number = 10,
     .includes = "B44.0",
     .name = {"Nhiễm aspergillus ở phổi xâm lấn", "Invasive pulmonary aspergillosis"}},
    {.number = 11, .includes = "B45.0", .name = {"Nhiễm cryptococcus ở phổi", "Pulmonary cryptococcosis"}},
    {.number = 12, .includes = "B46.0", .name = {"Nhiễm mucor ở phổi", "Pulmonary mucormycosis"}},
    {.number = 13, .includes = "B46.4", .name = {"Nhiễm mucor lan toả", "Disseminated mucormycosis"}},
    {.number = 14, .includes = "C25", .confirming_visit = true, .name = {"U ác tụy", "Malignant neoplasm of pancreas"}},
    {.number = 15,
     .includes = "C37",
     .confirming_visit = true,
     .name = {"U ác tuyến ức", "Malignant neoplasm of thymus"}},
    {.number = 16,
     .includes = "C38",
     .excludes = "C38.4",
     .confirming_visit = true,
     .name = {"U ác của tim, trung thất và màng phổi", "Malignant neoplasm of heart, mediastinum and pleura"}},
    {.number = 17,
     .includes = "C41",
     .confirming_visit = true,
     .name = {"U ác của xương và sụn khớp ở vị trí khác và không xác định",
              "Malignant neoplasm of bone and articular cartilage of other and unspecified sites"}},
    {.number = 18,
     .includes = "C70",
     .confirming_visit = true,
     .name = {"U ác của màng não", "Malignant neoplasm of meninges"}},
    {.number = 19,
     .includes = "C71",
     .confirming_visit = true,
     .name = {"U ác của não", "Malignant neoplasm of brain"}},
    {.number = 20,
     .includes = "C72",
     .confirming_visit = true,
     .name = {"U ác của tủy sống, dây thần kinh sọ, phần khác của hệ TKTW",
              "Malignant neoplasm of spinal cord, cranial nerves and other parts of the central nervous system"}},
    {.number = 21,
     .includes = "C79.3",
     .confirming_visit = true,
     .name = {"U ác thứ phát của não và màng não", "Secondary malignant neoplasm of brain and cerebral meninges"}},
    {.number = 22,
     .includes = "C00-C97",
     .below_age = 18,
     .treatment_indicated = true,
     .condition = insurance_detail::if_treatment_is_indicated,
     .name = {"Nhóm u ác tính", "Malignant neoplasms"}},
    {.number = 23,
     .includes = "C81-C86, C90-C96",
     .excludes = "C83.5",
     .treatment_indicated = true,
     .condition = insurance_detail::if_treatment_is_indicated,
     .name = {"U ác của hệ lympho, hệ tạo máu và mô liên quan",
              "Malignant neoplasms of lymphoid, haematopoietic and related tissue"}},
    {.number = 24,
     .includes = "D46",
     .treatment_indicated = true,
     .condition = insurance_detail::if_treatment_is_indicated,
     .name = {"Hội chứng loạn sản tủy xương", "Myelodysplastic syndromes"}},
    {.number = 25,
     .includes = "D61",
     .excludes = "D61.9",
     .treatment_indicated = true,
     .condition = insurance_detail::if_treatment_is_indicated,
     .name = {"Các thể suy tủy xương khác", "Other aplastic anaemias"}},
    {.number = 26,
     .includes = "D68.6",
     .name = {"Bệnh tăng đông máu khác (kháng phospholipid)", "Other thrombophilia (antiphospholipid)"}},
    {.number = 27,
     .includes = "D76.2",
     .name = {"Hội chứng thực bào tế bào máu liên quan đến nhiễm trùng",
              "Haemophagocytic syndrome, infection-associated"}},
    {.number = 28,
     .includes = "E10.7",
     .condition =
         {"loét bàn chân độ 2, hoặc bệnh thận mạn giai đoạn ≥ 3, hoặc có từ 2 biến chứng trở lên trong số {tim mạch, "
          "mắt, thần kinh, mạch máu}",
          "foot ulcer grade 2, or CKD stage ≥ 3, or ≥ 2 of {cardiovascular, eye, nerve, vessel} complications"},
     .name = {"Đái tháo đường phụ thuộc insuline, đa biến chứng",
              "Insulin-dependent diabetes mellitus with multiple complications"}},
    {.number = 29,
     .includes = "E11.7",
     .condition = {"loét bàn chân độ 2 hoặc bệnh thận mạn giai đoạn ≥ 3", "foot ulcer grade 2 or CKD stage ≥ 3"},
     .name = {"Đái tháo đường không phụ thuộc insuline, đa biến chứng",
              "Non-insulin-dependent diabetes mellitus with multiple complications"}},
    {.number = 30,
     .includes = "E70",
     .below_age = 18,
     .name = {"Rối loạn chuyển hóa acid amin thơm", "Disorders of aromatic amino-acid metabolism"}},
    {.number = 31,
     .includes = "E71",
     .below_age = 18,
     .name = {"Rối loạn chuyển hóa acid amin chuỗi nhánh và acid béo",
              "Disorders of branched-chain amino-acid metabolism and fatty-acid metabolism"}},
    {.number = 32,
     .includes = "E72",
     .below_age = 18,
     .name = {"Rối loạn khác của chuyển hóa acid amin", "Other disorders of amino-acid metabolism"}},
    {.number = 33,
     .includes = "E74, E75, E76",
     .confirming_visit = true,
     .name = {"Rối loạn dự trữ thể tiêu bào (Pompe, MPS, Gaucher, Fabry)",
              "Lysosomal storage disorders (Pompe, MPS, Gaucher, Fabry)"},
     .note = {"mã theo bản cập nhật ICD-10 năm 2021 của WHO", "code by WHO ICD-10 update 2021"}},
    {.number = 34,
     .includes = "E83.0",
     .condition = {"bệnh Wilson có một trong các biến chứng được liệt kê",
                   "Wilson with one of the listed complications"},
     .name = {"Rối loạn chuyển hóa đồng", "Disorders of copper metabolism"}},
    {.number = 35,
     .includes = "E85",
     .treatment_indicated = true,
     .condition = insurance_detail::if_treatment_is_indicated,
     .name = {"Thoái hóa dạng bột", "Amyloidosis"}},
    {.number = 36,
     .includes = "F33",
     .confirming_visit = true,
     .condition = {"kháng thuốc", "drug resistant"},
     .name = {"Rối loạn trầm cảm tái diễn", "Recurrent depressive disorder"}},
    {.number = 37, .includes = "F42", .name = {"Rối loạn ám ảnh nghi thức", "Obsessive-compulsive disorder"}},
    {.number = 38,
     .includes = "G04",
     .excludes = "G04.2",
     .name = {"Viêm não, viêm tủy và viêm não-tủy", "Encephalitis, myelitis and encephalomyelitis"}},
    {.number = 39, .includes = "G35", .name = {"Xơ cứng rải rác", "Multiple sclerosis"}},
    {.number = 40, .includes = "G36.0", .name = {"Viêm tủy thị thần kinh", "Neuromyelitis optica"}},
    {.number = 41,
     .includes = "G70.0",
     .confirming_visit = true,
     .condition = {"cần lọc máu hoặc suy hô hấp", "needs blood filtration or respiratory failure"},
     .name = {"Nhược cơ", "Myasthenia gravis"}},
    {.number = 42,
     .includes = "H35.1",
     .confirming_visit = true,
     .name = {"Bệnh võng mạc trẻ đẻ non", "Retinopathy of prematurity"}},
    {.number = 43,
     .includes = "I50",
     .condition = {"giai đoạn 3 hoặc 4", "stage 3 or 4"},
     .name = {"Suy tim", "Heart failure"}},
    {.number = 44,
     .includes = "I51.2, L51.2",
     .name = {"Hoại tử thượng bì nhiễm độc (Lyell/SJS)", "Toxic epidermal necrolysis (Lyell, SJS)"},
     .note = {"in nhầm; chấp nhận cả hai mã, mã đúng là L51.2",
              "printing error; accept both, the correct code is L51.2"},
     .misprint = "I51.2"},
    {.number = 45, .includes = "I97.0", .name = {"Hội chứng sau mổ tim", "Postcardiotomy syndrome"}},
    {.number = 46,
     .includes = "I97.1",
     .name = {"Rối loạn chức năng khác sau phẫu thuật tim", "Other functional disturbances following cardiac surgery"}},
    {.number = 47, .includes = "J84", .name = {"Bệnh phổi mô kẽ khác", "Other interstitial pulmonary diseases"}},
    {.number = 48,
     .includes = "J85",
     .severe_progression = true,
     .condition = insurance_detail::if_progression_is_severe,
     .name = {"Áp xe phổi và trung thất", "Abscess of lung and mediastinum"}},
    {.number = 49,
     .includes = "J86",
     .severe_progression = true,
     .condition = insurance_detail::if_progression_is_severe,
     .name = {"Mủ lồng ngực", "Pyothorax"}},
    {.number = 50,
     .includes = "K50",
     .condition = {"CDAI ≥ 450, hoặc rò, thủng, áp xe, suy dinh dưỡng nặng",
                   "CDAI ≥ 450, or fistula, perforation, abscess, severe malnutrition"},
     .name = {"Bệnh Crohn", "Crohn disease"}},
    {.number = 51,
     .includes = "L10",
     .severe_progression = true,
     .condition =
         {"tổn thương > 10 % diện tích cơ thể, hoặc diễn biến nặng theo hướng dẫn chẩn đoán và điều trị, hoặc cận u",
          "lesion > 10 % body area, or severe progression by the guideline, or paraneoplastic"},
     .name = {"Pemphigus", "Pemphigus"}},
    {.number = 52, .includes = "L95.0", .name = {"Viêm mạch mạng lưới", "Livedoid vasculitis"}},
    {.number = 53, .includes = "L98.2", .name = {"Hội chứng Sweet", "Febrile neutrophilic dermatosis (Sweet)"}},
    {.number = 54,
     .includes = "M32.1",
     .confirming_visit = true,
     .condition = {"tổn thương tim, phổi hoặc thận nặng, tiến triển, đe dọa tính mạng",
                   "severe progressive life-threatening heart, lung or kidney lesion"},
     .name = {"Lupus có tổn thương phủ tạng", "Systemic lupus erythematosus with organ involvement"}},
    {.number = 55,
     .includes = "P70.2",
     .confirming_visit = true,
     .name = {"Đái tháo đường sơ sinh", "Neonatal diabetes mellitus"}},
    {.number = 56,
     .includes = "Q04",
     .confirming_visit = true,
     .name = {"Dị tật bẩm sinh khác của não", "Other congenital malformations of brain"}},
    {.number = 57,
     .includes = "Q06",
     .confirming_visit = true,
     .name = {"Dị tật bẩm sinh khác của tủy sống", "Other congenital malformations of spinal cord"}},
    {.number = 58,
     .includes = "Q20-Q28",
     .below_age = 18,
     .condition = {"có chỉ định phẫu thuật, can thiệp loại đặc biệt, hoặc từ 3 dị tật trở lên cùng lúc",
                   "special-class surgery/intervention, or ≥ 3 at once"},
     .name = {"Dị tật bẩm sinh hệ tuần hoàn", "Congenital malformations of the circulatory system"}},
    {.number = 59,
     .includes = "Q65",
     .condition = {"có chỉ định thay khớp", "joint replacement indicated"},
     .name = {"Biến dạng bẩm sinh khớp háng", "Congenital deformities of hip"}},
    {.number = 60,
     .includes = "U84.3",
     .name = {"Kháng (các) thuốc chống lao", "Resistance to antituberculosis drugs"}},
    {.number = 61,
     .includes = "Y89.1",
     .condition = {"thương binh, bệnh binh, người có công", "war invalids, sick soldiers, people with merit"},
     .name = {"Di chứng vết thương chiến tranh", "Sequelae of war wounds"}},
    {.number = 62,
     .includes = "Z94",
     .condition = {"ghép tạng và điều trị sau ghép tạng", "organ transplant and post-transplant care"},
     .name = {"Tình trạng mảnh ghép", "Transplanted organ and tissue status"}},
}};

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
