#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/profession.hpp>

#include <optional>

namespace lienvien {
inline namespace v0 {

/// Beds of an institution, as the one who maintains the figure gives them for a time.
struct capacity {
    institution_id institution;
    std::optional<beds> total{};
    std::optional<beds> free{};
    std::optional<institution_id> stated_by{};  ///< who maintains the figure
    validity valid{};
    lienvien::source source{};

    friend bool operator==(capacity const&, capacity const&) = default;
};

/// How many people of a profession work at an institution. No `most` means "at least" or "more than".
struct staffing {
    institution_id institution;
    lienvien::profession profession{};
    people least;
    std::optional<people> most{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(staffing const&, staffing const&) = default;
};

/// Devices or systems that an institution has.
struct equipment {
    institution_id institution;
    text name{};
    std::optional<items> count{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(equipment const&, equipment const&) = default;
};
}  // namespace v0
}  // namespace lienvien
