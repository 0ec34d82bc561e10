#pragma once

#include <lienvien/law/vietnam/instruments.hpp>
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/facts.hpp>
#include <lienvien/rules/rulebook.hpp>

namespace lienvien {
inline namespace v0 {

namespace vietnam {
namespace transfer_rules {

using literals::operator""_rule;
using terms::adjacent_upper_holds;
using terms::agreement_accepts;
using terms::all_of;
using terms::any_of;
using terms::demands;
using terms::emergency;
using terms::forbids;
using terms::holds_techniques;
using terms::improved;
using terms::instructs;
using terms::one_above;
using terms::operates;
using terms::origin;
using terms::owner;
using terms::past_emergency_stage;
using terms::permits;
using terms::provided;
using terms::receiver;
using terms::same_house;
using terms::stands_in;
using terms::takes_patients;
using terms::tier;
using terms::transfer_indicated;
using terms::unless;

/// What every upward transfer needs: the disease is beyond the origin, and a consultation indicates the transfer.
/// Source: Circular 14/2014/TT-BYT, article 5(1)(a).
inline constexpr auto beyond_the_origin = provided(
    cites(circular_14_2014, 5, "1a"),
    says(vi("bệnh vượt quá khả năng hoặc danh mục kỹ thuật của nơi chuyển, đã hội chẩn và có chỉ định chuyển"),
         en("the disease is beyond the sender's ability or technique list, and a consultation indicates the transfer")),
    all_of(!holds_techniques(origin), transfer_indicated));

/// That the receiver performs what is needed is read out of the purpose of these articles: 4(1)(b) lets a facility that lacks
/// the technique be passed over, and 5(2) wants the patient to be able to go on there.
/// Source: Circular 14/2014/TT-BYT, articles 4(1)(a), 4(1)(b), 5(1).
inline constexpr auto upward = rule(
    "vn.14-2014.4.1"_rule,
    says(
        vi("chuyển lên tuyến trên liền kề; được bỏ qua bước khi tuyến trên liền kề không có kỹ thuật phù hợp"),
        en("upward to the adjacent tier; a step may be skipped where the adjacent upper facility lacks the technique")),
    cites(circular_14_2014, 4, "1a"),
    permits(all_of(tier(receiver) == one_above(tier(origin)), beyond_the_origin, holds_techniques(receiver))) |
        unless(provided(cites(circular_14_2014, 4, "1b"),
                        says(vi("tuyến trên liền kề không có dịch vụ kỹ thuật phù hợp"),
                             en("the adjacent upper facility lacks the suitable service")),
                        !adjacent_upper_holds),
               permits(all_of(tier(receiver) > tier(origin), beyond_the_origin, holds_techniques(receiver)))));

/// Source: Circular 14/2014/TT-BYT, article 5(2).
inline constexpr auto downward = rule(
    "vn.14-2014.5.2"_rule,
    says(vi("chuyển về tuyến dưới khi đã qua giai đoạn cấp cứu, bệnh thuyên giảm, có thể tiếp tục điều trị ở tuyến "
            "dưới"),
         en("downward once the patient is past the emergency stage, has improved and can go on at the lower tier")),
    cites(circular_14_2014, 5, "2"),
    permits(all_of(tier(receiver) < tier(origin), past_emergency_stage, improved, holds_techniques(receiver))));

/// Source: Circular 14/2014/TT-BYT, article 5(3).
inline constexpr auto same_tier =
    rule("vn.14-2014.5.3"_rule,
         says(vi("chuyển cùng tuyến khi nơi chuyển không có, còn nơi nhận có kỹ thuật trong danh mục được phê duyệt"),
              en("within a tier where the sender lacks the technique and the receiver has it in its approved list")),
         cites(circular_14_2014, 5, "3"),
         permits(all_of(tier(receiver) == tier(origin), !holds_techniques(origin), holds_techniques(receiver))));

/// Source: Law 15/2023/QH15, articles 3(2) and 7(2) (paraphrased in the source).
inline constexpr auto emergency_duty =
    rule("vn.15-2023.7.2"_rule,
         says(vi("cấp cứu: không cơ sở nào được từ chối hoặc cố ý chậm cấp cứu người bệnh"),
              en("emergency: no facility may refuse or deliberately delay emergency care")),
         cites(law_15_2023, 7, "2"), permits(emergency));

/// An agreement in force that provides for taking patients.
inline constexpr auto under_agreement = rule("agreement.takes-patients"_rule,
                                             says(vi("thỏa thuận đang hiệu lực cho phép tiếp nhận người bệnh"),
                                                  en("an agreement in force provides for taking the patient")),
                                             cites(agreement_between_institutions),
                                             permits(all_of(agreement_accepts, any_of(transfer_indicated, emergency))));

/// Source: Law 15/2023/QH15, article 7(4): the ban on acting outside scope does not hold in an emergency.
inline constexpr auto within_scope = rule(
    "vn.15-2023.7.4"_rule,
    says(vi("nơi nhận phải thực hiện được kỹ thuật cần thiết trong phạm vi chuyên môn của mình, trừ cấp cứu"),
         en("the receiver must perform the techniques needed within its scope of practice, except in an emergency")),
    cites(law_15_2023, 7, "4"), demands(holds_techniques(receiver)) | unless(emergency));

inline constexpr auto receiver_works =
    rule("definition.operates"_rule,
         says(vi("nơi nhận phải đang hoạt động: cơ sở dự kiến hoặc đã ngừng không tiếp nhận ai"),
              en("the receiver operates: a planned or closed institution takes nobody")),
         cites(by_definition), demands(operates(receiver)));

inline constexpr auto receiver_treats =
    rule("definition.takes-patients"_rule,
         says(vi("nơi nhận phải là cơ sở khám bệnh, chữa bệnh"), en("the receiver is a facility that treats patients")),
         cites(by_definition), demands(takes_patients(receiver)));

inline constexpr auto receiver_in_vietnam = rule("definition.in-viet-nam"_rule,
                                                 says(vi("bộ quy tắc này chỉ áp dụng cho cơ sở đặt tại Việt Nam"),
                                                      en("these rules reach facilities in Viet Nam only")),
                                                 cites(by_definition), demands(stands_in<"VN">(receiver)));

inline constexpr auto another_house =
    rule("definition.another-house"_rule,
         says(vi("chuyển người bệnh là chuyển đến một cơ sở khác"), en("a transfer leads to another institution")),
         cites(by_definition), forbids(same_house));

/// Source: Circular 14/2014/TT-BYT, article 6.
inline constexpr auto signed_by_head =
    rule("vn.14-2014.6.state"_rule,
         says(vi("giấy chuyển do người đứng đầu cơ sở nhà nước hoặc người được ủy quyền ký"),
              en("the transfer paper is signed by the head of the State facility or a delegate")),
         cites(circular_14_2014, 6), instructs(owner(origin) == ownership::state));
inline constexpr auto signed_by_responsible =
    rule("vn.14-2014.6.private"_rule,
         says(vi("giấy chuyển do người chịu trách nhiệm chuyên môn của cơ sở tư nhân hoặc người được ủy quyền ký"),
              en("the transfer paper is signed by the professionally responsible person of the private facility or a "
                 "delegate")),
         cites(circular_14_2014, 6), instructs(owner(origin) == ownership::non_state));

}  // namespace transfer_rules

/// Who may send which patient where: professional transfer rules for any patient, emergency duty, and agreements.
///
/// On days before 2014-06-01 it has no rule (`not_in_force`). From 2025-01-01 on Circular 14/2014 is uncertain: answers that
/// rest on it alone say so, or leave it out, as the caller wants. Insurance is another matter and another rulebook.
inline constexpr auto transfer_between_facilities =
    rulebook("vn.transfer-between-facilities",
             label{"Chuyển người bệnh giữa các cơ sở khám bệnh, chữa bệnh (Việt Nam)",
                   "Transfer of patients between facilities (Viet Nam)"},
             otherwise::not_provided_for, transfer_rules::upward, transfer_rules::downward, transfer_rules::same_tier,
             transfer_rules::emergency_duty, transfer_rules::under_agreement, transfer_rules::within_scope,
             transfer_rules::receiver_works, transfer_rules::receiver_treats, transfer_rules::receiver_in_vietnam,
             transfer_rules::another_house, transfer_rules::signed_by_head, transfer_rules::signed_by_responsible);

}  // namespace vietnam
}  // namespace v0
}  // namespace lienvien
