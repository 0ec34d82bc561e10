#include <lienvien/lifecycle/course_credit.hpp>

#include <support/catch.hpp>

#include <string>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

programme first_aid() {
    return {.id = "long-chau-first-aid"_programme,
            .provider = "bach-mai"_institution,
            .components = {{component_kind::theory, {}, credit_hours(16)},
                           {component_kind::clinical, {}, credit_hours(24)},
                           {component_kind::assessment},
                           {component_kind::certificate}},
            .source = synthetic("the hours")};
}
std::vector<std::string> codes(findings const& found) {
    std::vector<std::string> all;
    for (auto const& each : found) all.emplace_back(each.code.view());
    return all;
}
constexpr auto theory = component_kind::theory, clinical = component_kind::clinical,
               assessed_by = component_kind::assessment, graduation = component_kind::certificate,
               other_kind = component_kind::not_known;

}  // namespace

TEST_CASE("theory, then clinical training, then the assessment, then the certificate") {
    auto const enrolled = enrol<theory_to_certificate>(first_aid(), "p-1"_person);
    REQUIRE(enrolled.reached);
    auto const read = enrolled.reached->take<theory>(day(2026y / 3 / 2), truth::yes);
    REQUIRE(read.reached);
    auto const failed = read.reached->take<clinical>(day(2026y / 3 / 9), truth::no);
    CHECK_FALSE(failed.reached);
    CHECK(codes(failed.why_not) == std::vector<std::string>{"step-not-passed"});
    CHECK(failed.why_not[0].message.en == "the step “clinical training” (2026-03-09) was not passed");
    CHECK_FALSE(read.reached->take<clinical>(day(2026y / 3 / 9), truth::unknown).reached);
    auto const early = read.reached->take<clinical>(day(2026y / 3 / 1), truth::yes);
    CHECK(codes(early.why_not) == std::vector<std::string>{"dates-out-of-order"});
    auto const practised = read.reached->take<clinical>(day(2026y / 3 / 16), truth::yes, credit_hours(20));
    REQUIRE(practised.reached);
    auto const assessed = practised.reached->take<assessed_by>(day(2026y / 3 / 20), truth::yes);
    REQUIRE(assessed.reached);
    CHECK_FALSE(assessed.reached->certify("C1"_certificate, day(2026y / 3 / 19), synthetic()).reached);
    auto const granted =
        assessed.reached->certify("C1"_certificate, day(2026y / 3 / 20), synthetic(), "C0"_certificate);
    REQUIRE(granted.reached);
    CHECK(granted.reached->holder == "p-1"_person);
    CHECK(granted.reached->programme == "long-chau-first-aid"_programme);
    CHECK(granted.reached->issued == partial_date(2026y / 3 / 20));
    CHECK(granted.reached->renews == "C0"_certificate);
    CHECK(check_course(first_aid(), assessed.reached->record()).empty());
    SECTION("a programme with other steps takes nobody under this curriculum") {
        auto other = first_aid();
        other.components.erase(other.components.begin() + 1);
        auto const refused = enrol<theory_to_certificate>(other, "p-1"_person);
        CHECK_FALSE(refused.reached);
        CHECK(codes(refused.why_not) == std::vector<std::string>{"other-curriculum"});
    }
}

TEST_CASE("a written record with a step out of order is found") {
    auto const on = [](int n) { return day(2026y / 3 / 1) + std::chrono::days(n); };
    auto const check = [&](std::vector<course_step> steps) {
        return codes(check_course(first_aid(), {"long-chau-first-aid"_programme, "p-1"_person, std::move(steps)}));
    };
    using found = std::vector<std::string>;
    CHECK(check({}).empty());
    CHECK(check({{theory, on(0), truth::yes}, {clinical, on(1), truth::yes}}).empty());
    CHECK(check({{clinical, on(0), truth::yes}}) == found{"step-out-of-order"});
    CHECK(check({{theory, on(0), truth::yes}, {graduation, on(1), truth::yes}}) ==
          found{"step-out-of-order", "step-out-of-order"});
    CHECK(check({{theory, on(0), truth::yes}, {theory, on(1), truth::yes}}) == found{"step-out-of-order"});
    CHECK(check({{theory, on(1), truth::yes}, {clinical, on(0), truth::yes}}) == found{"dates-out-of-order"});
    CHECK(check({{theory, on(0), truth::no}, {theory, on(1), truth::yes}, {clinical, on(2), truth::yes}}).empty());
    CHECK(check({{theory, on(0), truth::no}, {clinical, on(2), truth::yes}}) ==
          found{"step-not-passed", "step-out-of-order"});
    CHECK(check({{other_kind, on(0), truth::yes}}) == found{"foreign-step"});
    CHECK(codes(check_course(first_aid(), {"another"_programme, "p-1"_person, {}})) == found{"other-programme"});
}

TEST_CASE("the hours of courses count towards 120 in five years") {
    using namespace vietnam;
    std::vector<education_activity> done;
    auto const course = [&](year_month_day on, std::optional<credit_hours> attended, education_provider provider) {
        course_record const taken{"long-chau-first-aid"_programme,
                                  "p-1"_person,
                                  {{theory, day(on), truth::yes},
                                   {clinical, day(on), truth::yes, attended},
                                   {assessed_by, day(on), truth::yes}}};
        for (auto const& each : credit_of(first_aid(), taken, provider)) done.push_back(each);
    };
    auto const outcome = [&](year_month_day today) {
        return check_continuing_education(done, day(2024y / 1 / 1), leap_day::on_28_february, credit_conversions,
                                          unverified::leave_out, day(today))
            .outcome();
    };
    for (int year = 2024; year < 2027; ++year)
        course(std::chrono::year(year) / 3 / 2, std::nullopt, education_provider::health_facility);
    CHECK(done.size() == 6);
    CHECK(outcome(2026y / 3 / 1) == compliance::facts_missing);
    CHECK(outcome(2026y / 3 / 2) == compliance::met);
    done.clear();
    for (int year = 2024; year < 2027; ++year)
        course(std::chrono::year(year) / 3 / 2, credit_hours(20), education_provider::health_facility);
    CHECK(outcome(2028y / 12 / 31) == compliance::facts_missing);
    CHECK(outcome(2029y / 1 / 1) == compliance::not_met);
    course(2028y / 3 / 2, std::nullopt, education_provider::other);
    CHECK(outcome(2029y / 1 / 1) == compliance::not_met);
    SECTION("hours that nobody states leave it open") {
        auto silent = first_aid();
        for (auto& each : silent.components) each.hours.reset();
        auto const open = credit_of(silent, {silent.id, "p-1"_person, {{theory, day(2028y / 5 / 1), truth::yes}}},
                                    education_provider::health_facility);
        REQUIRE(open.size() == 1);
        done.push_back(open[0]);
        CHECK(outcome(2029y / 1 / 1) == compliance::facts_missing);
    }
}
