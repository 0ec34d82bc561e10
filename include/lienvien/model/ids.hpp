#pragma once

#include <lienvien/base/id.hpp>
#include <lienvien/base/text.hpp>

namespace lienvien {
inline namespace v0 {

// One tag, one identity type and one literal for each noun. Identities of different nouns never mix.

struct institution_tag {
    static constexpr label noun{"cơ sở", "institution"};
    static constexpr bool capitals = false;
};
using institution_id = basic_id<institution_tag>;

struct technique_tag {
    static constexpr label noun{"kỹ thuật", "technique"};
    static constexpr bool capitals = true;
};
using technique_id = basic_id<technique_tag>;

struct package_tag {
    static constexpr label noun{"gói kỹ thuật", "technique package"};
    static constexpr bool capitals = false;
};
using package_id = basic_id<package_tag>;

struct field_tag {
    static constexpr label noun{"chuyên khoa", "field of medicine"};
    static constexpr bool capitals = false;
};
using field_id = basic_id<field_tag>;

struct agreement_tag {
    static constexpr label noun{"thỏa thuận", "agreement"};
    static constexpr bool capitals = false;
};
using agreement_id = basic_id<agreement_tag>;

struct commitment_tag {
    static constexpr label noun{"cam kết", "commitment"};
    static constexpr bool capitals = false;
};
using commitment_id = basic_id<commitment_tag>;

struct person_tag {
    static constexpr label noun{"người", "person"};
    static constexpr bool capitals = false;
};
using person_id = basic_id<person_tag>;

struct team_tag {
    static constexpr label noun{"kíp", "team"};
    static constexpr bool capitals = false;
};
using team_id = basic_id<team_tag>;

struct programme_tag {
    static constexpr label noun{"chương trình đào tạo", "programme"};
    static constexpr bool capitals = false;
};
using programme_id = basic_id<programme_tag>;

struct certificate_tag {
    static constexpr label noun{"chứng chỉ", "certificate"};
    static constexpr bool capitals = true;
};
using certificate_id = basic_id<certificate_tag>;

struct transfer_tag {
    static constexpr label noun{"chuyển giao kỹ thuật", "technique transfer"};
    static constexpr bool capitals = false;
};
using transfer_id = basic_id<transfer_tag>;

struct rotation_tag {
    static constexpr label noun{"luân phiên", "rotation"};
    static constexpr bool capitals = false;
};
using rotation_id = basic_id<rotation_tag>;

struct consultation_tag {
    static constexpr label noun{"hội chẩn", "consultation"};
    static constexpr bool capitals = false;
};
using consultation_id = basic_id<consultation_tag>;

struct need_tag {
    static constexpr label noun{"nhu cầu của người bệnh", "patient need"};
    static constexpr bool capitals = false;
};
using need_id = basic_id<need_tag>;

struct referral_tag {
    static constexpr label noun{"chuyển người bệnh", "referral"};
    static constexpr bool capitals = false;
};
using referral_id = basic_id<referral_tag>;

struct indicator_tag {
    static constexpr label noun{"chỉ số", "indicator"};
    static constexpr bool capitals = false;
};
using indicator_id = basic_id<indicator_tag>;

struct recognition_tag {
    static constexpr label noun{"ghi nhận", "recognition"};
    static constexpr bool capitals = false;
};
using recognition_id = basic_id<recognition_tag>;

struct regime_tag {
    static constexpr label noun{"tình trạng", "regime"};
    static constexpr bool capitals = false;
};
using regime_id = basic_id<regime_tag>;

struct province_tag {
    static constexpr label noun{"tỉnh, thành phố", "province"};
    static constexpr bool capitals = false;
};
using province_id = basic_id<province_tag>;

namespace literals {

template <detail::literal Text>
[[nodiscard]] consteval institution_id operator""_institution() {
    return detail::literal_id<institution_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval technique_id operator""_technique() {
    return detail::literal_id<technique_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval package_id operator""_package() {
    return detail::literal_id<package_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval field_id operator""_field() {
    return detail::literal_id<field_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval agreement_id operator""_agreement() {
    return detail::literal_id<agreement_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval commitment_id operator""_commitment() {
    return detail::literal_id<commitment_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval person_id operator""_person() {
    return detail::literal_id<person_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval team_id operator""_team() {
    return detail::literal_id<team_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval programme_id operator""_programme() {
    return detail::literal_id<programme_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval certificate_id operator""_certificate() {
    return detail::literal_id<certificate_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval transfer_id operator""_transfer() {
    return detail::literal_id<transfer_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval rotation_id operator""_rotation() {
    return detail::literal_id<rotation_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval consultation_id operator""_consultation() {
    return detail::literal_id<consultation_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval need_id operator""_need() {
    return detail::literal_id<need_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval referral_id operator""_referral() {
    return detail::literal_id<referral_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval indicator_id operator""_indicator() {
    return detail::literal_id<indicator_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval recognition_id operator""_recognition() {
    return detail::literal_id<recognition_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval regime_id operator""_regime() {
    return detail::literal_id<regime_id, Text>();
}
template <detail::literal Text>
[[nodiscard]] consteval province_id operator""_province() {
    return detail::literal_id<province_id, Text>();
}

}  // namespace literals
}  // namespace v0
}  // namespace lienvien
