#pragma once

#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lifecycle/certified_staff.hpp>
#include <lienvien/rules/repair.hpp>

#include <network/made.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A made-up story of two hospitals: a district hospital sends patients for haemodialysis to a provincial one, which took the
/// technique over and performs it while enough of its nurses hold the certificate that the package demands. Nobody is real.
namespace made {

struct two_hospitals {
    network written;
    patient_need need{.id = "n"_need,
                      .origin = "huyen"_institution,
                      .techniques = {"dialysis"_technique},
                      .urgency = urgency::routine,
                      .transfer_indicated = truth::yes,
                      .improved = truth::no,
                      .source = synthetic()};
    std::vector<planned_session> sessions;
    certificate_terms terms{month_end::last_of_month, last_valid_day::day_before, renewal_start::at_issue,
                            std::chrono::days(0)};
    bool grace_counts = false;

    two_hospitals() {
        add_hospital(written, "huyen");
        add_hospital(written, "tinh");
        institution_in(written, "tinh").name = {"Bệnh viện tỉnh", "Provincial Hospital"};
        add_technique(written, "dialysis");
        written.techniques.back().name = {"lọc máu", "haemodialysis"};
        add_list(written, "huyen", {});
        add_affiliation(written, "huyen", "tinh", affiliation_kind::referral_line);
        stand("huyen", legacy_tier::district);
        stand("tinh", legacy_tier::provincial);
        written.programmes.push_back({.id = "course"_programme,
                                      .name = {"Lọc máu cơ bản", "Basic haemodialysis"},
                                      .provider = "tinh"_institution,
                                      .expiry = expires_after{calendar_months(12)},
                                      .source = synthetic()});
        written.packages.push_back({.id = "p"_package,
                                    .techniques = {"dialysis"_technique},
                                    .staff = {{profession::nurse, people(2), "course"_programme}},
                                    .source = synthetic()});
        written.transfers.push_back({.id = "t"_transfer,
                                     .package = "p"_package,
                                     .giver = "huyen"_institution,
                                     .recipient = "tinh"_institution,
                                     .stages = {{.stage = stage::accepted, .on = 2023y / 1 / 1, .source = synthetic()}},
                                     .source = synthetic()});
        write_capabilities(written, "t"_transfer);
    }
    void stand(std::string_view id, legacy_tier tier) {
        std::erase_if(written.legacy_standings, [&](auto const& each) { return each.institution == named(id); });
        written.legacy_standings.push_back(
            {.institution = named(id), .tier = tier, .valid = always, .source = synthetic()});
    }
    void employ(std::string_view id, profession who, std::optional<year_month_day> certified = {}) {
        std::string name(id);
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
        written.people.push_back({.id = person_id::checked(id),
                                  .name = std::move(name),
                                  .profession = who,
                                  .workplace = "tinh"_institution,
                                  .source = synthetic()});
        if (certified) certify(id, *certified);
    }
    void certify(std::string_view id, partial_date on) {
        written.certificates.push_back(
            {.id = certificate_id::checked("c" + std::to_string(written.certificates.size())),
             .programme = "course"_programme,
             .holder = person_id::checked(id),
             .issued = on,
             .source = synthetic()});
    }
    void add_agreement(agreement_status status, validity in_force) {
        written.agreements.push_back(
            {.id = "a-17"_agreement,
             .name = {"Thỏa thuận A-17", "Agreement A-17"},
             .status = status,
             .parties = {{"huyen"_institution, party_role::peer}, {"tinh"_institution, party_role::peer}},
             .in_force = in_force,
             .clauses = {{.activity = activity::patient_transfer, .source = synthetic()}},
             .source = synthetic()});
    }
    [[nodiscard]] certified_staff staff_of(network const& all) const {
        return {all, certificate_register(all, terms), staff_conditions(all), grace_counts, sessions};
    }
    /// The network as it is asked: suspended where staff is short.
    [[nodiscard]] network held() const {
        network all = written;
        staff_of(written).hold(all);
        return all;
    }
};

}  // namespace made
