#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/network.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Who can be called.
enum class contact_outcome : std::uint8_t {
    not_known,  ///< a role is written down whose time or holder is not known
    named,      ///< the focal point itself
    escalated,  ///< nobody holds that role; somebody further up the given chain can be called
    nobody      ///< not even there
};
template <>
struct vocabulary<contact_outcome> {
    using enum contact_outcome;
    static constexpr std::array words{
        word<contact_outcome>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<contact_outcome>{named, "named", {"có đầu mối", "named"}},
        word<contact_outcome>{escalated, "escalated", {"không có đầu mối, chuyển lên cấp trên", "escalated"}},
        word<contact_outcome>{nobody, "nobody", {"không có ai", "nobody"}}};
};

/// The answer to "whom do we call?", with the roles that were tried.
struct contact {
    contact_outcome outcome{};
    std::optional<person_id> person{};
    role_holding const* role = nullptr;        ///< the role that answers; looks into the network
    std::vector<role_holding const*> tried{};  ///< vacant, or not known to hold on the day, in the order of asking

    friend bool operator==(contact const&, contact const&) = default;
};

/// Who holds the role of focal point for a programme at an institution on a day, and whom to call where nobody does.
///
/// \param chain the roles to escalate to, in order, in either language, such as "Phó Giám đốc", then "Giám đốc". There is
/// no chain unless the caller gives one. Two who surely hold the role: the first of the network.
[[nodiscard]] inline contact contact_for(network const& written, institution_id const& at,
                                         programme_id const& programme, sys_days today,
                                         std::span<std::string_view const> chain) {
    contact made{.outcome = contact_outcome::nobody};
    bool open = false;
    auto const ask = [&](auto is_wanted, contact_outcome found_as) {
        for (auto const& each : written.role_holdings) {
            if (each.institution != at || !is_wanted(each)) continue;
            truth const holds = holds_on(each.valid, today);
            if (is_yes(holds) && each.holder) {
                made.outcome = found_as;
                made.person = each.holder;
                made.role = &each;
                return true;
            }
            // A vacant role whose time is not stated is vacant as far as anyone knows.
            if (is_unknown(holds) && each.holder) open = true;
            if (!is_no(holds)) made.tried.push_back(&each);
        }
        return false;
    };
    if (ask([&](role_holding const& each) { return each.programme == programme; }, contact_outcome::named)) return made;
    for (auto const title : chain) {
        auto const titled = [&](role_holding const& each) {
            return !each.programme && (each.role.vi == title || each.role.en == title);
        };
        if (ask(titled, contact_outcome::escalated)) return made;
    }
    if (open) made.outcome = contact_outcome::not_known;
    return made;
}

}  // namespace v0
}  // namespace lienvien
