// Shows: a network written down in the program itself, one question, one answer, and why not. No file, no JSON.
// Read first: nothing. Then 01_refer_a_patient (a network from files) or 03_own_jurisdiction (rules of your own).
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lienvien.hpp>
#include <lienvien/text/print_answer.hpp>

#include <iostream>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

int main() {
    // [region embed]
    network all;  // facts have a source and, where they change, a period; these are made up, and say so
    auto const made_up = synthetic("for this example");
    auto const add = [&](institution_id id, text name, legacy_tier tier, std::vector<technique_id> techniques) {
        all.institutions.push_back({.id = id,
                                    .name = name,
                                    .kind = institution_kind::hospital,
                                    .ownership = ownership::state,
                                    .operations = {{operation_status::operating, always, made_up}},
                                    .place = {.country = "VN"},
                                    .source = made_up});
        all.legacy_standings.push_back({.institution = id, .tier = tier, .valid = always, .source = made_up});
        all.technique_lists.push_back({.site = id, .techniques = techniques, .valid = always, .source = made_up});
    };
    auto const dialysis = "dialysis"_technique;
    all.techniques.push_back({.id = dialysis, .name = {"lọc máu chu kỳ", "haemodialysis"}, .source = made_up});
    add("district"_institution, {"Bệnh viện huyện (giả định)", "District hospital (synthetic)"}, legacy_tier::district,
        {});
    add("province"_institution, {"Bệnh viện tỉnh (giả định)", "Provincial hospital (synthetic)"},
        legacy_tier::provincial, {dialysis});
    add("centre"_institution, {"Bệnh viện trung ương (giả định)", "Central hospital (synthetic)"}, legacy_tier::central,
        {dialysis});
    all.affiliations.push_back(
        {"district"_institution, "province"_institution, affiliation_kind::referral_line, always, made_up});

    auto const today = as_of(all, 2024y / 11 / 21);
    auto const answer = decide(today, vietnam::transfer_between_facilities,
                               {.id = "first"_need,
                                .origin = "district"_institution,
                                .techniques = {"dialysis"_technique},
                                .urgency = urgency::routine,
                                .transfer_indicated = truth::yes,
                                .past_emergency_stage = truth::yes,
                                .improved = truth::no,
                                .source = made_up});

    print(std::cout, answer, language::en);  // every institution, in short
    std::cout << '\n';
    print(std::cout, best(answer, 3), all, language::en);  // who may take the patient, best first
    std::cout << '\n';
    print(std::cout, *why(answer, "centre"_institution), all, language::en);  // and why not straight to the top
    // [endregion embed]
}
