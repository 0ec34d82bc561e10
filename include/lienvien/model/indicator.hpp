#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Which way is better?
enum class better : std::uint8_t { not_known, higher, lower };
template <>
struct vocabulary<better> {
    using enum better;
    static constexpr std::array words{word<better>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<better>{higher, "higher", {"càng cao càng tốt", "higher is better"}},
                                      word<better>{lower, "lower", {"càng thấp càng tốt", "lower is better"}}};
};

/// Something that is counted to see how things stand or whether practice changed.
struct indicator {
    indicator_id id;
    text name{};
    text counts{};  ///< what is counted, of whom
    lienvien::better better{};
    std::optional<field_id> field{};
    lienvien::source source{};

    friend bool operator==(indicator const&, indicator const&) = default;
};

/// A figure that a source gives: a range, as wide as the source leaves it. No `most` means "at least" or "more than".
struct figure {
    lienvien::indicator_id indicator;
    institution_id site;
    items least;
    std::optional<items> most{};
    std::optional<items> out_of{};  ///< the denominator, where the figure is a share
    validity valid{};
    lienvien::source source{};

    friend bool operator==(figure const&, figure const&) = default;
};

/// Is the health system at peace or in a crisis that may replace named rules?
enum class regime_kind : std::uint8_t { not_known, peacetime, crisis };
template <>
struct vocabulary<regime_kind> {
    using enum regime_kind;
    static constexpr std::array words{word<regime_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<regime_kind>{peacetime, "peacetime", {"thời bình thường", "peacetime"}},
                                      word<regime_kind>{crisis, "crisis", {"thời khủng hoảng", "crisis"}}};
};

/// A time of crisis and the act that declared it.
struct regime {
    regime_id id;
    text name{};
    regime_kind kind{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(regime const&, regime const&) = default;
};
}  // namespace v0
}  // namespace lienvien
