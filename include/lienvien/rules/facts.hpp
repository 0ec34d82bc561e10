#pragma once

#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/fact.hpp>
#include <lienvien/rules/ground.hpp>
#include <lienvien/rules/swept.hpp>

#include <string>
#include <vector>

// What an institution is: its tier, its level, its owner, whether it works and where.

namespace lienvien {
inline namespace v0 {

namespace facts {

/// An amount that is an enumerator: how it is read and shown.
template <class Value>
struct ordinal {
    using value_type = Value;
    static constexpr bool is_statement = false;
    [[nodiscard]] static text show(std::int64_t value) { return to_text(label_of(static_cast<Value>(value))); }
    [[nodiscard]] static amount of(Value value) noexcept {
        return value == Value::not_known ? std::nullopt : amount(static_cast<std::int64_t>(value));
    }
};
struct yes_or_no {
    static constexpr bool is_statement = true;
};

struct tier : ordinal<legacy_tier> {
    static constexpr std::string_view id = "tier";
    static constexpr label words{"tuyến chuyên môn kỹ thuật", "the tier"};
    [[nodiscard]] static amount read(request const& asked, site where) { return of(asked.today().tier(where)); }
    [[nodiscard]] static swept::in_range sweep(request const& asked, relation_sign sign, std::int64_t value) {
        return swept::compared(asked.today().sets().tiers, sign, value);
    }
    static void cite(request const& asked, site where, grounds& found) {
        auto const& today = asked.today();
        detail::add_grounds(found, today, where, today.written().legacy_standings,
                            today.facts().legacy_standings[number_of(where)],
                            [](legacy_standing const& each) { return to_text(label_of(each.tier)); });
    }
};

struct level : ordinal<technical_level> {
    static constexpr std::string_view id = "level";
    static constexpr label words{"cấp chuyên môn kỹ thuật", "the level"};
    [[nodiscard]] static amount read(request const& asked, site where) { return of(asked.today().level(where)); }
    [[nodiscard]] static swept::in_range sweep(request const& asked, relation_sign sign, std::int64_t value) {
        return swept::compared(asked.today().sets().levels, sign, value);
    }
    static void cite(request const& asked, site where, grounds& found) {
        auto const& today = asked.today();
        detail::add_grounds(found, today, where, today.written().gradings, today.facts().gradings[number_of(where)],
                            [](grading const& each) { return to_text(label_of(each.level)); });
    }
};

struct owner : ordinal<ownership> {
    static constexpr std::string_view id = "ownership";
    static constexpr label words{"hình thức sở hữu", "the ownership"};
    [[nodiscard]] static amount read(request const& asked, site where) { return of(asked.today().at(where).ownership); }
    static void cite(request const& asked, site where, grounds& found) {
        auto const& each = asked.today().at(where);
        found.push_back({detail::subject_of(each.id), to_text(label_of(each.ownership)), each.source});
    }
};

struct operates : yes_or_no {
    static constexpr std::string_view id = "operates";
    static constexpr label words{"đang hoạt động", "is operating"};
    [[nodiscard]] static truth read(request const& asked, site where) { return asked.today().operates(where); }
    [[nodiscard]] static swept::in_most_places sweep(request const& asked) {
        return {asked.today().sets().operates, 0};
    }
    static void cite(request const& asked, site where, grounds& found) {
        auto const& today = asked.today();
        auto const& operations = today.at(where).operations;
        std::vector<std::size_t> numbers(operations.size());
        for (std::size_t at = 0; at < numbers.size(); ++at) numbers[at] = at;
        detail::add_grounds(found, today, where, operations, numbers,
                            [](operation const& stated) { return to_text(label_of(stated.status)); });
        detail::add_grounds(found, today, where, today.written().licences, today.facts().licences[number_of(where)],
                            [](licence const& held) {
                                return text{"giấy phép " + held.number, "licence " + held.number};
                            });
    }
};

/// Is it a kind of institution that takes patients in? Pharmacies, companies and ministries do not.
struct takes_patients : yes_or_no {
    static constexpr std::string_view id = "takes-patients";
    static constexpr label words{"là cơ sở khám bệnh, chữa bệnh", "is a facility that treats patients"};
    [[nodiscard]] static truth read(request const& asked, site where) {
        switch (asked.today().at(where).kind) {
            case institution_kind::not_known:
                return truth::unknown;
            case institution_kind::hospital:
            case institution_kind::institute:
            case institution_kind::clinic:
            case institution_kind::health_station:
            case institution_kind::centre:
            case institution_kind::campus:
                return truth::yes;
            default:
                return truth::no;
        }
    }
    static void cite(request const& asked, site where, grounds& found) {
        auto const& each = asked.today().at(where);
        found.push_back({detail::subject_of(each.id), to_text(label_of(each.kind)), each.source});
    }
};

/// Does the institution stand in a country? The rules of a country reach no further than its facilities.
template <detail::literal Code>
struct stands_in : yes_or_no {
    static constexpr std::string_view id = "stands-in";
    static constexpr label words{"đặt tại nước mà bộ quy tắc này áp dụng", "stands in the country of these rules"};
    [[nodiscard]] static truth read(request const& asked, site where) {
        auto const& country = asked.today().at(where).place.country;
        return country.empty() ? truth::unknown : known(country == Code.view());
    }
    static void cite(request const& asked, site where, grounds& found) {
        auto const& each = asked.today().at(where);
        std::string const code = each.place.country.empty() ? "?" : each.place.country;
        found.push_back({detail::subject_of(each.id), {"nước: " + code, "country: " + code}, each.source});
    }
};

}  // namespace facts

namespace terms {

template <class Role>
[[nodiscard]] constexpr term<facts::tier, Role> tier(Role) {
    return {};
}
template <class Role>
[[nodiscard]] constexpr term<facts::level, Role> level(Role) {
    return {};
}
template <class Role>
[[nodiscard]] constexpr term<facts::owner, Role> owner(Role) {
    return {};
}
template <class Role>
[[nodiscard]] constexpr statement<term<facts::operates, Role>> operates(Role) {
    return {};
}
template <class Role>
[[nodiscard]] constexpr statement<term<facts::takes_patients, Role>> takes_patients(Role) {
    return {};
}
/// stands_in<"VN">(receiver): the country by its ISO 3166-1 code.
template <detail::literal Code, class Role>
[[nodiscard]] constexpr statement<term<facts::stands_in<Code>, Role>> stands_in(Role) {
    return {};
}

}  // namespace terms
}  // namespace v0
}  // namespace lienvien
