#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/lifecycle/certificate_findings.hpp>
#include <lienvien/lifecycle/certificate_spans.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/programme.hpp>
#include <lienvien/network/id_index.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How many people with a certificate in a programme a site needs on duty.
struct topic_need {
    programme_id topic;
    people at_least;
};
/// What a site needs on duty.
struct site_rule {
    std::vector<topic_need> needs;
    bool grace_counts;  ///< is someone in grace still certified here?
};

namespace certificate_detail {

/// The same by the number of the programme: 0 where none is needed. `enough` is the least that counts as certified.
struct dense_rule {
    std::vector<std::uint16_t> at_least;
    std::uint8_t enough;
    friend bool operator==(dense_rule const&, dense_rule const&) = default;
};

/// Which site follows which rule; equal rules are kept once.
class rules_of_sites {
public:
    /// \returns why the rule is refused; nothing where it is taken
    [[nodiscard]] findings set(std::uint32_t site, institution_id const& name, site_rule const& rule,
                               id_index<programme_id> const& topics) {
        dense_rule dense{std::vector<std::uint16_t>(topics.size(), 0), rule.grace_counts ? in_grace : is_valid};
        for (auto const& each : rule.needs) {
            auto const at = topics.find(each.topic);
            if (!at) return unknown_programme(each.topic, "institution " + std::string(name.view()));
            if (each.at_least.count() > 65'535) return too_many_needed(name);
            dense.at_least[*at] = static_cast<std::uint16_t>(each.at_least.count());
        }
        std::uint32_t number = 0;
        while (number < rules_.size() && !(rules_[number] == dense)) ++number;
        if (number == rules_.size()) rules_.push_back(std::move(dense));
        if (of_site_.size() <= site) of_site_.resize(site + 1u, none);
        of_site_[site] = number;
        return {};
    }
    /// The rule of a site, where it has one.
    [[nodiscard]] dense_rule const* of(std::uint32_t site) const noexcept {
        return site >= of_site_.size() || of_site_[site] == none ? nullptr : &rules_[of_site_[site]];
    }
    [[nodiscard]] std::size_t bytes() const noexcept { return of_site_.capacity() * sizeof(std::uint32_t); }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<dense_rule> rules_;
    std::vector<std::uint32_t> of_site_;
};

}  // namespace certificate_detail
}  // namespace v0
}  // namespace lienvien
