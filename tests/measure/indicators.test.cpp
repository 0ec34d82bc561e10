#include <lienvien/measure/holding.hpp>
#include <lienvien/measure/improvement_cycle.hpp>
#include <lienvien/measure/nested_count.hpp>
#include <lienvien/measure/waiting_time.hpp>

#include <support/catch.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

struct stroke_case {
    truth ischaemic;
    truth in_time;
    truth refused;
    truth thrombolysed;
    sys_days day = std::chrono::sys_days(2026y / 3 / 1);
};

constexpr label ischaemic = says(vi("nhồi máu não"), en("ischaemic stroke"));
constexpr label in_time = says(vi("đến trong khung giờ"), en("arrived within the window"));
constexpr label refused = says(vi("người bệnh từ chối"), en("the patient declined"));
constexpr label thrombolysed = says(vi("được tiêu sợi huyết"), en("thrombolysed"));

auto thrombolysis_rate() {
    return counting<stroke_case>("thrombolysis"_indicator)
        .population(ischaemic, [](stroke_case const& c) { return c.ischaemic; })
        .eligible(in_time, [](stroke_case const& c) { return c.in_time; })
        .excluding(refused, [](stroke_case const& c) { return c.refused; })
        .meets(thrombolysed, [](stroke_case const& c) { return c.thrombolysed; });
}

// The order of the steps is part of the type.
template <class Steps>
concept can_count = requires(Steps const& steps, std::vector<stroke_case> const& cases) {
    steps.count(cases);
};
template <class Steps>
concept can_be_met = requires(Steps const& steps) {
    steps.meets(thrombolysed, [](stroke_case const& c) { return c.thrombolysed; });
};
template <class Steps>
concept can_take_population = requires(Steps const& steps) {
    steps.population(ischaemic, [](stroke_case const& c) { return c.ischaemic; });
};
using nothing_named = indicator_of<stroke_case>;
using population_named = indicator_of<stroke_case, case_place::outside>;
using eligible_named = indicator_of<stroke_case, case_place::excluded>;
using all_named = indicator_of<stroke_case, case_place::not_met>;
static_assert(!can_count<nothing_named> && !can_count<population_named> && !can_count<eligible_named>);
static_assert(can_count<all_named>);
static_assert(!can_be_met<nothing_named> && !can_be_met<population_named> && can_be_met<eligible_named>);
static_assert(can_take_population<nothing_named> && !can_take_population<eligible_named>);

constexpr auto yes = truth::yes;
constexpr auto no = truth::no;
constexpr auto open = truth::unknown;

sys_days on(int year, unsigned month, unsigned day) {
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day));
}

}  // namespace

TEST_CASE("an indicator lists what it counted and what it left out, and why; unknown facts stand apart") {
    std::vector<stroke_case> const cases{
        {yes, yes, no, yes},    // met
        {yes, yes, no, no},     // not met
        {no, yes, no, yes},     // outside: never counted, though thrombolysed
        {yes, no, no, yes},     // excluded: too late
        {yes, yes, yes, no},    // excluded: declined
        {open, yes, no, yes},   // not known whether of the population
        {yes, open, no, yes},   // not known whether eligible
        {yes, yes, no, open},   // outcome not known
        {yes, open, yes, yes},  // excluded for certain, whatever the window was
        {open, no, no, no},     // stays open at the population
    };
    auto const counted = thrombolysis_rate().count(cases);
    std::vector<case_place> places;
    for (auto const& each : counted.cases()) places.push_back(each.place);
    using enum case_place;
    CHECK(places == std::vector{met, not_met, outside, excluded, excluded, not_known, eligibility_not_known,
                                outcome_not_known, excluded, not_known});
    CHECK(counted.cases()[0].because == label{});
    CHECK(counted.cases()[2].because == ischaemic);
    CHECK(counted.cases()[3].because == in_time);
    CHECK(counted.cases()[4].because == refused);
    CHECK(counted.cases()[7].because == thrombolysed);
    CHECK(counted.cases()[8].because == refused);
    CHECK(counted.population() == items(7));
    CHECK(counted.denominator() == items(3));
    CHECK(counted.numerator() == items(1));
    CHECK(counted.open() == items(4));
    CHECK(counted.known_share()->whole() == items(2));
    auto const range = counted.possible_shares();
    REQUIRE(range);
    CHECK((range->least.part() == items(1) && range->least.whole() == items(6)));
    CHECK((range->most.part() == items(5) && range->most.whole() == items(6)));
}

TEST_CASE("a share refuses what cannot be: nobody counted, or more than there were; percentages compare exactly") {
    CHECK(share::of(items(0), items(0)).refusal().because == measuring_fault::nobody_counted);
    CHECK(share::of(items(3), items(2)).refusal().because == measuring_fault::more_than_measured);
    CHECK(share::of(items(1), items(2)).has_value());
    auto const third = *share::of(items(1), items(3));
    CHECK(third.reaches(*percentage::parse("33.33")));
    CHECK_FALSE(third.reaches(*percentage::parse("33.34")));
    CHECK(third.stays_within(*percentage::parse("33.34")));
    CHECK_FALSE(third.stays_within(*percentage::parse("33.33")));
    auto const nobody = thrombolysis_rate().count(std::vector<stroke_case>{{no, yes, no, yes}});
    CHECK(nobody.known_share().refusal().because == measuring_fault::nobody_counted);
    CHECK(nobody.possible_shares().refusal().because == measuring_fault::nobody_counted);
    CHECK_FALSE(nobody.known_share().refusal().why.vi.empty());
    // All unknown: no known share, and every share is possible.
    auto const unknown = thrombolysis_rate().count(std::vector<stroke_case>{{yes, yes, no, open}});
    CHECK_FALSE(unknown.known_share());
    CHECK((unknown.possible_shares()->least.part() == items(0) && unknown.possible_shares()->most.part() == items(1)));
    for (auto const& each : vocabulary<measuring_fault>::words)
        CHECK_FALSE((each.label.vi.empty() || each.label.en.empty()));
}

TEST_CASE("evidence counts only for a technique that the site held on the day") {
    network written;
    auto const technique = "thrombolysis"_technique;
    auto const add = [&](institution_id site, stage reached, validity valid) {
        written.capabilities.push_back(
            {.site = site, .technique = technique, .stage = reached, .valid = valid, .source = synthetic()});
    };
    add("learns"_institution, stage::on_site, {on(2026, 1, 1), on(2026, 4, 1)});
    add("learns"_institution, stage::accepted, {on(2026, 4, 1), on(2026, 9, 1)});
    add("learns"_institution, stage::suspended, {on(2026, 9, 1)});
    add("vague"_institution, stage::accepted, {partial_date::year(2026y)});
    written.technique_lists.push_back(
        {.site = "listed"_institution, .techniques = {technique}, .valid = {on(2025, 1, 1)}, .source = synthetic()});
    add("listed"_institution, stage::suspended, {on(2026, 2, 1), on(2026, 3, 1)});

    auto const why = [&](institution_id site, sys_days day, practice wanted) -> std::optional<measuring_fault> {
        auto const found = refusal_of_evidence(written, site, technique, day, wanted);
        if (!found) return std::nullopt;
        return found->because;
    };
    CHECK(why("nobody"_institution, on(2026, 5, 1), practice::alone) == measuring_fault::never_held);
    CHECK(why("learns"_institution, on(2026, 2, 1), practice::alone) == measuring_fault::before_held);
    CHECK(why("learns"_institution, on(2026, 2, 1), practice::alone_or_supervised) == std::nullopt);
    CHECK(why("learns"_institution, on(2025, 12, 31), practice::alone_or_supervised) == measuring_fault::before_held);
    CHECK(why("learns"_institution, on(2026, 4, 1), practice::alone) == std::nullopt);
    CHECK(why("learns"_institution, on(2026, 9, 1), practice::alone) == measuring_fault::not_held_then);
    CHECK(why("vague"_institution, on(2026, 5, 1), practice::alone) == measuring_fault::holding_not_known);
    CHECK(why("vague"_institution, on(2027, 1, 1), practice::alone) == std::nullopt);
    CHECK(why("vague"_institution, on(2025, 1, 1), practice::alone) == measuring_fault::before_held);
    CHECK(why("listed"_institution, on(2026, 1, 31), practice::alone) == std::nullopt);
    CHECK(why("listed"_institution, on(2026, 2, 1), practice::alone) == measuring_fault::not_held_then);

    // Accepted without an end, and suspended: two facts that contradict each other.
    add("both"_institution, stage::accepted, {on(2026, 1, 1)});
    add("both"_institution, stage::suspended, {on(2026, 6, 1)});
    CHECK(why("both"_institution, on(2026, 5, 1), practice::alone) == std::nullopt);
    CHECK(why("both"_institution, on(2026, 7, 1), practice::alone) == measuring_fault::holding_not_known);

    std::vector<stroke_case> cases{{yes, yes, no, yes, on(2026, 5, 1)}, {yes, yes, no, no, on(2026, 8, 31)}};
    auto const day_of = [](stroke_case const& c) { return c.day; };
    auto const counted =
        count_at(written, "learns"_institution, technique, practice::alone, thrombolysis_rate(), cases, day_of);
    REQUIRE(counted);
    CHECK(counted->numerator() == items(1));
    cases.push_back({yes, yes, no, yes, on(2026, 9, 2)});
    auto const late =
        count_at(written, "learns"_institution, technique, practice::alone, thrombolysis_rate(), cases, day_of);
    REQUIRE_FALSE(late);
    CHECK(late.refusal().because == measuring_fault::not_held_then);
    CHECK(late.refusal().why.en == "case 3: the technique was suspended or withdrawn on that day");
    CHECK(late.refusal().why.vi == "ca thứ 3: vào ngày đó kỹ thuật đang tạm dừng hoặc đã rút");
    auto const never = count_at(written, "nobody"_institution, technique, practice::alone, thrombolysis_rate(),
                                std::vector<stroke_case>{}, day_of);
    REQUIRE_FALSE(never);
    CHECK(never.refusal().because == measuring_fault::never_held);
}

TEST_CASE("door to needle: the median is exact, the limit is stated, and unknown times are neither short nor long") {
    auto const at = [](int minute) { return clock_minute(std::chrono::minutes(minute)); };
    std::vector<waited_case> cases{{at(0), at(45)}, {at(100), at(160)}, {at(7), at(42)},
                                   {at(0), at(90)}, {at(5), {}},        {at(60), at(10)}};
    waiting_times const waits(cases);
    CHECK(waits.counted() == items(4));
    CHECK(waits.not_known() == std::vector<std::size_t>{4});
    CHECK(waits.contradictory() == std::vector<std::size_t>{5});
    CHECK(waits.middle()->to_string() == "52.5");
    auto const within = waits.within(60min);
    CHECK((within->part() == items(3) && within->whole() == items(4)));
    CHECK((waits.possibly_within(60min)->least.part() == items(3) &&
           waits.possibly_within(60min)->most.part() == items(5)));
    CHECK(waits.possibly_within(60min)->least.whole() == items(6));
    cases.pop_back();
    cases.push_back({at(0), at(50)});
    CHECK(waiting_times(cases).middle()->to_string() == "50");
    CHECK(waiting_times({}).middle().refusal().because == measuring_fault::nobody_counted);
    CHECK(waiting_times({{at(0), {}}}).within(60min).refusal().because == measuring_fault::nobody_counted);
}

namespace {

struct hand_contact {
    truth cleaned;
};
counted_indicator hand_hygiene(int cleaned, int not_cleaned, int unseen, indicator_id id = "hand-hygiene"_indicator) {
    std::vector<hand_contact> contacts;
    for (int each = 0; each < cleaned; ++each) contacts.push_back({yes});
    for (int each = 0; each < not_cleaned; ++each) contacts.push_back({no});
    for (int each = 0; each < unseen; ++each) contacts.push_back({open});
    auto const everybody = [](hand_contact const&) { return truth::yes; };
    return counting<hand_contact>(id)
        .population(says(vi("tiếp xúc người bệnh"), en("contact with a patient")), everybody)
        .eligible(says(vi("quan sát được"), en("was watched")), everybody)
        .meets(says(vi("đã rửa tay"), en("hands were cleaned")), [](hand_contact const& c) { return c.cleaned; })
        .count(contacts);
}

// S3: only what was measured is replicated. A cycle begins planned, and no step can be left out.
template <class Stage>
concept can_replicate = requires(Stage const& at) {
    at.replicate();
};
static_assert(!can_replicate<cycle_planned> && !can_replicate<cycle_done> && can_replicate<cycle_studied>);
static_assert(!std::is_default_constructible_v<cycle_plan> && !std::is_default_constructible_v<cycle_replicated>);

}  // namespace

TEST_CASE("an improvement cycle replicates only after compliance was measured and reaches the stated target") {
    cycle_plan const plan{.change = {"rửa tay trước khi tiếp xúc", "clean hands before contact"},
                          .site = "bach-mai"_institution,
                          .compliance = "hand-hygiene"_indicator,
                          .target = *percentage::parse("80"),
                          .from = on(2026, 1, 1)};
    cycle_planned const planned(plan);
    CHECK(planned.carry_out(on(2025, 12, 31)).refusal().because == measuring_fault::another_subject);
    auto const done = planned.carry_out(on(2026, 3, 31));
    REQUIRE(done);
    CHECK(done->study(hand_hygiene(9, 1, 0, "complications"_indicator)).refusal().because ==
          measuring_fault::another_subject);
    CHECK(done->study(hand_hygiene(0, 0, 0)).refusal().because == measuring_fault::nobody_counted);
    CHECK(done->study(hand_hygiene(0, 0, 5)).refusal().because == measuring_fault::nobody_counted);

    auto const reached = done->study(hand_hygiene(80, 20, 0));
    REQUIRE(reached);
    auto const replicated = reached->replicate();
    REQUIRE(replicated);
    CHECK(replicated->proof().counted().numerator() == items(80));
    CHECK(done->study(hand_hygiene(79, 21, 0))->replicate().refusal().because == measuring_fault::below_target);
    // 80 of 90 seen complied, but ten contacts were not seen: 80 of 100 at worst, which is enough; eleven are too many.
    CHECK(done->study(hand_hygiene(80, 10, 10))->replicate());
    CHECK(done->study(hand_hygiene(80, 10, 11))->replicate().refusal().because == measuring_fault::target_open);
    auto next = plan;
    CHECK_FALSE(reached->adapt(next));
    next.from = on(2026, 4, 1);
    CHECK(reached->adapt(next)->plan().from == on(2026, 4, 1));
}
