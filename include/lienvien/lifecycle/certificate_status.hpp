#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/lifecycle/certificate_spans.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How someone stands in a programme on a day. Nothing is guessed: what the written dates leave open is `unknown`.
enum class certificate_status : std::uint8_t {
    unknown,  ///< a date, or the end of the certificate, is not known well enough
    not_yet,  ///< no certificate that is written down was issued by that day
    valid,
    grace,   ///< it has ended, and the days in which it may still be renewed run
    lapsed,  ///< it has ended, and so has its grace
    revoked  ///< it was taken back, and no later one was issued
};
template <>
struct vocabulary<certificate_status> {
    using enum certificate_status;
    static constexpr std::array words{
        word<certificate_status>{unknown, "unknown", {"chưa rõ", "not known"}},
        word<certificate_status>{not_yet, "not_yet", {"chưa được cấp", "not yet certified"}},
        word<certificate_status>{valid, "valid", {"còn hiệu lực", "valid"}},
        word<certificate_status>{grace, "grace", {"trong thời gian gia hạn", "in grace"}},
        word<certificate_status>{lapsed, "lapsed", {"đã hết hạn", "lapsed"}},
        word<certificate_status>{revoked, "revoked", {"đã bị thu hồi", "revoked"}}};
};

namespace certificate_detail {
[[nodiscard]] constexpr certificate_status status_of(standing_range now) noexcept {
    constexpr certificate_status names[] = {certificate_status::not_yet, certificate_status::lapsed,
                                            certificate_status::revoked, certificate_status::grace,
                                            certificate_status::valid};
    return now.least == now.most ? names[now.least] : certificate_status::unknown;
}
[[nodiscard]] inline std::string written(std::int32_t day) { return format_day(day_of(day)); }
/// A day, or the days that it could be.
[[nodiscard]] inline text written(day_range days) {
    if (days.first == days.last && days.first > long_ago && days.first < no_day)
        return {written(days.first), written(days.first)};
    bool const open_before = days.first <= long_ago, open_after = days.last >= no_day;
    if (open_before && open_after) return {"ngày chưa rõ", "a day not known"};
    if (open_before && days.last <= long_ago) return {"từ trước đến nay", "always"};
    if (open_before) return {"không sau " + written(days.last), "by " + written(days.last)};
    if (open_after) return {"không trước " + written(days.first), "on or after " + written(days.first)};
    return {"trong khoảng " + written(days.first) + " đến " + written(days.last),
            "between " + written(days.first) + " and " + written(days.last)};
}
}  // namespace certificate_detail

/// How someone stands in a programme on a day, why, and when that changes next.
struct certificate_answer {
    certificate_status status{};
    sys_days on{};
    std::optional<certificate_id> decided_by{};  ///< the certificate that decides; none where none is written down
    std::optional<sys_days> since{};             ///< first day of this status in a row; none: on every day before
    std::optional<sys_days> changes_on{};        ///< the next day with another status, as things are written down
    certificate_status becomes{};                ///< that status; `unknown` where `changes_on` has no day
    text because{};

    friend bool operator==(certificate_answer const&, certificate_answer const&) = default;
};

/// All certificates of one person in one programme, read under stated terms: the status on any day.
///
/// Holds what it needs; the certificates may go. Only read after it is made, so threads may share it.
class certification {
public:
    /// \param certificates  those of one person in one programme; others are left out by the caller
    /// \param use           when the skill was used, where that is recorded
    /// \param known_on      certificates that were not known by that day are left out
    /// Complexity: O(n log n) in the certificates where renewals stand behind what they renew
    certification(expiry const& stated, std::vector<certificate> const& certificates, certificate_terms terms,
                  skill_use const* use = nullptr, sys_days known_on = (sys_days::max)())
        : term_(stated, terms) {
        for (auto const& each : certificates) {
            if (was_known(each.source, known_on)) add(each);
        }
        for (std::size_t at = 0, from = 0; from < certificates.size(); ++from) {
            if (!was_known(certificates[from].source, known_on)) continue;
            auto const& renewed = certificates[from].renews;
            for (std::uint32_t old = 0; renewed && old < ids_.size(); ++old) {
                if (ids_[old] == *renewed && old != at) spans_[at].renews = old;
            }
            ++at;
        }
        settle(use);
    }
    /// From spans that are ready, in the same order as their names.
    certification(certificate_detail::term of, std::vector<certificate_id> ids,
                  std::vector<certificate_detail::span> spans, skill_use const* use)
        : term_(of), ids_(std::move(ids)), spans_(std::move(spans)) {
        settle(use);
    }

    [[nodiscard]] certificate_status on(sys_days day) const noexcept {
        return certificate_detail::status_of(standing(certificate_detail::number_of(day)));
    }
    /// Is the holder certified on the day? In grace only where grace counts.
    [[nodiscard]] truth certified_on(sys_days day, bool grace_counts) const noexcept {
        using namespace certificate_detail;
        auto const now = standing(certificate_detail::number_of(day));
        std::uint8_t const enough = grace_counts ? in_grace : is_valid;
        return now.least >= enough ? truth::yes : now.most < enough ? truth::no : truth::unknown;
    }
    /// The first day after `day` with another status; none where it stays so.
    [[nodiscard]] std::optional<sys_days> next_change(sys_days day) const noexcept {
        auto const status = on(day);
        for (auto const& each : steps_) {
            if (each.from() > certificate_detail::number_of(day) && certificate_detail::status_of(each.now()) != status)
                return certificate_detail::day_of(each.from());
        }
        return std::nullopt;
    }
    /// The status with its reason.
    [[nodiscard]] certificate_answer why(sys_days day) const {
        using namespace certificate_detail;
        certificate_answer made{.status = on(day), .on = day};
        std::int32_t const today = certificate_detail::number_of(day);
        for (std::size_t at = 0; at < steps_.size() && steps_[at].from() <= today; ++at) {
            auto const before = at == 0 ? certificate_status::not_yet : status_of(steps_[at - 1].now());
            if (status_of(steps_[at].now()) != before && steps_[at].from() > long_ago)
                made.since = day_of(steps_[at].from());
        }
        made.changes_on = next_change(day);
        if (made.changes_on) made.becomes = on(*made.changes_on);
        auto const at = deciding(today, made.status);
        if (at) made.decided_by = ids_[*at];
        made.because = at ? reason(made.status, ids_[*at], spans_[*at])
                          : text{"không có chứng chỉ nào được ghi", "no certificate is written down"};
        return made;
    }
    /// What stands from each day on.
    [[nodiscard]] std::vector<certificate_detail::step> const& steps() const noexcept { return steps_; }

private:
    void add(certificate const& each) {
        certificate_detail::span made;
        made.issued = certificate_detail::range_of(each.issued);
        if (each.revoked) made.revoked = certificate_detail::range_of(*each.revoked);
        certificate_detail::narrow(made);
        ids_.push_back(each.id);
        spans_.push_back(made);
    }
    void settle(skill_use const* use) {
        certificate_detail::settle_ends(spans_, term_, use);
        certificate_detail::settle_steps(spans_, term_.grace(), steps_);
        has_use_ = use != nullptr;
    }
    [[nodiscard]] certificate_detail::standing_range standing(std::int32_t day) const noexcept {
        auto const both = certificate_detail::both_on(steps_.data(), steps_.size(), day);
        return {static_cast<std::uint8_t>(both >> 3), static_cast<std::uint8_t>(both & 7)};
    }
    // The certificate that makes it so: among those that reach the status of the day (its most, where it is not known) the
    // one that reaches farthest; before any issue the one that comes first.
    [[nodiscard]] std::optional<std::size_t> deciding(std::int32_t day, certificate_status status) const noexcept {
        using namespace certificate_detail;
        auto const wanted = standing(day);
        std::optional<std::size_t> best;
        for (std::size_t at = 0; at < spans_.size(); ++at) {
            span const& each = spans_[at];
            auto const alone = standing_on(each, term_.grace(), day);
            if (alone.most != wanted.most || (status != certificate_status::unknown && alone.least != wanted.least))
                continue;
            auto const reach = [&](span const& of) {
                if (status == certificate_status::not_yet) return -of.issued.first;
                return status == certificate_status::revoked ? of.revoked.last : of.ends.first;
            };
            if (!best || reach(each) > reach(spans_[*best]) ||
                (reach(each) == reach(spans_[*best]) && each.issued.first >= spans_[*best].issued.first))
                best = at;
        }
        return best;
    }
    [[nodiscard]] text reason(certificate_status status, certificate_id const& id,
                              certificate_detail::span const& each) const {
        using namespace certificate_detail;
        using kind = certificate_detail::term::kind;
        text const issued = written(each.issued), ends = written(each.ends);
        std::string const name(id.view());
        text made{"chứng chỉ " + name, "certificate " + name};
        auto const say = [&](std::string_view in_vietnamese, std::string const& vi_day, std::string_view in_english,
                             std::string const& en_day) {
            made.vi += in_vietnamese;
            made.vi += vi_day;
            made.en += in_english;
            made.en += en_day;
        };
        if (status == certificate_status::not_yet) {
            say(" đến lúc đó chưa được cấp: ngày cấp ", issued.vi, " is not issued by then: issued ", issued.en);
            return made;
        }
        say(", cấp ", issued.vi, ", issued ", issued.en);
        if (status == certificate_status::revoked || each.revoked != never) {
            text const on = written(each.revoked);
            say(", thu hồi ", on.vi, ", revoked ", on.en);
            if (status == certificate_status::revoked) return made;
        }
        if (term_.is() == kind::no_end) {
            say(", không thời hạn", {}, ", has no expiry", {});
        } else if (each.ends == day_range{long_ago, no_day}) {
            if (term_.is() == kind::not_stated)
                say(": chương trình không nêu thời hạn", {}, ": the programme does not state when it ends", {});
            else
                say(": không tính được ngày hết hạn", {}, ": the day on which it ends cannot be told", {});
        } else {
            bool const exact = each.ends.first == each.ends.last;
            say(exact ? ", hết hiệu lực từ " : ", hết hiệu lực từ một ngày ", ends.vi,
                exact ? ", no longer holds from " : ", no longer holds from a day ", ends.en);
            if (term_.is() == kind::unused && each.ends.last >= no_day)
                say(has_use_ ? " (sổ theo dõi thực hành chưa đủ)" : " (không có sổ theo dõi thực hành)", {},
                    has_use_ ? " (later use of the skill may not be recorded yet)"
                             : " (use of the skill is not recorded)",
                    {});
            if (term_.grace() > 0 && (status == certificate_status::grace || status == certificate_status::lapsed)) {
                text const last =
                    written({later_by(each.ends.first, term_.grace()), later_by(each.ends.last, term_.grace())});
                say(", gia hạn được đến trước ", last.vi, ", renewable until ", last.en);
            }
        }
        return made;
    }

    certificate_detail::term term_;
    std::vector<certificate_id> ids_;
    std::vector<certificate_detail::span> spans_;
    std::vector<certificate_detail::step> steps_;
    bool has_use_ = false;
};

}  // namespace v0
}  // namespace lienvien
