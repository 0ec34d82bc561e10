#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/json/document.hpp>
#include <lienvien/json/inspection.hpp>
#include <lienvien/json/kinds.hpp>
#include <lienvien/json/scalars.hpp>
#include <lienvien/model/icd10.hpp>
#include <lienvien/reflect/members.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

/// The members of T, and before them the name under which something else is written in the same object.
template <class T>
[[nodiscard]] constexpr auto names_after(std::string_view first) noexcept {
    std::array<std::string_view, member_count<T> + 1> all{first};
    for (std::size_t index = 0; index < member_count<T>; ++index) all[index + 1] = member_names<T>[index];
    return all;
}

/// What a noun is about: its own identity; where it has none, its kind and the identities that it must have, which is how
/// `validate` names it, too.
struct identity_members {
    std::string_view kind{};
    label title{};  ///< where it has an identity of its own
    std::array<std::size_t, 2> index{};
    std::size_t count = 0;
    bool own = false;
};
template <class T>
[[nodiscard]] consteval identity_members identity_of() noexcept {
    identity_members chosen;
    std::size_t index = 0;
    for_each_member_type<T>([&](std::string_view name, auto type) {
        using M = typename decltype(type)::type;
        if constexpr (is_id<M>) {
            if (name == "id") {
                chosen = {M::tag::noun.en, M::tag::noun, {index, 0}, 1, true};
            } else if (!chosen.own && chosen.count < 2) {
                chosen.kind = type_name<T>();
                chosen.index[chosen.count++] = index;
            }
        }
        ++index;
    });
    return chosen;
}

inline void missing_member(inspection& door, value object, step const& steps, std::string_view name) {
    using namespace literals;
    door.add("json.missing-member"_finding, object, steps,
             {"thiếu thành phần bắt buộc \"" + std::string(name) + "\"",
              "the required member \"" + std::string(name) + "\" is missing"});
}

template <class T>
[[nodiscard]] T decode(inspection& door, value at, step const& steps);

/// Reads the members of an object, once they are found. Not a lambda, so that a type of member is compiled once.
struct member_reader {
    inspection* door;
    value object;
    step const* steps;
    std::string_view const* names;
    std::uint32_t const* places;
    bool is_object;

    template <class M>
    [[nodiscard]] M operator()(std::size_t index, std::type_identity<M>) const {
        if (places[index] != 0) return decode<M>(*door, value(object.origin(), places[index]), {steps, names[index]});
        if constexpr (is_required<M>) {
            if (is_object) missing_member(*door, object, *steps, names[index]);
            return stand_in<M>();
        } else {
            return M{};
        }
    }
};

/// Finds the members of an object, and says whose they are.
[[nodiscard]] inline bool find_members(inspection& door, value object, step const& steps,
                                       identity_members const& identity, std::span<std::string_view const> names,
                                       std::span<std::uint32_t> places) {
    if (!object.is(kind::object)) {
        door.wrong_kind(object, steps, label_of(kind::object));
        return false;
    }
    if (identity.own || (identity.count > 0 && door.about.kind.empty())) {
        door.about = {identity.kind, {}};
        for (std::size_t at = 0; at < identity.count; ++at) {
            auto const id = object.find(names[identity.index[at] + 1]);
            door.about.ids[at] = id ? id->ordinal() : 0;
        }
    }
    // The name in front is matched only where there is one.
    std::size_t const skipped = names[0].empty() ? 1u : 0u;
    match_members(door, object, steps, names.subspan(skipped), places.subspan(skipped));
    return true;
}

inline void check_order(inspection& door, validity const& read, value at, step const& steps) {
    using namespace literals;
    if (!is_reversed(read)) return;
    auto const reason = message(errc::reversed_period);
    auto const dates = ": " + read.from.to_string() + " → " + read.until->to_string();
    door.add("json.reversed-period"_finding, at, steps,
             {std::string(reason.vi) + dates, std::string(reason.en) + dates});
}

/// An object as a noun; what stands under the first of the names was already read, or there is nothing of that kind.
template <class T, std::size_t Size>
[[nodiscard]] T decode_members(inspection& door, value object, step const& steps,
                               std::array<std::string_view, Size> const& names) {
    static_assert(Size == member_count<T> + 1);
    std::array<std::uint32_t, Size> places{};
    auto const outer = door.about;
    bool const found = find_members(door, object, steps, identity_of<T>(), names, places);
    T made = from_members<T>(member_reader{&door, object, &steps, names.data() + 1, places.data() + 1, found});
    if constexpr (std::is_same_v<T, validity>) check_order(door, made, object, steps);
    door.about = outer;
    return made;
}

template <class T>
[[nodiscard]] T decode_object(inspection& door, value at, step const& steps) {
    static constexpr auto names = names_after<T>({});
    return decode_members<T>(door, at, steps, names);
}

template <class Element>
[[nodiscard]] std::vector<Element> decode_array(inspection& door, value at, step const& steps) {
    std::vector<Element> all;
    if (!at.is(kind::array)) {
        door.wrong_kind(at, steps, label_of(kind::array));
        return all;
    }
    all.reserve(at.size());
    step here{&steps};
    for (auto const each : at.elements()) {
        all.push_back(decode<Element>(door, each, here));
        ++here.element;
    }
    return all;
}

/// One alternative of several: the member "kind" names it.
template <class Variant>
struct alternatives;
template <class... Ts>
struct alternatives<std::variant<Ts...>> {
    using made = std::variant<Ts...>;
    static constexpr std::array<std::string_view, sizeof...(Ts)> names{Ts::name...};

    [[nodiscard]] static made decode(inspection& door, value at, step const& steps) {
        using namespace literals;
        made chosen{};
        if (!at.is(kind::object)) {
            door.wrong_kind(at, steps, label_of(kind::object));
            return chosen;
        }
        auto const written = at.find("kind");
        if (!written) {
            missing_member(door, at, steps, "kind");
            return chosen;
        }
        auto const name = written->string();
        bool const known = name && (read_if<Ts>(*name, chosen, door, at, steps) || ...);
        if (known) return chosen;
        step const here{&steps, "kind"};
        if (!name) {
            door.wrong_kind(*written, here, label_of(kind::string));
        } else {
            auto const words = allowed_words(names, *name);
            auto const found = written->quoted();
            auto const reason = message(errc::unknown_name);
            door.add("json.bad-value"_finding, *written, here,
                     {std::string(reason.vi) + ": " + found.vi + words.vi,
                      std::string(reason.en) + ": " + found.en + words.en});
        }
        door.doubled_keys_within(at, steps);
        return chosen;
    }

private:
    template <class T>
    [[nodiscard]] static bool read_if(std::string_view name, made& chosen, inspection& door, value at,
                                      step const& steps) {
        static constexpr auto all = names_after<T>("kind");
        if (name != T::name) return false;
        chosen = decode_members<T>(door, at, steps, all);
        return true;
    }
};

template <class T>
T decode(inspection& door, value at, step const& steps) {
    if constexpr (is_optional<T>) {
        return decode<typename T::value_type>(door, at, steps);
    } else if constexpr (is_vector<T>) {
        return decode_array<typename T::value_type>(door, at, steps);
    } else if constexpr (is_claims<T>) {
        T all;
        all.stated = decode_array<typename decltype(all.stated)::value_type>(door, at, steps);
        return all;
    } else if constexpr (is_variant<T>) {
        return alternatives<T>::decode(door, at, steps);
    } else if constexpr (is_words<T>) {
        if (auto const characters = at.string()) return T(*characters);
        door.wrong_kind(at, steps, label_of(kind::string));
        return {};
    } else if constexpr (std::is_same_v<T, bool>) {
        if (auto const holds = at.boolean()) return *holds;
        door.wrong_kind(at, steps, label_of(kind::boolean));
        return false;
    } else if constexpr (std::is_same_v<T, truth>) {
        return decode_truth(door, at, steps);
    } else if constexpr (named_value<T>) {
        return decode_name<T>(door, at, steps);
    } else if constexpr (is_id<T>) {
        return decode_id<T>(door, at, steps);
    } else if constexpr (std::is_same_v<T, icd10_code>) {
        return decode_string<T>(door, at, steps, {"mã ICD-10", "ICD-10 code"}, "I63.9", stand_in<T>(), T::parse);
    } else if constexpr (std::is_same_v<T, partial_date>) {
        return decode_string<T>(door, at, steps, {"ngày tháng", "date"}, "2023-06-28", T{}, T::parse);
    } else if constexpr (std::is_same_v<T, sys_days>) {
        return decode_string<T>(door, at, steps, {"ngày", "day"}, "2023-06-28", T{}, parse_day);
    } else if constexpr (is_measure<T>) {
        return decode_measure<T>(door, at, steps);
    } else {
        static_assert(reflected<T>, "lienvien: this type has no form in JSON; nouns are adapted in lienvien/reflect");
        return decode_object<T>(door, at, steps);
    }
}

}  // namespace detail
}  // namespace json
}  // namespace v0
}  // namespace lienvien
