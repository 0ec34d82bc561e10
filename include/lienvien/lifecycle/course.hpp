#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/programme.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// One step of a programme that someone took.
struct course_step {
    component_kind kind{};
    sys_days on;
    truth passed{};
    std::optional<credit_hours> hours{};  ///< attended, where that is recorded

    friend bool operator==(course_step const&, course_step const&) = default;
};
/// What someone did in a programme, as a record says it.
struct course_record {
    programme_id programme;
    person_id person;
    std::vector<course_step> steps{};

    friend bool operator==(course_record const&, course_record const&) = default;
};

namespace course_detail {
inline void add(findings& to, std::string_view code, severity weight, course_record const& of, text message) {
    to.add({finding_code::checked(code),
            weight,
            "person " + std::string(of.person.view()) + " in programme " + std::string(of.programme.view()),
            {},
            std::move(message)});
}
/// What speaks against one more step behind those that are taken.
inline void check_next(course_record const& of, course_step const& next, findings& found) {
    label const name = label_of(next.kind);
    std::string const vi_name(name.vi), en_name(name.en), on = format_day(next.on);
    if (!of.steps.empty() && next.on < of.steps.back().on) {
        add(found, "dates-out-of-order", severity::error, of,
            {"bước “" + vi_name + "” (" + on + ") trước bước liền trước (" + format_day(of.steps.back().on) + ")",
             "the step “" + en_name + "” (" + on + ") comes before the one that precedes it (" +
                 format_day(of.steps.back().on) + ")"});
    }
    if (is_yes(next.passed)) return;
    bool const failed = is_no(next.passed);
    add(found, "step-not-passed", failed ? severity::error : severity::warning, of,
        {"bước “" + vi_name + "” (" + on + ") " + (failed ? "không đạt" : "chưa rõ có đạt không"),
         "the step “" + en_name + "” (" + on + ") " + (failed ? "was not passed" : "is not known to be passed")});
}
}  // namespace course_detail

namespace course_detail {
/// The step at a place; not known where there is none.
template <component_kind... Steps>
[[nodiscard]] constexpr component_kind step_at(std::size_t place) noexcept {
    component_kind found{};
    std::size_t at = 0;
    ((found = at++ == place ? Steps : found), ...);
    return found;
}
}  // namespace course_detail

/// The order of the steps of a programme, as a type: `curriculum<theory, clinical, assessment, certificate>`.
template <component_kind... Steps>
struct curriculum {
    static constexpr std::size_t size = sizeof...(Steps);
    [[nodiscard]] static constexpr component_kind step(std::size_t place) noexcept {
        return course_detail::step_at<Steps...>(place);
    }
    /// Is it the order of the components of this programme?
    [[nodiscard]] static bool matches(programme const& written) {
        if (written.components.size() != size) return false;
        for (std::size_t at = 0; at < size; ++at) {
            if (written.components[at].kind != step(at)) return false;
        }
        return true;
    }
    static_assert(sizeof...(Steps) >= 2, "LIENVIEN-E071: a curriculum has a step before its certificate");
    static_assert(course_detail::step_at<Steps...>(sizeof...(Steps) - 1) == component_kind::certificate,
                  "LIENVIEN-E071: the certificate is the last step of a curriculum");
    static_assert(((Steps == component_kind::certificate ? 1 : 0) + ...) == 1,
                  "LIENVIEN-E071: a curriculum has one certificate");
    static_assert(((Steps == component_kind::not_known ? 1 : 0) + ...) == 0,
                  "LIENVIEN-E071: every step of a curriculum is known");
};
/// The model that Long Châu asks for. Source: articles/003.txt: lý thuyết - lâm sàng - đánh giá - cấp chứng chỉ.
using theory_to_certificate = curriculum<component_kind::theory, component_kind::clinical, component_kind::assessment,
                                         component_kind::certificate>;

template <class Curriculum, std::size_t Done>
class course;

/// What was reached, or why the step does not count.
template <class Next>
struct next_step {
    std::optional<Next> reached{};
    findings why_not{};
};

/// Someone in a programme of whom it is certain that `Done` steps are passed, in their order. The only ways in are `enrol`
/// and `take`.
template <class Curriculum, std::size_t Done>
class course {
public:
    static_assert(Done <= Curriculum::size);

    [[nodiscard]] course_record const& record() const noexcept { return record_; }

    /// The next step. Any other step is a compile error; one not passed, or dated before the last, is a finding.
    template <component_kind Step>
    [[nodiscard]] next_step<course<Curriculum, Done + 1>> take(sys_days on, truth passed,
                                                               std::optional<credit_hours> hours = std::nullopt) const {
        static_assert(Done < Curriculum::size && Curriculum::step(Done) == Step,
                      "LIENVIEN-E072: the steps of a programme are taken in their order, each once");
        static_assert(Step != component_kind::certificate, "LIENVIEN-E073: a certificate is granted by certify");
        next_step<course<Curriculum, Done + 1>> made;
        course_step next{Step, on, passed, hours};
        course_detail::check_next(record_, next, made.why_not);
        if (!made.why_not.empty()) return made;
        auto record = record_;
        record.steps.push_back(std::move(next));
        made.reached = course<Curriculum, Done + 1>(std::move(record));
        return made;
    }
    /// The certificate at the end. A compile error where a step is missing; refused where it is dated before the last step.
    [[nodiscard]] next_step<certificate> certify(certificate_id id, sys_days on, source origin,
                                                 std::optional<certificate_id> renews = std::nullopt) const {
        static_assert(Done + 1 == Curriculum::size, "LIENVIEN-E073: a certificate follows every other step");
        next_step<certificate> made;
        course_detail::check_next(record_, {component_kind::certificate, on, truth::yes, {}}, made.why_not);
        if (made.why_not.empty()) {
            made.reached = certificate{.id = std::move(id),
                                       .programme = record_.programme,
                                       .holder = record_.person,
                                       .issued = on,
                                       .renews = std::move(renews),
                                       .source = std::move(origin)};
        }
        return made;
    }

private:
    template <class, std::size_t>
    friend class course;
    template <class Any>
    friend next_step<course<Any, 0>> enrol(programme const&, person_id const&);
    explicit course(course_record record) : record_(std::move(record)) {}

    course_record record_;
};

/// Enrols someone, where the programme as written has the steps of the curriculum.
template <class Curriculum>
[[nodiscard]] next_step<course<Curriculum, 0>> enrol(programme const& in, person_id const& who) {
    next_step<course<Curriculum, 0>> made;
    course_record record{in.id, who, {}};
    if (Curriculum::matches(in)) {
        made.reached = course<Curriculum, 0>(std::move(record));
    } else {
        course_detail::add(made.why_not, "other-curriculum", severity::error, record,
                           {"các bước của chương trình không phải như vậy", "the programme has other steps"});
    }
    return made;
}

/// A record held against its programme at run time: steps out of order, skipped, foreign, not passed, or dated backwards; a
/// certificate before the end. Empty where everything is as it must be so far.
/// A step that was failed may be taken again; what counts is that it was passed before the next one.
[[nodiscard]] inline findings check_course(programme const& of, course_record const& taken) {
    findings found;
    auto const say = [&](std::string_view code, component_kind kind, std::string_view vi_rest,
                         std::string_view en_rest) {
        label const name = label_of(kind);
        course_detail::add(found, code, severity::error, taken,
                           {"bước “" + std::string(name.vi) + "” " + std::string(vi_rest),
                            "the step “" + std::string(name.en) + "” " + std::string(en_rest)});
    };
    if (taken.programme != of.id)
        say("other-programme", component_kind::not_known, "thuộc chương trình khác", "is one of another programme");
    course_record so_far{taken.programme, taken.person, {}};
    std::size_t next = 0;  // the component that is due
    for (auto const& each : taken.steps) {
        std::size_t at = next;
        while (at < of.components.size() && of.components[at].kind != each.kind) ++at;
        if (at == of.components.size()) {
            bool const again = [&] {
                for (std::size_t before = 0; before < next; ++before) {
                    if (of.components[before].kind == each.kind) return true;
                }
                return false;
            }();
            if (again)
                say("step-out-of-order", each.kind, "đã qua từ trước", "was passed before");
            else
                say("foreign-step", each.kind, "không có trong chương trình", "is none of the programme");
            continue;
        }
        for (std::size_t skipped = next; skipped < at; ++skipped)
            say("step-out-of-order", of.components[skipped].kind, "chưa qua mà đã sang bước sau",
                "was not passed before a later step");
        findings wrong;
        course_detail::check_next(so_far, each, wrong);
        bool const repeated =
            is_no(each.passed) && wrong.size() == 1 && &each != &taken.steps.back() && (&each + 1)->kind == each.kind;
        if (!repeated) found.append(std::move(wrong));
        so_far.steps.push_back(each);
        next = is_yes(each.passed) ? at + 1 : at;
    }
    return found;
}

}  // namespace v0
}  // namespace lienvien
