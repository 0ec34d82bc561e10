#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/rules/proof.hpp>
#include <lienvien/rules/verdict.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

[[nodiscard]] inline text both(std::string_view words) { return {std::string(words), std::string(words)}; }

inline void add(text& words, std::string_view more) {
    words.vi += more;
    words.en += more;
}
inline void add(text& words, label more) {
    words.vi += more.vi;
    words.en += more.en;
}
/// Each language from its own, also where only one is given.
inline void add(text& words, text const& more) {
    words.vi += more.in(language::vi);
    words.en += more.in(language::en);
}
/// Text, labels and characters one after the other, in both languages at once.
template <class... Parts>
[[nodiscard]] text joined_words(Parts const&... parts) {
    text words;
    (add(words, parts), ...);
    return words;
}

/// How a noun of a list is called; its id where the list does not name it.
template <class Noun, class Id>
[[nodiscard]] text name_in(std::vector<Noun> const& all, Id const& id) {
    for (auto const& each : all) {
        if (each.id == id && !each.name.empty()) return joined_words(each.name);
    }
    return both(id.view());
}

/// The noun that a subject such as "agreement k-gia-an-115" names, by its name in the network; else noun and id.
[[nodiscard]] inline text name_of_subject(std::string_view subject, network const& written) {
    auto const space = subject.rfind(' ');
    if (space == std::string_view::npos) return both(subject);
    auto const noun = subject.substr(0, space);
    auto const id = subject.substr(space + 1);
    auto const among = [&](auto const& all, auto const& tag) -> text {
        if (noun != tag.noun.en) return {};
        for (auto const& each : all) {
            if (each.id.view() == id && !each.name.empty()) return joined_words(each.name);
        }
        return joined_words(tag.noun, " ", id);
    };
    if (auto name = among(written.institutions, institution_tag{}); !name.empty()) return name;
    if (auto name = among(written.agreements, agreement_tag{}); !name.empty()) return name;
    if (auto name = among(written.packages, package_tag{}); !name.empty()) return name;
    if (auto name = among(written.techniques, technique_tag{}); !name.empty()) return name;
    if (noun == need_tag::noun.en) return {"Nhu cầu đang xét", "The need"};
    if (noun == regime_tag::noun.en) return joined_words(regime_tag::noun, " ", id);
    return both(subject);
}

}  // namespace detail

/// How an institution is called in both languages; its id where the network does not name it.
[[nodiscard]] inline text name_of(institution_id const& id, network const& written) {
    return detail::name_in(written.institutions, id);
}
[[nodiscard]] inline text name_of(agreement_id const& id, network const& written) {
    return detail::name_in(written.agreements, id);
}
[[nodiscard]] inline text name_of(package_id const& id, network const& written) {
    return detail::name_in(written.packages, id);
}
[[nodiscard]] inline text name_of(technique_id const& id, network const& written) {
    return detail::name_in(written.techniques, id);
}

/// Where a fact comes from, in brackets behind it: "(press article 004.txt)", "(synthetic)"; empty where nobody said.
[[nodiscard]] inline text words_for(source const& origin) {
    using detail::joined_words;
    // Of several documents the first is named; the network has them all.
    std::string_view document = origin.document;
    bool const several = document.find("; ") != std::string_view::npos;
    document = document.substr(0, document.find("; "));
    switch (origin.kind) {
        case source_kind::synthetic:
            return {"(giả định)", "(synthetic)"};
        case source_kind::not_known:
            return document.empty()
                       ? text{}
                       : joined_words("(", document, label{"; chưa rõ loại nguồn)", "; kind of source not known)"});
        default:
            break;
    }
    text words = joined_words("(", label_of(origin.kind));
    if (!document.empty()) detail::add(words, " ");
    detail::add(words, document);
    if (several) detail::add(words, label{" và nguồn khác", " and others"});
    bool const public_claim = origin.kind == source_kind::public_record || origin.kind == source_kind::law;
    if (public_claim && !origin.verified) detail::add(words, label{", chưa kiểm chứng", ", unverified"});
    detail::add(words, ")");
    return words;
}

/// A written fact as a sentence: whose it is, what it says, where it comes from.
[[nodiscard]] inline text words_for(ground const& fact, network const& written) {
    text words = detail::joined_words(detail::name_of_subject(fact.subject, written), ": ", fact.says);
    auto const origin = words_for(fact.source);
    if (!origin.empty()) detail::add(words, detail::joined_words(" ", origin));
    return words;
}

/// A leaf of a proof as a sentence, with the value that was read.
[[nodiscard]] inline text words_for_leaf(proof const& leaf) {
    using detail::joined_words;
    if (leaf.readings.empty())
        return is_yes(leaf.value) ? text{"không cần điều kiện nào", "nothing is asked"}
                                  : text{"không có hiệu lực", "has no effect"};
    auto const& left = leaf.readings.front();
    if (leaf.readings.size() == 1) return joined_words(left.what, ": ", left.shown);
    auto const& right = leaf.readings[1];
    bool const stated = right.what.empty();  // an amount that the rule itself states
    label sign = words_for(leaf.sign);
    if (leaf.sign == relation_sign::equal) {
        bool const alike = !stated && right.what.en.substr(0, 4) == "the ";  // not "one step above the ..."
        sign = stated ? label{"là", "is"} : alike ? label{"bằng", "is the same as"} : sign;
    }
    text words = joined_words(left.what, " ", sign, " ", stated ? right.shown : right.what);
    if (stated && left.is_known && left.shown == right.shown) return words;
    detail::add(words, joined_words(": ", left.shown));
    if (!stated) detail::add(words, joined_words(label{" và ", " and "}, right.shown));
    return words;
}

namespace detail {

/// The words that hold the parts of a condition together.
[[nodiscard]] constexpr label structure_word(proof::kind node) noexcept {
    if (node == proof::kind::any) return {"ít nhất một trong các điều sau:", "at least one of these:"};
    if (node == proof::kind::negation) return {"điều sau không xảy ra:", "this is not so:"};
    if (node == proof::kind::exception) return {"quy tắc có ngoại lệ:", "a rule with an exception:"};
    return {"tất cả các điều sau:", "all of these:"};
}

/// A statement whose fact has words for its denial reads better denied than as "this is not so".
[[nodiscard]] inline bool deniable(proof const& at) {
    return at.parts.size() == 1 && at.parts.front().readings.size() == 1 &&
           !at.parts.front().readings.front().contrary.empty();
}
[[nodiscard]] inline text denied(proof const& at) {
    label const value = is_yes(at.value)  ? label{"đúng", "true"}
                        : is_no(at.value) ? label{"không đúng", "not true"}
                                          : label_of(truth::unknown);
    return joined_words(at.parts.front().readings.front().contrary, ": ", value);
}

}  // namespace detail

/// What an outcome means, in a few words.
[[nodiscard]] constexpr label words_for(outcome found) noexcept {
    switch (found) {
        case outcome::permitted:
            return {"được phép", "permitted"};
        case outcome::forbidden:
            return {"không được phép: có quy định cản trở", "forbidden: a rule stands against it"};
        case outcome::not_provided_for:
            return {"không được quy định cho phép: không bị cấm, nhưng không quy tắc nào cho phép",
                    "not provided for: nothing forbids it, but no rule permits it"};
        case outcome::not_in_force:
            return {"không có quy định hiệu lực vào ngày này", "no rules in force on this day"};
        default:
            return {"thiếu dữ kiện: câu trả lời phụ thuộc vào điều chưa rõ",
                    "facts missing: the answer hangs on what is not known"};
    }
}

/// What one outcome looks like among others: a yes, a no, or open.
[[nodiscard]] constexpr truth mark_of(outcome found) noexcept {
    if (found == outcome::facts_missing) return truth::unknown;
    return known(found == outcome::permitted);
}

}  // namespace v0
}  // namespace lienvien
