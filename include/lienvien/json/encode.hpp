#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/json/kinds.hpp>
#include <lienvien/reflect/members.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace lienvien {
inline namespace v0 {
namespace json {
namespace detail {

template <class Sink, class T>
void encode(Sink& sink, T const& noun);

/// Is a member left out? Where it has a default and equals it.
template <class T>
[[nodiscard]] bool is_left_out(T const& noun) {
    if constexpr (is_required<T>)
        return false;
    else if constexpr (is_optional<T>)
        return !noun.has_value();
    else if constexpr (requires { noun.empty(); })
        return noun.empty();
    else
        return noun == T{};
}

/// Writes members that are not left out. Not a lambda, so that a type of member is compiled once.
template <class Sink>
struct member_writer {
    Sink* sink;

    template <class M>
    void operator()(std::string_view name, M const& member) const {
        if (is_left_out(member)) return;
        sink->key(name);
        encode(*sink, member);
    }
};

/// Writes a value to a sink: a pen, or a builder of trees.
template <class Sink, class T>
void encode(Sink& sink, T const& noun) {
    if constexpr (is_optional<T>) {
        encode(sink, *noun);
    } else if constexpr (is_vector<T>) {
        sink.begin_array();
        for (auto const& each : noun) encode(sink, each);
        sink.end_array();
    } else if constexpr (is_claims<T>) {
        encode(sink, noun.stated);
    } else if constexpr (is_variant<T>) {
        sink.begin_object();
        std::visit(
            [&](auto const& chosen) {
                sink.key("kind");
                sink.string(std::remove_cvref_t<decltype(chosen)>::name);
                for_each_member(chosen, member_writer<Sink>{&sink});
            },
            noun);
        sink.end_object();
    } else if constexpr (is_words<T>) {
        sink.string(noun);
    } else if constexpr (std::is_same_v<T, bool>) {
        sink.literal(noun ? "true" : "false");
    } else if constexpr (std::is_same_v<T, truth>) {
        if (is_unknown(noun))
            sink.string("unknown");
        else
            sink.literal(is_yes(noun) ? "true" : "false");
    } else if constexpr (named_value<T>) {
        sink.string(name_of(noun));
    } else if constexpr (is_id<T> || std::is_same_v<T, icd10_code>) {
        sink.string(noun.view());
    } else if constexpr (std::is_same_v<T, partial_date>) {
        sink.string(noun.to_string());
    } else if constexpr (std::is_same_v<T, sys_days>) {
        sink.string(format_day(noun));
    } else if constexpr (is_measure<T>) {
        sink.literal(noun.to_string());
    } else {
        static_assert(reflected<T>, "lienvien: this type has no form in JSON; nouns are adapted in lienvien/reflect");
        sink.begin_object();
        for_each_member(noun, member_writer<Sink>{&sink});
        sink.end_object();
    }
}

}  // namespace detail
}  // namespace json
}  // namespace v0
}  // namespace lienvien
