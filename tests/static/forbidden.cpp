// Expressions that a reader could write by mistake and that have no meaning: none of them compiles.
#include <lienvien/model/network.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

using namespace lienvien;

namespace {

// --- Operators that a clinician would not say aloud.
// clang-format off
template <class A, class B>
concept can_add = requires(A a, B b) { a + b; };
template <class A, class B>
concept can_subtract = requires(A a, B b) { a - b; };
template <class A, class B>
concept can_multiply = requires(A a, B b) { a * b; };
template <class A, class B>
concept can_divide = requires(A a, B b) { a / b; };
template <class A>
concept can_step = requires(A a) { ++a; } || requires(A a) { a++; } || requires(A a) { --a; } || requires(A a) { -a; };
template <class A, class B>
concept can_compare = requires(A a, B b) { a == b; } || requires(A a, B b) { a != b; };
template <class A, class B>
concept can_order = requires(A a, B b) { a < b; } || requires(A a, B b) { a > b; } || requires(A a, B b) { a <= b; } ||
                    requires(A a, B b) { a >= b; } || requires(A a, B b) { a <=> b; };
template <class From, class To>
concept can_become = requires(From from) { To(from); } || requires(From from) { To{from}; } || std::is_convertible_v<From, To> ||
                     requires(From from, To to) { to = from; };
// clang-format on
template <class T>
concept can_be_empty = std::is_default_constructible_v<T>;
template <class T>
concept can_decide = std::is_constructible_v<bool, T>;

// Nothing passes between two types, either way.
template <class A, class B>
concept apart = !can_compare<A, B> && !can_order<A, B> && !can_become<A, B> && !can_become<B, A> && !can_add<A, B> &&
                !can_subtract<A, B>;

// One type against every other of a list, both ways.
template <class... Types>
struct list {};
template <class One, class... Others>
consteval bool apart_from_all(list<Others...>) {
    return ((std::same_as<One, Others> || (apart<One, Others> && apart<Others, One>)) && ...);
}
template <class... Types>
consteval bool all_apart(list<Types...> all) {
    return (apart_from_all<Types>(all) && ...);
}

using identities = list<institution_id, technique_id, package_id, field_id, agreement_id, commitment_id, person_id,
                        team_id, programme_id, certificate_id, transfer_id, rotation_id, consultation_id, need_id,
                        referral_id, indicator_id, recognition_id, regime_id, province_id, finding_code, icd10_code>;
using measures = list<beds, people, minutes_of_travel, cases_per_year, years_of_age, stated_years, grading_score,
                      percentage, credit_hours, latitude, longitude, calendar_months, items>;

static_assert(all_apart(identities()), "identities of different nouns never mix");
static_assert(all_apart(measures()), "measures of different things never mix");

// --- Identities.
template <class... Ids>
consteval bool identities_have_one_door(list<Ids...>) {
    return ((!can_be_empty<Ids> && !can_become<char const*, Ids> && !can_become<std::string, Ids> &&
             !can_become<std::string_view, Ids> && !can_become<std::nullptr_t, Ids> && !can_become<int, Ids> &&
             !can_become<Ids, std::string> && !can_become<Ids, std::string_view> && !can_become<Ids, char const*> &&
             !can_become<Ids, bool> && !can_decide<Ids> && !can_compare<Ids, char const*> &&
             !can_compare<Ids, std::string_view> && !can_order<Ids, std::string_view> && !can_add<Ids, Ids> &&
             !can_add<Ids, char const*> && !can_step<Ids>)&&...);
}
static_assert(identities_have_one_door(identities()), "an identity is a literal or parsed");
static_assert(can_compare<institution_id, institution_id> && can_order<institution_id, institution_id>,
              "the questions above can say yes");
static_assert(std::is_nothrow_copy_constructible_v<institution_id> &&
              std::is_nothrow_copy_assignable_v<institution_id>);

// --- Measures.
template <class... Measures>
consteval bool measures_are_exact(list<Measures...>) {
    return ((!can_be_empty<Measures> && !std::is_convertible_v<int, Measures> &&
             !std::is_constructible_v<Measures, double> && !std::is_constructible_v<Measures, float> &&
             !std::is_constructible_v<Measures, long double> && !std::is_constructible_v<Measures, bool> &&
             !can_become<Measures, int> && !can_become<Measures, std::int64_t> && !can_become<Measures, double> &&
             !can_become<Measures, bool> && !can_compare<Measures, int> && !can_order<Measures, int> &&
             !can_add<Measures, int> && !can_add<int, Measures> && !can_subtract<Measures, int> &&
             !can_multiply<Measures, Measures> && !can_multiply<Measures, int> && !can_divide<Measures, Measures> &&
             !can_divide<Measures, int> && !can_step<Measures> && !can_decide<Measures>)&&...);
}
static_assert(measures_are_exact(measures()), "a measure has explicit ways in and out and no floating point");
template <class... Measures>
consteval bool sums_only_where_they_mean_something(list<Measures...>) {
    return ((can_add<Measures, Measures> == Measures::unit::additive &&
             can_subtract<Measures, Measures> == Measures::unit::additive) &&
            ...);
}
static_assert(sums_only_where_they_mean_something(measures()));
static_assert(!can_add<years_of_age, years_of_age> && !can_add<grading_score, grading_score> &&
              !can_add<percentage, percentage> && !can_add<latitude, latitude> && can_add<beds, beds> &&
              can_add<minutes_of_travel, minutes_of_travel>);

// --- Truth is not a bool.
// clang-format off
template <class A, class B>
concept can_shorten = requires(A a, B b) { a && b; } || requires(A a, B b) { a || b; };
template <class A, class B>
concept can_combine = requires(A a, B b) { a & b; } || requires(A a, B b) { a | b; } || requires(A a, B b) { a &= b; };
template <class A>
concept can_turn_bits = requires(A a) { ~a; };
// clang-format on

static_assert(!std::is_convertible_v<bool, truth> && !std::is_convertible_v<truth, bool> &&
              !std::is_convertible_v<int, truth> && !std::is_convertible_v<truth, int> &&
              !std::is_assignable_v<truth&, bool>);
static_assert(!can_decide<truth> && !can_compare<truth, bool> && !can_compare<bool, truth> && !can_compare<truth, int>);
static_assert(!can_shorten<truth, truth> && !can_shorten<truth, bool> && !can_combine<truth, bool> &&
              !can_combine<bool, truth> && !can_turn_bits<truth>);
static_assert(can_combine<truth, truth> && std::same_as<decltype(!truth()), truth>);
static_assert(std::same_as<decltype(happened_by(partial_date(), sys_days())), truth> &&
              std::same_as<decltype(holds_on(always, sys_days())), truth>);

// --- Time.
static_assert(!can_order<period, period> && !can_order<partial_date, partial_date> && !can_order<validity, validity>);
static_assert(!can_add<period, period> && !can_add<partial_date, std::chrono::days> &&
              !can_subtract<partial_date, partial_date>);
static_assert(!can_become<partial_date, sys_days> && !can_become<partial_date, year_month_day>,
              "a partial date is no day");
static_assert(!can_become<sys_days, period> && !std::is_constructible_v<period, sys_days, sys_days>,
              "a period has named doors");
static_assert(!can_become<int, partial_date> && !can_become<std::chrono::year, partial_date> &&
                  !can_become<std::chrono::year_month, partial_date>,
              "what is left open is said: month, year");
static_assert(!can_become<validity, period> && std::is_convertible_v<period, validity>);
static_assert(!can_become<char const*, partial_date> && !can_become<std::string, partial_date>);

// --- Results, words and nouns.
static_assert(!std::is_convertible_v<result<int>, bool> && !std::is_convertible_v<result<int>, int> &&
              !can_add<result<int>, int> && !can_order<result<int>, result<int>> && !can_be_empty<result<int>>);
static_assert(std::is_constructible_v<bool, result<int>>);
static_assert(!can_become<result<institution_id>, institution_id>);
static_assert(!can_compare<stage, agreement_status> && !std::is_convertible_v<stage, agreement_status> &&
              !std::is_convertible_v<stage, int> && !std::is_convertible_v<int, stage> &&
              !can_compare<technical_level, legacy_tier> && !can_order<technical_level, legacy_tier>);
static_assert(!can_order<agreement, agreement> && !can_order<institution, institution> && !can_order<network, network>);
static_assert(!std::is_default_constructible_v<agreement> && !std::is_default_constructible_v<institution>,
              "a noun has an identity");
static_assert(std::is_aggregate_v<agreement> && std::is_aggregate_v<institution> && std::is_aggregate_v<patient_need> &&
              std::is_aggregate_v<network>);
static_assert(!can_compare<institution, institution_id> && !can_compare<agreement, institution>);
static_assert(std::is_nothrow_move_constructible_v<network> && std::is_nothrow_move_assignable_v<network>);

}  // namespace
