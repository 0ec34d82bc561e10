#pragma once

// The files of the workload, read into the nouns of the library and into the structures of the plain program.

#include "declared.hpp"
#include "plain.hpp"
#include <lienvien/json/parse.hpp>
#include <lienvien/lienvien.hpp>

#include <charconv>
#include <cstdint>
#include <cstdio>
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
[[nodiscard]] inline lienvien::institution_id institution_name(std::int32_t number) {
    char text[16] = "i";
    auto const end = std::to_chars(text + 1, text + sizeof text, number).ptr;
    return lienvien::institution_id::checked({text, static_cast<std::size_t>(end - text)});
}
[[nodiscard]] inline lienvien::province_id province_name(std::int32_t number) {
    return lienvien::province_id::checked("p" + std::to_string(number));
}

/// Everything of the network file as nouns.
[[nodiscard]] inline lienvien::network read_network(value root) {
    using namespace lienvien;
    network made;
    made.techniques.reserve(9000);
    for (int department = 0; department < 60; ++department) {
        for (int rank = 0; rank < 150; ++rank) {
            char text[16];
            int const size = std::snprintf(text, sizeof text, "%02d.%03d", department, rank);
            made.techniques.push_back({.id = technique_id::checked({text, static_cast<std::size_t>(size)})});
        }
    }
    auto const institutions = member(root, "institutions");
    made.institutions.reserve(institutions.size());
    made.technique_lists.reserve(institutions.size());
    made.accreditation_lists.reserve(institutions.size());
    std::vector<field_id> fields;
    for (auto const name : field_names) fields.push_back(field_id::checked(name));
    auto const field_of = [&](std::string_view name) {
        for (auto const& each : fields) {
            if (each.view() == name) return each;
        }
        return field_id::checked(name);
    };
    for (auto const each : institutions.elements()) {
        auto const id = institution_name(number(member(each, "id")));
        institution noun{.id = id, .kind = institution_kind::hospital};
        noun.operations.push_back({operation_status::operating, always, {}});
        noun.place.province = province_name(number(member(each, "province")));
        made.institutions.push_back(std::move(noun));
        made.gradings.push_back(
            {.institution = id, .level = static_cast<technical_level>(number(member(each, "level"))), .valid = always});
        made.capacities.push_back(
            {.institution = id, .free = beds(number(member(each, "free_beds"))), .valid = always});
        auto const licensed = member(each, "licence");
        made.licences.push_back({.institution = id,
                                 .valid = period::between(day_of(member(licensed, "from")),
                                                          day_of(member(licensed, "to")) + std::chrono::days(1))});
        accreditation_list recognised{.institution = id, .valid = always};
        bool contract = false;
        for (auto const name : member(each, "accreditation").elements()) {
            if (characters(name) == "insurance_contract") {
                contract = true;
            } else {
                recognised.fields.push_back(field_of(characters(name)));
            }
        }
        made.accreditation_lists.push_back(std::move(recognised));
        made.insurance_contracts.push_back({.institution = id, .held = known(contract), .valid = always});
        technique_list listed{.site = id, .valid = always};
        auto const techniques = member(each, "techniques");
        listed.techniques.reserve(techniques.size());
        for (auto const code : techniques.elements())
            listed.techniques.push_back(technique_id::checked(characters(code)));
        made.technique_lists.push_back(std::move(listed));
    }
    auto const agreements = member(root, "agreements");
    made.agreements.reserve(agreements.size());
    std::uint32_t at = 0;
    for (auto const each : agreements.elements()) {
        char text[16];
        int const size = std::snprintf(text, sizeof text, "a%u", at++);
        agreement noun{.id = agreement_id::checked({text, static_cast<std::size_t>(size)})};
        noun.status = agreement_status::operating;
        auto const from = institution_name(number(member(each, "from")));
        auto const to = institution_name(number(member(each, "to")));
        noun.parties = {{from, party_role::peer}, {to, party_role::peer}};
        for (auto const name : member(each, "fields").elements()) noun.fields.push_back(field_of(characters(name)));
        auto const valid = member(each, "valid");
        noun.in_force =
            period::between(day_of(member(valid, "from")), day_of(member(valid, "to")) + std::chrono::days(1));
        noun.clauses.push_back({.activity = activity::patient_transfer, .from = from, .to = to});
        made.agreements.push_back(std::move(noun));
    }
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
