#pragma once

// The files of the workload, read into the nouns of the library and into the structures of the plain program.

#include "declared.hpp"
#include "plain.hpp"
#include <lienvien/json/parse.hpp>
#include <lienvien/lienvien.hpp>

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace workload {

using lienvien::json::value;

inline constexpr std::string_view field_names[] = {"stroke",   "oncology", "cardiac", "trauma",
                                                   "neonatal", "dialysis", "burns",   "transplant"};

[[nodiscard]] inline value member(value of, std::string_view name) {
    auto const found = of.find(name);
    if (!found) throw std::string("the file has no member ") + std::string(name);
    return *found;
}
[[nodiscard]] inline std::int32_t number(value of) {
    auto const digits = of.number();
    if (!digits) throw std::string("not a number: ") + of.pointer();
    std::int32_t found = 0;
    for (char const c : *digits) found = found * 10 + (c - '0');
    return found;
}
[[nodiscard]] inline std::string_view characters(value of) {
    auto const found = of.string();
    if (!found) throw std::string("not a string: ") + of.pointer();
    return *found;
}
[[nodiscard]] inline lienvien::sys_days day_of(value of) {
    auto const read = lienvien::parse_day(characters(of));
    if (!read) throw std::string("not a day: ") + of.pointer();
    return *read;
}
[[nodiscard]] inline std::int32_t day_number(value of) {
    return static_cast<std::int32_t>(day_of(of).time_since_epoch().count());
}
/// "12.034" as a number below 9,000.
[[nodiscard]] inline std::uint16_t technique_number(std::string_view code) {
    auto const digit = [&](std::size_t at) { return code[at] - '0'; };
    return static_cast<std::uint16_t>((digit(0) * 10 + digit(1)) * 150 + digit(3) * 100 + digit(4) * 10 + digit(5));
}
/// A letter and a number.
template <class Id>
[[nodiscard]] Id numbered(char letter, std::int32_t number) {
    char text[16] = {letter};
    auto const end = std::to_chars(text + 1, text + sizeof text, number).ptr;
    return Id::checked({text, static_cast<std::size_t>(end - text)});
}
[[nodiscard]] inline lienvien::institution_id institution_name(std::int32_t number) {
    return numbered<lienvien::institution_id>('i', number);
}
[[nodiscard]] inline lienvien::province_id province_name(std::int32_t number) {
    return numbered<lienvien::province_id>('p', number);
}

/// The members of one object, taken by name. Programs write like objects in one order: each member is looked for behind
/// the one that was taken before, and only then from the beginning.
class members_in_order {
public:
    explicit members_in_order(value object) : object_(object), next_(object.members().begin()) {}

    [[nodiscard]] value operator[](std::string_view name) {
        for (auto const end = object_.members().end(); next_ != end;) {
            auto const each = *next_++;
            if (each.name == name) return each.value;
        }
        return member(object_, name);
    }

private:
    value object_;
    decltype(std::declval<lienvien::json::members>().begin()) next_;
};
template <class Id>
[[nodiscard]] Id name_in(value of) {
    auto const read = Id::parse(characters(of));
    if (!read) throw std::string("not an identity: ") + of.pointer();
    return *read;
}
/// {"from": day, "to": day}, the last day included.
[[nodiscard]] inline lienvien::period days_in(value of) {
    members_in_order members(of);
    auto const first = day_of(members["from"]);
    return lienvien::period::between(first, day_of(members["to"]) + std::chrono::days(1));
}
[[nodiscard]] inline std::vector<lienvien::technique> all_techniques() {
    std::vector<lienvien::technique> made;
    made.reserve(60 * 150);
    for (int department = 0; department < 60; ++department) {
        for (int rank = 0; rank < 150; ++rank) {
            auto const digit = [](int of) { return static_cast<char>('0' + of % 10); };
            char const code[] = {digit(department / 10), digit(department), '.',
                                 digit(rank / 100),      digit(rank / 10),  digit(rank)};
            made.push_back({.id = lienvien::technique_id::checked({code, sizeof code})});
        }
    }
    return made;
}
/// The members that are read here stand in the order in which the file has them; each noun is made where it stays.
inline void read_institution(value written, lienvien::network& made) {
    using namespace lienvien;
    members_in_order members(written);
    auto const id = institution_name(number(members["id"]));
    auto& noun = made.institutions.emplace_back(id);
    noun.kind = institution_kind::hospital;
    noun.operations.emplace_back(operation_status::operating, always);
    auto& graded = made.gradings.emplace_back(id);
    graded.level = static_cast<technical_level>(number(members["level"]));
    graded.valid = always;
    noun.place.province = province_name(number(members["province"]));
    auto& room = made.capacities.emplace_back(id);
    room.free = beds(number(members["free_beds"]));
    room.valid = always;
    auto& recognised = made.accreditation_lists.emplace_back(id);
    recognised.valid = always;
    auto& contract = made.insurance_contracts.emplace_back(id, truth::no);
    contract.valid = always;
    auto const held = members["accreditation"];
    recognised.fields.reserve(held.size());
    for (auto const name : held.elements()) {
        if (characters(name) == "insurance_contract") {
            contract.held = truth::yes;
        } else {
            recognised.fields.push_back(name_in<field_id>(name));
        }
    }
    made.licences.emplace_back(id).valid = days_in(members["licence"]);
    auto& listed = made.technique_lists.emplace_back(id);
    listed.valid = always;
    auto const techniques = members["techniques"];
    listed.techniques.reserve(techniques.size());
    for (auto const code : techniques.elements()) listed.techniques.push_back(name_in<technique_id>(code));
}
inline void read_agreement(value written, lienvien::network& made) {
    using namespace lienvien;
    members_in_order members(written);
    auto const number_of_this = static_cast<std::int32_t>(made.agreements.size());
    auto& noun = made.agreements.emplace_back(numbered<agreement_id>('a', number_of_this));
    auto const from = institution_name(number(members["from"]));
    auto const to = institution_name(number(members["to"]));
    noun.status = agreement_status::operating;
    noun.parties.reserve(2);
    noun.parties.emplace_back(from, party_role::peer);
    noun.parties.emplace_back(to, party_role::peer);
    noun.clauses.emplace_back(activity::patient_transfer, from, to);
    noun.in_force = days_in(members["valid"]);
    auto const fields = members["fields"];
    noun.fields.reserve(fields.size());
    for (auto const name : fields.elements()) noun.fields.push_back(name_in<field_id>(name));
}
/// Everything of the network file as nouns.
[[nodiscard]] inline lienvien::network read_network(value root) {
    lienvien::network made;
    made.techniques = all_techniques();
    for (auto const name : field_names) made.fields.push_back({.id = lienvien::field_id::checked(name)});
    made.fields.push_back({.id = lienvien::field_id::checked("paediatric")});
    auto const institutions = member(root, "institutions");
    auto const agreements = member(root, "agreements");
    made.institutions.reserve(institutions.size());
    made.gradings.reserve(institutions.size());
    made.capacities.reserve(institutions.size());
    made.accreditation_lists.reserve(institutions.size());
    made.insurance_contracts.reserve(institutions.size());
    made.licences.reserve(institutions.size());
    made.technique_lists.reserve(institutions.size());
    made.agreements.reserve(agreements.size());
    for (auto const each : institutions.elements()) read_institution(each, made);
    for (auto const each : agreements.elements()) read_agreement(each, made);
    return made;
}
inline void read_side_tables(value root) {
    tables = {};
    for (auto const code : member(root, "direct_access").elements())
        tables.direct_access.listed[icd_list::place(characters(code))] = true;
    for (auto const each : member(root, "institutions").elements())
        tables.at.push_back({number(member(each, "x")), number(member(each, "y"))});
}
[[nodiscard]] inline std::vector<plain::institution> read_plain(value root) {
    std::vector<plain::institution> made;
    auto const field_bit = [](std::string_view name) -> std::uint16_t {
        for (std::size_t f = 0; f < 8; ++f) {
            if (field_names[f] == name) return static_cast<std::uint16_t>(1u << f);
        }
        return name == "insurance_contract" ? plain::contract_bit : plain::children_bit;
    };
    for (auto const each : member(root, "institutions").elements()) {
        auto const licensed = member(each, "licence");
        plain::institution noun{static_cast<std::uint32_t>(number(member(each, "id"))),
                                number(member(each, "level")),
                                number(member(each, "province")),
                                {number(member(each, "x")), number(member(each, "y"))},
                                number(member(each, "free_beds")),
                                0,
                                day_number(member(licensed, "from")),
                                day_number(member(licensed, "to")),
                                {},
                                {}};
        for (auto const name : member(each, "accreditation").elements())
            noun.recognised = static_cast<std::uint16_t>(noun.recognised | field_bit(characters(name)));
        for (auto const code : member(each, "techniques").elements())
            noun.techniques.push_back(technique_number(characters(code)));
        made.push_back(std::move(noun));
    }
    for (auto const each : member(root, "agreements").elements()) {
        auto const valid = member(each, "valid");
        std::uint8_t fields = 0;
        for (auto const name : member(each, "fields").elements())
            fields = static_cast<std::uint8_t>(fields | field_bit(characters(name)));
        made[static_cast<std::size_t>(number(member(each, "from")))].agreements.push_back(
            {static_cast<std::uint32_t>(number(member(each, "to"))), day_number(member(valid, "from")),
             day_number(member(valid, "to")), fields});
    }
    return made;
}

/// A request as a need of the library, and on which day it is asked.
struct asked_need {
    std::uint32_t id;
    lienvien::sys_days on;
    lienvien::patient_need need;
};
[[nodiscard]] inline std::vector<asked_need> read_needs(value root, value network_root, std::size_t most) {
    using namespace lienvien;
    std::unordered_map<std::string_view, std::string_view> field_by_icd;
    for (auto const each : member(network_root, "field_by_icd").members())
        field_by_icd[each.name] = characters(each.value);
    std::vector<asked_need> made;
    for (auto const each : root.elements()) {
        if (made.size() == most) break;
        auto const code = characters(member(each, "icd"));
        patient_need need{.id = need_id::checked("n" + std::string(*member(each, "id").number())),
                          .origin = institution_name(number(member(each, "origin"))),
                          .diagnoses = {icd10_code::checked(code)}};
        if (auto const found = field_by_icd.find(code); found != field_by_icd.end())
            need.field = field_id::checked(found->second);
        for (auto const technique : member(each, "techniques").elements())
            need.techniques.push_back(technique_id::checked(characters(technique)));
        auto const how_soon = characters(member(each, "urgency"));
        need.urgency = how_soon == "emergency" ? urgency::emergency
                       : how_soon == "urgent"  ? urgency::urgent
                                               : urgency::routine;
        need.stable = known(*member(each, "stable").boolean());
        auto const insurance = characters(member(each, "insurance"));
        need.insured = known(insurance != "none");
        need.card_rate = percentage(insurance == "none" ? 0 : insurance == "basic" ? 80 : 100);
        need.age = years_of_age(number(member(each, "age")));
        need.residence = province_name(number(member(each, "province")));
        made.push_back(
            {static_cast<std::uint32_t>(number(member(each, "id"))), day_of(member(each, "date")), std::move(need)});
    }
    return made;
}
[[nodiscard]] inline std::vector<plain::request> read_plain_requests(value root, value network_root, std::size_t most) {
    std::unordered_map<std::string_view, int> field_by_icd;
    for (auto const each : member(network_root, "field_by_icd").members()) {
        for (int f = 0; f < 8; ++f) {
            if (field_names[f] == characters(each.value)) field_by_icd[each.name] = f;
        }
    }
    std::vector<plain::request> made;
    for (auto const each : root.elements()) {
        if (made.size() == most) break;
        auto const code = characters(member(each, "icd"));
        auto const found = field_by_icd.find(code);
        auto const insurance = characters(member(each, "insurance"));
        plain::request asked{static_cast<std::uint32_t>(number(member(each, "id"))),
                             static_cast<std::uint32_t>(number(member(each, "origin"))),
                             {},
                             found == field_by_icd.end() ? -1 : found->second,
                             tables.direct_access.listed[icd_list::place(code)],
                             characters(member(each, "urgency")) == "emergency",
                             *member(each, "stable").boolean(),
                             insurance == "none"    ? 0
                             : insurance == "basic" ? 1
                                                    : 2,
                             number(member(each, "age")),
                             day_number(member(each, "date")),
                             number(member(each, "province"))};
        for (auto const technique : member(each, "techniques").elements())
            asked.techniques.push_back(technique_number(characters(technique)));
        made.push_back(std::move(asked));
    }
    return made;
}

}  // namespace workload
