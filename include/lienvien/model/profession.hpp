#pragma once

#include <lienvien/base/vocabulary.hpp>

#include <array>
#include <cstdint>

namespace lienvien {
inline namespace v0 {

/// What a member of staff is by training. The licensed titles are those of Law 15/2023/QH15, article 26(1).
enum class profession : std::uint8_t {
    not_known,
    doctor,
    assistant_doctor,
    nurse,
    midwife,
    medical_technician,
    clinical_nutritionist,
    out_of_hospital_emergency_practitioner,
    clinical_psychologist,
    traditional_healer,
    family_remedy_holder,
    pharmacist,
    biomedical_engineer,
    hospital_administrator,
    vaccination_staff,
    researcher,
    other
};
template <>
struct vocabulary<profession> {
    using enum profession;
    static constexpr std::array words{
        word<profession>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<profession>{doctor, "doctor", {"bác sĩ", "doctor"}},
        word<profession>{assistant_doctor, "assistant_doctor", {"y sĩ", "assistant doctor"}},
        word<profession>{nurse, "nurse", {"điều dưỡng", "nurse"}},
        word<profession>{midwife, "midwife", {"hộ sinh", "midwife"}},
        word<profession>{medical_technician, "medical_technician", {"kỹ thuật y", "medical technician"}},
        word<profession>{
            clinical_nutritionist, "clinical_nutritionist", {"dinh dưỡng lâm sàng", "clinical nutritionist"}},
        word<profession>{out_of_hospital_emergency_practitioner,
                         "out_of_hospital_emergency_practitioner",
                         {"cấp cứu viên ngoại viện", "out-of-hospital emergency practitioner"}},
        word<profession>{clinical_psychologist, "clinical_psychologist", {"tâm lý lâm sàng", "clinical psychologist"}},
        word<profession>{traditional_healer, "traditional_healer", {"lương y", "traditional healer"}},
        word<profession>{family_remedy_holder,
                         "family_remedy_holder",
                         {"người có bài thuốc gia truyền", "holder of a family remedy"}},
        word<profession>{pharmacist, "pharmacist", {"dược sĩ", "pharmacist"}},
        word<profession>{biomedical_engineer, "biomedical_engineer", {"kỹ sư y sinh", "biomedical engineer"}},
        word<profession>{
            hospital_administrator, "hospital_administrator", {"quản trị bệnh viện", "hospital administrator"}},
        word<profession>{vaccination_staff, "vaccination_staff", {"cán bộ tiêm chủng", "vaccination staff"}},
        word<profession>{researcher, "researcher", {"nhà nghiên cứu", "researcher"}},
        word<profession>{other, "other", {"khác", "other"}}};
};
}  // namespace v0
}  // namespace lienvien
