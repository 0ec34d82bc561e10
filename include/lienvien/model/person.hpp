#pragma once

#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/profession.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A member of staff or an official who acts in a public role. Never a patient. The name may stay empty.
struct person {
    person_id id;
    std::string name{};
    text title{};  ///< academic and professional titles
    lienvien::profession profession{};
    std::optional<institution_id> workplace{};
    lienvien::source source{};

    friend bool operator==(person const&, person const&) = default;
};

/// Who holds a role at an institution, and when; a role without a person is vacant.
struct role_holding {
    institution_id institution;
    text role{};
    std::optional<person_id> holder{};
    std::optional<programme_id> programme{};  ///< for the focal point of a programme
    validity valid{};
    lienvien::source source{};

    friend bool operator==(role_holding const&, role_holding const&) = default;
};

/// A team (kíp): people who perform a technique together and are trained together.
struct team {
    team_id id;
    text name{};
    institution_id institution;
    std::optional<field_id> field{};
    std::vector<person_id> members{};
    std::vector<lienvien::profession> professions{};
    lienvien::source source{};

    friend bool operator==(team const&, team const&) = default;
};
}  // namespace v0
}  // namespace lienvien
