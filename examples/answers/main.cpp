// The language-neutral door: one JSON question a line on standard input, one JSON answer a line on standard output, in the
// same order. A conformance suite can run it, and any batch engine can start one process for each part of its data.
//
//     answers [--network FILE]... [--threads N]
//
// Shows: reading questions with all findings, deciding, explaining, validating, and keeping order with several threads.
// Read first: 01_refer_a_patient.

#include "answers.hpp"
#include "question.hpp"
#include <lienvien/json/network_fwd.hpp>
#include <lienvien/lienvien.hpp>

#include <atomic>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

// A longer line is refused unread, so that memory never grows with the input.
constexpr std::size_t longest_line = std::size_t{16} << 20u;

struct line {
    std::string text;
    bool too_long = false;
};

// Reads a line without keeping more of it than `longest_line`; nothing at the end of the input.
std::optional<line> next_line(std::istream& in) {
    line read;
    auto* const buffer = in.rdbuf();
    bool any = false;
    for (int c = buffer->sbumpc(); c != std::char_traits<char>::eof(); c = buffer->sbumpc()) {
        any = true;
        if (c == '\n') return read;
        if (read.text.size() < longest_line) {
            read.text += static_cast<char>(c);
        } else {
            read.too_long = true;
        }
    }
    return any ? std::optional(std::move(read)) : std::nullopt;
}

std::string answer(line const& asked, answers::library const& known) {
    using namespace lienvien::literals;
    if (asked.too_long) {
        return answers::written_error(
            lienvien::json::tree::number("null"),
            answers::refusal("line-too-long"_finding, {}, {"dòng dài hơn 16 MiB", "the line is longer than 16 MiB"}));
    }
    return answers::answer(asked.text, known);
}

// Answers a batch with several threads; every answer has its place before the first one is worked out.
std::vector<std::string> answer_all(std::vector<line> const& batch, answers::library const& known,
                                    std::size_t threads) {
    std::vector<std::string> given(batch.size());
    std::atomic<std::size_t> next{0};
    auto const work = [&] {
        for (std::size_t at = next++; at < batch.size(); at = next++) given[at] = answer(batch[at], known);
    };
    std::vector<std::thread> helpers;
    for (std::size_t t = 1; t < threads && t < batch.size(); ++t) helpers.emplace_back(work);
    work();
    for (auto& each : helpers) each.join();
    return given;
}

bool load(std::string const& path, lienvien::network& into) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << "answers: cannot open " << path << '\n';
        return false;
    }
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    auto read = lienvien::json::read_network(text);
    auto all = std::move(read.findings);
    if (read.value) all.append(merge(into, std::move(*read.value)));
    for (auto const& found : all) {
        if (found.severity == lienvien::severity::error) {
            std::cerr << path << ':' << found.place.line << ": " << found.place.pointer << ": " << found.message.en
                      << '\n';
        }
    }
    return !all.has_errors();
}

int usage() {
    std::cerr
        << "usage: answers [--network FILE]... [--threads N]\n"
           "reads one JSON question a line from standard input, writes one JSON answer a line to standard output\n";
    return 2;
}

}  // namespace

int main(int count, char** arguments) {
    std::ios::sync_with_stdio(false);
    lienvien::network network;
    std::size_t threads = 1;
    bool any_network = false;
    for (int at = 1; at < count; ++at) {
        std::string_view const option = arguments[at];
        if (at + 1 == count) return usage();
        std::string_view const given = arguments[++at];
        if (option == "--network") {
            if (!load(std::string(given), network)) return 1;
            any_network = true;
        } else if (option == "--threads") {
            auto const read = std::from_chars(given.data(), given.data() + given.size(), threads);
            if (read.ec != std::errc{} || read.ptr != given.data() + given.size() || threads < 1 || threads > 256)
                return usage();
        } else {
            return usage();
        }
    }
    answers::library const known(any_network ? &network : nullptr);
    std::size_t const batch_size = threads * 64;
    for (bool more = true; more;) {
        std::vector<line> batch;
        while (more && batch.size() < batch_size) {
            auto read = next_line(std::cin);
            more = read.has_value();
            if (read) batch.push_back(std::move(*read));
            if (threads == 1) break;  // a single thread answers each line before it waits for the next
        }
        for (auto const& each : answer_all(batch, known, threads)) std::cout << each << '\n';
        if (!std::cout.flush()) {
            std::cerr << "answers: cannot write to standard output\n";
            return 1;
        }
    }
    if (std::cin.bad()) {
        std::cerr << "answers: cannot read standard input\n";
        return 1;
    }
    return 0;
}
