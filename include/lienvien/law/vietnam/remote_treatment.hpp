#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/result.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/model/icd10.hpp>
#include <lienvien/rules/assessment.hpp>
#include <lienvien/rules/version.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace vietnam {

using literals::operator""_rule;

/// One entry of a list of diseases: a code with everything below it, or all codes from one to another (A15-A19).
struct disease_range {
    icd10_code first;
    icd10_code last;

    [[nodiscard]] constexpr bool covers(icd10_code const& code) const noexcept {
        return code >= first && (code <= last || code.is_within(last));
    }
    friend constexpr bool operator==(disease_range const&, disease_range const&) = default;
};

/// A list of diseases that the caller loads: the library ships none, because nobody has checked the list of Circular 30/2023.
struct disease_list {
    std::vector<disease_range> diseases{};
    lienvien::source source{};

    [[nodiscard]] bool covers(icd10_code const& code) const noexcept {
        for (auto const& each : diseases) {
            if (each.covers(code)) return true;
        }
        return false;
    }
    friend bool operator==(disease_list const&, disease_list const&) = default;
};

/// What came of reading a list: the entries that could be read, and everything that was wrong.
struct read_disease_list {
    disease_list list;
    lienvien::findings findings;
};

namespace remote_treatment_detail {

[[nodiscard]] constexpr std::string_view trimmed(std::string_view words) noexcept {
    auto const blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!words.empty() && blank(words.front())) words.remove_prefix(1);
    while (!words.empty() && blank(words.back())) words.remove_suffix(1);
    return words;
}
/// Cuts off what stands before `sign`, and the sign.
[[nodiscard]] constexpr std::string_view cut(std::string_view& rest, char sign) noexcept {
    auto const end = rest.find(sign);
    auto const first = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return first;
}

}  // namespace remote_treatment_detail

/// Reads a list of diseases: codes and ranges (I10, E10.9-E14.9), separated by commas or lines; what follows '#' on a line
/// is left out.
/// Errors:     every entry that is no code or range is a finding with its line; the others are kept
/// Complexity: linear
[[nodiscard]] inline read_disease_list read_diseases(std::string_view text, source origin) {
    using namespace remote_treatment_detail;
    read_disease_list made{{{}, std::move(origin)}, {}};
    std::uint32_t number = 0;
    while (!text.empty()) {
        ++number;
        auto line = cut(text, '\n');
        line = line.substr(0, line.find('#'));
        while (!line.empty()) {
            auto const entry = trimmed(cut(line, ','));
            if (entry.empty()) continue;
            auto rest = entry;
            auto const first = icd10_code::parse(trimmed(cut(rest, '-')));
            auto const last = rest.empty() ? first : icd10_code::parse(trimmed(rest));
            if (first && last && *first <= *last) {
                made.list.diseases.push_back({*first, *last});
                continue;
            }
            std::string const quoted = "“" + std::string(entry) + "”";
            made.findings.add(
                {finding_code::checked("vn.not-a-disease"),
                 severity::error,
                 "disease list",
                 {{}, number},
                 {quoted + " không phải mã hoặc khoảng mã ICD-10", quoted + " is no ICD-10 code or range"}});
        }
    }
    return made;
}

/// An approved pilot (thí điểm) of remote treatment outside the list: its document, its diseases, and how many cases it
/// allows. All of it is stated by the permit.
struct pilot_permit {
    std::string document;
    std::vector<disease_range> diseases{};
    items quota;
    items done;
    validity valid{};
    lienvien::source source{};
};

/// Remote treatment only for listed diseases; outside the list only in an approved pilot, up to its number of cases.
/// Source: Law 15/2023/QH15, article 80(1)(a); Circular 30/2023/TT-BYT; Decree 96/2023/NĐ-CP, article 87(4) to (7).
inline constexpr dated<bool> remote_treatment_is_listed{
    "vn.15-2023.80.1a"_rule,
    says(
        vi("chữa bệnh từ xa chỉ với bệnh trong danh mục, ngoài danh mục chỉ trong thí điểm được duyệt và còn chỉ tiêu"),
        en("remote treatment only of listed diseases; outside the list only in an approved pilot with cases left")),
    cites(law_15_2023, 80, "1a"), true};

/// May this disease be treated at a distance? Support between facilities and consultations are not remote treatment: they
/// are not asked here.
/// \param list    the list in force, loaded by the caller; none where it was not loaded: then only a pilot can be known
/// \param pilots  permits that the facility holds
/// Errors:        not known where no list was loaded and no pilot covers it
/// Complexity:    linear in list and pilots
[[nodiscard]] inline assessment check_remote_treatment(icd10_code const& disease,
                                                       std::optional<disease_list> const& list,
                                                       std::vector<pilot_permit> const& pilots, sys_days today) {
    assessment made(today);
    std::string const code(disease.view());
    truth allowed = list ? known(list->covers(disease)) : truth::unknown;
    text because = !list             ? text{"chưa nạp danh mục bệnh", "no list of diseases was loaded"}
                   : is_yes(allowed) ? text{code + " có trong danh mục", code + " is on the list"}
                                     : text{code + " không có trong danh mục", code + " is not on the list"};
    for (auto const& each : pilots) {
        bool covered = false;
        for (auto const& range : each.diseases) covered = covered || range.covers(disease);
        truth const holds = covered ? holds_on(each.valid, today) : truth::no;
        if (is_no(holds) || is_yes(allowed)) continue;
        bool const left = each.done < each.quota;
        std::string const count = each.done.to_string() + "/" + each.quota.to_string();
        because.vi += "; thí điểm " + each.document + " đã làm " + count + " ca";
        because.en += "; pilot " + each.document + " has done " + count + " cases";
        allowed |= holds & known(left);
    }
    made.ask(remote_treatment_is_listed, allowed, std::move(because));
    return made;
}

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
