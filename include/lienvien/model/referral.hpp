#pragma once

#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What became of an offer to one recipient.
enum class offer_state : std::uint8_t { not_known, sent, accepted, declined, redirected, withdrawn, arrived, returned };
template <>
struct vocabulary<offer_state> {
    using enum offer_state;
    static constexpr std::array words{word<offer_state>{not_known, "not_known", {"chưa rõ", "not known"}},
                                      word<offer_state>{sent, "sent", {"đã gửi", "sent"}},
                                      word<offer_state>{accepted, "accepted", {"đã nhận lời", "accepted"}},
                                      word<offer_state>{declined, "declined", {"từ chối", "declined"}},
                                      word<offer_state>{redirected, "redirected", {"chuyển hướng", "redirected"}},
                                      word<offer_state>{withdrawn, "withdrawn", {"đã rút", "withdrawn"}},
                                      word<offer_state>{arrived, "arrived", {"đã đến", "arrived"}},
                                      word<offer_state>{returned, "returned", {"đã chuyển về", "returned"}}};
};

/// A referral offered to one recipient. A refusal belongs to the offer, not to the referral.
struct offer {
    institution_id to;
    offer_state state{};
    partial_date on{};
    text reason{};

    friend bool operator==(offer const&, offer const&) = default;
};

/// A referral of one need: many offers, each with its own state.
struct referral {
    referral_id id;
    need_id need;
    partial_date made{};
    std::vector<offer> offers{};
    std::optional<partial_date> closed{};
    text closed_because{};  ///< by arrival, or by another path outside the referral
    lienvien::source source{};

    friend bool operator==(referral const&, referral const&) = default;
};
}  // namespace v0
}  // namespace lienvien
