#pragma once

#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/remark.hpp>
#include <lienvien/base/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace lienvien {
inline namespace v0 {

/// What kind of document a fact was taken from.
enum class source_kind : std::uint8_t {
    not_known,      ///< nobody said
    article,        ///< a press article
    law,            ///< a legal instrument
    public_record,  ///< an official page, a register or another published source
    own_record,     ///< the record of the institution that embeds the library
    synthetic       ///< made up for a demonstration or a test; never a statement about the world
};

template <>
struct vocabulary<source_kind> {
    using enum source_kind;
    static constexpr std::array words{
        word<source_kind>{not_known, "not_known", {"chưa rõ nguồn", "source not known"}},
        word<source_kind>{article, "article", {"bài báo", "press article"}},
        word<source_kind>{law, "law", {"văn bản pháp luật", "legal instrument"}},
        word<source_kind>{public_record, "public_record", {"nguồn công khai", "public record"}},
        word<source_kind>{own_record, "own_record", {"hồ sơ của cơ sở", "own record"}},
        word<source_kind>{synthetic, "synthetic", {"số liệu giả định", "synthetic"}}};
};

/// Where a fact comes from: document, article, clause, date and words, and what is doubtful about it.
struct source {
    source_kind kind{};
    remark document{};     ///< file, page or instrument, such as "004.txt"
    remark article{};      ///< article of an instrument
    remark clause{};       ///< clause and point
    partial_date dated{};  ///< date of the document
    remark words{};        ///< the words themselves, as written there
    remark doubt{};        ///< what the source leaves open or where it is contradicted
    bool verified{};       ///< has a person checked the words against the signed original?
    std::optional<sys_days>
        known_since{};  ///< first day on which this was known to whoever decides; none: always known

    friend bool operator==(source const&, source const&) = default;
};

/// The source of a fact taken from a press article.
[[nodiscard]] inline source article(remark document) {
    return {.kind = source_kind::article, .document = std::move(document)};
}
/// The source of a value made up for a demonstration or a test.
[[nodiscard]] inline source synthetic(remark why = {}) {
    return {.kind = source_kind::synthetic, .document = "synthetic", .doubt = std::move(why)};
}

/// Was this known on `knowledge_day`?
[[nodiscard]] inline bool was_known(source const& origin, sys_days knowledge_day) noexcept {
    return !origin.known_since || *origin.known_since <= knowledge_day;
}

}  // namespace v0
}  // namespace lienvien
