#pragma once

#include <lienvien/validate/validate.hpp>

#include <string>
#include <string_view>
#include <vector>

/// A small network in which nothing is wrong; each test breaks one thing in a copy. All values are made up.
namespace sound {

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

inline source own(std::string document = "register") {
    return {.kind = source_kind::own_record, .document = std::move(document)};
}

/// One line for each finding: "error dangling-id /gradings/0/institution grading nowhere".
inline std::vector<std::string> told(findings const& all) {
    std::vector<std::string> lines;
    for (auto const& each : all) {
        std::string_view const weight = each.severity == severity::error     ? "error"
                                        : each.severity == severity::warning ? "warning"
                                                                             : "note";
        lines.push_back(std::string(weight) + ' ' + std::string(each.code.view()) + ' ' + each.place.pointer + ' ' +
                        each.subject);
    }
    return lines;
}
using lines = std::vector<std::string>;

// `validate`, compiled once for all tests.
findings check(network const& all);
validation check(network const& all, year_month_day today);
inline lines faults(network const& all) { return told(check(all)); }

inline institution open_site(institution_id id) {
    return {.id = id,
            .kind = institution_kind::hospital,
            .operations = {{.status = operation_status::operating, .valid = from(2000y / 1 / 1), .source = own()}},
            .source = own()};
}

inline capability performs(institution_id site, technique_id what, stage reached = stage::accepted,
                           validity when = from(2021y / 1 / 1)) {
    return {.site = site, .technique = what, .stage = reached, .valid = when, .source = own()};
}

inline stage_record reached(stage which, partial_date on) { return {.stage = which, .on = on, .source = own()}; }

/// A central and a provincial hospital with a centre; two packages, transferred one after the other under an agreement.
network cooperation();

}  // namespace sound
