#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/text/layout.hpp>
#include <lienvien/text/style.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Rows of cells under headings, written with aligned columns; cells that are too long are wrapped.
class table {
public:
    explicit table(std::vector<std::string> headings) : headings_(std::move(headings)) {}

    /// Adds a row; missing cells are empty. Precondition: no more cells than headings.
    void add(std::vector<std::string> row) {
        LIENVIEN_EXPECTS(row.size() <= headings_.size(), "a row has no more cells than the table has columns");
        row.resize(headings_.size());
        rows_.push_back(std::move(row));
    }
    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

    /// Writes the table within the width of the style. Columns give way where it costs the fewest lines; each keeps at least
    /// eight. Complexity: rows times columns for each column of the screen that is lacking.
    void print(std::ostream& out, style look = {}) const {
        auto const columns = widths(look.width);
        print_row(out, headings_, columns, look.colour ? "\x1b[1m" : "");
        std::size_t whole = 0;
        for (auto const each : columns) whole += each + gap;
        std::string rule;
        for (std::size_t at = 0; at + gap < whole; ++at) rule += "─";
        out << rule << '\n';
        for (auto const& row : rows_) print_row(out, row, columns, "");
    }

private:
    static constexpr std::size_t gap = 2;

    [[nodiscard]] std::vector<std::size_t> widths(std::size_t most) const {
        std::vector<std::size_t> columns;
        std::size_t whole = 0;
        for (std::size_t at = 0; at < headings_.size(); ++at) {
            std::size_t widest = display_width(headings_[at]);
            for (auto const& row : rows_) {
                auto const width = display_width(row[at]);
                if (width > widest) widest = width;
            }
            columns.push_back(widest == 0 ? 1 : widest);
            whole += columns.back() + gap;
        }
        auto least = longest_words();
        for (; whole > most + gap; --whole) {
            auto at = cheapest(columns, least);
            if (at == columns.size()) {  // then words are cut
                least.assign(columns.size(), 8);
                at = cheapest(columns, least);
            }
            if (at == columns.size()) break;
            --columns[at];
        }
        return columns;
    }

    /// The column that gives way: where it costs the fewest lines, and among those the widest. None when all are narrow.
    [[nodiscard]] std::size_t cheapest(std::vector<std::size_t> const& columns,
                                       std::vector<std::size_t> const& narrowest) const {
        std::size_t found = columns.size();
        std::size_t least = 0;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            if (columns[at] <= narrowest[at]) continue;
            auto narrower = columns;
            --narrower[at];
            auto const lines = height(headings_, narrower) + height_of_rows(narrower);
            bool const better =
                found == columns.size() || lines < least || (lines == least && columns[at] > columns[found]);
            if (!better) continue;
            found = at;
            least = lines;
        }
        return found;
    }
    /// How wide each column must be so that no word is cut; at least eight.
    [[nodiscard]] std::vector<std::size_t> longest_words() const {
        std::vector<std::size_t> longest(headings_.size(), 8);
        auto const look_at = [&](std::vector<std::string> const& row) {
            for (std::size_t at = 0; at < row.size(); ++at) {
                for (std::size_t start = 0; start <= row[at].size();) {
                    auto const space = row[at].find(' ', start);
                    auto const width = display_width(std::string_view(row[at]).substr(start, space - start));
                    if (width > longest[at]) longest[at] = width;
                    start = space == std::string::npos ? row[at].size() + 1 : space + 1;
                }
            }
        };
        look_at(headings_);
        for (auto const& row : rows_) look_at(row);
        return longest;
    }
    [[nodiscard]] static std::size_t height(std::vector<std::string> const& row,
                                            std::vector<std::size_t> const& columns) {
        std::size_t lines = 1;
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (display_width(row[at]) <= columns[at]) continue;
            auto const needed = wrapped(row[at], columns[at]).size();
            if (needed > lines) lines = needed;
        }
        return lines;
    }
    [[nodiscard]] std::size_t height_of_rows(std::vector<std::size_t> const& columns) const {
        std::size_t lines = 0;
        for (auto const& row : rows_) lines += height(row, columns);
        return lines;
    }

    void print_row(std::ostream& out, std::vector<std::string> const& row, std::vector<std::size_t> const& columns,
                   std::string_view emphasis) const {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 1;
        for (std::size_t at = 0; at < row.size(); ++at) {
            cells.push_back(wrapped(row[at], columns[at]));
            if (cells.back().size() > height) height = cells.back().size();
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string written;
            std::size_t owed = 0;  // spaces that only come out before something visible
            for (std::size_t at = 0; at < cells.size(); ++at) {
                std::string const cell = line < cells[at].size() ? cells[at][line] : std::string();
                if (!cell.empty()) written += std::string(owed, ' ') + cell;
                owed = (cell.empty() ? owed : 0) + columns[at] - display_width(cell) + gap;
            }
            out << emphasis << written << (emphasis.empty() ? "" : "\x1b[0m") << '\n';
        }
    }

    std::vector<std::string> headings_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace v0
}  // namespace lienvien
