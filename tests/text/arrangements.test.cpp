#include <lienvien/json/network.hpp>
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/decide.hpp>
#include <lienvien/text/outline.hpp>

#include <support/catch.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What the arrangements of the five articles mean for a patient, in both languages from one tree: tests/golden/
// arrangements.vi.txt and arrangements.en.txt. With LIENVIEN_WRITE_GOLDEN set the files are written instead of compared.
// S12, a medal, is no ground for a transfer; the need of each question is synthetic, the institutions and agreements are not.

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

struct asked_arrangement {
    char const* which;
    institution_id origin;
    institution_id receiver;
    std::optional<field_id> field{};
    std::vector<technique_id> techniques{};
    lienvien::urgency urgency = lienvien::urgency::routine;
};
std::vector<asked_arrangement> arrangements() {
    return {
        {"S1, S4-S6, S8", "bach-mai"_institution, "jihs"_institution},
        {"S2, S3, S11", "bach-mai"_institution, "japan-side"_institution},
        {"S7", "cho-ray"_institution, "bach-mai-stroke-centre"_institution, {}, {"acute-stroke-care"_technique}},
        {"S9", "cho-ray"_institution, "bach-mai-campus-new"_institution},
        {"S10", "cho-ray"_institution, "bach-mai-international"_institution},
        {"S13, S14", "bach-mai"_institution, "cho-ray"_institution},
        {"S15-S20", "fpt-long-chau"_institution, "bach-mai"_institution, {}, {}, urgency::emergency},
        {"S21-S25", "gia-an-115"_institution, "k"_institution, "oncology"_field, {}, urgency::urgent},
        {"S23", "k"_institution, "gia-an-115"_institution, "oncology"_field, {}, urgency::urgent},
    };
}
network read_articles() {
    std::ifstream in("examples/data/articles.json", std::ios::binary);
    std::string const written{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return json::read_network(written).value.value();
}

struct in_two_languages {
    std::string vi;
    std::string en;
};
in_two_languages all_outlines(network const& all) {
    in_two_languages made;
    auto const today = as_of(all, 2026y / 11 / 21);
    for (auto const& each : arrangements()) {
        patient_need const need{.id = "n"_need,
                                .origin = each.origin,
                                .field = each.field,
                                .techniques = each.techniques,
                                .urgency = each.urgency,
                                .stable = truth::yes,
                                .transfer_indicated = truth::yes,
                                .source = synthetic()};
        auto const given = decide(today, vietnam::transfer_between_facilities, need);
        auto const because = why(given, each.receiver);
        REQUIRE(because);
        made.vi += "—— " + std::string(each.which) + "\n";
        made.en += "—— " + std::string(each.which) + "\n";
        for (auto const& line : outline(*because, all)) {
            // A line for a line: the same place, depth and mark, and words in both languages.
            CHECK_FALSE(line.words.vi.empty());
            CHECK_FALSE(line.words.en.empty());
            char const* const mark = !line.mark ? "" : is_yes(*line.mark) ? "+ " : is_no(*line.mark) ? "- " : "? ";
            std::string const lead = std::string(static_cast<std::size_t>(2 * line.depth), ' ') + mark;
            made.vi += lead + line.words.vi + "\n";
            made.en += lead + line.words.en + "\n";
        }
        made.vi += "\n";
        made.en += "\n";
    }
    return made;
}
std::size_t lines_of(std::string const& text) {
    std::size_t count = 0;
    for (char const each : text) count += each == '\n' ? 1u : 0u;
    return count;
}

}  // namespace

TEST_CASE("the arrangements of the articles, explained in both languages, line by line as kept in tests/golden") {
    auto const made = all_outlines(read_articles());
    CHECK(lines_of(made.vi) == lines_of(made.en));
    for (auto const& [name, text] : {std::pair("tests/golden/arrangements.vi.txt", &made.vi),
                                     std::pair("tests/golden/arrangements.en.txt", &made.en)}) {
        if (std::getenv("LIENVIEN_WRITE_GOLDEN")) std::ofstream(name, std::ios::binary) << *text;
        std::ifstream file(name, std::ios::binary);
        std::string const kept{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        INFO(*text);
        CHECK(*text == kept);
    }
}
