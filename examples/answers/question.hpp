#pragma once

// One question of a line: its members, taken one by one, so that what nobody takes is an error that names it.

#include <lienvien/json/read.hpp>
#include <lienvien/lienvien.hpp>

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// Why a line got no answer: everything that was found, the first of which heads the error.
class refusal : public std::exception {
public:
    explicit refusal(lienvien::findings found) : found_(std::move(found)) {}
    refusal(lienvien::finding_code code, std::string position, lienvien::text message) {
        found_.add({code, lienvien::severity::error, {}, {std::move(position), 0}, std::move(message)});
    }
    [[nodiscard]] lienvien::findings const& found() const noexcept { return found_; }

private:
    lienvien::findings found_;
};

/// An object of a question: its members, taken one by one, so that what nobody takes is an error that names it.
class part {
public:
    /// The object at a place inside another part. What is no object is said, and has no members.
    part(part& within, lienvien::json::value at) : at_(at), pointer_(at.pointer()), wrong_(within.wrong_) {
        refuse_what_is_no_object();
    }
    /// The member of this name of another part, which must be there.
    part(part& within, std::string_view name)
        : at_(within.take(name)), pointer_(within.place(name)), wrong_(within.wrong_) {
        if (!at_) within.missing(name);
        refuse_what_is_no_object();
    }
    part(part const&) = delete;
    part& operator=(part const&) = delete;

    /// The member of this name, if there is one.
    std::optional<lienvien::json::value> take(std::string_view name) {
        taken_.push_back(name);
        return at_ ? at_->find(name) : std::nullopt;
    }
    [[nodiscard]] bool is_null(std::string_view name) {
        auto const member = take(name);
        return member && member->is(lienvien::json::kind::null);
    }
    /// The member of this name read as a T; what is wrong with it is kept for the question's `finish`.
    template <class T>
    std::optional<T> read(std::string_view name) {
        auto const member = take(name);
        if (!member) return std::nullopt;
        auto made = lienvien::json::read<T>(*member);
        wrong_.append(std::move(made.findings));
        return std::move(made.value);
    }
    template <class T>
    std::optional<T> required(std::string_view name) {
        if (!take(name)) missing(name);
        return read<T>(name);
    }
    /// One of a few words.
    template <class T>
    std::optional<T> named(std::string_view name, std::vector<std::pair<std::string_view, T>> const& words) {
        auto const member = take(name);
        if (!member) return std::nullopt;
        std::string allowed;
        for (auto const& [word, meaning] : words) {
            if (member->string() == word) return meaning;
            allowed += (allowed.empty() ? "" : ", ") + std::string(word);
        }
        wrong("bad-value", name, {"được phép: " + allowed, "allowed: " + allowed});
        return std::nullopt;
    }
    template <class T>
    std::optional<T> required_named(std::string_view name, std::vector<std::pair<std::string_view, T>> const& words) {
        if (!take(name)) missing(name);
        return named<T>(name, words);
    }

    void missing(std::string_view name) {
        wrong("missing-member", {}, {"thiếu \"" + std::string(name) + '"', "missing \"" + std::string(name) + '"'});
    }
    void wrong(std::string_view code, std::string_view member, lienvien::text message) {
        wrong_.add({lienvien::finding_code::checked(code),
                    lienvien::severity::error,
                    {},
                    {member.empty() ? pointer_ : place(member), 0},
                    std::move(message)});
    }
    /// Says which members nobody took, and which stand twice.
    void finish() {
        if (!at_) return;
        std::vector<std::string_view> seen;
        for (auto const each : at_->members()) {
            std::string const name(each.name);
            if (!among(taken_, each.name))
                wrong("unknown-member", each.name,
                      {"không có thành phần \"" + name + '"', "no member \"" + name + "\" here"});
            if (among(seen, each.name))
                wrong("doubled-key", each.name, {"\"" + name + "\" lặp lại", "\"" + name + "\" stands twice"});
            seen.push_back(each.name);
        }
    }

protected:
    part(lienvien::json::value root, lienvien::findings& wrong) : at_(root), wrong_(wrong) {}

private:
    void refuse_what_is_no_object() {
        if (!at_ || at_->is(lienvien::json::kind::object)) return;
        at_ = std::nullopt;
        wrong("bad-value", {}, {"phải là một đối tượng {...}", "this is an object {...}"});
    }
    [[nodiscard]] std::string place(std::string_view member) const { return pointer_ + '/' + std::string(member); }
    [[nodiscard]] static bool among(std::vector<std::string_view> const& all, std::string_view name) {
        for (auto const& each : all) {
            if (each == name) return true;
        }
        return false;
    }

    std::optional<lienvien::json::value> at_;
    std::string pointer_;
    std::vector<std::string_view> taken_;
    lienvien::findings& wrong_;
};

/// What is wrong with a question, made before the parts that add to it.
struct against {
    lienvien::findings found;
};

/// The whole object of a line.
class question : private against, public part {
public:
    explicit question(lienvien::json::value root) : part(root, found) {
        take("ask");
        take("id");
        language_ =
            named<lienvien::language>("language", {{"vi", lienvien::language::vi}, {"en", lienvien::language::en}})
                .value_or(lienvien::language::en);
    }

    [[nodiscard]] lienvien::language language() const noexcept { return language_; }

    /// What was found elsewhere and speaks against the question.
    void keep(lienvien::findings others) { found.append(std::move(others)); }

    /// Refuses the question when anything is wrong with it, members that nobody took and doubled ones included.
    void finish() {
        part::finish();
        if (found.has_errors()) throw refusal(std::move(found));
    }

private:
    lienvien::language language_ = lienvien::language::en;
};

}  // namespace answers
