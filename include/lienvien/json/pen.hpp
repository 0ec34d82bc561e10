#pragma once

#include <lienvien/base/expects.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace json {
namespace detail {

/// A string between quotation marks. Characters stay as they are; only what JSON forbids is escaped. Bytes that are not
/// UTF-8 become U+FFFD, so that what is written is always JSON.
inline void append_quoted(std::string& written, std::string_view characters) {
    static constexpr std::string_view hexadecimal = "0123456789abcdef";
    auto const continues = [&](std::size_t at, unsigned least, unsigned most) {
        if (at >= characters.size()) return false;
        auto const next = static_cast<unsigned char>(characters[at]);
        return next >= least && next <= most;
    };
    written += '"';
    std::size_t plain = 0;  // first byte that is not yet written
    std::size_t at = 0;
    auto const flush = [&] { written.append(characters, plain, at - plain); };
    while (at < characters.size()) {
        unsigned const c = static_cast<unsigned char>(characters[at]);
        if (c >= 0x80) {
            std::size_t const more = c < 0xC2 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : c < 0xF5 ? 3 : 0;
            bool good = more > 0 && continues(at + 1,
                                              c == 0xE0   ? 0xA0
                                              : c == 0xF0 ? 0x90
                                                          : 0x80,
                                              c == 0xED   ? 0x9F
                                              : c == 0xF4 ? 0x8F
                                                          : 0xBF);
            for (std::size_t step = 2; step <= more; ++step) good = good && continues(at + step, 0x80, 0xBF);
            if (good) {
                at += 1 + more;
                continue;
            }
            flush();
            written += "\xEF\xBF\xBD";
            plain = ++at;
            continue;
        }
        if (c >= 0x20 && c != '"' && c != '\\') {
            ++at;
            continue;
        }
        flush();
        plain = ++at;
        switch (c) {
            case '"':
                written += "\\\"";
                break;
            case '\\':
                written += "\\\\";
                break;
            case '\n':
                written += "\\n";
                break;
            case '\t':
                written += "\\t";
                break;
            case '\r':
                written += "\\r";
                break;
            case '\b':
                written += "\\b";
                break;
            case '\f':
                written += "\\f";
                break;
            default:
                written += "\\u00";
                written += hexadecimal[c >> 4u];
                written += hexadecimal[c & 15u];
        }
    }
    flush();
    written += '"';
}

/// Characters, not bytes.
[[nodiscard]] inline std::size_t width_of(std::string_view characters) noexcept {
    std::size_t width = 0;
    for (char const c : characters) width += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1u : 0u;
    return width;
}

/// How a text is laid out.
struct layout {
    bool compact = false;         ///< no space and no line break anywhere
    std::size_t columns = 120;    ///< objects and arrays that fit stand on one line
    std::size_t open_levels = 0;  ///< so many levels of containers, from the outermost, are never put on one line
};

/// Writes JSON: two spaces for each level; an object or array whose children are all on one line is put on one line
/// itself, where it fits. The same calls give the same bytes.
class pen {
public:
    explicit pen(layout how) noexcept : how_(how) {}

    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }
    /// Inside an object: the name of the next value.
    void key(std::string_view name) {
        next();
        append_quoted(written_, name);
        written_ += how_.compact ? ":" : ": ";
        named_ = true;
    }
    void string(std::string_view characters) {
        next();
        append_quoted(written_, characters);
    }
    /// A number or a word of JSON, as it is written.
    void literal(std::string_view characters) {
        next();
        written_ += characters;
    }

    /// The text, ended by a line break unless it is compact. Precondition: everything begun is ended.
    [[nodiscard]] std::string take() {
        LIENVIEN_EXPECTS(open_.empty(), "every object and array that was begun is ended");
        if (!how_.compact) written_ += '\n';
        return std::move(written_);
    }

private:
    struct container {
        std::size_t begin;  // where its bracket stands
        bool empty = true;
        bool long_child = false;
    };

    void next() {
        if (std::exchange(named_, false) || open_.empty()) return;
        if (!open_.back().empty) written_ += ',';
        open_.back().empty = false;
        if (!how_.compact) break_line();
    }
    void break_line() {
        written_ += '\n';
        written_.append(open_.size() * 2, ' ');
    }
    void begin(char bracket) {
        next();
        open_.push_back({written_.size()});
        written_ += bracket;
    }
    void end(char bracket) {
        auto const closed = open_.back();
        std::size_t const level = open_.size();
        open_.pop_back();
        if (!closed.empty && !how_.compact) {
            bool const kept_open = level <= how_.open_levels || closed.long_child || !joins(closed.begin);
            if (kept_open) {
                break_line();
                if (!open_.empty()) open_.back().long_child = true;
            }
        }
        written_ += bracket;
    }
    /// Puts everything from `begin` on one line, if it fits. No string holds a line break, so every one is layout.
    [[nodiscard]] bool joins(std::size_t begin) {
        auto const line = written_.rfind('\n', begin);
        std::size_t width = width_of(std::string_view(written_).substr(line + 1, begin - (line + 1)));
        std::string joined;
        for (std::size_t at = begin; at < written_.size(); ++at) {
            if (written_[at] != '\n') {
                joined += written_[at];
                if ((static_cast<unsigned char>(written_[at]) & 0xC0u) != 0x80u) ++width;
            } else {
                if (joined.size() > 1) {
                    joined += ' ';
                    ++width;
                }
                while (at + 1 < written_.size() && written_[at + 1] == ' ') ++at;
            }
            if (width + 2 > how_.columns) return false;  // its closing bracket and a comma after it
        }
        written_.replace(begin, std::string::npos, joined);
        return true;
    }

    layout how_;
    std::string written_;
    std::vector<container> open_;
    bool named_ = false;
};

}  // namespace detail
}  // namespace json
}  // namespace v0
}  // namespace lienvien
