#pragma once

#include <lienvien/base/id.hpp>
#include <lienvien/base/text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

struct finding_tag {
    static constexpr label noun{"loại phát hiện", "kind of finding"};
    static constexpr bool capitals = false;
};
/// The kind of a finding, such as "dangling-id"_finding. Stable, so that waivers and programs can name it.
using finding_code = basic_id<finding_tag>;

namespace literals {
template <detail::literal Text>
[[nodiscard]] consteval finding_code operator""_finding() {
    return detail::literal_id<finding_code, Text>();
}
}  // namespace literals

/// How much a finding matters.
enum class severity : std::uint8_t {
    note,     ///< worth knowing: two sources disagree, a fact is imprecise
    warning,  ///< likely a mistake; answers may be missing facts
    error     ///< the network contradicts itself or cannot be read; answers cannot be trusted
};

/// Where in a document a finding lies: a JSON pointer (RFC 6901) and the line, from 1; 0 when there is no document.
struct place_in_text {
    std::string pointer{};
    std::uint32_t line = 0;

    friend bool operator==(place_in_text const&, place_in_text const&) = default;
};

/// Something wrong, or worth knowing, about data: what, about whom, where, and in words.
struct finding {
    finding_code code;
    lienvien::severity severity;
    std::string subject;  ///< kind and id of what it is about, such as "agreement k-gia-an-115"
    place_in_text place;
    text message;

    friend bool operator==(finding const&, finding const&) = default;
};

/// All that was found, in the order in which it was found; nothing is reported twice and nothing is cut.
class findings {
public:
    using value_type = finding;

    void add(finding found) { all_.push_back(std::move(found)); }
    void append(findings more) {
        for (auto& found : more.all_) all_.push_back(std::move(found));
    }
    [[nodiscard]] bool empty() const noexcept { return all_.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
    [[nodiscard]] finding const& operator[](std::size_t index) const noexcept {
        LIENVIEN_EXPECTS(index < all_.size(), "a finding is read only where there is one");
        return all_[index];
    }
    [[nodiscard]] auto begin() const noexcept { return all_.begin(); }
    [[nodiscard]] auto end() const noexcept { return all_.end(); }

    /// How many findings matter this much.
    [[nodiscard]] std::size_t count(severity wanted) const noexcept {
        std::size_t number = 0;
        for (auto const& found : all_) number += found.severity == wanted ? 1u : 0u;
        return number;
    }
    [[nodiscard]] bool has_errors() const noexcept { return count(severity::error) != 0; }
    /// Is there a finding of this kind?
    [[nodiscard]] bool contains(finding_code code) const noexcept {
        for (auto const& found : all_) {
            if (found.code == code) return true;
        }
        return false;
    }
    friend bool operator==(findings const&, findings const&) = default;

private:
    std::vector<finding> all_;
};

}  // namespace v0
}  // namespace lienvien
