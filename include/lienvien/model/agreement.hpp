#pragma once

#include <lienvien/base/claims.hpp>
#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/commitment.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a party does in an agreement.
enum class party_role : std::uint8_t { not_known, gives, receives, peer, authority, funds, witness };
template <>
struct vocabulary<party_role> {
    using enum party_role;
    static constexpr std::array words{word<party_role>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<party_role>{gives, "gives", {"bên chuyển giao", "gives"}},
                                      word<party_role>{receives, "receives", {"bên tiếp nhận", "receives"}},
                                      word<party_role>{peer, "peer", {"đối tác ngang hàng", "peer"}},
                                      word<party_role>{authority, "authority", {"cơ quan quản lý", "authority"}},
                                      word<party_role>{funds, "funds", {"tài trợ", "funds"}},
                                      word<party_role>{witness, "witness", {"chứng kiến", "witness"}}};
};

/// A party and its role.
struct party {
    institution_id institution;
    party_role role{};
    std::optional<person_id> signatory{};

    friend bool operator==(party const&, party const&) = default;
};

/// How an agreement hangs on an earlier one.
enum class agreement_link : std::uint8_t { not_known, follows, implements, amends, renews, replaces };
template <>
struct vocabulary<agreement_link> {
    using enum agreement_link;
    static constexpr std::array words{word<agreement_link>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<agreement_link>{follows, "follows", {"tiếp nối", "follows"}},
                                      word<agreement_link>{implements, "implements", {"triển khai", "implements"}},
                                      word<agreement_link>{amends, "amends", {"sửa đổi", "amends"}},
                                      word<agreement_link>{renews, "renews", {"gia hạn", "renews"}},
                                      word<agreement_link>{replaces, "replaces", {"thay thế", "replaces"}}};
};
struct earlier_agreement {
    agreement_id agreement;
    agreement_link link{};

    friend bool operator==(earlier_agreement const&, earlier_agreement const&) = default;
};

/// What an agreement lets its parties do: an activity, in a direction, within fields and techniques.
///
/// `from` and `to` give the direction (of the patient, the technique, the advice); where one is missing, any party
/// may stand there, so that a clause without both holds in every direction between the parties. No fields and no
/// techniques mean no limit of scope beyond that of the agreement.
struct clause {
    lienvien::activity activity{};
    std::optional<institution_id> from{};
    std::optional<institution_id> to{};
    std::vector<field_id> fields{};
    std::vector<technique_id> techniques{};
    std::vector<package_id> packages{};
    agreement_status status{};  ///< where it differs from the agreement's; not known: the same
    text what{};
    lienvien::source source{};

    friend bool operator==(clause const&, clause const&) = default;
};

/// A time as a source states it: so many years, up to a day.
struct stated_duration {
    stated_years years;
    partial_date up_to{};

    friend bool operator==(stated_duration const&, stated_duration const&) = default;
};

/// An agreement between institutions, or a proposal for one.
struct agreement {
    agreement_id id;
    text name{};
    agreement_status status{};
    std::vector<party> parties{};
    std::vector<field_id> fields{};          ///< scope by field; none: not limited to fields
    std::vector<technique_id> techniques{};  ///< scope by technique; none: not limited to techniques
    claims<partial_date> signed_on{};
    validity in_force{};
    claims<partial_date> began{};      ///< when the cooperation began, as sources state it
    claims<stated_duration> lasted{};  ///< how long it has lasted, as sources state it
    std::vector<clause> clauses{};
    std::vector<commitment> commitments{};
    std::vector<earlier_agreement> earlier{};
    std::vector<lienvien::source> legal_basis{};
    lienvien::source source{};

    friend bool operator==(agreement const&, agreement const&) = default;
};
}  // namespace v0
}  // namespace lienvien
