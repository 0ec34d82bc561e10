#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/lifecycle/transfer_terms.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// May a step be taken?
enum class step_outcome : std::uint8_t { facts_missing, refused, allowed };
template <>
struct vocabulary<step_outcome> {
    using enum step_outcome;
    static constexpr std::array words{
        word<step_outcome>{facts_missing, "facts_missing", {"thiếu dữ kiện", "facts are missing"}},
        word<step_outcome>{refused, "refused", {"không được đi bước này", "refused"}},
        word<step_outcome>{allowed, "allowed", {"được đi bước này", "allowed"}}};
};

/// What one guard says: is it met, what is held, what is missing, and what was shown and does not count.
struct guard_answer {
    transfer_guard guard{};
    truth met{};
    text held{};                    ///< empty where nothing that counts is held
    text missing{};                 ///< empty where the guard is met
    std::vector<text> set_aside{};  ///< evidence that does not count, each with the reason

    friend bool operator==(guard_answer const&, guard_answer const&) = default;
};

/// Whether a step may be taken, with every guard, met or not: nothing is left for a second try to find.
struct step_judgement {
    transfer_step step{};
    stage from{};
    stage to{};  ///< not known where the table has no such step
    step_outcome outcome{};
    std::vector<guard_answer> guards{};

    /// The guards that are not met, or of which it is not known.
    [[nodiscard]] std::vector<guard_answer> unmet() const {
        std::vector<guard_answer> all;
        for (auto const& each : guards) {
            if (!is_yes(each.met)) all.push_back(each);
        }
        return all;
    }
    /// What a guard says; null where the step has no such guard.
    [[nodiscard]] guard_answer const* find(transfer_guard wanted) const noexcept {
        for (auto const& each : guards) {
            if (each.guard == wanted) return &each;
        }
        return nullptr;
    }

    friend bool operator==(step_judgement const&, step_judgement const&) = default;
};

namespace detail {

/// Both languages of a sentence, put together piece by piece.
class spoken {
public:
    spoken& say(std::string_view in_vietnamese, std::string_view in_english) {
        words_.vi += in_vietnamese;
        words_.en += in_english;
        return *this;
    }
    spoken& say(std::string_view name) { return say(name, name); }
    spoken& say(label words) { return say(words.vi, words.en); }
    spoken& say(text const& words) { return say(words.vi, words.en); }
    spoken& say(partial_date const& date) {
        return date == partial_date::unknown() ? say("không rõ ngày", "day not known") : say(date.to_string());
    }
    [[nodiscard]] bool empty() const noexcept { return words_.empty(); }
    [[nodiscard]] text words() const { return words_; }

private:
    text words_;
};

}  // namespace detail

/// The judgement as sentences, one for each guard that is not met; a single one where the step is allowed.
[[nodiscard]] inline std::vector<text> sentences(step_judgement const& judged) {
    std::vector<text> all;
    {
        detail::spoken head;
        head.say(label_of(judged.step)).say(" (").say(label_of(judged.from));
        if (judged.to != stage::not_known) head.say(" → ").say(label_of(judged.to));
        all.push_back(head.say("): ").say(label_of(judged.outcome)).words());
    }
    for (auto const& each : judged.guards) {
        if (is_yes(each.met) && each.set_aside.empty()) continue;
        detail::spoken line;
        line.say(label_of(each.guard)).say(": ").say(label_of(each.met));
        if (!each.held.empty()) line.say("; đã có ", "; held: ").say(each.held);
        if (!each.missing.empty()) line.say("; còn thiếu ", "; missing: ").say(each.missing);
        for (auto const& aside : each.set_aside) line.say("; không tính ", "; not counted: ").say(aside);
        all.push_back(line.words());
    }
    return all;
}

}  // namespace v0
}  // namespace lienvien
