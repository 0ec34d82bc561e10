#include <lienvien/json/kinds.hpp>
#include <lienvien/reflect/nouns.hpp>

#include <support/catch.hpp>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace lienvien;

namespace {

[[nodiscard]] std::size_t rounded_up(std::size_t offset, std::size_t alignment) {
    return (offset + alignment - 1) / alignment * alignment;
}

/// Every member follows the one before it without a gap that could hold another, and the last one ends the noun.
template <class T>
void check_layout() {
    INFO(type_name<T>());
    T const noun = json::detail::stand_in_maker{}(0, std::type_identity<T>{});
    auto const* const begin = reinterpret_cast<std::byte const*>(&noun);
    std::size_t end = 0;
    std::size_t count = 0;
    for_each_member(noun, [&](std::string_view name, auto const& member) {
        INFO(name);
        auto const offset = static_cast<std::size_t>(reinterpret_cast<std::byte const*>(&member) - begin);
        CHECK(offset == rounded_up(end, alignof(decltype(member))));
        CHECK(name == member_names<T>[count]);
        end = offset + sizeof(member);
        ++count;
    });
    CHECK(count == member_count<T>);
    CHECK(rounded_up(count == 0 ? 1 : end, alignof(T)) == sizeof(T));
}

template <class... Ts>
void check_layouts() {
    (check_layout<Ts>(), ...);
}

struct anything {
    template <class T>
    operator T() const {
        std::abort();  // only asked whether it could be
    }
};
template <class T, std::size_t... Index>
[[nodiscard]] consteval bool takes(std::index_sequence<Index...>) {
    return requires { T{(static_cast<void>(Index), anything{})...}; };
}

/// As an aggregate, a noun takes as many values as reflection names, and not one more.
template <class... Ts>
void check_counts() {
    (
        [] {
            INFO(type_name<Ts>());
            CHECK(takes<Ts>(std::make_index_sequence<member_count<Ts>>{}));
            CHECK_FALSE(takes<Ts>(std::make_index_sequence<member_count<Ts> + 1>{}));
        }(),
        ...);
}

}  // namespace

TEST_CASE("reflection forgets no member of any noun and keeps the order of declaration") {
    check_layouts<label, text, error, place_in_text, validity, source, claim<partial_date>, claim<stated_duration>,
                  operation, position, place, institution, membership, affiliation, succession, travel, grading,
                  legacy_standing, licence, accreditation, accreditation_list, insurance_contract, capacity, staffing,
                  equipment, technique, field, staff_need, package, evidence, capability, technique_list, stage_record,
                  transfer, commitment, party, earlier_agreement, clause, stated_duration, agreement, person,
                  role_holding, team, component, expires_after, expires_each_year, expires_unused, programme,
                  certificate, rotation, session, consultation, recognition, patient_need, offer, referral, indicator,
                  figure, regime, waiver, network>();
    check_counts<label, text, error, place_in_text, finding, source, claim<partial_date>, claim<stated_duration>,
                 operation, position, place, institution, membership, affiliation, succession, travel, grading,
                 legacy_standing, licence, accreditation, accreditation_list, insurance_contract, capacity, staffing,
                 equipment, technique, field, staff_need, package, evidence, capability, technique_list, stage_record,
                 transfer, commitment, party, earlier_agreement, clause, stated_duration, agreement, person,
                 role_holding, team, component, expiry_not_stated, never_expires, expires_after, expires_each_year,
                 expires_unused, programme, certificate, rotation, session, consultation, recognition, patient_need,
                 offer, referral, indicator, figure, regime, waiver, network>();
}

TEST_CASE("members are visited by the names that files use") {
    CHECK(member_names<technique>[5] == "requires");  // declared as requires_, because `requires` is a word of C++
    CHECK(type_name<role_holding>() == "role_holding");
    CHECK(member_count<never_expires> == 0);

    std::vector<std::string> visited;
    position here{.north = latitude(21), .east = longitude(105)};
    for_each_member(here, [&](std::string_view name, auto& member) {
        visited.push_back(std::string(name) + ' ' + member.to_string());
        member = std::remove_reference_t<decltype(member)>(0);
    });
    CHECK(visited == std::vector<std::string>{"north 21", "east 105"});
    CHECK(here == position{.north = latitude(0), .east = longitude(0)});
}

TEST_CASE("a noun is made of its members, asked for in the order of declaration") {
    std::vector<std::size_t> order;
    auto const made = from_members<position>([&]<class M>(std::size_t index, std::type_identity<M>) {
        order.push_back(index);
        return M(static_cast<std::int64_t>(index) + 1);
    });
    CHECK(made == position{.north = latitude(1), .east = longitude(2)});
    CHECK(order == std::vector<std::size_t>{0, 1});
}
