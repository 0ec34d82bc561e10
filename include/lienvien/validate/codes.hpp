#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/text.hpp>

#include <array>
#include <string_view>

namespace lienvien {
inline namespace v0 {

/// A kind of finding that `validate` or `merge` can report: its name, how much it matters at most, and what it says.
struct finding_kind {
    std::string_view code;
    severity weight;
    label meaning;
};

/// Every kind of finding of `validate` and `merge`. Names never change their meaning.
inline constexpr std::array finding_kinds{
    finding_kind{"doubled-id", severity::error, {"một định danh cho hai đối tượng", "one id for two nouns"}},
    finding_kind{
        "same-noun-twice", severity::note, {"hai mạng lưới có cùng một đối tượng", "two networks have the same noun"}},
    finding_kind{
        "dangling-id", severity::error, {"tham chiếu tới đối tượng không có", "a reference to what does not exist"}},
    finding_kind{"impossible-date", severity::error, {"không ngày nào thỏa", "a date that no day fits"}},
    finding_kind{
        "reversed-period", severity::error, {"kết thúc không sau bắt đầu", "an end that is not after the beginning"}},
    finding_kind{"dates-out-of-order", severity::error, {"ngày sai thứ tự", "dates that are out of order"}},
    finding_kind{
        "stage-steps-back", severity::warning, {"giai đoạn lùi lại", "a transfer steps back without a reason"}},
    finding_kind{"contradictory-facts",
                 severity::error,
                 {"dữ kiện trái nhau cùng lúc", "facts contradict each other at the same time"}},
    finding_kind{"perhaps-contradictory",
                 severity::warning,
                 {"dữ kiện trái nhau, có thể cùng lúc", "facts contradict each other, perhaps at the same time"}},
    finding_kind{
        "sources-disagree", severity::warning, {"các nguồn khác nhau về một dữ kiện", "sources disagree about a fact"}},
    finding_kind{"claims-disagree", severity::note, {"các nguồn khác nhau", "sources differ"}},
    finding_kind{"names-and-sources-differ",
                 severity::warning,
                 {"số tên và số nguồn khác nhau", "names and their sources do not pair"}},
    finding_kind{
        "two-wholes", severity::warning, {"cùng lúc thuộc hai cơ sở", "a part of two wholes at the same time"}},
    finding_kind{"perhaps-two-wholes",
                 severity::note,
                 {"có thể cùng lúc thuộc hai cơ sở", "perhaps a part of two wholes at the same time"}},
    finding_kind{"two-live-referrals",
                 severity::error,
                 {"một nhu cầu có hai lượt chuyển chưa kết thúc", "two live referrals of one need"}},
    finding_kind{"perhaps-two-live-referrals",
                 severity::warning,
                 {"có thể có hai lượt chuyển chưa kết thúc", "perhaps two live referrals of one need"}},
    finding_kind{"offer-to-origin",
                 severity::warning,
                 {"đề nghị tới nơi người bệnh đang ở", "an offer to where the patient is"}},
    finding_kind{"arrived-twice", severity::error, {"đến hai nơi", "one referral arrived at two places"}},
    finding_kind{"cycle", severity::error, {"vòng lặp", "a circle"}},
    finding_kind{"too-few-parties", severity::error, {"ít hơn hai bên", "fewer than two parties"}},
    finding_kind{"party-twice", severity::warning, {"một bên ghi hai lần", "a party is named twice"}},
    finding_kind{"not-a-party",
                 severity::error,
                 {"không phải là một bên", "a clause or commitment names one who is not a party"}},
    finding_kind{"outside-agreement",
                 severity::warning,
                 {"ngoài thỏa thuận", "work under an agreement by one who is not a party"}},
    finding_kind{"to-itself", severity::error, {"hai phía là một", "both sides are the same"}},
    finding_kind{"signed-without-date", severity::note, {"đã ký, không có ngày", "signed, but no date is given"}},
    finding_kind{"firmer-than-agreement",
                 severity::warning,
                 {"chắc hơn cả thỏa thuận", "a clause or commitment is firmer than its agreement"}},
    finding_kind{"ended-without-end",
                 severity::warning,
                 {"đã kết thúc, không có ngày kết thúc", "ended, but its period goes on"}},
    finding_kind{"replaced-still-in-force",
                 severity::warning,
                 {"đã bị thay thế, vẫn còn hiệu lực", "replaced, but still in force"}},
    finding_kind{"party-not-operating",
                 severity::warning,
                 {"một bên không hoạt động", "a party moves patients while it does not operate"}},
    finding_kind{"successor-not-operating",
                 severity::warning,
                 {"cơ sở kế thừa không hoạt động", "a successor that does not operate"}},
    finding_kind{
        "works-while-planned", severity::error, {"hoạt động khi mới dự kiến", "works while it is only planned"}},
    finding_kind{"works-after-closing", severity::warning, {"hoạt động sau khi đã ngừng", "works after it has closed"}},
    finding_kind{
        "prerequisite-not-held", severity::warning, {"thiếu điều cần có trước", "what must come first is not held"}},
    finding_kind{"prerequisite-not-shown",
                 severity::note,
                 {"chưa rõ điều cần có trước", "it is not known whether what must come first is held"}},
    finding_kind{"foreign-transfer",
                 severity::error,
                 {"chuyển giao của nơi hoặc kỹ thuật khác", "a transfer to another site or of another technique"}},
    finding_kind{
        "ahead-of-transfer", severity::warning, {"đi trước chuyển giao", "a capability ahead of its transfer"}},
    finding_kind{
        "staff-need-unmet", severity::warning, {"thiếu nhân lực của gói", "fewer staff than the package needs"}},
    finding_kind{"level-too-low",
                 severity::warning,
                 {"cấp chuyên môn thấp hơn yêu cầu của gói", "a level below the lowest of the package"}},
    finding_kind{
        "foreign-renewal",
        severity::error,
        {"gia hạn chứng chỉ của người hoặc chương trình khác", "renews a certificate of another holder or programme"}},
    finding_kind{"programme-not-running",
                 severity::warning,
                 {"chương trình chưa thực hiện", "a certificate of a programme that does not run yet"}},
    finding_kind{
        "certificate-not-last", severity::warning, {"chứng chỉ không ở cuối", "the certificate does not come last"}},
    finding_kind{"yearly-day-expected",
                 severity::error,
                 {"cần ngày và tháng không có năm", "a yearly expiry takes a day without a year"}},
    finding_kind{"reversed-range", severity::error, {"ít nhất lớn hơn nhiều nhất", "the least is above the most"}},
    finding_kind{"share-above-whole", severity::error, {"phần lớn hơn tổng", "a part is larger than the whole"}},
    finding_kind{"source-not-known", severity::note, {"không ghi nguồn", "no source is stated"}},
    finding_kind{"synthetic-facts", severity::note, {"có số liệu giả định lẫn vào", "synthetic facts among others"}},
    finding_kind{"waiver-unused", severity::note, {"chấp nhận không còn đối tượng", "a waiver that matches nothing"}},
    finding_kind{"waiver-expired", severity::note, {"chấp nhận đã hết hạn", "a waiver that has ended"}},
};

}  // namespace v0
}  // namespace lienvien
