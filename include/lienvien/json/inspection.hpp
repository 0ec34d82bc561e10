#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/id.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/json/document.hpp>
#include <lienvien/json/limits.hpp>
#include <lienvien/json/tape.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace json {
namespace detail {

/// One step from the root to the value that is being read: a member or, where it has no name, an element. Lives on the
/// stack of the reader; written out only when something is found.
struct step {
    step const* above = nullptr;
    std::string_view member{};
    std::size_t element = 0;

    [[nodiscard]] std::string pointer() const {
        if (above == nullptr) return {};
        auto written = above->pointer();
        append_step(written, member.data() != nullptr ? std::string(member) : std::to_string(element));
        return written;
    }
};

/// The noun in which a finding lies: its kind, and where its identities are written; number 0 where they are not.
struct subject {
    std::string_view kind{};
    std::array<std::uint32_t, 2> ids{};
};

/// Fewest insertions, removals and replacements that turn one word into the other.
[[nodiscard]] inline std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t at = 0; at < row.size(); ++at) row[at] = at;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            std::size_t const replaced = diagonal + (a[i] == b[j] ? 0u : 1u);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

/// The allowed word that was most likely meant, if any is near.
[[nodiscard]] inline std::optional<std::string_view> nearest(std::span<std::string_view const> allowed,
                                                             std::string_view found) {
    if (found.size() > 64) return std::nullopt;
    std::optional<std::string_view> best;
    std::size_t least = found.size() / 3 + 2;
    for (auto const word : allowed) {
        if (auto const away = distance(word, found); away < least) {
            best = word;
            least = away;
        }
    }
    return best;
}

/// What may stand there: the word that was likely meant, and all words that are allowed.
[[nodiscard]] inline text allowed_words(std::span<std::string_view const> allowed, std::string_view found) {
    text words;
    if (auto const meant = nearest(allowed, found)) {
        words.vi = "; có phải \"" + std::string(*meant) + "\"?";
        words.en = "; is \"" + std::string(*meant) + "\" meant?";
    }
    words.vi += " Được phép:";
    words.en += " Allowed:";
    std::string list;
    for (auto const word : allowed) list += (list.empty() ? " " : ", ") + std::string(word);
    words.vi += list;
    words.en += list;
    return words;
}

/// Collects what is found in one document, and says at the end on which line each of it lies.
class inspection {
public:
    inspection(tape const& of, limits const& allowed) noexcept : tape_(&of), most_(allowed.findings) {}

    subject about{};  ///< the noun that is being read

    /// Something is wrong with `at`, to which `steps` lead.
    void add(finding_code code, value at, step const& steps, text message, severity how = severity::error) {
        has_errors_ = has_errors_ || how == severity::error;
        if (found_.size() >= most_) {
            ++more_;
            return;
        }
        found_.push_back({code, how, subject_words(), {steps.pointer(), 0}, std::move(message)});
        numbers_.push_back(at.ordinal());
    }
    [[nodiscard]] bool has_errors() const noexcept { return has_errors_; }

    /// A value of another kind stands where `wanted` is expected.
    void wrong_kind(value at, step const& steps, label wanted) {
        using namespace literals;
        auto const found = at.quoted();
        if (at.is(kind::null)) {
            add("json.null"_finding, at, steps,
                {"null không được dùng; bỏ thành phần này nếu không có giá trị. Cần " + std::string(wanted.vi),
                 "null is not used; leave the member out where there is no value. Expected " + std::string(wanted.en)});
        } else {
            add("json.wrong-type"_finding, at, steps,
                {"cần " + std::string(wanted.vi) + ", nhưng thấy " + found.vi,
                 "expected " + std::string(wanted.en) + ", but found " + found.en});
        }
    }

    /// Reports doubled keys in `at` and in everything within it. Complexity: n log n in the members of an object.
    void doubled_keys_within(value at, step const& steps) {
        std::size_t index = 0;
        for (auto const each : at.elements()) doubled_keys_within(each, {&steps, {}, index++});
        if (at.size() == 0 || !at.is(kind::object)) return;
        std::vector<std::pair<std::string_view, std::uint32_t>> keys;
        keys.reserve(at.size());
        for (auto const each : at.members()) keys.emplace_back(each.name, each.value.ordinal() - 1);
        std::sort(keys.begin(), keys.end());
        for (std::size_t second = 1; second < keys.size(); ++second) {
            if (keys[second].first != keys[second - 1].first) continue;
            doubled_key(value(at.origin(), keys[second].second), {&steps, keys[second].first});
        }
        for (auto const each : at.members()) doubled_keys_within(each.value, {&steps, named(each.name)});
    }
    void doubled_key(value key, step const& steps) {
        using namespace literals;
        auto const name = excerpt(steps.member);
        add("json.doubled-key"_finding, key, steps,
            {"khóa \"" + name + "\" được viết lần nữa trong cùng một đối tượng",
             "the key \"" + name + "\" is written again in the same object"});
    }

    /// A name that is a member even when it is empty.
    [[nodiscard]] static std::string_view named(std::string_view name) noexcept {
        return name.data() != nullptr ? name : std::string_view("");
    }

    /// Everything found, in the order of the text, each with its line.
    [[nodiscard]] findings finish() {
        using namespace literals;
        std::vector<std::size_t> order(found_.size());
        for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return std::pair(numbers_[a], a) < std::pair(numbers_[b], b); });
        std::vector<std::uint32_t> wanted;
        wanted.reserve(order.size());
        for (auto const at : order) wanted.push_back(numbers_[at]);
        findings all;
        if (!wanted.empty()) {
            auto const spots = spots_of(tape_->text, wanted);
            for (std::size_t at = 0; at < order.size(); ++at) {
                found_[order[at]].place.line = spots[at].line;
                all.add(std::move(found_[order[at]]));
            }
        }
        if (more_ > 0) {
            auto const number = std::to_string(more_);
            all.add(
                {"json.too-many-findings"_finding,
                 severity::error,
                 {},
                 {},
                 {"còn " + number + " phát hiện nữa không được liệt kê", number + " more findings are not listed"}});
        }
        return all;
    }

private:
    [[nodiscard]] std::string subject_words() const {
        std::string words;
        for (char const c : about.kind) words += c == '_' ? ' ' : c;
        for (auto const number : about.ids) {
            if (number == 0) continue;
            if (auto const id = value(*tape_, number).string()) words += ' ' + excerpt(*id);
        }
        return words;
    }

    tape const* tape_;
    std::size_t most_;
    std::size_t more_ = 0;
    bool has_errors_ = false;
    std::vector<finding> found_;
    std::vector<std::uint32_t> numbers_;
};

/// Finds the value of each named member of an object; 0 where there is none. Unknown members and doubled keys are
/// reported. Complexity: linear where members stand in the order of the names.
inline void match_members(inspection& door, value object, step const& steps, std::span<std::string_view const> names,
                          std::span<std::uint32_t> places) {
    using namespace literals;
    std::size_t expected = 0;
    for (auto const each : object.members()) {
        std::size_t at = expected;
        while (at < names.size() && names[at] != each.name) ++at;
        if (at == names.size()) {
            at = 0;
            while (at < expected && names[at] != each.name) ++at;
            if (at == expected) at = names.size();
        }
        step const here{&steps, inspection::named(each.name)};
        value const key(object.origin(), each.value.ordinal() - 1);
        if (at == names.size()) {
            auto const words = allowed_words(names, each.name);
            auto const name = excerpt(each.name);
            door.add(
                "json.unknown-member"_finding, key, here,
                {"không có thành phần \"" + name + "\"" + words.vi, "there is no member \"" + name + "\"" + words.en});
            door.doubled_keys_within(each.value, here);
        } else if (places[at] != 0) {
            door.doubled_key(key, here);
        } else {
            places[at] = each.value.ordinal();
            expected = at + 1;
        }
    }
}

}  // namespace detail

/// Doubled keys anywhere in a document, for a caller who walks the tree himself.
[[nodiscard]] inline findings doubled_keys(value root, limits const& allowed = {}) {
    detail::inspection door(root.origin(), allowed);
    door.doubled_keys_within(root, {});
    return door.finish();
}

}  // namespace json
}  // namespace v0
}  // namespace lienvien
