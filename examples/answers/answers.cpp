// From a line to its answer: which question it is, and what happens when there is none.

#include "answers.hpp"

#include <lienvien/json/parse.hpp>

#include <string>
#include <string_view>

namespace answers {
namespace {

constexpr auto groups = {
    network_questions,  repair_questions,      change_questions, calendar_questions,
    level_questions,    benefit_questions,     window_questions, measure_questions,
    transfer_questions, certificate_questions, travel_questions, promise_questions,
};

known_question const* find(std::string_view ask) {
    for (auto const group : groups) {
        for (auto const& each : group()) {
            if (each.ask == ask) return &each;
        }
    }
    return nullptr;
}
std::string names_of_all() {
    std::string all;
    for (auto const group : groups) {
        for (auto const& each : group()) (all += all.empty() ? "" : ", ") += each.ask;
    }
    return all;
}

}  // namespace

std::string answer(std::string_view line, library const& known) {
    using namespace lienvien::literals;
    tree id = tree::number("null");
    try {
        auto const read = lienvien::json::parse(line);
        if (!read.value) throw refusal(read.findings);
        auto const root = read.value->root();
        if (!root.is(lienvien::json::kind::object)) {
            throw refusal("bad-value"_finding, {}, {"mỗi dòng là một đối tượng {...}", "a line is an object {...}"});
        }
        if (auto const name = root.find("id")) {
            if (name->string())
                id = tree(*name->string());
            else if (name->number())
                id = tree::number(std::string(*name->number()));
            else
                throw refusal("bad-value"_finding, "/id",
                              {"\"id\" là chuỗi hoặc số", "\"id\" is a string or a number"});
        }
        auto const ask = root.find("ask");
        if (!ask || !ask->string()) {
            throw refusal("missing-member"_finding, ask ? "/ask" : "",
                          {"thiếu \"ask\"", "\"ask\" is missing or no string"});
        }
        question asked(root);
        tree out = tree::object({{"id", id}});
        auto const* const answering = find(*ask->string());
        if (!answering) {
            auto const names = names_of_all();
            throw refusal("unknown-question"_finding, "/ask",
                          {"không có câu hỏi này; có: " + names, "no such question; there are: " + names});
        }
        answering->answer(asked, known, out);
        return write_compact(out);
    } catch (refusal const& because) {
        return written_error(id, because);
    }
}

}  // namespace answers
