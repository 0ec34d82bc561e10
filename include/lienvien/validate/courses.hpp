#pragma once

#include <lienvien/validate/directory.hpp>
#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Reports that `late` is written to lie after `early`, but surely lies before it.
inline void in_order(partial_date const& early, partial_date const& late, label early_is, label late_is,
                     std::string subject, std::string pointer, report& found) {
    if (!is_yes(before(late, early))) return;
    std::string const a = early.to_string(), b = late.to_string();
    found.add(finding_code::checked("dates-out-of-order"), severity::error, std::move(subject), std::move(pointer),
              both({late_is.vi, " (", b, ") trước ", early_is.vi, " (", a, ")"},
                   {late_is.en, " (", b, ") comes before ", early_is.en, " (", a, ")"}));
}

/// Stages of a transfer: dated in their order, and no step back but after a suspension or a failure.
inline void check_stage_records(network const& all, report& found) {
    for (std::size_t n = 0; n < all.transfers.size(); ++n) {
        auto const& each = all.transfers[n];
        partial_date latest = partial_date::always();  // the latest beginning so far, so that gaps hide nothing
        std::size_t latest_at = 0;
        for (std::size_t s = 0; s < each.stages.size(); ++s) {
            auto const& record = each.stages[s];
            if (s > 0) {
                in_order(latest, record.on, label_of(each.stages[latest_at].stage), label_of(record.stage),
                         subject_of(each), place_of("transfers", n, "stages", s), found);
                auto const previous = each.stages[s - 1].stage;
                bool const climbs = previous <= stage::replicating && record.stage <= stage::replicating;
                if (climbs && record.stage != stage::not_known && record.stage < previous) {
                    label const a = label_of(previous), b = label_of(record.stage);
                    found.add(finding_code::checked("stage-steps-back"), severity::warning, subject_of(each),
                              place_of("transfers", n, "stages", s),
                              both({"lùi từ “", a.vi, "” về “", b.vi, "” mà không ghi tạm dừng hoặc không đạt"},
                                   {"it steps back from “", a.en, "” to “", b.en,
                                    "” with no suspension or failure between"}));
                }
            }
            auto const first = record.on.earliest(), so_far = latest.earliest();
            if (first && (!so_far || *first > *so_far)) latest = record.on, latest_at = s;
        }
    }
}

/// Referrals: made, then offered, then closed; never offered to where the patient is; arrived once.
inline void check_referrals(network const& all, directory const& known, report& found) {
    constexpr label made{"ngày chuyển", "the referral"}, offered{"ngày gửi đề nghị", "the offer"},
        closed{"ngày kết thúc", "the closing"};
    for (std::size_t n = 0; n < all.referrals.size(); ++n) {
        auto const& each = all.referrals[n];
        auto const* need = known.get(each.need);
        std::size_t arrivals = 0;
        for (std::size_t o = 0; o < each.offers.size(); ++o) {
            auto const& sent = each.offers[o];
            std::string const place = place_of("referrals", n, "offers", o);
            in_order(each.made, sent.on, made, offered, subject_of(each), place + "/on", found);
            if (each.closed) in_order(sent.on, *each.closed, offered, closed, subject_of(each), place + "/on", found);
            if (need && sent.to == need->origin) {
                found.add(finding_code::checked("offer-to-origin"), severity::warning, subject_of(each), place + "/to",
                          both({"đề nghị gửi tới “", sent.to.view(), "”, nơi người bệnh đang ở"},
                               {"the offer goes to “", sent.to.view(), "”, where the patient already is"}));
            }
            if (sent.state != offer_state::arrived || ++arrivals != 2) continue;
            found.add(
                finding_code::checked("arrived-twice"), severity::error, subject_of(each), place + "/state",
                {"một lượt chuyển được ghi là đã đến hai nơi", "one referral is said to have arrived at two places"});
        }
        if (each.closed)
            in_order(each.made, *each.closed, made, closed, subject_of(each), place_of("referrals", n, "closed"),
                     found);
    }
}

/// Certificates: of a programme that runs, revoked after issue, renewing one of the same holder and programme.
inline void check_certificates(network const& all, directory const& known, report& found) {
    constexpr label issued{"ngày cấp", "the issue"}, revoked{"ngày thu hồi", "the revocation"},
        renewed{"ngày cấp chứng chỉ được gia hạn", "the issue of the renewed certificate"};
    for (std::size_t n = 0; n < all.certificates.size(); ++n) {
        auto const& each = all.certificates[n];
        if (each.revoked)
            in_order(each.issued, *each.revoked, issued, revoked, subject_of(each),
                     place_of("certificates", n, "revoked"), found);
        auto const* course = known.get(each.programme);
        bool const runs = !course || course->status == agreement_status::ended || !is_no(binds(course->status));
        if (!runs) {
            found.add(finding_code::checked("programme-not-running"), severity::warning, subject_of(each),
                      place_of("certificates", n, "programme"),
                      both({"chứng chỉ của chương trình “", course->id.view(), "”, trong khi chương trình ",
                            label_of(course->status).vi},
                           {"a certificate of the programme “", course->id.view(), "”, which is only ",
                            label_of(course->status).en}));
        }
        if (!each.renews) continue;
        auto const* old = known.get(*each.renews);
        if (!old || old == &each) continue;
        if (old->holder != each.holder || old->programme != each.programme) {
            bool const person = old->holder != each.holder;
            auto const was = person ? old->holder.view() : old->programme.view(),
                       is = person ? each.holder.view() : each.programme.view();
            found.add(finding_code::checked("foreign-renewal"), severity::error, subject_of(each),
                      place_of("certificates", n, "renews"),
                      both({"gia hạn chứng chỉ “", old->id.view(), "” của ",
                            person ? "người khác" : "chương trình khác", ": “", was, "”, không phải “", is, "”"},
                           {"it renews the certificate “", old->id.view(), "” of another ",
                            person ? "holder" : "programme", ": “", was, "”, not “", is, "”"}));
        }
        in_order(old->issued, each.issued, renewed, issued, subject_of(each), place_of("certificates", n, "issued"),
                 found);
    }
}

/// Programmes: the certificate comes last; a yearly expiry names a day without a year.
inline void check_programmes(network const& all, report& found) {
    for (std::size_t n = 0; n < all.programmes.size(); ++n) {
        auto const& each = all.programmes[n];
        for (std::size_t c = 0; c + 1 < each.components.size(); ++c) {
            if (each.components[c].kind != component_kind::certificate) continue;
            found.add(finding_code::checked("certificate-not-last"), severity::warning, subject_of(each),
                      place_of("programmes", n, "components", c),
                      {"cấp chứng chỉ trước khi kết thúc chương trình",
                       "the certificate comes before the end of the programme"});
        }
        auto const* yearly = std::get_if<expires_each_year>(&each.expiry);
        if (!yearly || yearly->on.to_string().starts_with("XXXX-")) continue;
        std::string const on = yearly->on.to_string();
        found.add(finding_code::checked("yearly-day-expected"), severity::error, subject_of(each),
                  joined({place_of("programmes", n), "/expiry/on"}),
                  both({"hết hạn hằng năm cần ngày và tháng không có năm, không phải “", on, "”"},
                       {"a yearly expiry takes a day and month without a year, not “", on, "”"}));
    }
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
