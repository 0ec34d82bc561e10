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

class question {
public:
    explicit question(lienvien::json::value root) : root_(root) {
        take("id");
        language_ =
            named<lienvien::language>("language", {{"vi", lienvien::language::vi}, {"en", lienvien::language::en}})
                .value_or(lienvien::language::en);
    }

    [[nodiscard]] lienvien::language language() const noexcept { return language_; }

    /// The member of this name, if the question has it.
    std::optional<lienvien::json::value> take(std::string_view name) {
        taken_.push_back(name);
        return root_.find(name);
    }
    /// The member of this name read as a T; what is wrong with it is kept for `finish`.
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
        if (!root_.find(name)) missing(name);
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

    /// What was found elsewhere and speaks against the question.
    void keep(lienvien::findings found) { wrong_.append(std::move(found)); }
    void missing(std::string_view name) {
        wrong("missing-member", {}, {"thiếu \"" + std::string(name) + '"', "missing \"" + std::string(name) + '"'});
    }
    void wrong(std::string_view code, std::string_view member, lienvien::text message) {
        wrong_.add({lienvien::finding_code::checked(code),
                    lienvien::severity::error,
                    {},
                    {member.empty() ? std::string() : "/" + std::string(member), 0},
                    std::move(message)});
    }

    /// Refuses the question when anything is wrong with it, members that nobody took and doubled ones included.
    void finish() {
        std::vector<std::string_view> seen;
        for (auto const each : root_.members()) {
            std::string const name(each.name);
            bool known = false;
            for (auto const& taken : taken_) known = known || taken == each.name;
            if (!known)
                wrong("unknown-member", each.name,
                      {"không có thành phần \"" + name + '"', "no member \"" + name + "\" here"});
            for (auto const& earlier : seen) {
                if (earlier == each.name)
                    wrong("doubled-key", each.name, {"\"" + name + "\" lặp lại", "\"" + name + "\" stands twice"});
            }
            seen.push_back(each.name);
        }
        if (wrong_.has_errors()) throw refusal(std::move(wrong_));
    }

private:
    lienvien::json::value root_;
    std::vector<std::string_view> taken_{"ask"};
    lienvien::findings wrong_;
    lienvien::language language_ = lienvien::language::en;
};

}  // namespace answers
