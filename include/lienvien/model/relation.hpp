#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>

namespace lienvien {
inline namespace v0 {

/// One institution is a part of another: a centre or a campus of a hospital.
struct membership {
    institution_id part;
    institution_id whole;
    validity valid{};
    lienvien::source source{};

    friend bool operator==(membership const&, membership const&) = default;
};

/// In which way two institutions that are not part of each other belong together.
enum class affiliation_kind : std::uint8_t { not_known, satellite, outlet, referral_line, directed, owned };
template <>
struct vocabulary<affiliation_kind> {
    using enum affiliation_kind;
    static constexpr std::array words{
        word<affiliation_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<affiliation_kind>{satellite, "satellite", {"bệnh viện vệ tinh của", "satellite of"}},
        word<affiliation_kind>{outlet, "outlet", {"điểm bán thuộc chuỗi", "outlet of"}},
        word<affiliation_kind>{
            referral_line, "referral_line", {"có tuyến trên liền kề là", "has as adjacent upper facility"}},
        word<affiliation_kind>{directed, "directed", {"được chỉ đạo tuyến bởi", "directed by"}},
        word<affiliation_kind>{owned, "owned", {"thuộc sở hữu của", "owned by"}}};
};

/// Two institutions belong together without one being part of the other: hub and satellite, chain and outlet.
struct affiliation {
    institution_id member;  ///< satellite, outlet, lower facility
    institution_id hub;     ///< core hospital, chain, upper facility
    affiliation_kind kind{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(affiliation const&, affiliation const&) = default;
};

/// How one institution took the place of another.
enum class succession_kind : std::uint8_t { not_known, merger, split, renaming, takeover };
template <>
struct vocabulary<succession_kind> {
    using enum succession_kind;
    static constexpr std::array words{word<succession_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<succession_kind>{merger, "merger", {"hợp nhất", "merger"}},
                                      word<succession_kind>{split, "split", {"chia tách", "split"}},
                                      word<succession_kind>{renaming, "renaming", {"đổi tên", "renaming"}},
                                      word<succession_kind>{takeover, "takeover", {"tiếp nhận", "takeover"}}};
};

/// From a day on, references to the predecessor are answered by the successor; old references stay valid.
struct succession {
    institution_id predecessor;
    institution_id successor;
    succession_kind kind{};
    partial_date on{};
    lienvien::source source{};

    friend bool operator==(succession const&, succession const&) = default;
};

/// How long transport between two places takes. A fact with a source, never computed from a distance.
struct travel {
    institution_id from;
    institution_id to;
    minutes_of_travel minutes;
    validity valid{};
    lienvien::source source{};

    friend bool operator==(travel const&, travel const&) = default;
};
}  // namespace v0
}  // namespace lienvien
