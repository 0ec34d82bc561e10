#include <lienvien/text/print.hpp>

#include <support/rapidcheck.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace lienvien;
using namespace lienvien::literals;

constexpr instrument act{.number = "1/1", .name = {"Luật thử", "Test act"}, .kind = instrument_kind::law};

/// Builds explanations out of random numbers; every reading gets a tag of its own, the same in both languages.
class tree_maker {
public:
    [[nodiscard]] int tags() const { return tags_; }

    reading make_reading() {
        std::string const tag = "#" + std::to_string(++tags_) + "#";
        reading made{.fact = "fact", .what = {"điều " + tag, "fact " + tag}, .shown = {"giá trị", "value"}};
        made.is_known = *rc::gen::arbitrary<bool>();
        if (*rc::gen::inRange(0, 4) == 0) made.contrary = {"không phải " + tag, "not " + tag};
        for (int left = *rc::gen::inRange(0, 3); left > 0; --left) {
            auto const kind = *rc::gen::element(source_kind::synthetic, source_kind::article,
                                                source_kind::public_record, source_kind::not_known);
            made.grounds.push_back(
                {*rc::gen::element<std::string>("institution x", "agreement y", "patient need z", "odd"),
                 {"nói " + tag, "says " + tag},
                 {.kind = kind, .document = *rc::gen::element<std::string>("", "a.txt", "a; b")}});
        }
        return made;
    }
    proof make_proof(int depth) {
        proof made;
        made.value = *rc::gen::element(truth::no, truth::unknown, truth::yes);
        made.node = static_cast<proof::kind>(*rc::gen::inRange(0, depth > 0 ? 7 : 2));
        auto const parts = [&](int count) {
            for (; count > 0; --count) made.parts.push_back(make_proof(depth - 1));
        };
        switch (made.node) {
            case proof::kind::statement:
                made.readings.push_back(make_reading());
                break;
            case proof::kind::comparison:
                made.sign = static_cast<relation_sign>(*rc::gen::inRange(0, 6));
                made.readings.push_back(make_reading());
                made.readings.push_back(make_reading());
                if (*rc::gen::arbitrary<bool>()) made.readings[1].what = {};  // an amount that the rule states
                break;
            case proof::kind::negation:
                parts(1);
                break;
            case proof::kind::exception:
                parts(3);
                break;
            case proof::kind::provision:
                made.words = {"điều khoản", "provision"};
                made.basis = cites(act, 2);
                parts(1);
                break;
            default:
                parts(*rc::gen::inRange(0, 4));
        }
        return made;
    }
    explanation make_explanation() {
        explanation made{"a"_institution, "b"_institution, sys_days{}, {}, {}, {}, {}};
        made.verdict.outcome = static_cast<outcome>(*rc::gen::inRange(0, 5));
        for (int left = *rc::gen::inRange(1, 6); left > 0; --left) {
            made.rules.push_back(
                {{"r"_rule, {"câu", "sentence"}, cites(act, 1), static_cast<effect>(*rc::gen::inRange(0, 4))},
                 *rc::gen::element(truth::no, truth::unknown, truth::yes),
                 *rc::gen::arbitrary<bool>(),
                 make_proof(3)});
        }
        if (*rc::gen::arbitrary<bool>()) made.missing.push_back(make_reading());
        if (*rc::gen::arbitrary<bool>()) made.cautions.push_back({"thận trọng", "beware"});
        return made;
    }

private:
    int tags_ = 0;
};

std::vector<std::string> lines_of(std::vector<outline_line> const& outline, language in, style look) {
    std::ostringstream out;
    print(out, outline, in, look);
    std::istringstream back(out.str());
    std::vector<std::string> lines;
    for (std::string line; std::getline(back, line);) lines.push_back(line);
    return lines;
}
std::string tags_of(std::string const& words) {
    std::string tags;
    for (auto at = words.find('#'); at != std::string::npos; at = words.find('#', words.find('#', at + 1) + 1)) {
        tags += words.substr(at, words.find('#', at + 1) - at) + " ";
    }
    return tags;
}
/// The lead of a line up to its sign: both languages must have the same.
std::string lead_of(std::string const& line) {
    auto const at = line.find_first_not_of(' ');
    if (at == std::string::npos) return line;
    for (std::string const sign : {"✓", "✗", "?", "·", "!"}) {
        if (line.compare(at, sign.size(), sign) == 0) return line.substr(0, at) + sign;
    }
    return line.substr(0, at);
}

}  // namespace

TEST_CASE("an explanation says the same in both languages", "[text]") {
    rc::prop("line by line: the same marks, the same leaves in the same order; nothing empty, nothing unfilled", [] {
        tree_maker maker;
        auto const given = maker.make_explanation();
        network const nobody;
        for (bool const full : {false, true}) {
            auto const written = outline(given, nobody, full);
            for (auto const& line : written) {
                for (auto const& words : {line.words.vi, line.words.en}) {
                    RC_ASSERT(!words.empty());
                    RC_ASSERT(words.front() != ' ' && words.back() != ' ');
                    RC_ASSERT(words.find("  ") == std::string::npos && words.find("()") == std::string::npos);
                    RC_ASSERT(words.find(": :") == std::string::npos && words.find("( ") == std::string::npos);
                }
            }
            style const wide{.width = 100000};
            auto const vi = lines_of(written, language::vi, wide);
            auto const en = lines_of(written, language::en, wide);
            RC_ASSERT(vi.size() == written.size());
            RC_ASSERT(en.size() == written.size());
            for (std::size_t at = 0; at < vi.size(); ++at) {
                RC_ASSERT(tags_of(vi[at]) == tags_of(en[at]));
                RC_ASSERT(lead_of(vi[at]) == lead_of(en[at]));
            }
        }
    });
    rc::prop("in full every fact that was read is there, and every ground", [] {
        tree_maker maker;
        auto const given = maker.make_explanation();
        std::string all;
        for (auto const& line : outline(given, network{}, true)) all += line.words.en + "\n";
        for (auto const& rule : given.rules) {
            std::vector<proof const*> open{&rule.why};
            while (!open.empty()) {
                auto const* at = open.back();
                open.pop_back();
                for (auto const& part : at->parts) open.push_back(&part);
                for (auto const& each : at->readings) {
                    if (each.what.empty()) continue;  // an amount that the rule states is shown by its value
                    auto const tag = each.what.en.substr(each.what.en.find('#'));
                    RC_ASSERT(all.find(tag) != std::string::npos);
                    for (auto const& fact : each.grounds) {
                        RC_ASSERT(fact.subject == "patient need z" || all.find(fact.says.en) != std::string::npos);
                    }
                }
            }
        }
    });
    rc::prop("no line is wider than asked, and wrapping loses no word", [] {
        tree_maker maker;
        auto const written = outline(maker.make_explanation(), network{}, *rc::gen::arbitrary<bool>());
        auto const width = *rc::gen::inRange<std::size_t>(50, 140);
        std::string wrapped_words;
        for (auto const& line : lines_of(written, language::vi, {.width = width})) {
            RC_ASSERT(display_width(line) <= width);
            wrapped_words += " " + line;
        }
        std::string whole_words;
        for (auto const& line : lines_of(written, language::vi, {.width = 100000})) whole_words += " " + line;
        auto const spaces_aside = [](std::string const& words) {
            std::string rest;
            for (char const c : words) rest += c == ' ' ? "" : std::string(1, c);
            return rest;
        };
        RC_ASSERT(spaces_aside(wrapped_words) == spaces_aside(whole_words));
    });
}
