// The walk over a network misses no reference, no date and no source: counted against the nouns' own declarations.
#include <lienvien/reflect/nouns.hpp>
#include <lienvien/validate/subject.hpp>

#include <support/catch.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

using namespace lienvien;

namespace {

template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_claims : std::false_type {};
template <class T>
struct is_claims<claims<T>> : std::true_type {};
template <class T>
concept an_id = requires {
    typename T::tag;
};
template <class T>
concept a_measure = requires {
    typename T::unit;
};

/// A value with one of everything inside.
template <class T>
T one_of_everything() {
    if constexpr (an_id<T>)
        return T::checked("x");
    else if constexpr (a_measure<T>)
        return T::of_parts(0);
    else if constexpr (std::is_same_v<T, icd10_code>)
        return *icd10_code::parse("I63");
    else if constexpr (std::is_same_v<T, expiry>)
        return expires_each_year{};
    else if constexpr (is_vector<T>::value) {
        T all;
        all.push_back(one_of_everything<typename T::value_type>());
        return all;
    } else if constexpr (is_optional<T>::value)
        return one_of_everything<typename T::value_type>();
    else if constexpr (is_claims<T>::value) {
        T all;
        all.stated.push_back(one_of_everything<typename decltype(T::stated)::value_type>());
        return all;
    } else if constexpr (std::is_same_v<T, validity>)
        return {partial_date(), partial_date()};
    else if constexpr (reflected<T>)
        return from_members<T>(
            [](std::size_t, auto type) { return one_of_everything<typename decltype(type)::type>(); });
    else
        return T{};
}

struct counts {
    int ids = 0, dates = 0, periods = 0, sources = 0;
    bool operator==(counts const&) const = default;
};

template <class T>
void count(T const& value, std::string_view name, counts& seen) {
    if constexpr (an_id<T>) {
        if (name != "id" && name != "code" && !std::is_same_v<T, province_id>) ++seen.ids;
    } else if constexpr (std::is_same_v<T, partial_date>)
        ++seen.dates;
    else if constexpr (std::is_same_v<T, validity>)
        ++seen.periods;
    else if constexpr (is_vector<T>::value) {
        for (auto const& each : value) count(each, {}, seen);
    } else if constexpr (is_claims<T>::value)
        count(value.stated, {}, seen);
    else if constexpr (is_optional<T>::value) {
        if (value) count(*value, {}, seen);
    } else if constexpr (std::is_same_v<T, expiry>)
        std::visit([&](auto const& each) { count(each, {}, seen); }, value);
    else if constexpr (reflected<T>) {
        if constexpr (std::is_same_v<T, source>) ++seen.sources;
        for_each_member(value, [&](std::string_view inner, auto const& member) { count(member, inner, seen); });
    }
}

struct counting_visitor {
    counts seen;
    std::vector<std::string> places;
    void refers(detail::step const& at, auto const&) { ++seen.ids, places.push_back(at.pointer()); }
    void date(detail::step const& at, partial_date const&) { ++seen.dates, places.push_back(at.pointer()); }
    void when(detail::step const& at, validity const&) { ++seen.periods, places.push_back(at.pointer()); }
    void cites(detail::step const& at, source const&) { ++seen.sources, places.push_back(at.pointer()); }
};

}  // namespace

TEST_CASE("the walk over a network misses no reference, date or source, and goes nowhere twice") {
    auto const all = one_of_everything<network>();
    counts expected;
    count(all, {}, expected);
    counting_visitor visitor;
    detail::walk_network(visitor, all);
    CHECK(visitor.seen.ids == expected.ids);
    CHECK(visitor.seen.dates == expected.dates);
    CHECK(visitor.seen.periods == expected.periods);
    CHECK(visitor.seen.sources == expected.sources);
    CHECK(expected.ids > 80);
    auto places = visitor.places;
    std::sort(places.begin(), places.end());
    CHECK(std::adjacent_find(places.begin(), places.end()) == places.end());
    std::vector<std::string_view> names;
    detail::for_each_list([&](std::string_view name, auto const&) { names.push_back(name); }, all);
    std::vector<std::string_view> declared;
    for_each_member(all, [&](std::string_view name, auto const&) { declared.push_back(name); });
    CHECK(declared == names);
}
