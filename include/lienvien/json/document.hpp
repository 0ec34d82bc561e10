#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/finding.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/json/tape.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace json {

/// What stands at a place of a document.
enum class kind : std::uint8_t { null, boolean, number, string, array, object };

[[nodiscard]] constexpr label label_of(kind what) noexcept {
    switch (what) {
        case kind::null:
            return {"null", "null"};
        case kind::boolean:
            return {"giá trị đúng/sai", "true or false"};
        case kind::number:
            return {"số", "a number"};
        case kind::string:
            return {"chuỗi ký tự", "a string"};
        case kind::array:
            return {"mảng [...]", "an array [...]"};
        case kind::object:
            return {"đối tượng {...}", "an object {...}"};
    }
    return {"giá trị lạ", "an unknown value"};
}

class elements;
class members;

/// One value of a document: a light view, as long-lived as the document.
class value {
public:
    value(detail::tape const& of, std::uint32_t number) noexcept : tape_(&of), number_(number) {}

    [[nodiscard]] json::kind kind() const noexcept {
        switch (node().what()) {
            case detail::token::null:
                return kind::null;
            case detail::token::no:
            case detail::token::yes:
                return kind::boolean;
            case detail::token::number:
                return kind::number;
            case detail::token::array:
                return kind::array;
            case detail::token::object:
                return kind::object;
            default:
                return kind::string;
        }
    }
    [[nodiscard]] bool is(json::kind wanted) const noexcept { return kind() == wanted; }

    /// The characters of a string, escapes resolved; nothing for any other value.
    [[nodiscard]] std::optional<std::string_view> string() const noexcept {
        auto const what = node().what();
        bool const holds = what == detail::token::string || what == detail::token::key;
        return holds ? std::optional(characters()) : std::nullopt;
    }
    /// The characters of a number exactly as they are written; nothing for any other value.
    [[nodiscard]] std::optional<std::string_view> number() const noexcept {
        return node().what() == detail::token::number ? std::optional(characters()) : std::nullopt;
    }
    [[nodiscard]] std::optional<bool> boolean() const noexcept {
        return is(kind::boolean) ? std::optional(node().what() == detail::token::yes) : std::nullopt;
    }

    /// How many elements an array or members an object has; 0 for any other value.
    [[nodiscard]] std::size_t size() const noexcept { return is(kind::array) || is(kind::object) ? node().size() : 0; }
    /// The elements of an array; none for any other value.
    [[nodiscard]] json::elements elements() const noexcept;
    /// The members of an object as they are written, doubled keys included; none for any other value.
    [[nodiscard]] json::members members() const noexcept;
    /// The first member of an object that has this name. Complexity: linear in the members.
    [[nodiscard]] std::optional<value> find(std::string_view name) const noexcept;

    /// The JSON pointer of this value.
    [[nodiscard]] std::string pointer() const;
    /// The JSON pointer and the line of this value. Complexity: linear in the text before it.
    [[nodiscard]] place_in_text place() const {
        return {pointer(), detail::spots_of(tape_->text, {number_}).front().line};
    }
    /// How the value is quoted in messages: short.
    [[nodiscard]] text quoted() const {
        switch (kind()) {
            case kind::number: {
                auto const digits = detail::excerpt(characters());
                return {"số " + digits, "the number " + digits};
            }
            case kind::string: {
                auto const words = '"' + detail::excerpt(characters()) + '"';
                return {words, words};
            }
            case kind::boolean:
                return *boolean() ? text{"true", "true"} : text{"false", "false"};
            default:
                return to_text(label_of(kind()));
        }
    }

    /// Number of the token in the document, from 0.
    [[nodiscard]] std::uint32_t ordinal() const noexcept { return number_; }
    [[nodiscard]] detail::tape const& origin() const noexcept { return *tape_; }

private:
    [[nodiscard]] detail::node const& node() const noexcept { return tape_->nodes[number_]; }
    [[nodiscard]] std::string_view characters() const noexcept { return tape_->characters(number_); }
    [[nodiscard]] std::uint32_t after() const noexcept { return tape_->after(number_); }

    detail::tape const* tape_;
    std::uint32_t number_;
};

/// One member of an object.
struct member {
    std::string_view name;
    json::value value;
};

namespace detail {

/// Walks the children of a container; `Child` is value or member.
template <class Child>
class child_iterator {
public:
    using value_type = Child;
    using difference_type = std::ptrdiff_t;

    child_iterator() noexcept = default;
    child_iterator(tape const& of, std::uint32_t number) noexcept : tape_(&of), number_(number) {}

    [[nodiscard]] Child operator*() const noexcept {
        if constexpr (std::is_same_v<Child, member>) {
            return {tape_->characters(number_), json::value(*tape_, number_ + 1)};
        } else {
            return json::value(*tape_, number_);
        }
    }
    child_iterator& operator++() noexcept {
        number_ = tape_->after(number_ + (std::is_same_v<Child, member> ? 1u : 0u));
        return *this;
    }
    child_iterator operator++(int) noexcept {
        auto const before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(child_iterator const&, child_iterator const&) = default;

private:
    tape const* tape_ = nullptr;
    std::uint32_t number_ = 0;
};

}  // namespace detail

/// The elements of an array, in order.
class elements {
public:
    elements(detail::tape const& of, std::uint32_t first, std::uint32_t after) noexcept
        : begin_(of, first), end_(of, after) {}
    [[nodiscard]] auto begin() const noexcept { return begin_; }
    [[nodiscard]] auto end() const noexcept { return end_; }

private:
    detail::child_iterator<value> begin_, end_;
};

/// The members of an object, in the order in which they are written, doubled keys included.
class members {
public:
    members(detail::tape const& of, std::uint32_t first, std::uint32_t after) noexcept
        : begin_(of, first), end_(of, after) {}
    [[nodiscard]] auto begin() const noexcept { return begin_; }
    [[nodiscard]] auto end() const noexcept { return end_; }

private:
    detail::child_iterator<member> begin_, end_;
};

inline elements value::elements() const noexcept {
    return {*tape_, number_ + 1, is(kind::array) ? node().where() : number_ + 1};
}
inline members value::members() const noexcept {
    return {*tape_, number_ + 1, is(kind::object) ? node().where() : number_ + 1};
}
inline std::optional<value> value::find(std::string_view name) const noexcept {
    for (auto const each : members()) {
        if (each.name == name) return each.value;
    }
    return std::nullopt;
}

inline std::string value::pointer() const {
    std::string written;
    value here(*tape_, 0);
    auto const lies_in = [&](value child) { return child.number_ <= number_ && number_ < child.after(); };
    while (here.number_ != number_) {
        std::optional<value> next;
        std::size_t index = 0;
        for (auto const each : here.elements()) {
            if (lies_in(each)) {
                detail::append_step(written, std::to_string(index));
                next = each;
                break;
            }
            ++index;
        }
        for (auto const each : here.members()) {
            if (lies_in(each.value)) {
                detail::append_step(written, each.name);
                next = each.value;
                break;
            }
        }
        LIENVIEN_EXPECTS(next.has_value(), "a value is asked for its place only in its own document");
        here = *next;
    }
    return written;
}

/// A text that was read, as a tree. It views the text: the text must outlive it.
///
/// Nothing is lost: numbers keep their characters, doubled keys stand side by side. Complexity: 8 bytes for each value
/// and each key; room for one of them every four bytes of text is asked for at once.
class document {
public:
    explicit document(detail::tape read) : tape_(std::make_unique<detail::tape const>(std::move(read))) {}

    [[nodiscard]] value root() const noexcept { return {*tape_, 0}; }
    /// The text as it was given.
    [[nodiscard]] std::string_view written() const noexcept { return tape_->text; }

private:
    std::unique_ptr<detail::tape const> tape_;
};

}  // namespace json
}  // namespace v0
}  // namespace lienvien
