#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/programme.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace lienvien {
inline namespace v0 {
namespace certificate_detail {

// Why a certificate, or a change of one, is refused. The kinds are those that `validate` uses for a whole network.

[[nodiscard]] inline std::string quoted(std::string_view name) { return "“" + std::string(name) + "”"; }

[[nodiscard]] inline findings one(std::string_view code, std::string subject, text message) {
    findings made;
    made.add({finding_code::checked(code), severity::error, std::move(subject), {}, std::move(message)});
    return made;
}
[[nodiscard]] inline std::string subject_of(certificate_id const& id) {
    return "certificate " + std::string(id.view());
}
[[nodiscard]] inline findings unknown_programme(programme_id const& id, std::string const& subject) {
    return one("dangling-id", subject,
               {"không có chương trình " + quoted(id.view()), "there is no programme " + quoted(id.view())});
}
[[nodiscard]] inline findings unknown_certificate(certificate_id const& id, std::string const& subject) {
    return one("dangling-id", subject,
               {"không có chứng chỉ " + quoted(id.view()), "there is no certificate " + quoted(id.view())});
}
[[nodiscard]] inline findings doubled(certificate_id const& id) {
    return one("duplicate-id", subject_of(id),
               {"đã có chứng chỉ mang tên này", "there is a certificate of this name already"});
}
[[nodiscard]] inline findings revoked_before_issue(certificate_id const& id, partial_date const& issued,
                                                   partial_date const& revoked) {
    std::string const a = issued.to_string(), b = revoked.to_string();
    return one("dates-out-of-order", subject_of(id),
               {"ngày thu hồi (" + b + ") trước ngày cấp (" + a + ")",
                "the revocation (" + b + ") comes before the issue (" + a + ")"});
}
[[nodiscard]] inline findings renewed_before_issue(certificate_id const& id, certificate_id const& old) {
    return one("dates-out-of-order", subject_of(id),
               {"được cấp trước chứng chỉ mà nó gia hạn, " + quoted(old.view()),
                "it was issued before the certificate that it renews, " + quoted(old.view())});
}
[[nodiscard]] inline findings foreign_renewal(certificate_id const& id, certificate_id const& old) {
    return one("foreign-renewal", subject_of(id),
               {"gia hạn chứng chỉ " + quoted(old.view()) + " của người khác hoặc chương trình khác",
                "it renews the certificate " + quoted(old.view()) + " of another holder or programme"});
}
[[nodiscard]] inline findings circle(certificate_id const& id) {
    return one("cycle", subject_of(id),
               {"chuỗi gia hạn quay lại chính nó", "the chain of renewals comes back to the certificate itself"});
}
[[nodiscard]] inline findings too_many_needed(institution_id const& site) {
    return one("out-of-range", "institution " + std::string(site.view()),
               {"một điểm cần nhiều nhất 65.535 người", "a site needs at most 65,535 people"});
}
/// An expiry that cannot be read: its certificates end on a day that is not known.
inline void check_expiry(programme const& of, findings& found) {
    auto const* after = std::get_if<expires_after>(&of.expiry);
    auto const* unused = std::get_if<expires_unused>(&of.expiry);
    auto const* yearly = std::get_if<expires_each_year>(&of.expiry);
    std::string const subject = "programme " + std::string(of.id.view());
    if ((after && after->months.count() <= 0) || (unused && unused->months.count() <= 0)) {
        found.append(
            one("zero-months", subject, {"thời hạn 0 tháng không phải là thời hạn", "a term of 0 months is no term"}));
    }
    if (!yearly) return;
    std::string const on = yearly->on.to_string();
    if (on.starts_with("XXXX-") && on.size() == 10) return;
    found.append(one("yearly-day-expected", subject,
                     {"hết hạn hằng năm cần ngày và tháng không có năm, không phải " + quoted(on),
                      "a yearly expiry takes a day and month without a year, not " + quoted(on)}));
}

}  // namespace certificate_detail
}  // namespace v0
}  // namespace lienvien
