#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/lists.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// How a written fact is named where something is said of it: whose it is, and what it says in a few words.
struct fact_name {
    std::string subject;  ///< kind and id, such as "institution north-regional"
    text what;            ///< "licence 12/GP", "technique thrombolysis: accepted"

    friend bool operator==(fact_name const&, fact_name const&) = default;
};

namespace detail {

[[nodiscard]] inline text phrase(label kind, std::string_view rest) {
    return rest.empty() ? to_text(kind) : text{joined({kind.vi, " ", rest}), joined({kind.en, " ", rest})};
}
[[nodiscard]] inline text phrase(label kind, std::string_view rest, label value) {
    return {joined({kind.vi, " ", rest, rest.empty() ? "" : ": ", value.vi}),
            joined({kind.en, " ", rest, rest.empty() ? "" : ": ", value.en})};
}
template <class Id>
[[nodiscard]] std::string_view words_or_nothing(std::optional<Id> const& id) {
    return id ? id->view() : std::string_view{};
}

}  // namespace detail

/// Names a noun that has an identity of its own.
template <detail::identified Noun>
[[nodiscard]] fact_name name_fact(Noun const& noun) {
    return {detail::subject_of(noun.id), to_text(decltype(noun.id)::tag::noun)};
}
/// Of an institution, what has a period is its status of operation.
[[nodiscard]] inline fact_name name_fact(institution const& noun) {
    return {detail::subject_of(noun.id), {"tình trạng hoạt động", "status of operation"}};
}
[[nodiscard]] inline fact_name name_fact(membership const& fact) {
    return {detail::subject_of(fact.part), detail::phrase({"là bộ phận của", "part of"}, fact.whole.view())};
}
[[nodiscard]] inline fact_name name_fact(affiliation const& fact) {
    return {detail::subject_of(fact.member), detail::phrase(label_of(fact.kind), fact.hub.view())};
}
[[nodiscard]] inline fact_name name_fact(succession const& fact) {
    return {detail::subject_of(fact.predecessor),
            detail::phrase({"được kế tục bởi", "succeeded by"}, fact.successor.view())};
}
[[nodiscard]] inline fact_name name_fact(grading const& fact) {
    return {detail::subject_of(fact.institution), detail::phrase({"xếp", "grading:"}, {}, label_of(fact.level))};
}
[[nodiscard]] inline fact_name name_fact(legacy_standing const& fact) {
    return {detail::subject_of(fact.institution), to_text(label_of(fact.tier))};
}
[[nodiscard]] inline fact_name name_fact(licence const& fact) {
    return {detail::subject_of(fact.institution),
            detail::phrase({"giấy phép hoạt động", "licence to operate"}, fact.number)};
}
[[nodiscard]] inline fact_name name_fact(accreditation const& fact) {
    return {detail::subject_of(fact.institution),
            detail::phrase({"công nhận đủ điều kiện về", "accreditation for"}, fact.field.view())};
}
[[nodiscard]] inline fact_name name_fact(accreditation_list const& fact) {
    return {detail::subject_of(fact.institution),
            detail::phrase({"danh sách chuyên khoa được công nhận", "list of accredited fields"}, fact.decision)};
}
[[nodiscard]] inline fact_name name_fact(insurance_contract const& fact) {
    return {detail::subject_of(fact.institution),
            detail::phrase({"hợp đồng bảo hiểm y tế:", "insurance contract:"}, fact.number, label_of(fact.held))};
}
[[nodiscard]] inline fact_name name_fact(capacity const& fact) {
    std::string const free = fact.free ? fact.free->to_string() : std::string();
    return {detail::subject_of(fact.institution), fact.free ? detail::phrase({"giường trống:", "free beds:"}, free)
                                                            : detail::phrase({"số giường", "number of beds"}, {})};
}
[[nodiscard]] inline fact_name name_fact(staffing const& fact) {
    return {detail::subject_of(fact.institution),
            detail::phrase({"nhân lực:", "staff:"}, {}, label_of(fact.profession))};
}
[[nodiscard]] inline fact_name name_fact(equipment const& fact) {
    return {detail::subject_of(fact.institution), text{detail::joined({"thiết bị: ", fact.name.in(language::vi)}),
                                                       detail::joined({"equipment: ", fact.name.in(language::en)})}};
}
[[nodiscard]] inline fact_name name_fact(travel const& fact) {
    std::string const minutes = fact.minutes.to_string();
    return {detail::subject_of(fact.from), text{detail::joined({minutes, " phút đến ", fact.to.view()}),
                                                detail::joined({minutes, " minutes to ", fact.to.view()})}};
}
[[nodiscard]] inline fact_name name_fact(capability const& fact) {
    return {detail::subject_of(fact.site),
            detail::phrase(technique_tag::noun, fact.technique.view(), label_of(fact.stage))};
}
[[nodiscard]] inline fact_name name_fact(technique_list const& fact) {
    return {detail::subject_of(fact.site),
            detail::phrase({"danh mục kỹ thuật", "technique list"}, detail::words_or_nothing(fact.field))};
}
[[nodiscard]] inline fact_name name_fact(role_holding const& fact) {
    return {detail::subject_of(fact.institution), text{detail::joined({"vai trò: ", fact.role.in(language::vi)}),
                                                       detail::joined({"role: ", fact.role.in(language::en)})}};
}
[[nodiscard]] inline fact_name name_fact(figure const& fact) {
    return {detail::subject_of(fact.site), detail::phrase(indicator_tag::noun, fact.indicator.view())};
}
[[nodiscard]] inline fact_name name_fact(waiver const& fact) {
    return {fact.subject, detail::phrase({"chấp nhận phát hiện", "waiver of"}, fact.code.view())};
}

}  // namespace v0
}  // namespace lienvien
