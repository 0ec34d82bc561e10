#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/rules/ground.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

// Changes that somebody could bring about, as values. None of them has happened: they are proposals, and what is worked out
// with them is worked out on a copy of the network.

/// An agreement that is written down, but not for the day, is made to cover it.
struct renew_agreement {
    agreement_id agreement;
    friend bool operator==(renew_agreement const&, renew_agreement const&) = default;
};
/// An agreement that is proposed, planned or agreed in principle is signed, with all its clauses.
struct sign_agreement {
    agreement_id agreement;
    friend bool operator==(sign_agreement const&, sign_agreement const&) = default;
};
/// A technique on its way to an institution is accepted there.
struct accept_technique {
    technique_id technique;
    institution_id at;
    friend bool operator==(accept_technique const&, accept_technique const&) = default;
};
/// The licence last written of an institution is renewed.
struct renew_licence {
    institution_id institution;
    std::string number{};
    friend bool operator==(renew_licence const&, renew_licence const&) = default;
};
/// A bed becomes free.
struct free_bed {
    institution_id institution;
    friend bool operator==(free_bed const&, free_bed const&) = default;
};

/// What may turn out when somebody asks.
enum class matter : std::uint8_t {
    stable,
    transfer_indicated,
    past_emergency_stage,
    improved,
    how_urgent,
    tier,
    level,
    technique,
    operation,
    agreement_in_force,
    free_beds,
    kind,
    accreditation,
    adjacent_upper
};
/// A fact that is not known turns out to be so.
struct learn_fact {
    matter what{};
    std::int64_t value = 1;  ///< 1 or -1 of statements; an enumerator of tier, level and urgency
    std::optional<institution_id> of{};
    std::optional<technique_id> technique{};
    std::optional<agreement_id> agreement{};
    std::optional<field_id> field{};
    friend bool operator==(learn_fact const&, learn_fact const&) = default;
};
/// Somebody on the staff of an institution is certified in a programme, at the next session or else in time for the day.
struct certify_person {
    person_id who;
    programme_id programme;
    institution_id at;
    std::optional<sys_days> session{};  ///< the day of the next session; none where none is known
    friend bool operator==(certify_person const&, certify_person const&) = default;
};
/// The transfer waits until a day, whether or not the patient can.
struct wait_until {
    sys_days day;
    friend bool operator==(wait_until const&, wait_until const&) = default;
};

/// One change that somebody could bring about.
using change = std::variant<learn_fact, free_bed, renew_agreement, renew_licence, sign_agreement, accept_technique,
                            certify_person, wait_until>;

/// Do the two exclude each other: one matter that cannot turn out in two ways, two days to wait for?
[[nodiscard]] inline bool exclude_each_other(change const& a, change const& b) {
    if (std::holds_alternative<wait_until>(a)) return std::holds_alternative<wait_until>(b);
    auto const* one = std::get_if<learn_fact>(&a);
    auto const* other = std::get_if<learn_fact>(&b);
    return one && other && one->what == other->what && one->of == other->of && one->technique == other->technique &&
           one->agreement == other->agreement;
}

namespace detail {

[[nodiscard]] inline text quoted(text const& name) { return {"“" + name.vi + "”", "“" + name.en + "”"}; }
template <class Facts, class Id>
[[nodiscard]] text name_in(Facts const& facts, Id const& id) {
    for (auto const& each : facts) {
        if (each.id == id) return quoted(called(id, each.name));
    }
    return quoted(called(id, text{}));
}

/// A change in words.
struct change_words {
    network const* written;
    sys_days day;

    [[nodiscard]] text operator()(renew_agreement const& act) const {
        text const name = name_in(written->agreements, act.agreement);
        return {"gia hạn thỏa thuận " + name.vi + " để có hiệu lực vào ngày " + format_day(day),
                "renew the agreement " + name.en + " so that it covers " + format_day(day)};
    }
    [[nodiscard]] text operator()(sign_agreement const& act) const {
        text const name = name_in(written->agreements, act.agreement);
        return {"ký thỏa thuận " + name.vi + ", có hiệu lực vào ngày " + format_day(day),
                "sign the agreement " + name.en + ", in force on " + format_day(day)};
    }
    [[nodiscard]] text operator()(accept_technique const& act) const {
        text const name = name_in(written->techniques, act.technique);
        text const at = name_in(written->institutions, act.at);
        return {"nghiệm thu kỹ thuật " + name.vi + " tại " + at.vi, "accept the technique " + name.en + " at " + at.en};
    }
    [[nodiscard]] text operator()(renew_licence const& act) const {
        text const of = name_in(written->institutions, act.institution);
        std::string const number = act.number.empty() ? "" : " " + act.number;
        return {"gia hạn giấy phép hoạt động" + number + " của " + of.vi,
                "renew the licence" + number + " of " + of.en};
    }
    [[nodiscard]] text operator()(free_bed const& act) const {
        text const of = name_in(written->institutions, act.institution);
        return {"có một giường trống tại " + of.vi, "a bed becomes free at " + of.en};
    }
    [[nodiscard]] text operator()(certify_person const& act) const {
        text who = quoted(called(act.who, text{}));
        label kind{"nhân viên", "member of staff"};
        for (auto const& each : written->people) {
            if (each.id != act.who) continue;
            if (!each.name.empty()) who = quoted({each.name, each.name});
            if (each.profession != profession::not_known) kind = label_of(each.profession);
        }
        text const what = name_in(written->programmes, act.programme);
        text const at = name_in(written->institutions, act.at);
        std::string const session = act.session ? format_day(*act.session) : std::string();
        return {"cấp chứng chỉ " + what.vi + " cho " + std::string(kind.vi) + " " + who.vi + " tại " + at.vi +
                    (session.empty() ? "" : ", kỳ ngày " + session),
                "certify the " + std::string(kind.en) + " " + who.en + " at " + at.en + " in " + what.en +
                    (session.empty() ? "" : ", at the session of " + session)};
    }
    [[nodiscard]] text operator()(wait_until const& act) const {
        return {"chờ đến ngày " + format_day(act.day), "wait until " + format_day(act.day)};
    }
    [[nodiscard]] text operator()(learn_fact const& act) const {
        text const what = matter_of(act);
        return {"xác minh và kết quả là: " + what.vi, "find out, and it turns out: " + what.en};
    }

private:
    [[nodiscard]] static text of_rank(text const& of, label rank) {
        return {of.vi + " thuộc " + std::string(rank.vi), of.en + " is of " + std::string(rank.en)};
    }
    [[nodiscard]] text matter_of(learn_fact const& act) const {
        bool const yes = act.value > 0;
        text const of = act.of ? name_in(written->institutions, *act.of) : text{};
        auto const either = [&](label if_yes, label if_no) { return to_text(yes ? if_yes : if_no); };
        auto const about = [&](text what) { return text{of.vi + " " + what.vi, of.en + " " + what.en}; };
        switch (act.what) {
            case matter::stable:
                return either(
                    {"người bệnh đủ ổn định để vận chuyển", "the patient is stable enough to travel"},
                    {"người bệnh không đủ ổn định để vận chuyển", "the patient is not stable enough to travel"});
            case matter::transfer_indicated:
                return either(
                    {"đã hội chẩn và có chỉ định chuyển", "a consultation was held and indicates the transfer"},
                    {"không có chỉ định chuyển", "no consultation indicates the transfer"});
            case matter::past_emergency_stage:
                return either({"người bệnh đã qua giai đoạn cấp cứu", "the patient is past the emergency stage"},
                              {"người bệnh chưa qua giai đoạn cấp cứu", "the patient is not past the emergency stage"});
            case matter::improved:
                return either({"bệnh đã thuyên giảm", "the patient has improved"},
                              {"bệnh chưa thuyên giảm", "the patient has not improved"});
            case matter::how_urgent: {
                label const words = label_of(static_cast<urgency>(act.value));
                return {"mức độ khẩn: " + std::string(words.vi), "urgency: " + std::string(words.en)};
            }
            case matter::tier:
                return of_rank(of, label_of(static_cast<legacy_tier>(act.value)));
            case matter::level:
                return of_rank(of, label_of(static_cast<technical_level>(act.value)));
            case matter::technique: {
                text const name = act.technique ? name_in(written->techniques, *act.technique) : text{};
                return about({(yes ? "thực hiện được " : "không thực hiện được ") + name.vi,
                              (yes ? "performs " : "does not perform ") + name.en});
            }
            case matter::operation:
                return about({"đang hoạt động", "is operating"});
            case matter::agreement_in_force: {
                text const name = act.agreement ? name_in(written->agreements, *act.agreement) : text{};
                return {"thỏa thuận " + name.vi + " có hiệu lực vào ngày " + format_day(day),
                        "the agreement " + name.en + " is in force on " + format_day(day)};
            }
            case matter::free_beds:
                return about({"có giường trống", "has a free bed"});
            case matter::kind:
                return about({"là bệnh viện", "is a hospital"});
            case matter::accreditation: {
                text const name = act.field ? name_in(written->fields, *act.field) : text{};
                return about({"được công nhận về " + name.vi, "is accredited for " + name.en});
            }
            default:
                return about({"là tuyến trên liền kề của nơi chuyển",
                              "is the adjacent upper facility of the sending institution"});
        }
    }
};

}  // namespace detail

/// A change in words: "renew the agreement “…” so that it covers 2026-11-21".
///
/// \param day  the day for which it is proposed
[[nodiscard]] inline text describe(change const& proposed, network const& written, sys_days day) {
    return std::visit(detail::change_words{&written, day}, proposed);
}

/// The day of the question once the changes have happened: later where one is to wait.
[[nodiscard]] inline sys_days day_after(std::vector<change> const& changes, sys_days today) {
    for (auto const& each : changes) {
        if (auto const* wait = std::get_if<wait_until>(&each)) return wait->day;
    }
    return today;
}

}  // namespace v0
}  // namespace lienvien
