#pragma once

#include <lienvien/lifecycle/capability_conditions.hpp>
#include <lienvien/lifecycle/certificate_register.hpp>
#include <lienvien/lifecycle/staff_conditions.hpp>
#include <lienvien/lifecycle/staff_on_duty.hpp>
#include <lienvien/rules/changes.hpp>
#include <lienvien/rules/request.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A day on which people are certified in a programme: the end of a course, a session of an examination.
struct planned_session {
    programme_id programme;
    sys_days on;

    friend bool operator==(planned_session const&, planned_session const&) = default;
};

/// What hangs on certified staff: techniques that are suspended while too few people at a site hold a valid certificate, and
/// the act that mends it, to certify somebody.
///
/// Whether a certificate is valid says the register, who is on duty too; this adds who counts for which technique. `hold`
/// writes the suspensions into a network, so that a referral is decided with them; given to `repairs`, it offers to certify
/// people of the receiver, one by one. The register is taken as whole: who has no certificate in it is not certified. Holds
/// what it needs; the network may go. Only read after it is made.
class certified_staff {
public:
    /// \param written       the network with its capabilities before any suspension for lack of staff
    /// \param certificates  the register of its people
    /// \param conditions    which technique hangs on whom: `staff_conditions(written)`, or declared by the caller
    /// \param grace_counts  does someone in grace still count?
    /// \param sessions      when people can be certified, as far as it is known
    certified_staff(network const& written, certificate_register certificates, std::vector<staff_condition> conditions,
                    bool grace_counts, std::vector<planned_session> sessions = {})
        : staff_(written, std::move(certificates), grace_counts),
          conditions_(std::move(conditions)),
          sessions_(std::move(sessions)) {
        for (auto const& each : conditions_) {
            bool there = !each.need.certified_by;
            for (auto const& other : held_)
                there = there || (other.site == each.site && other.technique == each.technique);
            if (!there) held_.push_back({each.site, each.technique, written_of(written, each)});
        }
    }

    [[nodiscard]] staff_on_duty const& staff() const noexcept { return staff_; }
    [[nodiscard]] std::vector<staff_condition> const& conditions() const noexcept { return conditions_; }

    /// Suspends in a network what lacks staff, in the place of what it says of these techniques at these sites.
    void hold(network& all) const {
        for (auto const& each : held_) write(all, each, each.before, {}, sys_days{});
    }

    /// Whom to certify, so that a technique needed can be performed at the receiver on the day of the next session, or else of
    /// the question: those surely on duty there, of the profession, whose certificate does not surely hold; none where there
    /// are surely enough. By turns for each condition.
    [[nodiscard]] std::vector<change> offers(request const& asked, site to) const {
        std::vector<std::vector<change>> by_condition;
        std::size_t most = 0;
        for (auto const& each : conditions_) {
            if (!each.need.certified_by || each.site != asked.today().at(to).id || !is_needed(asked, each)) continue;
            auto const session = next_session(*each.need.certified_by, asked.today().day());
            sys_days const day = session.value_or(asked.today().day());
            by_condition.emplace_back();
            if (is_yes(staff_.enough_on(each, day))) continue;
            for (auto const& who : staff_.without_certificate(each, day))
                by_condition.back().push_back(certify_person{who, *each.need.certified_by, each.site, session});
            if (most < by_condition.back().size()) most = by_condition.back().size();
        }
        std::vector<change> all;
        for (std::size_t turn = 0; turn < most; ++turn) {
            for (auto const& each : by_condition) {
                if (turn < each.size()) add_once(all, each[turn]);
            }
        }
        return all;
    }
    /// What follows for a network in which changes have happened: suspensions that certificates lift, and techniques accepted
    /// at a site that lacks staff. What was found out of a technique stands.
    void settle(network& all, std::vector<change> const& happened, sys_days day) const {
        for (auto const& each : held_) {
            bool found_out = false, accepted = false, certified = false;
            for (auto const& one : happened) {
                auto const* learnt = std::get_if<learn_fact>(&one);
                auto const* act = std::get_if<accept_technique>(&one);
                auto const* staff = std::get_if<certify_person>(&one);
                found_out = found_out || (learnt && learnt->what == matter::technique && learnt->of == each.site &&
                                          learnt->technique == each.technique);
                accepted = accepted || (act && act->at == each.site && act->technique == each.technique);
                certified = certified || (staff && staff->at == each.site);
            }
            if (found_out || (!accepted && !certified)) continue;
            std::vector<capability> taken;
            for (auto const& fact : all.capabilities) {
                if (accepted && is_of(fact, each)) taken.push_back(fact);
            }
            write(all, each, accepted ? taken : each.before, happened, day);
        }
    }

private:
    /// A technique at a site, as it was written before any suspension for lack of staff.
    struct held_technique {
        institution_id site;
        technique_id technique;
        std::vector<capability> before;
    };
    template <class Named>
    [[nodiscard]] static bool is_of(capability const& fact, Named const& each) noexcept {
        return fact.site == each.site && fact.technique == each.technique;
    }
    /// What a network says of a technique at a site; where it says so by an approved list only, the list as a capability.
    [[nodiscard]] static std::vector<capability> written_of(network const& all, staff_condition const& of) {
        std::vector<capability> found;
        for (auto const& each : all.capabilities) {
            if (is_of(each, of)) found.push_back(each);
        }
        if (!found.empty()) return found;
        for (auto const& each : all.technique_lists) {
            bool listed = false;
            for (auto const& technique : each.techniques) listed = listed || technique == of.technique;
            if (!listed || each.site != of.site) continue;
            found.push_back({.site = of.site,
                             .technique = of.technique,
                             .stage = stage::accepted,
                             .valid = each.valid,
                             .decision = each.decision,
                             .source = each.source});
        }
        return found;
    }
    [[nodiscard]] static bool is_needed(request const& asked, staff_condition const& of) {
        for (auto const& each : asked.need().techniques) {
            if (each == of.technique) return true;
        }
        return false;
    }
    static void add_once(std::vector<change>& all, change const& one) {
        for (auto const& each : all) {
            if (each == one) return;
        }
        all.push_back(one);
    }
    [[nodiscard]] std::optional<sys_days> next_session(programme_id const& of, sys_days today) const {
        std::optional<sys_days> next;
        for (auto const& each : sessions_) {
            if (each.programme == of && each.on >= today && (!next || each.on < *next)) next = each.on;
        }
        return next;
    }

    /// Writes a technique at a site with its suspensions, in the place of what is written of it.
    void write(network& all, held_technique const& each, std::vector<capability> periods,
               std::vector<change> const& happened, sys_days day) const {
        bool known_here = false;
        for (auto const& technique : all.techniques) known_here = known_here || technique.id == each.technique;
        if (!known_here) return;
        for (auto const& of : conditions_) {
            if (of.site == each.site && of.technique == each.technique)
                periods = interrupted(std::move(periods), staff_.shortfalls(of, happened, day));
        }
        std::vector<capability> kept;
        for (auto& fact : all.capabilities) {
            if (!is_of(fact, each)) kept.push_back(std::move(fact));
        }
        for (auto& fact : periods) kept.push_back(std::move(fact));
        all.capabilities = std::move(kept);
    }

    staff_on_duty staff_;
    std::vector<staff_condition> conditions_;
    std::vector<planned_session> sessions_;
    std::vector<held_technique> held_;
};

}  // namespace v0
}  // namespace lienvien
