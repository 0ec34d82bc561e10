#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/model/standing.hpp>
#include <lienvien/network/settle.hpp>
#include <lienvien/rules/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// What a facility does (nhiệm vụ), as the law divides it among the levels.
enum class level_task : std::uint8_t {
    outpatient_and_primary_care,
    disease_management,
    community_rehabilitation,
    general_inpatient_care,
    general_practical_training,
    continuing_education,
    specialised_care,
    specialised_practical_training,
    research,
    specialised_continuing_education,
    technique_transfer
};

/// A task, and the level whose task it is.
struct task_of_level {
    level_task task{};
    technical_level level{};
    friend constexpr bool operator==(task_of_level const&, task_of_level const&) = default;
};

/// The number of the article was not seen: it is named by its place.
/// Source: Law 15/2023/QH15, chapter X section 1, first article, clauses 1 and 2.
inline constexpr citation tasks_of_initial_level =
    cites(law_15_2023, says(vi("Chương X mục 1, điều đầu tiên, khoản 1 điểm a"),
                            en("chapter X section 1, first article, clause 1 point a")));
inline constexpr citation tasks_of_basic_level =
    cites(law_15_2023, says(vi("Chương X mục 1, điều đầu tiên, khoản 1 điểm b"),
                            en("chapter X section 1, first article, clause 1 point b")));
inline constexpr citation tasks_of_specialised_level =
    cites(law_15_2023, says(vi("Chương X mục 1, điều đầu tiên, khoản 1 điểm c"),
                            en("chapter X section 1, first article, clause 1 point c")));
inline constexpr citation one_level_each =
    cites(law_15_2023, says(vi("Chương X mục 1, điều đầu tiên, khoản 2 điểm a"),
                            en("chapter X section 1, first article, clause 2 point a")));

/// The tasks of the three levels. A facility of a higher level does those of the levels below as well: able to do the
/// tasks of all three it is specialised, able to do those of the first two it is basic.
/// Source: Law 15/2023/QH15, chapter X section 1, first article, clauses 1 and 2(a).
inline constexpr std::array<dated<task_of_level>, 11> level_tasks{{
    {"vn.15-2023.level.a.care"_rule,
     says(vi("khám bệnh, điều trị ngoại trú và chăm sóc sức khỏe ban đầu"),
          en("examination, outpatient care and primary health care")),
     tasks_of_initial_level,
     {level_task::outpatient_and_primary_care, technical_level::initial}},
    {"vn.15-2023.level.a.management"_rule,
     says(vi("quản lý bệnh tật"), en("management of disease")),
     tasks_of_initial_level,
     {level_task::disease_management, technical_level::initial}},
    {"vn.15-2023.level.a.community"_rule,
     says(vi("phục hồi chức năng tại cộng đồng"), en("rehabilitation in the community")),
     tasks_of_initial_level,
     {level_task::community_rehabilitation, technical_level::initial}},
    {"vn.15-2023.level.b.care"_rule,
     says(vi("khám bệnh, điều trị ngoại trú, nội trú tổng quát"),
          en("general examination, outpatient and inpatient care")),
     tasks_of_basic_level,
     {level_task::general_inpatient_care, technical_level::basic}},
    {"vn.15-2023.level.b.practice"_rule,
     says(vi("đào tạo thực hành tổng quát"), en("general practical training")),
     tasks_of_basic_level,
     {level_task::general_practical_training, technical_level::basic}},
    {"vn.15-2023.level.b.education"_rule,
     says(vi("tổ chức cập nhật kiến thức y khoa liên tục"), en("organising continuing medical education")),
     tasks_of_basic_level,
     {level_task::continuing_education, technical_level::basic}},
    {"vn.15-2023.level.c.care"_rule,
     says(vi("khám bệnh, điều trị ngoại trú, nội trú chuyên sâu"), en("specialised outpatient and inpatient care")),
     tasks_of_specialised_level,
     {level_task::specialised_care, technical_level::specialised}},
    {"vn.15-2023.level.c.practice"_rule,
     says(vi("đào tạo thực hành chuyên sâu"), en("specialised practical training")),
     tasks_of_specialised_level,
     {level_task::specialised_practical_training, technical_level::specialised}},
    {"vn.15-2023.level.c.research"_rule,
     says(vi("nghiên cứu"), en("research")),
     tasks_of_specialised_level,
     {level_task::research, technical_level::specialised}},
    {"vn.15-2023.level.c.education"_rule,
     says(vi("cập nhật kiến thức y khoa liên tục chuyên sâu"), en("specialised continuing education")),
     tasks_of_specialised_level,
     {level_task::specialised_continuing_education, technical_level::specialised}},
    {"vn.15-2023.level.c.transfer"_rule,
     says(vi("chuyển giao kỹ thuật"), en("technique transfer")),
     tasks_of_specialised_level,
     {level_task::technique_transfer, technical_level::specialised}},
}};

/// Is the task one of a facility of this level? Not known where the level is not.
/// \param today  the day of the question; before the Law is in force nothing is known of tasks by level
/// Complexity:   linear in the table
[[nodiscard]] constexpr truth is_task_of(level_task task, technical_level level, sys_days today) noexcept {
    for (auto const& each : level_tasks) {
        if (each.value.task != task) continue;
        if (!is_yes(in_force_on(each, today)) || level == technical_level::not_known) return truth::unknown;
        return known(level >= each.value.level);
    }
    return truth::unknown;
}

/// The score from which a hospital is specialised; below it, it is basic.
/// Units:  grading points, 0 to 100.
/// Source: Decree 96/2023/NĐ-CP, annex V (the table itself was not seen).
inline constexpr dated<grading_score> specialised_from{
    "vn.96-2023.annex-5"_rule,
    says(vi("bệnh viện đạt từ 70 điểm trở lên xếp cấp chuyên sâu, dưới 70 điểm xếp cấp cơ bản"),
         en("a hospital that scores 70 or more is specialised, below 70 it is basic")),
    cites(decree_96_2023, says(vi("Phụ lục V"), en("annex V"))), grading_score(70)};

/// A facility that is provisionally graded is basic.
/// Source: Decree 188/2025/NĐ-CP, article 19(1).
inline constexpr dated<technical_level> provisional_level{
    "vn.188-2025.19.1"_rule,
    says(vi("cơ sở tạm xếp cấp cơ bản được áp dụng như cấp cơ bản dưới 50 điểm"),
         en("a facility provisionally graded basic counts as one of the basic level below 50 points")),
    cites(decree_188_2025, 19, "1"), technical_level::basic};

/// Bands of the score that the rules of insurance tell apart.
enum class score_band : std::uint8_t { not_known, below_50, from_50_below_70, from_70 };

/// The band of a score; a provisional grading counts as below 50. Not known without either.
/// Source: Decree 188/2025/NĐ-CP, article 19(1) and (2).
[[nodiscard]] constexpr score_band band_of(std::optional<grading_score> score, bool provisional) noexcept {
    if (provisional) return score_band::below_50;
    if (!score) return score_band::not_known;
    return *score < grading_score(50)        ? score_band::below_50
           : *score < specialised_from.value ? score_band::from_50_below_70
                                             : score_band::from_70;
}

/// A level and what it rests on.
struct graded_level {
    selection outcome{};
    technical_level level{};
    std::optional<citation> basis{};
};

/// The level that a score leads to. Initial-level facilities are listed, not scored: no score makes one.
/// \param score        the score of the published decision; none where it is not known
/// \param provisional  provisionally graded basic (tạm xếp cấp cơ bản): basic whatever the score
/// \param today        the day of the question
/// Errors:             `facts_missing` without a score; `not_in_force` before 2024-01-01, of a provisional grading before 2025-07-01
/// Source:             Decree 96/2023/NĐ-CP, annex V; Decree 188/2025/NĐ-CP, article 19(1)
[[nodiscard]] constexpr graded_level level_of(std::optional<grading_score> score, bool provisional,
                                              sys_days today) noexcept {
    if (!is_yes(in_force_on(specialised_from, today))) return {selection::not_in_force, {}, {}};
    if (provisional && !is_yes(in_force_on(provisional_level, today))) return {selection::not_in_force, {}, {}};
    if (provisional) return {selection::applies, provisional_level.value, provisional_level.basis};
    if (!score) return {selection::facts_missing, {}, {}};
    bool const high = *score >= specialised_from.value;
    return {selection::applies, high ? technical_level::specialised : technical_level::basic, specialised_from.basis};
}

/// The last day of the old tiers. The insurance rules go on asking for the tier of that day.
/// Source: Law 51/2024/QH15 and Decree 188/2025/NĐ-CP (tier before 2025-01-01).
inline constexpr sys_days last_day_of_tiers = day(std::chrono::year(2024) / 12 / 31);

/// The tier that a facility had on 2024-12-31, as far as it was known on a day; not known where the network does not say,
/// or says two things. Later changes have no effect.
/// Complexity: linear in the standings
[[nodiscard]] inline legacy_tier frozen_tier(network const& written, institution_id const& facility,
                                             sys_days known_on = (sys_days::max)()) {
    std::vector<std::size_t> its;
    for (std::size_t at = 0; at < written.legacy_standings.size(); ++at) {
        if (written.legacy_standings[at].institution == facility) its.push_back(at);
    }
    return settle<legacy_tier>(written.legacy_standings, its, {last_day_of_tiers, known_on},
                               [](legacy_standing const& each) { return each.tier; })
        .value;
}

namespace levels_detail {

inline void report(findings& found, std::string_view code, severity weight, std::string subject, std::string_view list,
                   std::size_t at, text message) {
    std::string pointer("/");
    pointer += list;
    pointer += '/';
    pointer += std::to_string(at);
    found.add({finding_code::checked(code), weight, std::move(subject), {std::move(pointer), 0}, std::move(message)});
}
[[nodiscard]] inline text cited(std::string vi_words, std::string en_words, citation const& basis) {
    return {std::move(vi_words) + " (" + to_string(basis, language::vi) + ")",
            std::move(en_words) + " (" + to_string(basis, language::en) + ")"};
}

inline void check_grading(grading const& each, std::size_t at, findings& found) {
    std::string const subject = "grading " + std::string(each.institution.view());
    label const level = label_of(each.level);
    std::string const vi_level(level.vi), en_level(level.en);
    if (each.provisional && each.level != technical_level::basic && each.level != technical_level::not_known) {
        report(
            found, "vn.provisional-not-basic", severity::error, subject, "gradings", at,
            cited("tạm xếp cấp chỉ dành cho cấp cơ bản, ở đây ghi " + vi_level,
                  "only the basic level is graded provisionally; here it is the " + en_level, provisional_level.basis));
    }
    if (each.score && !each.provisional && each.level != technical_level::not_known) {
        auto const by_score =
            *each.score >= specialised_from.value ? technical_level::specialised : technical_level::basic;
        if (by_score != each.level) {
            label const wanted = label_of(by_score);
            report(found, "vn.level-contradicts-score", severity::error, subject, "gradings", at,
                   cited("điểm " + each.score->to_string() + " ứng với " + std::string(wanted.vi) + ", ở đây ghi " +
                             vi_level,
                         "the score " + each.score->to_string() + " leads to the " + std::string(wanted.en) +
                             "; here it is the " + en_level,
                         specialised_from.basis));
        }
    }
    if (is_yes(before(each.valid.from, partial_date(*law_15_2023.in_force.first())))) {
        report(found, "vn.level-before-its-law", severity::warning, subject, "gradings", at,
               cited("cấp chuyên môn kỹ thuật chỉ có từ ngày Luật có hiệu lực, ở đây ghi từ " +
                         each.valid.from.to_string(),
                     "levels exist only since the Law is in force; here one begins on " + each.valid.from.to_string(),
                     one_level_each));
    }
}

}  // namespace levels_detail

/// Gradings that contradict themselves or the law, and old tiers written down for a time when there were none: a level
/// that its score does not lead to, a provisional grading that is not basic, a level before 2024-01-01, a tier that begins
/// after 2024-12-31. Two levels of one facility at one time are a finding of `validate`.
///
/// Facilities that are known to stand in another country are passed over.
/// Complexity: facts of the two lists times institutions
[[nodiscard]] inline findings check_levels(network const& written) {
    findings found;
    auto const abroad = [&](institution_id const& id) {
        for (auto const& each : written.institutions) {
            if (each.id == id) return !each.place.country.empty() && each.place.country != "VN";
        }
        return false;
    };
    for (std::size_t at = 0; at < written.gradings.size(); ++at) {
        if (!abroad(written.gradings[at].institution)) levels_detail::check_grading(written.gradings[at], at, found);
    }
    for (std::size_t at = 0; at < written.legacy_standings.size(); ++at) {
        auto const& each = written.legacy_standings[at];
        if (each.tier == legacy_tier::not_known || abroad(each.institution)) continue;
        if (!is_yes(before(partial_date(last_day_of_tiers), each.valid.from))) continue;
        levels_detail::report(
            found, "vn.tier-after-freeze", severity::warning, "legacy standing " + std::string(each.institution.view()),
            "legacy_standings", at,
            {"tuyến được tính theo ngày 2024-12-31, ở đây ghi từ " + each.valid.from.to_string(),
             "tiers count as they stood on 2024-12-31; here one begins on " + each.valid.from.to_string()});
    }
    return found;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
