#pragma once

#include <lienvien/json/tape.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace json {
namespace detail {

/// Takes down what the parser of Boost.JSON reports. `boost::json::parse` itself would keep the last of doubled keys, round
/// numbers and write infinity for 1e400.
class recorder {
public:
    using error_code = boost::json::error_code;
    static constexpr std::size_t max_object_size = node::most;
    static constexpr std::size_t max_array_size = node::most;
    static constexpr std::size_t max_key_size = node::most;
    static constexpr std::size_t max_string_size = node::most;

    recorder(std::string_view text, std::size_t number_length) : number_length_(number_length) {
        tape_.text = text;
        tape_.nodes.reserve(text.size() / 4 + 16);  // more than most texts have; untouched, it is address space only
    }

    bool on_document_begin(error_code&) noexcept { return true; }
    bool on_document_end(error_code&) noexcept { return true; }
    bool on_object_begin(error_code&) { return open(token::object); }
    bool on_object_end(std::size_t count, error_code&) noexcept { return close(count); }
    bool on_array_begin(error_code&) { return open(token::array); }
    bool on_array_end(std::size_t count, error_code&) noexcept { return close(count); }
    bool on_key_part(boost::json::string_view part, std::size_t, error_code&) { return append(part); }
    bool on_key(boost::json::string_view rest, std::size_t, error_code&) {
        keep_characters(token::key, rest);
        open_.back().key = static_cast<std::uint32_t>(tape_.nodes.size() - 1);
        return true;
    }
    bool on_string_part(boost::json::string_view part, std::size_t, error_code&) { return append(part); }
    bool on_string(boost::json::string_view rest, std::size_t, error_code&) {
        count_value();
        keep_characters(token::string, rest);
        return true;
    }
    bool on_number_part(boost::json::string_view part, error_code&) { return append(part); }
    bool on_int64(std::int64_t, boost::json::string_view rest, error_code& refused) {
        return keep_number(rest, refused);
    }
    bool on_uint64(std::uint64_t, boost::json::string_view rest, error_code& refused) {
        return keep_number(rest, refused);
    }
    bool on_double(double, boost::json::string_view rest, error_code& refused) { return keep_number(rest, refused); }
    bool on_bool(bool holds, error_code&) { return keep_word(holds ? token::yes : token::no); }
    bool on_null(error_code&) { return keep_word(token::null); }
    bool on_comment_part(boost::json::string_view, error_code&) noexcept { return true; }
    bool on_comment(boost::json::string_view, error_code&) noexcept { return true; }

    [[nodiscard]] tape take() { return std::move(tape_); }
    [[nodiscard]] bool number_is_too_long() const noexcept { return number_is_too_long_; }

    /// The JSON pointer of the innermost value that was being read.
    [[nodiscard]] std::string pointer() const {
        std::string written;
        for (auto const& each : open_) {
            if (each.key != 0)
                append_step(written, tape_.characters(each.key));
            else if (each.elements != 0)
                append_step(written, std::to_string(each.elements - 1));
        }
        return written;
    }

private:
    struct container {
        std::uint32_t number;
        std::uint32_t key;       // the last key of an object; 0 in an array and before the first key
        std::uint32_t elements;  // of an array, so far
    };

    void count_value() noexcept {
        if (!open_.empty()) ++open_.back().elements;
    }
    [[nodiscard]] std::uint32_t next() const noexcept { return static_cast<std::uint32_t>(tape_.nodes.size()); }
    bool keep_word(token what) {
        count_value();
        tape_.nodes.emplace_back(what, 0u, 0u);
        return true;
    }
    bool open(token what) {
        count_value();
        open_.push_back({next(), 0, 0});
        tape_.nodes.emplace_back(what, 0u, 0u);
        return true;
    }
    bool close(std::size_t count) noexcept {
        auto& opened = tape_.nodes[open_.back().number];
        opened = node(opened.what(), next(), static_cast<std::uint32_t>(count));
        open_.pop_back();
        return true;
    }
    bool append(boost::json::string_view part) {
        begun_.append(part.data(), part.size());
        return true;
    }
    bool keep_number(boost::json::string_view rest, error_code& refused) {
        count_value();
        if (begun_.size() + rest.size() > number_length_) {
            number_is_too_long_ = true;
            refused = boost::json::error::input_error;
            return false;
        }
        keep_characters(token::number, rest);
        return true;
    }
    void keep_characters(token what, boost::json::string_view rest) {
        char const* const first = tape_.text.data();
        std::less_equal<char const*> const not_after;
        if (begun_.empty() && not_after(first, rest.data()) &&
            not_after(rest.data() + rest.size(), first + tape_.text.size())) {
            tape_.nodes.emplace_back(what, static_cast<std::uint32_t>(rest.data() - first),
                                     static_cast<std::uint32_t>(rest.size()));
            return;
        }
        begun_.append(rest.data(), rest.size());
        // Never longer than as it is written, with its escapes: so offsets of a text are large enough here.
        tape_.nodes.push_back(node::apart(what, static_cast<std::uint32_t>(tape_.unescaped.size()),
                                          static_cast<std::uint32_t>(begun_.size())));
        tape_.unescaped += begun_;
        begun_.clear();
    }

    tape tape_;
    std::vector<container> open_;
    std::string begun_;
    std::size_t number_length_;
    bool number_is_too_long_ = false;
};

}  // namespace detail
}  // namespace json
}  // namespace v0
}  // namespace lienvien
