#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/calendar/recurrence.hpp>
#include <lienvien/model/programme.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Which day is the last of a term that ends "on" a day: of twelve months from 27 November 2025, the 26th or the 27th.
enum class last_valid_day : std::uint8_t {
    day_before,     ///< that day is the first one without the certificate
    the_day_itself  ///< the certificate still holds on that day
};
template <>
struct vocabulary<last_valid_day> {
    using enum last_valid_day;
    static constexpr std::array words{
        word<last_valid_day>{day_before, "day_before", {"ngày liền trước", "the day before"}},
        word<last_valid_day>{the_day_itself, "the_day_itself", {"chính ngày đó", "the day itself"}}};
};

/// From where the term of a renewal counts.
enum class renewal_start : std::uint8_t {
    at_issue,          ///< from its own issue: to renew early loses days
    at_end_of_renewed  ///< from the end of what it renews, where that lies later than its issue
};
template <>
struct vocabulary<renewal_start> {
    using enum renewal_start;
    static constexpr std::array words{
        word<renewal_start>{at_issue, "at_issue", {"từ ngày cấp", "at its issue"}},
        word<renewal_start>{
            at_end_of_renewed, "at_end_of_renewed", {"từ khi chứng chỉ cũ hết hạn", "at the end of the renewed one"}}};
};

/// What no programme and no law settles about the end of a certificate. Nothing of it has a default: whoever asks says it.
struct certificate_terms {
    month_end lacking;           ///< the 31st in June, 29 February; under `skip` and `refuse` such an end is not known
    last_valid_day ends;         ///< the last day of a term
    renewal_start renewed_from;  ///< from where a renewal counts
    std::chrono::days grace;     ///< days after the end on which the holder may still renew; 0: none

    /// Precondition: grace of 0 to 36,500 days.
    constexpr certificate_terms(month_end in_short_months, last_valid_day term_ends, renewal_start renewal_counts,
                                std::chrono::days grace_lasts) noexcept
        : lacking(in_short_months), ends(term_ends), renewed_from(renewal_counts), grace(grace_lasts) {
        LIENVIEN_EXPECTS(grace.count() >= 0 && grace.count() <= 36'500,
                         "LIENVIEN-E070: a grace lasts 0 to 36,500 days");
    }
    friend constexpr bool operator==(certificate_terms const&, certificate_terms const&) = default;
};

/// On which days someone used what a programme teaches, for certificates that end when the skill rests. The list is
/// complete before `complete_before`; of later days it may miss some.
struct skill_use {
    person_id person;
    programme_id programme;
    std::vector<sys_days> days;  ///< in any order
    sys_days complete_before;
};

namespace certificate_detail {

/// The first and the last day that a date could be, as day numbers.
struct day_range {
    std::int32_t first;
    std::int32_t last;
    friend constexpr bool operator==(day_range const&, day_range const&) = default;
};
inline constexpr std::int32_t long_ago = -1'000'000;  // before every day that a date can name
inline constexpr std::int32_t no_day = 4'000'000;     // after every day that a date, a term or a grace can reach
inline constexpr day_range never{no_day, no_day};

[[nodiscard]] constexpr std::int32_t number_of(sys_days day) noexcept {
    auto const count = day.time_since_epoch().count();
    return count < long_ago ? long_ago : count > no_day ? no_day : static_cast<std::int32_t>(count);
}
[[nodiscard]] constexpr sys_days day_of(std::int32_t number) noexcept { return sys_days(std::chrono::days(number)); }
[[nodiscard]] constexpr std::int32_t later_by(std::int32_t day, std::int64_t days) noexcept {
    if (day <= long_ago || day >= no_day) return day;
    return day + days >= no_day ? no_day : static_cast<std::int32_t>(day + days);
}
[[nodiscard]] constexpr day_range range_of(partial_date const& date) noexcept {
    if (date.is_always()) return {long_ago, long_ago};
    if (!date.is_consistent()) return {long_ago, no_day};
    auto const first = date.earliest(), last = date.latest();
    return {first ? number_of(*first) : long_ago, last ? number_of(*last) : no_day};
}

/// The expiry of a programme, read once.
class term {
public:
    enum class kind : std::uint8_t { not_stated, no_end, after, each_year, unused };

    term(expiry const& stated, certificate_terms terms) : terms_(terms) {
        if (std::holds_alternative<never_expires>(stated)) kind_ = kind::no_end;
        if (auto const* fixed = std::get_if<expires_after>(&stated)) take(kind::after, fixed->months);
        if (auto const* unused = std::get_if<expires_unused>(&stated)) take(kind::unused, unused->months);
        auto const* yearly = std::get_if<expires_each_year>(&stated);
        if (yearly && yearly->on.to_string().starts_with("XXXX-") && yearly->on.to_string().size() == 10) {
            using namespace std::chrono_literals;
            // 2000 has every day, 29 February included.
            year_month_day const date(*yearly->on.not_before(sys_days(2000y / 1 / 1)).earliest());
            kind_ = kind::each_year;
            yearly_ = date.month() / date.day();
        }
    }
    [[nodiscard]] kind is() const noexcept { return kind_; }
    [[nodiscard]] std::int32_t grace() const noexcept { return static_cast<std::int32_t>(terms_.grace.count()); }
    [[nodiscard]] bool renewals_follow_on() const noexcept {
        return terms_.renewed_from == renewal_start::at_end_of_renewed;
    }

    /// The first days on which a certificate may no longer, and surely no longer, hold whose term begins within `start`.
    /// `{long_ago, no_day}`: its end is not known.
    [[nodiscard]] day_range end(day_range start, skill_use const* use) const {
        constexpr day_range not_known{long_ago, no_day};
        if (kind_ == kind::no_end) return never;
        if (kind_ == kind::not_stated) return not_known;
        // Where months may lack the day, a day between the two may have no end though both of them have one.
        bool const gaps = terms_.lacking == month_end::skip || terms_.lacking == month_end::refuse;
        bool const every_year_has_it = kind_ == kind::each_year && (std::chrono::year(2001) / yearly_).ok();
        if (gaps && start.first != start.last && !every_year_has_it) return not_known;
        auto const from = start.first <= long_ago ? std::nullopt : end_of(start.first);
        auto const until = start.last >= no_day ? std::nullopt : end_of(start.last);
        day_range plain{from.value_or(long_ago), until.value_or(no_day)};
        if (kind_ != kind::unused) return plain;
        if (!use) return {plain.first, no_day};
        if (from) plain.first = end_with_use(start.first, *from, *use).first;
        plain.last = until ? end_with_use(start.last, *until, *use).last : no_day;
        return plain;
    }

private:
    void take(kind which, calendar_months months) noexcept {
        if (months.count() <= 0) return;  // a finding says so; the end stays not known
        kind_ = which;
        months_ = months.count();
    }
    [[nodiscard]] std::optional<std::int32_t> end_of(std::int32_t start) const {
        sys_days const day = day_of(start);
        std::optional<sys_days> on;
        if (kind_ == kind::each_year) {
            auto year = year_month_day(day).year();
            for (int tried = 0; tried < 12 && (!on || *on <= day); ++tried, ++year) {
                on = yearly_day(year);
                if (!on && terms_.lacking == month_end::refuse && sys_days(year / 3 / 1) > day) return std::nullopt;
            }
            if (on && *on <= day) on = std::nullopt;
        } else {
            on = months_later(day, months_, terms_.lacking);
        }
        if (!on) return std::nullopt;
        return number_of(*on) + (terms_.ends == last_valid_day::the_day_itself ? 1 : 0);
    }
    [[nodiscard]] std::optional<sys_days> yearly_day(std::chrono::year year) const noexcept {
        year_month_day const same = year / yearly_;
        if (same.ok()) return sys_days(same);
        if (terms_.lacking == month_end::last_of_month) return sys_days(year / 2 / 28);
        if (terms_.lacking == month_end::first_of_next) return sys_days(year / 3 / 1);
        return std::nullopt;
    }
    // Each use before the end moves it on. The end is sure where every day before it is recorded.
    [[nodiscard]] day_range end_with_use(std::int32_t start, std::int32_t end, skill_use const& use) const {
        for (bool moved = true; moved;) {
            moved = false;
            for (auto const day : use.days) {
                auto const used = number_of(day);
                if (used <= start || used >= end) continue;
                auto const next = end_of(used);
                if (!next) return {end, no_day};
                if (*next > end) end = *next, moved = true;
            }
        }
        return {end, end <= number_of(use.complete_before) ? end : no_day};
    }

    certificate_terms terms_;
    kind kind_ = kind::not_stated;
    std::int64_t months_ = 0;
    std::chrono::month_day yearly_{};
};

}  // namespace certificate_detail
}  // namespace v0
}  // namespace lienvien
