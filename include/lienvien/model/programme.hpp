#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/commitment.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/profession.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A step of a programme.
enum class component_kind : std::uint8_t { not_known, theory, clinical, assessment, certificate };
template <>
struct vocabulary<component_kind> {
    using enum component_kind;
    static constexpr std::array words{
        word<component_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<component_kind>{theory, "theory", {"lý thuyết", "theory"}},
        word<component_kind>{clinical, "clinical", {"lâm sàng", "clinical training"}},
        word<component_kind>{assessment, "assessment", {"đánh giá", "assessment"}},
        word<component_kind>{certificate, "certificate", {"cấp chứng chỉ", "certificate"}}};
};
struct component {
    component_kind kind{};
    text name{};
    std::optional<credit_hours> hours{};

    friend bool operator==(component const&, component const&) = default;
};

/// When a certificate ends. No rule of law fixes it for such courses: the programme states it, or it stays unstated.
struct expiry_not_stated {
    static constexpr std::string_view name = "not_stated";
    friend bool operator==(expiry_not_stated const&, expiry_not_stated const&) = default;
};
struct never_expires {
    static constexpr std::string_view name = "never";
    friend bool operator==(never_expires const&, never_expires const&) = default;
};
/// So many months after issue.
struct expires_after {
    static constexpr std::string_view name = "after";
    calendar_months months;
    friend bool operator==(expires_after const&, expires_after const&) = default;
};
/// On the same day each year, whenever it was issued: a date whose year is not given.
struct expires_each_year {
    static constexpr std::string_view name = "each_year";
    partial_date on{};
    friend bool operator==(expires_each_year const&, expires_each_year const&) = default;
};
/// When the skill was not used for so many months.
struct expires_unused {
    static constexpr std::string_view name = "unused";
    calendar_months months;
    friend bool operator==(expires_unused const&, expires_unused const&) = default;
};
using expiry = std::variant<expiry_not_stated, never_expires, expires_after, expires_each_year, expires_unused>;

/// A training programme: ordered components, for whom, on what, and when its certificate ends.
struct programme {
    programme_id id;
    text name{};
    institution_id provider;
    std::vector<institution_id> participants{};
    std::vector<lienvien::profession> audience{};
    std::vector<text> topics{};
    std::vector<component> components{};  ///< in the order in which they are taken
    lienvien::expiry expiry{};
    frequency held{};
    std::optional<agreement_id> agreement{};
    agreement_status status{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(programme const&, programme const&) = default;
};

/// That a person passed a programme.
struct certificate {
    certificate_id id;
    programme_id programme;
    person_id holder;
    partial_date issued{};
    std::optional<partial_date> revoked{};
    std::optional<certificate_id> renews{};
    lienvien::source source{};

    friend bool operator==(certificate const&, certificate const&) = default;
};
}  // namespace v0
}  // namespace lienvien
