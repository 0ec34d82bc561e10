#pragma once

#include <lienvien/base/vocabulary.hpp>

#include <array>
#include <cstddef>
#include <laws/law.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace laws {

/// How the program spells an enumerator; empty for a value that has none. Asked of the compiler, so that an enumerator
/// that its author forgot in the vocabulary is seen.
template <auto Value>
consteval std::string_view enumerator() {
    std::string_view words = __PRETTY_FUNCTION__;
    words.remove_prefix(words.find("Value = ") + 8);
    words = words.substr(0, words.find_first_of(";]"));
    if (words.front() == '(' || words.front() == '-') return {};
    return words.substr(words.rfind(':') + 1);
}

/// Valid UTF-8 without combining marks: Vietnamese is written composed (NFC).
constexpr bool is_composed_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const byte = static_cast<unsigned char>(text[at]);
        std::size_t const size = byte < 0x80                   ? 1
                                 : byte >= 0xC2 && byte < 0xE0 ? 2
                                 : byte >= 0xE0 && byte < 0xF0 ? 3
                                                               : 0;
        if (size == 0 || at + size > text.size() || byte < 0x20) return false;
        for (std::size_t more = 1; more < size; ++more) {
            if ((static_cast<unsigned char>(text[at + more]) & 0xC0) != 0x80) return false;
        }
        if (size == 2) {
            auto const low = static_cast<unsigned char>(text[at + 1]);
            if (byte == 0xCC || (byte == 0xCD && low < 0xB0)) return false;  // U+0300..U+036F
        }
        at += size;
    }
    return true;
}

/// A label that can be shown: words in both languages, that differ, without blanks at either end.
constexpr std::string_view shown(lienvien::label words) {
    for (std::string_view const each : {words.vi, words.en}) {
        if (each.empty()) return "a label has words in both languages";
        if (each.front() == ' ' || each.back() == ' ') return "a label does not begin or end with a blank";
        if (!is_composed_text(each)) return "a label is composed UTF-8";
    }
    return words.vi == words.en ? "the two languages differ" : kept;
}

/// A vocabulary lists each enumerator once, in order, from 0; its first word says that nothing is known; a name in files
/// is the enumerator without a last underscore, save for `renamed`.
template <class Value, Value Renamed = Value{}>
constexpr std::string_view vocabulary() {
    constexpr auto const& words = lienvien::vocabulary<Value>::words;
    constexpr std::size_t size = words.size();
    constexpr std::size_t further = 8;
    constexpr auto spelled = []<std::size_t... Number>(std::index_sequence<Number...>) {
        return std::array{enumerator<static_cast<Value>(Number)>()...};
    }
    (std::make_index_sequence<size + further>());

    if (words[0].value != Value{} || words[0].name != "not_known") return "the first word is not_known, with value 0";
    for (std::size_t i = 0; i < size; ++i) {
        if (words[i].value != static_cast<Value>(i)) return "words stand in the order of their values, from 0";
        std::string_view identifier = spelled[i];
        if (identifier.empty()) return "every word is an enumerator";
        if (identifier.back() == '_') identifier.remove_suffix(1);
        bool const may_differ = Renamed != Value{} && words[i].value == Renamed;
        if ((words[i].name != identifier) != may_differ) return "the name is the enumerator";
        for (char const c : words[i].name) {
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return "names are lower case";
        }
        if (auto const law = shown(words[i].label); law != kept) return law;
        for (std::size_t j = 0; j < i; ++j) {
            if (words[i].name == words[j].name) return "names are unique";
            if (words[i].label.vi == words[j].label.vi || words[i].label.en == words[j].label.en) {
                return "two values do not read alike";
            }
        }
        if (lienvien::name_of(words[i].value) != words[i].name) return "name_of gives the name";
        if (!(lienvien::label_of(words[i].value) == words[i].label)) return "label_of gives the label";
    }
    for (std::size_t i = size; i < size + further; ++i) {
        if (!spelled[i].empty()) return "every enumerator is listed";
        if (!lienvien::name_of(static_cast<Value>(i)).empty()) return "a value outside has no name";
        if (shown(lienvien::label_of(static_cast<Value>(i))) != kept) return "a value outside can still be shown";
    }
    return kept;
}

/// Names are read back, and nothing else is read.
template <class Value>
std::string_view names_are_read_back() {
    for (auto const& word : lienvien::vocabulary<Value>::words) {
        auto const read = lienvien::parse_name<Value>(word.name);
        if (!read || *read != word.value) return "a name is read as its value";
        std::string const name(word.name);
        for (std::string const& wrong : {name + "s", " " + name, name.substr(1), std::string(word.label.vi)}) {
            auto const refused = lienvien::parse_name<Value>(wrong);
            if (refused && lienvien::name_of(*refused) != wrong) return "only names are read";
            if (!refused && !(refused.error() == lienvien::error{lienvien::errc::unknown_name, 0, wrong})) {
                return "a refusal names the word";
            }
        }
    }
    return kept;
}

}  // namespace laws
