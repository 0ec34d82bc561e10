#pragma once

// What the questions share, and the list of them.

#include "question.hpp"
#include <lienvien/json/tree.hpp>
#include <lienvien/lienvien.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace answers {

using lienvien::language;
using lienvien::network;
using lienvien::json::tree;

class library;

/// A question by its name, and what answers it: it takes the members of the question, refuses it when anything is wrong,
/// and puts the members of the answer.
struct known_question {
    std::string_view ask;
    void (*answer)(question&, library const&, tree&);
};
/// The questions of each source of this folder. A new group is declared here and listed in answers.cpp.
[[nodiscard]] std::span<known_question const> calendar_questions();
[[nodiscard]] std::span<known_question const> network_questions();
[[nodiscard]] std::span<known_question const> level_questions();
[[nodiscard]] std::span<known_question const> benefit_questions();
[[nodiscard]] std::span<known_question const> change_questions();
[[nodiscard]] std::span<known_question const> repair_questions();
[[nodiscard]] std::span<known_question const> window_questions();
[[nodiscard]] std::span<known_question const> measure_questions();
[[nodiscard]] std::span<known_question const> transfer_questions();
[[nodiscard]] std::span<known_question const> certificate_questions();
[[nodiscard]] std::span<known_question const> travel_questions();
[[nodiscard]] std::span<known_question const> promise_questions();

/// The answer to one line. Never throws for what the line says.
[[nodiscard]] std::string answer(std::string_view line, library const& known);

/// What every question may use. Only read, so any number of threads may share it.
class library {
public:
    explicit library(network const* preloaded) : preloaded_(preloaded) {}
    [[nodiscard]] network const* preloaded() const noexcept { return preloaded_; }

private:
    network const* preloaded_;
};

[[nodiscard]] inline tree written(lienvien::truth value) {
    return is_unknown(value) ? tree("unknown") : tree(is_yes(value));
}
/// The line that says why there is no answer: the first finding, and all of them where there are several.
[[nodiscard]] inline std::string written_error(tree const& id, refusal const& because) {
    auto const one = [](lienvien::finding const& each) {
        return tree::object(
            {{"code", each.code.view()}, {"message", each.message.en}, {"position", each.place.pointer}});
    };
    tree error = one(because.found()[0]);
    if (because.found().size() > 1) {
        tree all = tree::array();
        for (auto const& each : because.found()) all.add(one(each));
        error.put("all", std::move(all));
    }
    return write_compact(tree::object({{"id", id}, {"error", error}}));
}

}  // namespace answers
