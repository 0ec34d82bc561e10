#pragma once

#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/facts.hpp>
#include <lienvien/rules/ground.hpp>
#include <lienvien/rules/swept_sites.hpp>

#include <optional>
#include <string>
#include <vector>

// What an institution has: techniques, free beds, a contract of insurance, recognition in a field.

namespace lienvien {
inline namespace v0 {

namespace facts {

/// Does the institution perform every technique that the patient needs, on its own responsibility?
struct holds_techniques : yes_or_no {
    static constexpr std::string_view id = "holds-techniques";
    static constexpr label words{"thực hiện được đủ kỹ thuật cần thiết", "performs every technique needed"};
    static constexpr label contrary{"không thực hiện được đủ kỹ thuật cần thiết",
                                    "does not perform every technique needed"};
    [[nodiscard]] static truth read(request const& asked, site where) { return asked.holds(where); }
    [[nodiscard]] static swept::performs_all sweep(request const& asked) { return swept::performs_all(asked); }
    static void cite(request const& asked, site where, grounds& found);
};

/// How many beds are free, as stated for the day.
struct free_bed_count {
    using value_type = beds;
    static constexpr bool is_statement = false;
    static constexpr std::string_view id = "free-beds";
    static constexpr label words{"số giường trống", "the number of free beds"};
    [[nodiscard]] static text show(std::int64_t value) { return {std::to_string(value), std::to_string(value)}; }
    [[nodiscard]] static amount read(request const& asked, site where) {
        auto const free = asked.today().free_beds(where);
        return free ? amount(free->count()) : std::nullopt;
    }
    static void cite(request const& asked, site where, grounds& found) {
        auto const& today = asked.today();
        detail::add_grounds(found, today, where, today.written().capacities, today.facts().capacities[number_of(where)],
                            [](capacity const& each) {
                                std::string const number = each.free ? each.free->to_string() : "?";
                                return text{"giường trống: " + number, "free beds: " + number};
                            });
    }
};

/// Has the institution a free bed, as stated for the day?
struct has_free_bed : yes_or_no {
    static constexpr std::string_view id = "has-free-bed";
    static constexpr label words{"còn giường trống", "has a free bed"};
    static constexpr label contrary{"không còn giường trống", "has no free bed"};
    [[nodiscard]] static truth read(request const& asked, site where) {
        return asked.today().sets().has_free_bed.at(0, asked.today().slot_of(where));
    }
    [[nodiscard]] static swept::in_most_places sweep(request const& asked) {
        return {asked.today().sets().has_free_bed, 0};
    }
    static void cite(request const& asked, site where, grounds& found) { free_bed_count::cite(asked, where, found); }
};

/// Has the institution a contract with the social health insurance?
struct insurance_contracted : yes_or_no {
    static constexpr std::string_view id = "insurance-contracted";
    static constexpr label words{"có hợp đồng khám chữa bệnh bảo hiểm y tế",
                                 "has a contract with the social health insurance"};
    static constexpr label contrary{"không có hợp đồng khám chữa bệnh bảo hiểm y tế",
                                    "has no contract with the social health insurance"};
    [[nodiscard]] static truth read(request const& asked, site where) {
        return asked.today().insurance_contracted(where);
    }
    [[nodiscard]] static swept::in_most_places sweep(request const& asked) {
        return {asked.today().sets().insurance_contracted, 0};
    }
    static void cite(request const& asked, site where, grounds& found) {
        auto const& today = asked.today();
        detail::add_grounds(found, today, where, today.written().insurance_contracts,
                            today.facts().insurance_contracts[number_of(where)], [](insurance_contract const& each) {
                                return is_yes(each.held) ? text{"hợp đồng " + each.number, "contract " + each.number}
                                                         : text{"không có hợp đồng", "no contract"};
                            });
    }
};

/// What is written down of the recognition of an institution, and whether its lists name the field.
inline void cite_recognition(snapshot const& today, site where, std::optional<field_id> const& field, grounds& found) {
    text named = field ? detail::called(today, *field) : text{};
    if (field) named.vi += ' ', named.en += ' ';
    detail::add_grounds(found, today, where, today.written().accreditations,
                        today.facts().accreditations[number_of(where)], [&](accreditation const& each) {
                            text const other = detail::called(today, each.field);
                            return text{"được công nhận về " + other.vi, "accredited for " + other.en};
                        });
    detail::add_grounds(found, today, where, today.written().accreditation_lists,
                        today.facts().accreditation_lists[number_of(where)], [&](accreditation_list const& list) {
                            bool listed = false;
                            for (auto const& each : list.fields) listed = listed || each == field;
                            return listed ? text{named.vi + "có trong danh sách được công nhận",
                                                 named.en + "is in the list of recognition"}
                                          : text{named.vi + "không có trong danh sách được công nhận",
                                                 named.en + "is not in the list of recognition"};
                        });
}

/// Is the institution accredited for the field of the need?
struct accredited : yes_or_no {
    static constexpr std::string_view id = "accredited";
    static constexpr label words{"được công nhận đủ điều kiện của chuyên khoa", "is accredited for the field"};
    [[nodiscard]] static truth read(request const& asked, site where) {
        if (auto const& number = asked.numbered().field()) return asked.today().accredited(where, *number);
        return asked.need().field ? asked.today().accredited(where, *asked.need().field) : truth::unknown;
    }
    [[nodiscard]] static swept::in_named_set sweep(request const& asked) {
        auto const& sets = asked.today().sets().accredited;
        auto const& field = asked.numbered().field();
        if (field) return {sets, number_of(*field)};
        // A field that nobody is written down for is not in any list that is complete either.
        auto const* const nobody = asked.today().sets().none();
        return {nobody, asked.need().field ? sets.open() : asked.today().sets().all(), false};
    }
    static void cite(request const& asked, site where, grounds& found) {
        cite_recognition(asked.today(), where, asked.need().field, found);
    }
};

/// Is the institution accredited for a field that the rule itself names?
template <detail::literal Field>
struct accredited_for : yes_or_no {
    static constexpr std::string_view id = "accredited-for";
    static constexpr label words{"được công nhận về lĩnh vực mà quy tắc nêu",
                                 "is accredited for the field that the rule names"};
    static constexpr field_id field = field_id::checked(Field.view());
    [[nodiscard]] static truth read(request const& asked, site where) { return asked.today().accredited(where, field); }
    [[nodiscard]] static swept::in_named_set sweep(request const& asked) {
        auto const& sets = asked.today().sets().accredited;
        auto const number = asked.today().numbers().find(field);
        return number ? swept::in_named_set(sets, number_of(*number))
                      : swept::in_named_set(sets.nobody(), sets.open(), false);
    }
    static void cite(request const& asked, site where, grounds& found) {
        cite_recognition(asked.today(), where, field, found);
    }
};

inline void holds_techniques::cite(request const& asked, site where, grounds& found) {
    auto const& today = asked.today();
    auto const& written = today.written();
    std::string const subject = detail::subject_of(today.at(where).id);
    auto const cite_site = [&](site at) {
        for (auto const& wanted : asked.need().techniques) {
            text const named = detail::called(today, wanted);
            std::vector<std::uint32_t> stages;
            for (auto const number : today.facts().capabilities[number_of(at)]) {
                auto const& each = written.capabilities[number];
                if (each.technique == wanted && was_known(each.source, today.when().known_on)) stages.push_back(number);
            }
            detail::add_grounds(found, today, at, written.capabilities, stages, [&](capability const& each) {
                label const reached = label_of(each.stage);
                return text{named.vi + " ở giai đoạn “" + std::string(reached.vi) + "”",
                            named.en + " is at the stage “" + std::string(reached.en) + "”"};
            });
            bool any = !stages.empty();
            for (auto const number : today.facts().technique_lists[number_of(at)]) {
                auto const& list = written.technique_lists[number];
                bool listed = false;
                for (auto const& each : list.techniques) listed = listed || each == wanted;
                if (!was_known(list.source, today.when().known_on) || (any && !listed) ||
                    is_no(holds_on(list.valid, today.day())))
                    continue;
                any = true;
                text const words{named.vi + (listed ? " có" : " không có") + " trong danh mục kỹ thuật",
                                 named.en + (listed ? " is" : " is not") + " in the technique list"};
                found.push_back({detail::subject_of(list.site), detail::with_dates(words, list.valid), list.source});
            }
            if (!any && at == where) {
                found.push_back({subject,
                                 {"không có ghi nhận nào về " + named.vi, "nothing is written down about " + named.en},
                                 {}});
            }
        }
    };
    cite_site(where);
    for (auto const& part : today.houses().parts_of(where)) {
        if (is_yes(asked.holds(part.to))) cite_site(part.to);
    }
}

}  // namespace facts

namespace terms {

template <class Role>
[[nodiscard]] constexpr statement<term<facts::holds_techniques, Role>> holds_techniques(Role) {
    return {};
}
template <class Role>
[[nodiscard]] constexpr statement<term<facts::has_free_bed, Role>> has_free_bed(Role) {
    return {};
}
template <class Role>
[[nodiscard]] constexpr term<facts::free_bed_count, Role> free_bed_count(Role) {
    return {};
}
template <class Role>
[[nodiscard]] constexpr statement<term<facts::insurance_contracted, Role>> insurance_contracted(Role) {
    return {};
}
template <class Role>
[[nodiscard]] constexpr statement<term<facts::accredited, Role>> accredited(Role) {
    return {};
}
/// accredited_for<"paediatrics">(receiver): for a field that the rule names.
template <detail::literal Field, class Role>
[[nodiscard]] constexpr statement<term<facts::accredited_for<Field>, Role>> accredited_for(Role) {
    return {};
}

}  // namespace terms
}  // namespace v0
}  // namespace lienvien
