#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/partial_date.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/commitment.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/profession.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Experts of one institution working in turn at another (luân phiên).
struct rotation {
    rotation_id id;
    std::optional<agreement_id> agreement{};
    institution_id home;
    institution_id host;
    std::vector<person_id> experts{};  ///< may be empty where only numbers or professions are known
    std::vector<lienvien::profession> professions{};
    std::vector<field_id> fields{};
    std::vector<technique_id> skills{};
    agreement_status status{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(rotation const&, rotation const&) = default;
};

/// One session of a consultation.
struct session {
    partial_date on{};
    truth held{};
    text about{};

    friend bool operator==(session const&, session const&) = default;
};

/// A consultation (hội chẩn) between institutions: a series, or on demand when a hard case appears.
struct consultation {
    consultation_id id;
    text name{};
    std::optional<agreement_id> agreement{};
    std::vector<institution_id> parties{};
    std::vector<field_id> fields{};
    frequency held{};
    truth online{};
    text cost_share{};
    agreement_status status{};
    std::vector<session> sessions{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(consultation const&, consultation const&) = default;
};

/// What kind of honour it is.
enum class honour : std::uint8_t { not_known, medal, certificate_of_merit };
template <>
struct vocabulary<honour> {
    using enum honour;
    static constexpr std::array words{
        word<honour>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<honour>{medal, "medal", {"kỷ niệm chương", "commemorative medal"}},
        word<honour>{certificate_of_merit, "certificate_of_merit", {"giấy khen", "certificate of merit"}}};
};

/// Thanks for a contribution, as sources name it: names that disagree stand side by side.
struct recognition {
    recognition_id id;
    honour kind{};
    std::vector<text> names{};
    std::vector<lienvien::source> named_by{};  ///< the source of each name, in the same order
    institution_id giver;
    std::vector<person_id> people{};
    std::vector<institution_id> institutions{};
    std::vector<agreement_id> contributions{};  ///< the arrangements that it thanks for
    partial_date on{};
    lienvien::source source{};

    friend bool operator==(recognition const&, recognition const&) = default;
};
}  // namespace v0
}  // namespace lienvien
