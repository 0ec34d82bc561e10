#pragma once

#include <lienvien/text/width.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// The text, followed by as many spaces as it lacks to fill `columns`. A longer text stays as it is.
[[nodiscard]] inline std::string padded(std::string_view text, std::size_t columns) {
    std::string filled(text);
    auto const taken = display_width(text);
    if (taken < columns) filled.append(columns - taken, ' ');
    return filled;
}

/// The text in lines of at most `columns`, broken between words; a word that is longer than a line is cut.
///
/// Control characters become spaces, and spaces in a row become one, so that no text from outside can steer a terminal.
/// A no-break space (U+00A0) does not break. There is always at least one line. Complexity: linear in the bytes.
[[nodiscard]] inline std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    if (columns == 0) columns = 1;
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    std::string word;
    std::size_t width = 0;
    auto const place_word = [&] {
        if (word.empty()) return;
        if (used != 0 && used + 1 + width > columns) {
            lines.emplace_back();
            used = 0;
        }
        if (used != 0) {
            lines.back() += ' ';
            ++used;
        }
        lines.back() += word;
        used += width;
        word.clear();
        width = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const [code, bytes] = detail::character_at(text, at);
        if (code == U' ' || detail::is_control(code)) {
            place_word();
        } else {
            std::size_t const next = detail::takes_no_column(code) ? 0 : detail::takes_two_columns(code) ? 2 : 1;
            if (width + next > columns && width != 0) {
                place_word();
                lines.emplace_back();
                used = 0;
            }
            // A byte that is no character is shown as one, so that what comes out is UTF-8 whatever went in.
            word += code == 0xFFFD ? std::string_view("\xEF\xBF\xBD") : text.substr(at, bytes);
            width += next;
        }
        at += bytes;
    }
    place_word();
    return lines;
}

/// The lines of a text behind a lead: the first line follows `lead`, the others are indented by its width.
[[nodiscard]] inline std::vector<std::string> hanging(std::string_view lead, std::string_view text,
                                                      std::size_t columns) {
    std::size_t const indent = display_width(lead);
    std::size_t const room = columns > indent + 20 ? columns - indent : 20;
    auto lines = wrapped(text, room);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        lines[at] = (at == 0 ? std::string(lead) : std::string(indent, ' ')) + lines[at];
    }
    return lines;
}

}  // namespace v0
}  // namespace lienvien
