#pragma once

#include <lienvien/validate/holdings.hpp>
#include <lienvien/validate/operations.hpp>
#include <lienvien/validate/overlaps.hpp>
#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// What is wrong with what sites are said to perform.
class capability_check {
public:
    capability_check(network const& all, directory const& known, kinship const& kin, holdings const& held,
                     report& found)
        : all_(all), known_(known), kin_(kin), held_(held), found_(found) {
        for (auto const& each : all.techniques) rests_on_others_.push_back(!each.requires_.empty());
    }

    void run() {
        for (std::uint32_t site = 0; site < all_.institutions.size(); ++site) {
            auto const everything = held_.at(site);
            for (auto const* run = everything.begin(); run != everything.end();) {
                auto const* const first = run;
                while (run != everything.end() && run->technique == first->technique) ++run;
                one_technique(site, {first, run});
            }
            idle(site, operation_status::planned);
            if (!kin_.has_heir(site)) idle(site, operation_status::closed);
        }
        tell_unshown();
    }

private:
    /// How often it is not known whether a technique rests on what it requires, and where first.
    struct unshown {
        std::size_t number = 0;
        std::uint32_t site = 0;
        holdings::holding at{};
        std::string names{};
    };

    [[nodiscard]] bool alone(holdings::holding const& each) const noexcept {
        return each.listed || is_yes(performs_alone(all_.capabilities[each.number].stage));
    }
    [[nodiscard]] std::string place(holdings::holding const& each) const {
        return place_of(each.listed ? "technique_lists" : "capabilities", each.number);
    }
    [[nodiscard]] std::string subject(holdings::holding const& each, std::uint32_t site) const {
        return joined(
            {"capability ", all_.institutions[site].id.view(), " ", all_.techniques[each.technique].id.view()});
    }

    void one_technique(std::uint32_t site, holdings::range those) {
        if (those.last - those.first > 1) {
            facts_.clear();
            for (auto const& each : those) {
                if (!each.listed) facts_.push_back(each.number);
            }
            for_each_clash(
                facts_, [&](std::uint32_t n) -> validity const& { return all_.capabilities[n].valid; },
                [&](std::uint32_t a, std::uint32_t b) {
                    return differ(all_.capabilities[a].stage, all_.capabilities[b].stage);
                },
                [&](std::uint32_t late, std::uint32_t early, truth together) {
                    report_clash(all_.capabilities[late], all_.capabilities[early], place_of("capabilities", early),
                                 place_of("capabilities", late), subject_of(all_.capabilities[late]), together, false,
                                 found_);
                });
        }
        if (!rests_on_others_[those.first->technique]) return;
        auto const& technique = all_.techniques[those.first->technique];
        bool const has_fact = !those.first->listed;
        for (auto const& each : those) {
            if (each.listed && has_fact) break;  // facts decide where they are written
            if (alone(each)) requirements(site, each, technique);
            if (each.listed) break;
        }
    }

    void requirements(std::uint32_t site, holdings::holding const& each, technique const& what) {
        std::string lacking, open;
        for (auto const& id : what.requires_) {
            auto const needed = known_.find(id);
            if (!needed || *needed == each.technique) continue;
            truth const there = held_.performs(site, *needed, held_.valid(each), known_);
            if (is_yes(there)) continue;
            std::string& names = is_no(there) ? lacking : open;
            names += joined({names.empty() ? "" : ", ", id.view()});
        }
        if (!lacking.empty()) {
            found_.add(finding_code::checked("prerequisite-not-held"), severity::warning, subject(each, site),
                       place(each),
                       both({"thực hiện “", what.id.view(), "” khi chưa có kỹ thuật cần có trước: ", lacking},
                            {"performs “", what.id.view(), "” without the techniques that come first: ", lacking}));
        }
        if (open.empty()) return;
        if (unshown_.empty()) unshown_.resize(all_.techniques.size());
        auto& tally = unshown_[each.technique];
        if (tally.number++ == 0) tally.site = site, tally.at = each, tally.names = std::move(open);
    }

    /// What is not known of many sites is said once for each technique.
    void tell_unshown() {
        for (auto const& each : unshown_) {
            if (each.number == 0) continue;
            auto const& what = all_.techniques[each.at.technique];
            auto const first = all_.institutions[each.site].id.view();
            std::string const many = std::to_string(each.number);
            found_.add(finding_code::checked("prerequisite-not-shown"), severity::note, subject_of(what),
                       place(each.at),
                       both({"“", what.id.view(),
                             "” được thực hiện ở nơi chưa rõ có kỹ thuật cần có trước hay không (số lần ghi: ", many,
                             "); đầu tiên: “", first, "” (", each.names, ")"},
                            {"“", what.id.view(),
                             "” is performed where it is not known whether what comes first is held (entries: ", many,
                             "); the first: “", first, "” (", each.names, ")"}));
        }
    }

    /// Work at a site that is only planned or already closed: one finding for the site, however much it is said to do.
    void idle(std::uint32_t site, operation_status status) {
        auto const& which = all_.institutions[site];
        bool possible = false;
        for (auto const& stated : which.operations) possible = possible || stated.status == status;
        if (!possible) return;
        holdings::holding const* first = nullptr;
        operation const* then = nullptr;
        std::size_t number = 0;
        for (auto const& each : held_.at(site)) {
            if (!alone(each)) continue;
            auto const* const why = find_status(which, held_.valid(each), status);
            if (!why) continue;
            if (number++ == 0) first = &each, then = why;
        }
        if (number == 0) return;
        std::string const many = std::to_string(number);
        text const when = words_of(then->valid), works = words_of(held_.valid(*first));
        bool const planned = status == operation_status::planned;
        found_.add(finding_code::checked(planned ? "works-while-planned" : "works-after-closing"),
                   planned ? severity::error : severity::warning, subject_of(which), place(*first),
                   both({"cơ sở ", label_of(status).vi, " (", when.vi,
                         ") nhưng được ghi là tự thực hiện kỹ thuật trong thời gian đó (số lượng: ", many,
                         "); đầu tiên: “", all_.techniques[first->technique].id.view(), "” ", works.vi},
                        {"the site is ", label_of(status).en, " (", when.en,
                         ") but is said to perform techniques alone at that time (in number: ", many, "); the first: “",
                         all_.techniques[first->technique].id.view(), "” ", works.en}));
    }

    network const& all_;
    directory const& known_;
    kinship const& kin_;
    holdings const& held_;
    report& found_;
    std::vector<bool> rests_on_others_;  // by technique: read a million times, so kept together
    std::vector<std::uint32_t> facts_;
    std::vector<unshown> unshown_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
