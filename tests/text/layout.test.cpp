#include <lienvien/text/table.hpp>

#include <support/catch.hpp>

#include <ostream>
#include <sstream>
#include <string>

namespace {

using namespace lienvien;

// The same words twice: with composed letters (NFC), and with marks of their own (NFD).
constexpr std::string_view composed = "Bệnh viện Chợ Rẫy";
constexpr std::string_view decomposed = "Be\u0323\u0302nh vie\u0323\u0302n Cho\u031B\u0323 Ra\u0302\u0303y";

std::string joined(std::vector<std::string> const& lines) {
    std::string all;
    for (auto const& line : lines) all += line + "|";
    return all;
}

}  // namespace

TEST_CASE("the width of a text counts what is seen, not bytes", "[text]") {
    STATIC_REQUIRE(display_width("") == 0);
    STATIC_REQUIRE(display_width("abc") == 3);
    STATIC_REQUIRE(display_width(composed) == 17);
    STATIC_REQUIRE(display_width(decomposed) == 17);
    CHECK(composed.size() != decomposed.size());
    CHECK(display_width("đ Đ ư Ư ơ Ơ ă â ê ô") == 19);
    CHECK(display_width("✓ ✗ → ·") == 7);
    CHECK(display_width("国立") == 4);      // East Asian wide
    CHECK(display_width("\x1b[31m") == 4);  // a control character takes no column; the rest of the sequence does
    CHECK(display_width("a\u200Bb") == 2);  // zero width space
    CHECK(display_width("\xFF\xC3") == 2);  // no UTF-8: each byte stands for itself
    CHECK(display_width("\xE1\xBB") == 2);  // a character that is cut short
    CHECK(display_width("\xC0\xAF") == 2);  // an overlong form is no character
}

TEST_CASE("padding aligns composed and decomposed Vietnamese alike", "[text]") {
    CHECK(display_width(padded(composed, 20)) == 20);
    CHECK(display_width(padded(decomposed, 20)) == 20);
    CHECK(padded("dài quá", 3) == "dài quá");
}

TEST_CASE("a text is wrapped between words at a width of columns", "[text]") {
    CHECK(joined(wrapped("", 10)) == "|");
    CHECK(joined(wrapped("một hai ba bốn", 7)) == "một hai|ba bốn|");
    CHECK(joined(wrapped("  hai   cách \n xuống dòng ", 40)) == "hai cách xuống dòng|");
    CHECK(joined(wrapped("a\u00A0b c", 3)) == "a\u00A0b|c|");            // a no-break space holds
    CHECK(joined(wrapped("x abcdefgh y", 3)) == "x|abc|def|gh|y|");      // a word longer than a line is cut
    CHECK(joined(wrapped("xin\x1b[31mchào\a", 40)) == "xin [31mchào|");  // no escape code comes through
    CHECK(joined(wrapped("\xFFz", 40)) == "\uFFFDz|");                   // what comes out is UTF-8
    for (std::size_t columns = 1; columns < 30; ++columns) {
        auto const nfc = wrapped(composed, columns);
        auto const nfd = wrapped(decomposed, columns);
        REQUIRE(nfc.size() == nfd.size());
        for (std::size_t at = 0; at < nfc.size(); ++at) {
            CHECK(display_width(nfc[at]) == display_width(nfd[at]));
            CHECK(display_width(nfc[at]) <= columns);
        }
    }
    CHECK(joined(hanging("  ✓ ", "một hai ba bốn năm sáu bảy", 24)) == "  ✓ một hai ba bốn năm|    sáu bảy|");
}

TEST_CASE("a table aligns its columns and wraps the cells that are too long", "[text]") {
    table all({"Cơ sở", "Cấp"});
    all.add({std::string(composed), "cấp chuyên sâu"});
    all.add({std::string(decomposed), "–"});
    all.add({"K"});
    std::ostringstream wide;
    all.print(wide);
    CHECK(wide.str() ==
          "Cơ sở              Cấp\n"
          "─────────────────────────────────\n"
          "Bệnh viện Chợ Rẫy  cấp chuyên sâu\n" +
              std::string(decomposed) + "  –\nK\n");
    std::ostringstream narrow;
    all.print(narrow, {.width = 26});
    CHECK(narrow.str().substr(0, narrow.str().find("\nBe")) ==
          "Cơ sở           Cấp\n"
          "──────────────────────────\n"
          "Bệnh viện Chợ   cấp chuyên\n"
          "Rẫy             sâu");
    std::ostringstream coloured;
    all.print(coloured, {.colour = true});
    CHECK(coloured.str().substr(0, 4) == "\x1b[1m");
    CHECK(wide.str().find('\x1b') == std::string::npos);
}
