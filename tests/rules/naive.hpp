#pragma once

#include <lienvien/rules/explain.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// A small independent reader of proofs: it takes the leaves as read, works the rest out itself, and compares.
namespace naive {

using namespace lienvien;

/// Values that are put in the place of facts that are not known, by name of the fact and by whose it is.
using supplied = std::map<std::pair<std::string, std::string>, std::int64_t>;

struct judgement {
    truth value;
    bool sound;  ///< does every node say what its parts say?
};

inline judgement read(proof const& node, supplied const* values = nullptr) {
    auto const known = [&](reading const& each) -> std::optional<std::int64_t> {
        if (each.is_known) return each.value;
        if (!values) return std::nullopt;
        auto const at = values->find({std::string(each.fact), each.what.en});
        return at == values->end() ? std::nullopt : std::optional(at->second);
    };
    std::vector<truth> parts;
    bool sound = true;
    for (auto const& each : node.parts) {
        auto const part = read(each, values);
        parts.push_back(part.value);
        sound = sound && part.sound;
    }
    truth value = truth::unknown;
    switch (node.node) {
        case proof::kind::statement: {
            sound = sound && parts.empty() && node.readings.size() == 1;
            auto const said = known(node.readings.at(0));
            value = !said ? truth::unknown : *said > 0 ? truth::yes : truth::no;
            break;
        }
        case proof::kind::comparison: {
            sound = sound && parts.empty() && node.readings.size() == 2;
            auto const a = known(node.readings.at(0));
            auto const b = known(node.readings.at(1));
            if (!a || !b) break;
            bool const holds = node.sign == relation_sign::equal     ? *a == *b
                               : node.sign == relation_sign::unequal ? *a != *b
                               : node.sign == relation_sign::less    ? *a < *b
                               : node.sign == relation_sign::at_most ? *a <= *b
                               : node.sign == relation_sign::greater ? *a > *b
                                                                     : *a >= *b;
            value = holds ? truth::yes : truth::no;
            break;
        }
        case proof::kind::all:
        case proof::kind::any: {
            truth const worst = node.node == proof::kind::all ? truth::no : truth::yes;
            bool open = false;
            bool decided = false;
            for (truth const each : parts) {
                decided = decided || each == worst;
                open = open || each == truth::unknown;
            }
            value = decided ? worst : open ? truth::unknown : worst == truth::no ? truth::yes : truth::no;
            break;
        }
        case proof::kind::negation:
            sound = sound && parts.size() == 1;
            value = parts.at(0) == truth::unknown ? truth::unknown : parts.at(0) == truth::yes ? truth::no : truth::yes;
            break;
        case proof::kind::exception:
            sound = sound && parts.size() == 3;
            value = parts.at(0) == truth::yes    ? parts.at(1)
                    : parts.at(0) == truth::no   ? parts.at(2)
                    : parts.at(1) == parts.at(2) ? parts.at(1)
                                                 : truth::unknown;
            break;
        case proof::kind::provision:
            sound = sound && parts.size() == 1 && node.basis.has_value() && !node.words.vi.empty() &&
                    !node.words.en.empty();
            value = parts.at(0);
            break;
    }
    if (!values) sound = sound && value == node.value;
    return {value, sound};
}

/// What a rule contributes once its condition is decided.
struct stated_rule {
    rule_heading heading;
    truth bears;
};

/// The outcome by the sentence "an objection counts unless a permission that prevails over it bears", all rules decided.
inline outcome decided(std::vector<stated_rule> const& rules, otherwise rest) {
    bool permitted = rest == otherwise::permitted;
    bool objected = false;
    for (auto const& each : rules) {
        if (each.bears != truth::yes) continue;
        if (each.heading.does == effect::permits) permitted = true;
        if (each.heading.does != effect::forbids && each.heading.does != effect::demands) continue;
        bool defeated = false;
        for (auto const& other : rules) {
            defeated = defeated || (other.bears == truth::yes && other.heading.does == effect::permits &&
                                    prevails(other.heading, each.heading));
        }
        objected = objected || !defeated;
    }
    return objected ? outcome::forbidden : permitted ? outcome::permitted : outcome::not_provided_for;
}

/// May the transfer take place? Rules that are open are tried both ways.
inline truth allowed(std::vector<stated_rule> rules, otherwise rest) {
    std::vector<std::size_t> open;
    for (std::size_t number = 0; number < rules.size(); ++number) {
        if (rules[number].bears == truth::unknown && rules[number].heading.does != effect::instructs)
            open.push_back(number);
    }
    bool ever = false;
    bool always_so = true;
    for (std::uint64_t way = 0; way < (std::uint64_t{1} << open.size()); ++way) {
        for (std::size_t at = 0; at < open.size(); ++at)
            rules[open[at]].bears = (way >> at & 1) ? truth::yes : truth::no;
        bool const yes = decided(rules, rest) == outcome::permitted;
        ever = ever || yes;
        always_so = always_so && yes;
    }
    return ever ? (always_so ? truth::yes : truth::unknown) : truth::no;
}

}  // namespace naive
