#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/json/pen.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace json {

/// A small JSON value to be written: what a door answers. Members keep the order in which they were put.
class tree {
public:
    tree(std::string characters) : kind_(form::string), characters_(std::move(characters)) {}
    tree(std::string_view characters) : tree(std::string(characters)) {}
    tree(char const* characters) : tree(std::string(characters)) {}
    tree(std::same_as<bool> auto holds) : kind_(form::literal), characters_(holds ? "true" : "false") {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) tree(Number number)
        : kind_(form::literal), characters_(std::to_string(number)) {}
    /// Both languages: {"vi": ..., "en": ...}
    tree(text const& words) : tree(object({{"vi", words.vi}, {"en", words.en}})) {}
    tree(label words) : tree(to_text(words)) {}

    [[nodiscard]] static tree array(std::initializer_list<tree> elements = {}) {
        tree made(form::array);
        for (auto const& each : elements) made.add(each);
        return made;
    }
    [[nodiscard]] static tree object(std::initializer_list<std::pair<std::string_view, tree>> members = {});
    /// A number by its digits, such as "69.75". Precondition: the characters are a JSON number.
    [[nodiscard]] static tree number(std::string digits) {
        tree made(form::literal);
        made.characters_ = std::move(digits);
        return made;
    }

    /// Appends an element. Precondition: an array.
    tree& add(tree element) {
        LIENVIEN_EXPECTS(kind_ == form::array, "only an array takes elements");
        children_.push_back(std::move(element));
        return *this;
    }
    /// Appends a member. Precondition: an object without this member.
    tree& put(std::string_view name, tree member) {
        LIENVIEN_EXPECTS(kind_ == form::object && find(name) == nullptr,
                         "only an object takes members, each name once");
        names_.emplace_back(name);
        children_.push_back(std::move(member));
        return *this;
    }
    [[nodiscard]] tree const* find(std::string_view name) const noexcept {
        for (std::size_t at = 0; at < names_.size(); ++at) {
            if (names_[at] == name) return &children_[at];
        }
        return nullptr;
    }
    [[nodiscard]] std::size_t size() const noexcept { return children_.size(); }
    [[nodiscard]] bool is_object() const noexcept { return kind_ == form::object; }

    void write(detail::pen& pen) const {
        switch (kind_) {
            case form::string:
                pen.string(characters_);
                break;
            case form::literal:
                pen.literal(characters_);
                break;
            case form::array:
                pen.begin_array();
                for (auto const& each : children_) each.write(pen);
                pen.end_array();
                break;
            case form::object:
                pen.begin_object();
                for (std::size_t at = 0; at < names_.size(); ++at) {
                    pen.key(names_[at]);
                    children_[at].write(pen);
                }
                pen.end_object();
                break;
        }
    }

    friend bool operator==(tree const&, tree const&) = default;

private:
    enum class form : std::uint8_t { string, literal, array, object };
    explicit tree(form kind) : kind_(kind) {}

    form kind_;
    std::string characters_;
    std::vector<std::string> names_;
    std::vector<tree> children_;
};

inline tree tree::object(std::initializer_list<std::pair<std::string_view, tree>> members) {
    tree made(form::object);
    for (auto const& [name, member] : members) made.put(name, member);
    return made;
}

/// On one line without spaces and without a line break at the end.
[[nodiscard]] inline std::string write_compact(tree const& value) {
    detail::pen pen({.compact = true});
    value.write(pen);
    return pen.take();
}
/// Two spaces for each level, what is short on one line, a line break at the end.
[[nodiscard]] inline std::string write(tree const& value) {
    detail::pen pen({});
    value.write(pen);
    return pen.take();
}

namespace detail {

/// Takes the calls of a pen and makes a tree of them.
class tree_builder {
public:
    void begin_object() { open_.push_back({name_, tree::object()}); }
    void begin_array() { open_.push_back({name_, tree::array()}); }
    void end_object() { close(); }
    void end_array() { close(); }
    void key(std::string_view name) { name_ = name; }
    void string(std::string_view characters) { put(name_, tree(characters)); }
    void literal(std::string_view characters) { put(name_, tree::number(std::string(characters))); }
    [[nodiscard]] tree take() { return std::move(made_); }

private:
    void close() {
        auto done = std::move(open_.back());
        open_.pop_back();
        put(done.first, std::move(done.second));
    }
    void put(std::string const& name, tree made) {
        if (open_.empty())
            made_ = std::move(made);
        else if (open_.back().second.is_object())
            open_.back().second.put(name, std::move(made));
        else
            open_.back().second.add(std::move(made));
    }

    std::vector<std::pair<std::string, tree>> open_;
    std::string name_;
    tree made_ = tree::object();
};

}  // namespace detail
}  // namespace json
}  // namespace v0
}  // namespace lienvien
