#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/validate/subject.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Where checks write down what they find.
class report {
public:
    void add(finding_code code, severity weight, std::string subject, std::string pointer, text message) {
        found_.add({code, weight, std::move(subject), {std::move(pointer), 0}, std::move(message)});
    }
    void add(finding_code code, severity weight, step const& at, text message) {
        add(code, weight, at.subject(), at.pointer(), std::move(message));
    }
    [[nodiscard]] findings take() { return std::move(found_); }

private:
    findings found_;
};

/// Both languages, each put together from its parts.
[[nodiscard]] inline text both(std::initializer_list<std::string_view> in_vietnamese,
                               std::initializer_list<std::string_view> in_english) {
    return {joined(in_vietnamese), joined(in_english)};
}

/// A period in words.
[[nodiscard]] inline text words_of(validity const& when) {
    if (when.from.is_always() && !when.until) return {"mọi thời gian", "always"};
    std::string const until = when.until ? when.until->to_string() : std::string();
    if (when.from.is_always()) return both({"trước ", until}, {"until ", until});
    std::string const from = when.from.to_string();
    return both({"từ ", from, when.until ? " đến trước " : "", until},
                {"from ", from, when.until ? " until " : "", until});
}

/// The document a fact was taken from, and the words there.
[[nodiscard]] inline std::string quoted(source const& origin) {
    auto const document = origin.document.empty() ? name_of(origin.kind) : origin.document.view();
    if (origin.words.empty()) return std::string(document);
    return joined({document, ": “", origin.words, "”"});
}

/// Does a fact hold on a day that itself may be known only in part?
[[nodiscard]] constexpr truth holds_at(validity const& when, partial_date const& day) noexcept {
    truth const begun = !before(day, when.from);
    return when.until ? begun & before(day, *when.until) : begun;
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
