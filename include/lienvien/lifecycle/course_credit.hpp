#pragma once

#include <lienvien/law/vietnam/continuing_education.hpp>
#include <lienvien/lifecycle/course.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What the steps of a course that were passed are worth as continuing education, one activity for each step that has hours
/// or may have them: those attended, else those that the programme states for the step. A step without either, other than
/// the assessment and the certificate, is an activity whose hours are not known.
/// \param provider  what kind of provider the institution behind the programme is; the model does not say
/// Source: Circular 32/2023/TT-BYT, articles 2 and 4, of short courses; the sum is `vietnam::check_continuing_education`
[[nodiscard]] inline std::vector<vietnam::education_activity> credit_of(programme const& of, course_record const& taken,
                                                                        vietnam::education_provider provider) {
    std::vector<vietnam::education_activity> done;
    for (auto const& each : taken.steps) {
        if (!is_yes(each.passed)) continue;
        std::optional<credit_hours> hours = each.hours;
        for (auto const& part : of.components) {
            if (!hours && part.kind == each.kind) hours = part.hours;
        }
        bool const teaches = each.kind == component_kind::theory || each.kind == component_kind::clinical;
        if (!hours && !teaches) continue;
        // Hours that nobody states stay open: no number of units stands for them.
        done.push_back({.on = each.on,
                        .form = hours ? vietnam::education_form::short_course : vietnam::education_form::not_known,
                        .provider = provider,
                        .stated = hours});
    }
    return done;
}

}  // namespace v0
}  // namespace lienvien
