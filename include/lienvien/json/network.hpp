#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/json/decode.hpp>
#include <lienvien/json/document.hpp>
#include <lienvien/json/encode.hpp>
#include <lienvien/json/inspection.hpp>
#include <lienvien/json/limits.hpp>
#include <lienvien/json/network_declared.hpp>
#include <lienvien/json/parse.hpp>
#include <lienvien/json/pen.hpp>
#include <lienvien/json/schema.hpp>
#include <lienvien/json/tree.hpp>
#include <lienvien/json/write.hpp>
#include <lienvien/reflect/nouns.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace json {

/// Reads a network that stands inside a document, in the same form; places are those of the document.
template <std::same_as<network> Network = network>
[[nodiscard]] reading<Network> read_network(value from, limits const& allowed = {}) {
    using namespace literals;
    static constexpr auto names = detail::names_after<Network>("format");
    reading<Network> made;
    detail::inspection door(from.origin(), allowed);
    detail::step const top;
    if (from.is(kind::object)) {
        auto const wanted = "\"format\": \"" + std::string(network_format) + '"';
        if (auto const format = from.find("format"); !format || format->string() != network_format) {
            auto const found = format ? format->quoted() : to_text({"không có gì", "nothing"});
            door.add("json.wrong-format"_finding, format.value_or(from), format ? detail::step{&top, "format"} : top,
                     {"cần " + wanted + ", nhưng thấy " + found.vi, "expected " + wanted + ", but found " + found.en});
        }
    }
    auto whole = detail::decode_members<Network>(door, from, top, names);
    if (!door.has_errors()) made.value.emplace(std::move(whole));
    std::string const above = from.pointer();
    for (auto found : door.finish()) {
        found.place.pointer.insert(0, above);
        made.findings.add(std::move(found));
    }
    return made;
}

template <std::same_as<network> Network>
[[nodiscard]] reading<Network> read_network(std::string_view text, limits const& allowed) {
    auto parsed = parse(text, allowed);
    reading<Network> made{std::nullopt, std::move(parsed.findings)};
    if (!parsed.value) return made;
    auto read = read_network<Network>(parsed.value->root(), allowed);
    made.value = std::move(read.value);
    made.findings.append(std::move(read.findings));
    return made;
}

template <std::same_as<network> Network>
std::string write(Network const& all) {
    detail::pen pen({.open_levels = 2});
    pen.begin_object();
    pen.key("format");
    pen.string(network_format);
    for_each_member(all, detail::member_writer<detail::pen>{&pen});
    pen.end_object();
    return pen.take();
}

template <std::same_as<network> Network>
std::string schema() {
    detail::schema_definitions definitions;
    auto whole = definitions.object<Network>(tree::object({{"format", tree::object({{"const", network_format}})}}),
                                             tree::array({"format"}));
    auto made = tree::object({{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                              {"title", "Mạng lưới liên viện / A network of institutions that cooperate"},
                              {"description",
                               "Thành phần vắng mặt có giá trị mặc định: trống, không có hoặc chưa rõ. Tham chiếu giữa "
                               "các đối tượng và khóa "
                               "viết hai lần do chương trình đọc kiểm tra. / A member that is absent has its default: "
                               "empty, none or not known. "
                               "References between nouns and doubled keys are checked by the reader."}});
    for (auto const name : {"type", "properties", "required", "additionalProperties"})
        made.put(name, *whole.find(name));
    made.put("$defs", definitions.take());
    return write(made);
}

}  // namespace json
}  // namespace v0
}  // namespace lienvien
