#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/json/decode.hpp>
#include <lienvien/json/kinds.hpp>
#include <lienvien/json/tree.hpp>
#include <lienvien/reflect/members.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace json {
namespace detail {

[[nodiscard]] inline std::string both(label words) { return std::string(words.vi) + " / " + std::string(words.en); }

/// Days of the calendar, years 0001 to 9999, leap years and all.
inline constexpr std::string_view day_pattern =
    "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
    "02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

/// The digits of one part of a measure, such as 0.01.
[[nodiscard]] inline std::string one_part(std::int64_t parts) {
    if (parts == 1) return "1";
    std::string digits = "0.";
    for (std::int64_t scale = 10; scale < parts; scale *= 10) digits += '0';
    return digits + '1';
}

/// Collects the definitions of a schema, one for each type, in the order in which they are first met.
class schema_definitions {
public:
    template <class T>
    [[nodiscard]] tree reference() {
        if constexpr (is_optional<T>) {
            return reference<typename T::value_type>();
        } else if constexpr (is_vector<T>) {
            return tree::object({{"type", "array"}, {"items", reference<typename T::value_type>()}});
        } else if constexpr (is_claims<T>) {
            return reference<decltype(T::stated)>();
        } else if constexpr (is_variant<T>) {
            return one_of(std::type_identity<T>{});
        } else if constexpr (is_words<T>) {
            return tree::object({{"type", "string"}});
        } else if constexpr (std::is_same_v<T, bool>) {
            return tree::object({{"type", "boolean"}});
        } else {
            std::string const name = definition_name<T>();
            if (definitions_.find(name) == nullptr && !is_begun(name)) {
                begun_.push_back(name);
                auto made = definition<T>();
                definitions_.put(name, std::move(made));
            }
            return tree::object({{"$ref", "#/$defs/" + name}});
        }
    }

    /// The members of an object, after those given.
    template <class T>
    [[nodiscard]] tree object(tree properties, tree required) {
        for_each_member_type<T>(member_schema{this, &properties, &required});
        auto made = tree::object({{"type", "object"}});
        if constexpr (constexpr auto identity = identity_of<T>(); identity.own) made.put("title", both(identity.title));
        made.put("properties", std::move(properties));
        if (required.size() > 0) made.put("required", std::move(required));
        made.put("additionalProperties", false);
        return made;
    }

    [[nodiscard]] tree take() { return std::move(definitions_); }

private:
    // Not a lambda, so that a type of member is compiled once.
    struct member_schema {
        schema_definitions* definitions;
        tree* properties;
        tree* required;

        template <class M>
        void operator()(std::string_view name, std::type_identity<M>) const {
            properties->put(name, definitions->reference<M>());
            if constexpr (is_required<M>) required->add(name);
        }
    };

    [[nodiscard]] bool is_begun(std::string_view name) const {
        for (auto const& each : begun_) {
            if (each == name) return true;
        }
        return false;
    }

    template <class T>
    struct claimed;
    template <class T>
    struct claimed<claim<T>> {
        using type = T;
    };

    template <class T>
    [[nodiscard]] static std::string definition_name() {
        if constexpr (is_id<T>) {
            std::string name(type_name<typename T::tag>());
            return name.substr(0, name.rfind("_tag")) + "_id";
        } else if constexpr (is_measure<T>) {
            return std::string(type_name<typename T::unit>());
        } else if constexpr (std::is_same_v<T, sys_days>) {
            return "day";
        } else if constexpr (requires { typename claimed<T>::type; }) {
            return "claim_of_" + definition_name<typename claimed<T>::type>();
        } else {
            return std::string(type_name<T>());
        }
    }

    template <class T>
    [[nodiscard]] tree definition() {
        if constexpr (std::is_same_v<T, truth>) {
            return tree::object({{"title", "đúng, sai hoặc chưa rõ / true, false or not known"},
                                 {"enum", tree::array({true, false, "unknown"})}});
        } else if constexpr (named_value<T>) {
            auto words = tree::array();
            for (auto const& word : vocabulary<T>::words) {
                words.add(tree::object({{"const", word.name}, {"title", both(word.label)}}));
            }
            return tree::object({{"type", "string"}, {"oneOf", words}});
        } else if constexpr (is_id<T>) {
            std::string const letters = T::tag::capitals ? "A-Za-z0-9" : "a-z0-9";
            return tree::object({{"title", both(T::tag::noun)},
                                 {"type", "string"},
                                 {"maxLength", T::capacity},
                                 {"pattern", "^[" + letters + "](?:[" + letters + "._-]*[" + letters + "])?$"}});
        } else if constexpr (std::is_same_v<T, icd10_code>) {
            return tree::object({{"title", "mã ICD-10 / ICD-10 code"},
                                 {"type", "string"},
                                 {"pattern", "^[A-Z][0-9]{2}(?:\\.[0-9]{1,2})?$"}});
        } else if constexpr (std::is_same_v<T, sys_days>) {
            return tree::object(
                {{"title", "ngày / day"}, {"type", "string"}, {"pattern", "^" + std::string(day_pattern) + "$"}});
        } else if constexpr (std::is_same_v<T, partial_date>) {
            std::string const day(day_pattern);
            return tree::object(
                {{"title", "ngày tháng, trong chừng mực nguồn cho biết / date, as far as a source gives it"},
                 {"type", "string"},
                 {"pattern",
                  "^(?:always|(?:unknown|" + day +
                      "|(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?"
                      "|XXXX-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
                      "02-(?:0[1-9]|[12][0-9]))"
                      "|(?:early |mid |late )?(?!000)[0-9]{3}0s)(?: since " +
                      day + ")?(?: by " + day + ")?)$"}});
        } else if constexpr (is_measure<T>) {
            using unit = typename T::unit;
            return tree::object({{"title", both(unit::noun)},
                                 {"type", "number"},
                                 {"minimum", unit::least},
                                 {"maximum", unit::most},
                                 {"multipleOf", tree::number(one_part(unit::parts))}});
        } else {
            return object<T>(tree::object(), tree::array());
        }
    }

    template <class... Ts>
    [[nodiscard]] tree one_of(std::type_identity<std::variant<Ts...>>) {
        auto all = tree::array();
        (all.add(object<Ts>(tree::object({{"kind", tree::object({{"const", Ts::name}})}}), tree::array({"kind"}))),
         ...);
        return tree::object({{"oneOf", all}});
    }

    tree definitions_ = tree::object();
    std::vector<std::string> begun_;
};

}  // namespace detail

}  // namespace json
}  // namespace v0
}  // namespace lienvien
