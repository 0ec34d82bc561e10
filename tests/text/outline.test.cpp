#include <lienvien/text/print.hpp>

#include <support/rapidcheck.hpp>

#include <cstdint>
#include <cstdio>
#include <network/random_network.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace lienvien;
using namespace lienvien::literals;

constexpr instrument act{.number = "1/1", .name = {"Luật thử", "Test act"}, .kind = instrument_kind::law};

/// Builds explanations out of random numbers; every reading gets a tag of its own, the same in both languages.
class tree_maker {
public:
    explicit tree_maker(std::uint64_t seed) : throw_(seed) {}

    [[nodiscard]] int tags() const { return tags_; }

    reading make_reading() {
        std::string const tag = "#" + std::to_string(++tags_) + "#";
        reading made{.fact = "fact", .what = {"điều " + tag, "fact " + tag}, .shown = {"giá trị", "value"}};
        made.is_known = throw_.once_in(2);
        if (throw_.once_in(4)) made.contrary = {"không phải " + tag, "not " + tag};
        for (auto left = throw_.roll(3); left > 0; --left) {
            auto const kind = one_of(source_kind::synthetic, source_kind::article, source_kind::public_record,
                                     source_kind::not_known);
            made.grounds.push_back({one_of<std::string>("institution x", "agreement y", "patient need z", "odd"),
                                    {"nói " + tag, "says " + tag},
                                    {.kind = kind, .document = one_of<std::string>("", "a.txt", "a; b")}});
        }
        return made;
    }
    proof make_proof(int depth) {
        proof made;
        made.value = throw_.three();
        made.node = static_cast<proof::kind>(throw_.roll(depth > 0 ? 7 : 2));
        auto const parts = [&](std::size_t count) {
            for (; count > 0; --count) made.parts.push_back(make_proof(depth - 1));
        };
        switch (made.node) {
            case proof::kind::statement:
                made.readings.push_back(make_reading());
                break;
            case proof::kind::comparison:
                made.sign = static_cast<relation_sign>(throw_.roll(6));
                made.readings.push_back(make_reading());
                made.readings.push_back(make_reading());
                if (throw_.once_in(2)) made.readings[1].what = {};  // an amount that the rule states
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
                parts(throw_.roll(4));
        }
        return made;
    }
    explanation make_explanation() {
        explanation made{"a"_institution, "b"_institution, sys_days{}, {}, {}, {}, {}};
        made.verdict.outcome = static_cast<outcome>(throw_.roll(5));
        for (auto left = 1 + throw_.roll(5); left > 0; --left) {
            made.rules.push_back({{"r"_rule, {"câu", "sentence"}, cites(act, 1), static_cast<effect>(throw_.roll(4))},
                                  throw_.three(),
                                  throw_.once_in(2),
                                  make_proof(3)});
        }
        if (throw_.once_in(2)) made.missing.push_back(make_reading());
        if (throw_.once_in(2)) made.cautions.push_back({"thận trọng", "beware"});
        return made;
    }

private:
    template <class T, class... Others>
    T one_of(T first, Others... others) {
        std::vector<T> const all{std::move(first), T(others)...};
        return throw_.pick(all);
    }
    dice::thrower throw_;
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
    std::size_t trees = 0;
    rc::prop(
        "line by line: the same marks, the same leaves in the same order; nothing empty, nothing unfilled",
        [&](std::uint64_t seed) {
            for (std::uint64_t which = 0; which < 200; ++which, ++trees) {
                tree_maker maker(seed * 200 + which);
                auto const given = maker.make_explanation();
                network const nobody;
                {
                    const bool full = which % 2 == 0;
                    auto const written = outline(given, nobody, full);
                    for (auto const& line : written) {
                        for (auto const& words : {line.words.vi, line.words.en}) {
                            RC_ASSERT(!words.empty());
                            RC_ASSERT(words.front() != ' ' && words.back() != ' ');
                            RC_ASSERT(words.find("  ") == std::string::npos && words.find("()") == std::string::npos);
                            RC_ASSERT(words.find(": :") == std::string::npos && words.find("( ") == std::string::npos);
                            RC_ASSERT(words.find_first_of("{}%<>") == std::string::npos);
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
            }
        });
    std::printf("outline: %zu random trees, in short and in full by turns\n", trees);
    CHECK(trees == 100'000);
}
TEST_CASE("an explanation in full says all, and no line is too wide", "[text]") {
    rc::prop("in full every fact that was read is there, and every ground", [](std::uint64_t seed) {
        tree_maker maker(seed);
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
    rc::prop("no line is wider than asked, and wrapping loses no word", [](std::uint64_t seed) {
        tree_maker maker(seed);
        auto const written = outline(maker.make_explanation(), network{}, seed % 2 == 0);
        std::size_t const width = 50 + seed / 2 % 90;
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
