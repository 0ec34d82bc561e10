#pragma once

#include <lienvien/base/measure.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How far an institution has come with a technique.
enum class stage : std::uint8_t {
    not_known,
    readiness,
    theory,
    clinical,
    on_site,
    accepted,
    monitored,
    replicating,
    suspended,
    withdrawn,
    failed
};
template <>
struct vocabulary<stage> {
    using enum stage;
    static constexpr std::array words{
        word<stage>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<stage>{readiness, "readiness", {"chuẩn bị", "readiness"}},
        word<stage>{theory, "theory", {"học lý thuyết", "theory"}},
        word<stage>{clinical, "clinical", {"thực hành lâm sàng", "clinical training"}},
        word<stage>{on_site, "on_site", {"làm tại chỗ có giám sát", "on site under supervision"}},
        word<stage>{accepted, "accepted", {"đã nghiệm thu", "accepted"}},
        word<stage>{monitored, "monitored", {"đang theo dõi sau nghiệm thu", "monitored"}},
        word<stage>{replicating, "replicating", {"đang nhân rộng", "replicating"}},
        word<stage>{suspended, "suspended", {"tạm dừng", "suspended"}},
        word<stage>{withdrawn, "withdrawn", {"đã rút", "withdrawn"}},
        word<stage>{failed, "failed", {"không đạt", "failed"}}};
};

/// At which stages does a site perform the technique on its own responsibility?
[[nodiscard]] constexpr truth performs_alone(stage reached) noexcept {
    switch (reached) {
        case stage::not_known:
            return truth::unknown;
        case stage::accepted:
        case stage::monitored:
        case stage::replicating:
            return truth::yes;
        default:
            return truth::no;
    }
}

/// Something that shows that a step was really taken.
struct evidence {
    text what{};
    partial_date on{};
    std::optional<items> count{};  ///< supervised cases, hours, sessions: as `what` says
    std::optional<person_id> assessor{};
    std::string document{};

    friend bool operator==(evidence const&, evidence const&) = default;
};

/// A technique at a site, at a stage, since a day, shown by evidence.
struct capability {
    institution_id site;
    technique_id technique;
    lienvien::stage stage{};
    validity valid{};
    std::vector<lienvien::evidence> evidence{};
    std::optional<transfer_id> by_transfer{};
    std::string decision{};  ///< approval in the site's technique list
    lienvien::source source{};

    friend bool operator==(capability const&, capability const&) = default;
};

/// The approved technique list of a site (danh mục kỹ thuật được phê duyệt), one decision for many techniques.
///
/// What is listed is performed alone, unless a capability fact says otherwise for that technique. The list says that
/// everything the site holds is written down, here or as capability facts: a technique that is in neither is absent, not
/// unknown.
struct technique_list {
    institution_id site;
    std::vector<technique_id> techniques{};
    std::optional<field_id> field{};  ///< complete for techniques of this field only; none: for all
    std::string decision{};
    validity valid{};
    lienvien::source source{};

    friend bool operator==(technique_list const&, technique_list const&) = default;
};
}  // namespace v0
}  // namespace lienvien
