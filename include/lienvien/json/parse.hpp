#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/json/document.hpp>
#include <lienvien/json/limits.hpp>
#include <lienvien/json/recorder.hpp>
#include <lienvien/json/tape.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace json {
namespace detail {

/// Where a text stops being UTF-8: its length when it is. Refuses overlong forms, surrogates and code points above 10FFFF.
[[nodiscard]] inline std::size_t first_bad_utf8(std::string_view text) noexcept {
    auto const byte = [&](std::size_t at) -> unsigned {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
    };
    std::size_t at = 0;
    while (at < text.size()) {
        unsigned const lead = byte(at);
        std::size_t const more = lead < 0x80   ? 0
                                 : lead < 0xC2 ? 9
                                 : lead < 0xE0 ? 1
                                 : lead < 0xF0 ? 2
                                 : lead < 0xF5 ? 3
                                               : 9;
        if (more == 9) return at;
        unsigned const least = lead == 0xE0 ? 0xA0u : lead == 0xF0 ? 0x90u : 0x80u;
        unsigned const most = lead == 0xED ? 0x9Fu : lead == 0xF4 ? 0x8Fu : 0xBFu;
        for (std::size_t step = 1; step <= more; ++step) {
            unsigned const next = byte(at + step);
            if (next < (step == 1 ? least : 0x80u) || next > (step == 1 ? most : 0xBFu)) return at;
        }
        at += 1 + more;
    }
    return at;
}

/// Why the parser stopped, in words.
[[nodiscard]] inline label sentence(boost::json::error_code const& why) noexcept {
    using boost::json::error;
    if (why == error::incomplete) return {"văn bản dừng giữa chừng", "the text ends too early"};
    if (why == error::extra_data)
        return {"còn ký tự sau khi văn bản JSON đã kết thúc", "something follows after the end of the JSON text"};
    if (why == error::exponent_overflow) return {"số mũ quá lớn", "the exponent of a number is too large"};
    if (why == error::illegal_leading_surrogate || why == error::illegal_trailing_surrogate ||
        why == error::expected_utf16_escape) {
        return {"chuỗi thoát \\u không tạo thành ký tự", "an escape \\u that makes no character"};
    }
    if (why == error::expected_hex_digit)
        return {"sau \\u phải có bốn chữ số thập lục phân", "four hexadecimal digits must follow \\u"};
    return {"ký tự không được phép ở đây theo JSON", "a character that JSON does not allow here"};
}

/// A line and a column, both from 1; columns count characters, not bytes.
[[nodiscard]] inline std::pair<std::uint32_t, std::uint32_t> line_and_column(std::string_view before) noexcept {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    for (char const c : before) {
        if (c == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
            ++column;
        }
    }
    return {line, column};
}

/// How the rest of a line is quoted after a message: short, and UTF-8 whatever the text is.
[[nodiscard]] inline std::string quoted_from(std::string_view rest) {
    rest = rest.substr(0, rest.find_first_of("\r\n"));
    rest = rest.substr(0, first_bad_utf8(rest));
    if (rest.empty()) return {};
    return ": " + excerpt(rest.substr(0, 24 < rest.size() ? first_bad_utf8(rest.substr(0, 24)) : rest.size()));
}

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace detail

/// Reads a text as a tree. The text must outlive the document.
///
/// Findings: `json.empty`, `json.too-large`, `json.bad-utf8`, `json.too-deep`, `json.long-number`, `json.syntax`, each with
/// line and column; a byte order mark is read over with the note `json.byte-order-mark`. Doubled keys are kept: a caller
/// who walks the tree himself asks `doubled_keys` (json/inspection.hpp) for them.
[[nodiscard]] inline reading<document> parse(std::string_view text, limits const& allowed = {}) {
    using namespace literals;
    reading<document> made;
    auto const refuse = [&](finding_code code, std::size_t offset, std::string pointer, label what,
                            std::string more = {}) {
        auto const [line, column] = detail::line_and_column(text.substr(0, offset));
        auto const where = std::to_string(line) + ", ";
        if (more.empty()) more = detail::quoted_from(text.substr(offset));
        made.findings.add(
            {code,
             severity::error,
             {},
             {std::move(pointer), line},
             {"dòng " + where + "cột " + std::to_string(column) + ": " + std::string(what.vi) + more,
              "line " + where + "column " + std::to_string(column) + ": " + std::string(what.en) + more}});
    };
    std::size_t const most_bytes = allowed.bytes < detail::node::most ? allowed.bytes : detail::node::most;
    if (text.size() > most_bytes) {
        auto const sizes = std::to_string(text.size()) + " > " + std::to_string(most_bytes);
        made.findings.add({"json.too-large"_finding,
                           severity::error,
                           {},
                           {},
                           {"văn bản quá lớn (byte): " + sizes, "the text is too large (bytes): " + sizes}});
        return made;
    }
    std::string_view body = text;
    if (body.starts_with(detail::byte_order_mark)) {
        body.remove_prefix(detail::byte_order_mark.size());
        made.findings.add({"json.byte-order-mark"_finding,
                           severity::note,
                           {},
                           {{}, 1},
                           {"văn bản bắt đầu bằng dấu thứ tự byte (BOM), được bỏ qua",
                            "the text begins with a byte order mark, which is read over"}});
    }
    if (body.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        refuse("json.empty"_finding, text.size(), {}, {"văn bản trống", "the text is empty"});
        return made;
    }
    boost::json::parse_options options;
    options.max_depth = allowed.depth < 512 ? allowed.depth : 512;
    boost::json::basic_parser<detail::recorder> parser(options, text, allowed.number_length);
    boost::json::error_code why;
    std::size_t offset = parser.write_some(false, body.data(), body.size(), why) + (text.size() - body.size());
    if (!why && offset < text.size()) why = boost::json::error::extra_data;
    if (!why) {
        made.value.emplace(parser.handler().take());
        return made;
    }
    auto& read = parser.handler();
    auto const stopped = text.substr(0, offset + 4 < text.size() ? offset + 4 : text.size());
    if (auto const bad = detail::first_bad_utf8(stopped);
        bad < stopped.size() && bad <= offset && detail::first_bad_utf8(text) == bad) {
        refuse("json.bad-utf8"_finding, bad, read.pointer(), {"byte không phải UTF-8", "bytes that are not UTF-8"});
    } else if (read.number_is_too_long()) {
        refuse("json.long-number"_finding, offset, read.pointer(),
               {"số có quá nhiều ký tự", "a number with too many characters"},
               " (> " + std::to_string(allowed.number_length) + ")");
    } else if (why == boost::json::error::too_deep) {
        refuse("json.too-deep"_finding, offset, read.pointer(),
               {"quá nhiều lớp đối tượng và mảng lồng nhau", "too many objects and arrays within each other"},
               " (> " + std::to_string(options.max_depth) + ")");
    } else {
        refuse("json.syntax"_finding, offset, read.pointer(), detail::sentence(why));
    }
    return made;
}
template <std::same_as<std::string> Text>
reading<document> parse(Text&& text, limits const& allowed = {}) = delete;  // the document would outlive its text

}  // namespace json
}  // namespace v0
}  // namespace lienvien
