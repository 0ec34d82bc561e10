#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/rules/golden_window.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// An institution that counts, may count or no longer counts as a destination, and its hours.
struct golden_candidate {
    site where{};
    truth capable{};
    truth admitted{};
    bool lapsed = false;
    bool hours_stated = false;
    weekly_hours surely{};
    weekly_hours maybe = weekly_hours::around_the_clock();

    [[nodiscard]] truth counts() const noexcept { return capable & admitted; }
};
/// Who could help, worked out once for all points: the question looked up in the network.
class golden_candidates {
public:
    golden_candidates(snapshot const& today, golden_window_request const& asked)
        : window(static_cast<std::uint32_t>(asked.window.count())), today_(today), asked_(asked) {}

    void check(findings& problems) {
        using namespace lienvien::literals;
        auto const wrong = [&](finding_code code, severity how, std::string subject, text says) {
            problems.add({code, how, std::move(subject), {}, std::move(says)});
        };
        if (window == 0) {
            wrong("window-is-empty"_finding, severity::error, {},
                  {"khung giờ vàng phải dài ít nhất một phút", "the golden window is at least a minute"});
        }
        if (asked_.points.empty())
            wrong("no-points"_finding, severity::error, {}, {"chưa nêu điểm nào", "no point is named"});
        if (asked_.techniques.empty()) {
            wrong("no-techniques"_finding, severity::error, {},
                  {"chưa nêu kỹ thuật nào cần có", "no technique is named that a destination performs"});
        }
        if (!asked_.admits.empty() && asked_.admits.size() != today_.size()) {
            wrong("admits-not-by-site"_finding, severity::error, {},
                  {"danh sách nơi được tiếp nhận phải có đúng một mục cho mỗi cơ sở",
                   "who may receive is stated once for each institution"});
        }
        std::vector<bool> seen(today_.size(), false);
        for (auto const& id : asked_.points) {
            auto const found = today_.find(id);
            std::string const name(id.view());
            if (!found) {
                wrong("unknown-institution"_finding, severity::error, "institution " + name,
                      {"mạng lưới không có điểm này: " + name, "the network has no such point: " + name});
            } else if (seen[number_of(*found)]) {
                wrong("doubled-point"_finding, severity::error, "institution " + name,
                      {"điểm này được nêu hai lần: " + name, "this point is named twice: " + name});
            } else {
                seen[number_of(*found)] = true;
                points.push_back(*found);
            }
        }
        for (auto const& id : asked_.techniques) {
            auto const found = today_.find(id);
            std::string const name(id.view());
            if (found) {
                techniques.push_back(*found);
            } else {
                wrong("unknown-technique"_finding, severity::error, "technique " + name,
                      {"mạng lưới không có kỹ thuật này: " + name, "the network has no such technique: " + name});
            }
        }
        for (auto const& each : asked_.on_duty) {
            std::string const name(each.site.view());
            if (!today_.find(each.site)) {
                wrong("unknown-institution"_finding, severity::warning, "institution " + name,
                      {"giờ trực của cơ sở không có trong mạng lưới: " + name,
                       "hours on duty of an institution that the network does not have: " + name});
            }
        }
    }

    void gather(std::vector<site>& without_hours) {
        place.assign(today_.size(), nowhere);
        for (std::uint32_t s = 0; s < today_.size(); ++s) {
            truth capable = today_.operates(site{s});
            if (is_no(capable)) continue;
            for (auto const technique : techniques) capable &= today_.performs(site{s}, technique);
            bool const lapsed = is_no(capable) && has_lapsed(site{s});
            if (is_no(capable) && !lapsed) continue;
            place[s] = static_cast<std::uint32_t>(candidates.size());
            candidates.push_back({site{s}, capable, asked_.admits.empty() ? truth::yes : asked_.admits[s], lapsed});
        }
        for (auto const& each : asked_.on_duty) {
            auto const found = today_.find(each.site);
            if (!found || place[number_of(*found)] == nowhere) continue;
            auto& about = candidates[place[number_of(*found)]];
            about.surely = about.hours_stated ? about.surely & each.surely : each.surely;
            auto const possible = each.surely | each.perhaps;
            about.maybe = about.hours_stated ? about.maybe | possible : possible;
            about.hours_stated = true;
        }
        for (auto const& each : candidates) {
            any_counts = any_counts || !is_no(each.counts());
            any_capable = any_capable || !is_no(each.capable);
            if (!is_no(each.counts()) && !each.hours_stated) without_hours.push_back(each.where);
        }
    }

    std::uint32_t window;
    std::vector<site> points{};
    std::vector<technique_number> techniques{};
    std::vector<golden_candidate> candidates{};
    std::vector<std::uint32_t> place{};  ///< by site: its candidate
    bool any_counts = false;
    bool any_capable = false;

private:
    /// Had the site the technique on its own until facts about it ended?
    [[nodiscard]] bool had(site where, technique_number technique) const {
        auto const& written = today_.written();
        auto const& id = written.techniques[number_of(technique)].id;
        auto const ended = [&](auto const& fact) {
            return was_known(fact.source, today_.when().known_on) && fact.valid.until &&
                   is_yes(happened_by(*fact.valid.until, today_.day())) &&
                   !is_no(happened_by(fact.valid.from, today_.day()));
        };
        for (auto const number : today_.facts().capabilities[number_of(where)]) {
            auto const& each = written.capabilities[number];
            if (each.technique == id && is_yes(performs_alone(each.stage)) && ended(each)) return true;
        }
        for (auto const number : today_.facts().technique_lists[number_of(where)]) {
            auto const& each = written.technique_lists[number];
            if (!ended(each)) continue;
            for (auto const& listed : each.techniques) {
                if (listed == id) return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool has_lapsed(site where) const {
        for (auto const technique : techniques) {
            if (is_no(today_.performs(where, technique)) && !had(where, technique)) return false;
        }
        return true;
    }

    snapshot const& today_;
    golden_window_request const& asked_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
