#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/text/layout.hpp>
#include <lienvien/text/outline.hpp>
#include <lienvien/text/style.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

inline constexpr std::string_view plain_again = "\x1b[0m";

/// ✓ holds, ✗ does not, ? not known.
[[nodiscard]] constexpr std::string_view sign_for(truth value) noexcept {
    return is_yes(value) ? "✓" : is_no(value) ? "✗" : "?";
}
[[nodiscard]] constexpr std::string_view colour_for(truth value) noexcept {
    return is_yes(value) ? "\x1b[32m" : is_no(value) ? "\x1b[31m" : "\x1b[33m";
}
[[nodiscard]] constexpr std::string_view emphasis_for(line_kind kind) noexcept {
    if (kind == line_kind::heading || kind == line_kind::outcome || kind == line_kind::section) return "\x1b[1m";
    if (kind == line_kind::basis) return "\x1b[36m";
    if (kind == line_kind::ground) return "\x1b[2m";
    return {};
}

/// A sign, then a text that hangs behind it.
inline void print_hanging(std::ostream& out, std::size_t indent, std::string_view sign, std::string_view words,
                          style look, std::string_view sign_colour, std::string_view emphasis) {
    std::string const space(indent, ' ');
    std::string const lead = space + std::string(sign) + (sign.empty() ? "" : " ");
    auto const lines = hanging(lead, words, look.width);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        std::string_view rest = lines[at];
        if (!look.colour) {
            out << rest << '\n';
            continue;
        }
        auto const behind = at == 0 ? lead.size() : display_width(lead);
        if (at == 0 && !sign.empty()) {
            out << space << sign_colour << sign << (sign_colour.empty() ? "" : plain_again) << ' ';
        } else {
            out << rest.substr(0, behind);
        }
        rest = rest.substr(behind);
        out << emphasis << rest << (emphasis.empty() ? "" : plain_again) << '\n';
    }
}

}  // namespace detail

/// Writes the lines of an outline in one language: marked, indented, wrapped with hanging indent.
inline void print(std::ostream& out, std::vector<outline_line> const& lines, language wanted, style look = {}) {
    for (auto const& each : lines) {
        std::string_view sign = each.mark ? detail::sign_for(*each.mark) : "";
        std::string_view const sign_colour = each.mark ? detail::colour_for(*each.mark) : "";
        auto indent = static_cast<std::size_t>(each.depth) * 2;
        if (each.kind == line_kind::basis) indent += 2;  // under the words of its rule
        if (each.kind == line_kind::ground) sign = "·";
        if (each.kind == line_kind::caution) sign = "!";
        detail::print_hanging(out, indent, sign, each.words.in(wanted), look, sign_colour,
                              detail::emphasis_for(each.kind));
    }
}

/// Writes an explanation in one language: why the rules say what they say of one receiver.
inline void print(std::ostream& out, explanation const& given, network const& written, language wanted,
                  style look = {}) {
    print(out, outline(given, written, look.full), wanted, look);
}

/// Writes findings, one below the other: how much it matters, what it is about and where, and what is wrong.
inline void print(std::ostream& out, findings const& found, language wanted, style look = {}) {
    for (auto const& each : found) {
        truth const weight = each.severity == severity::error ? truth::no : truth::unknown;
        std::string_view const sign = each.severity == severity::note    ? "·"
                                      : each.severity == severity::error ? "✗"
                                                                         : "!";
        std::string words = each.subject;
        if (!each.place.pointer.empty()) words += (words.empty() ? "" : ", ") + each.place.pointer;
        if (each.place.line != 0)
            words += (wanted == language::vi ? ", dòng " : ", line ") + std::to_string(each.place.line);
        words += (words.empty() ? "" : ": ") + std::string(each.message.in(wanted));
        detail::print_hanging(out, 2, sign, words, look, detail::colour_for(weight), {});
    }
}

}  // namespace v0
}  // namespace lienvien
