#pragma once

#include <lienvien/base/order.hpp>
#include <lienvien/lifecycle/capability_conditions.hpp>
#include <lienvien/lifecycle/certificate_register.hpp>
#include <lienvien/lifecycle/staff_conditions.hpp>
#include <lienvien/rules/changes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Who at a site counts as certified for a technique, day by day: on duty there and certified, as the register says, and of the
/// profession that the network gives them. Owns the register.
class staff_on_duty {
public:
    /// \param grace_counts  does someone in grace still count?
    staff_on_duty(network const& written, certificate_register certificates, bool grace_counts)
        : certificates_(std::move(certificates)),
          enough_(grace_counts ? certificate_detail::in_grace : certificate_detail::is_valid),
          professions_(certificates_.staff().people(), profession::not_known) {
        for (auto const& each : written.people) {
            if (auto const at = certificates_.staff().find(each.id)) professions_[*at] = each.profession;
        }
    }
    [[nodiscard]] certificate_register const& certificates() const noexcept { return certificates_; }

    /// Does somebody hold a valid certificate of a programme on a day? None where the register has no certificate of theirs.
    [[nodiscard]] std::optional<truth> holds(person_id const& who, programme_id const& what, sys_days day) const {
        auto const person = certificates_.staff().find(who);
        auto const topic = certificates_.find_topic(what);
        if (!person || !topic || steps_of(*person, *topic).count == 0) return std::nullopt;
        auto const both = certificates_.both_on(*person, *topic, certificate_detail::number_of(day));
        return both >> 3 >= enough_ ? truth::yes : (both & 7) < enough_ ? truth::no : truth::unknown;
    }
    /// Do enough people of the site hold a valid certificate on a day? Not known where their dates leave it open; who has no
    /// certificate in the register counts as not certified.
    /// Complexity: people of the site x log changes of each
    [[nodiscard]] truth enough_on(staff_condition const& of, sys_days day) const {
        return judged(of, people_of(of, {}, day), certificate_detail::number_of(day));
    }
    /// Those surely on duty, surely of the profession, whose certificate does not surely hold on a day.
    [[nodiscard]] std::vector<person_id> without_certificate(staff_condition const& of, sys_days day) const {
        auto const number = certificate_detail::number_of(day);
        std::vector<person_id> found;
        for (auto const& each : people_of(of, {}, day)) {
            if (is_yes(each.fits) && each.there(number).sure && each.standing(number) >> 3 < enough_)
                found.push_back(each.who);
        }
        return found;
    }
    /// The days on which too few do, or may do, in order. Several certificates of one person count once.
    ///
    /// \param happened  changes that somebody proposes: whom they certify holds one certificate more
    /// \param day       when, where no session is known
    /// Complexity: people of the site x days on which something changes with them
    [[nodiscard]] std::vector<interruption> shortfalls(staff_condition const& of,
                                                       std::vector<change> const& happened = {},
                                                       sys_days day = {}) const {
        using namespace certificate_detail;
        std::vector<interruption> all;
        if (!of.need.certified_by) return all;
        auto const there = people_of(of, happened, day);
        std::vector<std::int32_t> days;
        auto const note = [&](std::int32_t one) {
            if (one > long_ago && one < no_day) days.push_back(one);
        };
        for (auto const& each : there) {
            for (auto const& duty : each.duties) {
                for (auto const one : {duty.from.first, duty.from.last, duty.until.first, duty.until.last}) note(one);
            }
            for (auto const& step : each.steps) note(step.from());
        }
        detail::sort_by(days, [](std::int32_t a, std::int32_t b) { return a < b; });
        partial_date begins = partial_date::always();
        truth now = judged(of, there, long_ago);
        auto const close = [&](std::optional<partial_date> until) {
            if (!is_yes(now)) all.push_back({{begins, until}, !now, why_short(of), of.source});
        };
        for (auto const one : days) {
            truth const then = judged(of, there, one);
            if (then == now) continue;
            close(partial_date(day_of(one)));
            begins = partial_date(day_of(one));
            now = then;
        }
        close(std::nullopt);
        return all;
    }

private:
    /// Somebody who is ever on duty at the site of a condition.
    struct member {
        person_id who;
        truth fits;
        std::vector<certificate_detail::duty> duties;
        std::vector<certificate_detail::step> steps;

        [[nodiscard]] certificate_detail::presence there(std::int32_t day) const noexcept {
            certificate_detail::presence found;
            for (auto const& each : duties) {
                auto const one = certificate_detail::presence_on(each, day);
                found = {found.sure || one.sure, found.possible || one.possible};
            }
            return found;
        }
        [[nodiscard]] std::uint8_t standing(std::int32_t day) const noexcept {
            return certificate_detail::both_on(steps.data(), steps.size(), day);
        }
    };

    [[nodiscard]] certificate_detail::rows<certificate_detail::step>::row steps_of(std::uint32_t person,
                                                                                   std::uint32_t topic) const noexcept {
        return certificates_.steps()[person * certificates_.topics().size() + topic];
    }
    /// Everybody who may count for a condition, with the certificates that somebody proposes for a day.
    [[nodiscard]] std::vector<member> people_of(staff_condition const& of, std::vector<change> const& happened,
                                                sys_days day) const {
        std::vector<member> found;
        auto const& staff = certificates_.staff();
        auto const where = staff.find(of.site);
        auto const topic = of.need.certified_by ? certificates_.find_topic(*of.need.certified_by) : std::nullopt;
        if (!where || !topic) return found;
        for (auto const person : staff.people_at(*where)) {
            auto const is = professions_[person];
            member made{staff.person(person),
                        of.need.profession == profession::not_known ? truth::yes
                        : is == profession::not_known               ? truth::unknown
                                                                    : known(is == of.need.profession),
                        {},
                        {}};
            if (is_no(made.fits)) continue;
            for (auto const& each : staff.duties_of(person)) {
                if (each.site == *where) made.duties.push_back(each);
            }
            std::optional<sys_days> proposed;
            for (auto const& each : happened) {
                auto const* act = std::get_if<certify_person>(&each);
                if (act && act->who == made.who && act->programme == *of.need.certified_by && act->at == of.site)
                    proposed = act->session.value_or(day);
            }
            if (proposed) {
                made.steps = certificates_.certification_of(person, *topic, nullptr, proposed).steps();
            } else {
                for (auto const& each : steps_of(person, *topic)) made.steps.push_back(each);
            }
            found.push_back(std::move(made));
        }
        return found;
    }
    [[nodiscard]] truth judged(staff_condition const& of, std::vector<member> const& there, std::int32_t day) const {
        std::int64_t sure = 0, possible = 0;
        for (auto const& each : there) {
            auto const presence = each.there(day);
            auto const both = each.standing(day);
            sure += presence.sure && is_yes(each.fits) && both >> 3 >= enough_ ? 1 : 0;
            possible += presence.possible && (both & 7) >= enough_ ? 1 : 0;
        }
        std::int64_t const wanted = of.need.at_least.count();
        return sure >= wanted ? truth::yes : possible < wanted ? truth::no : truth::unknown;
    }
    [[nodiscard]] static text why_short(staff_condition const& of) {
        std::string const wanted = of.need.at_least.to_string();
        std::string const programme(of.need.certified_by->view());
        bool const anybody = of.need.profession == profession::not_known;
        label const who = label_of(of.need.profession);
        return {"chưa đủ " + wanted + (anybody ? " người" : " " + std::string(who.vi)) + " có chứng chỉ “" + programme +
                    "” còn hiệu lực",
                "fewer than " + wanted + (anybody ? " people" : " (" + std::string(who.en) + ")") +
                    " hold a valid certificate “" + programme + "”"};
    }

    certificate_register certificates_;
    std::uint8_t enough_;
    std::vector<profession> professions_;  // by the number of the person in the register
};

}  // namespace v0
}  // namespace lienvien
